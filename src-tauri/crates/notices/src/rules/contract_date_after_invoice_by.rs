//! A date on which money depends lies after the client's last day for invoices. What is signed a day later is paid out of
//! another year's budget, months later if at all; what could be signed before has to be moved before, and in time.

use serde_json::json;

use super::days;
use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let is_after = |date: &&crate::facts::ContractDate| {
        date.expected > date.invoice_by && date.invoice_by >= facts.today
    };
    let notice = |date: &crate::facts::ContractDate| {
        let milestone = &date.milestone;
        Notice::new(
            RuleName::ContractDateAfterInvoiceBy,
            Proposal::Risk,
            Some(&date.project),
            vec![Record::new(&milestone.noun, &milestone.id), Record::new("contract", &date.contract)],
            &[
                ("expected", json!(date.expected)),
                ("invoice_by", json!(date.invoice_by)),
                ("money", json!(date.money.map(|money| money.to_string()))),
            ],
            &[("days", json!(days(date.invoice_by, date.expected)))],
        )
    };
    facts.contract_dates.iter().filter(is_after).map(notice).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{ContractDate, Named};
    use crate::testing::{again, day, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::ContractDateAfterInvoiceBy;

    fn date(today: &str, expected: &str) -> Facts {
        let date = ContractDate {
            project: "prj-harbour".into(),
            contract: "ctr-harbour".into(),
            milestone: Named { noun: "payment_milestone".into(), id: "pay-4".into() },
            expected: day(expected),
            invoice_by: day("2026-12-11"),
            money: None,
        };
        Facts { contract_dates: vec![date], ..facts(today) }
    }

    /// The sample's final acceptance moved from 8 to 23 December.
    #[test]
    fn it_fires_from_the_day_after() {
        assert_eq!(fires(&date("2026-09-28", "2026-12-23"), RULE).measures["days"], json!(12));
        fires(&date("2026-12-11", "2026-12-12"), RULE);
    }

    #[test]
    fn it_is_silent_up_to_the_day_and_once_the_day_is_past() {
        silent(&date("2026-09-28", "2026-12-08"), RULE);
        silent(&date("2026-09-28", "2026-12-11"), RULE);
        silent(&date("2026-12-12", "2026-12-23"), RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_dates() {
        not_twice(&date("2026-09-28", "2026-12-23"), &date("2026-10-28", "2026-12-23"), RULE);
        again(&date("2026-09-28", "2026-12-23"), &date("2026-09-28", "2026-12-30"), RULE);
    }
}
