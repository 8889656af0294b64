//! The acts a person can do to the record, as the audit journal names them.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::acceptance::{Conclusion, Mark};
use crate::document::Party;
use crate::noun::Noun;
use crate::register::ConditionSays;

/// Whether an act can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reversal {
    /// Undo restores every row as it was.
    Undoable,
    /// Confirmed beforehand; superseded or voided later, never undone.
    Final,
}

/// An entry of the workspace chain of which a person was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Covered {
    pub entry: u64,
    /// Digest of the note that stands beside it since then.
    pub note: String,
    /// Digest of the images that do; erasures of before format 8 say none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<String>,
}

/// Why a rehearsed restore did not succeed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RehearsalFault {
    /// The file is damaged and cannot be opened or read through.
    Unreadable,
    /// Its journal does not verify.
    Chain,
    /// A kept file is not what its digest says.
    File,
    /// It is whole, but not of this workspace, or of another line of its history.
    Diverged,
}

/// Declares [`Act`] and, for every act, whether it can be taken back: there is no default.
macro_rules! acts {
    ($(#[$about:meta])* $($reversal:ident $act:ident $({ $($field:ident: $type:ty),+ $(,)? })?,)+) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "act", rename_all = "snake_case")]
        pub enum Act {
            $($act $({ $($field: $type),+ })?,)+
        }

        impl Act {
            pub fn reversal(&self) -> Reversal {
                match self {
                    $(Self::$act $({ $($field: _),+ })? => Reversal::$reversal,)+
                }
            }
        }

        /// Every act by the name of its variant.
        const ACTS: &[(&str, Reversal)] = &[$((stringify!($act), Reversal::$reversal)),+];
    };
}

acts! {
    /// One act with the arguments of its sentence. Names of people never stand in the chain itself: the store keeps
    /// the arguments beside it, by salted digest. `PersonErased::covers` names every entry beside which something was
    /// erased: nothing else may differ from what the chain has sealed. `ClockConfirmed` names the day of the latest entry
    /// that spoke against the clock. `ProjectStarted` names the template it began with;
    /// `ManyEdited` is one field of several records of a kind.

    Final WorkspaceCreated,
    Final SampleMade,
    Final FormatRaised { from: u32, to: u32, root: String, covers: Vec<Covered> },
    Final PassphraseChanged,
    Final RecoveryKeyChanged,
    Final BackupMade { file: String },
    Final BackupRehearsed { file: String, entries: u64 },
    Final RehearsalFailed { file: String, fault: RehearsalFault },
    Final WorkspaceExported { folder: String },
    Final UpdateHandedOver { from: String, to: String },
    Final TrailExported { en: String, zh: String, file: String },
    Final WorkspaceTrailExported { file: String },
    Undoable ActorSaved { en: String, zh: String },
    Final ClockConfirmed { latest: NaiveDate },

    Undoable ProjectAdded { number: String },
    Undoable ProjectEdited { number: String },
    Undoable ProjectDuplicated { number: String, from: String },
    Undoable ProjectStarted { number: String, en: String, zh: String },
    Undoable TemplateSaved { en: String, zh: String },
    Undoable TemplateRenamed { en: String, zh: String },
    Undoable TemplateRemoved { en: String, zh: String },
    Undoable StageSet { number: String, en: String, zh: String },
    Undoable ContractSaved { number: String },
    Undoable PaymentMilestoneSaved { en: String, zh: String },

    Undoable OrganisationAdded { en: String, zh: String },
    Undoable OrganisationEdited { en: String, zh: String },
    Undoable VendorProfileSaved { en: String, zh: String },
    Undoable VendorLogoSet { file: String },
    Undoable VendorLogoRemoved { file: String },
    Undoable PersonAdded { en: String, zh: String },
    Undoable PersonEdited { en: String, zh: String },
    Undoable PersonRemoved { en: String, zh: String },
    Final PersonErased { label: String, reason: String, entries: u32, covers: Vec<Covered> },

    Undoable RequirementAdded { number: String },
    Undoable RequirementEdited { number: String },
    Undoable RequirementRemoved { number: String },
    Undoable DeliverableAdded { number: String },
    Undoable DeliverableEdited { number: String },
    Undoable DeliverableRemoved { number: String },
    Undoable ChapterAdded { en: String, zh: String },
    Undoable ChapterEdited { en: String, zh: String },
    Undoable CriterionAdded { number: String },
    Undoable CriterionEdited { number: String },
    Undoable CriterionRemoved { number: String },
    Undoable LinkMade { from: String, to: String },
    Undoable LinkRemoved { from: String, to: String },
    Undoable LinkConfirmed { from: String, to: String },
    Undoable RequirementsImported { added: u32, changed: u32 },
    Undoable CriteriaImported { added: u32, changed: u32 },
    Undoable DeliverablesImported { added: u32, changed: u32 },
    Undoable CaseImported { added: u32, changed: u32 },
    Undoable ManyEdited { noun: String, field: String, count: u32 },
    Undoable ManyRemoved { noun: String, count: u32 },
    Undoable LinksConfirmed { count: u32 },

    Undoable RecordAdded { noun: Noun, en: String, zh: String },
    Undoable RecordEdited { noun: Noun, en: String, zh: String },
    Undoable RecordRemoved { noun: Noun, en: String, zh: String },
    Undoable RiskHappened { number: String, issue: String },
    Undoable ChangeDecided { number: String, decision: String },

    Undoable GatePassed { number: String, en: String, zh: String },
    Undoable ConditionConfirmed { number: String, says: ConditionSays, en: String, zh: String },
    Undoable WaiverGranted { number: String, gate: String, expires: NaiveDate },
    Undoable WaiverEnded { number: String, gate: String },
    Undoable LifecycleSetUp { en: String, zh: String, gates: u32 },

    Undoable NoticeAccepted { number: String, en: String, zh: String },
    Undoable NoticeDismissed { en: String, zh: String },
    Undoable LinePostponed { until: NaiveDate, en: String, zh: String },

    Undoable RoundAdded { number: String },
    Undoable RoundEdited { number: String },
    Undoable CriterionMarked { number: String, mark: Mark },
    Undoable CriteriaMarked { count: u32, mark: Mark },
    Undoable RoundConcluded { number: String, conclusion: Conclusion },
    Undoable ConclusionTakenBack { number: String },
    Undoable PresenterNoteSaved { number: String },
    Undoable OpenIssueAdded { number: String },
    Undoable OpenIssueEdited { number: String },
    Undoable EvidenceAttached { number: String, file: String },
    Undoable EvidenceRemoved { number: String, file: String },
    Final EvidenceExported { number: String, file: String },

    Final MatrixExported { file: String },

    Undoable TextReviewed { label: String },

    Undoable DocumentCreated { number: String },
    Undoable DocumentDuplicated { number: String, from: String },
    Undoable DocumentEdited { number: String },
    Undoable SectionSaved { number: String },
    Undoable SectionRemoved { number: String },
    Undoable SignatureWaived { number: String, party: Party },
    Undoable WaiverTakenBack { number: String, party: Party },
    Undoable SignerSaved { number: String },
    Undoable SignerRemoved { number: String },
    Undoable DocumentSubmitted { number: String },
    Undoable DocumentReturned { number: String, reason: String },
    Final DocumentIssued { number: String, version: u32 },
    Final DocumentSigned { number: String, en: String, zh: String },
    Final SignatureRefused { number: String, en: String, zh: String, reason: String },
    Final SignedCopyAttached { number: String, en: String, zh: String },
    Final DocumentSuperseded { number: String },
    Final DocumentVoided { number: String, reason: String },
    Final DocumentExported { number: String, file: String },

    Final Undone { of: Box<Act>, entry: u64 },
    Final Redone { of: Box<Act>, entry: u64 },
}

/// Whether the act of this name, as the journal writes it, can be taken back; none for an act of a newer program.
pub fn reversal_of(act: &str) -> Option<Reversal> {
    static NAMED: LazyLock<HashMap<String, Reversal>> =
        LazyLock::new(|| ACTS.iter().map(|(name, reversal)| (snake(name), *reversal)).collect());
    NAMED.get(act).copied()
}

/// `ProjectAdded` as `project_added`.
fn snake(name: &str) -> String {
    let mut said = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !said.is_empty() {
            said.push('_');
        }
        said.push(letter.to_ascii_lowercase());
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_act_is_found_by_the_name_that_the_journal_writes() {
        assert_eq!(reversal_of("criterion_marked"), Some(Reversal::Undoable));
        assert_eq!(reversal_of("document_issued"), Some(Reversal::Final));
        assert_eq!(reversal_of("vendor_logo_set"), Some(Reversal::Undoable));
        assert_eq!(reversal_of("thing_of_tomorrow"), None);
        let act = Act::EvidenceExported { number: "EV-001".into(), file: "scan.pdf".into() };
        let name = serde_json::to_value(&act).unwrap()["act"].as_str().unwrap().to_owned();
        assert_eq!(reversal_of(&name), Some(act.reversal()));
    }
}
