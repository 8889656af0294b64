//! Commitments over a term: what each month is billed, what stays unused, and where a month in progress stands.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::Exact;
use crate::model::Minor;

/// When a commitment is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "TermPayment")]
pub enum Payment {
    /// Usage as it comes; the last month makes up what is missing.
    #[default]
    Arrears,
    /// The whole commitment with the first month.
    Prepaid,
}

/// What becomes of a top-up to a floor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FloorBanking {
    /// A balance that later usage draws on first.
    #[default]
    Banked,
    /// It pays for nothing: a year can cost more than its usage.
    Lost,
}

/// A committed amount over the months of a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "CommitmentTerm")]
pub struct Term {
    pub commitment: Decimal,
    #[serde(default)]
    pub payment: Payment,
    /// What usage beyond the commitment costs of its rated amount: 0.85, 1, 1.3.
    pub overage_factor: Decimal,
    /// The part of what is unused that goes on into the next term.
    #[serde(default)]
    pub rollover_fraction: Decimal,
    /// The least that each month is billed inside the commitment.
    #[serde(default)]
    pub monthly_minimum: Option<Decimal>,
}

/// A term as it was billed, month by month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TermBilled {
    pub invoices: Vec<Exact>,
    /// Of each invoice, what was paid without usage.
    pub unused_fees: Vec<Exact>,
    /// Usage with the fee for what was not used, whenever it was paid.
    pub effective: Vec<Exact>,
    pub total: Exact,
    pub unused: Exact,
    pub rollover: Exact,
    pub forfeited: Exact,
}

impl Term {
    /// What each month of the term is billed for its rated usage; the last month given ends the term.
    ///
    /// # Errors
    /// [`RatingError::Negative`] when a month's usage is below zero.
    pub fn bill(&self, usage: &[Exact], minor: Minor) -> Result<TermBilled, RatingError> {
        let committed = Exact::from(self.commitment);
        let factor = Exact::from(self.overage_factor);
        let least = self.monthly_minimum.map(Exact::from);
        let mut billed = TermBilled::default();
        // Usage so far, and what was paid inside the commitment so far.
        let (mut used, mut paid) = (Exact::zero(), Exact::zero());
        for (month, at) in usage.iter().zip(1..) {
            if month.is_negative() {
                return Err(RatingError::Negative { field: "usage" });
            }
            let above = |sum: &Exact| (sum - &committed).at_least_zero();
            let before = above(&used);
            used = used + month;
            let over = above(&used) - before;
            let within = minor.round(&(month - &over));
            let beyond = minor.round(&(&over * &factor));
            let mut fee = least.as_ref().map_or_else(Exact::zero, |least| (least - &within).at_least_zero());
            fee = fee.min((&committed - &paid - &within).at_least_zero());
            if at == usage.len() {
                fee = fee.max((&committed - &paid - &within).at_least_zero());
            }
            paid = paid + &within + &fee;
            let invoice = match (self.payment, at) {
                (Payment::Arrears, _) => &within + &beyond + &fee,
                (Payment::Prepaid, 1) => &committed + &beyond,
                (Payment::Prepaid, _) => beyond.clone(),
            };
            billed.effective.push(within + &beyond + &fee);
            billed.invoices.push(invoice);
            billed.unused_fees.push(fee);
        }
        billed.total = billed.invoices.iter().sum();
        billed.unused = (committed - used).at_least_zero();
        billed.rollover = minor.round(&(&billed.unused * Exact::from(self.rollover_fraction)));
        billed.forfeited = &billed.unused - &billed.rollover;
        Ok(billed)
    }
}

/// Months billed under floors that rise over a term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FloorsBilled {
    pub invoices: Vec<Exact>,
    /// Of each invoice, what tops it up to the floor.
    pub top_ups: Vec<Exact>,
    pub total: Exact,
    /// What was paid and is still there to be drawn on.
    pub balance: Exact,
}

/// Bills each month its usage, and what is missing to the sum that must be billed by its end; a month without a floor
/// has zero.
pub fn with_floors(usage: &[Exact], floors: &[Exact], banking: FloorBanking, minor: Minor) -> FloorsBilled {
    let mut billed = FloorsBilled::default();
    let none = Exact::zero();
    for (month, floor) in usage.iter().zip(floors.iter().chain(std::iter::repeat(&none))) {
        let drawn = month.clone().at_least_zero().min(billed.balance.clone());
        billed.balance = &billed.balance - &drawn;
        let due = minor.round(&(month - drawn));
        let top_up = minor.round(&(floor - &billed.total - &due).at_least_zero());
        if banking == FloorBanking::Banked {
            billed.balance = &billed.balance + &top_up;
        }
        let invoice = due + &top_up;
        billed.total = &billed.total + &invoice;
        billed.invoices.push(invoice);
        billed.top_ups.push(top_up);
    }
    billed
}

