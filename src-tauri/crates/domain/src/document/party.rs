//! For which party of a project a person signs: it follows from the part of her organisation, and is never chosen.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Part, SignerRole};
use crate::id::OrganisationId;
use crate::project::Project;

/// A side of a project that signs its papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    Vendor,
    Client,
    Supervisor,
}

impl Party {
    pub const ALL: [Self; 3] = [Self::Vendor, Self::Client, Self::Supervisor];

    /// The parties that sign the papers of a project: both sides, and the supervisor where it has one.
    pub fn of(project: &Project) -> Vec<Self> {
        Self::ALL.into_iter().filter(|party| party.organisation(project).is_some()).collect()
    }

    /// Who is this party in the project; none when nobody is.
    pub fn organisation(self, project: &Project) -> Option<OrganisationId> {
        match self {
            Self::Vendor => Some(project.vendor),
            Self::Client => Some(project.client),
            Self::Supervisor => project.supervisor,
        }
    }

    /// What the people of this party sign as.
    pub fn role(self) -> SignerRole {
        match self {
            Self::Vendor => SignerRole::Vendor,
            Self::Client => SignerRole::Client,
            Self::Supervisor => SignerRole::Supervisor,
        }
    }

    /// The part of a document that states why this party does not sign it.
    pub fn waiver(self) -> Part {
        match self {
            Self::Vendor => Part::VendorDoesNotSign,
            Self::Client => Part::ClientDoesNotSign,
            Self::Supervisor => Part::SupervisorDoesNotSign,
        }
    }
}

impl SignerRole {
    /// The party that somebody of this role signs for; none of a witness or an approver.
    pub fn party(self) -> Option<Party> {
        Party::ALL.into_iter().find(|party| party.role() == self)
    }
}

impl Part {
    /// The party of which this part states that it does not sign.
    pub fn waives(self) -> Option<Party> {
        Party::ALL.into_iter().find(|party| party.waiver() == self)
    }
}

/// The parties that an organisation stands for in a project. `lineage` is the organisation and those it belongs to,
/// nearest first: the first with a part in the project decides, and a partner's part is to sign for nobody.
pub fn stands_for(project: &Project, lineage: &[OrganisationId]) -> Vec<Party> {
    for organisation in lineage {
        let parties: Vec<Party> = Party::ALL
            .into_iter()
            .filter(|party| party.organisation(project) == Some(*organisation))
            .collect();
        if !parties.is_empty() || project.partners.contains(organisation) {
            return parties;
        }
    }
    Vec::new()
}

/// What a person of an organisation with these parts can truly sign as; the party comes first.
pub fn roles(parties: &[Party]) -> Vec<SignerRole> {
    parties.iter().map(|party| party.role()).chain([SignerRole::Witness, SignerRole::Approver]).collect()
}

#[cfg(test)]
mod tests;
