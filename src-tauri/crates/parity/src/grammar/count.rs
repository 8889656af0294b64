//! The numbers that are left: counts, ordinals, years without a month, and words that stand for a number.

use rust_decimal::Decimal;

use crate::reading::{FigureKind, FigureWeight, Manner, Number, REST, Reading, Side, Tongue, patterns};
use crate::value::{Measure, Value};

/// Characters with which Chinese counts things.
const COUNTERS: &str = "个名台套次条项份家人位种类处批轮页行张块件步座栋间辆部支组队班场届回遍趟点字表库区机卡路笔户口道版株颗根封通起宗桩例门科楼城省市县院校店站国方天层级期阶盘枚盏架艘只头匹双对副环节重端侧代号柜单面";

patterns! {
    TWICE = r"(?i)\b(?P<w>twice|thrice|once|both|dual|double[ds]?|triple[ds]?|quadruple|couple|pair|none|no|nil|neither|either|without|not any|duplicate|triplicate|quadruplicate|half|two-way|bilateral|mutual|trilateral|tripartite|only|sole|unique|next|initial|zero)\b";
    ROMAN = r"\b(?P<l>(?i:phase|stage|tier|level|class|type|lot|batch|volume|grade|wave|step|group|category|part|zone|option|package))s? (?P<f>III|II|IV|VIII|VII|VI|IX|V|I|X)\b";
    LOOSE = r"翻倍|翻一番|加倍|无|未|双|两|半数|对半|首|单|俩|零|另一";
    SUCCESSIVE = r"(?P<lead>^|[^零一二三四五六七八九十百千万亿两])(?P<f>(?:两三|三四|四五|五六|六七|七八|八九))(?P<next>[^零一二三四五六七八九十百千万亿折成]|$)";
}

/// `两三个`, before the numerals are read as one number.
pub(super) fn successive(side: &mut Side) {
    side.cut(&SUCCESSIVE, |found| {
        let numbers = found.text("f")?.chars().filter_map(crate::numeral::digit);
        let reading = |value: u64| {
            let value = Value::number(value.into(), Measure::Bare);
            Reading::new(FigureKind::Number, found.whole(), vec![value]).loose()
        };
        Some(numbers.map(reading).collect())
    });
}

pub(super) fn read(side: &mut Side) {
    if side.tongue == Tongue::English {
        side.cut(&ROMAN, |found| {
            const NUMBERS: [&str; 10] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
            let at = NUMBERS.iter().position(|each| Some(*each) == found.text("f"))?;
            let value = Value::number(Decimal::from(at as u64 + 1), Measure::Bare);
            Some(vec![Reading::new(FigureKind::Number, found.whole(), vec![value])])
        });
    }
    for at in 0..side.folded.len() {
        let Some(number) = side.number_at(at).cloned() else { continue };
        let end = (at + 1..side.folded.len())
            .find(|next| side.left(*next) != Some(REST))
            .unwrap_or(side.folded.len());
        let reading = match side.tongue {
            Tongue::English => in_english(side, at, end, &number),
            Tongue::Chinese => in_chinese(side, at, end, &number),
        };
        side.readings.push(Reading {
            label: label(side, at),
            of: numbered(side, at, end).or_else(|| counted(side, end)),
            ..reading
        });
    }
    words(side);
}

/// The Latin word before a number, with what joins them: `TLS` of `TLS 1.2`.
fn label(side: &Side, at: usize) -> Option<String> {
    let before = side.folded.get(..at)?;
    let end = before.len() - before.iter().rev().take_while(|c| matches!(c, ' ' | '-')).count();
    let letters = before[..end].iter().rev().take_while(|c| c.is_ascii_alphabetic()).count();
    let word: String = before[end - letters..end].iter().collect();
    (letters > 0).then(|| word.to_uppercase())
}

