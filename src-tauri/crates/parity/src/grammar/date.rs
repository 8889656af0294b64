//! Days, months and years: `30 September 2026`, `30-Sep-2026`, `2026/9/30`, `2026年9月30日`, `二〇二六年九月三十日`.

use std::ops::Range;

use crate::reading::{FigureKind, Found, Reading, SMALL, Side, Tongue, patterns, small, with};
use crate::value::Value;

const MONTH: &str = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)";
const LARGE: &str = "(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)";
/// Between the days and months of a list or a span.
const AND: &str = r"(?:,? ?(?:and|to|or|until|through|till|&) |, ?| ?[-~/] ?)";
const DAY: &str = "[0-3]?[0-9](?:st|nd|rd|th)?";
const YEAR: &str = "(?:19|20)[0-9]{2}";

fn english(text: &str) -> String {
    let month = format!("(?:{MONTH}|{LARGE})");
    with(text, &[("<M>", &month), ("<A>", AND), ("<D>", DAY), ("<Y>", YEAR)])
}

fn chinese(text: &str) -> String {
    with(
        text,
        &[("<S>", SMALL), ("<Y>", "(?:[0-9]{4}|[零一二三四五六七八九]{4})"), ("<A>", "[至到、和及与或~-]")],
    )
}

patterns! {
    // Days that share a month behind them, and months and days that share a year.
    BEHIND = english(r"(?:^|[^0-9A-Za-z-])(?P<f>(?:the )?(?P<days><D>(?:<A>(?:the )?<D>)*)(?:[ -](?:day )?(?:of )?)(?P<month><M>)\b\.?(?:,? ?-?(?P<year><Y>)\b)?)");
    BEFORE = english(r"\b(?P<month><M>)\.?[ -](?:the )?(?P<days><D>(?:<A><D>)*)\b(?:,? ?-?(?P<year><Y>)\b)?");
    MONTHS = english(r"\b(?P<months><M>(?:<A><M>)*)\.?(?:,? (?:of )?|-)(?P<year><Y>)\b");
    ALONE = english(r"(?:\b(?P<lead>(?i:in|by|from|since|until|during|early|late|mid|mid-|end of|of|to|and|before|after|every|each|or|till|through|next|last|this|for|the))[ -]?)?\b(?P<f><M>)\b");
    ISO = r"\b(?P<y>[0-9]{4})(?:[-/.](?P<m>[0-9]{1,2})[-/.](?P<d>[0-9]{1,2}))(?:T[0-9:.]+Z?)?\b";
    REVERSED = r"\b(?P<a>[0-9]{1,2})(?P<s>[-/.])(?P<b>[0-9]{1,2})[-/.](?P<y>(?:19|20)[0-9]{2})\b";
    ISO_MONTH = r"(?:^|[^A-Za-z0-9/.-])(?P<f>(?P<y>20[0-9]{2})[-/](?P<m>0[1-9]|1[0-2]))(?:[^A-Za-z0-9/-]|$)";
    COMPACT = r"\b(?P<y>20[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])\b";
    HAN = chinese(r"(?:(?P<year><Y>) ?年(?:度|的)? ?)?(?P<f1><S>) ?月(?: ?份)?(?: ?(?P<days><S>(?: ?[日号])?(?:<A> ?<S>(?: ?[日号])?)*) ?[日号])?");
    HAN_MONTHS = chinese(r"(?:(?P<year><Y>) ?年 ?)?(?P<list><S>(?: ?月)?(?: ?<A> ?<S>(?: ?月)?)+)(?P<end>月)(?: ?份)?(?P<not>(?: ?<S>) ?[日号])?");
    HAN_FOLLOWING = chinese(r"(?P<lead>[\x01] ?[至到、和及~-] ?)(?P<f>(?P<d><S>) ?[日号])");
    HAN_YEARS = chinese(r"(?P<list>[0-9]{4}(?: ?<A> ?[0-9]{4})+) ?年");
    HAN_YEAR = chinese(r"(?P<y>(?:19|20)[0-9]{2}|[一二][零九][零一二三四五六七八九]{2}) ?年(?P<du>度)?");
    ERA = r"(?:佛历|B\.?E\.? ?|佛曆)(?P<y>2[56][0-9]{2})(?: ?年)?";
}

