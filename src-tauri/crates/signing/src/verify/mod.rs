//! Checks a signed document: what was signed, whether anything changed, and who signed.
//!
//! The rule: the issued part is one section with one end and no signature, and every later byte belongs to a revision of
//! a known kind ([`kinds`]). So the file is read forward, strictly, from its first byte to its last; a file that is read
//! in that way to its end is unchanged. What else is done here only says of another file what is wrong with it.

mod active;
mod changes;
mod claims;
mod evidence;
mod examine;
mod graph;
mod issued;
mod kinds;
mod locate;
mod other;
mod parts;
pub(crate) mod revisions;
#[cfg(test)]
mod tests;

use hefu_reading::limits::PAPER_PLACES;
use lopdf::Document;

use crate::error::SigningError;
use crate::pdf::form;
use crate::pdf::issued::State;
use crate::record::RecordRow;
use crate::report::{Change, Effort, Finding, Given, Report, Unjudged, Verdict, Weight};
use crate::trail;
use crate::verify::evidence::Evidence;
use crate::verify::examine::Examination;

/// Checks a signed PDF, or a signed trail of the journal: which of them it is, its first bytes say. Never fails: what
/// cannot be read is reported as that.
pub fn verify(file: &[u8], given: &Given) -> Report {
    match trail::is_trail(file) {
        true => trail::verify(file, given),
        false => Examination::of(file, given).0,
    }
}

/// Whether a document that is to be issued can be signed by everybody it has a place for, and verified then.
///
/// # Errors
/// [`SigningError::TooManyPlaces`], or [`SigningError::NotSignable`] with the code of what does not hold.
pub fn check_issued(pdf: &[u8]) -> Result<(), SigningError> {
    state_to_sign(pdf).map(drop)
}

/// The document as it stands before the next signature, when nothing is wrong with it.
pub(crate) fn state_to_sign(pdf: &[u8]) -> Result<State, SigningError> {
    let given = Given { effort: Effort::FirstFinding, ..Given::default() };
    let (report, state) = Examination::of(pdf, &given);
    match (report.verdict, report.unjudged) {
        (Verdict::Unchanged, _) | (_, Some(Unjudged::NotSigned)) => {}
        (Verdict::Changed, _) => return Err(SigningError::not_signable("it was changed after a signature")),
        (Verdict::CannotBeJudged, _) => {
            return Err(SigningError::not_signable("it cannot be read, or what it shows is not fixed"));
        }
    }
    let hinders = |finding: &&Finding| finding.change.weight() != Weight::Contradiction;
    if let Some(finding) = report.findings.iter().find(hinders) {
        return Err(SigningError::not_signable(&format!("{:?}", finding.change)));
    }
    let state = state.ok_or_else(|| SigningError::not_signable("it is not an issued document"))?;
    let places = form::signature_fields(&state.document).len();
    match places > PAPER_PLACES {
        true => Err(SigningError::TooManyPlaces { places, most: PAPER_PLACES }),
        false => Ok(state),
    }
}

/// Whether a row says of its place what the document says.
pub(crate) fn as_issued(document: &Document, row: &RecordRow) -> Result<(), SigningError> {
    let evidence = evidence::record(document).and_then(|record| Evidence::read(&record));
    match claims::of_place(row, &evidence.unwrap_or_default()).into_iter().next() {
        None => Ok(()),
        Some(Change::OtherSigner { stated, actual }) => Err(SigningError::OtherSigner { stated, actual }),
        Some(other) => Err(SigningError::not_signable(&format!("{other:?}"))),
    }
}

fn number(place: usize) -> Option<u32> {
    u32::try_from(place).ok()
}
