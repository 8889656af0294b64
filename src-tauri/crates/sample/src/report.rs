//! The preliminary acceptance report with its sections and signers.

use hefu_domain::document::{
    Document, DocumentKind, DocumentState, Edition, Look, Section, Signer, SignerState,
};
use hefu_domain::id::{DocumentId, PersonId, ProjectId, RoundId, SectionId, SignerId};

use crate::SampleError;
use crate::identity::Identity;
use crate::source::Source;

pub(crate) struct ReportRecords {
    pub(crate) documents: Vec<Document>,
    pub(crate) sections: Vec<Section>,
    pub(crate) signers: Vec<Signer>,
}

/// The document that reports on the round; the story's other documents are of kinds that are not seeded.
pub(crate) fn report(source: &Source) -> Result<ReportRecords, SampleError> {
    let told = &source.documents;
    let round = &source.scope.acceptance_round.id;
    let entry = told.document.iter().find(|entry| entry.round.as_ref() == Some(round));
    let entry = entry.ok_or_else(|| SampleError::Unknown(format!("{round}: report")))?;
    let document = Document {
        id: DocumentId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        kind: DocumentKind::AcceptanceReport,
        round: Some(RoundId::of(round)),
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
    let signers = told.signing_step.iter().filter(|step| step.document == entry.id);
    Ok(ReportRecords {
        sections: sections
            .map(|section| Section {
                id: SectionId::of(&section.id),
                document: document.id,
                part: section.part,
                position: section.order,
                text: section.text.reviewed(),
            })
            .collect(),
        signers: signers
            .map(|step| Signer {
                id: SignerId::of(&step.id),
                document: document.id,
                position: step.order,
                person: PersonId::of(&step.person),
                role: step.party,
                capacity: step.title.reviewed(),
                outcome: SignerState::Waiting,
            })
            .collect(),
        documents: vec![document],
    })
}
