//! Forged papers: what somebody makes who has the file, and keys of his own.
//!
//! Each family is a file: updates in every spelling and at every place between signatures ([`updates`]), parts that come
//! later than the reference to them ([`dangling`]), signers who do more than sign ([`signers`]), and issued files that
//! hide something or act ([`issued`]).

mod dangling;
mod issued;
mod signers;
mod updates;

use std::sync::OnceLock;

use lopdf::{Document, Object};

use super::support::{self, Listing};
use super::{forced, honest};
use crate::pdf::write::Writer;
use crate::sign::Draft;
use crate::{Identity, Subject, Verdict};

/// A file that is not what anybody signed, or not fixed.
pub(super) struct Forged {
    /// How it was made.
    pub(super) name: String,
    pub(super) pdf: Vec<u8>,
}

pub(super) fn all() -> Vec<Forged> {
    let mut all = updates::all();
    all.extend(dangling::all());
    all.extend(signers::all());
    all.extend(issued::all());
    all
}

/// A paper with three places, honestly signed at the first ones.
fn paper(signed: usize) -> &'static [u8] {
    static PAPERS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    let papers = PAPERS.get_or_init(|| {
        let mut papers = vec![support::base_with(Listing::Table, 3)];
        for position in 1..=3 {
            let signed = support::sign_as(papers.last().unwrap(), position).pdf;
            papers.push(signed);
        }
        papers
    });
    &papers[signed]
}

/// A signature that is made over any file, by somebody who names himself as the one who is to sign.
fn signed(pdf: &[u8], position: u32, cheat: impl FnOnce(&mut Draft, &Document)) -> Option<Vec<u8>> {
    let row = support::row(pdf, position);
    let subject = Subject { name: row.signer.both(), organisation: "Mallory".into() };
    let identity = Identity::room_key(&[99; 32].into(), &subject, row.time).ok()?;
    forced(pdf, &row, &identity, cheat)
}

/// An object as it is written by itself.
fn spelled(id: u32, object: &Object) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.indirect(id, object);
    writer.bytes
}

#[test]
fn none_of_the_forged_papers_is_unchanged() {
    let forged = all();
    assert!(forged.len() >= 500, "{} forged papers", forged.len());
    let (one, other) = forged.split_at(forged.len() / 2);
    let passed = |forged: &[Forged]| -> Vec<String> {
        let passed = forged.iter().filter(|forged| support::check(&forged.pdf).verdict == Verdict::Unchanged);
        passed.map(|forged| forged.name.clone()).collect()
    };
    let passed = std::thread::scope(|scope| {
        let one = scope.spawn(|| passed(one));
        let mut all = passed(other);
        all.extend(one.join().unwrap());
        all
    });
    assert_eq!(passed, [""; 0], "of {}", forged.len());
}

#[test]
fn the_papers_they_are_made_of_are_unchanged() {
    for signed in 1..=3 {
        let report = support::check(paper(signed));
        assert_eq!(
            (report.verdict, &report.findings),
            (Verdict::Unchanged, &Vec::new()),
            "{signed} signatures"
        );
    }
    // What the attacker's signature alone makes is a signature, if he only signs.
    let report = support::check(&self::signed(paper(2), 3, honest).unwrap());
    assert_eq!((report.verdict, report.findings), (Verdict::Unchanged, Vec::new()));
}
