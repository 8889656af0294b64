//! The build refuses languages that disagree: the build's own modules, run over small files.

#[path = "../build/catalogue.rs"]
mod catalogue;
#[path = "../build/check.rs"]
mod check;
#[path = "../build/generate.rs"]
mod generate;

use self::catalogue::Catalogue;

fn read(tag: &str, text: &str) -> Result<Catalogue, Vec<String>> {
    Catalogue::read(tag, &[(format!("{tag}/a.ftl"), text.to_owned())])
}

fn compile(en: &str, zh: &str) -> Result<String, Vec<String>> {
    let (en, zh) = (read("en", en)?, read("zh-CN", zh)?);
    generate::rust(&check::agree(&en, &zh)?)
}

fn refused(en: &str, zh: &str) -> String {
    compile(en, zh).expect_err("the build must refuse this").join("\n")
}

#[test]
fn a_message_missing_in_one_language_is_refused_by_name() {
    assert_eq!(refused("a = A\nb = B\n", "a = 甲\n"), "i18n/en/a.ftl has `b`, which zh-CN lacks");
    assert_eq!(refused("a = A\n", "a = 甲\nb = 乙\n"), "i18n/zh-CN/a.ftl has `b`, which en lacks");
    assert_eq!(refused("a = A\n .tip = T\n", "a = 甲\n"), "i18n/en/a.ftl has `a.tip`, which zh-CN lacks");
}

#[test]
fn a_variable_missing_in_one_language_is_refused_by_name() {
    let reason = refused("a = { $count } of { $total }\n", "a = 共 { $total }\n");
    assert_eq!(reason, "i18n/en/a.ftl: `a` uses $count, which i18n/zh-CN/a.ftl does not");
}

#[test]
fn a_variable_counts_through_selection_and_reference() {
    let en = "a = { $n ->\n  [one] one of { $all }\n *[other] many\n}\nb = see { a }\n";
    let code = compile(en, "a = { $all } 之 { $n }\nb = 见 { a }\n").expect("both use the same variables");
    assert!(
        code.contains("pub fn b<'a>(language: Language, n: impl Into<Arg<'a>>, all: impl Into<Arg<'a>>)")
    );
    assert!(refused(en, "a = { $all } 之 { $n }\nb = 见上\n").contains("`b` uses $n"));
}

#[test]
fn a_terms_own_variables_are_not_asked_of_the_caller() {
    let en = "-app = Hefu { $case }\na = { -app(case: \"x\") }\n";
    let code = compile(en, "-app = 合符\na = { -app }\n").expect("terms may differ");
    assert!(code.contains("pub fn a(language: Language) -> String"));
}

#[test]
fn an_id_defined_twice_is_refused_with_both_files() {
    let files =
        [("en/a.ftl".to_owned(), "a = A\n".to_owned()), ("en/b.ftl".to_owned(), "a = B\n".to_owned())];
    let reasons = Catalogue::read("en", &files).expect_err("twice");
    assert_eq!(reasons, ["i18n/en/b.ftl defines `a` again; i18n/en/a.ftl has it"]);
}

#[test]
fn text_that_does_not_parse_is_refused_with_its_line() {
    let reason = refused("a = A\n\nb = { $x\n", "a = 甲\n");
    assert!(
        reason.starts_with("i18n/en/a.ftl:3 does not parse") || reason.starts_with("i18n/en/a.ftl:4"),
        "{reason}"
    );
}

#[test]
fn dangling_references_circles_and_unknown_functions_are_refused() {
    assert!(refused("a = { b }\n", "a = 甲\n").contains("`a` refers to `b`, which is not defined"));
    assert!(refused("a = { a }\n", "a = 甲\n").contains("`a` refers to itself"));
    assert!(refused("a = { DATETIME($d) }\n", "a = { $d }\n").contains("unknown function DATETIME"));
}

#[test]
fn two_ids_that_would_be_one_function_are_refused() {
    let both = "a-b = A\na_b = B\n";
    assert!(refused(both, both).contains("`a_b` and `a-b` would both be the function a_b"));
}

#[test]
fn a_word_of_a_paper_stands_in_the_papers_own_file() {
    let read = |tag: &str, text: &str| {
        Catalogue::read(tag, &[(format!("{tag}/documents/list.ftl"), text.to_owned())]).unwrap()
    };
    let (en, zh) = (read("en", "document-list-owner = Owner"), read("zh-CN", "document-list-owner = 责任人"));
    assert_eq!(check::placed(&check::agree(&en, &zh).unwrap()), Ok(()));
    let (en, zh) =
        (read("en", "document-paper-owner = Owner"), read("zh-CN", "document-paper-owner = 责任人"));
    let reasons = check::placed(&check::agree(&en, &zh).unwrap()).expect_err("a stray");
    assert_eq!(
        reasons[0],
        "i18n/en/documents/list.ftl: `document-paper-owner` does not begin with `document-list-`"
    );
    assert_eq!(reasons.len(), 2, "in either language: {reasons:?}");
}
