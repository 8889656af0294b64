//! Which entries a person was erased of, as the erasures' own entries say it. What stands beside an entry may
//! differ from what the chain sealed only where an erasure names it, and then has to be as the erasure left it.

use std::collections::BTreeMap;

use hefu_domain::journal::Covered;
use rusqlite::Connection;
use serde_json::Value;

use crate::error::StoreError;
use crate::journal::chain::{Link, WORKSPACE, note_digest};

/// The act of an erasure.
pub(crate) const ERASED: &str = "person_erased";

/// Entry and digest of what stands beside it, for every entry that an erasure covers. An erasure of which a later
/// one erased something is believed when it is as that one left it; one that was tampered with covers nothing.
pub(crate) fn covered(connection: &Connection) -> Result<BTreeMap<u64, String>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT n.seq, n.salt, n.actor, n.args, e.bytes FROM note n
         JOIN entry e ON e.trail = ?1 AND e.seq = n.seq WHERE n.act = ?2 ORDER BY n.seq DESC",
    )?;
    let mut rows = statement.query((WORKSPACE, ERASED))?;
    let mut found: BTreeMap<u64, String> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (seq, salt): (u64, Vec<u8>) = (row.get(0)?, row.get(1)?);
        let (actor, args): (String, String) = (row.get(2)?, row.get(3)?);
        let bytes: Vec<u8> = row.get(4)?;
        let (Ok(args), Ok(link)) =
            (serde_json::from_str::<Value>(&args), serde_json::from_slice::<Link>(&bytes))
        else {
            continue;
        };
        let digest = note_digest(&salt, &actor, &args)?;
        if link.act != ERASED || digest != *found.get(&seq).unwrap_or(&link.note) {
            continue;
        }
        let covers: Vec<Covered> = args
            .get("covers")
            .cloned()
            .and_then(|list| serde_json::from_value(list).ok())
            .unwrap_or_default();
        for Covered { entry, note } in covers {
            // An erasure can only cover what came before it; the latest that did has the last word.
            if entry < seq {
                found.entry(entry).or_insert(note);
            }
        }
    }
    Ok(found)
}
