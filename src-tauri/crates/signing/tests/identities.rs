//! With what somebody signs: room keys, the vendor's identity, the signer's own certificate.

use crate::support::*;
use hefu_signing::{
    Change, Given, Identity, Method, Proof, RecordError, RecordRow, SigningError, Subject, Verdict, verify,
};

/// Made with OpenSSL 3: a P-256 key certified by the test authority in `root.der`; an RSA key with
/// the older encryption; a key on P-384. The password is `hefu`.
const P256_ISSUED: &[u8] = include_bytes!("pkcs12/p256-issued.p12");
const ROOT: &[u8] = include_bytes!("pkcs12/root.der");
const RSA: &[u8] = include_bytes!("pkcs12/rsa-legacy.p12");
const P384: &[u8] = include_bytes!("pkcs12/p384.p12");

/// A base signed with the identity by Lin Hui Min; the signature's proof as `given` sees it.
fn proof(identity: &Identity, method: Method, given: &Given) -> Option<Proof> {
    let base = base(Listing::Table);
    let mut row = row(&base, 2);
    row.method = method;
    // The test certificates are younger than the story.
    row.time = "2027-09-28T10:12:00+08:00".parse().unwrap();
    if method != Method::Drawn {
        row.attested_by.clear();
    }
    let report = verify(&sign_row(&base, &row, identity).pdf, given);
    assert_eq!(report.verdict, Verdict::Unchanged);
    let other = identity.name() != "Lin Hui Min 林慧敏";
    let named = |change: &Change| matches!(change, Change::CertificateOfOther { actual, .. } if *actual == identity.name());
    assert_eq!(report.findings.len(), usize::from(other), "{:?}", report.findings);
    assert!(report.findings.iter().all(|finding| named(&finding.change)), "{:?}", report.findings);
    let signature = &report.signatures[0];
    assert_eq!(signature.certificate.as_ref().unwrap().sha256, identity.certificate_sha256());
    signature.proof.clone()
}

#[test]
fn an_own_certificate_is_as_good_as_its_issuer() {
    let identity = Identity::from_pkcs12(P256_ISSUED, "hefu").unwrap();
    assert_eq!(identity.name(), "Lin Hui Min 林慧敏");
    let issued = proof(&identity, Method::OwnCertificate, &Given::default());
    assert_eq!(issued, Some(Proof::Issued { by: "Test Root 测试根".into() }));
    let trusting = Given { roots: vec![ROOT.to_vec()], ..Given::default() };
    let trusted = proof(&identity, Method::OwnCertificate, &trusting);
    assert_eq!(trusted, Some(Proof::Trusted { root: "Test Root 测试根".into() }));
    let known = Given { known_certificates: vec![identity.certificate_sha256()], ..Given::default() };
    assert_eq!(proof(&identity, Method::OwnCertificate, &known), Some(Proof::Known));
}

#[test]
fn rsa_signs_the_same_each_time() {
    let identity = Identity::from_pkcs12(RSA, "hefu").unwrap();
    assert_eq!(identity.name(), "Guo Yan 郭燕");
    let base = base(Listing::Stream);
    let row = row(&base, 1);
    assert_eq!(sign_row(&base, &row, &identity), sign_row(&base, &row, &identity));
    let stated = proof(&identity, Method::OwnCertificate, &Given::default());
    assert_eq!(stated, Some(Proof::SelfStated));
}

#[test]
fn a_pkcs12_file_that_cannot_be_used_says_why() {
    let open = |file, password| Identity::from_pkcs12(file, password).err().unwrap();
    assert!(matches!(open(P256_ISSUED, "hofu"), SigningError::Pkcs12));
    assert!(matches!(open(&P256_ISSUED[..900], "hefu"), SigningError::Pkcs12));
    assert!(matches!(open(b"not a container", ""), SigningError::Pkcs12));
    let SigningError::UnsupportedKey(kind) = open(P384, "hefu") else { panic!("P-384") };
    assert_eq!(kind, "1.3.132.0.34");
}

#[test]
fn the_vendors_identity_is_kept_and_read_again() {
    let subject = Subject { name: "Hechao Cloud 合潮云".into(), organisation: "合潮云".into() };
    let made = Identity::new_vendor(&[9; 32].into(), &subject, time(1)).unwrap();
    let secret = made.to_secret().unwrap();
    let read = Identity::vendor(&secret).unwrap();
    assert_eq!(read.certificate_sha256(), made.certificate_sha256());
    let base = base(Listing::Table);
    let row = RecordRow { method: Method::VendorIdentity, attested_by: Vec::new(), ..row(&base, 1) };
    assert_eq!(sign_row(&base, &row, &read), sign_row(&base, &row, &made));
    let report = check(&sign_row(&base, &row, &read).pdf);
    assert_eq!((report.verdict, report.findings), (Verdict::Unchanged, Vec::new()), "its own organisation's");
    let stated = report.signatures[0].proof.clone();
    assert_eq!(stated, Some(Proof::SelfStated), "nobody else says who the vendor is");

    let mut damaged = secret.to_vec();
    let last = damaged.len() - 1;
    damaged.truncate(last);
    assert!(matches!(Identity::vendor(&damaged), Err(SigningError::StoredIdentity)));
    assert!(matches!(Identity::vendor(&[]), Err(SigningError::StoredIdentity)));
}

#[test]
fn room_keys_are_as_different_as_their_seeds() {
    let key = |seed: [u8; 32]| {
        Identity::room_key(&seed.into(), &Subject::default(), time(1)).unwrap().certificate_sha256()
    };
    assert_eq!(key([1; 32]), key([1; 32]));
    assert_ne!(key([1; 32]), key([2; 32]));
}

#[test]
fn a_row_has_one_spelling() {
    let mut row = row(b"", 2);
    row.reason = "two\nlines \\ and a backslash".into();
    row.capacity.en = String::new();
    let text = row.to_text();
    assert_eq!(RecordRow::parse(&text).as_ref(), Ok(&row));
    assert_eq!(text.lines().count(), 12 + row.attested_by.len() + row.journal_heads.len());
    for (from, to) in [
        ("position 次序: 2", "position 次序: 02"),
        ("role 签署身份: client", "role 签署身份: king"),
        ("+08:00", "+0800"),
        ("document 文件", "document"),
        ("\nreason", "\nreason: x\nreason"),
        ("\\n", "\\x"),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        assert!(RecordRow::parse(&changed).is_err(), "{to}");
    }
    assert!(RecordRow::parse(&format!("{text}\n")).is_err());
    assert_eq!(RecordRow::parse(""), Err(RecordError::FirstLine));
}
