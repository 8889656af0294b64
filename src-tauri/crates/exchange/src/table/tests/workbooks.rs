//! Workbooks as their sheets show them.

use rust_xlsxwriter::{Format, Formula};

use super::*;

#[test]
fn cells_come_as_they_are_shown() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    let shown = [
        (7.0, "000", "007"),
        (1.1, "0.00", "1.10"),
        (0.9995, "0.00%", "99.95%"),
        (3_240_000.0, "#,##0.00", "3,240,000.00"),
        (0.611_111_111, "hh:mm", "14:40"),
        (1.25, "[h]:mm:ss", "30:00:00"),
        (31.0, "0\" 项\"", "31 项"),
        (500.0, "\"¥\"#,##0.00", "¥500.00"),
        (46_295.0, "yyyy\"年\"m\"月\"d\"日\"", "2026年9月30日"),
        (0.1 + 0.2, "General", "0.3"),
    ];
    for (row, (value, format, _)) in (0..).zip(shown) {
        page.write_number_with_format(row, 0, value, &Format::new().set_num_format(format)).unwrap();
    }
    let grid = read(&workbook.save_to_buffer().unwrap());
    let found: Vec<&str> = grid.rows.iter().map(|row| row.cell(0)).collect();
    assert_eq!(found, shown.map(|(_, _, words)| words));
    let kinds: Vec<Kind> = grid.rows.iter().map(|row| row.cells[0].kind).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == Kind::Moment).count(), 3);
}

#[test]
fn what_has_no_shown_form_is_known_as_such() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.write_number_with_format(0, 0, 1.0, &Format::new().set_num_format("[DBNum2]0")).unwrap();
    page.write_number(0, 1, 123_456_789_012.0).unwrap();
    page.write_number_with_format(0, 2, -1.0, &Format::new().set_num_format("yyyy-mm-dd")).unwrap();
    page.write_formula(0, 3, Formula::new("NA()").set_result("#N/A")).unwrap();
    page.write_formula(0, 4, Formula::new("1+1").set_result("2")).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let bytes = rewritten(&bytes, |sheet| {
        sheet.replace("</row>", "<c r=\"F1\"><f>1+1</f></c><c r=\"G1\" t=\"e\"><v>#SPILL!</v></c></row>")
    });
    let grid = read(&bytes);
    let kinds: Vec<Kind> = grid.rows[0].cells.iter().map(|cell| cell.kind).collect();
    use Kind::{Failed, Unknowable, Unsaved, Words};
    assert_eq!(kinds, [Unknowable, Unknowable, Unknowable, Failed, Words, Unsaved, Failed]);
    assert_eq!((grid.rows[0].cell(4), grid.rows[0].cell(6)), ("2", "#SPILL!"));
}

#[test]
fn merged_cells_give_their_words_to_the_rows_they_span() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    let plain = Format::new();
    page.merge_range(0, 0, 0, 2, "清单", &plain).unwrap();
    page.merge_range(1, 0, 2, 0, "第3章", &plain).unwrap();
    page.write_string(1, 1, "AC-01").unwrap().write_string(2, 1, "AC-02").unwrap();
    page.write_string(4, 1, "AC-04").unwrap();
    page.merge_range(3, 0, 5, 0, "第4章", &plain).unwrap();
    let grid = read(&workbook.save_to_buffer().unwrap());
    assert_eq!(
        rows(&grid),
        [
            (1, vec!["清单", "清单", "清单"]),
            (2, vec!["第3章", "AC-01"]),
            (3, vec!["第3章", "AC-02"]),
            (4, vec!["第4章"]),
            (5, vec!["第4章", "AC-04"]),
        ]
    );
    let spread = |row: usize, column: usize| grid.rows[row].cells[column].spread;
    assert_eq!((spread(0, 1), spread(1, 0), spread(2, 0)), (Spread::Across, Spread::Own, Spread::Down));
}

#[test]
fn hidden_rows_columns_and_sheets_are_known() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    for row in 0..4 {
        page.write_string(row, 0, format!("a{row}")).unwrap().write_string(row, 2, "c").unwrap();
    }
    page.set_row_hidden(1).unwrap().set_row_height(2, 0).unwrap().set_column_hidden(2).unwrap();
    workbook.add_worksheet().set_hidden(true).write_string(0, 0, "x").unwrap();
    let book = Book::from_bytes(&workbook.save_to_buffer().unwrap()).unwrap();
    let hidden: Vec<bool> = book.grids[0].rows.iter().map(|row| row.is_hidden).collect();
    assert_eq!(hidden, [false, true, true, false]);
    assert_eq!(book.grids[0].hidden_columns.iter().copied().collect::<Vec<_>>(), [2]);
    assert_eq!(book.grids.iter().map(|grid| grid.is_hidden).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn a_break_of_any_kind_is_a_break() {
    for written in ["5\u{b}10", "5\r10", "5\r\n10", "5_x000D_\n10", "5\n10", "5\u{2028}10"] {
        let mut workbook = Workbook::new();
        workbook.add_worksheet().write_string(0, 0, written).unwrap();
        assert_eq!(read(&workbook.save_to_buffer().unwrap()).rows[0].cell(0), "5\n10", "{written:?}");
        if !written.contains(['\r', '\n']) {
            assert_eq!(pasted(&format!("{written}\tx\n")).rows[0].cell(0), "5\n10", "{written:?} pasted");
        }
    }
}
