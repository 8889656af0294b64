//! The acceptance report: its round with all that was found, the scope it is held against, and the payment it releases.

use chrono::NaiveDate;
use hefu_api::failure::Problem;
use hefu_documents::Kind;
use hefu_documents::kinds::acceptance_report as doc;
use hefu_documents::paper::Front;
use hefu_domain::acceptance::{Finding, Mark, OpenIssue, Round, RoundKind, marks};
use hefu_domain::document::{Document, Obstacle, RoundFacts, Subject, report_obstacles};
use hefu_domain::evidence::Holding;
use hefu_domain::payment::{PaymentMilestone, Trigger};
use hefu_domain::project::{Contract, Project};
use hefu_domain::scope::{Criterion, LinkEnds};
use hefu_domain::text::Text;
use hefu_store::{Reader, WriteTx};

use super::super::amount::money;
use super::super::ground::Ground;
use super::{Beginning, Paper, Texts};
use crate::failure::{CommandError, invalid};
use crate::library::document_template;
use crate::many::of_project;
use crate::party;
use crate::scope::Facts;

pub(super) struct AcceptanceReport;

impl Paper for AcceptanceReport {
    fn begin(
        &self,
        reader: &Reader<'_>,
        project: &Project,
        subject: Subject,
    ) -> Result<Beginning, CommandError> {
        let Some(round) = subject.round() else {
            return Err(invalid("document", "round", Problem::Blank).into());
        };
        let round: Round = reader.one(round.0)?;
        of_project("round", project.id, round.project)?;
        let template = document_template(match round.kind {
            RoundKind::Preliminary => "preliminary_acceptance_report",
            RoundKind::Final => "final_acceptance_report",
        });
        Ok(Beginning {
            number: format!("{} / {}", project.number, round.number),
            title: Text::reviewed(&template.title.en, &template.title.zh),
            date: round.meeting,
            signature: Text::reviewed(&template.signature.en, &template.signature.zh),
        })
    }

    fn facts(&self, ground: Ground<'_>, front: Front) -> Result<Box<dyn Kind>, CommandError> {
        let Ground { reader, project, scope, .. } = ground;
        let Reported { round, findings, issues } = Reported::read(ground)?;
        let contract = reader.contract_of(project.id)?;
        Ok(Box::new(doc::AcceptanceReport {
            front,
            deemed_acceptance: round.as_ref().and_then(|r| deemed(contract.as_ref(), r)),
            requirements: requirements(scope),
            deliverables: deliverables(scope),
            chapters: chapters(scope, &findings, &issues),
            conclusion: round.as_ref().and_then(|r| r.conclusion),
            open_issues: issues.iter().map(|issue| open_issue(reader, issue)).collect::<Result<_, _>>()?,
            payments: payments(reader, project, round.as_ref())?,
            evidence: evidence(scope),
        }))
    }

    fn texts(&self, ground: Ground<'_>, texts: &mut Texts) -> Result<(), CommandError> {
        let scope = ground.scope;
        for r in &scope.requirements {
            texts.add("title", r, &r.number, &r.title);
        }
        for d in &scope.deliverables {
            texts.add("title", d, &d.number, &d.title);
        }
        for c in &scope.chapters {
            texts.add("title", c, &c.position.to_string(), &c.title);
        }
        for c in &scope.criteria {
            texts.add("text", c, &c.number, &c.text);
        }
        for e in &scope.evidence {
            texts.add("title", e, &e.number, &e.title);
        }
        let Reported { findings, issues, .. } = Reported::read(ground)?;
        for finding in &findings {
            let number = scope.criteria.iter().find(|c| c.id == finding.criterion).map(|c| c.number.as_str());
            texts.add("measured", finding, number.unwrap_or_default(), &finding.measured);
            texts.add("remark", finding, number.unwrap_or_default(), &finding.remark);
        }
        for issue in &issues {
            texts.add("text", issue, &issue.number, &issue.text);
        }
        Ok(())
    }

    fn obstacles(&self, ground: Ground<'_>) -> Result<Vec<Obstacle<usize>>, CommandError> {
        let Reported { round, findings, issues } = Reported::read(ground)?;
        let Some(round) = round else { return Ok(report_obstacles(None)) };
        let ids: Vec<_> = ground.scope.criteria.iter().map(|c| c.id).collect();
        let marks = marks(round.id, &ids, &findings);
        Ok(report_obstacles(Some(RoundFacts {
            conclusion: round.conclusion,
            marks: &marks,
            issues: &issues,
        })))
    }

    /// Pulls the trigger of the payment that the report releases.
    fn signed(&self, tx: &WriteTx<'_>, document: &Document, day: NaiveDate) -> Result<(), CommandError> {
        let Some(round) = document.subject.round() else { return Ok(()) };
        let round: Round = tx.one(round.0)?;
        for milestone in tx.payment_milestones_of(document.project)? {
            if milestone.trigger == Trigger::of_round(round.kind) && milestone.triggered.is_none() {
                tx.put(&PaymentMilestone { triggered: Some(day), ..milestone })?;
            }
        }
        Ok(())
    }
}

/// The round that is reported on, with what was found in it; nothing when the document has none.
#[derive(Default)]
struct Reported {
    round: Option<Round>,
    findings: Vec<Finding>,
    issues: Vec<OpenIssue>,
}

