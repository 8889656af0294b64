//! When a small or medium-sized supplier has to be paid (Order 802 of the State Council, in force from 1 June 2025):
//! public bodies within 30 days of delivery, 60 where the contract says so; large companies within 60; never only when
//! the buyer was paid; and where payment hangs on acceptance, a late acceptance does not hold the clock.

use chrono::NaiveDate;
use hefu_domain::calendar::{Calendar, Dated, Period};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

const PUBLIC_BODY_DAYS: u32 = 30;
const MOST_DAYS: u32 = 60;

/// Who pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Buyer {
    /// 机关、事业单位
    PublicBody,
    /// 大型企业
    LargeCompany,
    /// Anybody else, to whom the order sets no days.
    Other,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SupplierPayment {
    pub buyer: Buyer,
    /// Whether the supplier is small or medium-sized; none when nobody knows.
    pub supplier_is_small: Option<bool>,
    pub delivered: NaiveDate,
    /// Days the contract gives; none when it gives none.
    pub agreed_days: Option<u32>,
    /// How payment hangs on acceptance; none when it hangs on delivery.
    pub acceptance: Option<AcceptanceTerm>,
    /// The contract pays only once the buyer was paid.
    #[serde(default)]
    pub pay_when_paid: bool,
}

/// What the contract says of acceptance, and what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AcceptanceTerm {
    /// How long after delivery acceptance may take; none when the contract does not say.
    pub period: Option<Period>,
    pub accepted: Option<NaiveDate>,
}

