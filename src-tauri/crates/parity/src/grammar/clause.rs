//! Parts of contracts, laws and documents by their numbers: `Article 12(3)`, `clause 3.10`, `Annex A`, `第十二条第三款`,
//! `附件四`, `第3章`.

use crate::reading::{FigureKind, Found, Reading, SMALL, Side, Tongue, patterns, small, with};
use crate::value::Value;

const CLAUSE: u8 = 1;
const ANNEX: u8 = 2;
const CHAPTER: u8 = 4;
const TABLE: u8 = 8;
const FIGURE: u8 = 16;

/// `12`, `3.10`, `12(3)`, `4.2(b)(i)`
const PATH: &str = r"[0-9]{1,3}(?:\.[0-9]{1,3})*(?: ?\((?:[0-9]{1,2}|[a-z]|[ivx]{1,4})\))*";

fn english(text: &str) -> String {
    with(text, &[("<P>", PATH), ("<L>", LABEL), ("<A>", r"(?:,? ?(?:and|or|to|through|&) |, ?| ?[-/] ?)")])
}

const LABEL: &str = "(?:sub-?clause|clause|article|section|paragraph|para|sub-?section|item|annexure|annex|appendix|schedule|exhibit|attachment|enclosure|chapter|part|table|figure)";

patterns! {
    NESTED = english(r"(?i)\b(?P<l>sub-?paragraph|<L>)s?\.? (?P<p><P>|[IVX]{1,5}\b)(?:,? (?:of (?:the )?)?(?:paragraph|para|item|sub-?clause|sub-?paragraph|point)\.? (?P<q><P>))?(?:,? (?:item|point|sub-?paragraph) (?P<r><P>))?(?P<more>(?:<A><P>)*)");
    OF = english(r"(?i)\b(?:paragraph|item|sub-?clause|point|sub-?paragraph) (?P<q><P>) of (?P<l>clause|article|section|annex|appendix|schedule) (?P<p><P>)");
    BRACKETED = r"(?i)\b(?:paragraph|item|sub-?clause|point) \((?P<q>[0-9a-z]{1,2})\) of (?:the )?(?P<l>clause|article|section) (?P<p>[0-9]{1,3}(?:\.[0-9]{1,3})*)";
    LETTERED = r"(?P<l>(?i:annexure|annex|appendix|schedule|exhibit|attachment|part)(?:e?s)?) (?P<p>[A-H])\b(?P<more>(?:,? (?:and|to|or) [A-H]\b)*)";
    MARK = english(r"§{1,2} ?(?P<p><P>)");
    HAN = han(r"第 ?(?P<p><H>(?:(?: ?[至到、和及与或~-] ?第?)<H>)*) ?(?P<l>条|款|项|节|章|编|部分|目)(?: ?(?:中|的)?(?:(?:第)? ?(?P<q><H>) ?(?:款|项)|(?P<b>(?:\([0-9a-z]{1,3}\))+) ?(?:款|项)?))?(?: ?第? ?(?P<r><H>) ?(?:项|目))?");
    HAN_PLAIN = han(r"(?:^|[^\p{Han}]|[见如照据和及与于])?(?P<f>(?P<l>附件|附录|附表|附图|附则|条款|章节|条文|表|图) ?(?P<p>[0-9]{1,3}(?:\.[0-9]{1,3})*(?: ?\([0-9a-z]{1,3}\))*|<C>|[A-H])(?P<more>(?: ?[至到、和及与~-] ?(?:附件|附录|附表)?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|<C>))*))(?P<next>[a-zA-Z%‰万亿元个名台次年月日天项张页条份]?)");
    HAN_BEHIND = r"(?:^|[^0-9.第])(?P<f>(?P<p>[0-9]{1,3}(?:\.[0-9]{1,3})+(?: ?\([0-9a-z]{1,3}\))*) ?(?P<l>条|款|节|章))";
    CHAPTER_ALONE = r"(?:^|\n)(?P<f>(?P<p>[一二三四五六七八九十]{1,3})、)";
}

fn han(text: &str) -> String {
    let number = format!(
        r"\(?(?:{SMALL}|[0-9]{{1,3}}(?:\.[0-9]{{1,3}})+)\)?(?: ?\([0-9a-z一二三四五六七八九十]{{1,3}}\))*"
    );
    with(text, &[("<H>", &number), ("<C>", "[一二三四五六七八九十]{1,3}")])
}

pub(super) fn read(side: &mut Side) {
    match side.tongue {
        Tongue::English => {
            side.cut(&OF, |found| {
                let path = joined(&[found.text("p"), found.text("q")])?;
                Some(vec![reading(found, part(found.text("l")?), path)])
            });
            side.cut(&BRACKETED, |found| {
                let path = joined(&[found.text("p"), found.text("q")])?;
                Some(vec![reading(found, part(found.text("l")?), path)])
            });
            side.cut(&NESTED, in_english);
            side.cut(&LETTERED, lettered);
            side.cut(&MARK, |found| Some(vec![reading(found, CLAUSE | CHAPTER, path(found.text("p")?)?)]));
        }
        Tongue::Chinese => {
            side.cut(&HAN, in_chinese);
            side.cut(&HAN_PLAIN, |found| {
                if found.text("next").is_some_and(|next| !next.is_empty()) {
                    return None;
                }
                let kind = part(found.text("l")?);
                let mut out = vec![reading(found, kind, path(found.text("p")?)?)];
                for each in listed(found.text("more").unwrap_or_default()) {
                    out.push(reading(found, kind, path(each)?));
                }
                Some(out)
            });
            side.cut(&HAN_BEHIND, |found| {
                Some(vec![reading(found, part(found.text("l")?), path(found.text("p")?)?)])
            });
            side.cut(&CHAPTER_ALONE, |found| {
                let path = path(found.text("p")?)?;
                Some(vec![reading(found, CLAUSE | CHAPTER, path).loose()])
            });
        }
    }
}

