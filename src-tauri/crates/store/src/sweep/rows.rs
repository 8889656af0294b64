//! Everything that an erasure changes, gathered before anything is.

use std::collections::{BTreeMap, BTreeSet};

use hefu_chain::{is_label, note_root, redacted, texts};
use hefu_domain::erasure::{Erasure, label};
use hefu_domain::id::PersonId;
use hefu_domain::journal::Covered;
use hefu_domain::party::Person;
use hefu_domain::text::Text;
use rusqlite::Connection;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::Found;
use crate::error::StoreError;
use crate::journal::chain::{Moment, changes_root};
use crate::journal::erased::{keep_redaction, redaction_of};
use crate::journal::images::{self, Image};
use crate::journal::raise::left;
use crate::reader::Reader;
use crate::record::{Selection, values};

/// New texts of the columns of one row, by table and identity.
type Rows = BTreeMap<(String, String), Map<String, Value>>;

/// Everything an erasure changes.
#[derive(Default)]
pub(crate) struct Sweep {
    rows: Rows,
    /// Actor and arguments as they will stand beside an entry.
    notes: BTreeMap<u64, (String, String)>,
    /// Before and after as they will stand, by entry, table and identity.
    images: BTreeMap<(u64, String, String), [Option<String>; 2]>,
    entries: BTreeSet<u64>,
}

/// Every name and address the person has or had, and what those lead to.
pub(crate) fn sweep(connection: &Connection, person: PersonId) -> Result<(Erasure, Sweep), StoreError> {
    let reader = Reader { connection };
    let row: Person = reader.one(person.0)?;
    let others: Vec<Person> = reader.list("id <> ?1", [person.0.to_string()])?;
    let mut names = names_of(&row);
    let mut statement =
        connection.prepare_cached("SELECT before, after FROM image WHERE tbl = 'person' AND id = ?1")?;
    let mut images = statement.query([person.0.to_string()])?;
    while let Some(image) = images.next()? {
        for side in [image.get::<_, Option<String>>(0)?, image.get(1)?].into_iter().flatten() {
            names.extend(names_in(&side)?);
        }
    }
    let erasure = Erasure::new(label(person), names, others.iter().flat_map(names_of));
    let mut sweep = Sweep::default();
    sweep.of_rows(connection, &erasure, &row)?;
    sweep.of_notes(connection, &erasure)?;
    sweep.of_images(connection, &erasure, person)?;
    Ok((erasure, sweep))
}

pub(super) fn names_of(person: &Person) -> Vec<String> {
    borne([person.name.en.words.clone(), person.name.zh.words.clone(), person.email.clone()])
}

/// What an erased person is called names nobody: were it looked for, the erasure of a namesake would take it out of the
/// entry that says by which label the first was erased.
fn borne(names: [String; 3]) -> Vec<String> {
    names.into_iter().filter(|name| !is_label(name)).collect()
}

/// Whether the column is what another person is called and reached by: that is the other's own, whoever has it as well.
pub(super) fn is_spared(table: &str, column: &str) -> bool {
    table == Person::TABLE && matches!(column, "name" | "email")
}

/// The names in an image of a person's row.
pub(super) fn names_in(image: &str) -> Result<Vec<String>, StoreError> {
    let row: Map<String, Value> = serde_json::from_str(image)?;
    let text = |key: &str| row.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let name: Text = serde_json::from_str(&text("name")).unwrap_or_default();
    Ok(borne([name.en.words, name.zh.words, text("email")]))
}

/// A person's row after she was erased. Language and zone say nothing of who she was.
fn blanked(person: &Person) -> Person {
    let label = label(person.id);
    Person {
        name: Text::reviewed(label.clone(), label),
        role: Text::default(),
        email: String::new(),
        may_sign: None,
        internal_note: Default::default(),
        ..person.clone()
    }
}

/// The blanked columns of a person's row, as they stand in the file.
pub(super) fn blank_columns(person: &Person) -> Result<Map<String, Value>, StoreError> {
    let blank = values(&blanked(person))?;
    let columns = Person::COLUMNS.iter().map(|column| column.name.to_owned());
    let plain = blank.into_iter().map(|value| match value {
        rusqlite::types::ToSqlOutput::Owned(rusqlite::types::Value::Text(text)) => Value::String(text),
        _ => Value::Null,
    });
    let kept = ["name", "role", "email", "may_sign", "internal_note"];
    Ok(columns.zip(plain).filter(|(column, _)| kept.contains(&column.as_str())).collect())
}

/// One side of an image without her; `blank` has the columns of her own row.
pub(super) fn without(
    connection: &Connection,
    table: &str,
    side: &str,
    erasure: &Erasure,
    blank: Option<&Map<String, Value>>,
) -> Result<String, StoreError> {
    let mut row: Map<String, Value> = serde_json::from_str(side)?;
    for (column, value) in &mut row {
        if let Some(blank) = blank.and_then(|blank| blank.get(column)) {
            *value = blank.clone();
        } else if column != "id"
            && !is_spared(table, column)
            && let Some(new) = erasure.value(value)
        {
            *value = new;
        }
    }
    images::as_image(connection, table, &row)
}

struct Kept {
    seq: u64,
    table: String,
    id: String,
    before: Option<String>,
    after: Option<String>,
}

