//! What a table is read for, and what a column may hold.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the rows of a table are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ImportTarget")]
pub enum Target {
    Requirements,
    Deliverables,
    Criteria,
    /// Criteria, and beside each the requirement that it proves and the deliverable that it examines.
    Case,
}

/// What a column holds. Number, title and text are those of the target; in a case those of the criterion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ImportField")]
pub enum Field {
    Number,
    TitleEn,
    TitleZh,
    Priority,
    /// Where a requirement comes from.
    Source,
    /// The day a deliverable is due.
    Due,
    /// The day a deliverable was handed over.
    HandedOver,
    /// Number, title, or both: `3`, `Platform availability`, `3 平台可用性`.
    Chapter,
    ChapterEn,
    ChapterZh,
    TextEn,
    TextZh,
    Method,
    /// In a case, the number of the requirement.
    Requirement,
    RequirementEn,
    RequirementZh,
    /// In a case, the number of the deliverable.
    Deliverable,
    DeliverableEn,
    DeliverableZh,
}

impl Target {
    /// What a column may hold, in the order in which it is offered.
    pub fn fields(self) -> &'static [Field] {
        use Field::{
            Chapter, ChapterEn, ChapterZh, Deliverable, DeliverableEn, DeliverableZh, Due, HandedOver,
            Method, Number, Priority, Requirement, RequirementEn, RequirementZh, Source, TextEn, TextZh,
            TitleEn, TitleZh,
        };
        match self {
            Self::Requirements => &[Number, TitleEn, TitleZh, Priority, Source],
            Self::Deliverables => &[Number, TitleEn, TitleZh, Due, HandedOver],
            Self::Criteria => &[Chapter, ChapterEn, ChapterZh, Number, TextEn, TextZh, Method],
            Self::Case => &[
                Chapter,
                ChapterEn,
                ChapterZh,
                Number,
                TextEn,
                TextZh,
                Method,
                Requirement,
                RequirementEn,
                RequirementZh,
                Priority,
                Source,
                Deliverable,
                DeliverableEn,
                DeliverableZh,
                Due,
            ],
        }
    }

    /// The words of a row, in either language.
    pub fn words(self) -> [Field; 2] {
        match self {
            Self::Requirements | Self::Deliverables => [Field::TitleEn, Field::TitleZh],
            Self::Criteria | Self::Case => [Field::TextEn, Field::TextZh],
        }
    }
}

impl Field {
    /// As requests and views write it: `title_en`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::TitleEn => "title_en",
            Self::TitleZh => "title_zh",
            Self::Priority => "priority",
            Self::Source => "source",
            Self::Due => "due",
            Self::HandedOver => "handed_over",
            Self::Chapter => "chapter",
            Self::ChapterEn => "chapter_en",
            Self::ChapterZh => "chapter_zh",
            Self::TextEn => "text_en",
            Self::TextZh => "text_zh",
            Self::Method => "method",
            Self::Requirement => "requirement",
            Self::RequirementEn => "requirement_en",
            Self::RequirementZh => "requirement_zh",
            Self::Deliverable => "deliverable",
            Self::DeliverableEn => "deliverable_en",
            Self::DeliverableZh => "deliverable_zh",
        }
    }
}
