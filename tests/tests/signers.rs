//! For whom people sign a report: it follows from their organisation's part in the project, every party signs or is
//! excused with a reason, and nothing else is issued.

use std::process::Command;

use crate::support::Bench;
use serde_json::{Value, json};

/// The sample's report with nothing in its way.
fn ready() -> (Bench, Value) {
    let bench = Bench::with_sample();
    bench.view("lock_workspace", json!({}));
    let document = hefu_cli::story::prepare(&bench.engine, &bench.file()).unwrap();
    bench.open();
    (bench, document)
}

fn view(bench: &Bench, document: &Value) -> Value {
    bench.view("document", json!({ "document": document }))
}

fn obstacles(bench: &Bench, document: &Value) -> Vec<String> {
    let view = view(bench, document);
    let kind = |obstacle: &Value| {
        let party = obstacle["party"].as_str().map(|party| format!(" {party}")).unwrap_or_default();
        format!("{}{party}", obstacle["kind"].as_str().unwrap())
    };
    view["obstacles"].as_array().unwrap().iter().map(kind).collect()
}

fn signer<'a>(view: &'a Value, role: &str) -> &'a Value {
    let signers = view["signers"].as_array().unwrap();
    &signers.iter().find(|signer| signer["signer"]["role"] == role).unwrap()["signer"]
}

fn save(bench: &Bench, signer: &Value, person: &Value, role: &str) {
    let capacity =
        json!({ "en": signer["capacity"]["en"]["words"], "zh": signer["capacity"]["zh"]["words"] });
    bench.view(
        "save_signer",
        json!({ "signer": signer["id"], "document": signer["document"], "position": signer["position"],
            "person": person, "role": role, "capacity": capacity }),
    );
}

fn person(bench: &Bench, zh: &str) -> Value {
    let parties = bench.view("list_parties", json!({ "project": null }));
    let people = parties["people"].as_array().unwrap();
    people.iter().find(|person| person["name"]["zh"]["words"] == zh).unwrap()["id"].clone()
}

fn waive(bench: &Bench, document: &Value, part: &str, reason: [&str; 2]) -> Value {
    let text = json!({ "en": reason[0], "zh": reason[1] });
    bench.view("save_section", json!({ "section": null, "document": document, "part": part, "text": text }))
        ["section"]
        .clone()
}

#[test]
fn what_a_person_can_sign_as_follows_from_the_organisation() {
    let (bench, document) = ready();
    for (name, roles) in [
        ("赵文琪", json!(["vendor", "witness", "approver"])),
        ("陈薇玲", json!(["vendor", "witness", "approver"])),
        ("林慧敏", json!(["client", "witness", "approver"])),
        ("郭燕", json!(["supervisor", "witness", "approver"])),
        ("马骏", json!(["witness", "approver"])),
        ("梁硕", json!(["witness", "approver"])),
    ] {
        let asked = json!({ "document": document, "person": person(&bench, name) });
        assert_eq!(bench.view("signing_roles", asked)["roles"], roles, "{name}");
    }
}

#[test]
fn whoever_would_sign_for_another_party_stands_in_the_way_of_issuing() {
    let (bench, document) = ready();
    assert_eq!(obstacles(&bench, &document), Vec::<String>::new(), "the sample's report is whole");
    let before = view(&bench, &document);
    let (vendor, client) = (signer(&before, "vendor").clone(), signer(&before, "client").clone());
    let other = "signer_of_another_party";
    for (changed, name, role, expected) in [
        (&vendor, "赵文琪", "client", vec![other, "party_unsigned vendor"]),
        (&client, "秦岚", "client", vec![other, "party_unsigned client"]),
        (&client, "林慧敏", "supervisor", vec![other, "party_unsigned client"]),
        (&client, "林慧敏", "witness", vec!["party_unsigned client"]),
        (&vendor, "赵文琪", "approver", vec!["party_unsigned vendor"]),
    ] {
        save(&bench, changed, &person(&bench, name), role);
        let mut found = obstacles(&bench, &document);
        // Whether the person may sign at all is another matter.
        found.retain(|kind| kind != "signer_without_authority");
        assert_eq!(found, expected, "{name} as {role}");
        let refused = bench.refused("issue_document", json!({ "document": document }));
        assert_eq!(refused["code"], "not_ready", "{name} as {role}");
        save(&bench, changed, &changed["person"], changed["role"].as_str().unwrap());
        assert_eq!(obstacles(&bench, &document), Vec::<String>::new(), "put right");
    }
}

#[test]
fn the_obstacle_follows_the_project_and_the_person_wherever_they_change() {
    let (bench, document) = ready();
    let parties = bench.view("list_parties", json!({ "project": null }));
    let named = |zh: &str| {
        let all = parties["organisations"].as_array().unwrap();
        all.iter().find(|each| each["short_name"]["zh"]["words"] == zh).unwrap()["id"].clone()
    };
    let lin = person(&bench, "林慧敏");
    let change = |organisation: Value| json!({ "what": "organisation", "organisation": organisation });
    let client =
        parties["people"].as_array().unwrap().iter().find(|each| each["id"] == lin).unwrap()["organisation"]
            .clone();
    bench.view("edit_people", json!({ "people": [lin], "change": change(named("合潮云")) }));
    assert_eq!(obstacles(&bench, &document), ["signer_of_another_party", "party_unsigned client"]);
    let found = view(&bench, &document)["obstacles"][0].clone();
    assert_eq!((&found["is"], &found["role"]), (&json!("vendor"), &json!("client")), "{found}");
    bench.view("edit_people", json!({ "people": [lin], "change": change(client) }));
    assert_eq!(obstacles(&bench, &document), Vec::<String>::new());
}

