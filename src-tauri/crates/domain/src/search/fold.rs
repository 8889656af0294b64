//! One form for what is kept and what is typed: compatibility forms resolved, lower case, no diacritics, cut into
//! words of letters and digits and into single characters of scripts that leave no space between words.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word, or one character of a script without spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub kind: Kind,
    pub form: String,
    /// Bytes of the text as it was given.
    pub at: Range<usize>,
    /// Whether each letter of the form has as many bytes in the text, in its place.
    pub is_alike: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// A Han character, or one of another script that leaves no spaces.
    Han,
}

impl Unit {
    /// The one character of a unit of this kind.
    pub(super) fn han(&self) -> Option<char> {
        match self.kind {
            Kind::Han => self.form.chars().next(),
            Kind::Word => None,
        }
    }

    /// Whether `next` stands directly behind, nothing between.
    pub(super) fn touches(&self, next: &Self) -> bool {
        self.at.end == next.at.start
    }
}

pub(super) fn fold(text: &str) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut word: Option<Unit> = None;
    for (start, given) in text.char_indices() {
        let end = start + given.len_utf8();
        if is_combining_mark(given) {
            // Belongs to the letter before it.
            if let Some(word) = &mut word {
                word.at.end = end;
                word.is_alike = false;
            }
            continue;
        }
        let (mut letters, mut bytes) = (0, 0);
        folded(given, &mut |form| {
            letters += 1;
            bytes += form.len_utf8();
            if is_unspaced(form) {
                units.extend(word.take());
                units.push(Unit { kind: Kind::Han, form: form.to_string(), at: start..end, is_alike: true });
            } else if form.is_alphanumeric() {
                let unit = Unit { kind: Kind::Word, form: String::new(), at: start..end, is_alike: true };
                let word = word.get_or_insert(unit);
                word.form.push(form);
                word.at.end = end;
            } else {
                units.extend(word.take());
            }
        });
        if let Some(word) = &mut word {
            word.is_alike &= letters == 1 && bytes == given.len_utf8();
        }
    }
    units.extend(word);
    units
}

fn folded(given: char, found: &mut impl FnMut(char)) {
    if given.is_ascii() {
        return found(given.to_ascii_lowercase());
    }
    for form in std::iter::once(given).nfkc().flat_map(char::to_lowercase).nfd() {
        match form {
            'đ' => found('d'),
            'ø' => found('o'),
            'ł' => found('l'),
            'ß' => "ss".chars().for_each(&mut *found),
            'æ' => "ae".chars().for_each(&mut *found),
            'œ' => "oe".chars().for_each(&mut *found),
            form if is_combining_mark(form) => {}
            form => found(form),
        }
    }
}

/// Scripts that leave no spaces: Han, kana, Hangul, Thai, Lao, Burmese, Khmer.
fn is_unspaced(letter: char) -> bool {
    matches!(letter,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}'
        | '\u{0e01}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
        && letter.is_alphanumeric()
}

/// The whole text in one form without spaces; none when it is too long to be typed as a whole.
pub(super) fn whole(units: &[Unit]) -> Option<String> {
    const LONGEST: usize = 64;
    let form: String = units.iter().map(|unit| unit.form.as_str()).collect();
    (!form.is_empty() && form.len() <= LONGEST).then_some(form)
}
