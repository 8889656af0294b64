//! What erasing each person would take, found for all of them in one passage through the file and kept until something
//! is written: nothing of it is stored. It says what [`super::rows::sweep`] would do.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use aho_corasick::{AhoCorasick, MatchKind};
use hefu_domain::erasure::{ESCAPE, Erasure, fold, label};
use hefu_domain::id::PersonId;
use hefu_domain::party::Person;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use serde_json::{Map, Value};

use super::Found;
use super::rows::{blank_columns, is_spared, names_in, names_of, without};
use crate::error::StoreError;
use crate::journal::images;
use crate::reader::Reader;

/// A row of the record: its table and its identity.
type Place = (String, String);

/// What was found of everybody.
pub(crate) struct Mentions {
    /// The last entry of the workspace chain that was gone through.
    entries: u64,
    finder: Finder,
    /// People of the same names are found in the same places.
    groups: Vec<Group>,
    people: HashMap<PersonId, OnePerson>,
}

struct Group {
    erasure: Erasure,
    rows: BTreeSet<Place>,
    entries: BTreeSet<u64>,
}

struct OnePerson {
    group: usize,
    /// Entries with images of her own row, which lose more than her names.
    own: BTreeSet<u64>,
}

/// Where names may stand: every one of them is looked for at once.
struct Finder {
    names: AhoCorasick,
    /// The groups that bear each name.
    bearers: Vec<Vec<usize>>,
    /// Groups of whom nothing can be ruled out by looking for their names.
    always: BTreeSet<usize>,
}

impl Finder {
    fn of(groups: &[Group]) -> Result<Self, StoreError> {
        let mut bearers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        let mut always = BTreeSet::new();
        for (at, group) in groups.iter().enumerate() {
            for name in group.erasure.names() {
                bearers.entry(name).or_default().push(at);
            }
            if group.erasure.is_written_otherwise() {
                always.insert(at);
            }
        }
        bearers.insert(ESCAPE, (0..groups.len()).collect());
        let names = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(bearers.keys())
            .map_err(|error| StoreError::Shape(serde::de::Error::custom(error)))?;
        Ok(Self { names, bearers: bearers.into_values().collect(), always })
    }

    /// Groups that may stand in one of the texts, which may be JSON.
    fn groups<'t>(&self, texts: impl IntoIterator<Item = &'t str>) -> BTreeSet<usize> {
        let mut found = self.always.clone();
        for name in texts.into_iter().flat_map(|text| self.names.find_overlapping_iter(text)) {
            found.extend(&self.bearers[name.pattern().as_usize()]);
        }
        found
    }
}

impl Mentions {
    /// Goes through the whole file.
    pub(crate) fn read(connection: &Connection) -> Result<Self, StoreError> {
        let (groups, people) = people(connection)?;
        let mut mentions = Self { entries: 0, finder: Finder::of(&groups)?, groups, people };
        for table in images::tables(connection)? {
            mentions.rows(connection, &table, None)?;
        }
        mentions.entries_after(connection, 0)?;
        Ok(mentions)
    }

