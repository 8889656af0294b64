//! Back into a file: a new workspace whose rows, kept files and chains are those that were written.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use hefu_reading::{PlainFile, limits};
use rusqlite::blob::ZeroBlob;
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, params_from_iter};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::{FILES, Imported, Line, MANIFEST, Manifest, OnProgress, Part, Sum, parts, sealed};
use crate::error::StoreError;
use crate::format::FORMAT;
use crate::history::unwatched;
use crate::journal::raise::before_raised;
use crate::journal::{Verdict, images};
use crate::key::{RawKey, Salt};
use crate::names;
use crate::store::Store;
use hefu_chain::hex;

/// Tells so many more rows or files, and whether to go on.
type Step<'a> = &'a mut dyn FnMut(u64) -> Result<(), StoreError>;

fn changed(place: impl Into<String>) -> StoreError {
    StoreError::ExportChanged { place: place.into() }
}

impl Store {
    /// Makes a new workspace at `path`, under `key`, of what [`Store::export_all`] wrote into `folder`.
    /// Errors: no export there; of a newer format; a row, file or chain is not as it was written (naming it); a
    /// file stands at `path`; cancelled. Whatever the error, no file is left at `path`.
    pub fn import_all(
        folder: &Path,
        path: &Path,
        key: &RawKey,
        salt: &Salt,
        report: OnProgress<'_>,
    ) -> Result<(Self, Imported), StoreError> {
        let manifest_path = folder.join(MANIFEST);
        let bytes = hefu_reading::read(&manifest_path, &limits::MANIFEST)
            .map_err(|e| StoreError::unread(&manifest_path, e))?;
        let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|_| changed(MANIFEST))?;
        if manifest.format > FORMAT {
            return Err(StoreError::Newer { path: manifest_path, format: manifest.format, known: FORMAT });
        }
        if manifest.format == 0 {
            return Err(changed(MANIFEST));
        }
        let mut rows = 0;
        let store = Self::create_from(path, key, salt, manifest.format, |connection| {
            rows = fill(connection, folder, &manifest, report)?;
            Ok(())
        })?;
        match store.is_as_exported(&manifest) {
            Ok(entries) => Ok((store, Imported { rows, files: manifest.files.len() as u64, entries })),
            Err(error) => {
                drop(store);
                names::remove_new(path);
                Err(error)
            }
        }
    }

    fn is_as_exported(&self, manifest: &Manifest) -> Result<u64, StoreError> {
        let verified = self.verify_journal(None, &mut unwatched)?;
        let mut heads = self.heads()?;
        // One of an older format was brought up to date just now.
        if manifest.format < FORMAT
            && let Some(head) = heads.first_mut()
            && let Some(own) = before_raised(&self.connection, head)?
        {
            *head = own;
        }
        let heads: Vec<String> = heads.iter().map(ToString::to_string).collect();
        if verified.verdict != Verdict::Whole || heads != manifest.heads {
            return Err(changed("journal"));
        }
        Ok(verified.entries)
    }
}

/// Puts everything back in one transaction; the number of rows.
fn fill(
    connection: &mut Connection,
    folder: &Path,
    manifest: &Manifest,
    report: OnProgress<'_>,
) -> Result<u64, StoreError> {
    let rows = manifest.parts.values().fold(0, |sum: u64, part| sum.saturating_add(part.rows));
    let total = rows.saturating_add(manifest.files.len() as u64);
    let mut done = 0;
    let mut step = |more| {
        done += more;
        if report(done, total).is_break() { Err(StoreError::Cancelled) } else { Ok(()) }
    };
    let transaction = connection.transaction()?;
    let mut rows = 0;
    let expected = parts(&transaction)?;
    if let Some(unknown) =
        manifest.parts.keys().find(|place| !expected.iter().any(|(each, _)| each == *place))
    {
        return Err(changed(unknown));
    }
    for (place, table) in expected {
        let part = manifest.parts.get(&place).ok_or_else(|| changed(&place))?;
        rows += read_part(&transaction, folder, &place, &table, part, &mut step)?;
    }
    read_files(&transaction, folder, manifest, &mut step)?;
    // References are checked when it commits.
    transaction.commit().map_err(|_| changed("tables"))?;
    Ok(rows)
}

