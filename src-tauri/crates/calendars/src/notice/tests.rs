//! Notices as people paste them, and what is wrong with them.

use std::fmt::Write;

use hefu_domain::calendar::Calendar;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn problems(read: &NoticeRead) -> Vec<(u32, &NoticeProblem)> {
    read.faults.iter().map(|fault| (fault.line, &fault.problem)).collect()
}

/// From, to, whether worked, and the name.
fn days(read: &NoticeRead, year: i32) -> Vec<(String, String, bool, String)> {
    let year = read.years.iter().find(|each| each.year == year).unwrap();
    let told = |span: &ExceptionSpan| {
        (span.from.to_string(), span.to.to_string(), span.kind == ExceptionKind::Work, span.name.to_string())
    };
    year.days.iter().map(told).collect()
}

fn span(from: &str, to: &str, works: bool, name: &str) -> (String, String, bool, String) {
    (from.to_owned(), to.to_owned(), works, name.to_owned())
}

/// A notice in the State Council's form, made of the library's days of a year: no sentence is anybody's.
fn notice(year: &toml::Value) -> String {
    let number = year["year"].as_integer().unwrap();
    let mut text = format!("关于{number}年部分节假日安排的通知\n各有关单位:\n现将安排通知如下。\n");
    let chinese = |date: NaiveDate| {
        let weekday = ["一", "二", "三", "四", "五", "六", "日"];
        let place = usize::try_from(date.weekday().num_days_from_monday()).unwrap();
        format!("{}月{}日（周{}）", date.month(), date.day(), weekday[place])
    };
    let list = |key: &str| year.get(key).and_then(|list| list.as_array()).cloned().unwrap_or_default();
    for entry in list("off") {
        let one = |key: &str| entry.get(key).map(|text| day(text.as_str().unwrap()));
        let from = one("day").or_else(|| one("from")).unwrap();
        let name = entry["name"]["zh"].as_str().unwrap();
        match one("to") {
            None => writeln!(text, "一、{name}：{}放假，共1天。", chinese(from)).unwrap(),
            Some(to) => {
                let count = (to - from).num_days() + 1;
                writeln!(text, "二、{name}：{}至{}放假调休，共{count}天。", chinese(from), chinese(to))
                    .unwrap();
            }
        }
    }
    // 3 February 2020 was a Monday on which a holiday that had been lengthened ended.
    let is_weekend_day = |entry: &toml::Value| is_weekend(day(entry["day"].as_str().unwrap()));
    for entry in list("work").into_iter().filter(is_weekend_day) {
        let name = entry["name"]["zh"].as_str().unwrap();
        writeln!(text, "三、{name}：{}上班。", chinese(day(entry["day"].as_str().unwrap()))).unwrap();
    }
    text + "某某办公厅\n2025年11月4日\n"
}

#[test]
fn a_notice_made_of_every_year_of_the_library_reads_as_that_year() {
    let text = include_str!("../../../../library/calendars/cn.toml");
    let file: toml::Table = text.parse().unwrap();
    let library = Calendar::parse(text).unwrap();
    for year in file["year"].as_array().unwrap() {
        let read = read(&notice(year), None, &[]);
        let number = i32::try_from(year["year"].as_integer().unwrap()).unwrap();
        assert_eq!((read.form, read.years.len()), (NoticeForm::Sentences, 1), "{number}");
        assert_eq!(problems(&read), [], "{number}");
        assert_eq!(read.years[0].certainty, Certainty::Certain);
        // Put in the place of the library's own year, it changes nothing but the year's standing.
        let put = library.clone().with_year(&read.years[0]).unwrap();
        let (from, to) = (format!("{number}-01-01"), format!("{number}-12-31"));
        for date in day(&from).iter_days().take_while(|date| *date <= day(&to)) {
            assert_eq!(put.works(date), library.works(date), "{date}");
        }
    }
}

#[test]
fn the_sentences_in_which_a_year_may_be_written() {
    let text = "关于2027年部分节假日安排的通知\n\
        一、元旦：2026年12月31日(星期四)至2027年1月2日(星期六)放假调休，共3天。\n\
        1月9日（周六）上班。\n\
        二、春节：2月5日至１１日放假调休，共7天。1月31日（周日）、2月20日（周六）上班。\n\
        三、清明节：4月5日放假。\n四、劳动节：5月1日放假。\n五、端午节：6月9日放假。\n\
        六、国庆节、中秋节：9月15日、10月1日放假，共2天。\n";
    let read = read(text, Some(2027), &[]);
    assert_eq!(problems(&read), []);
    assert_eq!(
        days(&read, 2027)[..5],
        [
            span("2026-12-31", "2027-01-02", false, "New Year's Day 元旦"),
            span("2027-01-09", "2027-01-09", true, "New Year's Day 元旦"),
            span("2027-01-31", "2027-01-31", true, "Spring Festival 春节"),
            span("2027-02-05", "2027-02-11", false, "Spring Festival 春节"),
            span("2027-02-20", "2027-02-20", true, "Spring Festival 春节"),
        ]
    );
    let cn = Calendar::parse(include_str!("../../../../library/calendars/cn.toml")).unwrap();
    let settled = cn.with_year(&read.years[0]).unwrap();
    // 30 December, then 4 to 9 January: the seventh working day after 29 December.
    let seventh = settled.add_working_days(day("2026-12-29"), 7);
    assert_eq!((seventh.date, seventh.certainty), (day("2027-01-09"), Certainty::Certain));
}

