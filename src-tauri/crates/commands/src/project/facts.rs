//! The records of one project that its health and its money are read from.

use chrono::NaiveDate;
use hefu_domain::acceptance::{DeemedClock, OpenIssue, deemed_clock};
use hefu_domain::calendar::Calendar;
use hefu_domain::party::Organisation;
use hefu_domain::payment::{PaymentMilestone, PaymentState, Progress};
use hefu_domain::project::{Contract, HealthFacts, HealthView, Project, Stage, health};
use hefu_store::Reader;

use crate::failure::Trouble;
use crate::library;
use crate::scope::Facts as ScopeFacts;

pub(super) struct Facts {
    pub project: Project,
    pub stages: Vec<Stage>,
    pub contract: Option<Contract>,
    pub payments: Vec<PaymentMilestone>,
    pub issues: Vec<OpenIssue>,
    pub scope: ScopeFacts,
    /// The vendor's; China's when the vendor's is not in the library.
    pub calendar: &'static Calendar,
}

impl Facts {
    pub(crate) fn read(reader: &Reader<'_>, project: Project) -> Result<Self, Trouble> {
        let id = project.id.to_string();
        let vendor: Option<Organisation> = reader.find(project.vendor.0)?;
        let key = vendor.map(|v| v.calendar).unwrap_or_default();
        let calendar = library::calendar(&key)
            .or_else(|| library::calendar("cn"))
            .expect("the library has China's calendar");
        Ok(Self {
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
