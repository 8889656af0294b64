//! Moving the date over the days on which law changed, and drafts of one's own.

use std::collections::BTreeMap;

use super::*;
use crate::facts::Facts;
use crate::subject::SubjectKind;
use crate::value::FactValue;

fn subject(jurisdiction: &str, facts: &[(&str, FactValue)]) -> Subject {
    let values: BTreeMap<_, _> =
        facts.iter().map(|(fact, value)| ((*fact).to_owned(), Some(value.clone()))).collect();
    Subject {
        id: "ds".to_owned(),
        kind: SubjectKind::Dataset,
        jurisdictions: Some(BTreeSet::from([jurisdiction.to_owned()])),
        facts: Facts { values, ..Facts::default() },
        holds: Vec::new(),
    }
}

const YES: FactValue = FactValue::Bool(true);
const NO: FactValue = FactValue::Bool(false);

fn outbound(persons: i64) -> Subject {
    let mut facts = vec![
        ("flow.outbound", YES),
        ("data.personal", YES),
        ("count.pi", FactValue::Int(persons)),
        ("count.spi", FactValue::Int(0)),
        ("org.persons_processed", FactValue::Int(400_000)),
        ("data.sector", FactValue::Text("none".to_owned())),
        ("incident.grave", YES),
    ];
    for no in [
        "data.state_secret",
        "data.core",
        "data.important",
        "data.foreign_origin_only",
        "org.ciio",
        "org.state_organ",
        "recipient.foreign_authority",
        "claim.contract",
        "claim.hr",
        "claim.emergency",
        "claim.statutory",
        "ftz.applies",
        "org.central_organ",
    ] {
        facts.push((no, NO));
    }
    subject("CN", &facts)
}

fn over(subject: Subject, today: &str, then: &str, reach: Reach) -> Shadow {
    let (today, then) = (today.parse().unwrap(), then.parse().unwrap());
    shadow(&[subject], Shelf::shipped(), today, (then, reach), Vec::new(), Checklist::shipped()).unwrap()
}

fn row<'a>(shadow: &'a Shadow, pack: &str, decision: &str) -> &'a ShadowRow {
    shadow.rows.iter().find(|row| row.pack == pack && row.decision == decision).unwrap()
}

fn one(word: &str) -> Option<Value> {
    Some(Value::One(word.to_owned()))
}

#[test]
fn order_16_loosens_small_volumes_and_keeps_large_ones() {
    let small = over(outbound(60_000), "2024-03-21", "2024-03-22", Reach::InForce);
    let found = row(&small, "cn.outbound", "mechanism");
    assert_eq!((found.change, found.days_left), (Change::Looser, Some(1)));
    assert_eq!((&found.now.value, &found.then.value), (&one("sc_or_cert"), &one("exempt_volume")));
    // 120,000 over two years was an assessment and is a standard contract.
    let middle = over(outbound(120_000), "2024-03-21", "2024-03-22", Reach::InForce);
    let found = row(&middle, "cn.outbound", "mechanism");
    assert_eq!((&found.now.value, &found.then.value), (&one("security_assessment"), &one("sc_or_cert")));
    let large = over(outbound(1_000_000), "2024-03-21", "2024-03-22", Reach::InForce);
    assert_eq!(row(&large, "cn.outbound", "mechanism").change, Change::Same);
}

#[test]
fn malaysia_asks_for_an_assessment_and_a_notice_since_june_2025() {
    let facts = [
        ("flow.transfer", YES),
        ("data.personal", YES),
        ("incident.personal", YES),
        ("org.critical_sector", NO),
    ];
    let subject = subject("MY", &facts);
    let found = over(subject, "2025-05-31", "2025-06-01", Reach::InForce);
    let mechanism = row(&found, "my.data", "mechanism");
    assert_eq!((mechanism.change, mechanism.days_left), (Change::DifferentGround, Some(1)));
    assert_eq!(mechanism.then.value, one("my_transfer_assessment"));
    let authority = row(&found, "my.data", "report_authority");
    assert_eq!((authority.change, &authority.then.value), (Change::Stricter, &one("72 hours")));
}

#[test]
fn grave_incidents_have_a_clock_since_november_2025() {
    let found = over(outbound(5), "2025-10-01", "2025-11-01", Reach::InForce);
    let authority = row(&found, "cn.incidents", "report_authority");
    assert_eq!((authority.change, authority.days_left), (Change::Stricter, Some(31)));
    assert_eq!((&authority.now.value, &authority.then.value), (&None, &one("4 hours")));
}

