//! What several commands ask of a round.

use chrono::NaiveDate;
use hefu_api::Failure;
use hefu_api::acceptance::Clock;
use hefu_domain::acceptance::{Round, deemed_clock};
use hefu_domain::contract::Contract;
use hefu_domain::document::{Document, DocumentState};
use hefu_domain::id::{ProjectId, RoundId};
use hefu_store::Reader;

use crate::failure::{CommandError, state_word};
use crate::library;

/// The deemed-acceptance clock of a round; none when the contract says nothing of silence, before the notice,
/// and once the round is concluded.
pub(crate) fn clock_view(contract: Option<&Contract>, round: &Round, today: NaiveDate) -> Option<Clock> {
    let terms = contract?.deemed_acceptance.as_ref()?;
    let calendar = library::calendar(&terms.calendar)?;
    let clock = deemed_clock(terms, round, calendar, today)?;
    Some(Clock {
        started: clock.started,
        due: clock.due.date,
        certainty: clock.due.certainty.max(clock.left.certainty),
        working_days: terms.working_days,
        left: clock.left.days,
        calendar: terms.calendar.clone(),
        silence_means: terms.silence_means,
        clause: terms.clause.clone(),
    })
}

/// Refuses while a report of the project is issued and waits for signatures: what it says must not move.
pub(crate) fn must_not_be_reported(reader: &Reader<'_>, project: ProjectId) -> Result<(), CommandError> {
    match reader.report_being_signed(project)? {
        Some(document) => Err(frozen(document)),
        None => Ok(()),
    }
}

/// Refuses once the report of this round is issued: a signed round is closed, a later one may be opened.
pub(crate) fn round_must_be_open(reader: &Reader<'_>, round: RoundId) -> Result<(), CommandError> {
    match reader.report_closing(round)? {
        Some(document) => Err(frozen(document)),
        None => Ok(()),
    }
}

fn frozen(document: Document) -> CommandError {
    CommandError::Failure(Failure::WrongState {
        number: document.number,
        state: state_word(document.state).to_owned(),
        wanted: state_word(DocumentState::Draft).to_owned(),
    })
}
