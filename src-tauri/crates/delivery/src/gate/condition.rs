//! How each kind of condition is read from the facts.

use chrono::NaiveDate;

use super::{
    ApprovalState, CheckFact, CheckState, Condition, DeliverableFact, DeliverableState, DocumentFact,
    GateFacts, HandOverFact, Reason, Requirement, Validity, Verdict, Why,
};

/// How one named thing stands: none when it holds.
type Stands = Option<(Verdict, Why)>;

const UNRECORDED: Stands = Some((Verdict::Unknown, Why::NotRecorded));
const NOTHING_NAMED: Stands = Some((Verdict::Unknown, Why::NothingNamed));

/// The verdict of a condition without its waivers, and why it does not hold.
pub(super) fn read(condition: &Condition, facts: &GateFacts, today: NaiveDate) -> (Verdict, Vec<Reason>) {
    match &condition.requires {
        Requirement::DeliverablesAccepted { deliverables } => each(deliverables, |id| {
            facts.deliverables.get(id).map_or(UNRECORDED, |fact| deliverable(fact, today))
        }),
        Requirement::EvidenceValid { evidence, until } => each(evidence, |id| {
            let needed = until.map_or(today, |until| until.max(today));
            facts.evidence.get(id).map_or(UNRECORDED, |validity| valid(*validity, today, needed))
        }),
        Requirement::DocumentsSigned { documents } => {
            each(documents, |id| facts.documents.get(id).map_or(UNRECORDED, signed))
        }
        Requirement::SectionSigned { document, section, role } => {
            let read = |fact: &DocumentFact| {
                let is_signed = fact.sections.get(section).is_some_and(|roles| roles.contains(role));
                let why = || Why::SectionNotSigned { section: section.clone(), role: role.clone() };
                (!is_signed).then(|| (Verdict::Unmet, why()))
            };
            one(document, facts.documents.get(document).map_or(UNRECORDED, read))
        }
        Requirement::ChecksAnswered { checks } => {
            each(checks, |id| facts.checks.get(id).map_or(UNRECORDED, |fact| check(fact, today)))
        }
        Requirement::NoBlockingIssue => match &facts.blocking_issues {
            None => one("", UNRECORDED),
            Some(issues) => gathered(issues.iter().map(|issue| (issue, Some((Verdict::Unmet, Why::Blocks))))),
        },
        Requirement::ApprovalsGiven { approvals } => {
            each(approvals, |id| facts.approvals.get(id).map_or(UNRECORDED, |state| approval(*state, today)))
        }
        Requirement::DateReached { day } => {
            let ahead = (today < *day).then_some((Verdict::Open, Why::DateAhead { day: *day }));
            one(&day.to_string(), ahead)
        }
        Requirement::GatePassed { gate } => {
            let read = |passed: &bool| (!passed).then_some((Verdict::Unmet, Why::GateNotPassed));
            one(gate, facts.gates_passed.get(gate).map_or(UNRECORDED, read))
        }
        Requirement::HandOverComplete { hand_over } => match facts.hand_overs.get(hand_over) {
            None => one(hand_over, UNRECORDED),
            Some(fact) => gathered(handed_over(fact).map(|stands| (hand_over, Some(stands)))),
        },
        Requirement::Manual => one(&condition.id, confirmed(&condition.id, facts, today)),
        Requirement::Unnamed => one("", NOTHING_NAMED),
    }
}

/// All of what is named holds; a condition that names nothing is not known to ask anything.
fn each(named: &[String], stands: impl Fn(&String) -> Stands) -> (Verdict, Vec<Reason>) {
    if named.is_empty() {
        return one("", NOTHING_NAMED);
    }
    gathered(named.iter().map(|id| (id, stands(id))))
}

fn one(about: &str, stands: Stands) -> (Verdict, Vec<Reason>) {
    gathered([(&about.to_owned(), stands)].into_iter())
}

