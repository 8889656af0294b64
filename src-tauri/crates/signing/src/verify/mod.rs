//! Checks a signed document: what was signed, whether anything changed, and who signed.

mod changes;
mod evidence;
mod parts;
pub(crate) mod proof;
pub(crate) mod report;
mod revisions;
pub(crate) mod seal;
mod step;
#[cfg(test)]
mod tests;

use lopdf::Document;

use crate::blocks;
use crate::digest::{hex, revision_sha256};
use crate::pdf::load::load;
use crate::pdf::tail::find;
use crate::pdf::{form, tail};
use crate::record::Pair;
use crate::sign::is_blank;
use crate::trail;
use crate::verify::changes::Changes;
use crate::verify::parts::{Part, Parts};
use crate::verify::proof::Statement;
use crate::verify::report::{
    Change, Effort, Finding, Given, HeadCheck, Integrity, Place, Report, SignatureReport, Span,
};
use crate::verify::revisions::{Digests, Split, digests, signed_part, split, starts_revision};
use crate::verify::seal::Seal;
use crate::verify::step::{Before, Step};

/// Checks a signed PDF, or a signed trail of the journal: which of them it is, its first bytes say. Never fails: what
/// cannot be read is reported as that.
pub fn verify(file: &[u8], given: &Given) -> Report {
    if trail::is_trail(file) {
        return trail::verify(file, given);
    }
    let mut report = Report::of(file);
    Examination { pdf: file, given, report: &mut report }.run();
    report
}

struct Examination<'a> {
    pdf: &'a [u8],
    given: &'a Given,
    report: &'a mut Report,
}

/// A change that is already in the report ends the examination, where that was asked for.
struct Enough;

