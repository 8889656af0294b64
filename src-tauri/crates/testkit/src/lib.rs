//! What tests of several crates share: the sample story, as records and as the meeting that follows.

pub use hefu_sample::{HeldEvidence, Identity, Marking, Meeting, Rewording, Story, meeting, story};
