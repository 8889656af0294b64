//! Clocks end on the day their calendar gives.

use super::rows::{Fields, Files, calendar, day};

#[test]
fn clocks_end_when_their_working_days_are_over() {
    let files = Files::read();
    let clocks =
        files.rows("projects", "clock").into_iter().chain(files.rows("projects", "deemed_acceptance"));
    let mut seen = 0;
    for clock in clocks {
        let days = u32::try_from(clock.number("working_days")).unwrap();
        let due = calendar(clock.text("calendar")).add_working_days(clock.day("started").unwrap(), days);
        assert_eq!(Some(due.date), clock.day("due"), "{}", clock.id());
        seen += 1;
    }
    assert_eq!(seen, 3);
    let left = |due: &str| calendar("cn").working_days_left(files.today(), day(due)).days;
    assert_eq!((left("2026-10-15"), left("2026-09-30")), (9, 2));
}

#[test]
fn nobody_approves_a_waiver_of_their_own() {
    for waiver in Files::read().rows("projects", "waiver") {
        assert!(!waiver.names("approved_by").contains(&waiver.text("requested_by")), "{}", waiver.id());
    }
}
