//! The vendor's profile: our own organisation as its papers show it.

use hefu_domain::id::OrganisationId;
use hefu_domain::party::{Organisation, VendorProfile};
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use crate::party::Removed;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct VendorProfileRequest {}

#[derive(Debug, Serialize, JsonSchema)]
pub struct VendorProfileView {
    /// None until it is saved for the first time.
    pub vendor: Option<Vendor>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Vendor {
    pub organisation: Organisation,
    pub profile: VendorProfile,
    /// The logo's PNG in base 64.
    pub png: Option<String>,
}

/// Saves our own organisation and its profile as one act.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SaveVendorProfile {
    /// An organisation of the record that is ours; without one the profile's own, or a new one.
    pub organisation: Option<OrganisationId>,
    /// Registered name.
    pub name: Words,
    pub short_name: Words,
    /// 统一社会信用代码, UEN, …, as the authority prints it; may be blank.
    pub legal_id: String,
    /// Key of its working calendar in the library.
    pub calendar: String,
    /// ISO 3166-1 alpha-2.
    pub jurisdiction: String,
    pub address: Words,
    pub telephone: String,
    pub email: String,
    pub website: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct VendorProfileSaved {
    pub organisation: OrganisationId,
}

/// Keeps the logo inside the workspace.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct SetVendorLogo {
    /// A PNG or JPEG of at most 8 MB and at least 120 pixels at its longer side.
    pub path: String,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct VendorLogoSet {
    pub sha256: String,
    /// Pixels, as kept: margins are cut away and no side is longer than 1200.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

#[derive(Debug, Deserialize, JsonSchema)]
pub struct RemoveVendorLogo {}
