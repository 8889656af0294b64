//! How a filled field looks: a one-page PDF of exactly the size of the field, with its fonts within, to be
//! placed as the field's appearance.

use chrono::{DateTime, FixedOffset};
use hefu_domain::document::{Edition, Look, SignerRole, SigningMethod};
use hefu_domain::text::{Language, Text};
use hefu_paper_words as messages;

use crate::error::DocumentError;
use crate::fonts::{Fonts, Weight};
use crate::layout::glyphs::Span;
use crate::layout::lines::Fill;
use crate::layout::page::{Item, Mark, Page};
use crate::layout::row::Align;
use crate::layout::shape::Shaper;
use crate::layout::stamp::{Block, Meaning};
use crate::layout::style::Style;
use crate::layout::tree::Tree;
use crate::paper::typography::{GREY, INK, languages, main_language};
use crate::paper::words::{Phrase, signer, tongue};
use crate::pdf::{Dress, PrintpdfWriter, Writer};

/// Width to height of the pad on which a signature is drawn.
pub const PAD_RATIO: f32 = 2.0;

/// The mark a signer makes.
#[derive(Clone, Debug, PartialEq)]
pub enum SignatureMark {
    /// Strokes as points from 0 to 1 across and down a pad of [`PAD_RATIO`].
    Drawn(Vec<Vec<[f32; 2]>>),
    /// The name, typed.
    Typed(String),
}

/// What stands in the box over a signature field.
#[derive(Clone, Debug, PartialEq)]
pub struct SignatureAppearance {
    pub mark: SignatureMark,
    pub name: Text,
    pub at: DateTime<FixedOffset>,
}

/// What stands in a row of the signing record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordAppearance {
    pub role: SignerRole,
    pub name: Text,
    pub capacity: Text,
    pub method: SigningMethod,
    pub at: DateTime<FixedOffset>,
    /// Empty when none was given.
    pub reason: String,
    /// Who attested the signer's identity in the room.
    pub attested_by: Vec<Text>,
    /// SHA-256 (hex) of the revision that was signed.
    pub previous_sha256: String,
    /// SHA-256 (hex) of the signer's certificate; empty for wet ink.
    pub certificate_sha256: String,
}

const MARGIN: f32 = 7.0;
/// Sizes tried, largest first, until the text of a record row fits. Ordinary rows fit at the first, so that they
/// look alike.
const RECORD_SIZES: [f32; 4] = [6.6, 6.0, 5.4, 4.6];
const STROKE: f32 = 1.25;

/// The look of `signature.{i}`, `size` points wide and high as the field's rectangle.
///
/// # Errors
/// [`DocumentError::NoGlyph`] when no font has a character of a name.
pub fn signature_appearance(
    facts: &SignatureAppearance,
    size: [f64; 2],
    edition: Edition,
    look: Look,
    fonts: &Fonts,
) -> Result<Vec<u8>, DocumentError> {
    let [width, height] = points(size);
    let mut page = Page::new(width, height);
    let mut shaper = Shaper::new(fonts, look);
    let language = main_language(edition);
    let small = Style::new(6.8, Weight::Regular, GREY);
    let mut spans = pair(&facts.name, edition, small, " ");
    let signed = |language| messages::document_paper_stamp_signed(tongue(language), time(&facts.at));
    let text = match edition {
        Edition::SideBySide => format!(" · {}", signed(Language::En)),
        Edition::En | Edition::Zh => format!(" · {}", signed(language)),
    };
    spans.push(Span { text, language, style: small });
    let foot = Block::set(&mut shaper, &spans, language, width - 2.0 * MARGIN, Fill::First, "signer")?;
    let foot_top = height - MARGIN + 2.0 - foot.height;
    foot.stamp(&mut page, MARGIN, foot_top, Align::Left, &mut Meaning::Artifact(Mark::Layout));
    let area = [MARGIN + 3.0, MARGIN, width - 2.0 * (MARGIN + 3.0), foot_top - MARGIN - 3.0];
    match &facts.mark {
        SignatureMark::Drawn(strokes) => draw(&mut page, strokes, area),
        SignatureMark::Typed(name) => write(&mut page, name, area, language, &mut shaper)?,
    }
    finish(&page, shaper, fonts, main_language(edition))
}

