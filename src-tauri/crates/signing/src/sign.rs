//! Adds a signature to a document, as a revision of its own.

use std::collections::BTreeMap;

use der::Encode;
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use crate::blocks;
use crate::digest::{Sha, hex, sha256};
use crate::envelope;
use crate::error::SigningError;
use crate::identity::Identity;
use crate::pdf::form::{self, Place};
use crate::pdf::increment::{self, Previous};
use crate::pdf::load::load;
use crate::pdf::tail::tail;
use crate::pdf::{appearance, text};
use crate::record::RecordRow;
use crate::verify::report::{Effort, Given, Integrity};
use crate::verify::verify;

/// What is to be signed, beside the file itself.
pub struct SignRequest<'a> {
    /// Goes into the field `record.{position}`, and in part into the signature.
    pub row: &'a RecordRow,
    /// Where it was signed; left out where empty.
    pub location: &'a str,
    /// How `record.{position}` looks: a one-page PDF of the size of the field.
    pub record_appearance: &'a [u8],
    /// How `signature.{position}` looks: a one-page PDF of the size of the field.
    pub signature_appearance: &'a [u8],
}

/// A signed file. The digests are SHA-256 in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    pub pdf: Vec<u8>,
    /// Of `pdf`.
    pub revision_sha256: String,
    /// Of the file before.
    pub previous_sha256: String,
    /// Of the signer's certificate.
    pub certificate_sha256: String,
}

/// Bits SignaturesExist and AppendOnly.
pub(crate) const SIGNATURES_APPEND_ONLY: i64 = 3;

/// Signs `pdf` (an issued document, or one that others have signed before).
///
/// # Errors
/// When the file is not an issued document or was changed, when the position is signed already,
/// when the row was written for another revision, or an appearance cannot be read.
pub fn sign(pdf: &[u8], request: &SignRequest<'_>, identity: &Identity) -> Result<Signed, SigningError> {
    let previous_sha256 = sha256(pdf);
    if request.row.previous_sha256 != hex(&previous_sha256) {
        return Err(SigningError::OtherRevision {
            stated: request.row.previous_sha256.clone(),
            actual: hex(&previous_sha256),
        });
    }
    let given = Given { effort: Effort::FirstFinding, ..Given::default() };
    match verify(pdf, &given).integrity {
        Integrity::Intact | Integrity::NotSigned => {}
        Integrity::Changed => return Err(not_signable("it was changed after a signature")),
        Integrity::Unreadable => return Err(not_signable("it cannot be read")),
    }
    let draft = Draft::new(pdf, request, identity)?;
    draft.complete(pdf, identity)
}

/// The objects of a signature's revision, not laid out yet.
pub(crate) struct Draft {
    previous: Previous,
    /// Number of the signature's object.
    pub(crate) signature: u32,
    pub(crate) objects: BTreeMap<u32, Object>,
}

impl Draft {
    pub(crate) fn new(
        pdf: &[u8],
        request: &SignRequest<'_>,
        identity: &Identity,
    ) -> Result<Self, SigningError> {
        let position = request.row.position;
        let document = load(pdf).ok_or_else(|| not_signable("it cannot be read"))?;
        let previous = tail(pdf)
            .and_then(|tail| Previous::new(pdf.len(), &sha256(pdf), tail, &document))
            .ok_or_else(|| not_signable("its trailer is not complete"))?;
        let signature = previous.size();
        let mut next = signature + 1;
        let mut objects = BTreeMap::new();
        objects.insert(signature, dictionary(pdf, request, identity)?);
        let row = text::text(&request.row.to_text());
        for (group, value, look) in [
            ("signature", Object::Reference((signature, 0)), request.signature_appearance),
            ("record", row, request.record_appearance),
        ] {
            let field = format!("{group}.{position}");
            let look = appearance::import(look, &field, &mut next, &mut objects)?;
            fill(&document, &field, position, value, look, &mut objects)?;
        }
        mark_form(&document, &mut objects)?;
        Ok(Self { previous, signature, objects })
    }

