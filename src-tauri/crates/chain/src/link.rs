//! An entry as it is hashed, in the two forms that have been written.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use uuid::{Builder, Uuid};

/// The workspace's own chain.
pub const WORKSPACE: &str = "workspace";

/// The last entry of a trail: printed as `trail seq hash`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    pub trail: String,
    pub seq: u64,
    /// SHA-256 in hexadecimal.
    pub hash: String,
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {} {}", self.trail, self.seq, self.hash)
    }
}

impl std::str::FromStr for Head {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let mut words = text.split_whitespace();
        let (Some(trail), Some(seq), Some(hash), None) =
            (words.next(), words.next(), words.next(), words.next())
        else {
            return Err(());
        };
        Ok(Self { trail: trail.to_owned(), seq: seq.parse().map_err(drop)?, hash: hash.to_lowercase() })
    }
}

/// What is hashed, as canonical JSON (RFC 8785). People and things stand in it by salted digest only. The fields that
/// may be none are of the second form: there they are filled, but for `by`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    pub v: u32,
    pub trail: String,
    pub seq: u64,
    /// Hash of the entry before; empty for the first.
    pub prev: String,
    /// RFC 3339, to the millisecond.
    pub at: String,
    pub act: String,
    pub project: Option<String>,
    /// Digest of actor and arguments with the note's salt.
    pub note: String,
    /// Digest of the images of the changed rows with the note's salt.
    pub changes: String,
    /// The workspace entry this one belongs to; zero in the workspace chain itself.
    pub workspace: u64,
    /// In the workspace chain: the heads of the trails this act wrote to.
    pub heads: Vec<Head>,
    /// The act's own identity (UUIDv7), the same in every trail that it wrote to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Uuid>,
    /// The copy of the program that it was done with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub device: Option<Uuid>,
    /// The person of the record who did it, where it is known which one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Uuid>,
    /// The format of the record that it was written in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<u32>,
    /// As `note`, text by text: see [`crate::note_root`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_root: Option<String>,
    /// As `changes`, text by text: see [`crate::Changes::root`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes_root: Option<String>,
    /// Heads of others' chains that were known then; none of them while one works alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Vec<Head>>,
}

/// Which fields an entry has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    First,
    Second,
}

impl Link {
    /// None for an entry that is neither.
    pub fn form(&self) -> Option<Form> {
        let second = [
            self.id.is_some(),
            self.device.is_some(),
            self.format.is_some(),
            self.note_root.is_some(),
            self.changes_root.is_some(),
            self.seen.is_some(),
        ];
        match self.v {
            1 if second == [false; 6] && self.by.is_none() => Some(Form::First),
            2 if second == [true; 6] => Some(Form::Second),
            _ => None,
        }
    }

    /// The bytes that are hashed.
    ///
    /// # Errors
    /// Never but for a number that JSON cannot say.
    pub fn bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        serde_json_canonicalizer::to_vec(self)
    }

    /// An entry as it was written: the very bytes that it would be written as again. None for anything else.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let value: Value = serde_json::from_slice(bytes).ok()?;
        let link: Self = serde_json::from_value(value).ok()?;
        (link.form().is_some() && link.bytes().ok()? == bytes).then_some(link)
    }
}

/// The identity of an act: its moment, and what makes it its own from its salt, of which it gives nothing away, and from
/// the hash of the entry before it.
pub fn act_id(unix_millis: u64, salt: &[u8], prev: &str) -> Uuid {
    let own = Sha256::new().chain_update(b"act").chain_update(salt).chain_update(prev).finalize();
    let mut random = [0; 10];
    random.copy_from_slice(&own[..10]);
    Builder::from_unix_timestamp_millis(unix_millis, &random).into_uuid()
}
