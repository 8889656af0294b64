//! Issuing: the document is set once more, kept by its hash, and never changes again.

use hefu_api::Failure;
use hefu_api::document::{DocumentIssued, IssueDocument};
use hefu_documents::{IssueContext, Watermark};
use hefu_domain::document::{Document, Issued, IssuedField, Step};
use hefu_domain::journal::Act;
use hefu_signing::SigningError;
use hefu_store::journal::trail_of;

use super::front::facts;
use super::life::step;
use super::obstacles::obstacles;
use super::preview::set;
use crate::acceptance::count;
use crate::act::trails;
use crate::clock::to_the_second;
use crate::failure::CommandError;
use crate::identity::of_signing;
use crate::scope::Facts;
use crate::session::Action;

pub(crate) fn issue_document(
    action: &mut Action<'_>,
    request: IssueDocument,
) -> Result<DocumentIssued, CommandError> {
    let document: Document = action.reader().one(request.document.0)?;
    let state = step(&document, Step::Issue)?;
    let in_the_way = obstacles(&action.reader(), &document)?;
    if !in_the_way.is_empty() {
        let findings = count(in_the_way.len());
        return Err(Failure::NotReady { number: document.number, findings }.into());
    }
    action.clock_must_be_right()?;
    let trails = trails(&action.reader(), document.project, None)?;
    let names: Vec<String> = trails.iter().map(|stack| trail_of(*stack)).collect();
    let mut heads = action.store.heads()?;
    // The client's copy anchors the workspace and its own project, and tells of no other.
    heads.retain(|head| !head.trail.starts_with("stack:") || names.contains(&head.trail));
    let scope = Facts::read(&action.reader(), document.project)?;
    let facts = facts(&action.reader(), &document, &scope, &heads, action.today)?;
    let at = to_the_second(action.now);
    let outside = IssueContext { issued_at: at, document_id: document.id.0, watermark: Watermark::None };
    let rendered = set(&*facts, (document.edition, document.look), &outside, action.report)?;
    signable(&rendered.pdf, &document.number)?;
    let fields = rendered.fields.iter().map(|field| IssuedField {
        name: field.name.clone(),
        page: field.page,
        rect: field.rect_pt.map(|points| (points * 1000.0).round() as i64),
    });
    let issued = Issued {
        at,
        sha256: rendered.sha256.clone(),
        pages: rendered.pages,
        record_sha256: rendered.record_digest.clone(),
        fields: fields.collect(),
        heads: heads.iter().map(ToString::to_string).collect(),
    };
    action.write(document.project, trails, |tx| {
        let sha256 = tx.keep_file(&rendered.pdf)?;
        tx.put(&Document {
            state,
            issued: Some(issued),
            revision: Some(sha256.clone()),
            ..document.clone()
        })?;
        let act = Act::DocumentIssued { number: document.number.clone(), version: document.version };
        let size_bytes = rendered.pdf.len() as u64;
        Ok((act, DocumentIssued { document: document.id, pages: rendered.pages, sha256, size_bytes }))
    })
}

/// What could not be signed by all and verified then is not issued.
fn signable(pdf: &[u8], number: &str) -> Result<(), CommandError> {
    hefu_signing::check_issued(pdf).map_err(|error| match error {
        SigningError::TooManyPlaces { places, most } => {
            Failure::TooManySigners { number: number.to_owned(), signers: count(places), most: count(most) }
                .into()
        }
        other => of_signing(other),
    })
}
