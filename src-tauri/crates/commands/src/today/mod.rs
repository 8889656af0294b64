//! The first page of the morning, over all projects. The lines of a project are computed once a day and kept until a row
//! is written that they rest on.

mod acts;
mod collector;
mod gates;
mod lines;
mod register;

use std::sync::{Arc, PoisonError};

use chrono::{Days, NaiveDate};
use hefu_api::journal::{EntryLine, More};
use hefu_api::today::{Sum, Today, TodayChanges, TodayItem, TodayRequest, WaitingMoney};
use hefu_domain::money::Money;
use hefu_store::history::Wanted;

use crate::count::count;
use crate::failure::{CommandError, of_money};
use crate::journal;
use crate::library;
use crate::memo::Memo;
use crate::notice::{Noticed, Standing, listed, standing};
use crate::session::Query;

pub(crate) use acts::{finish_line, hand_over_line, postpone_line};
pub(crate) use collector::Lines;

/// Entries of what changed that are shown.
const CHANGES: u32 = 8;

pub(crate) fn today(query: &mut Query<'_>, request: TodayRequest) -> Result<Today, CommandError> {
    let today = query.today;
    let standing = standing(query.memo, query.store, today)?;
    let all = lines_of_all(query.memo, &standing, today)?;
    let mut items: Vec<&TodayItem> = all.iter().flat_map(|lines| &lines.items).collect();
    let mut theirs: Vec<&TodayItem> = all.iter().flat_map(|lines| &lines.waiting_for).collect();
    items.sort_by_key(|item| (item.urgency, item.due.is_none(), item.due));
    theirs.sort_by_key(|item| (item.due.is_none(), item.due));
    let next = all.iter().filter_map(|lines| lines.next.as_ref()).min_by_key(|item| item.due);
    let mut clocks: Vec<_> = all.iter().flat_map(|lines| &lines.clocks).collect();
    clocks.sort_by_key(|clock| clock.clock.due);
    let most = request.limit.map_or(usize::MAX, |limit| limit as usize);
    Ok(Today {
        today,
        projects: count(standing.projects.len()),
        item_count: count(items.len()),
        items: items.into_iter().take(most).cloned().collect(),
        waiting_for_count: count(theirs.len()),
        waiting_for: theirs.into_iter().take(most).cloned().collect(),
        postponed: all.iter().map(|lines| lines.postponed).sum(),
        next: next.cloned(),
        notices: listed(&standing, None, request.limit),
        waiting: waiting(&all, most)?,
        clocks: clocks.into_iter().take(most).cloned().collect(),
        changes: changes(query, &standing, request.since)?,
    })
}

/// The lines that were made last, each with what it was made of.
#[derive(Default)]
struct Kept(Vec<(Arc<Noticed>, Arc<Lines>)>);

/// The lines of every project, by number. What is noticed of a project is of its day, so that its lines hold as long.
pub(crate) fn lines_of_all(
    memo: &Memo,
    standing: &Standing,
    today: NaiveDate,
) -> Result<Vec<Arc<Lines>>, CommandError> {
    let slot = memo.slot::<Kept>();
    let mut kept = slot.lock().unwrap_or_else(PoisonError::into_inner);
    let mut all = Vec::with_capacity(standing.projects.len());
    for (at, noticed) in standing.projects.iter().enumerate() {
        let lines = match kept.0.get(at) {
            Some((of, lines)) if Arc::ptr_eq(of, noticed) => Arc::clone(lines),
            _ => Arc::new(Lines::of(noticed, today)?),
        };
        all.push(lines);
    }
    kept.0 = standing.projects.iter().cloned().zip(all.iter().cloned()).collect();
    Ok(all)
}

fn waiting(all: &[Arc<Lines>], most: usize) -> Result<WaitingMoney, CommandError> {
    let mut lines: Vec<_> = all.iter().flat_map(|lines| &lines.waiting).collect();
    lines.sort_by(|a, b| (&a.currency, b.amount).cmp(&(&b.currency, a.amount)));
    let sums = sums(all.iter().flat_map(|lines| lines.held.iter().copied()))?;
    Ok(WaitingMoney { sums, lines: lines.into_iter().take(most).cloned().collect() })
}

/// One sum a currency.
pub(crate) fn sums(money: impl IntoIterator<Item = Money>) -> Result<Vec<Sum>, CommandError> {
    let totals = Money::totals(money).map_err(|error| of_money("payment_milestone", &error))?;
    let sum = |sum: &Money| Sum { amount: sum.amount(), currency: sum.currency().code().to_owned() };
    Ok(totals.iter().map(sum).collect())
}

/// What was done after an entry, or since the last working day of the first project's vendor.
fn changes(query: &Query<'_>, standing: &Standing, since: Option<u64>) -> Result<TodayChanges, CommandError> {
    let day = match since {
        Some(_) => None,
        None => last_working_day(standing, query.today),
    };
    let from = day.and_then(|day| day.and_hms_opt(0, 0, 0)?.and_local_timezone(*query.now.offset()).single());
    let wanted = Wanted { from, ..Wanted::default() };
    let found = query.store.entries(&wanted, None, CHANGES + 1)?;
    let mut entries: Vec<EntryLine> = found
        .into_iter()
        .filter(|entry| since.is_none_or(|since| entry.seq > since))
        .map(journal::line)
        .collect();
    let more = if entries.len() > CHANGES as usize { More::Yes } else { More::No };
    entries.truncate(CHANGES as usize);
    Ok(TodayChanges { since: day, entries, more })
}

fn last_working_day(standing: &Standing, today: NaiveDate) -> Option<NaiveDate> {
    /// Longer than any row of holidays.
    const FARTHEST: u64 = 30;
    let calendar = standing.projects.first().map(|each| each.facts.calendar);
    let calendar = calendar.or_else(|| library::calendar(library::DEFAULT_CALENDAR))?;
    let mut before = (1..=FARTHEST).filter_map(|days| today.checked_sub_days(Days::new(days)));
    before.find(|day| calendar.works(*day))
}
