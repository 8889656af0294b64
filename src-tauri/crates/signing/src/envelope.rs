//! The CMS container in `/Contents`: written in one form, and read back only in that form.
//!
//! What the signature itself does not cover (the version, the list of digests, the certificates)
//! could otherwise be changed unseen. So the reader takes apart what it finds, writes it again
//! from the parts that matter, and demands the same bytes; every certificate must be named by
//! its hash in the signed attributes.

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedAttributes, SignedData, SignerIdentifier, SignerInfo,
    SignerInfos,
};
use der::asn1::{ObjectIdentifier, OctetString, SetOfVec};
use der::{Any, Decode, Encode, Sequence};
use x509_cert::Certificate;
use x509_cert::attr::Attribute;
use x509_cert::spki::AlgorithmIdentifierOwned;

use crate::digest::{Sha, sha256};
use crate::error::SigningError;
use crate::identity::{Algorithm, Identity};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const SHA_256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");

/// ESS signing-certificate-v2 (RFC 5035) with its default digest, SHA-256.
#[derive(Sequence)]
struct SigningCertificateV2 {
    certificates: Vec<CertificateHash>,
}

#[derive(Sequence)]
struct CertificateHash {
    hash: OctetString,
}

/// What a container holds that the rest follows from.
pub(crate) struct Envelope {
    /// The signer's certificate, then those that vouch for it, in the order the signed
    /// attributes name them.
    pub(crate) chain: Vec<Certificate>,
    pub(crate) message_digest: Vec<u8>,
    pub(crate) algorithm: Algorithm,
    pub(crate) signature: Vec<u8>,
}

/// What is wrong with a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It is not a container, or not of the form this program writes.
    Form,
    /// A certificate is not one of those the signer named.
    Certificate,
}

/// The attributes that are signed.
pub(crate) fn attributes(chain: &[Vec<u8>], digest: &[u8]) -> der::Result<SignedAttributes> {
    let mut certificates = Vec::new();
    for certificate in chain {
        certificates.push(CertificateHash { hash: OctetString::new(sha256(certificate))? });
    }
    let attribute =
        |oid, value: Any| Ok::<_, der::Error>(Attribute { oid, values: SetOfVec::try_from(vec![value])? });
    let signing_certificate = SigningCertificateV2 { certificates };
    SetOfVec::try_from(vec![
        attribute(CONTENT_TYPE, Any::encode_from(&DATA)?)?,
        attribute(MESSAGE_DIGEST, Any::encode_from(&OctetString::new(digest)?)?)?,
        attribute(SIGNING_CERTIFICATE_V2, Any::encode_from(&signing_certificate)?)?,
    ])
}

/// The container, DER.
pub(crate) fn write(
    chain: &[Vec<u8>],
    digest: &[u8],
    algorithm: Algorithm,
    signature: &[u8],
) -> der::Result<Vec<u8>> {
    let mut certificates = Vec::new();
    for certificate in chain {
        certificates.push(CertificateChoices::Certificate(Certificate::from_der(certificate)?));
    }
    let Some(CertificateChoices::Certificate(signer)) = certificates.first() else {
        return Err(der::ErrorKind::Failed.into());
    };
    let body = &signer.tbs_certificate;
    let sid = SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
        issuer: body.issuer.clone(),
        serial_number: body.serial_number.clone(),
    });
    let digest_algorithm = AlgorithmIdentifierOwned { oid: SHA_256, parameters: None };
    let signer_info = SignerInfo {
        version: CmsVersion::V1,
        sid,
        digest_alg: digest_algorithm.clone(),
        signed_attrs: Some(attributes(chain, digest)?),
        signature_algorithm: algorithm.identifier(),
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    };
    let signed_data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![digest_algorithm])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: DATA, econtent: None },
        certificates: Some(CertificateSet::try_from(certificates)?),
        crls: None,
        signer_infos: SignerInfos::try_from(vec![signer_info])?,
    };
    ContentInfo { content_type: SIGNED_DATA, content: Any::encode_from(&signed_data)? }.to_der()
}

/// The CMS container that signs a digest.
pub(crate) fn container(digest: &Sha, identity: &Identity) -> Result<Vec<u8>, SigningError> {
    let key = identity.key();
    let attributes = attributes(identity.chain(), digest)?.to_der()?;
    Ok(write(identity.chain(), digest, key.algorithm(), &key.sign(&attributes)?)?)
}

/// Reads a container in the form that [`write`] gives it.
pub(crate) fn read(der: &[u8]) -> Result<Envelope, Fault> {
    let signed_data = ContentInfo::from_der(der)
        .and_then(|info| info.content.decode_as::<SignedData>())
        .map_err(|_| Fault::Form)?;
    let [signer] = signed_data.signer_infos.0.as_slice() else { return Err(Fault::Form) };
    let attributes = signer.signed_attrs.as_ref().ok_or(Fault::Form)?;
    let digest: OctetString = value(attributes, MESSAGE_DIGEST)?;
    let named: SigningCertificateV2 = value(attributes, SIGNING_CERTIFICATE_V2)?;
    let algorithm = Algorithm::of(&signer.signature_algorithm).ok_or(Fault::Form)?;
    let chain = chain(signed_data.certificates.as_ref().ok_or(Fault::Form)?, &named)?;
    let again = write(&chain, digest.as_bytes(), algorithm, signer.signature.as_bytes());
    if again.map_err(|_| Fault::Form)? != der {
        return Err(Fault::Form);
    }
    let certificates = chain.iter().map(|certificate| Certificate::from_der(certificate));
    Ok(Envelope {
        chain: certificates.collect::<der::Result<_>>().map_err(|_| Fault::Form)?,
        message_digest: digest.as_bytes().to_vec(),
        algorithm,
        signature: signer.signature.as_bytes().to_vec(),
    })
}

/// The certificates in the order in which the signer named them; each named once, none besides.
fn chain(certificates: &CertificateSet, named: &SigningCertificateV2) -> Result<Vec<Vec<u8>>, Fault> {
    let mut found: Vec<(Sha, Vec<u8>)> = Vec::new();
    for choice in certificates.0.iter() {
        let CertificateChoices::Certificate(certificate) = choice else {
            return Err(Fault::Form);
        };
        let der = certificate.to_der().map_err(|_| Fault::Form)?;
        found.push((sha256(&der), der));
    }
    if found.is_empty() || found.len() != named.certificates.len() {
        return Err(Fault::Certificate);
    }
    let mut chain = Vec::new();
    for name in &named.certificates {
        let place = found.iter().position(|(hash, _)| hash == name.hash.as_bytes());
        chain.push(found.swap_remove(place.ok_or(Fault::Certificate)?).1);
    }
    Ok(chain)
}

fn value<T: for<'a> Decode<'a>>(attributes: &SignedAttributes, oid: ObjectIdentifier) -> Result<T, Fault> {
    let attribute = attributes.iter().find(|attribute| attribute.oid == oid);
    let [value] = attribute.ok_or(Fault::Form)?.values.as_slice() else {
        return Err(Fault::Form);
    };
    value.to_der().and_then(|der| T::from_der(&der)).map_err(|_| Fault::Form)
}
