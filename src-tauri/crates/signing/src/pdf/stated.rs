//! What the dictionary of a signature repeats of the row that was signed.

use lopdf::Object;

use crate::pdf::text;
use crate::record::RecordRow;

/// What the signature's dictionary repeats of the row.
pub(crate) fn stated(row: &RecordRow) -> Vec<(&'static str, Object)> {
    let mut entries = vec![("M", text::date(&row.time)), ("Name", text::text(&row.signer.both()))];
    if !row.reason.is_empty() {
        entries.push(("Reason", text::text(&row.reason)));
    }
    entries
}
