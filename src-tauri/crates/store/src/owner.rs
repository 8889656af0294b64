//! Whose a record is: the project, document, round or criterion that it was made in. No act moves it to another, and
//! what it refers to is of the same project. Temporary triggers, derived from the references of the schema, hold both
//! for every way of writing, so that no command can forget them.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::error::{ELSEWHERE, StoreError};
use crate::journal::images::{self, Image};

/// References that must be filled and are no owner: a criterion may go into another chapter of its project.
const MAY_CHANGE: [(&str, &str); 1] = [("criterion", "chapter")];

/// A column that refers to a row of another table.
struct Reference {
    column: String,
    table: String,
    /// Whether it is never empty.
    filled: bool,
}

struct Table {
    has_project: bool,
    references: Vec<Reference>,
}

/// The tables of the record with what they refer to.
struct Schema(BTreeMap<String, Table>);

impl Schema {
    fn read(connection: &Connection) -> Result<Self, StoreError> {
        let mut tables = BTreeMap::new();
        for name in images::tables(connection)? {
            let has_project = images::columns(connection, &name)?.iter().any(|column| column == "project");
            tables.insert(name.clone(), Table { has_project, references: references(connection, &name)? });
        }
        Ok(Self(tables))
    }

    /// The project of a row of `table` in SQL; `row` is what it is called there. None for what belongs to no project.
    fn project_of(&self, table: &str, row: &str) -> Option<String> {
        let known = self.0.get(table)?;
        if table == "project" {
            return Some(format!("{row}.id"));
        }
        if known.has_project {
            return Some(format!("{row}.project"));
        }
        known.references.iter().filter(|each| each.filled && each.table != table).find_map(|each| {
            let owner = format!("{}_{row}", each.table);
            let inner = self.project_of(&each.table, &owner)?;
            Some(format!(
                "(SELECT {inner} FROM {} {owner} WHERE {owner}.id = {row}.\"{}\")",
                each.table, each.column
            ))
        })
    }

    /// The columns of `table` that say whose its rows are.
    fn owners<'a>(&'a self, table: &'a str) -> impl Iterator<Item = &'a str> {
        let references = self.0.get(table).into_iter().flat_map(|known| &known.references);
        references
            .filter(|each| each.filled && self.project_of(&each.table, "x").is_some())
            .map(|each| each.column.as_str())
            .filter(move |column| !MAY_CHANGE.contains(&(table, column)))
    }

    fn stays(&self, table: &str) -> Option<String> {
        let moved = |row: &str| {
            let owners = self.owners(table);
            owners
                .map(|column| format!("NEW.\"{column}\" IS NOT {row}.\"{column}\""))
                .collect::<Vec<_>>()
                .join(" OR ")
        };
        // Before a row is put in another's place, too: then its number is not yet held against the strange owner's.
        self.owners(table).next().is_some().then(|| {
            format!(
                "CREATE TEMP TRIGGER keep_{table} BEFORE UPDATE ON main.{table} WHEN {} BEGIN
                   SELECT RAISE(ABORT, '{ELSEWHERE}{table}'); END;
                 CREATE TEMP TRIGGER keep_put_{table} BEFORE INSERT ON main.{table}
                   WHEN EXISTS (SELECT 1 FROM {table} kept WHERE kept.id = NEW.id AND ({})) BEGIN
                   SELECT RAISE(ABORT, '{ELSEWHERE}{table}'); END;",
                moved("OLD"),
                moved("kept")
            )
        })
    }

    fn agrees(&self, table: &str) -> Option<String> {
        let own = self.project_of(table, "NEW")?;
        let strangers: Vec<String> = self
            .0
            .get(table)?
            .references
            .iter()
            .filter_map(|each| {
                // What is not there yet may come in the same act; that it comes is seen when the act commits.
                let theirs = self.project_of(&each.table, "other").filter(|_| each.table != "project")?;
                Some(format!(
                    "SELECT RAISE(ABORT, '{ELSEWHERE}{0}') FROM {0} other
                   WHERE other.id = NEW.\"{1}\" AND {theirs} <> {own};",
                    each.table, each.column
                ))
            })
            .collect();
        let body = strangers.concat();
        (!body.is_empty()).then(|| {
            ["INSERT", "UPDATE"]
                .map(|act| format!("CREATE TEMP TRIGGER agree_{table}_{act} AFTER {act} ON main.{table} BEGIN {body} END;"))
                .concat()
        })
    }
}

fn references(connection: &Connection, table: &str) -> Result<Vec<Reference>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT f.\"from\", f.\"table\", ifnull(c.\"notnull\", 0) FROM pragma_foreign_key_list(?1) f
         LEFT JOIN pragma_table_info(?1) c ON c.name = f.\"from\" ORDER BY c.cid",
    )?;
    let rows = statement.query_map([table], |row| {
        Ok(Reference { column: row.get(0)?, table: row.get(1)?, filled: row.get(2)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Sets the triggers up on this connection.
pub(crate) fn guard(connection: &Connection) -> Result<(), StoreError> {
    let schema = Schema::read(connection)?;
    let triggers = schema.0.keys().flat_map(|table| [schema.stays(table), schema.agrees(table)]);
    Ok(connection.execute_batch(&triggers.flatten().collect::<String>())?)
}

/// What a commit was refused for whose references lead nowhere: a record that is named and is not there, or one that
/// was removed and is still used. The transaction is still open.
pub(crate) fn missing(connection: &Connection, images: &[Image]) -> Result<StoreError, StoreError> {
    let mut check = connection.prepare("PRAGMA foreign_key_check")?;
    let first: Option<String> = check.query_map([], |row| row.get(2))?.next().transpose()?;
    let removed = |table: &String| images.iter().any(|image| image.table == *table && image.after.is_none());
    Ok(match first {
        Some(table) if !removed(&table) => StoreError::Elsewhere { noun: table },
        _ => StoreError::StillUsed,
    })
}

#[cfg(test)]
mod tests {
    use hefu_domain::register::KeptKind;

    use super::*;
    use crate::{RawKey, Store};

    #[test]
    fn every_table_of_a_project_has_owners_that_stay() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("work.hefu"), &RawKey::new([1; 32]), &[2; 16]).unwrap();
        let schema = Schema::read(&store.connection).unwrap();
        let owners: Vec<String> = schema
            .0
            .keys()
            .map(|table| format!("{table}: {}", schema.owners(table).collect::<Vec<_>>().join(" ")))
            .filter(|line| !line.ends_with(": "))
            .collect();
        let mut expected: Vec<String> =
            KeptKind::ALL.iter().map(|kind| format!("{}: project", kind.noun().spec().table)).collect();
        expected.extend(
            [
                "chapter: project",
                "contract: project",
                "criterion: project",
                "deliverable: project",
                "document: project",
                "evidence: project criterion",
                "finding: round criterion",
                "link: project",
                "notice_reply: project",
                "open_issue: project round",
                "payment_milestone: project",
                "postponement: project",
                "presenter_note: project criterion",
                "requirement: project",
                "round: project",
                "section: document",
                "signer: document",
                "stack: project",
                "stage: project",
                "waiver: project gate",
            ]
            .map(str::to_owned),
        );
        expected.sort();
        assert_eq!(owners, expected);
        for table in schema.0.keys() {
            let of_a_project = schema.project_of(table, "x").is_some() && table != "project";
            assert_eq!(of_a_project, schema.owners(table).next().is_some(), "{table}");
        }
    }
}
