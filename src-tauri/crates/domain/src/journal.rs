//! The acts a person can do to the record, as the audit journal names them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::acceptance::{Conclusion, Mark};

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
    /// Digest of what stands beside it since then.
    pub note: String,
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

/// One act with the arguments of its sentence. Names of people never stand in the chain itself: the store keeps
/// the arguments beside it, by salted digest. `PersonErased::covers` names every entry beside which something was
/// erased: nothing else may differ from what the chain has sealed. `ProjectStarted` names the template it began with;
/// `ManyEdited` is one field of several records of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "act", rename_all = "snake_case")]
pub enum Act {
    WorkspaceCreated,
    SampleMade,
    PassphraseChanged,
    RecoveryKeyChanged,
    BackupMade { file: String },
    BackupRehearsed { file: String, entries: u64 },
    RehearsalFailed { file: String, fault: RehearsalFault },
    WorkspaceExported { folder: String },
    UpdateHandedOver { from: String, to: String },
    TrailExported { en: String, zh: String, file: String },
    WorkspaceTrailExported { file: String },
    ActorSaved { en: String, zh: String },

    ProjectAdded { number: String },
    ProjectEdited { number: String },
    ProjectDuplicated { number: String, from: String },
    ProjectStarted { number: String, en: String, zh: String },
    TemplateSaved { en: String, zh: String },
    TemplateRenamed { en: String, zh: String },
    TemplateRemoved { en: String, zh: String },
    StageSet { number: String, en: String, zh: String },
    ContractSaved { number: String },
    PaymentMilestoneSaved { en: String, zh: String },

    OrganisationAdded { en: String, zh: String },
    OrganisationEdited { en: String, zh: String },
    VendorProfileSaved { en: String, zh: String },
    VendorLogoSet { file: String },
    VendorLogoRemoved { file: String },
    PersonAdded { en: String, zh: String },
    PersonEdited { en: String, zh: String },
    PersonRemoved { en: String, zh: String },
    PersonErased { label: String, reason: String, entries: u32, covers: Vec<Covered> },

    RequirementAdded { number: String },
    RequirementEdited { number: String },
    RequirementRemoved { number: String },
    DeliverableAdded { number: String },
    DeliverableEdited { number: String },
    DeliverableRemoved { number: String },
    ChapterAdded { en: String, zh: String },
    ChapterEdited { en: String, zh: String },
    CriterionAdded { number: String },
    CriterionEdited { number: String },
    CriterionRemoved { number: String },
    LinkMade { from: String, to: String },
    LinkRemoved { from: String, to: String },
    LinkConfirmed { from: String, to: String },
    RequirementsImported { added: u32, changed: u32 },
    CriteriaImported { added: u32, changed: u32 },
    ManyEdited { noun: String, field: String, count: u32 },
    ManyRemoved { noun: String, count: u32 },
    LinksConfirmed { count: u32 },

    RoundAdded { number: String },
    RoundEdited { number: String },
    CriterionMarked { number: String, mark: Mark },
    CriteriaMarked { count: u32, mark: Mark },
    RoundConcluded { number: String, conclusion: Conclusion },
    ConclusionTakenBack { number: String },
    PresenterNoteSaved { number: String },
    OpenIssueAdded { number: String },
    OpenIssueEdited { number: String },
    EvidenceAttached { number: String, file: String },
    EvidenceRemoved { number: String, file: String },
    EvidenceExported { number: String, file: String },

    TextReviewed { label: String },

    DocumentCreated { number: String },
    DocumentDuplicated { number: String, from: String },
    DocumentEdited { number: String },
    SectionSaved { number: String },
    SectionRemoved { number: String },
    SignerSaved { number: String },
    SignerRemoved { number: String },
    DocumentSubmitted { number: String },
    DocumentReturned { number: String, reason: String },
    DocumentIssued { number: String, version: u32 },
    DocumentSigned { number: String, en: String, zh: String },
    SignatureRefused { number: String, en: String, zh: String, reason: String },
    SignedCopyAttached { number: String, en: String, zh: String },
    DocumentSuperseded { number: String },
    DocumentVoided { number: String, reason: String },
    DocumentExported { number: String, file: String },

    Undone { of: Box<Act>, entry: u64 },
    Redone { of: Box<Act>, entry: u64 },
}

impl Act {
    pub fn reversal(&self) -> Reversal {
        use Act::*;
        match self {
            WorkspaceCreated
            | SampleMade
            | PassphraseChanged
            | RecoveryKeyChanged
            | BackupMade { .. }
            | BackupRehearsed { .. }
            | RehearsalFailed { .. }
            | WorkspaceExported { .. }
            | UpdateHandedOver { .. }
            | TrailExported { .. }
            | WorkspaceTrailExported { .. }
            | PersonErased { .. }
            | EvidenceExported { .. }
            | DocumentIssued { .. }
            | DocumentSigned { .. }
            | SignatureRefused { .. }
            | SignedCopyAttached { .. }
            | DocumentSuperseded { .. }
            | DocumentVoided { .. }
            | DocumentExported { .. }
            | Undone { .. }
            | Redone { .. } => Reversal::Final,
            _ => Reversal::Undoable,
        }
    }
}
