//! Numbers with a unit: lengths of time, data, rates, lengths, weights.

use rust_decimal::Decimal;

use crate::reading::{FigureKind, FigureWeight, Found, Manner, Number, Reading, Side, Tongue, patterns};
use crate::unit::{CHINESE, ENGLISH, is_time, meanings};
use crate::value::{Measure, Value};

fn english(text: &str) -> String {
    text.replace("<U>", &format!("(?i:{})|{}", ENGLISH.0, ENGLISH.1)).replace("<W>", &format!("(?i:{})", ENGLISH.0)).replace(
        "<ADJ>",
        "(?i:consecutive|continuous|successive|full|complete|whole|additional|further|extra|more|other|remaining|elapsed|clear|rolling|training|class|teaching|straight|solid|entire)",
    )
}

fn chinese(text: &str) -> String {
    text.replace("<U>", &CHINESE).replace("<S>", &ENGLISH.1)
}

/// What makes another word of the last character of a unit.
const NOT_BEFORE: [(&str, &str); 13] = [
    ("天", "津然花线气空"),
    ("日", "志程常期本报活元"),
    ("分", "享析配组支别布区批步发包类层级行公为成之阶拆开数部散摊工店"),
    ("秒", "级杀表"),
    ("度", "量假过身"),
    ("米", "粉饭面"),
    ("升", "级降高值温至"),
    ("克", "服隆"),
    ("年", "级龄薪"),
    ("周", "期边转刊知到"),
    ("位", "于置数次元"),
    ("月", "份底初中末"),
    ("寸", "步土"),
];

patterns! {
    HALF_OF = english(r"(?i:\bhalf)(?: (?:an? )?|-(?:an?-)?)(?P<u><W>)\b");
    AND_HALF = english(r"(?P<n><N>)[ -]and[ -]a[ -]half[ -](?P<u><W>)\b|(?:(?P<m><N>)|\b(?P<one>a|an)) (?P<v><W>) and a half\b");
    MEASURED = english(r"(?P<list>(?:<N>(?:, ?| ?(?:to|or|and|-|~|/|, and|, or) ?))*)(?P<n><N>)(?P<gap> |-|)(?:<ADJ> )?(?P<u><U>)(?P<next>[A-Za-z0-9]?)");
    HAN_HALF = chinese(r"半(?:个)?(?P<u><U>)(?P<next>.?)");
    HAN_AND_HALF = chinese(r"(?P<n><N>) ?个?半(?:个)?(?P<u><U>)|(?P<m><N>) ?(?P<v><U>)半");
    HAN = chinese(r"(?P<di>第 ?)?(?P<f>(?P<list>(?:<N>(?: ?(?:至|到|-|~|、|或|和|与|及|/) ?))*)(?P<n><N>) ?(?P<mid>个|余|多|来|整|多个|余个|个?连续|个?完整|个?日历|几)? ?(?:(?P<u><U>)|(?P<s><S>)))(?P<next>.?)");
}

/// What a number with its unit can be, and how large the unit is, so that `1 h 30 min` is put together.
struct Measured {
    reading: Reading,
    dimension: &'static str,
    factor: Decimal,
}

pub(super) fn read(side: &mut Side) {
    let all = match side.tongue {
        Tongue::English => in_english(side),
        Tongue::Chinese => in_chinese(side),
    };
    put_together(side, all);
}

/// Half of a unit more.
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

fn spelled(value: Decimal) -> Number {
    Number { value, otherwise: None, manner: Manner::Words }
}

/// What was taken becomes readings when all of it is put together.
fn taken(all: &mut Vec<Measured>, found: Vec<Measured>) -> Option<Vec<Reading>> {
    all.extend(found);
    Some(Vec::new())
}

fn in_english(side: &mut Side) -> Vec<Measured> {
    let mut all = Vec::new();
    side.cut(&AND_HALF, |found| {
        let one = found.text("one").map(|_| spelled(Decimal::ONE));
        let number = found.number("n").or_else(|| found.number("m")).or(one)?;
        let unit = found.text("u").or_else(|| found.text("v"))?;
        taken(&mut all, measured(found, unit, &[number], HALF)?)
    });
    side.cut(&HALF_OF, |found| {
        taken(&mut all, measured(found, found.text("u")?, &[spelled(Decimal::ZERO)], HALF)?)
    });
    side.cut(&MEASURED, |found| {
        let unit = found.text("u")?;
        let is_cut_short = found.text("next").is_some_and(|next| !next.is_empty());
        // "Annex 5 A": a letter is a unit where it stands close, or is one of these.
        let is_apart = found.text("gap") == Some(" ") && unit.len() == 1 && !"mshgtWVALdMBG".contains(unit);
        if is_cut_short || is_apart {
            return None;
        }
        taken(&mut all, measured(found, unit, &all_numbers(found)?, Decimal::ZERO)?)
    });
    all
}

fn in_chinese(side: &mut Side) -> Vec<Measured> {
    let mut all = Vec::new();
    side.cut(&HAN_AND_HALF, |found| {
        let number = found.number("n").or_else(|| found.number("m"))?;
        let unit = found.text("u").or_else(|| found.text("v"))?;
        taken(&mut all, measured(found, unit, &[number], HALF)?)
    });
    side.cut(&HAN_HALF, |found| {
        let unit = found.text("u").filter(|unit| is_whole(unit, found.text("next")))?;
        let is_of_time = meanings(unit).first().is_some_and(|(dimension, _)| is_time(dimension));
        let found = is_of_time.then(|| measured(found, unit, &[spelled(Decimal::ZERO)], HALF))?;
        taken(&mut all, found?)
    });
    side.cut(&HAN, |found| {
        if found.text("di").is_some() {
            return None;
        }
        let next = found.text("next");
        let goes_on = next.is_some_and(|next| next.starts_with(|c: char| c.is_ascii_alphanumeric()));
        let unit = match (found.text("u"), found.text("s")) {
            (Some(unit), _) => Some(unit).filter(|unit| is_whole(unit, next)),
            (None, symbol) => symbol.filter(|_| !goes_on),
        }?;
        // 3个月 is three months, 3个位 no bits.
        let needs_none = found.text("mid").is_some_and(|mid| mid.contains('个'))
            && matches!(unit, "位" | "度" | "分" | "日" | "天" | "年");
        if needs_none {
            return None;
        }
        taken(&mut all, measured(found, unit, &all_numbers(found)?, Decimal::ZERO)?)
    });
    all
}

