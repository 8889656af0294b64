//! A page of the document, drawn: a draft is set afresh, an issued one is shown as it was issued or signed.

use std::ops::ControlFlow;
use std::sync::LazyLock;

use base64::Engine as _;
use hefu_api::document::{PageImage, PreviewPage};
use hefu_api::{Failure, Progress};
use hefu_documents::kinds::acceptance_report::AcceptanceReport;
use hefu_documents::{DocumentError, FontFiles, Fonts, Outside, Progress as Step, Rendered, Watermark};
use hefu_domain::document::Document;
use hefu_domain::id::DocumentId;

use super::report::report;
use crate::failure::Trouble;
use crate::session::{Query, Report};

pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    Fonts::new(&FontFiles {
        sans_latin_regular: hefu_fonts::SANS_LATIN_REGULAR,
        sans_latin_semibold: hefu_fonts::SANS_LATIN_SEMIBOLD,
        sans_han_regular: hefu_fonts::SANS_HAN_REGULAR,
        sans_han_bold: hefu_fonts::SANS_HAN_BOLD,
        serif_latin_regular: hefu_fonts::SERIF_LATIN_REGULAR,
        serif_latin_semibold: hefu_fonts::SERIF_LATIN_SEMIBOLD,
        serif_han_regular: hefu_fonts::SERIF_HAN_REGULAR,
        serif_han_bold: hefu_fonts::SERIF_HAN_BOLD,
        rare_han: hefu_fonts::RARE_HAN,
    })
    .expect("the fonts embedded in the program are readable")
});

/// The last document drawn, so that turning its pages does not set it again.
pub(crate) struct Drawn {
    document: DocumentId,
    /// Number of journal entries when it was drawn: anything written since may show in it.
    entries: u64,
    pdf: Vec<u8>,
    pages: u32,
}

pub(crate) fn preview_page(query: &mut Query<'_>, request: PreviewPage) -> Result<PageImage, Trouble> {
    let document: Document = query.reader().one(request.document.0)?;
    let entries = query.store.written()?;
    let held = query.drawn.take().filter(|d| d.document == document.id && d.entries == entries);
    let drawn = match held {
        Some(drawn) => drawn,
        None => draw(query, &document, entries)?,
    };
    let page = request.page.clamp(1, drawn.pages.max(1));
    let png =
        hefu_documents::preview(&drawn.pdf, page, request.width_px.clamp(200, 2400)).map_err(of_document)?;
    let image =
        PageImage { page, pages: drawn.pages, png: base64::engine::general_purpose::STANDARD.encode(png) };
    query.drawn.replace(Some(drawn));
    Ok(image)
}

fn draw(query: &mut Query<'_>, document: &Document, entries: u64) -> Result<Drawn, Trouble> {
    if let (Some(issued), Some(revision)) = (&document.issued, &document.revision) {
        let pdf = query.reader().file(revision)?;
        return Ok(Drawn { document: document.id, entries, pdf, pages: issued.pages });
    }
    let facts = report(&query.reader(), document, &[], query.today)?;
    let outside = Outside { issued_at: query.now, document_id: document.id.0, watermark: Watermark::Draft };
    let rendered = set(&facts, document, &outside, query.report)?;
    Ok(Drawn { document: document.id, entries, pages: rendered.pages, pdf: rendered.pdf })
}

/// Sets the report, telling how far it has come.
pub(super) fn set(
    facts: &AcceptanceReport,
    document: &Document,
    outside: &Outside,
    report: Report<'_>,
) -> Result<Rendered, Trouble> {
    let mut told = |step: Step| {
        let (done, total) = match step {
            Step::Setting { done, total } => (done, 2 * total),
            Step::Drawing { page, pages } => (pages + page, 2 * pages),
        };
        match report(Progress { done: done as u64, total: total as u64 }) {
            ControlFlow::Continue(()) => ControlFlow::Continue(()),
            ControlFlow::Break(()) => ControlFlow::Break(()),
        }
    };
    let rendered =
        hefu_documents::render_with(facts, document.edition, document.look, &FONTS, outside, &mut told);
    rendered.map_err(of_document)
}

pub(crate) fn of_document(error: DocumentError) -> Trouble {
    Trouble::Failure(match error {
        DocumentError::NoGlyph { character, code_point, place } => Failure::NoGlyph {
            character: character.to_string(),
            code_point: format!("U+{code_point:04X}"),
            place,
        },
        DocumentError::Cancelled => Failure::Cancelled,
        error @ (DocumentError::TooTall { .. }
        | DocumentError::Broken { .. }
        | DocumentError::NoSuchPage { .. }) => Failure::Internal { reason: error.to_string() },
    })
}
