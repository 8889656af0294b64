//! Unit economics: from the price to the margin, what a cut of the price does to it, and a closed form as its proof.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::Exact;
use crate::model::Minor;
use crate::tax::split;

/// A cost of the service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ServiceCost")]
pub struct Cost {
    pub name: String,
    /// With its tax.
    pub gross: Decimal,
    /// The rate of the tax in it: 0.13 for 13 %.
    pub input_rate: Decimal,
    /// The part of its tax that is deducted: 1 for all.
    pub deductible: Decimal,
    /// Whether it grows with what is sold.
    pub varies_with_volume: bool,
}

/// Who bears a voucher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum VoucherBearer {
    /// The seller receives so much less.
    Seller,
    /// A partner or the cloud's provider pays it to the seller.
    Other,
}

/// A voucher that lowers what the buyer pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Voucher {
    /// For everything that is sold together, tax included.
    pub amount: Decimal,
    pub bearer: VoucherBearer,
}

/// What is sold, at what price, and what it costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Economics {
    /// What each tier of the channel keeps of what reaches it, in their order: 0.08 for 8 %.
    pub channel: Vec<Decimal>,
    pub voucher: Option<Voucher>,
    /// The list price of a unit, tax included.
    pub gross_price: Exact,
    pub units: Exact,
    pub output_rate: Exact,
    pub costs: Vec<Cost>,
    /// Surcharges as a part of the tax that is paid: 0.12, 0.10 or 0.08.
    pub surcharge_rate: Exact,
}

/// The waterfall from price to margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin {
    /// What the buyer pays, tax included.
    pub paid: Exact,
    /// What of it, or of others' vouchers, reaches the seller.
    pub gross: Exact,
    pub net_revenue: Exact,
    pub output_vat: Exact,
    pub input_vat: Exact,
    /// Below zero it is carried forward, and no surcharges arise.
    pub vat_payable: Exact,
    pub surcharges: Exact,
    pub cost: Exact,
    pub profit: Exact,
    /// Profit of net revenue; nothing without revenue.
    pub share: Option<Exact>,
}

impl Economics {
    /// The margin after a cut of the price by `cut` (0.1 for 10 %), when each percent of it sells `elasticity` per cent
    /// more.
    ///
    /// # Errors
    /// A rate of minus one.
    pub fn after(&self, cut: &Exact, elasticity: &Exact, minor: Minor) -> Result<Margin, RatingError> {
        let volume = Exact::one() + cut * elasticity;
        let asked = &self.gross_price * (Exact::one() - cut) * &self.units * &volume;
        let (paid, gross) = self.reached(&minor.round(&asked), minor);
        let revenue = split(&gross, &self.output_rate, minor)?;
        let (mut cost, mut input_vat) = (Exact::zero(), Exact::zero());
        for each in &self.costs {
            let scale = if each.varies_with_volume { volume.clone() } else { Exact::one() };
            let paid = Exact::from(each.gross) * scale;
            let taxed = split(&paid, &each.input_rate.into(), minor)?;
            let credit = taxed.tax * Exact::from(each.deductible);
            cost = cost + paid - &credit;
            input_vat = input_vat + credit;
        }
        let vat_payable = &revenue.tax - &input_vat;
        let surcharges = minor.round(&(vat_payable.clone().at_least_zero() * &self.surcharge_rate));
        let profit = &revenue.net - &cost - &surcharges;
        Ok(Margin {
            share: profit.over(&revenue.net),
            paid,
            gross,
            net_revenue: revenue.net,
            output_vat: revenue.tax,
            input_vat,
            vat_payable,
            surcharges,
            cost,
            profit,
        })
    }

    /// What the buyer pays of what is asked, and what reaches the seller.
    fn reached(&self, asked: &Exact, minor: Minor) -> (Exact, Exact) {
        let keep = |left: Exact, share: &Decimal| left * (Exact::one() - Exact::from(*share));
        let through = minor.round(&self.channel.iter().fold(asked.clone(), keep));
        let Some(voucher) = &self.voucher else { return (asked.clone(), through) };
        let off = Exact::from(voucher.amount).min(asked.clone().at_least_zero());
        let paid = asked - &off;
        match voucher.bearer {
            VoucherBearer::Seller => (paid, through - off),
            VoucherBearer::Other => (paid, through),
        }
    }

    /// The profit that a cut costs at the same volume: cut × net revenue × (1 − surcharge rate × output rate). Tax
    /// cancels out but for its surcharges, as long as it is paid at all.
    ///
    /// # Errors
    /// A rate of minus one.
    pub fn lost_in_closed_form(&self, cut: &Exact) -> Result<Exact, RatingError> {
        let keep = |left: Exact, share: &Decimal| left * (Exact::one() - Exact::from(*share));
        let net = (self.channel.iter().fold(&self.gross_price * &self.units, keep))
            .over(&(Exact::one() + &self.output_rate))
            .ok_or(RatingError::NotPositive { field: "output_rate" })?;
        Ok(cut * net * (Exact::one() - &self.surcharge_rate * &self.output_rate))
    }
}

/// One unit's figures, for the volume that makes up for a cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFigures {
    pub net_price: Exact,
    pub variable_cost: Exact,
    pub input_vat: Exact,
    pub output_rate: Exact,
    pub surcharge_rate: Exact,
}

/// What a cut takes from each unit and how much more must be sold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BreakEven {
    pub lost_per_unit: Exact,
    pub contribution_after: Exact,
    /// As a part of today's volume; nothing when a unit no longer earns anything, and no volume makes up for it.
    pub uplift: Option<Exact>,
}

