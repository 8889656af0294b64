use encoding_rs::GB18030;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use super::*;

fn rows(table: &Table) -> Vec<(u32, Vec<&str>)> {
    table.rows.iter().map(|row| (row.number, row.cells.iter().map(String::as_str).collect())).collect()
}

#[test]
fn text_with_tabs_commas_or_semicolons() {
    for text in [
        "No\tTitle\nR-001\tTwo zones, dedicated\nR-002\t配额\n",
        "No,Title\r\nR-001,\"Two zones, dedicated\"\r\nR-002,配额",
        "\u{feff}No;Title\nR-001;Two zones, dedicated\nR-002;配额\n",
    ] {
        let table = Table::from_text(text).unwrap();
        assert_eq!(table.heading.cells, ["No", "Title"], "{text}");
        assert_eq!(rows(&table), [(2, vec!["R-001", "Two zones, dedicated"]), (3, vec!["R-002", "配额"])]);
    }
}

#[test]
fn rows_keep_the_numbers_a_spreadsheet_gives_them() {
    let text = "\n\nNo\tTitle\n1\t\"two\nlines\"\n\t \n2\tlast\textra\n";
    let table = Table::from_text(text).unwrap();
    assert_eq!(table.heading.number, 3);
    assert_eq!(rows(&table), [(4, vec!["1", "two\nlines"]), (6, vec!["2", "last", "extra"])]);
}

#[test]
fn a_quote_inside_a_cell_is_only_a_quote() {
    let table = Table::from_text("No\tTitle\n1\t19\" rack\n2\tnext\n").unwrap();
    assert_eq!(rows(&table), [(2, vec!["1", "19\" rack"]), (3, vec!["2", "next"])]);
}

#[test]
fn encodings_of_chinese_spreadsheets() {
    let text = "编号,标题\nR-001,双可用区\n";
    let (gb, _, _) = GB18030.encode(text);
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let bom: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(text.bytes()).collect();
    for bytes in [text.as_bytes(), &gb, &utf16, &bom] {
        let table = Table::from_bytes(bytes).unwrap();
        assert_eq!(table.heading.cells, ["编号", "标题"]);
        assert_eq!(rows(&table), [(2, vec!["R-001", "双可用区"])]);
    }
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    assert_eq!(Table::from_text(" \n\t\n"), Err(ReadError::Empty));
    assert_eq!(Table::from_bytes(b""), Err(ReadError::Empty));
    assert_eq!(Table::from_bytes(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]), Err(ReadError::OldOrProtected));
    assert_eq!(Table::from_bytes(b"\x89PNG\r\n\x1a\n\0\0"), Err(ReadError::NotATable));
    assert_eq!(Table::from_bytes(&[b'a', 0xFF, 0xFF, b'b']), Err(ReadError::Undecodable));
    assert!(matches!(Table::from_bytes(b"PK\x03\x04 nothing"), Err(ReadError::Damaged(_))));
    let wide = vec!["x"; MAX_COLUMNS + 1].join("\t");
    assert_eq!(Table::from_text(&wide), Err(ReadError::TooManyColumns { limit: MAX_COLUMNS }));
    let long = "x\n".repeat(MAX_ROWS + 2);
    assert_eq!(Table::from_text(&long), Err(ReadError::TooManyRows { limit: MAX_ROWS }));
    assert!(Table::from_text(&long[2..]).is_ok());
    let large = vec![b'x'; MAX_BYTES + 1];
    assert_eq!(Table::from_bytes(&large), Err(ReadError::TooLarge { limit: MAX_BYTES }));
}

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().set_name("empty").unwrap();
    let page = workbook.add_worksheet();
    page.write_string(1, 1, "Number").unwrap().write_string(1, 2, "标题").unwrap();
    page.write_number(2, 1, 3.4).unwrap().write_string(2, 2, "双可用区").unwrap();
    page.write_number(4, 1, 12.0).unwrap().write_boolean(4, 3, true).unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_is_read_from_its_first_sheet_with_words() {
    let table = Table::from_bytes(&workbook()).unwrap();
    assert_eq!(
        (table.heading.number, table.heading.cells.as_slice()),
        (2, &["".into(), "Number".into(), "标题".into()][..])
    );
    assert_eq!(rows(&table), [(3, vec!["", "3.4", "双可用区"]), (5, vec!["", "12", "", "TRUE"])]);
}

#[test]
fn a_sheet_with_cells_far_apart_is_refused_without_filling_the_space_between() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.write_string(0, 0, "Number").unwrap().write_string(1_048_575, 1, "x").unwrap();
    let table = Table::from_bytes(&workbook.save_to_buffer().unwrap()).unwrap();
    assert_eq!(rows(&table), [(1_048_576, vec!["", "x"])]);
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 16_383, "x").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    assert_eq!(Table::from_bytes(&bytes), Err(ReadError::TooManyColumns { limit: MAX_COLUMNS }));
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused_unread() {
    let mut packed = Workbook::new();
    packed.add_worksheet().write_string(0, 0, "需".repeat(30_000)).unwrap();
    let bytes = packed.save_to_buffer().unwrap();
    assert!(bytes.len() < 20_000);
    assert_eq!(workbook::read(&bytes, 50_000), Err(ReadError::TooLarge { limit: 50_000 }));
    assert!(workbook::read(&bytes, 500_000).is_ok());
}

#[test]
fn a_truncated_workbook_is_damaged_at_every_length() {
    let bytes = workbook();
    for length in (4..bytes.len()).step_by(7) {
        let read = Table::from_bytes(&bytes[..length]);
        assert!(matches!(read, Err(ReadError::Damaged(_))), "{length}: {read:?}");
    }
}

#[test]
fn columns_have_the_addresses_of_a_spreadsheet() {
    for (column, address) in
        [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
    {
        assert_eq!(column_address(column), address);
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Table::from_bytes(&bytes).is_ok();
    }

    #[test]
    fn no_damage_to_a_workbook_makes_it_panic(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = workbook();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        let _ = Table::from_bytes(&bytes).is_ok();
    }
}
