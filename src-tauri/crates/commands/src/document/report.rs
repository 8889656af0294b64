//! The facts of an acceptance report as the client sees them. Internal fields are never selected: the report's
//! type has no place for them.

use chrono::NaiveDate;
use hefu_documents::kinds::acceptance_report as doc;
use hefu_domain::acceptance::{Finding, Mark, OpenIssue, Round};
use hefu_domain::document::{Document, Signer};
use hefu_domain::evidence::Holding;
use hefu_domain::money::capitals_zh;
use hefu_domain::party::{Organisation, Person};
use hefu_domain::payment::{PaymentMilestone, Trigger};
use hefu_domain::project::{Contract, Project};
use hefu_domain::scope::{Criterion, LinkEnds};
use hefu_domain::text::Text;
use hefu_store::Reader;
use hefu_store::journal::Head;
use rust_decimal::Decimal;

use super::view::{sections, signers};
use crate::failure::Trouble;
use crate::party;
use crate::scope::Facts;

/// Selects the facts of the report, of which `scope` are those of its project. `heads` are the trail heads before
/// issuing; `today` stands for a date that the draft does not have yet.
pub(super) fn report(
    reader: &Reader<'_>,
    document: &Document,
    scope: &Facts,
    heads: &[Head],
    today: NaiveDate,
) -> Result<doc::AcceptanceReport, Trouble> {
    let project: Project = reader.one(document.project.0)?;
    let contract: Option<Contract> = reader.first("project = ?1", [project.id.to_string()])?;
    let round: Option<Round> = document.round.map(|id| reader.one(id.0)).transpose()?;
    let findings: Vec<Finding> = match &round {
        Some(round) => reader.list("round = ?1", [round.id.to_string()])?,
        None => Vec::new(),
    };
    let issues: Vec<OpenIssue> = match &round {
        Some(round) => reader.list("round = ?1 ORDER BY number", [round.id.to_string()])?,
        None => Vec::new(),
    };
    Ok(doc::AcceptanceReport {
        number: document.number.clone(),
        version: document.version,
        title: document.title.clone(),
        project_number: project.number.clone(),
        project_title: project.title.clone(),
        parties: parties(reader, &project)?,
        logo: crate::vendor::logo_of(reader, project.vendor)?,
        prevailing_language: contract.as_ref().and_then(|c| c.prevailing_language),
        deemed_acceptance: round.as_ref().and_then(|r| deemed(contract.as_ref(), r)),
        contract: contract_facts(contract),
        date: document.date.unwrap_or(today),
        paragraphs: sections(reader, document.id)?
            .into_iter()
            .map(|section| doc::Paragraph { part: section.part, text: section.text })
            .collect(),
        requirements: requirements(scope),
        deliverables: scope
            .deliverables
            .iter()
            .map(|d| doc::Deliverable {
                number: d.number.clone(),
                title: d.title.clone(),
                due: d.due,
                handed_over: d.handed_over,
            })
            .collect(),
        chapters: chapters(scope, &findings, &issues),
        conclusion: round.as_ref().and_then(|r| r.conclusion),
        open_issues: issues.iter().map(|issue| open_issue(reader, issue)).collect::<Result<_, _>>()?,
        payments: payments(reader, &project, round.as_ref())?,
        evidence: evidence(scope),
        signers: signers(reader, document.id)?
            .iter()
            .map(|signer| signer_facts(reader, signer))
            .collect::<Result<_, _>>()?,
        heads: heads.iter().map(ToString::to_string).collect(),
    })
}

fn parties(reader: &Reader<'_>, project: &Project) -> Result<Vec<doc::Party>, Trouble> {
    let mut parties = Vec::new();
    for (role, id) in [
        (doc::PartyRole::Client, Some(project.client)),
        (doc::PartyRole::Vendor, Some(project.vendor)),
        (doc::PartyRole::Supervisor, project.supervisor),
    ] {
        if let Some(id) = id {
            let organisation: Organisation = reader.one(id.0)?;
            parties.push(doc::Party { role, name: organisation.name, legal_id: organisation.legal_id });
        }
    }
    Ok(parties)
}

fn money(amount: Decimal, currency: &str) -> doc::Money {
    // Only RMB is written in capitals; an amount too large for them is printed in figures alone.
    let in_words = if currency == "CNY" { capitals_zh(amount).unwrap_or_default() } else { String::new() };
    doc::Money { amount, currency: currency.to_owned(), in_words }
}

fn contract_facts(contract: Option<Contract>) -> doc::Contract {
    match contract {
        Some(c) => doc::Contract {
            amount: c.amount.map(|amount| money(amount, &c.currency)),
            number: c.number,
            date: c.date,
            title: c.title,
        },
        None => doc::Contract { number: String::new(), date: None, title: Text::default(), amount: None },
    }
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

fn open_issue(reader: &Reader<'_>, issue: &OpenIssue) -> Result<doc::OpenIssue, Trouble> {
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
) -> Result<Vec<doc::Payment>, Trouble> {
    let milestones: Vec<PaymentMilestone> =
        reader.list("project = ?1 ORDER BY position", [project.id.to_string()])?;
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

fn signer_facts(reader: &Reader<'_>, signer: &Signer) -> Result<doc::Signer, Trouble> {
    let person: Person = reader.one(signer.person.0)?;
    Ok(doc::Signer {
        role: signer.role,
        organisation: party::organisation_name(reader, person.organisation)?,
        name: person.name,
        capacity: signer.capacity.clone(),
    })
}
