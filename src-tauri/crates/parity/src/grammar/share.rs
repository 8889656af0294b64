//! Shares and multiples: percentages, fractions, 折 and 成, percentage points, `threefold`, `三倍`.

use rust_decimal::Decimal;

use crate::reading::{FigureKind, Found, Manner, Reading, Side, Tongue, patterns};
use crate::value::{Measure, Value};

patterns! {
    PERCENT = r"(?i)(?P<list>(?:<N>(?: ?(?:to|and|or|-|~|至|到|、|和|或) ?))*)(?P<n><N>) ?(?P<u>percentage points?|个?百分点|basis points?|个?基点|%|‰|per ?cent\b|percent\b|pct\b|per mille\b|个百分点)";
    OF_HUNDRED = r"(?P<u>百分之|千分之|万分之) ?(?P<n><N>|百)(?P<list>(?:(?:至|到|-|~)(?:百分之)?<N>)*)";
    PARTS = r"(?P<b><N>) ?分之 ?(?P<a><N>)";
    ENGLISH_PARTS = r"(?i)(?P<a><N>)[ -](?P<b>halves|thirds|fourths|fifths|sixths|sevenths|eighths|ninths|tenths|hundredths|thousandths)\b";
    ONE_PART = r"(?i)(?P<f>(?:(?P<a><N>)[ -]|\b(?:(?P<by>by|about|nearly|almost|roughly) )?a )(?P<b><N>))(?P<behind> [a-z]+)?";
    ONE_IN = r"(?i)(?P<a><N>) in (?P<b><N>)(?:[^ -]|$)";
    POINTS = r"(?i)(?P<n><N>) points?\b";
    QUARTERS = r"(?i)(?:(?P<a><N>)[ -]quarters? of\b(?P<year> (?:the year|FY|<N>))?|\ba quarter of\b)";
    DISCOUNT = r"(?P<f>(?P<n><N>) ?折)(?:[^算合旧扣叠]|$)";
    TENTHS = r"(?P<f>(?P<n><N>)成)(?:[^员功立果为本熟品交绩套长年人]|$)";
    MULTIPLE = r"(?P<more>快|多|高|增加|增长|提高|提升|翻|增|大|长|涨)?(?P<f>(?P<n><N>) ?倍)";
    HALF = r"(?P<n><N>)半(?P<next>.?)";
    ENGLISH_MULTIPLE = r"(?i)(?P<f>(?P<n><N>)(?:[ -]?fold\b| ?[x×]))(?:[^0-9A-Za-z\x{F0000}-\x{FFFFD}]|$)|\b(?P<w>two|three|four|five|six|eight|ten)fold\b";
    TIMES = r"(?i)(?P<n><N>) times\b";
}

pub(super) fn read(side: &mut Side) {
    side.cut(&PERCENT, percent);
    side.cut(&OF_HUNDRED, |found| {
        let whole = match found.text("u")? {
            "百分之" => 100_u64,
            "千分之" => 1_000,
            _ => 10_000,
        };
        let first =
            if found.text("n") == Some("百") { Decimal::ONE_HUNDRED } else { found.number("n")?.value };
        let more = found.numbers("list").into_iter().map(|number| number.value);
        Some(std::iter::once(first).chain(more).map(|value| share(found, value, whole.into())).collect())
    });
    match side.tongue {
        Tongue::Chinese => in_chinese(side),
        Tongue::English => in_english(side),
    }
}

fn share(found: &Found<'_>, of: Decimal, in_all: Decimal) -> Reading {
    Reading::new(FigureKind::Percentage, found.whole(), vec![Value::Ratio { of, in_all }])
}

fn percent(found: &Found<'_>) -> Option<Vec<Reading>> {
    let unit = found.text("u")?.to_lowercase();
    let number = found.number("n").filter(|number| number.manner != Manner::Ordinal)?;
    let values = found.numbers("list").into_iter().chain([number]).map(|number| number.value);
    let reading = |value| match unit.as_str() {
        "%" | "percent" | "pct" | "per cent" => share(found, value, Decimal::ONE_HUNDRED),
        "‰" | "per mille" => share(found, value, Decimal::ONE_THOUSAND),
        "basis point" | "basis points" | "基点" | "个基点" => share(found, value, Decimal::from(10_000)),
        _ => Reading::new(FigureKind::Percentage, found.whole(), vec![Value::Points(value)]),
    };
    Some(values.map(reading).collect())
}

fn in_chinese(side: &mut Side) {
    side.cut(&PARTS, |found| {
        let (a, b) = (found.number("a")?, found.number("b")?);
        (!b.value.is_zero()).then(|| vec![share(found, a.value, b.value)])
    });
    side.cut(&DISCOUNT, |found| {
        let value = found.number("n")?.value;
        let value = if value < Decimal::TEN { value * Decimal::TEN } else { value };
        // 八五折 is what remains; English says what is taken off.
        let off = Value::Ratio { of: Decimal::ONE_HUNDRED - value, in_all: Decimal::ONE_HUNDRED };
        let mut reading = share(found, value, Decimal::ONE_HUNDRED);
        reading.values.push(off);
        Some(vec![reading])
    });
    side.cut(&TENTHS, |found| {
        let number = found.number("n").filter(|number| number.value < Decimal::TEN)?;
        Some(vec![share(found, number.value * Decimal::TEN, Decimal::ONE_HUNDRED)])
    });
    side.cut(&MULTIPLE, |found| {
        let value = found.number("n")?.value;
        let mut reading = multiple(found, value);
        // 快一倍 is twice as fast; 提高10倍 is said of tenfold as well.
        if found.text("more").is_some() {
            reading.values.push(Value::number(value + Decimal::ONE, Measure::Multiple));
        }
        Some(vec![reading])
    });
    side.cut(&HALF, |found| {
        let number = found
            .number("n")
            .filter(|number| number.manner == Manner::Numeral && number.value == Decimal::ONE)?;
        let is_part =
            found.text("next").is_some_and(|next| !next.is_empty() && "天年月小个点".contains(next));
        (!is_part).then(|| vec![share(found, number.value, Decimal::TWO).loose()])
    });
}

