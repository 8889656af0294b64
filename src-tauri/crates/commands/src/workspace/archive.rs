//! A whole workspace written out in the open, and made of what was written.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use hefu_api::workspace::{AllExported, AllImported, ExportAll, ImportAll, KeychainChoice};
use hefu_api::{Failure, Progress};
use hefu_domain::document::Document;
use hefu_domain::journal::Act;
use hefu_files::NewFolder;
use hefu_store::{Exported, MANIFEST, Moored, NewEntry, Reader, Store, StoreError, derive};

use super::open::{keychain_name, replace, sheet};
use super::passphrase::must_be_good;
use crate::failure::CommandError;
use crate::session::{OnProgress, Open, Session};
use crate::staged::Staged;

/// The folder of issued documents under readable names; nothing is read back from it.
const DOCUMENTS: &str = "documents";

/// An export that was asked for.
pub(crate) struct Exporting {
    from: Source,
    at: DateTime<FixedOffset>,
    folder: String,
    /// The workspace that it is told to.
    workspace: PathBuf,
}

enum Source {
    Beside(Moored),
    /// On a full disk the file cannot take its log in: what it holds was written out while the workspace waited.
    Done(Exported, u32),
}

/// What was written, and to which workspace it is told.
pub(crate) struct Written {
    exported: Exported,
    documents: u32,
    folder: String,
    workspace: PathBuf,
}

pub(crate) fn export_all(session: &mut Session, request: ExportAll) -> Result<Exporting, CommandError> {
    let at = session.now();
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    let from = match open.store.moored() {
        Ok(moored) => Source::Beside(moored),
        Err(StoreError::DiskFull(_)) => {
            let unwatched = &mut |_: Progress| ControlFlow::Continue(());
            let (exported, documents) = written_out(&open.store.reader(), &request.folder, at, unwatched)?;
            Source::Done(exported, documents)
        }
        Err(error) => return Err(error.into()),
    };
    Ok(Exporting { from, at, folder: request.folder, workspace: open.store.path().to_owned() })
}

/// Everything, and the issued documents beside it.
fn written_out(
    reader: &Reader<'_>,
    folder: &str,
    at: DateTime<FixedOffset>,
    report: OnProgress<'_>,
) -> Result<(Exported, u32), CommandError> {
    let folder = NewFolder::begin(Path::new(folder))?;
    let exported = reader.export_all(&folder, at, &mut |done, total| report(Progress { done, total }))?;
    let documents = write_documents(reader, &folder)?;
    folder.finish(MANIFEST)?;
    Ok((exported, documents))
}

impl Staged for Exporting {
    type Found = Written;
    type View = AllExported;

    fn work(self, report: OnProgress<'_>) -> Result<Written, CommandError> {
        let Self { from, at, folder, workspace } = self;
        let (exported, documents) = match from {
            Source::Beside(moored) => written_out(&moored.snapshot()?.reader(), &folder, at, report)?,
            Source::Done(exported, documents) => (exported, documents),
        };
        Ok(Written { exported, documents, folder, workspace })
    }

    fn conclude(session: &mut Session, written: Written) -> Result<AllExported, CommandError> {
        let Written { exported, documents, folder, workspace } = written;
        let (at, salt) = (session.now(), session.outside.bytes()?);
        let open = session.open.as_mut().filter(|open| open.store.path() == workspace);
        let open = open.ok_or(Failure::NoWorkspace)?;
        let name = Path::new(&folder).file_name().unwrap_or_default().to_string_lossy().into_owned();
        let moment = open.profile.moment(at, salt);
        open.store.write::<_, CommandError>(&moment, |_| {
            let act = Act::WorkspaceExported { folder: name };
            Ok((NewEntry { act, project: None, trails: Vec::new() }, ()))
        })?;
        Ok(AllExported {
            folder,
            rows: exported.rows,
            files: exported.files,
            documents,
            heads: exported.heads.iter().map(ToString::to_string).collect(),
        })
    }
}

/// The newest revision of every issued document, by number and version.
fn write_documents(reader: &Reader<'_>, folder: &NewFolder) -> Result<u32, CommandError> {
    let mut written = 0;
    let documents: Vec<Document> = reader.all()?;
    for document in documents {
        let Some(revision) = &document.revision else { continue };
        let number = document.number.replace(|c: char| !c.is_alphanumeric() && c != '-', " ");
        let words: Vec<&str> = number.split_whitespace().collect();
        let name = format!("{DOCUMENTS}/{} v{}.pdf", words.join(" "), document.version);
        folder.write(&name, &reader.file(revision)?)?;
        written += 1;
    }
    Ok(written)
}

pub(crate) fn import_all(
    session: &mut Session,
    request: ImportAll,
    report: OnProgress<'_>,
) -> Result<AllImported, CommandError> {
    must_be_good(&request.passphrase, &[])?;
    let (folder, path) = (Path::new(&request.folder), Path::new(&request.path));
    hefu_files::must_be_free(path)?;
    let salt = session.outside.bytes()?;
    let key = derive(&request.passphrase, &salt)?;
    let (store, imported) =
        Store::import_all(folder, path, &key, &salt, &mut |done, total| report(Progress { done, total }))?;
    let profile = store.reader().profile()?;
    let profile = profile.ok_or(Failure::NotAWorkspace { path: request.folder.clone() })?;
    if request.keychain == KeychainChoice::Remember {
        session.outside.keychain.set(&keychain_name(&salt), key.bytes())?;
    }
    replace(session, Open::new(store, profile)?)?;
    Ok(AllImported {
        rows: imported.rows,
        files: imported.files,
        entries: imported.entries,
        sheet: sheet(session)?,
    })
}
