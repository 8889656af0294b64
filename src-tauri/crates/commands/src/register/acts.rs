//! What goes on from a record of the registers: a risk that happened, a change request that is decided.

use hefu_api::failure::Problem;
use hefu_api::register::{DecideChange, RecordSaved, RiskHappened, Verdict};
use hefu_domain::acceptance::Blocking;
use hefu_domain::id::{DecisionId, IssueId};
use hefu_domain::journal::Act;
use hefu_domain::register::{
    ChangeRequest, ChangeState, Decision, Issue, IssueState, Kept, MatrixPlace, Risk, RiskState, Severity,
};
use hefu_domain::text::{Text, Words};

use super::page::matrix_of;
use super::{check, engines, numbered};
use crate::act::trails;
use crate::failure::{CommandError, invalid};
use crate::session::Action;

/// Levels of severity.
const SEVERITIES: u8 = 4;

/// The risk keeps its history and stands as occurred; the issue goes on from it, in one act.
pub(crate) fn risk_happened(
    action: &mut Action<'_>,
    request: RiskHappened,
) -> Result<RecordSaved, CommandError> {
    let risk: Risk = action.reader().one(request.risk.0)?;
    if risk.state != RiskState::Open {
        return Err(invalid(Risk::NOUN.spec().table, "state", Problem::OutOfRange).into());
    }
    let size =
        matrix_of(&action.reader(), risk.project)?.map_or(engines::default_matrix().size, |own| own.size);
    let trails = trails(&action.reader(), risk.project, risk.stack)?;
    let id = IssueId(action.outside.id()?);
    let today = action.today;
    action.write(risk.project, trails, |tx| {
        let number = numbered::<Issue>(tx, risk.project)?;
        let issue = Issue {
            id,
            project: risk.project,
            stack: risk.stack,
            number: number.clone(),
            title: risk.title.clone(),
            note: one_after_the_other(&risk.event, &risk.effect),
            severity: severity(risk.current.or(risk.inherent), size),
            owner: risk.owner,
            raised: Some(today),
            due: None,
            resolved: None,
            state: IssueState::Open,
            blocking: Blocking::DoesNotBlock,
            from_risk: Some(risk.id),
        };
        let act = Act::RiskHappened { number: risk.number.clone(), issue: number.clone() };
        tx.put(&Risk { state: RiskState::Occurred, ..risk })?;
        tx.put(&issue)?;
        Ok((act, RecordSaved { record: id.0, number }))
    })
}

/// What happened is as grave as its impact was thought to be; nobody knows better yet.
fn severity(place: Option<MatrixPlace>, size: u8) -> Severity {
    let Some(MatrixPlace { impact, .. }) = place else { return Severity::Medium };
    // The nearest of four levels.
    let (impact, size, levels) = (u16::from(impact), u16::from(size.max(1)), u16::from(SEVERITIES));
    match (2 * impact * levels / size).div_ceil(2) {
        0 | 1 => Severity::Low,
        2 => Severity::Medium,
        3 => Severity::High,
        _ => Severity::Critical,
    }
}

/// What was thought to happen and what would follow, as the beginning of what did.
fn one_after_the_other(event: &Text, effect: &Text) -> Text {
    let join = |first: &str, then: &str| match (first.is_empty(), then.is_empty()) {
        (false, false) => format!("{first}\n{then}"),
        _ => format!("{first}{then}"),
    };
    Text::draft(&Words {
        en: join(&event.en.words, &effect.en.words),
        zh: join(&event.zh.words, &effect.zh.words),
    })
}

/// A change request gets its verdict, if it has none, and the decision that says so, in one act.
pub(crate) fn decide_change(
    action: &mut Action<'_>,
    request: DecideChange,
) -> Result<RecordSaved, CommandError> {
    let change: ChangeRequest = action.reader().one(request.change.0)?;
    let verdict = match request.verdict {
        Verdict::Approved => ChangeState::Approved,
        Verdict::Rejected => ChangeState::Rejected,
    };
    let is_open = matches!(change.state, ChangeState::Proposed | ChangeState::Analysis);
    let decisions = action.reader().register_of::<Decision>(Some(change.project))?;
    let is_settled = decisions.iter().any(|decision| decision.change == Some(change.id));
    if is_settled || !is_open && change.state != verdict {
        return Err(invalid(ChangeRequest::NOUN.spec().table, "state", Problem::OutOfRange).into());
    }
    let spoken: Vec<_> = change.voices.iter().map(|voice| voice.person).collect();
    let everybody = if spoken.is_empty() { change.deciders.clone() } else { spoken };
    let trails = trails(&action.reader(), change.project, change.stack)?;
    let id = DecisionId(action.outside.id()?);
    let day = change.decided.unwrap_or(action.today);
    action.write(change.project, trails, |tx| {
        let number = numbered::<Decision>(tx, change.project)?;
        let decision = Decision {
            id,
            project: change.project,
            stack: change.stack,
            number: number.clone(),
            title: change.title.clone(),
            reason: change.reason.clone(),
            date: Some(day),
            decided_by: request.decided_by.unwrap_or(everybody),
            change: Some(change.id),
        };
        check::named(tx, change.project, &decision)?;
        let act = Act::ChangeDecided { number: change.number.clone(), decision: number.clone() };
        tx.put(&ChangeRequest { state: verdict, decided: Some(day), ..change })?;
        tx.put(&decision)?;
        Ok((act, RecordSaved { record: id.0, number }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happened_is_as_grave_as_its_impact() {
        use Severity::{Critical, High, Low, Medium};
        let grave = |size: u8| {
            let at = |impact| severity(Some(MatrixPlace { probability: 1, impact }), size);
            (1..=size).map(at).collect::<Vec<_>>()
        };
        // The nearest of four levels: impact × 4 / size, rounded.
        assert_eq!(grave(3), [Low, High, Critical]);
        assert_eq!(grave(4), [Low, Medium, High, Critical]);
        assert_eq!(grave(5), [Low, Medium, Medium, High, Critical]);
        assert_eq!(grave(6), [Low, Low, Medium, High, High, Critical]);
        assert_eq!(severity(None, 5), Medium);
    }
}
