//! What a cut of the price does: the waterfall before and after, the proof, the volume that makes up for it, and what
//! the buyer really pays.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::{Exact, Rounding};
use crate::margin::{Cost, Economics, Margin, UnitFigures, Voucher, break_even};
use crate::model::Minor;
use crate::tax::{buyer_cost, split};

use super::share;

/// Asks what a cut of the price does.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct PriceMargin {
    /// The list price of a unit, tax included.
    pub gross_price: Decimal,
    pub units: Decimal,
    /// 0.06 for 6 %.
    pub output_rate: Decimal,
    pub costs: Vec<Cost>,
    /// Surcharges as a part of the tax that is paid: 0.12 in a city, 0.10 in a town, 0.08 elsewhere.
    pub surcharge_rate: Decimal,
    /// 0.1 for 10 %.
    pub cut: Decimal,
    /// Per cent of volume that a per cent of price brings.
    #[serde(default)]
    pub elasticity: Decimal,
    /// What each tier of the channel keeps of what reaches it: 0.08 for 8 %.
    #[serde(default)]
    pub channel: Vec<Decimal>,
    #[serde(default)]
    pub voucher: Option<Voucher>,
    /// What the buyer deducts of the tax: 1 with a special invoice and taxable use, 0 for exempt use.
    pub buyer_deductible_share: Decimal,
    /// The margin below which a warning is given: 0.3.
    #[serde(default)]
    pub margin_floor: Option<Decimal>,
    /// Decimals of the smallest unit.
    pub minor_units: u32,
}

/// From the price to the margin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Waterfall {
    /// What the buyer pays, tax included.
    pub paid: Decimal,
    /// What of it, or of others' vouchers, reaches the seller.
    pub gross: Decimal,
    pub output_vat: Decimal,
    pub net_revenue: Decimal,
    pub input_vat: Decimal,
    /// Below zero it is carried forward.
    pub vat_payable: Decimal,
    pub surcharges: Decimal,
    pub cost: Decimal,
    pub profit: Decimal,
    /// 0.3649 for 36.49 %; none without revenue.
    pub margin: Option<Decimal>,
    /// Whether the margin lies under its floor.
    pub is_under_floor: bool,
}

/// The volume that makes up for the cut.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BreakEvenVolume {
    pub lost_per_unit: Decimal,
    pub contribution_after: Decimal,
    /// As a part of today's volume; none when no volume makes up for it.
    pub uplift: Option<Decimal>,
}

/// What one buyer really pays.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct BuyerPays {
    pub paid: Decimal,
    pub tax: Decimal,
    pub input_credit: Decimal,
    pub real_cost: Decimal,
}

/// What a cut of so many per cent costs.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CutRow {
    /// 0.05 for 5 %.
    pub cut: Decimal,
    pub profit: Decimal,
    pub margin: Option<Decimal>,
    pub is_under_floor: bool,
}

/// What a cut does.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MarginPriced {
    pub before: Waterfall,
    pub after: Waterfall,
    pub profit_change: Decimal,
    /// The change as a part of the profit before: −0.272075; none when there was none.
    pub profit_change_share: Option<Decimal>,
    /// The loss of profit at the same volume by the closed form: cut × net × (1 − surcharge rate × output rate).
    pub closed_form_loss: Decimal,
    /// The margin after the cut by the closed form; it holds at the same volume while tax is paid.
    pub closed_form_margin: Option<Decimal>,
    /// Whether the closed form applies and gives the model's profit to the smallest unit for each rounding in it.
    pub is_proved: Option<bool>,
    pub break_even: BreakEvenVolume,
    pub buyer_before: BuyerPays,
    pub buyer_after: BuyerPays,
    /// Cuts of 1 to 30 per cent, with the same elasticity.
    pub each_percent: Vec<CutRow>,
}

/// # Errors
/// A rate of minus one, figures out of range.
pub fn price_margin(asked: &PriceMargin) -> Result<MarginPriced, RatingError> {
    let minor = Minor { places: asked.minor_units.min(12), rounding: Rounding::HalfUp };
    let economics = economics(asked);
    let (cut, elasticity) = (Exact::from(asked.cut), Exact::from(asked.elasticity));
    let before = economics.after(&Exact::zero(), &elasticity, minor)?;
    let after = economics.after(&cut, &elasticity, minor)?;
    let loss = economics.lost_in_closed_form(&cut)?;
    let change = &after.profit - &before.profit;
    let proof = &before.profit - &loss;
    // The closed form is of one volume, one bearer and a tax that is paid.
    let applies = asked.elasticity.is_zero() && asked.voucher.is_none() && after.vat_payable.is_positive();
    let off = &proof - &after.profit;
    let tolerance = Exact::scaled(2, minor.places);
    let kept = &before.net_revenue * (Exact::one() - &cut);
    let each_percent = (1..=30).map(|percent| {
        let cut = Exact::from(percent).percent();
        let margin = economics.after(&cut, &elasticity, minor)?;
        Ok(CutRow {
            cut: cut.shown()?,
            profit: margin.profit.shown()?,
            margin: share(margin.share.as_ref())?,
            is_under_floor: is_under(asked, &margin),
        })
    });
    Ok(MarginPriced {
        profit_change: change.shown()?,
        profit_change_share: share(change.over(&before.profit).as_ref())?,
        closed_form_loss: minor.round(&loss).shown()?,
        closed_form_margin: share(proof.over(&kept).filter(|_| applies).as_ref())?,
        is_proved: applies.then(|| off <= tolerance && -off.clone() <= tolerance),
        break_even: uplift(asked, &economics, minor)?,
        buyer_before: buyer(asked, &before, minor)?,
        buyer_after: buyer(asked, &after, minor)?,
        each_percent: each_percent.collect::<Result<_, RatingError>>()?,
        before: waterfall(asked, &before)?,
        after: waterfall(asked, &after)?,
    })
}

