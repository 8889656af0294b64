//! How well a passphrase keeps a workspace.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Secret;

/// Judges a passphrase as making a workspace would, while it is being typed.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct JudgePassphrase {
    pub passphrase: Secret,
    /// What a guesser would try first: the workspace's name, its person's.
    pub words: Vec<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PassphraseJudged {
    pub strength: Strength,
    /// Why it would be refused; none for one that is good enough.
    pub weakness: Option<Weakness>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Refused.
    Weak,
    /// Somebody with the file and much hardware would need months.
    Fair,
    Strong,
}

/// What makes a passphrase easy to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Weakness {
    TooShort,
    /// A line break or another character that no keyboard types: it could not be given again.
    Control,
    /// One character, or a few, again and again.
    Repeated,
    /// `abcdef`, `98765`.
    Sequence,
    /// Keys beside each other.
    Keyboard,
    /// One of those that everybody takes, or nearly.
    Common,
    /// The name of the workspace, of its person, of the program.
    Name,
    /// A day.
    Date,
    /// Digits alone: of a telephone, of an identity card.
    Digits,
    /// Too few guesses find it.
    Guessable,
}
