//! What the records that a notice is about are called.

use hefu_api::notice::NoticedLabel;
use hefu_domain::text::Text;

use super::others::promise_id;
use super::register::Register;
use crate::project::Facts;

pub(super) fn labelled(noun: &str, id: &str, number: &str, title: &Text) -> NoticedLabel {
    NoticedLabel { noun: noun.to_owned(), id: id.to_owned(), number: number.to_owned(), title: title.clone() }
}

/// The label of a record of this project; blank where the record has no name of its own, such as a finding.
pub(super) fn label(facts: &Facts, register: &Register, noun: &str, id: &str) -> NoticedLabel {
    let found = |number: &str, title: &Text| labelled(noun, id, number, title);
    macro_rules! one {
        ($records:expr, $title:ident) => {
            $records
                .iter()
                .find(|each| each.id.to_string() == id)
                .map(|each| found(&each.number, &each.$title))
        };
    }
    let known = match noun {
        "criterion" => one!(facts.scope.criteria, text),
        "deliverable" => one!(facts.scope.deliverables, title),
        "evidence" => one!(facts.scope.evidence, title),
        "open_issue" => one!(facts.issues, text),
        "risk" => one!(register.risks, title),
        "issue" => one!(register.issues, title),
        "action" => one!(register.actions, title),
        "approval" => one!(register.approvals, title),
        "lesson" => one!(register.lessons, title),
        "round" => {
            let round = facts.scope.rounds.iter().find(|round| round.id.to_string() == id);
            round.map(|round| found(&round.number, &Text::default()))
        }
        "document" => {
            let paper = facts.papers.iter().find(|paper| paper.document.id.to_string() == id);
            paper.map(|paper| found(&paper.document.number, &paper.document.title))
        }
        "person" => {
            let person = register.people.iter().find(|(person, _)| person.to_string() == id);
            person.map(|(_, name)| found("", name))
        }
        "payment_milestone" => {
            let milestone = facts.payments.iter().find(|each| each.id.to_string() == id);
            milestone.map(|each| found("", &each.title))
        }
        "gate" => one!(register.ground.gates, title),
        "work_package" => one!(register.packages, title),
        "waiver" => one!(register.ground.waivers, title),
        "promise" => {
            let promised = register.ground.hand_overs.iter().flat_map(|hand_over| {
                hand_over.promises.iter().map(move |promise| (promise_id(hand_over, &promise.key), promise))
            });
            let promise = promised.into_iter().find(|(of, _)| of == id).map(|(_, promise)| promise);
            promise.map(|promise| found(&promise.key, &Text::draft(&promise.text)))
        }
        "contract" => facts.contract.as_ref().map(|contract| found(&contract.number, &contract.title)),
        _ => None,
    };
    known.unwrap_or_else(|| found("", &Text::default()))
}
