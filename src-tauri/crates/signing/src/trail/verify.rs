//! Checks a trail's file: the signature over its bytes, each entry's hash, link and note, first and last, and the head.

use std::collections::BTreeMap;

use chrono::{DateTime, FixedOffset, TimeDelta};
use hefu_chain::{Left, hex, note_root, opened};
use hefu_reading::limits::TRAIL_LINE;

use super::erasure::{Cover, covered};
use super::said::{Said, WORKSPACE, beside};
use super::{Beside, First, HEADER, SIGNATURE, VERSION, note_digest};
use crate::cms_container::CmsContainer;
use crate::digest::{revision_sha256, sha256};
use crate::header::TrailHeader;
use crate::proof::{self, Statement};
use crate::record::Pair;
use crate::report::{
    Change, Finding, Given, HeadCheck, Integrity, LeftText, Place, Report, SignatureReport, Span, TrailFacts,
};

pub(crate) fn verify(file: &[u8], given: &Given) -> Report {
    let mut report = Report::of(file);
    report.sha256 = revision_sha256(file);
    let mut findings = Vec::new();
    if let Some(line) = longer_than_any(file) {
        report.findings = vec![found(Change::TrailForm { line })];
        report.judge();
        return report;
    }
    let (body, container) = split(file, &mut findings);
    let mut reading = Reading::new(given.head.as_deref());
    if let Err(change) = reading.read(body) {
        findings.push(found(change));
    }
    if let Some(first) = reading.went_back.take() {
        findings.push(found(first));
    }
    if let Some(container) = container {
        let signature = signature(body, container, reading.header.as_ref(), given);
        findings.splice(0..0, signature.findings.iter().cloned());
        report.signatures.push(signature);
    }
    if let (Some(expected), false) = (&given.sha256, given.sha256.as_ref() == Some(&report.sha256)) {
        let (expected, actual) = (expected.clone(), report.sha256.clone());
        findings.push(found(Change::OtherFile { expected, actual }));
    }
    report.head = given.head.as_deref().and_then(|head| reading.head_check(head));
    report.trail = reading.header.map(|header| TrailFacts {
        header,
        entries: reading.entries,
        erased: reading.erased,
        unproven: reading.unproven,
        left: reading.left,
    });
    report.findings = findings;
    report.judge();
    report
}

/// The first line that is longer than any line of a trail: it is not read.
fn longer_than_any(file: &[u8]) -> Option<u64> {
    let mut lines = file.split(|byte| *byte == b'\n').zip(1..);
    lines.find(|(line, _)| line.len() > TRAIL_LINE).map(|(_, number)| number)
}

fn found(change: Change) -> Finding {
    Finding { change, place: Place::default() }
}

/// What is signed, and the container in the last line.
fn split<'a>(file: &'a [u8], findings: &mut Vec<Finding>) -> (&'a [u8], Option<&'a [u8]>) {
    let mut at = 0;
    for line in file.split_inclusive(|byte| *byte == b'\n') {
        let end = at + line.len();
        if let Some(rest) = line.strip_prefix(SIGNATURE.0) {
            let bytes = |from| Place { bytes: Some(Span { from, to: file.len() }), ..Place::default() };
            if end < file.len() {
                findings.push(Finding { change: Change::Appended, place: bytes(end) });
            }
            let container = rest.strip_suffix(SIGNATURE.1);
            if container.is_none() {
                findings.push(Finding { change: Change::Container, place: bytes(at) });
            }
            return (&file[..at], container);
        }
        at = end;
    }
    findings.push(found(Change::CutAtEnd));
    (file, None)
}

