//! Identities made from the story's own ids.

use hefu_domain::id::{
    ActionId, ChangeRequestId, ChapterId, ContractId, CriterionId, DecisionId, DeliverableId, DocumentId,
    EvidenceId, FindingId, GateCheckId, GateId, HandOverId, IssueId, LessonId, LinkId, MappingId,
    OpenIssueId, OrganisationId, PaymentMilestoneId, PersonId, ProjectId, RequirementId, RiskId,
    RiskMatrixId, RoundId, SectionId, SignerId, StackId, StageId, TemplateId, VendorProfileId, WaiverId,
};
use hefu_domain::noun::Noun;
use uuid::Uuid;

/// The name under which the sample's identities are made; changing it changes every one of them.
const SPACE: &[u8] = b"https://hefu.invalid/sample";

/// A record's identity from its id in the story.
pub trait Identity {
    fn of(story_id: &str) -> Self;
}

fn uuid(kind: &str, story_id: &str) -> Uuid {
    let space = Uuid::new_v5(&Uuid::NAMESPACE_URL, SPACE);
    Uuid::new_v5(&space, format!("{kind}:{story_id}").as_bytes())
}

/// The identity of a record of this kind from its id in the story.
pub(crate) fn identity(noun: Noun, story_id: &str) -> String {
    let kind = match noun {
        Noun::ChangeRequest => "change".to_owned(),
        Noun::PaymentMilestone => "payment".to_owned(),
        _ => noun.spec().table.replace('_', "-"),
    };
    uuid(&kind, story_id).to_string()
}

macro_rules! identities {
    ($($name:ident $kind:literal),* $(,)?) => {$(
        impl Identity for $name {
            fn of(story_id: &str) -> Self {
                Self(uuid($kind, story_id))
            }
        }
    )*};
}

identities! {
    ProjectId "project", StageId "stage", StackId "stack", ContractId "contract", PaymentMilestoneId "payment",
    OrganisationId "organisation", PersonId "person", VendorProfileId "vendor-profile",
    ChapterId "chapter", RequirementId "requirement", DeliverableId "deliverable", CriterionId "criterion",
    LinkId "link", EvidenceId "evidence",
    RoundId "round", FindingId "finding", OpenIssueId "open-issue",
    RiskId "risk", RiskMatrixId "risk-matrix", IssueId "issue", ChangeRequestId "change", DecisionId "decision", ActionId "action",
    LessonId "lesson", MappingId "mapping",
    GateId "gate", GateCheckId "gate-check", HandOverId "hand-over", WaiverId "waiver",
    DocumentId "document", SectionId "section", SignerId "signer", TemplateId "template",
}
