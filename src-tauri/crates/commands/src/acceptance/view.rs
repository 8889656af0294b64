//! A round as the acceptance page shows it, and one criterion with all that hangs on it.

use std::collections::HashMap;

use hefu_api::acceptance::{
    ChapterView, CriterionInRound, CriterionLine, CriterionView, EvidenceView, NumberedTitle, OpenIssueView,
    RoundRef, RoundView, Validity, Waiting,
};
use hefu_domain::acceptance::{Finding, Mark, OpenIssue, Round, Tally, admissible};
use hefu_domain::evidence::Evidence;
use hefu_domain::id::CriterionId;
use hefu_domain::payment::Trigger;
use hefu_domain::scope::Criterion;
use hefu_store::Reader;

use super::clock_view;
use super::mark::marks_of;
use crate::count::count;
use crate::failure::CommandError;
use crate::many::of_project;
use crate::party;
use crate::session::Query;

pub(crate) fn acceptance_round(query: &mut Query<'_>, request: RoundRef) -> Result<RoundView, CommandError> {
    let reader = query.reader();
    let round: Round = reader.one(request.round.0)?;
    let project = round.project;
    let findings: HashMap<CriterionId, Finding> =
        reader.findings_of(round.id)?.into_iter().map(|finding| (finding.criterion, finding)).collect();
    let issues = reader.open_issues_of(round.id)?;
    let evidence = reader.evidence_of(project)?;
    let chapters = reader.chapters_of(project)?;
    let criteria = reader.criteria_of(project)?;
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
    let contract = reader.contract_of(project)?;
    let document = reader.report_of(round.id)?;
    Ok(RoundView {
        tally: Tally::of(marks.iter().map(|(_, mark)| *mark)),
        chapters,
        open_issues: issues
            .iter()
            .map(|issue| issue_view(&reader, issue, &criteria))
            .collect::<Result<_, _>>()?,
        admissible: allowed.map(|a| a.conclusion).collect(),
        waiting: waiting(query, &round)?,
        clock: clock_view(contract.as_ref(), &round, query.today),
        document: document.as_ref().map(|d| d.id),
        document_number: document.map(|d| d.number),
        round,
    })
}

fn issue_view(
    reader: &Reader<'_>,
    issue: &OpenIssue,
    criteria: &[Criterion],
) -> Result<OpenIssueView, CommandError> {
    let criterion = issue.criterion.and_then(|id| criteria.iter().find(|criterion| criterion.id == id));
    Ok(OpenIssueView {
        criterion: criterion.map(|criterion| criterion.number.clone()),
        owner: issue.owner.map(|id| party::name(reader, id)).transpose()?,
        issue: issue.clone(),
    })
}

/// What the signature of this round's report releases; none once it is triggered.
fn waiting(query: &Query<'_>, round: &Round) -> Result<Option<Waiting>, CommandError> {
    let trigger = Trigger::of_round(round.kind);
    let milestones = query.reader().payment_milestones_of(round.project)?;
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

pub(crate) fn criterion(
    query: &mut Query<'_>,
    request: CriterionInRound,
) -> Result<CriterionView, CommandError> {
    let reader = query.reader();
    let round: Round = reader.one(request.round.0)?;
    let criterion: Criterion = reader.one(request.criterion.0)?;
    of_project("criterion", round.project, criterion.project)?;
    let finding = reader.finding_of(round.id, criterion.id)?;
    let evidence = reader.evidence_for(criterion.id)?;
    let validity = |e: &Evidence| if e.is_expired(query.today) { Validity::Expired } else { Validity::Valid };
    let requirements = reader.requirements_behind(criterion.id)?;
    let deliverables = reader.deliverables_behind(criterion.id)?;
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
        open_issues: reader.open_issues_at(round.id, criterion.id)?,
        witness,
        history,
        finding,
        criterion,
    })
}
