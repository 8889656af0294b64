//! Bilingual text: one type with a state per side, never two strings that drift apart.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub mod difference;
mod lines;
pub mod parity;

pub use crate::language::Language;
pub use lines::evened;

/// What is known of one side of a bilingual text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SideState {
    /// Nothing is written on this side.
    #[default]
    Missing,
    /// Written, not yet read against the other side by a person.
    Draft,
    /// A person has confirmed that this side says what the other says.
    Reviewed,
    /// Was reviewed; the other side has changed since.
    Stale,
}

/// The words of one language and their state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Side {
    pub words: String,
    pub state: SideState,
}

/// A bilingual text: English and Chinese with a state per side.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Text {
    pub en: Side,
    pub zh: Side,
}

/// The words of a bilingual text as a person types them; the states follow from what changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
pub struct Words {
    pub en: String,
    pub zh: String,
}

impl Words {
    pub fn trimmed(&self) -> Self {
        Self { en: self.en.trim().to_owned(), zh: self.zh.trim().to_owned() }
    }
}

/// In one line: the side that has words, or both.
impl std::fmt::Display for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.en.as_str(), self.zh.as_str()) {
            (en, "") => f.write_str(en),
            ("", zh) => f.write_str(zh),
            (en, zh) if en == zh => f.write_str(en),
            (en, zh) => write!(f, "{en} {zh}"),
        }
    }
}

impl Text {
    /// Both sides written and confirmed.
    pub fn reviewed(en: impl Into<String>, zh: impl Into<String>) -> Self {
        Self { en: Side::new(en, SideState::Reviewed), zh: Side::new(zh, SideState::Reviewed) }
    }

    /// A new text as typed: each written side is a draft.
    pub fn draft(words: &Words) -> Self {
        Self::default().revise(words)
    }

    /// The text after a person typed `words` over it. A changed side becomes a draft (or missing, when
    /// emptied); a side left alone whose partner changed becomes stale if it had been reviewed. Line breaks of any
    /// kind are kept as `\n`.
    pub fn revise(&self, words: &Words) -> Self {
        let (en, zh) = (evened(&words.en), evened(&words.zh));
        let en_changed = self.en.words != en;
        let zh_changed = self.zh.words != zh;
        Self { en: self.en.revise(&en, zh_changed), zh: self.zh.revise(&zh, en_changed) }
    }

    /// Both written sides confirmed against each other; a missing side stays missing.
    pub fn review(&self) -> Self {
        let confirm = |side: &Side| match side.state {
            SideState::Missing => side.clone(),
            _ => Side { state: SideState::Reviewed, ..side.clone() },
        };
        Self { en: confirm(&self.en), zh: confirm(&self.zh) }
    }

    /// The words of both sides without their states.
    pub fn words(&self) -> Words {
        Words { en: self.en.words.clone(), zh: self.zh.words.clone() }
    }

    pub fn side(&self, language: Language) -> &Side {
        match language {
            Language::En => &self.en,
            Language::Zh => &self.zh,
        }
    }

    /// True when neither side has words.
    pub fn is_blank(&self) -> bool {
        self.en.words.is_empty() && self.zh.words.is_empty()
    }

    /// True when both sides are reviewed: only such a text may be issued in two languages.
    pub fn is_whole(&self) -> bool {
        self.en.state == SideState::Reviewed && self.zh.state == SideState::Reviewed
    }
}

impl Side {
    fn new(words: impl Into<String>, state: SideState) -> Self {
        let words = words.into();
        let state = if words.is_empty() { SideState::Missing } else { state };
        Self { words, state }
    }

    fn revise(&self, words: &str, other_changed: bool) -> Self {
        let state = match (words.is_empty(), self.words == words, self.state) {
            (true, _, _) => SideState::Missing,
            (false, false, _) => SideState::Draft,
            (false, true, SideState::Reviewed) if other_changed => SideState::Stale,
            (false, true, state) => state,
        };
        Self { words: words.to_owned(), state }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(en: &str, zh: &str) -> Words {
        Words { en: en.into(), zh: zh.into() }
    }

    #[test]
    fn changing_one_side_makes_it_a_draft_and_the_reviewed_other_stale() {
        let text = Text::reviewed("Go-live", "上线").revise(&words("Go-live in May", "上线"));
        assert_eq!((text.en.state, text.zh.state), (SideState::Draft, SideState::Stale));
        let text = text.review();
        assert!(text.is_whole());
    }

    #[test]
    fn a_break_of_another_program_is_a_break() {
        let text = Text::draft(&words("within 5\u{b}10 days", "5\r\n10 天"));
        assert_eq!(text.words(), words("within 5\n10 days", "5\n10 天"));
        assert_eq!(text.revise(&words("within 5\r10 days", "5\n10 天")), text);
    }

    #[test]
    fn an_emptied_side_is_missing_and_cannot_be_reviewed() {
        let text = Text::reviewed("Go-live", "上线").revise(&words("Go-live", "")).review();
        assert_eq!((text.en.state, text.zh.state), (SideState::Reviewed, SideState::Missing));
        assert!(!text.is_whole());
    }

    #[test]
    fn typing_the_same_words_changes_nothing() {
        let text = Text::reviewed("Go-live", "上线");
        assert_eq!(text.revise(&words("Go-live", "上线")), text);
    }
}