/// The look of `record.{i}`, `size` points wide and high as the field's rectangle.
///
/// # Errors
/// [`DocumentError::NoGlyph`] when no font has a character of a name or reason;
/// [`DocumentError::TooTall`] when the text does not fit at the smallest size.
pub fn record_appearance(
    facts: &RecordAppearance,
    size: [f64; 2],
    edition: Edition,
    look: Look,
    fonts: &Fonts,
) -> Result<Vec<u8>, DocumentError> {
    let [width, height] = points(size);
    let mut shaper = Shaper::new(fonts, look);
    for size in RECORD_SIZES {
        let mut page = Page::new(width, height);
        let end = record(&mut page, facts, size, edition, &mut shaper)?;
        if end <= height - MARGIN + 3.0 {
            return finish(&page, shaper, fonts, main_language(edition));
        }
    }
    Err(DocumentError::TooTall { place: "record".into() })
}

/// Writes the row; gives back where it ends.
fn record(
    page: &mut Page,
    facts: &RecordAppearance,
    size: f32,
    edition: Edition,
    shaper: &mut Shaper<'_>,
) -> Result<f32, DocumentError> {
    let language = main_language(edition);
    let label = Style::new(size, Weight::Regular, GREY);
    let value = Style::new(size, Weight::Regular, INK);
    let mut who = pair(&facts.name, edition, value, " ");
    for more in [phrase(signer(facts.role), edition, value), pair(&facts.capacity, edition, value, " ")] {
        if more.iter().any(|span| !span.text.trim().is_empty()) {
            who.push(Span { text: " · ".into(), language, style: value });
            who.extend(more);
        }
    }
    let plain = |text: &str| vec![Span { text: text.to_owned(), language, style: value }];
    let mut attested: Vec<Span> = Vec::new();
    for name in &facts.attested_by {
        if !attested.is_empty() {
            attested.extend(plain("; "));
        }
        attested.extend(pair(name, edition, value, " "));
    }
    if attested.is_empty() && in_the_room(facts.method) {
        attested = phrase(messages::document_paper_stamp_not_attested, edition, value);
    }
    let lines: [(Phrase, Vec<Span>); 7] = [
        (messages::document_paper_stamp_signer, who),
        (messages::document_paper_stamp_method, phrase(method(facts.method), edition, value)),
        (messages::document_paper_stamp_time, plain(&time(&facts.at))),
        (messages::document_paper_stamp_reason, plain(&facts.reason)),
        (messages::document_paper_stamp_attested, attested),
        (messages::document_paper_stamp_previous, digest(&facts.previous_sha256, language, value)),
        (messages::document_paper_stamp_certificate, digest(&facts.certificate_sha256, language, value)),
    ];
    let labels = 96.0_f32.min(page.width * 0.32);
    let mut y = MARGIN - 2.0;
    for (title, spans) in lines {
        if spans.iter().all(|span| span.text.trim().is_empty()) {
            continue;
        }
        let title = phrase(title, edition, label);
        let title = Block::set(shaper, &title, language, labels - 6.0, Fill::First, "record")?;
        let measure = page.width - 2.0 * MARGIN - labels;
        let words = Block::set(shaper, &spans, language, measure, Fill::First, "record")?;
        title.stamp(page, MARGIN, y, Align::Left, &mut Meaning::Artifact(Mark::Layout));
        words.stamp(page, MARGIN + labels, y, Align::Left, &mut Meaning::Artifact(Mark::Layout));
        y += title.height.max(words.height) + size * 0.12;
    }
    Ok(y)
}

/// With a key made for this one signature, identity rests on those who attest it.
fn in_the_room(method: SigningMethod) -> bool {
    matches!(method, SigningMethod::Drawn | SigningMethod::Typed)
}

fn method(method: SigningMethod) -> Phrase {
    match method {
        SigningMethod::Drawn => messages::document_paper_stamp_method_drawn,
        SigningMethod::Typed => messages::document_paper_stamp_method_typed,
        SigningMethod::OwnCertificate => messages::document_paper_stamp_method_own_certificate,
        SigningMethod::VendorIdentity => messages::document_paper_stamp_method_vendor_identity,
        SigningMethod::WetInk => messages::document_paper_stamp_method_wet_ink,
    }
}

