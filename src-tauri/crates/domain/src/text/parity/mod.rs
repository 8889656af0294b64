//! The parity gate: both sides of a bilingual text must name the same figures and the same parties. How figures are read
//! and matched is `hefu-parity`'s; this is the gate over the texts of the record.

mod parties;

pub use hefu_parity::{FigureKind, ParityFinding, Place, fingerprint};
pub use parties::{PartyNames, compare_parties};

use super::{Language, Text};

/// Whether words name something that is so of one project only: a day, an amount of money, a code, a sum in
/// capitals.
pub fn has_particulars(words: &str, language: Language) -> bool {
    match language {
        Language::En => hefu_parity::has_particulars_en(words),
        Language::Zh => hefu_parity::has_particulars_zh(words),
    }
}

/// Everything that differs between the figures of two sides, in the order of the kinds and then of the words.
/// A side without words is no finding of this gate: that it is missing is said by its state.
pub fn compare(en: &str, zh: &str) -> Vec<ParityFinding> {
    hefu_parity::compare(en, zh).findings
}

/// [`compare`] and [`compare_parties`] over a bilingual text.
pub fn check(text: &Text, parties: &[PartyNames]) -> Vec<ParityFinding> {
    let mut findings = compare(&text.en.words, &text.zh.words);
    findings.extend(compare_parties(&text.en.words, &text.zh.words, parties));
    findings
}

#[cfg(test)]
mod tests;
