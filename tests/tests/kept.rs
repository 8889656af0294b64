//! Nothing that a command is given is dropped without a word: it is kept, or the call is refused.

#![allow(clippy::needless_pass_by_value, reason = "requests are built in place")]

use crate::support::Bench;
use hefu_api::CommandKind;
use hefu_api::table::COMMANDS;
use serde_json::{Value, json};

#[test]
fn no_command_takes_a_field_that_it_does_not_know() {
    let bench = Bench::with_sample();
    for command in COMMANDS {
        let refused = bench.refused(command.name, json!({ "no_such_field": "typed" }));
        // What is missing is said first; a request that lacks nothing says what is too much.
        let code = refused["code"].as_str().unwrap();
        assert_eq!(code, "bad_request", "{}: {refused}", command.name);
    }
    assert!(COMMANDS.iter().any(|command| command.kind == CommandKind::Action));
}

#[test]
fn a_field_that_nothing_reads_is_named_wherever_it_stands() {
    let bench = Bench::with_sample();
    let round = bench.round();
    let (round, project) = (round["round"]["id"].clone(), bench.project());
    let criterion = bench.criterion("4.2")["id"].clone();
    let document = bench.round()["document"].clone();
    let signer =
        bench.view("document", json!({ "document": document }))["signers"][0]["signer"]["id"].clone();
    let sign = |key: Value| {
        json!({ "document": document, "signer": signer, "mark": { "drawn_as": "typed", "name": "x" },
            "key": key, "reason": { "en": "", "zh": "" } })
    };
    let named =
        |witness: &str| json!({ "round": round, "criteria": [criterion], "mark": "passed", (witness): null });
    for (command, request, field) in [
        ("mark_criteria", named("witness"), "witness"),
        (
            "mark_criterion",
            json!({ "round": round, "criterion": criterion, "mark": "passed",
            "remark": { "en": "", "zh": "", "fr": "" } }),
            ".fr",
        ),
        ("sign_document", sign(json!({ "with": "vendor_identity", "witnesses": [signer] })), "key"),
        (
            "sign_document",
            sign(json!({ "with": "pkcs12", "path": "x", "password": "", "witnesses": [] })),
            "key",
        ),
        (
            "edit_people",
            json!({ "people": [], "change": { "what": "language", "language": "en", "reason": "x" } }),
            "change",
        ),
        (
            "edit_criteria",
            json!({ "project": project, "criteria": [],
            "change": { "what": "method", "method": "test", "witness": "x" } }),
            "change",
        ),
        (
            "import_table",
            json!({ "project": project, "target": "criteria",
            "source": { "from": "pasted", "text": "x", "sheet": "2" } }),
            "source",
        ),
        ("undo", json!({ "entry": 3 }), "entry"),
    ] {
        let refused = bench.refused(command, request.clone());
        assert_eq!(refused["code"], "bad_request", "{command} {request}: {refused}");
        assert!(refused["reason"].as_str().unwrap().contains(field), "{command} {request}: {refused}");
    }
}

fn person(may_sign: Value) -> Value {
    json!({ "person": null, "organisation": null, "name": { "en": "Li Min", "zh": "李敏" },
        "role": { "en": "", "zh": "" }, "language": "zh", "time_zone": "Asia/Shanghai", "email": "",
        "may_sign": may_sign, "internal_note": "" })
}

#[test]
fn who_may_sign_may_sign_something() {
    let bench = Bench::with_sample();
    let organisation =
        bench.view("list_parties", json!({ "project": null }))["organisations"][0]["id"].clone();
    let save = |may_sign: Value| {
        let mut request = person(may_sign);
        request["organisation"] = organisation.clone();
        bench.call("save_person", request)
    };
    for blank in [json!({ "en": "", "zh": "" }), json!({ "en": " ", "zh": "\u{3000}" })] {
        let refused = save(blank).unwrap_err();
        assert_eq!((&refused["field"], &refused["problem"]), (&json!("may_sign"), &json!("blank")));
    }
    save(Value::Null).unwrap();
    let saved = save(json!({ "en": "", "zh": "本项目文件" })).unwrap();
    let people = bench.view("list_parties", json!({ "project": null }))["people"].clone();
    let kept = people.as_array().unwrap().iter().find(|each| each["id"] == saved["person"]).unwrap();
    assert_eq!(kept["may_sign"]["zh"]["words"], "本项目文件");
}

