//! Levels, places and placements of an inventory, by hand from the scale and the residency table.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::needless_pass_by_value, reason = "JSON is written where it is handed over")]

use std::collections::BTreeSet;

use hefu_rules::{
    Level, Permission, Placement, Reach, Shelf, Standing, Subject, SubjectError, Use, classify, route,
};
use serde_json::{Value, json};

const DAY: &str = "2026-11-20";

fn subject(id: &str, kind: &str, jurisdictions: Value, values: Value, holds: &[&str]) -> Subject {
    let subject = json!({ "id": id, "kind": kind, "jurisdictions": jurisdictions, "facts": { "values": values }, "holds": holds });
    serde_json::from_value(subject).unwrap()
}

fn dataset(id: &str, changes: &[(&str, Value)]) -> Subject {
    let mut values = json!({
        "data.state_secret": false, "data.core": false, "data.important": false, "data.personal": true,
        "data.persons": 0, "data.sensitive_persons": 0, "data.sector": "none", "data.is_log": false,
        "org.ciio": false, "org.state_organ": false, "sys.mlps_level": 3
    });
    for (fact, value) in changes {
        values[*fact] = value.clone();
    }
    subject(id, "dataset", json!(["CN"]), values, &[])
}

fn levels(subjects: &[Subject]) -> Vec<(Standing, Option<Level>)> {
    let found = classify(subjects, Shelf::shipped(), DAY.parse().unwrap(), Reach::InForce).unwrap();
    found.rows.iter().map(|row| (row.standing, row.level)).collect()
}

#[test]
fn the_examples_of_the_scale_come_out() {
    let decided = |level| (Standing::Decided, Some(level));
    for (changes, level) in [
        (vec![("data.persons", json!(60_000))], Level::SL2),
        (vec![("data.persons", json!(150_000))], Level::SL3),
        (vec![("org.ciio", json!(true))], Level::SL4),
        (vec![("data.important", json!(true))], Level::SL4),
        (vec![("org.state_organ", json!(true))], Level::SL4),
        (vec![("data.core", json!(true))], Level::SL5),
        (vec![("data.state_secret", json!(true))], Level::SL5),
        (vec![("data.sector", json!("health"))], Level::SL4),
        (vec![("data.sector", json!("credit"))], Level::SL4),
        (vec![("data.sector", json!("map"))], Level::SL4),
        (vec![("data.personal", json!(false))], Level::SL1),
        (vec![("data.personal", json!(false)), ("data.is_log", json!(true))], Level::SL3),
    ] {
        assert_eq!(levels(&[dataset("d", &changes)]), [decided(level)], "{changes:?}");
    }
    let vietnam = json!({
        "data.personal": false, "data.persons": 1_000_000, "data.sensitive_persons": 0, "data.government": false,
        "vn.user_data": false
    });
    let indonesia = json!({ "data.personal": false, "org.public_operator": true, "id.onshore_unavailable": false, "org.bank": false });
    for (country, values) in [("VN", vietnam), ("ID", indonesia)] {
        assert_eq!(
            levels(&[subject("d", "dataset", json!([country]), values, &[])]),
            [decided(Level::SL4)],
            "{country}"
        );
    }
}

#[test]
fn a_workload_is_held_as_tightly_as_what_it_holds() {
    let subjects = [
        subject("w", "workload", json!([]), json!({}), &["app", "copy"]),
        dataset("app", &[("data.persons", json!(60_000))]),
        subject("copy", "backup", json!([]), json!({}), &["log"]),
        dataset("log", &[("data.important", json!(true))]),
        subject("desk", "support", json!([]), json!({}), &["app"]),
    ];
    let found = levels(&subjects).into_iter().map(|(_, level)| level.unwrap()).collect::<Vec<_>>();
    assert_eq!(found, [Level::SL4, Level::SL2, Level::SL4, Level::SL4, Level::SL2]);
    let day = DAY.parse().unwrap();
    let rows = classify(&subjects, Shelf::shipped(), day, Reach::InForce).unwrap().rows;
    assert_eq!((rows[0].reasons[0].of.as_str(), rows[0].reasons[0].rule.as_str()), ("log", "CN-RES-03"));
    let mut circle = subjects.to_vec();
    circle[3].holds.push("w".to_owned());
    let error = classify(&circle, Shelf::shipped(), day, Reach::InForce).unwrap_err();
    assert!(matches!(error, SubjectError::Circle { .. }), "{error}");
}

