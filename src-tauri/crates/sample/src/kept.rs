//! Records of the registers as `kept.toml` tells them, of whichever kind: a table is named by its kind, a row holds the
//! fields that the kind is declared with. What a field is follows from its role.

use hefu_domain::noun::{Field, Noun, Role};
use hefu_domain::register::{KeptKind, KeptRecord};
use hefu_domain::text::Text;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use toml::Table;

use crate::SampleError;
use crate::identity::identity;
use crate::written::Pair;

const FILE: &str = "kept.toml";

/// Every record of the file, kind by kind. Errors: a kind or a field that there is not, or one that does not read.
pub(crate) fn kept(told: &Table) -> Result<Vec<KeptRecord>, SampleError> {
    let mut records = Vec::new();
    for (name, rows) in told {
        let kind: KeptKind = read(Value::from(name.as_str()), name)?;
        for row in rows.as_array().into_iter().flatten().filter_map(toml::Value::as_table) {
            records.push(record(kind, row)?);
        }
    }
    Ok(records)
}

/// The number of a record whose id in the story is its number, alone or behind its project: `prj-nanyu/RK-01`.
pub(crate) fn number(id: &str) -> String {
    id.rsplit('/').next().unwrap_or(id).to_owned()
}

fn record(kind: KeptKind, row: &Table) -> Result<KeptRecord, SampleError> {
    let noun = kind.noun();
    let id = row.get("id").and_then(toml::Value::as_str).unwrap_or_default();
    let mut fields = Map::new();
    fields.insert("kind".to_owned(), Value::from(noun.spec().table));
    fields.insert("id".to_owned(), Value::from(identity(noun, id)));
    fields.insert("number".to_owned(), Value::from(number(id)));
    for (name, value) in row.iter().filter(|(name, _)| *name != "id") {
        let field = noun.field(name).ok_or_else(|| unreadable(id, &format!("no field {name}")))?;
        fields.insert(name.clone(), told(field, plain(value), id)?);
    }
    for field in noun.spec().fields.iter().filter(|field| !row.contains_key(field.name)) {
        if let Some(nothing) = unsaid(field.role) {
            fields.insert(field.name.to_owned(), nothing);
        }
    }
    read(Value::from(fields), id)
}

/// A field as the record holds it: texts of both languages are reviewed, a record is named by its identity.
fn told(field: &Field, value: Value, id: &str) -> Result<Value, SampleError> {
    Ok(match field.role {
        Role::Title | Role::Body | Role::Said => {
            let pair: Pair = read(value, id)?;
            serde_json::to_value(pair.reviewed()).unwrap_or_default()
        }
        Role::Names(nouns) | Role::NamesMany(nouns) => named(nouns[0], value),
        Role::PartOf(noun) => named(noun, value),
        Role::Structure => people_in(value),
        _ => value,
    })
}

/// What the record holds where a row says nothing; none where its declaration knows it.
fn unsaid(role: Role) -> Option<Value> {
    match role {
        Role::Title | Role::Body | Role::Said => serde_json::to_value(Text::default()).ok(),
        Role::Mark | Role::Line | Role::Internal => Some(Value::from("")),
        Role::NamesMany(_) => Some(Value::Array(Vec::new())),
        _ => None,
    }
}

fn named(noun: Noun, value: Value) -> Value {
    match value {
        Value::String(id) => Value::from(identity(noun, &id)),
        Value::Array(ids) => ids.into_iter().map(|id| named(noun, id)).collect(),
        other => other,
    }
}

/// A structure in which whoever did something stands by identity.
fn people_in(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().map(people_in).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| match name.as_str() {
                "by" => (name, named(Noun::Person, value)),
                _ => (name, people_in(value)),
            })
            .collect(),
        other => other,
    }
}

/// As JSON has it; a day is its digits.
fn plain(value: &toml::Value) -> Value {
    match value {
        toml::Value::Datetime(day) => Value::from(day.to_string()),
        toml::Value::Array(items) => items.iter().map(plain).collect(),
        toml::Value::Table(fields) => Value::from(
            fields.iter().map(|(name, value)| (name.clone(), plain(value))).collect::<Map<_, _>>(),
        ),
        other => serde_json::to_value(other).unwrap_or_default(),
    }
}

fn read<T: DeserializeOwned>(value: Value, id: &str) -> Result<T, SampleError> {
    serde_json::from_value(value).map_err(|error| unreadable(id, &error))
}

fn unreadable(id: &str, problem: &dyn std::fmt::Display) -> SampleError {
    SampleError::Unreadable { file: FILE, problem: format!("{id}: {problem}") }
}
