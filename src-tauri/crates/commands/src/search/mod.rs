//! Finding records, and what the window can do, by a few words.

use hefu_api::search::{
    Beside, Hit, MatchPhrases, Parent, PhraseMatch, PhraseMatches, PiecePair, SearchRequest, SearchResults,
};
use hefu_domain::acceptance::Round;
use hefu_domain::document::Document;
use hefu_domain::id::{OrganisationId, ProjectId, RoundId};
use hefu_domain::noun::Noun;
use hefu_domain::party::Organisation;
use hefu_domain::project::Project;
use hefu_domain::scope::Criterion;
use hefu_domain::search::{Field, Group, Piece, Quality, Query as Asked, Reach, Standing, pieces};
use hefu_store::{Hit as Found, Reader, Search, StoreError};

use crate::failure::CommandError;
use crate::session::{OnProgress, Query};

/// Records of a group that are shown at most.
const MOST: u32 = 50;

pub(crate) fn search(query: &mut Query<'_>, request: SearchRequest) -> Result<SearchResults, CommandError> {
    let limit = request.limit.clamp(1, MOST) as usize;
    let found = query.store.search(&Search { words: &request.words, project: request.project, limit })?;
    let reader = query.reader();
    let hits = found.into_iter().map(|found| hit(&reader, found, request.project));
    Ok(SearchResults { hits: hits.collect::<Result<_, StoreError>>()? })
}

fn hit(reader: &Reader<'_>, found: Found, near: Option<ProjectId>) -> Result<Hit, StoreError> {
    let project = match (found.project, found.noun) {
        (None, Noun::Organisation) => reader.project_showing(OrganisationId(found.id), near)?,
        (None, _) => {
            let shown = found.parent.map(|parent| reader.project_showing(OrganisationId(parent), near));
            shown.transpose()?.flatten()
        }
        (project, _) => project,
    };
    let number = match (found.noun, found.project) {
        (Noun::Project, _) | (_, None) => None,
        (_, Some(project)) => Some(reader.one::<Project>(project.0)?.number),
    };
    Ok(Hit {
        noun: found.noun,
        group: found.noun.spec().found.unwrap_or(Group::Records),
        id: found.id,
        quality: found.quality,
        round: round(reader, &found)?,
        parent: parent(reader, &found)?,
        number: found.number,
        title: pair(found.title),
        beside: found
            .beside
            .map(|beside| Beside { field: beside.field.to_owned(), words: pair(beside.words) }),
        project,
        project_number: number,
    })
}

fn pair([en, zh]: [Vec<Piece>; 2]) -> PiecePair {
    PiecePair { en, zh }
}

/// An open issue's own; for criteria and evidence the round that is open, else the last.
fn round(reader: &Reader<'_>, found: &Found) -> Result<Option<RoundId>, StoreError> {
    match found.noun {
        Noun::Round => Ok(Some(RoundId(found.id))),
        Noun::OpenIssue => Ok(found.parent.map(RoundId)),
        Noun::Criterion | Noun::Evidence => {
            let at_hand = found.project.map(|project| reader.round_at_hand(project)).transpose()?.flatten();
            Ok(at_hand.map(|round| round.id))
        }
        _ => Ok(None),
    }
}

fn parent(reader: &Reader<'_>, found: &Found) -> Result<Option<Parent>, StoreError> {
    let Some(id) = found.parent else { return Ok(None) };
    Ok(match found.noun {
        Noun::Section => reader.find::<Document>(id)?.map(|document| Parent {
            id,
            number: document.number,
            title: Some(document.title),
        }),
        Noun::Evidence => reader.find::<Criterion>(id)?.map(|criterion| Parent {
            id,
            number: criterion.number,
            title: None,
        }),
        Noun::OpenIssue => {
            reader.find::<Round>(id)?.map(|round| Parent { id, number: round.number, title: None })
        }
        Noun::Person => reader.find::<Organisation>(id)?.map(|organisation| Parent {
            id,
            number: String::new(),
            title: Some(organisation.short_name),
        }),
        _ => None,
    })
}

pub(crate) fn match_phrases(request: MatchPhrases, _: OnProgress<'_>) -> Result<PhraseMatches, CommandError> {
    let Some(asked) = Asked::new(&request.words) else { return Ok(PhraseMatches { matches: Vec::new() }) };
    let mut matches: Vec<PhraseMatch> = (0u32..)
        .zip(&request.phrases)
        .filter_map(|(index, phrase)| {
            let field = Field { standing: Standing::Heading, en: &phrase.en, zh: &phrase.zh };
            let found = asked.finding(&[field], Reach::Mistyped)?;
            let at = found.matches.first()?;
            let phrase = PiecePair { en: pieces(&phrase.en, &at.en), zh: pieces(&phrase.zh, &at.zh) };
            Some(PhraseMatch { index, quality: found.quality, phrase })
        })
        .collect();
    // A typing error is forgiven when nothing else is found, as in the record.
    if matches.iter().any(|found| found.quality < Quality::Mistyped) {
        matches.retain(|found| found.quality < Quality::Mistyped);
    }
    matches.sort_by_key(|found| (found.quality, found.index));
    Ok(PhraseMatches { matches })
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use hefu_domain::text::Words;

    use super::*;

    #[test]
    fn phrases_are_found_in_both_languages_by_pinyin_and_with_an_error() {
        let phrases: Vec<Words> =
            [("Acceptance", "验收"), ("Documents", "文件"), ("Undo", "撤销"), ("Dark theme", "深色")]
                .map(|(en, zh)| Words { en: en.into(), zh: zh.into() })
                .to_vec();
        for (words, expected) in [
            ("acc", vec![0]),
            ("验收", vec![0]),
            ("ys", vec![0]),
            ("wenjian", vec![1]),
            ("docment", vec![1]),
            ("d", vec![1, 3]),
            ("theme", vec![3]),
            ("cx", vec![2]),
            ("nothing such", vec![]),
            ("  ", vec![]),
        ] {
            let request = MatchPhrases { words: words.into(), phrases: phrases.clone() };
            let found = match_phrases(request, &mut |_| ControlFlow::Continue(())).unwrap();
            let found: Vec<u32> = found.matches.iter().map(|found| found.index).collect();
            assert_eq!(found, expected, "{words}");
        }
    }
}
