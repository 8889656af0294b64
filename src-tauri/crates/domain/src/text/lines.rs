//! Line breaks: however a program writes one, a text holds `\n`.

use std::borrow::Cow;

/// What else ends a line: Word's break, a page's end, an old Mac's, and those of Unicode.
const ENDS: [char; 6] = ['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
/// As workbooks spell them out where a program takes them for letters.
const SPELT: [&str; 6] = ["_x000D_\r\n", "_x000D_\n", "_x000D_", "_x000d_", "_x000B_", "_x000b_"];

/// The words with every line break as `\n`.
pub fn evened(words: &str) -> Cow<'_, str> {
    let has_spelt = words.contains("_x000");
    if !has_spelt && !words.contains(ENDS) {
        return Cow::Borrowed(words);
    }
    let mut text = words.to_owned();
    if has_spelt {
        for spelt in SPELT {
            text = text.replace(spelt, "\n");
        }
    }
    Cow::Owned(text.replace("\r\n", "\n").replace(ENDS, "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_break_is_one_break() {
        for (words, expected) in [
            ("5\u{b}10", "5\n10"),
            ("5\r10", "5\n10"),
            ("5\r\n10", "5\n10"),
            ("5\n\n10", "5\n\n10"),
            ("5\u{c}10", "5\n10"),
            ("5\u{85}10", "5\n10"),
            ("5\u{2028}10\u{2029}", "5\n10\n"),
            ("5_x000D_\n10", "5\n10"),
            ("5_x000D_10", "5\n10"),
            ("5_x000D_\r\n10", "5\n10"),
            ("a_x0041_b", "a_x0041_b"),
            ("", ""),
        ] {
            assert_eq!(evened(words), expected, "{words:?}");
        }
        assert!(matches!(evened("nothing to do"), Cow::Borrowed(_)));
    }
}
