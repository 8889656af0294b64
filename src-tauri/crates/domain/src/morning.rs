//! What a person answered to what her program showed her in the morning: a notice taken up or turned down, and a line
//! of Today put off to a later day.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::{NoticeReplyId, PersonId, PostponementId, ProjectId};
use crate::text::Text;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoticeAnswer {
    /// It became a risk or an action.
    Accepted,
    Dismissed,
}

/// The answer to a notice, by which it is not raised again on the same facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct NoticeReply {
    pub id: NoticeReplyId,
    /// Of a notice that concerns several, the project of the first record that it names.
    pub project: ProjectId,
    /// SHA-256 (hex) of rule, project, records and facts.
    pub fingerprint: String,
    pub rule: String,
    /// What was said when it was answered.
    pub title: Text,
    pub answer: NoticeAnswer,
    /// Why it was dismissed; blank otherwise.
    pub reason: String,
    pub answered_by: Option<PersonId>,
    pub answered: NaiveDate,
    /// The risk or action that it became.
    pub became: Option<Uuid>,
}

/// A line of Today that is put off: until its day it is not shown there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Postponement {
    pub id: PostponementId,
    pub project: ProjectId,
    /// The kind of line: `action_due`.
    pub line: String,
    /// The record that the line is of.
    pub record: Uuid,
    /// What the line was called.
    pub title: Text,
    /// The day on which it is shown again.
    pub until: NaiveDate,
    pub postponed_by: Option<PersonId>,
    pub postponed: NaiveDate,
}

impl Postponement {
    /// Whether it keeps this line from being shown.
    pub fn hides(&self, line: &str, record: Uuid, today: NaiveDate) -> bool {
        self.line == line && self.record == record && self.until > today
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_back_on_its_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let put_off = Postponement {
            id: PostponementId(Uuid::nil()),
            project: ProjectId(Uuid::nil()),
            line: "action_due".into(),
            record: Uuid::max(),
            title: Text::reviewed("Call", "致电"),
            until: day("2026-10-09"),
            postponed_by: None,
            postponed: day("2026-09-28"),
        };
        assert!(put_off.hides("action_due", Uuid::max(), day("2026-10-08")));
        assert!(!put_off.hides("action_due", Uuid::max(), day("2026-10-09")));
        assert!(!put_off.hides("issue_due", Uuid::max(), day("2026-10-08")));
        assert!(!put_off.hides("action_due", Uuid::nil(), day("2026-10-08")));
    }
}
