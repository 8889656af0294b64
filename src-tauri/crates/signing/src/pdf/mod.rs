//! The part of PDF that signing needs: reading a file in its one meaning, writing an increment in one spelling, form
//! fields and what they lock, text strings, and one-page PDFs as appearances.

pub(crate) mod appearance;
pub(crate) mod form;
pub(crate) mod increment;
pub(crate) mod issued;
pub(crate) mod load;
pub(crate) mod locks;
pub(crate) mod read;
pub(crate) mod section;
pub(crate) mod stated;
pub(crate) mod strict;
pub(crate) mod text;
pub(crate) mod write;
