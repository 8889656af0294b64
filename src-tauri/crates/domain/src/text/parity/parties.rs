//! Party names: who is named on one side must be named on the other.

use std::ops::Range;

use super::{FigureKind, ParityFinding, Place};

/// The names of one organisation or person in both languages: full, short, in any order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartyNames {
    pub en: Vec<String>,
    pub zh: Vec<String>,
}

/// Parties that one side names and the other does not. Any name of a party stands for any other of it; a name
/// inside a longer name of another party is not taken for the shorter one. A side without words is no finding.
pub fn compare_parties(en: &str, zh: &str, parties: &[PartyNames]) -> Vec<ParityFinding> {
    if en.trim().is_empty() || zh.trim().is_empty() {
        return Vec::new();
    }
    let left = named(en, parties.iter().map(|party| &party.en));
    let right = named(zh, parties.iter().map(|party| &party.zh));
    let mut findings = Vec::new();
    for (left, right) in left.into_iter().zip(right) {
        if left.is_some() != right.is_some() {
            findings.push(ParityFinding {
                kind: FigureKind::Party,
                en: left.map(|range| Place::new(en, range)),
                zh: right.map(|range| Place::new(zh, range)),
            });
        }
    }
    findings
}

/// Where each party is first named.
fn named<'a>(words: &str, parties: impl Iterator<Item = &'a Vec<String>>) -> Vec<Option<Range<usize>>> {
    let mut names: Vec<(&str, usize)> = Vec::new();
    let mut count = 0;
    for (party, spelled) in parties.enumerate() {
        count = party + 1;
        names.extend(spelled.iter().filter(|name| !name.is_empty()).map(|name| (name.as_str(), party)));
    }
    // Running text writes a name such as "the overseas clinics" without its capitals.
    let lower = words.to_ascii_lowercase();
    names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut found = vec![None; count];
    for (name, party) in names {
        for (start, _) in lower.match_indices(&name.to_ascii_lowercase()) {
            let range = start..start + name.len();
            let inside = taken.iter().any(|other| other.start < range.end && range.start < other.end);
            if inside || !stands_alone(words, &range) {
                continue;
            }
            taken.push(range.clone());
            let first: &mut Option<Range<usize>> = &mut found[party];
            if first.as_ref().is_none_or(|known| known.start > range.start) {
                *first = Some(range);
            }
        }
    }
    found
}

/// A Latin name ends where its letters end; Han names have no such edge.
fn stands_alone(words: &str, range: &Range<usize>) -> bool {
    let glued = |inner: Option<char>, outer: Option<char>| {
        inner.zip(outer).is_some_and(|(a, b)| a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric())
    };
    let name = &words[range.clone()];
    !glued(name.chars().next(), words[..range.start].chars().next_back())
        && !glued(name.chars().next_back(), words[range.end..].chars().next())
}
