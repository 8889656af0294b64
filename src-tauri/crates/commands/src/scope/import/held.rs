//! What the record has of a project's scope, before a table is held against it.

use std::collections::BTreeMap;

use hefu_domain::id::ProjectId;
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Link, Requirement};
use hefu_exchange::number_key;
use hefu_store::{Reader, StoreError};

pub(super) struct Held {
    pub(super) project: ProjectId,
    pub(super) requirements: Vec<Requirement>,
    pub(super) deliverables: Vec<Deliverable>,
    pub(super) chapters: Vec<Chapter>,
    pub(super) criteria: Vec<Criterion>,
    pub(super) links: Vec<Link>,
}

impl Held {
    pub(super) fn of(reader: &Reader<'_>, project: ProjectId) -> Result<Self, StoreError> {
        Ok(Self {
            project,
            requirements: reader.requirements_of(project)?,
            deliverables: reader.deliverables_of(project)?,
            chapters: reader.chapters_of(project)?,
            criteria: reader.criteria_of(project)?,
            links: reader.links_of(project)?,
        })
    }
}

/// Records by their numbers: the one of exactly that number, else the first whose number is the same but for width,
/// case and blanks.
#[derive(Default)]
pub(super) struct Numbers {
    exact: BTreeMap<String, usize>,
    alike: BTreeMap<String, usize>,
}

impl Numbers {
    pub(super) fn add(&mut self, number: &str, at: usize) {
        self.exact.entry(number.to_owned()).or_insert(at);
        self.alike.entry(number_key(number)).or_insert(at);
    }

    pub(super) fn find(&self, number: &str) -> Option<usize> {
        self.exact.get(number).or_else(|| self.alike.get(&number_key(number))).copied()
    }

    /// The first number of this form that nothing has: `R-001`, `R-002`, ….
    pub(super) fn free(&self, letter: char, width: usize) -> String {
        let mut numbers = (1_u32..).map(|count| format!("{letter}-{count:0width$}"));
        numbers.find(|number| self.find(number).is_none()).unwrap_or_default()
    }
}
