//! A file attached to the document: a PDF/A-3 associated file.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, text_string};

use super::{Archival, Attachment, metadata};

/// Adds the file; gives back its specification, for `/AF` and `/Names` of the catalogue.
pub(super) fn attach(document: &mut Document, archival: &Archival<'_>, file: &Attachment<'_>) -> ObjectId {
    let mut parameters = Dictionary::new();
    parameters.set("ModDate", metadata::date(&archival.at));
    parameters.set("Size", Object::Integer(i64::try_from(file.bytes.len()).unwrap_or(i64::MAX)));
    let mut stream = Dictionary::new();
    stream.set("Type", "EmbeddedFile");
    stream.set("Subtype", Object::Name(file.mime.into()));
    stream.set("Params", parameters);
    let stream = document.add_object(Stream::new(stream, file.bytes.to_vec()));
    let mut embedded = Dictionary::new();
    embedded.set("F", stream);
    embedded.set("UF", stream);
    let mut specification = Dictionary::new();
    specification.set("Type", "Filespec");
    specification.set("F", text_string(file.name));
    specification.set("UF", text_string(file.name));
    specification.set("Desc", text_string(file.description));
    specification.set("AFRelationship", "Data");
    specification.set("EF", embedded);
    document.add_object(specification)
}
