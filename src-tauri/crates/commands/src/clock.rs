//! What is final states its moment for good: the clock of the computer is held against what the record knows before.
//! Backups, keys and updates go on whatever the clock says: a file must not be lost over it.

use chrono::{DateTime, FixedOffset, TimeDelta, Timelike};
use hefu_api::Failure;
use hefu_api::failure::ClockRemedy;
use hefu_domain::document::{Document, Signer, SignerState};
use hefu_domain::journal::{Act, Reversal};
use hefu_domain::text::Words;
use hefu_store::Entry;
use hefu_store::Reader;
use hefu_store::tables::Profile;

use crate::act::{args, take_name};
use crate::failure::CommandError;

/// A moment as papers and trails state it: to the second.
pub(crate) fn to_the_second(at: DateTime<FixedOffset>) -> DateTime<FixedOffset> {
    at.with_nanosecond(0).unwrap_or(at)
}

/// The act after which the entries before it speak no more against the clock.
const CONFIRMED: &str = "clock_confirmed";

/// Days without an entry after which a clock is asked about: few workspaces rest so long, and a wrong year or a flat
/// battery is further off.
const LONG: i64 = 180;

/// An entry of this sitting says nothing of a clock that was wrong when it began.
const SITTING: TimeDelta = TimeDelta::days(1);

/// Errors: an entry is later than now, or the last one long ago, and nobody has confirmed the clock since.
pub(crate) fn must_be_right(
    reader: &Reader<'_>,
    profile: &Profile,
    now: DateTime<FixedOffset>,
) -> Result<(), CommandError> {
    // The sample's day stands still.
    if profile.today.is_some() {
        return Ok(());
    }
    if let Some(Entry { at, act, args, .. }) = reader.later_than(now, CONFIRMED)? {
        return Err(Failure::ClockBehind { now, at, act, args, remedy: ClockRemedy::SetOrConfirm }.into());
    }
    let Some(last) = reader.last_before(now - SITTING, CONFIRMED)? else { return Ok(()) };
    match (now - last.at).num_days() {
        days if days > LONG => {
            let days = u32::try_from(days).unwrap_or(u32::MAX);
            Err(Failure::ClockAhead { now, at: last.at, days }.into())
        }
        _ => Ok(()),
    }
}

/// As [`must_be_right`], for an act that was not done yet: only what is final is held against the clock.
pub(crate) fn must_allow(
    reader: &Reader<'_>,
    profile: &Profile,
    now: DateTime<FixedOffset>,
    act: &Act,
) -> Result<(), CommandError> {
    match (act.reversal(), act) {
        (Reversal::Undoable, _) | (_, Act::ClockConfirmed { .. }) => Ok(()),
        (Reversal::Final, _) => must_be_right(reader, profile, now),
    }
}

/// Errors: the document was issued, or signed by another, later than now. No confirming helps: the paper
/// itself would say that it was signed before it was there.
pub(crate) fn must_follow(
    document: &Document,
    signers: &[(Signer, Words)],
    now: DateTime<FixedOffset>,
) -> Result<(), Failure> {
    let number = || document.number.clone();
    let issued = document
        .issued
        .as_ref()
        .map(|issued| (issued.at, Act::DocumentIssued { number: number(), version: document.version }));
    let of = |(signer, name): &(Signer, Words)| match &signer.outcome {
        SignerState::Signed { at, .. } => {
            Some((*at, Act::DocumentSigned { number: number(), en: name.en.clone(), zh: name.zh.clone() }))
        }
        SignerState::Waiting | SignerState::Refused { .. } => None,
    };
    let latest = issued.into_iter().chain(signers.iter().filter_map(of)).max_by_key(|(at, _)| *at);
    match latest {
        Some((at, act)) if at > now => {
            let mut args = args(&act);
            let act = take_name(&mut args);
            Err(Failure::ClockBehind { now, at, act, args, remedy: ClockRemedy::SetClock })
        }
        _ => Ok(()),
    }
}
