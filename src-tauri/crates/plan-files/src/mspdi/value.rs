//! Values as Microsoft Project writes them.

use chrono::{Datelike, NaiveDateTime};
use hefu_schedule::plan::Span;

use crate::fault::{FileFault, FileProblem};
use crate::xml::{Element, fault};

/// Reads the children of one element.
#[derive(Clone, Copy)]
pub(super) struct Values<'a> {
    pub(super) text: &'a str,
    pub(super) of: &'a Element,
}

impl<'a> Values<'a> {
    pub(super) fn wrong(&self, problem: FileProblem, what: &str) -> FileFault {
        fault(self.text, self.of.whole.start, problem, what)
    }

    pub(super) fn on(&self, of: &'a Element) -> Self {
        Self { text: self.text, of }
    }

    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.of.text(self.text, name)
    }

    fn read<T>(&self, name: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, FileFault> {
        let Some(text) = self.text(name) else { return Ok(None) };
        match read(&text) {
            Some(value) => Ok(Some(value)),
            None => Err(self.wrong(FileProblem::Value, &format!("{name}: {text}"))),
        }
    }

    pub(super) fn number(&self, name: &str) -> Result<Option<i64>, FileFault> {
        // Project writes some whole numbers with a fraction of nothing.
        let whole = |text: &str| text.split_once('.').map_or(text, |(whole, _)| whole).parse().ok();
        self.read(name, whole)
    }

    pub(super) fn decimal(&self, name: &str) -> Result<Option<f64>, FileFault> {
        self.read(name, |text| text.parse().ok().filter(|value: &f64| value.is_finite()))
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        matches!(self.text(name).as_deref(), Some("1" | "true"))
    }

    pub(super) fn time(&self, name: &str) -> Result<Option<NaiveDateTime>, FileFault> {
        let read = self.read(name, time)?;
        // Files write a year beyond all plans for a date that is not set.
        match read {
            Some(at) if at.year() < 1900 || at.year() > 2999 => {
                Err(self.wrong(FileProblem::DateOutOfReach, &format!("{name}: {at}")))
            }
            other => Ok(other),
        }
    }

    /// Seconds; none where nothing is said.
    pub(super) fn duration(&self, name: &str) -> Result<Option<f64>, FileFault> {
        let seconds = self.read(name, seconds)?;
        match seconds {
            Some(seconds) if seconds < 0.0 => Err(self
                .wrong(FileProblem::Negative, &format!("{name}: {}", self.text(name).unwrap_or_default()))),
            other => Ok(other),
        }
    }
}

fn time(text: &str) -> Option<NaiveDateTime> {
    ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S%.f"]
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
}

/// `PT8H0M0S`, and the longer forms of ISO 8601 without months and years, whose length is not known.
fn seconds(text: &str) -> Option<f64> {
    let (sign, text) = text.strip_prefix('-').map_or((1.0, text), |text| (-1.0, text));
    let text = text.strip_prefix('P')?;
    let (days, clock) = text.split_once('T').unwrap_or((text, ""));
    let mut total = 0.0;
    let mut part = |text: &str, units: &[(char, f64)]| -> Option<()> {
        let mut digits = String::new();
        for sign in text.chars() {
            match units.iter().find(|(unit, _)| *unit == sign) {
                Some((_, length)) => {
                    total += std::mem::take(&mut digits).parse::<f64>().ok()? * length;
                }
                None => digits.push(sign),
            }
        }
        digits.is_empty().then_some(())
    };
    part(days, &[('W', 604_800.0), ('D', 86_400.0)])?;
    part(clock, &[('H', 3600.0), ('M', 60.0), ('S', 1.0)])?;
    (days.len() + clock.len() > 0 && total.is_finite()).then_some(sign * total)
}

/// Whether a format of durations counts the clock: the even codes, whether they are marked as estimated or not.
pub(super) fn is_elapsed(format: i64) -> bool {
    matches!(format & !32, 4 | 6 | 8 | 10 | 12 | 20)
}

/// The span of a duration in a format.
pub(super) fn span(seconds: f64, format: Option<i64>) -> Span {
    match format {
        Some(format) if is_elapsed(format) => Span::ElapsedMinutes(seconds / 60.0),
        _ => Span::Minutes(seconds / 60.0),
    }
}

/// A duration as the file says it.
pub(super) fn told(seconds: i64) -> String {
    format!("PT{}H{}M{}S", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_in_the_forms_that_files_have() {
        let cases = [
            ("PT8H0M0S", Some(28_800.0)),
            ("P1DT2H", Some(93_600.0)),
            ("-PT1M", Some(-60.0)),
            ("PT0.5H", Some(1800.0)),
            ("P", None),
            ("PT8", None),
            ("8H", None),
            ("P1Y", None),
        ];
        for (text, expected) in cases {
            assert_eq!(seconds(text), expected, "{text}");
        }
        assert_eq!(told(28_800 + 61), "PT8H1M1S");
    }

    #[test]
    fn even_formats_count_the_clock() {
        for (format, elapsed) in
            [(7, false), (8, true), (39, false), (40, true), (53, false), (3, false), (12, true)]
        {
            assert_eq!(is_elapsed(format), elapsed, "{format}");
        }
    }
}
