//! The recovery sheet 恢复单: the key of a workspace on one page, in both languages, to be printed and kept apart
//! from the computer.

use std::ops::ControlFlow;

use chrono::{DateTime, FixedOffset};
use hefu_domain::date;
use hefu_domain::document::Look;
use hefu_domain::text::Language;
use hefu_paper_words as messages;
use uuid::Uuid;

use crate::error::DocumentError;
use crate::fonts::{Fonts, Weight};
use crate::layout::flow::{Anchor, Flow, RowList};
use crate::layout::glyphs::Span;
use crate::layout::lines::Fill;
use crate::layout::row::{Align, Before, Bookmark, Cell, Content, Keep, Paragraph, Row, RuleBelow};
use crate::layout::shape::Shaper;
use crate::layout::style::Style;
use crate::layout::tree::{NodeId, Role, Tree};
use crate::paper::sheet::Sheet;
use crate::paper::typography::{GREY, INK, JOINT, RULE, SLATE};
use crate::paper::words::{Phrase, tongue};
use crate::pdf::{Archival, Dress, PrintpdfWriter, Writer};

/// What stands on the sheet.
#[derive(Clone)]
pub struct RecoverySheet {
    /// The workspace's name.
    pub name: String,
    /// Where its file lay when the sheet was made.
    pub path: String,
    /// Groups of characters with hyphens between.
    pub key: String,
    pub made_at: DateTime<FixedOffset>,
    /// Identity of the file, so that the same sheet has the same bytes.
    pub id: Uuid,
}

const SHEET: Sheet = Sheet::PORTRAIT;

/// Groups of the key in a line.
const IN_A_LINE: usize = 4;

const LANGUAGES: [Language; 2] = [Language::En, Language::Zh];

/// Makes the sheet as a PDF; the same facts give the same bytes.
///
/// # Errors
/// [`DocumentError::NoGlyph`] for a character of the name or the path that no font has.
pub fn recovery_sheet(sheet: &RecoverySheet, fonts: &Fonts) -> Result<Vec<u8>, DocumentError> {
    let mut tree = Tree::new(Language::En);
    let mut script = RowList::default();
    let section = tree.add(Tree::ROOT, Role::Section, None);
    let title = title();
    compose(sheet, &mut script, section);

    let mut shaper = Shaper::new(fonts, Look::Vendor);
    let mut flow = Flow::new(&mut tree, &mut shaper, SHEET.frame(), Vec::new());
    flow.run(&script, &mut |_, _| ControlFlow::Continue(()))?;
    let pages = flow.pages;
    let anchors = vec![Anchor { bookmark: Bookmark { level: 1, title: title.clone() }, page: 0, y: 0.0 }];
    drop(script);
    drop(shaper);
    let mut writer = PrintpdfWriter::new(fonts, &tree);
    for page in &pages {
        writer.page(page);
    }
    writer.finish(Dress::Archival(&Archival {
        title: &title,
        subject: &sheet.name,
        author: "",
        language: "en",
        at: sheet.made_at,
        id: [*sheet.id.as_bytes(); 2],
        pages: &pages,
        tree: &tree,
        anchors: &anchors,
        attachment: None,
    }))
}

fn title() -> String {
    let say = |language| messages::document_recovery_sheet_title(tongue(language));
    messages::document_recovery_sheet_both(tongue(Language::En), say(Language::En), say(Language::Zh))
}

