//! The registers of the story's projects.

use std::collections::BTreeMap;

use hefu_domain::id::{
    ActionId, ChangeRequestId, DecisionId, IssueId, LessonId, PersonId, ProjectId, RequirementId, RiskId,
    RiskMatrixId,
};
use hefu_domain::money::Money;
use hefu_domain::register::{
    Action, ChangeRequest, ChangeState, Decision, Issue, KeptRecord, Lesson, Risk, RiskBand, RiskMatrix,
    Voice,
};
use hefu_domain::text::Text;
use rust_decimal::Decimal;

use crate::SampleError;
use crate::gates;
use crate::identity::Identity;
use crate::kept::{kept, number};
use crate::source::Source;
use crate::written::Day;

use crate::source::registers as told;
use told::{
    ActionEntry, BandEntry, ChangeEntry, DecisionEntry, IssueEntry, LessonEntry, MatrixEntry, RiskEntry,
};

/// Every record of the registers but the gates, which a project has from its template, kind by kind.
pub(crate) fn register(source: &Source) -> Result<Vec<KeptRecord>, SampleError> {
    let mut records = Vec::new();
    for told in [&source.register, &source.dealings] {
        records.extend(told.risk_matrix.iter().map(|entry| KeptRecord::RiskMatrix(matrix(entry))));
        for risk in &told.risk {
            records.push(KeptRecord::Risk(self::risk(risk)?));
        }
        records.extend(told.issue.iter().map(|entry| KeptRecord::Issue(issue(entry))));
        for change in &told.change {
            records.push(KeptRecord::ChangeRequest(self::change(change)?));
        }
        records.extend(told.decision.iter().map(|entry| KeptRecord::Decision(decision(entry))));
        records.extend(told.action.iter().map(|entry| KeptRecord::Action(action(entry))));
        records.extend(told.lesson.iter().map(|entry| KeptRecord::Lesson(lesson(entry))));
    }
    records.extend(kept(&source.kept)?);
    records.extend(gates::checks(source)?.into_iter().map(KeptRecord::GateCheck));
    records.extend(gates::hand_overs(source)?.into_iter().map(KeptRecord::HandOver));
    Ok(records)
}

fn cny(amount: Option<Decimal>) -> Result<Option<Money>, SampleError> {
    let money = amount.map(|amount| Money::in_code(amount, "CNY")).transpose();
    money.map_err(|error| SampleError::Unreadable { file: "register.toml", problem: error.to_string() })
}

fn matrix(entry: &MatrixEntry) -> RiskMatrix {
    let band = |band: &BandEntry| RiskBand { name: band.name.clone(), up_to: band.up_to };
    RiskMatrix {
        id: RiskMatrixId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        stack: None,
        number: number(&entry.id),
        title: entry.title.reviewed(),
        size: entry.size,
        bands: entry.bands.iter().map(band).collect(),
        scores: None,
        likelihood: Some(entry.likelihood.clone()),
    }
}

fn risk(entry: &RiskEntry) -> Result<Risk, SampleError> {
    Ok(Risk {
        id: RiskId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        stack: None,
        number: number(&entry.id),
        title: entry.title.reviewed(),
        cause: entry.cause.reviewed(),
        event: entry.event.reviewed(),
        effect: entry.effect.reviewed(),
        measures: entry.action.reviewed(),
        trigger: entry.trigger.reviewed(),
        category: entry.category,
        owner: Some(PersonId::of(&entry.owner)),
        inherent: Some(entry.inherent.place()),
        current: Some(entry.current.place()),
        residual: Some(entry.residual.place()),
        response: Some(entry.response),
        days_at_stake: Some(entry.days_at_stake),
        money_at_stake: cny(Some(entry.cny_at_stake))?,
        next_review: Some(entry.next_review.0),
        state: entry.state,
        deliverables: Vec::new(),
    })
}

fn issue(entry: &IssueEntry) -> Issue {
    Issue {
        id: IssueId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        stack: None,
        number: number(&entry.id),
        title: entry.title.reviewed(),
        note: entry.note.as_ref().map_or_else(Text::default, told::Words::reviewed),
        severity: entry.severity,
        owner: Some(PersonId::of(&entry.owner)),
        raised: Some(entry.raised.0),
        due: Some(entry.due.0),
        resolved: entry.resolved.map(|day| day.0),
        state: entry.state,
        blocking: entry.blocking,
        from_risk: entry.from_risk.as_deref().map(RiskId::of),
    }
}