fn gathered<'a>(all: impl Iterator<Item = (&'a String, Stands)>) -> (Verdict, Vec<Reason>) {
    let mut worst = Verdict::Met;
    let mut reasons = Vec::new();
    for (about, stands) in all {
        if let Some((verdict, why)) = stands {
            worst = worst.max(verdict);
            reasons.push(Reason { about: about.clone(), why });
        }
    }
    (worst, reasons)
}

fn deliverable(fact: &DeliverableFact, today: NaiveDate) -> Stands {
    match (fact.state, fact.due) {
        (DeliverableState::Accepted | DeliverableState::AcceptedWithRemark, _) => None,
        (DeliverableState::NotAccepted, Some(due)) if today <= due => {
            Some((Verdict::Open, Why::DueLater { due }))
        }
        (DeliverableState::NotAccepted, _) => Some((Verdict::Unmet, Why::NotAccepted)),
    }
}

fn valid(validity: Validity, today: NaiveDate, needed: NaiveDate) -> Stands {
    match validity {
        Validity::Always => None,
        Validity::Until(last) if last >= needed => None,
        Validity::Until(on) if on < today => Some((Verdict::Unmet, Why::Expired { on })),
        Validity::Until(on) => Some((Verdict::Unmet, Why::ExpiresBefore { on, needed })),
        Validity::Unknown => Some((Verdict::Unknown, Why::ValidityUnknown)),
    }
}

fn signed(fact: &DocumentFact) -> Stands {
    match fact.signed {
        Some(true) => None,
        Some(false) => Some((Verdict::Unmet, Why::NotSigned)),
        None => UNRECORDED,
    }
}

/// Everything that a hand-over lacks.
fn handed_over(fact: &HandOverFact) -> impl Iterator<Item = (Verdict, Why)> + use<'_> {
    let open = fact.open.iter().map(|point| Why::PointOpen { point: point.clone() });
    let untraced = fact.untraced.iter().map(|promise| Why::PromiseUntraced { promise: promise.clone() });
    let unsigned = match fact.signed {
        Some(true) => None,
        Some(false) => Some((Verdict::Unmet, Why::NotSigned)),
        None => UNRECORDED,
    };
    open.chain(untraced).map(|why| (Verdict::Unmet, why)).chain(unsigned)
}

fn check(fact: &CheckFact, today: NaiveDate) -> Stands {
    match fact.state {
        CheckState::Accepted => valid(fact.validity, today, today),
        CheckState::NotApplicable => None,
        CheckState::Submitted => Some((Verdict::Unmet, Why::NotYetAccepted)),
        CheckState::Open | CheckState::InProgress => Some((Verdict::Unmet, Why::NotAnswered)),
        CheckState::Rejected => Some((Verdict::Unmet, Why::Rejected)),
        CheckState::Unknown => UNRECORDED,
    }
}

fn approval(state: ApprovalState, today: NaiveDate) -> Stands {
    match state {
        ApprovalState::Given(validity) => valid(validity, today, today),
        ApprovalState::Waiting { expected: Some(expected) } if today <= expected => {
            Some((Verdict::Open, Why::ExpectedLater { expected }))
        }
        ApprovalState::Waiting { .. } => Some((Verdict::Unmet, Why::NotGiven)),
        ApprovalState::Refused => Some((Verdict::Unmet, Why::Refused)),
    }
}

/// A confirmation of a day to come is none yet.
fn confirmed(condition: &str, facts: &GateFacts, today: NaiveDate) -> Stands {
    match facts.confirmations.get(condition) {
        Some(said) if said.on > today => Some((Verdict::Unknown, Why::NotConfirmed)),
        Some(said) if said.holds => None,
        Some(said) => Some((Verdict::Unmet, Why::Denied { by: said.by.clone(), on: said.on })),
        None => Some((Verdict::Unknown, Why::NotConfirmed)),
    }
}
