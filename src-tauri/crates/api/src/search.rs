//! Finding records, and what the window can do, by a few words in either language.

use hefu_domain::id::{ProjectId, RoundId};
use hefu_domain::text::{Text, Words};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use hefu_domain::noun::Noun;
pub use hefu_domain::search::{Group, Piece, Quality};

#[derive(Debug, Deserialize, JsonSchema)]
pub struct SearchRequest {
    /// English, Chinese, pinyin in full or its initials; nothing is found by nothing.
    pub words: String,
    /// What belongs to it comes before what answers as well.
    pub project: Option<ProjectId>,
    /// Records of a group, at most 50.
    pub limit: u32,
}

/// Records that answer, the best first.
#[derive(Debug, Serialize, JsonSchema)]
pub struct SearchResults {
    pub hits: Vec<Hit>,
}

/// A record that was found, and where it is shown.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Hit {
    pub noun: Noun,
    pub group: Group,
    pub id: Uuid,
    pub quality: Quality,
    /// Blank for nouns without numbers.
    pub number: Vec<Piece>,
    /// What it is called or says; blank on both sides where it has only a number.
    pub title: PiecePair,
    /// What else of it answered, where neither number nor title did.
    pub beside: Option<Beside>,
    /// The project it is shown in; none when there is no project yet.
    pub project: Option<ProjectId>,
    /// The number of the project it belongs to; none for parties, who belong to none.
    pub project_number: Option<String>,
    /// What it stands in: the document of a section, the criterion of evidence, the round of an open issue, the
    /// organisation of a person.
    pub parent: Option<Parent>,
    /// The round in which a criterion, evidence or an open issue is shown; none when there is none yet.
    pub round: Option<RoundId>,
}

#[derive(Debug, Default, Serialize, JsonSchema)]
pub struct PiecePair {
    pub en: Vec<Piece>,
    pub zh: Vec<Piece>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Beside {
    /// A field that is found and is neither number nor title, as the table of kinds calls it.
    pub field: String,
    pub words: PiecePair,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct Parent {
    pub id: Uuid,
    /// Blank for an organisation.
    pub number: String,
    pub title: Option<Text>,
}

/// Looks for words among phrases of the window, as the record is searched.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct MatchPhrases {
    pub words: String,
    pub phrases: Vec<Words>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PhraseMatches {
    /// The best first.
    pub matches: Vec<PhraseMatch>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PhraseMatch {
    /// Place among the phrases given, from 0.
    pub index: u32,
    pub quality: Quality,
    pub phrase: PiecePair,
}
