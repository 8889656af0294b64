//! The computer's clock against what the record knows: nothing final is done by a clock that cannot be right.

use std::ops::ControlFlow;

use hefu_cli::sentence;
use hefu_commands::{Engine, Outside};
use hefu_messages::Language;
use serde_json::{Value, json};
use tempfile::TempDir;

const WORDS: &str = "tide and tally at noon";
const NOW: &str = "2026-10-01T09:00:00+08:00";
const THEN: &str = "2019-05-05T09:00:00+08:00";
const LATER: &str = "2026-10-01T11:00:00+08:00";
const MUCH_LATER: &str = "2027-10-01T11:00:00+08:00";

/// A workspace of its own, not the sample, whose day stands still.
struct Desk {
    folder: TempDir,
}

fn pair(en: &str, zh: &str) -> Value {
    json!({ "en": en, "zh": zh })
}

impl Desk {
    fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("work.hefu")
    }

    fn call(engine: &Engine, command: &str, request: Value) -> Result<Value, Value> {
        let reply = engine.call(command, request, &mut |_| ControlFlow::Continue(()));
        reply.map(|reply| reply.view()).map_err(|failure| json!(failure))
    }

    /// One act by this clock, the workspace opened for it and closed again.
    fn at(&self, clock: &str, command: &str, request: Value) -> Result<Value, Value> {
        let seed = clock.bytes().chain(command.bytes()).map(u64::from).sum();
        let engine = Engine::new(Outside::fixed(clock.parse().unwrap(), seed));
        let key = json!({ "by": "passphrase", "passphrase": WORDS, "keychain": "forget" });
        Self::call(&engine, "open_workspace", json!({ "path": self.path(), "key": key })).unwrap();
        let done = Self::call(&engine, command, request);
        Self::call(&engine, "lock_workspace", json!({})).unwrap();
        done
    }

    #[track_caller]
    fn now(&self, command: &str, request: Value) -> Value {
        self.at(NOW, command, request).unwrap_or_else(|failure| panic!("{command}: {failure}"))
    }

    /// A report that can be issued, with one signer of each party; the document, its signers and their people.
    fn with_a_report() -> (Self, Report) {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        let engine = Engine::new(Outside::fixed(NOW.parse().unwrap(), 1));
        let act = |command: &str, request: Value| Self::call(&engine, command, request).unwrap();
        act(
            "create_workspace",
            json!({ "path": desk.path(), "name": "Test", "actor": pair("Test", "测试"),
            "passphrase": WORDS, "keychain": "forget" }),
        );
        let organisation = |kind: &str, en: &str, zh: &str| {
            act("save_organisation", json!({ "organisation": null, "kind": kind, "name": pair(en, zh),
                "short_name": pair("", ""), "legal_id": "", "calendar": "cn", "jurisdiction": "CN", "parent": null }))
                ["organisation"].clone()
        };
        let person = |of: &Value, en: &str, zh: &str| {
            act(
                "save_person",
                json!({ "person": null, "organisation": of, "name": pair(en, zh),
                "role": pair("Manager", "经理"), "language": "en", "time_zone": "Asia/Shanghai", "email": "",
                "internal_note": "", "may_sign": pair("Acceptance", "验收") }),
            )["person"]
                .clone()
        };
        let vendor = organisation("vendor", "Vendor Example", "示例云");
        let client = organisation("client", "Client Example", "示例客户");
        let people = [person(&vendor, "Vendor Person", "张示例"), person(&client, "Client Person", "李示例")];
        let project = act(
            "save_project",
            json!({ "project": null, "number": "T-1", "title": pair("Test", "测试"),
            "summary": pair("", ""), "client": client, "vendor": vendor, "supervisor": null, "partners": [],
            "manager": people[0], "jurisdictions": ["CN"], "template": "sea_commercial" }),
        )["project"]
            .clone();
        let table =
            "Chapter\tNumber\tCriterion\t验收标准\n1 Platform / 平台\t1.1\tTwo zones run\t双可用区运行\n";
        act(
            "import_table",
            json!({ "project": project, "target": "criteria", "source": { "from": "pasted", "text": table } }),
        );
        let round = act(
            "save_round",
            json!({ "project": project, "round": null, "number": "PA-01",
            "kind": "preliminary", "planned": null, "notice": null, "meeting": "2026-10-01" }),
        )["round"]
            .clone();
        let criterion =
            act("scope_matrix", json!({ "project": project }))["criteria"][0]["criterion"]["id"].clone();
        act(
            "mark_criteria",
            json!({ "round": round, "criteria": [criterion], "mark": "passed", "remark": null }),
        );
        act("conclude_round", json!({ "round": round, "conclusion": "passed" }));
        let document = act(
            "create_document",
            json!({ "project": project, "kind": "acceptance_report", "round": round }),
        )["document"]
            .clone();
        for (person, (position, role)) in people.iter().zip([(1, "vendor"), (2, "client")]) {
            act(
                "save_signer",
                json!({ "document": document, "signer": null, "position": position, "person": person,
                "role": role, "capacity": pair("", "") }),
            );
        }
        let view = act("document", json!({ "document": document }));
        for obstacle in view["obstacles"].as_array().unwrap().iter().filter(|each| each["kind"] == "text") {
            act("review_text", json!({ "place": obstacle["place"], "record": obstacle["record"] }));
        }
        let signers =
            view["signers"].as_array().unwrap().iter().map(|each| each["signer"]["id"].clone()).collect();
        act("lock_workspace", json!({}));
        let stack = desk.now("project_overview", json!({ "project": project }))["stacks"][0]["id"].clone();
        (desk, Report { project, document, signers, people, criterion, stack })
    }

    fn entries(&self) -> Value {
        self.now("verify_journal", json!({ "head": null }))["entries"].clone()
    }
}

