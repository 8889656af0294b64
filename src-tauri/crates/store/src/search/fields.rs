//! What of a row is found by words. Internal notes are not among it.

use std::sync::LazyLock;

use hefu_domain::noun::{Field as Column, Noun, Role};
use hefu_domain::search::{Field, Group, Standing};
use serde_json::Value;

use crate::error::StoreError;

/// A kind of record that is found, with its searched columns.
#[derive(Debug)]
pub(super) struct Searched {
    pub noun: Noun,
    pub table: &'static str,
    group: Group,
    pub columns: Vec<(&'static Column, Standing)>,
    /// The record it stands in, and is shown with.
    pub parent: Option<&'static str>,
}

static SEARCHED: LazyLock<Vec<Searched>> = LazyLock::new(|| {
    let found = Noun::ALL.iter().filter_map(|noun| noun.spec().found.map(|group| (*noun, group)));
    let searched = found.map(|(noun, group)| {
        let fields = noun.spec().fields.iter();
        let columns = fields.filter_map(|field| field.standing().map(|standing| (field, standing)));
        Searched {
            noun,
            table: noun.spec().table,
            group,
            columns: columns.collect(),
            parent: noun.spec().within,
        }
    });
    searched.collect()
});

/// Every kind that is found.
pub(super) fn searched() -> &'static [Searched] {
    &SEARCHED
}

/// Where a row says of which project it is.
pub(super) enum OfProject {
    /// In its own column.
    Itself,
    /// In the row that this column names, which is whole.
    Whole { column: &'static str, table: &'static str },
    /// It is of none, or is one.
    None,
}

impl Searched {
    pub(super) fn of(table: &str) -> Option<&'static Self> {
        SEARCHED.iter().find(|searched| searched.table == table)
    }

    /// The token of everything in the noun's group.
    pub(super) fn group_token(&self) -> &'static str {
        group_token(self.group)
    }

    /// Where it says of which project it is.
    pub(super) fn project(&self) -> OfProject {
        if self.noun.field("project").is_some() {
            return OfProject::Itself;
        }
        let mut wholes = self.noun.spec().fields.iter().filter_map(|field| match field.role {
            Role::PartOf(whole) if whole.field("project").is_some() => {
                Some(OfProject::Whole { column: field.name, table: whole.spec().table })
            }
            _ => None,
        });
        wholes.next().unwrap_or(OfProject::None)
    }

    /// The words of a row, which is the JSON of its columns, in the order of the columns.
    pub(super) fn words(&self, row: &Value) -> Result<Vec<Said>, StoreError> {
        self.columns
            .iter()
            .map(|(column, standing)| {
                let kept = row.get(column.name).and_then(Value::as_str).unwrap_or_default();
                let (en, zh) = match column.is_structure() {
                    false => (kept.to_owned(), String::new()),
                    true => {
                        let text: hefu_domain::text::Text = serde_json::from_str(kept)?;
                        (text.en.words, text.zh.words)
                    }
                };
                Ok(Said { column, standing: *standing, en, zh })
            })
            .collect()
    }
}

pub(super) fn group_token(group: Group) -> &'static str {
    match group {
        Group::Parties => "gparties",
        Group::Records => "grecords",
        Group::Documents => "gdocuments",
        Group::Evidence => "gevidence",
    }
}

/// What stands in a column of a row.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub column: &'static Column,
    standing: Standing,
    pub en: String,
    pub zh: String,
}

impl Said {
    pub(super) fn field(&self) -> Field<'_> {
        Field { standing: self.standing, en: &self.en, zh: &self.zh }
    }

    pub(super) fn sides(&self) -> [&str; 2] {
        [&self.en, &self.zh]
    }
}