/// The unit of time that a number numbers: `week 26`, `the third year`, `第26周`.
fn numbered(side: &Side, at: usize, end: usize) -> Option<&'static str> {
    const UNITS: [(&str, &str); 6] = [
        ("MINUTE", "分"),
        ("HOUR", "小时"),
        ("DAY", "天日"),
        ("WEEK", "周"),
        ("MONTH", "月"),
        ("YEAR", "年"),
    ];
    let find = |is: &dyn Fn(&(&str, &str)) -> bool| UNITS.iter().find(|unit| is(unit)).map(|(name, _)| *name);
    if side.tongue == Tongue::Chinese {
        let after = side.after(end, 3);
        let after = after.trim_start().trim_start_matches('个');
        let unit = after.chars().next().filter(|_| side.before(at, 2).trim_end().ends_with('第'))?;
        return find(&|(_, names)| names.contains(unit));
    }
    let before = label(side, at);
    let is_ordinal = side.number_at(at).is_some_and(|number| number.manner == Manner::Ordinal);
    let after = side.after(end, 8).to_uppercase();
    let next =
        after.trim_start().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default().to_owned();
    find(&|(name, _)| before.as_deref() == Some(*name) || (is_ordinal && next == *name))
}

/// What kind of thing is counted, where both languages have a word for it: people are not machines.
fn counted(side: &Side, end: usize) -> Option<&'static str> {
    const KINDS: [(&str, &[&str], &str); 4] = [
        (
            "person",
            &[
                "users",
                "people",
                "persons",
                "staff",
                "engineers",
                "members",
                "participants",
                "attendees",
                "trainees",
                "administrators",
            ],
            "人名",
        ),
        ("machine", &["servers", "machines", "nodes", "hosts", "switches"], "台"),
        ("page", &["pages"], "页"),
        ("copy", &["copies", "originals"], "份"),
    ];
    if side.tongue == Tongue::Chinese {
        let after = side.after(end, 2);
        let next = after.trim_start().chars().next()?;
        return KINDS.iter().find(|(_, _, counters)| counters.contains(next)).map(|(kind, ..)| *kind);
    }
    let after = side.after(end, 30);
    let words = after.split(' ').filter(|word| !word.is_empty()).take(2);
    let mut nouns = words.map(|word| word.trim_end_matches(|c: char| !c.is_ascii_alphabetic()));
    nouns.find_map(|noun| KINDS.iter().find(|(_, names, _)| names.contains(&noun)).map(|(kind, ..)| *kind))
}

fn numeric(
    range: std::ops::Range<usize>,
    number: &Number,
    measure: Measure,
    weight: FigureWeight,
) -> Reading {
    let kind = if measure == Measure::Ordinal { FigureKind::Ordinal } else { FigureKind::Number };
    let mut values = vec![Value::number(number.value, measure)];
    values.extend(number.otherwise.map(|otherwise| Value::number(otherwise, measure)));
    Reading::new(kind, range, values).weighed(weight)
}

/// A year where four digits can be one.
fn year(number: &Number, range: &std::ops::Range<usize>) -> Option<i32> {
    let is_written = number.manner == Manner::Digits && range.len() == 4 && number.value.scale() == 0;
    let year: i32 = number.value.to_string().parse().ok().filter(|_| is_written)?;
    (1900..2100).contains(&year).then_some(year)
}

fn of_year(range: std::ops::Range<usize>, year: i32) -> Reading {
    let values = vec![Value::Year(year), Value::number(year.into(), Measure::Bare)];
    Reading::new(FigureKind::Year, range, values)
}

