//! Writing one trail out, signed, and looking for a head that came from outside.

use std::path::Path;

use hefu_api::journal::{ExportTrail, HeadFound, HeadHere, LookForHead, Trail, TrailExported};
use hefu_api::{Failure, Progress};
use hefu_domain::id::OrganisationId;
use hefu_domain::journal::Act;
use hefu_domain::project::{Project, Stack};
use hefu_signing::{Beside, Identity, Pair, ProjectName, TrailFile, TrailHeader, WorkspaceName};
use hefu_store::history::Sealed;
use hefu_store::journal::Head;

use super::head_of;
use crate::clock::to_the_second;
use crate::failure::{CommandError, of_file};
use crate::identity::{Holder, both, identity, of_signing};
use crate::party;
use crate::session::{Action, Query};

/// How often a long export says how far it is.
const STEP: u64 = 512;

pub(crate) fn export_trail(
    action: &mut Action<'_>,
    request: ExportTrail,
) -> Result<TrailExported, CommandError> {
    let stack: Option<Stack> = match request.trail {
        Trail::Workspace => None,
        Trail::Stack { stack } => Some(action.reader().one(stack.0)?),
    };
    let project: Option<Project> =
        stack.as_ref().map(|stack| action.reader().one(stack.project.0)).transpose()?;
    let ids: Vec<_> = stack.iter().map(|stack| stack.id).collect();
    let state = action.store.trails(&ids)?.pop();
    let head = state.and_then(|state| state.head).ok_or(Failure::NotFound { noun: "entry".into() })?;

    action.clock_must_be_right()?;
    let at = to_the_second(action.now);
    let actor = &action.profile.actor;
    let holder = Holder {
        name: Pair { en: actor.en.clone(), zh: actor.zh.clone() },
        organisation: vendor(action, project.as_ref())?,
    };
    let (identity, witnesses) = identity(action, &holder, &request.key, at)?;
    let attested = party::names(&action.reader(), &witnesses)?;
    let header = TrailHeader {
        workspace: WorkspaceName { id: action.profile.id.0.to_string(), name: action.profile.name.clone() },
        trail: head.trail.clone(),
        title: stack.as_ref().map(|stack| both(&stack.title)).unwrap_or_default(),
        project: project
            .as_ref()
            .map(|project| ProjectName { number: project.number.clone(), title: both(&project.title) }),
        exported_at: at,
        exported_by: holder.name,
        attested_by: attested.iter().map(|name| both(name).both()).collect(),
        first: 1,
        last: head.seq,
        head: head.to_string(),
    };

    let path = Path::new(&request.path);
    write_out(action, path, &header, stack.as_ref(), &identity)?;

    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (id, trails) = (project.map(|project| project.id), ids);
    action.write(id, trails, |_| {
        let act = match stack {
            Some(stack) => {
                let name = stack.title.words();
                Act::TrailExported { en: name.en, zh: name.zh, file }
            }
            None => Act::WorkspaceTrailExported { file },
        };
        Ok((act, ()))
    })?;
    let (entries, certificate) = (head.seq, identity.certificate_sha256());
    Ok(TrailExported { path: request.path, entries, head: head.to_string(), certificate, at })
}

/// Writes the header, the erasures that the trail rests on, and every entry, and signs them.
/// Errors: what may not be replaced, no room; cancelled.
fn write_out(
    action: &mut Action<'_>,
    path: &Path,
    header: &TrailHeader,
    stack: Option<&Stack>,
    identity: &Identity,
) -> Result<(), CommandError> {
    let (store, report) = (&*action.store, &mut action.report);
    hefu_files::write_by::<_, CommandError>(path, |out| {
        let lift = |e: std::io::Error| CommandError::from(of_file(path, e));
        let mut file = TrailFile::new(out, header).map_err(lift)?;
        if let Some(stack) = stack {
            for erasure in store.erasures_beside(stack.id)? {
                file.entry(&erasure.bytes.clone(), beside(erasure)).map_err(lift)?;
            }
        }
        let mut done: u64 = 0;
        store.sealed(stack.map(|stack| stack.id), |entry| {
            if done.is_multiple_of(STEP) && report(Progress { done, total: header.last }).is_break() {
                return Err(CommandError::from(Failure::Cancelled));
            }
            done += 1;
            let bytes = entry.bytes.clone();
            file.entry(&bytes, beside(entry)).map_err(lift)
        })?;
        file.sign(identity).map_err(lift)?.map_err(of_signing)?;
        Ok(())
    })
}

/// The vendor that the person who exports works for: the project's, or for the workspace's own chain that of the
/// first project.
fn vendor(action: &Action<'_>, project: Option<&Project>) -> Result<OrganisationId, CommandError> {
    if let Some(project) = project {
        return Ok(project.vendor);
    }
    let first = action.reader().projects()?.into_iter().next();
    Ok(first.ok_or(Failure::NotFound { noun: "project".into() })?.vendor)
}

fn beside(entry: Sealed) -> Beside {
    Beside {
        actor: entry.actor,
        args: entry.args,
        hash: entry.hash,
        salt: entry.salt,
        redaction: entry.redaction,
    }
}

pub(crate) fn look_for_head(query: &mut Query<'_>, request: LookForHead) -> Result<HeadFound, CommandError> {
    let wanted: Head = head_of(&request.head)?;
    let standing = match query.store.has(&wanted)? {
        true => HeadHere::Here,
        false if query.store.heads()?.iter().any(|head| head.trail == wanted.trail) => HeadHere::OtherHistory,
        false => HeadHere::OtherWorkspace,
    };
    Ok(HeadFound { standing })
}
