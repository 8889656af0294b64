//! Who may vouch for a signer: the certificates above the signer's have to be of authorities (RFC 5280, 4.2.1.3 and
//! 4.2.1.9).

use std::str::FromStr;
use std::time::Duration;

use der::asn1::{BitString, ObjectIdentifier, OctetString, UtcTime};
use der::{Decode, Encode};
use x509_cert::ext::Extension;
use x509_cert::name::Name;
use x509_cert::serial_number::SerialNumber;
use x509_cert::spki::SubjectPublicKeyInfoOwned;
use x509_cert::time::{Time, Validity};
use x509_cert::{Certificate, TbsCertificate, Version};

use super::support;
use crate::identity::Key;
use crate::proof::{self, Statement};
use crate::{Given, Proof};

/// What a certificate says of what it may do.
type Powers = &'static [(&'static str, &'static [u8])];

const CONSTRAINTS: &str = "2.5.29.19";
const USAGE: &str = "2.5.29.15";

const AUTHORITY: &[u8] = &[0x30, 0x03, 0x01, 0x01, 0xFF];
/// With pathLenConstraint 0: it issues for signers alone.
const LAST_AUTHORITY: &[u8] = &[0x30, 0x06, 0x01, 0x01, 0xFF, 0x02, 0x01, 0x00];
/// With pathLenConstraint 1.
const ONE_BETWEEN: &[u8] = &[0x30, 0x06, 0x01, 0x01, 0xFF, 0x02, 0x01, 0x01];
const NO_AUTHORITY: &[u8] = &[0x30, 0x00];
/// Bit keyCertSign.
const SIGNS_CERTIFICATES: &[u8] = &[0x03, 0x02, 0x02, 0x04];
/// Bit digitalSignature.
const SIGNS: &[u8] = &[0x03, 0x02, 0x07, 0x80];

const ISSUING: Powers = &[(CONSTRAINTS, AUTHORITY), (USAGE, SIGNS_CERTIFICATES)];

/// Powers of the root and of the authority between it and the signer, and whether they vouch for the signer.
const CHAINS: [(&str, Powers, Powers, bool); 13] = [
    ("two authorities", ISSUING, ISSUING, true),
    ("a root without constraints", &[(USAGE, SIGNS_CERTIFICATES)], ISSUING, false),
    (
        "a root that is no authority",
        &[(CONSTRAINTS, NO_AUTHORITY), (USAGE, SIGNS_CERTIFICATES)],
        ISSUING,
        false,
    ),
    ("a root whose key signs no certificates", &[(CONSTRAINTS, AUTHORITY), (USAGE, SIGNS)], ISSUING, false),
    ("a root without a word on its key", &[(CONSTRAINTS, AUTHORITY)], ISSUING, true),
    ("a root without a word on anything", &[], ISSUING, false),
    ("a root that issues for signers alone", &[(CONSTRAINTS, LAST_AUTHORITY)], ISSUING, false),
    ("a root that lets one stand between", &[(CONSTRAINTS, ONE_BETWEEN)], ISSUING, true),
    ("one between without constraints", ISSUING, &[(USAGE, SIGNS_CERTIFICATES)], false),
    ("one between that is no authority", ISSUING, &[(CONSTRAINTS, NO_AUTHORITY)], false),
    (
        "one between whose key signs no certificates",
        ISSUING,
        &[(CONSTRAINTS, AUTHORITY), (USAGE, SIGNS)],
        false,
    ),
    ("one between that issues for signers alone", ISSUING, &[(CONSTRAINTS, LAST_AUTHORITY)], true),
    ("constraints nobody can read", &[(CONSTRAINTS, &[0x30, 0x01])], ISSUING, false),
];

/// The key of whoever has this name.
fn key(name: &str) -> Key {
    Key::from_seed(&[name.as_bytes()[0]; 32])
}

