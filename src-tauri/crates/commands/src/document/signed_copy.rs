//! A printed copy, signed in ink, taken back in as a scan and bound to the version it was printed from.

use std::path::Path;

use hefu_api::Failure;
use hefu_api::document::{AttachSignedCopy, DocumentSaved};
use hefu_domain::document::{SignerState, SigningMethod};
use hefu_domain::journal::Act;
use hefu_domain::typed;
use hefu_reading::limits;
use unicode_normalization::UnicodeNormalization;

use super::sign::{AtTurn, at_turn, settle};
use crate::acceptance::count;
use crate::act::trails;
use crate::clock::to_the_second;
use crate::failure::CommandError;
use crate::given;
use crate::session::{Action, OnProgress};

/// Characters of the printed digest that tell one version from every other.
const ENOUGH: usize = 8;

/// Errors: too little was typed to tell one version from another; it is another version's.
fn must_be_printed_on_it(printed: &str, turn: &AtTurn) -> Result<(), Failure> {
    let typed = Typed::read(printed);
    let number = turn.document.number.clone();
    match typed.given() {
        given if given < ENOUGH => {
            Err(Failure::DigestTooShort { number, minimum: count(ENOUGH), given: count(given) })
        }
        _ if typed.is_of(&turn.issued.record_sha256) => Ok(()),
        _ => Err(Failure::NotThisDocument { number }),
    }
}

/// A digest as it is read off a page: its beginning, and perhaps three dots and its end.
struct Typed {
    begins: String,
    ends: String,
}

impl Typed {
    /// The label before it may be typed along. Letters are read as the digits they look like.
    fn read(printed: &str) -> Self {
        let plain: String = printed.nfkc().flat_map(char::to_lowercase).collect();
        let words: Vec<&str> = plain.split_whitespace().collect();
        let of_it = words.iter().rev().take_while(|word| word.chars().all(is_of_a_digest)).count();
        let code =
            typed::code(&words[words.len() - of_it..].concat()).replace('o', "0").replace(['i', 'l'], "1");
        let (begins, ends) = code.split_once('.').unwrap_or((&code, ""));
        Self { begins: begins.to_owned(), ends: ends.trim_start_matches('.').to_owned() }
    }

    /// Characters of the digest.
    fn given(&self) -> usize {
        self.begins.len() + self.ends.len()
    }

    fn is_of(&self, digest: &str) -> bool {
        digest.starts_with(&self.begins) && digest.ends_with(&self.ends) && self.given() <= digest.len()
    }
}

fn is_of_a_digest(c: char) -> bool {
    c.is_ascii_hexdigit() || "oil.".contains(c) || typed::code(c.encode_utf8(&mut [0; 4])).is_empty()
}

pub(crate) fn attach_signed_copy(
    request: AttachSignedCopy,
    _: OnProgress<'_>,
) -> Result<impl FnOnce(&mut Action<'_>) -> Result<DocumentSaved, CommandError> + use<>, CommandError> {
    let scan = given::read(Path::new(&request.path), &limits::KEPT_FILE)?;
    Ok(move |action: &mut Action<'_>| attach(action, request, &scan))
}

fn attach(
    action: &mut Action<'_>,
    request: AttachSignedCopy,
    scan: &[u8],
) -> Result<DocumentSaved, CommandError> {
    let turn = at_turn(&action.reader(), request.document, request.signer, action.now)?;
    must_be_printed_on_it(&request.printed_digest, &turn)?;
    let trails = trails(&action.reader(), turn.document.project, None)?;
    let at = to_the_second(action.now);
    action.write(turn.document.project, trails, |tx| {
        let outcome = SignerState::Signed {
            at,
            method: SigningMethod::WetInk,
            revision: tx.keep_file(scan)?,
            certificate: String::new(),
            witnesses: Vec::new(),
        };
        settle(tx, &turn, outcome, None)?;
        let act = Act::SignedCopyAttached {
            number: turn.document.number.clone(),
            en: turn.person.name.en.words.clone(),
            zh: turn.person.name.zh.words.clone(),
        };
        Ok((act, DocumentSaved { document: turn.document.id }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIGEST: &str = "69562763a0000000000000000000000000000000000000000000000000009b91";

    #[test]
    fn what_stands_at_the_foot_is_read_however_it_is_typed() {
        for printed in [
            "6956 2763",
            "69562763",
            "6956 2763 … 9b91",
            "6956 2763 ... 9B91",
            "6956 2763…9b91",
            "6956-2763",
            "6956—2763 — A",
            "６９５６２７６３",
            "SHA-256 of the record 记录摘要 6956 2763 … 9b91",
            "SHA-256 of the record: 6956 2763",
            "6956 2763 a0 oo",
            "6956 2763 .. 9b9l",
            DIGEST,
        ] {
            let typed = Typed::read(printed);
            assert!(typed.is_of(DIGEST) && typed.given() >= ENOUGH, "{printed}");
        }
        for (printed, given) in [("6956", 4), ("", 0), ("6956 … 91", 6), ("記録", 0)] {
            let typed = Typed::read(printed);
            assert!(typed.is_of(DIGEST), "{printed}");
            assert_eq!(typed.given(), given, "{printed}");
        }
        for printed in
            ["6956 2764", "6956 2763 … 9b92", "… 69562763", "6956 2763 … 2763", &format!("{DIGEST}0")]
        {
            assert!(!Typed::read(printed).is_of(DIGEST), "{printed}");
        }
    }
}
