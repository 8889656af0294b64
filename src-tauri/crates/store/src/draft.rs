//! What was typed and not saved yet. It is kept beside the record, in the same encrypted file, so that a crash does not
//! take it; it becomes the record only when the person saves, through the door. Writing it is the one write that is no
//! act: it leaves no entry, no image and no word in the index, and no export has it.

use chrono::{DateTime, FixedOffset};
use hefu_domain::erasure::Erasure;
use hefu_domain::id::PersonId;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::entry::time;
use crate::error::StoreError;
use crate::error::disk;
use crate::store::Store;

/// What was typed in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Where it was typed: the form and the record in it, as whoever typed it names them.
    pub place: String,
    pub at: DateTime<FixedOffset>,
    /// In the form of whoever typed it.
    pub typed: String,
}

impl Store {
    /// Keeps what was typed in place of what was kept there before.
    pub fn keep_draft(&mut self, draft: &Draft) -> Result<(), StoreError> {
        let sql = "INSERT INTO draft (place, at, typed) VALUES (?1, ?2, ?3)
                   ON CONFLICT (place) DO UPDATE SET at = excluded.at, typed = excluded.typed";
        let path = self.path.clone();
        let transaction = self.begin()?;
        transaction.prepare_cached(sql)?.execute((&draft.place, time(&draft.at), &draft.typed))?;
        transaction.commit().map_err(|error| disk(error, &path))?;
        self.logged();
        Ok(())
    }

    /// Forgets what was kept there; that there is nothing is no error.
    pub fn discard_draft(&mut self, place: &str) -> Result<(), StoreError> {
        let path = self.path.clone();
        let transaction = self.begin()?;
        transaction.prepare_cached("DELETE FROM draft WHERE place = ?1")?.execute([place])?;
        transaction.commit().map_err(|error| disk(error, &path))?;
        self.logged();
        Ok(())
    }

    pub fn draft(&self, place: &str) -> Result<Option<Draft>, StoreError> {
        let sql = "SELECT place, at, typed FROM draft WHERE place = ?1";
        Ok(self.connection.prepare_cached(sql)?.query_row([place], read).optional()?)
    }

    /// All that is kept, the newest first.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT place, at, typed FROM draft")?;
        let mut drafts: Vec<Draft> = statement.query_map([], read)?.collect::<Result<_, _>>()?;
        drafts.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| a.place.cmp(&b.place)));
        Ok(drafts)
    }
}

/// Drops every draft in which something of a person stands, or that was typed of her.
pub(crate) fn erase(connection: &Connection, erasure: &Erasure, person: PersonId) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached("SELECT place, at, typed FROM draft")?;
    let drafts: Vec<Draft> = statement.query_map([], read)?.collect::<Result<_, _>>()?;
    let id = person.0.to_string();
    for draft in drafts {
        if draft.place.contains(&id) || draft.typed.contains(&id) || erasure.cell(&draft.typed).is_some() {
            connection.prepare_cached("DELETE FROM draft WHERE place = ?1")?.execute([&draft.place])?;
        }
    }
    Ok(())
}

fn read(row: &Row<'_>) -> Result<Draft, rusqlite::Error> {
    let at: String = row.get(1)?;
    let at = DateTime::parse_from_rfc3339(&at).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, Box::new(error))
    })?;
    Ok(Draft { place: row.get(0)?, at, typed: row.get(2)? })
}
