//! Tables as they come: pasted, as text, as workbooks.

use encoding_rs::GB18030;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use super::*;
use hefu_reading::limits::{TABLE_COLUMNS, TABLE_ROWS};

mod encodings;
mod others;
mod workbooks;

fn rows(grid: &Grid) -> Vec<(u32, Vec<&str>)> {
    grid.rows
        .iter()
        .map(|row| (row.number, row.cells.iter().map(|cell| cell.words.as_str()).collect()))
        .collect()
}

fn pasted(text: &str) -> Grid {
    Book::from_text(text).unwrap().grids.remove(0)
}

fn read(bytes: &[u8]) -> Grid {
    let grids = Book::from_bytes(bytes).unwrap().grids;
    grids.into_iter().find(|grid| !grid.rows.is_empty()).unwrap()
}

#[test]
fn text_with_tabs_commas_or_semicolons() {
    for text in [
        "No\tTitle\nR-001\tTwo zones, dedicated\nR-002\t配额\n",
        "No,Title\r\nR-001,\"Two zones, dedicated\"\r\nR-002,配额",
        "\u{feff}No;Title\nR-001;Two zones, dedicated\nR-002;配额\n",
    ] {
        let expected = [
            (1, vec!["No", "Title"]),
            (2, vec!["R-001", "Two zones, dedicated"]),
            (3, vec!["R-002", "配额"]),
        ];
        assert_eq!(rows(&pasted(text)), expected, "{text}");
    }
}

#[test]
fn rows_keep_the_numbers_a_spreadsheet_gives_them() {
    let text = "\n\nNo\tTitle\n1\t\"two\nlines\"\n\t \n2\tlast\textra\n";
    let expected = [(3, vec!["No", "Title"]), (4, vec!["1", "two\nlines"]), (6, vec!["2", "last", "extra"])];
    assert_eq!(rows(&pasted(text)), expected);
}

#[test]
fn a_quote_inside_a_cell_is_only_a_quote() {
    let table = pasted("No\tTitle\n1\t19\" rack\n2\tnext\n");
    assert_eq!(rows(&table)[1..], [(2, vec!["1", "19\" rack"]), (3, vec!["2", "next"])]);
}

#[test]
fn encodings_of_chinese_spreadsheets() {
    let text = "编号,标题\nR-001,双可用区\n";
    let (gb, _, _) = GB18030.encode(text);
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let bom: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(text.bytes()).collect();
    for bytes in [text.as_bytes(), &gb, &utf16, &bom] {
        assert_eq!(rows(&read(bytes)), [(1, vec!["编号", "标题"]), (2, vec!["R-001", "双可用区"])]);
    }
}

#[test]
fn what_is_no_table_is_refused_by_name() {
    assert_eq!(Book::from_text(" \n\t\n"), Err(ReadError::Empty));
    assert_eq!(Book::from_bytes(b""), Err(ReadError::Empty));
    assert_eq!(Book::from_bytes(b"\x01\x02\0\0nothing"), Err(ReadError::NotATable));
    assert_eq!(Book::from_bytes(&[b'a', 0xFF, 0xFF, b'b']), Err(ReadError::Undecodable));
    assert!(matches!(Book::from_bytes(b"PK\x03\x04 nothing"), Err(ReadError::Damaged(_))));
    let long = "x\n".repeat(TABLE_ROWS + 2);
    assert_eq!(Book::from_text(&long), Err(ReadError::TooManyRows { limit: TABLE_ROWS }));
    assert!(Book::from_text(&long[2..]).is_ok());
    let large = vec![b'x'; 5 << 20];
    assert!(matches!(Book::from_bytes(&large), Err(ReadError::TooLarge { .. })));
}

#[test]
fn words_far_to_the_right_are_left_out_and_told() {
    let mut cells = vec![""; TABLE_COLUMNS + 45];
    (cells[0], cells[1], cells[TABLE_COLUMNS + 44]) = ("No", "Title", "a note");
    let grid = pasted(&(cells.join("\t") + "\n1\tx\n"));
    assert_eq!(rows(&grid), [(1, vec!["No", "Title"]), (2, vec!["1", "x"])]);
    assert_eq!(grid.beyond.as_deref(), Some("KO1"));
    let alone = "\t".repeat(TABLE_COLUMNS) + "x";
    assert_eq!(Book::from_text(&alone), Err(ReadError::TooManyColumns { limit: TABLE_COLUMNS }));
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
    let book = Book::from_bytes(&workbook()).unwrap();
    assert_eq!(book.grids.iter().map(|grid| grid.name.as_str()).collect::<Vec<_>>(), ["empty", "Sheet2"]);
    assert_eq!(
        rows(&book.grids[1]),
        [(2, vec!["", "Number", "标题"]), (3, vec!["", "3.4", "双可用区"]), (5, vec!["", "12", "", "TRUE"])]
    );
}

#[test]
fn a_sheet_with_cells_far_apart_is_refused_without_filling_the_space_between() {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.write_string(0, 0, "Number").unwrap().write_string(1_048_575, 1, "x").unwrap();
    let table = read(&workbook.save_to_buffer().unwrap());
    assert_eq!(rows(&table), [(1, vec!["Number"]), (1_048_576, vec!["", "x"])]);
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 16_383, "x").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    assert_eq!(Book::from_bytes(&bytes), Err(ReadError::TooManyColumns { limit: TABLE_COLUMNS }));
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused_unread() {
    let mut packed = Workbook::new();
    packed.add_worksheet().write_string(0, 0, "需".repeat(30_000)).unwrap();
    let bytes = packed.save_to_buffer().unwrap();
    assert!(bytes.len() < 20_000);
    let read = |limit| workbook::read(&bytes, limit, &mut || Ok(()));
    assert_eq!(read(50_000), Err(ReadError::TooLarge { limit: 50_000 }));
    assert!(read(500_000).is_ok());
}

