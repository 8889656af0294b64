//! Who works here: the name the journal writes, and the identity the vendor signs with.

use hefu_api::Failure;
use hefu_api::workspace::{ActorSaved, IdentityStanding, SaveActor, SigningIdentity, SigningIdentityRequest};
use hefu_domain::journal::Act;
use hefu_domain::party::Person;
use hefu_signing::Identity;
use hefu_store::tables::Profile;
use zeroize::Zeroizing;

use crate::failure::{CommandError, said};
use crate::identity::{identity_name, of_signing};
use crate::outside::Reach;
use crate::session::{Action, OnProgress, Session};

pub(crate) fn save_actor(action: &mut Action<'_>, request: SaveActor) -> Result<ActorSaved, CommandError> {
    said("workspace", "actor", &request.actor)?;
    let actor = request.actor.trimmed();
    action.write(None, Vec::new(), |tx| {
        let profile = tx.profile()?.ok_or(Failure::NoWorkspace)?;
        let before: Profile = tx.before(profile.id.0)?;
        let person = match request.person {
            Some(person) => Some(tx.one::<Person>(person.0)?.id),
            None => tx.only_person_named(&actor)?,
        };
        tx.save(Profile { actor: actor.clone(), person, ..before })?;
        let act = Act::ActorSaved { en: actor.en.clone(), zh: actor.zh.clone() };
        Ok((act, ActorSaved { actor: actor.clone() }))
    })
}

pub(crate) fn signing_identity(
    session: &mut Session,
    _: SigningIdentityRequest,
    _: OnProgress<'_>,
) -> Result<SigningIdentity, CommandError> {
    let open = session.open.as_ref().ok_or(Failure::NoWorkspace)?;
    let vendor = open.store.reader().vendor_profile()?;
    let without = |standing| SigningIdentity { standing, certificate_sha256: None };
    let keychain = &session.outside.keychain;
    let Some(vendor) = vendor else { return Ok(without(IdentityStanding::NoVendor)) };
    if keychain.is_reachable() == Reach::Absent {
        return Ok(without(IdentityStanding::Unavailable));
    }
    let Some(secret) = keychain.get(&identity_name(vendor.organisation))? else {
        return Ok(without(IdentityStanding::NotMade));
    };
    let identity = Identity::vendor(&Zeroizing::new(secret)).map_err(of_signing)?;
    Ok(SigningIdentity {
        standing: IdentityStanding::Held,
        certificate_sha256: Some(identity.certificate_sha256()),
    })
}
