//! What two hands made of one row: field by field, the sides of a text apart, and nothing written over unseen.

use hefu_domain::noun::Field as Column;
use hefu_domain::text::{Text, Words};
use serde_json::{Map, Value};

/// Fields that mean something together alone: a sum is its amount and its currency.
const TOGETHER: [&[&str]; 3] =
    [&["amount", "currency"], &["started", "ended"], &["mark", "marked_at", "marked_by"]];

/// A row as its columns hold it.
pub(crate) type Fields = Map<String, Value>;

/// The fields in which both changed to something else, by the names of their columns, in the order of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Conflict(pub Vec<String>);

/// What stands after `wanted`, which was made from `base`, comes to `now`: what it left alone stays as it is now.
pub(crate) fn merged(
    columns: &[Column],
    base: &Fields,
    now: &Fields,
    wanted: &Fields,
) -> Result<Fields, Conflict> {
    let mut result = now.clone();
    let mut conflicts = Vec::new();
    for column in columns {
        let name = column.name;
        let group = TOGETHER.iter().copied().find(|group| group.contains(&name));
        let group = group.filter(|group| group.iter().all(|each| columns.iter().any(|c| c.name == *each)));
        let value = match group {
            Some(group) => together(group, name, base, now, wanted),
            None => one(at(base, name), at(now, name), at(wanted, name)),
        };
        match value {
            Some(value) => {
                result.insert(name.to_owned(), value);
            }
            None => conflicts.push(name.to_owned()),
        }
    }
    if conflicts.is_empty() { Ok(result) } else { Err(Conflict(conflicts)) }
}

fn at<'a>(row: &'a Fields, name: &str) -> &'a Value {
    row.get(name).unwrap_or(&Value::Null)
}

/// One of several fields that change as one; its first names a conflict.
fn together(group: &[&str], name: &str, base: &Fields, now: &Fields, wanted: &Fields) -> Option<Value> {
    let same = |one: &Fields, other: &Fields| group.iter().all(|each| at(one, each) == at(other, each));
    if same(wanted, base) {
        Some(at(now, name).clone())
    } else if same(now, base) || same(now, wanted) || group.first() != Some(&name) {
        Some(at(wanted, name).clone())
    } else {
        None
    }
}

fn one(base: &Value, now: &Value, wanted: &Value) -> Option<Value> {
    if wanted == base || wanted == now {
        return Some(now.clone());
    }
    if now == base {
        return Some(wanted.clone());
    }
    texts(base, now, wanted).or_else(|| sides(base, now, wanted))
}

/// Bilingual texts: the words of each side by themselves; the states follow from what changed, as they always do.
fn texts(base: &Value, now: &Value, wanted: &Value) -> Option<Value> {
    let [base, now, wanted] = [base, now, wanted].map(|value| {
        if value.is_null() { Some(Text::default()) } else { serde_json::from_value(value.clone()).ok() }
    });
    let (base, now, wanted): (Text, Text, Text) = (base?, now?, wanted?);
    let words = Words {
        en: word(&base.en.words, &now.en.words, &wanted.en.words)?,
        zh: word(&base.zh.words, &now.zh.words, &wanted.zh.words)?,
    };
    serde_json::to_value(now.revise(&words)).ok()
}

/// Words without states, such as a note.
fn sides(base: &Value, now: &Value, wanted: &Value) -> Option<Value> {
    let [base, now, wanted] = [base, now, wanted].map(|value| serde_json::from_value(value.clone()).ok());
    let (base, now, wanted): (Words, Words, Words) = (base?, now?, wanted?);
    let words = Words { en: word(&base.en, &now.en, &wanted.en)?, zh: word(&base.zh, &now.zh, &wanted.zh)? };
    Some(serde_json::json!({ "en": words.en, "zh": words.zh }))
}

fn word(base: &str, now: &str, wanted: &str) -> Option<String> {
    match (wanted == base || wanted == now, now == base) {
        (true, _) => Some(now.to_owned()),
        (false, true) => Some(wanted.to_owned()),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use hefu_domain::noun::Role;
    use serde_json::json;

    use super::*;

    const COLUMNS: [Column; 5] = [
        Column { name: "id", role: Role::Hidden },
        Column { name: "number", role: Role::Number },
        Column { name: "title", role: Role::Title },
        Column { name: "amount", role: Role::Plain },
        Column { name: "currency", role: Role::Plain },
    ];

    fn row(number: &str, title: &Value, amount: &str, currency: &str) -> Fields {
        let row =
            json!({ "id": "a", "number": number, "title": title, "amount": amount, "currency": currency });
        row.as_object().cloned().unwrap_or_default()
    }

    fn title(en: (&str, &str), zh: (&str, &str)) -> Value {
        json!({ "en": { "words": en.0, "state": en.1 }, "zh": { "words": zh.0, "state": zh.1 } })
    }

    fn conflicts(base: &Fields, now: &Fields, wanted: &Fields) -> Vec<String> {
        merged(&COLUMNS, base, now, wanted).unwrap_err().0
    }

    #[test]
    fn what_one_hand_left_alone_stays_as_the_other_made_it() {
        let text = title(("Go-live", "reviewed"), ("上线", "reviewed"));
        let base = row("R-1", &text, "10.00", "CNY");
        let now = row("R-2", &text, "10.00", "CNY");
        let wanted = row("R-1", &text, "12.00", "SGD");
        assert_eq!(merged(&COLUMNS, &base, &now, &wanted), Ok(row("R-2", &text, "12.00", "SGD")));
    }

    #[test]
    fn both_hands_at_one_field_is_a_conflict_unless_they_agree() {
        let text = title(("Go-live", "reviewed"), ("上线", "reviewed"));
        let [base, now, wanted] = ["R-1", "R-2", "R-3"].map(|number| row(number, &text, "10.00", "CNY"));
        assert_eq!(conflicts(&base, &now, &wanted), ["number"]);
        assert_eq!(merged(&COLUMNS, &base, &now, &now), Ok(now.clone()));
    }

    #[test]
    fn an_amount_and_its_currency_are_one() {
        let text = title(("Go-live", "reviewed"), ("上线", "reviewed"));
        let base = row("R-1", &text, "10.00", "CNY");
        let now = row("R-1", &text, "10.00", "SGD");
        let wanted = row("R-1", &text, "12.00", "CNY");
        assert_eq!(conflicts(&base, &now, &wanted), ["amount"]);
    }

    #[test]
    fn the_sides_of_a_text_are_merged_apart_and_neither_counts_as_read_against_the_other() {
        let base = title(("Go-live", "reviewed"), ("上线", "reviewed"));
        let now = title(("Go-live in May", "draft"), ("上线", "stale"));
        let wanted = title(("Go-live", "stale"), ("五月上线", "draft"));
        let both = title(("Go-live in May", "draft"), ("五月上线", "draft"));
        let made = |title: &Value| row("R-1", title, "10.00", "CNY");
        assert_eq!(merged(&COLUMNS, &made(&base), &made(&now), &made(&wanted)), Ok(made(&both)));
        let other = title(("Go-live in June", "draft"), ("上线", "stale"));
        assert_eq!(conflicts(&made(&base), &made(&now), &made(&other)), ["title"]);
    }

    #[test]
    fn words_without_states_are_merged_by_their_sides() {
        let words = |en: &str, zh: &str| json!({ "en": en, "zh": zh });
        assert_eq!(one(&words("a", "b"), &words("c", "b"), &words("a", "d")), Some(words("c", "d")));
        assert_eq!(one(&words("a", "b"), &words("c", "b"), &words("e", "b")), None);
    }
}
