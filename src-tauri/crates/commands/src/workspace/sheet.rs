//! The recovery sheet as a PDF.

use std::path::Path;

use hefu_api::Failure;
use hefu_api::workspace::{RecoverySheetSaved, SaveRecoverySheet};
use hefu_documents::RecoverySheet;
use hefu_store::RecoveryKey;

use super::keys::recovery;
use crate::document::{FONTS, of_document};
use crate::failure::{CommandError, of_file};
use crate::session::{OnProgress, Session};

pub(crate) fn save_recovery_sheet(
    session: &mut Session,
    request: SaveRecoverySheet,
    _: OnProgress<'_>,
) -> Result<RecoverySheetSaved, CommandError> {
    let made_at = session.outside.now();
    let id = session.outside.id()?;
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    if recovery(&request.recovery_key)? != *open.store.key() {
        return Err(Failure::NotThisRecoveryKey.into());
    }
    let sheet = RecoverySheet {
        name: open.profile.name.clone(),
        path: std::path::absolute(open.store.path())
            .map_err(|e| of_file(open.store.path(), e))?
            .display()
            .to_string(),
        key: RecoveryKey::of(open.store.key()).text().to_owned(),
        made_at,
        id,
    };
    let pdf = hefu_documents::recovery_sheet(&sheet, &FONTS).map_err(of_document)?;
    hefu_files::write(Path::new(&request.path), &pdf)?;
    Ok(RecoverySheetSaved { path: request.path, size_bytes: pdf.len() as u64 })
}
