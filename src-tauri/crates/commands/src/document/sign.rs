//! Signing and refusing. Each signature is a revision of its own over everything before it.

use chrono::{DateTime, FixedOffset};
use hefu_api::Failure;
use hefu_api::document::{
    DocumentSaved, DocumentSigned, KeyChoice, RefuseSignature, SignDocument, SignatureMark,
};
use hefu_documents::{RecordAppearance, SignatureAppearance, record_appearance, signature_appearance};
use hefu_domain::document::{
    Document, Issued, Refusal, Signer, SignerRole, SignerState, SigningMethod, Step, may_sign,
};
use hefu_domain::journal::Act;
use hefu_domain::party::Person;
use hefu_domain::text::Text;
use hefu_signing::{Method, Pair, RecordRow, Role, SignRequest};
use hefu_store::{Reader, WriteTx};

use super::kinds;
use super::life::step;
use super::preview::{FONTS, of_document};
use crate::acceptance::state_word;
use crate::act::trails;
use crate::clock;
use crate::clock::to_the_second;
use crate::failure::{CommandError, filled, fits};
use crate::identity::{Holder, both, identity, of_signing};
use crate::party;
use crate::session::Action;

/// The signer whose turn it is, with its person and its place among the fields, from 1.
pub(super) struct AtTurn {
    pub document: Document,
    pub issued: Issued,
    pub signer: Signer,
    pub person: Person,
    pub place: u32,
    pub last: Last,
}

/// Whether this is the signature that makes the document signed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Last {
    Yes,
    No { remaining: u32 },
}

/// Errors: it is not the signer's turn; the document was issued or signed later than `now`.
pub(super) fn at_turn(
    reader: &Reader<'_>,
    document: hefu_domain::id::DocumentId,
    signer: hefu_domain::id::SignerId,
    now: DateTime<FixedOffset>,
) -> Result<AtTurn, CommandError> {
    let document: Document = reader.one(document.0)?;
    let all = reader.signers_of(document.id)?;
    if !all.iter().any(|each| each.id == signer) {
        return Err(Failure::NotFound { noun: "signer".into() }.into());
    }
    let found = may_sign(document.state, &all, signer)
        .map_err(|refusal| refused(reader, &document, &all, &refusal))?;
    let named = |signer: &Signer| Ok((signer.clone(), party::name(reader, signer.person)?.words()));
    clock::must_follow(&document, &all.iter().map(named).collect::<Result<Vec<_>, CommandError>>()?, now)?;
    let place = all.iter().position(|s| s.id == found.id).unwrap_or_default();
    let waiting = all.iter().filter(|s| matches!(s.outcome, SignerState::Waiting)).count();
    let issued = document.issued.clone().ok_or(Failure::NotFound { noun: "document".into() })?;
    Ok(AtTurn {
        person: reader.one(found.person.0)?,
        signer: found.clone(),
        place: crate::acceptance::count(place + 1),
        last: match crate::acceptance::count(waiting) {
            1 => Last::Yes,
            waiting => Last::No { remaining: waiting.saturating_sub(1) },
        },
        issued,
        document,
    })
}

fn refused(reader: &Reader<'_>, document: &Document, all: &[Signer], refusal: &Refusal) -> Failure {
    let number = document.number.clone();
    let name = |id: &hefu_domain::id::SignerId| {
        let signer = all.iter().find(|signer| signer.id == *id);
        let name = signer.and_then(|signer| party::name(reader, signer.person).ok()).unwrap_or_default();
        both(&name).both()
    };
    match refusal {
        Refusal::NotIssued { state } => Failure::WrongState {
            number,
            state: state_word(*state).to_owned(),
            wanted: state_word(hefu_domain::document::DocumentState::Issued).to_owned(),
        },
        Refusal::NotASigner { .. } => Failure::NotFound { noun: "signer".into() },
        Refusal::AlreadySigned => Failure::AlreadySigned { number },
        Refusal::HasRefused => Failure::SignatureRefused { number },
        Refusal::RefusedBy { .. } => Failure::SignatureRefused { number },
        Refusal::NotYet { waiting_for } => {
            let waits_for = waiting_for.iter().map(name).collect::<Vec<_>>().join(", ");
            Failure::NotYourTurn { number, waits_for }
        }
    }
}