fn signature(body: &[u8], hex: &[u8], header: Option<&TrailHeader>, given: &Given) -> SignatureReport {
    let seal = base16ct::lower::decode_vec(hex)
        .map_err(|_| Change::Container)
        .and_then(|der| CmsContainer::read(&der));
    let checked = match &seal {
        Ok(seal) if seal.is_over(&sha256(body)) => seal.check(),
        Ok(_) => Err(Change::BytesAltered),
        Err(change) => Err(change.clone()),
    };
    let chain = seal.as_ref().ok().map(CmsContainer::chain).unwrap_or_default();
    let certificate = chain.first().and_then(proof::facts);
    let stated = header
        .map(|header| Statement { time: header.exported_at, attested_by: header.attested_by.as_slice() });
    let subject = || certificate.as_ref().map(|facts| facts.subject.clone()).unwrap_or_default();
    SignatureReport {
        position: None,
        revision: 1,
        row: None,
        signer: header.map_or_else(|| Pair { en: subject(), zh: String::new() }, |h| h.exported_by.clone()),
        role: None,
        method: None,
        time: header.map(|header| header.exported_at.to_rfc3339()),
        integrity: if checked.is_ok() { Integrity::Intact } else { Integrity::Changed },
        proof: checked.is_ok().then(|| proof::proof(chain, stated.as_ref(), given)).flatten(),
        certificate,
        covers_bytes: body.len(),
        findings: checked.err().map(found).into_iter().collect(),
        changes_after: Vec::new(),
    }
}

/// Clocks are corrected by that much without anybody's doing.
const CORRECTED: TimeDelta = TimeDelta::minutes(hefu_chain::CLOCK_TOLERANCE_MINUTES);

/// Texts left by erasures that a report lists.
const LEFT: usize = 1000;

/// The lines of a file, as far as they were read.
struct Reading<'a> {
    header: Option<TrailHeader>,
    entries: u64,
    erased: u64,
    /// Number and hash of the last entry.
    end: (u64, String),
    /// What erasures left beside entries, by number in the workspace chain.
    covered: BTreeMap<u64, Cover>,
    /// Entries of the first form of which a person was erased: nothing proves what was taken out of them.
    unproven: u64,
    /// What stands in the places of erased texts, the first of them.
    left: Vec<LeftText>,
    /// When the last entry was made.
    last_at: Option<DateTime<FixedOffset>>,
    /// The first entry that is dated before the one it follows, and how many are.
    went_back: Option<Change>,
    /// The head that is looked for, and whether it was met.
    wanted: Option<&'a str>,
    met: bool,
}

impl<'a> Reading<'a> {
    fn new(wanted: Option<&'a str>) -> Self {
        Self {
            header: None,
            entries: 0,
            erased: 0,
            end: (0, String::new()),
            covered: BTreeMap::new(),
            unproven: 0,
            left: Vec::new(),
            last_at: None,
            went_back: None,
            wanted,
            met: false,
        }
    }

    /// Reads every line; stops at the first entry that does not fit.
    fn read(&mut self, body: &[u8]) -> Result<(), Change> {
        let form = |line: usize| Change::TrailForm { line: line as u64 };
        let mut lines = body.split_inclusive(|byte| *byte == b'\n').zip(1..);
        let (first, _) = lines.next().ok_or(form(1))?;
        let header = match serde_json::from_slice::<First>(first) {
            Ok(First { audit_trail }) if first.starts_with(HEADER) && audit_trail.version == VERSION => {
                audit_trail.header
            }
            _ => return Err(form(1)),
        };
        self.header = Some(header.clone());
        self.covered = covered(&body[first.len()..]);
        while let Some((line, at)) = lines.next() {
            let canonical = line.strip_suffix(b"\n").ok_or(form(at))?;
            // What is no entry breaks the trail where the next one should stand.
            let said: Said = serde_json::from_slice(canonical)
                .map_err(|_| Change::EntryChanged { seq: self.end.0 + 1 })?;
            let beside = match lines.next() {
                Some((note, at)) => beside(note).ok_or(form(at))?,
                None => return Err(form(at + 1)),
            };
            // An erasure beside a stack's trail has no place in it: only what it covers counts.
            let apart = header.trail != WORKSPACE && self.entries == 0 && said.is_erasure();
            if !apart {
                self.entry(&header, &said, canonical, &beside)?;
            } else if revision_sha256(canonical) != beside.hash {
                return Err(form(at));
            }
        }
        if self.end.0 != header.last {
            return Err(Change::EntryMissing { seq: self.end.0 + 1 });
        }
        let actual = format!("{} {} {}", header.trail, self.end.0, self.end.1);
        match actual == header.head {
            true => Ok(()),
            false => Err(Change::TrailHead { stated: header.head, actual }),
        }
    }

