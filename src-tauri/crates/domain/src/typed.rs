//! What a person types or copies from paper, as it was meant: whatever the keyboard, the input method or a word
//! processor made of it.

use unicode_normalization::UnicodeNormalization;

/// A passphrase in the one form that keys are made of: NFKC, so that é in its two forms and letters of full width are
/// the same, and nothing else is touched.
pub fn passphrase(typed: &str) -> String {
    typed.nfkc().collect()
}

/// A code in groups without what stands between them: blanks, dashes of every kind and what nobody sees. Letters and
/// digits of full width are plain ones, three dots are `...`.
pub fn code(typed: &str) -> String {
    typed.nfkc().filter(|c| !c.is_whitespace() && !is_dash(*c) && !is_unseen(*c)).collect()
}

/// The dashes of Unicode, the minus sign, and what a Chinese or Japanese keyboard gives for one; after NFKC.
fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '_' | '\u{ad}' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2212}'
                | '\u{2500}'
                | '\u{2501}'
                | '\u{2e17}'
                | '\u{2e1a}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2e40}'
                | '\u{2e5d}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{30a0}'
                | '\u{30fc}'
                | '\u{10d6e}'
                | '\u{10ead}'
    )
}

/// Marks of direction, joiners and the byte order mark.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_the_same_in_every_form() {
        assert_eq!(passphrase("cafe\u{301}"), "café");
        assert_eq!(passphrase("Ｈｅｆｕ　２０２６"), "Hefu 2026");
        assert_eq!(passphrase(" a  b "), " a  b ");
    }

    #[test]
    fn nothing_stands_between_the_groups_of_a_code() {
        for typed in [
            "AB12-cd34",
            "AB12 — cd34",
            "ＡＢ１２－ｃｄ３４",
            "AB12\u{2011}cd34",
            "AB12−cd34",
            "AB\u{200b}12ーcd34\u{feff}",
            "AB12\u{3000}cd34\n",
        ] {
            assert_eq!(code(typed), "AB12cd34", "{typed:?}");
        }
        assert_eq!(code("12…34"), "12...34");
    }
}