pub(crate) fn sign_document(
    action: &mut Action<'_>,
    request: SignDocument,
) -> Result<DocumentSigned, CommandError> {
    fits("signer", "reason", &request.reason)?;
    drawn(&request.mark)?;
    let turn = at_turn(&action.reader(), request.document, request.signer, action.now)?;
    action.clock_must_be_right()?;
    let trails = trails(&action.reader(), turn.document.project, None)?;
    let at = to_the_second(action.now);
    let holder = Holder { name: both(&turn.person.name), organisation: turn.person.organisation };
    let (identity, witnesses) = identity(action, &holder, &request.key, at)?;
    let made = Made {
        at,
        method: method(&request.mark, &request.key),
        reason: Pair { en: request.reason.en, zh: request.reason.zh }.both(),
        attested: party::names(&action.reader(), &witnesses)?,
        previous: turn.document.revision.clone().unwrap_or_default(),
    };
    let pdf = action.reader().file(&made.previous)?;
    let [stamp, record] = looks(&turn, &made, request.mark, identity.certificate_sha256())?;
    let asked = SignRequest {
        row: &row(&turn, &made),
        location: "",
        record_appearance: &record,
        signature_appearance: &stamp,
    };
    let signed = hefu_signing::sign(&pdf, &asked, &identity).map_err(of_signing)?;
    let name = turn.person.name.clone();
    action.write(turn.document.project, trails, |tx| {
        let sha256 = tx.keep_file(&signed.pdf)?;
        let certificate = signed.certificate_sha256;
        let outcome = SignerState::Signed {
            at,
            method: made.method,
            revision: sha256.clone(),
            certificate: certificate.clone(),
            witnesses,
        };
        let remaining = settle(tx, &turn, outcome, Some(sha256.clone()))?;
        let number = turn.document.number.clone();
        let act = Act::DocumentSigned { number, en: name.en.words, zh: name.zh.words };
        Ok((act, DocumentSigned { document: turn.document.id, sha256, certificate, remaining }))
    })
}

/// A signature as it is made.
struct Made {
    at: DateTime<FixedOffset>,
    method: SigningMethod,
    /// Both languages in one; blank when none was given.
    reason: String,
    /// Who attests in the room who the signer is.
    attested: Vec<Text>,
    /// SHA-256 (hex) of the revision that is signed.
    previous: String,
}

/// What the signing record of the file says.
fn row(turn: &AtTurn, made: &Made) -> RecordRow {
    RecordRow {
        document: turn.document.id.to_string(),
        previous_sha256: made.previous.clone(),
        position: turn.place,
        signer: both(&turn.person.name),
        role: role(turn.signer.role),
        capacity: both(&turn.signer.capacity),
        method: written(made.method),
        time: made.at,
        reason: made.reason.clone(),
        attested_by: made.attested.iter().map(|name| both(name).both()).collect(),
        journal_heads: turn.issued.heads.clone(),
    }
}

/// How the signature looks in its box, and how in the signing record.
fn looks(
    turn: &AtTurn,
    made: &Made,
    mark: SignatureMark,
    certificate_sha256: String,
) -> Result<[Vec<u8>; 2], CommandError> {
    let mark = match mark {
        SignatureMark::Drawn { strokes } => hefu_documents::SignatureMark::Drawn(strokes),
        SignatureMark::Typed { name } => hefu_documents::SignatureMark::Typed(name),
    };
    let stamp = SignatureAppearance { mark, name: turn.person.name.clone(), at: made.at };
    let record = RecordAppearance {
        role: turn.signer.role,
        name: turn.person.name.clone(),
        capacity: turn.signer.capacity.clone(),
        method: made.method,
        at: made.at,
        reason: made.reason.clone(),
        attested_by: made.attested.clone(),
        previous_sha256: made.previous.clone(),
        certificate_sha256,
    };
    let Document { edition, look, .. } = turn.document;
    let record_size = size(&turn.issued, &format!("record.{}", turn.place))?;
    let stamp_size = size(&turn.issued, &format!("signature.{}", turn.place))?;
    let record = record_appearance(&record, record_size, edition, look, &FONTS).map_err(of_document)?;
    let stamp = signature_appearance(&stamp, stamp_size, edition, look, &FONTS).map_err(of_document)?;
    Ok([stamp, record])
}

