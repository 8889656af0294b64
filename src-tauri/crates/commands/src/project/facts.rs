//! The records of one project that its health and its money are read from.

use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use hefu_domain::acceptance::{DeemedClock, OpenIssue, deemed_clock};
use hefu_domain::calendar::Calendar;
use hefu_domain::document::{Document, Section, Signer, SignerState};
use hefu_domain::id::ProjectId;
use hefu_domain::party::Organisation;
use hefu_domain::payment::{PaymentMilestone, PaymentState, Progress};
use hefu_domain::project::{Contract, HealthFacts, HealthView, Project, Stage, health};
use hefu_domain::text::Text;
use hefu_store::{Reader, Store};

use crate::acceptance::count;
use crate::failure::Trouble;
use crate::library;
use crate::party;
use crate::scope::Facts as ScopeFacts;

pub(crate) struct Facts {
    pub project: Project,
    pub client: Text,
    pub manager: Text,
    pub stages: Vec<Stage>,
    pub contract: Option<Contract>,
    pub payments: Vec<PaymentMilestone>,
    pub issues: Vec<OpenIssue>,
    pub scope: ScopeFacts,
    /// Those that are not signed, superseded or void.
    pub papers: Vec<Paper>,
    /// The vendor's; China's when the vendor's is not in the library.
    pub calendar: &'static Calendar,
}

/// A document that is on its way.
pub(crate) struct Paper {
    pub document: Document,
    /// Paragraphs that were not reviewed in both languages.
    pub unread: u32,
    pub signed: u32,
    pub signers: u32,
}

impl Paper {
    fn read(reader: &Reader<'_>, document: Document) -> Result<Self, Trouble> {
        let id = document.id.to_string();
        let sections: Vec<Section> = reader.list("document = ?1", [&id])?;
        let signers: Vec<Signer> = reader.list("document = ?1", [&id])?;
        let signed = signers.iter().filter(|s| matches!(s.outcome, SignerState::Signed { .. }));
        Ok(Self {
            unread: count(sections.iter().filter(|section| !section.text.is_whole()).count()),
            signed: count(signed.count()),
            signers: count(signers.len()),
            document,
        })
    }
}

/// What was read of each project, good until something is written in it; what belongs to none of them, an
/// organisation's calendar or a person's name, may stand in all.
#[derive(Default)]
pub(crate) struct KeptFacts {
    /// Entries of the workspace chain when they were read.
    entries: u64,
    projects: HashMap<ProjectId, Arc<Facts>>,
}

impl KeptFacts {
    /// Forgets what was written in since.
    fn refresh(&mut self, store: &Store) -> Result<(), Trouble> {
        let entries = store.written()?;
        if entries != self.entries {
            match store.written_in_since(self.entries)? {
                Some(projects) => projects.iter().for_each(|project| drop(self.projects.remove(project))),
                None => self.projects.clear(),
            }
            self.entries = entries;
        }
        Ok(())
    }

    fn of(&mut self, reader: &Reader<'_>, id: ProjectId) -> Result<Arc<Facts>, Trouble> {
        if let Some(facts) = self.projects.get(&id) {
            return Ok(Arc::clone(facts));
        }
        let facts = Arc::new(Facts::read(reader, reader.one(id.0)?)?);
        self.projects.insert(id, Arc::clone(&facts));
        Ok(facts)
    }
}

/// The facts of one project. Errors: not found.
pub(crate) fn facts_of(
    kept: &RefCell<KeptFacts>,
    store: &Store,
    project: ProjectId,
) -> Result<Arc<Facts>, Trouble> {
    let kept = &mut *kept.borrow_mut();
    kept.refresh(store)?;
    kept.of(&store.reader(), project)
}

/// The facts of every project, in the order in which they were made.
pub(super) fn of_all(kept: &RefCell<KeptFacts>, store: &Store) -> Result<Vec<Arc<Facts>>, Trouble> {
    let kept = &mut *kept.borrow_mut();
    kept.refresh(store)?;
    let reader = store.reader();
    reader.ids::<Project>()?.into_iter().map(|id| kept.of(&reader, ProjectId(id))).collect()
}

impl Facts {
    pub(crate) fn read(reader: &Reader<'_>, project: Project) -> Result<Self, Trouble> {
        let id = project.id.to_string();
        let vendor: Option<Organisation> = reader.find(project.vendor.0)?;
        let key = vendor.map(|v| v.calendar).unwrap_or_default();
        let calendar = library::calendar(&key)
            .or_else(|| library::calendar("cn"))
            .expect("the library has China's calendar");
        let on_its_way = "project = ?1 AND state IN ('draft', 'in_review', 'issued') ORDER BY number";
        let documents: Vec<Document> = reader.list(on_its_way, [&id])?;
        Ok(Self {
            client: party::organisation_name(reader, project.client)?,
            manager: party::name(reader, project.manager)?,
            papers: documents.into_iter().map(|each| Paper::read(reader, each)).collect::<Result<_, _>>()?,
            stages: reader.list("project = ?1 ORDER BY position", [&id])?,
            contract: reader.first("project = ?1", [&id])?,
            payments: reader.list("project = ?1 ORDER BY position", [&id])?,
            issues: reader.list("project = ?1 ORDER BY number", [&id])?,
            scope: ScopeFacts::read(reader, project.id)?,
            calendar,
            project,
        })
    }

    pub(crate) fn payment_state(&self, milestone: &PaymentMilestone) -> PaymentState {
        milestone.state(&Progress {
            contract: self.contract.as_ref(),
            deliverables: &self.scope.deliverables,
            rounds: &self.scope.rounds,
        })
    }

    pub(crate) fn waiting(&self) -> impl Iterator<Item = &PaymentMilestone> {
        self.payments.iter().filter(|m| self.payment_state(m) == PaymentState::WaitingForSignature)
    }

    fn clocks(&self, today: NaiveDate) -> Vec<DeemedClock> {
        let Some(terms) = self.contract.as_ref().and_then(|c| c.deemed_acceptance.as_ref()) else {
            return Vec::new();
        };
        let Some(calendar) = library::calendar(&terms.calendar) else { return Vec::new() };
        self.scope.rounds.iter().filter_map(|round| deemed_clock(terms, round, calendar, today)).collect()
    }

    pub(crate) fn health(&self, today: NaiveDate) -> HealthView {
        health(&HealthFacts {
            stages: &self.stages,
            deliverables: &self.scope.deliverables,
            marks: &self.scope.marks,
            evidence: &self.scope.evidence,
            rounds: &self.scope.rounds,
            issues: &self.issues,
            clocks: &self.clocks(today),
            calendar: self.calendar,
            today,
        })
    }

    /// Working days until `due` by the vendor's calendar; negative when late.
    pub(crate) fn left(&self, today: NaiveDate, due: NaiveDate) -> i64 {
        self.calendar.working_days_left(today, due).days
    }
}
