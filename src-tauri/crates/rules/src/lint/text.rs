//! Texts that are there in one language alone.

use hefu_domain::text::Words;

use super::Problem;
use crate::pack::Pack;

pub(super) fn one_sided(pack: &Pack) -> Vec<Problem> {
    let head = [("pack.title", &pack.head.title), ("pack.scope", &pack.head.scope)];
    let sources = pack.sources.iter().map(|source| (source.id.as_str(), &source.title));
    let facts = pack.facts.iter().map(|fact| (fact.id.as_str(), &fact.ask));
    let decisions = pack.decisions.iter().map(|choice| (choice.id.as_str(), &choice.title));
    let outcomes = pack.decisions.iter().flat_map(|choice| &choice.outcomes);
    let outcomes = outcomes.map(|outcome| (outcome.id.as_str(), &outcome.title));
    let rules = pack.rules.iter().map(|rule| (rule.id.as_str(), &rule.text));
    let all = head.into_iter().chain(sources).chain(facts).chain(decisions).chain(outcomes).chain(rules);
    all.filter(|(_, words)| !is_whole(words))
        .map(|(place, _)| Problem::OneSidedText { place: place.to_owned() })
        .collect()
}

/// English without Chinese characters, and Chinese with some.
fn is_whole(words: &Words) -> bool {
    let han = |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    let latin = words.en.chars().any(char::is_alphabetic);
    latin && !han(&words.en) && han(&words.zh)
}
