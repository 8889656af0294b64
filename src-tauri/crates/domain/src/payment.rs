//! Payment milestones: trigger, amount, and what stands between the work and the money.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::acceptance::{Round, RoundKind};
use crate::contract::Contract;
use crate::id::{PaymentMilestoneId, ProjectId};
use crate::money::{Money, MoneyError};
use crate::scope::Deliverable;
use crate::text::Text;

/// The event that makes a payment due to be invoiced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Trigger {
    ContractInForce,
    GoodsReceived,
    PreliminaryAcceptanceSigned,
    FinalAcceptanceSigned,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PaymentMilestone {
    pub id: PaymentMilestoneId,
    pub project: ProjectId,
    pub position: u32,
    pub title: Text,
    /// Fraction of the contract amount.
    pub share: Decimal,
    pub amount: Decimal,
    /// ISO 4217.
    pub currency: String,
    pub trigger: Trigger,
    /// The day the trigger's event happened; none while it is awaited.
    pub triggered: Option<NaiveDate>,
    pub paid: Option<NaiveDate>,
    /// Calendar days after the trigger within which the invoice is to be sent.
    pub invoice_within_days: Option<u32>,
}

/// What a payment waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentState {
    Paid,
    /// The trigger has happened; the money is not in.
    Due,
    /// The work is there to be accepted; only a signature is missing.
    WaitingForSignature,
    /// The work that triggers it lies ahead.
    Open,
}

/// How far a project has come, as far as money hangs on it.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    pub contract: Option<&'a Contract>,
    pub deliverables: &'a [Deliverable],
    pub rounds: &'a [Round],
}

impl PaymentMilestone {
    /// Derived from the record: a payment waits for a signature once what the trigger's paper certifies exists:
    /// a contract for its coming into force, goods handed over for their receipt, a round of acceptance for its
    /// report.
    pub fn state(&self, progress: &Progress<'_>) -> PaymentState {
        if self.paid.is_some() {
            return PaymentState::Paid;
        }
        if self.triggered.is_some() {
            return PaymentState::Due;
        }
        let round = |kind| progress.rounds.iter().any(|round| round.kind == kind);
        let ready = match self.trigger {
            Trigger::ContractInForce => progress.contract.is_some(),
            Trigger::GoodsReceived => progress.deliverables.iter().any(|goods| goods.handed_over.is_some()),
            Trigger::PreliminaryAcceptanceSigned => round(RoundKind::Preliminary),
            Trigger::FinalAcceptanceSigned => round(RoundKind::Final),
        };
        if ready { PaymentState::WaitingForSignature } else { PaymentState::Open }
    }

    /// The last day on which the invoice is in time; none while the trigger is awaited or no term is agreed.
    pub fn invoice_by(&self) -> Option<NaiveDate> {
        let days = chrono::Days::new(self.invoice_within_days?.into());
        self.triggered?.checked_add_days(days)
    }

    /// # Errors
    /// When the currency is unknown or the amount has a fraction of its smallest unit.
    pub fn money(&self) -> Result<Money, MoneyError> {
        Money::in_code(self.amount, &self.currency)
    }
}

impl Trigger {
    /// The trigger that the signed report of a round of acceptance pulls.
    pub fn of_round(kind: RoundKind) -> Self {
        match kind {
            RoundKind::Preliminary => Self::PreliminaryAcceptanceSigned,
            RoundKind::Final => Self::FinalAcceptanceSigned,
        }
    }
}

