//! How well a record answers a query, and where.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Serialize;

use super::fold::{Unit, fold, whole};
use super::query::{Query, Reach, Term, is_word};
use super::reading::{initials, is_syllable, readings};
use super::vocabulary::is_near;

/// How well the words were found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Quality {
    /// A number, name or title is what was typed.
    Whole,
    /// Every word stands in it.
    Exact,
    /// Every word is begun in it.
    Begun,
    /// By pinyin.
    Read,
    /// With a typing error.
    Mistyped,
}

/// What a record is known by, before what else it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    Heading,
    Body,
}

/// A field of a record; one without a language is its English side.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    pub standing: Standing,
    pub en: &'a str,
    pub zh: &'a str,
}

/// Where in a field: bytes of its two sides.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    pub en: Vec<Range<usize>>,
    pub zh: Vec<Range<usize>>,
}

impl Match {
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.zh.is_empty()
    }
}

/// A record that answers. The first of two is the one that answers better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub quality: Quality,
    pub standing: Standing,
    /// One a field, in the order given.
    pub matches: Vec<Match>,
}

/// What one term finds on one side.
type Spots = Vec<(Quality, Range<usize>)>;

impl Query {
    /// Whether these fields answer when the search reaches so far; every term must be found in one of them, or a
    /// heading must be what was typed, however it was joined.
    pub fn finding(&self, fields: &[Field<'_>], reach: Reach) -> Option<Finding> {
        let sides: Vec<[Vec<Unit>; 2]> =
            fields.iter().map(|field| [fold(field.en), fold(field.zh)]).collect();
        let wholes: Vec<[Option<Range<usize>>; 2]> = sides
            .iter()
            .zip(fields)
            .map(|(sides, field)| sides.each_ref().map(|units| self.all_of(units, field.standing)))
            .collect();
        let is_whole = wholes.iter().flatten().any(Option::is_some);
        match self.by_terms(fields, &sides, reach) {
            Some(found) if is_whole => {
                Some(Finding { quality: Quality::Whole, standing: Standing::Heading, ..found })
            }
            None if is_whole => {
                let matches = wholes
                    .into_iter()
                    .map(|[en, zh]| Match { en: en.into_iter().collect(), zh: zh.into_iter().collect() });
                let matches = matches.collect();
                Some(Finding { quality: Quality::Whole, standing: Standing::Heading, matches })
            }
            found => found,
        }
    }

    /// The whole of a heading, where it is what was typed.
    fn all_of(&self, units: &[Unit], standing: Standing) -> Option<Range<usize>> {
        let (first, last) = (units.first()?, units.last()?);
        let same = standing == Standing::Heading && self.whole.is_some() && whole(units) == self.whole;
        same.then_some(first.at.start..last.at.end)
    }

    fn by_terms(&self, fields: &[Field<'_>], sides: &[[Vec<Unit>; 2]], reach: Reach) -> Option<Finding> {
        let mut found = Finding {
            quality: Quality::Exact,
            standing: Standing::Heading,
            matches: vec![Match::default(); fields.len()],
        };
        for term in &self.terms {
            let spots: Vec<[Spots; 2]> =
                sides.iter().map(|sides| sides.each_ref().map(|units| term.spots(units, reach))).collect();
            let of_field = |(spots, field): (&[Spots; 2], &Field<'_>)| {
                let best = spots.iter().flatten().map(|(quality, _)| *quality).min()?;
                Some((best, field.standing))
            };
            let (quality, standing) = spots.iter().zip(fields).filter_map(of_field).min()?;
            (found.quality, found.standing) = (found.quality.max(quality), found.standing.max(standing));
            for (spots, at) in spots.into_iter().zip(&mut found.matches) {
                let [en, zh] = spots.map(|spots| shown(spots, quality));
                at.en.extend(en);
                at.zh.extend(zh);
            }
        }
        Some(found)
    }
}

/// What is as good as the term's best, and every word begun.
fn shown(spots: Spots, best: Quality) -> impl Iterator<Item = Range<usize>> {
    spots.into_iter().filter(move |(quality, _)| *quality <= best.max(Quality::Begun)).map(|(_, at)| at)
}

impl Term {
    fn spots(&self, units: &[Unit], reach: Reach) -> Spots {
        match self {
            Self::Word(form) => words(form, units, reach).chain(read(form, units, reach)).collect(),
            Self::Han(run) => units.windows(run.len()).filter_map(|window| characters(run, window)).collect(),
        }
    }
}

fn characters(run: &[char], window: &[Unit]) -> Option<(Quality, Range<usize>)> {
    let same = window.iter().zip(run).all(|(unit, han)| unit.han() == Some(*han));
    let joined = window.windows(2).all(|two| two[0].touches(&two[1]));
    let (first, last) = (window.first()?, window.last()?);
    (same && joined).then_some((Quality::Exact, first.at.start..last.at.end))
}

fn words(form: &str, units: &[Unit], reach: Reach) -> impl Iterator<Item = (Quality, Range<usize>)> {
    units.iter().filter(|unit| is_word(unit)).filter_map(move |unit| {
        let Range { start, end } = unit.at;
        if unit.form == form {
            Some((Quality::Exact, start..end))
        } else if reach >= Reach::Begun && unit.form.starts_with(form) {
            // Where folding kept every letter's width, the beginning alone is shown.
            let end = if unit.is_alike { start + form.len() } else { end };
            Some((Quality::Begun, start..end))
        } else if reach >= Reach::Mistyped && is_near(form, &unit.form) {
            Some((Quality::Mistyped, start..end))
        } else {
            None
        }
    })
}

/// Characters whose readings or initials the letters spell.
fn read(form: &str, units: &[Unit], reach: Reach) -> impl Iterator<Item = (Quality, Range<usize>)> {
    let spells = reach >= Reach::Read && form.len() > 1 && form.bytes().all(|byte| byte.is_ascii_lowercase());
    let all: Vec<Vec<&'static str>> = if spells {
        units.iter().map(|unit| unit.han().map(readings).unwrap_or_default()).collect()
    } else {
        Vec::new()
    };
    let starts = 0..all.len();
    starts.filter_map(move |start| {
        let joined = 1 + units[start..].windows(2).take_while(|two| two[0].touches(&two[1])).count();
        let run = &all[start..start + joined];
        let length = in_full(form, run, 0).or_else(|| by_initials(form, run))?;
        Some((Quality::Read, units[start].at.start..units[start + length - 1].at.end))
    })
}

/// How many characters the letters spell. Behind a whole syllable the last may be begun only, as the index is asked.
fn in_full(rest: &str, run: &[Vec<&'static str>], before: usize) -> Option<usize> {
    if rest.is_empty() {
        return Some(before);
    }
    let (first, behind) = run.split_first()?;
    first.iter().find_map(|reading| match rest.strip_prefix(reading) {
        Some(rest) => in_full(rest, behind, before + 1),
        None => (before > 0 && reading.starts_with(rest) && !is_syllable(rest)).then_some(before + 1),
    })
}

fn by_initials(letters: &str, run: &[Vec<&'static str>]) -> Option<usize> {
    let spelt = letters.chars().zip(run).take_while(|(letter, all)| initials(all).contains(letter)).count();
    (spelt == letters.len()).then_some(spelt)
}

/// Words, and whether they are what was looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Piece {
    pub words: String,
    pub hit: bool,
}

/// A whole text in pieces.
pub fn pieces(text: &str, found: &[Range<usize>]) -> Vec<Piece> {
    within(text, found, 0..text.len())
}

/// A text in pieces, for a line that may be too narrow for it: what was found first is among its first [`SEEN`]
/// columns, and at most `most` characters are kept. What is left out leaves a `…`.
pub fn cut(text: &str, found: &[Range<usize>], most: usize) -> Vec<Piece> {
    within(text, found, window(text, found.iter().min_by_key(|spot| spot.start), most))
}

fn within(text: &str, found: &[Range<usize>], shown: Range<usize>) -> Vec<Piece> {
    let mut spots = found.to_vec();
    spots.sort_unstable_by_key(|spot| (spot.start, spot.end));
    let mut pieces: Vec<Piece> = Vec::new();
    let mut add = |words: &str, hit: bool| match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some(last) if last.hit == hit => last.words.push_str(words),
        _ => pieces.push(Piece { words: words.to_owned(), hit }),
    };
    if shown.start > 0 {
        add("…", false);
    }
    let mut at = shown.start;
    for spot in spots {
        let (start, end) = (spot.start.max(at), spot.end.min(shown.end));
        if start < end {
            add(&text[at..start], false);
            add(&text[start..end], true);
            at = end;
        }
    }
    add(&text[at..shown.end], false);
    if shown.end < text.len() {
        add("…", false);
    }
    pieces
}

/// Columns of a line that are seen however narrow it is; a Chinese character takes two.
const SEEN: usize = 48;

/// Columns before a find that are kept where it would not be seen otherwise.
const LEAD: usize = 20;

fn window(text: &str, first: Option<&Range<usize>>, most: usize) -> Range<usize> {
    let columns = |part: &str| part.chars().map(|each| if each < '\u{2E80}' { 1 } else { 2 }).sum::<usize>();
    let from = match first {
        Some(first) if columns(&text[..first.end]) > SEEN => {
            let before = text[..first.start].char_indices().rev().map(|(at, _)| at);
            let lead = before.take_while(|at| columns(&text[*at..first.start]) <= LEAD).last();
            whole_word(text, lead.unwrap_or(first.start), first.start)
        }
        _ => 0,
    };
    let rest = text[from..].char_indices().nth(most);
    from..rest.map_or(text.len(), |(length, _)| from + length)
}

/// Where the first word begins that is whole behind `from`, if one does before `end`.
fn whole_word(text: &str, from: usize, end: usize) -> usize {
    let is_within = text[..from].ends_with(|each: char| each.is_ascii_alphanumeric());
    let space = text[from..end].find(' ').filter(|_| is_within);
    space.map_or(from, |space| from + space + 1)
}