impl Examination<'_> {
    fn run(mut self) {
        let outcome = self.examine();
        if self.report.sha256.is_empty() {
            self.report.sha256 = revision_sha256(self.pdf);
        }
        if let (Ok(()), Some(expected)) = (&outcome, &self.given.sha256)
            && *expected != self.report.sha256
        {
            let (expected, actual) = (expected.clone(), self.report.sha256.clone());
            let change = Change::OtherFile { expected, actual };
            self.report.findings.push(Finding { change, place: Place::default() });
        }
        let signed_or_read =
            self.report.integrity == Integrity::Intact || self.report.integrity == Integrity::NotSigned;
        if signed_or_read && !self.report.findings.is_empty() {
            self.report.integrity = Integrity::Changed;
        }
    }

    fn examine(&mut self) -> Result<(), Enough> {
        let whole = split(self.pdf);
        if !whole.revisions.is_empty() {
            return self.signed(&whole);
        }
        if let Some(part) = signed_part(self.pdf) {
            self.after_the_last(&part)?;
            return self.signed(&part);
        }
        self.without_signature()
    }

    /// Adds a finding.
    fn found(&mut self, finding: Finding) -> Result<(), Enough> {
        self.report.findings.push(finding);
        match self.given.effort {
            Effort::Everything => Ok(()),
            Effort::FirstFinding => Err(Enough),
        }
    }

    /// What stands after the last signature of `part`, which is not the end of the file.
    fn after_the_last(&mut self, part: &Split) -> Result<(), Enough> {
        let rest = &self.pdf[part.end..];
        let change = match (starts_revision(rest), rest.ends_with(b"%%EOF\n")) {
            (true, false) => Change::CutAtEnd,
            (true, true) => Change::RevisionForm,
            (false, _) => Change::Appended,
        };
        let revision = number(part.revisions.len() + 1);
        let bytes = Some(Span { from: part.end, to: self.pdf.len() });
        self.found(Finding { change, place: Place { revision, bytes, ..Place::default() } })?;
        let (Some(before), Some(after)) = (load(&self.pdf[..part.end]), load(self.pdf)) else {
            return Ok(());
        };
        let mut changes = Changes::new(&before, &after);
        changes.everything();
        for mut finding in changes.into_findings() {
            finding.place.revision = revision;
            self.found(finding)?;
        }
        Ok(())
    }

    /// A file without any revision of a signature.
    fn without_signature(&mut self) -> Result<(), Enough> {
        let bytes = Some(Span { from: self.pdf.len(), to: self.pdf.len() });
        let end = Place { bytes, ..Place::default() };
        let complete = self.pdf.trim_ascii_end().ends_with(b"%%EOF");
        let document = load(self.pdf);
        if let Some(document) = &document {
            self.facts(document);
            self.report.unsigned_positions = outstanding(document);
        }
        let signed = find(self.pdf, b"/ByteRange").is_some();
        self.report.integrity = match (signed, &document) {
            (true, _) => Integrity::Changed,
            (false, Some(_)) if complete => Integrity::NotSigned,
            (false, _) => Integrity::Unreadable,
        };
        if !complete && self.pdf.starts_with(b"%PDF-") {
            return self.found(Finding { change: Change::CutAtEnd, place: end });
        }
        if signed {
            let own = find(self.pdf, revisions::HEAD);
            let (change, place) = match own {
                Some(from) => {
                    let bytes = Some(Span { from, to: self.pdf.len() });
                    (Change::RevisionForm, Place { bytes, ..Place::default() })
                }
                None => (Change::ForeignSignature, Place::default()),
            };
            return self.found(Finding { change, place });
        }
        Ok(())
    }

    /// A file, or the part of one, that ends in a signature.
    fn signed(&mut self, split: &Split) -> Result<(), Enough> {
        let mut seals = Vec::new();
        for (place, revision) in split.revisions.iter().enumerate() {
            let seal = Seal::open(self.pdf, revision);
            self.report.signatures.push(SignatureReport {
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
                covers_bytes: revision.end,
                findings: Vec::new(),
                changes_after: Vec::new(),
            });
            if let Err(change) = &seal {
                let (from, to) = (revision.contents.start, revision.contents.end);
                self.broken(place, change.clone(), Some(Span { from, to }))?;
            }
            seals.push(seal.ok());
        }
        let digests = digests(self.pdf, split);
        if let (Some(whole), true) = (digests.files.last(), split.end == self.pdf.len()) {
            self.report.sha256 = hex(whole);
        }
        self.altered(split, &seals, &digests)?;
        for (place, seal) in seals.iter().enumerate() {
            if let Some(Err(change)) = seal.as_ref().map(Seal::check) {
                self.broken(place, change, None)?;
            }
        }
        self.steps(split, &digests)?;
        self.signers(&seals);
        Ok(())
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
    fn altered(&mut self, split: &Split, seals: &[Option<Seal>], digests: &Digests) -> Result<(), Enough> {
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
                Some(range) if range.end > sure => self.located(split, range.start.max(sure), range.end),
                _ => Place {
                    revision: number(first + 1),
                    bytes: Some(Span { from: revision.start, to: revision.end }),
                    ..Place::default()
                },
            },
        };
        self.blame(first, Finding { change: Change::BytesAltered, place })
    }

    /// The revision, object and page where these bytes lie.
    fn located(&self, split: &Split, from: usize, to: usize) -> Place {
        let revision = split.revisions.iter().take_while(|revision| revision.start < to).count();
        let mut place =
            Place { revision: number(revision), bytes: Some(Span { from, to }), ..Place::default() };
        let Some(document) = load(&self.pdf[..split.end]) else { return place };
        let mut offsets: Vec<(usize, u32)> = Vec::new();
        for (id, entry) in &document.reference_table.entries {
            if let lopdf::xref::XrefEntry::Normal { offset, .. } = entry {
                offsets.push((usize::try_from(*offset).unwrap_or(usize::MAX), *id));
            }
        }
        offsets.sort_unstable();
        let first = offsets.partition_point(|(offset, _)| *offset <= from).saturating_sub(1);
        let within = offsets.iter().skip(first).take_while(|(offset, _)| *offset < to);
        let objects: Vec<u32> = within.map(|(_, id)| *id).collect();
        let parts = Parts::of(&document);
        let page = |id: &u32| match parts.part((*id, 0)) {
            Some(Part::Page(page) | Part::PageContent(page) | Part::Annotation(page)) => Some(*page),
            _ => None,
        };
        let mut pages: Vec<Option<u32>> = objects.iter().map(page).collect();
        pages.dedup();
        if let [id] = objects[..] {
            place.object = Some(id);
        }
        if let [page] = pages[..] {
            place.page = page;
        }
        place
    }

    /// Compares each revision with the one before.
    fn steps(&mut self, split: &Split, digests: &Digests) -> Result<(), Enough> {
        let Some(mut before) = load(&self.pdf[..split.base]) else {
            let bytes = Some(Span { from: 0, to: split.base });
            let place = Place { revision: Some(0), bytes, ..Place::default() };
            return match self.report.findings.is_empty() {
                true => self.found(Finding { change: Change::RevisionForm, place }),
                false => Ok(()),
            };
        };
        self.facts(&before);
        let as_signed = |signature: &SignatureReport| signature.integrity == Integrity::Intact;
        let updated = tail::tail(&self.pdf[..split.base]).is_some_and(|tail| tail.previous.is_some());
        if updated && self.report.signatures.first().is_some_and(as_signed) {
            let place = Place { revision: Some(0), ..Place::default() };
            self.found(Finding { change: Change::BaseUpdated, place })?;
        }
        let document_id = self.report.document.id.clone();
        for (place, revision) in split.revisions.iter().enumerate() {
            let Some(after) = load(&self.pdf[..revision.end]) else {
                let span = Span { from: revision.start, to: revision.end };
                return self.broken(place, Change::RevisionForm, Some(span));
            };
            let state = Before {
                bytes: &self.pdf[..revision.start],
                sha256: &digests.files[place],
                document: &before,
                document_id: &document_id,
            };
            let step = step::check(&state, self.pdf, revision, &after);
            self.stepped(place, step)?;
            before = after;
        }
        self.report.unsigned_positions = outstanding(&before);
        Ok(())
    }

    fn stepped(&mut self, place: usize, step: Step) -> Result<(), Enough> {
        let signature = &mut self.report.signatures[place];
        signature.position = step.position;
        if let Some(row) = step.row {
            signature.signer = row.signer.clone();
            signature.role = Some(row.role);
            signature.method = Some(row.method);
            signature.time = Some(row.time.to_rfc3339());
            signature.row = Some(row);
        }
        // Where bytes were altered, what they now say is no finding of its own.
        if signature.integrity == Integrity::Changed {
            return Ok(());
        }
        for mut finding in step.findings {
            finding.place.revision = number(place + 1);
            self.blame(place, finding)?;
        }
        Ok(())
    }

    /// Who signed, and what came after each signature.
    fn signers(&mut self, seals: &[Option<Seal>]) {
        let given = self.given;
        let findings = self.report.findings.clone();
        for (signature, seal) in self.report.signatures.iter_mut().zip(seals) {
            if let Some(chain) = seal.as_ref().map(Seal::chain) {
                signature.certificate = chain.first().and_then(proof::facts);
                if signature.integrity == Integrity::Intact {
                    let stated = signature.row.as_ref().map(Statement::of);
                    signature.proof = proof::proof(chain, stated.as_ref(), given);
                }
            }
            if let (None, Some(facts)) = (&signature.row, &signature.certificate) {
                signature.signer.en.clone_from(&facts.subject);
            }
            let later = findings.iter().filter(|finding| {
                finding.place.revision.is_some_and(|revision| revision > signature.revision)
            });
            signature.changes_after = later.cloned().collect();
        }
    }

    /// Which document it is and which heads it states.
    fn facts(&mut self, document: &Document) {
        let record = evidence::record(document);
        let (mut facts, heads) = record.as_deref().map(evidence::facts).unwrap_or_default();
        if facts.title == Pair::default() {
            facts.title.en = evidence::title(document).unwrap_or_default();
        }
        self.report.document = facts;
        self.report.evidence_record = record;
        if let Some(head) = &self.given.head {
            self.report.head = Some(match heads.contains(head) {
                true => HeadCheck::Stated,
                false => HeadCheck::NotStated { stated: heads.clone() },
            });
        }
        self.report.document.heads = heads;
    }
}

/// Positions whose signature field is empty.
fn outstanding(document: &Document) -> Vec<u32> {
    let mut positions = Vec::new();
    for (name, id) in form::fields(document) {
        let position = name.strip_prefix("signature.").and_then(|figure| figure.parse().ok());
        let value = document.get_dictionary(id).and_then(|field| field.get(b"V"));
        if let (Some(position), true) = (position, value.map_or(true, is_blank)) {
            positions.push(position);
        }
    }
    positions.sort_unstable();
    positions
}

fn number(place: usize) -> Option<u32> {
    u32::try_from(place).ok()
}
