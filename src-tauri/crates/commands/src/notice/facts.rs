//! What the rules look at, read from the records of one project. What a rule asks of several projects at once is left out
//! here and stands in [`super::found`].

use std::collections::BTreeSet;

use chrono::NaiveDate;
use hefu_domain::acceptance::{Mark, OpenIssue, Round};
use hefu_domain::document::DocumentState;
use hefu_domain::id::{CriterionId, DeliverableId};
use hefu_domain::money::Money;
use hefu_domain::payment::Trigger;
use hefu_domain::project::current_stage;
use hefu_domain::register::{ActionState, ApprovalState, IssueState, RiskState};
use hefu_domain::scope::LinkEnds;
use hefu_notices::facts as noticed;

use super::others;
use super::register::Register;
use crate::acceptance::clock_view;
use crate::count::count;
use crate::library;
use crate::project::Facts;

/// Nothing but a day.
pub(super) fn blank(today: NaiveDate) -> noticed::Facts {
    noticed::Facts {
        today,
        limits: noticed::Limits::default(),
        gates: Vec::new(),
        evidence: Vec::new(),
        criteria: Vec::new(),
        deliverables: Vec::new(),
        packages: Vec::new(),
        signatures: Vec::new(),
        reviews: Vec::new(),
        approvals: Vec::new(),
        stakeholders: Vec::new(),
        due: Vec::new(),
        waivers: Vec::new(),
        contract_dates: Vec::new(),
        lessons: Vec::new(),
        projects: Vec::new(),
        promises: Vec::new(),
    }
}

/// What one project says by itself.
pub(super) fn of_project(facts: &Facts, register: &Register, today: NaiveDate) -> noticed::Facts {
    let project = facts.project.id;
    let of = Project { facts, register, name: project.to_string(), today };
    noticed::Facts {
        gates: others::gates(&register.ground, project, today),
        packages: others::packages(register, project),
        stakeholders: others::stakeholders(register, project),
        waivers: others::waivers(&register.ground, project, today),
        promises: others::promises(&register.ground, project, today),
        evidence: of.evidence(),
        criteria: of.criteria(),
        deliverables: of.deliverables(),
        signatures: of.signatures(),
        reviews: of.reviews(),
        ..blank(today)
    }
}

struct Project<'a> {
    facts: &'a Facts,
    register: &'a Register,
    name: String,
    today: NaiveDate,
}

