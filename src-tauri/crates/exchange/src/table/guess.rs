//! Which encoding a text without a mark is in, and how sure that is: every encoding that could be is read, and what
//! comes of it is held against what people write.

use std::io::{BufRead, BufReader, Read, Seek};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_874, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252, WINDOWS_1258,
};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{ReadError, Step};

/// The encoding that the mark at the beginning tells, and how long the mark is.
pub(super) fn marked(beginning: &[u8]) -> Option<(&'static Encoding, u64)> {
    match beginning {
        [0xEF, 0xBB, 0xBF, ..] => Some((UTF_8, 3)),
        [0xFF, 0xFE, ..] => Some((UTF_16LE, 2)),
        [0xFE, 0xFF, ..] => Some((UTF_16BE, 2)),
        _ => None,
    }
}

/// What text without a mark may be in when it is not UTF-8.
const CODES: [&Encoding; 9] =
    [GB18030, BIG5, SHIFT_JIS, EUC_KR, WINDOWS_1252, WINDOWS_1250, WINDOWS_1251, WINDOWS_1258, WINDOWS_874];

/// Bytes by which an encoding is told, of one line, and of plain letters before the first that is none.
const SAMPLE: usize = 64 << 10;
const OF_LINE: u64 = 16 << 10;
const BEFORE: usize = 40;

/// What a candidate shows of the text: lines, and letters of each.
const LINES: usize = 3;
const LETTERS: usize = 120;
/// Share of letters that people write, from which a reading may be right at all, and from which it may be certain.
const POSSIBLE: f64 = 0.6;
const CERTAIN: f64 = 0.9;
/// By how much the next must be worse, and how many letters it takes.
const APART: f64 = 0.15;
const ENOUGH: usize = 6;

/// An encoding that a text could be in, and its first lines read so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportCandidate")]
pub struct Candidate {
    /// As the standard of the Web names it: `UTF-8`, `gb18030`, `Big5`, ….
    pub name: String,
    pub lines: Vec<String>,
}

/// In which encoding a text was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "ImportEncoding")]
pub struct EncodingRead {
    /// As the standard of the Web names it: `UTF-8`, `gb18030`, `Big5`, ….
    pub name: String,
    /// Others could be meant: a person decides.
    pub is_doubtful: bool,
    /// The others with it, the likeliest first; none where there is no doubt.
    pub candidates: Vec<Candidate>,
}

impl EncodingRead {
    pub(super) fn certain(encoding: &'static Encoding) -> Self {
        Self { name: encoding.name().to_owned(), is_doubtful: false, candidates: Vec::new() }
    }
}

/// The lines that have more than ASCII in them, as far as is needed, from any place in the file; whether none is cut.
pub(super) fn sample(file: &mut (impl Read + Seek), step: Step<'_>) -> Result<(Vec<u8>, bool), ReadError> {
    super::rewind(file, 0)?;
    let mut lines = BufReader::new(file);
    let (mut sample, mut is_whole) = (Vec::new(), true);
    while sample.len() < SAMPLE {
        step()?;
        let mut line = Vec::new();
        let come = (&mut lines).take(OF_LINE).read_until(b'\n', &mut line).map_err(super::unreadable)?;
        if come == 0 {
            break;
        }
        if let Some(first) = line.iter().position(|byte| !byte.is_ascii()) {
            sample.extend_from_slice(&line[first.saturating_sub(BEFORE)..]);
            if line.last() != Some(&b'\n') && come as u64 == OF_LINE {
                is_whole = false;
                break;
            }
        }
    }
    Ok((sample, is_whole))
}

struct Guess {
    encoding: &'static Encoding,
    text: String,
    /// Share of the letters beyond ASCII that people write.
    share: f64,
}

/// The encodings that the beginning of a text could be in, the likeliest first, and what is said of that. None when it
/// could be in none. `is_whole` when nothing follows.
pub(super) fn guess(beginning: &[u8], is_whole: bool) -> Option<(Vec<&'static Encoding>, EncodingRead)> {
    let has_zero = beginning.contains(&0);
    let mut codes: Vec<&'static Encoding> = if has_zero { vec![UTF_16LE, UTF_16BE] } else { CODES.to_vec() };
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(beginning, is_whole);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    // The standard of today holds the older one.
    let guessed = if guessed == GBK { GB18030 } else { guessed };
    if !has_zero && !codes.contains(&guessed) {
        codes.push(guessed);
    }
    let mut guesses: Vec<Guess> =
        codes.iter().filter_map(|encoding| read(encoding, beginning, is_whole)).collect();
    // A model of many languages breaks a tie.
    let rank = |guess: &Guess| guess.share + if guess.encoding == guessed { 0.04 } else { 0.0 };
    guesses.sort_by(|a, b| rank(b).total_cmp(&rank(a)));
    let best = guesses.first().filter(|best| best.share >= POSSIBLE)?;
    let beyond = best.text.chars().filter(|c| !c.is_ascii()).count();
    // Those that read the same words are one.
    let next = guesses.iter().find(|guess| guess.text != best.text).map_or(0.0, |guess| guess.share);
    let agrees = has_zero || best.encoding == guessed;
    let is_certain =
        best.share >= CERTAIN && best.share - next >= APART && (beyond >= ENOUGH && agrees || has_zero);
    let mut read = EncodingRead::certain(best.encoding);
    if !is_certain {
        let others = guesses.iter().filter(|guess| guess.share >= POSSIBLE);
        read.candidates = others.take(6).map(candidate).collect();
        read.is_doubtful = guesses.iter().filter(|g| g.share >= POSSIBLE).any(|g| g.text != best.text)
            || !agrees
            || best.share < CERTAIN;
        if !read.is_doubtful {
            read.candidates.clear();
        }
    }
    Some((guesses.iter().map(|guess| guess.encoding).collect(), read))
}

