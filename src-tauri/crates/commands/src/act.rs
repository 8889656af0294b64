//! Acts as the arguments of their sentence.

use hefu_domain::id::{ProjectId, StackId};
use hefu_domain::journal::Act;
use hefu_domain::project::Stack;
use hefu_store::{Reader, StoreError};
use serde_json::{Map, Value};

pub(crate) fn args(act: &Act) -> Map<String, Value> {
    match serde_json::to_value(act) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

pub(crate) fn take_name(args: &mut Map<String, Value>) -> String {
    match args.remove("act") {
        Some(Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The trails of an act on a record: its own stack's, or every stack's of the project.
pub(crate) fn trails(
    reader: &Reader<'_>,
    project: ProjectId,
    stack: Option<StackId>,
) -> Result<Vec<StackId>, StoreError> {
    match stack {
        Some(stack) => Ok(vec![stack]),
        None => Ok(stacks(reader, project)?.into_iter().map(|stack| stack.id).collect()),
    }
}

pub(crate) fn stacks(reader: &Reader<'_>, project: ProjectId) -> Result<Vec<Stack>, StoreError> {
    reader.list("project = ?1 ORDER BY position", [project.to_string()])
}
