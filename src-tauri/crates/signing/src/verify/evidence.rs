//! The evidence record attached to the document.

use lopdf::{Document, Object};
use serde_json::Value;

use crate::pdf::load::quietly;
use crate::record::Pair;
use crate::verify::parts::{attachments, dictionary};
use crate::verify::report::DocumentFacts;

/// A larger record is not read.
const LARGEST: usize = 64 << 20;

/// The text of the attached evidence record: the first attachment that is JSON.
pub(crate) fn record(document: &Document) -> Option<String> {
    let attached = attachments(document).into_iter().find(|file| file.name.ends_with(".json"))?;
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
    let document = &record["document"];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
    // A side of a bilingual text is a string, or an object with its text and state.
    let side = |side: &Value| match side["text"].as_str() {
        Some(text) => text.to_string(),
        None => text(side),
    };
    let title = Pair { en: side(&document["title"]["en"]), zh: side(&document["title"]["zh"]) };
    let heads = record["heads"].as_array().into_iter().flatten().map(text).collect();
    let (id, number) = (text(&document["id"]), text(&document["number"]));
    (DocumentFacts { id, number, title }, heads)
}

/// Title in the document's information, for files without an evidence record.
pub(crate) fn title(document: &Document) -> Option<String> {
    let information = dictionary(document, document.trailer.get(b"Info").ok()?)?;
    information.get(b"Title").ok().map(|title: &Object| title).and_then(crate::pdf::text::read)
}
