//! Documents: editing, previewing, issuing, signing, verifying.

mod amount;
mod edit;
mod export;
mod front;
mod ground;
mod issue;
mod kinds;
mod life;
mod matrix;
mod obstacles;
mod parties;
mod preview;
mod sign;
mod signed_copy;
mod signers;
mod signing;
mod texts;
mod verify;
mod view;

pub(crate) use edit::{create_document, edit_document, remove_section, save_section};
pub(crate) use export::export_document;
pub(crate) use issue::issue_document;
pub(crate) use life::{
    duplicate_document, return_document, submit_document, supersede_document, void_document,
};
pub(crate) use matrix::export_matrix;
pub(crate) use preview::{FONTS, of_document, preview_page};
pub(crate) use sign::{refuse_signature, sign_document};
pub(crate) use signed_copy::attach_signed_copy;
pub(crate) use signers::{remove_signer, save_signer, signing_roles};
pub(crate) use verify::verify_file;
pub(crate) use view::{document, list_documents};
