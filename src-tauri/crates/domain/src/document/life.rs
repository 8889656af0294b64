//! The states of a document and the order of its signatures.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{DocumentState, Signer, SignerState};
use crate::id::SignerId;

/// What moves a document from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    SubmitForReview,
    /// Back to its author.
    Return,
    Issue,
    /// The last signer has signed.
    SignLast,
    /// A newer version is issued in its place.
    Supersede,
    Void,
}

/// A step that a document in this state cannot take.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error, Serialize, Deserialize, JsonSchema)]
#[error("a document that is {state:?} cannot take the step {step:?}")]
pub struct WrongState {
    pub state: DocumentState,
    pub step: Step,
}

/// The state after `step`. A draft may be issued without a stay in review: what issuing asks for is that its
/// texts are reviewed. Superseded and void are final.
///
/// # Errors
/// When the step does not start from this state.
pub fn next_state(state: DocumentState, step: Step) -> Result<DocumentState, WrongState> {
    use DocumentState::{Draft, InReview, Issued, Signed, Superseded, Void};
    Ok(match (state, step) {
        (Draft, Step::SubmitForReview) => InReview,
        (InReview, Step::Return) => Draft,
        (Draft | InReview, Step::Issue) => Issued,
        (Issued, Step::SignLast) => Signed,
        (Issued | Signed, Step::Supersede) => Superseded,
        (Draft | InReview | Issued | Signed, Step::Void) => Void,
        _ => return Err(WrongState { state, step }),
    })
}

/// Where the signatures of a document stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Signing {
    /// Nobody is to sign.
    NoSigners,
    /// Whose turn it is: all who share the lowest place that has not signed.
    Waiting {
        next: Vec<SignerId>,
        signed: u32,
        signers: u32,
    },
    /// A signer refused; nobody signs after that.
    Refused {
        by: SignerId,
        signed: u32,
        signers: u32,
    },
    Complete {
        signers: u32,
    },
}

/// Where one signer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// Has signed.
    Done,
    Now,
    /// Others sign first, or a refusal stands in the way.
    Later,
    Refused,
}

pub fn signing(signers: &[Signer]) -> Signing {
    let total = count(signers.iter());
    let signed = count(signers.iter().filter(|signer| has_signed(signer)));
    let refused = |signer: &&Signer| matches!(signer.outcome, SignerState::Refused { .. });
    if let Some(by) = signers.iter().filter(refused).min_by_key(|signer| signer.position) {
        return Signing::Refused { by: by.id, signed, signers: total };
    }
    let waiting = |signer: &&Signer| matches!(signer.outcome, SignerState::Waiting);
    let Some(place) = signers.iter().filter(waiting).map(|signer| signer.position).min() else {
        return if total == 0 { Signing::NoSigners } else { Signing::Complete { signers: total } };
    };
    let next = signers.iter().filter(waiting).filter(|signer| signer.position == place);
    Signing::Waiting { next: next.map(|signer| signer.id).collect(), signed, signers: total }
}

/// Where `signer` stands among `signers`.
pub fn turn(signer: &Signer, signers: &[Signer]) -> Turn {
    match &signer.outcome {
        SignerState::Signed { .. } => Turn::Done,
        SignerState::Refused { .. } => Turn::Refused,
        SignerState::Waiting => match signing(signers) {
            Signing::Waiting { next, .. } if next.contains(&signer.id) => Turn::Now,
            _ => Turn::Later,
        },
    }
}

/// Why a signature is not taken now.
#[derive(Clone, Debug, PartialEq, Eq, Error, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Refusal {
    #[error("only an issued document is signed; this one is {state:?}")]
    NotIssued { state: DocumentState },
    #[error("{signer} is not a signer of this document")]
    NotASigner { signer: SignerId },
    #[error("this signer has signed already")]
    AlreadySigned,
    #[error("this signer has refused")]
    HasRefused,
    #[error("another signer has refused")]
    RefusedBy { signer: SignerId },
    #[error("others sign first")]
    NotYet { waiting_for: Vec<SignerId> },
}

/// The signer, when it may sign or refuse a document in `state` now.
///
/// # Errors
/// With what stands against it.
pub fn may_sign(state: DocumentState, signers: &[Signer], signer: SignerId) -> Result<&Signer, Refusal> {
    if state != DocumentState::Issued {
        return Err(Refusal::NotIssued { state });
    }
    let found = signers.iter().find(|other| other.id == signer).ok_or(Refusal::NotASigner { signer })?;
    match (turn(found, signers), signing(signers)) {
        (Turn::Now, _) => Ok(found),
        (Turn::Refused, _) => Err(Refusal::HasRefused),
        (Turn::Later, Signing::Refused { by, .. }) => Err(Refusal::RefusedBy { signer: by }),
        (Turn::Later, Signing::Waiting { next, .. }) => Err(Refusal::NotYet { waiting_for: next }),
        (Turn::Done | Turn::Later, _) => Err(Refusal::AlreadySigned),
    }
}

fn has_signed(signer: &Signer) -> bool {
    matches!(signer.outcome, SignerState::Signed { .. })
}

fn count<'a>(signers: impl Iterator<Item = &'a Signer>) -> u32 {
    u32::try_from(signers.count()).unwrap_or(u32::MAX)
}