fn all_numbers(found: &Found<'_>) -> Option<Vec<Number>> {
    let number = found.number("n").filter(|number| number.manner != Manner::Ordinal)?;
    let list = found.numbers("list");
    if list.iter().any(|each| each.manner == Manner::Ordinal) {
        return None;
    }
    Some(list.into_iter().chain([number]).collect())
}

/// Whether the unit ends where it seems to.
fn is_whole(unit: &str, next: Option<&str>) -> bool {
    let next = next.unwrap_or_default();
    next.is_empty() || !NOT_BEFORE.iter().any(|(each, not)| *each == unit && not.contains(next))
}

fn measured(found: &Found<'_>, unit: &str, numbers: &[Number], more: Decimal) -> Option<Vec<Measured>> {
    let meanings = meanings(unit);
    let (dimension, factor) = *meanings.first()?;
    let mut out = Vec::new();
    for number in numbers {
        let mut values = Vec::new();
        let written = [Some(number.value), number.otherwise];
        for (dimension, factor) in &meanings {
            for value in written.into_iter().flatten() {
                let measure = match *dimension {
                    "" => Measure::Bare,
                    "ordinal" => Measure::Ordinal,
                    dimension => Measure::In(dimension),
                };
                values.push(Value::number((value + more).checked_mul(*factor)?.normalize(), measure));
            }
        }
        // Half a month is fifteen days as well.
        if dimension == "month" && factor == Decimal::ONE && number.value.is_zero() && !more.is_zero() {
            values.push(Value::number(15.into(), Measure::In("day")));
        }
        let is_one = number.value == Decimal::ONE
            && more.is_zero()
            && matches!(number.manner, Manner::Words | Manner::Numeral);
        let kind = if is_time(dimension) { FigureKind::Duration } else { FigureKind::Quantity };
        // "the half-year commitment" is said in many ways.
        let is_adjective = found.text_of_all().eq_ignore_ascii_case("half-year");
        let weight = if is_one || is_adjective { FigureWeight::Loose } else { FigureWeight::Firm };
        let reading = Reading::new(kind, found.whole(), values).weighed(weight);
        out.push(Measured { reading, dimension, factor });
    }
    Some(out)
}

/// `1 hour 30 minutes` and `1 年 6 个月` are one length of time.
fn put_together(side: &mut Side, mut all: Vec<Measured>) {
    all.sort_by_key(|each| each.reading.range.start);
    let mut out: Vec<Measured> = Vec::new();
    for next in all {
        let joined = out.last_mut().filter(|last| {
            let between: String = side.folded.get(last.reading.range.end..next.reading.range.start).unwrap_or_default().iter().collect();
            let is_close = matches!(between.as_str(), "" | " " | " and " | "零" | "又" | ", ");
            let is_part = last.dimension == next.dimension && last.factor > next.factor;
            let fits = matches!(next.reading.values.first(), Some(Value::Figure { value, .. }) if *value < last.factor);
            is_close && is_part && fits && is_time(next.dimension) && last.reading.range.end <= next.reading.range.start
        });
        match (joined, next.reading.values.first()) {
            (Some(last), Some(Value::Figure { value: more, .. })) => {
                if let Some(Value::Figure { value, measure }) = last.reading.values.first() {
                    last.reading.values = vec![Value::number(*value + *more, *measure)];
                }
                last.reading.range.end = next.reading.range.end;
                last.reading.weight = FigureWeight::Firm;
                last.factor = next.factor;
            }
            _ => out.push(next),
        }
    }
    side.readings.extend(out.into_iter().map(|each| each.reading));
}

#[cfg(test)]
mod tests {
    use crate::grammar::values;
    use crate::reading::Tongue::{Chinese, English};

    #[test]
    fn units_are_read_in_both_languages() {
        for (english, chinese, expected) in [
            ("15 minutes", "15 分钟", "900 second"),
            ("3.2 ms", "3.2 毫秒", "0.0032 second"),
            ("1 hour 30 minutes", "一个半小时", "5400 second"),
            ("one and a half hours", "1.5 小时", "5400 second"),
            ("two and a half years", "两年半", "30 month"),
            ("half a day", "半天", "0.5 day"),
            ("six months", "半年", "6 month"),
            ("10 working days", "10 个工作日", "10 working day"),
            ("30 calendar days", "30 个自然日", "30 day"),
            ("10 to 15 minutes", "10至15分钟", "600 second 900 second"),
            ("a seven-day record", "7 天记录", "7 day"),
            ("14 min 40 s", "14 分 40 秒", "880 second"),
            ("30 consecutive days", "连续 30 天", "30 day"),
            ("100 GB", "100GB", "100000000000 byte"),
            ("12 person-days", "12 人天", "12 person-day"),
            ("20 metres", "二十米", "20 metre"),
            ("two weeks", "14天", "14 day"),
            ("18 months", "1年6个月", "18 month"),
        ] {
            assert_eq!(values(english, English).join(" "), expected, "{english}");
            assert_eq!(values(chinese, Chinese).join(" "), expected, "{chinese}");
        }
    }
}
