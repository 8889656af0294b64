//! One change over several records: all of them or none, and a failure that says at which one.

use std::collections::HashSet;

use hefu_api::Failure;
use hefu_store::{Record, WriteTx};
use uuid::Uuid;

use crate::failure::CommandError;

/// Does `change` to every record of the list, each once, and says how many there were.
pub(crate) fn each<R: Record>(
    tx: &WriteTx<'_>,
    ids: impl IntoIterator<Item = Uuid>,
    mut change: impl FnMut(R) -> Result<(), CommandError>,
) -> Result<u32, CommandError> {
    let (mut seen, mut count) = (HashSet::new(), 0);
    for id in ids.into_iter().filter(|id| seen.insert(*id)) {
        let record: R = tx.one(id)?;
        let label = record.called();
        change(record).map_err(|trouble| Failure::OneOfMany {
            noun: R::TABLE.to_owned(),
            label,
            because: Box::new(trouble.into()),
        })?;
        count += 1;
    }
    Ok(count)
}

/// Removes a record on which nothing hangs any more. Asked here and not when the act commits, where it could no
/// longer be said which record it was.
pub(crate) fn remove_unused<R: Record>(tx: &WriteTx<'_>, record: &R) -> Result<(), CommandError> {
    if tx.is_used::<R>(record.key())? {
        return Err(Failure::StillUsed.into());
    }
    Ok(tx.remove::<R>(record.key())?)
}

/// A record of another project than the act's is not there for it.
pub(crate) fn of_project<T: PartialEq>(noun: &str, project: T, records: T) -> Result<(), CommandError> {
    if project == records {
        return Ok(());
    }
    Err(Failure::NotFound { noun: noun.to_owned() }.into())
}
