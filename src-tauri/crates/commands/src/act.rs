//! Acts as the arguments of their sentence.

use hefu_domain::id::{ProjectId, StackId};
use hefu_domain::journal::Act;
use hefu_store::{Reader, Record, StoreError};
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
        None => Ok(reader.stacks_of(project)?.into_iter().map(|stack| stack.id).collect()),
    }
}

/// The act that adds a record.
pub(crate) fn added<R: Record>(record: &R) -> Act {
    let called = record.called();
    Act::RecordAdded { noun: R::NOUN, en: called.en, zh: called.zh }
}

/// The act that writes over a record.
pub(crate) fn edited<R: Record>(record: &R) -> Act {
    let called = record.called();
    Act::RecordEdited { noun: R::NOUN, en: called.en, zh: called.zh }
}
