//! The records of one project that its health and its money are read from.

use std::sync::Arc;

use chrono::NaiveDate;
use hefu_domain::acceptance::{DeemedClock, OpenIssue, deemed_clock};
use hefu_domain::calendar::Calendar;
use hefu_domain::contract::Contract;
use hefu_domain::document::{Document, SignerState};
use hefu_domain::health::{HealthFacts, HealthView, Pending, health};
use hefu_domain::id::ProjectId;
use hefu_domain::party::Organisation;
use hefu_domain::payment::{PaymentMilestone, PaymentState, Progress};
use hefu_domain::project::{Project, Stage, main_line};
use hefu_domain::register::Approval;
use hefu_domain::text::Text;
use hefu_store::{Reader, Store};

use crate::count::count;
use crate::failure::CommandError;
use crate::library;
use crate::memo::{Memo, RestsOn};
use crate::party;
use crate::register::pending;
use crate::scope::Facts as ScopeFacts;

pub(crate) struct Facts {
    pub project: Project,
    pub client: Text,
    pub manager: Text,
    /// By which it is told where the project stands.
    pub stages: Vec<Stage>,
    pub contract: Option<Contract>,
    pub payments: Vec<PaymentMilestone>,
    pub issues: Vec<OpenIssue>,
    /// What stands open in the registers.
    pub pending: Vec<Pending>,
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
    fn read(reader: &Reader<'_>, document: Document) -> Result<Self, CommandError> {
        let sections = reader.sections_of(document.id)?;
        let signers = reader.signers_of(document.id)?;
        let signed = signers.iter().filter(|s| matches!(s.outcome, SignerState::Signed { .. }));
        Ok(Self {
            unread: count(sections.iter().filter(|section| !section.text.is_whole()).count()),
            signed: count(signed.count()),
            signers: count(signers.len()),
            document,
        })
    }
}

/// The facts of one project. Errors: not found.
pub(crate) fn facts_of(memo: &Memo, store: &Store, project: ProjectId) -> Result<Arc<Facts>, CommandError> {
    memo.reading(store, project.0, |reader| {
        let facts = Facts::read(reader, reader.one(project.0)?)?;
        let rests_on = facts.rests_on(reader)?;
        Ok((facts, rests_on))
    })
}

/// The facts of every project, by number.
pub(super) fn of_all(memo: &Memo, store: &Store) -> Result<Vec<Arc<Facts>>, CommandError> {
    store.reader().project_ids()?.into_iter().map(|project| facts_of(memo, store, project)).collect()
}

impl Facts {
    pub(crate) fn read(reader: &Reader<'_>, project: Project) -> Result<Self, CommandError> {
        let id = project.id;
        let vendor: Option<Organisation> = reader.find(project.vendor.0)?;
        let key = vendor.map(|v| v.calendar).unwrap_or_default();
        let calendar = library::calendar(&key)
            .or_else(|| library::calendar(library::DEFAULT_CALENDAR))
            .expect("the library has the default calendar");
        let documents = reader.documents_on_their_way(id)?;
        Ok(Self {
            client: party::organisation_name(reader, project.client)?,
            manager: party::name(reader, project.manager)?,
            papers: documents.into_iter().map(|each| Paper::read(reader, each)).collect::<Result<_, _>>()?,
            stages: main_line(reader.stages_of(id)?),
            contract: reader.contract_of(id)?,
            payments: reader.payment_milestones_of(id)?,
            issues: reader.open_issues_in(id)?,
            pending: pending(reader, id, calendar)?,
            scope: ScopeFacts::read(reader, id)?,
            calendar,
            project,
        })
    }

    /// The project, its rounds and its documents with all their parts; the organisations and the person of whom a name or
    /// a calendar is shown or counted by.
    pub(crate) fn rests_on(&self, reader: &Reader<'_>) -> Result<RestsOn, CommandError> {
        let Project { id, client, vendor, manager, .. } = &self.project;
        let rounds = self.scope.rounds.iter().map(|round| round.id.0);
        let documents = reader.documents_of(*id)?.into_iter().map(|document| document.id.0);
        let approvals = reader.register_of::<Approval>(Some(*id))?.into_iter();
        let authorities = approvals.filter_map(|approval| Some(approval.organisation?.0));
        Ok(RestsOn {
            records: authorities.chain([client.0, vendor.0, manager.0]).collect(),
            wholes: rounds.chain(documents).chain([id.0]).collect(),
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
            pending: &self.pending,
            clocks: &self.clocks(today),
            calendar: self.calendar,
            today,
        })
    }
}