impl Reported {
    fn read(ground: Ground<'_>) -> Result<Self, CommandError> {
        let Some(id) = ground.document.subject.round() else { return Ok(Self::default()) };
        let papers = ground.reader;
        let (findings, issues) = (papers.findings_of(id)?, papers.open_issues_of(id)?);
        Ok(Self { round: Some(ground.reader.one(id.0)?), findings, issues })
    }
}

fn deliverables(scope: &Facts) -> Vec<doc::Deliverable> {
    let fact = |d: &hefu_domain::scope::Deliverable| doc::Deliverable {
        number: d.number.clone(),
        title: d.title.clone(),
        due: d.due,
        handed_over: d.handed_over,
    };
    scope.deliverables.iter().map(fact).collect()
}

fn deemed(contract: Option<&Contract>, round: &Round) -> Option<doc::DeemedAcceptance> {
    let terms = contract?.deemed_acceptance.as_ref()?;
    let notice = round.notice?;
    let calendar = crate::library::calendar(&terms.calendar)?;
    Some(doc::DeemedAcceptance {
        notice,
        working_days: terms.working_days,
        last_day: calendar.add_working_days(notice, terms.working_days).date,
        silence_means: terms.silence_means,
        clause: terms.clause.clone(),
    })
}

fn requirements(scope: &Facts) -> Vec<doc::Requirement> {
    let number = |id| scope.deliverables.iter().find(|d| d.id == id).map(|d| d.number.clone());
    let answering = |r: &hefu_domain::scope::Requirement| {
        let mut numbers: Vec<String> = scope
            .links
            .iter()
            .filter_map(|link| match link.ends {
                LinkEnds::Delivers { requirement, deliverable } if requirement == r.id => number(deliverable),
                _ => None,
            })
            .collect();
        numbers.sort();
        numbers
    };
    scope
        .requirements
        .iter()
        .map(|r| doc::Requirement {
            number: r.number.clone(),
            title: r.title.clone(),
            source: r.source.clone(),
            deliverables: answering(r),
        })
        .collect()
}

fn chapters(scope: &Facts, findings: &[Finding], issues: &[OpenIssue]) -> Vec<doc::Chapter> {
    let line = |criterion: &Criterion| {
        let finding = findings.iter().find(|f| f.criterion == criterion.id);
        let evidence = scope.evidence.iter().filter(|e| e.criterion == criterion.id);
        doc::Finding {
            number: criterion.number.clone(),
            text: criterion.text.clone(),
            method: criterion.method,
            measured: finding.map(|f| f.measured.clone()).unwrap_or_default(),
            remark: finding.map(|f| f.remark.clone()).unwrap_or_default(),
            mark: finding.map_or(Mark::NotTested, |f| f.mark),
            evidence: evidence.map(|e| e.number.clone()).collect(),
            open_issue: issues.iter().find(|i| i.criterion == Some(criterion.id)).map(|i| i.number.clone()),
        }
    };
    scope
        .chapters
        .iter()
        .map(|chapter| doc::Chapter {
            number: chapter.position,
            title: chapter.title.clone(),
            findings: scope.criteria.iter().filter(|c| c.chapter == chapter.id).map(line).collect(),
        })
        .collect()
}

fn open_issue(reader: &Reader<'_>, issue: &OpenIssue) -> Result<doc::OpenIssue, CommandError> {
    Ok(doc::OpenIssue {
        number: issue.number.clone(),
        text: issue.text.clone(),
        owner: issue.owner.map(|id| party::name(reader, id)).transpose()?.unwrap_or_default(),
        due: issue.due,
        blocking: issue.blocking,
    })
}

fn payments(
    reader: &Reader<'_>,
    project: &Project,
    round: Option<&Round>,
) -> Result<Vec<doc::Payment>, CommandError> {
    let milestones = reader.payment_milestones_of(project.id)?;
    let released = round.map(|round| Trigger::of_round(round.kind));
    let state = |m: &PaymentMilestone| match (m.paid, m.triggered) {
        (Some(_), _) => doc::PaymentState::Paid,
        (None, Some(_)) => doc::PaymentState::Due,
        (None, None) if Some(m.trigger) == released => doc::PaymentState::ReleasedByThisReport,
        (None, None) => doc::PaymentState::Awaited,
    };
    Ok(milestones
        .into_iter()
        .map(|m| doc::Payment {
            state: state(&m),
            amount: money(m.amount, &m.currency),
            share: m.share,
            title: m.title,
        })
        .collect())
}

fn evidence(scope: &Facts) -> Vec<doc::Evidence> {
    let criterion = |id| scope.criteria.iter().find(|c| c.id == id).map(|c| c.number.clone());
    scope
        .evidence
        .iter()
        .map(|e| doc::Evidence {
            number: e.number.clone(),
            criterion: criterion(e.criterion).unwrap_or_default(),
            title: e.title.clone(),
            file_name: e.file_name.clone(),
            date: e.date,
            sha256: match &e.holding {
                Holding::Kept { sha256, .. } | Holding::Referenced { sha256, .. } => Some(sha256.clone()),
                Holding::Named => None,
            },
        })
        .collect()
}
