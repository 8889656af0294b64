//! What of a row is found by words. Internal notes are not among it.

use hefu_domain::search::{Field, Group, Noun, Standing};
use serde_json::Value;

use crate::error::StoreError;

/// A column and how it holds its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Plain(&'static str),
    Pair(&'static str),
}

impl Column {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Plain(name) | Self::Pair(name) => name,
        }
    }
}

use Column::{Pair, Plain};
use Standing::{Body, Heading};

/// The searched columns of a table. The first pair is what a record is called.
#[derive(Debug)]
pub(super) struct Searched {
    pub noun: Noun,
    pub table: &'static str,
    pub columns: &'static [(Column, Standing)],
    /// The record it stands in, and is shown with.
    pub parent: Option<&'static str>,
}

/// Where the projects' numbers are.
pub(super) const NUMBER: Column = Plain("number");

pub(super) const SEARCHED: &[Searched] = &[
    Searched {
        noun: Noun::Project,
        table: "project",
        columns: &[(NUMBER, Heading), (Pair("title"), Heading), (Pair("summary"), Body)],
        parent: None,
    },
    Searched {
        noun: Noun::Organisation,
        table: "organisation",
        columns: &[(Pair("name"), Heading), (Pair("short_name"), Heading), (Plain("legal_id"), Heading)],
        parent: None,
    },
    Searched {
        noun: Noun::Person,
        table: "person",
        columns: &[(Pair("name"), Heading), (Pair("role"), Body), (Plain("email"), Body)],
        parent: Some("organisation"),
    },
    Searched {
        noun: Noun::Requirement,
        table: "requirement",
        columns: &[(NUMBER, Heading), (Pair("title"), Heading), (Plain("source"), Body)],
        parent: None,
    },
    Searched {
        noun: Noun::Deliverable,
        table: "deliverable",
        columns: &[(NUMBER, Heading), (Pair("title"), Heading)],
        parent: None,
    },
    Searched {
        noun: Noun::Criterion,
        table: "criterion",
        columns: &[(NUMBER, Heading), (Pair("text"), Heading)],
        parent: None,
    },
    Searched { noun: Noun::Round, table: "round", columns: &[(NUMBER, Heading)], parent: None },
    Searched {
        noun: Noun::OpenIssue,
        table: "open_issue",
        columns: &[(NUMBER, Heading), (Pair("text"), Heading)],
        parent: Some("round"),
    },
    Searched {
        noun: Noun::Document,
        table: "document",
        columns: &[(NUMBER, Heading), (Pair("title"), Heading)],
        parent: None,
    },
    Searched {
        noun: Noun::Section,
        table: "section",
        columns: &[(Pair("text"), Body)],
        parent: Some("document"),
    },
    Searched {
        noun: Noun::Evidence,
        table: "evidence",
        columns: &[(NUMBER, Heading), (Pair("title"), Heading), (Plain("file_name"), Heading)],
        parent: Some("criterion"),
    },
];

impl Searched {
    pub(super) fn of(table: &str) -> Option<&'static Self> {
        SEARCHED.iter().find(|searched| searched.table == table)
    }

    /// The token of everything in the noun's group.
    pub(super) fn group_token(&self) -> &'static str {
        group_token(self.noun.group())
    }

    /// The words of a row, which is the JSON of its columns, in the order of the columns.
    pub(super) fn words(&self, row: &Value) -> Result<Vec<Said>, StoreError> {
        self.columns
            .iter()
            .map(|(column, standing)| {
                let kept = row.get(column.name()).and_then(Value::as_str).unwrap_or_default();
                let (en, zh) = match column {
                    Plain(_) => (kept.to_owned(), String::new()),
                    Pair(_) => {
                        let text: hefu_domain::text::Text = serde_json::from_str(kept)?;
                        (text.en.words, text.zh.words)
                    }
                };
                Ok(Said { column: *column, standing: *standing, en, zh })
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
    pub column: Column,
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