    /// Lays the revision out, signs it, and puts the signature in its place.
    pub(crate) fn complete(&self, pdf: &[u8], identity: &Identity) -> Result<Signed, SigningError> {
        let mut writer = increment::write(&self.previous, self.signature, &self.objects);
        let (Some(contents), Some(byte_range)) = (writer.contents.clone(), writer.byte_range.clone()) else {
            return Err(SigningError::Encoding("the signature has no place".into()));
        };
        let (from, to) = (pdf.len() + contents.start, pdf.len() + contents.end);
        let rest = writer.bytes.len() - contents.end;
        writer.fill_byte_range(byte_range, [0, from, to, rest]);

        let mut signed = pdf.to_vec();
        signed.extend_from_slice(&writer.bytes[..contents.start]);
        signed.extend_from_slice(&writer.bytes[contents.end..]);
        let container = hex(&container(&sha256(&signed), identity)?);
        let room = contents.start + 1..contents.end - 1;
        if container.len() > room.len() {
            return Err(SigningError::Encoding("the signature is longer than its place".into()));
        }
        writer.bytes[room][..container.len()].copy_from_slice(container.as_bytes());

        let mut file = pdf.to_vec();
        file.append(&mut writer.bytes);
        Ok(Signed {
            revision_sha256: hex(&sha256(&file)),
            previous_sha256: hex(&sha256(pdf)),
            certificate_sha256: identity.certificate_sha256(),
            pdf: file,
        })
    }
}

/// The CMS container that signs a digest.
pub(crate) fn container(digest: &Sha, identity: &Identity) -> Result<Vec<u8>, SigningError> {
    let key = identity.key();
    let attributes = envelope::attributes(identity.chain(), digest)?.to_der()?;
    Ok(envelope::write(identity.chain(), digest, key.algorithm(), &key.sign(&attributes)?)?)
}

/// The signature's dictionary with blanks for what is known last.
fn dictionary(pdf: &[u8], request: &SignRequest<'_>, identity: &Identity) -> Result<Object, SigningError> {
    let key = identity.key();
    let longest = vec![0xFF; key.longest_signature()];
    let room = envelope::write(identity.chain(), &[0; 32], key.algorithm(), &longest)?.len();
    let mut signature = Dictionary::new();
    signature.set("Type", "Sig");
    signature.set("Filter", "Adobe.PPKLite");
    signature.set("SubFilter", "ETSI.CAdES.detached");
    signature.set("ByteRange", vec![Object::Integer(0); 4]);
    signature.set("Contents", Object::String(vec![0; room], StringFormat::Hexadecimal));
    for (key, value) in stated(request.row) {
        signature.set(key, value);
    }
    if !request.location.is_empty() {
        signature.set("Location", text::text(request.location));
    }
    signature.set(blocks::KEY, blocks::entry(pdf));
    Ok(Object::Dictionary(signature))
}

/// What the signature's dictionary repeats of the row.
pub(crate) fn stated(row: &RecordRow) -> Vec<(&'static str, Object)> {
    let mut entries = vec![("M", text::date(&row.time)), ("Name", text::text(&row.signer.both()))];
    if !row.reason.is_empty() {
        entries.push(("Reason", text::text(&row.reason)));
    }
    entries
}

/// Fills an empty field.
fn fill(
    document: &Document,
    name: &str,
    position: u32,
    value: Object,
    look: u32,
    objects: &mut BTreeMap<u32, Object>,
) -> Result<(), SigningError> {
    let missing = || SigningError::NoField(name.to_string());
    let id = form::field(document, name).ok_or_else(missing)?;
    let mut field = document.get_dictionary(id).map_err(|_| missing())?.clone();
    if field.get(b"V").is_ok_and(|value| !is_blank(value)) {
        return Err(SigningError::AlreadySigned(position));
    }
    let mut normal = Dictionary::new();
    normal.set("N", (look, 0));
    field.set("V", value);
    field.set("AP", normal);
    objects.insert(first_generation(id)?, Object::Dictionary(field));
    Ok(())
}

/// Whether a field's value is none.
pub(crate) fn is_blank(value: &Object) -> bool {
    value.is_null() || value.as_str().is_ok_and(<[u8]>::is_empty)
}

/// Says in the form that there are signatures and that the file may only grow.
fn mark_form(document: &Document, objects: &mut BTreeMap<u32, Object>) -> Result<(), SigningError> {
    let (place, form) = form::form(document).ok_or_else(|| not_signable("it has no form"))?;
    if form.get(b"SigFlags").and_then(Object::as_i64).ok() == Some(SIGNATURES_APPEND_ONLY) {
        return Ok(());
    }
    let mut form = form.clone();
    form.set("SigFlags", SIGNATURES_APPEND_ONLY);
    let (id, object) = match place {
        Place::Object(id) => (id, form),
        Place::InCatalog(id) => {
            let mut catalog = document.get_dictionary(id)?.clone();
            catalog.set("AcroForm", form);
            (id, catalog)
        }
    };
    objects.insert(first_generation(id)?, Object::Dictionary(object));
    Ok(())
}

fn first_generation(id: ObjectId) -> Result<u32, SigningError> {
    match id {
        (number, 0) => Ok(number),
        _ => Err(not_signable("it reuses object numbers")),
    }
}

fn not_signable(reason: &str) -> SigningError {
    SigningError::NotSignable(reason.to_string())
}
