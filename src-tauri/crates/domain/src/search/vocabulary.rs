//! The words that are kept somewhere, in order: completed when begun, and found when mistyped.

/// Sorted, each once.
#[derive(Debug, Default)]
pub struct Vocabulary {
    words: Vec<Box<str>>,
}

/// Mistyped words that are looked for at most.
const MOST: usize = 24;

impl FromIterator<String> for Vocabulary {
    fn from_iter<I: IntoIterator<Item = String>>(words: I) -> Self {
        let mut words: Vec<Box<str>> = words.into_iter().map(String::into_boxed_str).collect();
        words.sort_unstable();
        words.dedup();
        Self { words }
    }
}

impl Vocabulary {
    pub fn insert(&mut self, word: &str) {
        if let Err(place) = self.words.binary_search_by(|each| (**each).cmp(word)) {
            self.words.insert(place, word.into());
        }
    }

    /// Words kept.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Words that begin so; none when there are more than `most`.
    pub fn beginning_with(&self, start: &str, most: usize) -> Option<Vec<&str>> {
        let first = self.words.partition_point(|word| &**word < start);
        let found: Vec<&str> = self.words[first..]
            .iter()
            .take(most + 1)
            .map(|word| &**word)
            .take_while(|word| word.starts_with(start))
            .collect();
        (found.len() <= most).then_some(found)
    }

    /// Words that `typed` may have been meant for, the nearest first: letters added, left out, exchanged or turned
    /// round, in the word or, when enough was typed, in its beginning. Only letters of English are forgiven.
    pub fn near(&self, typed: &str) -> Vec<&str> {
        let Some(allowed) = allowed(typed) else { return Vec::new() };
        let mut walk = Walk::new(typed, allowed);
        let mut found: Vec<(u8, &str)> = Vec::new();
        let mut at = 0;
        while let Some(word) = self.words.get(at) {
            let (distance, fits) = walk.to(word.as_bytes());
            if let Some(distance) = distance {
                found.push((distance, word));
            }
            // Whatever begins as this word does up to where it can no longer be near is passed over at once.
            at = match fits {
                Fits::Throughout => at + 1,
                Fits::UpTo(depth) => {
                    let start = &word.as_bytes()[..depth];
                    at + self.words[at..].partition_point(|next| next.as_bytes().starts_with(start))
                }
            };
        }
        found.sort_unstable();
        found.into_iter().take(MOST).map(|(_, word)| word).collect()
    }
}

/// Whether `typed` may have been meant for this word or its beginning, as [`Vocabulary::near`] forgives.
pub(super) fn is_near(typed: &str, word: &str) -> bool {
    allowed(typed).is_some_and(|allowed| Walk::new(typed, allowed).to(word.as_bytes()).0.is_some())
}

/// Errors forgiven in a word of this length; none when it is too short or not of English letters.
fn allowed(typed: &str) -> Option<u8> {
    if !typed.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    match typed.len() {
        0..=3 => None,
        4..=7 => Some(1),
        8..=40 => Some(2),
        _ => None,
    }
}

/// From so many letters on a beginning may be mistyped, too.
const BEGINNING: usize = 5;

/// Whether a word can be near all along, or no longer from so many letters on.
enum Fits {
    Throughout,
    UpTo(usize),
}

/// Distances (optimal string alignment) between what was typed and the beginnings of one word, kept for as much as
/// the next word shares.
struct Walk<'a> {
    typed: &'a [u8],
    allowed: u8,
    word: Vec<u8>,
    /// One row a letter of the word; a column a letter typed.
    rows: Vec<Vec<u8>>,
}

impl<'a> Walk<'a> {
    fn new(typed: &'a str, allowed: u8) -> Self {
        let first = (0..=typed.len()).map(|column| column as u8).collect();
        Self { typed: typed.as_bytes(), allowed, word: Vec::new(), rows: vec![first] }
    }

    fn to(&mut self, word: &[u8]) -> (Option<u8>, Fits) {
        let shared = self.word.iter().zip(word).take_while(|(a, b)| a == b).count();
        self.word.truncate(shared);
        self.rows.truncate(shared + 1);
        for &letter in &word[shared..] {
            if self.rows[self.word.len()].iter().all(|distance| *distance > self.allowed) {
                // A mistyped beginning is that of every word that begins so: none of them is passed over.
                let beginning = self.beginning();
                let fits = if beginning.is_some() { Fits::Throughout } else { Fits::UpTo(self.word.len()) };
                return (beginning, fits);
            }
            self.row(letter);
        }
        let end = self.rows[self.word.len()][self.typed.len()];
        let nearest = [Some(end), self.beginning()].into_iter().flatten().min();
        (nearest.filter(|distance| *distance <= self.allowed), Fits::Throughout)
    }

    /// The nearest that a beginning of the word comes.
    fn beginning(&self) -> Option<u8> {
        let all = self.rows.iter().map(|row| row[self.typed.len()]);
        all.min().filter(|distance| self.typed.len() >= BEGINNING && *distance <= self.allowed)
    }

    fn row(&mut self, letter: u8) {
        let depth = self.word.len();
        let above = &self.rows[depth];
        let mut row = vec![above[0].saturating_add(1)];
        for (column, typed) in self.typed.iter().enumerate() {
            let exchanged = above[column] + u8::from(*typed != letter);
            let mut least = exchanged.min(above[column + 1] + 1).min(row[column] + 1);
            let turned =
                depth > 0 && column > 0 && self.typed[column - 1] == letter && self.word[depth - 1] == *typed;
            if turned {
                least = least.min(self.rows[depth - 1][column - 1] + 1);
            }
            row.push(least);
        }
        self.word.push(letter);
        self.rows.push(row);
    }
}
