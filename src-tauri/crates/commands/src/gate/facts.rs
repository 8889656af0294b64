//! What the gates of a project rest on, read from its records as plain facts. All of them are read here; what is not
//! recorded is not in the facts, and so unknown.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use hefu_api::gate::GateState;
use hefu_delivery::check::{Check, CheckEvidence};
use hefu_delivery::gate::{self as engine, ConditionStands, GateFacts, GateStands, Validity, Verdict};
use hefu_domain::acceptance::{Blocking, Mark};
use hefu_domain::calendar::Calendar;
use hefu_domain::document::{Document, DocumentState, Signer, SignerRole, SignerState};
use hefu_domain::id::{CriterionId, DocumentId, PersonId, StackId};
use hefu_domain::register::{
    Approval, ApprovalState, CheckLasts, CheckState, ConditionSays, EntryCondition, Gate, GateCheck,
    HandOver, Issue, IssueState, Requires, Waiver,
};
use hefu_domain::scope::{Deliverable, LinkEnds};
use hefu_store::Reader;

use crate::failure::CommandError;
use crate::project::Facts;

/// The gates of a project with everything they rest on.
pub(crate) struct Ground {
    /// By their place in their line.
    pub gates: Vec<Gate>,
    pub checks: Vec<GateCheck>,
    pub hand_overs: Vec<HandOver>,
    pub waivers: Vec<Waiver>,
    pub(super) documents: Vec<Document>,
    pub(super) signers: Vec<Signer>,
    pub(super) approvals: Vec<Approval>,
    pub(super) issues: Vec<Issue>,
    /// What all gates read alike.
    pub(super) known: GateFacts,
    /// The open issues that block, each with its stack.
    blocking: Vec<(Option<StackId>, String)>,
}

impl Ground {
    pub(crate) fn read(reader: &Reader<'_>, facts: &Facts) -> Result<Self, CommandError> {
        let project = Some(facts.project.id);
        let mut gates: Vec<Gate> = reader.register_of(project)?;
        gates.sort_by(|a, b| (a.stack, a.position, &a.number).cmp(&(b.stack, b.position, &b.number)));
        let mut ground = Self {
            gates,
            checks: reader.register_of(project)?,
            hand_overs: reader.register_of(project)?,
            waivers: reader.waivers_of(facts.project.id)?,
            documents: reader.documents_of(facts.project.id)?,
            signers: reader.signers_in(facts.project.id)?,
            approvals: reader.register_of(project)?,
            issues: reader.register_of(project)?,
            known: GateFacts::default(),
            blocking: Vec::new(),
        };
        ground.blocking = ground.blocking(facts);
        ground.known = ground.known(facts);
        Ok(ground)
    }

    fn blocking(&self, facts: &Facts) -> Vec<(Option<StackId>, String)> {
        let open = |issue: &&Issue| issue.state == IssueState::Open && issue.blocking == Blocking::Blocks;
        let own = self.issues.iter().filter(open).map(|issue| (issue.stack, issue.id.to_string()));
        let left =
            facts.issues.iter().filter(|issue| issue.closed.is_none() && issue.blocking == Blocking::Blocks);
        own.chain(left.map(|issue| (None, issue.id.to_string()))).collect()
    }

    fn known(&self, facts: &Facts) -> GateFacts {
        let evidence: BTreeMap<String, Validity> =
            facts.scope.evidence.iter().map(|each| (each.id.to_string(), until(each.valid_until))).collect();
        let signed = |document: &Document| engine::DocumentFact {
            signed: Some(document.state == DocumentState::Signed),
            sections: BTreeMap::new(),
        };
        let marks: HashMap<CriterionId, Mark> = facts.scope.marks.iter().copied().collect();
        let deliverables = facts.scope.deliverables.iter();
        GateFacts {
            deliverables: deliverables
                .filter_map(|each| Some((each.id.to_string(), deliverable(facts, &marks, each)?)))
                .collect(),
            documents: self.documents.iter().map(|each| (each.id.to_string(), signed(each))).collect(),
            checks: self
                .checks
                .iter()
                .map(|each| (each.id.to_string(), of_check(each, &evidence).fact()))
                .collect(),
            blocking_issues: None,
            approvals: self
                .approvals
                .iter()
                .map(|each| (each.id.to_string(), approval(each, facts.calendar)))
                .collect(),
            hand_overs: self
                .hand_overs
                .iter()
                .map(|each| (each.id.to_string(), hand_over(each, facts)))
                .collect(),
            gates_passed: self
                .gates
                .iter()
                .map(|each| (each.id.to_string(), each.passage.is_some()))
                .collect(),
            confirmations: BTreeMap::new(),
            evidence,
        }
    }

