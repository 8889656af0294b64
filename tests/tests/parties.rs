//! Stakeholders and work packages of the sample: where people stand, who answers for what, how partners keep their word
//! and by when they are to be paid.

use serde_json::{Value, json};

use crate::support::Bench;

fn package<'a>(view: &'a Value, number: &str) -> &'a Value {
    let packages = view["packages"].as_array().unwrap();
    packages.iter().find(|row| row["record"]["number"] == number).unwrap()
}

/// The project of this number's prefix in the sample.
fn project(bench: &Bench, title: &str) -> Value {
    let list = bench.view("list_projects", json!({}));
    let projects = list["projects"].as_array().unwrap();
    let of = |each: &&Value| each["project"]["title"]["en"]["words"].as_str().unwrap().contains(title);
    projects.iter().find(of).unwrap()["project"]["id"].clone()
}

#[test]
fn people_stand_by_what_was_judged_and_are_met_by_their_rhythm() {
    let bench = Bench::with_sample();
    let view = bench.view("stakeholders", json!({ "project": bench.project() }));
    let rows = view["stakeholders"].as_array().unwrap();
    let stands = |number: &str| {
        let row = rows.iter().find(|row| row["record"]["number"] == number).unwrap();
        (row["stands"]["quadrant"].clone(), row["stands"]["meet_by"].clone())
    };
    // Lin Zhiyuan decides and cares; met on 28 September, again within four weeks.
    assert_eq!(stands("SH-01"), (json!("manage_closely"), json!("2026-10-26")));
    // Deng decides and cares less; within six weeks.
    assert_eq!(stands("SH-03"), (json!("keep_satisfied"), json!("2026-11-09")));
    // Of the assessor nobody has judged anything, and no rhythm was set.
    assert_eq!(stands("SH-11"), (Value::Null, Value::Null));
    assert_eq!(view["unjudged"], 1);
}

#[test]
fn a_package_says_who_answers_for_it_and_a_partners_when_it_is_paid() {
    let bench = Bench::with_sample();
    let view = bench.view("work_packages", json!({ "project": bench.project() }));
    assert_eq!(view["faulty"], 0);
    assert_eq!(package(&view, "WP-01")["state"], "own");
    // Its people are those of the whole that it is a part of.
    assert_eq!(package(&view, "WP-11")["faults"], json!([]));
    let due = |number: &str| {
        let payment = &package(&view, number)["payment"];
        (payment["counted_from"].clone(), payment["due"]["date"].clone())
    };
    // Handed over on 22 June, looked at on the 26th within its five working days: 60 days from there.
    assert_eq!(due("WP-14"), (json!("acceptance"), json!("2026-08-25")));
    assert_eq!(package(&view, "WP-14")["state"], "accepted_with_remark");
    // The order does not cover a partner that is not small: 45 days as agreed, from 27 July.
    assert_eq!(due("WP-12"), (json!("acceptance"), json!("2026-09-10")));
    let problems = &package(&view, "WP-12")["payment"]["problems"];
    assert_eq!(problems[0]["kind"], "not_covered");
    let partners = view["partners"].as_array().unwrap();
    let shares: Vec<Value> = partners
        .iter()
        .map(|row| json!([row["record"]["on_time"]["part"], row["record"]["on_time"]["of"]]))
        .collect();
    // Qiming kept both of its days, Tingtao neither.
    assert_eq!(shares, [json!([2, 2]), json!([0, 2])]);
}

#[test]
fn a_late_package_and_one_nobody_answers_for_are_told() {
    let bench = Bench::with_sample();
    let nanyu = project(&bench, "Nanyu");
    let view = bench.view("work_packages", json!({ "project": nanyu }));
    assert_eq!((&view["late"], &view["faulty"]), (&json!(1), &json!(1)));
    assert_eq!(package(&view, "WP-01")["state"], "late");
    assert_eq!(package(&view, "WP-02")["faults"], json!([{ "kind": "nobody_accountable" }]));
    let notices = bench.view("notices", json!({ "project": nanyu }));
    let late: Vec<&Value> = notices["notices"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["rule"] == "hand_over_late")
        .collect();
    assert_eq!(late.len(), 1);
    assert_eq!(late[0]["records"][0]["number"], "WP-01");

    // What came is no longer late, and is taken back with one undo.
    let mut fields = package(&view, "WP-01")["record"].clone();
    let record = fields["id"].take();
    let said = json!({ "en": fields["title"]["en"]["words"], "zh": fields["title"]["zh"]["words"] });
    let fields = json!({ "kind": "work_package", "title": said, "note": { "en": "", "zh": "" }, "part_of": null,
        "responsible": fields["responsible"], "accountable": fields["accountable"], "consulted": fields["consulted"],
        "informed": [], "deliverables": [], "partner": fields["partner"], "planned": "2026-09-22", "forecast": null,
        "handed_over": "2026-09-28", "payment": null,
        "looks": [{ "on": "2026-09-28", "mark": "failed", "by": null, "remark": { "en": "No label", "zh": "无标签" } }] });
    let request =
        json!({ "record": record, "project": nanyu, "stack": null, "number": "WP-01", "fields": fields });
    bench.view("save_record", request.clone());
    let after = bench.view("work_packages", json!({ "project": nanyu }));
    assert_eq!(package(&after, "WP-01")["state"], "returned");
    let rules = bench.view("notices", json!({ "project": nanyu }));
    let is_late = |line: &Value| line["rule"] == "hand_over_late";
    assert!(!rules["notices"].as_array().unwrap().iter().any(is_late));
    bench.view("undo", json!({ "seq": null }));
    assert_eq!(bench.view("work_packages", json!({ "project": nanyu })), view);

    // Nobody looks at what has not come.
    let mut early = request;
    early["fields"]["handed_over"] = Value::Null;
    let refused = bench.refused("save_record", early);
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("handed_over")));
}
