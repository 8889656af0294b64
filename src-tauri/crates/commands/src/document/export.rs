//! A copy of an issued document on its way out.

use hefu_api::Failure;
use hefu_api::document::{ExportDocument, Exported};
use hefu_domain::document::{Document, DocumentState};
use hefu_domain::journal::Act;

use crate::acceptance::{state_word, write_out};
use crate::act::trails;
use crate::failure::CommandError;
use crate::session::Action;

/// Writes the newest revision of an issued document to a file.
pub(crate) fn export_document(
    action: &mut Action<'_>,
    request: ExportDocument,
) -> Result<Exported, CommandError> {
    let document: Document = action.reader().one(request.document.0)?;
    let Some(revision) = &document.revision else {
        return Err(Failure::WrongState {
            number: document.number,
            state: state_word(document.state).to_owned(),
            wanted: state_word(DocumentState::Issued).to_owned(),
        }
        .into());
    };
    action.clock_must_be_right()?;
    let pdf = action.reader().file(revision)?;
    let trails = trails(&action.reader(), document.project, None)?;
    let exported = write_out(action, &request.path, &pdf)?;
    let file =
        std::path::Path::new(&request.path).file_name().unwrap_or_default().to_string_lossy().into_owned();
    action.write(document.project, trails, |_| {
        Ok((Act::DocumentExported { number: document.number.clone(), file }, ()))
    })?;
    Ok(exported)
}
