//! The one door for writing.

use hefu_chain::hex;
use hefu_domain::id::ProjectId;
use hefu_domain::journal::Reversal;
use hefu_domain::noun::TextPlace;
use hefu_domain::text::Text;
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::entry::{NewEntry, Written};
use crate::error::{StoreError, disk, is_unmet};
use crate::journal::chain::{self, Moment};
use crate::journal::changes;
use crate::journal::images::{self, Image};
use crate::merge::{self, Conflict, Fields};
use crate::numbers::{self, Series};
use crate::reader::Reader;
use crate::record::{Record, upsert_sql, values};
use crate::store::Store;
use crate::{owner, search};

/// What a write is handed: it reads, puts and removes rows; what it did is seen by the journal by itself.
pub struct WriteTx<'a> {
    reader: Reader<'a>,
    /// The entry of the workspace chain after which whoever asks for the write read the record; none: it is as it stands.
    based_on: Option<u64>,
}

impl<'a> std::ops::Deref for WriteTx<'a> {
    type Target = Reader<'a>;
    fn deref(&self) -> &Reader<'a> {
        &self.reader
    }
}

impl<'a> WriteTx<'a> {
    /// The same door for someone who read the record after this entry of the workspace chain.
    #[must_use]
    pub fn based_on(&self, seq: Option<u64>) -> WriteTx<'a> {
        WriteTx { reader: Reader { connection: self.connection }, based_on: seq }
    }

    /// A record as whoever asks for the write read it. Errors: it is not there.
    pub fn before<R: Record>(&self, id: impl Into<Uuid>) -> Result<R, StoreError> {
        let id = id.into();
        let now: R = self.one(id)?;
        Ok(self.as_of(&now)?.unwrap_or(now))
    }

    /// None where it is as it stands, or did not stand then.
    fn as_of<R: Record>(&self, now: &R) -> Result<Option<R>, StoreError> {
        let Some(seq) = self.based_on else { return Ok(None) };
        let Some(then) = changes::row_at(self.connection, R::TABLE, now.key(), seq)? else { return Ok(None) };
        // A column that an image of before does not have is as it stands.
        let mut fields = fields(now)?;
        fields.extend(then);
        Ok(Some(serde_json::from_value(fields.into())?))
    }

    /// Adds a record, or brings what was made of [`WriteTx::before`] to what stands now, and says what came of it.
    /// Errors: another record has its number; a field was changed meanwhile to something else.
    pub fn save<R: Record>(&self, record: R) -> Result<R, StoreError> {
        let record = self.brought_to_now(record)?;
        self.put(&record)?;
        Ok(record)
    }

    /// What [`WriteTx::save`] would put. Errors: a field was changed meanwhile to something else.
    pub fn brought_to_now<R: Record>(&self, record: R) -> Result<R, StoreError> {
        let Some(now) = self.find::<R>(record.key())? else { return Ok(record) };
        let Some(base) = self.as_of(&now)? else { return Ok(record) };
        let label = now.called();
        let (now, base, wanted) = (fields(&now)?, fields(&base)?, fields(&record)?);
        match merge::merged(R::COLUMNS, &base, &now, &wanted) {
            Ok(merged) => Ok(serde_json::from_value(merged.into())?),
            Err(Conflict(fields)) => Err(StoreError::ChangedMeanwhile { noun: R::TABLE, label, fields }),
        }
    }

    /// Adds the record, or puts it in place of what stands under its identity.
    /// Errors: another record has its number.
    pub fn put<R: Record>(&self, record: &R) -> Result<(), StoreError> {
        let params = rusqlite::params_from_iter(values(record)?);
        let outcome = self.connection.prepare_cached(&upsert_sql::<R>())?.execute(params);
        outcome.map(drop).map_err(|error| unique(error, R::TABLE, record))
    }

    /// Puts a text in its place. Errors: the record is not found.
    pub fn put_text(&self, place: TextPlace, id: Uuid, text: &Text) -> Result<(), StoreError> {
        let TextPlace { noun, field } = place;
        let table = noun.spec().table;
        let sql = format!("UPDATE {table} SET \"{field}\" = ?2 WHERE id = ?1");
        // As every structure is written, so that the same text is the same bytes.
        let params = (id.to_string(), serde_json::to_value(text)?.to_string());
        match self.connection.prepare_cached(&sql)?.execute(params)? {
            0 => Err(StoreError::NotFound { noun: table }),
            _ => Ok(()),
        }
    }

    /// Errors: not found. That others still hang on it shows when the write commits.
    pub fn remove<R: Record>(&self, id: impl Into<Uuid>) -> Result<(), StoreError> {
        let sql = format!("DELETE FROM {} WHERE id = ?1", R::TABLE);
        match self.connection.prepare_cached(&sql)?.execute([id.into().to_string()])? {
            0 => Err(StoreError::NotFound { noun: R::TABLE }),
            _ => Ok(()),
        }
    }

    /// The next number of a project's records of one kind, counted in the series that `prefix` begins: 8 for `EV-007`.
    /// What was removed or undone keeps its number.
    pub fn next_number<R: Record>(&self, project: ProjectId, prefix: &str) -> Result<u64, StoreError> {
        numbers::next(self.connection, R::TABLE, project, &Series::Numbers(prefix))
    }

    /// The next ordinal of a project's records of one kind, among those whose column `kind` says the same.
    pub fn next_ordinal<R: Record>(&self, project: ProjectId, kind: &str) -> Result<u64, StoreError> {
        numbers::next(self.connection, R::TABLE, project, &Series::Ordinals(kind))
    }

    /// Keeps bytes under their SHA-256 and returns it in hexadecimal. Bytes kept before are kept once.
    pub fn keep_file(&self, bytes: &[u8]) -> Result<String, StoreError> {
        let sha256 = hex(&Sha256::digest(bytes));
        self.connection
            .prepare_cached("INSERT INTO file (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
            .execute((&sha256, bytes))?;
        Ok(sha256)
    }
}

