//! What stands in the way of issuing a document, all at once.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Document, DocumentState, Edition, Party, Signer, Step, WrongState, next_state};
use crate::acceptance::{self, Conclusion, Mark, OpenIssue};
use crate::id::{CriterionId, OpenIssueId, PersonId, SignerId};
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
    pub signing: SigningFacts<'a>,
    /// What stands in the way by the rules of its kind: [`report_obstacles`], [`list_obstacles`].
    pub own: &'a [Obstacle<P>],
}

/// Who signs, and for whom each can.
#[derive(Clone, Copy, Debug)]
pub struct SigningFacts<'a> {
    pub signers: &'a [Signer],
    /// The parties that each signer's organisation stands for in the project, signer by signer.
    pub standing: &'a [&'a [Party]],
    /// People whom the record of parties gives no authority to sign.
    pub without_authority: &'a [PersonId],
    /// The parties of the project.
    pub parties: &'a [Party],
    /// Those of which the document states that they do not sign.
    pub waived: &'a [Party],
}

/// What an acceptance report rests on.
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
    /// An acceptance report is of a round.
    NoRound,
    CriteriaNotTested {
        criteria: Vec<CriterionId>,
    },
    NoConclusion,
    ConclusionNotAdmissible {
        conclusion: Conclusion,
        obstacles: Vec<acceptance::Obstacle>,
    },
    /// These issues of the list are open, and nobody has them or no day is set.
    IssuesUnassigned {
        issues: Vec<OpenIssueId>,
    },
    /// Every party is excused from signing, and nobody else signs either.
    NoSigners,
    /// The same person stands twice in the signing order.
    SignerTwice {
        signer: SignerId,
    },
    SignerWithoutAuthority {
        signer: SignerId,
    },
    /// Would sign for a party that the signer's organisation is not.
    SignerOfAnotherParty {
        signer: SignerId,
    },
    /// Nobody signs for this party of the project, and nothing states that it does not sign.
    PartyUnsigned {
        party: Party,
    },
    /// The document states that this party does not sign; but it does, or the project has no such party.
    WaiverContradicted {
        party: Party,
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
    out.extend_from_slice(facts.own);
    signer_obstacles(&facts.signing, &mut out);
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

/// What the rules of an acceptance report find: its round is whole, and its conclusion is one that marks and issues
/// carry.
pub fn report_obstacles<P>(round: Option<RoundFacts<'_>>) -> Vec<Obstacle<P>> {
    let Some(round) = round else { return vec![Obstacle::NoRound] };
    let mut out = Vec::new();
    let untested = round.marks.iter().filter(|(_, mark)| *mark == Mark::NotTested);
    let untested: Vec<CriterionId> = untested.map(|(id, _)| *id).collect();
    if !untested.is_empty() {
        out.push(Obstacle::CriteriaNotTested { criteria: untested });
    }
    let Some(conclusion) = round.conclusion else {
        out.push(Obstacle::NoConclusion);
        return out;
    };
    let admissible = acceptance::admissible(round.marks, round.issues);
    let verdict = admissible.into_iter().find(|verdict| verdict.conclusion == conclusion);
    if let Some(verdict) = verdict.filter(|verdict| !verdict.obstacles.is_empty()) {
        out.push(Obstacle::ConclusionNotAdmissible { conclusion, obstacles: verdict.obstacles });
    }
    out
}

/// What the rules of an open-issue list find: whoever signs it agrees who does what by when.
pub fn list_obstacles<P>(issues: &[OpenIssue]) -> Vec<Obstacle<P>> {
    let open = issues.iter().filter(|issue| issue.closed.is_none());
    let unassigned = open.filter(|issue| issue.owner.is_none() || issue.due.is_none());
    let issues: Vec<OpenIssueId> = unassigned.map(|issue| issue.id).collect();
    if issues.is_empty() { Vec::new() } else { vec![Obstacle::IssuesUnassigned { issues }] }
}

pub(super) fn signer_obstacles<P>(facts: &SigningFacts<'_>, out: &mut Vec<Obstacle<P>>) {
    for (place, (signer, standing)) in facts.signers.iter().zip(facts.standing).enumerate() {
        if facts.signers[..place].iter().any(|other| other.person == signer.person) {
            out.push(Obstacle::SignerTwice { signer: signer.id });
        }
        if facts.without_authority.contains(&signer.person) {
            out.push(Obstacle::SignerWithoutAuthority { signer: signer.id });
        }
        if signer.role.party().is_some_and(|party| !standing.contains(&party)) {
            out.push(Obstacle::SignerOfAnotherParty { signer: signer.id });
        }
    }
    let before = out.len();
    for party in Party::ALL {
        let takes_part = facts.parties.contains(&party);
        let waived = facts.waived.contains(&party);
        let signs = facts
            .signers
            .iter()
            .zip(facts.standing)
            .any(|(signer, standing)| signer.role == party.role() && standing.contains(&party));
        if waived && (signs || !takes_part) {
            out.push(Obstacle::WaiverContradicted { party });
        } else if takes_part && !signs && !waived {
            out.push(Obstacle::PartyUnsigned { party });
        }
    }
    if facts.signers.is_empty() && out.len() == before {
        out.push(Obstacle::NoSigners);
    }
}
