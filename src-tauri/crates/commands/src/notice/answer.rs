//! Answers to a notice: it becomes a risk or an action, or it is dismissed with a reason. Either way it is kept what was
//! answered, by which the same facts are not told again.

use chrono::{Days, NaiveDate};
use hefu_api::Failure;
use hefu_api::notice::{
    AcceptNotice, DismissNotice, NoticeAccepted, NoticeDismissed, NoticeLine, Proposal, RuleName,
};
use hefu_domain::id::{NoticeReplyId, PersonId, ProjectId};
use hefu_domain::journal::Act;
use hefu_domain::money::Money;
use hefu_domain::morning::{NoticeAnswer, NoticeReply};
use hefu_domain::register::{
    Action as ActionRecord, ActionFields, ActionState, Kept, Place, Risk, RiskCategory, RiskFields, RiskState,
};
use hefu_domain::text::{Text, Words};
use hefu_store::{Record, WriteTx};
use serde_json::Value;
use uuid::Uuid;

use super::found::standing;
use crate::act::trails;
use crate::failure::{CommandError, filled};
use crate::register::numbered;
use crate::session::Action;

/// Days after which what was accepted is due, or looked at again, where nobody says another.
const A_WEEK: Days = Days::new(7);

pub(crate) fn accept_notice(
    action: &mut Action<'_>,
    request: AcceptNotice,
) -> Result<NoticeAccepted, CommandError> {
    let Answered { line, project, manager } = answered(action, &request.fingerprint)?;
    let made = Made {
        owner: request.owner.unwrap_or(manager),
        due: request.due.or_else(|| action.today.checked_add_days(A_WEEK)),
        line: &line,
    };
    let (id, reply) = (action.outside.id()?, NoticeReplyId(action.outside.id()?));
    let (by, today) = (action.person()?, action.today);
    let trails = trails(&action.reader(), project, None)?;
    action.write(project, trails, |tx| {
        let number = match line.proposes {
            Proposal::Risk => add::<Risk>(tx, id, project, made.risk())?,
            Proposal::Action => add::<ActionRecord>(tx, id, project, made.action())?,
        };
        let reply = NoticeReply {
            answer: NoticeAnswer::Accepted,
            became: Some(id),
            ..replied(reply, project, &line, by, today)
        };
        tx.put(&reply)?;
        let Words { en, zh } = line.title.clone();
        let accepted =
            NoticeAccepted { project, proposes: line.proposes, record: id, number: number.clone() };
        Ok((Act::NoticeAccepted { number, en, zh }, accepted))
    })
}

pub(crate) fn dismiss_notice(
    action: &mut Action<'_>,
    request: DismissNotice,
) -> Result<NoticeDismissed, CommandError> {
    let reason = filled("notice_reply", "reason", &request.reason)?.to_owned();
    let Answered { line, project, .. } = answered(action, &request.fingerprint)?;
    let reply = NoticeReplyId(action.outside.id()?);
    let (by, today) = (action.person()?, action.today);
    let trails = trails(&action.reader(), project, None)?;
    action.write(project, trails, |tx| {
        tx.put(&NoticeReply { reason, ..replied(reply, project, &line, by, today) })?;
        let Words { en, zh } = line.title;
        Ok((Act::NoticeDismissed { en, zh }, NoticeDismissed {}))
    })
}

/// A notice that stands, with whoever is asked about it.
struct Answered {
    line: NoticeLine,
    project: ProjectId,
    manager: PersonId,
}

/// Errors: nothing of this fingerprint is noticed today, or it was answered.
fn answered(action: &Action<'_>, fingerprint: &str) -> Result<Answered, CommandError> {
    let standing = standing(action.memo, action.store, action.today)?;
    let told = standing.told().find(|told| told.line.fingerprint == fingerprint);
    let told = told.ok_or_else(|| Failure::NotFound { noun: "notice".to_owned() })?;
    let home = standing.projects.iter().find(|each| each.facts.project.id == told.home);
    let manager = home.map(|home| home.facts.project.manager);
    Ok(Answered {
        line: told.line.clone(),
        project: told.home,
        manager: manager.ok_or_else(|| Failure::NotFound { noun: "project".to_owned() })?,
    })
}

/// Dismissed, without a reason.
fn replied(
    id: NoticeReplyId,
    project: ProjectId,
    line: &NoticeLine,
    by: Option<PersonId>,
    today: NaiveDate,
) -> NoticeReply {
    let rule = serde_json::to_value(line.rule).ok();
    NoticeReply {
        id,
        project,
        fingerprint: line.fingerprint.clone(),
        rule: rule.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned(),
        title: Text::draft(&line.title),
        answer: NoticeAnswer::Dismissed,
        reason: String::new(),
        answered_by: by,
        answered: today,
        became: None,
    }
}

fn add<R: Record + Kept>(
    tx: &WriteTx<'_>,
    id: Uuid,
    project: ProjectId,
    fields: R::Fields,
) -> Result<String, CommandError> {
    let number = numbered::<R>(tx, project)?;
    let place = Place { id, project, stack: None, number: number.clone() };
    tx.put(&R::made(place, None, fields))?;
    Ok(number)
}

/// What a notice becomes.
struct Made<'a> {
    line: &'a NoticeLine,
    owner: PersonId,
    due: Option<NaiveDate>,
}

impl Made<'_> {
    fn action(&self) -> ActionFields {
        ActionFields {
            title: self.line.title.clone(),
            note: self.line.reason.clone(),
            owner: Some(self.owner),
            due: self.due,
            state: ActionState::Open,
            done: None,
            from_risk: self.named("risk").map(hefu_domain::id::RiskId),
            from_issue: None,
            from_decision: None,
            criterion: self.named("criterion").map(hefu_domain::id::CriterionId),
        }
    }

    fn risk(&self) -> RiskFields {
        let money = self.line.facts.get("money").and_then(Value::as_str);
        RiskFields {
            title: self.line.title.clone(),
            cause: self.line.reason.clone(),
            event: Words::default(),
            effect: Words::default(),
            measures: Words::default(),
            trigger: Words::default(),
            category: category(self.line.rule),
            owner: Some(self.owner),
            inherent: None,
            current: None,
            residual: None,
            response: None,
            days_at_stake: None,
            money_at_stake: money.and_then(|money| money.parse::<Money>().ok()),
            next_review: self.due,
            state: RiskState::Open,
            deliverables: self.named("deliverable").map(hefu_domain::id::DeliverableId).into_iter().collect(),
        }
    }

    /// The first record of a kind that the notice is about.
    fn named(&self, noun: &str) -> Option<Uuid> {
        self.line.records.iter().find(|record| record.noun == noun)?.id.parse().ok()
    }
}

fn category(rule: RuleName) -> RiskCategory {
    match rule {
        RuleName::GateUnknown | RuleName::WaiverEnds => RiskCategory::Compliance,
        RuleName::HandOverLate => RiskCategory::Partner,
        RuleName::OwnerOverloaded => RiskCategory::People,
        RuleName::ContractDateAfterInvoiceBy | RuleName::SignatureHoldsMoney => RiskCategory::Commercial,
        RuleName::DeliverableWithoutEvidence => RiskCategory::Acceptance,
        _ => RiskCategory::Schedule,
    }
}