/// u = x·n(1−s·r) ÷ (n(1−x)(1−s·r) − c + s·i), while tax is paid.
pub fn break_even(unit: &UnitFigures, cut: &Exact) -> BreakEven {
    let kept = &unit.net_price * (Exact::one() - &unit.surcharge_rate * &unit.output_rate);
    let lost_per_unit = cut * &kept;
    let contribution_after =
        kept * (Exact::one() - cut) - &unit.variable_cost + &unit.surcharge_rate * &unit.input_vat;
    let uplift = lost_per_unit.over(&contribution_after).filter(|_| contribution_after.is_positive());
    BreakEven { lost_per_unit, contribution_after, uplift }
}

/// A seller who pays a levy on the net and deducts nothing 小规模纳税人: net, tax and surcharges.
///
/// # Errors
/// A rate of minus one.
pub fn small_scale(
    gross: &Exact,
    levy: &Exact,
    surcharge_rate: &Exact,
    minor: Minor,
) -> Result<(Exact, Exact, Exact), RatingError> {
    let taxed = split(gross, levy, minor)?;
    let surcharges = minor.round(&(&taxed.tax * surcharge_rate));
    Ok((taxed.net, taxed.tax, surcharges))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::Rounding;

    const FEN: Minor = Minor { places: 2, rounding: Rounding::HalfUp };

    fn reference() -> Economics {
        let cost = |name: &str, gross: i64, percent: i64, varies| Cost {
            name: name.to_owned(),
            gross: gross.into(),
            input_rate: Decimal::new(percent, 2),
            deductible: Decimal::ONE,
            varies_with_volume: varies,
        };
        Economics {
            gross_price: 106.into(),
            units: 10_000.into(),
            output_rate: Exact::scaled(6, 2),
            costs: vec![
                cost("electricity", 113_000, 13, true),
                cost("depreciation", 300_000, 0, false),
                cost("bandwidth", 54_500, 9, true),
                cost("staff", 180_000, 0, false),
            ],
            surcharge_rate: Exact::scaled(12, 2),
            channel: Vec::new(),
            voucher: None,
        }
    }

    fn percent(share: Option<Exact>) -> String {
        (share.unwrap() * Exact::from(100)).shown_at(4).unwrap().to_string()
    }

    #[test]
    fn the_reference_cut_costs_what_the_closed_form_says() {
        let economics = reference();
        let cut = Exact::scaled(10, 2);
        let before = economics.after(&Exact::zero(), &Exact::zero(), FEN).unwrap();
        let after = economics.after(&cut, &Exact::zero(), FEN).unwrap();
        assert_eq!(
            (percent(before.share.clone()), before.profit.clone()),
            ("36.49".to_owned(), 364_900.into())
        );
        assert_eq!(
            (percent(after.share.clone()), after.profit.clone()),
            ("29.5133".to_owned(), 265_620.into())
        );
        let lost = &before.profit - &after.profit;
        assert_eq!(lost, economics.lost_in_closed_form(&cut).unwrap());
        assert_eq!(lost, 99_280.into());
        // 99,280 of 364,900.
        assert_eq!(percent(lost.over(&before.profit)), "27.2075");
    }

    #[test]
    fn volume_that_follows_the_price_is_priced_and_costed() {
        let after = reference().after(&Exact::scaled(10, 2), &Exact::scaled(15, 1), FEN).unwrap();
        assert_eq!((percent(after.share.clone()), after.profit), ("36.4699".to_owned(), 377_463.into()));
    }

    #[test]
    fn a_voucher_costs_the_margin_of_who_bears_it() {
        let with = |bearer| {
            let mut economics = reference();
            economics.voucher = Some(Voucher { amount: 106_000.into(), bearer });
            let margin = economics.after(&Exact::zero(), &Exact::zero(), FEN).unwrap();
            (margin.paid, margin.profit)
        };
        // The seller's own voucher is a cut by 10 %.
        assert_eq!(with(VoucherBearer::Seller), (954_000.into(), 265_620.into()));
        assert_eq!(with(VoucherBearer::Other), (954_000.into(), 364_900.into()));
        let mut economics = reference();
        economics.channel = vec![Decimal::new(10, 2)];
        let margin = economics.after(&Exact::zero(), &Exact::zero(), FEN).unwrap();
        assert_eq!((margin.paid, margin.profit), (1_060_000.into(), 265_620.into()));
    }

    #[test]
    fn tax_that_is_not_deducted_is_a_cost() {
        let mut economics = reference();
        economics.costs[0].deductible = Decimal::ZERO;
        let margin = economics.after(&Exact::zero(), &Exact::zero(), FEN).unwrap();
        // The 13,000 stay, and the tax that is paid rises by them: 12 % of it again.
        assert_eq!(margin.profit, (364_900 - 13_000 - 1_560).into());
    }

    #[test]
    fn no_volume_makes_up_for_a_unit_that_earns_nothing() {
        let unit = UnitFigures {
            net_price: 100.into(),
            variable_cost: 95.into(),
            input_vat: Exact::zero(),
            output_rate: Exact::zero(),
            surcharge_rate: Exact::zero(),
        };
        assert_eq!(break_even(&unit, &Exact::scaled(10, 2)).uplift, None);
        assert_eq!(break_even(&unit, &Exact::scaled(1, 2)).uplift, Exact::ratio(1, 4));
    }
}
