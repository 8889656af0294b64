//! The records of a project's registers, who is named in them, and what was answered before.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use hefu_domain::document::{DocumentState, SignerState};
use hefu_domain::id::{DocumentId, OrganisationId, PersonId, ProjectId};
use hefu_domain::morning::{NoticeReply, Postponement};
use hefu_domain::party::{Organisation, Person};
use hefu_domain::register::{Action, Approval, Issue, Lesson, Letter, Risk, Stakeholder, WorkPackage};
use hefu_domain::text::Text;
use hefu_store::Reader;
use uuid::Uuid;

use crate::failure::CommandError;
use crate::gate::Ground;
use crate::project::Facts;

pub(crate) struct Register {
    pub risks: Vec<Risk>,
    pub issues: Vec<Issue>,
    pub actions: Vec<Action>,
    pub approvals: Vec<Approval>,
    pub letters: Vec<Letter>,
    pub lessons: Vec<Lesson>,
    pub stakeholders: Vec<Stakeholder>,
    pub packages: Vec<WorkPackage>,
    /// The gates and what they rest on.
    pub ground: Ground,
    /// Fingerprints of the notices that were answered.
    pub answered: BTreeSet<String>,
    pub postponements: Vec<Postponement>,
    /// Whom an issued document waits for.
    pub signers: BTreeMap<DocumentId, PersonId>,
    /// The names of everybody who is named here.
    pub people: BTreeMap<PersonId, Text>,
    /// The organisations that decide, with the calendars that they work by.
    pub organisations: BTreeMap<OrganisationId, String>,
}

impl Register {
    pub(super) fn read(reader: &Reader<'_>, facts: &Facts) -> Result<Self, CommandError> {
        let project: ProjectId = facts.project.id;
        let mut register = Self {
            risks: reader.register_of(Some(project))?,
            issues: reader.register_of(Some(project))?,
            actions: reader.register_of(Some(project))?,
            approvals: reader.register_of(Some(project))?,
            letters: reader.register_of(Some(project))?,
            lessons: reader.register_of(Some(project))?,
            stakeholders: reader.register_of(Some(project))?,
            packages: reader.register_of(Some(project))?,
            ground: Ground::read(reader, facts)?,
            answered: replies(reader.notice_replies_of(project)?),
            postponements: reader.postponements_of(project)?,
            signers: signers(reader, facts)?,
            people: BTreeMap::new(),
            organisations: BTreeMap::new(),
        };
        for id in register.named(facts) {
            if let Some(Person { name, .. }) = reader.find(id.0)? {
                register.people.insert(id, name);
            }
        }
        let deciding = register.approvals.iter().filter_map(|approval| approval.organisation);
        let partners = register.packages.iter().filter_map(|package| package.partner);
        for id in deciding.chain(partners).collect::<BTreeSet<_>>() {
            if let Some(Organisation { calendar, .. }) = reader.find(id.0)? {
                register.organisations.insert(id, calendar);
            }
        }
        Ok(register)
    }

    fn named(&self, facts: &Facts) -> BTreeSet<PersonId> {
        let risks = self.risks.iter().filter_map(|risk| risk.owner);
        let issues = self.issues.iter().filter_map(|issue| issue.owner);
        let actions = self.actions.iter().filter_map(|action| action.owner);
        let approvals = self.approvals.iter().filter_map(|approval| approval.waits_for);
        let left = facts.issues.iter().filter_map(|issue| issue.owner);
        let signers = self.signers.values().copied();
        let gates = self.ground.gates.iter().filter_map(|gate| gate.owner);
        let known = self.stakeholders.iter().filter_map(|stakeholder| stakeholder.person);
        risks
            .chain(issues)
            .chain(actions)
            .chain(approvals)
            .chain(left)
            .chain(signers)
            .chain(gates)
            .chain(known)
            .collect()
    }

    /// Who and what is shown of it beside the project's own rows.
    pub(super) fn names(&self) -> HashSet<Uuid> {
        let people = self.people.keys().map(|id| id.0);
        people.chain(self.organisations.keys().map(|id| id.0)).collect()
    }
}

fn replies(replies: Vec<NoticeReply>) -> BTreeSet<String> {
    replies.into_iter().map(|reply| reply.fingerprint).collect()
}

fn signers(reader: &Reader<'_>, facts: &Facts) -> Result<BTreeMap<DocumentId, PersonId>, CommandError> {
    let mut waiting = BTreeMap::new();
    let issued = facts.papers.iter().filter(|paper| paper.document.state == DocumentState::Issued);
    for paper in issued {
        let signers = reader.signers_of(paper.document.id)?;
        let next = signers.iter().find(|signer| signer.outcome == SignerState::Waiting);
        waiting.extend(next.map(|signer| (paper.document.id, signer.person)));
    }
    Ok(waiting)
}
