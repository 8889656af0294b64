//! A row of the signing record (签署记录): what a signer's field `record.{i}` says.
//!
//! One line a statement, `key label: value`, in a fixed order. The key is for machines, the
//! Chinese label beside it for the reader; values hold no line break (`\n` and `\\` are escaped).
//! A row names the document and the digest of the revision it was signed on, so that a row taken
//! from another document, or moved in the order, contradicts the file it stands in.

use chrono::{DateTime, FixedOffset, SecondsFormat};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What a signer signs as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Vendor,
    Client,
    Supervisor,
    Witness,
    Approver,
}

/// How a signer signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Drawn on the screen, with a key made for this one signature.
    Drawn,
    /// Name typed, with a key made for this one signature.
    Typed,
    /// The signer's own certificate.
    OwnCertificate,
    /// The identity the vendor keeps.
    VendorIdentity,
}

/// A text in both languages; a side that is not there is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pair {
    pub en: String,
    pub zh: String,
}

impl Pair {
    /// `Lin Hui Min 林慧敏`: both sides, or the one there is.
    pub fn both(&self) -> String {
        if self.en.is_empty() || self.zh.is_empty() || self.en == self.zh {
            return if self.en.is_empty() { self.zh.clone() } else { self.en.clone() };
        }
        format!("{} {}", self.en, self.zh)
    }
}

/// A row of the signing record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordRow {
    /// Id of the document, as in its evidence record.
    pub document: String,
    /// SHA-256, lower-case hexadecimal, of the whole file that was signed.
    pub previous_sha256: String,
    /// Place in the signing order, from 1.
    pub position: u32,
    pub signer: Pair,
    pub role: Role,
    /// In what capacity: "Delivery lead / 交付负责人".
    pub capacity: Pair,
    pub method: Method,
    /// To the second.
    pub time: DateTime<FixedOffset>,
    pub reason: String,
    /// Who attested in the room that the signer is who the row says, one a name.
    pub attested_by: Vec<String>,
    /// Journal heads before the document was issued: `trail seq hash`, one a trail.
    pub journal_heads: Vec<String>,
}