#[test]
fn a_place_in_the_order_is_taken_as_it_is_or_refused() {
    let bench = Bench::with_sample();
    let document = bench.round()["document"].clone();
    let signer = bench.view("document", json!({ "document": document }))["signers"][0]["signer"].clone();
    let request = json!({ "signer": signer["id"], "document": document, "position": 0, "person": signer["person"],
        "role": signer["role"], "capacity": { "en": "", "zh": "" } });
    assert_eq!(bench.refused("save_signer", request)["field"], "position");
}

fn import(bench: &Bench, target: &str, text: &str) -> Value {
    let source = json!({ "from": "pasted", "text": text });
    let shown = bench.view("preview_import", json!({ "target": target, "source": source }));
    let done =
        bench.view("import_table", json!({ "project": bench.project(), "target": target, "source": source }));
    assert_eq!(shown["not_read"], done["not_read"], "the preview says what the import does");
    done
}

fn kept_criterion(bench: &Bench, number: &str) -> Value {
    let matrix = bench.view("scope_matrix", json!({ "project": bench.project() }));
    let rows = matrix["criteria"].as_array().unwrap();
    rows.iter().find(|row| row["criterion"]["number"] == number).unwrap()["criterion"].clone()
}

#[test]
fn an_import_tells_every_column_it_does_not_read() {
    let bench = Bench::with_sample();
    let text = "编号\t验收标准\t验证方法\t对应需求\t对应交付物\t备注\n\
        90.1\t甲\t演练\tR-001\tD-01\t\n90.2\t乙\t\tR-002\t\t\n";
    let done = import(&bench, "criteria", text);
    assert_eq!(
        (&done["added"], &done["not_read"]),
        (
            &json!(2),
            &json!([
                { "address": "D", "heading": "对应需求" }, { "address": "E", "heading": "对应交付物" },
            ])
        )
    );
    assert_eq!(kept_criterion(&bench, "90.1")["method"], "drill");
    assert_eq!(kept_criterion(&bench, "90.2")["method"], "not-stated", "nobody said inspection");
}

#[test]
fn what_a_table_does_not_say_stays_as_it_was() {
    let bench = Bench::with_sample();
    let first =
        "Number\tCriterion\t验收标准\tMethod\tChapter EN\tChapter ZH\n90.1\tA\t甲\tdrill\tLast\t末章\n";
    import(&bench, "criteria", first);
    import(&bench, "criteria", "Number\tCriterion\n90.1\tA changed\n");
    let kept = kept_criterion(&bench, "90.1");
    assert_eq!((&kept["method"], &kept["text"]["zh"]["words"]), (&json!("drill"), &json!("甲")));
    assert_eq!(kept["text"]["en"]["words"], "A changed");
    import(&bench, "criteria", "Number\tCriterion\tChapter EN\n90.1\tA changed\tThe last\n");
    let matrix = bench.view("scope_matrix", json!({ "project": bench.project() }));
    let chapter =
        matrix["chapters"].as_array().unwrap().iter().find(|each| each["position"] == 90).unwrap().clone();
    assert_eq!(
        (&chapter["title"]["en"]["words"], &chapter["title"]["zh"]["words"]),
        (&json!("The last"), &json!("末章"))
    );

    import(&bench, "requirements", "Number\tTitle\t标题\tPriority\tSource\nR-900\tB\t乙\tcould\tannex 3\n");
    import(&bench, "requirements", "Number\tTitle\nR-900\tB changed\n");
    let matrix = bench.view("scope_matrix", json!({ "project": bench.project() }));
    let rows = matrix["requirements"].as_array().unwrap();
    let kept = &rows.iter().find(|row| row["requirement"]["number"] == "R-900").unwrap()["requirement"];
    assert_eq!(
        (&kept["priority"], &kept["source"], &kept["title"]["zh"]["words"]),
        (&json!("could"), &json!("annex 3"), &json!("乙"))
    );
}