fn certificate(name: &str, issuer: &str, powers: Powers) -> Certificate {
    let key = key(name);
    let day = |time: &str| {
        let seconds = time.parse::<chrono::DateTime<chrono::Utc>>().unwrap().timestamp();
        Time::UtcTime(UtcTime::from_unix_duration(Duration::from_secs(seconds.try_into().unwrap())).unwrap())
    };
    let extension = |(oid, value): &(&str, &[u8])| Extension {
        extn_id: ObjectIdentifier::new(oid).unwrap(),
        critical: true,
        extn_value: OctetString::new(*value).unwrap(),
    };
    let body = TbsCertificate {
        version: Version::V3,
        serial_number: SerialNumber::new(&[7]).unwrap(),
        signature: key.algorithm().identifier(),
        issuer: Name::from_str(&format!("CN={issuer}")).unwrap(),
        validity: Validity {
            not_before: day("2026-01-01T00:00:00Z"),
            not_after: day("2027-01-01T00:00:00Z"),
        },
        subject: Name::from_str(&format!("CN={name}")).unwrap(),
        subject_public_key_info: SubjectPublicKeyInfoOwned::from_der(&key.public_key().unwrap()).unwrap(),
        issuer_unique_id: None,
        subject_unique_id: None,
        extensions: Some(powers.iter().map(extension).collect()),
    };
    let signature = self::key(issuer).sign(&body.to_der().unwrap()).unwrap();
    Certificate {
        signature_algorithm: body.signature.clone(),
        signature: BitString::from_bytes(&signature).unwrap(),
        tbs_certificate: body,
    }
}

/// What is known of the signer, by a reader who trusts `root`.
fn known(chain: &[&Certificate], root: &Certificate, time: &str) -> Proof {
    let chain: Vec<Certificate> = chain.iter().map(|certificate| (*certificate).clone()).collect();
    let given = Given { roots: vec![root.to_der().unwrap()], ..Given::default() };
    let stated = Statement { time: time.parse().unwrap(), attested_by: &[] };
    proof::proof(&chain, Some(&stated), &given).unwrap()
}

#[test]
fn only_authorities_vouch_for_a_signer() {
    let time = support::time(1).to_rfc3339();
    let signer = certificate("Signer", "Between", &[(CONSTRAINTS, NO_AUTHORITY), (USAGE, SIGNS)]);
    let mut wrong = Vec::new();
    for (what, of_root, of_between, vouches) in CHAINS {
        let root = certificate("Root", "Root", of_root);
        let between = certificate("Between", "Root", of_between);
        let expected = match vouches {
            true => Proof::Trusted { root: "Root".into() },
            false => Proof::Issued { by: "Between".into() },
        };
        // The signer may bring the root along, or leave it to the reader.
        for chain in [&[&signer, &between][..], &[&signer, &between, &root]] {
            let found = known(chain, &root, &time);
            if found != expected {
                wrong.push(format!("{what}, {} certificates: {found:?}", chain.len()));
            }
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_root_vouches_for_whom_it_issued_itself() {
    let time = support::time(1).to_rfc3339();
    let signer = certificate("Signer", "Root", &[]);
    let trusted = Proof::Trusted { root: "Root".into() };
    let issued = Proof::Issued { by: "Root".into() };
    for (powers, expected) in [
        (ISSUING, &trusted),
        (&[(CONSTRAINTS, LAST_AUTHORITY)], &trusted),
        (&[(CONSTRAINTS, NO_AUTHORITY)], &issued),
        (&[], &issued),
    ] {
        assert_eq!(known(&[&signer], &certificate("Root", "Root", powers), &time), *expected, "{powers:?}");
    }
    let root = certificate("Root", "Root", ISSUING);
    assert_eq!(known(&[&signer], &root, "2027-02-01T00:00:00+00:00"), issued, "after its time");
    let namesake = Certificate { signature: root.signature.clone(), ..certificate("Signer", "Root", &[]) };
    assert_eq!(known(&[&namesake], &root, &time), issued, "not signed by it");
    // A signer whom the reader put among the authorities is none for that.
    assert_eq!(known(&[&signer], &signer, &time), issued);
}
