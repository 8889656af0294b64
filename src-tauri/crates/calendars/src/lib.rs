//! Calendars as they come in and go out: next year's notice pasted or read from an iCalendar file, with its faults
//! by line, and the days of a project written to one. The rules of counting are `hefu-domain`'s.

mod fault;
pub mod feed;
mod festival;
mod ics;
mod lines;
mod list;
pub mod notice;
mod sentence;

pub mod year;

pub use fault::{LineFault, NoticeProblem};
