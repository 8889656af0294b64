//! The packs at hand, and which of them speaks on a day.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::PackError;
use crate::form::Status;
use crate::pack::Pack;
use crate::shipped::SHIPPED;

static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let packs = SHIPPED.iter().filter_map(|(_, text)| Pack::parse(text).ok()).collect();
    Shelf { packs }
});

/// Packs, several versions of one among them.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    packs: Vec<Pack>,
}

/// Which packs are looked at beside those in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "PackReach")]
pub enum Reach {
    /// Those whose day has come; drafts and packs of unknown standing are left out.
    InForce,
    /// Drafts and packs of unknown standing too.
    WithDrafts,
}

impl Shelf {
    /// The packs that Hefu ships.
    pub fn shipped() -> &'static Self {
        &SHELF
    }

    /// A shelf of these texts, each under its name.
    ///
    /// # Errors
    /// The first text that is no pack, with its name.
    pub fn of<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, (String, PackError)> {
        let packs = texts.into_iter().map(|(name, text)| Pack::parse(text).map_err(|e| (name.to_owned(), e)));
        Ok(Self { packs: packs.collect::<Result<_, _>>()? })
    }

    pub fn packs(&self) -> &[Pack] {
        &self.packs
    }

    /// This shelf with packs of one's own on it. One takes the place of every version with its identity that would
    /// speak on a day on which it speaks.
    #[must_use]
    pub fn with(&self, own: Vec<Pack>) -> Self {
        let ends = |pack: &Pack| pack.effective_until().unwrap_or(NaiveDate::MAX);
        let replaced = |pack: &&Pack| {
            own.iter().any(|own| {
                own.id() == pack.id()
                    && own.effective_from() < ends(pack)
                    && pack.effective_from() < ends(own)
            })
        };
        // A version that speaks before the own one begins is kept for those days.
        let kept = self.packs.iter().filter_map(|pack| {
            if !replaced(&pack) {
                return Some(pack.clone());
            }
            let first = own.iter().filter(|own| own.id() == pack.id()).map(Pack::effective_from).min()?;
            (pack.effective_from() < first).then(|| pack.clone().ending(first))
        });
        let mut packs: Vec<Pack> = kept.collect();
        packs.extend(own);
        Self { packs }
    }

    /// The version of a pack that speaks on a day.
    pub fn on(&self, id: &str, day: NaiveDate) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.id() == id && pack.applies_on(day))
    }

    /// The pack with this digest.
    pub fn by_digest(&self, digest: &str) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.digest() == digest)
    }

    /// The packs that speak on a day, by jurisdiction.
    pub fn speaking(&self, day: NaiveDate, reach: Reach) -> BTreeMap<&str, Vec<&Pack>> {
        let mut found: BTreeMap<&str, Vec<&Pack>> = BTreeMap::new();
        for pack in self.packs.iter().filter(|pack| pack.applies_on(day)) {
            let tentative = matches!(pack.status(), Status::Draft | Status::Unknown);
            if reach == Reach::WithDrafts || !tentative {
                found.entry(pack.jurisdiction()).or_default().push(pack);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_text_is_a_pack() {
        for (name, text) in SHIPPED {
            assert!(Pack::parse(text).is_ok(), "{name}: {:?}", Pack::parse(text).err());
        }
        assert_eq!(Shelf::shipped().packs().len(), SHIPPED.len());
    }

    #[test]
    fn one_version_speaks_on_a_day_and_an_own_pack_takes_its_place() {
        let shelf = Shelf::shipped();
        let version = |shelf: &Shelf, day: &str| {
            shelf.on("cn.mlps", day.parse().unwrap()).map(|pack| pack.version().to_owned())
        };
        assert_eq!(version(shelf, "2007-06-21"), None);
        assert_eq!(version(shelf, "2024-12-31").as_deref(), Some("2007.1.0"));
        assert_eq!(version(shelf, "2025-01-01").as_deref(), Some("2025.1.0"));
        let (_, text) = SHIPPED.iter().find(|(file, _)| *file == "cn-mlps-2025.toml").unwrap();
        let own = text.replace("effective_from = 2025-01-01", "effective_from = 2026-06-01");
        let shelf = shelf.with(vec![Pack::parse(&own.replace("\"2025.1.0\"", "\"own\"")).unwrap()]);
        assert_eq!(version(&shelf, "2026-05-31").as_deref(), Some("2025.1.0"));
        assert_eq!(version(&shelf, "2026-06-01").as_deref(), Some("own"));
    }
}
