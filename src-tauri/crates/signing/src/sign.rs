//! Adds a signature to a document, as a revision of its own.

use std::collections::BTreeMap;

use hefu_reading::limits::PAPER_SIGNATURE;
use lopdf::{Dictionary, Document, Object, ObjectId, StringFormat};

use crate::blocks;
use crate::digest::{hex, sha256};
use crate::envelope;
use crate::error::SigningError;
use crate::identity::Identity;
use crate::pdf::form::{SIGNATURES_APPEND_ONLY, is_blank};
use crate::pdf::increment::{self, Previous};
use crate::pdf::issued::State;
use crate::pdf::locks::{Locks, permissions};
use crate::pdf::section::Section;
use crate::pdf::stated::stated;
use crate::pdf::{appearance, form, locks, text};
use crate::record::RecordRow;
use crate::verify::{as_issued, state_to_sign};

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
        let State { document, section, .. } = state_to_sign(pdf)?;
        as_issued(&document, request.row)?;
        Self::on(pdf, &document, &section, request, identity)
    }

    /// The revision over a file that stands as `document` and whose newest section is `section`.
    pub(crate) fn on(
        pdf: &[u8],
        document: &Document,
        section: &Section,
        request: &SignRequest<'_>,
        identity: &Identity,
    ) -> Result<Self, SigningError> {
        let position = request.row.position;
        let previous = Previous::new(pdf.len(), &sha256(pdf), section)
            .ok_or_else(|| SigningError::not_signable("its trailer is not complete"))?;
        let locks = locks::of(document, position);
        let signature = previous.size();
        let mut next = signature + 1;
        let mut objects = BTreeMap::new();
        objects.insert(signature, dictionary(pdf, request, identity, locks.as_ref())?);
        let row = text::text(&request.row.to_text());
        for (group, value, look) in [
            ("signature", Object::Reference((signature, 0)), request.signature_appearance),
            ("record", row, request.record_appearance),
        ] {
            let field = format!("{group}.{position}");
            let look = appearance::import(look, &field, &mut next, &mut objects)?;
            fill(document, &field, position, value, look, &mut objects)?;
        }
        mark_form(document, &mut objects)?;
        if locks.is_some_and(|locks| locks.certifies) {
            certify(document, signature, &mut objects)?;
        }
        Ok(Self { previous, signature, objects })
    }

    /// Lays the revision out, signs it, and puts the signature in its place.
    pub(crate) fn complete(&self, pdf: &[u8], identity: &Identity) -> Result<Signed, SigningError> {
        let objects = self.objects.iter().map(|(id, object)| (*id, object)).collect();
        let mut writer = increment::write(&self.previous, self.signature, &objects);
        let (Some(contents), Some(byte_range)) = (writer.contents.clone(), writer.byte_range.clone()) else {
            return Err(SigningError::Encoding("the signature has no place".into()));
        };
        let (from, to) = (pdf.len() + contents.start, pdf.len() + contents.end);
        let rest = writer.bytes.len() - contents.end;
        writer.fill_byte_range(byte_range, [0, from, to, rest]);

        let mut signed = pdf.to_vec();
        signed.extend_from_slice(&writer.bytes[..contents.start]);
        signed.extend_from_slice(&writer.bytes[contents.end..]);
        let container = hex(&envelope::container(&sha256(&signed), identity)?);
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

/// The signature's dictionary with blanks for what is known last.
fn dictionary(
    pdf: &[u8],
    request: &SignRequest<'_>,
    identity: &Identity,
    locks: Option<&Locks>,
) -> Result<Object, SigningError> {
    let key = identity.key();
    let longest = vec![0xFF; key.longest_signature()];
    let room = envelope::write(identity.chain(), &[0; 32], key.algorithm(), &longest)?.len();
    if room > PAPER_SIGNATURE {
        return Err(SigningError::Certificate("with its chain it is longer than a signature may be".into()));
    }
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
    if let Some(locks) = locks {
        signature.set("Reference", locks.reference.clone());
    }
    signature.set(blocks::KEY, blocks::entry(pdf));
    Ok(Object::Dictionary(signature))
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

/// Says in the form that there are signatures and that the file may only grow.
fn mark_form(document: &Document, objects: &mut BTreeMap<u32, Object>) -> Result<(), SigningError> {
    let (id, form) = form::form(document).ok_or_else(|| SigningError::not_signable("it has no form"))?;
    if form.get(b"SigFlags").and_then(Object::as_i64).ok() == Some(SIGNATURES_APPEND_ONLY) {
        return Ok(());
    }
    let mut form = form.clone();
    form.set("SigFlags", SIGNATURES_APPEND_ONLY);
    objects.insert(first_generation(id)?, Object::Dictionary(form));
    Ok(())
}

/// Says in the catalog which signature certifies the document.
fn certify(
    document: &Document,
    signature: u32,
    objects: &mut BTreeMap<u32, Object>,
) -> Result<(), SigningError> {
    let root = document.trailer.get(b"Root")?.as_reference()?;
    let mut catalog = document.get_dictionary(root)?.clone();
    catalog.set("Perms", permissions(signature));
    objects.insert(first_generation(root)?, Object::Dictionary(catalog));
    Ok(())
}

fn first_generation(id: ObjectId) -> Result<u32, SigningError> {
    match id {
        (number, 0) => Ok(number),
        _ => Err(SigningError::not_signable("it reuses object numbers")),
    }
}
