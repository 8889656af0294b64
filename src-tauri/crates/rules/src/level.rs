//! The scale of sovereignty levels, and what each asks of a use of data abroad.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How tightly data is held. Our own scale, no verdict of an authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "SovereigntyLevel")]
pub enum Level {
    /// Public.
    SL0,
    /// General business.
    SL1,
    /// Moves on conditions.
    SL2,
    /// Moves with a mechanism in place.
    SL3,
    /// Stays at home unless an authority approves.
    SL4,
    /// Stays with its owner, outside this product.
    SL5,
}

/// What is done with data at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "PlacementUse")]
pub enum Use {
    Store,
    Process,
    /// A replica, a backup or a recovery copy.
    Replicate,
    /// Administered or supported from there.
    Administer,
}

/// How a use at a place stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "PlacementPermission")]
pub enum Permission {
    /// Nothing in the packs stands against it.
    Open,
    /// With a legal basis, and recorded.
    Recorded,
    /// With the mechanism of the transfer in place first.
    WithMechanism,
    /// After an authority has approved or assessed.
    WithApproval,
    /// Not at all.
    Barred,
}

impl Level {
    pub const ALL: [Self; 6] = [Self::SL0, Self::SL1, Self::SL2, Self::SL3, Self::SL4, Self::SL5];

    /// The level of a rank on the scale; the highest for a rank beyond it.
    pub fn of_rank(rank: u64) -> Self {
        usize::try_from(rank).ok().and_then(|at| Self::ALL.get(at)).copied().unwrap_or(Self::SL5)
    }

    pub(crate) fn rank(self) -> u64 {
        self as u64
    }

    /// What the level asks of a use outside its home.
    pub fn abroad(self, use_: Use) -> Permission {
        match (self, use_) {
            (Self::SL0, _) | (Self::SL1, Use::Store | Use::Process | Use::Replicate) => Permission::Open,
            (Self::SL1, Use::Administer) | (Self::SL2, _) => Permission::Recorded,
            (Self::SL3, _) => Permission::WithMechanism,
            (Self::SL4, _) => Permission::WithApproval,
            (Self::SL5, _) => Permission::Barred,
        }
    }
}

/// Countries of the European Union.
const UNION: [&str; 27] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT",
    "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Whether a country is at home in a jurisdiction. Hong Kong, Macau and Taiwan are abroad for the mainland's rules.
pub fn is_home(jurisdiction: &str, country: &str) -> bool {
    jurisdiction == country || (jurisdiction == "EU" && UNION.contains(&country))
}
