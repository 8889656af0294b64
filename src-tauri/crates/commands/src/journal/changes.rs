//! What an entry changed, as a person reads it.

use hefu_api::journal::{ChangeKind, EntryChanges, EntryRef, FieldChange, RowChange, Shown, Since};
use hefu_domain::money::Money;
use hefu_domain::noun::{Field, Noun, Role};
use hefu_domain::text::{Text, Words};
use hefu_store::Reader;
use hefu_store::history::Change;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::failure::CommandError;
use crate::session::Query;

/// A row of the record by its columns.
pub(crate) type Row = Map<String, Value>;

/// How deep a record is named by another: a signer by a person, a finding by its criterion.
const DEEPEST: u8 = 3;

pub(crate) fn entry_changes(query: &mut Query<'_>, request: EntryRef) -> Result<EntryChanges, CommandError> {
    let changes = query.store.changes(request.entry)?;
    let reader = query.reader();
    let rows = changes.iter().map(|change| seen(&reader, change)).collect::<Result<_, _>>()?;
    Ok(EntryChanges { rows })
}

fn seen(reader: &Reader<'_>, change: &Change) -> Result<RowChange, CommandError> {
    let nothing = Row::new();
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    let row = after.or(before).unwrap_or(&nothing);
    let noun = Noun::of_table(&change.table);
    Ok(RowChange {
        noun: change.table.clone(),
        id: change.id,
        label: noun.map(|noun| label(reader, noun, row)).transpose()?.unwrap_or_default(),
        change: change_of(before, after),
        fields: noun.map(|noun| differing(reader, noun, before, after)).transpose()?.unwrap_or_default(),
        since: match change.since {
            hefu_store::history::Since::AsItWas => Since::AsItWas,
            hefu_store::history::Since::ChangedAgain => Since::ChangedAgain,
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
    reader: &Reader<'_>,
    noun: Noun,
    before: Option<&Row>,
    after: Option<&Row>,
) -> Result<Vec<FieldChange>, CommandError> {
    let value =
        |side: Option<&Row>, field: &str| side.and_then(|row| row.get(field)).cloned().unwrap_or_default();
    let mut fields = Vec::new();
    for field in noun.spec().fields.iter().filter(|field| field.is_shown()) {
        let (was, is) = (value(before, field.name), value(after, field.name));
        if was != is {
            let (before, after) = (shown(reader, field, &was)?, shown(reader, field, &is)?);
            fields.push(FieldChange { field: field.name.to_owned(), before, after });
        }
    }
    fields.retain(|field| field.before != field.after);
    Ok(fields)
}

fn shown(reader: &Reader<'_>, field: &Field, value: &Value) -> Result<Shown, CommandError> {
    Ok(match value {
        Value::Null => Shown::Nothing,
        Value::String(text) if text.is_empty() => Shown::Nothing,
        Value::String(text) => match (field.names(), Uuid::parse_str(text)) {
            // In a part of a structure an identity is a person's or an organisation's.
            ([], Ok(id)) if field.role == Role::Structure => {
                Shown::Named { words: named(reader, &[Noun::Person, Noun::Organisation], id)? }
            }
            ([], _) | (_, Err(_)) => plain(field, text),
            (nouns, Ok(id)) => Shown::Named { words: named(reader, nouns, id)? },
        },
        Value::Array(items) if items.is_empty() => Shown::Nothing,
        Value::Array(items) => Shown::Named { words: joined(reader, field, items.iter(), [", ", "、"])? },
        Value::Object(_) => match serde_json::from_value::<Text>(value.clone()) {
            Ok(text) if text.is_blank() => Shown::Nothing,
            Ok(text) => Shown::Text { text },
            Err(_) => match serde_json::from_value::<Words>(value.clone()) {
                Ok(words) => Shown::Named { words },
                Err(_) => Shown::Named { words: parts(reader, field, value)? },
            },
        },
        other => Shown::Plain { text: other.to_string() },
    })
}

/// What has several parts, one behind the other: an amount with its currency, a place on the matrix, a voice.
fn parts(reader: &Reader<'_>, field: &Field, value: &Value) -> Result<Words, CommandError> {
    let values = value.as_object().into_iter().flat_map(|fields| fields.values());
    match serde_json::from_value::<Money>(value.clone()) {
        Ok(money) => Ok(Words { en: money.to_string(), zh: money.to_string() }),
        Err(_) => joined(reader, field, values, [" · ", " · "]),
    }
}

fn joined<'a>(
    reader: &Reader<'_>,
    field: &Field,
    items: impl Iterator<Item = &'a Value>,
    marks: [&str; 2],
) -> Result<Words, CommandError> {
    let mut all = Words::default();
    for item in items {
        let one = match shown(reader, field, item)? {
            Shown::Named { words } => words,
            Shown::Plain { text } => Words { en: text.clone(), zh: text },
            Shown::Day { day } => Words { en: day.to_string(), zh: day.to_string() },
            Shown::Text { text } => text.words(),
            Shown::Nothing => continue,
        };
        join(&mut all.en, &one.en, marks[0]);
        join(&mut all.zh, &one.zh, marks[1]);
    }
    Ok(all)
}

fn plain(field: &Field, text: &str) -> Shown {
    match text.parse() {
        Ok(day) if field.role == Role::Day => Shown::Day { day },
        _ => Shown::Plain { text: text.to_owned() },
    }
}

fn join(list: &mut String, one: &str, mark: &str) {
    if !list.is_empty() {
        list.push_str(mark);
    }
    list.push_str(one);
}

/// What the record is called that is, or last was, of one of these kinds.
pub(crate) fn named(reader: &Reader<'_>, nouns: &[Noun], id: Uuid) -> Result<Words, CommandError> {
    named_within(reader, nouns, id, DEEPEST)
}

fn named_within(reader: &Reader<'_>, nouns: &[Noun], id: Uuid, deeper: u8) -> Result<Words, CommandError> {
    for noun in nouns {
        if let Some(row) = reader.last_known(noun.spec().table, id)? {
            return label_within(reader, *noun, &row, deeper);
        }
    }
    let id = id.to_string();
    Ok(Words { en: id.clone(), zh: id })
}

/// What a record is called: its number, else its name, title or text, else what the record it is known by is called.
pub(crate) fn label(reader: &Reader<'_>, noun: Noun, row: &Row) -> Result<Words, CommandError> {
    label_within(reader, noun, row, DEEPEST)
}

fn label_within(reader: &Reader<'_>, noun: Noun, row: &Row, deeper: u8) -> Result<Words, CommandError> {
    if let Some(called) = noun.called() {
        let value = row.get(called.name).cloned().unwrap_or_default();
        return Ok(match value {
            Value::String(name) => Words { en: name.clone(), zh: name },
            text => serde_json::from_value::<Text>(text).map(|text| text.words()).unwrap_or_default(),
        });
    }
    let by = noun.spec().called_by.and_then(|column| noun.field(column));
    let id = by
        .and_then(|field| row.get(field.name))
        .and_then(Value::as_str)
        .and_then(|id| Uuid::parse_str(id).ok());
    match (by, id, deeper) {
        (Some(field), Some(id), 1..) => named_within(reader, field.names(), id, deeper - 1),
        _ => Ok(Words::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_where_a_day_stands_and_nowhere_else() {
        let day = Shown::Day { day: "2026-09-28".parse().unwrap() };
        let of = |name| Noun::Deliverable.field(name).unwrap();
        assert_eq!(plain(of("due"), "2026-09-28"), day);
        for (field, text) in [("number", "1-2-3"), ("number", "2026-09-28"), ("due", "later")] {
            assert_eq!(plain(of(field), text), Shown::Plain { text: text.to_owned() }, "{field} {text}");
        }
    }
}
