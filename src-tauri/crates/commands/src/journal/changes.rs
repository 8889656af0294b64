//! What an entry changed, as a person reads it.

use hefu_api::journal::{ChangeKind, EntryChanges, EntryRef, FieldChange, RowChange, Shown, Since};
use hefu_domain::text::{Text, Words};
use hefu_store::Store;
use hefu_store::journal::Change;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::failure::Trouble;
use crate::session::Query;

/// A row of the record by its columns.
pub(crate) type Row = Map<String, Value>;

/// Fields that say nothing to a person: identities, places in a list, digests and how bytes are held.
const TECHNICAL: [&str; 11] = [
    "id",
    "project",
    "position",
    "fingerprint",
    "ends",
    "holding",
    "issued",
    "revision",
    "certificate",
    "purpose",
    "plan",
];

/// Columns that hold a day. A number like `2026-1-2` or `1-2-3` is no day, whatever it looks like.
const DAYS: [&str; 14] = [
    "closed",
    "date",
    "due",
    "ended",
    "handed_over",
    "made",
    "meeting",
    "notice",
    "paid",
    "planned",
    "started",
    "today",
    "triggered",
    "valid_until",
];

/// How deep a record is named by another: a signer by a person, a finding by its criterion.
const DEEPEST: u8 = 3;

pub(crate) fn entry_changes(query: &mut Query<'_>, request: EntryRef) -> Result<EntryChanges, Trouble> {
    let changes = query.store.changes(request.entry)?;
    let rows = changes.iter().map(|change| seen(query.store, change)).collect::<Result<_, _>>()?;
    Ok(EntryChanges { rows })
}

fn seen(store: &Store, change: &Change) -> Result<RowChange, Trouble> {
    let nothing = Row::new();
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    let row = after.or(before).unwrap_or(&nothing);
    Ok(RowChange {
        noun: change.table.clone(),
        id: change.id,
        label: label(store, row)?,
        change: change_of(before, after),
        fields: differing(store, before, after)?,
        since: match change.since {
            hefu_store::journal::Since::AsItWas => Since::AsItWas,
            hefu_store::journal::Since::ChangedAgain => Since::ChangedAgain,
        },
    })
}

pub(crate) fn change_of(before: Option<&Row>, after: Option<&Row>) -> ChangeKind {
    match (before, after) {
        (None, _) => ChangeKind::Added,
        (_, None) => ChangeKind::Removed,
        _ => ChangeKind::Changed,
    }
}

/// The fields in which two states of a row differ for a person.
pub(crate) fn differing(
    store: &Store,
    before: Option<&Row>,
    after: Option<&Row>,
) -> Result<Vec<FieldChange>, Trouble> {
    let value =
        |side: Option<&Row>, field: &str| side.and_then(|row| row.get(field)).cloned().unwrap_or_default();
    let mut fields = Vec::new();
    let columns = after.or(before).into_iter().flat_map(Row::keys);
    for field in columns.filter(|field| !TECHNICAL.contains(&field.as_str())) {
        let (was, is) = (value(before, field), value(after, field));
        if was != is {
            let (before, after) = (shown(store, field, &was)?, shown(store, field, &is)?);
            fields.push(FieldChange { field: field.clone(), before, after });
        }
    }
    fields.retain(|field| field.before != field.after);
    Ok(fields)
}