    /// How a gate stands on `today`.
    pub(crate) fn stands(&self, gate: &Gate, today: NaiveDate) -> GateStands {
        let mut facts = self.known.clone();
        let concerns =
            |stack: Option<StackId>| stack.is_none() || gate.stack.is_none() || stack == gate.stack;
        let blocking = self.blocking.iter().filter(|(stack, _)| concerns(*stack));
        facts.blocking_issues = Some(blocking.map(|(_, issue)| issue.clone()).collect());
        facts.confirmations = confirmations(gate);
        for condition in &gate.conditions {
            self.sign_sections(condition, &mut facts);
        }
        let conditions: Vec<_> = gate.conditions.iter().map(asked).collect();
        let waivers = self.waivers.iter().filter(|waiver| waiver.gate == gate.id);
        engine::evaluate(&conditions, &facts, &waivers.map(of_waiver).collect::<Vec<_>>(), today)
    }

    /// Whether the section that a condition asks for was signed by whoever has the role.
    fn sign_sections(&self, condition: &EntryCondition, facts: &mut GateFacts) {
        let Requires::SectionSigned { document: Some(document), section, role, person } = &condition.requires
        else {
            return;
        };
        let Some(fact) = facts.documents.get_mut(&document.to_string()) else { return };
        if self.has_signed(*document, role, *person) {
            fact.sections.entry(section.clone()).or_default().insert(role.clone());
        }
    }

    fn has_signed(&self, document: DocumentId, role: &str, person: Option<PersonId>) -> bool {
        let stands = |each: &&Document| each.id == document;
        let gone = [DocumentState::Superseded, DocumentState::Void];
        let is_gone = self.documents.iter().find(stands).is_none_or(|each| gone.contains(&each.state));
        let mut signers = self.signers.iter().filter(|signer| signer.document == document);
        !is_gone
            && signers.any(|signer| {
                let is_asked = match person {
                    Some(person) => signer.person == person,
                    None => party(signer.role) == role,
                };
                is_asked && matches!(signer.outcome, SignerState::Signed { .. })
            })
    }

    /// How a check stands by itself, and until when its answer holds.
    pub(super) fn check_stands(&self, check: &GateCheck, today: NaiveDate) -> (GateStands, Validity) {
        let id = check.id.to_string();
        let requires = engine::Requirement::ChecksAnswered { checks: vec![id.clone()] };
        let condition = engine::Condition { id: id.clone(), owner: None, requires };
        let validity = self.known.checks.get(&id).map_or(Validity::Unknown, |fact| fact.validity);
        (engine::evaluate(&[condition], &self.known, &[], today), validity)
    }

    pub(crate) fn hand_over_stands(&self, hand_over: &HandOver, today: NaiveDate) -> GateStands {
        let id = hand_over.id.to_string();
        let requires = engine::Requirement::HandOverComplete { hand_over: id.clone() };
        let condition = engine::Condition { id, owner: None, requires };
        engine::evaluate(&[condition], &self.known, &[], today)
    }

    pub(crate) fn gate(&self, waiver: &Waiver) -> Option<&Gate> {
        self.gates.iter().find(|gate| gate.id == waiver.gate)
    }
}

