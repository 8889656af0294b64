//! Prices, usage, tax, margin and shared costs: plain facts in, figures out with every step between them.
//!
//! Inside, every figure is a ratio of whole numbers ([`Exact`]), so that nothing is rounded but where a contract or a
//! tax law says so; what crosses the border is decimal text. Nothing here knows a clock, a file or a record.

pub mod allocation;
pub mod attribution;
pub mod calculation;
pub mod commitment;
pub mod discount;
pub mod energy;
mod error;
mod exact;
pub mod invoice;
pub mod levers;
pub mod margin;
pub mod meter;
pub mod model;
mod operation;
pub mod pack;
pub mod plan;
pub mod proration;
pub mod schedule;
pub mod simulation;
mod step;
pub mod tariff;
pub mod tax;
pub mod tier;

pub use error::RatingError;
pub use exact::{Exact, Rounding};
pub use step::{Rule, Step};
