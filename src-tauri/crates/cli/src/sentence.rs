//! What a code and its arguments say: failures and acts of the journal as sentences.

use hefu_messages::{Arg, Language, say};
use serde_json::{Map, Value, json};

/// The sentence of a failure, as the window says it; none for a code without a message.
pub fn failure(language: Language, failure: &Value) -> Option<String> {
    let mut args = failure.as_object()?.clone();
    let code = args.remove("code")?;
    if let (Some(Value::String(act)), Some(Value::Object(of))) = (args.get("act"), args.get("args")) {
        let what = act_of(language, act, of)?;
        args.insert("what".into(), json!(what));
    }
    for name in ["at", "now"] {
        if let Some(said) = args.get(name).and_then(Value::as_str).and_then(moment) {
            args.insert(name.to_owned(), json!(said));
        }
    }
    // What stands against one of many records says why in its own sentence.
    if let Some(because) = args.remove("because") {
        args.insert("because".into(), json!(self::failure(language, &because)?));
    }
    told(language, "failure", code.as_str()?, &args)
}

/// The sentence of an act of the journal with its arguments; none for an act without a message.
pub fn act_of(language: Language, act: &str, args: &Map<String, Value>) -> Option<String> {
    let mut args = args.clone();
    if let (Some(en), Some(zh)) = (args.remove("en"), args.remove("zh")) {
        args.insert("name".into(), json!({ "en": en, "zh": zh }));
    }
    // An undo names the act it took back.
    if let Some(Value::Object(mut of)) = args.remove("of") {
        let act = of.remove("act")?;
        args.insert("what".into(), json!(act_of(language, act.as_str()?, &of)?));
    }
    told(language, "journal", act, &args)
}

/// `2026-10-01 09:00 +08:00`, which reads alike in both languages.
fn moment(at: &str) -> Option<String> {
    let (day, clock) = at.split_once('T')?;
    let zone = clock.get(clock.rfind(['+', '-', 'Z'])?..)?;
    Some(format!("{day} {} {zone}", clock.get(..5)?))
}

/// The sentence of what there is to know of a file that was opened, as the window says it.
pub fn remark(language: Language, remark: &Value) -> Option<String> {
    let mut args = remark.as_object()?.clone();
    let code = args.remove("is")?;
    args.remove("made_at");
    told(language, "app", code.as_str()?, &args)
}

fn told(language: Language, kind: &str, code: &str, args: &Map<String, Value>) -> Option<String> {
    let mut args = args.clone();
    for (name, value) in &mut args {
        name_codes(language, name, value);
    }
    let args: Vec<(&str, Arg<'_>)> =
        args.iter().map(|(name, value)| (name.as_str(), arg(language, value))).collect();
    say(language, &format!("{kind}-{}", code.replace('_', "-")), &args)
}

/// Nouns and fields by their names; a code that has none stays as it is.
fn name_codes(language: Language, argument: &str, value: &mut Value) {
    let named = |kind, code: &str| {
        say(language, &format!("{kind}-{}", code.replace('_', "-")), &[]).unwrap_or_else(|| code.to_owned())
    };
    let name = match (argument, &*value) {
        (kind @ ("noun" | "field"), Value::String(code)) => named(kind, code),
        ("fields", Value::Array(codes)) => {
            let names: Vec<String> =
                codes.iter().filter_map(Value::as_str).map(|code| named("field", code)).collect();
            let mark = if matches!(language, Language::Zh) { "、" } else { ", " };
            names.join(mark)
        }
        _ => return,
    };
    *value = Value::String(name);
}

fn arg(language: Language, value: &Value) -> Arg<'_> {
    let side = match language {
        Language::En | Language::Pseudo => "en",
        Language::Zh => "zh",
    };
    match value {
        Value::String(text) => Arg::from(text.as_str()),
        Value::Number(number) => Arg::from(number.as_i64().unwrap_or_default()),
        // Absence is something that a message can say, too.
        Value::Null => Arg::from("none"),
        Value::Object(pair) if pair.contains_key(side) => arg(language, &pair[side]),
        other => Arg::from(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn later(act: &str, args: &Value) -> Value {
        json!({ "code": "changed_since", "entry": 9, "act": act, "args": args,
            "by": { "en": "Zhao Wenqi", "zh": "赵文琪" }, "at": "2026-09-28T09:02:00+08:00" })
    }

    #[test]
    fn a_refused_undo_names_the_later_act_in_the_readers_language() {
        let marked = later("criterion_marked", &json!({ "number": "4.2", "mark": "passed" }));
        for (language, by, what) in
            [(Language::En, "Zhao Wenqi", "4.2 passed"), (Language::Zh, "赵文琪", "4.2")]
        {
            let said = failure(language, &marked).unwrap();
            assert!(said.contains(by) && said.contains(what), "{said}");
        }
    }

    #[test]
    fn an_undo_names_what_it_took_back() {
        let of = json!({ "of": { "act": "person_added", "en": "Qin Lan", "zh": "秦岚" }, "entry": 4 });
        let said = |language| act_of(language, "undone", of.as_object().unwrap()).unwrap();
        assert_eq!(said(Language::En), "Undid: Added Qin Lan");
        assert_eq!(said(Language::Zh), "撤销：新增人员 秦岚");
    }
}
