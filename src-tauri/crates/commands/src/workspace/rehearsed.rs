//! The last rehearsal of a restore, as the journal has it.

use hefu_api::workspace::{LastRehearsal, RehearsalOutcome};
use hefu_store::Store;

use crate::failure::CommandError;

const VERIFIED: &str = "backup_rehearsed";
const FAILED: &str = "rehearsal_failed";

/// The last rehearsal. None: none was made.
pub(super) fn last(store: &Store) -> Result<Option<LastRehearsal>, CommandError> {
    let Some(entry) = store.last_of(&[VERIFIED, FAILED])? else { return Ok(None) };
    let file = entry.args.get("file").and_then(|name| name.as_str()).unwrap_or_default().to_owned();
    let outcome = if entry.act == VERIFIED {
        let entries = entry.args.get("entries").and_then(serde_json::Value::as_u64).unwrap_or_default();
        RehearsalOutcome::Verified { entries }
    } else {
        let fault = entry.args.get("fault").cloned().unwrap_or_default();
        let fault = serde_json::from_value(fault).map_err(hefu_store::StoreError::Shape)?;
        RehearsalOutcome::Failed { fault }
    };
    Ok(Some(LastRehearsal { at: entry.at, file, outcome }))
}
