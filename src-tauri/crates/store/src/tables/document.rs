//! Documents with their paragraphs and signers.

use hefu_domain::document::{Document, DocumentKind, Section, Signer};
use hefu_domain::id::{DocumentId, ProjectId, RoundId};

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::record;

record!(Document);
record!(Section);
record!(Signer);

impl Reader<'_> {
    /// The documents of a project by number, of one number the newest version first.
    pub fn documents_of(&self, project: ProjectId) -> Result<Vec<Document>, StoreError> {
        self.list("project = ?1 ORDER BY number, version DESC", [project.to_string()])
    }

    /// The documents of a project that are not signed, superseded or void, by number.
    pub fn documents_on_their_way(&self, project: ProjectId) -> Result<Vec<Document>, StoreError> {
        let condition = "project = ?1 AND state IN ('draft', 'in_review', 'issued') ORDER BY number, id";
        self.list(condition, [project.to_string()])
    }

    /// How many documents a project has, in whatever state.
    pub fn count_documents(&self, project: ProjectId) -> Result<i64, StoreError> {
        self.number("SELECT count(*) FROM document WHERE project = ?1", [project.to_string()])
    }

    /// The acceptance report of a round: its newest version that is not void.
    pub fn report_of(&self, round: RoundId) -> Result<Option<Document>, StoreError> {
        self.report("round = ?2 AND state <> 'void' ORDER BY version DESC, id", &round.to_string())
    }

    /// An acceptance report of the project that is issued and not yet signed by all.
    pub fn report_being_signed(&self, project: ProjectId) -> Result<Option<Document>, StoreError> {
        self.report("project = ?2 AND state = 'issued' ORDER BY id", &project.to_string())
    }

    /// The acceptance report that closes a round: issued, or signed by all.
    pub fn report_closing(&self, round: RoundId) -> Result<Option<Document>, StoreError> {
        self.report("round = ?2 AND state IN ('issued', 'signed') ORDER BY id", &round.to_string())
    }

    fn report(&self, condition: &str, id: &str) -> Result<Option<Document>, StoreError> {
        let kind = serde_json::to_value(DocumentKind::AcceptanceReport)?;
        self.first(&format!("kind = ?1 AND {condition}"), [kind.as_str().unwrap_or_default(), id])
    }

    /// The paragraphs of a document, in the order they are printed.
    pub fn sections_of(&self, document: DocumentId) -> Result<Vec<Section>, StoreError> {
        let mut sections: Vec<Section> =
            self.list("document = ?1 ORDER BY position, id", [document.to_string()])?;
        sections.sort_by_key(|section| (section.part, section.position));
        Ok(sections)
    }

    /// The position after the last paragraph of a document; 1 when it has none.
    pub fn next_section_position(&self, document: DocumentId) -> Result<u32, StoreError> {
        let sections = self.sections_of(document)?;
        Ok(sections.iter().map(|section| section.position).max().unwrap_or(0).saturating_add(1))
    }

    /// The paragraphs of every document of a project, by position.
    pub fn sections_in(&self, project: ProjectId) -> Result<Vec<Section>, StoreError> {
        let condition = "document IN (SELECT id FROM document WHERE project = ?1) ORDER BY position, id";
        self.list(condition, [project.to_string()])
    }

    /// The signers of a document in the order in which they sign.
    pub fn signers_of(&self, document: DocumentId) -> Result<Vec<Signer>, StoreError> {
        self.list("document = ?1 ORDER BY position", [document.to_string()])
    }

    /// The signers of every document of a project, by position.
    pub fn signers_in(&self, project: ProjectId) -> Result<Vec<Signer>, StoreError> {
        let condition = "document IN (SELECT id FROM document WHERE project = ?1) ORDER BY position, id";
        self.list(condition, [project.to_string()])
    }
}

#[cfg(test)]
mod tests {
    use hefu_domain::document::Subject;
    use uuid::Uuid;

    use super::*;
    use crate::{RawKey, Store};

    /// Format 7 kept a round or none; what a document is of came with format 8.
    #[test]
    fn a_document_of_before_is_of_its_round_or_of_its_project() {
        let folder = tempfile::tempdir().unwrap();
        let (key, path) = (RawKey::new([1; 32]), folder.path().join("work.hefu"));
        let (project, round) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let store = Store::create_from(&path, &key, &[2; 16], 7, |connection| {
            // The documents alone: what they refer to is not what is asked.
            connection.pragma_update(None, "foreign_keys", false)?;
            for (id, round) in [(3, Some(round)), (4, None)] {
                connection.execute(
                    "INSERT INTO document VALUES (?1, ?2, 'acceptance_report', ?3, ?1, ?4, 1, 'draft', NULL, 'en',
                     'formal', NULL, NULL, NULL, '')",
                    (
                        Uuid::from_u128(id).to_string(),
                        project.to_string(),
                        round.map(|round| round.to_string()),
                        r#"{"en":{"words":"A","state":"draft"},"zh":{"words":"","state":"missing"}}"#,
                    ),
                )?;
            }
            Ok(())
        });
        let store = store.unwrap();
        let reader = store.reader();
        let kept = reader.documents_of(ProjectId(project)).unwrap();
        let subjects: Vec<Subject> = kept.iter().map(|document| document.subject).collect();
        assert_eq!(subjects, [Subject::Round { round: RoundId(round) }, Subject::Project]);
    }
}