    fn entry(
        &mut self,
        header: &TrailHeader,
        said: &Said,
        canonical: &[u8],
        beside: &Beside,
    ) -> Result<(), Change> {
        let seq = self.end.0 + 1;
        let hash = revision_sha256(canonical);
        if said.trail != header.trail {
            return Err(Change::EntryOutOfPlace { seq });
        }
        if hash != beside.hash {
            return Err(Change::EntryChanged { seq });
        }
        if said.seq > seq {
            return Err(Change::EntryMissing { seq });
        }
        if said.seq < seq || said.prev != self.end.1 || header.first != 1 {
            return Err(Change::EntryOutOfPlace { seq });
        }
        let cover = self.covered.get(&said.number()).cloned();
        let sealed = cover.as_ref().map_or(&said.note, |cover| &cover.note);
        if note_digest(beside).as_ref() != Some(sealed) {
            return Err(Change::EntryChanged { seq });
        }
        if let Some(cover) = &cover {
            self.erased(seq, said, beside, cover)?;
        }
        self.entries += 1;
        self.dated(seq, &said.at);
        self.met |= self.wanted.is_some_and(|head| head == format!("{} {seq} {hash}", said.trail));
        self.end = (seq, hash);
        Ok(())
    }

    /// An entry of which a person was erased: nothing but texts in which the person stood may have gone.
    fn erased(&mut self, seq: u64, said: &Said, beside: &Beside, cover: &Cover) -> Result<(), Change> {
        self.erased += 1;
        let Some(sealed) = &said.note_root else {
            self.unproven += 1;
            return Ok(());
        };
        let mut left = Vec::new();
        let root = note_root(&beside.actor, &beside.args, &mut opened(&beside.redaction, &mut left));
        let is_named = |left: &Left| {
            let text = left.text.as_deref().unwrap_or_default();
            cover.labels.iter().any(|label| text.contains(label.as_str()))
        };
        let is_held = root.is_ok_and(|root| hex(&root) == *sealed);
        if !is_held || !left.iter().all(is_named) {
            return Err(Change::EntryChanged { seq });
        }
        let texts = left.into_iter().map(|left| LeftText { seq, text: left.text.unwrap_or_default() });
        self.left.extend(texts.take(LEFT.saturating_sub(self.left.len())));
        Ok(())
    }

    /// The order of a trail is sure; its dates are what the computer's clock said.
    fn dated(&mut self, seq: u64, said: &str) {
        let Ok(at) = DateTime::parse_from_rfc3339(said) else { return };
        let Some(before) = self.last_at.replace(at).filter(|before| *before - at > CORRECTED) else { return };
        match &mut self.went_back {
            Some(Change::TimeWentBack { times, .. }) => *times += 1,
            first => {
                let (at, before) = (at.to_rfc3339(), before.to_rfc3339());
                *first = Some(Change::TimeWentBack { seq, at, before, times: 1 });
            }
        }
    }

    fn head_check(&self, head: &str) -> Option<HeadCheck> {
        let header = self.header.as_ref()?;
        let stated = vec![header.head.clone()];
        Some(match head.split_whitespace().next() == Some(header.trail.as_str()) {
            true if self.met => HeadCheck::Stated,
            true => HeadCheck::NotStated { stated },
            false => HeadCheck::OtherTrail { stated },
        })
    }
}
