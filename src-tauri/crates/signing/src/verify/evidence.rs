//! The evidence record attached to the document.

use lopdf::Document;
use serde_json::Value;

use crate::pdf::load::quietly;
use crate::pdf::text;
use crate::record::Pair;
use crate::verify::parts::{attachments, dictionary};
use crate::verify::report::DocumentFacts;

/// A larger record is not read.
const LARGEST: usize = 64 << 20;

/// The name under which the record is attached.
const NAME: &str = "evidence-record.json";

/// The text of the attached evidence record.
pub(crate) fn record(document: &Document) -> Option<String> {
    let attached = attachments(document).into_iter().find(|file| file.name == NAME)?;
    let specification = document.get_dictionary(attached.specification).ok()?;
    let files = dictionary(document, specification.get(b"EF").ok()?)?;
    let (_, stream) = document.dereference(files.get(b"F").ok()?).ok()?;
    let stream = stream.as_stream().ok()?;
    let bytes = match stream.dict.has(b"Filter") {
        true => quietly(|| stream.get_plain_content_with_limit(LARGEST))?.ok()?,
        false => stream.content.clone(),
    };
    String::from_utf8(bytes).ok()
}

/// Id, number and title, and the journal heads the record states.
pub(crate) fn facts(record: &str) -> (DocumentFacts, Vec<String>) {
    let record: Value = serde_json::from_str(record).unwrap_or(Value::Null);
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    let title = Pair { en: text(&record["title"]["en"]), zh: text(&record["title"]["zh"]) };
    let heads = record["heads"].as_array().into_iter().flatten().map(text).collect();
    let (id, number) = (text(&record["id"]), text(&record["number"]));
    (DocumentFacts { id, number, title, heads: Vec::new() }, heads)
}

/// Title in the document's information, for files without an evidence record.
pub(crate) fn title(document: &Document) -> Option<String> {
    let information = dictionary(document, document.trailer.get(b"Info").ok()?)?;
    information.get(b"Title").ok().and_then(text::read)
}
