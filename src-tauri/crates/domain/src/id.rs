//! Identities. A record's identity is a UUID apart from the human number that people read and change.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(transparent)]
        #[schemars(inline)]
        pub struct $name(pub Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    ProjectId, StageId, StackId, ContractId, PaymentMilestoneId,
    OrganisationId, PersonId, VendorProfileId,
    ChapterId, RequirementId, DeliverableId, CriterionId, LinkId, EvidenceId,
    RoundId, FindingId, OpenIssueId, PresenterNoteId,
    DocumentId, SectionId, SignerId, TemplateId,
    RiskId, IssueId, ChangeRequestId, DecisionId, ActionId, ApprovalId, LetterId, LessonId,
    MappingId,
    RiskMatrixId,
    StakeholderId, WorkPackageId,
    NoticeReplyId, PostponementId,
    GateId, GateCheckId, HandOverId, WaiverId,
}