fn change(entry: &ChangeEntry) -> Result<ChangeRequest, SampleError> {
    let deciders: Vec<PersonId> = entry.deciders.iter().map(|id| PersonId::of(id)).collect();
    // Of a decided change the story tells the day and that it went through: everybody had said so by then.
    let agreed = entry.decided.filter(|_| entry.state == ChangeState::Approved);
    let voices = deciders.iter().zip(agreed.iter().cycle());
    Ok(ChangeRequest {
        id: ChangeRequestId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        stack: None,
        number: number(&entry.id),
        title: entry.title.reviewed(),
        reason: entry.reason.reviewed(),
        effect: entry.effect.reviewed(),
        requested_by: Some(PersonId::of(&entry.requested_by)),
        requested: Some(entry.requested.0),
        voices: voices.map(|(person, on)| Voice { person: *person, agrees: true, on: on.0 }).collect(),
        deciders,
        decided: entry.decided.map(|day| day.0),
        state: entry.state,
        requirements: entry
            .requirements
            .as_ref()
            .map(|list| list.iter().map(|id| RequirementId::of(id)).collect()),
        days: entry.effect_days,
        money: cny(entry.effect_cny)?,
        checks: entry.checks.clone(),
    })
}

fn decision(entry: &DecisionEntry) -> Decision {
    Decision {
        id: DecisionId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        stack: None,
        number: number(&entry.id),
        title: entry.text.reviewed(),
        reason: Text::default(),
        date: Some(entry.date.0),
        decided_by: vec![PersonId::of(&entry.decided_by)],
        change: entry.change.as_deref().map(ChangeRequestId::of),
    }
}

fn action(entry: &ActionEntry) -> Action {
    Action {
        id: ActionId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        stack: None,
        number: number(&entry.id),
        title: entry.text.reviewed(),
        note: Text::default(),
        owner: Some(PersonId::of(&entry.owner)),
        due: Some(entry.due.0),
        state: entry.state,
        done: entry.done.map(|day| day.0),
        from_risk: None,
        from_issue: entry.from_issue.as_deref().map(IssueId::of),
        from_decision: None,
        criterion: None,
    }
}

fn lesson(entry: &LessonEntry) -> Lesson {
    let (title, text) = (entry.text.clause(), entry.text.reviewed());
    Lesson {
        id: LessonId::of(&entry.id),
        project: ProjectId::of(&entry.project),
        stack: None,
        number: number(&entry.id),
        title,
        text,
        tags: vec![entry.tag.clone()],
        source: entry.source.clone(),
    }
}

/// The day on which a record was written down, as far as the story tells: never later than `today`.
pub(crate) fn written(source: &Source, record: &KeptRecord, today: chrono::NaiveDate) -> chrono::NaiveDate {
    let meetings: BTreeMap<&str, Day> =
        source.meetings.meeting.iter().map(|meeting| (meeting.id.as_str(), meeting.date)).collect();
    let told = [&source.register, &source.dealings];
    let day = match record {
        KeptRecord::Issue(issue) => issue.raised,
        KeptRecord::ChangeRequest(change) => change.requested,
        KeptRecord::Decision(decision) => decision.date,
        KeptRecord::Letter(letter) => letter.date,
        KeptRecord::Approval(approval) => approval.submitted,
        KeptRecord::GateCheck(check) => check.decided,
        KeptRecord::HandOver(hand_over) => {
            let done = hand_over.items.iter().filter_map(|item| item.done);
            hand_over.taken.or(done.max())
        }
        KeptRecord::Action(action) => {
            let entry =
                told.iter().flat_map(|told| &told.action).find(|entry| ActionId::of(&entry.id) == action.id);
            let meeting = entry.and_then(|entry| meetings.get(entry.meeting.as_deref()?));
            meeting.map(|day| day.0).or(action.done).or(action.due.filter(|due| *due <= today))
        }
        KeptRecord::Risk(risk) => {
            // Before the issue that it became.
            let became = told
                .iter()
                .flat_map(|told| &told.issue)
                .filter(|issue| issue.from_risk.as_deref().is_some_and(|id| RiskId::of(id) == risk.id));
            let reviewed = risk.next_review.map(|day| day - chrono::Days::new(28));
            became.map(|issue| issue.raised.0).chain(reviewed).min()
        }
        _ => None,
    };
    day.unwrap_or(today).min(today)
}
