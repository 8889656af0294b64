//! The registers of a project: what may happen, what did, what is asked, decided, done and waited for. A kind is one
//! declaration, from which its record, the form that a person fills and how the one becomes the other follow.

mod action;
mod approval;
mod change_request;
mod decision;
mod gate;
mod gate_check;
mod hand_over;
mod issue;
mod lesson;
mod letter;
mod risk;
mod risk_matrix;
mod stakeholder;
mod waiver;
mod work_package;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::{ProjectId, StackId};
use crate::noun::Noun;

pub use action::{Action, ActionFields, ActionState};
pub use approval::{Approval, ApprovalFields, ApprovalKind, ApprovalState, Question};
pub use change_request::{ChangeRequest, ChangeRequestFields, ChangeState, Voice};
pub use decision::{Decision, DecisionFields};
pub use gate::{ConditionSays, Confirmed, EntryCondition, Gate, GateFields, Passage, Requires};
pub use gate_check::{CheckLasts, CheckState, GateCheck, GateCheckFields};
pub use hand_over::{HandOver, HandOverFields, HandOverItem, HandOverKind, Promise};
pub use issue::{Issue, IssueFields, IssueState, Severity};
pub use lesson::{Lesson, LessonFields};
pub use letter::{Direction, Letter, LetterFields, LetterKind};
pub use risk::{MatrixPlace, Risk, RiskCategory, RiskFields, RiskResponse, RiskState};
pub use risk_matrix::{RiskBand, RiskMatrix, RiskMatrixFields};
pub use stakeholder::{Attitude, LEVELS as STAKEHOLDER_LEVELS, Stakeholder, StakeholderFields};
pub use waiver::Waiver;
pub use work_package::{Look, Payer, SupplierTerms, WorkPackage, WorkPackageFields};

/// Whose a record is and under which number it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub id: Uuid,
    pub project: ProjectId,
    /// Of which stack alone; none: of the whole project.
    pub stack: Option<StackId>,
    pub number: String,
}

/// A kind of record that one form saves whole.
pub trait Kept: Sized {
    /// What the form holds: texts as their words, everything else as the record has it.
    type Fields;
    const NOUN: Noun;
    /// How the numbers of the kind begin: `RK-`.
    const SERIES: &'static str;

    /// The record after a person filled the form; `before` is what she filled it over.
    fn made(place: Place, before: Option<&Self>, fields: Self::Fields) -> Self;

    fn place(&self) -> Place;
}

/// Declares a kind: its bilingual texts, then its other fields, which record and form have alike. What is its `own` stands in
/// the record alone: acts of their own write it, and a form leaves it as it is.
macro_rules! kept {
    (
        $(#[$about:meta])*
        $kind:ident($id:ident) as $fields:ident in $series:literal
        texts { $($(#[$said:meta])* $text:ident),+ $(,)? }
        fields { $($(#[$told:meta])* $field:ident: $type:ty),* $(,)? }
        $(own { $($(#[$kept:meta])* $own:ident: $owned:ty),+ $(,)? })?
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        pub struct $kind {
            pub id: $crate::id::$id,
            pub project: $crate::id::ProjectId,
            /// Of which stack alone; none: of the whole project.
            pub stack: Option<$crate::id::StackId>,
            pub number: String,
            $($(#[$said])* pub $text: $crate::text::Text,)+
            $($(#[$told])* pub $field: $type,)*
            $($($(#[$kept])* pub $own: $owned,)+)?
        }

        /// The same as a form holds it.
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $fields {
            $($(#[$said])* pub $text: $crate::text::Words,)+
            $($(#[$told])* pub $field: $type,)*
        }

        impl $crate::register::Kept for $kind {
            type Fields = $fields;
            const NOUN: $crate::noun::Noun = $crate::noun::Noun::$kind;
            const SERIES: &'static str = $series;

            fn made(place: $crate::register::Place, before: Option<&Self>, fields: $fields) -> Self {
                let $crate::register::Place { id, project, stack, number } = place;
                Self {
                    id: $crate::id::$id(id),
                    project,
                    stack,
                    number,
                    $($text: before.map(|before| before.$text.clone()).unwrap_or_default().revise(&fields.$text),)+
                    $($field: fields.$field,)*
                    $($($own: before.map(|before| before.$own.clone()).unwrap_or_default(),)+)?
                }
            }

            fn place(&self) -> $crate::register::Place {
                let Self { id, project, stack, number, .. } = self;
                $crate::register::Place { id: id.0, project: *project, stack: *stack, number: number.clone() }
            }
        }

        impl From<$kind> for $fields {
            fn from(record: $kind) -> Self {
                Self { $($text: record.$text.words(),)+ $($field: record.$field,)* }
            }
        }
    };
}
use kept;

/// Hands every kind to the macro `$then`.
#[macro_export]
macro_rules! kept_kinds {
    ($then:ident) => {
        $then! {
            Risk RiskFields,
            Issue IssueFields,
            ChangeRequest ChangeRequestFields,
            Decision DecisionFields,
            Action ActionFields,
            Approval ApprovalFields,
            Letter LetterFields,
            Lesson LessonFields,
            RiskMatrix RiskMatrixFields,
            Gate GateFields,
            GateCheck GateCheckFields,
            HandOver HandOverFields,
            Stakeholder StakeholderFields,
            WorkPackage WorkPackageFields,
        }
    };
}

macro_rules! kinds {
    ($($kind:ident $fields:ident,)+) => {
        /// A record of one of the kinds.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum KeptRecord {
            $($kind($kind),)+
        }

        /// A form of one of the kinds.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum RecordFields {
            $($kind($fields),)+
        }

        /// The kinds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum KeptKind {
            $($kind,)+
        }

        impl KeptKind {
            pub const ALL: &'static [Self] = &[$(Self::$kind,)+];

            pub const fn noun(self) -> Noun {
                match self {
                    $(Self::$kind => Noun::$kind,)+
                }
            }
        }

        impl RecordFields {
            pub const fn kind(&self) -> KeptKind {
                match self {
                    $(Self::$kind(_) => KeptKind::$kind,)+
                }
            }
        }

        impl KeptRecord {
            pub fn place(&self) -> Place {
                match self {
                    $(Self::$kind(record) => record.place(),)+
                }
            }

            /// As its form holds it.
            pub fn fields(self) -> RecordFields {
                match self {
                    $(Self::$kind(record) => RecordFields::$kind(record.into()),)+
                }
            }
        }
    };
}
kept_kinds!(kinds);
