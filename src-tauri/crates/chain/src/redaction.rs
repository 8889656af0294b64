//! Erasing one text of an entry. Each text of a note and of an image has a salt and so a digest of its own, and the entry
//! seals the structure in which those digests stand for the texts. When a text is erased its digest is kept and its salt
//! is not: what was there cannot be guessed any more, and everything else is still held to the byte.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use sha2::{Digest as _, Sha256};

use crate::place::{Digest, Places, hex, is_held};

/// What is kept of a text once an erasure covers its entry; `{"salt": …}` or `{"digest": …}` in hexadecimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Said", into = "Said")]
pub enum Kept {
    /// It is still there: the salt of its digest.
    Salt([u8; 16]),
    /// It was erased: its digest.
    Digest(Digest),
}

/// As it is written.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Said {
    Salt(String),
    Digest(String),
}

impl From<Kept> for Said {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::Salt(salt) => Self::Salt(hex(&salt)),
            Kept::Digest(digest) => Self::Digest(hex(&digest)),
        }
    }
}

impl TryFrom<Said> for Kept {
    type Error = base16ct::Error;

    fn try_from(said: Said) -> Result<Self, Self::Error> {
        Ok(match said {
            Said::Salt(digits) => {
                let mut salt = [0; 16];
                base16ct::lower::decode(digits, &mut salt)?;
                Self::Salt(salt)
            }
            Said::Digest(digits) => {
                let mut digest = [0; 32];
                base16ct::lower::decode(digits, &mut digest)?;
                Self::Digest(digest)
            }
        })
    }
}

/// Of every text of an entry, by place.
pub type Redaction = BTreeMap<String, Kept>;

/// What stands in the place of an erased text; none where nothing does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Left {
    pub place: String,
    pub text: Option<String>,
}

/// `#` and eight digits, as an erased person is called.
pub fn is_label(text: &str) -> bool {
    let is_digit = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    text.strip_prefix('#').is_some_and(|digits| digits.len() == 8 && digits.bytes().all(is_digit))
}

/// The salt of one text's digest.
fn salt_at(seed: &[u8], place: &str) -> [u8; 16] {
    let whole = Sha256::new().chain_update(seed).chain_update(place).finalize();
    let mut salt = [0; 16];
    salt.copy_from_slice(&whole[..16]);
    salt
}

fn salted(salt: &[u8; 16], text: &str) -> Digest {
    Sha256::new().chain_update(salt).chain_update(text).finalize().into()
}

/// Whether somebody could be named in it: not in an identity, a digest, a number or a moment.
fn may_name(text: &str) -> bool {
    let is_moment = text.starts_with(|c: char| c.is_ascii_digit())
        && text.bytes().all(|b| b.is_ascii_digit() || b":.+-TZ".contains(&b));
    let is_hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    let is_digest = text.len() == 64 && text.bytes().all(is_hex);
    let dashes = [8, 13, 18, 23];
    let is_identity = text.len() == 36
        && text.bytes().enumerate().all(|(at, b)| if dashes.contains(&at) { b == b'-' } else { is_hex(b) });
    !(text.is_empty() || is_moment || is_digest || is_identity)
}

/// The digests of an entry of which nothing was erased. `seed` is the salt of its note.
pub fn seeded(seed: &[u8]) -> impl FnMut(&str, Option<&str>) -> Option<Digest> {
    let seed = seed.to_vec();
    move |place, text| {
        let text = text.filter(|text| may_name(text))?;
        Some(salted(&salt_at(&seed, place), text))
    }
}

/// The digests of an entry of which something was erased; what stands in the places of that goes into `left`.
pub fn opened<'a>(
    redaction: &'a Redaction,
    left: &'a mut Vec<Left>,
) -> impl FnMut(&str, Option<&str>) -> Option<Digest> + 'a {
    move |place, text| match (redaction.get(place)?, text) {
        (Kept::Salt(salt), Some(text)) => Some(salted(salt, text)),
        (Kept::Salt(_), None) => None,
        (Kept::Digest(digest), text) => {
            left.push(Left { place: place.to_owned(), text: text.map(str::to_owned) });
            Some(*digest)
        }
    }
}

/// SHA-256, in hexadecimal, of the canonical JSON of `{"actor", "args"}` in which every text is its own digest. The
/// kept text of an actor that is a JSON object is gone through as such.
///
/// # Errors
/// A number that JSON cannot say.
pub fn note_root(actor: &str, args: &Value, places: &mut Places<'_>) -> Result<Digest, serde_json::Error> {
    let actor = match serde_json::from_str::<Map<String, Value>>(actor) {
        Ok(names) => Value::Object(names),
        Err(_) => Value::String(actor.to_owned()),
    };
    let mut whole = Map::new();
    whole.insert("actor".to_owned(), each_text("actor", actor, places));
    whole.insert("args".to_owned(), each_text("args", args.clone(), places));
    Ok(Sha256::digest(serde_json_canonicalizer::to_vec(&whole)?).into())
}

fn each_text(place: &str, value: Value, places: &mut Places<'_>) -> Value {
    match value {
        Value::String(text) => {
            places(place, Some(&text)).map_or(Value::String(text), |digest| is_held(&digest))
        }
        Value::Array(items) => {
            let items = items.into_iter().enumerate();
            items.map(|(at, item)| each_text(&format!("{place}/{at}"), item, places)).collect()
        }
        Value::Object(fields) => {
            let fields = fields.into_iter();
            let held = fields.map(|(name, value)| {
                let value = each_text(&format!("{place}/{name}"), value, places);
                (name, value)
            });
            Value::Object(held.collect())
        }
        other => other,
    }
}

