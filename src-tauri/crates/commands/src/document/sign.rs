//! Signing and refusing. Each signature is a revision of its own over everything before it.

use hefu_api::Failure;
use hefu_api::document::{
    DocumentSaved, DocumentSigned, KeyChoice, RefuseSignature, SignDocument, SignatureMark,
};
use hefu_documents::{RecordAppearance, SignatureAppearance, record_appearance, signature_appearance};
use hefu_domain::acceptance::Round;
use hefu_domain::document::{
    Document, Issued, Refusal, Signer, SignerRole, SignerState, SigningMethod, Step, may_sign,
};
use hefu_domain::journal::Act;
use hefu_domain::party::Person;
use hefu_domain::payment::{PaymentMilestone, Trigger};
use hefu_domain::text::Text;
use hefu_signing::{Method, Pair, RecordRow, Role, SignRequest};
use hefu_store::{Door, Reader};

use super::issue::truncate;
use super::life::step;
use super::preview::{FONTS, of_document};
use super::view::signers;
use crate::acceptance::state_word;
use crate::act::trails;
use crate::failure::{Trouble, filled, fits};
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

pub(super) fn at_turn(
    reader: &Reader<'_>,
    document: hefu_domain::id::DocumentId,
    signer: hefu_domain::id::SignerId,
) -> Result<AtTurn, Trouble> {
    let document: Document = reader.one(document.0)?;
    let all = signers(reader, document.id)?;
    let found = may_sign(document.state, &all, signer)
        .map_err(|refusal| refused(reader, &document, &all, &refusal))?;
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
) -> Result<DocumentSigned, Trouble> {
    fits("signer", "reason", &request.reason)?;
    drawn(&request.mark)?;
    let turn = at_turn(&action.reader(), request.document, request.signer)?;
    let trails = trails(&action.reader(), turn.document.project, None)?;
    let at = truncate(action.now);
    let holder = Holder { name: both(&turn.person.name), organisation: turn.person.organisation };
    let (identity, witnesses) = identity(action, &holder, &request.key, at)?;
    let attested =
        witnesses.iter().map(|id| party::name(&action.reader(), *id)).collect::<Result<Vec<Text>, _>>()?;
    let revision = turn.document.revision.clone().unwrap_or_default();
    let pdf = action.reader().file(&revision)?;
    let reason = Pair { en: request.reason.en, zh: request.reason.zh }.both();
    let method = method(&request.mark, &request.key);
    let row = RecordRow {
        document: turn.document.id.to_string(),
        previous_sha256: revision.clone(),
        position: turn.place,
        signer: both(&turn.person.name),
        role: role(turn.signer.role),
        capacity: both(&turn.signer.capacity),
        method: written(method),
        time: at,
        reason: reason.clone(),
        attested_by: attested.iter().map(|name| both(name).both()).collect(),
        journal_heads: turn.issued.heads.clone(),
    };
    let look = RecordAppearance {
        role: turn.signer.role,
        name: turn.person.name.clone(),
        capacity: turn.signer.capacity.clone(),
        method,
        at,
        reason,
        attested_by: attested,
        previous_sha256: revision,
        certificate_sha256: identity.certificate_sha256(),
    };
    let mark = match request.mark {
        SignatureMark::Drawn { strokes } => hefu_documents::SignatureMark::Drawn(strokes),
        SignatureMark::Typed { name } => hefu_documents::SignatureMark::Typed(name),
    };
    let stamp = SignatureAppearance { mark, name: turn.person.name.clone(), at };
    let (edition, style) = (turn.document.edition, turn.document.look);
    let place = turn.place;
    let record_size = size(&turn.issued, &format!("record.{place}"))?;
    let stamp_size = size(&turn.issued, &format!("signature.{place}"))?;
    let record_page = record_appearance(&look, record_size, edition, style, &FONTS).map_err(of_document)?;
    let stamp_page = signature_appearance(&stamp, stamp_size, edition, style, &FONTS).map_err(of_document)?;
    let signed = hefu_signing::sign(
        &pdf,
        &SignRequest {
            row: &row,
            location: "",
            record_appearance: &record_page,
            signature_appearance: &stamp_page,
        },
        &identity,
    )
    .map_err(of_signing)?;
    let name = turn.person.name.clone();
    action.write(turn.document.project, trails, |door| {
        let sha256 = door.keep_file(&signed.pdf)?;
        let outcome = SignerState::Signed {
            at,
            method,
            revision: sha256.clone(),
            certificate: signed.certificate_sha256.clone(),
            witnesses,
        };
        let remaining = settle(door, &turn, outcome, Some(sha256.clone()))?;
        let act = Act::DocumentSigned {
            number: turn.document.number.clone(),
            en: name.en.words,
            zh: name.zh.words,
        };
        let certificate = signed.certificate_sha256;
        Ok((act, DocumentSigned { document: turn.document.id, sha256, certificate, remaining }))
    })
}

/// Records how a signer signed. The last signature makes the document signed and pulls the trigger of the
/// payment it releases. Returns how many signers remain.
pub(super) fn settle(
    door: &Door<'_>,
    turn: &AtTurn,
    outcome: SignerState,
    revision: Option<String>,
) -> Result<u32, Trouble> {
    let SignerState::Signed { at, .. } = &outcome else { return Ok(0) };
    let day = at.date_naive();
    door.put(&Signer { outcome, ..turn.signer.clone() })?;
    let mut document = turn.document.clone();
    document.revision = revision.or(document.revision);
    let remaining = match turn.last {
        Last::Yes => {
            document.state = step(&document, Step::SignLast)?;
            release(door, &document, day)?;
            0
        }
        Last::No { remaining } => remaining,
    };
    door.put(&document)?;
    Ok(remaining)
}

fn release(door: &Door<'_>, document: &Document, day: chrono::NaiveDate) -> Result<(), Trouble> {
    let Some(round) = document.round else { return Ok(()) };
    let round: Round = door.one(round.0)?;
    let milestones: Vec<PaymentMilestone> = door.list("project = ?1", [document.project.to_string()])?;
    for milestone in milestones {
        if milestone.trigger == Trigger::of_round(round.kind) && milestone.triggered.is_none() {
            door.put(&PaymentMilestone { triggered: Some(day), ..milestone })?;
        }
    }
    Ok(())
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
        (KeyChoice::VendorIdentity, _) => SigningMethod::VendorIdentity,
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
) -> Result<DocumentSaved, Trouble> {
    let reason = filled("signer", "reason", &request.reason)?.to_owned();
    let turn = at_turn(&action.reader(), request.document, request.signer)?;
    let trails = trails(&action.reader(), turn.document.project, None)?;
    let at = truncate(action.now);
    action.write(turn.document.project, trails, |door| {
        let outcome = SignerState::Refused { at, reason: reason.clone() };
        door.put(&Signer { outcome, ..turn.signer.clone() })?;
        let act = Act::SignatureRefused {
            number: turn.document.number.clone(),
            en: turn.person.name.en.words,
            zh: turn.person.name.zh.words,
            reason,
        };
        Ok((act, DocumentSaved { document: turn.document.id }))
    })
}
