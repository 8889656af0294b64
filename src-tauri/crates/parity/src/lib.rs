//! Whether the English and the Chinese of a text say the same figures and names: both sides are read into typed values
//! in one normal form, which are matched as multisets. A figure of one side alone is a finding, and so are two that
//! contradict each other.
//!
//! What is read stands in `grammar`, one file a kind, with its words in both languages. A reading can mean several
//! things (`3点` is a time or three points); it agrees when any of them does. A *loose* one (`a`, `both`, `双`, 每月) may
//! answer a figure of the other side and asks for none.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

mod compare;
mod currency;
mod fold;
mod grammar;
mod numeral;
mod reading;
mod unit;
mod value;
mod words;

pub use currency::is_known_currency;
pub use reading::{FigureKind, FigureWeight};

use compare::matched;
use reading::{Reading, Side, Tongue};

/// Where a figure stands on one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// Bytes of the side's words: from the first to behind the last.
    pub start: usize,
    pub end: usize,
    /// The words that stand there.
    pub words: String,
}

impl Place {
    /// The place of some bytes of `words`; bytes that are none of its characters' are an empty place.
    pub fn new(words: &str, bytes: Range<usize>) -> Self {
        let text = words.get(bytes.clone()).unwrap_or_default();
        Self { start: bytes.start, end: bytes.end, words: text.to_owned() }
    }
}

/// Two figures that should be the same, or one that has no partner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ParityFinding {
    pub kind: FigureKind,
    pub en: Option<Place>,
    pub zh: Option<Place>,
}

/// A figure or name as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FigureFound {
    pub kind: FigureKind,
    pub place: Place,
    /// Its normal form, the same for both languages: `2026-09-30`, `900 second`, `CNY 3240000`.
    pub value: String,
    pub weight: FigureWeight,
}

/// Readings that agree, by their places in the two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FigurePair {
    pub en: usize,
    pub zh: usize,
}

/// What was read on both sides, what agrees and what does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FiguresCompared {
    pub en: Vec<FigureFound>,
    pub zh: Vec<FigureFound>,
    pub pairs: Vec<FigurePair>,
    /// In the order of the kinds and then of the words; empty when both sides say the same.
    pub findings: Vec<ParityFinding>,
    /// The same as long as the findings are the same, whatever else is written around them.
    pub fingerprint: String,
}

/// Reads and compares both sides. A side without words is no finding: that it is missing is said elsewhere.
pub fn compare(en: &str, zh: &str) -> FiguresCompared {
    let matched = matched(en, zh);
    let view = |side: &Side, words: &str| -> Vec<FigureFound> {
        side.readings.iter().map(|reading| seen(reading, side, words)).collect()
    };
    let is_blank = en.trim().is_empty() || zh.trim().is_empty();
    let faults = if is_blank { &[][..] } else { &matched.faults };
    let place = |side: &Side, words: &str, at: Option<usize>| {
        let reading = side.readings.get(at?)?;
        Some(Place::new(words, side.bytes(&reading.range)))
    };
    let findings: Vec<ParityFinding> = faults
        .iter()
        .map(|fault| ParityFinding {
            kind: fault.kind,
            en: place(&matched.english, en, fault.english),
            zh: place(&matched.chinese, zh, fault.chinese),
        })
        .collect();
    let pairs = matched.pairs.iter().map(|(en, zh)| FigurePair { en: *en, zh: *zh }).collect();
    let fingerprint = fingerprint(&findings);
    FiguresCompared {
        en: view(&matched.english, en),
        zh: view(&matched.chinese, zh),
        pairs,
        findings,
        fingerprint,
    }
}

fn seen(reading: &Reading, side: &Side, words: &str) -> FigureFound {
    FigureFound {
        kind: reading.kind,
        place: Place::new(words, side.bytes(&reading.range)),
        value: reading.values.first().map(ToString::to_string).unwrap_or_default(),
        weight: reading.weight,
    }
}

/// SHA-256 of what is at fault, in hexadecimal: of the kinds and words of the findings, without their places, so that a
/// confirmation "these say the same" holds until what it is about changes.
pub fn fingerprint(findings: &[ParityFinding]) -> String {
    let mut hash = Sha256::new();
    let mut lines: Vec<String> = findings
        .iter()
        .map(|finding| {
            let words =
                |place: &Option<Place>| place.as_ref().map(|place| place.words.clone()).unwrap_or_default();
            format!("{:?}\u{1f}{}\u{1f}{}", finding.kind, words(&finding.en), words(&finding.zh))
        })
        .collect();
    lines.sort();
    for line in lines {
        hash.update(line.as_bytes());
        hash.update([0x1e]);
    }
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether English words name something that is so of one project only: a day, an amount of money, an identifier.
pub fn has_particulars_en(words: &str) -> bool {
    has_particulars(&grammar::read(words, Tongue::English))
}

/// As [`has_particulars_en`], of Chinese words.
pub fn has_particulars_zh(words: &str) -> bool {
    has_particulars(&grammar::read(words, Tongue::Chinese))
}

fn has_particulars(side: &Side) -> bool {
    use FigureKind::{Amount, Capitals, Code, Date, Month};
    side.readings.iter().any(|reading| matches!(reading.kind, Date | Month | Code | Amount | Capitals))
}

#[cfg(test)]
mod tests;
