//! Evidence: files kept inside the workspace by their hash, or referenced by it.

use std::path::Path;

use chrono::NaiveDate;
use hefu_api::Failure;
use hefu_api::acceptance::{
    AttachEvidence, AttachImage, EvidenceRef, EvidenceSaved, ExportEvidence, Exported, HeldImage, HoldImage,
    Keep, Removed,
};
use hefu_domain::evidence::{Evidence, Holding};
use hefu_domain::id::{CriterionId, EvidenceId, PersonId};
use hefu_domain::journal::Act;
use hefu_domain::scope::Criterion;
use hefu_domain::text::Words;
use hefu_reading::limits;

use super::must_not_be_reported;
use crate::act::trails;
use crate::failure::{CommandError, filled, fits};
use crate::given;
use crate::outgoing::{copy_out, hex, write_out};
use crate::session::{Action, OnProgress, Session};

pub(crate) fn attach_evidence(
    request: AttachEvidence,
    report: OnProgress<'_>,
) -> Result<impl FnOnce(&mut Action<'_>) -> Result<EvidenceSaved, CommandError> + use<>, CommandError> {
    fits("evidence", "title", &request.title)?;
    let path = Path::new(&request.path);
    let bytes = match request.keep {
        Keep::Inside => Bytes::Inside(given::read(path, &limits::KEPT_FILE)?),
        Keep::Reference => {
            let (sha256, size) = given::digest(path, report, |_| Ok::<_, Failure>(()))?;
            Bytes::Outside { sha256, size, path: request.path.clone() }
        }
    };
    let given = Given {
        evidence: request.evidence,
        criterion: request.criterion,
        file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        bytes,
        title: request.title,
        date: request.date,
        valid_until: request.valid_until,
        provided_by: request.provided_by,
    };
    Ok(move |action: &mut Action<'_>| attach(action, given))
}

/// A file on its way to being evidence.
struct Given {
    evidence: Option<EvidenceId>,
    criterion: CriterionId,
    file_name: String,
    bytes: Bytes,
    title: Words,
    date: NaiveDate,
    valid_until: Option<NaiveDate>,
    provided_by: Option<PersonId>,
}

/// What of a file comes into the workspace.
enum Bytes {
    Inside(Vec<u8>),
    /// They stay at their path.
    Outside {
        sha256: String,
        size: u64,
        path: String,
    },
}

fn attach(action: &mut Action<'_>, given: Given) -> Result<EvidenceSaved, CommandError> {
    let criterion: Criterion = action.reader().one(given.criterion.0)?;
    must_not_be_reported(&action.reader(), criterion.project)?;
    let trails = trails(&action.reader(), criterion.project, None)?;
    let fresh = EvidenceId(action.outside.id()?);
    action.write(criterion.project, trails, |tx| {
        let before = given.evidence.map(|id| tx.before::<Evidence>(id.0)).transpose()?;
        let holding = match given.bytes {
            Bytes::Inside(bytes) => Holding::Kept { sha256: tx.keep_file(&bytes)?, size: bytes.len() as u64 },
            Bytes::Outside { sha256, size, path } => Holding::Referenced { sha256, size, path },
        };
        let number = match &before {
            Some(evidence) => evidence.number.clone(),
            None => format!("EV-{:03}", tx.next_number::<Evidence>(criterion.project, "EV-")?),
        };
        let title = before.as_ref().map(|e| e.title.clone()).unwrap_or_default();
        let kind = Path::new(&given.file_name).extension().unwrap_or_default();
        let evidence = tx.save(Evidence {
            id: given.evidence.unwrap_or(fresh),
            project: criterion.project,
            criterion: criterion.id,
            number,
            title: title.revise(&given.title),
            kind: kind.to_string_lossy().to_lowercase(),
            file_name: given.file_name.clone(),
            date: given.date,
            valid_until: given.valid_until,
            provided_by: given.provided_by,
            holding,
        })?;
        let act = Act::EvidenceAttached { number: criterion.number.clone(), file: given.file_name };
        Ok((act, EvidenceSaved { evidence }))
    })
}

pub(crate) fn hold_image(
    session: &mut Session,
    _: HoldImage,
    _: OnProgress<'_>,
) -> Result<HeldImage, CommandError> {
    let open = session.open.as_mut().ok_or(Failure::NoWorkspace)?;
    let picture = session.outside.clipboard.image()?;
    let held = HeldImage {
        sha256: hex(&picture.png),
        size_bytes: picture.png.len() as u64,
        width: picture.width,
        height: picture.height,
    };
    open.held = Some(picture);
    Ok(held)
}

pub(crate) fn attach_image(
    action: &mut Action<'_>,
    request: AttachImage,
) -> Result<EvidenceSaved, CommandError> {
    fits("evidence", "title", &request.title)?;
    let name = filled("evidence", "file_name", &request.name)?;
    let picture = action.held.as_ref().filter(|picture| hex(&picture.png) == request.sha256);
    let bytes = picture.ok_or(Failure::NoImage)?.png.clone();
    let given = Given {
        evidence: None,
        criterion: request.criterion,
        // What a file may not be called on one of the systems it may be exported to.
        file_name: format!("{}.png", name.replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|'], "-")),
        bytes: Bytes::Inside(bytes),
        title: request.title,
        date: request.date,
        valid_until: request.valid_until,
        provided_by: request.provided_by,
    };
    let attached = attach(action, given)?;
    *action.held = None;
    Ok(attached)
}

pub(crate) fn remove_evidence(
    action: &mut Action<'_>,
    request: EvidenceRef,
) -> Result<Removed, CommandError> {
    let evidence: Evidence = action.reader().one(request.evidence.0)?;
    must_not_be_reported(&action.reader(), evidence.project)?;
    let trails = trails(&action.reader(), evidence.project, None)?;
    action.write(evidence.project, trails, |tx| {
        let criterion: Criterion = tx.one(evidence.criterion.0)?;
        // The bytes stay: undo brings the evidence back, and other evidence may hold the same file.
        tx.remove::<Evidence>(evidence.id.0)?;
        Ok((Act::EvidenceRemoved { number: criterion.number, file: evidence.file_name }, Removed {}))
    })
}

pub(crate) fn export_evidence(
    action: &mut Action<'_>,
    request: ExportEvidence,
) -> Result<Exported, CommandError> {
    let evidence: Evidence = action.reader().one(request.evidence.0)?;
    action.clock_must_be_right()?;
    let trails = trails(&action.reader(), evidence.project, None)?;
    let exported = match &evidence.holding {
        Holding::Kept { sha256, .. } => {
            let bytes = action.reader().file(sha256)?;
            write_out(action, &request.path, &bytes)?
        }
        Holding::Referenced { path, sha256, .. } => copy_out(action, &request.path, path, sha256)?,
        Holding::Named => return Err(Failure::NotFound { noun: "file".into() }.into()),
    };
    action.write(evidence.project, trails, |tx| {
        let criterion: Criterion = tx.one(evidence.criterion.0)?;
        Ok((Act::EvidenceExported { number: criterion.number, file: evidence.file_name.clone() }, ()))
    })?;
    Ok(exported)
}
