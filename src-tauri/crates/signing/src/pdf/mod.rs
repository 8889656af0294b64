//! The part of PDF that signing needs: writing an increment in one spelling, finding where the
//! revisions of a file lie, form fields, text strings, and one-page PDFs as appearances.

pub(crate) mod appearance;
pub(crate) mod form;
pub(crate) mod increment;
pub(crate) mod load;
pub(crate) mod tail;
pub(crate) mod text;
pub(crate) mod write;
