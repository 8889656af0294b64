//! Who signed, and what the document says of itself.

use chrono::{DateTime, FixedOffset};
use lopdf::Document;

use super::{Enough, Examination};
use crate::cms_container::CmsContainer;
use crate::proof::{self, Statement};
use crate::record::Pair;
use crate::report::{Finding, HeadCheck, Integrity, Place, Weight};
use crate::verify::evidence::{self, Evidence};
use crate::verify::{claims, number};

impl Examination<'_> {
    /// Who signed, what contradicts that, and what came after each signature.
    pub(super) fn signers(&mut self, seals: &[Option<CmsContainer>]) -> Result<(), Enough> {
        let mut previous: Option<DateTime<FixedOffset>> = None;
        for (place, seal) in seals.iter().enumerate() {
            let chain = seal.as_ref().map(CmsContainer::chain).unwrap_or_default();
            let signature = &mut self.report.signatures[place];
            signature.certificate = chain.first().and_then(proof::facts);
            if signature.integrity == Integrity::Intact {
                let stated = signature.row.as_ref().map(Statement::of);
                signature.proof = proof::proof(chain, stated.as_ref(), self.given);
            }
            if let (None, Some(facts)) = (&signature.row, &signature.certificate) {
                signature.signer.en.clone_from(&facts.subject);
            }
            let Some(row) = signature.row.clone().filter(|_| signature.integrity == Integrity::Intact) else {
                continue;
            };
            for change in claims::of_place(&row, &self.evidence) {
                self.broken(place, change, None)?;
            }
            for change in claims::of_signature(&row, chain.first(), &self.evidence, previous) {
                let place_in_file = Place { revision: number(place + 1), ..Place::default() };
                let finding = Finding { change, place: place_in_file };
                self.report.signatures[place].findings.push(finding.clone());
                self.report.findings.push(finding);
            }
            previous = Some(row.time);
        }
        let findings = self.report.findings.clone();
        for signature in &mut self.report.signatures {
            let is_later = |finding: &&Finding| {
                finding.change.weight() == Weight::Change
                    && (finding.place.revision.is_some_and(|revision| revision > signature.revision)
                        || finding.place.after.is_some_and(|after| after >= signature.revision))
            };
            signature.changes_after = findings.iter().filter(is_later).cloned().collect();
        }
        Ok(())
    }

    /// Which document it is and which heads it states.
    pub(super) fn facts(&mut self, document: &Document) {
        let record = evidence::record(document);
        let evidence = record.as_deref().and_then(Evidence::read).unwrap_or_default();
        let mut facts = evidence.facts();
        if facts.title == Pair::default() {
            facts.title.en = evidence::title(document).unwrap_or_default();
        }
        self.report.evidence_record = record;
        if let Some(head) = &self.given.head {
            self.report.head = Some(match facts.heads.contains(head) {
                true => HeadCheck::Stated,
                false => HeadCheck::NotStated { stated: facts.heads.clone() },
            });
        }
        self.report.document = facts;
        self.evidence = evidence;
    }
}
