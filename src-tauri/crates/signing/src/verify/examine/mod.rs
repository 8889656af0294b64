//! The examination of one file.

mod forward;
mod signers;

use lopdf::Document;

use crate::blocks;
use crate::cms_container::CmsContainer;
use crate::digest::{hex, revision_sha256};
use crate::pdf::form::{self, is_blank};
use crate::pdf::issued::State;
use crate::record::Pair;
use crate::report::{
    Change, Effort, Finding, Given, Integrity, Place, Report, SignatureReport, Span, Unjudged,
};
use crate::verify::evidence::Evidence;
use crate::verify::other::{self, Other};
use crate::verify::revisions::{Digests, Split, digests, split};
use crate::verify::{issued, locate, number};

pub(super) struct Examination<'a> {
    pdf: &'a [u8],
    given: &'a Given,
    report: Report,
    evidence: Evidence,
    /// The document after the last revision that holds.
    state: Option<State>,
}

/// A change that is already in the report ends the examination, where that was asked for.
struct Enough;

impl<'a> Examination<'a> {
    /// The report on a file, and the document as it stands when every byte of it was read.
    pub(super) fn of(pdf: &'a [u8], given: &'a Given) -> (Report, Option<State>) {
        let evidence = Evidence::default();
        let mut own = Self { pdf, given, report: Report::of(pdf), evidence, state: None };
        let outcome = own.examine();
        if own.report.sha256.is_empty() {
            own.report.sha256 = revision_sha256(pdf);
        }
        if let (Ok(()), Some(expected)) = (&outcome, &given.sha256)
            && *expected != own.report.sha256
        {
            let (expected, actual) = (expected.clone(), own.report.sha256.clone());
            let change = Change::OtherFile { expected, actual };
            own.report.findings.push(Finding { change, place: Place::default() });
        }
        own.report.judge();
        (own.report, own.state)
    }

    fn examine(&mut self) -> Result<(), Enough> {
        let split = split(self.pdf);
        match split.revisions.is_empty() {
            true => self.without_revision(),
            false => self.signed(&split),
        }
    }

    /// Adds a finding.
    fn found(&mut self, finding: Finding) -> Result<(), Enough> {
        self.report.findings.push(finding);
        match self.given.effort {
            Effort::Everything => Ok(()),
            Effort::FirstFinding => Err(Enough),
        }
    }

    fn without_revision(&mut self) -> Result<(), Enough> {
        let bytes = Some(Span { from: self.pdf.len(), to: self.pdf.len() });
        match other::of(self.pdf) {
            Other::Issued(state) => {
                self.facts(&state.document);
                self.report.unjudged = Some(Unjudged::NotSigned);
                self.report.unsigned_positions = outstanding(&state.document);
                let findings = issued::check(&state.document);
                self.state = Some(*state);
                if findings.iter().any(|finding| finding.change == Change::SignatureInIssued) {
                    self.report.unjudged = Some(Unjudged::OtherProgram);
                    return Ok(());
                }
                findings.into_iter().try_for_each(|finding| self.found(finding))
            }
            Other::Broken(change, document) => {
                if let Some(document) = &document {
                    self.facts(document);
                }
                let place = match change {
                    Change::WrittenAnew => Place::default(),
                    _ => Place { bytes, ..Place::default() },
                };
                self.found(Finding { change, place })
            }
            Other::Unjudged(why, document) => {
                if let Some(document) = &document {
                    self.facts(document);
                    self.report.unsigned_positions = outstanding(document);
                }
                self.report.unjudged = Some(why);
                Ok(())
            }
        }
    }

    /// A file in which there are signatures.
    fn signed(&mut self, split: &Split) -> Result<(), Enough> {
        let mut seals = Vec::new();
        for (place, revision) in split.revisions.iter().enumerate() {
            let seal = match revision.covers_all() {
                true => CmsContainer::open(&self.pdf[revision.contents.start + 1..revision.contents.end - 1]),
                false => Err(Change::ByteRange),
            };
            self.report.signatures.push(unread(place, revision.end));
            if let Err(change) = &seal {
                let (from, to) = (revision.contents.start, revision.contents.end);
                self.broken(place, change.clone(), Some(Span { from, to }))?;
            }
            seals.push(seal.ok());
        }
        let digests = digests(self.pdf, split);
        if let (Some(whole), None) = (digests.files.last(), split.stray(split.revisions.len())) {
            self.report.sha256 = hex(whole);
        }
        self.altered(split, &seals, &digests)?;
        for (place, seal) in seals.iter().enumerate() {
            if let Some(Err(change)) = seal.as_ref().map(CmsContainer::check) {
                self.broken(place, change, None)?;
            }
        }
        self.forward(split, &digests)?;
        self.signers(&seals)
    }

    /// A finding of one signature.
    fn broken(&mut self, place: usize, change: Change, bytes: Option<Span>) -> Result<(), Enough> {
        let place_in_file = Place { revision: number(place + 1), bytes, ..Place::default() };
        self.blame(place, Finding { change, place: place_in_file })
    }

    fn blame(&mut self, place: usize, finding: Finding) -> Result<(), Enough> {
        let signature = &mut self.report.signatures[place];
        signature.integrity = Integrity::Changed;
        signature.findings.push(finding.clone());
        self.found(finding)
    }

    /// Compares what each signature says it is over with what is there. The first that differs
    /// tells in which revision the change lies; those after it differ with it.
    fn altered(
        &mut self,
        split: &Split,
        seals: &[Option<CmsContainer>],
        digests: &Digests,
    ) -> Result<(), Enough> {
        let differs =
            |place: &usize| seals[*place].as_ref().is_some_and(|seal| !seal.is_over(&digests.signed[*place]));
        let mut differing = (0..seals.len()).filter(differs);
        let Some(first) = differing.next() else { return Ok(()) };
        for later in differing {
            self.report.signatures[later].integrity = Integrity::Changed;
        }
        let revision = &split.revisions[first];
        let sure = match first {
            0 => 0,
            _ => split.revisions[first - 1].end,
        };
        let own = &self.pdf[revision.start..revision.end];
        let place = match self.given.effort {
            Effort::FirstFinding => Place { revision: number(first + 1), ..Place::default() },
            Effort::Everything => match blocks::first_change(&self.pdf[..revision.start], own) {
                Some(range) if range.end > sure => {
                    locate::place(self.pdf, split, range.start.max(sure)..range.end)
                }
                _ => Place {
                    revision: number(first + 1),
                    bytes: Some(Span { from: revision.start, to: revision.end }),
                    ..Place::default()
                },
            },
        };
        self.blame(first, Finding { change: Change::BytesAltered, place })
    }
}

/// A signature of which nothing is known yet.
fn unread(place: usize, end: usize) -> SignatureReport {
    SignatureReport {
        position: None,
        revision: number(place + 1).unwrap_or(u32::MAX),
        row: None,
        signer: Pair::default(),
        role: None,
        method: None,
        time: None,
        integrity: Integrity::Intact,
        proof: None,
        certificate: None,
        covers_bytes: end,
        findings: Vec::new(),
        changes_after: Vec::new(),
    }
}

/// Positions whose signature field is empty.
fn outstanding(document: &Document) -> Vec<u32> {
    let open = |(_, id): &(u32, lopdf::ObjectId)| {
        let value = document.get_dictionary(*id).and_then(|field| field.get(b"V"));
        value.map_or(true, is_blank)
    };
    let mut positions: Vec<u32> =
        form::signature_fields(document).into_iter().filter(open).map(|(position, _)| position).collect();
    positions.sort_unstable();
    positions
}
