//! Finding among a hundred thousand records: how long the store takes, what it needs of memory and disk.

use std::collections::BTreeMap;
use std::path::Path;
use std::process;
use std::time::Instant;

use chrono::DateTime;
use hefu_domain::journal::Act;
use hefu_domain::text::Words;
use hefu_store::journal::Moment;
use hefu_store::{NewEntry, RawKey, Search, Store, StoreError};

use crate::corpus::{self, Corpus, MIX, TERMS};
use crate::{Kept, Result, memory, palette, verdict};

const RECORDS: usize = 100_000;

/// Records that one act writes, as an import would.
const AN_ACT: usize = 5_000;

const QUERIES: usize = 4_000;

/// Records of a group, as the palette asks for them.
const LIMIT: usize = 6;

/// Milliseconds that 99 of a hundred searches may take at most.
const PROMISED: f64 = 16.0;

/// Kinds of queries, in twentieths of the whole.
pub(crate) const KINDS: [(&str, usize); 9] = [
    ("an English word", 3),
    ("a word begun", 3),
    ("two English words", 2),
    ("one character", 2),
    ("two characters", 4),
    ("four characters", 2),
    ("pinyin in full", 1),
    ("pinyin initials", 2),
    ("a mistyped word", 1),
];

/// In the store and in the window.
pub(crate) async fn measure() -> Result<Kept> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("large.hefu");
    let key = RawKey::new([7; 32]);
    let mut corpus = Corpus::new();
    let kept = in_the_store(&path, &key, &mut corpus)?;
    Ok(kept.and(palette::measure(&path, &key, &mut corpus).await?))
}

fn in_the_store(path: &Path, key: &RawKey, corpus: &mut Corpus) -> Result<Kept> {
    let written = fill(path, key, corpus)?;
    let before = memory::proportional_mib(&[process::id()].into());
    let opening = Instant::now();
    let store = Store::open(path, key)?;
    let opened = opening.elapsed().as_secs_f64() * 1e3;
    let first = timed(&store, "")?;
    let mut took: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    let mut answered = 0;
    for n in 0..QUERIES {
        let kind = kind_of(n);
        let words = query(kind, corpus);
        let (milliseconds, found) = timed(&store, &words)?;
        took.entry(kind).or_default().push(milliseconds);
        answered += usize::from(found > 0);
    }
    let after = memory::proportional_mib(&[process::id()].into());
    let (words, bytes) = store.search_size()?;
    let mix: Vec<String> = MIX.iter().map(|(what, part)| format!("{part} % {what}")).collect();
    println!("Search ({RECORDS} records in {} projects: {})", corpus::PROJECTS, mix.join(", "));
    println!("  written in {written:.1} s, opened in {opened:.0} ms, made ready in {:.0} ms", first.0);
    println!(
        "  index {:.1} MiB of a file of {:.1} MiB, {words} words, memory {before:.0} → {after:.0} MiB",
        bytes as f64 / 1048576.0,
        store.size() as f64 / 1048576.0
    );
    println!("  {QUERIES} queries, {answered} found something (milliseconds: middle, 99 of 100, longest)");
    let mut all = Vec::new();
    for (kind, times) in took {
        let (name, part) = KINDS[kind];
        let [middle, most, longest] = quantiles(&times);
        println!("    {:>3} % {name:<20} {middle:6.2} {most:6.2} {longest:6.2}", part * 5);
        all.extend(times);
    }
    let [middle, most, longest] = quantiles(&all);
    println!("    all {:<22} {middle:6.2} {most:6.2} {longest:6.2}", "");
    store.close()?;
    let kept = if most < PROMISED && answered * 10 > QUERIES * 9 { Kept::Yes } else { Kept::No };
    Ok(verdict("milliseconds, 99 of 100", most, "under 16", kept))
}

fn fill(path: &Path, key: &RawKey, corpus: &mut Corpus) -> Result<f64> {
    let began = Instant::now();
    let mut store = Store::create(path, key, &[3; 16])?;
    let at = DateTime::parse_from_rfc3339("2026-09-30T10:00:00+08:00")?;
    let moment =
        Moment {
            at, actor: Words { en: "Zhao Wenqi".into(), zh: "赵文琪".into() }, by: None, salt: [1; 16]
        };
    let deed = || NewEntry { act: Act::WorkspaceCreated, project: None, trails: Vec::new() };
    store.write::<_, StoreError>(&moment, |tx| {
        corpus::ground(tx, corpus)?;
        Ok((deed(), ()))
    })?;
    for first in (0..RECORDS).step_by(AN_ACT) {
        store.write::<_, StoreError>(&moment, |tx| {
            for n in first..first + AN_ACT {
                corpus::record(tx, corpus, n)?;
            }
            Ok((deed(), ()))
        })?;
    }
    store.close()?;
    Ok(began.elapsed().as_secs_f64())
}

/// Milliseconds and records found.
fn timed(store: &Store, words: &str) -> Result<(f64, usize)> {
    let search = Search { words, project: Some(corpus::project(3)), limit: LIMIT };
    let began = Instant::now();
    let found = store.search(&search)?;
    Ok((began.elapsed().as_secs_f64() * 1e3, found.len()))
}

pub(crate) fn kind_of(n: usize) -> usize {
    let mut twentieth = n % 20;
    KINDS
        .iter()
        .position(|(_, part)| twentieth.checked_sub(*part).map(|rest| twentieth = rest).is_none())
        .unwrap_or(0)
}

pub(crate) fn query(kind: usize, corpus: &mut Corpus) -> String {
    let (en, zh, pinyin, initials) = *corpus.pick(&TERMS);
    let other = *corpus.pick(&TERMS);
    match KINDS[kind].0 {
        "an English word" if corpus.number(2) == 0 => corpus.name(),
        "an English word" => en.to_owned(),
        "a word begun" => en[..1 + corpus.number(en.len() - 1)].to_owned(),
        "two English words" => format!("{en} {}", other.0),
        "one character" => zh.chars().take(1).collect(),
        "two characters" => zh.to_owned(),
        "four characters" => format!("{zh}{}", other.1),
        "pinyin in full" => pinyin.to_owned(),
        "pinyin initials" => initials.to_owned(),
        _ => mistyped(en, corpus),
    }
}

/// One letter exchanged, left out, doubled, or two turned round.
fn mistyped(word: &str, corpus: &mut Corpus) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = 1 + corpus.number(letters.len() - 2);
    match corpus.number(4) {
        0 => letters[at] = 'q',
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at]),
        _ => letters.swap(at, at - 1),
    }
    letters.into_iter().collect()
}

/// The middle one, the one that 99 of a hundred do not exceed, and the longest.
pub(crate) fn quantiles(times: &[f64]) -> [f64; 3] {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |part: usize| sorted[(sorted.len() * part / 100).min(sorted.len() - 1)];
    [at(50), at(99), at(100)]
}
