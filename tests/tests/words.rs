//! Every kind of record and everything that is shown of it has a name in both languages.

use hefu_domain::noun::Noun;
use hefu_domain::register::KeptKind;
use hefu_messages::{Language, say};

#[test]
fn every_kind_and_every_field_that_is_shown_has_a_name() {
    let mut nameless = Vec::new();
    for noun in Noun::ALL {
        let shown = noun.spec().fields.iter().filter(|field| field.is_shown());
        let ids = shown.map(|field| format!("field-{}", field.name));
        for id in ids.chain([format!("noun-{}", noun.spec().table)]).map(|id| id.replace('_', "-")) {
            for language in [Language::En, Language::Zh] {
                if say(language, &id, &[]).is_none_or(|name| name.trim().is_empty()) {
                    nameless.push(format!("{id} in {language:?}"));
                }
            }
        }
    }
    assert!(nameless.is_empty(), "{nameless:#?}");
}

#[test]
fn the_journal_calls_every_kind_of_the_registers_by_its_name() {
    for kind in KeptKind::ALL {
        let noun = serde_json::to_value(kind).unwrap().as_str().unwrap().to_owned();
        for language in [Language::En, Language::Zh] {
            for act in ["added", "edited", "removed"] {
                let of = |noun: &str| {
                    let args = [("noun", noun.to_owned().into()), ("name", "X-01".to_owned().into())];
                    say(language, &format!("journal-record-{act}"), &args).unwrap()
                };
                assert_ne!(of(&noun), of("thing of tomorrow"), "{noun} in {language:?}");
            }
        }
    }
}
