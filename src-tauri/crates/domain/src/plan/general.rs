//! A plan without what is so of one project only.

use std::cmp::Reverse;

use super::{Plan, PlannedDeliverable, PlannedDocument, PlannedMilestone, Terms};
use crate::contract::DeemedAcceptance;
use crate::text::{Language, Text, Words, parity};

/// Names and numbers of a project, and the words that stand in their place in a template.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The longest first, so that a full name goes whole.
    names: Vec<(String, Words)>,
}

/// Fewest characters of a name that is looked for.
const SHORTEST: usize = 2;

impl Names {
    /// Each name with what stands for it; blank ones are passed over.
    pub fn new(names: impl IntoIterator<Item = (String, Words)>) -> Self {
        let mut names: Vec<(String, Words)> = names
            .into_iter()
            .map(|(name, role)| (name.trim().to_owned(), role))
            .filter(|(name, _)| name.chars().count() >= SHORTEST)
            .collect();
        names.sort_by_key(|(name, _)| Reverse(name.chars().count()));
        names.dedup();
        Self { names }
    }

    fn replace(&self, words: &str, language: Language) -> String {
        let mut said = words.to_owned();
        for (name, role) in &self.names {
            let role = match language {
                Language::En => &role.en,
                Language::Zh => &role.zh,
            };
            said = replace(&said, name, role);
        }
        said
    }

    /// A text without the names; a side that changed has to be read again.
    fn without(&self, text: &Text) -> Text {
        text.revise(&Words {
            en: self.replace(&text.en.words, Language::En),
            zh: self.replace(&text.zh.words, Language::Zh),
        })
    }

    /// Words of one form, in whatever language they are.
    fn without_plain(&self, words: &str) -> String {
        let is_han = words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        self.replace(words, if is_han { Language::Zh } else { Language::En })
    }
}

/// Replaces a name wherever it is not a part of a longer Latin word.
fn replace(words: &str, name: &str, role: &str) -> String {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let (mut said, mut from) = (String::new(), 0);
    for (at, found) in words.match_indices(name) {
        let end = at + found.len();
        let begins = is_letter(name.chars().next()) && is_letter(words[..at].chars().next_back());
        let goes_on = is_letter(name.chars().next_back()) && is_letter(words[end..].chars().next());
        if !begins && !goes_on {
            said.push_str(&words[from..at]);
            said.push_str(role);
            from = end;
        }
    }
    said.push_str(&words[from..]);
    said
}

impl Plan {
    /// The plan as a template keeps it: no name of `names`, no person and organisation, no money, and of the documents
    /// only paragraphs that name no day, amount or code.
    pub fn general(&self, names: &Names) -> Self {
        let mut plan = self.clone();
        let texts = plan
            .stages
            .iter_mut()
            .chain(plan.stacks.iter_mut().map(|stack| &mut stack.title))
            .chain(plan.milestones.iter_mut().map(|milestone| &mut milestone.title))
            .chain(plan.requirements.iter_mut().map(|requirement| &mut requirement.title))
            .chain(plan.deliverables.iter_mut().map(|deliverable| &mut deliverable.title))
            .chain(&mut plan.chapters)
            .chain(plan.criteria.iter_mut().map(|criterion| &mut criterion.text));
        for text in texts {
            *text = names.without(text);
        }
        for requirement in &mut plan.requirements {
            requirement.source = names.without_plain(&requirement.source);
        }
        plan.terms = plan.terms.map(|terms| Terms {
            title: Text::default(),
            vat_rate: None,
            price: None,
            deemed_acceptance: terms
                .deemed_acceptance
                .map(|agreed| DeemedAcceptance { clause: names.without_plain(&agreed.clause), ..agreed }),
            ..terms
        });
        plan.milestones =
            plan.milestones.into_iter().map(|each| PlannedMilestone { price: None, ..each }).collect();
        plan.deliverables = plan
            .deliverables
            .into_iter()
            .map(|each| PlannedDeliverable { organisation: None, ..each })
            .collect();
        plan.documents = plan.documents.into_iter().map(|each| general_document(each, names)).collect();
        plan
    }
}

fn general_document(document: PlannedDocument, names: &Names) -> PlannedDocument {
    let mut paragraphs = document.paragraphs;
    for paragraph in &mut paragraphs {
        paragraph.text = names.without(&paragraph.text);
    }
    paragraphs.retain(|paragraph| {
        let particular = |language| parity::has_particulars(&paragraph.text.side(language).words, language);
        !particular(Language::En) && !particular(Language::Zh)
    });
    PlannedDocument { title: names.without(&document.title), paragraphs, signers: Vec::new(), ..document }
}