fn compose(sheet: &RecoverySheet, script: &mut RowList, section: NodeId) {
    let heading = Style::new(24.0, Weight::Strong, INK).tight();
    let body = Style::new(10.4, Weight::Regular, INK);
    let step = Style::new(10.4, Weight::Regular, SLATE);
    let rule = Some(RuleBelow { width: 0.9, colour: INK });

    let mut row = pair(messages::document_recovery_sheet_title, heading);
    row.role = Some(Role::Heading1);
    row.joints = Vec::new();
    script.row(section, Row { pad: [0.0, 9.0], below: rule, keep: Keep::WithNext, ..row });
    let row = pair(messages::document_recovery_sheet_intro, body);
    script.row(section, Row { before: Before::Gap(12.0), ..row });

    let groups: Vec<&str> = sheet.key.split('-').collect();
    let lines = groups.len().div_ceil(IN_A_LINE);
    for (at, line) in groups.chunks(IN_A_LINE).enumerate() {
        let before = if at == 0 { 26.0 } else { 0.0 };
        let last = at + 1 == lines;
        let below = last.then_some(RuleBelow { width: 0.5, colour: RULE });
        let row = Row { before: Before::Gap(before), below, ..key_line(line) };
        script.row(section, Row { pad: [0.0, if last { 22.0 } else { 6.0 }], ..row });
    }

    for (label, value) in [
        (messages::document_recovery_sheet_workspace as Phrase, sheet.name.clone()),
        (messages::document_recovery_sheet_file, sheet.path.clone()),
        (messages::document_recovery_sheet_made, made(sheet.made_at)),
    ] {
        script.row(section, fact(label, &value));
    }

    let steps = [
        messages::document_recovery_sheet_step_keep as Phrase,
        messages::document_recovery_sheet_step_open,
        messages::document_recovery_sheet_step_type,
        messages::document_recovery_sheet_step_new,
    ];
    for (at, phrase) in steps.into_iter().enumerate() {
        let gap = if at == 0 { 26.0 } else { 0.0 };
        script.row(section, Row { before: Before::Gap(gap), ..pair(phrase, step) });
    }
}

/// The moment with its offset from UTC, as both languages read it.
fn made(at: DateTime<FixedOffset>) -> String {
    let day = at.date_naive();
    let [en, zh] = LANGUAGES.map(|language| date::long(day, language));
    format!("{en} · {zh} · {}", at.format("%H:%M %:z"))
}

fn paragraph(text: String, language: Language, style: Style) -> Paragraph {
    Paragraph {
        spans: vec![Span { text, language, style }],
        language,
        role: Some(Role::Paragraph),
        place: String::new(),
        align: Align::Left,
        fill: Fill::First,
        gap: 0.0,
    }
}

fn cell(x: f32, width: f32, paragraph: Paragraph) -> Cell {
    Cell { x, width, role: None, columns: 1, contents: vec![Content::Paragraph(paragraph)] }
}

/// Fixed words in both languages side by side.
fn pair(phrase: Phrase, style: Style) -> Row {
    let columns = SHEET.halves();
    let cells = LANGUAGES
        .into_iter()
        .zip(columns)
        .map(|(language, [x, width])| cell(x, width, paragraph(phrase(tongue(language)), language, style)))
        .collect();
    Row { joints: vec![(SHEET.middle(), JOINT)], ..row(cells) }
}

/// Groups stand in columns, so that they can be read off one by one.
fn key_line(groups: &[&str]) -> Row {
    let style = Style::new(25.0, Weight::Strong, INK).tabular();
    let width = (SHEET.text_width()) / 4.0;
    let x = (0u8..).map(|column| SHEET.left + f32::from(column) * width);
    let groups = groups.iter().zip(x);
    row(groups
        .map(|(group, x)| cell(x, width, paragraph((*group).to_owned(), Language::En, style)))
        .collect())
}

fn fact(label: Phrase, value: &str) -> Row {
    let grey = Style::new(9.6, Weight::Regular, GREY);
    let [en, zh] = LANGUAGES.map(|language| label(tongue(language)));
    let mut head = paragraph(format!("{en} "), Language::En, grey);
    head.spans.push(Span { text: zh, language: Language::Zh, style: grey });
    let value = paragraph(value.to_owned(), Language::En, Style::new(9.6, Weight::Regular, INK));
    let from = SHEET.left + 118.0;
    Row {
        before: Before::Gap(5.0),
        ..row(vec![cell(SHEET.left, 110.0, head), cell(from, SHEET.right - from, value)])
    }
}

fn row(cells: Vec<Cell>) -> Row {
    Row::plain(cells, SHEET.extent())
}