fn shown(store: &Store, field: &str, value: &Value) -> Result<Shown, Trouble> {
    Ok(match value {
        Value::Null => Shown::Nothing,
        Value::String(text) if text.is_empty() => Shown::Nothing,
        Value::String(text) => match (tables_of(field), Uuid::parse_str(text)) {
            ([], _) | (_, Err(_)) => plain(field, text),
            (tables, Ok(id)) => Shown::Named { words: named(store, tables, id)? },
        },
        Value::Array(items) if items.is_empty() => Shown::Nothing,
        Value::Array(items) => {
            let mut all = Words::default();
            for item in items {
                let one = match shown(store, field, item)? {
                    Shown::Named { words } => words,
                    Shown::Plain { text } => Words { en: text.clone(), zh: text },
                    Shown::Day { day } => Words { en: day.to_string(), zh: day.to_string() },
                    Shown::Text { text } => text.words(),
                    Shown::Nothing => continue,
                };
                join(&mut all.en, &one.en, ", ");
                join(&mut all.zh, &one.zh, "、");
            }
            Shown::Named { words: all }
        }
        Value::Object(_) => match serde_json::from_value::<Text>(value.clone()) {
            Ok(text) if text.is_blank() => Shown::Nothing,
            Ok(text) => Shown::Text { text },
            Err(_) => match serde_json::from_value::<Words>(value.clone()) {
                Ok(words) => Shown::Named { words },
                Err(_) => Shown::Plain { text: value.to_string() },
            },
        },
        other => Shown::Plain { text: other.to_string() },
    })
}

fn plain(field: &str, text: &str) -> Shown {
    match text.parse() {
        Ok(day) if DAYS.contains(&field) => Shown::Day { day },
        _ => Shown::Plain { text: text.to_owned() },
    }
}

fn join(list: &mut String, one: &str, mark: &str) {
    if !list.is_empty() {
        list.push_str(mark);
    }
    list.push_str(one);
}

/// The tables in which the record may stand that a field names.
fn tables_of(field: &str) -> &'static [&'static str] {
    match field {
        "client" | "vendor" | "supervisor" | "organisation" | "parent" | "partners" => &["organisation"],
        "owner" => &["person", "organisation"],
        "person" | "witness" | "marked_by" | "provided_by" | "manager" | "witnesses" => &["person"],
        "chapter" => &["chapter"],
        "criterion" => &["criterion"],
        "round" => &["round"],
        "document" | "supersedes" => &["document"],
        "stack" => &["stack"],
        _ => &[],
    }
}

/// What the record is called that stands, or last stood, in one of these tables.
pub(crate) fn named(store: &Store, tables: &[&str], id: Uuid) -> Result<Words, Trouble> {
    named_within(store, tables, id, DEEPEST)
}

fn named_within(store: &Store, tables: &[&str], id: Uuid, deeper: u8) -> Result<Words, Trouble> {
    for table in tables {
        if let Some(row) = store.last_known(table, id)? {
            return label_within(store, &row, deeper);
        }
    }
    let id = id.to_string();
    Ok(Words { en: id.clone(), zh: id })
}

/// What a record is called: its number, else its name, title or text, else what the record it belongs to is called.
pub(crate) fn label(store: &Store, row: &Row) -> Result<Words, Trouble> {
    label_within(store, row, DEEPEST)
}

fn label_within(store: &Store, row: &Row, deeper: u8) -> Result<Words, Trouble> {
    if let Some(Value::String(number)) = row.get("number") {
        return Ok(Words { en: number.clone(), zh: number.clone() });
    }
    for field in ["name", "title", "text"] {
        match row.get(field).map(|value| serde_json::from_value::<Text>(value.clone())) {
            Some(Ok(text)) => return Ok(text.words()),
            Some(Err(_)) => {
                if let Some(Value::String(name)) = row.get(field) {
                    return Ok(Words { en: name.clone(), zh: name.clone() });
                }
            }
            None => {}
        }
    }
    for field in ["criterion", "person", "document"] {
        let id = row.get(field).and_then(Value::as_str).and_then(|id| Uuid::parse_str(id).ok());
        if let (Some(id), 1..) = (id, deeper) {
            return named_within(store, tables_of(field), id, deeper - 1);
        }
    }
    Ok(Words::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_where_a_day_stands_and_nowhere_else() {
        let day = Shown::Day { day: "2026-09-28".parse().unwrap() };
        assert_eq!(plain("due", "2026-09-28"), day);
        for (field, text) in [("number", "1-2-3"), ("number", "2026-09-28"), ("due", "later")] {
            assert_eq!(plain(field, text), Shown::Plain { text: text.to_owned() }, "{field} {text}");
        }
    }
}