/// Both sides of a text in one line; once where they are the same.
fn pair(text: &Text, edition: Edition, style: Style, between: &str) -> Vec<Span> {
    let sides = languages(edition).iter().map(|each| (*each, text.side(*each).words.clone()));
    join(sides.filter(|(_, words)| !words.is_empty()), style, between)
}

fn phrase(phrase: Phrase, edition: Edition, style: Style) -> Vec<Span> {
    join(languages(edition).iter().map(|each| (*each, phrase(tongue(*each)))), style, " ")
}

fn join(sides: impl Iterator<Item = (Language, String)>, style: Style, between: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (language, text) in sides {
        if let Some(last) = spans.last_mut() {
            if last.text == text {
                continue;
            }
            last.text.push_str(between);
        }
        spans.push(Span { text, language, style });
    }
    spans
}

/// A little smaller than the rest, to stay on one line; nothing where there is none.
fn digest(hex: &str, language: Language, style: Style) -> Vec<Span> {
    let style = Style { size: style.size * 0.9, ..style };
    let text = if hex.is_empty() { String::new() } else { format!("SHA-256 {hex}") };
    vec![Span { text, language, style }]
}

fn time(at: &DateTime<FixedOffset>) -> String {
    at.format("%Y-%m-%d %H:%M:%S %:z").to_string()
}

/// Puts the strokes into `area` as large as they go, but never more than half as large again as they were
/// drawn: a dot stays a dot.
fn draw(page: &mut Page, strokes: &[Vec<[f32; 2]>], [x, y, width, height]: [f32; 4]) {
    let points = || strokes.iter().flatten().filter(|[x, y]| x.is_finite() && y.is_finite());
    let bounds = points().fold(None, |bounds: Option<[f32; 4]>, [x, y]| {
        let y = y / PAD_RATIO;
        let [x0, y0, x1, y1] = bounds.unwrap_or([*x, y, *x, y]);
        Some([x0.min(*x), y0.min(y), x1.max(*x), y1.max(y)])
    });
    let Some([x0, y0, x1, y1]) = bounds else { return };
    let natural = width.min(height * PAD_RATIO);
    let scale = (width / (x1 - x0).max(1e-3)).min(height / (y1 - y0).max(1e-3)).min(natural * 1.5);
    let (left, top) = (x + (width - (x1 - x0) * scale) / 2.0, y + (height - (y1 - y0) * scale) / 2.0);
    for stroke in strokes {
        let mut line: Vec<[f32; 2]> = stroke
            .iter()
            .filter(|[x, y]| x.is_finite() && y.is_finite())
            .map(|[x, y]| [left + (x - x0) * scale, top + (y / PAD_RATIO - y0) * scale])
            .collect();
        if let [only] = line[..] {
            line.push([only[0] + 0.01, only[1]]);
        }
        if !line.is_empty() {
            page.decorate(Mark::Layout, Item::Stroke { points: line, width: STROKE, colour: INK });
        }
    }
}

/// The typed name, as large as fits on one line.
fn write(
    page: &mut Page,
    name: &str,
    [x, y, width, height]: [f32; 4],
    language: Language,
    shaper: &mut Shaper<'_>,
) -> Result<(), DocumentError> {
    let mut size = 26.0;
    loop {
        let style = Style::new(size, Weight::Regular, INK).tight();
        let spans = [Span { text: name.to_owned(), language, style }];
        let block = Block::set(shaper, &spans, language, width, Fill::First, "signer")?;
        if (block.lines() <= 1 && block.height <= height) || size < 8.0 {
            let top = y + (height - block.height).max(0.0) / 2.0;
            block.stamp(page, x, top, Align::Left, &mut Meaning::Artifact(Mark::Layout));
            return Ok(());
        }
        size *= 0.88;
    }
}

fn finish(
    page: &Page,
    shaper: Shaper<'_>,
    fonts: &Fonts,
    language: Language,
) -> Result<Vec<u8>, DocumentError> {
    drop(shaper);
    let mut writer = PrintpdfWriter::new(fonts, &Tree::new(language));
    writer.page(page);
    writer.finish(Dress::Plain)
}

/// Sizes on a page are far within what f32 holds to a hundredth of a point.
#[allow(clippy::cast_possible_truncation)]
fn points(size: [f64; 2]) -> [f32; 2] {
    size.map(|value| value as f32)
}
