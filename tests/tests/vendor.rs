//! The vendor's profile and logo through the engine: saved, undone, printed on drafts, and never on what was issued.

use std::fs;

use crate::support::Bench;
use serde_json::{Value, json};

fn logo() -> String {
    hefu_tests::checkout::logo().into_os_string().into_string().unwrap()
}

fn profile(en: &str, zh: &str) -> Value {
    json!({
        "organisation": null, "name": { "en": en, "zh": zh }, "short_name": { "en": "Dongwei", "zh": "东维" },
        "legal_id": " 91440300SAMPLE0001 ", "calendar": "cn", "jurisdiction": "CN",
        "address": { "en": "1 Invented Road", "zh": "虚构路 1 号" },
        "telephone": "", "email": "", "website": "dongwei.example.com",
    })
}

fn new_workspace() -> Bench {
    let bench = Bench::empty();
    bench.view(
        "create_workspace",
        json!({
            "path": bench.file(), "name": "Dongwei", "actor": { "en": "Li Na", "zh": "李娜" },
            "passphrase": "a long passphrase", "keychain": "forget",
        }),
    );
    bench
}

fn acts(bench: &Bench) -> Vec<String> {
    let entries = bench.view(
        "list_entries",
        json!({ "trail": { "of": "workspace" }, "project": null, "before": null, "limit": 20 }),
    );
    let all = entries["entries"].as_array().unwrap();
    all.iter().map(|entry| entry["act"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_profile_is_one_act_and_every_step_of_it_is_taken_back() {
    let bench = new_workspace();
    let vendor = || bench.view("vendor_profile", json!({}))["vendor"].clone();
    assert_eq!(vendor(), Value::Null);
    let refused = bench.refused("set_vendor_logo", json!({ "path": logo() }));
    assert_eq!((&refused["code"], &refused["noun"]), (&json!("not_found"), &json!("vendor_profile")));

    bench.view("save_vendor_profile", profile("Dongwei Cloud", "东维云"));
    let saved = vendor();
    assert_eq!(saved["organisation"]["name"]["zh"]["words"], "东维云");
    assert_eq!(saved["organisation"]["kind"], "vendor");
    assert_eq!(saved["organisation"]["legal_id"], "91440300SAMPLE0001");
    assert_eq!(saved["profile"]["address"], json!({ "en": "1 Invented Road", "zh": "虚构路 1 号" }));

    let set = bench.view("set_vendor_logo", json!({ "path": logo() }));
    assert_eq!(vendor()["profile"]["logo"]["sha256"], set["sha256"]);
    assert!(vendor()["png"].as_str().unwrap().starts_with("iVBORw0KGgo"), "a PNG in base 64");
    bench.view("save_vendor_profile", profile("Dongwei Cloud Ltd", "东维云"));
    assert_eq!(vendor()["profile"]["logo"]["sha256"], set["sha256"], "saving the words keeps the logo");
    bench.view("remove_vendor_logo", json!({}));
    assert_eq!(vendor()["png"], Value::Null);

    bench.view("undo", json!({}));
    assert_eq!(vendor()["profile"]["logo"]["sha256"], set["sha256"]);
    bench.view("undo", json!({}));
    assert_eq!(vendor()["organisation"]["name"]["en"]["words"], "Dongwei Cloud");
    bench.view("undo", json!({}));
    assert_eq!(vendor()["profile"]["logo"], Value::Null);
    bench.view("undo", json!({}));
    assert_eq!(vendor(), Value::Null);
    let parties = bench.view("list_parties", json!({ "project": null }));
    assert_eq!(
        parties["organisations"],
        json!([]),
        "the organisation came with the profile and goes with it"
    );
    bench.view("redo", json!({}));
    assert_eq!(vendor()["organisation"]["id"], saved["organisation"]["id"]);
    let done = acts(&bench);
    for act in ["vendor_profile_saved", "vendor_logo_set", "vendor_logo_removed"] {
        assert!(done.iter().any(|each| each == act), "{act} in {done:?}");
    }
}

#[test]
fn who_works_here_is_named_from_then_on_and_undo_names_her_as_before() {
    let bench = new_workspace();
    let actor = || bench.view("workspace_status", json!({}))["open"]["actor"].clone();
    bench.view("save_actor", json!({ "actor": { "en": "Li Na (PM)", "zh": " 李娜 " } }));
    assert_eq!(actor(), json!({ "en": "Li Na (PM)", "zh": "李娜" }));
    bench.view("save_vendor_profile", profile("Dongwei Cloud", "东维云"));
    let last = bench.view(
        "list_entries",
        json!({ "trail": { "of": "workspace" }, "project": null, "before": null, "limit": 1 }),
    );
    assert_eq!(last["entries"][0]["actor"], actor());
    bench.view("undo", json!({}));
    bench.view("undo", json!({}));
    assert_eq!(actor(), json!({ "en": "Li Na", "zh": "李娜" }));
    let blank = bench.refused("save_actor", json!({ "actor": { "en": " ", "zh": "" } }));
    assert_eq!((&blank["code"], &blank["field"]), (&json!("invalid"), &json!("actor")));
}

#[test]
fn without_a_keychain_the_signing_identity_says_so() {
    let bench = new_workspace();
    let standing = || bench.view("signing_identity", json!({}))["standing"].clone();
    assert_eq!(standing(), "no_vendor");
    bench.view("save_vendor_profile", profile("Dongwei Cloud", "东维云"));
    assert_eq!(standing(), "unavailable");
}

/// The first page of the sample's draft, as a picture.
fn cover(bench: &Bench) -> Value {
    let documents = bench.view("list_documents", json!({ "project": bench.project() }));
    let lines = documents["documents"].as_array().unwrap();
    let report = lines.iter().find(|line| line["document"]["kind"] == "acceptance_report").unwrap();
    let document = report["document"]["id"].clone();
    bench.view("preview_page", json!({ "document": document, "page": 1, "width_px": 400 }))["png"].clone()
}

#[test]
fn a_draft_shows_the_logo_of_its_own_vendor_alone() {
    let bench = Bench::with_sample();
    let with = cover(&bench);
    bench.view("remove_vendor_logo", json!({}));
    let without = cover(&bench);
    assert_ne!(with, without);
    bench.view("undo", json!({}));
    assert_eq!(cover(&bench), with);
    let vendor = bench.view("vendor_profile", json!({}))["vendor"].clone();
    let other = bench.view("list_parties", json!({ "project": null }))["organisations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|each| each["kind"] == "partner")
        .unwrap()
        .clone();
    let words = |text: &Value| json!({ "en": text["en"]["words"], "zh": text["zh"]["words"] });
    let mut request = profile("", "");
    request["organisation"] = other["id"].clone();
    request["name"] = words(&other["name"]);
    bench.view("save_vendor_profile", request);
    assert_eq!(
        cover(&bench),
        without,
        "the project's vendor is {}",
        vendor["organisation"]["name"]["en"]["words"]
    );
}

#[test]
fn what_was_issued_is_not_changed_by_a_later_profile() {
    let bench = Bench::after_the_meeting();
    let before = fs::read(bench.paper()).unwrap();
    bench.open();
    bench.view("remove_vendor_logo", json!({}));
    let mut request = profile("Another name", "另一名称");
    request["organisation"] = bench.view("vendor_profile", json!({}))["vendor"]["organisation"]["id"].clone();
    bench.view("save_vendor_profile", request);
    let documents = bench.view("list_documents", json!({ "project": bench.project() }));
    let lines = documents["documents"].as_array().unwrap();
    let report = lines.iter().find(|line| line["document"]["kind"] == "acceptance_report").unwrap();
    let document = report["document"]["id"].clone();
    let again = bench.folder.path().join("again.pdf");
    bench.view("export_document", json!({ "document": document, "path": again }));
    assert!(fs::read(again).unwrap() == before);
    let report = bench.view("verify_file", json!({ "path": bench.paper() }));
    assert_eq!(report["verdict"], "unchanged", "{report}");
}

#[test]
fn everything_out_and_in_again_carries_the_logo() {
    let bench = new_workspace();
    bench.view("save_vendor_profile", profile("Dongwei Cloud", "东维云"));
    bench.view("set_vendor_logo", json!({ "path": logo() }));
    let before = bench.view("vendor_profile", json!({}));
    let folder = bench.folder.path().join("out");
    bench.view("export_all", json!({ "folder": folder }));
    bench.view(
        "import_all",
        json!({
            "folder": folder, "path": bench.folder.path().join("in.hefu"),
            "passphrase": "a long passphrase", "keychain": "forget",
        }),
    );
    assert_eq!(bench.view("vendor_profile", json!({})), before);
}
