//! Erasing a person, who may ask for it: what goes, what stays, and doing it.

use hefu_api::Failure;
use hefu_api::party::{ErasePerson, ErasureView, PaperNaming, PersonErased, PersonRef};
use hefu_domain::document::{Document, Signer, SignerState};
use hefu_domain::erasure::label;
use hefu_domain::evidence::Holding;
use hefu_domain::id::PersonId;
use hefu_domain::party::Person;
use hefu_domain::text::Words;
use hefu_store::Reader;

use crate::failure::{CommandError, filled};
use crate::session::{Action, Query};

pub(crate) fn erasure_of_person(
    query: &mut Query<'_>,
    request: PersonRef,
) -> Result<ErasureView, CommandError> {
    let reader = query.reader();
    let person: Person = reader.one(request.person.0)?;
    let found = query.store.found_of(request.person)?;
    let people = reader.people()?;
    let name = person.name.words();
    let namesakes =
        people.iter().filter(|other| other.id != person.id && shares(&other.name.words(), &name)).count();
    Ok(ErasureView {
        rows: found.rows,
        entries: found.entries,
        label: label(request.person),
        papers: papers(&reader, request.person)?,
        evidence: provided(&reader, request.person)?,
        namesakes: u32::try_from(namesakes).unwrap_or(u32::MAX),
    })
}

fn shares(a: &Words, b: &Words) -> bool {
    let same = |a: &str, b: &str| !a.is_empty() && a.eq_ignore_ascii_case(b);
    same(&a.en, &b.en) || same(&a.zh, &b.zh)
}

/// Issued documents that the person signs or attested a signature of.
fn papers(reader: &Reader<'_>, person: PersonId) -> Result<Vec<PaperNaming>, CommandError> {
    let signers: Vec<Signer> = reader.all()?;
    let names = |signer: &Signer| {
        let attests = matches!(&signer.outcome,
            SignerState::Signed { witnesses, .. } if witnesses.contains(&person));
        signer.person == person || attests
    };
    let documents: Vec<Document> = reader.all()?;
    let naming = documents.into_iter().filter(|document| {
        document.issued.is_some()
            && signers.iter().any(|signer| signer.document == document.id && names(signer))
    });
    Ok(naming
        .map(|document| PaperNaming {
            document: document.id,
            number: document.number,
            version: document.version,
            title: document.title,
        })
        .collect())
}

fn provided(reader: &Reader<'_>, person: PersonId) -> Result<Vec<String>, CommandError> {
    let evidence = reader.evidence_provided_by(person)?;
    let kept = evidence.into_iter().filter(|each| matches!(each.holding, Holding::Kept { .. }));
    Ok(kept.map(|each| each.number).collect())
}

pub(crate) fn erase_person(
    action: &mut Action<'_>,
    request: ErasePerson,
) -> Result<PersonErased, CommandError> {
    let reason = filled("erasure", "reason", &request.reason)?.to_owned();
    let person: Person = action.reader().one(request.person.0)?;
    if shares(&person.name.words(), &action.profile.actor) {
        return Err(Failure::WorksHere { name: person.name.words().to_string() }.into());
    }
    action.clock_must_be_right()?;
    // No backup is made before: it would keep, for a year, what is to be gone.
    let moment = action.moment()?;
    let written = action.store.erase(&moment, request.person, &reason)?;
    let erased = action.note(written);
    Ok(PersonErased { label: erased.label, rows: erased.found.rows, entries: erased.found.entries })
}
