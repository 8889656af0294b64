//! Times of day: `2:30 p.m.`, `14:30`, `noon`, `half past three`, `下午2点半`, `20时`.

use crate::reading::{FigureKind, Found, Reading, SMALL, Side, Tongue, patterns, small, with};
use crate::value::{Measure, Value};

const PART: &str =
    "(?:凌晨|清晨|早上|早晨|上午|中午|正午|下午|傍晚|晚上|晚间|夜里|夜间|深夜|当日|当天|晚|早)";

fn han(text: &str) -> String {
    with(text, &[("<P>", PART), ("<S>", SMALL)])
}

patterns! {
    CONTINUOUS = r"(?i)\b24 ?[/x×*] ?7(?: ?[x×*] ?365)?\b|(?:24 ?[x×*] ?7|7 ?[/x×*] {0,1}24) ?(?:小时|h\b|hours\b|(?P<not>[周天月年分秒]))?|round[- ]the[- ]clock|全天候|7 ?天 {0,1}24 ?小时|七乘二十四";
    CLOCK_SPAN = r"(?i)\b(?P<a>[0-9]{1,2})(?:[:.](?P<am>[0-5][0-9]))? ?(?:to|and|-|until) ?(?P<b>[0-9]{1,2})(?:[:.](?P<bm>[0-5][0-9]))? ?(?P<half>[ap]\.?m\b\.?)";
    HALVED = r"(?i)\b(?P<h>[0-9]{1,2})(?:[:.](?P<m>[0-5][0-9]))? ?(?P<half>[ap])\.?m\b\.?";
    HOURS = r"\b(?P<h>[0-2][0-9])(?P<m>[0-5][0-9]) ?(?:hours|hrs|hrs?\.)\b";
    OCLOCK = r"(?i)\b(?P<h>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'?clock\b";
    PAST = r"(?i)\b(?P<w>half|a quarter|quarter) (?P<d>past|to) (?P<h>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b";
    NOON = r"(?i)\b(?:12 )?(?P<w>noon|midday|midnight)\b";
    HAN = han(r"(?P<part><P>) ?(?P<h><S>) ?[点时](?:整|钟)?(?:(?P<half>半)|(?P<q>[一三])刻|(?P<m><S>) ?分?)?(?P<not>[间节])?");
    HAN_NOON = r"(?P<w>正午|中午|午夜|零点|零时)(?:十二点|12 ?点|12:00|整)?";
}

pub(super) fn read(side: &mut Side) {
    side.cut(&CONTINUOUS, |found| {
        if found.text("not").is_some() {
            return None;
        }
        let value = Value::Code("24/7".to_owned());
        Some(vec![Reading::new(FigureKind::Time, found.whole(), vec![value]).loose()])
    });
    match side.tongue {
        Tongue::English => in_english(side),
        Tongue::Chinese => in_chinese(side),
    }
}

fn reading(found: &Found<'_>, values: Vec<Value>) -> Reading {
    Reading::new(FigureKind::Time, found.whole(), values)
}

fn at(hour: u32, minute: u32, second: u32) -> Option<Value> {
    let is_one = hour <= 24 && minute < 60 && second < 60;
    is_one.then_some(Value::Time((hour * 3600 + minute * 60 + second) % 86_400))
}

/// The hour of the day that `half` of it makes of one on the dial.
fn on_dial(hour: u32, half: &str) -> Option<u32> {
    let is_after_noon = half.to_lowercase().starts_with('p');
    match (hour, is_after_noon) {
        (0 | 12, false) => Some(0),
        (12, true) => Some(12),
        (1..=11, true) => Some(hour + 12),
        (1..=11, false) => Some(hour),
        (13..=23, true) => Some(hour),
        _ => None,
    }
}

