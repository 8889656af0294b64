//! Why a pack or what was given to it is refused.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a text is no pack that can be used. Nothing of such a pack is evaluated.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum PackError {
    /// It is larger than a pack may be.
    #[error("{bytes} bytes, and a pack has at most {most}")]
    TooLarge { bytes: usize, most: usize },
    /// It is nested deeper than a pack may be.
    #[error("line {line} is nested deeper than a pack may be")]
    NestedTooDeep { line: usize },
    /// It is no TOML, or not of the form of packs.
    #[error("not a pack: {what}")]
    NotAPack { what: String },
    /// More rules, facts, tests or the like than a pack may have.
    #[error("{count} of {what}, and a pack has at most {most}")]
    TooMany { what: String, count: usize, most: usize },
    /// An identity has letters that none may have: what looks like a path is one such.
    #[error("{id:?} is no identity")]
    BadId { id: String },
    /// The same identity stands twice.
    #[error("{id} stands twice among the {what}")]
    Twice { what: String, id: String },
    /// Something is named that the pack does not have.
    #[error("{place} names the {what} {id}, which the pack does not have")]
    NotDeclared { place: String, what: String, id: String },
    /// A value is not of the type that is asked for.
    #[error("{place}: {what} does not fit")]
    WrongType { place: String, what: String },
    /// A condition is nested deeper than a condition may be, or is none.
    #[error("{place}: the condition is nested deeper than {most}")]
    ConditionTooDeep { place: String, most: usize },
    /// A condition says nothing, or two things at once.
    #[error("{place}: the condition says nothing, or several things at once")]
    BadCondition { place: String },
    /// Rules or decisions rest on each other in a circle.
    #[error("{place} rests on itself")]
    Circle { place: String },
    /// The days of validity are reversed.
    #[error("it ends before it begins")]
    Reversed,
    /// A word is given a length beyond what is quoted or asked.
    #[error("{place}: a text of {letters} letters, and at most {most} are taken")]
    TextTooLong { place: String, letters: usize, most: usize },
}

/// Why the facts that were given cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum FactError {
    /// The value is not of the fact's type, or not in its list.
    #[error("{fact} does not take this value")]
    WrongValue { fact: String },
    /// Less than the fact may be.
    #[error("{fact} is less than it may be")]
    OutOfRange { fact: String },
}
