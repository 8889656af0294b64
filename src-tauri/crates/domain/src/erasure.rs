//! Erasing a person: where her names stand in a text, and what stands there afterwards.

use serde_json::Value;

use crate::id::PersonId;

/// Fewest characters of a name that is looked for within longer text; a shorter one is erased only where it is
/// all that stands there.
const WITHIN: usize = 2;

/// How JSON begins a character that it writes as a number; a text with one need not show what it says.
pub const ESCAPE: &str = "\\u";

/// What is to be erased, and what must be left alone.
#[derive(Clone, Debug, Default)]
pub struct Erasure {
    /// Every name and address the person was ever recorded with.
    names: Vec<String>,
    /// Names of others that contain one of them: 李伟国 is not 李伟.
    others: Vec<String>,
    /// What stands in the place of a name.
    label: String,
}

/// What stands for an erased person: the same in both languages, and different for each person, so that what she
/// did can still be told from what others did. `#` and the last eight digits of her identity.
pub fn label(person: PersonId) -> String {
    let id = person.0.simple().to_string();
    format!("#{}", &id[id.len() - 8..])
}

/// As names are compared: without blanks at the ends, Latin letters small.
pub fn fold(given: &str) -> String {
    given.trim().to_ascii_lowercase()
}

impl Erasure {
    /// Blank names are passed over; the case of Latin letters does not matter.
    pub fn new(
        label: String,
        names: impl IntoIterator<Item = String>,
        others: impl IntoIterator<Item = String>,
    ) -> Self {
        let mut names: Vec<String> =
            names.into_iter().map(|name| fold(&name)).filter(|name| !name.is_empty()).collect();
        // The longest first, so that a full name goes whole.
        names.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        names.dedup();
        let holds =
            |other: &String| names.iter().any(|name| other.len() > name.len() && other.contains(name));
        let others = others.into_iter().map(|other| fold(&other)).filter(holds).collect();
        Self { names, others, label }
    }

    /// What is looked for, folded.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// What is left alone, folded.
    pub fn others(&self) -> &[String] {
        &self.others
    }

    /// Whether JSON writes one of the names otherwise than it is said, so that it cannot be looked for in its text.
    pub fn is_written_otherwise(&self) -> bool {
        self.names.iter().any(|name| name.chars().any(|c| c.is_control() || matches!(c, '"' | '\\')))
    }

    /// The text without her; none when she does not stand in it.
    pub fn text(&self, text: &str) -> Option<String> {
        // ASCII letters keep their length when folded, so that places are the same in both.
        let folded = text.to_ascii_lowercase();
        if self.names.iter().any(|name| folded.trim() == name) {
            return Some(self.label.clone());
        }
        let mut spared: Vec<(usize, usize)> = Vec::new();
        for other in &self.others {
            spared.extend(folded.match_indices(other).map(|(at, _)| (at, at + other.len())));
        }
        let mut found: Vec<(usize, usize)> = Vec::new();
        for name in self.names.iter().filter(|name| name.chars().count() >= WITHIN) {
            for (at, _) in folded.match_indices(name) {
                let end = at + name.len();
                let is_free = !spared.iter().any(|(from, to)| *from <= at && end <= *to);
                let is_new = !found.iter().any(|(from, to)| at < *to && *from < end);
                if is_free && is_new && stands_alone(&folded, at, end) {
                    found.push((at, end));
                }
            }
        }
        if found.is_empty() {
            return None;
        }
        found.sort_unstable();
        let (mut said, mut from) = (String::new(), 0);
        for (at, end) in found {
            said.push_str(&text[from..at]);
            said.push_str(&self.label);
            from = end;
        }
        said.push_str(&text[from..]);
        Some(said)
    }

    /// Whether she may stand in what this JSON says. Where not, it need not be read: most of a record does not name
    /// her.
    pub fn may_stand_in(&self, json: &str) -> bool {
        let folded = json.to_ascii_lowercase();
        folded.contains(ESCAPE)
            || self.is_written_otherwise()
            || self.names.iter().any(|name| folded.contains(name))
    }