#[test]
fn each_fault_of_a_notice_is_told_by_its_line() {
    let text = "关于2027年部分节假日安排的通知\n\
        一、元旦：1月1日（周六）放假，共1天。\n\
        二、春节：2月5日至11日放假，共8天。\n\
        三、清明节：4月31日放假。\n\
        四、劳动节：5月5日至1日放假。\n\
        五、端午节：6月9日放假。6月8日（周二）上班。\n\
        六、中秋节：9月15日放假。9月15日放假。\n\
        七、国庆节：2026年10月1日放假。\n\
        鼓励安排职工在除夕（2月5日）休息。\n\
        八、厂庆日：11月1日放假。\n";
    let read = read(text, None, &[]);
    let day = |text| self::day(text);
    let missing = |problem: &NoticeProblem| match problem {
        NoticeProblem::Missing { name } => Some(name.zh.clone()),
        _ => None,
    };
    let missing: Vec<_> = read.faults.iter().filter_map(|fault| missing(&fault.problem)).collect();
    assert_eq!(missing, ["元旦", "春节", "清明节", "劳动节", "国庆节"]);
    assert_eq!(
        problems(&read)[missing.len()..],
        [
            (2, &NoticeProblem::WrongWeekday { day: day("2027-01-01"), said: "周六".into() }),
            (3, &NoticeProblem::WrongCount { said: 8, counted: 7 }),
            (4, &NoticeProblem::NotADay { typed: "4月31日".into() }),
            (5, &NoticeProblem::Reversed { from: day("2027-05-05"), to: day("2027-05-01") }),
            (6, &NoticeProblem::WorksAnyway { day: day("2027-06-08") }),
            (7, &NoticeProblem::Twice { day: day("2027-09-15") }),
            (8, &NoticeProblem::OtherYear { day: day("2026-10-01") }),
            (9, &NoticeProblem::NotRead),
            (10, &NoticeProblem::OneLanguage),
        ]
    );
    // A year with gaps is not taken for settled.
    assert_eq!(read.years[0].certainty, Certainty::Provisional);
    assert_eq!(days(&read, 2027).len(), 3);
}

#[test]
fn a_notice_of_no_year_or_another_one_is_told() {
    let sentence = "一、元旦：1月1日放假，共1天。";
    let none = read(sentence, None, &[]);
    assert_eq!(problems(&none), [(0, &NoticeProblem::NoYear), (0, &NoticeProblem::NothingFound)]);
    // A line of a notice is no whole year: the six other festivals are missing.
    let part = read(sentence, Some(2027), &[]);
    assert_eq!((days(&part, 2027).len(), part.faults.len()), (1, 6));
    assert_eq!(part.years[0].certainty, Certainty::Provisional);
    let other = read(&format!("2026年节假日安排\n{sentence}"), Some(2027), &[]);
    assert_eq!(problems(&other)[0], (0, &NoticeProblem::YearDiffers { said: 2026 }));
    assert_eq!((other.years[0].year, other.years[0].certainty), (2026, Certainty::Provisional));
}

#[test]
fn lists_in_the_forms_in_which_gazettes_and_pages_write_days() {
    let known = [Words { en: "Christmas Day".into(), zh: "圣诞节".into() }];
    let text = "Public holidays 2027\n\
        Date\tDay\tHoliday\n\
        1 January\tFriday\tNew Year's Day\n\
        6 - 8 February (Sat to Mon): Chinese New Year\n\
        | Fri | 26th March 2027 | Good Friday |\n\
        * Easter Monday, Monday, March 29, 2027\n\
        2027-05-01 Labour Day\n\
        May 17 and 20: Two Feasts\n\
        8. 9 June 2027 Marina 1 Day\n\
        28 December 2027 to 2 January 2028 Shutdown\n\
        2027年10月9日（星期六）国庆节 补班\n\
        25 Dec 2027 Saturday christmas day\n";
    let read = read(text, None, &known);
    let faults: Vec<_> = problems(&read);
    assert!(faults.iter().all(|(_, problem)| **problem == NoticeProblem::OneLanguage), "{faults:?}");
    let found = days(&read, 2027);
    assert_eq!(
        found,
        [
            span("2027-01-01", "2027-01-01", false, "New Year's Day"),
            span("2027-02-06", "2027-02-08", false, "Chinese New Year"),
            span("2027-03-26", "2027-03-26", false, "Good Friday"),
            span("2027-03-29", "2027-03-29", false, "Easter Monday"),
            span("2027-05-01", "2027-05-01", false, "Labour Day"),
            span("2027-05-17", "2027-05-17", false, "Two Feasts"),
            span("2027-05-20", "2027-05-20", false, "Two Feasts"),
            span("2027-06-09", "2027-06-09", false, "Marina 1 Day"),
            span("2027-10-09", "2027-10-09", true, "National Day 国庆节"),
            span("2027-12-25", "2027-12-25", false, "Christmas Day 圣诞节"),
            span("2027-12-28", "2027-12-31", false, "Shutdown"),
        ]
    );
    assert_eq!(days(&read, 2028), [span("2028-01-01", "2028-01-02", false, "Shutdown")]);
}