fn images_of(connection: &Connection) -> Result<Vec<Kept>, StoreError> {
    let mut statement =
        connection.prepare_cached("SELECT seq, tbl, id, before, after FROM image ORDER BY seq, tbl, id")?;
    let images = statement
        .query_map([], |row| {
            Ok(Kept {
                seq: row.get(0)?,
                table: row.get(1)?,
                id: row.get(2)?,
                before: row.get(3)?,
                after: row.get(4)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    Ok(images)
}

impl Sweep {
    pub(crate) fn found(&self) -> Found {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Found { rows: count(self.rows.len()), entries: count(self.entries.len()) }
    }

    fn of_rows(
        &mut self,
        connection: &Connection,
        erasure: &Erasure,
        person: &Person,
    ) -> Result<(), StoreError> {
        for table in images::tables(connection)? {
            let rows = images::rows(connection, &table)?.into_iter();
            for (id, row) in rows.filter(|(_, row)| erasure.may_stand_in(row)) {
                let row: Map<String, Value> = serde_json::from_str(&row)?;
                let changed: Map<String, Value> = row
                    .iter()
                    .filter(|(column, _)| *column != "id" && !is_spared(&table, column))
                    .filter_map(|(column, value)| Some((column.clone(), erasure.value(value)?)))
                    .collect();
                if !changed.is_empty() {
                    self.rows.insert((table.clone(), id), changed);
                }
            }
        }
        self.rows.insert(("person".to_owned(), person.id.0.to_string()), blank_columns(person)?);
        Ok(())
    }

    fn of_notes(&mut self, connection: &Connection, erasure: &Erasure) -> Result<(), StoreError> {
        let mut statement = connection.prepare_cached("SELECT seq, actor, args FROM note ORDER BY seq")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let (seq, actor, args): (u64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if !erasure.may_stand_in(&actor) && !erasure.may_stand_in(&args) {
                continue;
            }
            let (new_actor, new_args) = (erasure.cell(&actor), erasure.cell(&args));
            if new_actor.is_some() || new_args.is_some() {
                self.entries.insert(seq);
                self.notes.insert(seq, (new_actor.unwrap_or(actor), new_args.unwrap_or(args)));
            }
        }
        Ok(())
    }

    fn of_images(
        &mut self,
        connection: &Connection,
        erasure: &Erasure,
        person: PersonId,
    ) -> Result<(), StoreError> {
        let row: Person = Reader { connection }.one(person.0)?;
        let blank = blank_columns(&row)?;
        for image in images_of(connection)? {
            let is_hers = image.table == "person" && image.id == person.0.to_string();
            let may_name =
                |side: &Option<String>| side.as_deref().is_some_and(|text| erasure.may_stand_in(text));
            if !is_hers && !may_name(&image.before) && !may_name(&image.after) {
                continue;
            }
            let blank = is_hers.then_some(&blank);
            let new = |side: &Option<String>| {
                side.as_deref()
                    .map(|side| without(connection, &image.table, side, erasure, blank))
                    .transpose()
            };
            let sides = [new(&image.before)?, new(&image.after)?];
            if sides != [image.before, image.after] {
                self.entries.insert(image.seq);
                self.images.insert((image.seq, image.table, image.id), sides);
            }
        }
        Ok(())
    }

    pub(crate) fn put_rows(&self, connection: &Connection) -> Result<(), StoreError> {
        for ((table, id), columns) in &self.rows {
            for (column, value) in columns {
                let sql = format!("UPDATE {table} SET \"{column}\" = ?2 WHERE id = ?1");
                connection.prepare_cached(&sql)?.execute((id, value.as_str()))?;
            }
        }
        Ok(())
    }

    /// Puts the entries as they will stand, each under a new salt: with the old one a guessed name could be tried
    /// against the digest that the chain keeps. Of every text that stays its own salt is kept, of every one that goes its
    /// digest, so that nothing else can have been changed with it.
    pub(crate) fn put_entries(
        &self,
        connection: &Connection,
        moment: &Moment,
    ) -> Result<Vec<Covered>, StoreError> {
        let mut covers = Vec::new();
        for seq in &self.entries {
            let (salt, actor, args): (Vec<u8>, String, String) = connection
                .prepare_cached("SELECT salt, actor, args FROM note WHERE seq = ?1")?
                .query_row([seq], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            let images = images::of(connection, *seq)?;
            let old = texts_of(&actor, &args, &images)?;
            let (actor, args) = self.notes.get(seq).cloned().unwrap_or((actor, args));
            let images = self.put_images(connection, *seq, images)?;
            let new = texts_of(&actor, &args, &images)?;
            let known = Some(redaction_of(connection, *seq)?).filter(|known| !known.is_empty());
            keep_redaction(connection, *seq, &redacted(&salt, known, &old, &new))?;
            let salted = Sha256::new().chain_update(moment.salt).chain_update(seq.to_be_bytes()).finalize();
            connection
                .prepare_cached("UPDATE note SET salt = ?2, actor = ?3, args = ?4 WHERE seq = ?1")?
                .execute((seq, &salted[..16], &actor, &args))?;
            covers.extend(left(connection, *seq)?);
        }
        Ok(covers)
    }

    /// Puts the images of an entry as they will stand.
    fn put_images(
        &self,
        connection: &Connection,
        seq: u64,
        mut images: Vec<Image>,
    ) -> Result<Vec<Image>, StoreError> {
        let mut statement = connection.prepare_cached(
            "UPDATE image SET before = ?4, after = ?5 WHERE seq = ?1 AND tbl = ?2 AND id = ?3",
        )?;
        for image in &mut images {
            let place = (seq, image.table.clone(), image.id.clone());
            if let Some([before, after]) = self.images.get(&place) {
                statement.execute((seq, &image.table, &image.id, before, after))?;
                (image.before, image.after) = (before.clone(), after.clone());
            }
        }
        Ok(images)
    }
}

/// Every text of an entry by its place.
fn texts_of(
    actor: &str,
    args: &str,
    images: &[Image],
) -> Result<BTreeMap<String, Option<String>>, StoreError> {
    let args: Value = serde_json::from_str(args)?;
    texts(|places| {
        note_root(actor, &args, places)?;
        changes_root(images, places).map(drop)
    })
}