/// One sum a currency of the milestones that only a signature holds back.
///
/// # Errors
/// When an amount cannot be counted.
pub fn waiting_for_signature<'a>(
    milestones: impl IntoIterator<Item = (&'a PaymentMilestone, PaymentState)>,
) -> Result<Vec<Money>, MoneyError> {
    let waiting = milestones.into_iter().filter(|(_, state)| *state == PaymentState::WaitingForSignature);
    Money::totals(waiting.map(|(milestone, _)| milestone.money()).collect::<Result<Vec<_>, _>>()?)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::id::{DeliverableId, RoundId};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn milestone(trigger: Trigger, amount: i64, currency: &str) -> PaymentMilestone {
        PaymentMilestone {
            id: PaymentMilestoneId(Uuid::nil()),
            project: ProjectId(Uuid::nil()),
            position: 1,
            title: Text::reviewed("Payment on delivery", "到货款"),
            share: Decimal::new(30, 2),
            amount: amount.into(),
            currency: currency.into(),
            trigger,
            triggered: None,
            paid: None,
            invoice_within_days: Some(10),
        }
    }

    fn round(kind: RoundKind) -> Round {
        Round {
            id: RoundId(Uuid::nil()),
            project: ProjectId(Uuid::nil()),
            number: "PA-01".into(),
            kind,
            ordinal: 1,
            planned: None,
            notice: None,
            meeting: None,
            conclusion: None,
        }
    }

    #[test]
    fn a_payment_waits_for_a_signature_once_the_work_is_there() {
        let goods = Deliverable {
            id: DeliverableId(Uuid::nil()),
            project: ProjectId(Uuid::nil()),
            number: "D-01".into(),
            title: Text::default(),
            stack: None,
            organisation: None,
            due: None,
            handed_over: Some(day("2026-06-05")),
        };
        let promised = Deliverable { handed_over: None, ..goods.clone() };
        let rounds = [round(RoundKind::Preliminary)];
        let progress = |deliverables, rounds| Progress { contract: None, deliverables, rounds };
        let (waiting, open) = (PaymentState::WaitingForSignature, PaymentState::Open);
        let goods = std::slice::from_ref(&goods);
        let promised = std::slice::from_ref(&promised);
        for (trigger, progress, state) in [
            (Trigger::ContractInForce, progress(goods, &rounds), open),
            (Trigger::GoodsReceived, progress(promised, &rounds), open),
            (Trigger::GoodsReceived, progress(goods, &[]), waiting),
            (Trigger::PreliminaryAcceptanceSigned, progress(goods, &[]), open),
            (Trigger::PreliminaryAcceptanceSigned, progress(goods, &rounds), waiting),
            (Trigger::FinalAcceptanceSigned, progress(goods, &rounds), open),
        ] {
            assert_eq!(milestone(trigger, 1, "CNY").state(&progress), state, "{trigger:?}");
        }
        let due = PaymentMilestone {
            triggered: Some(day("2026-09-28")),
            ..milestone(Trigger::GoodsReceived, 1, "CNY")
        };
        assert_eq!(due.state(&progress(&[], &[])), PaymentState::Due);
        assert_eq!(due.invoice_by(), Some(day("2026-10-08")));
        let paid = PaymentMilestone { paid: Some(day("2026-10-20")), ..due };
        assert_eq!(paid.state(&progress(&[], &[])), PaymentState::Paid);
        assert_eq!(milestone(Trigger::GoodsReceived, 1, "CNY").invoice_by(), None);
        for kind in [RoundKind::Preliminary, RoundKind::Final] {
            let signed = milestone(Trigger::of_round(kind), 1, "CNY");
            let rounds = [round(kind)];
            let progress = Progress { contract: None, deliverables: &[], rounds: &rounds };
            assert_eq!(signed.state(&progress), waiting);
        }
    }

    #[test]
    fn money_that_waits_is_summed_by_currency() {
        let all = [
            (milestone(Trigger::GoodsReceived, 2_820_000, "CNY"), PaymentState::WaitingForSignature),
            (milestone(Trigger::GoodsReceived, 9, "SGD"), PaymentState::WaitingForSignature),
            (milestone(Trigger::GoodsReceived, 3_240_000, "CNY"), PaymentState::WaitingForSignature),
            (milestone(Trigger::GoodsReceived, 1_000, "CNY"), PaymentState::Due),
        ];
        let sums = waiting_for_signature(all.iter().map(|(milestone, state)| (milestone, *state))).unwrap();
        assert_eq!(sums.iter().map(ToString::to_string).collect::<Vec<_>>(), ["CNY 6060000.00", "SGD 9.00"]);
    }
}
