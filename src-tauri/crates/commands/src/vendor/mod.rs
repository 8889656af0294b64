//! The vendor's profile: our own organisation as its papers show it.

mod logo;
mod profile;

pub(crate) use logo::{logo_of, remove_vendor_logo, set_vendor_logo};
pub(crate) use profile::{save_vendor_profile, vendor_profile};
