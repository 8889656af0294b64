//! What a client sees of a round while it is presented, and the presenter's own notes beside it.
//!
//! The view is made of types that are named as the client's, field by field: a field of any other type, such as a
//! record or [`Internal`] words, does not compile.
//!
//! ```compile_fail
//! hefu_api::for_client! {
//!     /// A record brings its internal fields along.
//!     struct Presented { witness: hefu_domain::party::Person }
//! }
//! ```
//! ```compile_fail
//! hefu_api::for_client! {
//!     struct Presented { note: hefu_domain::internal::Internal }
//! }
//! ```
//! ```
//! hefu_api::for_client! {
//!     struct Presented { witness: Option<hefu_domain::text::Words> }
//! }
//! ```

use chrono::NaiveDate;
use hefu_domain::acceptance::{Conclusion, Mark, RoundKind, Tally};
use hefu_domain::id::{CriterionId, EvidenceId, RoundId};
use hefu_domain::internal::Internal;
use hefu_domain::scope::Method;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What may stand in a client's view. Implemented for plain values, for the words of a text without the state of
/// its review, and by [`for_client!`](crate::for_client) for structures of these; never for a record.
pub trait ForClient {}

macro_rules! plain {
    ($($name:ty),+ $(,)?) => { $(impl ForClient for $name {})+ };
}
plain!(
    u32,
    String,
    NaiveDate,
    Words,
    Mark,
    Conclusion,
    RoundKind,
    Tally,
    Method,
    CriterionId,
    EvidenceId,
    RoundId
);
plain!(PartyRole, Writing, Showing);
impl<T: ForClient> ForClient for Option<T> {}
impl<T: ForClient> ForClient for Vec<T> {}

