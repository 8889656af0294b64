//! Tables written and read back.

use proptest::prelude::*;

use super::*;
use crate::Book;

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let book = Book::from_bytes(bytes).unwrap();
    let rows = book.grids[0].rows.iter();
    rows.map(|row| row.cells.iter().map(|cell| cell.words.clone()).collect()).collect()
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 28).unwrap()
}

fn sheet() -> Sheet {
    let text = |words: &str| Cell::Text(words.to_owned());
    Sheet {
        name: "Requirements / 需求 [all]".into(),
        heading: vec!["Number 编号".into(), "Title 标题".into(), "Amount".into(), "Due".into()],
        rows: vec![
            vec![
                text("R-001"),
                text("Two zones, \"dedicated\"\nin Guangzhou 双可用区"),
                Cell::Number("3240000.00".parse().unwrap()),
                Cell::Date(day()),
            ],
            vec![text("=1+1"), text("-cmd"), Cell::Number("-0.5".parse().unwrap()), Cell::Blank],
            vec![
                text("R-003"),
                text("'quoted'"),
                Cell::Number("12345678901234567.89".parse().unwrap()),
                Cell::Blank,
            ],
        ],
    }
}

#[test]
fn csv_goes_out_and_comes_in_the_same() {
    let bytes = write_csv(&sheet()).unwrap();
    assert_eq!(bytes[..3], [0xEF, 0xBB, 0xBF]);
    let text = std::str::from_utf8(&bytes).unwrap();
    assert!(text.contains("'=1+1,'-cmd,-0.5,\r\n"), "{text}");
    let read = rows(&bytes);
    assert_eq!(read[0], sheet().heading);
    assert_eq!(
        read[1],
        ["R-001", "Two zones, \"dedicated\"\nin Guangzhou 双可用区", "3240000.00", "2026-09-28"]
    );
    assert_eq!(read[2], ["=1+1", "-cmd", "-0.5"]);
    assert_eq!(read[3][1], "'quoted'");
}

#[test]
fn a_workbook_goes_out_and_comes_in_the_same() {
    let bytes = write_xlsx(&sheet(), day()).unwrap();
    assert_eq!(bytes, write_xlsx(&sheet(), day()).unwrap());
    let read = rows(&bytes);
    assert_eq!(read[0], sheet().heading);
    assert_eq!(
        read[1],
        ["R-001", "Two zones, \"dedicated\"\nin Guangzhou 双可用区", "3,240,000.00", "2026-09-28"]
    );
    assert_eq!(read[2], ["=1+1", "-cmd", "-0.5"]);
    // More digits than a spreadsheet keeps: as text, so that none is lost.
    assert_eq!(read[3][2], "12345678901234567.89");
}

#[test]
fn names_that_a_spreadsheet_forbids_are_made_fit() {
    for (name, tab) in [("Requirements / 需求 [all]", "Requirements  需求 all"), ("[]", "Hefu"), ("'a'", "a")]
    {
        assert_eq!(tab_name(name), tab);
    }
    assert_eq!(tab_name(&"需".repeat(40)).chars().count(), 31);
}

#[test]
fn a_text_too_long_for_a_cell_is_an_error_and_not_cut() {
    let mut sheet = sheet();
    sheet.rows[0][1] = Cell::Text("需".repeat(32_768));
    assert!(matches!(write_xlsx(&sheet, day()), Err(ExportError::TextTooLong)));
}

proptest! {
    #[test]
    fn any_words_survive_csv(words in prop::collection::vec("[ -~\n需求，“”]{0,20}", 1..5)) {
        let sheet = Sheet {
            name: "x".into(),
            heading: vec!["h".into(); words.len()],
            rows: vec![words.iter().cloned().map(Cell::Text).collect()],
        };
        let read = rows(&write_csv(&sheet).unwrap());
        let mut expected: Vec<&str> = words.iter().map(|w| w.trim()).collect();
        while expected.pop_if(|last| last.is_empty()).is_some() {}
        if !expected.is_empty() {
            prop_assert_eq!(&read[1], &expected);
        } else {
            prop_assert_eq!(read.len(), 1);
        }
    }
}
