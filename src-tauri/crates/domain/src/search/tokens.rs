//! The tokens a record is kept under. Each begins with a letter that names its class, so that a word never meets
//! the reading of a character; Han characters need none:
//!
//! | class | what | example |
//! |---|---|---|
//! | | one, two characters | `验`, `验收` |
//! | `w` | a word | `wacceptance` |
//! | `s` | the first one to three letters of a word | `sa`, `sac`, `sacc` |
//! | `p` | the reading of one, two characters | `pyan`, `pyan1shou` |
//! | `i` | the initials of two, three characters | `iys`, `iysb` |
//! | `x` | a whole field | `xr025` |

use std::collections::BTreeSet;

use super::fold::{Kind, Unit, fold, whole};
use super::reading::{initials, readings};

/// Changes when the same record would be kept under other tokens; an index of another version is made anew.
pub const VERSION: u32 = 1;

/// Letters of a word that are its own tokens.
pub(super) const STARTS: usize = 3;

/// Longer words are digests and the like; they are found by their beginning.
const LONGEST_WORD: usize = 40;

/// Everything that these fields, each in one language, are found by.
pub fn tokens<'a>(fields: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for field in fields {
        let units = fold(field);
        found.extend(whole(&units).map(|form| format!("x{form}")));
        let readings: Vec<_> =
            units.iter().map(|unit| unit.han().map(readings).unwrap_or_default()).collect();
        for (index, unit) in units.iter().enumerate() {
            match unit.kind {
                Kind::Word => word(&unit.form, &mut found),
                Kind::Han => han(&units[index..], &readings[index..], &mut found),
            }
        }
    }
    found
}

/// The words among the tokens, as a person could type them.
pub fn words(tokens: &BTreeSet<String>) -> impl Iterator<Item = &str> {
    let from = "w".to_owned();
    tokens.range(from..).map_while(|token| token.strip_prefix('w'))
}

fn word(form: &str, found: &mut BTreeSet<String>) {
    for (taken, (start, letter)) in form.char_indices().enumerate() {
        let end = start + letter.len_utf8();
        if taken < STARTS {
            found.insert(format!("s{}", &form[..end]));
        }
        if end == form.len() || taken + 1 == LONGEST_WORD {
            found.insert(format!("w{}", &form[..end]));
            return;
        }
    }
}

/// What begins with the first of these units.
fn han(units: &[Unit], readings: &[Vec<&'static str>], found: &mut BTreeSet<String>) {
    let joined = |at: usize| {
        units
            .get(at)
            .filter(|next| next.kind == Kind::Han && units[at - 1].touches(next))
            .map(|unit| &unit.form)
    };
    found.insert(units[0].form.clone());
    found.extend(readings[0].iter().map(|reading| format!("p{reading}")));
    let Some(second) = joined(1) else { return };
    found.insert(format!("{}{second}", units[0].form));
    for (first, next) in pairs(&readings[0], &readings[1]) {
        found.insert(format!("p{}", two_read(first, next)));
    }
    let twos = pairs(&initials(&readings[0]), &initials(&readings[1]));
    found.extend(twos.iter().map(|(first, next)| format!("i{first}{next}")));
    if joined(2).is_some() {
        for ((first, next), last) in pairs(&twos, &initials(&readings[2])) {
            found.insert(format!("i{first}{next}{last}"));
        }
    }
}

/// Two readings, apart: `xi1an` is not `xian`, nor what begins so.
pub(super) fn two_read(first: &str, next: &str) -> String {
    format!("{first}1{next}")
}

fn pairs<A: Copy, B: Copy>(first: &[A], second: &[B]) -> Vec<(A, B)> {
    first.iter().flat_map(|a| second.iter().map(|b| (*a, *b))).collect()
}