/// How a gate stands to a person.
pub(crate) fn state(gate: &Gate, stands: &GateStands) -> GateState {
    if gate.passage.is_some() {
        let has_lapsed = stands.conditions.iter().any(ConditionStands::has_lapsed);
        return if has_lapsed { GateState::Lapsed } else { GateState::Passed };
    }
    match stands.verdict {
        Verdict::Met | Verdict::Waived => GateState::Ready,
        Verdict::Open => GateState::Waiting,
        Verdict::Unknown => GateState::Unknown,
        Verdict::Unmet => GateState::Held,
    }
}

/// The condition as the engine takes it.
fn asked(condition: &EntryCondition) -> engine::Condition {
    use engine::Requirement as Asks;
    fn ids<T: ToString>(ids: &[T]) -> Vec<String> {
        ids.iter().map(ToString::to_string).collect()
    }
    let requires = match &condition.requires {
        Requires::DeliverablesAccepted { deliverables } => {
            Asks::DeliverablesAccepted { deliverables: ids(deliverables) }
        }
        Requires::EvidenceValid { evidence, until } => {
            Asks::EvidenceValid { evidence: ids(evidence), until: *until }
        }
        Requires::DocumentsSigned { documents } => Asks::DocumentsSigned { documents: ids(documents) },
        Requires::SectionSigned { document: Some(document), section, role, .. } => Asks::SectionSigned {
            document: document.to_string(),
            section: section.clone(),
            role: role.clone(),
        },
        Requires::ChecksAnswered { checks } => Asks::ChecksAnswered { checks: ids(checks) },
        Requires::NoBlockingIssue => Asks::NoBlockingIssue,
        Requires::ApprovalsGiven { approvals } => Asks::ApprovalsGiven { approvals: ids(approvals) },
        Requires::DateReached { day: Some(day) } => Asks::DateReached { day: *day },
        Requires::GatePassed { gate: Some(gate) } => Asks::GatePassed { gate: gate.to_string() },
        Requires::HandOverComplete { hand_over: Some(hand_over) } => {
            Asks::HandOverComplete { hand_over: hand_over.to_string() }
        }
        Requires::Manual => Asks::Manual,
        Requires::SectionSigned { document: None, .. }
        | Requires::DateReached { day: None }
        | Requires::GatePassed { gate: None }
        | Requires::HandOverComplete { hand_over: None } => Asks::Unnamed,
    };
    let owner = condition.owner.map(|person| person.to_string());
    engine::Condition { id: condition.key.clone(), owner, requires }
}

pub(super) fn of_waiver(waiver: &Waiver) -> engine::Waiver {
    let reason = format!("{}{}", waiver.reason.en.words, waiver.reason.zh.words);
    engine::Waiver {
        condition: waiver.condition.clone(),
        reason,
        requested_by: waiver.requested_by.to_string(),
        approved_by: waiver.approved_by.iter().map(ToString::to_string).collect(),
        granted: waiver.granted,
        expires: waiver.expires,
        ended: waiver.ended,
    }
}

fn confirmations(gate: &Gate) -> BTreeMap<String, engine::Confirmation> {
    let said = gate.confirmations.iter();
    said.map(|said| {
        let holds = said.says == ConditionSays::Holds;
        let confirmation = engine::Confirmation { by: said.by.to_string(), on: said.on, holds };
        (said.condition.clone(), confirmation)
    })
    .collect()
}

/// Where no day is named, nobody expects an end.
fn until(day: Option<NaiveDate>) -> Validity {
    day.map_or(Validity::Always, Validity::Until)
}

