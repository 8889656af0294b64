//! Images of the rows an act changes. Temporary triggers on every table of the record see each change, so no
//! write can forget to be undoable.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::error::StoreError;
use crate::record::RECORD;

/// One row before and after an act, as JSON of its columns; none where there was or is no row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Image {
    pub table: String,
    pub id: String,
    pub before: Option<String>,
    pub after: Option<String>,
}

/// Sets the triggers up on this connection.
pub(crate) fn watch(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch(
        "CREATE TEMP TABLE change (at INTEGER PRIMARY KEY, tbl TEXT, id TEXT, before TEXT, after TEXT)",
    )?;
    for table in tables(connection)? {
        let columns = columns(connection, &table)?;
        let row = |side: &str| {
            let pairs: Vec<String> = columns.iter().map(|c| format!("'{c}', {side}.\"{c}\"")).collect();
            format!("json_object({})", pairs.join(", "))
        };
        let (old, new) = (row("OLD"), row("NEW"));
        connection.execute_batch(&format!(
            "CREATE TEMP TRIGGER see_{table}_added AFTER INSERT ON main.{table} BEGIN
               INSERT INTO change (tbl, id, before, after) VALUES ('{table}', NEW.id, NULL, {new}); END;
             CREATE TEMP TRIGGER see_{table}_changed AFTER UPDATE ON main.{table} BEGIN
               INSERT INTO change (tbl, id, before, after) VALUES ('{table}', NEW.id, {old}, {new}); END;
             CREATE TEMP TRIGGER see_{table}_removed AFTER DELETE ON main.{table} BEGIN
               INSERT INTO change (tbl, id, before, after) VALUES ('{table}', OLD.id, {old}, NULL); END;"
        ))?;
    }
    Ok(())
}

/// The tables of the record that this file has: one of an older format lacks some.
pub(crate) fn tables(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT name FROM sqlite_schema WHERE type = 'table'")?;
    let there: BTreeSet<String> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(RECORD.iter().filter(|table| there.contains(**table)).map(|table| (*table).to_owned()).collect())
}

pub(crate) fn columns(connection: &Connection, table: &str) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(names)
}

pub(crate) fn forget(connection: &Connection) -> Result<(), StoreError> {
    connection.prepare_cached("DELETE FROM temp.change")?.execute([])?;
    Ok(())
}

/// What changed since [`forget`]: one image a row, from its first state to its last.
pub(crate) fn taken(connection: &Connection) -> Result<Vec<Image>, StoreError> {
    type Ends = (Option<String>, Option<String>);
    let mut rows: BTreeMap<(String, String), Ends> = BTreeMap::new();
    let mut statement =
        connection.prepare_cached("SELECT tbl, id, before, after FROM temp.change ORDER BY at")?;
    let mut changes = statement.query([])?;
    while let Some(change) = changes.next()? {
        let after: Option<String> = change.get(3)?;
        match rows.entry((change.get(0)?, change.get(1)?)) {
            std::collections::btree_map::Entry::Vacant(row) => {
                row.insert((change.get(2)?, after));
            }
            std::collections::btree_map::Entry::Occupied(mut row) => row.get_mut().1 = after,
        }
    }
    Ok(rows
        .into_iter()
        .filter(|(_, (before, after))| before != after)
        .map(|((table, id), (before, after))| Image { table, id, before, after })
        .collect())
}

pub(crate) fn keep(connection: &Connection, seq: u64, images: &[Image]) -> Result<(), StoreError> {
    let mut statement = connection
        .prepare_cached("INSERT INTO image (seq, tbl, id, before, after) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    for image in images {
        statement.execute((seq, &image.table, &image.id, &image.before, &image.after))?;
    }
    Ok(())
}

pub(crate) fn of(connection: &Connection, seq: u64) -> Result<Vec<Image>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT tbl, id, before, after FROM image WHERE seq = ?1")?;
    let images = statement
        .query_map([seq], |row| {
            Ok(Image { table: row.get(0)?, id: row.get(1)?, before: row.get(2)?, after: row.get(3)? })
        })?
        .collect::<Result<_, _>>()?;
    Ok(images)
}

/// A row in the form of an image, in SQL.
fn row_sql(connection: &Connection, table: &str) -> Result<String, StoreError> {
    let pairs: Vec<String> = columns(connection, table)?.iter().map(|c| format!("'{c}', \"{c}\"")).collect();
    Ok(format!("json_object({})", pairs.join(", ")))
}

