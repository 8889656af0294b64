//! Usage of a period as an invoice that explains itself: every operation of the plan in its order, in → out.

mod amounts;
mod usage;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::RatingError;
use crate::exact::Exact;
use crate::plan::{Operation, PlanWarning, PricePlan, RatedPeriod};
use crate::step::Step;

pub use usage::UsageRecord;

use amounts::Amounts;

/// What a period is rated from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RatingAsked")]
pub struct Rating {
    pub plan: PricePlan,
    pub period: RatedPeriod,
    pub usage: Vec<UsageRecord>,
    /// Billed in the period before, of what counts towards minimum and cap.
    #[serde(default)]
    pub billed_before: Decimal,
    /// Whether nothing more is billed for the period after this: a minimum waits for it.
    #[serde(default = "yes")]
    pub is_last: bool,
    /// Credits, as amounts above zero.
    #[serde(default)]
    pub credits: Vec<Decimal>,
    /// What was paid before and is still there.
    #[serde(default)]
    pub balance: Decimal,
    /// Whether the whole smallest units of residues are billed with this.
    #[serde(default)]
    pub settles_residue: bool,
}

fn yes() -> bool {
    true
}

/// Where a line of an invoice comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "RatedLineKind")]
pub enum LineKind {
    /// A line of the plan; at no usage as well, as the proof that it was rated.
    Plan,
    /// What tops up to the minimum.
    Minimum,
    /// What tops up to the commitment, or what its factor adds to usage beyond it and takes off.
    Commitment,
    Credit,
    /// Whole smallest units of what was cut from earlier debits.
    Residue,
}

/// A line of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RatedLine")]
pub struct InvoiceLine {
    pub kind: LineKind,
    /// The line of the plan, where it is one.
    pub line: Option<String>,
    /// What was used; none for what is no usage.
    pub quantity: Option<Decimal>,
    /// What is left of it for the price, after free units and packs.
    pub rated_quantity: Option<Decimal>,
    /// In whole smallest units, before tax is parted or added.
    pub amount: Decimal,
    pub net: Decimal,
    pub tax: Decimal,
    pub steps: Vec<Step>,
}

/// What rounding left of one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RatedResidue")]
pub struct Residue {
    pub line: String,
    /// The amount before it was rounded; twelve decimals are shown.
    pub exact: Decimal,
    pub billed: Decimal,
    /// The first less the second.
    pub residue: Decimal,
    /// Of it, what is billed with this invoice.
    pub settled: Decimal,
}

/// The invoice of a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RatedInvoice")]
pub struct Invoice {
    pub currency: String,
    /// The order that was followed.
    pub order: Vec<Operation>,
    pub lines: Vec<InvoiceLine>,
    pub net: Decimal,
    pub tax: Decimal,
    /// Net and tax.
    pub total: Decimal,
    /// What is left to pay after credits behind the tax and what was paid before.
    pub payable: Decimal,
    /// What was paid before and is left.
    pub balance: Decimal,
    /// Steps of the document as a whole.
    pub steps: Vec<Step>,
    pub residues: Vec<Residue>,
    pub warnings: Vec<PlanWarning>,
}

/// Rates a period.
///
/// # Errors
/// Usage of a line that the plan does not have, terms that contradict each other, figures out of range.
pub fn rate(rating: &Rating) -> Result<Invoice, RatingError> {
    let plan = &rating.plan;
    let minor = plan.minor()?;
    check_order(&plan.order)?;
    let mut amounts = Amounts::priced(rating, minor)?;
    let priced_at = plan.order.iter().position(|each| *each == Operation::PriceModel);
    for operation in plan.order.iter().skip(priced_at.map_or(0, |at| at + 1)) {
        amounts.apply(*operation, rating)?;
    }
    amounts.into_invoice(rating)
}

