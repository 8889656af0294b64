//! Checks: the questions that a stage has to answer with evidence, as a row of its list.

use chrono::NaiveDate;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::gate::{CheckFact, CheckState, Validity};

/// One row of a stage's checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// What people call it: `SOV-04`.
    pub number: String,
    /// What is asked.
    pub title: Words,
    /// What answers it.
    #[serde(default)]
    pub proof: Words,
    pub state: CheckState,
    pub owner: Option<String>,
    pub decided: Option<NaiveDate>,
    #[serde(default)]
    pub note: Words,
    pub evidence: Vec<CheckEvidence>,
    /// The waiver that stands in for an answer.
    pub waiver: Option<String>,
}

/// A piece of evidence for a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CheckEvidence {
    pub id: String,
    pub validity: Validity,
}

impl Check {
    /// What a gate reads of it: accepted, it holds as long as the evidence that runs out first; accepted on no
    /// evidence at all, for how long is not known.
    pub fn fact(&self) -> CheckFact {
        let validity = self.evidence.iter().map(|evidence| evidence.validity).reduce(shorter);
        CheckFact { state: self.state, validity: validity.unwrap_or(Validity::Unknown) }
    }
}

fn shorter(one: Validity, other: Validity) -> Validity {
    match (one, other) {
        (Validity::Unknown, _) | (_, Validity::Unknown) => Validity::Unknown,
        (Validity::Until(one), Validity::Until(other)) => Validity::Until(one.min(other)),
        (Validity::Until(day), Validity::Always) | (Validity::Always, Validity::Until(day)) => {
            Validity::Until(day)
        }
        (Validity::Always, Validity::Always) => Validity::Always,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_check_holds_as_long_as_its_evidence() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let until = |text: &str| Validity::Until(day(text));
        let fact = |validities: &[Validity]| {
            let evidence = |validity: &Validity| CheckEvidence { id: "EV".into(), validity: *validity };
            let check = Check {
                number: "SOV-04".into(),
                title: Words { en: "Who holds the keys?".into(), zh: "密钥由谁保管？".into() },
                proof: Words::default(),
                state: CheckState::Accepted,
                owner: None,
                decided: None,
                note: Words::default(),
                evidence: validities.iter().map(evidence).collect(),
                waiver: None,
            };
            check.fact().validity
        };
        assert_eq!(fact(&[]), Validity::Unknown);
        assert_eq!(fact(&[Validity::Always]), Validity::Always);
        let two = [until("2026-10-01"), Validity::Always, until("2026-09-24")];
        assert_eq!(fact(&two), until("2026-09-24"));
        assert_eq!(fact(&[until("2026-10-01"), Validity::Unknown]), Validity::Unknown);
    }
}
