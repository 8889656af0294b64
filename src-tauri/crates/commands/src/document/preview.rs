//! A page of the document, drawn: a draft is set afresh, an issued one is shown as it was issued or signed.

use std::ops::ControlFlow;
use std::sync::{LazyLock, PoisonError};

use base64::Engine as _;
use hefu_api::document::{PageImage, PreviewPage};
use hefu_api::{Failure, Progress};
use hefu_documents::{
    DocumentError, FontFiles, Fonts, IssueContext, Kind, LaidOut, LayoutCache, Progress as Step, Rendered,
    Watermark,
};
use hefu_domain::document::{Document, Edition, Look};
use hefu_domain::id::DocumentId;

use super::front::facts;
use crate::failure::CommandError;
use crate::project::facts_of;
use crate::session::{OnProgress, Query};

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

/// What was set and drawn lately.
#[derive(Default)]
pub(crate) struct Drawings {
    last: Option<Drawn>,
    memory: LayoutCache,
}

/// The last document drawn, so that turning its pages does not set it again.
struct Drawn {
    document: DocumentId,
    /// Number of journal entries when it was drawn: anything written since may show in it.
    entries: u64,
    paper: Paper,
}

enum Paper {
    Draft(Box<LaidOut>),
    /// As it was issued or signed.
    File {
        pdf: Vec<u8>,
        pages: u32,
    },
}

pub(crate) fn preview_page(query: &mut Query<'_>, request: PreviewPage) -> Result<PageImage, CommandError> {
    let document: Document = query.reader().one(request.document.0)?;
    let entries = query.store.written()?;
    let kept = query.memo.slot::<Drawings>();
    let drawings = &mut *kept.lock().unwrap_or_else(PoisonError::into_inner);
    let held = drawings.last.take().filter(|d| d.document == document.id && d.entries == entries);
    let drawn = match held {
        Some(drawn) => drawn,
        None => {
            let paper = paper(query, &document, &mut drawings.memory)?;
            Drawn { document: document.id, entries, paper }
        }
    };
    let pages = match &drawn.paper {
        Paper::Draft(draft) => draft.pages(),
        Paper::File { pages, .. } => *pages,
    };
    let page = request.page.clamp(1, pages.max(1));
    let width_px = request.width_px.clamp(200, 2400);
    let png = match &drawn.paper {
        Paper::Draft(draft) => draft.picture(page, width_px, &FONTS),
        Paper::File { pdf, .. } => hefu_documents::preview(pdf, page, width_px),
    };
    let png = base64::engine::general_purpose::STANDARD.encode(png.map_err(of_document)?);
    drawings.last = Some(drawn);
    Ok(PageImage { page, pages, png })
}

fn paper(
    query: &mut Query<'_>,
    document: &Document,
    memory: &mut LayoutCache,
) -> Result<Paper, CommandError> {
    if let (Some(issued), Some(revision)) = (&document.issued, &document.revision) {
        return Ok(Paper::File { pdf: query.reader().file(revision)?, pages: issued.pages });
    }
    let project = facts_of(query.memo, query.store, document.project)?;
    let facts = facts(&query.reader(), document, &project.scope, &[], query.today)?;
    let outside =
        IssueContext { issued_at: query.now, document_id: document.id.0, watermark: Watermark::Draft };
    let Document { edition, look, .. } = document;
    LaidOut::of(&*facts, *edition, *look, &FONTS, &outside, memory, &mut told(query.report))
        .map(|draft| Paper::Draft(Box::new(draft)))
        .map_err(of_document)
}

/// Sets and writes a paper, telling how far it has come.
pub(crate) fn set(
    facts: &dyn Kind,
    (edition, look): (Edition, Look),
    outside: &IssueContext,
    report: OnProgress<'_>,
) -> Result<Rendered, CommandError> {
    hefu_documents::render_with(facts, edition, look, &FONTS, outside, &mut told(report)).map_err(of_document)
}

/// Setting is half of the way, writing the other.
fn told(report: OnProgress<'_>) -> impl FnMut(Step) -> ControlFlow<()> {
    move |step| {
        let (done, total) = match step {
            Step::Setting { done, total } => (done, 2 * total),
            Step::Drawing { page, pages } => (pages + page, 2 * pages),
        };
        report(Progress { done: done as u64, total: total as u64 })
    }
}

pub(crate) fn of_document(error: DocumentError) -> CommandError {
    CommandError::Failure(match error {
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
