//! From facts to the file.

use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::thread;

use hefu_domain::document::{Edition, Look};
use hefu_domain::text::Language;
use hefu_paper_words as messages;

use super::composer::Composer;
use super::words::tongue;
use super::{Closing, Front, Kind, Opening, record};
use crate::error::DocumentError;
use crate::fonts::Fonts;
use crate::layout::cache::LayoutCache;
use crate::layout::flow::{Anchor, Flow};
use crate::layout::page::Page;
use crate::layout::row::Bookmark;
use crate::layout::shape::Shaper;
use crate::layout::tree::Tree;
use crate::pdf::{Archival, Attachment, Dress, PrintpdfWriter, Writer, field_rect};
use crate::preview::{middle_pt, preview_halves, scale};
use crate::{Field, IssueContext, Progress, Rendered};

/// Makes a paper. The same arguments give the same bytes.
///
/// # Errors
/// [`DocumentError::NoGlyph`] for a character that no font has; [`DocumentError::TooTall`] for a fact that no
/// page holds.
pub fn render(
    paper: &dyn Kind,
    edition: Edition,
    look: Look,
    fonts: &Fonts,
    outside: &IssueContext,
) -> Result<Rendered, DocumentError> {
    render_with(paper, edition, look, fonts, outside, &mut |_| ControlFlow::Continue(()))
}

/// [`render`], telling how far it is; breaking stops it with [`DocumentError::Cancelled`].
///
/// # Errors
/// As [`render`].
pub fn render_with(
    paper: &dyn Kind,
    edition: Edition,
    look: Look,
    fonts: &Fonts,
    outside: &IssueContext,
    step: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Rendered, DocumentError> {
    LaidOut::of(paper, edition, look, fonts, outside, &mut LayoutCache::default(), step)?.write(fonts, step)
}

/// A paper in pages, of which a file can be written or one page be drawn.
#[derive(Debug)]
pub struct LaidOut {
    pages: Vec<Page>,
    tree: Tree,
    anchors: Vec<Anchor>,
    title: String,
    subject: String,
    author: String,
    /// What is attached, in words.
    attachment: String,
    language: Language,
    record: Vec<u8>,
    digest: [u8; 32],
    outside: IssueContext,
}

impl LaidOut {
    /// Sets the paper; what `cache` has of it is not set again.
    ///
    /// # Errors
    /// As [`render_with`].
    pub fn of(
        paper: &dyn Kind,
        edition: Edition,
        look: Look,
        fonts: &Fonts,
        outside: &IssueContext,
        cache: &mut LayoutCache,
        step: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Self, DocumentError> {
        thread::scope(|beside| {
            // Nothing but the foot of each page waits for it.
            let record = beside.spawn(|| record::evidence_record(paper, edition, look, outside));
            let mut shaper = Shaper::remembering(fonts, look, std::mem::take(cache));
            let (front, form) = (paper.front(), paper.form());
            let mut composer = Composer::new(front, form, edition, look);
            let (opened, logo) = match form.opening {
                Opening::Cover => (vec![composer.cover(&mut shaper)?], None),
                Opening::Masthead => (Vec::new(), composer.masthead()?),
            };
            paper.body(&mut composer);
            match form.closing {
                Closing::Signatures => {
                    composer.signatures();
                    composer.signing_record();
                }
                Closing::Open => {}
            }

            let language = composer.main();
            let script = std::mem::take(&mut composer.script);
            let mut flow = Flow::new(&mut composer.tree, &mut shaper, form.sheet.frame(), opened);
            flow.run(&script, &mut |done, total| step(Progress::Setting { done, total }))?;
            let (mut pages, mut anchors) = (flow.pages, flow.anchors);
            if let (Some(logo), Some(first)) = (logo, pages.first_mut()) {
                composer.draw(first, &logo);
            }
            let title = composer.one_line(&front.title);
            anchors
                .insert(0, Anchor { bookmark: Bookmark { level: 1, title: title.clone() }, page: 0, y: 0.0 });
            let record = record.join().unwrap_or_else(|panic| resume_unwind(panic))?;
            let digest = record::sha256(&record);
            composer.furnish(&mut pages, &record::hex(&digest), outside.watermark, &mut shaper)?;
            *cache = shaper.into_cache();
            let speak = tongue(language);
            Ok(Self {
                title: messages::document_paper_number_and_date(speak, &front.number, &title),
                subject: composer.one_line(&front.project_title),
                attachment: messages::document_paper_attachment(speak, (form.noun)(speak)),
                author: author(front, language),
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
                description: &self.attachment,
                bytes: &self.record,
            }),
        }))?;
        Ok(Rendered {
            sha256: record::hex(&record::sha256(&pdf)),
            record_digest: record::hex(&self.digest),
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

/// The vendor issues the paper.
fn author(front: &Front, language: Language) -> String {
    front.vendor().map(|party| party.name.side(language).words.clone()).unwrap_or_default()
}

fn instance(digest: &[u8; 32]) -> [u8; 16] {
    let mut id = [0; 16];
    id.copy_from_slice(&digest[..16]);
    id
}
