//! A round as the acceptance page shows it, and one criterion with all that hangs on it.

use std::collections::HashMap;

use hefu_api::acceptance::{
    ChapterView, CriterionInRound, CriterionLine, CriterionView, EvidenceView, NumberedTitle, OpenIssueView,
    RoundRef, RoundView, Validity, Waiting,
};
use hefu_domain::acceptance::{Finding, Mark, OpenIssue, Round, Tally, admissible};
use hefu_domain::document::Document;
use hefu_domain::evidence::Evidence;
use hefu_domain::id::CriterionId;
use hefu_domain::payment::{PaymentMilestone, Trigger};
use hefu_domain::project::Contract;
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Requirement};

use super::clock_view;
use super::mark::marks_of;
use crate::failure::Trouble;
use crate::party;
use crate::session::Query;

pub(crate) fn acceptance_round(query: &mut Query<'_>, request: RoundRef) -> Result<RoundView, Trouble> {
    let reader = query.reader();
    let round: Round = reader.one(request.round.0)?;
    let project = round.project.to_string();
    let findings: HashMap<CriterionId, Finding> = reader
        .list::<Finding>("round = ?1", [round.id.to_string()])?
        .into_iter()
        .map(|finding| (finding.criterion, finding))
        .collect();
    let issues: Vec<OpenIssue> = reader.list("round = ?1 ORDER BY number", [round.id.to_string()])?;
    let evidence: Vec<Evidence> = reader.list("project = ?1", [&project])?;
    let chapters: Vec<Chapter> = reader.list("project = ?1 ORDER BY position", [&project])?;
    let criteria: Vec<Criterion> = reader.list("project = ?1 ORDER BY position", [&project])?;
    let line = |criterion: &Criterion| {
        let finding = findings.get(&criterion.id);
        let of_it = || evidence.iter().filter(|e| e.criterion == criterion.id);
        let issue = issues.iter().find(|i| i.criterion == Some(criterion.id) && i.closed.is_none());
        CriterionLine {
            mark: finding.map_or(Mark::NotTested, |f| f.mark),
            measured: finding.map(|f| f.measured.clone()).unwrap_or_default(),
            remark: finding.map(|f| f.remark.clone()).unwrap_or_default(),
            evidence: count(of_it().count()),
            evidence_expired: count(of_it().filter(|e| e.is_expired(query.today)).count()),
            open_issue: issue.map(|i| i.number.clone()),
            criterion: criterion.clone(),
        }
    };
    let chapters: Vec<ChapterView> = chapters
        .into_iter()
        .map(|chapter| {
            let criteria: Vec<CriterionLine> =
                criteria.iter().filter(|c| c.chapter == chapter.id).map(line).collect();
            ChapterView { tally: Tally::of(criteria.iter().map(|c| c.mark)), chapter, criteria }
        })
        .collect();
    let marks = marks_of(&reader, &round)?;
    let allowed = admissible(&marks, &issues).into_iter().filter(|a| a.obstacles.is_empty());
    let contract: Option<Contract> = reader.first("project = ?1", [&project])?;
    let document: Option<Document> =
        reader.first("round = ?1 AND state <> 'void' ORDER BY version DESC", [round.id.to_string()])?;
    let open_issues = issues
        .iter()
        .map(|issue| {
            let number = issue.criterion.and_then(|id| criteria.iter().find(|c| c.id == id));
            Ok(OpenIssueView {
                criterion: number.map(|c| c.number.clone()),
                owner: issue.owner.map(|id| party::name(&reader, id)).transpose()?,
                issue: issue.clone(),
            })
        })
        .collect::<Result<_, Trouble>>()?;
    Ok(RoundView {
        tally: Tally::of(marks.iter().map(|(_, mark)| *mark)),
        chapters,
        open_issues,
        admissible: allowed.map(|a| a.conclusion).collect(),
        waiting: waiting(query, &round)?,
        clock: clock_view(contract.as_ref(), &round, query.today),
        document: document.as_ref().map(|d| d.id),
        document_number: document.map(|d| d.number),
        round,
    })
}

/// What the signature of this round's report releases; none once it is triggered.
fn waiting(query: &Query<'_>, round: &Round) -> Result<Option<Waiting>, Trouble> {
    let trigger = Trigger::of_round(round.kind);
    let milestones: Vec<PaymentMilestone> =
        query.reader().list("project = ?1 ORDER BY position", [round.project.to_string()])?;
    let held =
        milestones.into_iter().find(|m| m.trigger == trigger && m.triggered.is_none() && m.paid.is_none());
    Ok(held.map(|milestone| Waiting {
        milestone: milestone.title,
        amount: milestone.amount,
        currency: milestone.currency,
        share: milestone.share,
        invoice_within_days: milestone.invoice_within_days,
    }))
}

pub(crate) fn criterion(query: &mut Query<'_>, request: CriterionInRound) -> Result<CriterionView, Trouble> {
    let reader = query.reader();
    let criterion: Criterion = reader.one(request.criterion.0)?;
    let id = criterion.id.to_string();
    let finding: Option<Finding> =
        reader.first("round = ?1 AND criterion = ?2", [&request.round.to_string(), &id])?;
    let evidence: Vec<Evidence> = reader.list("criterion = ?1 ORDER BY number", [&id])?;
    let validity = |e: &Evidence| if e.is_expired(query.today) { Validity::Expired } else { Validity::Valid };
    let linked = "id IN (SELECT requirement FROM link WHERE criterion = ?1) ORDER BY number";
    let requirements: Vec<Requirement> = reader.list(linked, [&id])?;
    let linked = "id IN (SELECT deliverable FROM link WHERE criterion = ?1) ORDER BY number";
    let deliverables: Vec<Deliverable> = reader.list(linked, [&id])?;
    let mut touched = vec![("criterion", criterion.id.0)];
    touched.extend(finding.iter().map(|f| ("finding", f.id.0)));
    touched.extend(evidence.iter().map(|e| ("evidence", e.id.0)));
    let history = query.store.history(&touched, 20)?.into_iter().map(crate::journal::line).collect();
    let witness = finding.as_ref().and_then(|f| f.witness).map(|id| party::name(&reader, id)).transpose()?;
    Ok(CriterionView {
        mark: finding.as_ref().map_or(Mark::NotTested, |f| f.mark),
        evidence: evidence
            .into_iter()
            .map(|e| EvidenceView { validity: validity(&e), evidence: e })
            .collect(),
        requirements: requirements
            .into_iter()
            .map(|r| NumberedTitle { number: r.number, title: r.title })
            .collect(),
        deliverables: deliverables
            .into_iter()
            .map(|d| NumberedTitle { number: d.number, title: d.title })
            .collect(),
        open_issues: reader
            .list("round = ?1 AND criterion = ?2 ORDER BY number", [&request.round.to_string(), &id])?,
        witness,
        history,
        finding,
        criterion,
    })
}

pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
