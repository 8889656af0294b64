//! The records of the registers as the rules of delivery take them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_delivery::approval::{self, ApprovalStands, Query as Asked};
use hefu_delivery::risk::{Band, Matrix, Place};
use hefu_delivery::{change, risk};
use hefu_domain::register::{
    Approval, ApprovalState, ChangeRequest, ChangeState, MatrixPlace, Risk, RiskBand, RiskMatrix, RiskState,
};
use hefu_domain::text::Text;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::facts::Beside;

/// The matrix of a project that has none of its own: five levels, and the likelihood of each.
pub(super) fn default_matrix() -> Matrix {
    let band = |name: &str, up_to| Band { name: name.to_owned(), up_to };
    let percent = [5, 20, 40, 70, 90].map(|percent| Decimal::new(percent, 2).normalize());
    Matrix {
        size: 5,
        bands: vec![band("low", 4), band("medium", 9), band("high", 16), band("critical", 25)],
        scores: None,
        likelihood: Some(percent.to_vec()),
    }
}

pub(super) fn of_matrix(matrix: &RiskMatrix) -> Matrix {
    scored_on(matrix.size, &matrix.bands, &matrix.scores, &matrix.likelihood)
}

/// The matrix that a record or its form says.
pub(super) fn scored_on(
    size: u8,
    bands: &[RiskBand],
    scores: &Option<Vec<Vec<u32>>>,
    likelihood: &Option<Vec<Decimal>>,
) -> Matrix {
    let band = |band: &RiskBand| Band { name: band.name.clone(), up_to: band.up_to };
    Matrix {
        size,
        bands: bands.iter().map(band).collect(),
        scores: scores.clone(),
        likelihood: likelihood.clone(),
    }
}

fn place(place: Option<MatrixPlace>) -> Option<Place> {
    place.map(|MatrixPlace { probability, impact }| Place { probability, impact })
}

pub(super) fn of_risk(risk: &Risk) -> risk::Risk {
    risk::Risk {
        id: risk.id.to_string(),
        inherent: place(risk.inherent),
        current: place(risk.current),
        residual: place(risk.residual),
        days_at_stake: risk.days_at_stake,
        money_at_stake: risk.money_at_stake,
        next_review: risk.next_review,
        closed: risk.state != RiskState::Open,
    }
}

pub(super) fn of_change(change: &ChangeRequest) -> change::Change {
    let ids = |list: &[hefu_domain::id::PersonId]| list.iter().map(ToString::to_string).collect();
    change::Change {
        id: change.id.to_string(),
        state: match change.state {
            ChangeState::Proposed => change::ChangeState::Proposed,
            ChangeState::Analysis => change::ChangeState::Analysis,
            ChangeState::Approved => change::ChangeState::Approved,
            ChangeState::Rejected => change::ChangeState::Rejected,
            ChangeState::Withdrawn => change::ChangeState::Withdrawn,
        },
        requested_by: change.requested_by.map(|person| person.to_string()).unwrap_or_default(),
        deciders: ids(&change.deciders),
        voices: change
            .voices
            .iter()
            .map(|voice| change::Voice { person: voice.person.to_string(), agrees: voice.agrees })
            .collect(),
        scope: change.requirements.as_ref().map(|list| list.iter().map(ToString::to_string).collect()),
        days: change.days,
        money: change.money,
        compliance: change.checks.clone(),
    }
}

/// What makes two approvals alike: who decides, and the step.
fn like(approval: &Approval) -> String {
    let said =
        |text: &Text| [&text.zh.words, &text.en.words].map(|words| words.trim().to_lowercase()).join("/");
    format!("{} {}", said(&approval.authority), said(&approval.step))
}

fn of_approval(approval: &Approval) -> Option<approval::Approval> {
    let questions = approval.questions.iter();
    Some(approval::Approval {
        id: approval.id.to_string(),
        like: like(approval),
        submitted: approval.submitted?,
        answered: approval.answered,
        period: approval.period,
        questions: questions.map(|asked| Asked { asked: asked.asked, answered: asked.answered }).collect(),
    })
}

/// How the approvals of one project stand among those of all, each by the calendar of who decides.
pub(super) fn approvals(
    own: &[Approval],
    all: &[Approval],
    beside: &Beside,
    today: NaiveDate,
) -> BTreeMap<Uuid, ApprovalStands> {
    let facts: Vec<approval::Approval> = all.iter().filter_map(of_approval).collect();
    let mut by_calendar: BTreeMap<&str, Vec<ApprovalStands>> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for each in own {
        let Some(calendar) = beside.calendar_of(&beside.organisation(each.organisation)) else { continue };
        let stands =
            by_calendar.entry(calendar.key()).or_insert_with(|| approval::stand(&facts, calendar, today));
        let id = each.id.to_string();
        if let Some(stands) = stands.iter().find(|stands| stands.approval == id) {
            found.insert(each.id.0, stands.clone());
        }
    }
    found
}

/// Whether an approval that is waited for waits for us: a question of theirs is not answered.
pub(super) fn is_asked(approval: &Approval) -> bool {
    approval.state == ApprovalState::Pending
        && approval.questions.iter().any(|question| question.answered.is_none())
}
