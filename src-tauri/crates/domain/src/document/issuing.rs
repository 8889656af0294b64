//! What stands in the way of issuing a document, all at once.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Document, DocumentState, Edition, Signer, Step, WrongState, next_state};
use crate::acceptance::{self, Conclusion, Mark, OpenIssue};
use crate::id::{CriterionId, PersonId, SignerId};
use crate::text::parity::{self, ParityFinding, PartyNames};
use crate::text::{Language, SideState, Text};

/// A text the document prints, with the caller's name for its place in the record.
#[derive(Clone, Copy, Debug)]
pub struct PlacedText<'a, P> {
    pub place: P,
    pub text: &'a Text,
}

/// What is wrong with one side of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SideFault {
    Missing,
    Draft,
    Stale,
}

/// Everything a decision to issue rests on.
#[derive(Clone, Copy, Debug)]
pub struct IssueFacts<'a, P> {
    pub document: &'a Document,
    /// Every text that will be printed. A text that is blank on both sides prints nothing and is passed over, so
    /// a text that must be there is checked by the caller's own record of it.
    pub texts: &'a [PlacedText<'a, P>],
    /// Names that must be the same on both sides.
    pub parties: &'a [PartyNames],
    pub signers: &'a [Signer],
    /// People whom the record of parties gives no authority to sign.
    pub without_authority: &'a [PersonId],
    /// The round the document reports on; none when it has none.
    pub round: Option<RoundFacts<'a>>,
}

#[derive(Clone, Copy, Debug)]
pub struct RoundFacts<'a> {
    pub conclusion: Option<Conclusion>,
    pub marks: &'a [(CriterionId, Mark)],
    pub issues: &'a [OpenIssue],
}

/// One thing that stands in the way of issuing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Obstacle<P> {
    WrongState {
        state: DocumentState,
    },
    NoDate,
    /// A side that the edition prints is missing, a draft or stale.
    Text {
        place: P,
        language: Language,
        fault: SideFault,
    },
    /// Figures or names of the two sides differ.
    Parity {
        place: P,
        finding: ParityFinding,
    },
    NoRound,
    CriteriaNotTested {
        criteria: Vec<CriterionId>,
    },
    NoConclusion,
    ConclusionNotAdmissible {
        conclusion: Conclusion,
        obstacles: Vec<acceptance::Obstacle>,
    },
    NoSigners,
    /// The same person stands twice in the signing order.
    SignerTwice {
        signer: SignerId,
    },
    SignerWithoutAuthority {
        signer: SignerId,
    },
}

/// What stands in the way of issuing, in the order in which the document shows it; empty when it may be issued.
/// An edition in one language needs that side of every text; one in both needs both, with figures that agree.
pub fn obstacles<P: Clone>(facts: &IssueFacts<'_, P>) -> Vec<Obstacle<P>> {
    let mut out = Vec::new();
    if let Err(WrongState { state, .. }) = next_state(facts.document.state, Step::Issue) {
        out.push(Obstacle::WrongState { state });
    }
    if facts.document.date.is_none() {
        out.push(Obstacle::NoDate);
    }
    for PlacedText { place, text } in facts.texts {
        if !text.is_blank() {
            text_obstacles(place, text, facts, &mut out);
        }
    }
    round_obstacles(facts, &mut out);
    signer_obstacles(facts, &mut out);
    out
}

impl Edition {
    /// The sides that this edition prints.
    pub fn languages(self) -> &'static [Language] {
        match self {
            Self::En => &[Language::En],
            Self::Zh => &[Language::Zh],
            Self::SideBySide => &[Language::En, Language::Zh],
        }
    }
}

fn text_obstacles<P: Clone>(place: &P, text: &Text, facts: &IssueFacts<'_, P>, out: &mut Vec<Obstacle<P>>) {
    for language in facts.document.edition.languages() {
        let fault = match text.side(*language).state {
            SideState::Missing => SideFault::Missing,
            SideState::Draft => SideFault::Draft,
            SideState::Stale => SideFault::Stale,
            SideState::Reviewed => continue,
        };
        out.push(Obstacle::Text { place: place.clone(), language: *language, fault });
    }
    if facts.document.edition == Edition::SideBySide {
        let findings = parity::check(text, facts.parties);
        out.extend(findings.into_iter().map(|finding| Obstacle::Parity { place: place.clone(), finding }));
    }
}

fn round_obstacles<P>(facts: &IssueFacts<'_, P>, out: &mut Vec<Obstacle<P>>) {
    let Some(round) = facts.round else {
        out.push(Obstacle::NoRound);
        return;
    };
    let untested = round.marks.iter().filter(|(_, mark)| *mark == Mark::NotTested);
    let untested: Vec<CriterionId> = untested.map(|(id, _)| *id).collect();
    if !untested.is_empty() {
        out.push(Obstacle::CriteriaNotTested { criteria: untested });
    }
    let Some(conclusion) = round.conclusion else {
        out.push(Obstacle::NoConclusion);
        return;
    };
    let admissible = acceptance::admissible(round.marks, round.issues);
    let verdict = admissible.into_iter().find(|verdict| verdict.conclusion == conclusion);
    if let Some(verdict) = verdict.filter(|verdict| !verdict.obstacles.is_empty()) {
        out.push(Obstacle::ConclusionNotAdmissible { conclusion, obstacles: verdict.obstacles });
    }
}

fn signer_obstacles<P>(facts: &IssueFacts<'_, P>, out: &mut Vec<Obstacle<P>>) {
    if facts.signers.is_empty() {
        out.push(Obstacle::NoSigners);
    }
    for (place, signer) in facts.signers.iter().enumerate() {
        if facts.signers[..place].iter().any(|other| other.person == signer.person) {
            out.push(Obstacle::SignerTwice { signer: signer.id });
        }
        if facts.without_authority.contains(&signer.person) {
            out.push(Obstacle::SignerWithoutAuthority { signer: signer.id });
        }
    }
}
