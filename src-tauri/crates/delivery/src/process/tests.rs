//! Days counted by hand on the calendar of March 2026, whose first Monday is the 2nd.

use super::*;

fn day(text: &str) -> NaiveDate {
    format!("2026-{text}").parse().unwrap()
}

fn calendar() -> Calendar {
    Calendar::parse(include_str!("../../../../library/calendars/cn.toml")).unwrap()
}

fn entry(project: &str, step: &str, date: &str, event: Event) -> Entry {
    Entry { project: project.into(), step: step.into(), day: day(date), event }
}

fn wait(began: bool, on: &str) -> Event {
    let on = on.to_owned();
    if began { Event::WaitBegan { on } } else { Event::WaitEnded { on } }
}

fn process(entries: &[Entry], today: &str) -> Process {
    measure(entries, &[], &calendar(), day(today))
}

#[test]
fn waiting_and_working_days_of_a_step() {
    let entries = [
        entry("p", "design", "03-02", Event::Began),
        entry("p", "design", "03-04", wait(true, "client")),
        entry("p", "design", "03-05", wait(true, "supervisor")),
        entry("p", "design", "03-09", wait(false, "client")),
        entry("p", "design", "03-06", wait(false, "supervisor")),
        entry("p", "design", "03-06", Event::Returned),
        entry("p", "design", "03-13", Event::Ended),
    ];
    let found = process(&entries, "03-31");
    let step = &found.steps[0];
    // 2 to 6 and 9 to 13 March; 4, 5 and 6 waited, the 9th was worked again.
    assert_eq!((step.days, step.waiting, step.working, step.returns), (10, 3, 7, 1));
    assert_eq!(step.waited_on, BTreeMap::from([("client".into(), 3), ("supervisor".into(), 1)]));
    let bottleneck = Bottleneck { step: "design".into(), waiting: 3, on: Some("client".into()) };
    assert_eq!((found.bottleneck, found.unfit), (Some(bottleneck), vec![]));
    assert_eq!((found.finished[0].days.count, found.finished[0].returned.percent), (1, None));
}

#[test]
fn a_step_that_runs_is_counted_up_to_today_and_is_not_finished() {
    let entries = [
        entry("p", "design", "03-02", Event::Began),
        entry("p", "design", "03-04", wait(true, "client")),
        entry("p", "design", "03-30", Event::Ended),
    ];
    let found = process(&entries, "03-06");
    assert_eq!((found.steps[0].days, found.steps[0].waiting, found.steps[0].ended), (5, 3, None));
    assert_eq!(found.finished, []);
    // Ended and taken up again.
    let again = [
        entry("p", "design", "03-02", Event::Began),
        entry("p", "design", "03-03", Event::Ended),
        entry("p", "design", "03-05", Event::Began),
    ];
    assert_eq!((process(&again, "03-06").steps[0].days, process(&again, "03-06").steps[0].ended), (5, None));
}

#[test]
fn entries_that_fit_nothing_are_handed_back() {
    let entries = [
        entry("p", "design", "03-02", Event::Ended),
        entry("p", "build", "03-02", Event::Began),
        entry("p", "build", "03-03", wait(false, "client")),
        entry("p", "build", "03-03", Event::Signed { paper: "d".into() }),
    ];
    // By project and step, then the signatures.
    let [ended, _, waited, signed] = entries.clone();
    assert_eq!(process(&entries, "03-06").unfit, [waited, ended, signed]);
}

#[test]
fn notice_to_signature() {
    let notice = |paper: &str, date: &str| entry("p", "pa", date, Event::NoticeSent { paper: paper.into() });
    let signed = |paper: &str, date: &str| entry("p", "pa", date, Event::Signed { paper: paper.into() });
    let entries = [notice("a", "09-24"), signed("a", "10-09"), notice("b", "09-28")];
    let found = process(&entries, "10-10");
    let days: Vec<_> =
        found.signatures.iter().map(|time| (time.paper.as_str(), time.signed, time.days)).collect();
    // 28, 29, 30 September, 8 and 9 October; and 29, 30 September, 8, 9 and the 10th, a Saturday that is worked.
    assert_eq!(days, [("a", Some(day("10-09")), 5), ("b", None, 5)]);
    assert_eq!(found.signed.unwrap().count, 1);
}

fn took(project: &str, began: &str, ended: &str) -> [Entry; 2] {
    [entry(project, "design", began, Event::Began), entry(project, "design", ended, Event::Ended)]
}

#[test]
fn before_and_after_speak_in_percent_from_five_on_either_side() {
    // Five of 4 working days before April, five of 3 from April on; one runs over the day.
    let mut entries: Vec<Entry> = (0..5).flat_map(|n| took(&format!("b{n}"), "03-02", "03-05")).collect();
    entries.extend((0..5).flat_map(|n| took(&format!("a{n}"), "04-07", "04-09")));
    entries.extend(took("over", "03-30", "04-02"));
    let compared = |entries: &[Entry]| compare(&process(entries, "04-30").steps, day("04-01")).remove(0);
    let found = compared(&entries);
    assert_eq!((found.before.unwrap().count, found.after.unwrap().count), (5, 5));
    assert_eq!(found.percent, Some(Decimal::from(-25)));
    let fewer = compared(&entries[2..]);
    assert_eq!((fewer.before.unwrap().count, fewer.percent), (4, None));
    assert_eq!(compare(&process(&entries[..10], "04-30").steps, day("04-01"))[0].after, None);
}

#[test]
fn the_same_by_template_client_and_partner() {
    let entries: Vec<Entry> = [took("a", "03-02", "03-05"), took("b", "03-02", "03-06")].concat();
    let traits = |project: &str, client: &str| ProjectTraits {
        project: project.into(),
        template: Some("sea-commercial".into()),
        client: Some(client.into()),
        partners: vec!["org-qiming".into()],
    };
    let found = measure(&entries, &[traits("a", "x"), traits("b", "y")], &calendar(), day("03-31"));
    let told: Vec<_> = found
        .groups
        .iter()
        .map(|group| (group.by, group.name.as_str(), group.finished[0].days.count))
        .collect();
    assert_eq!(
        told,
        [
            (GroupKind::Template, "sea-commercial", 2),
            (GroupKind::Client, "x", 1),
            (GroupKind::Client, "y", 1),
            (GroupKind::Partner, "org-qiming", 2),
        ]
    );
}
