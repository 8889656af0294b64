//! How often: `per second`, `monthly`, `a day`, `每月`, `季度`. It is a length of one unit, which the other side may
//! leave out, but not contradict.

use rust_decimal::Decimal;

use crate::reading::{FigureKind, Found, Reading, Side, Tongue, patterns};
use crate::unit::meanings;
use crate::value::{Measure, Value};

patterns! {
    ENGLISH = r"(?i)(?:\b(?P<lead>per|each|every|any|an?) |(?P<slash>/) ?)(?P<f>(?P<u>second|sec|minute|min|hour|hr|working day|business day|calendar day|day|week|fortnight|calendar month|month|quarter|calendar year|year|s|h)\b)(?P<next> [a-z]+)?";
    OTHER = r"(?i)\bevery (?:other|second) (?P<u>hour|day|week|month|quarter|year)\b";
    DECADE = r"(?i)\b(?:a|one|the last|the past|the next) decade\b";
    ADVERB = r"(?i)\b(?P<w>hourly|daily|weekly|bi-?weekly|fortnightly|monthly|bi-?monthly|quarterly|semi-?annual(?:ly)?|half-?yearly|bi-?annual(?:ly)?|annual(?:ly)?|yearly|per annum|p\.a\.)";
    HAN = r"(?:每|按|逐|/|一|隔)个?(?P<f>(?P<u>秒钟|秒|分钟|小时|工作日|天|日|周|星期|月|季度|季|年度|年))(?P<next>.?)";
    HAN_PERIOD = r"(?P<f>(?P<u>日|周|月|季度|季|年度|年)(?:度|报|均|租|费|检|审|终|例会|会|结|付))";
    HAN_HALF = r"(?:每)?半年度?|双周|双月";
}

fn once(found: &Found<'_>, lengths: &[(u64, &'static str)]) -> Reading {
    let value = |(count, dimension): &(u64, &'static str)| {
        Value::number(Decimal::from(*count), Measure::In(dimension))
    };
    Reading::new(FigureKind::Duration, found.whole(), lengths.iter().map(value).collect()).loose()
}

fn of_unit(found: &Found<'_>, unit: &str) -> Option<Vec<Reading>> {
    let values: Vec<Value> = meanings(unit)
        .into_iter()
        .filter(|(dimension, _)| !matches!(*dimension, "" | "ordinal"))
        .map(|(dimension, factor)| Value::number(factor, Measure::In(dimension)))
        .collect();
    (!values.is_empty()).then(|| vec![Reading::new(FigureKind::Duration, found.whole(), values).loose()])
}

pub(super) fn read(side: &mut Side) {
    match side.tongue {
        Tongue::English => {
            side.cut(&ADVERB, |found| {
                let word = found.text("w")?.to_lowercase().replace('-', "");
                let lengths: &[(u64, &'static str)] = match word.as_str() {
                    "hourly" => &[(3600, "second")],
                    "daily" => &[(1, "day")],
                    "weekly" => &[(7, "day")],
                    "fortnightly" => &[(14, "day")],
                    "biweekly" => &[(14, "day"), (7, "day")],
                    "monthly" => &[(1, "month")],
                    "bimonthly" => &[(2, "month"), (1, "month")],
                    "quarterly" => &[(3, "month")],
                    "annual" | "annually" | "yearly" | "per annum" | "p.a." => &[(12, "month")],
                    _ => &[(6, "month")],
                };
                Some(vec![once(found, lengths)])
            });
            side.cut(&OTHER, |found| {
                let (dimension, factor) = *meanings(&found.text("u")?.to_lowercase()).first()?;
                let value = Value::number(factor * Decimal::TWO, Measure::In(dimension));
                Some(vec![Reading::new(FigureKind::Duration, found.whole(), vec![value]).loose()])
            });
            side.cut(&DECADE, |found| Some(vec![once(found, &[(120, "month")])]));
            side.cut(&ENGLISH, |found| {
                let unit = found.text("u")?;
                let unit = if unit == "s" { "second" } else { unit };
                of_unit(found, &unit.to_lowercase())
            });
        }
        Tongue::Chinese => {
            side.cut(&HAN_HALF, |found| {
                let text = found.text_of_all();
                let lengths: &[(u64, &'static str)] = match text.as_str() {
                    "双周" => &[(14, "day")],
                    "双月" => &[(2, "month")],
                    _ => &[(6, "month")],
                };
                Some(vec![once(found, lengths)])
            });
            side.cut(&HAN, |found| of_unit(found, han_unit(found.text("u")?)));
            side.cut(&HAN_PERIOD, |found| of_unit(found, han_unit(found.text("u")?)));
        }
    }
}

fn han_unit(unit: &str) -> &str {
    match unit {
        "日" => "天",
        "季" | "季度" => "个季",
        "年度" => "年",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::values;
    use crate::reading::Tongue::{Chinese, English};

    #[test]
    fn frequencies_are_lengths_of_one_unit() {
        for (english, chinese, expected) in [
            ("per second", "每秒", "1 second"),
            ("monthly", "每月", "1 month"),
            ("every week", "每周", "7 day"),
            ("quarterly", "按季度", "3 month"),
            ("annual", "年度", "12 month"),
            ("/day", "/天", "1 day"),
            ("fortnightly", "双周", "14 day"),
            ("within an hour", "一小时", "3600 second"),
            ("half-yearly", "每半年", "6 month"),
        ] {
            assert_eq!(values(english, English).join(" "), expected, "{english}");
            assert_eq!(values(chinese, Chinese).join(" "), expected, "{chinese}");
        }
    }
}