fn in_english(side: &mut Side) {
    side.cut(&CLOCK_SPAN, |found| {
        let (a, b) = (small(found.text("a")?)?, small(found.text("b")?)?);
        let minutes = |group| found.text(group).map_or(Some(0), small);
        let half = found.text("half")?;
        let end = on_dial(b, half)?;
        // "9 to 5 pm" begins in the morning.
        let start = on_dial(a, half).filter(|start| *start < end).or_else(|| on_dial(a, "a"))?;
        let values = [at(start, minutes("am")?, 0)?, at(end, minutes("bm")?, 0)?];
        Some(values.into_iter().map(|value| reading(found, vec![value])).collect())
    });
    side.cut(&HALVED, |found| {
        let hour = on_dial(small(found.text("h")?)?, found.text("half")?)?;
        Some(vec![reading(found, vec![at(hour, found.text("m").map_or(Some(0), small)?, 0)?])])
    });
    side.cut(&HOURS, |found| {
        Some(vec![reading(found, vec![at(small(found.text("h")?)?, small(found.text("m")?)?, 0)?])])
    });
    side.cut(&OCLOCK, |found| {
        let hour = found.text("h")?.to_lowercase();
        let hour = small(&hour).or_else(|| dial_word(&hour))?;
        Some(vec![reading(found, [at(hour, 0, 0), at(hour + 12, 0, 0)].into_iter().flatten().collect())])
    });
    side.cut(&PAST, |found| {
        let hour = dial_word(&found.text("h")?.to_lowercase())?;
        let minutes = if found.text("w")?.eq_ignore_ascii_case("half") { 30 } else { 15 };
        let is_past = found.text("d")?.eq_ignore_ascii_case("past");
        let (hour, minutes) = if is_past { (hour, minutes) } else { (hour - 1, 60 - minutes) };
        Some(vec![reading(
            found,
            [at(hour, minutes, 0), at(hour + 12, minutes, 0)].into_iter().flatten().collect(),
        )])
    });
    side.cut(&NOON, |found| {
        let is_noon = !found.text("w")?.eq_ignore_ascii_case("midnight");
        Some(vec![reading(found, vec![Value::Time(if is_noon { 43_200 } else { 0 })])])
    });
    side.cut(&CLOCK_ALONE, clock);
}

patterns! {
    CLOCK_ALONE = han(r"(?:(?P<part><P>) ?)?\b(?P<f>(?P<h>[0-2]?[0-9]):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9]))?)\b");
    CLOCK_HAN = han(
        r"(?:(?P<part><P>) ?|^|[^0-9])(?P<f>(?P<h>[0-2]?[0-9]):(?P<m>[0-5][0-9])(?::(?P<s>[0-5][0-9]))?)(?:[^0-9]|$)",
    );
}

fn dial_word(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.iter().position(|each| *each == word).and_then(|at| u32::try_from(at + 1).ok())
}

fn clock(found: &Found<'_>) -> Option<Vec<Reading>> {
    let (hour, minute) = (small(found.text("h")?)?, small(found.text("m")?)?);
    let hour = in_part(hour, found.text("part"))?;
    Some(vec![reading(found, vec![at(hour, minute, found.text("s").map_or(Some(0), small)?)?])])
}

/// The hour as the part of the day before it says: 下午3点 is 15:00.
fn in_part(hour: u32, part: Option<&str>) -> Option<u32> {
    let hour = match part {
        Some("下午" | "傍晚" | "晚上" | "晚间" | "晚") if (1..12).contains(&hour) => hour + 12,
        Some("夜里" | "夜间" | "深夜") if (6..12).contains(&hour) => hour + 12,
        Some("中午" | "正午") if (1..3).contains(&hour) => hour + 12,
        Some("晚上" | "深夜" | "凌晨" | "夜里" | "夜间") if hour == 12 => 0,
        _ => hour,
    };
    (hour <= 24).then_some(hour)
}

fn minutes(found: &Found<'_>) -> Option<u32> {
    match (found.text("half"), found.text("q"), found.text("m")) {
        (Some(_), ..) => Some(30),
        (_, Some("一"), _) => Some(15),
        (_, Some(_), _) => Some(45),
        (.., Some(minutes)) => small(minutes),
        _ => Some(0),
    }
}

