//! Keeping the index: what every write changes in it, and making it anew.

use std::collections::BTreeSet;

use hefu_domain::noun::Noun;
use hefu_domain::search::{VERSION, Vocabulary, tokens, words};
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;

use super::fields::{OfProject, Searched, searched};
use crate::error::StoreError;
use crate::journal::images::Image;
use crate::log;

/// Brings the index to where an act has left the record, in the act's own transaction. Returns the words that
/// were kept nowhere before.
pub(crate) fn follow(connection: &Connection, seq: u64, images: &[Image]) -> Result<Vec<String>, StoreError> {
    let mut new = Vec::new();
    for image in images {
        let Some(searched) = Searched::of(&image.table) else { continue };
        if let Some(before) = &image.before {
            remove(connection, searched, &image.id, before)?;
        }
        if let Some(after) = &image.after {
            new.extend(add(connection, searched, &image.id, after, seq)?);
        }
    }
    Ok(new)
}

fn add(
    connection: &Connection,
    searched: &Searched,
    id: &str,
    row: &str,
    changed: u64,
) -> Result<Vec<String>, StoreError> {
    let row: Value = serde_json::from_str(row)?;
    let said = found_by(searched, &row)?;
    connection
        .prepare_cached("INSERT INTO search_record (tbl, id, changed) VALUES (?1, ?2, ?3)")?
        .execute((searched.table, id, changed))?;
    let doc = connection.last_insert_rowid();
    let mut text: String = said.iter().flat_map(|token| [token.as_str(), " "]).collect();
    text.push_str(searched.group_token());
    if let Some(project) = project_of(connection, searched, &row)? {
        text.push(' ');
        text.push_str(&in_project(&project));
    }
    connection.prepare_cached("INSERT INTO search (rowid, tokens) VALUES (?1, ?2)")?.execute((doc, text))?;
    let mut count = connection.prepare_cached(
        "INSERT INTO search_word (word, records) VALUES (?1, 1)
         ON CONFLICT DO UPDATE SET records = records + 1 RETURNING records",
    )?;
    let mut new = Vec::new();
    for word in words(&said) {
        let records: u64 = count.query_row([word], |row| row.get(0))?;
        if records == 1 {
            new.push(word.to_owned());
        }
    }
    Ok(new)
}

fn remove(connection: &Connection, searched: &Searched, id: &str, row: &str) -> Result<(), StoreError> {
    let doc: Option<i64> = connection
        .prepare_cached("DELETE FROM search_record WHERE tbl = ?1 AND id = ?2 RETURNING doc")?
        .query_row((searched.table, id), |row| row.get(0))
        .optional()?;
    let Some(doc) = doc else { return Ok(()) };
    connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?.execute([doc])?;
    let mut less =
        connection.prepare_cached("UPDATE search_word SET records = records - 1 WHERE word = ?1")?;
    let mut gone = connection.prepare_cached("DELETE FROM search_word WHERE word = ?1 AND records = 0")?;
    for word in words(&found_by(searched, &serde_json::from_str(row)?)?) {
        less.execute([word])?;
        gone.execute([word])?;
    }
    Ok(())
}

fn found_by(searched: &Searched, row: &Value) -> Result<BTreeSet<String>, StoreError> {
    let said = searched.words(row)?;
    Ok(tokens(said.iter().flat_map(|said| said.sides())))
}

/// The token of everything that belongs to a project.
pub(super) fn in_project(id: &str) -> String {
    format!("q{}", id.replace('-', ""))
}

/// A project is its own; people and organisations belong to none.
fn project_of(
    connection: &Connection,
    searched: &Searched,
    row: &Value,
) -> Result<Option<String>, StoreError> {
    let text = |column: &str| row.get(column).and_then(Value::as_str).map(str::to_owned);
    if searched.noun == Noun::Project {
        return Ok(text("id"));
    }
    match searched.project() {
        OfProject::Itself => Ok(text("project")),
        OfProject::Whole { column, table } => Ok(connection
            .prepare_cached(&format!("SELECT project FROM {table} WHERE id = ?1"))?
            .query_row([text(column)], |row| row.get(0))
            .optional()?),
        OfProject::None => Ok(None),
    }
}

/// Makes the index when the file has none of this version, as one that comes from an older program.
/// `mark`: by what its log says which file it goes on from.
pub(crate) fn make_ready(connection: &mut Connection, mark: u32) -> Result<(), StoreError> {
    let version: Option<u32> =
        connection.query_row("SELECT max(version) FROM search_version", [], |row| row.get(0))?;
    if version == Some(VERSION) {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    log::sign(&transaction, mark)?;
    make(&transaction)?;
    transaction.commit()?;
    Ok(())
}

/// Makes the whole index from the record, in the order in which the journal says it was changed.
pub(crate) fn make(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "INSERT INTO search (search) VALUES ('delete-all'); DELETE FROM search_record; DELETE FROM search_word; DELETE FROM search_version;",
    )?;
    let mut order: Vec<(u64, &'static str, String)> = Vec::new();
    for searched in searched() {
        let table = searched.table;
        let mut statement = connection.prepare(&format!(
            "SELECT id, coalesce((SELECT max(seq) FROM image WHERE tbl = '{table}' AND image.id = {table}.id), 0)
             FROM {table}"
        ))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            order.push((row.get(1)?, table, row.get(0)?));
        }
    }
    order.sort_unstable();
    for (changed, table, id) in order {
        let Some(searched) = Searched::of(table) else { continue };
        if let Some(row) = crate::journal::images::current(connection, table, &id)? {
            add(connection, searched, &id, &row, changed)?;
        }
    }
    connection.execute("INSERT INTO search_version (version) VALUES (?1)", [VERSION])?;
    connection.execute("INSERT INTO search (search) VALUES ('optimize')", [])?;
    Ok(())
}

/// Every word that is kept.
pub(super) fn vocabulary(connection: &Connection) -> Result<Vocabulary, StoreError> {
    let mut statement = connection.prepare("SELECT word FROM search_word ORDER BY word")?;
    let words: Result<Vocabulary, rusqlite::Error> = statement.query_map([], |row| row.get(0))?.collect();
    Ok(words?)
}