impl Project<'_> {
    fn evidence(&self) -> Vec<noticed::Evidence> {
        let needed = self.needed();
        let evidence = self.facts.scope.evidence.iter();
        evidence
            .map(|piece| noticed::Evidence {
                project: self.name.clone(),
                id: piece.id.to_string(),
                valid_until: piece.valid_until,
                needed_on: needed.map(|(_, day)| day),
                needed_for: needed
                    .map(|(round, _)| noticed::Named { noun: "round".to_owned(), id: round.id.to_string() }),
            })
            .collect()
    }

    /// The round that relies on the evidence, and its day: where that has passed without a conclusion, the day on which
    /// silence decides.
    fn needed(&self) -> Option<(&Round, NaiveDate)> {
        let round = self.facts.scope.rounds.iter().rfind(|round| round.conclusion.is_none())?;
        let day = round.meeting.or(round.planned).filter(|day| *day >= self.today);
        let clock = || clock_view(self.facts.contract.as_ref(), round, self.today).map(|clock| clock.due);
        Some((round, day.or_else(clock)?))
    }

    fn criteria(&self) -> Vec<noticed::Criterion> {
        let scope = &self.facts.scope;
        scope
            .marks
            .iter()
            .map(|(criterion, mark)| {
                let found = scope.rounds.iter().rev().find_map(|round| {
                    let of = |finding: &&hefu_domain::acceptance::Finding| {
                        finding.round == round.id && finding.criterion == *criterion && finding.mark == *mark
                    };
                    scope.findings.iter().find(of)
                });
                noticed::Criterion {
                    project: self.name.clone(),
                    id: criterion.to_string(),
                    owner: self.owner(*criterion),
                    mark: found.map(|_| mark_of(*mark)),
                    finding: found.filter(|_| *mark == Mark::Failed).map(|finding| finding.id.to_string()),
                    actions: self.answers(*criterion),
                }
            })
            .collect()
    }

    /// Whoever the record names for a criterion: who has an open action or issue on it, who gave evidence of it, whose
    /// deliverable it examines.
    fn owner(&self, criterion: CriterionId) -> Option<String> {
        let Facts { scope, issues, .. } = self.facts;
        let actions = self.register.actions.iter();
        let acting = actions
            .filter(|action| action.criterion == Some(criterion) && action.state == ActionState::Open)
            .find_map(|action| action.owner);
        let answering = || {
            let open = |issue: &&OpenIssue| issue.criterion == Some(criterion) && issue.closed.is_none();
            issues.iter().filter(open).find_map(|issue| issue.owner)
        };
        let giving = || {
            let of = scope.evidence.iter().filter(|piece| piece.criterion == criterion);
            of.filter_map(|piece| piece.provided_by).next_back()
        };
        let person = acting.or_else(answering).or_else(giving).map(|person| person.to_string());
        person.or_else(|| {
            let examined = scope.links.iter().filter_map(|link| match link.ends {
                LinkEnds::Examines { deliverable, criterion: of } if of == criterion => Some(deliverable),
                _ => None,
            });
            let examined: BTreeSet<DeliverableId> = examined.collect();
            let deliverables = scope.deliverables.iter().filter(|each| examined.contains(&each.id));
            deliverables.filter_map(|each| each.organisation).map(|id| id.to_string()).next()
        })
    }

    /// Open actions and open issues that answer a criterion, with somebody and a day.
    fn answers(&self, criterion: CriterionId) -> u32 {
        let actions = self.register.actions.iter().filter(|action| {
            action.criterion == Some(criterion)
                && action.state == ActionState::Open
                && action.owner.is_some()
                && action.due.is_some()
        });
        let issues = self.facts.issues.iter().filter(|issue| {
            issue.criterion == Some(criterion)
                && issue.closed.is_none()
                && issue.owner.is_some()
                && issue.due.is_some()
        });
        count(actions.count() + issues.count())
    }

    fn deliverables(&self) -> Vec<noticed::Deliverable> {
        let deliverables = self.facts.scope.deliverables.iter();
        deliverables
            .map(|deliverable| noticed::Deliverable {
                project: self.name.clone(),
                id: deliverable.id.to_string(),
                due: deliverable.due,
                handed_over: deliverable.handed_over.is_some(),
                evidence: self.evidence_of(deliverable.id),
            })
            .collect()
    }

    /// Pieces of evidence for the criteria that examine a deliverable or prove what it answers; none where no criterion
    /// does: then nobody has said what would show it.
    fn evidence_of(&self, deliverable: DeliverableId) -> Option<u32> {
        let scope = &self.facts.scope;
        let answered: BTreeSet<_> = scope
            .links
            .iter()
            .filter_map(|link| match link.ends {
                LinkEnds::Delivers { requirement, deliverable: of } if of == deliverable => Some(requirement),
                _ => None,
            })
            .collect();
        let criteria: BTreeSet<CriterionId> = scope
            .links
            .iter()
            .filter_map(|link| match link.ends {
                LinkEnds::Examines { deliverable: of, criterion } if of == deliverable => Some(criterion),
                LinkEnds::Proves { requirement, criterion } if answered.contains(&requirement) => {
                    Some(criterion)
                }
                _ => None,
            })
            .collect();
        let pieces = scope.evidence.iter().filter(|piece| criteria.contains(&piece.criterion));
        (!criteria.is_empty()).then(|| count(pieces.count()))
    }

    fn signatures(&self) -> Vec<noticed::Signature> {
        let issued = self.facts.papers.iter().map(|paper| &paper.document);
        issued
            .filter(|document| document.state == DocumentState::Issued)
            .filter_map(|document| {
                let rounds = &self.facts.scope.rounds;
                let round = rounds.iter().find(|round| Some(round.id) == document.subject.round());
                Some(noticed::Signature {
                    project: self.name.clone(),
                    document: document.id.to_string(),
                    since: document.issued.as_ref()?.at.date_naive(),
                    waits_for: self.register.signers.get(&document.id).map(ToString::to_string),
                    money: round.and_then(|round| self.held(Trigger::of_round(round.kind))),
                })
            })
            .collect()
    }

    /// What becomes payable with the paper of this trigger; none where that is of several currencies or of none.
    fn held(&self, trigger: Trigger) -> Option<Money> {
        let waiting = self.facts.waiting().filter(|milestone| milestone.trigger == trigger);
        let money: Vec<Money> = waiting.map(|milestone| milestone.money().ok()).collect::<Option<_>>()?;
        match Money::totals(money).ok()?.as_slice() {
            [sum] => Some(*sum),
            _ => None,
        }
    }

    fn reviews(&self) -> Vec<noticed::Review> {
        let risks = self.register.risks.iter();
        risks
            .map(|risk| noticed::Review {
                project: self.name.clone(),
                noun: "risk".to_owned(),
                id: risk.id.to_string(),
                next_review: risk.next_review,
                closed: risk.state != RiskState::Open,
            })
            .collect()
    }
}