fn reading(found: &Found<'_>, part: u8, path: Vec<String>) -> Reading {
    Reading::new(FigureKind::Clause, found.whole(), vec![Value::Clause { part, path }])
}

/// What such a part can be called in the other language: a section is a clause or a chapter.
fn part(label: &str) -> u8 {
    let label = label.to_lowercase();
    match label.trim_end_matches('s') {
        "annex" | "annexure" | "annexe" | "appendice" | "appendix" | "schedule" | "exhibit"
        | "attachment" | "enclosure" | "附件" | "附录" => ANNEX,
        "附表" => ANNEX | TABLE,
        "附图" => ANNEX | FIGURE,
        "chapter" | "章" | "编" => CHAPTER,
        "section" | "part" | "节" | "部分" | "章节" => CLAUSE | CHAPTER,
        "table" | "表" => TABLE,
        "figure" | "图" => FIGURE,
        _ => CLAUSE,
    }
}

/// The numbers of a path, without their brackets.
fn path(written: &str) -> Option<Vec<String>> {
    let parts = written.split(|c: char| ".() ".contains(c)).filter(|part| !part.is_empty());
    let number = |part: &str| match roman(part) {
        Some(number) if part.starts_with(|c: char| c.is_ascii_uppercase()) => Some(number.to_string()),
        _ if part.starts_with(|c: char| c.is_ascii()) => Some(part.to_lowercase()),
        _ => small(part).map(|number| number.to_string()),
    };
    parts.map(number).collect()
}

fn roman(part: &str) -> Option<u32> {
    const NUMBERS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    NUMBERS.iter().position(|each| *each == part).and_then(|at| u32::try_from(at + 1).ok())
}

fn joined(parts: &[Option<&str>]) -> Option<Vec<String>> {
    let paths: Option<Vec<Vec<String>>> = parts.iter().flatten().map(|part| path(part)).collect();
    paths.map(|paths| paths.concat())
}

fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_digit() || ".()".contains(c) || "一二三四五六七八九十".contains(c)))
        .filter(|part| !part.is_empty())
}

fn in_english(found: &Found<'_>) -> Option<Vec<Reading>> {
    let label = found.text("l")?;
    let first = found.text("p")?;
    // "items 3" and "parts 2" count; "Article I" is one, "part I" may be the pronoun.
    let kind = part(label);
    let mut out = vec![reading(found, kind, joined(&[Some(first), found.text("q"), found.text("r")])?)];
    for each in listed(found.text("more").unwrap_or_default()) {
        out.push(reading(found, kind, path(each)?));
    }
    Some(out)
}

fn lettered(found: &Found<'_>) -> Option<Vec<Reading>> {
    let kind = part(found.text("l")?);
    let first = std::iter::once(found.text("p")?);
    let more = found.text("more").unwrap_or_default();
    let more = more.split(|c: char| !c.is_ascii_uppercase()).filter(|letter| !letter.is_empty());
    Some(first.chain(more).map(|letter| reading(found, kind, vec![letter.to_lowercase()])).collect())
}

fn in_chinese(found: &Found<'_>) -> Option<Vec<Reading>> {
    let kind = part(found.text("l")?);
    let firsts: Vec<&str> = found
        .text("p")?
        .split(|c: char| "至到、和及与或~-第 ".contains(c))
        .filter(|part| !part.is_empty())
        .collect();
    let mut out = Vec::new();
    let last = firsts.len().checked_sub(1)?;
    for (at, first) in firsts.iter().enumerate() {
        let deeper = if at == last {
            [found.text("q").or_else(|| found.text("b")), found.text("r")]
        } else {
            [None, None]
        };
        out.push(reading(found, kind, joined(&[Some(first), deeper[0], deeper[1]])?));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use crate::grammar::values;
    use crate::reading::Tongue::{Chinese, English};

    #[test]
    fn clauses_are_read_in_both_languages() {
        for (english, chinese, expected) in [
            ("Article 12(3)", "第十二条第三款", "clause 12.3"),
            ("clause 3.10", "第3.10条", "clause 3.10"),
            ("clause 3.10", "3.10 款", "clause 3.10"),
            ("Article 5, paragraph 2, item 3", "第五条第二款第三项", "clause 5.2.3"),
            ("paragraph 2 of Article 5", "第五条第二款", "clause 5.2"),
            ("Annex 4", "附件四", "clause 4"),
            ("Annex B", "附件B", "clause b"),
            ("Chapter 3", "第三章", "clause 3"),
            ("clauses 3.1 and 3.2", "第3.1条、第3.2条", "clause 3.1 clause 3.2"),
            ("Articles 5 to 8", "第五条至第八条", "clause 5 clause 8"),
            ("clause 4.2(b)", "第4.2条(b)项", "clause 4.2.b"),
            ("§ 8.4", "第 8.4 条", "clause 8.4"),
            ("Table 2", "表2", "clause 2"),
        ] {
            assert_eq!(values(english, English).join(" "), expected, "{english}");
            assert_eq!(values(chinese, Chinese).join(" "), expected, "{chinese}");
        }
    }
}
