//! PDF/A-3a and PDF/UA-1 by the validator's word.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

pub fn faults(pdf: &[u8]) -> Vec<String> {
    let of = |profile| validate_pdf_bytes(pdf, &ValidationOptions::default().profile(profile)).unwrap();
    let profiles = [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1];
    profiles.into_iter().flat_map(|p| of(p).failures).map(|failure| format!("{failure:?}")).collect()
}