/// The same workbook, what stands in its sheets written otherwise.
fn rewritten(bytes: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut part = from.by_index(at).unwrap();
        let (name, mut content) = (part.name().unwrap().into_owned(), Vec::new());
        part.read_to_end(&mut content).unwrap();
        if name.starts_with("xl/worksheets/sheet") {
            content = change(std::str::from_utf8(&content).unwrap()).into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut to, &content).unwrap();
    }
    to.finish().unwrap().into_inner()
}

/// A workbook whose sheet says that it goes over `range`.
fn with_dimension(range: &str) -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "Number").unwrap().write_string(1, 1, "x").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    rewritten(&bytes, |sheet| {
        assert!(sheet.contains("<dimension ref=\"A1:B2\"/>"));
        sheet.replace("<dimension ref=\"A1:B2\"/>", &format!("<dimension ref=\"{range}\"/>"))
    })
}

#[test]
fn a_sheet_that_claims_to_end_before_it_begins_is_damaged() {
    for range in ["B2:A1", "A2:B1", "B1:A2", "A5:A1", "C1:B1", "XFD1:A1048576", "b2:a1", "A1:", "A1:B2:C3"] {
        let read = Book::from_bytes(&with_dimension(range));
        assert!(matches!(read, Err(ReadError::Damaged(_))), "{range}: {read:?}");
    }
    for range in ["A1", "A1:B2", "B2", "A1:XFD1048576", "C3:D4"] {
        let read = Book::from_bytes(&with_dimension(range)).map(|book| book.grids[0].rows.len());
        assert_eq!(read, Ok(2), "{range}");
    }
}

#[test]
fn what_makes_its_reader_panic_is_damaged() {
    let read: Result<(), _> = panics::guarded(|| panic!("as a library does"));
    assert!(matches!(read, Err(ReadError::Damaged(_))));
    assert_eq!(panics::guarded(|| Ok(3)), Ok(3));
    assert_eq!(panics::guarded(|| Err::<(), _>(ReadError::Empty)), Err(ReadError::Empty));
}

#[test]
fn a_truncated_workbook_is_damaged_at_every_length() {
    let bytes = workbook();
    for length in (4..bytes.len()).step_by(7) {
        let read = Book::from_bytes(&bytes[..length]);
        assert!(matches!(read, Err(ReadError::Damaged(_))), "{length}: {read:?}");
    }
}

/// Rows without an end, a piece at a time.
struct Endless {
    given: u64,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        const ROW: &[u8] = b"No,Title\n";
        for (place, at) in buffer.iter_mut().zip(self.given..) {
            *place = ROW[usize::try_from(at).unwrap() % ROW.len()];
        }
        self.given += buffer.len() as u64;
        Ok(buffer.len())
    }
}

impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        if let SeekFrom::Start(at) = to {
            self.given = at;
        }
        Ok(1 << 40)
    }
}

#[test]
fn a_file_without_an_end_is_left_at_the_last_row_that_is_read() {
    let read = Book::from_file(Endless { given: 0 }, None, &mut |_, _| ControlFlow::Continue(()));
    assert_eq!(read, Err(ReadError::TooManyRows { limit: TABLE_ROWS }));
}

#[test]
fn a_cancel_is_answered_within_a_few_rows() {
    let (mut asked, mut seen) = (0, 0);
    let read = Book::from_file(Endless { given: 0 }, None, &mut |done, total| {
        asked += 1;
        seen = done;
        assert_eq!(total, 1 << 40);
        if asked == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(read, Err(ReadError::Cancelled));
    assert!(seen < 1 << 20, "{seen} bytes were read");
}

#[test]
fn rows_keep_their_numbers_over_any_number_of_blank_lines() {
    let text = format!("{}No,Title\r\n{}1,\"two\rlines\"\r\n2,x", "\r\n".repeat(40_000), "\n".repeat(20_000));
    let table = read(text.as_bytes());
    assert_eq!(table.rows[0].number, 40_001);
    assert_eq!(rows(&table)[1..], [(60_002, vec!["1", "two\nlines"]), (60_003, vec!["2", "x"])]);
}

#[test]
fn a_letter_that_lies_across_two_pieces_is_one_letter() {
    for text in ["验", "é", "a"] {
        let long = format!("No,Title\n1,{}{text}收", "x".repeat((64 << 10) - 12));
        let (gb, _, _) = GB18030.encode(&long);
        for bytes in [long.as_bytes(), &gb] {
            let table = read(bytes);
            assert!(table.rows[1].cell(1).ends_with(&format!("x{text}收")));
        }
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
        let _ = Book::from_bytes(&bytes).is_ok();
    }

    #[test]
    fn no_claim_of_a_sheet_makes_it_panic(
        corners in prop::collection::vec("[A-Za-z]{0,4}[0-9]{0,8}", 0..4),
        element in prop::sample::select(vec!["dimension ref", "row r", "c r", "mergeCell ref", "col min"]),
    ) {
        let claim = format!("<{element}=\"{}\"/>", corners.join(":"));
        let bytes = rewritten(&workbook(), |sheet| sheet.replacen("<sheetData>", &format!("{claim}<sheetData>"), 1));
        let _ = Book::from_bytes(&bytes).is_ok();
        let bytes = rewritten(&workbook(), |sheet| sheet.replacen("<sheetData>", &format!("<sheetData>{claim}"), 1));
        let _ = Book::from_bytes(&bytes).is_ok();
    }

    #[test]
    fn no_damage_to_a_workbook_makes_it_panic(place in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = workbook();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        let _ = Book::from_bytes(&bytes).is_ok();
    }
}