/// Accepted is what was handed over and passed every criterion that examines it. None where it was handed over and no
/// criterion does: nobody has said by what it is accepted.
fn deliverable(
    facts: &Facts,
    marks: &HashMap<CriterionId, Mark>,
    deliverable: &Deliverable,
) -> Option<engine::DeliverableFact> {
    let fact = |state| Some(engine::DeliverableFact { state, due: deliverable.due });
    if deliverable.handed_over.is_none() {
        return fact(engine::DeliverableState::NotAccepted);
    }
    let examined = facts.scope.links.iter().filter_map(|link| match link.ends {
        LinkEnds::Examines { deliverable: of, criterion } if of == deliverable.id => Some(criterion),
        _ => None,
    });
    let found: BTreeSet<u8> = examined
        .map(|criterion| match marks.get(&criterion).copied().unwrap_or(Mark::NotTested) {
            Mark::Passed => 0,
            Mark::PassedWithRemark => 1,
            Mark::Failed | Mark::NotTested => 2,
        })
        .collect();
    fact(match found.last()? {
        0 => engine::DeliverableState::Accepted,
        1 => engine::DeliverableState::AcceptedWithRemark,
        _ => engine::DeliverableState::NotAccepted,
    })
}

fn of_check(check: &GateCheck, evidence: &BTreeMap<String, Validity>) -> Check {
    let of = |id: &hefu_domain::id::EvidenceId| {
        let id = id.to_string();
        let validity = evidence.get(&id).copied().unwrap_or(Validity::Unknown);
        CheckEvidence { id, validity }
    };
    let by_itself = match check.lasts {
        CheckLasts::Unknown => None,
        CheckLasts::Until => Some(check.valid_until.map_or(Validity::Unknown, Validity::Until)),
        CheckLasts::WithoutEnd => Some(Validity::Always),
    };
    let by_itself = by_itself.map(|validity| CheckEvidence { id: check.id.to_string(), validity });
    Check {
        number: check.number.clone(),
        title: check.title.words(),
        proof: check.wanted.words(),
        state: match check.state {
            CheckState::Unknown => engine::CheckState::Unknown,
            CheckState::Open => engine::CheckState::Open,
            CheckState::InProgress => engine::CheckState::InProgress,
            CheckState::Submitted => engine::CheckState::Submitted,
            CheckState::Accepted => engine::CheckState::Accepted,
            CheckState::Rejected => engine::CheckState::Rejected,
            CheckState::NotApplicable => engine::CheckState::NotApplicable,
        },
        owner: check.owner.map(|person| person.to_string()),
        decided: check.decided,
        note: check.note.words(),
        evidence: check.evidence.iter().map(of).chain(by_itself).collect(),
        waiver: None,
    }
}

fn approval(approval: &Approval, calendar: &Calendar) -> engine::ApprovalState {
    let by_law = approval.submitted.zip(approval.period);
    let expected = by_law.map(|(day, period)| calendar.period_end(day, period).date).or(approval.expected);
    match approval.state {
        ApprovalState::Approved => engine::ApprovalState::Given(until(approval.valid_until)),
        ApprovalState::Preparing | ApprovalState::Pending => engine::ApprovalState::Waiting { expected },
        ApprovalState::Withdrawn => engine::ApprovalState::Waiting { expected: None },
        ApprovalState::Rejected => engine::ApprovalState::Refused,
    }
}

fn hand_over(hand_over: &HandOver, facts: &Facts) -> engine::HandOverFact {
    let open = hand_over.items.iter().filter(|item| item.done.is_none());
    let is_said = |id: &hefu_domain::id::RequirementId| {
        facts.scope.requirements.iter().any(|requirement| requirement.id == *id)
    };
    let untraced =
        hand_over.promises.iter().filter(|promise| !promise.requirement.as_ref().is_some_and(is_said));
    engine::HandOverFact {
        open: open.map(|item| item.key.clone()).collect(),
        untraced: untraced.map(|promise| promise.key.clone()).collect(),
        signed: Some(hand_over.given.is_some() && hand_over.taken.is_some()),
    }
}

/// The role of a condition that is a party of a document.
fn party(role: SignerRole) -> &'static str {
    match role {
        SignerRole::Vendor => "vendor",
        SignerRole::Client => "client",
        SignerRole::Supervisor => "supervisor",
        SignerRole::Witness => "witness",
        SignerRole::Approver => "approver",
    }
}
