//! A table 表 as a paper: the rows of any query under heads in both languages. It is read and not signed, and lies.

mod columns;
mod trace;

use hefu_domain::text::{Text, Words};
use hefu_paper_words as messages;
use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use trace::{Traced, trace_matrix};

use crate::layout::row::{Before, Row};
use crate::layout::tree::{Role, Tree};
use crate::paper::sheet::Sheet;
use crate::paper::{Closing, Composer, Form, Front, Kind, Opening};

/// A table with its rows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Its title is the paper's; nobody signs it and nothing is written beside it.
    #[serde(flatten)]
    pub front: Front,
    pub columns: Vec<Column>,
    /// Each has a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub head: Words,
    pub holds: Holds,
    /// How wide it is beside the others: one of 2 is twice as wide as one of 1.
    pub width: u8,
}

/// What the cells of a column hold, and so how they are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holds {
    /// Numbers of records, days, a word or two: small, one language above the other.
    Short,
    /// Amounts and counts, at the right.
    Figures,
    /// Running text, the languages side by side.
    Text,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Cell {
    /// The same whatever the language.
    Plain(String),
    /// Short things one after the other; a dash where there is none.
    List(Vec<String>),
    /// Words made for the table.
    Said(Words),
    /// A text of the record; a dash where it lacks a side.
    Text(Text),
}

impl Kind for Table {
    fn form(&self) -> Form {
        Form {
            code: "table",
            noun: messages::document_table_noun,
            sheet: Sheet::LANDSCAPE,
            opening: Opening::Masthead,
            closing: Closing::Open,
        }
    }

    fn front(&self) -> &Front {
        &self.front
    }

    fn facts(&self) -> Result<Value, serde_json::Error> {
        serde_json::to_value(self)
    }

    fn body(&self, paper: &mut Composer<'_>) {
        let node = paper.tree.add(Tree::ROOT, Role::Section, None);
        let before = Before::Gap(16.0);
        if self.rows.is_empty() || self.columns.is_empty() {
            let row = paper.phrase_row(messages::document_table_empty, paper.style.body);
            paper.script.row(node, Row { before, ..row });
            return;
        }
        let (head, rows) = columns::rows(paper, self);
        paper.script.table(node, Row { before, ..head }, rows);
    }
}