struct Report {
    project: Value,
    document: Value,
    signers: Vec<Value>,
    people: [Value; 2],
    criterion: Value,
    stack: Value,
}

impl Report {
    fn of(&self) -> Value {
        json!({ "document": self.document })
    }

    fn signed(&self, place: usize) -> Value {
        json!({ "document": self.document, "signer": self.signers[place], "reason": pair("", ""),
            "mark": { "drawn_as": "typed", "name": "Somebody" },
            "key": { "with": "room_key", "witnesses": [self.people[1 - place]] } })
    }
}

/// The sentences name both moments.
#[track_caller]
fn names(failure: &Value, code: &str, moments: [&str; 2]) {
    assert_eq!(failure["code"], code, "{failure}");
    for language in [Language::En, Language::Zh] {
        let said = sentence::failure(language, failure).unwrap();
        assert!(moments.iter().all(|moment| said.contains(moment)), "{said}");
    }
}

#[test]
fn a_signature_is_never_older_than_its_paper_or_the_one_before() {
    let (desk, report) = Desk::with_a_report();
    desk.now("issue_document", report.of());
    let before = desk.entries();
    let refused = desk.at(THEN, "sign_document", report.signed(0)).unwrap_err();
    names(&refused, "clock_behind", ["2019-05-05 09:00", "2026-10-01 09:00"]);
    assert_eq!((&refused["act"], &refused["remedy"]), (&json!("document_issued"), &json!("set_clock")));
    assert_eq!(desk.entries(), before);
    desk.at(THEN, "confirm_clock", json!({})).unwrap();
    let still = desk.at(THEN, "sign_document", report.signed(0)).unwrap_err();
    assert_eq!(still["remedy"], "set_clock", "confirming does not make a paper true");
    let asked = desk.at(LATER, "sign_document", report.signed(0)).unwrap_err();
    assert_eq!(asked["code"], "clock_ahead", "it was confirmed in 2019");
    desk.at(LATER, "confirm_clock", json!({})).unwrap();
    assert_eq!(desk.at(LATER, "sign_document", report.signed(0)).unwrap()["remaining"], 1);
    let refused = desk.at("2026-10-01T10:59:00+08:00", "sign_document", report.signed(1)).unwrap_err();
    names(&refused, "clock_behind", ["2026-10-01 10:59", "2026-10-01 11:00"]);
    assert_eq!(refused["act"], "document_signed");
    assert_eq!(desk.at(LATER, "sign_document", report.signed(1)).unwrap()["remaining"], 0);
}

#[test]
fn everything_final_is_refused_by_a_clock_that_was_set_back() {
    let (desk, report) = Desk::with_a_report();
    let evidence = desk.folder.path().join("evidence.txt");
    std::fs::write(&evidence, "seen").unwrap();
    let attached = desk.now("attach_evidence", json!({ "evidence": null, "criterion": report.criterion, "path": evidence,
        "keep": "inside", "title": pair("Seen", "所见"), "date": "2026-10-01", "valid_until": null, "provided_by": null }));
    desk.now("review_text", json!({ "place": "evidence_title", "record": attached["evidence"]["id"] }));
    names(
        &desk.at(THEN, "issue_document", report.of()).unwrap_err(),
        "clock_behind",
        ["2019-05-05 09:00", "2026-10-01 09:00"],
    );
    desk.now("issue_document", report.of());
    let digest = desk.now("document", report.of())["document"]["issued"]["record_sha256"].clone();
    let out = desk.folder.path().join("out");
    let with = |more: Value| {
        let mut request = report.of();
        request.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        request
    };
    let before = desk.entries();
    for (command, request) in [
        ("sign_document", report.signed(0)),
        ("refuse_signature", with(json!({ "signer": report.signers[0], "reason": "no" }))),
        (
            "attach_signed_copy",
            with(json!({ "signer": report.signers[0], "path": evidence, "printed_digest": digest })),
        ),
        ("supersede_document", report.of()),
        ("void_document", with(json!({ "reason": "no" }))),
        ("export_document", with(json!({ "path": out }))),
        ("export_evidence", json!({ "evidence": attached["evidence"]["id"], "path": out })),
        (
            "export_matrix",
            json!({ "project": report.project, "edition": "en", "look": "vendor", "path": out }),
        ),
        (
            "export_trail",
            json!({ "trail": { "of": "stack", "stack": report.stack }, "path": out,
            "key": { "with": "room_key", "witnesses": [] } }),
        ),
        ("erase_person", json!({ "person": report.people[1], "reason": "asked" })),
    ] {
        let refused = desk.at(THEN, command, request).unwrap_err();
        names(&refused, "clock_behind", ["2019-05-05 09:00", "2026-10-01 09:00"]);
        assert!(!out.exists(), "{command} wrote");
    }
    assert_eq!(desk.entries(), before);
    let note = json!({ "criterion": report.criterion, "note": "Say it slowly" });
    desk.at(THEN, "save_presenter_note", note).unwrap();
    desk.at(THEN, "back_up", json!({ "path": null })).unwrap();
}

