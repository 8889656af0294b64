//! Quarters, halves of a year and fiscal years: `Q3 2026`, `FY26`, `third quarter`, `2026年第三季度`, `上半年`.

use crate::reading::{FigureKind, Found, Reading, Side, Tongue, patterns};
use crate::value::{Measure, Value};

patterns! {
    FISCAL = r"(?i)\b(?:FY|fiscal year|financial year) ?'?(?P<y>(?:20)?[0-9]{2})(?:[/-](?:20)?[0-9]{2})?\b";
    FISCAL_HAN = r"(?P<y>[0-9]{4}|[零一二三四五六七八九]{4})(?:/[0-9]{2,4})? ?(?:财年|财政年度|财务年度|会计年度)|(?:财年|财政年度) ?(?P<z>[0-9]{4})";
    SHORT = r"\b(?:(?P<y>(?:20)?[0-9]{2}) ?)?(?P<k>[QHqh]) ?(?P<n>[1-4])(?:(?: of|,|/|-|')? ?(?P<z>(?:20)[0-9]{2}|[0-9]{2}))?\b";
    COUNTED = r"\b(?P<n>[1-4])(?P<k>[QH])(?: ?(?P<z>20[0-9]{2}|[0-9]{2}))?\b";
    QUARTER = r"(?i)\b(?P<n>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[ -](?:(?:fiscal|calendar) )?(?P<k>quarter|half)(?:[ -]year)?\b";
    NAMED = r"(?i)\bquarter ?(?P<n>[1-4])\b";
    QUARTER_HAN = r"第? ?(?P<n>[1-4一二三四]) ?季度?";
    SHORT_HAN = r"(?:^|[^A-Za-z])(?P<f>(?P<k>[QH])(?P<n>[1-4]))(?:[^0-9A-Za-z]|$)";
    FIRST_QUARTERS = r"[前后](?P<n>[两二三1-3]) ?个?季度";
    HALF_HAN = r"(?P<n>[上下前后]) ?半年";
}

pub(super) fn read(side: &mut Side) {
    match side.tongue {
        Tongue::English => {
            side.cut(&FISCAL, |found| fiscal(found, "y"));
            side.cut(&SHORT, short);
            side.cut(&COUNTED, short);
            side.cut(&QUARTER, |found| {
                let text = found.text("n")?.to_lowercase();
                let n = match text.as_str() {
                    "first" | "1st" => 1,
                    "second" | "2nd" => 2,
                    "third" | "3rd" => 3,
                    "fourth" | "4th" => 4,
                    // The last quarter of a year, or the one before this.
                    _ => return None,
                };
                let is_half = found.text("k")?.eq_ignore_ascii_case("half");
                let value = if is_half { Value::Half(n) } else { Value::Quarter(n) };
                Some(vec![Reading::new(FigureKind::Period, found.whole(), vec![value])])
            });
            side.cut(&NAMED, short);
        }
        Tongue::Chinese => {
            side.cut(&FISCAL_HAN, |found| fiscal(found, if found.text("y").is_some() { "y" } else { "z" }));
            side.cut(&SHORT, short);
            side.cut(&COUNTED, short);
            side.cut(&FIRST_QUARTERS, |found| {
                let count = crate::reading::small(found.text("n")?)
                    .or_else(|| (found.text("n") == Some("两")).then_some(2))?;
                let values = [
                    Value::number(count.into(), Measure::Count),
                    Value::number((count * 3).into(), Measure::In("month")),
                ];
                Some(vec![Reading::new(FigureKind::Period, found.whole(), values.to_vec())])
            });
            side.cut(&QUARTER_HAN, short);
            side.cut(&SHORT_HAN, short);
            side.cut(&HALF_HAN, |found| {
                let n = if matches!(found.text("n")?, "上" | "前") { 1 } else { 2 };
                Some(vec![Reading::new(FigureKind::Period, found.whole(), vec![Value::Half(n)])])
            });
        }
    }
}

fn fiscal(found: &Found<'_>, group: &str) -> Option<Vec<Reading>> {
    let year = i32::try_from(crate::reading::small(found.text(group)?)?).ok()?;
    let year = if year < 100 { year + 2000 } else { year };
    Some(vec![Reading::new(FigureKind::Period, found.whole(), vec![Value::FiscalYear(year)])])
}

fn short(found: &Found<'_>) -> Option<Vec<Reading>> {
    let n = crate::reading::small(found.text("n")?)?;
    let is_half = found.text("k").is_some_and(|k| k.eq_ignore_ascii_case("h"));
    if is_half && n > 2 {
        return None;
    }
    let value = if is_half { Value::Half(n) } else { Value::Quarter(n) };
    let mut out = vec![Reading::new(FigureKind::Period, found.whole(), vec![value])];
    for group in ["y", "z"] {
        let Some(year) = found.text(group).and_then(|year| year.parse::<i32>().ok()) else { continue };
        let year = if year < 100 { year + 2000 } else { year };
        out.push(Reading::new(FigureKind::Year, found.whole(), vec![Value::Year(year)]));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use crate::grammar::values;
    use crate::reading::Tongue::{Chinese, English};

    #[test]
    fn periods_are_read_in_both_languages() {
        for (english, chinese, expected) in [
            ("FY2026", "2026财年", "FY2026"),
            ("FY26", "2026 财政年度", "FY2026"),
            ("fiscal year 2026", "二〇二六财年", "FY2026"),
            ("Q3", "第三季度", "Q3"),
            ("the third quarter", "三季度", "Q3"),
            ("4Q", "第4季度", "Q4"),
            ("H1", "上半年", "H1"),
            ("the second half", "下半年", "H2"),
        ] {
            assert_eq!(values(english, English), [expected], "{english}");
            assert_eq!(values(chinese, Chinese), [expected], "{chinese}");
        }
        assert_eq!(values("Q3 2026", English), ["Q3", "year 2026"]);
        assert_eq!(values("2026年第三季度", Chinese), ["year 2026", "Q3"]);
        assert_eq!(values("2026Q3", Chinese), ["Q3", "year 2026"]);
    }
}
