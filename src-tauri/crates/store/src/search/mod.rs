//! Finding records by a few words: SQLite's full-text index of the tokens that the domain makes, the candidates of
//! each reach, and the domain's own look at each of them.

mod fields;
pub(crate) mod index;

#[cfg(test)]
mod tests;

pub(crate) use index::{follow, make_ready};

use std::cell::Ref;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use hefu_domain::id::ProjectId;
use hefu_domain::noun::{Noun, Role};
use hefu_domain::search::{Finding, Standing};
use hefu_domain::search::{Group, Piece, Quality, Query, Reach, Vocabulary, Wanted, cut};
use rusqlite::OptionalExtension;
use serde_json::Value;
use uuid::Uuid;

use crate::error::StoreError;
use crate::store::Store;
use fields::{OfProject, Said, Searched, group_token};

/// What is searched for.
#[derive(Clone, Debug)]
pub struct Search<'a> {
    pub words: &'a str,
    /// What belongs to it comes before what answers as well.
    pub project: Option<ProjectId>,
    /// Records of a group at most.
    pub limit: usize,
}

/// A record that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    pub noun: Noun,
    pub id: Uuid,
    pub project: Option<ProjectId>,
    /// The record it stands in: a section's document, evidence's criterion, an open issue's round, a person's
    /// organisation.
    pub parent: Option<Uuid>,
    pub quality: Quality,
    /// Blank for nouns without numbers.
    pub number: Vec<Piece>,
    /// English and Chinese; a long text is cut around what was found. Blank where a record has only a number.
    pub title: [Vec<Piece>; 2],
    /// What else of it answered, where neither number nor title did.
    pub beside: Option<Beside>,
}

/// A further field of a record.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The column.
    pub field: &'static str,
    pub words: [Vec<Piece>; 2],
}

/// Characters of a text that are shown.
const SHOWN: usize = 120;

/// Candidates beyond the records that are shown: some hold the tokens but not what was asked, and an older one may
/// answer better.
const SPARE: usize = 4;

/// A record of which the tokens hold what was wanted.
struct Candidate {
    doc: i64,
    searched: &'static Searched,
    id: String,
    changed: u64,
}

/// The order of what was found: how well, where in the record, in how long a text, near or far, how long ago.
type Rank = (Quality, Standing, Length, Near, Reverse<u64>, Reverse<i64>);

/// Letters spell something by chance in a long text; in a name they are meant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Length {
    Name,
    Sentence,
}

impl Length {
    /// Characters of a name at most.
    const NAME: usize = 12;

    fn of(text: &str, quality: Quality) -> Self {
        let is_long = text.chars().count() > Self::NAME;
        if quality == Quality::Read && is_long { Self::Sentence } else { Self::Name }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Near {
    InProject,
    Elsewhere,
}

impl Store {
    /// Records that answer, the best first. Words may be English, Chinese, pinyin in full or its initials; a typing
    /// error in English is forgiven when nothing else is found. Nothing answers when nothing was asked.
    pub fn search(&self, search: &Search<'_>) -> Result<Vec<Hit>, StoreError> {
        let vocabulary = self.vocabulary()?;
        let Some(query) = Query::new(search.words) else { return Ok(Vec::new()) };
        let mut plain: Vec<(Reach, Wanted)> = Vec::new();
        for reach in Reach::ALL.into_iter().filter(|reach| *reach < Reach::Mistyped) {
            match query.wanted(reach, &vocabulary) {
                // What asks for the same finds the same.
                Some(wanted) if plain.iter().all(|(_, asked)| *asked != wanted) => {
                    plain.push((reach, wanted));
                }
                _ => {}
            }
        }
        let mut found = self.reaching(&query, &plain, search)?;
        if found.is_empty()
            && let Some(wanted) = query.wanted(Reach::Mistyped, &vocabulary)
        {
            found = self.reaching(&query, &[(Reach::Mistyped, wanted)], search)?;
        }
        found.sort_by_key(|(rank, _)| *rank);
        Ok(found.into_iter().map(|(_, found)| found).collect())
    }

    fn reaching(
        &self,
        query: &Query,
        reaches: &[(Reach, Wanted)],
        search: &Search<'_>,
    ) -> Result<Vec<(Rank, Hit)>, StoreError> {
        let asking = Asking { store: self, query, search };
        let mut found = Vec::new();
        for group in Group::ALL {
            found.extend(asking.of(group, reaches)?);
        }
        Ok(found)
    }

    /// Words kept in the index, and its size on disk in bytes.
    pub fn search_size(&self) -> Result<(usize, u64), StoreError> {
        let sql = "SELECT coalesce(sum(length(block)), 0) FROM search_data";
        let bytes = self.connection.query_row(sql, [], |row| row.get(0))?;
        Ok((self.vocabulary()?.len(), bytes))
    }

    pub(crate) fn learn(&mut self, new_words: &[String]) {
        if let Some(vocabulary) = self.words.get_mut() {
            for word in new_words {
                vocabulary.insert(word);
            }
        }
    }

    fn vocabulary(&self) -> Result<Ref<'_, Vocabulary>, StoreError> {
        if self.words.borrow().is_none() {
            let words = index::vocabulary(&self.connection)?;
            self.words.replace(Some(words));
        }
        Ref::filter_map(self.words.borrow(), Option::as_ref)
            .map_err(|_| StoreError::NotFound { noun: "search_word" })
    }
}

struct Asking<'a> {
    store: &'a Store,
    query: &'a Query,
    search: &'a Search<'a>,
}

