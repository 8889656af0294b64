//! Erasing a person: her row, her names in every other row, what stands of her beside the journal, and the images
//! for undo. The chain itself names nobody and stays as it is; the erasure's own entry says which entries differ
//! from what was sealed, and how they read since.

use hefu_domain::erasure::label;
use hefu_domain::id::PersonId;
use hefu_domain::journal::Act;
use hefu_domain::party::Person;

use crate::draft;
use crate::entry::{NewEntry, Written};
use crate::error::{StoreError, disk};
use crate::journal::chain::{self, Moment};
use crate::journal::images;
use crate::record::Selection;
use crate::search;
use crate::store::Store;
use crate::sweep::{Found, Mentions, sweep};

/// A person was erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    /// What stands in her place from now on.
    pub label: String,
    pub found: Found,
}

impl Store {
    /// What erasing this person would take. Nothing is written. Errors: not found.
    pub fn found_of(&self, person: PersonId) -> Result<Found, StoreError> {
        let known = match self.mentions.take() {
            Some(known) => known.followed(&self.connection)?,
            None => None,
        };
        let known = match known {
            Some(known) => known,
            None => Mentions::read(&self.connection)?,
        };
        let found = known.of(person).ok_or(StoreError::NotFound { noun: Person::TABLE });
        self.mentions.replace(Some(known));
        found
    }

    /// Erases a person for good. The images of this act are not kept, and freed pages are overwritten.
    /// Errors: not found.
    pub fn erase(
        &mut self,
        moment: &Moment,
        person: PersonId,
        reason: &str,
    ) -> Result<Written<Erased>, StoreError> {
        let path = self.path.clone();
        let transaction = self.begin()?;
        images::forget(&transaction)?;
        let (erasure, sweep) = sweep(&transaction, person)?;
        let found = sweep.found();
        sweep.put_rows(&transaction)?;
        draft::erase(&transaction, &erasure, person)?;
        let covers = sweep.put_entries(&transaction, moment)?;
        let tables = images::taken(&transaction)?.into_iter().map(|image| image.table).collect();
        let label = label(person);
        let reason = erasure.text(reason).unwrap_or_else(|| reason.to_owned());
        let act = Act::PersonErased { label: label.clone(), reason, entries: found.entries, covers };
        let entry = NewEntry { act, project: None, trails: Vec::new() };
        let seq = chain::append(&transaction, moment, &entry, &[])?;
        images::forget(&transaction)?;
        // Its words may stand anywhere in the index.
        search::index::make(&transaction)?;
        transaction.commit().map_err(|error| disk(error, &path))?;
        self.words.replace(None);
        self.mentions.replace(None);
        // The log still holds the pages as they were.
        self.fold_in()?;
        let value = Erased { label, found };
        Ok(Written { value, seq: Some(seq), act: entry.act, project: None, tables })
    }
}
