//! Documents: editing, previewing, issuing, signing, verifying.

mod edit;
mod export;
mod issue;
mod life;
mod obstacles;
mod preview;
mod report;
mod sign;
mod signed_copy;
mod signers;
mod verify;
mod view;

pub(crate) use edit::{create_document, edit_document, remove_section, save_section};
pub(crate) use export::export_document;
pub(crate) use issue::{issue_document, truncate};
pub(crate) use life::{
    duplicate_document, return_document, submit_document, supersede_document, void_document,
};
pub(crate) use preview::{Drawings, FONTS, of_document, preview_page};
pub(crate) use sign::{refuse_signature, sign_document};
pub(crate) use signed_copy::attach_signed_copy;
pub(crate) use signers::{remove_signer, save_signer};
pub(crate) use verify::verify_file;
pub(crate) use view::{document, list_documents};
