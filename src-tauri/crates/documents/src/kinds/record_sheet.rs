//! A record by itself on paper: what it is called and its fields, in the languages its reader reads.

use std::ops::ControlFlow;

use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeZone};
use hefu_domain::date;
use hefu_domain::document::Look;
use hefu_domain::text::{Language, Words};
use hefu_paper_words as messages;
use uuid::Uuid;

use crate::error::DocumentError;
use crate::fonts::{Fonts, Weight};
use crate::layout::flow::{Anchor, Flow, RowList};
use crate::layout::glyphs::Span;
use crate::layout::lines::Fill;
use crate::layout::page::{Item, Mark, Page};
use crate::layout::row::{Align, Bookmark, Cell, Content, Keep, Paragraph, Row, RuleBelow};
use crate::layout::shape::Shaper;
use crate::layout::stamp::{Block, Meaning};
use crate::layout::style::Style;
use crate::layout::tree::{NodeId, Role, Tree};
use crate::paper::sheet::{GUTTER, Sheet};
use crate::paper::typography::{GREY, INK, JOINT, RULE};
use crate::paper::words::tongue;
use crate::pdf::{Archival, Dress, PrintpdfWriter, Writer};

/// What stands on the sheet. A side that is blank is not set; where both sides say the same it is said once.
#[derive(Clone, Debug)]
pub struct RecordSheet {
    /// What kind of record it is.
    pub kind: Words,
    pub title: Words,
    pub fields: Vec<SheetField>,
    /// The day it is printed.
    pub date: NaiveDate,
    /// Identity of the file, so that the same sheet has the same bytes.
    pub id: Uuid,
}

#[derive(Clone, Debug)]
pub struct SheetField {
    pub label: Words,
    pub value: Words,
}

const SHEET: Sheet = Sheet::PORTRAIT;
/// Where values stand, and where their second language does.
const VALUE: f32 = SHEET.left + 116.0;
const SECOND: f32 = VALUE + (SHEET.right - VALUE) / 2.0;

/// Makes the sheet as a PDF; the same facts give the same bytes.
///
/// # Errors
/// [`DocumentError::NoGlyph`] for a character that no font has.
pub fn record_sheet(sheet: &RecordSheet, fonts: &Fonts) -> Result<Vec<u8>, DocumentError> {
    let main = main_language(sheet);
    let mut tree = Tree::new(main);
    let mut script = RowList::default();
    let section = tree.add(Tree::ROOT, Role::Section, None);
    compose(sheet, &mut script, section);

    let mut shaper = Shaper::new(fonts, Look::Vendor);
    let mut flow = Flow::new(&mut tree, &mut shaper, SHEET.frame(), Vec::new());
    flow.run(&script, &mut |_, _| ControlFlow::Continue(()))?;
    let mut pages = flow.pages;
    drop(script);
    foot(sheet, &mut pages, &mut shaper)?;
    drop(shaper);
    let title = sheet.title.to_string();
    let anchors = vec![Anchor { bookmark: Bookmark { level: 1, title: title.clone() }, page: 0, y: 0.0 }];
    let mut writer = PrintpdfWriter::new(fonts, &tree);
    for page in &pages {
        writer.page(page);
    }
    let utc = FixedOffset::east_opt(0)
        .and_then(|zone| zone.from_local_datetime(&sheet.date.and_time(NaiveTime::MIN)).single());
    writer.finish(Dress::Archival(&Archival {
        title: &title,
        subject: &sheet.kind.to_string(),
        author: "",
        language: match main {
            Language::En => "en",
            Language::Zh => "zh-CN",
        },
        at: utc.unwrap_or_default(),
        id: [*sheet.id.as_bytes(); 2],
        pages: &pages,
        tree: &tree,
        anchors: &anchors,
        attachment: None,
    }))
}

/// The sides that say something, once each.
fn said(words: &Words) -> Vec<(Language, &str)> {
    let sides = [(Language::En, words.en.as_str()), (Language::Zh, words.zh.as_str())];
    let mut sides: Vec<_> = sides.into_iter().filter(|(_, side)| !side.trim().is_empty()).collect();
    if words.en == words.zh {
        sides.truncate(1);
    }
    sides
}

/// The languages the sheet is read in: those its labels are said in.
fn languages(sheet: &RecordSheet) -> Vec<Language> {
    said(&sheet.kind).into_iter().map(|(language, _)| language).collect()
}

fn main_language(sheet: &RecordSheet) -> Language {
    languages(sheet).first().copied().unwrap_or(Language::En)
}

