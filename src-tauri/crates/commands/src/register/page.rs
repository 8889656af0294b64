//! The registers of a project on one page.

use hefu_api::register::{RegisterCount, RegisterKind, RegisterOf, RegisterRow, RegisterView, RiskFigures};
use hefu_delivery::change::{ChangesStand, stand};
use hefu_delivery::risk::{Register, score};
use hefu_domain::id::ProjectId;
use hefu_domain::register::{
    Action, Approval, ChangeRequest, Decision, Issue, Lesson, Letter, Risk, RiskMatrix,
};
use hefu_store::Reader;

use super::engines::{self, default_matrix, of_matrix};
use super::facts::Beside;
use super::row;
use crate::count::count;
use crate::delivery::of_risk;
use crate::failure::{CommandError, of_money};
use crate::session::Query;

pub(crate) fn register_page(
    query: &mut Query<'_>,
    request: RegisterOf,
) -> Result<RegisterView, CommandError> {
    let (reader, today) = (query.reader(), query.today);
    let project = request.project;
    let beside = Beside::read(&reader, project, today)?;
    let mut rows = Vec::new();
    let (figures, scored) = risks(&reader, project, &beside)?;
    rows.extend(scored);
    rows.extend(of::<Issue>(&reader, project)?.into_iter().map(|issue| row::of_issue(&beside, issue)));
    let changes = of::<ChangeRequest>(&reader, project)?;
    let facts: Vec<_> = changes.iter().map(engines::of_change).collect();
    let ChangesStand { changes: weighed, approved, proposed } =
        stand(&facts).map_err(|error| of_money("change", &error))?;
    let weighed = changes.into_iter().zip(weighed);
    rows.extend(weighed.map(|(change, stands)| row::of_change(&beside, change, Some(stands))));
    rows.extend(of::<Decision>(&reader, project)?.into_iter().map(|each| row::of_decision(&beside, each)));
    rows.extend(of::<Action>(&reader, project)?.into_iter().map(|each| row::of_action(&beside, each)));
    rows.extend(approvals(&reader, project, &beside)?);
    rows.extend(of::<Letter>(&reader, project)?.into_iter().map(|each| row::of_letter(&beside, each)));
    rows.extend(of::<Lesson>(&reader, project)?.into_iter().map(|each| row::of_lesson(&beside, each)));
    rows.extend(reader.open_issues_in(project)?.iter().map(|issue| row::of_open_issue(&beside, issue)));
    let counts = KINDS.iter().map(|kind| counted(*kind, &rows)).collect();
    rows.sort_by_key(order);
    Ok(RegisterView { today, rows, counts, risks: figures, approved, proposed })
}

const KINDS: [RegisterKind; 9] = [
    RegisterKind::Risk,
    RegisterKind::Issue,
    RegisterKind::ChangeRequest,
    RegisterKind::Decision,
    RegisterKind::Action,
    RegisterKind::Approval,
    RegisterKind::Letter,
    RegisterKind::Lesson,
    RegisterKind::OpenIssue,
];

fn of<R: hefu_store::Record>(reader: &Reader<'_>, project: ProjectId) -> Result<Vec<R>, CommandError> {
    Ok(reader.register_of::<R>(Some(project))?)
}

/// The matrix on which the risks of a project are scored, and its record where it has one of its own.
pub(super) fn matrix_of(reader: &Reader<'_>, project: ProjectId) -> Result<Option<RiskMatrix>, CommandError> {
    Ok(of::<RiskMatrix>(reader, project)?.into_iter().next_back())
}

fn risks(
    reader: &Reader<'_>,
    project: ProjectId,
    beside: &Beside,
) -> Result<(RiskFigures, Vec<RegisterRow>), CommandError> {
    let own = matrix_of(reader, project)?;
    let matrix = own.as_ref().map_or_else(default_matrix, of_matrix);
    let risks = of::<Risk>(reader, project)?;
    let facts: Vec<_> = risks.iter().map(engines::of_risk).collect();
    let register = score(&matrix, &facts, beside.today).map_err(|error| of_risk(&error))?;
    let Register { risks: scored, map, expected_money, money_at_stake, without_money } = register;
    let rows = risks.into_iter().zip(scored).map(|(risk, scored)| row::of_risk(beside, risk, Some(scored)));
    let figures = RiskFigures {
        matrix,
        record: own.as_ref().map(|own| own.id),
        title: own.map(|own| own.title).unwrap_or_default(),
        map,
        expected_money,
        money_at_stake,
        without_money,
    };
    Ok((figures, rows.collect()))
}

fn approvals(
    reader: &Reader<'_>,
    project: ProjectId,
    beside: &Beside,
) -> Result<Vec<RegisterRow>, CommandError> {
    let own = of::<Approval>(reader, project)?;
    let all = reader.register_of::<Approval>(None)?;
    let stands = engines::approvals(&own, &all, beside, beside.today);
    let made = |approval: Approval| {
        let stands = stands.get(&approval.id.0).cloned();
        row::of_approval(beside, approval, stands)
    };
    Ok(own.into_iter().map(made).collect())
}

fn counted(kind: RegisterKind, rows: &[RegisterRow]) -> RegisterCount {
    let of = || rows.iter().filter(|row| row.kind == kind);
    RegisterCount {
        kind,
        all: count(of().count()),
        open: count(of().filter(|row| row.is_open).count()),
        late: count(of().filter(|row| row.is_late).count()),
    }
}

/// What is late first, by its day; then what is open, by its day, those without one last; then what is done, newest first.
fn order(row: &RegisterRow) -> impl Ord + use<> {
    let rank = match (row.is_late, row.is_open) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    };
    let ahead = row.day.filter(|_| rank < 2);
    let behind = row.day.filter(|_| rank == 2).map(std::cmp::Reverse);
    (rank, ahead.is_none(), ahead, behind.is_none(), behind, row.kind, row.number.clone())
}
