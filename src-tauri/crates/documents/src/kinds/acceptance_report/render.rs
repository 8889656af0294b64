//! From facts to the file.

use std::ops::ControlFlow;

use hefu_domain::document::{Edition, Look};
use hefu_domain::text::Language;
use hefu_messages as messages;

use super::compose::Composer;
use super::cover::one_line;
use super::facts::{AcceptanceReport, PartyRole};
use super::typography::FRAME;
use super::words::tongue;
use crate::error::DocumentError;
use crate::fonts::Fonts;
use crate::layout::flow::{Anchor, Flow};
use crate::layout::page::Page;
use crate::layout::row::Bookmark;
use crate::layout::shape::Shaper;
use crate::pdf::{Archival, Attachment, Dress, PrintpdfWriter, Writer, field_rect};
use crate::record::{self, hex};
use crate::{Field, Outside, Progress, Rendered};

/// Makes the report. The same arguments give the same bytes.
///
/// # Errors
/// [`DocumentError::NoGlyph`] for a character that no font has; [`DocumentError::TooTall`] for a fact that no
/// page holds.
pub fn render(
    report: &AcceptanceReport,
    edition: Edition,
    look: Look,
    fonts: &Fonts,
    outside: &Outside,
) -> Result<Rendered, DocumentError> {
    render_with(report, edition, look, fonts, outside, &mut |_| ControlFlow::Continue(()))
}

/// [`render`], telling how far it is; breaking stops it with [`DocumentError::Cancelled`].
///
/// # Errors
/// As [`render`].
pub fn render_with(
    report: &AcceptanceReport,
    edition: Edition,
    look: Look,
    fonts: &Fonts,
    outside: &Outside,
    step: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Rendered, DocumentError> {
    let record = record::evidence_record(report, edition, look, outside)?;
    let digest = record::sha256(&record);
    let mut shaper = Shaper::new(fonts, look);
    let mut composer = Composer::new(report, edition, look);
    let cover = composer.cover(&mut shaper)?;
    composer.body();

    let language = composer.main();
    let script = std::mem::take(&mut composer.script);
    let mut flow = Flow::new(&mut composer.tree, &mut shaper, FRAME, vec![cover]);
    flow.run(&script, &mut |done, total| step(Progress::Setting { done, total }))?;
    let (mut pages, mut anchors) = (flow.pages, flow.anchors);
    drop(script);
    let title = one_line(&composer, &report.title);
    anchors.insert(0, Anchor { bookmark: Bookmark { level: 1, title: title.clone() }, page: 0, y: 0.0 });
    composer.furnish(&mut pages, &hex(&digest), outside.watermark, &mut shaper)?;
    drop(shaper);

    let mut writer = PrintpdfWriter::new(fonts, &composer.tree);
    for (index, page) in pages.iter().enumerate() {
        if step(Progress::Drawing { page: index + 1, pages: pages.len() }).is_break() {
            return Err(DocumentError::Cancelled);
        }
        writer.page(page);
    }
    let speak = tongue(language);
    let pdf = writer.finish(Dress::Archival(&Archival {
        title: &messages::document_acceptance_report_number_and_date(speak, &report.number, &title),
        subject: &one_line(&composer, &report.project_title),
        author: &author(report, language),
        language: match language {
            Language::En => "en",
            Language::Zh => "zh-CN",
        },
        at: outside.issued_at,
        id: [*outside.document_id.as_bytes(), instance(&digest)],
        pages: &pages,
        tree: &composer.tree,
        anchors: &anchors,
        attachment: Some(Attachment {
            name: record::FILE_NAME,
            mime: "application/json",
            description: &messages::document_acceptance_report_attachment(speak),
            bytes: &record,
        }),
    }))?;
    Ok(Rendered {
        sha256: hex(&record::sha256(&pdf)),
        record_digest: hex(&digest),
        pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        fields: fields(&pages),
        record,
        pdf,
    })
}

fn fields(pages: &[Page]) -> Vec<Field> {
    let mut found = Vec::new();
    for (page, number) in pages.iter().zip(1..) {
        found.extend(page.fields.iter().map(|field| Field {
            name: field.name.clone(),
            page: number,
            rect_pt: field_rect(field, page).map(f64::from),
        }));
    }
    found
}

/// The vendor issues the report.
fn author(report: &AcceptanceReport, language: Language) -> String {
    let vendor = report.parties.iter().find(|party| party.role == PartyRole::Vendor);
    vendor.map(|party| party.name.side(language).words.clone()).unwrap_or_default()
}

fn instance(digest: &[u8; 32]) -> [u8; 16] {
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    id
}
