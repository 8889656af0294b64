//! The open-issue list 遗留问题清单: what is left to do after acceptance, who does it by when, and whether acceptance
//! waits for it. On sheets that lie, for its many columns.

mod words;

use chrono::NaiveDate;
use hefu_domain::acceptance::Blocking;
use hefu_domain::document::Part;
use hefu_domain::text::{Language, Text};
use hefu_paper_words as messages;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::layout::row::{Align, Before, Keep, Paragraph, Row};
use crate::paper::cells::split;
use crate::paper::sheet::Sheet;
use crate::paper::table::{self, Extra, Grid, Values};
use crate::paper::typography::{AMBER, CRIMSON, JADE, SLATE};
use crate::paper::words::tongue;
use crate::paper::{Closing, Composer, Form, Front, Kind, Opening};

/// An open-issue list 遗留问题清单, of a round or of a whole project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OpenIssueList {
    #[serde(flatten)]
    pub front: Front,
    /// In the order of their numbers; those that are closed are among them.
    pub issues: Vec<Issue>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    /// `OI-01`.
    pub number: String,
    /// Number of the round it was found in: `PA-01`.
    pub round: String,
    /// Number of the criterion it is of: `3.4`; none when it is of none.
    pub criterion: Option<String>,
    pub text: Text,
    /// Blank when nobody has it.
    pub owner: Text,
    pub due: Option<NaiveDate>,
    pub blocking: Blocking,
    /// The day it was closed; none while it is open.
    pub closed: Option<NaiveDate>,
}

/// How many issues are how far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    total: usize,
    open: usize,
    /// Of those that are open.
    blocking: usize,
}

impl OpenIssueList {
    fn tally(&self) -> Tally {
        let open = || self.issues.iter().filter(|issue| issue.closed.is_none());
        let blocking = open().filter(|issue| issue.blocking == Blocking::Blocks).count();
        Tally { total: self.issues.len(), open: open().count(), blocking }
    }
}

impl Kind for OpenIssueList {
    fn form(&self) -> Form {
        Form {
            code: "open_issue_list",
            noun: messages::document_open_issue_list_noun,
            sheet: Sheet::LANDSCAPE,
            opening: Opening::Masthead,
            closing: Closing::Signatures,
        }
    }

    fn front(&self) -> &Front {
        &self.front
    }

    fn facts(&self) -> Result<Value, serde_json::Error> {
        serde_json::to_value(self)
    }

    fn body(&self, paper: &mut Composer<'_>) {
        let title = messages::document_open_issue_list_section_issues;
        let node = paper.titled(title, None, Before::Gap(20.0));
        paper.paragraphs(node, Part::OpenIssues);
        let Tally { total, open, blocking } = self.tally();
        let counted = paper.same(
            |language| {
                messages::document_open_issue_list_tally(
                    tongue(language),
                    total,
                    open,
                    blocking,
                    total.saturating_sub(open),
                )
            },
            "issues",
        );
        let counted = Row { before: Before::Gap(8.0), ..paper.beside(counted) };
        if self.issues.is_empty() {
            paper.script.row(node, counted);
            return;
        }
        paper.script.row(node, Row { keep: Keep::WithNext, ..counted });
        let grid = paper.grid(44.0, &EXTRAS);
        let head = Row { before: Before::Gap(8.0), ..head(paper, &grid) };
        let rows = self.issues.iter().map(|issue| line(paper, &grid, issue)).collect();
        paper.script.table(node, head, rows);
    }
}

/// Criterion, owner, due day, effect, state.
const EXTRAS: [Extra; 5] =
    [(48.0, Align::Left), (84.0, Align::Left), (84.0, Align::Left), (70.0, Align::Left), (78.0, Align::Left)];

fn head(paper: &Composer<'_>, grid: &Grid) -> Row {
    paper.head(
        grid,
        messages::document_paper_column_number,
        messages::document_open_issue_list_column_issue,
        &[
            (messages::document_open_issue_list_column_criterion, Align::Left),
            (messages::document_open_issue_list_column_owner, Align::Left),
            (messages::document_open_issue_list_column_due, Align::Left),
            (messages::document_open_issue_list_column_effect, Align::Left),
            (messages::document_open_issue_list_column_state, Align::Left),
        ],
    )
}

fn line(paper: &Composer<'_>, grid: &Grid, issue: &Issue) -> Row {
    let place = format!("issues/{}", issue.number);
    let small = paper.style.small.colour(SLATE);
    let mut from = paper.plain(&issue.round, small, &place);
    if let Some(criterion) = &issue.criterion {
        from.extend(paper.plain(criterion, small, &place));
    }
    let owner = |language: Language| match issue.owner.is_blank() {
        true => messages::document_paper_none(tongue(language)),
        false => paper.words(&issue.owner, language),
    };
    let effect = small.colour(match (issue.closed, issue.blocking) {
        (None, Blocking::Blocks) => CRIMSON,
        _ => SLATE,
    });
    let values = Values {
        number: paper.number(&issue.number, &place),
        texts: split(paper.sides(&issue.text, &format!("{place}/text"), paper.style.body)),
        extras: vec![
            from,
            paper.stacked(owner, small, &format!("{place}/owner")),
            paper.dates(issue.due, &place),
            paper.stacked(|language| words::blocking(issue.blocking)(tongue(language)), effect, &place),
            state(paper, issue, &place),
        ],
    };
    table::line(grid, values)
}

/// Open, or closed and when.
fn state(paper: &Composer<'_>, issue: &Issue, place: &str) -> Vec<Paragraph> {
    let colour = if issue.closed.is_some() { JADE } else { AMBER };
    let phrase = match issue.closed {
        None => messages::document_open_issue_list_open,
        Some(_) => messages::document_open_issue_list_closed,
    };
    let mut state =
        paper.stacked(|language| phrase(tongue(language)), paper.style.small.colour(colour), place);
    if issue.closed.is_some() {
        state.extend(paper.dates(issue.closed, place));
    }
    state
}
