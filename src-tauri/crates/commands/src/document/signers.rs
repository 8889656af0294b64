//! Who is to sign a document, in which order and as what.

use hefu_api::document::{Removed, SaveSigner, SignerRef, SignerSaved};
use hefu_domain::document::{Signer, SignerState};
use hefu_domain::id::SignerId;
use hefu_domain::journal::Act;
use hefu_domain::party::Person;

use super::edit::open;
use crate::act::trails;
use crate::failure::{Trouble, fits};
use crate::session::Action;

pub(crate) fn save_signer(action: &mut Action<'_>, request: SaveSigner) -> Result<SignerSaved, Trouble> {
    fits("signer", "capacity", &request.capacity)?;
    let document = open(&action.reader(), request.document)?;
    let trails = trails(&action.reader(), document.project, None)?;
    let fresh = SignerId(action.outside.id()?);
    action.write(document.project, trails, |door| {
        door.one::<Person>(request.person.0)?;
        let before = request.signer.map(|id| door.one::<Signer>(id.0)).transpose()?;
        let signer = Signer {
            id: request.signer.unwrap_or(fresh),
            document: document.id,
            position: request.position.max(1),
            person: request.person,
            role: request.role,
            capacity: before.map(|s| s.capacity).unwrap_or_default().revise(&request.capacity),
            outcome: SignerState::Waiting,
        };
        door.put(&signer)?;
        Ok((Act::SignerSaved { number: document.number.clone() }, SignerSaved { signer: signer.id }))
    })
}

pub(crate) fn remove_signer(action: &mut Action<'_>, request: SignerRef) -> Result<Removed, Trouble> {
    let signer: Signer = action.reader().one(request.signer.0)?;
    let document = open(&action.reader(), signer.document)?;
    let trails = trails(&action.reader(), document.project, None)?;
    action.write(document.project, trails, |door| {
        door.remove::<Signer>(signer.id.0)?;
        Ok((Act::SignerRemoved { number: document.number.clone() }, Removed {}))
    })
}