fn compose(sheet: &RecordSheet, script: &mut RowList, section: NodeId) {
    let kicker = Style::new(9.6, Weight::Regular, GREY);
    let title = Style::new(19.0, Weight::Strong, INK).tight();
    let label = Style::new(9.6, Weight::Regular, GREY);
    let body = Style::new(10.4, Weight::Regular, INK);

    let whole = SHEET.text_width();
    script.row(section, row(vec![cell(SHEET.left, whole, vec![line(&sheet.kind, kicker, "kind")])]));
    let titles = said(&sheet.title);
    let contents = titles
        .iter()
        .map(|(language, words)| paragraph(words, *language, title, Some(Role::Heading1), "title"));
    let below = Some(RuleBelow { width: 0.9, colour: INK });
    let head = row(vec![cell(SHEET.left, whole, contents.collect())]);
    script.row(section, Row { pad: [0.0, 9.0], below, keep: Keep::WithNext, ..head });

    for field in &sheet.fields {
        let labels = said(&field.label);
        let labels = labels.iter().map(|(language, words)| paragraph(words, *language, label, None, "label"));
        let mut cells = vec![cell(SHEET.left, VALUE - SHEET.left - 12.0, labels.collect())];
        let values = said(&field.value);
        let paragraphs = |(language, words): &(Language, &str)| -> Vec<Paragraph> {
            words.lines().map(|each| paragraph(each, *language, body, None, "value")).collect()
        };
        let mut joints = Vec::new();
        match &values[..] {
            [first, second] => {
                let width = SECOND - VALUE - GUTTER;
                cells.push(cell(VALUE, width, paragraphs(first)));
                cells.push(cell(SECOND + GUTTER, SHEET.right - SECOND - GUTTER, paragraphs(second)));
                joints.push((SECOND, JOINT));
            }
            [only] => cells.push(cell(VALUE, SHEET.right - VALUE, paragraphs(only))),
            _ => continue,
        }
        let below = Some(RuleBelow { width: 0.5, colour: RULE });
        script.row(section, Row { pad: [6.0, 6.0], below, joints, ..row(cells) });
    }
}

/// Every page says when it was printed and which of how many it is.
fn foot(sheet: &RecordSheet, pages: &mut [Page], shaper: &mut Shaper<'_>) -> Result<(), DocumentError> {
    let style = Style::new(7.8, Weight::Regular, GREY);
    let languages = languages(sheet);
    let mut block = |say: &dyn Fn(Language) -> String, width: f32| {
        let mut spans: Vec<Span> = Vec::new();
        for language in &languages {
            let before = if spans.is_empty() { "" } else { " · " };
            let text = format!("{before}{}", say(*language));
            spans.push(Span { text, language: *language, style });
        }
        Block::set(shaper, &spans, main_language(sheet), width, Fill::First, "foot")
    };
    let printed = block(
        &|language| {
            messages::document_record_sheet_printed(tongue(language), date::long(sheet.date, language))
        },
        300.0,
    )?;
    let count = pages.len();
    for (index, page) in pages.iter_mut().enumerate() {
        let (from, to) = ([SHEET.left, SHEET.foot_rule], [SHEET.right, SHEET.foot_rule]);
        page.decorate(Mark::Footer, Item::Rule { from, to, width: 0.5, colour: RULE });
        printed.stamp(page, SHEET.left, SHEET.foot, Align::Left, &mut Meaning::Artifact(Mark::Footer));
        let place = block(
            &|language| {
                let (page, pages) = ((index + 1).to_string(), count.to_string());
                messages::document_record_sheet_page(tongue(language), page, pages)
            },
            180.0,
        )?;
        place.stamp(
            page,
            SHEET.right - 180.0,
            SHEET.foot,
            Align::Right,
            &mut Meaning::Artifact(Mark::Footer),
        );
    }
    Ok(())
}

/// Both languages in one line.
fn line(words: &Words, style: Style, place: &str) -> Paragraph {
    let sides = said(words);
    let first = sides.first().map_or(Language::En, |(language, _)| *language);
    let mut made = paragraph("", first, style, Some(Role::Paragraph), place);
    made.spans = sides
        .iter()
        .enumerate()
        .map(|(at, (language, words))| {
            let text = format!("{}{words}", if at == 0 { "" } else { " " });
            Span { text, language: *language, style }
        })
        .collect();
    made
}

fn paragraph(text: &str, language: Language, style: Style, role: Option<Role>, place: &str) -> Paragraph {
    Paragraph {
        spans: vec![Span { text: text.to_owned(), language, style }],
        language,
        role: role.or(Some(Role::Paragraph)),
        place: place.to_owned(),
        align: Align::Left,
        fill: Fill::First,
        gap: 0.0,
    }
}

fn cell(x: f32, width: f32, paragraphs: Vec<Paragraph>) -> Cell {
    let contents = paragraphs.into_iter().map(Content::Paragraph).collect();
    Cell { x, width, role: None, columns: 1, contents }
}

fn row(cells: Vec<Cell>) -> Row {
    Row::plain(cells, SHEET.extent())
}