#[test]
fn the_turn_of_2026_renumbers_china_and_renews_vietnam_and_hong_kong() {
    let found = over(outbound(5), "2025-12-31", "2026-01-01", Reach::InForce);
    let logs = row(&found, "cn.residency", "log_retention");
    assert_eq!(logs.change, Change::Same);
    assert_eq!(
        (&logs.now.rules[..], &logs.then.rules[..]),
        (&["CN-RES-17A".to_owned()][..], &["CN-RES-17".to_owned()][..])
    );
    let facts = [
        ("flow.transfer", NO),
        ("flow.foreign_cloud", YES),
        ("data.personal", YES),
        ("data.own_employees", YES),
    ];
    let found = over(subject("VN", &facts), "2025-12-31", "2026-01-01", Reach::InForce);
    let mechanism = row(&found, "vn.personal", "mechanism");
    assert_eq!(
        (&mechanism.now.value, &mechanism.then.value),
        (&one("vn_dossier"), &one("vn_dossier_exempt"))
    );
    assert_eq!((mechanism.change, mechanism.days_left), (Change::Looser, Some(1)));
    let facts = [("org.critical_sector", YES), ("incident.computer", YES), ("incident.core_function", NO)];
    let found = over(subject("HK", &facts), "2025-12-31", "2026-01-01", Reach::InForce);
    let authority = row(&found, "hk.data", "report_authority");
    assert_eq!((authority.change, &authority.then.value), (Change::Stricter, &one("48 hours")));
}

#[test]
fn a_law_that_nobody_has_read_makes_indonesia_unknown() {
    let facts = [("data.personal", YES), ("org.public_operator", NO)];
    let before = over(subject("ID", &facts), "2026-11-20", "2027-01-15", Reach::InForce);
    assert!(before.rows.iter().all(|row| row.pack != "id.gr33"));
    let found = over(subject("ID", &facts), "2026-11-20", "2027-01-16", Reach::InForce);
    for decision in ["storage", "level"] {
        let found = row(&found, "id.gr33", decision);
        assert_eq!((found.change, found.days_left, found.tentative), (Change::NewlyUnknown, Some(57), true));
        assert_eq!(found.then.standing, Some(Standing::NotRead));
    }
    assert_eq!(found.rows[0].pack, "id.gr33", "the nearest comes first");
}

#[test]
fn a_draft_never_yields_no_change() {
    for (jurisdiction, pack) in [("CN", "cn.platforms"), ("PH", "ph.residency"), ("HK", "hk.breach")] {
        let found = over(subject(jurisdiction, &[]), "2026-11-20", "2027-01-01", Reach::WithDrafts);
        let rows: Vec<_> = found.rows.iter().filter(|row| row.pack == pack).collect();
        assert!(!rows.is_empty() && rows.iter().all(|row| row.change != Change::Same), "{pack}");
        // Without drafts it is not looked at.
        let found = over(subject(jurisdiction, &[]), "2026-11-20", "2027-01-01", Reach::InForce);
        assert!(found.rows.iter().all(|row| row.pack != pack), "{pack}");
    }
}

#[test]
fn a_draft_of_ones_own_shows_rows_gates_and_days() {
    let (_, ours) = crate::SHIPPED.iter().find(|(file, _)| *file == "cn-mlps-2025.toml").unwrap();
    // Copied, made a draft from March 2027, in which level 2 is assessed every year as well.
    let draft = ours
        .replace("status = \"in_force\"", "status = \"draft\"")
        .replace("version = \"2025.1.0\"", "version = \"3.0-assumed\"")
        .replace("effective_from = 2025-01-01", "effective_from = 2027-03-01")
        .replace("review_due = 2027-05-31", "review_due = 2028-05-31");
    let at = draft.find("id = \"MLPS-12\"").unwrap();
    let (before, after) = draft.split_at(at);
    let draft = before.to_owned() + &after.replacen("in = [\"L3\", ", "in = [\"L2\", \"L3\", ", 1);
    let facts: Vec<(&str, FactValue)> = [
        ("mlps.info_object", "society"),
        ("mlps.info_harm", "general"),
        ("mlps.service_object", "citizens"),
        ("mlps.service_harm", "general"),
    ]
    .into_iter()
    .map(|(fact, word)| (fact, FactValue::Text(word.to_owned())))
    .chain([("mlps.is_platform", NO)])
    .collect();
    let own = vec![Pack::parse(&draft).unwrap()];
    let at = ("2027-03-01".parse().unwrap(), Reach::WithDrafts);
    let today = "2026-11-20".parse().unwrap();
    let subjects = [subject("CN", &facts)];
    let found = shadow(&subjects, Shelf::shipped(), today, at, own, Checklist::shipped()).unwrap();
    let duties = row(&found, "cn.mlps", "duties");
    assert_eq!((duties.change, duties.days_left, duties.tentative), (Change::Stricter, Some(101), true));
    assert_eq!(duties.new_duties, ["assess_yearly", "work_plan"]);
    assert_eq!(duties.gates, ["final_accept"]);
    assert_eq!(duties.clocks.len(), 1);
    // The rows that the draft leaves alone are no "no change" either.
    assert_eq!(row(&found, "cn.mlps", "grade").change, Change::NewlyUnknown);
}