fn read_part(
    connection: &Connection,
    folder: &Path,
    place: &str,
    table: &str,
    part: &Part,
    step: Step<'_>,
) -> Result<u64, StoreError> {
    let path = folder.join(place);
    let file = PlainFile::open(&path).map_err(|e| StoreError::unread(&path, e))?;
    let columns = images::columns(connection, table)?;
    let names: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    let places: Vec<String> = (1..=columns.len()).map(|at| format!("?{at}")).collect();
    let sql = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), places.join(", "));
    let mut insert = connection.prepare(&sql)?;
    let mut sum = Sum::default();
    let (mut lines, mut text) = (BufReader::new(file), Vec::new());
    for number in 1u64.. {
        let here = || changed(format!("{place}:{number}"));
        if !next_line(&mut lines, &mut text).map_err(|_| here())? {
            break;
        }
        let line: Line = serde_json::from_slice(&text).map_err(|_| here())?;
        if sealed(&line.row)? != line.sha256 || line.row.len() != columns.len() {
            return Err(here());
        }
        sum.add(&line.sha256);
        let values = columns.iter().map(|column| sql_value(&line.row, column)).collect::<Option<Vec<_>>>();
        insert.execute(params_from_iter(values.ok_or_else(here)?)).map_err(|_| here())?;
        step(1)?;
    }
    if sum.part(table) != *part {
        return Err(changed(place));
    }
    Ok(part.rows)
}

/// Puts the next line into `text`; false when there is none. Errors: longer than any row.
fn next_line(lines: &mut impl BufRead, text: &mut Vec<u8>) -> io::Result<bool> {
    text.clear();
    let most = limits::ARCHIVE_LINE.bytes;
    let read = lines.take(most + 1).read_until(b'\n', text)? as u64;
    if read > most {
        return Err(io::ErrorKind::InvalidData.into());
    }
    Ok(read > 0)
}

fn sql_value(row: &Map<String, Value>, column: &str) -> Option<Sql> {
    Some(match row.get(column)? {
        Value::Null => Sql::Null,
        Value::String(text) => Sql::Text(text.clone()),
        Value::Number(number) => Sql::Integer(number.as_i64()?),
        Value::Object(bytes) => Sql::Blob(match (bytes.get("text"), bytes.get("hex")) {
            (Some(Value::String(text)), None) => text.clone().into_bytes(),
            (None, Some(Value::String(digits))) => unhex(digits)?,
            _ => return None,
        }),
        Value::Bool(_) | Value::Array(_) => return None,
    })
}

fn unhex(digits: &str) -> Option<Vec<u8>> {
    let pair = |at| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    if digits.len().is_multiple_of(2) { (0..digits.len()).step_by(2).map(pair).collect() } else { None }
}

fn read_files(
    connection: &Connection,
    folder: &Path,
    manifest: &Manifest,
    step: Step<'_>,
) -> Result<(), StoreError> {
    let mut insert = connection.prepare("INSERT INTO file (sha256, bytes) VALUES (?1, ?2)")?;
    for (sha256, size) in &manifest.files {
        let here = || changed(format!("{FILES}/{sha256}"));
        if sha256.len() != 64 || !sha256.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(here());
        }
        let file = PlainFile::open(&folder.join(FILES).join(sha256)).map_err(|_| here())?;
        if file.length() != *size {
            return Err(here());
        }
        insert.execute((sha256, ZeroBlob(*size))).map_err(|_| here())?;
        let row = connection.last_insert_rowid();
        if read_file(connection, row, file, step)? != *sha256 {
            return Err(here());
        }
        step(1)?;
    }
    Ok(())
}

/// Puts a kept file into its place piece by piece; its digest.
fn read_file(
    connection: &Connection,
    row: i64,
    mut file: PlainFile,
    step: Step<'_>,
) -> Result<String, StoreError> {
    let mut place = connection.blob_open("main", "file", "bytes", row, false)?;
    let mut sha256 = Sha256::new();
    let mut piece = vec![0; usize::try_from(limits::ARCHIVE_FILE.bytes).unwrap_or(1 << 16)];
    loop {
        let read = file.read(&mut piece).map_err(|_| changed(FILES))?;
        if read == 0 {
            return Ok(hex(&sha256.finalize()));
        }
        sha256.update(&piece[..read]);
        // A file that grew meanwhile does not fit into its place.
        place.write_all(&piece[..read]).map_err(|_| changed(FILES))?;
        step(0)?;
    }
}
