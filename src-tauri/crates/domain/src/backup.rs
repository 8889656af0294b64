//! Automatic backups: what their names say, when one is due, and which are kept.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Duration, FixedOffset, NaiveDate, NaiveDateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The newest automatic backups that are kept whatever their age.
pub const NEWEST: usize = 12;
/// Days, today included, of each of which the newest is kept.
pub const DAYS: i64 = 14;
/// Weeks from Monday, this one included.
pub const WEEKS: i64 = 8;
/// Months of the calendar, this one included.
pub const MONTHS: i32 = 12;
/// Minutes between two backups while the workspace stays open.
pub const INTERVAL_MINUTES: i64 = 60;

/// Why an automatic backup was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// The workspace was opened.
    Opened,
    /// It stayed open for a while and something changed.
    Interval,
    /// Before a table is taken in.
    Import,
    /// Before a backup is restored.
    Restore,
    /// Before the file gets another key.
    Key,
    /// Before many records are changed at once.
    Bulk,
    /// Before a newer program is installed.
    Update,
}

impl Occasion {
    const ALL: [(Self, &'static str); 7] = [
        (Self::Opened, "opened"),
        (Self::Interval, "interval"),
        (Self::Import, "import"),
        (Self::Restore, "restore"),
        (Self::Key, "key"),
        (Self::Bulk, "bulk"),
        (Self::Update, "update"),
    ];
}

/// What a workspace held: its chain and how far that had come.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// Entries of the workspace chain.
    pub entries: u64,
    /// First eight hexadecimal digits of its last entry's hash.
    pub head: String,
    /// First eight hexadecimal digits of its first entry's hash: the same in every backup of one workspace.
    pub chain: String,
    /// First eight hexadecimal digits of the file's salt: another one since its key was changed. A backup under
    /// the old key does not stand for one under the new.
    pub salt: String,
}

/// What the name of an automatic backup says: `auto-20260928T020000Z-opened-117-3fa9c1d2-77aa01bc-90e1f2a3`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// To the second.
    pub made_at: DateTime<Utc>,
    pub occasion: Occasion,
    pub state: State,
}

const STAMP: &str = "%Y%m%dT%H%M%SZ";

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = Occasion::ALL.iter().find(|(each, _)| *each == self.occasion).map_or("", |(_, word)| word);
        let State { entries, head, chain, salt } = &self.state;
        write!(f, "auto-{}-{word}-{entries}-{head}-{chain}-{salt}", self.made_at.format(STAMP))
    }
}

impl FromStr for Label {
    type Err = ();

    /// Only a name that [`Label`] itself would write: whatever else lies in the folder is a person's own.
    fn from_str(name: &str) -> Result<Self, ()> {
        let parts: Vec<&str> = name.split('-').collect();
        let ["auto", stamp, word, entries, head, chain, salt] = parts[..] else { return Err(()) };
        let made_at = NaiveDateTime::parse_from_str(stamp, STAMP).map_err(drop)?.and_utc();
        let (occasion, _) = Occasion::ALL.into_iter().find(|(_, each)| *each == word).ok_or(())?;
        let state = State {
            entries: entries.parse().map_err(drop)?,
            head: head.to_owned(),
            chain: chain.to_owned(),
            salt: salt.to_owned(),
        };
        let label = Self { made_at, occasion, state };
        if label.to_string() == name { Ok(label) } else { Err(()) }
    }
}

/// Whether a backup is to be made now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    Now,
    /// The newest one holds the same, or is not old enough yet.
    NotYet,
}

/// `newest` is the newest automatic backup of the same chain.
pub fn due(newest: Option<&Label>, state: &State, now: DateTime<FixedOffset>, occasion: Occasion) -> Due {
    let Some(newest) = newest else { return Due::Now };
    if newest.state == *state {
        return Due::NotYet;
    }
    let age = now.to_utc() - newest.made_at;
    // A clock that was put back must not keep backups from being made.
    let fresh = age >= Duration::zero() && age < Duration::minutes(INTERVAL_MINUTES);
    if occasion == Occasion::Interval && fresh { Due::NotYet } else { Due::Now }
}

/// Which of the backups made at these moments are kept: the newest twelve, the newest of each day for fourteen
/// days, of each week for eight weeks and of each month for twelve months. Days are those of `now`'s zone. Gives
/// back the places of the others.
pub fn superfluous(made: &[DateTime<Utc>], now: DateTime<FixedOffset>) -> Vec<usize> {
    let today = now.date_naive();
    let mut newest_first: Vec<usize> = (0..made.len()).collect();
    newest_first.sort_by_key(|at| std::cmp::Reverse(made[*at]));
    let mut seen: BTreeSet<(u8, NaiveDate)> = BTreeSet::new();
    let mut gone = Vec::new();
    for (rank, at) in newest_first.into_iter().enumerate() {
        let day = made[at].with_timezone(now.offset()).date_naive();
        let periods = [
            (0, day, (today - day).num_days() < DAYS),
            (1, monday(day), (monday(today) - monday(day)).num_days() < WEEKS * 7),
            (2, first_of_month(day), months(today) - months(day) < MONTHS),
        ];
        let mut kept = rank < NEWEST;
        for (kind, period, in_time) in periods {
            // The first met of a period is its newest, whether or not another rule keeps it.
            kept |= seen.insert((kind, period)) && in_time;
        }
        if !kept {
            gone.push(at);
        }
    }
    gone.sort_unstable();
    gone
}

fn monday(day: NaiveDate) -> NaiveDate {
    day - Duration::days(i64::from(day.weekday().num_days_from_monday()))
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day - Duration::days(i64::from(day.day0()))
}

fn months(day: NaiveDate) -> i32 {
    day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
