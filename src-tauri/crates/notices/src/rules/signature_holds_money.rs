//! A paper waits for a signature and money waits behind it. The work is done and paid for by the vendor; each day without a
//! signature is lent to the client, and nobody but the one who asks will bring it nearer.

use serde_json::json;

use super::days;
use crate::facts::Facts;
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let notice = |signature: &crate::facts::Signature| {
        let money = signature.money.filter(|money| money.amount() > 0.into())?;
        let waited = days(signature.since, facts.today);
        if waited <= i64::from(facts.limits.signature_days) {
            return None;
        }
        let mut records = vec![Record::new("document", &signature.document)];
        records.extend(signature.waits_for.iter().map(|person| Record::new("person", person)));
        Some(Notice::new(
            RuleName::SignatureHoldsMoney,
            Proposal::Action,
            Some(&signature.project),
            records,
            &[("since", json!(signature.since)), ("money", json!(money.to_string()))],
            &[("days", json!(waited))],
        ))
    };
    facts.signatures.iter().filter_map(notice).collect()
}

#[cfg(test)]
mod tests {
    use hefu_domain::money::Money;

    use super::*;
    use crate::facts::Signature;
    use crate::testing::{again, day, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::SignatureHoldsMoney;

    fn signature(today: &str, amount: Option<i64>) -> Facts {
        let signature = Signature {
            project: "prj-harbour".into(),
            document: "doc-pa-01".into(),
            since: day("2026-09-24"),
            waits_for: Some("p-lin".into()),
            money: amount.map(|amount| Money::in_code(amount.into(), "CNY").unwrap()),
        };
        Facts { signatures: vec![signature], ..facts(today) }
    }

    #[test]
    fn it_fires_on_the_fourth_day() {
        let notice = fires(&signature("2026-09-28", Some(3_240_000)), RULE);
        assert_eq!(notice.facts["money"], json!("CNY 3240000.00"));
        assert_eq!((&notice.measures["days"], notice.records.len()), (&json!(4), 2));
    }

    #[test]
    fn it_is_silent_for_three_days_and_without_money() {
        silent(&signature("2026-09-27", Some(3_240_000)), RULE);
        silent(&signature("2026-09-28", None), RULE);
        silent(&signature("2026-09-28", Some(0)), RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_paper_and_sum() {
        let first = signature("2026-09-28", Some(3_240_000));
        not_twice(&first, &signature("2026-10-09", Some(3_240_000)), RULE);
        again(&first, &signature("2026-09-28", Some(3_240_001)), RULE);
    }
}