fn in_chinese(side: &mut Side) {
    side.cut(&CLOCK_HAN, clock);
    side.cut(&HAN_SPAN_CUT, |found| {
        let (a, b) = (small(found.text("a")?)?, small(found.text("b")?)?);
        let part = found.text("part");
        let end = in_part(b, found.text("part2").or(part))?;
        let values =
            [at(in_part(a, part)?, 0, 0)?, at(end, if found.text("bh").is_some() { 30 } else { 0 }, 0)?];
        Some(values.into_iter().map(|value| reading(found, vec![value])).collect())
    });
    side.cut(&HAN, |found| {
        if found.text("not").is_some() {
            return None;
        }
        let hour = in_part(small(found.text("h")?)?, found.text("part"))?;
        Some(vec![reading(found, vec![at(hour, minutes(found)?, 0)?])])
    });
    side.cut(&HAN_NOON, |found| {
        let is_noon = matches!(found.text("w")?, "正午" | "中午");
        let value = Value::Time(if is_noon { 43_200 } else { 0 });
        let reading = reading(found, vec![value]);
        Some(vec![if found.text("w")? == "中午" { reading.loose() } else { reading }])
    });
    side.cut(&HAN_ALONE, |found| {
        let hour = small(found.text("h")?).filter(|hour| *hour <= 24)?;
        let next = found.text("next").unwrap_or_default();
        let is_more = ["half", "q", "m", "whole"].iter().any(|group| found.text(group).is_some());
        // 三点 may be three points, 3.5 点 a number of them, 时 the beginning of another word.
        let is_time =
            is_more || found.text("u")? == "时" || found.text("h")?.starts_with(|c: char| c.is_ascii_digit());
        if (found.text("u")? == "点"
            && !is_more
            && "要建意说问原注零一二三四五六七八九".contains(next)
            && !next.is_empty())
            || (found.text("u")? == "时" && "间长效段常序刻候代".contains(next) && !next.is_empty())
        {
            return None;
        }
        let mut values = vec![at(hour, minutes(found)?, 0)?];
        if !is_more {
            values.push(Value::number(hour.into(), Measure::Count));
        }
        let reading = reading(found, values);
        Some(vec![if is_time { reading } else { reading.loose() }])
    });
}

patterns! {
    HAN_SPAN_CUT = han(r"(?P<f>(?P<part><P>)? ?(?P<a><S>)(?: ?[点时])? ?(?:至|到|-|~) ?(?:次日)?(?P<part2><P>)? ?(?P<b><S>) ?[点时](?P<bh>半)?)(?:[^间节长效段]|$)");
    HAN_ALONE = han(r"(?P<f>(?P<h><S>) ?(?P<u>[点时])(?P<whole>整|钟)?(?:(?P<half>半)|(?P<q>[一三])刻|(?P<m><S>) ?分)?)(?P<next>.?)");
}

#[cfg(test)]
mod tests {
    use crate::grammar::values;
    use crate::reading::Tongue::{Chinese, English};

    #[test]
    fn times_are_read_in_both_languages() {
        for (english, chinese, expected) in [
            ("2:30 p.m.", "14:30", "14:30:00"),
            ("3 pm", "下午3点", "15:00:00"),
            ("half past three", "三点半", "03:30:00"),
            ("15:30", "下午3点半", "15:30:00"),
            ("9:00 to 18:00", "9点至18点", "09:00:00 18:00:00"),
            ("08:00 to 20:00", "8时至20时", "08:00:00 20:00:00"),
            ("1 to 5 am", "凌晨1点至5点", "01:00:00 05:00:00"),
            ("2 to 5 pm", "下午2点至5点", "14:00:00 17:00:00"),
            ("9 to 5 pm", "9:00-17:00", "09:00:00 17:00:00"),
            ("noon", "正午", "12:00:00"),
            ("midnight", "午夜", "00:00:00"),
            ("22:15:30", "22:15:30", "22:15:30"),
            ("quarter to four", "三点三刻", "03:45:00"),
        ] {
            assert_eq!(values(english, English).join(" "), expected, "{english}");
            assert_eq!(values(chinese, Chinese).join(" "), expected, "{chinese}");
        }
    }
}
