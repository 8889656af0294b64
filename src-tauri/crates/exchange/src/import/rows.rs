//! What a row below the heading is when it is no row of the table.

use crate::table::{Row, Spread};

use super::LeftOutWhy;
use super::letters::plain;
use super::words;

/// What the first words of a row that sums up are.
const TOTALS: [&str; 14] = [
    "total",
    "totals",
    "subtotal",
    "grandtotal",
    "sum",
    "合计",
    "总计",
    "小计",
    "共计",
    "总数",
    "汇总",
    "累计",
    "合计数",
    "总共",
];
/// How a note, or a place to sign, begins.
const NOTES: [&str; 31] = [
    "注",
    "注1",
    "备注",
    "说明",
    "附注",
    "备注说明",
    "填表说明",
    "填写说明",
    "编制",
    "编制人",
    "制表",
    "制表人",
    "审核",
    "审核人",
    "批准",
    "批准人",
    "签字",
    "签章",
    "盖章",
    "甲方签字",
    "乙方签字",
    "甲方",
    "乙方",
    "note",
    "notes",
    "remark",
    "remarks",
    "preparedby",
    "approvedby",
    "reviewedby",
    "signature",
];

/// The words of a row that stand in it by themselves, each once, with the column of the first.
pub(super) fn own_words(row: &Row) -> Vec<(usize, &str)> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    for (place, cell) in row.cells.iter().enumerate() {
        let is_own = cell.spread != Spread::Down && !cell.words.is_empty();
        if is_own && found.iter().all(|(_, words)| *words != cell.words) {
            found.push((place, &cell.words));
        }
    }
    found
}

/// Whether the words could be the number of a row: short, with figures or of plain letters.
pub(super) fn looks_like_number(words: &str) -> bool {
    let has_figure = words.chars().any(char::is_numeric);
    let wide = words.chars().filter(|c| *c >= '\u{2e80}').count();
    let length = words.chars().count();
    length <= 40 && (has_figure && wide <= 4 || wide == 0 && !words.contains(' ') && length <= 20)
}

/// What the row is when it is no row of the table; `number` is the column that numbers are in.
pub(super) fn left_out(row: &Row, number: Option<usize>, has_words: bool) -> Option<LeftOutWhy> {
    let own = own_words(row);
    let (place, first) = *own.first()?;
    let lead = plain(first.split([':', '：']).next().unwrap_or(first));
    let numbered = number.map(|place| row.cell(place)).filter(|words| looks_like_number(words));
    let is_numbered =
        numbered.is_some_and(|words| !words.is_empty()) && place == number.unwrap_or(usize::MAX);
    if TOTALS.contains(&lead.as_str()) && !(is_numbered && has_words) {
        return Some(LeftOutWhy::Total);
    }
    let begins_note = NOTES.contains(&lead.as_str()) && (first.contains([':', '：']) || own.len() == 1);
    if begins_note && (own.len() == 1 || !is_numbered) {
        return Some(LeftOutWhy::Note);
    }
    if own.len() > 1 {
        return None;
    }
    let is_spread = row.cells.iter().any(|cell| cell.spread == Spread::Across);
    let heads = words::chapter(first).position > 0 && !is_only_number(first);
    if heads || is_spread {
        return Some(LeftOutWhy::Group);
    }
    // Words alone in the column of numbers, and no number.
    (Some(place) == number && !looks_like_number(first)).then(|| match first.chars().count() {
        0..=20 => LeftOutWhy::Group,
        _ => LeftOutWhy::Note,
    })
}

/// Whether nothing follows the number.
fn is_only_number(words: &str) -> bool {
    let chapter = words::chapter(words);
    chapter.title.en.is_empty() && chapter.title.zh.is_empty()
}
