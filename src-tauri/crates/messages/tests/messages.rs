//! What the generated functions say.

use hefu_messages::{Arg, CATALOGUE, Language, say};

#[test]
fn a_message_is_said_in_the_readers_language() {
    assert_eq!(hefu_messages::app_name(Language::En), "Hefu");
    assert_eq!(hefu_messages::app_name(Language::Zh), "合符");
    assert_eq!(hefu_messages::app_name(Language::Pseudo), "«Hefu»");
}

#[test]
fn variables_are_filled_without_isolation_marks_and_counted_in_groups() {
    assert_eq!(hefu_messages::app_window_title(Language::En, "Harbour City"), "Harbour City – Hefu");
    assert_eq!(hefu_messages::app_items(Language::En, 1_u32), "1 item");
    assert_eq!(hefu_messages::app_items(Language::En, 1_234_usize), "1,234 items");
    assert_eq!(hefu_messages::app_items(Language::Zh, 1_234_i64), "1,234 项");
}

#[test]
fn an_unknown_id_or_a_missing_argument_says_nothing() {
    let args = [("count", Arg::from(2))];
    assert_eq!(say(Language::En, "app-items", &args).as_deref(), Some("2 items"));
    assert_eq!(say(Language::En, "app-items", &[]), None);
    assert_eq!(say(Language::En, "no-such-message", &args), None);
}

#[test]
fn every_message_says_something_in_both_languages() {
    for (id, variables) in CATALOGUE {
        let args: Vec<_> = variables.iter().map(|name| (*name, Arg::from(3))).collect();
        for language in Language::ALL {
            let said = say(language, id, &args).expect("the catalogue lists what can be said");
            assert!(!said.trim().is_empty(), "{id} says nothing in {}", language.tag());
        }
    }
}

#[test]
fn a_count_beyond_what_fluent_counts_exactly_keeps_its_digits() {
    assert_eq!(Arg::from(u64::MAX), Arg::Words("18446744073709551615".into()));
    assert_eq!(Arg::from(i64::MIN), Arg::Words("-9223372036854775808".into()));
}