impl Asking<'_> {
    /// What answers among one group, reaching further until there is enough.
    fn of(&self, group: Group, reaches: &[(Reach, Wanted)]) -> Result<Vec<(Rank, Hit)>, StoreError> {
        let mut found: Vec<(Rank, Hit)> = Vec::new();
        let mut looked_at = BTreeSet::new();
        for (reach, wanted) in reaches {
            for candidate in self.candidates(group, wanted)? {
                if looked_at.contains(&candidate.doc) {
                    continue;
                }
                if let Some(answer) = self.look_at(&candidate, *reach)? {
                    looked_at.insert(candidate.doc);
                    found.push(answer);
                }
            }
            if found.len() >= self.search.limit {
                break;
            }
        }
        found.sort_by_key(|(rank, _)| *rank);
        found.truncate(self.search.limit);
        Ok(found)
    }

    /// The newest records that hold what is wanted: of the project, and of all.
    fn candidates(&self, group: Group, wanted: &Wanted) -> Result<Vec<Candidate>, StoreError> {
        let most = self.search.limit + SPARE;
        let in_group = format!("\"{}\" AND {}", group_token(group), matching(wanted));
        let mut all = self.newest(&in_group, most)?;
        if let Some(project) = self.search.project
            && all.len() == most
        {
            let token = index::in_project(&project.to_string());
            all.extend(self.newest(&format!("\"{token}\" AND {in_group}"), most)?);
        }
        Ok(all)
    }

    fn newest(&self, matching: &str, most: usize) -> Result<Vec<Candidate>, StoreError> {
        let mut statement = self.store.connection.prepare_cached(
            "SELECT r.doc, r.tbl, r.id, r.changed FROM
               (SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2) s
             JOIN search_record r ON r.doc = s.rowid",
        )?;
        let mut rows = statement.query((matching, most))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let table: String = row.get(1)?;
            let Some(searched) = Searched::of(&table) else { continue };
            found.push(Candidate { doc: row.get(0)?, searched, id: row.get(2)?, changed: row.get(3)? });
        }
        Ok(found)
    }

    fn look_at(&self, candidate: &Candidate, reach: Reach) -> Result<Option<(Rank, Hit)>, StoreError> {
        let searched = candidate.searched;
        let Some(row) = self.row(searched, &candidate.id)? else { return Ok(None) };
        let said = searched.words(&row)?;
        let fields: Vec<_> = said.iter().map(Said::field).collect();
        let Some(finding) = self.query.finding(&fields, reach) else { return Ok(None) };
        let id =
            |column: &str| row.get(column).and_then(Value::as_str).and_then(|id| Uuid::parse_str(id).ok());
        let parent = searched.parent.and_then(id);
        let own = Uuid::parse_str(&candidate.id).unwrap_or_default();
        let project = match searched.noun {
            Noun::Project => Some(own),
            _ => id("project"),
        };
        let near = match (self.search.project, project) {
            (Some(wanted), Some(project)) if wanted.0 == project => Near::InProject,
            _ => Near::Elsewhere,
        };
        let [number, title] = [
            said.iter().position(|said| said.column.role == Role::Number),
            said.iter().position(|said| said.column.is_structure()),
        ];
        let length = Length::of(title.map_or("", |at| &said[at].zh), finding.quality);
        let rank = (
            finding.quality,
            finding.standing,
            length,
            near,
            Reverse(candidate.changed),
            Reverse(candidate.doc),
        );
        let shown =
            |at: Option<usize>| at.map_or([const { Vec::new() }; 2], |at| pieces(&said[at], &finding, at));
        let [number_words, _] = shown(number);
        let named = [number, title].into_iter().flatten().any(|at| !finding.matches[at].is_empty());
        let other = finding.matches.iter().position(|found| !named && !found.is_empty());
        let found = Hit {
            noun: searched.noun,
            id: own,
            project: project.map(ProjectId),
            parent,
            quality: finding.quality,
            number: number_words,
            title: shown(title),
            beside: other.map(|at| Beside { field: said[at].column.name, words: shown(Some(at)) }),
        };
        Ok(Some((rank, found)))
    }

    /// The columns of a row that are searched or shown.
    fn row(&self, searched: &Searched, id: &str) -> Result<Option<Value>, StoreError> {
        let columns = searched.columns.iter().map(|(column, _)| column.name);
        let pairs: Vec<String> =
            columns.chain(searched.parent).map(|name| format!("'{name}', \"{name}\"")).collect();
        let project = match searched.project() {
            OfProject::None => "NULL".to_owned(),
            OfProject::Whole { column, table } => {
                format!("(SELECT w.project FROM {table} w WHERE w.id = \"{column}\")")
            }
            OfProject::Itself => "project".to_owned(),
        };
        let sql = format!(
            "SELECT json_object({}, 'project', {project}) FROM {} WHERE id = ?1",
            pairs.join(", "),
            searched.table
        );
        let mut statement = self.store.connection.prepare_cached(&sql)?;
        let row: Option<String> = statement.query_row([id], |row| row.get(0)).optional()?;
        Ok(row.map(|row| serde_json::from_str(&row)).transpose()?)
    }
}

fn pieces(said: &Said, finding: &Finding, at: usize) -> [Vec<Piece>; 2] {
    let found = &finding.matches[at];
    [cut(&said.en, &found.en, SHOWN), cut(&said.zh, &found.zh, SHOWN)]
}

/// In the language of the index. Tokens are letters, digits and characters alone: quoting them is enough.
fn matching(wanted: &Wanted) -> String {
    let join = |all: &[Wanted], word: &str| {
        let all: Vec<String> = all.iter().map(matching).collect();
        format!("({})", all.join(word))
    };
    match wanted {
        Wanted::Token(token) => format!("\"{token}\""),
        Wanted::Beginning(start) => format!("\"{start}\" *"),
        Wanted::All(all) => join(all, " AND "),
        Wanted::Any(any) => join(any, " OR "),
    }
}
