//! What a few typed words ask of the index, from what says exactly them to what they may have been meant for.

use super::fold::{Kind, Unit, fold, whole};
use super::reading::{is_syllable, segment};
use super::tokens::{STARTS, two_read};
use super::vocabulary::Vocabulary;

/// Words as typed, in terms that must all be found.
#[derive(Clone, Debug)]
pub struct Query {
    pub(super) terms: Vec<Term>,
    pub(super) whole: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Term {
    Word(String),
    /// Characters that stand side by side.
    Han(Vec<char>),
}

/// How far a search reaches; each finds what the one before finds, and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// A whole field says these words and nothing else.
    Whole,
    /// Every word stands somewhere.
    Exact,
    /// Words may be begun only.
    Begun,
    /// Letters may be pinyin, in full or the initials.
    Read,
    /// Words may be mistyped.
    Mistyped,
}

impl Reach {
    pub const ALL: [Self; 5] = [Self::Whole, Self::Exact, Self::Begun, Self::Read, Self::Mistyped];
}

/// A condition on the tokens of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    Token(String),
    /// A token that begins so.
    Beginning(String),
    All(Vec<Self>),
    /// At least one; never empty.
    Any(Vec<Self>),
}

/// A term and its kinds of words are looked for among no more alternatives than this; beyond, by their beginning.
const MOST_WORDS: usize = 40;

/// What a person may type; more is left out.
const MOST_TERMS: usize = 8;
pub const MOST_LETTERS: usize = 300;

impl Query {
    /// Nothing when nothing is in it that could be found.
    pub fn new(words: &str) -> Option<Self> {
        let mut units = fold(beginning(words));
        // One sign may stand for many letters.
        let mut letters = 0;
        units.retain(|unit| {
            letters += unit.form.chars().count();
            letters <= MOST_LETTERS
        });
        let mut terms: Vec<Term> = Vec::new();
        let mut before: Option<&Unit> = None;
        for unit in &units {
            let joined = before.is_some_and(|before| before.touches(unit));
            match (unit.han(), terms.last_mut()) {
                (Some(han), Some(Term::Han(run))) if joined => run.push(han),
                (Some(han), _) => terms.push(Term::Han(vec![han])),
                (None, _) => terms.push(Term::Word(unit.form.clone())),
            }
            before = Some(unit);
        }
        terms.truncate(MOST_TERMS);
        (!terms.is_empty()).then(|| Self { terms, whole: whole(&units) })
    }

    /// What a record's tokens must hold to be looked at; none when no record can hold it.
    pub fn wanted(&self, reach: Reach, vocabulary: &Vocabulary) -> Option<Wanted> {
        if reach == Reach::Whole {
            return self.whole.as_ref().map(|form| Wanted::Token(format!("x{form}")));
        }
        let terms = self.terms.iter().map(|term| term.wanted(reach, vocabulary));
        terms.collect::<Option<Vec<_>>>().map(all)
    }
}

/// So much of a text as counts: what is pasted by mistake is no question.
fn beginning(words: &str) -> &str {
    words.char_indices().nth(MOST_LETTERS).map_or(words, |(end, _)| &words[..end])
}

fn all(mut wanted: Vec<Wanted>) -> Wanted {
    match wanted.pop() {
        Some(only) if wanted.is_empty() => only,
        last => {
            wanted.extend(last);
            Wanted::All(wanted)
        }
    }
}

fn any(mut wanted: Vec<Wanted>) -> Option<Wanted> {
    let last = wanted.pop()?;
    if wanted.is_empty() {
        return Some(last);
    }
    wanted.push(last);
    Some(Wanted::Any(wanted))
}

fn token(class: char, form: &str) -> Wanted {
    Wanted::Token(format!("{class}{form}"))
}

impl Term {
    fn wanted(&self, reach: Reach, vocabulary: &Vocabulary) -> Option<Wanted> {
        let form = match self {
            Self::Han(run) if run.len() == 1 => return Some(Wanted::Token(String::from_iter(run))),
            Self::Han(run) => {
                let twos = run.windows(2).map(|two| Wanted::Token(String::from_iter(two)));
                return Some(all(twos.collect()));
            }
            Self::Word(form) => form,
        };
        if reach == Reach::Exact {
            return Some(token('w', form));
        }
        let mut alternatives = begun(form, vocabulary);
        if reach >= Reach::Read {
            alternatives.extend(read(form));
        }
        if reach == Reach::Mistyped {
            alternatives.extend(vocabulary.near(form).into_iter().map(|word| token('w', word)));
        }
        any(alternatives)
    }
}

fn begun(form: &str, vocabulary: &Vocabulary) -> Vec<Wanted> {
    if form.chars().count() <= STARTS {
        return vec![token('s', form)];
    }
    match vocabulary.beginning_with(form, MOST_WORDS) {
        Some(words) => words.into_iter().map(|word| token('w', word)).collect(),
        None => vec![Wanted::Beginning(format!("w{form}"))],
    }
}

/// Letters as the readings of characters, and as their initials.
fn read(form: &str) -> Vec<Wanted> {
    if form.len() < 2 || !form.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Vec::new();
    }
    let mut found: Vec<Wanted> = segment(form).iter().map(|syllables| in_full(syllables)).collect();
    let step = form.len().min(3);
    let windows = form.as_bytes().windows(step).filter_map(|letters| std::str::from_utf8(letters).ok());
    found.push(all(windows.map(|letters| token('i', letters)).collect()));
    found
}

fn in_full(syllables: &[&str]) -> Wanted {
    let last = syllables.last().copied().unwrap_or_default();
    let mut wanted: Vec<Wanted> =
        syllables.windows(2).map(|two| token('p', &two_read(two[0], two[1]))).collect();
    match wanted.pop() {
        None => return token('p', last),
        Some(Wanted::Token(begun)) if !is_syllable(last) => wanted.push(Wanted::Beginning(begun)),
        Some(both) => wanted.push(both),
    }
    all(wanted)
}

/// Whether a unit of a text is this kind of term's.
pub(super) fn is_word(unit: &Unit) -> bool {
    unit.kind == Kind::Word
}