/// What somebody owes by a day.
pub(super) fn due(facts: &Facts, register: &Register) -> Vec<noticed::Due> {
    let project = facts.project.id.to_string();
    let of = |noun: &str, id: String, owner: Option<_>, due: Option<NaiveDate>| {
        let owner: hefu_domain::id::PersonId = owner?;
        let (project, noun, owner) = (project.clone(), noun.to_owned(), owner.to_string());
        Some(noticed::Due { project, noun, id, owner, due: due?, done: false })
    };
    let actions = register.actions.iter().filter(|action| action.state == ActionState::Open);
    let issues = register.issues.iter().filter(|issue| issue.state == IssueState::Open);
    let left = facts.issues.iter().filter(|issue| issue.closed.is_none());
    let actions = actions.filter_map(|each| of("action", each.id.to_string(), each.owner, each.due));
    let issues = issues.filter_map(|each| of("issue", each.id.to_string(), each.owner, each.due));
    let left = left.filter_map(|each| of("open_issue", each.id.to_string(), each.owner, each.due));
    actions.chain(issues).chain(left).collect()
}

/// An approval as it is compared with those of other projects.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Waited {
    pub approval: noticed::Approval,
    /// What makes two alike: the authority and the step.
    pub like: (String, String),
    pub answered: bool,
}

/// The approvals that wait or were answered, each with the working days that it took so far by the calendar of whoever
/// decides.
pub(super) fn approvals(facts: &Facts, register: &Register, today: NaiveDate) -> Vec<Waited> {
    let waited = |approval: &hefu_domain::register::Approval| {
        let submitted = approval.submitted?;
        let answered = matches!(approval.state, ApprovalState::Approved | ApprovalState::Rejected);
        let end = if answered { approval.answered? } else { today };
        if !answered && approval.state != ApprovalState::Pending {
            return None;
        }
        let calendar = approval.organisation.and_then(|id| register.organisations.get(&id));
        let calendar = calendar.and_then(|key| library::calendar(key)).unwrap_or(facts.calendar);
        let days = calendar.working_days_left(submitted, end).days;
        Some(Waited {
            approval: noticed::Approval {
                project: facts.project.id.to_string(),
                id: approval.id.to_string(),
                submitted,
                waited: u32::try_from(days).unwrap_or_default(),
                like: Vec::new(),
            },
            like: (approval.authority.en.words.clone(), approval.step.en.words.clone()),
            answered,
        })
    };
    register.approvals.iter().filter_map(waited).collect()
}

/// What a project is about, in the words of the lessons: single words of its title, summary, requirements and
/// deliverables, two beside each other with a hyphen, the kinds of its risks and its jurisdictions.
pub(super) fn about(facts: &Facts, register: &Register) -> noticed::Project {
    let mut tags = BTreeSet::new();
    let scope = &facts.scope;
    let project = [&facts.project.title, &facts.project.summary];
    let requirements = scope.requirements.iter().map(|each| &each.title);
    let deliverables = scope.deliverables.iter().map(|each| &each.title);
    for text in project.into_iter().chain(requirements).chain(deliverables) {
        let words = text.en.words.to_lowercase();
        let words = words.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut last: Option<&str> = None;
        for word in words {
            tags.extend(last.map(|last| format!("{last}-{word}")));
            tags.insert(word.to_owned());
            last = Some(word);
        }
    }
    tags.extend(facts.project.jurisdictions.iter().map(|code| code.to_lowercase()));
    let categories = register.risks.iter().filter_map(|risk| serde_json::to_value(risk.category).ok());
    tags.extend(categories.filter_map(|code| code.as_str().map(str::to_owned)));
    noticed::Project { id: facts.project.id.to_string(), tags, is_starting: is_starting(facts) }
}

/// It has a stage and none after the planning has begun.
fn is_starting(facts: &Facts) -> bool {
    const PLANNING: u32 = 2;
    let late = facts.stages.iter().any(|stage| stage.position > PLANNING && stage.started.is_some());
    current_stage(&facts.stages).is_some() && !late
}

/// The lessons of a project.
pub(super) fn lessons(facts: &Facts, register: &Register) -> Vec<noticed::Lesson> {
    let lessons = register.lessons.iter();
    lessons
        .map(|lesson| noticed::Lesson {
            id: lesson.id.to_string(),
            project: facts.project.id.to_string(),
            tags: lesson.tags.iter().map(|tag| tag.to_lowercase()).collect(),
        })
        .collect()
}

fn mark_of(mark: Mark) -> noticed::Mark {
    match mark {
        Mark::Passed => noticed::Mark::Passed,
        Mark::PassedWithRemark => noticed::Mark::PassedWithRemark,
        Mark::Failed => noticed::Mark::Failed,
        Mark::NotTested => noticed::Mark::NotTested,
    }
}
