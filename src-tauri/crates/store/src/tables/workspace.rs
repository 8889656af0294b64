use chrono::NaiveDate;
use hefu_domain::text::Words;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

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

record!(Profile in "workspace": id, name, actor as json, purpose, today);