fn economics(asked: &PriceMargin) -> Economics {
    Economics {
        channel: asked.channel.clone(),
        voucher: asked.voucher.clone(),
        gross_price: asked.gross_price.into(),
        units: asked.units.into(),
        output_rate: asked.output_rate.into(),
        costs: asked.costs.clone(),
        surcharge_rate: asked.surcharge_rate.into(),
    }
}

fn is_under(asked: &PriceMargin, margin: &Margin) -> bool {
    asked.margin_floor.zip(margin.share.as_ref()).is_some_and(|(floor, share)| *share < floor.into())
}

fn waterfall(asked: &PriceMargin, margin: &Margin) -> Result<Waterfall, RatingError> {
    Ok(Waterfall {
        paid: margin.paid.shown()?,
        gross: margin.gross.shown()?,
        output_vat: margin.output_vat.shown()?,
        net_revenue: margin.net_revenue.shown()?,
        input_vat: margin.input_vat.shown()?,
        vat_payable: margin.vat_payable.shown()?,
        surcharges: margin.surcharges.shown()?,
        cost: margin.cost.shown()?,
        profit: margin.profit.shown()?,
        margin: share(margin.share.as_ref())?,
        is_under_floor: is_under(asked, margin),
    })
}

fn buyer(asked: &PriceMargin, margin: &Margin, minor: Minor) -> Result<BuyerPays, RatingError> {
    let deductible = Exact::from(asked.buyer_deductible_share);
    let cost = buyer_cost(&margin.paid, &asked.output_rate.into(), &deductible, minor)?;
    Ok(BuyerPays {
        paid: margin.paid.shown()?,
        tax: cost.tax.shown()?,
        input_credit: cost.input_credit.shown()?,
        real_cost: cost.real_cost.shown()?,
    })
}

/// The volume that makes up for the cut, from what varies with it.
fn uplift(asked: &PriceMargin, economics: &Economics, minor: Minor) -> Result<BreakEvenVolume, RatingError> {
    let none = || RatingError::NotPositive { field: "units" };
    let keep = |left: Exact, share: &Decimal| left * (Exact::one() - Exact::from(*share));
    let gross = asked.channel.iter().fold(economics.gross_price.clone(), keep);
    let (mut variable_cost, mut input_vat) = (Exact::zero(), Exact::zero());
    for cost in asked.costs.iter().filter(|cost| cost.varies_with_volume) {
        let taxed = split(&cost.gross.into(), &cost.input_rate.into(), minor)?;
        let credit = taxed.tax * Exact::from(cost.deductible);
        variable_cost = variable_cost + Exact::from(cost.gross) - &credit;
        input_vat = input_vat + credit;
    }
    let unit = UnitFigures {
        net_price: gross.over(&(Exact::one() + &economics.output_rate)).ok_or_else(none)?,
        variable_cost: variable_cost.over(&economics.units).ok_or_else(none)?,
        input_vat: input_vat.over(&economics.units).ok_or_else(none)?,
        output_rate: economics.output_rate.clone(),
        surcharge_rate: economics.surcharge_rate.clone(),
    };
    let even = break_even(&unit, &asked.cut.into());
    Ok(BreakEvenVolume {
        lost_per_unit: even.lost_per_unit.shown()?,
        contribution_after: even.contribution_after.shown()?,
        uplift: share(even.uplift.as_ref())?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reference() -> PriceMargin {
        let cost = |gross: i64, percent: i64, deductible: i64| Cost {
            name: String::new(),
            gross: gross.into(),
            input_rate: Decimal::new(percent, 2),
            deductible: deductible.into(),
            varies_with_volume: false,
        };
        PriceMargin {
            gross_price: 1_060_000.into(),
            units: 1.into(),
            output_rate: Decimal::new(6, 2),
            // Labour; bandwidth; electricity and hardware; software; depreciation.
            costs: vec![
                cost(360_000, 0, 0),
                cost(106_000, 6, 1),
                cost(79_100, 13, 1),
                cost(42_400, 6, 1),
                cost(60_000, 0, 0),
            ],
            surcharge_rate: Decimal::new(12, 2),
            cut: Decimal::new(10, 2),
            elasticity: Decimal::ZERO,
            channel: Vec::new(),
            voucher: None,
            buyer_deductible_share: Decimal::ZERO,
            margin_floor: Some(Decimal::new(30, 2)),
            minor_units: 2,
        }
    }

    #[test]
    fn the_reference_cut_is_the_same_from_the_model_and_from_the_closed_form() {
        let told = price_margin(&reference()).unwrap();
        let text = |figure: Option<Decimal>| figure.map(|figure| figure.to_string());
        assert_eq!(text(told.before.margin).as_deref(), Some("0.3649"));
        assert_eq!(text(told.after.margin).as_deref(), Some("0.295133"));
        assert_eq!(text(told.closed_form_margin).as_deref(), Some("0.295133"));
        assert_eq!(text(told.profit_change_share).as_deref(), Some("-0.272075"));
        assert_eq!((told.profit_change, told.closed_form_loss), ((-99_280).into(), 99_280.into()));
        assert_eq!(told.is_proved, Some(true));
        assert!(!told.before.is_under_floor && told.after.is_under_floor);
        // A hospital deducts nothing.
        assert_eq!(told.buyer_before.real_cost, 1_060_000.into());
        assert_eq!(told.each_percent[9].profit, told.after.profit);
    }
}
