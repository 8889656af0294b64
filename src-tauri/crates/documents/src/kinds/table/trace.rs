//! The requirements traceability matrix 需求跟踪矩阵: what delivers each requirement, what proves it, and how far.

use hefu_domain::text::{Text, Words};
use hefu_paper_words as messages;

use super::{Cell, Column, Holds, Table};
use crate::paper::Front;
use crate::paper::words::Phrase;

/// A requirement with what its trace leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Traced {
    /// `R-001`.
    pub number: String,
    pub title: Text,
    /// Where it comes from: contract, annex, item; blank when it is not said.
    pub source: String,
    /// Numbers of the deliverables that answer it.
    pub deliverables: Vec<String>,
    /// Numbers of the criteria that prove it.
    pub criteria: Vec<String>,
    /// How many of those have passed in the newest round that looked at them.
    pub passed: usize,
}

/// The matrix of these requirements; `front` is the project's, its title is replaced.
pub fn trace_matrix(front: Front, requirements: &[Traced]) -> Table {
    let title = words(messages::document_table_trace_title);
    let column = |head: Phrase, holds, width| Column { head: words(head), holds, width };
    Table {
        front: Front { title: Text::reviewed(title.en, title.zh), ..front },
        columns: vec![
            column(messages::document_paper_column_number, Holds::Short, 6),
            column(messages::document_table_trace_requirement, Holds::Text, 40),
            column(messages::document_table_trace_source, Holds::Short, 21),
            column(messages::document_table_trace_deliverables, Holds::Short, 12),
            column(messages::document_table_trace_criteria, Holds::Short, 12),
            column(messages::document_table_trace_result, Holds::Short, 12),
        ],
        rows: requirements.iter().map(row).collect(),
    }
}

fn row(requirement: &Traced) -> Vec<Cell> {
    let total = requirement.criteria.len();
    let result = |language| messages::document_table_trace_passed(language, total, requirement.passed);
    vec![
        Cell::Plain(requirement.number.clone()),
        Cell::Text(requirement.title.clone()),
        Cell::Plain(requirement.source.clone()),
        Cell::List(requirement.deliverables.clone()),
        Cell::List(requirement.criteria.clone()),
        Cell::Said(both(result)),
    ]
}

fn words(phrase: Phrase) -> Words {
    both(phrase)
}

fn both(say: impl Fn(messages::Language) -> String) -> Words {
    Words { en: say(messages::Language::En), zh: say(messages::Language::Zh) }
}