fn fields<R: Record>(record: &R) -> Result<Fields, StoreError> {
    match serde_json::to_value(record)? {
        serde_json::Value::Object(fields) => Ok(fields),
        _ => Ok(Fields::new()),
    }
}

fn unique<R: Record>(error: rusqlite::Error, table: &str, record: &R) -> StoreError {
    let taken = matches!(&error, rusqlite::Error::SqliteFailure(e, _)
        if e.extended_code == rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE);
    if !taken {
        return error.into();
    }
    let json = serde_json::to_value(record).unwrap_or_default();
    let label = json.get("number").or_else(|| json.get("position")).map(|v| match v {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    });
    StoreError::NumberTaken { noun: table.to_owned(), number: label.unwrap_or_default() }
}

impl Store {
    /// Does one act: the rows that `work` writes, the journal entries and the images for undo commit together
    /// or not at all. An act that changed nothing leaves no entry unless its act is final.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        moment: &Moment,
        work: impl FnOnce(&WriteTx<'_>) -> Result<(NewEntry, T), E>,
    ) -> Result<Written<T>, E> {
        self.transact(moment, |connection| {
            let tx = WriteTx { reader: Reader { connection }, based_on: None };
            work(&tx)
        })
    }

    pub(crate) fn transact<T, E: From<StoreError>>(
        &mut self,
        moment: &Moment,
        work: impl FnOnce(&Connection) -> Result<(NewEntry, T), E>,
    ) -> Result<Written<T>, E> {
        let path = self.path.clone();
        let lift = |error: rusqlite::Error| E::from(disk(error, &path));
        let transaction = self.begin()?;
        images::forget(&transaction)?;
        let (entry, value) = work(&transaction)?;
        let images = images::taken(&transaction)?;
        let tables = images.iter().map(|image| image.table.clone()).collect();
        if images.is_empty() && entry.act.reversal() == Reversal::Undoable {
            return Ok(Written { value, seq: None, act: entry.act, project: entry.project, tables });
        }
        let seq = record(&transaction, moment, &entry, &images)?;
        let new_words = search::follow(&transaction, seq, &images)?;
        if let Err(error) = transaction.execute_batch("COMMIT") {
            return Err(match is_unmet(&error) {
                true => E::from(owner::missing(&transaction, &images)?),
                false => lift(error),
            });
        }
        drop(transaction);
        self.logged();
        self.learn(&new_words);
        Ok(Written { value, seq: Some(seq), act: entry.act, project: entry.project, tables })
    }
}

fn record(
    connection: &Connection,
    moment: &Moment,
    entry: &NewEntry,
    images: &[Image],
) -> Result<u64, StoreError> {
    let seq = chain::append(connection, moment, entry, images)?;
    images::keep(connection, seq, images)?;
    Ok(seq)
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, FixedOffset};
    use hefu_domain::journal::Act;
    use hefu_domain::text::Words;

    use super::*;
    use crate::RawKey;

    #[test]
    fn a_full_disk_is_told_and_what_was_acknowledged_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("work.hefu");
        let key = RawKey::new([1; 32]);
        let mut store = Store::create(&path, &key, &[2; 16]).unwrap();
        let pages: i64 = store.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        store.connection.pragma_update(None, "max_page_count", pages + 20).unwrap();
        let at: DateTime<FixedOffset> = "2026-09-28T09:00:00+08:00".parse().unwrap();
        let moment = Moment {
            at,
            actor: Words { en: "Zhao Wenqi".into(), zh: "赵文琪".into() },
            by: None,
            salt: [0; 16],
        };
        let mut keep = |n: u8| {
            store.write::<_, StoreError>(&moment, |tx| {
                let file = tx.keep_file(&vec![n; 9000])?;
                Ok((
                    NewEntry {
                        act: Act::BackupMade { file: file.clone() },
                        project: None,
                        trails: Vec::new(),
                    },
                    file,
                ))
            })
        };
        let mut kept = Vec::new();
        let failed = loop {
            match keep(kept.len() as u8) {
                Ok(written) => kept.push(written.value),
                Err(error) => break error,
            }
        };
        assert!(matches!(failed, StoreError::DiskFull(_)), "{failed:?}");
        assert!(!kept.is_empty());
        store.close().unwrap();
        let store = Store::open(&path, &key).unwrap();
        for file in &kept {
            assert_eq!(store.reader().file(file).unwrap().len(), 9000);
        }
        assert_eq!(store.heads().unwrap()[0].seq, kept.len() as u64);
    }
}