#[test]
fn a_clock_that_was_wrong_before_is_confirmed_once() {
    let (desk, report) = Desk::with_a_report();
    let note = |text: &str| json!({ "criterion": report.criterion, "note": text });
    desk.at("2031-01-01T09:00:00+08:00", "save_presenter_note", note("By a clock that ran ahead")).unwrap();
    let asked = desk.at(LATER, "issue_document", report.of()).unwrap_err();
    names(&asked, "clock_behind", ["2026-10-01 11:00", "2031-01-01 09:00"]);
    assert_eq!(asked["remedy"], "set_or_confirm");
    desk.at(LATER, "confirm_clock", json!({})).unwrap();
    let newest = desk
        .at(
            LATER,
            "list_entries",
            json!({ "trail": { "of": "workspace" }, "project": null, "actor": null,
        "noun": null, "from": null, "until": null, "before": null, "limit": 1 }),
        )
        .unwrap()["entries"][0]
        .clone();
    assert_eq!(
        (&newest["act"], &newest["args"]["latest"]),
        (&json!("clock_confirmed"), &json!("2031-01-01"))
    );
    desk.at(LATER, "issue_document", report.of()).unwrap();
    let again =
        desk.at(NOW, "void_document", json!({ "document": report.document, "reason": "no" })).unwrap_err();
    assert_eq!(again["code"], "clock_behind", "what came after the confirming counts");
}

#[test]
fn a_clock_far_ahead_is_named_before_anything_final() {
    let (desk, report) = Desk::with_a_report();
    let asked = desk.at(MUCH_LATER, "issue_document", report.of()).unwrap_err();
    names(&asked, "clock_ahead", ["2027-10-01 11:00", "2026-10-01 09:00"]);
    assert_eq!(asked["days"], 365);
    desk.at(MUCH_LATER, "save_presenter_note", json!({ "criterion": report.criterion, "note": "A sitting" }))
        .unwrap();
    let asked = desk.at(MUCH_LATER, "issue_document", report.of()).unwrap_err();
    assert_eq!(asked["code"], "clock_ahead", "an entry of the same sitting says nothing for it");
    desk.at(MUCH_LATER, "confirm_clock", json!({})).unwrap();
    desk.at(MUCH_LATER, "issue_document", report.of()).unwrap();
    desk.at(MUCH_LATER, "sign_document", report.signed(0)).unwrap();
    let (desk, report) = Desk::with_a_report();
    desk.at("2027-02-01T09:00:00+08:00", "issue_document", report.of()).expect("four months are no riddle");
}

/// A battery that is empty sets a computer to 1970, and one hour west of Greenwich that is 1969.
#[test]
fn a_clock_before_1970_is_a_clock_set_back_and_nothing_worse() {
    let (desk, report) = Desk::with_a_report();
    for clock in ["1969-12-31T23:00:00-01:00", "1969-06-01T09:00:00+08:00", "1904-01-01T00:00:00+00:00"] {
        let refused = desk.at(clock, "issue_document", report.of()).unwrap_err();
        assert_eq!(refused["code"], "clock_behind", "{clock}: {refused}");
        desk.at(clock, "today", json!({})).unwrap();
        desk.at(clock, "back_up", json!({ "path": null })).unwrap();
        let note = json!({ "criterion": report.criterion, "note": format!("By the clock of {clock}") });
        desk.at(clock, "save_presenter_note", note).unwrap();
    }
    // What was written by a right clock days ago still counts.
    desk.at("2026-10-03T09:00:00+08:00", "issue_document", report.of()).unwrap();
}
