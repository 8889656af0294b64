//! A signed file read from its first byte to its last, and what stands in it that nobody signed.

use std::ops::Range;

use lopdf::Document;

use super::{Enough, Examination, outstanding};
use crate::pdf::issued::{self as reading, State};
use crate::pdf::load::load;
use crate::pdf::section::Section;
use crate::report::{Change, Finding, Integrity, Place, Span};
use crate::verify::changes::Changes;
use crate::verify::kinds::{self, Before, Step};
use crate::verify::revisions::{Digests, Split, starts_revision};
use crate::verify::{graph, issued, number};

impl Examination<'_> {
    /// Reads the file from its first byte to its last: the issued part, then one revision after another.
    pub(super) fn forward(&mut self, split: &Split, digests: &Digests) -> Result<(), Enough> {
        let mut state = self.issued(split)?;
        for (place, revision) in split.revisions.iter().enumerate() {
            if let Some(stray) = split.stray(place) {
                self.stray(place, stray, state.take().as_ref())?;
            }
            let Some(before) = state.take() else {
                if self.report.signatures[place].integrity == Integrity::Intact {
                    self.broken(place, Change::SignedChanged, None)?;
                }
                continue;
            };
            let known = Before {
                length: revision.start,
                sha256: &digests.files[place],
                state: &before,
                document_id: &self.report.document.id,
            };
            let (step, read) = kinds::check(&known, self.pdf, revision);
            self.stepped(place, step)?;
            let Some((objects, mut left)) = read else { continue };
            let longest = revision.end - revision.start;
            if let Some(section) = Section::at_end(&self.pdf[..revision.end], longest, &mut left) {
                let State { mut document, offsets, .. } = before;
                document.objects.extend(objects);
                self.report.unsigned_positions = outstanding(&document);
                state = Some(State { document, section, offsets, left });
            }
        }
        let count = split.revisions.len();
        if let Some(stray) = split.stray(count) {
            self.stray(count, stray, state.take().as_ref())?;
        }
        let unread = state.is_none() && self.report.findings.is_empty();
        self.state = state;
        match unread {
            // Nothing may be called unchanged that was not read to its last byte.
            true => self.found(Finding { change: Change::RevisionForm, place: Place::default() }),
            false => Ok(()),
        }
    }

    /// The issued part, and what does not hold of it. Where its bytes were altered, what they now say is no finding of
    /// its own.
    fn issued(&mut self, split: &Split) -> Result<Option<State>, Enough> {
        let base = &self.pdf[..split.base];
        let altered = self.report.signatures[0].integrity == Integrity::Changed;
        let (from, change) = match reading::read(base) {
            Ok(state) => {
                self.facts(&state.document);
                self.report.unsigned_positions = outstanding(&state.document);
                if matches!(&base[state.section.end..], b"" | b"\n") {
                    let findings = if altered { Vec::new() } else { issued::check(&state.document) };
                    findings.into_iter().try_for_each(|finding| self.found(finding))?;
                    return Ok(Some(state));
                }
                self.updated(&state, base)?;
                (state.section.end, Change::BaseUpdated)
            }
            Err(from) => {
                if let Some(document) = load(base) {
                    self.facts(&document);
                    self.report.unsigned_positions = outstanding(&document);
                }
                (from, Change::IssuedForm)
            }
        };
        if !altered {
            let bytes = Some(Span { from, to: base.len() });
            self.found(Finding { change, place: Place { revision: Some(0), bytes, ..Place::default() } })?;
        }
        Ok(None)
    }

    /// What an update of the issued part changed in it.
    fn updated(&mut self, state: &State, base: &[u8]) -> Result<(), Enough> {
        let Some(after) = load(base) else { return Ok(()) };
        self.differences(&state.document, &after, Place { revision: Some(0), ..Place::default() })
    }

    fn differences(&mut self, before: &Document, after: &Document, at: Place) -> Result<(), Enough> {
        let mut changes = Changes::new(before, after);
        changes.everything();
        for finding in changes.into_findings() {
            let place = Place { revision: at.revision, after: at.after, ..finding.place };
            self.found(Finding { change: finding.change, place })?;
        }
        Ok(())
    }

    /// What stands after so many signatures and is none.
    fn stray(&mut self, after: usize, range: Range<usize>, before: Option<&State>) -> Result<(), Enough> {
        let stray = &self.pdf[range.clone()];
        let last = range.end == self.pdf.len();
        let change = match (starts_revision(stray), stray.ends_with(b"%%EOF\n")) {
            _ if last && stray.trim_ascii().is_empty() => Change::BlankAppended,
            (true, false) if last => Change::CutAtEnd,
            (true, _) => Change::RevisionForm,
            (false, _) => Change::Appended,
        };
        // A cut signature is no update: what it would have brought is not named one by one.
        let named = matches!(change, Change::Appended | Change::RevisionForm);
        let bytes = Some(Span { from: range.start, to: range.end });
        let at = Place { after: number(after), bytes, ..Place::default() };
        self.found(Finding { change, place: at })?;
        let (true, Some(before), Some(document)) = (named, before, load(&self.pdf[..range.end])) else {
            return Ok(());
        };
        self.differences(&before.document, &document, at)?;
        let brought = |(id, object): (&lopdf::ObjectId, &lopdf::Object)| {
            (graph::holds_signature(object) && !before.document.objects.contains_key(id)).then_some(id.0)
        };
        match document.objects.iter().find_map(brought) {
            Some(object) => {
                let place = Place { after: at.after, object: Some(object), ..Place::default() };
                self.found(Finding { change: Change::ForeignSignature, place })
            }
            None => Ok(()),
        }
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
}
