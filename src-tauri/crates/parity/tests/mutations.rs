//! Pairs that agree raise nothing, and one change to one side of them is found, whatever it changes: the changes are
//! made here, from tables of their own, by a seeded generator that knows nothing of the gate.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

use hefu_parity::compare;
use rand::seq::IndexedRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;
use regex::Regex;

fn pairs() -> Vec<(&'static str, &'static str)> {
    include_str!("agreeing.tsv").lines().map(|line| line.split_once('\t').unwrap()).collect()
}

#[test]
fn pairs_that_agree_raise_nothing() {
    let pairs = pairs();
    assert!(pairs.len() >= 400, "{}", pairs.len());
    let alarms: Vec<_> = pairs.iter().filter(|(en, zh)| !compare(en, zh).findings.is_empty()).collect();
    assert!(alarms.is_empty(), "{alarms:#?}");
}

/// Phrases that are hard to read, and what is so of each pair: `same` or `differs`.
#[test]
fn phrases_are_judged_as_they_are() {
    let mut wrong = Vec::new();
    for line in include_str!("phrases.tsv").lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [en, zh, expected] = cells[..] else { panic!("{line}") };
        let found = compare(en, zh).findings;
        if found.is_empty() != (expected == "same") {
            wrong.push(format!("{line}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is put in the place of what, on either side; a word of a row is changed into another of its row.
const ROWS: [(&str, &[&str]); 22] = [
    ("unit", &["minutes", "hours", "days", "weeks", "months", "years"]),
    ("unit", &["seconds", "minutes", "hours"]),
    ("unit", &["working days", "calendar days"]),
    ("unit", &["GB", "TB", "MB", "PB"]),
    ("unit", &["Mbps", "Gbps"]),
    ("unit", &["ms", "s"]),
    ("unit", &["kW", "MW"]),
    ("unit", &["分钟", "小时", "天", "周", "个月"]),
    ("unit", &["秒", "分钟"]),
    ("unit", &["工作日", "自然日"]),
    ("unit", &["年", "个月"]),
    ("unit", &["公里", "公斤"]),
    ("unit", &["percentage points", "%"]),
    (
        "date",
        &[
            "January",
            "March",
            "April",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
    ),
    ("date", &["周一", "周二", "周五", "周六"]),
    ("date", &["Monday", "Tuesday", "Thursday", "Friday", "Saturday"]),
    ("currency", &["CNY", "SGD", "USD", "HKD", "MYR", "THB", "EUR", "PHP"]),
    ("currency", &["新元", "美元", "港元", "泰铢", "令吉", "欧元", "越南盾", "印尼盾"]),
    ("name", &["新加坡", "吉隆坡", "广州", "香港", "曼谷", "马尼拉", "深圳", "雅加达"]),
    ("name", &["Kubernetes", "Redis", "Oracle", "PostgreSQL", "SAP", "GPU", "DNS", "VPC", "NAT", "ERP"]),
    (
        "number word",
        &[
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
            "fifteen", "thirty",
        ],
    ),
    ("number word", &["两", "三", "四", "五", "六", "七", "八", "九"]),
];

/// What stands before or behind a word when it is a unit, a weekday or a number and not a part of another word.
fn may_stand(kind: &str, word: &str, before: &str, after: &str) -> bool {
    let is_latin = word.is_ascii();
    let glued = |c: Option<char>| {
        c.is_some_and(|c| c.is_ascii_alphabetic() || (kind == "name" && (c == '-' || c.is_ascii_digit())))
    };
    if is_latin && (glued(before.chars().next_back()) || glued(after.chars().next())) {
        return false;
    }
    match kind {
        "unit" => {
            let number = Regex::new(r"(?:[0-9]|[两三四五六七八九十]|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|sixty))[ ]?个?$").unwrap();
            number.is_match(before)
                && !(word == "年"
                    && before.ends_with(|c: char| c.is_ascii_digit())
                    && before.len() > 3
                    && Regex::new("[0-9]{4}$").unwrap().is_match(before))
        }
        // A numeral of the rows counts where a counter follows.
        "number word" if !is_latin => {
            let counter =
                after.chars().next().is_some_and(|c| "个项台份次名家条张批期年天周月块".contains(c));
            counter
                && !before.ends_with(|c: char| "一二三四五六七八九十百千万周第期".contains(c))
                && !after.starts_with("方")
        }
        // 新加坡元 is a currency.
        "name" => !after.starts_with(['元', '币']),
        "number word" => !after.starts_with(" o'clock") && !after.starts_with("-") || after.starts_with("-s"),
        _ => true,
    }
}

struct Change {
    kind: &'static str,
    en: String,
    zh: String,
}

/// Everything that can be put into one side in the place of something else: range, kind and the words.
fn places(side: &str) -> Vec<(std::ops::Range<usize>, &'static str, usize)> {
    let mut found = Vec::new();
    for (at, c) in side.char_indices() {
        if c.is_ascii_digit() {
            let is_share = side[at..]
                .trim_start_matches(|c: char| c.is_ascii_digit() || c == '.')
                .trim_start()
                .starts_with('%');
            found.push((at..at + 1, if is_share { "percentage" } else { "digit" }, 0));
        }
    }
    for (row, (kind, words)) in ROWS.iter().enumerate() {
        for word in *words {
            for (at, _) in side.match_indices(word) {
                let end = at + word.len();
                if may_stand(kind, word, &side[..at], &side[end..]) {
                    found.push((at..end, *kind, row + 1));
                }
            }
        }
    }
    for clause in
        Regex::new(r"(?i)(?:clauses?|articles?|section|annex|chapter|第|附件) ?([0-9一二三四五六七八九])")
            .unwrap()
            .captures_iter(side)
    {
        let number = clause.get(1).unwrap();
        // 第二批 and 第3次 are no clauses.
        let is_clause = clause[0].is_ascii()
            || side[number.end()..].starts_with(['条', '款', '章', '节', '.'])
            || clause[0].starts_with("附件");
        if is_clause {
            found.push((number.range(), "clause", 0));
        }
    }
    found
}

fn change(random: &mut ChaCha8Rng, pairs: &[(&str, &str)]) -> Option<Change> {
    let (en, zh) = *pairs.choose(random)?;
    let is_english = random.random_bool(0.5);
    let side = if is_english { en } else { zh };
    let places = places(side);
    // Every kind as often as it can be had, not as often as there are digits.
    let mut kinds: Vec<&str> = places.iter().map(|(_, kind, _)| *kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let kind = *kinds.choose(random)?;
    let of_kind: Vec<_> = places.iter().filter(|(_, each, _)| *each == kind).collect();
    let (range, kind, row) = (*of_kind.choose(random)?).clone();
    let was = &side[range.clone()];
    let other = match row {
        0 if was.is_ascii() => {
            let digit = was.parse::<u32>().unwrap();
            char::from_digit((digit + random.random_range(1..10)) % 10, 10)?.to_string()
        }
        0 => {
            let numerals: Vec<char> = "一二三四五六七八九".chars().filter(|c| c.to_string() != was).collect();
            numerals.choose(random)?.to_string()
        }
        row => {
            let others: Vec<&&str> = ROWS[row - 1].1.iter().filter(|word| **word != was).collect();
            (*others.choose(random)?).to_string()
        }
    };
    let mut changed = side.to_owned();
    changed.replace_range(range, &other);
    let (en, zh) = if is_english { (changed, zh.to_owned()) } else { (en.to_owned(), changed) };
    Some(Change { kind, en, zh })
}

/// How many changes are tried: 400, or 2,000 where `HEFU_PAIRS` is `full`.
#[expect(clippy::disallowed_methods, reason = "how much is tried is said from outside")]
fn many() -> usize {
    if std::env::var("HEFU_PAIRS").is_ok_and(|pairs| pairs == "full") { 2_000 } else { 400 }
}

#[test]
fn one_change_to_one_side_is_found() {
    let pairs = pairs();
    let mut random = ChaCha8Rng::seed_from_u64(20_261_130);
    let (mut tried, mut missed) = (std::collections::BTreeMap::<&str, usize>::new(), Vec::new());
    while tried.values().sum::<usize>() < many() {
        let Some(Change { kind, en, zh }) = change(&mut random, &pairs) else { continue };
        *tried.entry(kind).or_default() += 1;
        if compare(&en, &zh).findings.is_empty() {
            missed.push(format!("{kind}: {en} | {zh}"));
        }
    }
    let kinds: Vec<&str> = tried.keys().copied().collect();
    assert_eq!(kinds, ["clause", "currency", "date", "digit", "name", "number word", "percentage", "unit"]);
    assert!(missed.is_empty(), "{} of {tried:?} were missed:\n{}", missed.len(), missed.join("\n"));
}
