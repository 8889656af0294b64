//! Who is to sign a document, in which order and as what.

use hefu_api::document::{Removed, SaveSigner, SignerRef, SignerSaved, SigningRoles, SigningRolesOf};
use hefu_api::failure::Problem;
use hefu_domain::document::{Document, Signer, SignerState, roles};
use hefu_domain::id::SignerId;
use hefu_domain::journal::Act;
use hefu_domain::party::Person;
use hefu_domain::project::Project;

use super::edit::open;
use super::parties::standing;
use crate::act::trails;
use crate::failure::{CommandError, fits, invalid};
use crate::party::organisation_name;
use crate::session::{Action, Query};

pub(crate) fn signing_roles(
    query: &mut Query<'_>,
    request: SigningRolesOf,
) -> Result<SigningRoles, CommandError> {
    let reader = query.reader();
    let document: Document = reader.one(request.document.0)?;
    let project: Project = reader.one(document.project.0)?;
    let person: Person = reader.one(request.person.0)?;
    let parties = standing(&reader, &project, person.organisation)?;
    let organisation = organisation_name(&reader, person.organisation)?;
    Ok(SigningRoles { organisation, roles: roles(&parties), authority: person.may_sign })
}

pub(crate) fn save_signer(action: &mut Action<'_>, request: SaveSigner) -> Result<SignerSaved, CommandError> {
    fits("signer", "capacity", &request.capacity)?;
    if request.position == 0 {
        return Err(invalid("signer", "position", Problem::OutOfRange).into());
    }
    let document = open(&action.reader(), request.document)?;
    let trails = trails(&action.reader(), document.project, None)?;
    let fresh = SignerId(action.outside.id()?);
    action.write(document.project, trails, |tx| {
        tx.one::<Person>(request.person.0)?;
        let before = request.signer.map(|id| tx.before::<Signer>(id.0)).transpose()?;
        let signer = tx.save(Signer {
            id: request.signer.unwrap_or(fresh),
            document: document.id,
            position: request.position,
            person: request.person,
            role: request.role,
            capacity: before.map(|s| s.capacity).unwrap_or_default().revise(&request.capacity),
            outcome: SignerState::Waiting,
        })?;
        Ok((Act::SignerSaved { number: document.number.clone() }, SignerSaved { signer: signer.id }))
    })
}

pub(crate) fn remove_signer(action: &mut Action<'_>, request: SignerRef) -> Result<Removed, CommandError> {
    let signer: Signer = action.reader().one(request.signer.0)?;
    let document = open(&action.reader(), signer.document)?;
    let trails = trails(&action.reader(), document.project, None)?;
    action.write(document.project, trails, |tx| {
        tx.remove::<Signer>(signer.id.0)?;
        Ok((Act::SignerRemoved { number: document.number.clone() }, Removed {}))
    })
}
