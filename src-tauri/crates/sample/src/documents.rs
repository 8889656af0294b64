//! The documents of the story with their sections and signers: the preliminary acceptance report and the open-issue list.

use hefu_domain::document::{
    Document, DocumentKind, DocumentState, Edition, Look, Section, Signer, SignerState, Subject,
};
use hefu_domain::id::{DocumentId, PersonId, ProjectId, RoundId, SectionId, SignerId};

use crate::SampleError;
use crate::identity::Identity;
use crate::source::{DocumentEntry, Source};

#[derive(Default)]
pub(crate) struct DocumentRecords {
    pub(crate) documents: Vec<Document>,
    pub(crate) sections: Vec<Section>,
    pub(crate) signers: Vec<Signer>,
}

/// Those that were begun; the story's other documents are of kinds that are not seeded.
pub(crate) fn documents(source: &Source) -> Result<DocumentRecords, SampleError> {
    let told = &source.documents.document;
    let round = &source.scope.acceptance_round.id;
    let report = told.iter().find(|entry| entry.round.as_ref() == Some(round));
    let report = report.ok_or_else(|| SampleError::Unknown(format!("{round}: report")))?;
    let of_round = Subject::Round { round: RoundId::of(round) };
    let mut records = DocumentRecords::default();
    add(&mut records, source, report, (DocumentKind::AcceptanceReport, of_round));
    for list in told.iter().filter(|entry| entry.kind == "open_issue_list") {
        add(&mut records, source, list, (DocumentKind::OpenIssueList, Subject::Project));
    }
    Ok(records)
}

fn add(
    records: &mut DocumentRecords,
    source: &Source,
    entry: &DocumentEntry,
    (kind, subject): (DocumentKind, Subject),
) {
    let told = &source.documents;
    let document = Document {
        id: DocumentId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        kind,
        subject,
        number: entry.number.clone(),
        title: entry.title.reviewed(),
        version: entry.version,
        state: DocumentState::Draft,
        date: entry.date.map(|day| day.0),
        edition: Edition::SideBySide,
        look: Look::Formal,
        issued: None,
        revision: None,
        supersedes: None,
        void_reason: String::new(),
    };
    let sections = told.section.iter().filter(|section| section.document == entry.id);
    records.sections.extend(sections.map(|section| Section {
        id: SectionId::of(&section.id),
        document: document.id,
        part: section.part,
        position: section.order,
        text: section.text.reviewed(),
    }));
    let signers = told.signing_step.iter().filter(|step| step.document == entry.id);
    records.signers.extend(signers.map(|step| Signer {
        id: SignerId::of(&step.id),
        document: document.id,
        position: step.order,
        person: PersonId::of(&step.person),
        role: step.party,
        capacity: step.title.reviewed(),
        outcome: SignerState::Waiting,
    }));
    records.documents.push(document);
}