pub(super) fn read(side: &mut Side) {
    side.cut(&ISO, |found| numeric(found, [found.text("y")?, found.text("m")?, found.text("d")?], &[]));
    side.cut(&REVERSED, |found| {
        let (a, b, y) = (found.text("a")?, found.text("b")?, found.text("y")?);
        // Day first; where both can be a month, either.
        numeric(found, [y, b, a], &[[y, a, b]])
    });
    side.cut(&COMPACT, |found| numeric(found, [found.text("y")?, found.text("m")?, found.text("d")?], &[]));
    side.cut(&ISO_MONTH, |found| {
        let (year, month) = (found.text("y")?.parse().ok(), small(found.text("m")?)?);
        let value = Value::Month { year, month };
        Some(vec![Reading::new(FigureKind::Month, found.whole(), vec![value])])
    });
    side.cut(&ERA, |found| {
        let year: i32 = found.text("y")?.parse().ok()?;
        Some(vec![Reading::new(FigureKind::Year, found.whole(), vec![Value::Year(year - 543)])])
    });
    match side.tongue {
        Tongue::English => in_english(side),
        Tongue::Chinese => in_chinese(side),
    }
}

fn numeric(found: &Found<'_>, first: [&str; 3], others: &[[&str; 3]]) -> Option<Vec<Reading>> {
    let read = |parts: &[&str; 3]| {
        let (year, month, day) = (parts[0].parse().ok()?, small(parts[1])?, small(parts[2])?);
        date(Some(year), month, day)
    };
    let values: Vec<Value> = std::iter::once(&first).chain(others).filter_map(read).collect();
    (!values.is_empty()).then(|| vec![Reading::new(FigureKind::Date, found.whole(), values)])
}

fn date(year: Option<i32>, month: u32, day: u32) -> Option<Value> {
    let is_one = (1..=12).contains(&month) && (1..=31).contains(&day);
    is_one.then_some(Value::Date { year, month, day })
}

fn month_named(name: &str) -> Option<u32> {
    const SHORT: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let name = name.to_lowercase();
    SHORT.iter().position(|short| name.starts_with(short)).and_then(|at| u32::try_from(at + 1).ok())
}

/// Runs of digits.
fn digits(text: &str) -> impl Iterator<Item = u32> + '_ {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok())
}

fn in_english(side: &mut Side) {
    for named in [&BEHIND, &BEFORE] {
        side.cut(named, |found| {
            let month = month_named(found.text("month")?)?;
            let year = found.text("year").and_then(|year| year.parse().ok());
            let values: Option<Vec<Value>> =
                digits(found.text("days")?).map(|day| date(year, month, day)).collect();
            let readings =
                values?.into_iter().map(|value| Reading::new(FigureKind::Date, found.whole(), vec![value]));
            Some(readings.collect())
        });
    }
    share_year(side);
    side.cut(&MONTHS, |found| {
        let year = found.text("year").and_then(|year| year.parse().ok());
        let names = found.text("months")?.split(|c: char| !c.is_ascii_alphabetic());
        let months =
            names.filter(|name| name.starts_with(|c: char| c.is_ascii_uppercase())).filter_map(month_named);
        let reading =
            |month| Reading::new(FigureKind::Month, found.whole(), vec![Value::Month { year, month }]);
        Some(months.map(reading).collect())
    });
    side.cut(&ALONE, |found| {
        let name = found.text("f")?;
        // "May", "March" and the short forms are words or names as well.
        let is_plain = name.len() > 3 && !name.eq_ignore_ascii_case("march") || found.text("lead").is_some();
        let month = month_named(name).filter(|_| is_plain)?;
        let value = Value::Month { year: None, month };
        Some(vec![Reading::new(FigureKind::Month, found.whole(), vec![value])])
    });
}

/// "1 May to 30 June 2026": the year behind the second day is that of the first as well.
fn share_year(side: &mut Side) {
    side.readings.sort_by_key(|reading| (reading.range.start, reading.range.end));
    for at in (1..side.readings.len()).rev() {
        let (before, after) = side.readings.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        let between: String =
            side.folded.get(first.range.end..second.range.start).unwrap_or_default().iter().collect();
        let is_joined =
            matches!(between.trim(), "to" | "and" | "or" | "-" | "~" | "until" | "through" | "till" | ",");
        if let (Some(Value::Date { year: none @ None, .. }), Some(Value::Date { year: Some(year), .. })) =
            (first.values.first_mut(), second.values.first())
            && is_joined
        {
            *none = Some(*year);
        }
    }
}

