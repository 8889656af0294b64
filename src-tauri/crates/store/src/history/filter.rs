//! Entries picked out by who did them, what they touched and when; newest first, a page at a time.
//!
//! Every question walks one index from its newest end and holds what it finds against the rest of the question: the
//! index of the touched table, else of the person, else of the time, else the trail itself. So a page costs as many
//! looks as entries were passed over, and one condition alone passes over none, however long the journal is.

use chrono::{DateTime, FixedOffset};
use hefu_domain::id::{ProjectId, StackId};
use hefu_domain::text::Words;
use rusqlite::{Connection, OptionalExtension, named_params};

use crate::entry::Entry;
use crate::entry::time;
use crate::error::StoreError;
use crate::journal::chain::{WORKSPACE, trail_of};
use crate::journal::images;
use crate::journal::list::{COLUMNS, actor, read};
use crate::store::Store;

/// Which entries are wanted; what is none does not matter.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of this stack's trail; none: of the workspace chain.
    pub stack: Option<StackId>,
    pub project: Option<ProjectId>,
    pub actor: Option<Words>,
    /// That changed a row of this table.
    pub table: Option<String>,
    /// At this moment or later.
    pub from: Option<DateTime<FixedOffset>>,
    /// Before this moment.
    pub until: Option<DateTime<FixedOffset>>,
}

/// As the migration spells them: only then the indexes are used.
const ACTOR: &str =
    "CASE WHEN substr(actor, 1, 1) = '{' THEN actor ELSE json_object('en', actor, 'zh', actor) END";
pub(super) const TIME: &str = "moment";

/// The index that is walked.
enum Walk {
    Table,
    Actor,
    Time,
    Trail,
    Project,
    Workspace,
}

impl Wanted {
    fn walk(&self) -> Walk {
        let timed = self.from.is_some() || self.until.is_some();
        match (&self.table, &self.actor, self.stack, self.project) {
            (Some(_), ..) => Walk::Table,
            (_, Some(_), ..) => Walk::Actor,
            _ if timed => Walk::Time,
            (_, _, Some(_), _) => Walk::Trail,
            (_, _, _, Some(_)) => Walk::Project,
            _ => Walk::Workspace,
        }
    }
}

/// Numbers in the workspace chain, newest first: by their place, along the index of time by time.
fn numbers(walk: &Walk) -> String {
    let number = "CASE trail WHEN 'workspace' THEN seq ELSE bytes ->> 'workspace' END";
    match walk {
        Walk::Table => {
            "SELECT seq FROM image WHERE tbl = :table AND seq < :workspace ORDER BY seq DESC".to_owned()
        }
        Walk::Actor => format!(
            "SELECT seq FROM note WHERE {ACTOR} = :actor AND seq < :workspace ORDER BY seq DESC"
        ),
        Walk::Time => format!(
            "SELECT {number} FROM entry WHERE trail = :trail
               AND {TIME} >= coalesce(julianday(:from), 0) AND {TIME} < coalesce(julianday(:until), 1e9)
               AND ({TIME}, seq) < (coalesce((SELECT {TIME} FROM entry WHERE trail = :trail AND seq = :before), 1e9), :before)
             ORDER BY {TIME} DESC, seq DESC"
        ),
        Walk::Trail => {
            format!("SELECT {number} FROM entry WHERE trail = :trail AND seq < :before ORDER BY seq DESC")
        }
        Walk::Project => {
            "SELECT seq FROM note WHERE project = :project AND seq < :workspace ORDER BY seq DESC".to_owned()
        }
        Walk::Workspace => "SELECT seq FROM note WHERE seq < :workspace ORDER BY seq DESC".to_owned(),
    }
}

/// The entry with this number, if it is wanted. A trail's own entry is named by the heads of the workspace's.
fn one() -> String {
    let time = format!("e.{TIME}");
    let actor = ACTOR.replace("actor", "n.actor");
    format!(
        "SELECT {COLUMNS} FROM note n JOIN entry e ON e.trail = :trail AND e.seq = CASE :trail
           WHEN '{WORKSPACE}' THEN n.seq
           ELSE (SELECT h.value ->> 'seq' FROM entry w, json_each(CAST(w.bytes AS TEXT), '$.heads') h
                 WHERE w.trail = '{WORKSPACE}' AND w.seq = n.seq AND h.value ->> 'trail' = :trail) END
         WHERE n.seq = :seq
           AND (:project IS NULL OR n.project = :project)
           AND (:actor IS NULL OR {actor} = :actor)
           AND (:table IS NULL OR EXISTS (SELECT 1 FROM image WHERE image.seq = n.seq AND tbl = :table))
           AND (:from IS NULL OR {time} >= julianday(:from))
           AND (:until IS NULL OR {time} < julianday(:until))"
    )
}