/// Each operation once, usage before its price and amounts after it, discounts and top-ups before the tax.
fn check_order(order: &[Operation]) -> Result<(), RatingError> {
    use Operation::{Balance, Credit, FreeUnits, PriceModel, ResourcePacks, Tax};
    let (mut is_priced, mut is_taxed) = (false, false);
    for (operation, at) in order.iter().zip(0..) {
        let is_misplaced = match operation {
            FreeUnits | ResourcePacks | PriceModel => is_priced,
            Credit | Balance => !is_priced,
            _ => !is_priced || is_taxed,
        };
        if is_misplaced || order[..at].contains(operation) {
            return Err(RatingError::Misplaced { operation: *operation });
        }
        is_priced |= *operation == PriceModel;
        is_taxed |= *operation == Tax;
    }
    if is_priced { Ok(()) } else { Err(RatingError::Misplaced { operation: PriceModel }) }
}

/// A correction: what the invoice of all usage has more, or less, than the one that was billed. A part is never rated
/// by itself, since it would begin in the lowest tier again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RatedCorrection")]
pub struct Correction {
    pub lines: Vec<CorrectedLine>,
    pub net: Decimal,
    pub tax: Decimal,
    pub total: Decimal,
}

/// One line of a correction; lines that stay as they were are left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CorrectedLine {
    pub kind: LineKind,
    pub line: Option<String>,
    pub was: Decimal,
    pub is: Decimal,
    pub delta_net: Decimal,
    pub delta_tax: Decimal,
}

/// # Errors
/// [`RatingError::OutOfRange`] when a difference is beyond 28 digits.
pub fn correct(billed: &Invoice, anew: &Invoice) -> Result<Correction, RatingError> {
    let key = |line: &InvoiceLine| (line.kind, line.line.clone());
    let mut keys: Vec<(LineKind, Option<String>)> = anew.lines.iter().map(key).collect();
    keys.extend(
        billed.lines.iter().map(key).filter(|each| !anew.lines.iter().any(|line| key(line) == *each)),
    );
    keys.dedup();
    let mut lines = Vec::new();
    for (kind, line) in keys {
        let sum = |invoice: &Invoice, figure: fn(&InvoiceLine) -> Decimal| -> Exact {
            let of_key = invoice.lines.iter().filter(|each| each.kind == kind && each.line == line);
            of_key.map(|each| Exact::from(figure(each))).sum()
        };
        let delta = |figure: fn(&InvoiceLine) -> Decimal| (sum(anew, figure) - sum(billed, figure)).shown();
        let (net, tax) = (delta(|each| each.net)?, delta(|each| each.tax)?);
        if !net.is_zero() || !tax.is_zero() {
            let (was, is) =
                (sum(billed, |each| each.amount).shown()?, sum(anew, |each| each.amount).shown()?);
            lines.push(CorrectedLine { kind, line, was, is, delta_net: net, delta_tax: tax });
        }
    }
    let delta = |was: Decimal, is: Decimal| (Exact::from(is) - Exact::from(was)).shown();
    Ok(Correction {
        lines,
        net: delta(billed.net, anew.net)?,
        tax: delta(billed.tax, anew.tax)?,
        total: delta(billed.total, anew.total)?,
    })
}

/// The red invoice 红字 of an invoice: its exact mirror, so that both together are nothing.
pub fn red(blue: &Invoice) -> Invoice {
    let mut red = blue.clone();
    for line in &mut red.lines {
        (line.amount, line.net, line.tax) = (-line.amount, -line.net, -line.tax);
        line.quantity = line.quantity.map(|quantity| -quantity);
        line.rated_quantity = line.rated_quantity.map(|quantity| -quantity);
        line.steps.clear();
    }
    (red.net, red.tax, red.total, red.payable) = (-red.net, -red.tax, -red.total, -red.total);
    red.balance = Decimal::ZERO;
    red.steps.clear();
    red.residues.clear();
    red
}

#[cfg(test)]
mod tests;
