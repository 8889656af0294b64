//! The pairs of the sample story agree, and a digit that is changed on one side of them is found.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

use hefu_parity::compare;

const STORY: [&str; 11] = [
    include_str!("../../../library/story/channel.toml"),
    include_str!("../../../library/story/commercial.toml"),
    include_str!("../../../library/story/compliance.toml"),
    include_str!("../../../library/story/documents.toml"),
    include_str!("../../../library/story/meetings.toml"),
    include_str!("../../../library/story/parties.toml"),
    include_str!("../../../library/story/projects.toml"),
    include_str!("../../../library/story/register.toml"),
    include_str!("../../../library/story/sample.toml"),
    include_str!("../../../library/story/schedule.toml"),
    include_str!("../../../library/story/scope.toml"),
];

fn pairs() -> Vec<(String, String)> {
    fn walk(at: &str, value: &toml::Value, pairs: &mut Vec<(String, String)>) {
        match value {
            toml::Value::Table(table) => {
                let side = |key| table.get(key).and_then(toml::Value::as_str).map(str::to_owned);
                match (table.len(), side("en"), side("zh")) {
                    (2, Some(en), Some(zh)) if at != "text_state" => pairs.push((en, zh)),
                    _ => table.iter().for_each(|(key, value)| walk(key, value, pairs)),
                }
            }
            toml::Value::Array(items) => items.iter().for_each(|item| walk(at, item, pairs)),
            _ => {}
        }
    }
    let mut pairs = Vec::new();
    for text in STORY {
        walk("", &toml::from_str(text).unwrap(), &mut pairs);
    }
    pairs
}

#[test]
fn the_story_has_no_finding() {
    let pairs = pairs();
    assert!(pairs.len() > 1_000, "{}", pairs.len());
    for (en, zh) in pairs {
        assert_eq!(compare(&en, &zh).findings, [], "{en} | {zh}");
    }
}

/// Every seventh digit, or every one where `HEFU_PAIRS` is `full`.
#[test]
fn a_changed_digit_of_the_story_is_found() {
    #[expect(clippy::disallowed_methods, reason = "how much is tried is said from outside")]
    let step = if std::env::var("HEFU_PAIRS").is_ok_and(|pairs| pairs == "full") { 1 } else { 7 };
    let mut missed = Vec::new();
    let pairs = pairs();
    let digits = pairs.iter().flat_map(|(en, zh)| {
        en.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(move |(at, digit)| (en, zh, at, digit))
    });
    let mut changed = 0;
    for (en, zh, at, digit) in digits.step_by(step) {
        let other = char::from(b'0' + (digit as u8 - b'0' + 1) % 10);
        let mut edited = en.clone();
        edited.replace_range(at..=at, other.encode_utf8(&mut [0; 4]));
        changed += 1;
        if compare(&edited, zh).findings.is_empty() {
            missed.push(format!("{edited} | {zh}"));
        }
    }
    assert!(changed > 150, "{changed}");
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}
