//! What is read of a side, each kind by a file of its own; the order is that of precedence, since what one reader has
//! taken the next does not see.

mod clause;
mod count;
mod date;
mod digits;
mod frequency;
mod identifier;
mod known;
mod measure;
mod money;
mod period;
mod share;
mod time;
mod weekday;

pub(crate) mod bound;

use crate::reading::{Side, Tongue};

pub(crate) use known::names_lacking;

/// Reads one side.
pub(crate) fn read(words: &str, tongue: Tongue) -> Side {
    let mut side = Side::new(words, tongue);
    identifier::addresses(&mut side);
    digits::idioms(&mut side);
    period::read(&mut side);
    date::read(&mut side);
    time::read(&mut side);
    weekday::read(&mut side);
    clause::read(&mut side);
    known::zones(&mut side);
    identifier::codes(&mut side);
    digits::read(&mut side);
    money::read(&mut side);
    share::read(&mut side);
    measure::read(&mut side);
    frequency::read(&mut side);
    count::read(&mut side);
    money::mentions(&mut side);
    known::read(&mut side);
    side.readings.sort_by_key(|reading| (reading.range.start, reading.range.end));
    said_again(&mut side);
    money::capitals(&mut side);
    bound::mark(&mut side);
    side
}

/// `thirty days (30 days)`: what stands in brackets behind a figure and says the same is that figure.
fn said_again(side: &mut Side) {
    for at in (1..side.readings.len()).rev() {
        let (first, second) = (&side.readings[at - 1], &side.readings[at]);
        let between: String =
            side.folded.get(first.range.end..second.range.start).unwrap_or_default().iter().collect();
        let is_closed = side.folded.get(second.range.end).is_some_and(|c| matches!(c, ')' | ','));
        let is_same = first.values.first() == second.values.first() && first.kind == second.kind;
        if between.trim() == "(" && is_closed && is_same {
            side.readings.remove(at);
        }
    }
}

#[cfg(test)]
pub(crate) fn values(words: &str, tongue: Tongue) -> Vec<String> {
    read(words, tongue).readings.iter().map(|reading| reading.values[0].to_string()).collect()
}
