//! Files in which no revision of a signature was found: not signed yet, signed by another program, our own paper written
//! anew by one, encrypted, cut, or no PDF at all.

use lopdf::{Dictionary, Document, Object};
use memchr::memmem;

use crate::blocks;
use crate::pdf::issued::{self, State};
use crate::pdf::read::{Unread, read};
use crate::pdf::{form, text};
use crate::record::RecordRow;
use crate::report::{Change, Unjudged};
use crate::verify::graph;
use crate::verify::revisions;

/// What such a file is.
pub(super) enum Other {
    /// Issued by Hefu and not signed yet.
    Issued(Box<State>),
    /// Signed by Hefu, and no longer what was signed.
    Broken(Change, Option<Document>),
    /// Nothing that Hefu can judge.
    Unjudged(Unjudged, Option<Document>),
}

pub(super) fn of(pdf: &[u8]) -> Other {
    if let Ok(state) = issued::read(pdf)
        && matches!(&pdf[state.section.end..], b"" | b"\n")
    {
        // Another program may write a paper anew just as Hefu writes one.
        return match is_own(&state.document) {
            true => Other::Broken(Change::WrittenAnew, Some(state.document)),
            false => Other::Issued(Box::new(state)),
        };
    }
    let document = read(pdf);
    if memmem::find(pdf, revisions::HEAD).is_some() {
        let cut = !pdf.trim_ascii_end().ends_with(b"%%EOF");
        return Other::Broken(if cut { Change::CutAtEnd } else { Change::RevisionForm }, document.ok());
    }
    let document = match document {
        Ok(document) => document,
        Err(Unread::Encrypted) => return Other::Unjudged(Unjudged::Encrypted, None),
        Err(Unread::NotAPdf | Unread::TooLarge) => return Other::Unjudged(Unjudged::Unreadable, None),
    };
    if is_own(&document) {
        return Other::Broken(Change::WrittenAnew, Some(document));
    }
    let signed = document.objects.values().any(graph::holds_signature);
    Other::Unjudged(if signed { Unjudged::OtherProgram } else { Unjudged::NotSigned }, Some(document))
}

/// Whether a signature of Hefu is, or was, in the document: the signature itself, or a row of its signing record.
fn is_own(document: &Document) -> bool {
    let rows = || {
        let mut named = form::fields(document).into_iter().filter(|(name, _)| name.starts_with("record."));
        named.any(|(_, id)| {
            let value = document.get_dictionary(id).ok().and_then(|field| field.get(b"V").ok());
            value.and_then(text::read).is_some_and(|text| RecordRow::parse(&text).is_ok())
        })
    };
    let signs = |entries: &Dictionary| graph::is_signature(entries) && entries.has(blocks::KEY.as_bytes());
    document.objects.values().any(|object| matches!(object, Object::Dictionary(entries) if signs(entries)))
        || rows()
}
