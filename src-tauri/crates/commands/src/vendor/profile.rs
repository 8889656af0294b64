//! Reading and saving the profile. Name and registration number stand in the organisation itself.

use base64::Engine as _;
use hefu_api::failure::Problem;
use hefu_api::vendor::{
    SaveVendorProfile, Vendor, VendorProfileRequest, VendorProfileSaved, VendorProfileView,
};
use hefu_domain::id::{OrganisationId, VendorProfileId};
use hefu_domain::journal::Act;
use hefu_domain::party::{Organisation, OrganisationKind, VendorProfile};

use crate::failure::{CommandError, LONGEST, fits, invalid, said};
use crate::library;
use crate::session::{Action, Query};

pub(crate) fn vendor_profile(
    query: &mut Query<'_>,
    _: VendorProfileRequest,
) -> Result<VendorProfileView, CommandError> {
    let reader = query.reader();
    let Some(profile) = reader.vendor_profile()? else {
        return Ok(VendorProfileView { vendor: None });
    };
    let organisation = reader.one(profile.organisation.0)?;
    let kept = profile.logo.as_ref().map(|logo| reader.file(&logo.sha256)).transpose()?;
    let png = kept.map(|bytes| base64::engine::general_purpose::STANDARD.encode(bytes));
    Ok(VendorProfileView { vendor: Some(Vendor { organisation, profile, png }) })
}

pub(crate) fn save_vendor_profile(
    action: &mut Action<'_>,
    request: SaveVendorProfile,
) -> Result<VendorProfileSaved, CommandError> {
    said("organisation", "name", &request.name)?;
    fits("organisation", "short_name", &request.short_name)?;
    fits("vendor_profile", "address", &request.address)?;
    let lines = [
        ("telephone", &request.telephone),
        ("email", &request.email),
        ("website", &request.website),
        ("legal_id", &request.legal_id),
    ];
    for (field, line) in lines {
        if line.chars().count() > LONGEST {
            return Err(invalid("vendor_profile", field, Problem::TooLong).into());
        }
    }
    if library::calendar(&request.calendar).is_none() {
        return Err(invalid("organisation", "calendar", Problem::Unknown).into());
    }
    let fresh = VendorProfileId(action.outside.id()?);
    let fresh_organisation = OrganisationId(action.outside.id()?);
    action.write(None, Vec::new(), |tx| {
        let kept = tx.vendor_profile()?;
        let ours = request.organisation.or(kept.as_ref().map(|profile| profile.organisation));
        let before = ours.map(|id| tx.before::<Organisation>(id.0)).transpose()?;
        let name = before.as_ref().map(|o| o.name.clone()).unwrap_or_default();
        let short_name = before.as_ref().map(|o| o.short_name.clone()).unwrap_or_default();
        let organisation = tx.save(Organisation {
            id: ours.unwrap_or(fresh_organisation),
            kind: OrganisationKind::Vendor,
            name: name.revise(&request.name.trimmed()),
            short_name: short_name.revise(&request.short_name.trimmed()),
            legal_id: request.legal_id.trim().to_owned(),
            calendar: request.calendar,
            jurisdiction: request.jurisdiction,
            parent: before.and_then(|o| o.parent),
        })?;
        let before = kept.map(|profile| tx.before::<VendorProfile>(profile.id.0)).transpose()?;
        tx.save(VendorProfile {
            id: before.as_ref().map_or(fresh, |profile| profile.id),
            organisation: organisation.id,
            address: request.address.trimmed(),
            telephone: request.telephone.trim().to_owned(),
            email: request.email.trim().to_owned(),
            website: request.website.trim().to_owned(),
            logo: before.and_then(|profile| profile.logo),
        })?;
        let (en, zh) = (organisation.name.en.words, organisation.name.zh.words);
        Ok((Act::VendorProfileSaved { en, zh }, VendorProfileSaved { organisation: organisation.id }))
    })
}
