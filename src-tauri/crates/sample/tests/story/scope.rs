//! Requirements, criteria, marks, evidence and open issues hang together.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::{Fields, Files, day};

fn tally<'a>(marks: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, i64> {
    let mut tally =
        BTreeMap::from([("passed", 0), ("passed_with_remark", 0), ("failed", 0), ("not_tested", 0)]);
    marks.for_each(|mark| *tally.get_mut(mark).unwrap() += 1);
    tally
}

#[test]
fn marks_sum_up_as_the_round_says() {
    let files = Files::read();
    let criteria = files.rows("scope", "criterion");
    let round = files.rows("scope", "acceptance_round")[0];
    for (column, stated) in [("mark", "marks_today"), ("after_meeting", "marks_after_meeting")] {
        let stated: BTreeMap<_, _> = round.inner(stated)[0]
            .iter()
            .map(|(mark, count)| (mark.as_str(), count.as_integer().unwrap()))
            .collect();
        assert_eq!(tally(criteria.iter().map(|criterion| criterion.text(column))), stated, "{column}");
    }
    assert_eq!(i64::try_from(criteria.len()), Ok(round.number("criteria")));
    let chapter = |number: i64| {
        let of: Vec<_> = criteria.iter().filter(|criterion| criterion.number("chapter") == number).collect();
        (of.iter().filter(|criterion| criterion.text("mark").starts_with("passed")).count(), of.len())
    };
    assert_eq!((chapter(3), chapter(4)), ((5, 6), (2, 5)));
}

#[test]
fn every_requirement_and_deliverable_is_examined_and_every_mark_supported() {
    let files = Files::read();
    let criteria = files.rows("scope", "criterion");
    let ids = |kind| -> BTreeSet<String> { files.rows("scope", kind).iter().map(|row| row.id()).collect() };
    let requirements: BTreeSet<String> = criteria.iter().map(|c| c.text("requirement").to_owned()).collect();
    assert_eq!(requirements, ids("requirement"));
    let deliverables: BTreeSet<String> =
        criteria.iter().flat_map(|c| c.names("deliverables")).map(str::to_owned).collect();
    assert_eq!(deliverables, ids("deliverable"));
    for requirement in files.rows("scope", "requirement") {
        let own = requirement
            .names("criteria")
            .into_iter()
            .any(|id| files.row("scope", "criterion", id).text("requirement") == requirement.id());
        assert!(own, "{}", requirement.id());
    }
    let mut used = BTreeSet::new();
    for criterion in &criteria {
        let id = criterion.id();
        for evidence in
            criterion.names("evidence").into_iter().chain(criterion.names("evidence_after_meeting"))
        {
            assert_eq!(files.row("scope", "evidence", evidence).text("criterion"), id, "{evidence}");
            assert!(used.insert(evidence), "{evidence} twice");
        }
        let mark = criterion.text("mark");
        assert!(mark != "passed" || !criterion.names("evidence").is_empty(), "{id} passed without evidence");
        assert!(matches!(mark, "passed" | "not_tested") || criterion.contains_key("remark"), "{id}");
    }
    assert_eq!(used.len(), ids("evidence").len());
    for evidence in files.rows("scope", "evidence") {
        assert!(evidence.day("date").unwrap() <= files.today(), "{}", evidence.id());
    }
}

#[test]
fn open_issues_are_ahead_and_one_of_them_blocks_until_the_meeting() {
    let files = Files::read();
    let issues = files.rows("scope", "open_issue");
    assert!(issues.iter().all(|issue| issue.day("due").unwrap() > files.today()));
    let blocking: Vec<String> =
        issues.iter().filter(|issue| issue.yes("blocking")).map(|issue| issue.id()).collect();
    assert_eq!(blocking, ["OI-02"]);
    assert!(!issues.iter().any(|issue| issue.yes("blocking_after_meeting")));
    assert_eq!(files.row("scope", "open_issue", "OI-02").day("due"), Some(day("2026-10-30")));
    let handbook = files.row("scope", "deliverable", "D-25").day("due").unwrap();
    assert_eq!((handbook - files.today()).num_days(), 8);
}
