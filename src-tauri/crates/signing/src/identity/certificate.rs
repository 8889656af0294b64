//! Certificates: making one that its own key signs, and reading names.

use chrono::{DateTime, Datelike, FixedOffset};
use der::asn1::{BitString, GeneralizedTime, ObjectIdentifier, OctetString, SetOfVec, UtcTime};
use der::{Any, Decode, Encode, Tag};
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::ext::Extension;
use x509_cert::name::{Name, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::SubjectPublicKeyInfoOwned;
use x509_cert::time::{Time, Validity};
use x509_cert::{Certificate, TbsCertificate, Version};

use super::Subject;
use super::key::Key;
use crate::digest::sha256;
use crate::error::SigningError;

const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const ORGANISATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
const KEY_USAGE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.15");
const BASIC_CONSTRAINTS: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.19");
const SUBJECT_KEY_ID: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.14");

/// Bits digitalSignature and nonRepudiation.
const SIGNS_ONLY: [u8; 4] = [0x03, 0x02, 0x06, 0xC0];
/// An empty sequence: not an authority.
const NO_AUTHORITY: [u8; 2] = [0x30, 0x00];

pub(super) fn self_signed(
    key: &Key,
    subject: &Subject,
    not_before: DateTime<FixedOffset>,
    not_after: DateTime<FixedOffset>,
) -> Result<Vec<u8>, SigningError> {
    let public_key = key.public_key()?;
    let fingerprint = sha256(&public_key);
    // A serial number is positive and without a leading zero.
    let mut serial = fingerprint[..16].to_vec();
    serial[0] = serial[0] & 0x7F | 0x40;
    let name = name(subject)?;
    let key_id = OctetString::new(&fingerprint[..20])?.to_der()?;
    let body = TbsCertificate {
        version: Version::V3,
        serial_number: SerialNumber::new(&serial)?,
        signature: key.algorithm().identifier(),
        issuer: name.clone(),
        validity: Validity { not_before: time(not_before)?, not_after: time(not_after)? },
        subject: name,
        subject_public_key_info: SubjectPublicKeyInfoOwned::from_der(&public_key)?,
        issuer_unique_id: None,
        subject_unique_id: None,
        extensions: Some(vec![
            extension(KEY_USAGE, &SIGNS_ONLY, Weight::Critical)?,
            extension(BASIC_CONSTRAINTS, &NO_AUTHORITY, Weight::Critical)?,
            extension(SUBJECT_KEY_ID, &key_id, Weight::Plain)?,
        ]),
    };
    let signature = key.sign(&body.to_der()?)?;
    let certificate = Certificate {
        tbs_certificate: body,
        signature_algorithm: key.algorithm().identifier(),
        signature: BitString::from_bytes(&signature)?,
    };
    Ok(certificate.to_der()?)
}

/// The common name in a name, or the whole name where there is none.
pub(crate) fn common_name(name: &Name) -> String {
    let parts = name.0.iter().flat_map(|part| part.0.iter());
    let mut common = parts.filter(|part| part.oid == COMMON_NAME);
    match common.next().and_then(|part| String::from_utf8(part.value.value().to_vec()).ok()) {
        Some(text) => text,
        None => name.to_string(),
    }
}

/// The organisation in a name.
pub(crate) fn organisation_name(name: &Name) -> Option<String> {
    let mut parts = name.0.iter().flat_map(|part| part.0.iter());
    let part = parts.find(|part| part.oid == ORGANISATION)?;
    String::from_utf8(part.value.value().to_vec()).ok()
}

#[derive(Clone, Copy)]
enum Weight {
    Critical,
    Plain,
}

fn extension(oid: ObjectIdentifier, value: &[u8], weight: Weight) -> Result<Extension, SigningError> {
    let critical = matches!(weight, Weight::Critical);
    Ok(Extension { extn_id: oid, critical, extn_value: OctetString::new(value)? })
}

fn name(subject: &Subject) -> Result<Name, SigningError> {
    let mut parts = Vec::new();
    for (oid, value) in [(ORGANISATION, &subject.organisation), (COMMON_NAME, &subject.name)] {
        if !value.is_empty() {
            let value = Any::new(Tag::Utf8String, value.as_bytes())?;
            let part = AttributeTypeAndValue { oid, value };
            parts.push(RelativeDistinguishedName(SetOfVec::try_from(vec![part])?));
        }
    }
    Ok(x509_cert::name::RdnSequence(parts))
}

/// X.509 writes years until 2049 with two digits and later ones with four.
fn time(time: DateTime<FixedOffset>) -> Result<Time, SigningError> {
    let time = time.to_utc();
    let seconds = u64::try_from(time.timestamp())
        .map_err(|_| SigningError::Certificate("its time is before 1970".into()))?;
    let since = std::time::Duration::from_secs(seconds);
    Ok(match time.year() {
        ..=2049 => Time::UtcTime(UtcTime::from_unix_duration(since)?),
        _ => Time::GeneralTime(GeneralizedTime::from_unix_duration(since)?),
    })
}