    /// Goes through what was written since; None when that may have changed who is looked for.
    pub(crate) fn followed(mut self, connection: &Connection) -> Result<Option<Self>, StoreError> {
        let changed: Vec<Place> = connection
            .prepare_cached("SELECT DISTINCT tbl, id FROM image WHERE seq > ?1")?
            .query_map([self.entries], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        if changed.iter().any(|(table, _)| table == Self::PEOPLE) {
            return Ok(None);
        }
        for place in changed {
            for group in &mut self.groups {
                group.rows.remove(&place);
            }
            self.rows(connection, &place.0, Some(&place.1))?;
        }
        self.entries_after(connection, self.entries)?;
        Ok(Some(self))
    }

    const PEOPLE: &str = "person";

    /// None for somebody who is not in the record.
    pub(crate) fn of(&self, person: PersonId) -> Option<Found> {
        let one = self.people.get(&person)?;
        let group = &self.groups[one.group];
        let own = usize::from(!group.rows.contains(&(Self::PEOPLE.to_owned(), person.0.to_string())));
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Some(Found {
            rows: count(group.rows.len() + own),
            entries: count(group.entries.union(&one.own).count()),
        })
    }

    /// The rows of a table, or one of them.
    fn rows(&mut self, connection: &Connection, table: &str, id: Option<&str>) -> Result<(), StoreError> {
        let columns = images::columns(connection, table)?;
        let others: Vec<String> = columns
            .iter()
            .filter(|column| *column != "id" && !is_spared(table, column))
            .map(|column| format!("\"{column}\""))
            .collect();
        let condition = if id.is_some() { "id = ?1" } else { "?1 IS NULL" };
        let sql = format!("SELECT {}, id FROM {table} WHERE {condition}", others.join(", "));
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query([id])?;
        while let Some(row) = rows.next()? {
            let texts = texts(row, others.len())?;
            for at in self.finder.groups(texts.iter().copied()) {
                let erasure = &self.groups[at].erasure;
                if texts.iter().any(|text| erasure.cell(text).is_some()) {
                    let id: String = row.get(others.len())?;
                    self.groups[at].rows.insert((table.to_owned(), id));
                }
            }
        }
        Ok(())
    }

    /// What stands beside the entries after `seq`.
    fn entries_after(&mut self, connection: &Connection, seq: u64) -> Result<(), StoreError> {
        let mut statement =
            connection.prepare_cached("SELECT actor, args, seq FROM note WHERE seq > ?1 ORDER BY seq")?;
        let mut notes = statement.query([seq])?;
        while let Some(note) = notes.next()? {
            let texts = texts(note, 2)?;
            self.entries = note.get(2)?;
            for at in self.finder.groups(texts.iter().copied()) {
                let group = &mut self.groups[at];
                if texts.iter().any(|text| group.erasure.cell(text).is_some()) {
                    group.entries.insert(self.entries);
                }
            }
        }
        let mut statement =
            connection.prepare_cached("SELECT before, after, seq, tbl, id FROM image WHERE seq > ?1")?;
        let mut images = statement.query([seq])?;
        while let Some(image) = images.next()? {
            let sides = texts(image, 2)?;
            let (seq, table) = (image.get(2)?, image.get::<_, String>(3)?);
            for at in self.finder.groups(sides.iter().copied()) {
                let group = &mut self.groups[at];
                if stands_in(&group.erasure, &table, &sides)? {
                    group.entries.insert(seq);
                }
            }
            if table == Self::PEOPLE {
                self.own_image(connection, seq, &image.get::<_, String>(4)?, &sides)?;
            }
        }
        Ok(())
    }

    fn own_image(
        &mut self,
        connection: &Connection,
        seq: u64,
        id: &str,
        sides: &[&str],
    ) -> Result<(), StoreError> {
        let id = id.parse().map(PersonId).ok();
        let Some((id, one)) = id.and_then(|id| Some((id, self.people.get_mut(&id)?))) else { return Ok(()) };
        let person: Person = Reader { connection }.one(id.0)?;
        let blank = blank_columns(&person)?;
        let erasure = &self.groups[one.group].erasure;
        for side in sides {
            if without(connection, Self::PEOPLE, side, erasure, Some(&blank))? != *side {
                one.own.insert(seq);
            }
        }
        Ok(())
    }
}

/// The first `count` columns that are texts.
fn texts<'r>(row: &'r Row<'_>, count: usize) -> Result<Vec<&'r str>, StoreError> {
    let mut texts = Vec::with_capacity(count);
    for at in 0..count {
        if let ValueRef::Text(text) = row.get_ref(at)? {
            texts.push(
                std::str::from_utf8(text)
                    .map_err(|error| StoreError::Shape(serde::de::Error::custom(error)))?,
            );
        }
    }
    Ok(texts)
}

/// Whether the person stands in a column that is not the identity or another person's own.
fn stands_in(erasure: &Erasure, table: &str, sides: &[&str]) -> Result<bool, StoreError> {
    for side in sides {
        let row: Map<String, Value> = serde_json::from_str(side)?;
        let mut columns = row.iter().filter(|(column, _)| *column != "id" && !is_spared(table, column));
        if columns.any(|(_, value)| erasure.value(value).is_some()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Everybody, by what they are and were called.
fn people(connection: &Connection) -> Result<(Vec<Group>, HashMap<PersonId, OnePerson>), StoreError> {
    let reader = Reader { connection };
    let all: Vec<Person> = reader.all()?;
    let mut named: HashMap<PersonId, Vec<String>> =
        all.iter().map(|person| (person.id, names_of(person))).collect();
    let mut statement =
        connection.prepare_cached("SELECT before, after, id FROM image WHERE tbl = 'person' ORDER BY seq")?;
    let mut images = statement.query([])?;
    while let Some(image) = images.next()? {
        let id: String = image.get(2)?;
        if let Some(names) = id.parse().ok().and_then(|id| named.get_mut(&PersonId(id))) {
            for side in texts(image, 2)? {
                names.extend(names_in(side)?);
            }
        }
    }
    // What others are called is spared; how many are called so decides whether it is another's for each of them.
    let now =
        |person: &Person| -> BTreeSet<String> { names_of(person).iter().map(|name| fold(name)).collect() };
    let mut called: BTreeMap<String, usize> = BTreeMap::new();
    for name in all.iter().flat_map(now) {
        *called.entry(name).or_default() += 1;
    }
    let mut spared: HashMap<Vec<String>, BTreeSet<String>> = HashMap::new();
    let mut known: HashMap<(Vec<String>, Vec<String>), usize> = HashMap::new();
    let (mut groups, mut people): (Vec<Group>, _) = (Vec::new(), HashMap::new());
    for person in &all {
        // What stands in the place of a name does not matter to where it stands.
        let of = |names: Vec<String>, others| Erasure::new(label(person.id), names, others);
        let names = of(named.remove(&person.id).unwrap_or_default(), Vec::new()).names().to_vec();
        let longer = spared.entry(names.clone()).or_insert_with_key(|names| {
            of(names.clone(), called.keys().cloned().collect()).others().iter().cloned().collect()
        });
        let own = now(person);
        let others: Vec<String> =
            longer.iter().filter(|name| called[*name] > usize::from(own.contains(*name))).cloned().collect();
        let group = *known.entry((names.clone(), others.clone())).or_insert_with(|| {
            let erasure = of(names, others);
            groups.push(Group { erasure, rows: BTreeSet::new(), entries: BTreeSet::new() });
            groups.len() - 1
        });
        people.insert(person.id, OnePerson { group, own: BTreeSet::new() });
    }
    Ok((groups, people))
}
