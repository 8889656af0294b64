//! The amounts of an invoice on their way from the price to what is payable.

use crate::allocation;
use crate::discount::{Bounds, over_cap, stack, under_minimum};
use crate::error::RatingError;
use crate::exact::{Exact, Rounding};
use crate::model::Minor;
use crate::plan::Operation;
use crate::step::{Rule, Step};
use crate::tax::{Taxed, lines};

use super::usage::{PricedLine, price};
use super::{Invoice, InvoiceLine, LineKind, Rating, Residue};

/// One line on its way.
struct Amount {
    kind: LineKind,
    line: Option<String>,
    /// What was used and what of it was priced.
    quantities: Option<(Exact, Exact)>,
    amount: Exact,
    tax_rate: Exact,
    counts: bool,
    steps: Vec<Step>,
}

pub(super) struct Amounts {
    minor: Minor,
    lines: Vec<Amount>,
    taxed: Option<Vec<Taxed>>,
    payable: Exact,
    balance: Exact,
    steps: Vec<Step>,
    residues: Vec<Residue>,
}

impl Amounts {
    /// Every line of the plan with its price.
    pub(super) fn priced(rating: &Rating, minor: Minor) -> Result<Self, RatingError> {
        let plan = &rating.plan;
        for (line, at) in plan.lines.iter().zip(0..) {
            if plan.lines[..at].iter().any(|other| other.id == line.id) {
                return Err(RatingError::Repeated { name: line.id.clone() });
            }
        }
        if let Some(stray) =
            rating.usage.iter().find(|each| plan.lines.iter().all(|line| line.id != each.line))
        {
            return Err(RatingError::Unknown { name: stray.line.clone() });
        }
        let common = plan.tax.as_ref().map_or_else(Exact::zero, |tax| tax.rate.into());
        let mut amounts = Self {
            minor,
            lines: Vec::new(),
            taxed: None,
            payable: Exact::zero(),
            balance: rating.balance.into(),
            steps: Vec::new(),
            residues: Vec::new(),
        };
        let mut settled = Exact::zero();
        for line in &plan.lines {
            let PricedLine { used, rated, exact, amount, steps } = price(line, rating, minor)?;
            settled =
                settled + amounts.keep_residue(&line.id, &exact, &amount, rating, line.is_debited_each)?;
            amounts.lines.push(Amount {
                kind: LineKind::Plan,
                line: Some(line.id.clone()),
                quantities: Some((used, rated)),
                amount,
                tax_rate: line.tax_rate.map_or_else(|| common.clone(), Exact::from),
                counts: !line.is_outside_commitment,
                steps,
            });
        }
        if settled.is_positive() {
            amounts.add(LineKind::Residue, settled, common, true, Vec::new());
        }
        Ok(amounts)
    }

    /// Notes what rounding left of a line; what of it is billed now.
    fn keep_residue(
        &mut self,
        line: &str,
        exact: &Exact,
        billed: &Exact,
        rating: &Rating,
        is_debited: bool,
    ) -> Result<Exact, RatingError> {
        let residue = exact - billed;
        if residue.is_zero() {
            return Ok(residue);
        }
        let is_settled = rating.settles_residue && is_debited;
        let settled =
            if is_settled { residue.round(self.minor.places, Rounding::Down) } else { Exact::zero() };
        self.residues.push(Residue {
            line: line.to_owned(),
            exact: exact.shown()?,
            billed: billed.shown()?,
            residue: residue.shown()?,
            settled: settled.shown()?,
        });
        Ok(settled)
    }

    fn add(&mut self, kind: LineKind, amount: Exact, tax_rate: Exact, counts: bool, steps: Vec<Step>) {
        self.lines.push(Amount { kind, line: None, quantities: None, amount, tax_rate, counts, steps });
    }

    /// What counts towards minimum, cap and commitment.
    fn counted(&self) -> Exact {
        self.lines.iter().filter(|line| line.counts).map(|line| &line.amount).sum()
    }

