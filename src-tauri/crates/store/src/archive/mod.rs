//! Everything a workspace holds, as plain files that outlive the program, and back again.
//!
//! A folder with
//!
//! - `hefu.json`: format, moment, the heads of the chains, and for each part its rows and digest ([`Manifest`]),
//! - `tables/<table>.jsonl`: the record, one row a line,
//! - `journal/entry.jsonl`, `note.jsonl`, `image.jsonl`: the chains, what stands beside them, and undo;
//!   `redaction.jsonl`, `counter.jsonl`: what is kept of erased texts, and the last number of each series,
//! - `files/<sha256>`: kept bytes under their own digest.
//!
//! A line is `{"sha256": …, "row": {column: value}}`, its digest that of the row in canonical JSON (RFC 8785).
//! Text, integers and null stand as they are; bytes as `{"text": …}` where they are UTF-8, else `{"hex": …}`.

mod read;
mod row;
mod write;

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::journal::{Head, images};
use hefu_chain::hex;

/// Written last, so that a folder without it is not a whole export.
pub const MANIFEST: &str = "hefu.json";
const FILES: &str = "files";

/// The journal's tables, beside those of the record, and the numbers that were given.
const JOURNAL: [&str; 5] = ["entry", "note", "image", "redaction", "counter"];

/// `hefu.json`.
#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    /// The workspace's format, which the columns follow.
    format: u32,
    made_at: DateTime<FixedOffset>,
    /// `trail seq hash` of every chain.
    heads: Vec<String>,
    /// By path in the folder.
    parts: BTreeMap<String, Part>,
    /// SHA-256 and size of every kept file.
    files: BTreeMap<String, u64>,
}

/// One file of rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Part {
    table: String,
    rows: u64,
    /// SHA-256 of the digests of its lines, in order.
    sha256: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Line {
    sha256: String,
    #[serde(deserialize_with = "row::read")]
    row: Map<String, Value>,
}

/// What was written to a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    pub rows: u64,
    pub files: u64,
    pub heads: Vec<Head>,
}

/// What was read from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub rows: u64,
    pub files: u64,
    pub entries: u64,
}

/// Told how far it is: rows and files done, of all. Breaking cancels it.
type OnProgress<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// Path in the folder and table of every part, in the order they are put back.
fn parts(connection: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let mut record = images::tables(connection)?;
    record.sort();
    let record = record.into_iter().map(|table| (format!("tables/{table}.jsonl"), table));
    let mut there =
        connection.prepare_cached("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1")?;
    let mut parts: Vec<(String, String)> = record.collect();
    for table in JOURNAL {
        if there.exists([table])? {
            parts.push((format!("journal/{table}.jsonl"), table.to_owned()));
        }
    }
    Ok(parts)
}

fn sealed(row: &Map<String, Value>) -> Result<String, StoreError> {
    Ok(hex(&Sha256::digest(serde_json_canonicalizer::to_vec(row)?)))
}

/// The digest of a part grows by that of each line.
#[derive(Default)]
struct Sum(Sha256, u64);

impl Sum {
    fn add(&mut self, line: &str) {
        self.0.update(line);
        self.1 += 1;
    }

    fn part(self, table: &str) -> Part {
        Part { table: table.to_owned(), rows: self.1, sha256: hex(&self.0.finalize()) }
    }
}