impl Store {
    /// Entries that are wanted, newest first, before the number `before` of their trail; at most `limit`. Asked for
    /// a time alone, they come by time, which is their order unless a clock was set back.
    pub fn entries(
        &self,
        wanted: &Wanted,
        before: Option<u64>,
        limit: u32,
    ) -> Result<Vec<Entry>, StoreError> {
        let trail = wanted.stack.map_or_else(|| WORKSPACE.to_owned(), trail_of);
        let workspace = before.map(|seq| workspace_number(&self.connection, &trail, seq)).transpose()?;
        let before = before.map_or(i64::MAX, |seq| i64::try_from(seq).unwrap_or(i64::MAX));
        let (project, table) = (wanted.project.map(|id| id.to_string()), &wanted.table);
        let actor = wanted.actor.as_ref().map(serde_json::to_string).transpose()?;
        let (from, until) = (wanted.from.as_ref().map(time), wanted.until.as_ref().map(time));

        let mut walking = self.connection.prepare_cached(&numbers(&wanted.walk()))?;
        let given: [(&str, &dyn rusqlite::ToSql); 8] = [
            (":trail", &trail),
            (":before", &before),
            (":workspace", &workspace.unwrap_or(i64::MAX)),
            (":project", &project),
            (":actor", &actor),
            (":table", table),
            (":from", &from),
            (":until", &until),
        ];
        for (name, value) in given {
            if let Some(place) = walking.parameter_index(name)? {
                walking.raw_bind_parameter(place, value)?;
            }
        }
        let mut looking = self.connection.prepare_cached(&one())?;
        let mut found = Vec::new();
        let mut last = None;
        let mut numbers = walking.raw_query();
        while let Some(row) = numbers.next()? {
            let seq: i64 = row.get(0)?;
            // Several rows of one table may have changed in one act.
            if last.replace(seq) == Some(seq) {
                continue;
            }
            let params = named_params! { ":trail": trail, ":seq": seq, ":project": project, ":actor": actor,
            ":table": table, ":from": from, ":until": until };
            found.extend(looking.query_row(params, read).optional()?);
            if found.len() == limit as usize {
                break;
            }
        }
        Ok(found)
    }

    /// Everybody who did something, by name.
    pub fn actors(&self) -> Result<Vec<Words>, StoreError> {
        let kept = distinct(&self.connection, ACTOR, "note")?;
        Ok(kept.into_iter().map(actor).collect())
    }

    /// The tables of which an entry changed a row, by name.
    pub fn touched_tables(&self) -> Result<Vec<String>, StoreError> {
        let known = images::tables(&self.connection)?;
        let touched = distinct(&self.connection, "tbl", "image")?;
        Ok(touched.into_iter().filter(|table| known.contains(table)).collect())
    }
}

/// The number in the workspace chain of an entry of a trail; that of the next act where there is no such entry.
fn workspace_number(connection: &Connection, trail: &str, seq: u64) -> Result<i64, StoreError> {
    let seq = i64::try_from(seq).unwrap_or(i64::MAX);
    if trail == WORKSPACE {
        return Ok(seq);
    }
    let found = connection
        .prepare_cached("SELECT bytes ->> 'workspace' FROM entry WHERE trail = ?1 AND seq = ?2")?
        .query_row((trail, seq), |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or(i64::MAX))
}

/// The values of the first column of an index, from each to the next: DISTINCT would read all of it.
fn distinct(connection: &Connection, column: &str, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "WITH RECURSIVE named (value) AS (
           SELECT min({column}) FROM {table}
           UNION ALL SELECT (SELECT min({column}) FROM {table} WHERE {column} > named.value) FROM named
             WHERE named.value IS NOT NULL)
         SELECT value FROM named WHERE value IS NOT NULL"
    ))?;
    let values = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RawKey;

    /// Neither a table read from end to end nor a list sorted afterwards, whatever is asked.
    #[test]
    fn every_walk_follows_an_index_in_its_order() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("work.hefu"), &RawKey::new([1; 32]), &[2; 16]).unwrap();
        let walks = [Walk::Table, Walk::Actor, Walk::Time, Walk::Trail, Walk::Project, Walk::Workspace]
            .map(|walk| numbers(&walk));
        for sql in walks.into_iter().chain([one()]) {
            let mut plan = store.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let mut rows = plan.raw_query();
            let mut steps: Vec<String> = Vec::new();
            while let Some(row) = rows.next().unwrap() {
                steps.push(row.get(3).unwrap());
            }
            let apart = |step: &&String| !step.contains("VIRTUAL TABLE") && !step.contains("SUBQUERY");
            for step in steps.iter().filter(apart) {
                assert!(step.starts_with("SEARCH"), "{step}\n{sql}");
            }
        }
    }
}
