//! The evidence record attached to the document.

use std::fmt;
use std::marker::PhantomData;

use chrono::{DateTime, FixedOffset};
use hefu_reading::limits::{PAPER_FACTS, PAPER_NAMED, PAPER_RECORD};
use lopdf::{Document, ObjectId};
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::pdf::load::plain;
use crate::pdf::text;
use crate::record::{Pair, Role};
use crate::report::DocumentFacts;
use crate::verify::parts::{Attachment, attachments, dictionary};

/// The name under which the record is attached.
const NAME: &str = "evidence-record.json";

/// What the verifier takes of a record; all else in it is passed over.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Evidence {
    id: String,
    number: String,
    title: Pair,
    heads: AtMost<String>,
    issued_at: String,
    report: Facts,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Facts {
    signers: AtMost<Signer>,
}

/// Who is to sign at a place.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Signer {
    pub(crate) name: Pair,
    role: String,
    pub(crate) organisation: Pair,
}

impl Signer {
    pub(crate) fn role(&self) -> Option<Role> {
        Role::from_code(&self.role)
    }
}

impl Evidence {
    /// None when it is not a record, or says more than is taken of one.
    pub(crate) fn read(record: &str) -> Option<Self> {
        serde_json::from_str(record).ok().filter(|evidence: &Self| evidence.bytes() <= PAPER_FACTS)
    }

    fn bytes(&self) -> usize {
        let pair = |pair: &Pair| pair.en.len() + pair.zh.len();
        let signer = |signer: &Signer| pair(&signer.name) + signer.role.len() + pair(&signer.organisation);
        let single = [&self.id, &self.number, &self.issued_at].map(String::len);
        single.iter().sum::<usize>()
            + pair(&self.title)
            + self.heads.0.iter().map(String::len).sum::<usize>()
            + self.report.signers.0.iter().map(signer).sum::<usize>()
    }

    pub(crate) fn facts(&self) -> DocumentFacts {
        DocumentFacts {
            id: self.id.clone(),
            number: self.number.clone(),
            title: self.title.clone(),
            heads: self.heads.0.clone(),
        }
    }

    /// Heads of the journal before it was issued.
    pub(crate) fn heads(&self) -> &[String] {
        &self.heads.0
    }

    pub(crate) fn issued_at(&self) -> Option<DateTime<FixedOffset>> {
        DateTime::parse_from_rfc3339(&self.issued_at).ok()
    }

    /// Who is to sign at a place, counted from 1.
    pub(crate) fn signer(&self, position: u32) -> Option<&Signer> {
        self.report.signers.0.get(usize::try_from(position.checked_sub(1)?).ok()?)
    }
}

/// The text of the attached evidence record.
pub(crate) fn record(document: &Document) -> Option<String> {
    let specification = document.get_dictionary(attached(document)?.specification).ok()?;
    let files = dictionary(document, specification.get(b"EF").ok()?)?;
    let (_, stream) = document.dereference(files.get(b"F").ok()?).ok()?;
    let stream = stream.as_stream().ok()?;
    let bytes = plain(stream, PAPER_RECORD)?;
    String::from_utf8(bytes).ok()
}

/// The file that is attached as the record and cannot be read as one: nothing could be held against it.
pub(crate) fn unreadable(document: &Document) -> Option<ObjectId> {
    let attached = attached(document)?;
    let evidence = record(document).and_then(|record| Evidence::read(&record));
    evidence.is_none().then_some(attached.specification)
}

fn attached(document: &Document) -> Option<Attachment> {
    attachments(document).into_iter().find(|file| file.name == NAME)
}

/// A list that names no more than is taken.
struct AtMost<T>(Vec<T>);

impl<T> Default for AtMost<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for AtMost<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Counting(PhantomData))
    }
}

struct Counting<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Counting<T> {
    type Value = AtMost<T>;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "a list of at most {PAPER_NAMED}")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Self::Value, A::Error> {
        let mut kept = Vec::new();
        while let Some(one) = all.next_element()? {
            if kept.len() == PAPER_NAMED {
                return Err(A::Error::invalid_length(PAPER_NAMED + 1, &self));
            }
            kept.push(one);
        }
        Ok(AtMost(kept))
    }
}

/// Title in the document's information, for files without an evidence record.
pub(crate) fn title(document: &Document) -> Option<String> {
    let information = dictionary(document, document.trailer.get(b"Info").ok()?)?;
    information.get(b"Title").ok().and_then(text::read)
}
