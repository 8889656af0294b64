//! Plans as other programs keep them: read into the engine's plain plan, and written back.
//!
//! What the engine does not use stays in the text that was read and goes out with it, so that a round trip loses only
//! what it lists.

mod fault;
pub mod mspdi;
mod xml;

pub use fault::{FileFault, FileProblem};
