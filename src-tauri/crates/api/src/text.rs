//! Calculations and acts on texts and figures of any noun.

use hefu_domain::text::Text;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct AmountInWords {
    /// Yuan, at most two decimals.
    pub amount: Decimal,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct AmountWords {
    /// 人民币叁佰贰拾肆万元整
    pub zh: String,
}

/// A bilingual text by its place in the record.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TextPlace {
    ProjectTitle,
    ProjectSummary,
    OrganisationName,
    PersonName,
    RequirementTitle,
    DeliverableTitle,
    ChapterTitle,
    CriterionText,
    FindingMeasured,
    FindingRemark,
    OpenIssueText,
    EvidenceTitle,
    DocumentTitle,
    SectionText,
    SignerCapacity,
}

/// Confirms that both sides of a text say the same.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ReviewText {
    pub place: TextPlace,
    pub record: Uuid,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct TextReviewed {
    pub text: Text,
}
