//! The gates of the sample on other days than its own.

use std::ops::ControlFlow;
use std::sync::Mutex;

use chrono::NaiveDate;
use hefu_api::Progress;
use hefu_domain::register::KeptRecord;
use serde_json::{Value, json};

use crate::dispatch::dispatch;
use crate::outside::Outside;
use crate::session::Session;

struct Sample {
    _folder: tempfile::TempDir,
    project: Value,
    session: Mutex<Session>,
}

impl Sample {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-09-28T10:00:00+08:00".parse().unwrap();
        let session = Mutex::new(Session { outside: Outside::fixed(now, 12), open: None });
        let path = folder.path().join("work.hefu");
        let project = json!(hefu_sample::story().unwrap().projects[0].id);
        let sample = Self { _folder: folder, project, session };
        sample.view("create_sample", json!({ "path": path, "passphrase": null }));
        sample
    }

    /// It is this day from now on.
    fn on(&self, day: &str) -> &Self {
        let day: NaiveDate = day.parse().unwrap();
        self.session.lock().unwrap().open.as_mut().unwrap().profile.today = Some(day);
        self
    }

    fn view(&self, command: &str, request: Value) -> Value {
        let reply = dispatch(&self.session, command, request, &mut |_: Progress| ControlFlow::Continue(()));
        reply.unwrap_or_else(|failure| panic!("{command}: {failure:?}")).view()
    }

    /// A gate of the main project.
    fn gate(&self, number: &str) -> Value {
        let view = self.view("gates", json!({ "project": self.project }));
        let lines = view["lines"].as_array().unwrap().iter();
        let gate = lines
            .flat_map(|line| line["gates"].as_array().unwrap())
            .find(|gate| gate["record"]["number"] == number);
        gate.unwrap_or_else(|| panic!("no gate {number}")).clone()
    }

    /// What Today says of a gate.
    fn line(&self, gate: &Value) -> Option<Value> {
        let today = self.view("today", json!({}));
        let items = today["items"].as_array().unwrap().iter();
        let mut lines = items.filter(|item| item["what"]["kind"] == "gate_blocked");
        lines.find(|item| item["record"] == gate["record"]["id"]).cloned()
    }

    fn noticed(&self, rule: &str) -> Vec<Value> {
        let view = self.view("notices", json!({ "project": self.project, "limit": null }));
        let all = view["notices"].as_array().unwrap().iter();
        all.filter(|notice| notice["rule"] == rule).cloned().collect()
    }
}

const ENVIRONMENT: &str = "GT-04";

fn condition<'a>(gate: &'a Value, key: &str) -> &'a Value {
    gate["conditions"].as_array().unwrap().iter().find(|each| each["key"] == key).unwrap()
}

/// The export of the region lock ran out before the story's day; renewed, only the waiver is left to end.
fn renew_the_region_lock(sample: &Sample) {
    let listed = sample.view("list_records", json!({ "project": sample.project, "kinds": ["gate_check"] }));
    let check =
        listed["records"].as_array().unwrap().iter().find(|check| check["number"] == "SOV-09").unwrap();
    let record: KeptRecord = serde_json::from_value(check.clone()).unwrap();
    let mut fields = serde_json::to_value(record.fields()).unwrap();
    fields["evidence"] = json!([]);
    fields["lasts"] = json!("until");
    fields["valid_until"] = json!("2027-03-24");
    let request = json!({ "record": check["id"], "project": sample.project, "stack": check["stack"], "number": null,
        "fields": fields });
    sample.view("save_record", request);
}

#[test]
fn the_waiver_of_the_keys_blocks_its_gate_on_the_day_after_its_last() {
    let sample = Sample::open();
    let before = sample.gate(ENVIRONMENT);
    assert_eq!(before["state"], "lapsed", "the region lock has run out");
    let why = &condition(&before, "SOV-09")["reasons"][0]["why"];
    assert_eq!(why, &json!({ "kind": "expired", "on": "2026-09-24" }));
    renew_the_region_lock(&sample);
    for day in ["2026-09-28", "2026-10-31"] {
        let gate = sample.on(day).gate(ENVIRONMENT);
        let keys = condition(&gate, "SOV-04");
        assert_eq!((&gate["state"], &keys["verdict"]), (&json!("passed"), &json!("waived")), "{day}");
        assert_eq!(keys["waiver"]["problem"], Value::Null, "{day}");
        assert_eq!(sample.line(&gate), None, "{day}");
    }
    let after = sample.on("2026-11-01").gate(ENVIRONMENT);
    let keys = condition(&after, "SOV-04");
    assert_eq!((&after["state"], &keys["verdict"]), (&json!("lapsed"), &json!("unmet")));
    assert_eq!(after["lets_through"], false);
    assert_eq!(keys["waiver"]["problem"], json!({ "kind": "expired", "on": "2026-10-31" }));
    let line = sample.line(&after).unwrap();
    assert_eq!((&line["urgency"], &line["what"]["passed"]), (&json!("blocked"), &json!("passed")));
    assert_eq!(
        line["what"]["by"],
        json!([{ "en": "Keys are kept inside the jurisdiction", "zh": "密钥在法域内托管" }])
    );
}

#[test]
fn a_waiver_is_noticed_a_month_before_it_ends_and_a_gate_when_its_day_is_near() {
    let sample = Sample::open();
    assert_eq!(sample.noticed("waiver_ends"), [] as [Value; 0]);
    let ends = sample.on("2026-10-01").noticed("waiver_ends");
    assert_eq!(ends.len(), 1);
    assert_eq!(
        (&ends[0]["records"][0]["number"], &ends[0]["records"][1]["number"]),
        (&json!("WV-01"), &json!(ENVIRONMENT))
    );
    let soon = sample.on("2026-09-28").noticed("gate_soon_unmet");
    assert_eq!(soon.len(), 1);
    assert_eq!(soon[0]["records"][0]["number"], "GT-06");
    // What is not met is said by name, each text in its language.
    assert!(soon[0]["reason"]["en"].as_str().unwrap().contains("No open issue blocks"), "{soon:?}");
    assert!(soon[0]["reason"]["zh"].as_str().unwrap().contains("无阻塞性遗留问题"), "{soon:?}");
    let loose = sample.noticed("promise_without_requirement");
    assert_eq!(loose.len(), 1);
    assert_eq!(loose[0]["records"][0]["number"], "PR-04");
}
