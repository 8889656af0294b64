//! Numbers that are given once. A counter of each series stands beside the record and never goes back: neither undo nor a
//! removal gives a number free, so that two things of the journal never bear the same.

use hefu_domain::id::ProjectId;
use rusqlite::{Connection, OptionalExtension};

use crate::error::StoreError;

/// What is counted.
pub(crate) enum Series<'a> {
    /// Numbers that begin so.
    Numbers(&'a str),
    /// The column `ordinal` of records of this kind.
    Ordinals(&'a str),
}

/// The next of a series of a table's records in a project.
pub(crate) fn next(
    connection: &Connection,
    table: &str,
    project: ProjectId,
    series: &Series<'_>,
) -> Result<u64, StoreError> {
    let (name, of) = match series {
        Series::Numbers(prefix) => (format!("{table} {project} {prefix}"), *prefix),
        Series::Ordinals(kind) => (format!("{table} {project} {kind}"), *kind),
    };
    let counted: Option<(u64, u64)> = connection
        .prepare_cached("SELECT last, seen FROM counter WHERE series = ?1")?
        .query_row([&name], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (counted, seen) = counted.unwrap_or_default();
    // Numbers are typed, too, and imported, and may be gone again: the images of rows know all there ever were.
    let images = format!(
        "(SELECT coalesce(after, before) ->> 'project' AS project, coalesce(after, before) ->> 'number' AS number,
            coalesce(after, before) ->> 'ordinal' AS ordinal, coalesce(after, before) ->> 'kind' AS kind
          FROM image WHERE tbl = '{table}' AND seq > {seen})"
    );
    // Rows that this act has put have no image yet.
    let standing = last(connection, table, project, of, series)?;
    let next = counted.max(standing).max(last(connection, &images, project, of, series)?) + 1;
    let now: u64 =
        connection.prepare_cached("SELECT ifnull(max(seq), 0) FROM note")?.query_row([], |row| row.get(0))?;
    connection
        .prepare_cached(
            "INSERT INTO counter (series, last, seen) VALUES (?1, ?2, ?3)
             ON CONFLICT DO UPDATE SET last = excluded.last, seen = excluded.seen",
        )?
        .execute((&name, next, now))?;
    Ok(next)
}

fn last(
    connection: &Connection,
    rows: &str,
    project: ProjectId,
    of: &str,
    series: &Series<'_>,
) -> Result<u64, StoreError> {
    let sql = match series {
        Series::Numbers(_) => format!(
            "SELECT ifnull(max(CAST(substr(number, length(?2) + 1) AS INTEGER)), 0) FROM {rows}
             WHERE project = ?1 AND substr(number, 1, length(?2)) = ?2"
        ),
        Series::Ordinals(_) => {
            format!("SELECT ifnull(max(ordinal), 0) FROM {rows} WHERE project = ?1 AND kind = ?2")
        }
    };
    let last: i64 =
        connection.prepare_cached(&sql)?.query_row((project.to_string(), of), |row| row.get(0))?;
    Ok(u64::try_from(last).unwrap_or_default())
}
