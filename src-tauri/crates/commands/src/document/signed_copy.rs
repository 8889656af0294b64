//! A printed copy, signed in ink, taken back in as a scan and bound to the version it was printed from.

use std::path::Path;

use hefu_api::Failure;
use hefu_api::document::{AttachSignedCopy, DocumentSaved};
use hefu_domain::document::{SignerState, SigningMethod};
use hefu_domain::journal::Act;

use super::issue::truncate;
use super::sign::{at_turn, settle};
use crate::act::trails;
use crate::failure::{Trouble, of_file};
use crate::session::Action;

/// Characters of the printed digest that tell one version from every other.
const ENOUGH: usize = 8;

pub(crate) fn attach_signed_copy(
    action: &mut Action<'_>,
    request: AttachSignedCopy,
) -> Result<DocumentSaved, Trouble> {
    let turn = at_turn(&action.reader(), request.document, request.signer)?;
    let typed: String =
        request.printed_digest.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    if typed.len() < ENOUGH || !turn.issued.record_sha256.starts_with(&typed) {
        return Err(Failure::NotThisDocument { number: turn.document.number }.into());
    }
    let path = Path::new(&request.path);
    let scan = std::fs::read(path).map_err(|e| of_file(path, &e))?;
    let trails = trails(&action.reader(), turn.document.project, None)?;
    let at = truncate(action.now);
    action.write(turn.document.project, trails, |door| {
        let outcome = SignerState::Signed {
            at,
            method: SigningMethod::WetInk,
            revision: door.keep_file(&scan)?,
            certificate: String::new(),
            witnesses: Vec::new(),
        };
        settle(door, &turn, outcome, None)?;
        let act = Act::SignedCopyAttached {
            number: turn.document.number.clone(),
            en: turn.person.name.en.words.clone(),
            zh: turn.person.name.zh.words.clone(),
        };
        Ok((act, DocumentSaved { document: turn.document.id }))
    })
}
