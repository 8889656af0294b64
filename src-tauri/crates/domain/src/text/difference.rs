//! What differs between two wordings: word by word where words stand apart, character by character in Chinese.

use schemars::JsonSchema;
use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};

/// Where a piece of a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PieceStanding {
    /// In both.
    Kept,
    /// Before only.
    Removed,
    /// Afterwards only.
    Added,
}

/// Characters that stand together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WordPiece {
    pub standing: PieceStanding,
    pub words: String,
}

/// The pieces of both wordings in their order. The kept and removed ones make `before`, the kept and added ones
/// `after`; neighbours have different standings.
pub fn pieces(before: &str, after: &str) -> Vec<WordPiece> {
    let (old, new) = (units(before), units(after));
    let mut pieces: Vec<WordPiece> = Vec::new();
    let mut add = |standing, units: &[&str]| {
        let words = units.concat();
        match pieces.last_mut() {
            _ if words.is_empty() => {}
            Some(last) if last.standing == standing => last.words.push_str(&words),
            _ => pieces.push(WordPiece { standing, words }),
        }
    };
    for step in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let (tag, was, is) = step.as_tag_tuple();
        if tag == DiffTag::Equal {
            add(PieceStanding::Kept, &old[was]);
        } else {
            add(PieceStanding::Removed, &old[was]);
            add(PieceStanding::Added, &new[is]);
        }
    }
    pieces
}

/// A run of letters and figures that are not Han, or any other single character.
fn units(text: &str) -> Vec<&str> {
    let mut units = Vec::new();
    let mut start = 0;
    let mut in_word = false;
    for (at, character) in text.char_indices() {
        let of_word = character.is_alphanumeric() && !is_han(character);
        if at > start && !(in_word && of_word) {
            units.push(&text[start..at]);
            start = at;
        }
        in_word = of_word;
    }
    if start < text.len() {
        units.push(&text[start..]);
    }
    units
}

/// A character that is a word, or a part of one, by itself.
fn is_han(character: char) -> bool {
    matches!(character, '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `[removed]`, `{added}`.
    fn shown(before: &str, after: &str) -> String {
        let mark = |piece: &WordPiece| match piece.standing {
            PieceStanding::Kept => piece.words.clone(),
            PieceStanding::Removed => format!("[{}]", piece.words),
            PieceStanding::Added => format!("{{{}}}", piece.words),
        };
        pieces(before, after).iter().map(mark).collect()
    }

    #[test]
    fn whole_words_differ_in_english_and_single_characters_in_chinese() {
        for (before, after, expected) in [
            ("Restore within 30 minutes", "Restore within 45 minutes", "Restore within [30]{45} minutes"),
            ("tested", "retested", "[tested]{retested}"),
            ("三十分钟内恢复", "四十分钟内恢复", "[三]{四}十分钟内恢复"),
            ("由甲方验收", "由甲方和监理验收", "由甲方{和监理}验收"),
            ("在 HSM 中生成", "在 KMS 中生成", "在 [HSM]{KMS} 中生成"),
            ("same", "same", "same"),
            ("", "new", "{new}"),
            ("gone, all of it", "", "[gone, all of it]"),
            ("", "", ""),
        ] {
            assert_eq!(shown(before, after), expected);
        }
    }

    proptest! {
        #[test]
        fn the_pieces_make_both_wordings(before in "[a-c 验收30,。]{0,24}", after in "[a-c 验收30,。]{0,24}") {
            let found = pieces(&before, &after);
            let side = |other| found.iter().filter(|p| p.standing != other).map(|p| p.words.as_str()).collect::<String>();
            prop_assert_eq!(side(PieceStanding::Added), before);
            prop_assert_eq!(side(PieceStanding::Removed), after);
            prop_assert!(found.windows(2).all(|pair| pair[0].standing != pair[1].standing));
            prop_assert!(found.iter().all(|piece| !piece.words.is_empty()));
        }
    }
}