fn in_english(side: &Side, at: usize, end: usize, number: &Number) -> Reading {
    let range = at..end;
    let after = side.after(end, 40);
    let small = number.value <= Decimal::ONE && number.manner != Manner::Digits;
    if number.manner == Manner::Ordinal {
        // Chinese has other words for them (另一, 再一次); its own 第三 asks for a partner.
        let is_loose = side.folded.get(at).is_none_or(|c| !c.is_ascii_digit());
        return numeric(
            range,
            number,
            Measure::Ordinal,
            if is_loose { FigureWeight::Loose } else { FigureWeight::Firm },
        );
    }
    let counts = counts_things(&after) && !is_labelled(side, at);
    if let (Some(year), false) = (year(number, &range), counts) {
        return of_year(range, year);
    }
    let measure = if counts { Measure::Count } else { Measure::Bare };
    numeric(range, number, measure, if small { FigureWeight::Loose } else { FigureWeight::Firm })
}

/// Whether the number stands behind what it numbers: `wave 1 moves`.
fn is_labelled(side: &Side, at: usize) -> bool {
    const LABELS: [&str; 24] = [
        "WAVE",
        "PHASE",
        "STAGE",
        "STEP",
        "LEVEL",
        "BATCH",
        "TIER",
        "LOT",
        "DAY",
        "WEEK",
        "MONTH",
        "ITEM",
        "NO",
        "ROUND",
        "DRILL",
        "CLASS",
        "SEVERITY",
        "PRIORITY",
        "CRITERION",
        "OPTION",
        "PAGE",
        "LINE",
        "VERSION",
        "INSTALMENT",
    ];
    label(side, at).is_some_and(|label| LABELS.contains(&label.as_str()))
}

/// Whether a plural follows within three words.
fn counts_things(after: &str) -> bool {
    const NOT: [&str; 14] = [
        "is", "was", "as", "has", "this", "its", "across", "less", "unless", "access", "does", "plus",
        "minus", "versus",
    ];
    const PLURAL: [&str; 10] =
        ["people", "persons", "staff", "personnel", "men", "women", "children", "data", "criteria", "copies"];
    const STOP: [&str; 22] = [
        "of", "to", "and", "or", "in", "on", "at", "by", "for", "from", "with", "is", "was", "shall", "will",
        "must", "the", "are", "were", "be", "per", "than",
    ];
    let Some(after) = after.strip_prefix([' ', '-']) else { return false };
    for word in after.split([' ', '-']).take(3) {
        let plain = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let is_word = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_alphabetic() || c == '\'');
        if !is_word || STOP.contains(&plain) {
            return false;
        }
        let is_plural = plain.ends_with('s') && !plain.ends_with("ss") && !NOT.contains(&plain);
        if is_plural || PLURAL.contains(&plain) {
            return true;
        }
        if plain.len() != word.len() {
            return false;
        }
    }
    false
}

fn in_chinese(side: &Side, at: usize, end: usize, number: &Number) -> Reading {
    let range = at..end;
    let before = side.before(at, 2);
    let before = before.trim_end();
    let after = side.after(end, 3);
    let next = after.trim_start().chars().next();
    let is_ordinal = before.ends_with('第');
    if is_ordinal {
        let weight = if number.value <= Decimal::ONE && number.manner != Manner::Digits {
            FigureWeight::Loose
        } else {
            FigureWeight::Firm
        };
        return numeric(range, number, Measure::Ordinal, weight);
    }
    let counts = next.is_some_and(|next| COUNTERS.contains(next) && !"号级期代层楼点".contains(next));
    if let (Some(year), false) = (year(number, &range), counts) {
        return of_year(range, year);
    }
    let first = side.folded.get(at).copied().unwrap_or_default();
    if number.manner == Manner::Numeral && first == '二' {
        // 二 counts only in rows (二期, 二级); things are 两.
        let values = [Measure::Ordinal, Measure::Bare, Measure::Count]
            .map(|measure| Value::number(number.value, measure));
        return Reading::new(FigureKind::Ordinal, range, values.to_vec()).loose();
    }
    let measure = if counts { Measure::Count } else { Measure::Bare };
    let is_loose = match number.manner {
        // 一 stands in many words, 两 in 两区 and 两地; another numeral counts where a counter follows.
        Manner::Numeral
            if first == '两' && next.is_some_and(|next| "区端侧地国城站点方会部".contains(next)) =>
        {
            true
        }
        Manner::Numeral => matches!(first, '一' | '零') || !next.is_some_and(|next| COUNTERS.contains(next)),
        _ => false,
    };
    numeric(range, number, measure, if is_loose { FigureWeight::Loose } else { FigureWeight::Firm })
}

