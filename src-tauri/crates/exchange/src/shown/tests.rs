//! Formats and what spreadsheets show by them.

use super::*;

fn shown(value: f64, code: &str) -> Option<String> {
    Format::new(code).number(value, false).map(|shown| match shown {
        Shown::Words(words) | Shown::Moment(words) => words.trim().to_owned(),
    })
}

/// 2026-09-30, a Wednesday, as days since the end of 1899.
const DAY: f64 = 46_295.0;

#[test]
fn numbers_as_their_formats_show_them() {
    for (value, code, expected) in [
        (3.1, "0.00", "3.10"),
        (3.1, "General", "3.1"),
        (1.0, "000", "001"),
        (12.0, "\"R-\"000", "R-012"),
        (0.9995, "0.00%", "99.95%"),
        (0.5, "0%", "50%"),
        (3_240_000.0, "#,##0.00", "3,240,000.00"),
        (999.0, "#,##0", "999"),
        (1000.0, "#,##0", "1,000"),
        (12_345_678.0, "#,##0", "12,345,678"),
        (31.0, "0\" 项\"", "31 项"),
        (3.2, "0.0\" 毫秒\"", "3.2 毫秒"),
        (500.0, "\"¥\"#,##0.00", "¥500.00"),
        (500.0, "[$¥-804]#,##0.00", "¥500.00"),
        (500.0, "[$¥-zh-CN]#,##0.00", "¥500.00"),
        (500.0, "[$€-407] #,##0.00", "€ 500.00"),
        (500.0, "¥#,##0", "¥500"),
        (0.1 + 0.2, "General", "0.3"),
        (1_234_567.891_234_567, "General", "1234567.891"),
        (0.0, "General", "0"),
        (-3.5, "General", "-3.5"),
        (1.005, "0.00", "1.01"),
        (2.5, "0", "3"),
        (-2.5, "0", "-3"),
        (-0.001, "0.00", "0.00"),
        (0.5, "#.##", ".5"),
        (5.0, "0.##", "5."),
        (1_234_567.0, "0.0,,\" M\"", "1.2 M"),
        (12_345.0, "0.0,", "12.3"),
        (12_345_678.0, "0!.0,\"万\"", "1234.6万"),
        (13_800_138_000.0, "000-0000-0000", "138-0013-8000"),
        (-5.0, "#,##0;[Red](#,##0)", "(5)"),
        (5.0, "#,##0;[红色]-#,##0", "5"),
        (0.0, "0;-0;\"无\"", "无"),
        (0.0, "0;-0;;@", ""),
        (1.0, ";;;", ""),
        (5.0, "[>=10]\"big\";[<10]\"small\";0", "small"),
        (12.0, "[>=10]\"big\";[<10]\"small\";0", "big"),
        (1.0, "[=1]\"是\";[=0]\"否\";0", "是"),
        (0.0, "[=1]\"是\";[=0]\"否\";0", "否"),
        (7.0, "[=1]\"是\";[=0]\"否\";0", "7"),
        (-7.0, "[<0]\"down \"0;0", "down 7"),
        (12_345.678, "0.00E+00", "1.23E+04"),
        (0.000_123, "0.0E+0", "1.2E-4"),
        (9.99, "0.0E+00", "1.0E+01"),
        (0.5, "# ?/?", "1/2"),
        (2.75, "# ??/??", "2 3/4"),
        (3.0, "# ?/?", "3"),
        (5.0, "@", "5"),
        (5.0, "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "5.00"),
        (0.0, "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "-"),
        (3.0, "\"第\"0\"章\"", "第3章"),
        (3.0, "General\"项\"", "3项"),
        (12.0, "0\\.", "12."),
    ] {
        assert_eq!(shown(value, code).as_deref(), Some(expected), "{value} in {code}");
    }
}

#[test]
fn days_times_and_durations_as_their_formats_show_them() {
    for (value, code, expected) in [
        (DAY, "yyyy\"年\"m\"月\"d\"日\"", "2026年9月30日"),
        (DAY, "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "2026年9月30日"),
        (DAY, "yyyy年m月", "2026年9月"),
        (DAY, "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", "二〇二六年九月三十日"),
        (DAY, "[$-404]e\"年\"m\"月\"d\"日\"", "115年9月30日"),
        (DAY, "e/m/d", "2026/9/30"),
        (DAY, "[$-804]aaaa", "星期三"),
        (DAY, "[$-804]dddd", "星期三"),
        (DAY, "dddd", "Wednesday"),
        (DAY, "ddd", "Wed"),
        (DAY, "d-mmm-yy", "30-Sep-26"),
        (DAY, "[$-409]mmmm d, yyyy", "September 30, 2026"),
        (DAY, "[$-804]mmmm", "九月"),
        (DAY, "dd/mm/yyyy", "30/09/2026"),
        (DAY, "yyyy-mm-dd", "2026-09-30"),
        (DAY, "[$-F800]dddd, mmmm dd, yyyy", "2026-09-30"),
        (DAY + 0.5, "[$-F400]h:mm:ss AM/PM", "12:00:00"),
        (0.611_111_111, "h:mm", "14:40"),
        (0.611_111_111, "h:mm AM/PM", "2:40 PM"),
        (0.0, "h:mm AM/PM", "12:00 AM"),
        (0.75, "上午/下午h\"时\"mm\"分\"", "下午6时00分"),
        (1.25, "[h]:mm:ss", "30:00:00"),
        (0.5, "[mm]:ss", "720:00"),
        (0.000_011_574_074_1, "mm:ss.0", "00:01.0"),
        (DAY + 0.25, "yyyy-mm-dd hh:mm", "2026-09-30 06:00"),
        (59.0, "yyyy-mm-dd", "1900-02-28"),
        (61.0, "yyyy-mm-dd", "1900-03-01"),
    ] {
        assert_eq!(shown(value, code).as_deref(), Some(expected), "{value} in {code}");
        assert!(matches!(Format::new(code).number(value, false), Some(Shown::Moment(_))), "{code}");
    }
    let later = Format::new("yyyy-mm-dd").number(DAY - 1462.0, true);
    assert_eq!(later, Some(Shown::Moment("2026-09-30".into())));
}

#[test]
fn what_the_file_does_not_say_is_not_guessed() {
    for (value, code) in [
        (DAY, "[$-411]ggge\"年\"m\"月\"d\"日\""),
        (DAY, "[$-41E]d mmmm yyyy"),
        (DAY, "[$-D07041E]d mmmm yyyy"),
        (DAY, "b yyyy"),
        (12.0, "[DBNum2][$-804]General"),
        (12.0, "[DBNum1][$-804]General"),
        (-1.0, "yyyy-mm-dd"),
        (60.0, "yyyy-mm-dd"),
        (123_456_789_012.0, "General"),
        (1e21, "General"),
        (f64::NAN, "0"),
        (f64::INFINITY, "General"),
        (1.0, "0;0;0;@;0"),
    ] {
        assert_eq!(shown(value, code), None, "{value} in {code}");
    }
    for id in [5, 6, 7, 8, 42, 44, 23, 100] {
        assert_eq!(Format::known(id).number(1.0, false), None, "{id}");
    }
}

#[test]
fn formats_that_have_a_number() {
    for (id, value, expected) in [
        (0, 3.4, "3.4"),
        (2, 3.1, "3.10"),
        (9, 0.5, "50%"),
        (14, DAY, "2026-09-30"),
        (20, 0.5, "12:00"),
        (31, DAY, "2026年9月30日"),
        (57, DAY, "2026年9月"),
        (46, 1.25, "30:00:00"),
        (49, 7.0, "7"),
    ] {
        let shown = Format::known(id).number(value, false).map(|shown| match shown {
            Shown::Words(words) | Shown::Moment(words) => words,
        });
        assert_eq!(shown.as_deref(), Some(expected), "{id}");
    }
}

#[test]
fn words_in_a_format_of_their_own() {
    for (code, expected) in [
        ("General", "x"),
        ("@", "x"),
        ("\"R-\"@", "R-x"),
        ("0;-0;0;\"«\"@\"»\"", "«x»"),
        ("0.00", "x"),
        (";;;", ""),
    ] {
        assert_eq!(Format::new(code).text("x"), expected, "{code}");
    }
}

proptest::proptest! {
    #[test]
    fn no_code_and_no_number_make_it_panic(code in "[0#?.,%eE+\\-;@\"\\\\\\[\\]<>=$ymdhsaAPM/年 *_!g1-9]{0,24}", value in proptest::num::f64::ANY) {
        let format = Format::new(&code);
        let _ = (format.number(value, true), format.number(1.5, false), format.text("x"));
    }

    #[test]
    fn two_places_are_those_of_the_number(cents in 0_u32..100_000_000) {
        let expected = format!("{}.{:02}", cents / 100, cents % 100);
        proptest::prop_assert_eq!(shown(f64::from(cents) / 100.0, "0.00"), Some(expected));
    }
}
