//! How a Han character is read: every reading, without tones, ü typed as v.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti;

/// The readings of a character, each once; none when it is no Han character.
pub(super) fn readings(han: char) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = Vec::new();
    for reading in han.to_pinyin_multi().into_iter().flatten() {
        let plain = typed(reading.plain());
        // A murmur (嗯 n, 呣 m) is no syllable anybody types.
        let is_syllable = plain.contains(['a', 'e', 'i', 'o', 'u', 'v']);
        if is_syllable && !found.contains(&plain) {
            found.push(plain);
        }
    }
    found
}

fn typed(plain: &'static str) -> &'static str {
    match plain {
        "lü" => "lv",
        "nü" => "nv",
        "lüe" => "lve",
        "nüe" => "nve",
        other => other,
    }
}

/// The first letters of the readings, each once.
pub(super) fn initials(readings: &[&'static str]) -> Vec<char> {
    let mut found = Vec::new();
    for initial in readings.iter().filter_map(|reading| reading.chars().next()) {
        if !found.contains(&initial) {
            found.push(initial);
        }
    }
    found
}

static SYLLABLES: LazyLock<BTreeSet<&'static str>> =
    LazyLock::new(|| ('\u{4e00}'..='\u{9fff}').flat_map(readings).collect());

const LONGEST_SYLLABLE: usize = 6;

/// Ways to read letters as syllables, longest first. Behind a whole syllable the last may be begun only, unless what
/// there is of it is a syllable, too.
pub(super) fn segment(letters: &str) -> Vec<Vec<&str>> {
    let mut segmenting = Segmenting { ways: Vec::new(), dead: BTreeSet::new() };
    segmenting.extend(letters, &mut Vec::new());
    segmenting.ways
}

struct Segmenting<'a> {
    ways: Vec<Vec<&'a str>>,
    /// Lengths of rests that cannot be read: without them, letters that nearly can be would be tried in ever more ways.
    dead: BTreeSet<usize>,
}

/// More ways than this are not looked for; `xian` has four.
const MOST_WAYS: usize = 6;

impl<'a> Segmenting<'a> {
    fn extend(&mut self, rest: &'a str, before: &mut Vec<&'a str>) {
        if self.ways.len() == MOST_WAYS || self.dead.contains(&rest.len()) {
            return;
        }
        if rest.is_empty() {
            self.ways.push(before.clone());
            return;
        }
        let known = self.ways.len();
        for end in (1..=rest.len().min(LONGEST_SYLLABLE)).rev() {
            let (head, tail) = rest.split_at(end);
            let is_last_begun = tail.is_empty() && !before.is_empty() && begins(head);
            if SYLLABLES.contains(head) || is_last_begun {
                before.push(head);
                self.extend(tail, before);
                before.pop();
            }
        }
        if self.ways.len() == known {
            self.dead.insert(rest.len());
        }
    }
}

fn begins(head: &str) -> bool {
    SYLLABLES.range(head..).next().is_some_and(|syllable| syllable.starts_with(head))
}

pub(super) fn is_syllable(letters: &str) -> bool {
    SYLLABLES.contains(letters)
}