    /// The structure without her; none when she does not stand in it. A text that is itself JSON is gone through
    /// as such.
    pub fn value(&self, value: &Value) -> Option<Value> {
        match value {
            Value::String(text) => self.cell(text).map(Value::String),
            Value::Array(items) => {
                let mut changed = false;
                let items = items.iter().map(|item| self.or_same(item, &mut changed)).collect();
                changed.then_some(Value::Array(items))
            }
            Value::Object(fields) => {
                let mut changed = false;
                let fields = fields
                    .iter()
                    .map(|(key, field)| (key.clone(), self.or_same(field, &mut changed)))
                    .collect();
                changed.then_some(Value::Object(fields))
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => None,
        }
    }

    /// A column's text: a structure when it is one, else words.
    pub fn cell(&self, text: &str) -> Option<String> {
        let structure = text.starts_with(['{', '[', '"']).then(|| serde_json::from_str::<Value>(text).ok());
        match structure.flatten() {
            Some(structure) => self.value(&structure).map(|value| value.to_string()),
            None => self.text(text),
        }
    }

    fn or_same(&self, value: &Value, changed: &mut bool) -> Value {
        match self.value(value) {
            Some(new) => {
                *changed = true;
                new
            }
            None => value.clone(),
        }
    }
}

/// A Latin name ends where letters end: `Lin` is not in `Linear`. Han has no such ends.
fn stands_alone(text: &str, at: usize, end: usize) -> bool {
    let name = &text[at..end];
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_han(c));
    let runs_on = |inside: Option<char>, outside: Option<char>| latin(inside) && latin(outside);
    !runs_on(name.chars().next(), text[..at].chars().next_back())
        && !runs_on(name.chars().next_back(), text[end..].chars().next())
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    fn erasure() -> Erasure {
        let names = ["Li Wei", "李伟", "li.wei@harbour.example", "", "伟"].map(str::to_owned);
        let others = ["李伟国", "Li Weiguo", "Chen Min"].map(str::to_owned);
        Erasure::new("#0000002a".into(), names, others)
    }

    #[test]
    fn a_name_goes_wherever_it_stands_and_nothing_else_does() {
        for (text, expected) in [
            ("Li Wei", Some("#0000002a")),
            ("李伟", Some("#0000002a")),
            ("伟", Some("#0000002a")),
            ("伟大", None),
            ("witnessed by LI WEI, and by Li Weiguo", Some("witnessed by #0000002a, and by Li Weiguo")),
            ("Li Weiguo", None),
            ("Ali Wei", None),
            ("李伟国与李伟到场", Some("李伟国与#0000002a到场")),
            ("见证人Li Wei签字", Some("见证人#0000002a签字")),
            ("write to li.wei@harbour.example.", Some("write to #0000002a.")),
            ("Li\u{301} Wei", None),
            ("", None),
            ("İLi Wei", None),
        ] {
            assert_eq!(erasure().text(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn structures_and_texts_that_are_structures_are_gone_through() {
        let inner = json!({ "en": { "words": "by Li Wei", "state": "draft" } }).to_string();
        let given = json!({ "text": inner, "n": 7, "list": ["李伟", null, "x"] });
        let expected_inner = json!({ "en": { "words": "by #0000002a", "state": "draft" } }).to_string();
        let expected = json!({ "text": expected_inner, "n": 7, "list": ["#0000002a", null, "x"] });
        assert_eq!(erasure().value(&given), Some(expected));
        assert_eq!(erasure().value(&json!({ "a": ["b", 1] })), None);
        assert_eq!(erasure().cell("[李伟"), Some("[#0000002a".into()));
    }

    #[test]
    fn the_label_tells_people_apart() {
        assert_eq!(label(PersonId(Uuid::from_u128(42))), "#0000002a");
    }

    proptest::proptest! {
        /// What is passed over unread would have been left as it is.
        #[test]
        fn she_may_stand_wherever_she_stands(
            name in "[A-Za-z李林\"\\\\ \u{1}]{1,4}", before in "\\PC{0,6}", after in "\\PC{0,6}", within in 0..3_u8,
        ) {
            let erasure = Erasure::new("#1".to_owned(), [name.clone()], []);
            let text = format!("{before}{}{after}", name.to_ascii_uppercase());
            let value = match within {
                0 => json!({ "name": text }),
                1 => json!([{ "text": json!({ "en": text }).to_string() }]),
                _ => json!({ "en": before, "zh": after }),
            };
            proptest::prop_assert!(erasure.value(&value).is_none() || erasure.may_stand_in(&value.to_string()));
        }
    }
}
