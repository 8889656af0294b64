//! What a notice says, in both languages: the title and the reason of the risk or action that it becomes.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_api::notice::NoticedLabel;
use hefu_domain::date;
use hefu_domain::money::Money;
use hefu_domain::text::{Language, Text, Words};
use hefu_notices::Notice;
use hefu_paper_words::{Arg, Language as Tongue, say};
use serde_json::Value;

/// What a word of the facts is called in either language, where it is the key of something.
pub(super) type Terms = BTreeMap<String, Words>;

/// Title and reason.
pub(super) fn said(notice: &Notice, records: &[NoticedLabel], terms: &Terms) -> (Words, Words) {
    let rule = serde_json::to_value(notice.rule).ok();
    let rule = rule.as_ref().and_then(Value::as_str).unwrap_or_default().replace('_', "-");
    let both = |part: &str| {
        let id = format!("document-notice-{rule}-{part}");
        let in_one = |language: Language| {
            let tongue = match language {
                Language::En => Tongue::En,
                Language::Zh => Tongue::Zh,
            };
            say(tongue, &id, &args(notice, records, terms, language)).unwrap_or_default()
        };
        Words { en: in_one(Language::En), zh: in_one(Language::Zh) }
    };
    (both("title"), both("reason"))
}

fn args<'a>(
    notice: &'a Notice,
    records: &'a [NoticedLabel],
    terms: &Terms,
    language: Language,
) -> Vec<(&'a str, Arg<'a>)> {
    let named = |label: Option<&NoticedLabel>| label.map(|label| called(label, language)).unwrap_or_default();
    let first = records.first();
    let title = first.map(|label| titled(label, language)).unwrap_or_default();
    let mut args = vec![
        ("record", Arg::from(named(first))),
        ("title", Arg::from(title)),
        ("other", Arg::from(named(records.get(1)))),
    ];
    let shown = notice.facts.iter().chain(&notice.measures);
    args.extend(shown.map(|(name, value)| (name.as_str(), arg(value, terms, language))));
    args
}

/// By its number, else by its name.
fn called(label: &NoticedLabel, language: Language) -> String {
    if label.number.is_empty() { side(&label.title, language) } else { label.number.clone() }
}

/// By its name, else by its number.
fn titled(label: &NoticedLabel, language: Language) -> String {
    let title = side(&label.title, language);
    if title.is_empty() { label.number.clone() } else { title }
}

/// A side of a text; the other one where this one is missing.
fn side(text: &Text, language: Language) -> String {
    let other = match language {
        Language::En => Language::Zh,
        Language::Zh => Language::En,
    };
    let words = &text.side(language).words;
    if words.is_empty() { text.side(other).words.clone() } else { words.clone() }
}

fn arg(value: &Value, terms: &Terms, language: Language) -> Arg<'static> {
    match value {
        Value::Null => Arg::from("none"),
        Value::Number(number) => number.as_i64().map_or_else(|| Arg::from(number.to_string()), Arg::from),
        Value::String(text) => Arg::from(written(text, terms, language)),
        Value::Array(values) => {
            let between = match language {
                Language::En => ", ",
                Language::Zh => "、",
            };
            let words: Vec<String> =
                values.iter().filter_map(Value::as_str).map(|text| written(text, terms, language)).collect();
            Arg::from(words.join(between))
        }
        other => Arg::from(other.to_string()),
    }
}

/// What a key stands for by its name, days and money as the language writes them; every other word as it is.
fn written(text: &str, terms: &Terms, language: Language) -> String {
    if let Some(words) = terms.get(text) {
        return match language {
            Language::En => words.en.clone(),
            Language::Zh => words.zh.clone(),
        };
    }
    if let Ok(day) = text.parse::<NaiveDate>() {
        return date::long(day, language);
    }
    text.parse::<Money>().map_or_else(|_| text.to_owned(), |money| money.format(language))
}

#[cfg(test)]
mod tests {
    use hefu_notices::RuleName;
    use hefu_paper_words::CATALOGUE;
    use serde_json::json;

    /// What a rule is called in a word's name: of a word that no rule says, nobody would know.
    #[test]
    fn every_word_is_the_title_or_the_reason_of_a_rule() {
        let words: Vec<&str> =
            CATALOGUE.iter().filter_map(|(id, _)| id.strip_prefix("document-notice-")).collect();
        assert!(words.len() >= 32, "{}", words.len());
        for word in words {
            let rule = word.strip_suffix("-title").or_else(|| word.strip_suffix("-reason"));
            let rule = rule.map(|rule| json!(rule.replace('-', "_")));
            let known = rule.and_then(|rule| serde_json::from_value::<RuleName>(rule).ok());
            assert!(known.is_some(), "{word}");
        }
    }
}