/// From where the days are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "SupplierPaymentStart")]
pub enum Start {
    Delivery,
    Acceptance,
    /// Acceptance was not done in its agreed time: the day on which that ended.
    AcceptancePeriodEnd,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SupplierPaymentDue {
    pub starts: Option<NaiveDate>,
    pub counted_from: Option<Start>,
    /// Days that were counted.
    pub days: Option<u32>,
    /// The last day on which payment is in time; none when the order sets none or it cannot be known.
    pub due: Option<Dated>,
    pub problems: Vec<SupplierPaymentProblem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum SupplierPaymentProblem {
    /// The contract gives more days than the order lets it; the order's were counted.
    TermTooLong { agreed: u32, most: u32 },
    /// Such a clause does not hold.
    PayWhenPaid,
    /// Payment hangs on acceptance, which has neither happened nor an agreed end.
    NoAcceptancePeriod,
    /// Nobody knows whether the supplier is small; the days are as if it were.
    SizeUnknown,
    /// The order sets no days here; what the contract says holds.
    NotCovered,
    /// What it says was accepted before it was delivered.
    AcceptedBeforeDelivery,
}

/// When the supplier has to be paid, by the calendar that the contract names.
pub fn due(payment: &SupplierPayment, calendar: &Calendar) -> SupplierPaymentDue {
    let mut problems = Vec::new();
    let is_covered = payment.buyer != Buyer::Other && payment.supplier_is_small != Some(false);
    if payment.supplier_is_small.is_none() && is_covered {
        problems.push(SupplierPaymentProblem::SizeUnknown);
    }
    if payment.pay_when_paid && is_covered {
        problems.push(SupplierPaymentProblem::PayWhenPaid);
    }
    let days = if is_covered {
        Some(legal_days(payment, &mut problems))
    } else {
        problems.push(SupplierPaymentProblem::NotCovered);
        payment.agreed_days
    };
    let start = start(payment, calendar, &mut problems);
    let due = days.zip(start).map(|(days, (day, _))| calendar.period_end(day, Period::Days(days)));
    SupplierPaymentDue {
        starts: start.map(|(day, _)| day),
        counted_from: start.map(|(_, from)| from),
        days,
        due,
        problems,
    }
}

fn legal_days(payment: &SupplierPayment, problems: &mut Vec<SupplierPaymentProblem>) -> u32 {
    let most = MOST_DAYS;
    let usual = if payment.buyer == Buyer::PublicBody { PUBLIC_BODY_DAYS } else { most };
    let agreed = payment.agreed_days.unwrap_or(usual);
    if agreed > most {
        problems.push(SupplierPaymentProblem::TermTooLong { agreed, most });
    }
    agreed.min(most)
}

fn start(
    payment: &SupplierPayment,
    calendar: &Calendar,
    problems: &mut Vec<SupplierPaymentProblem>,
) -> Option<(NaiveDate, Start)> {
    let Some(term) = payment.acceptance else { return Some((payment.delivered, Start::Delivery)) };
    if term.accepted.is_some_and(|accepted| accepted < payment.delivered) {
        problems.push(SupplierPaymentProblem::AcceptedBeforeDelivery);
    }
    let end = term.period.map(|period| calendar.period_end(payment.delivered, period).date);
    match (term.accepted, end) {
        (Some(accepted), Some(end)) if accepted > end => Some((end, Start::AcceptancePeriodEnd)),
        (Some(accepted), _) => Some((accepted, Start::Acceptance)),
        (None, Some(end)) => Some((end, Start::AcceptancePeriodEnd)),
        (None, None) => {
            problems.push(SupplierPaymentProblem::NoAcceptancePeriod);
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn calendar() -> Calendar {
        Calendar::parse(include_str!("../../../library/calendars/cn.toml")).unwrap()
    }

    fn payment(buyer: Buyer, delivered: &str) -> SupplierPayment {
        SupplierPayment {
            buyer,
            supplier_is_small: Some(true),
            delivered: day(delivered),
            agreed_days: None,
            acceptance: None,
            pay_when_paid: false,
        }
    }

    fn due_on(payment: &SupplierPayment) -> Option<NaiveDate> {
        due(payment, &calendar()).due.map(|due| due.date)
    }

    /// The database partner's two hand-overs of the sample, to a large vendor, worked by hand.
    #[test]
    fn the_days_of_the_order() {
        for (buyer, delivered, agreed, last) in [
            // 9 July and 31 days is 9 August; 29 more, 7 September, a Monday.
            (Buyer::LargeCompany, "2026-07-09", None, "2026-09-07"),
            // 20 September 2026 is a Sunday on which people work.
            (Buyer::LargeCompany, "2026-07-22", None, "2026-09-20"),
            (Buyer::PublicBody, "2026-06-10", None, "2026-07-10"),
            (Buyer::PublicBody, "2026-06-10", Some(45), "2026-07-27"),
            // 60 days, not 90.
            (Buyer::PublicBody, "2026-06-10", Some(90), "2026-08-10"),
            (Buyer::LargeCompany, "2026-07-09", Some(15), "2026-07-24"),
        ] {
            let payment = SupplierPayment { agreed_days: agreed, ..payment(buyer, delivered) };
            assert_eq!(due_on(&payment), Some(day(last)), "{delivered} {agreed:?}");
        }
        let long = SupplierPayment { agreed_days: Some(90), ..payment(Buyer::LargeCompany, "2026-07-09") };
        let problems = due(&long, &calendar()).problems;
        assert_eq!(problems, [SupplierPaymentProblem::TermTooLong { agreed: 90, most: 60 }]);
    }

    #[test]
    fn a_late_acceptance_does_not_hold_the_clock() {
        let with = |period, accepted: Option<&str>| SupplierPayment {
            acceptance: Some(AcceptanceTerm { period, accepted: accepted.map(day) }),
            ..payment(Buyer::LargeCompany, "2026-07-22")
        };
        let ten = Some(Period::WorkingDays(10));
        // The tenth working day after 22 July is 5 August; 60 days later is 4 October, in the holiday to the 7th.
        for (payment, starts, from, last) in [
            (with(ten, Some("2026-08-28")), "2026-08-05", Start::AcceptancePeriodEnd, "2026-10-08"),
            (with(ten, None), "2026-08-05", Start::AcceptancePeriodEnd, "2026-10-08"),
            (with(ten, Some("2026-07-31")), "2026-07-31", Start::Acceptance, "2026-09-29"),
            (with(None, Some("2026-07-31")), "2026-07-31", Start::Acceptance, "2026-09-29"),
        ] {
            let found = due(&payment, &calendar());
            assert_eq!((found.starts, found.counted_from), (Some(day(starts)), Some(from)));
            assert_eq!(found.due.map(|due| due.date), Some(day(last)), "{payment:?}");
        }
        let never = due(&with(None, None), &calendar());
        assert_eq!((never.due, never.problems), (None, vec![SupplierPaymentProblem::NoAcceptancePeriod]));
        let early = due(&with(ten, Some("2026-07-01")), &calendar());
        assert_eq!(early.problems, [SupplierPaymentProblem::AcceptedBeforeDelivery]);
    }

    #[test]
    fn who_is_not_covered_is_told_and_who_may_be_is_counted_as_if() {
        let large = SupplierPayment {
            supplier_is_small: Some(false),
            pay_when_paid: true,
            agreed_days: Some(90),
            ..payment(Buyer::LargeCompany, "2026-07-09")
        };
        let found = due(&large, &calendar());
        assert_eq!((found.days, found.problems), (Some(90), vec![SupplierPaymentProblem::NotCovered]));
        let other = due(&payment(Buyer::Other, "2026-07-09"), &calendar());
        assert_eq!((other.due, other.problems), (None, vec![SupplierPaymentProblem::NotCovered]));
        let unknown = SupplierPayment {
            supplier_is_small: None,
            pay_when_paid: true,
            ..payment(Buyer::LargeCompany, "2026-07-09")
        };
        let found = due(&unknown, &calendar());
        assert_eq!(found.due.map(|due| due.date), Some(day("2026-09-07")));
        assert_eq!(
            found.problems,
            [SupplierPaymentProblem::SizeUnknown, SupplierPaymentProblem::PayWhenPaid]
        );
    }
}
