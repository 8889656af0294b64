//! Reading the story's files row by row.

use chrono::NaiveDate;
use hefu_domain::calendar::Calendar;
use hefu_sample::TEXTS;
use rust_decimal::Decimal;
use toml::{Table, Value};

/// One file of the story, or all of them.
pub(crate) struct Files(Vec<(&'static str, Table)>);

impl Files {
    pub(crate) fn read() -> Self {
        Self(TEXTS.iter().map(|(name, text)| (*name, text.parse().unwrap())).collect())
    }

    pub(crate) fn table(&self, file: &str) -> &Table {
        &self.0.iter().find(|(name, _)| *name == format!("{file}.toml")).unwrap().1
    }

    /// The rows of one kind in one file; a single table counts as one row.
    pub(crate) fn rows(&self, file: &str, kind: &str) -> Vec<&Table> {
        self.table(file).get(kind).map(tables).unwrap_or_default()
    }

    pub(crate) fn row(&self, file: &str, kind: &str, id: &str) -> &Table {
        self.rows(file, kind).into_iter().find(|row| row.id() == id).unwrap()
    }

    /// File, kind and row of everything there is.
    pub(crate) fn all(&self) -> Vec<(&str, &str, &Table)> {
        let kinds =
            self.0.iter().flat_map(|(file, table)| table.iter().map(move |(kind, v)| (*file, kind, v)));
        kinds
            .flat_map(|(file, kind, v)| tables(v).into_iter().map(move |row| (file, kind.as_str(), row)))
            .collect()
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.rows("projects", "workspace")[0].day("today").unwrap()
    }
}

fn tables(value: &Value) -> Vec<&Table> {
    match value {
        Value::Array(items) => items.iter().filter_map(Value::as_table).collect(),
        Value::Table(table) => vec![table],
        _ => vec![],
    }
}

/// Fields of a row, by their kind.
pub(crate) trait Fields {
    /// The row's own name: text or number; empty when it has none.
    fn id(&self) -> String;
    fn text(&self, key: &str) -> &str;
    fn number(&self, key: &str) -> i64;
    fn yes(&self, key: &str) -> bool;
    fn amount(&self, key: &str) -> Decimal;
    fn day(&self, key: &str) -> Option<NaiveDate>;
    fn names(&self, key: &str) -> Vec<&str>;
    fn inner(&self, key: &str) -> Vec<&Table>;
}

impl Fields for Table {
    fn id(&self) -> String {
        self.get("id").map(word).unwrap_or_default()
    }

    fn text(&self, key: &str) -> &str {
        self.get(key).and_then(Value::as_str).unwrap_or_else(|| panic!("{}: {key}", self.id()))
    }

    fn number(&self, key: &str) -> i64 {
        self.get(key).and_then(Value::as_integer).unwrap_or_else(|| panic!("{}: {key}", self.id()))
    }

    fn yes(&self, key: &str) -> bool {
        self.get(key).and_then(Value::as_bool).unwrap_or(false)
    }

    fn amount(&self, key: &str) -> Decimal {
        self.text(key).parse().unwrap_or_else(|_| panic!("{}: {key}", self.id()))
    }

    fn day(&self, key: &str) -> Option<NaiveDate> {
        let date = self.get(key)?.as_datetime()?.date?;
        NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
    }

    fn names(&self, key: &str) -> Vec<&str> {
        let items = self.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        items.iter().filter_map(Value::as_str).collect()
    }

    fn inner(&self, key: &str) -> Vec<&Table> {
        self.get(key).map(tables).unwrap_or_default()
    }
}

/// A reference as it is written: ids are text, but for chapters.
pub(crate) fn word(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

pub(crate) fn calendar(key: &str) -> Calendar {
    Calendar::parse(match key {
        "cn" => include_str!("../../../../library/calendars/cn.toml"),
        "sg" => include_str!("../../../../library/calendars/sg.toml"),
        other => panic!("the story has no calendar {other}"),
    })
    .unwrap()
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}
