//! Both sides of every client-facing text are there, say the same, and are set as their language sets them.

use hefu_domain::text::parity;
use regex::Regex;
use toml::Value;

use super::rows::{Fields, Files};

/// At least as many pairs are looked at: those of the story, those of `sample.toml`, of `kept.toml` and of `gates.toml`.
const PAIRS: usize = 1_020 + 9 + 88 + 15;

fn pairs(files: &Files) -> Vec<(String, String, String)> {
    fn walk(at: &str, value: &Value, out: &mut Vec<(String, String, String)>) {
        match value {
            Value::Table(table) => {
                let side = |key| table.get(key).and_then(Value::as_str).map(str::to_owned);
                match (table.len(), side("en"), side("zh")) {
                    (2, Some(en), Some(zh)) if !at.ends_with("text_state") => {
                        out.push((at.to_owned(), en, zh));
                    }
                    _ => table.iter().for_each(|(key, value)| walk(&format!("{at}.{key}"), value, out)),
                }
            }
            Value::Array(items) => items.iter().for_each(|item| walk(at, item, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    for (file, kind, row) in files.all() {
        walk(&format!("{file}:{kind}:{}", row.id()), &Value::Table(row.clone()), &mut out);
    }
    out
}

#[test]
fn figures_of_both_sides_agree() {
    let pairs = pairs(&Files::read());
    assert!(pairs.len() >= PAIRS, "only {} pairs were looked at", pairs.len());
    for (at, en, zh) in pairs {
        assert_eq!(parity::compare(&en, &zh), [], "{at}");
    }
}

#[test]
fn each_side_is_written_in_its_language_and_by_its_rules() {
    let rule = |pattern: &str| Regex::new(pattern).unwrap();
    let (han, latin) = (rule(r"\p{Han}"), rule("[A-Za-z]"));
    let dates = rule(r"20\d\d年\d{1,2}月(\d{1,2}日)?|20\d\d年|\d{1,2}月(\d{1,2}日)?|\d{1,2}日");
    let faults = [
        ("half-width mark", rule(r"\p{Han}[,;:?!()]|[,;:?!()]\p{Han}|\p{Han}\.$")),
        ("space in a date", rule(r"20\d\d 年|\d 月 ?\d|[年月] \d")),
        ("no space between Han and Latin", rule(r"\p{Han}[A-Za-z]|[A-Za-z]\p{Han}")),
        ("double space", rule("  ")),
    ];
    let digit = rule(r"\p{Han}\d|\d\p{Han}");
    for (at, en, zh) in pairs(&Files::read()) {
        assert!(!en.trim().is_empty() && !zh.trim().is_empty(), "{at}: a side is empty");
        assert!(!han.is_match(&en) && !en.contains("  "), "{at}: {en}");
        assert!(han.is_match(&zh) || en == zh || !latin.is_match(&en), "{at}: {zh}");
        for (name, fault) in &faults {
            assert!(!fault.is_match(&zh), "{at}: {name}: {zh}");
        }
        let stop = en.ends_with('.') && !en.ends_with("Ltd.");
        assert!(en.ends_with("Ltd.") || stop == zh.ends_with('。'), "{at}: full stop on one side: {en} {zh}");
        // Inside dates no space is set, and 第 stands close to its number.
        let bare = dates.replace_all(&zh, "\u{0}");
        let close = digit.find_iter(&bare).find(|found| !found.as_str().starts_with('第'));
        assert_eq!(close.map(|found| found.as_str()), None, "{at}: no space between Han and digit: {zh}");
    }
}

#[test]
fn what_is_for_the_vendor_alone_is_no_client_text() {
    for (at, _, _) in pairs(&Files::read()) {
        assert!(!at.contains("internal_"), "{at}");
    }
}

#[test]
fn nothing_in_the_story_belongs_to_anybody() {
    let texts = hefu_sample::TEXTS;
    let forbidden = [
        ("mobile number", Regex::new(r"(?:^|[^\d.])1[3-9]\d{9}(?:$|[^\d.])").unwrap()),
        ("identity number", Regex::new(r"(?:^|\D)\d{17}[\dXx](?:$|\D)").unwrap()),
        ("telephone", Regex::new(r"\+\d{1,3}[ -]?\d{2,4}[ -]\d{3,4}").unwrap()),
        ("path of a machine", Regex::new(r"(?:^|[^\w.])/(?:work|tmp|home|usr|root)\b").unwrap()),
    ];
    let company = Regex::new(r"\b[0-9A-Z]{18}\b").unwrap();
    let mail = Regex::new(r"[\w.+-]+@([\w.-]+)").unwrap();
    for (name, text) in texts {
        for (what, pattern) in &forbidden {
            assert!(!pattern.is_match(text), "{what} in {name}");
        }
        let mixed =
            |code: &str| code.contains(|c: char| c.is_ascii_digit()) && code.contains(char::is_alphabetic);
        assert!(!company.find_iter(text).any(|code| mixed(code.as_str())), "company code in {name}");
        for address in mail.captures_iter(text) {
            assert!(
                address[1].ends_with(".example.com") || address[1].ends_with(".invalid"),
                "{}",
                &address[0]
            );
        }
    }
    for organisation in Files::read().rows("parties", "organisation") {
        assert!(
            organisation.yes("legal_id_invented") && organisation.text("legal_id").starts_with("SAMPLE-")
        );
    }
}
