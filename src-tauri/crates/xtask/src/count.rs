//! Adding up what the test runners say.

use std::ops::AddAssign;

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
    }
}

/// `test result: ok. 3 passed; 0 failed; …` of cargo; nothing on any other line.
pub(crate) fn cargo(line: &str) -> Option<Count> {
    let rest = line.trim().strip_prefix("test result: ")?;
    Some(Count { passed: before(rest, "passed")?, failed: before(rest, "failed")? })
}

/// `Tests  1 failed | 11 passed (12)` of vitest, without colours; nothing on any other line.
pub(crate) fn vitest(line: &str) -> Option<Count> {
    let rest = line.trim().strip_prefix("Tests ")?;
    let (passed, failed) = (before(rest, "passed"), before(rest, "failed"));
    if passed.is_none() && failed.is_none() {
        return None;
    }
    Some(Count { passed: passed.unwrap_or(0), failed: failed.unwrap_or(0) })
}

/// The number right before a word.
fn before(text: &str, word: &str) -> Option<u64> {
    let words: Vec<&str> = text.split_whitespace().map(|each| each.trim_end_matches([';', ','])).collect();
    let at = words.iter().position(|each| *each == word)?;
    words.get(at.checked_sub(1)?)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargos_result_lines_are_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.1s";
        assert_eq!(cargo(line), Some(Count { passed: 12, failed: 3 }));
        assert_eq!(cargo("test a_result ... ok"), None);
    }

    #[test]
    fn vitests_summary_is_read() {
        assert_eq!(vitest("      Tests  41 passed (41)"), Some(Count { passed: 41, failed: 0 }));
        assert_eq!(vitest("      Tests  2 failed | 39 passed (41)"), Some(Count { passed: 39, failed: 2 }));
        assert_eq!(vitest("      Tests  2 failed (2)"), Some(Count { passed: 0, failed: 2 }));
        assert_eq!(vitest(" Test Files  1 failed | 5 passed (6)"), None);
        assert_eq!(vitest("      Tests  no tests"), None);
    }
}
