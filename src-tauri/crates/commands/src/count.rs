//! Counts as they cross the line.

/// As a count that is told; what no screen could show is the most it can say.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
