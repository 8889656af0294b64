//! Adding up what the test runners say.

use std::ops::AddAssign;

/// Tests that passed and failed, and what said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    /// The lines that name a failure, in their order.
    pub(crate) failures: Vec<String>,
}

impl Count {
    pub(crate) fn of(passed: u64, failed: u64) -> Self {
        Self { passed, failed, failures: Vec::new() }
    }
}

impl AddAssign for Count {
    fn add_assign(&mut self, more: Self) {
        self.passed += more.passed;
        self.failed += more.failed;
        self.failures.extend(more.failures);
    }
}

/// Whether a line of a runner names what failed: a test, a file of tests, a program that did not build or ended
/// otherwise than by its tests.
pub(crate) fn is_failure(line: &str) -> bool {
    let line = line.trim_matches([' ', '⎯']);
    let begins =
        ["error", "FAIL ", "Unhandled ", "TypeError", "thread '"].iter().any(|begin| line.starts_with(begin));
    begins || (line.starts_with("test ") && line.ends_with("FAILED"))
}

/// `test result: ok. 3 passed; 0 failed; …` of cargo; nothing on any other line.
pub(crate) fn cargo(line: &str) -> Option<Count> {
    let rest = line.trim().strip_prefix("test result: ")?;
    Some(Count::of(before(rest, "passed")?, before(rest, "failed")?))
}

/// `Tests  1 failed | 11 passed (12)` of vitest, without colours; nothing on any other line.
pub(crate) fn vitest(line: &str) -> Option<Count> {
    let rest = line.trim().strip_prefix("Tests ")?;
    let (passed, failed) = (before(rest, "passed"), before(rest, "failed"));
    if passed.is_none() && failed.is_none() {
        return None;
    }
    Some(Count::of(passed.unwrap_or(0), failed.unwrap_or(0)))
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
        assert_eq!(cargo(line), Some(Count::of(12, 3)));
        assert_eq!(cargo("test a_result ... ok"), None);
    }

    #[test]
    fn what_failed_is_named() {
        for line in [
            "test a_row_is_kept ... FAILED",
            "error: test failed, to rerun pass `-p hefu-store --lib`",
            "error[E0308]: mismatched types",
            " FAIL  tests/unlock.test.tsx > the first step",
            "⎯⎯⎯ Unhandled Errors ⎯⎯⎯",
        ] {
            assert!(is_failure(line), "{line}");
        }
        for line in ["test an_error_is_told ... ok", "test result: ok. 1 passed; 0 failed", "warning: unused"]
        {
            assert!(!is_failure(line), "{line}");
        }
    }

    #[test]
    fn vitests_summary_is_read() {
        assert_eq!(vitest("      Tests  41 passed (41)"), Some(Count::of(41, 0)));
        assert_eq!(vitest("      Tests  2 failed | 39 passed (41)"), Some(Count::of(39, 2)));
        assert_eq!(vitest("      Tests  2 failed (2)"), Some(Count::of(0, 2)));
        assert_eq!(vitest(" Test Files  1 failed | 5 passed (6)"), None);
        assert_eq!(vitest("      Tests  no tests"), None);
    }
}
