//! Each reason, by a file that has it.

use super::*;

/// A file of one calendar, with what is given in its head and its body.
fn file(head: &str, tasks: &str, body: &str) -> Mspdi {
    let text = format!(
        "<Project><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID>{head}
        <Calendars><Calendar><UID>1</UID></Calendar><Calendar><UID>2</UID></Calendar></Calendars>
        <Tasks>{tasks}</Tasks>{body}</Project>"
    );
    Mspdi::read(text.as_bytes()).unwrap()
}

/// A task of one day that the file puts on a day of March 2026, with more that is said of it.
fn task(uid: u32, day: u32, more: &str) -> String {
    let date = |hour: u32| format!("2026-03-{day:02}T{hour:02}:00:00");
    format!(
        "<Task><UID>{uid}</UID><OutlineLevel>1</OutlineLevel><Start>{}</Start><Finish>{}</Finish>
        <Duration>PT8H0M0S</Duration><DurationFormat>7</DurationFormat>{more}</Task>",
        date(8),
        date(17)
    )
}

fn after(uid: u32, lag: u32) -> String {
    format!(
        "<PredecessorLink><PredecessorUID>{uid}</PredecessorUID><Type>1</Type><LinkLag>{lag}</LinkLag></PredecessorLink>"
    )
}

fn reasons(file: &Mspdi) -> Vec<(String, Reason)> {
    let differences = compare(file).unwrap().differences;
    let dates = differences.into_iter().filter(|(_, difference, ..)| *difference == Difference::Dates);
    dates.map(|(uid, _, _, reason)| (uid, reason)).collect()
}

/// Every file puts task 1 on Tuesday, where it is computed for Monday 2 March; only what else it says differs.
#[test]
fn every_reason_is_found_where_the_file_has_it() {
    let late = |more: &str| task(1, 3, more);
    let assigned = "<Resources><Resource><UID>1</UID><CalendarUID>2</CalendarUID></Resource></Resources>
        <Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>1</ResourceUID></Assignment></Assignments>";
    let must = "<ConstraintType>2</ConstraintType><ConstraintDate>2026-03-02T08:00:00</ConstraintDate>";
    let elsewhere =
        "<PredecessorLink><PredecessorUID>9</PredecessorUID><CrossProject>1</CrossProject></PredecessorLink>";
    let cases = [
        (file("<ScheduleFromStart>0</ScheduleFromStart>", &late(""), ""), Reason::ScheduledFromFinish),
        (file("<HonorConstraints>1</HonorConstraints>", &late(must), ""), Reason::ConstraintHonoured),
        (file("", &late(""), assigned), Reason::ResourceCalendar),
        (file("", &late("<LevelingDelay>4800</LevelingDelay>"), ""), Reason::Levelled),
        (file("", &late(elsewhere), ""), Reason::RelationElsewhere),
        (file("<StatusDate>2026-03-02T08:00:00</StatusDate>", &late(""), ""), Reason::StatusDate),
        (file("", &late(""), ""), Reason::Other),
    ];
    for (file, reason) in cases {
        assert_eq!(reasons(&file), [("1".to_owned(), reason)]);
    }
}

#[test]
fn an_exception_by_position_in_the_month_is_told_as_not_read() {
    let text = "<Project><StartDate>2026-03-02T08:00:00</StartDate><CalendarUID>1</CalendarUID><Calendars><Calendar>
        <UID>1</UID><Exceptions><Exception><TimePeriod><FromDate>2026-03-01T00:00:00</FromDate>
        <ToDate>2026-12-31T23:59:00</ToDate></TimePeriod><Type>5</Type></Exception></Exceptions></Calendar></Calendars>
        <Tasks>TASK</Tasks></Project>";
    let file = Mspdi::read(text.replace("TASK", &task(1, 3, "")).as_bytes()).unwrap();
    assert_eq!(reasons(&file), [("1".to_owned(), Reason::RecurringException)]);
}

/// Task 2 follows task 1 by a day of lag and another calendar; the file puts it two days later than that.
#[test]
fn a_lag_between_two_calendars_is_a_reason() {
    let second = task(2, 6, &format!("<CalendarUID>2</CalendarUID>{}", after(1, 4800)));
    let file = file("", &(task(1, 2, "") + &second), "");
    assert_eq!(reasons(&file), [("2".to_owned(), Reason::LagCalendar)]);
}

/// Task 1 was put off to Tuesday; its follower on Wednesday has no reason but that.
#[test]
fn what_follows_a_task_with_a_reason_follows_it() {
    let first = task(1, 3, "<LevelingDelay>4800</LevelingDelay>");
    let file = file("", &(first + &task(2, 4, &after(1, 0))), "");
    let expected = [("1".to_owned(), Reason::Levelled), ("2".to_owned(), Reason::Follows)];
    assert_eq!(reasons(&file), expected);
}

/// A date by hand is not compared; Tuesday 08:00 as the finish of Monday's work is Monday 17:00.
#[test]
fn dates_by_hand_are_left_and_instants_of_work_compared() {
    let file = file(
        "",
        "<Task><UID>1</UID><Manual>1</Manual><Start>2026-03-05T08:00:00</Start><Finish>2026-03-05T17:00:00</Finish>
        <Duration>PT8H0M0S</Duration></Task>
        <Task><UID>2</UID><Start>2026-03-02T08:00:00</Start><Finish>2026-03-03T08:00:00</Finish>
        <Duration>PT8H0M0S</Duration><TotalSlack>14400</TotalSlack><Critical>0</Critical></Task>",
        "",
    );
    let comparison = compare(&file).unwrap();
    assert_eq!(comparison.dates, Tally { agree: 1, of: 1 });
    // Three days to Thursday evening.
    assert_eq!(
        (comparison.slack, comparison.critical),
        (Tally { agree: 1, of: 1 }, Tally { agree: 1, of: 1 })
    );
    assert!(comparison.differences.is_empty(), "{:?}", comparison.differences);
}