/// A committed amount of one period with a price for rated usage beyond it: overage, total, unused.
pub fn amount_with_overage(
    commitment: &Exact,
    rated: &Exact,
    factor: &Exact,
    minor: Minor,
) -> (Exact, Exact, Exact) {
    let overage = minor.round(&((rated - commitment).at_least_zero() * factor));
    (overage.clone(), commitment + overage, (commitment - rated).at_least_zero())
}

/// What is missing to the committed amount of the days in scope, rounded once.
pub fn true_up(commitment: &Exact, fraction: &Exact, used: &Exact, minor: Minor) -> Exact {
    minor.round(&(commitment * fraction - used)).at_least_zero()
}

/// A month that is not over, held against its commitment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Used of the commitment; nothing when there is none.
    pub drawn_share: Option<Exact>,
    /// Days passed of the days of the month.
    pub elapsed_share: Exact,
    /// What the month comes to when the rest goes on as it began; nothing before the first day has passed.
    pub projected: Option<Exact>,
    /// What would be paid without usage, and beyond the commitment, at that pace.
    pub projected_unused: Option<Exact>,
    pub projected_overage: Option<Exact>,
}

/// Where a month stands after the days that have passed.
///
/// # Errors
/// [`RatingError::EmptyPeriod`] when the month has no day.
pub fn progress(
    commitment: &Exact,
    used: &Exact,
    days: crate::proration::DayShare,
) -> Result<Progress, RatingError> {
    let elapsed = days.fraction()?;
    let projected = used.over(&elapsed);
    let beyond = |sum: &Exact| (sum - commitment).at_least_zero();
    let short = |sum: &Exact| (commitment - sum).at_least_zero();
    Ok(Progress {
        drawn_share: used.over(commitment),
        projected_unused: projected.as_ref().map(short),
        projected_overage: projected.as_ref().map(beyond),
        projected,
        elapsed_share: elapsed,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exact::Rounding;
    use crate::proration::DayShare;

    const FEN: Minor = Minor { places: 2, rounding: Rounding::HalfUp };

    fn months(figures: &[i64]) -> Vec<Exact> {
        figures.iter().copied().map(Exact::from).collect()
    }

    #[test]
    fn floors_that_are_lost_cost_more_than_usage() {
        let (usage, floors) = (months(&[100, 300, 50, 350]), months(&[0, 450, 0, 900]));
        let lost = with_floors(&usage, &floors, FloorBanking::Lost, FEN);
        assert_eq!(lost.invoices, months(&[100, 350, 50, 400]));
        let banked = with_floors(&usage, &floors, FloorBanking::Banked, FEN);
        // The 50 of the top-up pay for the third month.
        assert_eq!(banked.invoices, months(&[100, 350, 0, 450]));
        assert_eq!(banked.balance, 100.into());
        let more =
            with_floors(&months(&[100, 300, 50, 450]), &months(&[0, 450, 0, 800]), FloorBanking::Lost, FEN);
        // Usage is 900, above the year's 800, and 950 are paid.
        assert_eq!(more.total, 950.into());
    }

    #[test]
    fn a_prepaid_term_bills_its_commitment_once() {
        let term = Term {
            commitment: 1200.into(),
            payment: Payment::Prepaid,
            overage_factor: Decimal::new(5, 1),
            rollover_fraction: Decimal::new(25, 2),
            monthly_minimum: None,
        };
        let over = term.bill(&months(&[600, 700]), FEN).unwrap();
        assert_eq!(over.invoices, months(&[1200, 50]));
        let under = term.bill(&months(&[600, 200]), FEN).unwrap();
        assert_eq!(under.invoices, months(&[1200, 0]));
        assert_eq!((under.unused, under.rollover, under.forfeited), (400.into(), 100.into(), 300.into()));
        // Cost follows usage, and the last month bears what was not used.
        assert_eq!(under.effective, months(&[600, 600]));
    }

    #[test]
    fn a_month_in_progress_is_held_against_its_commitment() {
        let after = progress(&310.into(), &200.into(), DayShare { days: 10, of: 30 }).unwrap();
        assert_eq!(after.projected, Some(600.into()));
        assert_eq!(after.projected_overage, Some(290.into()));
        assert_eq!(after.drawn_share, Exact::ratio(20, 31));
        let at_first = progress(&310.into(), &Exact::zero(), DayShare { days: 0, of: 30 }).unwrap();
        assert_eq!((at_first.projected, at_first.projected_unused), (None, None));
    }
}
