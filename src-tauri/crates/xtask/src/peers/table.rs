//! The table that `peers` ends with.

use std::time::Duration;

/// What one judge said.
pub(super) struct Row {
    pub(super) name: &'static str,
    pub(super) cases: u64,
    pub(super) held: bool,
    pub(super) took: Duration,
}

/// A line a judge: name, cases, result, time.
pub(super) fn told(rows: &[Row]) -> String {
    let mut text = format!("{:14} {:>10}  {:6}  {:>9}\n", "judge", "cases", "result", "time");
    for Row { name, cases, held, took } in rows {
        let (result, took) = (if *held { "holds" } else { "FAILED" }, time(took.as_secs()));
        text += &format!("{name:14} {cases:>10}  {result:6}  {took:>9}\n");
    }
    text
}

fn time(seconds: u64) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_judge_that_did_not_hold_is_seen() {
        let row = |name, held| Row { name, cases: 10_000, held, took: Duration::from_secs(3_725) };
        let said = told(&[row("kill", true), row("bombs", false)]);
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[1], "kill                10000  holds     1:02:05");
        assert_eq!(lines[2], "bombs               10000  FAILED    1:02:05");
    }
}
