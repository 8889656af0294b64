//! What is refused as a pack, and why.

use crate::error::PackError;
use crate::pack::{MOST_BYTES, Pack};

const HEAD: &str = r#"
[pack]
id = "xx.sample"
version = "1"
jurisdiction = "XX"
status = "in_force"
effective_from = 2025-01-01
review_due = 2027-01-01
title = { en = "Sample", zh = "示例" }
scope = { en = "For tests.", zh = "供测试。" }
[[source]]
id = "LAW"
title = { en = "A law", zh = "某法" }
reference = "none"
confidence = "H"
[[fact]]
id = "open"
type = "bool"
ask = { en = "Is it open?", zh = "是否公开？" }
[[fact]]
id = "count"
type = "int"
ask = { en = "How many?", zh = "多少？" }
[[decision]]
id = "answer"
combine = "first_match"
title = { en = "Answer", zh = "结论" }
outcome = [{ id = "free", severity = 0, title = { en = "Free", zh = "自由" } }]
"#;

fn rule(when: &str, then: &str) -> String {
    format!(
        "{HEAD}[[rule]]\nid = \"R1\"\nconf = \"H\"\ntext = {{ en = \"x\", zh = \"文\" }}\nwhen = {when}\nthen = {then}\n"
    )
}

fn refused(text: &str) -> PackError {
    Pack::parse(text).map(|pack| pack.id().to_owned()).unwrap_err()
}

#[test]
fn ten_megabytes_are_refused_before_they_are_read() {
    let text = format!("{HEAD}# {}", "x".repeat(10 << 20));
    assert_eq!(refused(&text), PackError::TooLarge { bytes: text.len(), most: MOST_BYTES });
}

#[test]
fn a_thousand_levels_are_refused() {
    for text in [
        format!("a = {}{}", "[".repeat(1_000), "]".repeat(1_000)),
        format!("{HEAD}x = {}1{}", "{ a = ".repeat(1_000), " }".repeat(1_000)),
        format!("[{}a]\n", "a.".repeat(1_000)),
        format!("a = {}{}", "[\n".repeat(1_000), "]\n".repeat(1_000)),
        format!("{}{}", "[[a]]\n".repeat(10), "a.".repeat(1_000) + "b = 1"),
    ] {
        let error = refused(&text);
        let expected = matches!(error, PackError::NestedTooDeep { .. } | PackError::NotAPack { .. });
        assert!(expected, "{error:?}");
    }
    let deep = |depth: usize| {
        format!("{}{{ fact = \"open\", eq = true }}{}", "{ not = ".repeat(depth), " }".repeat(depth))
    };
    let then = "{ answer = \"free\" }";
    assert!(Pack::parse(&rule(&deep(3), then)).is_ok());
    assert_eq!(
        refused(&rule(&deep(4), then)),
        PackError::ConditionTooDeep { place: "R1".to_owned(), most: 4 }
    );
}

#[test]
fn wrong_types_are_refused() {
    let then = "{ answer = \"free\" }";
    for when in [
        "{ fact = \"open\", eq = 1 }",
        "{ fact = \"open\", eq = \"true\" }",
        "{ fact = \"open\", ge = true }",
        "{ fact = \"count\", ge = \"10\" }",
        "{ fact = \"count\", ge = 1.5 }",
        "{ fact = \"count\", contains_any = [\"a\"] }",
        "{ fact = \"count\", in = [] }",
        "{ fact = \"count\", is_known = false }",
    ] {
        let error = refused(&rule(when, then));
        assert!(matches!(error, PackError::WrongType { .. }), "{when}: {error:?}");
    }
    for (when, then) in [
        ("{ fact = \"count\", ge = 1, le = 2 }", then),
        ("{ fact = \"count\" }", then),
        ("{}", then),
        ("{ any = [] }", then),
        ("{ fact = \"open\", eq = true, all = [] }", then),
    ] {
        assert_eq!(refused(&rule(when, then)), PackError::BadCondition { place: "R1".to_owned() }, "{when}");
    }
    let when = "{ fact = \"open\", eq = true }";
    assert!(matches!(refused(&rule(when, "{ answer = [\"free\"] }")), PackError::WrongType { .. }));
    assert!(matches!(refused(&rule(when, "{ answer = \"dear\" }")), PackError::NotDeclared { .. }));
    assert!(matches!(refused(&rule(when, "{ other = \"free\" }")), PackError::NotDeclared { .. }));
    assert!(matches!(refused(&rule("{ fact = \"shut\", eq = true }", then)), PackError::NotDeclared { .. }));
    assert!(matches!(refused(&rule("\"open && true\"", then)), PackError::NotAPack { .. }));
    assert!(matches!(refused("id = 5"), PackError::NotAPack { .. }));
}

#[test]
fn what_reads_as_a_way_through_folders_is_no_identity() {
    for id in [
        "../../etc/passwd",
        "/etc/passwd",
        "a/b",
        "a\\\\b",
        "..",
        "a..b",
        "",
        ".hidden",
        "C:",
        "a b",
        "a\\u0000",
    ] {
        let error = refused(&HEAD.replace("id = \"xx.sample\"", &format!("id = \"{id}\"")));
        assert!(matches!(error, PackError::BadId { .. }), "{id}: {error:?}");
    }
    // Nothing in a pack names another file.
    let error = refused(&format!("include = \"other.toml\"\n{HEAD}"));
    assert!(matches!(error, PackError::NotAPack { .. }), "{error:?}");
}

#[test]
fn what_rests_on_itself_is_refused() {
    let more = |first: &str, second: &str| {
        let rule = |id: &str, over: &str| {
            format!(
                "[[rule]]\nid = \"{id}\"\nconf = \"H\"\ntext = {{ en = \"x\", zh = \"文\" }}\noverrides = [{over}]\nwhen = {{ fact = \"open\", eq = true }}\nthen = {{ answer = \"free\" }}\n"
            )
        };
        format!("{HEAD}{}{}", rule("R1", first), rule("R2", second))
    };
    assert!(Pack::parse(&more("\"R2\"", "")).is_ok());
    assert!(matches!(refused(&more("\"R2\"", "\"R1\"")), PackError::Circle { .. }));
    assert!(matches!(refused(&more("\"R1\"", "")), PackError::Circle { .. }));
    let own = rule("{ decision = \"answer\", eq = \"free\" }", "{ answer = \"free\" }");
    assert!(matches!(refused(&own), PackError::Circle { .. }));
}

#[test]
fn days_and_identities_are_held_to() {
    let ended = HEAD.replace("review_due", "effective_until = 2025-01-01\nreview_due");
    assert_eq!(refused(&ended), PackError::Reversed);
    let twice = HEAD.replace("id = \"count\"", "id = \"open\"");
    assert_eq!(refused(&twice), PackError::Twice { what: "facts".to_owned(), id: "open".to_owned() });
    let long = HEAD.replace("For tests.", &"x".repeat(701));
    assert!(matches!(refused(&long), PackError::TextTooLong { letters: 701, .. }));
    let hour = HEAD.replace("2025-01-01", "2025-01-01T08:00:00Z");
    assert!(matches!(refused(&hour), PackError::NotAPack { .. }));
}
