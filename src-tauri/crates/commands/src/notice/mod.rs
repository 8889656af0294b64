//! What the program notices of the record by itself. Of each project it is found once and kept until a row is written
//! that it rests on; what several projects make together (who owes too much in a week, which lesson matches, which
//! approval waits longer than its like) is found from the part of each that matters for it.

mod answer;
mod facts;
mod found;
mod label;
mod others;
mod register;
mod words;

use hefu_api::notice::{NoticeLine, Notices, NoticesRequest};
use hefu_domain::id::ProjectId;

use crate::count::count;
use crate::failure::CommandError;
use crate::session::Query;

pub(crate) use answer::{accept_notice, dismiss_notice};
pub(crate) use found::{Noticed, Standing, standing};
pub(crate) use register::Register;

pub(crate) fn notices(query: &mut Query<'_>, request: NoticesRequest) -> Result<Notices, CommandError> {
    let standing = standing(query.memo, query.store, query.today)?;
    Ok(listed(&standing, request.project, request.limit))
}

/// What stands unanswered, of one project or of all.
pub(crate) fn listed(standing: &Standing, project: Option<ProjectId>, limit: Option<u32>) -> Notices {
    let told: Vec<&NoticeLine> = standing
        .told()
        .map(|told| &told.line)
        .filter(|line| project.is_none() || line.project == project)
        .collect();
    let most = limit.map_or(told.len(), |limit| limit as usize);
    let mut first = told.clone();
    first.sort_by_key(|line| found::rank(line.rule));
    Notices { count: count(told.len()), notices: first.into_iter().take(most).cloned().collect() }
}
