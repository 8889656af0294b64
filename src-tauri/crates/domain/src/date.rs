//! Dates as people read them: never a form in which day and month can be taken for each other.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::language::Language;

/// The months in English, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `2026-05-09`.
pub fn iso(date: NaiveDate) -> String {
    date.format("%Y-%m-%d").to_string()
}

/// `9 May 2026`, `2026年5月9日`.
pub fn long(date: NaiveDate, language: Language) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match language {
        Language::En => format!("{day} {} {year}", month_name(date)),
        Language::Zh => format!("{year}年{month}月{day}日"),
    }
}

/// `Saturday, 9 May 2026`, `2026年5月9日 星期六`.
pub fn with_weekday(date: NaiveDate, language: Language) -> String {
    let (day, name) = (long(date, language), weekday(date.weekday(), language));
    match language {
        Language::En => format!("{name}, {day}"),
        Language::Zh => format!("{day} {name}"),
    }
}

/// `May 2026`, `2026年5月`.
pub fn month(date: NaiveDate, language: Language) -> String {
    match language {
        Language::En => format!("{} {}", month_name(date), date.year()),
        Language::Zh => format!("{}年{}月", date.year(), date.month()),
    }
}

/// From `first` to `last`, both included, without repeating what they share: `13 to 14 August 2026`,
/// `2026年8月13日至14日`.
pub fn range(first: NaiveDate, last: NaiveDate, language: Language) -> String {
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    if first == last {
        return long(first, language);
    }
    match language {
        Language::En => {
            let start = match (same_year, same_month) {
                (_, true) => first.day().to_string(),
                (true, _) => format!("{} {}", first.day(), month_name(first)),
                _ => long(first, language),
            };
            format!("{start} to {}", long(last, language))
        }
        Language::Zh => {
            let end = match (same_year, same_month) {
                (_, true) => format!("{}日", last.day()),
                (true, _) => format!("{}月{}日", last.month(), last.day()),
                _ => long(last, language),
            };
            format!("{}至{end}", long(first, language))
        }
    }
}

/// `Saturday`, `星期六`.
pub fn weekday(day: Weekday, language: Language) -> &'static str {
    let (en, zh) = match day {
        Weekday::Mon => ("Monday", "星期一"),
        Weekday::Tue => ("Tuesday", "星期二"),
        Weekday::Wed => ("Wednesday", "星期三"),
        Weekday::Thu => ("Thursday", "星期四"),
        Weekday::Fri => ("Friday", "星期五"),
        Weekday::Sat => ("Saturday", "星期六"),
        Weekday::Sun => ("Sunday", "星期日"),
    };
    match language {
        Language::En => en,
        Language::Zh => zh,
    }
}

fn month_name(date: NaiveDate) -> &'static str {
    MONTHS[date.month0() as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_reads_the_same_in_every_form() {
        let date = day("2026-05-09");
        assert_eq!(iso(date), "2026-05-09");
        assert_eq!(long(date, Language::En), "9 May 2026");
        assert_eq!(long(date, Language::Zh), "2026年5月9日");
        assert_eq!(with_weekday(date, Language::En), "Saturday, 9 May 2026");
        assert_eq!(with_weekday(date, Language::Zh), "2026年5月9日 星期六");
        assert_eq!(month(day("2026-12-01"), Language::En), "December 2026");
        assert_eq!(month(day("2026-12-01"), Language::Zh), "2026年12月");
    }

    #[test]
    fn ranges_share_month_and_year() {
        for (first, last, en, zh) in [
            ("2026-08-13", "2026-08-14", "13 to 14 August 2026", "2026年8月13日至14日"),
            ("2026-08-17", "2026-09-16", "17 August to 16 September 2026", "2026年8月17日至9月16日"),
            (
                "2026-12-08",
                "2027-12-08",
                "8 December 2026 to 8 December 2027",
                "2026年12月8日至2027年12月8日",
            ),
            ("2026-12-08", "2026-12-08", "8 December 2026", "2026年12月8日"),
            ("2026-08-13", "2027-08-14", "13 August 2026 to 14 August 2027", "2026年8月13日至2027年8月14日"),
        ] {
            assert_eq!(range(day(first), day(last), Language::En), en);
            assert_eq!(range(day(first), day(last), Language::Zh), zh);
        }
    }
}
