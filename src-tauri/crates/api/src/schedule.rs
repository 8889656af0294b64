//! A plan and its dates, without a workspace: what the engine takes and gives crosses the line as it is.

pub use hefu_schedule::level::Levelling;
pub use hefu_schedule::outcome::Schedule;
pub use hefu_schedule::plan::Plan;
pub use hefu_schedule::simulate::{Promises, Simulation};
