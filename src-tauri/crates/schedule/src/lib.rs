//! The schedule of a plan: dates, floats, driving relations, critical paths, promise bands and earned value.
//!
//! Plain types go in and come out; there is no clock, no file, no randomness but the seed that is handed in, and no
//! noun of the record. `plan` is what is computed, `outcome` what comes of it.

mod fault;
pub mod level;
mod line;
mod live;
mod load;
mod moment;
mod network;
pub mod outcome;
pub mod plan;
mod report;
mod run;
mod sampler;
pub mod simulate;
mod solve;
mod value;

pub use fault::{PlanFault, PlanNoun, PlanProblem};
pub use level::level;
pub use live::{LivePlan, schedule};
pub use moment::{Moment, NotAMoment};
pub use simulate::simulate;
