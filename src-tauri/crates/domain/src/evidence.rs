//! Evidence 佐证材料: a file or a photograph that supports a mark.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{CriterionId, EvidenceId, PersonId, ProjectId};
use crate::text::Text;

/// Where the bytes are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "held")]
pub enum Holding {
    /// Inside the workspace, by hash.
    Kept { sha256: String, size: u64 },
    /// Outside; only the hash is kept.
    Referenced { sha256: String, size: u64, path: String },
    /// Named in the record; its bytes have not been given to Hefu.
    Named,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    pub id: EvidenceId,
    pub project: ProjectId,
    pub criterion: CriterionId,
    pub number: String,
    pub title: Text,
    pub file_name: String,
    pub kind: String,
    pub date: NaiveDate,
    pub valid_until: Option<NaiveDate>,
    pub provided_by: Option<PersonId>,
    pub holding: Holding,
}

impl Evidence {
    /// True when its validity ended before `today`; on its last day it still holds.
    pub fn is_expired(&self, today: NaiveDate) -> bool {
        self.valid_until.is_some_and(|last| last < today)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn evidence_holds_on_its_last_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let evidence = |valid_until| Evidence {
            id: EvidenceId(Uuid::nil()),
            project: ProjectId(Uuid::nil()),
            criterion: CriterionId(Uuid::nil()),
            number: "EV-001".into(),
            title: Text::reviewed("Record", "记录"),
            file_name: "record.pdf".into(),
            kind: "record".into(),
            date: day("2026-06-01"),
            valid_until,
            provided_by: None,
            holding: Holding::Named,
        };
        let until = Some(day("2026-09-27"));
        assert!(!evidence(until).is_expired(day("2026-09-27")));
        assert!(evidence(until).is_expired(day("2026-09-28")));
        assert!(!evidence(None).is_expired(day("2036-09-28")));
    }
}
