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
use sha2::{Digest, Sha256};

use super::must_not_be_reported;
use crate::act::trails;
use crate::failure::{Trouble, filled, fits, of_file};
use crate::file::write_whole;
use crate::session::{Action, Report, Session};

pub(crate) fn attach_evidence(
    action: &mut Action<'_>,
    request: AttachEvidence,
) -> Result<EvidenceSaved, Trouble> {
    fits("evidence", "title", &request.title)?;
    let path = Path::new(&request.path);
    let bytes = std::fs::read(path).map_err(|e| of_file(path, &e))?;
    let given = Given {
        evidence: request.evidence,
        criterion: request.criterion,
        file_name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        outside: match request.keep {
            Keep::Inside => None,
            Keep::Reference => Some(request.path.clone()),
        },
        title: request.title,
        date: request.date,
        valid_until: request.valid_until,
        provided_by: request.provided_by,
    };
    attach(action, given, &bytes)
}

/// A file on its way to being evidence.
struct Given {
    evidence: Option<EvidenceId>,
    criterion: CriterionId,
    file_name: String,
    /// The path where its bytes stay; none when they come inside.
    outside: Option<String>,
    title: Words,
    date: NaiveDate,
    valid_until: Option<NaiveDate>,
    provided_by: Option<PersonId>,
}

fn attach(action: &mut Action<'_>, given: Given, bytes: &[u8]) -> Result<EvidenceSaved, Trouble> {
    let criterion: Criterion = action.reader().one(given.criterion.0)?;
    must_not_be_reported(&action.reader(), criterion.project)?;
    let trails = trails(&action.reader(), criterion.project, None)?;
    let fresh = EvidenceId(action.outside.id()?);
    action.write(criterion.project, trails, |door| {
        let before = given.evidence.map(|id| door.one::<Evidence>(id.0)).transpose()?;
        let size = bytes.len() as u64;
        let holding = match given.outside {
            None => Holding::Kept { sha256: door.keep_file(bytes)?, size },
            Some(path) => Holding::Referenced { sha256: hex(bytes), size, path },
        };
        let number = match &before {
            Some(evidence) => evidence.number.clone(),
            None => {
                let last = "SELECT ifnull(max(CAST(substr(number, 4) AS INTEGER)), 0) FROM evidence WHERE project = ?1";
                format!("EV-{:03}", door.number(last, [criterion.project.to_string()])? + 1)
            }
        };
        let title = before.as_ref().map(|e| e.title.clone()).unwrap_or_default();
        let kind = Path::new(&given.file_name).extension().unwrap_or_default();
        let evidence = Evidence {
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
        };
        door.put(&evidence)?;
        let act = Act::EvidenceAttached { number: criterion.number.clone(), file: given.file_name };
        Ok((act, EvidenceSaved { evidence }))
    })
}

pub(crate) fn hold_image(session: &mut Session, _: HoldImage, _: Report<'_>) -> Result<HeldImage, Trouble> {
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

pub(crate) fn attach_image(action: &mut Action<'_>, request: AttachImage) -> Result<EvidenceSaved, Trouble> {
    fits("evidence", "title", &request.title)?;
    let name = filled("evidence", "file_name", &request.name)?;
    let picture = action.held.as_ref().filter(|picture| hex(&picture.png) == request.sha256);
    let bytes = picture.ok_or(Failure::NoImage)?.png.clone();
    let given = Given {
        evidence: None,
        criterion: request.criterion,
        // What a file may not be called on one of the systems it may be exported to.
        file_name: format!("{}.png", name.replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|'], "-")),
        outside: None,
        title: request.title,
        date: request.date,
        valid_until: request.valid_until,
        provided_by: request.provided_by,
    };
    let attached = attach(action, given, &bytes)?;
    *action.held = None;
    Ok(attached)
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn remove_evidence(action: &mut Action<'_>, request: EvidenceRef) -> Result<Removed, Trouble> {
    let evidence: Evidence = action.reader().one(request.evidence.0)?;
    must_not_be_reported(&action.reader(), evidence.project)?;
    let trails = trails(&action.reader(), evidence.project, None)?;
    action.write(evidence.project, trails, |door| {
        let criterion: Criterion = door.one(evidence.criterion.0)?;
        // The bytes stay: undo brings the evidence back, and other evidence may hold the same file.
        door.remove::<Evidence>(evidence.id.0)?;
        Ok((Act::EvidenceRemoved { number: criterion.number, file: evidence.file_name }, Removed {}))
    })
}

pub(crate) fn export_evidence(action: &mut Action<'_>, request: ExportEvidence) -> Result<Exported, Trouble> {
    let evidence: Evidence = action.reader().one(request.evidence.0)?;
    let trails = trails(&action.reader(), evidence.project, None)?;
    let bytes = match &evidence.holding {
        Holding::Kept { sha256, .. } => action.reader().file(sha256)?,
        Holding::Referenced { path, sha256, .. } => {
            let bytes = std::fs::read(path).map_err(|e| of_file(Path::new(path), &e))?;
            if hex(&bytes) != *sha256 {
                return Err(Failure::EvidenceChanged { path: path.clone() }.into());
            }
            bytes
        }
        Holding::Named => return Err(Failure::NotFound { noun: "file".into() }.into()),
    };
    let exported = write_out(action, &request.path, &bytes)?;
    action.write(evidence.project, trails, |door| {
        let criterion: Criterion = door.one(evidence.criterion.0)?;
        Ok((Act::EvidenceExported { number: criterion.number, file: evidence.file_name.clone() }, ()))
    })?;
    Ok(exported)
}

pub(crate) fn write_out(action: &Action<'_>, path: &str, bytes: &[u8]) -> Result<Exported, Trouble> {
    write_whole(Path::new(path), bytes)?;
    Ok(Exported { path: path.to_owned(), sha256: hex(bytes), size_bytes: bytes.len() as u64, at: action.now })
}
