//! Days, times and durations as a section sets them.

use chrono::{Datelike, Days, NaiveDate};
use hefu_domain::date::MONTHS;

use super::code::{Names, Section, Token, Unit};

const SECONDS: i64 = 86_400;
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const NUMERALS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A moment taken apart.
struct Moment {
    day: Option<NaiveDate>,
    /// Thousandths of a second since the count began, and of the day.
    whole: i64,
    of_day: i64,
}

/// What the section shows of a count of days; None of a day that there is not.
pub(super) fn shown(section: &Section, value: f64, starts_1904: bool) -> Option<String> {
    if !(0.0..3_000_000.0).contains(&value) {
        return None;
    }
    let figures = section.tokens.iter().find_map(|token| match token {
        Token::Fraction(figures) => Some(*figures),
        _ => None,
    });
    // Rounded to what is shown at its finest, so that 14:40 is not 14:39 and some.
    let step = match figures {
        None => 1000,
        Some(1) => 100,
        Some(2) => 10,
        Some(_) => 1,
    };
    #[allow(clippy::cast_possible_truncation, reason = "below three million days")]
    let whole = (value * 86_400_000.0 / f64::from(step)).round() as i64 * i64::from(step);
    let days = whole / (SECONDS * 1000);
    let moment = Moment { day: day(days, starts_1904), whole, of_day: whole % (SECONDS * 1000) };
    let has_halves = section.tokens.iter().any(|token| matches!(token, Token::Half(..)));
    let mut text = String::new();
    for token in &section.tokens {
        text.push_str(&piece(section, token, &moment, has_halves)?);
    }
    Some(text)
}

/// The day that a count means. The count from 1900 has a 29th of February that never was.
fn day(days: i64, starts_1904: bool) -> Option<NaiveDate> {
    let (start, passed) = match (starts_1904, days) {
        (true, days) => (NaiveDate::from_ymd_opt(1904, 1, 1)?, days),
        (false, 1..=59) => (NaiveDate::from_ymd_opt(1899, 12, 31)?, days),
        (false, 61..) => (NaiveDate::from_ymd_opt(1899, 12, 30)?, days),
        (false, _) => return None,
    };
    start.checked_add_days(Days::new(u64::try_from(passed).ok()?))
}

fn piece(section: &Section, token: &Token, moment: &Moment, has_halves: bool) -> Option<String> {
    let second = moment.of_day / 1000;
    let hour = second / 3600;
    Some(match token {
        Token::Literal(words) => words.clone(),
        Token::Point => ".".to_owned(),
        Token::Comma => ",".to_owned(),
        Token::Stroke => "/".to_owned(),
        Token::Percent => "%".to_owned(),
        Token::Half(before, after) => {
            if hour < 12 {
                before.clone()
            } else {
                after.clone()
            }
        }
        Token::SystemDay => moment.day?.format("%Y-%m-%d").to_string(),
        Token::SystemTime => format!("{hour:02}:{:02}:{:02}", second / 60 % 60, second % 60),
        Token::Fraction(figures) => {
            let thousandths = format!("{:03}", moment.of_day % 1000);
            format!(".{}", thousandths.get(..(*figures).min(3))?)
        }
        Token::Elapsed(unit, length) => {
            let seconds = moment.whole / 1000;
            let count = match unit {
                Unit::Hour => seconds / 3600,
                Unit::Minute => seconds / 60,
                _ => seconds,
            };
            format!("{count:0length$}")
        }
        Token::Moment(unit, length) => of_unit(section, *unit, *length, moment, has_halves)?,
        // A section for another time of day or words: it was chosen for a number.
        Token::Text => String::new(),
        // A count beside a day means nothing that is known.
        Token::Digit(_) | Token::General | Token::Exponent(_) => return None,
    })
}

fn of_unit(
    section: &Section,
    unit: Unit,
    length: usize,
    moment: &Moment,
    has_halves: bool,
) -> Option<String> {
    let second = moment.of_day / 1000;
    let figures = |count: i64, at_least: usize| match section.is_in_numerals {
        true => in_numerals(count),
        false => format!("{count:0at_least$}"),
    };
    let short = length.min(2);
    Some(match unit {
        Unit::Hour => {
            let hour = second / 3600;
            figures(if has_halves { (hour + 11) % 12 + 1 } else { hour }, short)
        }
        Unit::Minute => figures(second / 60 % 60, short),
        Unit::Second => figures(second % 60, short),
        Unit::Day => figures(i64::from(moment.day?.day()), short),
        Unit::Month => {
            let month = moment.day?.month();
            let name = MONTHS[month as usize - 1];
            match (section.names, length) {
                (_, 1 | 2) => figures(i64::from(month), short),
                (Names::Chinese, 4) => format!("{}月", in_numerals(i64::from(month))),
                (Names::Chinese, _) => format!("{month}月"),
                (_, 4) => name.to_owned(),
                (_, 3) => name[..3].to_owned(),
                _ => name[..1].to_owned(),
            }
        }
        Unit::Weekday => {
            let weekday = moment.day?.weekday().num_days_from_monday() as usize;
            let numeral = NUMERALS.get(weekday + 1).filter(|_| weekday < 6).unwrap_or(&'日');
            match (section.names, length) {
                (Names::Chinese, 4..) => format!("星期{numeral}"),
                (Names::Chinese, _) => format!("周{numeral}"),
                (_, 4..) => WEEKDAYS[weekday].to_owned(),
                _ => WEEKDAYS[weekday][..3].to_owned(),
            }
        }
        Unit::Year | Unit::EraYear => {
            let year = i64::from(moment.day?.year());
            let counted = if unit == Unit::EraYear && section.counts_from_1912 { year - 1911 } else { year };
            match (section.is_in_numerals, unit, length) {
                (true, ..) => {
                    counted.to_string().bytes().map(|digit| NUMERALS[usize::from(digit - b'0')]).collect()
                }
                (false, Unit::Year, 1 | 2) => format!("{:02}", counted % 100),
                _ => counted.to_string(),
            }
        }
    })
}

/// Of 0 to 99: 三十一.
fn in_numerals(count: i64) -> String {
    let numeral =
        |digit: i64| usize::try_from(digit).ok().and_then(|at| NUMERALS.get(at)).copied().unwrap_or('〇');
    let (tens, ones) = (count / 10, count % 10);
    let mut text = String::new();
    if tens > 1 {
        text.push(numeral(tens));
    }
    if tens > 0 {
        text.push('十');
    }
    if ones > 0 || tens == 0 {
        text.push(numeral(ones));
    }
    text
}