#[test]
fn what_a_list_leaves_open_is_told_by_its_line() {
    let text = "Public holidays 2027\n\
        05/09/2027 Somebody's Day\n\
        Hari Raya to be announced\n\
        30 February Nobody's Day\n\
        2 January Monday Another Day\n\
        3 January\n";
    let read = read(text, None, &[]);
    assert_eq!(
        problems(&read),
        [
            (2, &NoticeProblem::Ambiguous { typed: "05/09/2027".into() }),
            (3, &NoticeProblem::NotRead),
            (4, &NoticeProblem::NotADay { typed: "30 February".into() }),
            (5, &NoticeProblem::WrongWeekday { day: day("2027-01-02"), said: "Monday".into() }),
            (6, &NoticeProblem::NoName),
        ]
    );
    assert_eq!(read.years[0].certainty, Certainty::Provisional);
    let undated = super::read("1 January New Year's Day", None, &[]);
    assert_eq!(problems(&undated), [(0, &NoticeProblem::NothingFound), (1, &NoticeProblem::NoYear)]);
}

#[test]
fn an_icalendar_file_gives_spans_and_tells_what_it_cannot_give() {
    let event = |body: &str| format!("BEGIN:VEVENT\r\nUID:1\r\n{body}\r\nEND:VEVENT\r\n");
    let text = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}{}{}{}{}{}{}END:VCALENDAR\r\n",
        event("DTSTART;VALUE=DATE:20270205\r\nDTEND;VALUE=DATE:20270212\r\nSUMMARY:春节（休）"),
        event("DTSTART;VALUE=DATE:20270220\r\nSUMMARY:春节（班）"),
        event("DTSTART;VALUE=DATE:20271001\r\nDTEND;VALUE=DATE:20271002\r\nSUMMARY:国庆\r\n 节"),
        event("DTSTART;VALUE=DATE:20270101\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:元旦"),
        event("DTSTART:20270501T090000\r\nSUMMARY:劳动节"),
        event("DTSTART;VALUE=DATE:20270404\r\nSTATUS:CANCELLED\r\nSUMMARY:清明节"),
        event("DTSTART;VALUE=DATE:20260619\r\nSUMMARY:端午节"),
    );
    let read = read(&text, Some(2027), &[]);
    assert_eq!(
        days(&read, 2027),
        [
            span("2027-02-05", "2027-02-11", false, "Spring Festival 春节"),
            span("2027-02-20", "2027-02-20", true, "Spring Festival 春节"),
            span("2027-10-01", "2027-10-01", false, "National Day 国庆节"),
        ]
    );
    // Counted by hand: two lines of head, 6, 5 and 7 lines of events before the fourth, which has 6 itself.
    assert_eq!(problems(&read), [(21, &NoticeProblem::Repeats), (27, &NoticeProblem::NotAWholeDay)]);
    assert_eq!(super::read(&text, None, &[]).years.len(), 2);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(200))]

    /// Whatever is pasted, each span that comes out can be put onto a calendar.
    #[test]
    fn what_is_read_fits_a_calendar(
        parts in proptest::collection::vec("(一、|元旦：|1月1日|12月31日|至|[0-9]{1,2}日|放假|上班|。|，|2027年|\n|[0-9]{1,2} May|2027-0[1-9]-1[0-9]| to | and |Friday|BEGIN:VEVENT\n|DTSTART:2027010[1-9]\n|END:VEVENT\n| )", 0..24),
        year in proptest::option::of(2026_i32..2029),
    ) {
        let read = read(&parts.concat(), year, &[]);
        let cn = Calendar::parse(include_str!("../../../../library/calendars/cn.toml")).unwrap();
        for year in &read.years {
            proptest::prop_assert!(cn.clone().with_year(year).is_ok(), "{:?}", year);
        }
    }
}