    pub(super) fn apply(&mut self, operation: Operation, rating: &Rating) -> Result<(), RatingError> {
        let plan = &rating.plan;
        let bounds = Bounds {
            billed_before: rating.billed_before.into(),
            minimum: plan.minimum.map(Exact::from),
            maximum: plan.cap.map(Exact::from),
            is_last: rating.is_last,
        };
        let common = plan.tax.as_ref().map_or_else(Exact::zero, |tax| tax.rate.into());
        match operation {
            Operation::FreeUnits | Operation::ResourcePacks | Operation::PriceModel => Ok(()),
            Operation::PercentDiscount => self.take_percents(rating),
            Operation::FixedDiscount => self.take_fixed(rating),
            Operation::Cap => {
                let over = over_cap(&self.counted(), &bounds);
                self.take_off(&over, Rule::Cap, |line| line.counts)
            }
            Operation::Minimum => {
                let counted = self.counted();
                let more = self.minor.round(&under_minimum(&counted, &bounds));
                self.top_up(LineKind::Minimum, Rule::Minimum, &counted, more, common)
            }
            Operation::Commitment => self.commit(rating, common),
            Operation::Credit => self.credit(rating, &common),
            Operation::Tax => self.tax(rating),
            Operation::Balance => self.pay_from_balance(rating),
        }
    }

    fn take_percents(&mut self, rating: &Rating) -> Result<(), RatingError> {
        for amount in self.lines.iter_mut().filter(|line| line.kind == LineKind::Plan) {
            let own = rating.plan.lines.iter().find(|line| Some(&line.id) == amount.line.as_ref());
            let own = own.map_or(&[][..], |line| &line.percent_discounts);
            let percents = [own, &rating.plan.percent_discounts].concat();
            let (left, steps) = stack(&amount.amount, &percents, &[])?;
            amount.amount = self.minor.round(&left);
            amount.steps.extend(steps);
        }
        Ok(())
    }

    fn take_fixed(&mut self, rating: &Rating) -> Result<(), RatingError> {
        for amount in self.lines.iter_mut().filter(|line| line.kind == LineKind::Plan) {
            let own = rating.plan.lines.iter().find(|line| Some(&line.id) == amount.line.as_ref());
            let (left, steps) =
                stack(&amount.amount, &[], own.map_or(&[][..], |line| &line.fixed_discounts))?;
            amount.amount = self.minor.round(&left);
            amount.steps.extend(steps);
        }
        for fixed in &rating.plan.fixed_discounts {
            let there: Exact = self.lines.iter().map(|line| line.amount.clone().at_least_zero()).sum();
            let off = self.minor.round(&Exact::from(*fixed)).min(there);
            self.take_off(&off, Rule::FixedDiscount, |_| true)?;
        }
        Ok(())
    }

    /// Takes an amount off the lines that it is for, by what they come to, and says so on each.
    fn take_off(&mut self, off: &Exact, rule: Rule, is_of: fn(&Amount) -> bool) -> Result<(), RatingError> {
        if !off.is_positive() {
            return Ok(());
        }
        let weight = |line: &Amount| if is_of(line) { line.amount.clone() } else { Exact::zero() };
        let weights: Vec<Exact> = self.lines.iter().map(weight).collect();
        let shares = allocation::by_weight(off, &weights, self.minor.places).shares;
        for (line, share) in self.lines.iter_mut().zip(shares).filter(|(_, share)| share.is_positive()) {
            let left = &line.amount - &share;
            line.steps.push(Step::new(rule, &line.amount, &left)?.by(&share)?);
            line.amount = left;
        }
        Ok(())
    }

    fn top_up(
        &mut self,
        kind: LineKind,
        rule: Rule,
        before: &Exact,
        more: Exact,
        tax_rate: Exact,
    ) -> Result<(), RatingError> {
        if more.is_zero() {
            return Ok(());
        }
        let step = Step::new(rule, before, &(before + &more))?.by(&more)?;
        self.add(kind, more, tax_rate, true, vec![step]);
        Ok(())
    }

    /// An amount commitment: C + k × what is rated beyond C, as one line beside those of the usage.
    fn commit(&mut self, rating: &Rating, tax_rate: Exact) -> Result<(), RatingError> {
        let Some(terms) = &rating.plan.commitment else { return Ok(()) };
        let (committed, factor) = (Exact::from(terms.amount), Exact::from(terms.overage_factor));
        let counted = self.counted();
        let (_, total, _) = crate::commitment::amount_with_overage(&committed, &counted, &factor, self.minor);
        let rule = if counted > committed { Rule::Overage } else { Rule::Commitment };
        self.top_up(LineKind::Commitment, rule, &counted, total - &counted, tax_rate)
    }