/// Words that stand for a number: they answer one of the other side, and ask for none; only `twice` does.
fn words(side: &mut Side) {
    let pattern = if side.tongue == Tongue::English { &TWICE } else { &LOOSE };
    side.cut(pattern, |found| {
        let text = found.text_of_all().to_lowercase();
        let number = |value: u64, measure| Value::number(value.into(), measure);
        let reading = |values| Reading::new(FigureKind::Number, found.whole(), values);
        let both = |value| {
            vec![
                number(value, Measure::Bare),
                number(value, Measure::Multiple),
                number(value, Measure::Count),
                number(value, Measure::Ordinal),
            ]
        };
        Some(vec![match text.as_str() {
            "twice" => reading(vec![number(2, Measure::Count), number(2, Measure::Multiple)]),
            "thrice" => reading(vec![number(3, Measure::Count), number(3, Measure::Multiple)]),
            "once" | "only" | "sole" | "unique" | "initial" | "next" | "首" | "单" => {
                reading(both(1)).loose()
            }
            "none" | "no" | "nil" | "neither" | "without" | "not any" | "zero" | "无" | "未" | "零" => {
                reading(both(0)).loose()
            }
            "triple" | "tripled" | "triples" | "triplicate" | "trilateral" | "tripartite" => {
                reading(both(3)).loose()
            }
            "quadruple" | "quadruplicate" => reading(both(4)).loose(),
            "half" | "半数" | "对半" => {
                let ratio = Value::Ratio { of: Decimal::ONE, in_all: Decimal::TWO };
                Reading::new(FigureKind::Percentage, found.whole(), vec![ratio]).loose()
            }
            "另一" => {
                let values =
                    vec![number(2, Measure::Ordinal), number(1, Measure::Count), number(1, Measure::Bare)];
                Reading::new(FigureKind::Ordinal, found.whole(), values).loose()
            }
            _ => reading(both(2)).loose(),
        }])
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::read;

    fn weights(words: &str, tongue: Tongue) -> Vec<(String, FigureWeight)> {
        let readings = read(words, tongue).readings;
        readings.into_iter().map(|reading| (reading.values[0].to_string(), reading.weight)).collect()
    }

    #[test]
    fn numbers_count_or_stand_in_a_row() {
        for (words, tongue, expected) in [
            ("two zones", Tongue::English, vec![("2 things", FigureWeight::Firm)]),
            ("三个可用区", Tongue::Chinese, vec![("3 things", FigureWeight::Firm)]),
            ("第二批", Tongue::Chinese, vec![("no. 2", FigureWeight::Firm)]),
            ("二期", Tongue::Chinese, vec![("no. 2", FigureWeight::Loose)]),
            ("一个", Tongue::Chinese, vec![("1 things", FigureWeight::Loose)]),
            ("the third round", Tongue::English, vec![("no. 3", FigureWeight::Loose)]),
            ("Phase II", Tongue::English, vec![("2", FigureWeight::Firm)]),
            ("2000 active users", Tongue::English, vec![("2000 things", FigureWeight::Firm)]),
            ("in 2026", Tongue::English, vec![("year 2026", FigureWeight::Firm)]),
            ("twice", Tongue::English, vec![("2 things", FigureWeight::Firm)]),
            ("双方", Tongue::Chinese, vec![("2", FigureWeight::Loose)]),
        ] {
            let found = weights(words, tongue);
            let found: Vec<(&str, FigureWeight)> =
                found.iter().map(|(value, weight)| (value.as_str(), *weight)).collect();
            assert_eq!(found, expected, "{words}");
        }
    }
}