#[test]
fn a_party_that_does_not_sign_is_excused_by_a_reason_that_is_recorded_reviewed_printed_and_undone() {
    let (bench, document) = ready();
    let supervisor = signer(&view(&bench, &document), "supervisor").clone();
    bench.view("remove_signer", json!({ "signer": supervisor["id"] }));
    assert_eq!(obstacles(&bench, &document), ["party_unsigned supervisor"]);
    let blank = json!({ "section": null, "document": document, "part": "supervisor_does_not_sign",
        "text": { "en": " ", "zh": "" } });
    assert_eq!(bench.refused("save_section", blank)["problem"], "blank");

    let reason = ["its contract ended on 31 August 2026", "监理合同已于2026年8月31日到期"];
    let section = waive(&bench, &document, "supervisor_does_not_sign", reason);
    assert_eq!(obstacles(&bench, &document), ["text"], "both sides are read against each other");
    bench.view("review_text", json!({ "place": "section_text", "record": section }));
    assert_eq!(obstacles(&bench, &document), Vec::<String>::new());
    let parties = view(&bench, &document)["parties"].clone();
    assert_eq!(
        parties.as_array().unwrap().iter().map(|party| party["signs"].as_str().unwrap()).collect::<Vec<_>>(),
        ["signs", "signs", "waived"]
    );
    let entries = bench.view(
        "list_entries",
        json!({ "trail": { "of": "workspace" }, "project": null, "before": null, "limit": 2 }),
    );
    let waived = &entries["entries"][1];
    assert_eq!(
        (&waived["act"], &waived["args"]["party"]),
        (&json!("signature_waived"), &json!("supervisor"))
    );

    // Stating it again revises the reason; there is never a second one.
    let again = waive(&bench, &document, "supervisor_does_not_sign", reason);
    assert_eq!(again, section);
    // A waiver beside a signature is a contradiction.
    let signature = json!({ "signer": null, "document": document, "position": 9, "person": supervisor["person"],
        "role": "supervisor", "capacity": { "en": "", "zh": "" } });
    bench.view("save_signer", signature);
    assert_eq!(obstacles(&bench, &document), ["waiver_contradicted supervisor"]);
    bench.view("undo", json!({ "seq": null }));
    assert_eq!(obstacles(&bench, &document), Vec::<String>::new());

    // The waiver is of this paper alone; one that takes its place takes it over.
    let copy =
        bench.view("duplicate_document", json!({ "document": document, "number": "HC-2026-014 / PA-09" }));
    assert_eq!(obstacles(&bench, &copy["document"]), ["party_unsigned supervisor"]);

    bench.view("issue_document", json!({ "document": document }));
    bench.view("export_document", json!({ "document": document, "path": bench.paper() }));
    let told = Command::new("pdftotext").arg("-raw").arg(bench.paper()).arg("-").output().unwrap();
    let printed: String = String::from_utf8(told.stdout).unwrap().split_whitespace().collect();
    for line in [
        "The supervisor does not sign this report. Reason: its contract ended on 31 August 2026.",
        "监理单位不签署本报告，原因：监理合同已于2026年8月31日到期。",
    ] {
        assert!(printed.contains(&line.replace(' ', "")), "{line} in {printed}");
    }
}

#[test]
fn taking_the_waiver_back_is_an_act_that_undo_takes_back() {
    let (bench, document) = ready();
    let client = signer(&view(&bench, &document), "client").clone();
    bench.view("remove_signer", json!({ "signer": client["id"] }));
    let section = waive(&bench, &document, "client_does_not_sign", ["it is on leave", "其正在休假"]);
    bench.view("review_text", json!({ "place": "section_text", "record": section }));
    bench.view("remove_section", json!({ "section": section }));
    assert_eq!(obstacles(&bench, &document), ["party_unsigned client"]);
    assert_eq!(bench.view("undo", json!({ "seq": null }))["act"], "waiver_taken_back");
    assert_eq!(obstacles(&bench, &document), Vec::<String>::new());
}

#[test]
fn a_paper_that_nobody_signs_is_no_paper() {
    let (bench, document) = ready();
    for signer in view(&bench, &document)["signers"].as_array().unwrap() {
        bench.view("remove_signer", json!({ "signer": signer["signer"]["id"] }));
    }
    let unsigned = ["party_unsigned vendor", "party_unsigned client", "party_unsigned supervisor"];
    assert_eq!(obstacles(&bench, &document), unsigned);
    for part in ["vendor_does_not_sign", "client_does_not_sign", "supervisor_does_not_sign"] {
        let section = waive(&bench, &document, part, ["as agreed", "经双方同意"]);
        bench.view("review_text", json!({ "place": "section_text", "record": section }));
    }
    assert_eq!(obstacles(&bench, &document), ["no_signers"]);
}