#[test]
fn unknown_is_asked_for_and_never_taken_for_no() {
    let day = DAY.parse().unwrap();
    let row = |subject: Subject| {
        classify(&[subject], Shelf::shipped(), day, Reach::InForce).unwrap().rows.remove(0)
    };
    let open = row(dataset("d", &[("data.important", json!(null)), ("data.persons", json!(150_000))]));
    assert_eq!((open.standing, open.level, open.plan_for), (Standing::NeedsInfo, None, Some(Level::SL4)));
    assert_eq!(open.ask.iter().map(|ask| ask.fact.as_str()).collect::<Vec<_>>(), ["data.important"]);
    // What cannot lift it any more is not asked for.
    let settled = row(dataset("d", &[("data.sector", json!(null)), ("data.core", json!(true))]));
    assert_eq!(
        (settled.standing, settled.level, settled.ask.len()),
        (Standing::Decided, Some(Level::SL5), 0)
    );
    // A country without a pack, and one that nobody has named.
    let laos = row(subject("d", "dataset", json!(["LA"]), json!({}), &[]));
    assert_eq!((laos.standing, laos.level, laos.plan_for), (Standing::NeedsInfo, None, Some(Level::SL5)));
    assert_eq!(laos.without_pack, BTreeSet::from(["LA".to_owned()]));
    let nowhere = row(subject("d", "dataset", json!(null), json!({}), &[]));
    assert_eq!((nowhere.standing, nowhere.unknown_jurisdiction), (Standing::NeedsInfo, vec!["d".to_owned()]));
}

fn placed(
    subjects: &[Subject],
    places: &[(&str, Use, &str)],
) -> (Vec<Standing>, Vec<(Permission, Permission)>) {
    let places: Vec<Placement> = places
        .iter()
        .map(|(subject, use_, country)| Placement {
            subject: (*subject).to_owned(),
            use_: *use_,
            country: (*country).to_owned(),
            region: None,
        })
        .collect();
    let routed = route(subjects, &places, Shelf::shipped(), DAY.parse().unwrap(), Reach::InForce).unwrap();
    let placements = routed.placements.iter().map(|row| (row.permission, row.plan_for)).collect();
    (routed.rows.iter().map(|row| row.countries).collect(), placements)
}

#[test]
fn placements_are_held_against_the_level_and_the_home() {
    let subjects = [
        dataset("few", &[("data.persons", json!(60_000))]),
        dataset("many", &[("data.persons", json!(150_000))]),
        dataset("health", &[("data.sector", json!("health"))]),
        dataset("genes", &[("data.sector", json!("genetic"))]),
        dataset("open", &[("data.important", json!(null))]),
    ];
    let places = [
        ("few", Use::Store, "SG", Permission::Recorded, Permission::Recorded),
        ("many", Use::Administer, "SG", Permission::WithMechanism, Permission::WithMechanism),
        ("health", Use::Store, "SG", Permission::Barred, Permission::Barred),
        ("health", Use::Administer, "SG", Permission::WithApproval, Permission::WithApproval),
        ("health", Use::Store, "CN", Permission::Open, Permission::Open),
        // Hong Kong is abroad.
        ("genes", Use::Replicate, "HK", Permission::WithApproval, Permission::WithApproval),
        ("open", Use::Store, "SG", Permission::Recorded, Permission::WithApproval),
    ];
    let asked: Vec<_> =
        places.iter().map(|(subject, use_, country, ..)| (*subject, *use_, *country)).collect();
    let (_, found) = placed(&subjects, &asked);
    for (place, found) in places.iter().zip(found) {
        assert_eq!(found, (place.3, place.4), "{place:?}");
    }
}

#[test]
fn two_homes_that_exclude_each_other_are_a_conflict() {
    let china = dataset("cn", &[("data.core", json!(true))]);
    let values = json!({ "org.public_operator": true, "id.onshore_unavailable": false });
    let indonesia = subject("id", "dataset", json!(["ID"]), values, &[]);
    let both = subject("both", "workload", json!([]), json!({}), &["cn", "id"]);
    let (countries, placements) = placed(
        &[china, indonesia, both],
        &[("both", Use::Store, "CN"), ("both", Use::Store, "ID"), ("cn", Use::Store, "CN")],
    );
    assert_eq!(countries[2], Standing::Conflict, "the dataset is to be split");
    let barred = (Permission::Barred, Permission::Barred);
    assert_eq!(placements, [barred, barred, (Permission::Open, Permission::Open)]);
}
