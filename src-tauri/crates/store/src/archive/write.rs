//! Out of the file.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use rusqlite::types::ValueRef;
use serde_json::{Map, Value, json};

use super::{Exported, FILES, Line, MANIFEST, Manifest, Part, Report, Sum, parts, sealed};
use crate::error::StoreError;
use crate::journal::images;
use crate::open::{FORMAT, Store};
use crate::writer::hex;

impl Store {
    /// Writes everything into `folder`, which is made, or empty. Cancelled or failed, nothing is left in it.
    /// Errors: something lies in the folder; it cannot be written; cancelled.
    pub fn export_all(
        &self,
        folder: &Path,
        made_at: DateTime<FixedOffset>,
        report: Report<'_>,
    ) -> Result<Exported, StoreError> {
        fs::create_dir_all(folder).map_err(|e| StoreError::io(folder, e))?;
        if fs::read_dir(folder).map_err(|e| StoreError::io(folder, e))?.next().is_some() {
            return Err(StoreError::AlreadyThere(folder.to_owned()));
        }
        let written = self.write_into(folder, made_at, report);
        if written.is_err() {
            for part in ["tables", "journal", FILES] {
                // A part of an export is of no use; the error that ended it is the one to tell.
                let _ = fs::remove_dir_all(folder.join(part));
            }
        }
        written
    }

    fn write_into(
        &self,
        folder: &Path,
        made_at: DateTime<FixedOffset>,
        report: Report<'_>,
    ) -> Result<Exported, StoreError> {
        let heads = self.heads()?;
        let places = parts(&self.connection)?;
        let count = |table: &str| -> Result<u64, StoreError> {
            let sql = format!("SELECT count(*) FROM {table}");
            Ok(self.connection.query_row(&sql, [], |row| row.get(0))?)
        };
        let mut total = count("file")?;
        for (_, table) in &places {
            total += count(table)?;
        }
        let mut done = 0;
        let mut step = || {
            done += 1;
            if report(done, total).is_break() { Err(StoreError::Cancelled) } else { Ok(()) }
        };
        let mut manifest = Manifest {
            format: FORMAT,
            made_at,
            heads: heads.iter().map(ToString::to_string).collect(),
            parts: BTreeMap::new(),
            files: BTreeMap::new(),
        };
        for (place, table) in places {
            let part = self.write_part(&folder.join(&place), &table, &mut step)?;
            manifest.parts.insert(place, part);
        }
        manifest.files = self.write_files(&folder.join(FILES), &mut step)?;
        let path = folder.join(MANIFEST);
        fs::write(&path, serde_json::to_vec_pretty(&manifest)?).map_err(|e| StoreError::io(&path, e))?;
        let rows = manifest.parts.values().map(|part| part.rows).sum();
        Ok(Exported { rows, files: manifest.files.len() as u64, heads })
    }

    fn write_part(
        &self,
        path: &Path,
        table: &str,
        step: &mut dyn FnMut() -> Result<(), StoreError>,
    ) -> Result<Part, StoreError> {
        let lift = |e| StoreError::io(path, e);
        fs::create_dir_all(path.parent().unwrap_or(path)).map_err(lift)?;
        let mut out = BufWriter::new(fs::File::create(path).map_err(lift)?);
        let columns = images::columns(&self.connection, table)?;
        let names: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
        let order = match table {
            "entry" => "trail, seq",
            "image" => "seq, tbl, id",
            _ => "rowid",
        };
        let sql = format!("SELECT {} FROM {table} ORDER BY {order}", names.join(", "));
        let mut statement = self.connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut sum = Sum::default();
        while let Some(row) = rows.next()? {
            let mut fields = Map::new();
            for (at, column) in columns.iter().enumerate() {
                fields.insert(column.clone(), plain(row.get_ref(at)?, table, column)?);
            }
            let line = Line { sha256: sealed(&fields)?, row: fields };
            sum.add(&line.sha256);
            serde_json::to_writer(&mut out, &line)?;
            out.write_all(b"\n").map_err(lift)?;
            step()?;
        }
        out.into_inner().map_err(|e| lift(e.into_error()))?.sync_all().map_err(lift)?;
        Ok(sum.part(table))
    }

    fn write_files(
        &self,
        folder: &Path,
        step: &mut dyn FnMut() -> Result<(), StoreError>,
    ) -> Result<BTreeMap<String, u64>, StoreError> {
        fs::create_dir_all(folder).map_err(|e| StoreError::io(folder, e))?;
        let mut statement = self.connection.prepare("SELECT sha256, bytes FROM file ORDER BY rowid")?;
        let mut rows = statement.query([])?;
        let mut written = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (sha256, bytes): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
            let path = folder.join(&sha256);
            fs::write(&path, &bytes).map_err(|e| StoreError::io(&path, e))?;
            written.insert(sha256, bytes.len() as u64);
            step()?;
        }
        Ok(written)
    }
}

fn plain(value: ValueRef<'_>, table: &str, column: &str) -> Result<Value, StoreError> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => json!(number),
        ValueRef::Text(text) => Value::String(String::from_utf8_lossy(text).into_owned()),
        ValueRef::Blob(bytes) => match std::str::from_utf8(bytes) {
            Ok(text) if !bytes.is_empty() && column == "bytes" => json!({ "text": text }),
            _ => json!({ "hex": hex(bytes) }),
        },
        ValueRef::Real(number) => {
            use serde::de::Error;
            let shape = format!("{table}.{column} holds {number}");
            return Err(StoreError::Shape(serde_json::Error::custom(shape)));
        }
    })
}
