//! The values of a bill's cells: figures as text, never by way of a binary fraction, and moments.

use chrono::NaiveDate;

use crate::sum::Figure;

/// What a cell holds where a figure should stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// Nothing was stated.
    Missing(Missing),
    Figure {
        figure: Figure,
        /// A sign or marks between thousands that the form does not allow; it was read all the same.
        is_decorated: bool,
    },
    /// It cannot be read, and is in no total.
    Unread,
}

/// How nothing was stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Missing {
    Empty,
    /// The word `NULL`.
    Null,
    /// `-`, `--`, `N/A`.
    Mark,
}

/// Digits of a figure that are read, and the largest exponent.
const MOST_DIGITS: usize = 36;
const MOST_EXPONENT: i32 = 36;

/// How a cell says nothing; none when it says something.
pub(crate) fn missing(cell: &[u8]) -> Option<Missing> {
    match cell {
        b"" => Some(Missing::Empty),
        b"NULL" | b"null" => Some(Missing::Null),
        b"-" | b"--" | b"N/A" | b"n/a" => Some(Missing::Mark),
        _ => None,
    }
}

/// Reads a figure: digits with a point, a minus, an exponent.
pub(crate) fn amount(cell: &[u8]) -> Amount {
    if let Some(missing) = missing(cell) {
        return Amount::Missing(missing);
    }
    match figure(cell) {
        Some((figure, is_decorated)) => Amount::Figure { figure, is_decorated },
        None => Amount::Unread,
    }
}

fn figure(cell: &[u8]) -> Option<(Figure, bool)> {
    let (digits, exponent) = match cell.iter().position(|byte| matches!(byte, b'e' | b'E')) {
        Some(at) => (&cell[..at], std::str::from_utf8(&cell[at + 1..]).ok()?.parse::<i32>().ok()?),
        None => (cell, 0),
    };
    let (is_negative, has_plus, digits) = match digits.split_first()? {
        (b'-', rest) => (true, false, rest),
        (b'+', rest) => (false, true, rest),
        _ => (false, false, digits),
    };
    let (mut mantissa, mut scale, mut count) = (0_i128, 0_i32, 0);
    let (mut has_point, mut has_grouping) = (false, false);
    // Digits since the last mark between thousands.
    let mut group = 0;
    for byte in digits {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
                count += 1;
                group += 1;
                scale += i32::from(has_point);
            }
            b'.' if !has_point && (!has_grouping || group == 3) => has_point = true,
            b',' if !has_point && (1..=3).contains(&group) && (!has_grouping || group == 3) => {
                (has_grouping, group) = (true, 0);
            }
            _ => return None,
        }
    }
    let is_whole = count > 0 && count <= MOST_DIGITS && (!has_grouping || has_point || group == 3);
    if !is_whole || exponent.abs() > MOST_EXPONENT {
        return None;
    }
    if is_negative {
        mantissa = -mantissa;
    }
    let scale = scale - exponent;
    let figure = match u32::try_from(scale) {
        Ok(scale) => Figure { mantissa, scale },
        Err(_) => {
            Figure { mantissa: mantissa.checked_mul(10_i128.checked_pow(scale.unsigned_abs())?)?, scale: 0 }
        }
    };
    Some((figure, has_plus || has_grouping))
}

/// The day at the beginning of a moment: `2026-08-01T00:00:00Z`, `2026/8/1 00:00`, `20260801`.
pub(crate) fn day(cell: &[u8]) -> Option<NaiveDate> {
    let mut parts = numbers(cell);
    let first = parts.next()?;
    match first.len() {
        8 => NaiveDate::parse_from_str(first, "%Y%m%d").ok(),
        4 => {
            let (month, day) = (parts.next()?, parts.next()?);
            NaiveDate::from_ymd_opt(first.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
}

/// The month of a bill as its first day: `2026-08`, `202608`, `2026/08`, or any day of it.
pub(crate) fn month(cell: &[u8]) -> Option<NaiveDate> {
    let mut parts = numbers(cell);
    let first = parts.next()?;
    let (year, month) = match first.len() {
        4 => (first, parts.next()?),
        6 | 8 => first.split_at(4),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.get(..2).unwrap_or(month).parse().ok()?, 1)
}

/// Runs of digits.
fn numbers(cell: &[u8]) -> impl Iterator<Item = &str> {
    let text = std::str::from_utf8(cell).unwrap_or_default();
    text.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty())
}

/// Whether a moment is written as FOCUS asks: `2026-08-01T00:00:00Z`.
pub(crate) fn is_focus_moment(cell: &[u8]) -> bool {
    let pattern = b"dddd-dd-ddTdd:dd:dd";
    let head = cell.iter().zip(pattern).all(|(byte, wanted)| match wanted {
        b'd' => byte.is_ascii_digit(),
        other => byte == other,
    });
    head && cell.len() >= pattern.len() && cell.ends_with(b"Z")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(i128, u32, bool)> {
        match amount(text.as_bytes()) {
            Amount::Figure { figure, is_decorated } => Some((figure.mantissa, figure.scale, is_decorated)),
            _ => None,
        }
    }

    #[test]
    fn figures_are_read_to_the_last_digit() {
        for (text, expected) in [
            ("0.00000080000", Some((80000, 11, false))),
            ("-1.5E-3", Some((-15, 4, false))),
            ("2e3", Some((2000, 0, false))),
            ("+7", Some((7, 0, true))),
            ("1,234,567.80", Some((123_456_780, 2, true))),
            (".5", Some((5, 1, false))),
            ("1,23", None),
            ("12,34.5", None),
            ("1.2.3", None),
            ("¥5", None),
            ("1e99", None),
            ("9999999999999999999999999999999999999", None),
            (".", None),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
        assert_eq!(amount(b"--"), Amount::Missing(Missing::Mark));
        assert_eq!(amount(b"NULL"), Amount::Missing(Missing::Null));
    }

    #[test]
    fn months_and_days_are_read_as_providers_write_them() {
        let first = NaiveDate::from_ymd_opt(2026, 8, 1);
        for text in ["2026-08", "202608", "2026/08", "2026-08-01T00:00:00Z", "20260815", "2026年8月"] {
            assert_eq!(month(text.as_bytes()), first, "{text}");
        }
        let day_of = NaiveDate::from_ymd_opt(2026, 8, 9);
        for text in ["2026-08-09 10:00:00", "2026/8/9", "20260809", "2026-08-09 00:00:00 GMT+08:00"] {
            assert_eq!(day(text.as_bytes()), day_of, "{text}");
        }
        for text in ["", "x", "2026", "2026-13", "99"] {
            assert_eq!(month(text.as_bytes()), None, "{text}");
        }
        assert!(is_focus_moment(b"2026-08-01T00:00:00Z") && !is_focus_moment(b"2024-09-01 00:00:00"));
    }
}
