//! When entries were written, by the clock that was right or wrong then. Asked along the index of time.

use chrono::{DateTime, FixedOffset};
use rusqlite::{OptionalExtension, Params};

use super::filter::TIME;
use crate::entry::Entry;
use crate::entry::time;
use crate::error::StoreError;
use crate::journal::list::entry;
use crate::reader::Reader;

impl Reader<'_> {
    /// The latest entry of the workspace chain by its moment when that is later than `now`. What was written before
    /// the last entry of the act `confirmed` does not count.
    pub fn later_than(
        &self,
        now: DateTime<FixedOffset>,
        confirmed: &str,
    ) -> Result<Option<Entry>, StoreError> {
        let sql = format!(
            "SELECT seq FROM entry WHERE trail = 'workspace' AND {TIME} > julianday(?1)
               AND seq >= coalesce((SELECT max(seq) FROM note WHERE act = ?2), 0)
             ORDER BY {TIME} DESC, seq DESC LIMIT 1"
        );
        self.entry_of(&sql, (time(&now), confirmed))
    }

    /// The last entry of the workspace chain before a moment; none when the act `confirmed` came after it.
    pub fn last_before(
        &self,
        moment: DateTime<FixedOffset>,
        confirmed: &str,
    ) -> Result<Option<Entry>, StoreError> {
        let sql = format!(
            "SELECT seq FROM (SELECT seq FROM entry WHERE trail = 'workspace' AND {TIME} < julianday(?1)
               ORDER BY {TIME} DESC, seq DESC LIMIT 1) AS last
             WHERE NOT EXISTS (SELECT 1 FROM note WHERE act = ?2 AND note.seq > last.seq)"
        );
        self.entry_of(&sql, (time(&moment), confirmed))
    }

    /// The latest moment of an entry.
    pub fn latest(&self) -> Result<Option<DateTime<FixedOffset>>, StoreError> {
        let sql =
            format!("SELECT seq FROM entry WHERE trail = 'workspace' ORDER BY {TIME} DESC, seq DESC LIMIT 1");
        Ok(self.entry_of(&sql, ())?.map(|entry| entry.at))
    }

    fn entry_of(&self, sql: &str, params: impl Params) -> Result<Option<Entry>, StoreError> {
        let seq = self.connection.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?;
        seq.map(|seq| entry(self.connection, seq)).transpose()
    }
}