/// Declares structures whose every field may be seen by a client.
#[macro_export]
macro_rules! for_client {
    ($($(#[$about:meta])* $see:vis struct $name:ident {
        $($(#[$what:meta])* $visible:vis $field:ident: $kind:ty),* $(,)?
    })+) => {$(
        $(#[$about])*
        $see struct $name { $($(#[$what])* $visible $field: $kind),* }

        impl $crate::presentation::ForClient for $name where $($kind: $crate::presentation::ForClient),* {}
    )+};
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
pub struct PresentRound {
    pub round: RoundId,
}

/// Whether marks and remarks can still be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Writing {
    Open,
    /// The report of the round is issued.
    Closed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PartyRole {
    Client,
    Vendor,
    Supervisor,
}

/// How evidence can be shown on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Showing {
    /// A picture that `present_photograph` hands over.
    Photograph,
    /// By its title alone.
    Titled,
}

for_client! {
    /// A round as the client sees it.
    #[derive(Debug, Serialize, JsonSchema)]
    pub struct PresentedRound {
        pub round: RoundId,
        /// `PA-01`.
        pub number: String,
        pub kind: RoundKind,
        /// First, second, … round of its kind.
        pub ordinal: u32,
        pub project_number: String,
        pub project_title: Words,
        pub parties: Vec<PresentedParty>,
        /// The day of the meeting, or the day it is planned for.
        pub date: Option<NaiveDate>,
        pub writing: Writing,
        pub tally: Tally,
        pub conclusion: Option<Conclusion>,
        /// Criteria in the whole round.
        pub total: u32,
        /// Only chapters that have criteria.
        pub chapters: Vec<PresentedChapter>,
    }

    #[derive(Debug, Serialize, JsonSchema)]
    pub struct PresentedParty {
        pub role: PartyRole,
        pub name: Words,
    }

    #[derive(Debug, Serialize, JsonSchema)]
    pub struct PresentedChapter {
        pub number: u32,
        pub title: Words,
        pub tally: Tally,
        pub items: Vec<PresentedItem>,
    }

    /// One criterion with what was found.
    #[derive(Debug, Serialize, JsonSchema)]
    pub struct PresentedItem {
        pub criterion: CriterionId,
        /// `3.4`.
        pub number: String,
        /// Its place in the whole round, from 1.
        pub place: u32,
        pub text: Words,
        pub method: Method,
        /// The requirements it proves.
        pub requirements: Vec<PresentedRequirement>,
        pub mark: Mark,
        pub measured: Words,
        pub remark: Words,
        pub witness: Option<Words>,
        pub evidence: Vec<PresentedEvidence>,
    }

    #[derive(Debug, Serialize, JsonSchema)]
    pub struct PresentedRequirement {
        pub number: String,
        pub title: Words,
    }

    #[derive(Debug, Serialize, JsonSchema)]
    pub struct PresentedEvidence {
        pub evidence: EvidenceId,
        pub number: String,
        pub title: Words,
        /// `PDF`; empty when the file's name does not tell.
        pub file_type: String,
        pub date: NaiveDate,
        pub showing: Showing,
    }

    /// A photograph as it is shown: upright, without what the camera wrote beside it, and of at most twice the pixels
    /// asked for each way.
    #[derive(Debug, Serialize, JsonSchema)]
    pub struct PresentedPhotograph {
        pub evidence: EvidenceId,
        pub title: Words,
        pub date: NaiveDate,
        /// Pixels.
        pub width: u32,
        /// Pixels.
        pub height: u32,
        /// `image/jpeg` or `image/png`.
        pub media: String,
        /// The file as base64.
        pub bytes: String,
    }
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
pub struct PresentPhotograph {
    pub evidence: EvidenceId,
    /// Pixels that the screen has for it; one of up to twice as many each way stays as it is.
    pub width: u32,
    pub height: u32,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
pub struct PresenterNotesOf {
    pub round: RoundId,
}

/// The presenter's notes to the criteria of a round's project; a criterion without one is left out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PresenterNotes {
    pub notes: Vec<PresenterNoteView>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PresenterNoteView {
    pub criterion: CriterionId,
    pub note: Internal,
}

/// An empty note takes it away.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SavePresenterNote {
    pub criterion: CriterionId,
    pub note: Internal,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PresenterNoteSaved {
    pub criterion: CriterionId,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    /// Every name a client's reply can have, so that a new field is a decision and not an accident.
    const SEEN: [&str; 39] = [
        "bytes",
        "chapters",
        "conclusion",
        "criterion",
        "date",
        "en",
        "evidence",
        "failed",
        "file_type",
        "height",
        "items",
        "kind",
        "mark",
        "measured",
        "media",
        "method",
        "name",
        "not_tested",
        "number",
        "ordinal",
        "parties",
        "passed",
        "passed_with_remark",
        "place",
        "project_number",
        "project_title",
        "remark",
        "requirements",
        "role",
        "round",
        "showing",
        "tally",
        "text",
        "title",
        "total",
        "width",
        "witness",
        "writing",
        "zh",
    ];

    fn names(schema: &Value, whole: &Value, found: &mut BTreeSet<String>, seen: &mut BTreeSet<String>) {
        match schema {
            Value::Object(fields) => {
                if let Some(Value::Object(properties)) = fields.get("properties") {
                    found.extend(properties.keys().cloned());
                }
                if let Some(name) = fields.get("$ref").and_then(Value::as_str)
                    && seen.insert(name.to_owned())
                {
                    let definition = name.trim_start_matches("#/$defs/");
                    names(&whole["$defs"][definition], whole, found, seen);
                }
                fields.values().for_each(|each| names(each, whole, found, seen));
            }
            Value::Array(items) => items.iter().for_each(|each| names(each, whole, found, seen)),
            _ => {}
        }
    }

    #[test]
    fn a_client_can_be_told_these_fields_and_no_other() {
        let catalogue = crate::catalogue();
        let rows = catalogue["commands"].as_array().unwrap();
        let (mut found, mut seen) = (BTreeSet::new(), BTreeSet::new());
        for command in ["present_round", "present_photograph"] {
            let row = rows.iter().find(|row| row["name"] == command).unwrap();
            names(&row["view"], &catalogue, &mut found, &mut seen);
        }
        let named: BTreeSet<String> = SEEN.iter().map(ToString::to_string).collect();
        assert_eq!(found, named);
    }
}