/// What is kept of an entry's texts when some of them are erased. `old` and `new` are all its texts by place, before and
/// after; `seed` is the salt of its note, or `known` what earlier erasures have kept of it.
pub fn redacted(
    seed: &[u8],
    known: Option<Redaction>,
    old: &BTreeMap<String, Option<String>>,
    new: &BTreeMap<String, Option<String>>,
) -> Redaction {
    let mut kept = known.unwrap_or_else(|| {
        let texts = old.iter().filter(|(_, text)| text.as_deref().is_some_and(may_name));
        texts.map(|(place, _)| (place.clone(), Kept::Salt(salt_at(seed, place)))).collect()
    });
    for (place, text) in old {
        if new.get(place) == Some(text) {
            continue;
        }
        if let (Some(Kept::Salt(salt)), Some(text)) = (kept.get(place), text) {
            let digest = salted(salt, text);
            kept.insert(place.clone(), Kept::Digest(digest));
        }
    }
    kept
}

/// Every text of an entry by place, and every empty column, as `root` asks for them.
///
/// # Errors
/// Those of `root`.
pub fn texts<E>(
    root: impl FnOnce(&mut Places<'_>) -> Result<(), E>,
) -> Result<BTreeMap<String, Option<String>>, E> {
    let mut found = BTreeMap::new();
    root(&mut |place, text| {
        found.insert(place.to_owned(), text.map(str::to_owned));
        None
    })?;
    Ok(found)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::digest::Changes;

    const ACTOR: &str = r#"{"en":"Zhao Wenqi","zh":"赵文琪"}"#;

    fn sha(parts: &[&[u8]]) -> Digest {
        parts.iter().fold(Sha256::new(), |all, part| all.chain_update(part)).finalize().into()
    }

    /// The definition, written out for one note.
    #[test]
    fn a_root_is_the_json_in_which_digests_stand_for_texts() {
        let args = json!({ "count": 3, "number": "EV-007", "day": "2026-09-28", "reason": "as agreed" });
        let text =
            |place: &str, text: &str| hex(&sha(&[&sha(&[b"seed", place.as_bytes()])[..16], text.as_bytes()]));
        let expected = format!(
            r#"{{"actor":{{"en":"{}","zh":"{}"}},"args":{{"count":3,"day":"2026-09-28","number":"{}","reason":"{}"}}}}"#,
            text("actor/en", "Zhao Wenqi"),
            text("actor/zh", "赵文琪"),
            text("args/number", "EV-007"),
            text("args/reason", "as agreed"),
        );
        assert_eq!(note_root(ACTOR, &args, &mut seeded(b"seed")).unwrap(), sha(&[expected.as_bytes()]));
    }

    #[test]
    fn what_names_nobody_stands_for_itself() {
        let id = "0190a000-0000-7000-8000-000000000001";
        for plain in ["", "2026-09-28T09:00:00.000+08:00", "12.50", id, &"a0".repeat(32)] {
            assert!(!may_name(plain), "{plain}");
        }
        for text in ["passed", "EV-007", "4th floor", "ZHAO", "林", "0190a000-0000-7000-8000-00000000000g"] {
            assert!(may_name(text), "{text}");
        }
    }

    #[test]
    fn an_erased_text_is_left_out_and_all_else_is_still_held() {
        let (before, after) = (json!({ "number": "1.1", "reason": "Lin Que asked" }), "asked by #0000002a");
        let root = note_root(ACTOR, &before, &mut seeded(b"seed")).unwrap();
        let erased = json!({ "number": "1.1", "reason": after });
        let of = |args: &Value| texts(|places| note_root(ACTOR, args, places).map(drop)).unwrap();
        let redaction = redacted(b"seed", None, &of(&before), &of(&erased));
        assert!(matches!(redaction["args/reason"], Kept::Digest(_)));
        assert!(matches!(redaction["actor/en"], Kept::Salt(_)));

        let mut left = Vec::new();
        assert_eq!(note_root(ACTOR, &erased, &mut opened(&redaction, &mut left)).unwrap(), root);
        assert_eq!(left, [Left { place: "args/reason".into(), text: Some(after.into()) }]);

        // Whatever else is changed with it is found.
        let forged = json!({ "number": "1.2", "reason": after });
        assert_ne!(note_root(ACTOR, &forged, &mut opened(&redaction, &mut Vec::new())).unwrap(), root);
    }

    #[test]
    fn a_column_that_was_emptied_is_held_by_its_digest() {
        let row = r#"{"id":"a","name":"Lin Que","may_sign":"{\"en\":1}","due":null,"n":4}"#;
        let blank = r##"{"id":"a","name":"#0000002a","may_sign":null,"due":null,"n":4}"##;
        let root = |side: &str, places: &mut Places<'_>| {
            Changes::root([("person", "a", [None, Some(side)])], places).unwrap()
        };
        let of = |side: &str| {
            texts::<()>(|places| {
                root(side, places);
                Ok(())
            })
            .unwrap()
        };
        let redaction = redacted(b"seed", None, &of(row), &of(blank));
        let mut left = Vec::new();
        assert_eq!(root(blank, &mut opened(&redaction, &mut left)), root(row, &mut seeded(b"seed")));
        left.sort();
        let places: Vec<_> = left.iter().map(|left| (left.place.as_str(), left.text.as_deref())).collect();
        assert_eq!(
            places,
            [("image/person/a/after/may_sign", None), ("image/person/a/after/name", Some("#0000002a"))]
        );
        let forged = r##"{"id":"a","name":"#0000002a","may_sign":null,"due":"2026-01-01","n":4}"##;
        assert_ne!(root(forged, &mut opened(&redaction, &mut Vec::new())), root(row, &mut seeded(b"seed")));
    }
}