    /// Before tax a credit is a line; behind it, it lowers what is payable, and never below nothing.
    fn credit(&mut self, rating: &Rating, tax_rate: &Exact) -> Result<(), RatingError> {
        for credit in &rating.credits {
            let credit = self.minor.round(&Exact::from(*credit));
            match self.taxed {
                None => {
                    let step = Step::new(Rule::Credit, &credit, &-credit.clone())?;
                    self.add(LineKind::Credit, -credit, tax_rate.clone(), false, vec![step]);
                }
                Some(_) => {
                    let left = (&self.payable - &credit).at_least_zero();
                    self.steps.push(Step::new(Rule::Credit, &self.payable, &left)?.by(&credit)?);
                    self.payable = left;
                }
            }
        }
        Ok(())
    }

    fn tax(&mut self, rating: &Rating) -> Result<(), RatingError> {
        let Some(terms) = &rating.plan.tax else { return self.untaxed() };
        let amounts: Vec<(Exact, Exact)> =
            self.lines.iter().map(|line| (line.amount.clone(), line.tax_rate.clone())).collect();
        let taxed = lines(&amounts, terms.inclusion, terms.level, self.minor)?;
        let rule = match terms.inclusion {
            crate::tax::Inclusion::Included => Rule::TaxSplit,
            crate::tax::Inclusion::Excluded => Rule::TaxAdded,
        };
        for (line, taxed) in self.lines.iter_mut().zip(&taxed) {
            let to = if rule == Rule::TaxSplit { &taxed.net } else { &taxed.tax };
            line.steps.push(Step::new(rule, &line.amount, to)?.by(&line.tax_rate)?);
        }
        self.payable = taxed.iter().map(Taxed::total).sum();
        self.taxed = Some(taxed);
        Ok(())
    }

    fn untaxed(&mut self) -> Result<(), RatingError> {
        let net = |line: &Amount| Taxed { net: line.amount.clone(), tax: Exact::zero() };
        let taxed: Vec<Taxed> = self.lines.iter().map(net).collect();
        self.payable = taxed.iter().map(Taxed::total).sum();
        self.taxed = Some(taxed);
        Ok(())
    }

    fn pay_from_balance(&mut self, rating: &Rating) -> Result<(), RatingError> {
        if self.taxed.is_none() {
            self.tax(rating)?;
        }
        let paid = self.balance.clone().at_least_zero().min(self.payable.clone().at_least_zero());
        if paid.is_positive() {
            let left = &self.payable - &paid;
            self.steps.push(Step::new(Rule::Balance, &self.payable, &left)?.by(&paid)?);
            (self.payable, self.balance) = (left, &self.balance - &paid);
        }
        Ok(())
    }

    pub(super) fn into_invoice(mut self, rating: &Rating) -> Result<Invoice, RatingError> {
        if self.taxed.is_none() {
            self.tax(rating)?;
        }
        let taxed = self.taxed.unwrap_or_default();
        let net: Exact = taxed.iter().map(|each| &each.net).sum();
        let tax: Exact = taxed.iter().map(|each| &each.tax).sum();
        let mut shown = Vec::with_capacity(self.lines.len());
        for (line, taxed) in self.lines.into_iter().zip(taxed) {
            let (quantity, rated_quantity) = match line.quantities {
                Some((used, rated)) => (Some(used.shown()?), Some(rated.shown()?)),
                None => (None, None),
            };
            shown.push(InvoiceLine {
                kind: line.kind,
                line: line.line,
                quantity,
                rated_quantity,
                amount: line.amount.shown()?,
                net: taxed.net.shown()?,
                tax: taxed.tax.shown()?,
                steps: line.steps,
            });
        }
        Ok(Invoice {
            currency: rating.plan.currency.clone(),
            order: rating.plan.order.clone(),
            lines: shown,
            net: net.shown()?,
            tax: tax.shown()?,
            total: (net + tax).shown()?,
            payable: self.payable.shown()?,
            balance: self.balance.shown()?,
            steps: self.steps,
            residues: self.residues,
            warnings: rating.plan.warnings()?,
        })
    }
}
