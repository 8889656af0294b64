//! What a workspace knows of itself.

use chrono::{DateTime, FixedOffset, NaiveDate};
use hefu_domain::id::PersonId;
use hefu_domain::text::Words;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::error::StoreError;
use crate::journal::Moment;
use crate::reader::Reader;
use crate::record::record;

/// What a workspace knows of itself; one row.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Profile {
    pub id: ProfileId,
    pub name: String,
    /// Who works in it, as the journal records it.
    pub actor: Words,
    pub purpose: Purpose,
    /// The sample story's day; a working workspace takes the clock's.
    pub today: Option<NaiveDate>,
    /// Which person of the record the actor is, where that is known.
    #[serde(default)]
    pub person: Option<PersonId>,
}

impl Profile {
    /// An act of whoever works here. `salt` is for its digests.
    pub fn moment(&self, at: DateTime<FixedOffset>, salt: [u8; 16]) -> Moment {
        Moment { at, actor: self.actor.clone(), by: self.person, salt }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ProfileId(pub Uuid);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    Work,
    Sample,
}

record!(Profile as Workspace);

impl Reader<'_> {
    /// What the workspace knows of itself. None: in a file that was only just made.
    pub fn profile(&self) -> Result<Option<Profile>, StoreError> {
        self.first("TRUE", [])
    }
}
