//! One change over several records of a kind: one act, one step of undo, all of them or none. When one of them
//! cannot be changed the failure is [`Failure::OneOfMany`](crate::Failure::OneOfMany), which names it.

use schemars::JsonSchema;
use serde::Serialize;

/// How many records the act was on, each counted once.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ManyEdited {
    pub changed: u32,
}
