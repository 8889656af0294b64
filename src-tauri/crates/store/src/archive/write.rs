//! Out of the file.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use hefu_files::NewFolder;
use rusqlite::types::ValueRef;
use serde_json::{Map, Value, json};

use super::{Exported, FILES, Line, MANIFEST, Manifest, OnProgress, Part, Sum, parts, sealed};
use crate::error::StoreError;
use crate::format::FORMAT;
use crate::journal::chain::heads;
use crate::journal::images;
use crate::reader::Reader;
use crate::store::Store;
use hefu_chain::hex;

impl Store {
    /// As [`Reader::export_all`].
    pub fn export_all(
        &self,
        folder: &NewFolder,
        made_at: DateTime<FixedOffset>,
        report: OnProgress<'_>,
    ) -> Result<Exported, StoreError> {
        self.reader().export_all(folder, made_at, report)
    }
}

impl Reader<'_> {
    /// Writes everything into `folder`, whose [`NewFolder::finish`] makes an export of it with [`MANIFEST`] as the last.
    /// Errors: it cannot be written; cancelled.
    pub fn export_all(
        &self,
        folder: &NewFolder,
        made_at: DateTime<FixedOffset>,
        report: OnProgress<'_>,
    ) -> Result<Exported, StoreError> {
        let heads = heads(self.connection)?;
        let places = parts(self.connection)?;
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
            let part = self.write_part(folder, &place, &table, &mut step)?;
            manifest.parts.insert(place, part);
        }
        manifest.files = self.write_files(folder, &mut step)?;
        folder.write(MANIFEST, &serde_json::to_vec_pretty(&manifest)?)?;
        let rows = manifest.parts.values().map(|part| part.rows).sum();
        Ok(Exported { rows, files: manifest.files.len() as u64, heads })
    }

    fn write_part(
        &self,
        folder: &NewFolder,
        place: &str,
        table: &str,
        step: &mut dyn FnMut() -> Result<(), StoreError>,
    ) -> Result<Part, StoreError> {
        let path = folder.place(place);
        folder.write_by(place, |out| self.write_rows(out, &path, table, step))
    }

    fn write_rows(
        &self,
        out: &mut dyn Write,
        path: &Path,
        table: &str,
        step: &mut dyn FnMut() -> Result<(), StoreError>,
    ) -> Result<Part, StoreError> {
        let lift = |e| StoreError::io(path, e);
        let columns = images::columns(self.connection, table)?;
        let names: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
        let order = match table {
            "entry" => "trail, seq",
            "image" => "seq, tbl, id",
            "redaction" => "seq, place",
            "counter" => "series",
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
            serde_json::to_writer(&mut *out, &line).map_err(|e| lift(e.into()))?;
            out.write_all(b"\n").map_err(lift)?;
            step()?;
        }
        Ok(sum.part(table))
    }

    fn write_files(
        &self,
        folder: &NewFolder,
        step: &mut dyn FnMut() -> Result<(), StoreError>,
    ) -> Result<BTreeMap<String, u64>, StoreError> {
        let mut statement = self.connection.prepare("SELECT sha256, bytes FROM file ORDER BY rowid")?;
        let mut rows = statement.query([])?;
        let mut written = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let (sha256, bytes): (String, Vec<u8>) = (row.get(0)?, row.get(1)?);
            folder.write(&format!("{FILES}/{sha256}"), &bytes)?;
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
