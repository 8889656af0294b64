//! The evidence record: the facts of a document as canonical JSON (RFC 8785), attached to it. Its SHA-256 is
//! the digest of the record that every page shows.

use chrono::SecondsFormat;
use hefu_domain::document::{Edition, Look};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::Kind;
use crate::IssueContext;
use crate::error::DocumentError;

/// The name of the attachment.
pub const FILE_NAME: &str = "evidence-record.json";

/// The bytes of the record. At the top: `id`, `number`, `version`, `title` (`en`, `zh`), `kind`, `edition`,
/// `look`, `issued_at`, `heads`, and `report` with all facts, whatever the kind; every bilingual text is `{en, zh}`.
pub(crate) fn evidence_record(
    paper: &dyn Kind,
    edition: Edition,
    look: Look,
    outside: &IssueContext,
) -> Result<Vec<u8>, DocumentError> {
    let mut facts = paper.facts().map_err(|error| broken(&error))?;
    plain_texts(&mut facts);
    let front = paper.front();
    let record = json!({
        "id": outside.document_id,
        "number": front.number,
        "version": front.version,
        "title": { "en": front.title.en.words, "zh": front.title.zh.words },
        "kind": paper.form().code,
        "edition": edition,
        "look": look,
        "issued_at": outside.issued_at.to_rfc3339_opts(SecondsFormat::Secs, false),
        "heads": front.heads,
        "report": facts,
    });
    serde_json_canonicalizer::to_vec(&record).map_err(|error| broken(&error))
}

/// Replaces each bilingual text by its words: how far a translation was reviewed is the vendor's affair.
fn plain_texts(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(plain_texts),
        Value::Object(fields) => {
            if let Some(words) = words(fields) {
                *value = words;
            } else {
                fields.values_mut().for_each(plain_texts);
            }
        }
        _ => {}
    }
}

fn words(fields: &Map<String, Value>) -> Option<Value> {
    let side = |key: &str| {
        let side = fields.get(key)?.as_object()?;
        (side.len() == 2 && side.contains_key("state")).then(|| side.get("words").cloned())?
    };
    if fields.len() != 2 {
        return None;
    }
    Some(json!({ "en": side("en")?, "zh": side("zh")? }))
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn broken(error: &impl ToString) -> DocumentError {
    DocumentError::Broken { part: "evidence record", reason: error.to_string() }
}