/// Records how a signer signed. The last signature makes the document signed, and what its kind says
/// follows. Returns how many signers remain.
pub(super) fn settle(
    tx: &WriteTx<'_>,
    turn: &AtTurn,
    outcome: SignerState,
    revision: Option<String>,
) -> Result<u32, CommandError> {
    let SignerState::Signed { at, .. } = &outcome else { return Ok(0) };
    let day = at.date_naive();
    tx.put(&Signer { outcome, ..turn.signer.clone() })?;
    let mut document = turn.document.clone();
    document.revision = revision.or(document.revision);
    let remaining = match turn.last {
        Last::Yes => {
            document.state = step(&document, Step::SignLast)?;
            kinds::of(document.kind).signed(tx, &document, day)?;
            0
        }
        Last::No { remaining } => remaining,
    };
    tx.put(&document)?;
    Ok(remaining)
}

fn drawn(mark: &SignatureMark) -> Result<(), Failure> {
    let empty = match mark {
        SignatureMark::Drawn { strokes } => strokes.iter().map(Vec::len).sum::<usize>() < 2,
        SignatureMark::Typed { name } => name.trim().is_empty(),
    };
    if empty { Err(Failure::EmptySignature) } else { Ok(()) }
}

/// Width and height of a field in points.
fn size(issued: &Issued, name: &str) -> Result<[f64; 2], Failure> {
    let field = issued.fields.iter().find(|field| field.name == name);
    let [left, bottom, right, top] =
        field.map(|field| field.rect).ok_or(Failure::Internal { reason: format!("no field {name}") })?;
    Ok([(right - left) as f64 / 1000.0, (top - bottom) as f64 / 1000.0])
}

fn method(mark: &SignatureMark, key: &KeyChoice) -> SigningMethod {
    match (key, mark) {
        (KeyChoice::Pkcs12 { .. }, _) => SigningMethod::OwnCertificate,
        (KeyChoice::VendorIdentity {}, _) => SigningMethod::VendorIdentity,
        (KeyChoice::RoomKey { .. }, SignatureMark::Drawn { .. }) => SigningMethod::Drawn,
        (KeyChoice::RoomKey { .. }, SignatureMark::Typed { .. }) => SigningMethod::Typed,
    }
}

fn written(method: SigningMethod) -> Method {
    match method {
        SigningMethod::Typed => Method::Typed,
        SigningMethod::OwnCertificate => Method::OwnCertificate,
        SigningMethod::VendorIdentity => Method::VendorIdentity,
        // Ink never reaches this place: its scan is bound without a revision.
        SigningMethod::Drawn | SigningMethod::WetInk => Method::Drawn,
    }
}

fn role(role: SignerRole) -> Role {
    match role {
        SignerRole::Vendor => Role::Vendor,
        SignerRole::Client => Role::Client,
        SignerRole::Supervisor => Role::Supervisor,
        SignerRole::Witness => Role::Witness,
        SignerRole::Approver => Role::Approver,
    }
}

pub(crate) fn refuse_signature(
    action: &mut Action<'_>,
    request: RefuseSignature,
) -> Result<DocumentSaved, CommandError> {
    let reason = filled("signer", "reason", &request.reason)?.to_owned();
    let turn = at_turn(&action.reader(), request.document, request.signer, action.now)?;
    let trails = trails(&action.reader(), turn.document.project, None)?;
    let at = to_the_second(action.now);
    action.write(turn.document.project, trails, |tx| {
        let outcome = SignerState::Refused { at, reason: reason.clone() };
        tx.put(&Signer { outcome, ..turn.signer.clone() })?;
        let act = Act::SignatureRefused {
            number: turn.document.number.clone(),
            en: turn.person.name.en.words,
            zh: turn.person.name.zh.words,
            reason,
        };
        Ok((act, DocumentSaved { document: turn.document.id }))
    })
}
