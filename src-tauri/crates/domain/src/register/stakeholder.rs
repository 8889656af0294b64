//! The people who matter to a project, and how they stand to it. How they stand is the vendor's own view: no paper and no
//! export for a client has a place for it.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kept;
use crate::id::PersonId;

/// How a person stands to the project, the most friendly first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Attitude {
    Champion,
    Supportive,
    Neutral,
    Cautious,
    Sceptical,
}

kept! {
    /// A person who can help a project or stop it.
    Stakeholder(StakeholderId) as StakeholderFields in "SH-"
    texts { /** What the person is to the project: sponsor, user, examiner. */ title }
    fields {
        person: Option<PersonId>,
        /// How much the person decides, from 1 to [`LEVELS`]; none when nobody has judged it.
        power: Option<u8>,
        /// How much the person cares, from 1 to [`LEVELS`]; none when nobody has judged it.
        interest: Option<u8>,
        /// None when nobody has judged it.
        attitude: Option<Attitude>,
        /// What the vendor's own people should know.
        internal_note: String,
        /// Weeks within which the person should be met again; none: as is usual.
        rhythm: Option<u16>,
        /// Since when the person has been part of the project.
        since: Option<NaiveDate>,
        last_met: Option<NaiveDate>,
    }
}

/// The highest power and interest.
pub const LEVELS: u8 = 5;
