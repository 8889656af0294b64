//! From facts to the file.

use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::thread;

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
use crate::layout::memory::Memory;
use crate::layout::page::Page;
use crate::layout::row::Bookmark;
use crate::layout::shape::Shaper;
use crate::layout::tree::Tree;
use crate::pdf::{Archival, Attachment, Dress, PrintpdfWriter, Writer, field_rect};
use crate::preview::{middle_pt, preview_halves, scale};
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
    LaidOut::of(report, edition, look, fonts, outside, &mut Memory::default(), step)?.write(fonts, step)
}

/// A report in pages, of which a file can be written or one page be drawn.
#[derive(Debug)]
pub struct LaidOut {
    pages: Vec<Page>,
    tree: Tree,
    anchors: Vec<Anchor>,
    title: String,
    subject: String,
    author: String,
    language: Language,
    record: Vec<u8>,
    digest: [u8; 32],
    outside: Outside,
}

impl LaidOut {
    /// Sets the report; what `memory` has of it is not set again.
    ///
    /// # Errors
    /// As [`render_with`].
    pub fn of(
        report: &AcceptanceReport,
        edition: Edition,
        look: Look,
        fonts: &Fonts,
        outside: &Outside,
        memory: &mut Memory,
        step: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Self, DocumentError> {
        thread::scope(|beside| {
            // Nothing but the foot of each page waits for it.
            let record = beside.spawn(|| record::evidence_record(report, edition, look, outside));
            let mut shaper = Shaper::remembering(fonts, look, std::mem::take(memory));
            let mut composer = Composer::new(report, edition, look);
            let cover = composer.cover(&mut shaper)?;
            composer.body();

            let language = composer.main();
            let script = std::mem::take(&mut composer.script);
            let mut flow = Flow::new(&mut composer.tree, &mut shaper, FRAME, vec![cover]);
            flow.run(&script, &mut |done, total| step(Progress::Setting { done, total }))?;
            let (mut pages, mut anchors) = (flow.pages, flow.anchors);
            let title = one_line(&composer, &report.title);
            anchors
                .insert(0, Anchor { bookmark: Bookmark { level: 1, title: title.clone() }, page: 0, y: 0.0 });
            let record = record.join().unwrap_or_else(|panic| resume_unwind(panic))?;
            let digest = record::sha256(&record);
            composer.furnish(&mut pages, &hex(&digest), outside.watermark, &mut shaper)?;
            *memory = shaper.into_memory();
            let speak = tongue(language);
            Ok(Self {
                title: messages::document_acceptance_report_number_and_date(speak, &report.number, &title),
                subject: one_line(&composer, &report.project_title),
                author: author(report, language),
                tree: composer.tree,
                pages,
                anchors,
                language,
                record,
                digest,
                outside: outside.clone(),
            })
        })
    }

    pub fn pages(&self) -> u32 {
        u32::try_from(self.pages.len()).unwrap_or(u32::MAX)
    }

    /// Draws one page, from 1, as a PNG `width_px` pixels wide: as [`preview`](crate::preview) draws it of the file.
    ///
    /// # Errors
    /// [`DocumentError::NoSuchPage`].
    pub fn picture(&self, page: u32, width_px: u32, fonts: &Fonts) -> Result<Vec<u8>, DocumentError> {
        let missing = DocumentError::NoSuchPage { page, pages: self.pages() };
        let index = page.checked_sub(1).ok_or_else(|| missing.clone())?;
        let page = self.pages.get(index as usize).ok_or(missing)?;
        let middle = middle_pt(page.height, scale(page.width, width_px));
        let mut writer = PrintpdfWriter::new(fonts, &self.tree);
        writer.page(&page.part(0.0, middle));
        writer.page(&page.part(middle, page.height));
        preview_halves(&writer.finish(Dress::None)?, width_px)
    }

    /// Makes the file.
    ///
    /// # Errors
    /// As [`render_with`].
    pub fn write(
        self,
        fonts: &Fonts,
        step: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Rendered, DocumentError> {
        let mut writer = PrintpdfWriter::new(fonts, &self.tree);
        for (index, page) in self.pages.iter().enumerate() {
            if step(Progress::Drawing { page: index + 1, pages: self.pages.len() }).is_break() {
                return Err(DocumentError::Cancelled);
            }
            writer.page(page);
        }
        let pdf = writer.finish(Dress::Archival(&Archival {
            title: &self.title,
            subject: &self.subject,
            author: &self.author,
            language: match self.language {
                Language::En => "en",
                Language::Zh => "zh-CN",
            },
            at: self.outside.issued_at,
            id: [*self.outside.document_id.as_bytes(), instance(&self.digest)],
            pages: &self.pages,
            tree: &self.tree,
            anchors: &self.anchors,
            attachment: Some(Attachment {
                name: record::FILE_NAME,
                mime: "application/json",
                description: &messages::document_acceptance_report_attachment(tongue(self.language)),
                bytes: &self.record,
            }),
        }))?;
        Ok(Rendered {
            sha256: hex(&record::sha256(&pdf)),
            record_digest: hex(&self.digest),
            pages: self.pages(),
            fields: fields(&self.pages),
            record: self.record,
            pdf,
        })
    }
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