/// Every row of a table with its identity, in the form of an image, in the order they were put.
pub(crate) fn rows(connection: &Connection, table: &str) -> Result<Vec<(String, String)>, StoreError> {
    let sql = format!("SELECT id, {} FROM {table} ORDER BY rowid", row_sql(connection, table)?);
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    Ok(rows)
}

/// Hands every row of a table with its identity, in the form of an image, to `each`, until that says false.
pub(crate) fn each_row(
    connection: &Connection,
    table: &str,
    mut each: impl FnMut(&str, &str) -> Result<bool, StoreError>,
) -> Result<(), StoreError> {
    let sql = format!("SELECT id, {} FROM {table} ORDER BY id", row_sql(connection, table)?);
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let text = |at| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
        if !each(text(0)?, text(1)?)? {
            break;
        }
    }
    Ok(())
}

/// Columns with their values as the image SQLite itself would make of such a row, byte for byte: undo compares
/// images with rows.
pub(crate) fn as_image(
    connection: &Connection,
    table: &str,
    row: &Map<String, Value>,
) -> Result<String, StoreError> {
    let pairs: Vec<String> = columns(connection, table)?
        .iter()
        .filter(|c| row.contains_key(*c))
        .map(|c| format!("'{c}', ?1 ->> '$.\"{c}\"'"))
        .collect();
    let sql = format!("SELECT json_object({})", pairs.join(", "));
    let text = Value::Object(row.clone()).to_string();
    Ok(connection.prepare_cached(&sql)?.query_row([text], |row| row.get(0))?)
}

/// The row as it stands now, in the form of an image.
pub(crate) fn current(connection: &Connection, table: &str, id: &str) -> Result<Option<String>, StoreError> {
    let sql = format!("SELECT {} FROM {table} WHERE id = ?1", row_sql(connection, table)?);
    Ok(connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
}

/// Puts a row back as an image has it; none removes it. Columns that the image does not have, because the table was
/// widened since, stay as they are; in a row that is made anew they are as the table fills them.
pub(crate) fn restore(
    connection: &Connection,
    table: &str,
    id: &str,
    image: Option<&str>,
) -> Result<(), StoreError> {
    let Some(image) = image else {
        connection.prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?.execute([id])?;
        return Ok(());
    };
    let row = lifted(table, image)?;
    let columns = columns(connection, table)?.into_iter().filter(|column| row.contains_key(column));
    let names: Vec<String> = columns.map(|column| format!("\"{column}\"")).collect();
    let values: Vec<String> = names.iter().map(|name| format!("?1 ->> '$.{name}'")).collect();
    let updates: Vec<String> = names.iter().map(|name| format!("{name} = excluded.{name}")).collect();
    let sql = format!(
        "INSERT INTO {table} ({}) VALUES ({}) ON CONFLICT (id) DO UPDATE SET {}",
        names.join(", "),
        values.join(", "),
        updates.join(", ")
    );
    connection.prepare_cached(&sql)?.execute([Value::Object(row).to_string()])?;
    Ok(())
}

/// Whether a row is as an image has it, in every column that both have: an image may be older than a column.
pub(crate) fn agrees(table: &str, image: Option<&str>, row: Option<&str>) -> Result<bool, StoreError> {
    let (image, row) = match (image, row) {
        (image, row) if image == row => return Ok(true),
        (Some(image), Some(row)) => (image, row),
        _ => return Ok(false),
    };
    let row: Map<String, Value> = serde_json::from_str(row)?;
    Ok(lifted(table, image)?.iter().all(|(column, value)| row.get(column).is_none_or(|now| now == value)))
}

/// An image in the form that its table has today.
fn lifted(table: &str, image: &str) -> Result<Map<String, Value>, StoreError> {
    let mut row: Map<String, Value> = serde_json::from_str(image)?;
    // What SQLite itself made as JSON it kept as such, and a column holds its text.
    for value in row.values_mut().filter(|value| value.is_object() || value.is_array()) {
        *value = Value::String(value.to_string());
    }
    // Before format 8 a document was of its round, or of its project when it had none.
    if table == "document" && !row.contains_key("subject") {
        let subject = if row.get("round").is_some_and(Value::is_string) { "round" } else { "project" };
        row.insert("subject".to_owned(), subject.into());
    }
    // Before format 2 who worked in the workspace had one name for both languages.
    if table == "workspace"
        && let Some(Value::String(name)) = row.get_mut("actor")
        && !name.starts_with('{')
    {
        *name = serde_json::json!({ "en": name, "zh": name }).to_string();
    }
    Ok(row)
}
