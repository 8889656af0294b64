//! A commitment over its term, and a month in progress.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::commitment::{FloorBanking, Term, progress, with_floors};
use crate::error::RatingError;
use crate::exact::{Exact, Rounding};
use crate::model::Minor;
use crate::proration::DayShare;

use super::share;

/// Bills the months of a term by its commitment, or by floors where there are any.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct RateCommitment {
    pub term: Term,
    /// Rated usage of each month, after its discounts and before tax.
    pub usage: Vec<Decimal>,
    /// Sums that must be billed by the end of each month; zero for a month without a floor. With them the term's
    /// overage factor and minimum do not count.
    #[serde(default)]
    pub floors: Vec<Decimal>,
    #[serde(default)]
    pub floor_banking: FloorBanking,
    /// Decimals of the smallest unit.
    pub minor_units: u32,
    /// The month that is not over, held against its part of the commitment.
    #[serde(default)]
    pub in_progress: Option<ProgressAsked>,
}

/// A month that is not over.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ProgressAsked {
    /// What the month is committed to.
    pub commitment: Decimal,
    /// Rated so far.
    pub rated: Decimal,
    /// Days that have passed, of those of the month.
    pub days: DayShare,
}

/// One month as it is billed.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MonthBilled {
    pub usage: Decimal,
    pub invoice: Decimal,
    /// Of the invoice or of what was paid before, what pays for no usage.
    pub unused_fee: Decimal,
    /// The month's usage with its fee, whenever it was paid; none under floors.
    pub effective: Option<Decimal>,
}

/// Where a month stands.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MonthProgress {
    /// Drawn of the commitment; none when it is zero.
    pub drawn_share: Option<Decimal>,
    pub elapsed_share: Decimal,
    /// What the month comes to at this pace; none before its first day has passed.
    pub projected: Option<Decimal>,
    pub projected_unused: Option<Decimal>,
    pub projected_overage: Option<Decimal>,
}

/// A term as it is billed.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CommitmentRated {
    pub months: Vec<MonthBilled>,
    pub total: Decimal,
    /// Committed and not used; none under floors.
    pub unused: Option<Decimal>,
    pub rollover: Option<Decimal>,
    pub forfeited: Option<Decimal>,
    /// What was paid to reach a floor and can still be drawn on; none without floors.
    pub balance: Option<Decimal>,
    pub in_progress: Option<MonthProgress>,
}

/// # Errors
/// Usage below zero, a month without days, figures out of range.
pub fn rate_commitment(asked: &RateCommitment) -> Result<CommitmentRated, RatingError> {
    let minor = Minor { places: asked.minor_units.min(12), rounding: Rounding::HalfUp };
    let usage: Vec<Exact> = asked.usage.iter().map(|month| Exact::from(*month)).collect();
    let in_progress = asked.in_progress.as_ref().map(|month| month_progress(month, minor)).transpose()?;
    let months = |invoices: &[Exact], fees: &[Exact], effective: Option<&[Exact]>| {
        let rows = usage.iter().zip(invoices).zip(fees).zip(0..);
        let month = |(((usage, invoice), fee), at): (((&Exact, &Exact), &Exact), usize)| {
            Ok(MonthBilled {
                usage: usage.shown()?,
                invoice: invoice.shown()?,
                unused_fee: fee.shown()?,
                effective: effective.and_then(|all| all.get(at)).map(Exact::shown).transpose()?,
            })
        };
        rows.map(month).collect::<Result<Vec<_>, RatingError>>()
    };
    if asked.floors.iter().any(|floor| !floor.is_zero()) {
        let floors: Vec<Exact> = asked.floors.iter().map(|floor| Exact::from(*floor)).collect();
        let billed = with_floors(&usage, &floors, asked.floor_banking, minor);
        return Ok(CommitmentRated {
            months: months(&billed.invoices, &billed.top_ups, None)?,
            total: billed.total.shown()?,
            unused: None,
            rollover: None,
            forfeited: None,
            balance: Some(billed.balance.shown()?),
            in_progress,
        });
    }
    let billed = asked.term.bill(&usage, minor)?;
    Ok(CommitmentRated {
        months: months(&billed.invoices, &billed.unused_fees, Some(&billed.effective))?,
        total: billed.total.shown()?,
        unused: Some(billed.unused.shown()?),
        rollover: Some(billed.rollover.shown()?),
        forfeited: Some(billed.forfeited.shown()?),
        balance: None,
        in_progress,
    })
}

fn month_progress(asked: &ProgressAsked, minor: Minor) -> Result<MonthProgress, RatingError> {
    let at = progress(&asked.commitment.into(), &asked.rated.into(), asked.days)?;
    let money = |amount: Option<Exact>| amount.map(|amount| minor.round(&amount).shown()).transpose();
    Ok(MonthProgress {
        drawn_share: share(at.drawn_share.as_ref())?,
        elapsed_share: at.elapsed_share.shown_at(6)?,
        projected: money(at.projected)?,
        projected_unused: money(at.projected_unused)?,
        projected_overage: money(at.projected_overage)?,
    })
}