fn candidate(guess: &Guess) -> Candidate {
    let lines = guess.text.lines().filter(|line| !line.trim().is_empty()).take(LINES);
    Candidate {
        name: guess.encoding.name().to_owned(),
        lines: lines.map(|line| line.chars().take(LETTERS).collect()).collect(),
    }
}

/// The text read so; None when it cannot be.
fn read(encoding: &'static Encoding, beginning: &[u8], is_whole: bool) -> Option<Guess> {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(beginning.len() * 3 + 16);
    let (result, _) = decoder.decode_to_string_without_replacement(beginning, &mut text, is_whole);
    if !matches!(result, encoding_rs::DecoderResult::InputEmpty) {
        return None;
    }
    let is_foreign = |c: char| {
        c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}')
            || matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
    };
    if text.chars().any(is_foreign) {
        return None;
    }
    // Text of two bytes a letter has lines, or cells.
    let is_wide = encoding == UTF_16LE || encoding == UTF_16BE;
    if is_wide && !text.contains(['\n', '\r', '\t', ',', ';', ' ']) {
        return None;
    }
    let share = share(&text, is_wide);
    Some(Guess { encoding, text, share })
}

/// The share of letters beyond ASCII that are such as people write, where they would.
fn share(text: &str, is_wide: bool) -> f64 {
    let letters: Vec<char> = text.chars().collect();
    let (mut all, mut written) = (0_u32, 0_u32);
    for (at, letter) in letters.iter().enumerate() {
        if letter.is_ascii() && !is_wide {
            continue;
        }
        all += 1;
        let before = at.checked_sub(1).map(|before| letters[before]);
        written += u32::from(letter.is_ascii() || is_written(*letter, before, letters.get(at + 1).copied()));
    }
    if all == 0 { 1.0 } else { f64::from(written) / f64::from(all) }
}

fn is_written(letter: char, before: Option<char>, behind: Option<char>) -> bool {
    match letter {
        // Signs of Chinese and Japanese text, full-width forms but the half-width kana, kana.
        '\u{3000}'..='\u{30ff}' | '\u{ff01}'..='\u{ff5e}' | '\u{ffe0}'..='\u{ffe6}' => true,
        '\u{4e00}'..='\u{9fff}' => is_common(letter),
        // Korean, Thai and Cyrillic, in runs of their own.
        '\u{ac00}'..='\u{d7a3}' | '\u{e00}'..='\u{e7f}' | '\u{400}'..='\u{4ff}' => {
            let is_kin = |other: Option<char>| {
                other.is_none_or(|c| {
                    c.is_ascii() && !c.is_ascii_alphabetic()
                        || (c as u32) >> 8 == (letter as u32) >> 8
                        || c >= '\u{ac00}'
                })
            };
            is_kin(before) && is_kin(behind)
        }
        // Letters with accents, by themselves among plain ones.
        '\u{c0}'..='\u{24f}' | '\u{1ea0}'..='\u{1ef9}' | '\u{300}'..='\u{323}' => {
            let is_plain = |other: Option<char>| other.is_some_and(|c| c.is_ascii_alphabetic());
            is_plain(before) || is_plain(behind) && before.is_none_or(|c| c.is_ascii())
        }
        '“'
        | '”'
        | '‘'
        | '’'
        | '–'
        | '—'
        | '…'
        | '·'
        | '±'
        | '°'
        | '€'
        | '£'
        | '¥'
        | '§'
        | '®'
        | '™'
        | '•'
        | '≥'
        | '≤'
        | '①'..='⑳'
        | '√'
        | '→'
        | 'Ⅰ'..='Ⅻ'
        | '\u{a0}'
        | '²'
        | '³'
        | 'µ' => true,
        _ => false,
    }
}

/// Whether it is of the first part of either standard: those that most is written with.
fn is_common(letter: char) -> bool {
    let mut buffer = [0; 4];
    let letter: &str = letter.encode_utf8(&mut buffer);
    let (simplified, _, _) = GB18030.encode(letter);
    let (traditional, _, _) = BIG5.encode(letter);
    matches!(*simplified, [0xB0..=0xD7, 0xA1..=0xFE]) || matches!(*traditional, [0xA4..=0xC6, _])
}