/// Why a text is not a record row.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RecordError {
    #[error("a row does not start with {FIRST_LINE:?}")]
    FirstLine,
    #[error("line {0} is not of the form of a record row")]
    Line(usize),
    #[error("{0} is missing, twice, or out of its place")]
    Key(&'static str),
    #[error("the value of {0} cannot be read")]
    Value(&'static str),
}

const FIRST_LINE: &str = "hefu-signing-record 签署记录: 1";

const DOCUMENT: (&str, &str) = ("document", "文件");
const PREVIOUS: (&str, &str) = ("previous-sha256", "上一版摘要");
const POSITION: (&str, &str) = ("position", "次序");
const SIGNER_EN: (&str, &str) = ("signer-en", "签署人（英文）");
const SIGNER_ZH: (&str, &str) = ("signer-zh", "签署人（中文）");
const ROLE: (&str, &str) = ("role", "签署身份");
const CAPACITY_EN: (&str, &str) = ("capacity-en", "职务（英文）");
const CAPACITY_ZH: (&str, &str) = ("capacity-zh", "职务（中文）");
const METHOD: (&str, &str) = ("method", "签署方式");
const TIME: (&str, &str) = ("time", "时间");
const REASON: (&str, &str) = ("reason", "事由");
const ATTESTED_BY: (&str, &str) = ("attested-by", "见证人");
const JOURNAL_HEAD: (&str, &str) = ("journal-head", "日志链首");

impl RecordRow {
    /// The text of `record.{i}`. `parse` gives the row back, and for every text it accepts this
    /// gives the same text back: a row has one spelling.
    pub fn to_text(&self) -> String {
        let mut text = String::from(FIRST_LINE);
        let mut line = |(key, label): (&str, &str), value: &str| {
            text.push_str(&format!("\n{key} {label}: {}", escape(value)));
        };
        line(DOCUMENT, &self.document);
        line(PREVIOUS, &self.previous_sha256);
        line(POSITION, &self.position.to_string());
        line(SIGNER_EN, &self.signer.en);
        line(SIGNER_ZH, &self.signer.zh);
        line(ROLE, self.role.code());
        line(CAPACITY_EN, &self.capacity.en);
        line(CAPACITY_ZH, &self.capacity.zh);
        line(METHOD, self.method.code());
        line(TIME, &self.time.to_rfc3339_opts(SecondsFormat::Secs, false));
        line(REASON, &self.reason);
        for name in &self.attested_by {
            line(ATTESTED_BY, name);
        }
        for head in &self.journal_heads {
            line(JOURNAL_HEAD, head);
        }
        text
    }

    /// Reads the text of a `record.{i}`.
    ///
    /// # Errors
    /// When the text is not exactly of the form that `to_text` writes.
    pub fn parse(text: &str) -> Result<Self, RecordError> {
        let mut lines = text.split('\n');
        if lines.next() != Some(FIRST_LINE) {
            return Err(RecordError::FirstLine);
        }
        let mut lines = Lines { rest: lines.collect(), at: 0 };
        let row = Self {
            document: lines.one(DOCUMENT)?,
            previous_sha256: lines.one(PREVIOUS)?,
            position: lines.one(POSITION)?.parse().map_err(|_| RecordError::Value(POSITION.0))?,
            signer: Pair { en: lines.one(SIGNER_EN)?, zh: lines.one(SIGNER_ZH)? },
            role: Role::from_code(&lines.one(ROLE)?).ok_or(RecordError::Value(ROLE.0))?,
            capacity: Pair { en: lines.one(CAPACITY_EN)?, zh: lines.one(CAPACITY_ZH)? },
            method: Method::from_code(&lines.one(METHOD)?).ok_or(RecordError::Value(METHOD.0))?,
            time: DateTime::parse_from_rfc3339(&lines.one(TIME)?).map_err(|_| RecordError::Value(TIME.0))?,
            reason: lines.one(REASON)?,
            attested_by: lines.many(ATTESTED_BY),
            journal_heads: lines.many(JOURNAL_HEAD),
        };
        match row.to_text() == text {
            true => Ok(row),
            false => Err(RecordError::Line(lines.at + 2)),
        }
    }
}

/// The lines after the first, read in order.
struct Lines<'a> {
    rest: Vec<&'a str>,
    at: usize,
}

impl Lines<'_> {
    fn next_of(&mut self, (key, label): (&str, &str)) -> Option<String> {
        let line = self.rest.get(self.at)?;
        let value = line.strip_prefix(key)?.strip_prefix(' ')?.strip_prefix(label)?;
        let value = unescape(value.strip_prefix(": ")?)?;
        self.at += 1;
        Some(value)
    }

    fn one(&mut self, key: (&'static str, &str)) -> Result<String, RecordError> {
        self.next_of(key).ok_or(RecordError::Key(key.0))
    }

    fn many(&mut self, key: (&str, &str)) -> Vec<String> {
        std::iter::from_fn(|| self.next_of(key)).collect()
    }
}

fn escape(value: &str) -> String {
    value.replace('\\', "\\\\").replace('\r', "\\r").replace('\n', "\\n")
}

fn unescape(value: &str) -> Option<String> {
    let mut text = String::with_capacity(value.len());
    let mut characters = value.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => text.push(match characters.next()? {
                '\\' => '\\',
                'n' => '\n',
                'r' => '\r',
                _ => return None,
            }),
            other => text.push(other),
        }
    }
    Some(text)
}

impl Role {
    pub const ALL: [Self; 5] = [Self::Vendor, Self::Client, Self::Supervisor, Self::Witness, Self::Approver];

    /// The word that stands for the role in a row.
    pub fn code(self) -> &'static str {
        match self {
            Self::Vendor => "vendor",
            Self::Client => "client",
            Self::Supervisor => "supervisor",
            Self::Witness => "witness",
            Self::Approver => "approver",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

impl Method {
    pub const ALL: [Self; 4] = [Self::Drawn, Self::Typed, Self::OwnCertificate, Self::VendorIdentity];

    /// The word that stands for the method in a row.
    pub fn code(self) -> &'static str {
        match self {
            Self::Drawn => "drawn",
            Self::Typed => "typed",
            Self::OwnCertificate => "own_certificate",
            Self::VendorIdentity => "vendor_identity",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.code() == code)
    }
}