fn multiple(found: &Found<'_>, value: Decimal) -> Reading {
    Reading::new(FigureKind::Number, found.whole(), vec![Value::number(value, Measure::Multiple)])
}

fn in_english(side: &mut Side) {
    side.cut(&QUARTERS, |found| {
        let a = found.number("a").map_or(Decimal::ONE, |number| number.value);
        if found.text("year").is_some() {
            return None;
        }
        Some(vec![share(found, a, Decimal::from(4))])
    });
    side.cut(&ENGLISH_PARTS, |found| {
        const PARTS: [(&str, u64); 11] = [
            ("halves", 2),
            ("thirds", 3),
            ("fourths", 4),
            ("fifths", 5),
            ("sixths", 6),
            ("sevenths", 7),
            ("eighths", 8),
            ("ninths", 9),
            ("tenths", 10),
            ("hundredths", 100),
            ("thousandths", 1000),
        ];
        let word = found.text("b")?.to_lowercase();
        let (_, parts) = PARTS.iter().find(|(name, _)| *name == word)?;
        Some(vec![share(found, found.number("a")?.value, (*parts).into())])
    });
    side.cut(&ONE_PART, |found| {
        let b = found.number("b").filter(|b| b.manner == Manner::Ordinal && b.value > Decimal::TWO)?;
        let behind = found.text("behind").unwrap_or_default();
        let is_one = match found.number("a") {
            Some(a) => a.value == Decimal::ONE && a.manner == Manner::Words && !behind.contains("part"),
            None if found.text("by").is_some() => {
                ["", " in", " compared", " from", " within", " and", " of"].contains(&behind)
            }
            None => behind == " of",
        };
        is_one.then(|| vec![share(found, Decimal::ONE, b.value)])
    });
    multiples_in_english(side);
}

fn multiples_in_english(side: &mut Side) {
    side.cut(&ENGLISH_MULTIPLE, |found| {
        let value = match found.text("w") {
            Some(word) => Decimal::from(match word.to_lowercase().as_str() {
                "two" => 2_u64,
                "three" => 3,
                "four" => 4,
                "five" => 5,
                "six" => 6,
                "eight" => 8,
                _ => 10,
            }),
            None => found.number("n")?.value,
        };
        Some(vec![multiple(found, value)])
    });
    side.cut(&ONE_IN, |found| {
        let (a, b) = (found.number("a")?, found.number("b")?);
        let is_share = a.value == Decimal::ONE
            && a.manner == Manner::Words
            && b.value > Decimal::TWO
            && b.manner != Manner::Ordinal;
        is_share.then(|| vec![share(found, a.value, b.value)])
    });
    side.cut(&POINTS, |found| {
        let number = found.number("n").filter(|number| number.manner != Manner::Ordinal)?;
        let values = vec![Value::number(number.value, Measure::Count), Value::Points(number.value)];
        Some(vec![Reading::new(FigureKind::Number, found.whole(), values)])
    });
    side.cut(&TIMES, |found| {
        let number = found.number("n")?;
        let mut reading = multiple(found, number.value);
        reading.values.insert(0, Value::number(number.value, Measure::Count));
        let is_one = number.manner == Manner::Words && number.value == Decimal::ONE;
        Some(vec![if is_one { reading.loose() } else { reading }])
    });
}

#[cfg(test)]
mod tests {
    use crate::grammar::values;
    use crate::reading::Tongue::{Chinese, English};

    #[test]
    fn shares_are_read_in_both_languages() {
        for (english, chinese, expected) in [
            ("30 %", "百分之三十", "30 %"),
            ("99.95 per cent", "百分之九十九点九五", "99.95 %"),
            ("100%", "百分之百", "100 %"),
            ("two-thirds", "三分之二", "2/3"),
            ("one third", "三分之一", "1/3"),
            ("a third of the users", "三分之一的用户", "1/3"),
            ("10 to 15 %", "10%至15%", "10 % 15 %"),
            ("5 percentage points", "5个百分点", "5 percentage points"),
            ("threefold", "三倍", "3 times"),
            ("thirty percent", "三成", "30 %"),
        ] {
            assert_eq!(values(english, English).join(" "), expected, "{english}");
            assert_eq!(values(chinese, Chinese).join(" "), expected, "{chinese}");
        }
        assert_eq!(values("八五折", Chinese), ["85 %"]);
        assert_eq!(values("万分之五", Chinese), ["5/10000"]);
        assert!(values("三成员", Chinese).iter().all(|value| !value.contains('%')));
    }
}