fn in_chinese(side: &mut Side) {
    side.cut(&HAN_MONTHS, |found| {
        if found.text("not").is_some() {
            return None;
        }
        let year = year_of(found.text("year"));
        let parts = found.text("list")?.split(|c: char| "至到、和及与或~-月 ".contains(c));
        let months: Option<Vec<u32>> = parts.filter(|part| !part.is_empty()).map(small).collect();
        let months = months?;
        if months.iter().any(|month| !(1..=12).contains(month)) {
            return None;
        }
        let reading =
            |month| Reading::new(FigureKind::Month, found.whole(), vec![Value::Month { year, month }]);
        Some(months.into_iter().map(reading).collect())
    });
    // A year holds on for the dates behind it, as "2026年8月3日至9月1日" is read.
    let mut known: Option<(i32, usize)> = None;
    let mut month_of: Vec<(Range<usize>, Option<i32>, u32)> = Vec::new();
    side.cut(&HAN, |found| {
        let whole = found.whole();
        let said = year_of(found.text("year"));
        let near = known.filter(|(_, end)| whole.start <= end + 3).map(|(year, _)| year);
        let year = said.or(near);
        let month = small(found.text("f1")?).filter(|month| (1..=12).contains(month))?;
        if let Some(year) = year {
            known = Some((year, whole.end));
        }
        month_of.push((whole.clone(), year, month));
        let Some(days) = found.text("days") else {
            let value = Value::Month { year, month };
            return Some(vec![Reading::new(FigureKind::Month, whole, vec![value])]);
        };
        let days = days.split(|c: char| "至到、和及与或~-日号 ".contains(c)).filter(|day| !day.is_empty());
        let values: Option<Vec<Value>> = days.map(|day| date(year, month, small(day)?)).collect();
        let reading = |value| Reading::new(FigureKind::Date, whole.clone(), vec![value]);
        Some(values?.into_iter().map(reading).collect())
    });
    side.cut(&HAN_FOLLOWING, |found| {
        let at = found.range("lead")?.start;
        let (_, year, month) = month_of.iter().find(|(range, ..)| range.end == at + 1)?;
        let value = date(*year, *month, small(found.text("d")?)?)?;
        Some(vec![Reading::new(FigureKind::Date, found.whole(), vec![value])])
    });
    side.cut(&HAN_YEARS, |found| {
        let years = digits(found.text("list")?).filter_map(|year| i32::try_from(year).ok());
        let years: Vec<i32> = years.filter(|year| (1900..2100).contains(year)).collect();
        let reading = |year| Reading::new(FigureKind::Year, found.whole(), vec![Value::Year(year)]);
        (!years.is_empty()).then(|| years.into_iter().map(reading).collect())
    });
    side.cut(&HAN_YEAR, |found| {
        let year = year_of(found.text("y"))?;
        let kind = if found.text("du").is_some() {
            vec![Value::Year(year), Value::FiscalYear(year)]
        } else {
            vec![Value::Year(year)]
        };
        Some(vec![Reading::new(FigureKind::Year, found.whole(), kind)])
    });
}

fn year_of(written: Option<&str>) -> Option<i32> {
    i32::try_from(small(written?)?).ok().filter(|year| (1900..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use crate::grammar::values;
    use crate::reading::Tongue::{Chinese, English};

    #[test]
    fn a_day_is_the_same_in_every_manner() {
        for english in [
            "30 September 2026",
            "the 30th of September 2026",
            "30-Sep-2026",
            "September 30, 2026",
            "Sept. 30th, 2026",
            "30 SEP 2026",
            "2026-09-30",
            "30/09/2026",
            "30.09.2026",
        ] {
            assert_eq!(values(english, English), ["2026-09-30"], "{english}");
        }
        for chinese in [
            "2026年9月30日",
            "二〇二六年九月三十日",
            "2026/9/30",
            "2026.9.30",
            "2026 年 9 月 30 号",
            "20260930",
        ] {
            assert_eq!(values(chinese, Chinese), ["2026-09-30"], "{chinese}");
        }
    }

    #[test]
    fn days_share_a_month_and_months_a_year() {
        for (english, chinese, expected) in [
            ("13 and 14 August 2026", "2026年8月13日至14日", "2026-08-13 2026-08-14"),
            ("13–14 August 2026", "2026年8月13、14日", "2026-08-13 2026-08-14"),
            ("17 August to 16 September 2026", "2026年8月17日至9月16日", "2026-08-17 2026-09-16"),
            ("July and August 2026", "2026年7月、8月", "2026-07 2026-08"),
            ("July and August 2026", "2026年7至8月", "2026-07 2026-08"),
            ("in May", "5月", "????-05"),
            ("on 3 March", "3月3日", "????-03-03"),
        ] {
            assert_eq!(values(english, English).join(" "), expected, "{english}");
            assert_eq!(values(chinese, Chinese).join(" "), expected, "{chinese}");
        }
        assert!(values("the client may", English).is_empty());
        assert!(values("May we ask", English).is_empty());
    }
}
