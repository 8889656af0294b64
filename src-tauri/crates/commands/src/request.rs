//! A request from outside as the structure its command takes. Whatever is wrong with it, what was in it is not
//! repeated: a passphrase may stand where another thing was expected.

use hefu_api::Failure;
use hefu_api::secret::wipe;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Errors: the request does not have the shape, and the reason names the place and what was expected there; or it has
/// a field that the command does not know, and whatever stands in it would be lost.
pub(crate) fn read<R: DeserializeOwned>(command: &str, request: Value) -> Result<R, Failure> {
    let mut unknown = Vec::new();
    let mut track = serde_path_to_error::Track::new();
    let read = R::deserialize(serde_ignored::Deserializer::new(
        serde_path_to_error::Deserializer::new(&request, &mut track),
        &mut |path: serde_ignored::Path<'_>| unknown.push(path.to_string()),
    ));
    wipe(request);
    let bad = |reason: String| Failure::BadRequest { command: command.to_owned(), reason };
    let read =
        read.map_err(|error: serde_json::Error| bad(reason(&track.path().to_string(), &error.to_string())))?;
    if unknown.is_empty() {
        return Ok(read);
    }
    let named: Vec<_> = unknown.iter().map(|place| name(place)).collect();
    Err(bad(format!("unknown field {}", named.join(", "))))
}

/// A place as it was given where it reads like one of ours; what else may stand there is not repeated.
fn name(place: &str) -> String {
    let plain = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | '_' | '.' | '?');
    let is_name = place.len() <= 80 && place.chars().all(plain);
    if is_name { format!("`{place}`") } else { "that no command has".to_owned() }
}

/// What serde said without what it found: that stands before the last `, expected`, and the names of our own fields
/// and variants after it.
fn reason(place: &str, said: &str) -> String {
    let of_ours = |what: &str| {
        said.strip_prefix(what)
            .is_some_and(|name| name.ends_with('`') && !name.trim_end_matches('`').contains('`'))
    };
    let what = match said.rsplit_once(", expected ") {
        Some((_, expected)) => format!("expected {expected}"),
        None if of_ours("missing field `") || of_ours("duplicate field `") => said.to_owned(),
        None => "does not have the form that is expected".to_owned(),
    };
    if place == "." { what } else { format!("{place}: {what}") }
}

#[cfg(test)]
mod tests {
    use hefu_api::workspace::{BackupKey, OpenRequest};
    use serde_json::json;

    use super::*;

    #[test]
    fn the_reason_names_the_place_and_what_was_expected() {
        let told = |request| match read::<OpenRequest>("open_workspace", request) {
            Err(Failure::BadRequest { reason, .. }) => reason,
            other => panic!("{other:?}"),
        };
        assert_eq!(told(json!({ "path": 7, "key": { "by": "keychain" } })), "path: expected a string");
        assert_eq!(told(json!({ "key": { "by": "keychain" } })), "missing field `path`");
        let unknown = told(json!({ "path": "", "key": { "by": "tide-and-tally" } }));
        let ways = "`passphrase`, `recovery`, `keychain`";
        assert_eq!(unknown, format!("key.by: expected one of {ways}"));
    }

    #[test]
    fn what_was_found_is_not_repeated() {
        let canary = "tide-and-tally, expected `tide-and-tally`";
        for request in [
            json!(canary),
            json!({ "by": canary }),
            json!({ "by": "passphrase", "passphrase": [canary] }),
            json!({ "by": { "passphrase": canary } }),
            json!({ canary: canary }),
            json!([canary, canary]),
        ] {
            let told = format!("{:?}", read::<BackupKey>("restore_backup", request.clone()).unwrap_err());
            assert!(!told.contains("tide-and-tally"), "{request} {told}");
        }
    }
}
