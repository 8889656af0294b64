//! Who is to sign a document, and for whom each can: what issuing looks at of them.

use hefu_domain::document::{Party, Section, Signer};
use hefu_domain::id::{PersonId, SignerId};
use hefu_domain::party::Person;
use hefu_domain::text::Text;

use super::ground::Ground;
use super::parties::standing;
use crate::failure::CommandError;

pub(super) struct Signing {
    /// The paragraphs of the document, as they are printed: they say who does not sign.
    pub sections: Vec<Section>,
    /// In signing order.
    pub signers: Vec<Signer>,
    /// Of each signer, in their order, as the two after it.
    pub people: Vec<Person>,
    /// The parties that the signer's organisation stands for in the project.
    pub standing: Vec<Vec<Party>>,
}

impl Signing {
    pub(super) fn read(ground: Ground<'_>) -> Result<Self, CommandError> {
        let Ground { reader, document, project, .. } = ground;
        let signers = reader.signers_of(document.id)?;
        let people =
            signers.iter().map(|s| reader.one::<Person>(s.person.0)).collect::<Result<Vec<_>, _>>()?;
        let standing = people.iter().map(|p| standing(reader, project, p.organisation));
        Ok(Self {
            sections: reader.sections_of(document.id)?,
            standing: standing.collect::<Result<_, _>>()?,
            signers,
            people,
        })
    }

    pub(super) fn without_authority(&self) -> Vec<PersonId> {
        self.people.iter().filter(|person| person.may_sign.is_none()).map(|person| person.id).collect()
    }

    /// The signer with its person and the parties its organisation stands for; none when there is no such signer.
    pub(super) fn of(&self, id: SignerId) -> Option<(&Signer, &Person, &[Party])> {
        let at = self.signers.iter().position(|signer| signer.id == id)?;
        Some((&self.signers[at], self.people.get(at)?, self.standing.get(at)?))
    }

    /// Blank when there is no such signer.
    pub(super) fn name(&self, id: SignerId) -> Text {
        self.of(id).map(|(_, person, _)| person.name.clone()).unwrap_or_default()
    }
}
