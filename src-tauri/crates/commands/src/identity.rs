//! With whose key something is signed.

use std::path::Path;

use hefu_api::Failure;
use hefu_api::document::KeyChoice;
use hefu_domain::id::{OrganisationId, PersonId};
use hefu_domain::party::Organisation;
use hefu_domain::text::Text;
use hefu_reading::limits;
use hefu_signing::{Identity, Pair, SigningError, Subject};
use zeroize::Zeroizing;

use crate::failure::CommandError;
use crate::given;
use crate::session::Action;

/// Whom a certificate made here names.
pub(crate) struct Holder {
    pub name: Pair,
    pub organisation: OrganisationId,
}

pub(crate) fn both(text: &Text) -> Pair {
    Pair { en: text.en.words.clone(), zh: text.zh.words.clone() }
}

/// The keychain's name for the identity with which an organisation signs.
pub(crate) fn identity_name(organisation: OrganisationId) -> String {
    format!("identity-{organisation}")
}

/// The key that signs, and who attested its holder.
pub(crate) fn identity(
    action: &mut Action<'_>,
    holder: &Holder,
    choice: &KeyChoice,
    at: chrono::DateTime<chrono::FixedOffset>,
) -> Result<(Identity, Vec<PersonId>), CommandError> {
    let organisation: Organisation = action.reader().one(holder.organisation.0)?;
    let subject = Subject { name: holder.name.both(), organisation: both(&organisation.name).both() };
    match choice {
        KeyChoice::RoomKey { witnesses } => {
            let seed = Zeroizing::new(action.outside.bytes::<32>()?);
            let identity = Identity::room_key(&seed, &subject, at).map_err(of_signing)?;
            Ok((identity, witnesses.clone()))
        }
        KeyChoice::Pkcs12 { path, password } => {
            let bytes = Zeroizing::new(given::read(Path::new(path), &limits::CERTIFICATE)?);
            Ok((Identity::from_pkcs12(&bytes, password).map_err(of_signing)?, Vec::new()))
        }
        KeyChoice::VendorIdentity {} => {
            let name = identity_name(organisation.id);
            if let Some(secret) = action.outside.keychain.get(&name)? {
                let secret = Zeroizing::new(secret);
                return Ok((Identity::vendor(&secret).map_err(of_signing)?, Vec::new()));
            }
            let seed = Zeroizing::new(action.outside.bytes::<32>()?);
            let identity = Identity::new_vendor(&seed, &subject, at).map_err(of_signing)?;
            action.outside.keychain.set(&name, &identity.to_secret().map_err(of_signing)?)?;
            Ok((identity, Vec::new()))
        }
    }
}

pub(crate) fn of_signing(error: SigningError) -> CommandError {
    CommandError::Failure(match error {
        SigningError::Pkcs12 | SigningError::Pkcs12Empty => Failure::WrongCertificatePassword,
        SigningError::UnsupportedKey(reason) | SigningError::Certificate(reason) => {
            Failure::UnsupportedKey { reason }
        }
        SigningError::OtherSigner { stated, actual } => Failure::IssuedForOther { stated, actual },
        other => Failure::Internal { reason: other.to_string() },
    })
}
