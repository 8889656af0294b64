//! Amounts of money by sign, code or name, before or behind the figure, in digits, words and capitals 大写.

use rust_decimal::Decimal;

use crate::currency::{SPELLINGS, codes, stands_alone};
use crate::reading::{FigureKind, Found, Manner, Reading, Side, Tongue, patterns};
use crate::value::{Measure, Value};

/// Codes that are words or names of their own: `TOP 10`, `AMD 7763`.
const AMBIGUOUS: [&str; 13] =
    ["ALL", "TOP", "CUP", "AMD", "CAD", "PEN", "TRY", "SOS", "GEL", "BAM", "MOP", "COP", "LAK"];

fn listed(list: &[(&'static str, &'static [&'static str])]) -> String {
    list.iter().map(|(name, _)| regex::escape(name)).collect::<Vec<_>>().join("|")
}

fn english(text: &str) -> String {
    let prefixed: Vec<String> = SPELLINGS
        .english
        .iter()
        .filter(|(name, _)| stands_alone(name))
        .map(|(name, _)| regex::escape(name))
        .collect();
    text.replace("<SIGN>", &listed(&SPELLINGS.signs))
        .replace("<PREFIX>", &format!("(?i:{})s?", prefixed.join("|")))
        .replace("<NAME>", &format!("(?i:{})s?", listed(&SPELLINGS.english)))
        .replace("<SCALE>", "(?:k|K|mn|mil|mio|mln|m|M|bn|b|B|tn)")
        .replace("<AND>", "(?: ?(?:to|-|~|至|到) ?)")
}

fn chinese(text: &str) -> String {
    let signs = format!("{}|{}", listed(&SPELLINGS.signs), listed(&SPELLINGS.chinese));
    english(
        &text
            .replace("<BEFORE>", &signs)
            .replace("<BEHIND>", &format!("{}|{}", listed(&SPELLINGS.chinese), codes_alone())),
    )
}

fn codes_alone() -> String {
    let codes = SPELLINGS
        .signs
        .iter()
        .filter(|(name, _)| name.len() == 3 && name.chars().all(|c| c.is_ascii_uppercase()));
    codes.map(|(name, _)| *name).collect::<Vec<_>>().join("|")
}

patterns! {
    BEFORE = english(r"(?:^|[^A-Za-z])(?P<f>(?P<neg>-)?(?P<c><SIGN>|<PREFIX>):? ?(?P<n><N>)(?:(?P<s><SCALE>)\b| (?P<t>bn|mn|mil|mio|mln|m|M)\b)?(?:<AND>(?P<m><N>)(?P<u><SCALE>\b)?)?(?: ?(?P<c2><NAME>)\b)?(?P<only> only\b)?)");
    BEHIND = english(r"(?P<f>(?P<list>(?:<N><AND>)*)(?P<n><N>)(?:(?P<s><SCALE>)\b)? ?(?:(?P<c><NAME>|<CODE>)\b|(?P<d>€|₫|đ|฿|₱))(?P<only> only\b)?)".replace("<CODE>", &codes_alone()).as_str());
    HAN = chinese(r"(?P<f>(?P<neg>-)?(?:(?P<c><BEFORE>)(?:大写|小写|\(大写\))?:? ?)?(?P<list>(?:<N>(?: ?(?:至|到|-|~|、|或) ?))*)(?P<n><N>)[余多]?(?:(?P<s><SCALE>))? ?(?P<d><BEHIND>)(?:(?P<jiao><N>)角)?(?:零?(?P<fen><N>)分)?(?:整|正)?)(?P<next>.?)");
    HAN_BEFORE = chinese(r"(?:^|[^A-Za-z])(?P<f>(?P<neg>-)?(?P<c><BEFORE>):? ?(?P<n><N>)(?:(?P<s><SCALE>)\b)?(?:<AND>(?P<m><N>))?)");
    JIAO = r"(?P<n><N>) ?角(?:(?P<fen><N>)分)?(?:整|钱)?";
    NAMED = english(r"(?:^|[^A-Za-z])(?P<f><CODE>|<PREFIX>)(?:[^A-Za-z]|$)".replace("<CODE>", &codes_alone()).as_str());
}

pub(super) fn read(side: &mut Side) {
    match side.tongue {
        Tongue::English => {
            side.cut(&BEFORE, before);
            side.cut(&BEHIND, behind);
        }
        Tongue::Chinese => {
            side.cut(&HAN, in_chinese);
            side.cut(&HAN_BEFORE, before);
            side.cut(&JIAO, |found| {
                let ten = Decimal::TEN;
                let fen = found.number("fen").map_or(Decimal::ZERO, |fen| fen.value);
                let value = (found.number("n")?.value * ten + fen).checked_div(Decimal::ONE_HUNDRED)?;
                Some(vec![amount(found, value, &["CNY"])])
            });
        }
    }
}

fn amount(found: &Found<'_>, value: Decimal, currencies: &'static [&'static str]) -> Reading {
    Reading::new(FigureKind::Amount, found.whole(), vec![Value::Money { value, currencies }])
}

fn by_scale(value: Decimal, scale: Option<&str>) -> Option<Decimal> {
    let by: u64 = match scale.map(str::to_lowercase).as_deref() {
        None => 1,
        Some("k") => 1_000,
        Some("bn" | "b") => 1_000_000_000,
        Some("tn") => 1_000_000_000_000,
        Some(_) => 1_000_000,
    };
    value.checked_mul(by.into())
}

/// `CNY 3.24m`, `RM500`, `US$ 1.2 million`, `人民币 500`.
fn before(found: &Found<'_>) -> Option<Vec<Reading>> {
    let spelling = found.text("c")?;
    let currencies = codes(spelling)?;
    let number = found.number("n").filter(|number| number.manner != Manner::Ordinal)?;
    let scale = found.text("s").or_else(|| found.text("t"));
    let scaled = |number: &crate::reading::Number, scale| by_scale(number.value, scale);
    let negative = found.text("neg").is_some();
    // "1.1–1.3m": the scale behind the second is that of the first as well.
    let scale = scale.or_else(|| found.text("u").filter(|_| number.value < Decimal::ONE_THOUSAND));
    let value = scaled(&number, scale)?;
    let mut first = amount(found, if negative { -value } else { value }, currencies);
    if let Some(otherwise) = number.otherwise {
        first.values.push(Value::Money { value: by_scale(otherwise, scale)?, currencies });
    }
    if AMBIGUOUS.contains(&spelling) {
        first.values.push(Value::number(value, Measure::Bare));
        first.kind = FigureKind::Number;
    }
    first.is_spelled = matches!(number.manner, Manner::Capitals | Manner::Words);
    let mut out = vec![first];
    if let Some(more) = found.number("m") {
        out.push(amount(found, scaled(&more, found.text("u"))?, currencies));
    }
    Some(out)
}

/// `500 yuan`, `880,000 USD`, `5 to 10 million baht`.
fn behind(found: &Found<'_>) -> Option<Vec<Reading>> {
    let spelling = found.text("c").or_else(|| found.text("d"))?;
    let currencies = codes(spelling)?;
    let number = found.number("n").filter(|number| number.manner != Manner::Ordinal)?;
    let mut out = Vec::new();
    for each in found.numbers("list").iter().chain([&number]) {
        out.push(amount(found, by_scale(each.value, found.text("s"))?, currencies));
    }
    if let (Some(last), Some(otherwise)) = (out.last_mut(), number.otherwise) {
        last.values.push(Value::Money { value: otherwise, currencies });
    }
    if let (Some(last), true) =
        (out.last_mut(), found.text("only").is_some() && number.manner == Manner::Words)
    {
        last.is_spelled = true;
    }
    Some(out)
}

fn in_chinese(found: &Found<'_>) -> Option<Vec<Reading>> {
    let behind = found.text("d")?;
    if found.text("next").is_some_and(|next| !next.is_empty() && "素件宵旦".contains(next)) && behind == "元"
    {
        return None;
    }
    // "新台币500元" and "¥500元": what stands before says it more closely than 元 does.
    let currencies = match found.text("c").and_then(codes) {
        Some(codes) if codes.len() == 1 || behind != "元" => codes,
        _ => codes(behind)?,
    };
    let number = found.number("n").filter(|number| number.manner != Manner::Ordinal)?;
    let part =
        |group, by: u64| found.number(group).map_or(Some(Decimal::ZERO), |n| n.value.checked_div(by.into()));
    let whole = by_scale(number.value, found.text("s"))?;
    let value = whole + part("jiao", 10)? + part("fen", 100)?;
    let value = if found.text("neg").is_some() { -value } else { value };
    let mut out = Vec::new();
    for each in found.numbers("list") {
        out.push(amount(found, each.value, currencies));
    }
    let mut last = amount(found, value, currencies);
    last.is_spelled = number.manner == Manner::Capitals;
    if let Some(otherwise) = number.otherwise {
        last.values.push(Value::Money { value: otherwise, currencies });
    }
    out.push(last);
    Some(out)
}

/// Currencies that are named without an amount: a fault only against another one.
pub(super) fn mentions(side: &mut Side) {
    let mention = |found: &Found<'_>, codes| {
        vec![Reading::new(FigureKind::Currency, found.whole(), vec![Value::Currency(codes)]).loose()]
    };
    side.cut(&NAMED, |found| {
        let spelling = found.text("f")?;
        (!AMBIGUOUS.contains(&spelling)).then(|| codes(spelling).map(|codes| mention(found, codes)))?
    });
    if side.tongue == Tongue::Chinese {
        side.cut(&HAN_NAMED, |found| Some(mention(found, codes(found.text("f")?)?)));
    }
}

patterns! {
    HAN_NAMED = {
        let names = SPELLINGS.chinese.iter().filter(|(name, _)| stands_alone(name) && name.chars().count() > 1);
        format!("(?P<f>{})", names.map(|(name, _)| *name).collect::<Vec<_>>().join("|"))
    };
}

/// An amount in capitals or words says again what stands beside it in digits; alone it is the amount itself.
pub(super) fn capitals(side: &mut Side) {
    let of = |reading: &Reading| matches!(reading.values.first(), Some(Value::Money { .. }));
    let digits: Vec<Vec<Value>> = side
        .readings
        .iter()
        .filter(|each| of(each) && !each.is_spelled)
        .map(|each| each.values.clone())
        .collect();
    if digits.is_empty() {
        return;
    }
    side.readings.retain_mut(|reading| {
        if !of(reading) || !reading.is_spelled {
            return true;
        }
        reading.kind = FigureKind::Capitals;
        let agrees = |other: &Value| reading.values.iter().any(|value| value.distance(other).is_some());
        !digits.iter().flatten().any(agrees)
    });
}

#[cfg(test)]
mod tests {
    use crate::grammar::values;
    use crate::reading::Tongue::{Chinese, English};

    #[test]
    fn amounts_are_read_by_sign_code_and_name() {
        for (english, chinese, expected) in [
            ("MYR 500", "500 马来西亚林吉特", "MYR 500"),
            ("RM500", "500 令吉", "MYR 500"),
            ("₱500", "500 菲律宾比索", "PHP 500"),
            ("₫500,000", "50万越南盾", "VND 500000"),
            ("THB 500", "500 铢", "THB 500"),
            ("500 euros", "€500", "EUR 500"),
            ("HKD 100", "100 港币", "HKD 100"),
            ("US$ 100", "100 美金", "USD 100"),
            ("TWD 500", "新台币500元", "TWD 500"),
            ("CNY 3.24m", "324万元", "CNY 3240000"),
            ("3.24 million yuan", "人民币叁佰贰拾肆万元整", "CNY 3240000"),
            ("S$1.5m", "150万新元", "SGD 1500000"),
            ("RMB 12.50", "十二元五角", "CNY 12.5"),
            ("IDR 9.600.000.000", "96亿印尼盾", "IDR 9600000000"),
            ("SGD 5 to 10", "5至10新元", "SGD 5 SGD 10"),
        ] {
            assert_eq!(values(english, English).join(" "), expected, "{english}");
            assert_eq!(values(chinese, Chinese).join(" "), expected, "{chinese}");
        }
    }

    #[test]
    fn capitals_say_an_amount_again() {
        for (text, expected) in [
            ("人民币 3,240,000.00 元（大写：人民币叁佰贰拾肆万元整）", "CNY 3240000"),
            ("人民币200,000元（貳拾伍萬元整）", "CNY 200000 CNY 250000"),
        ] {
            assert_eq!(values(text, Chinese).join(" "), expected, "{text}");
        }
        assert_eq!(values("RMB 100 (say Renminbi one hundred only)", English), ["CNY 100"]);
    }
}
