//! Files of other kinds, and texts as spreadsheets put them on the clipboard.

use std::io::Write;

use super::*;

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn old_form(part: &str) -> Vec<u8> {
    let mut bytes = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    bytes.extend([0; 600]);
    bytes.extend(part.encode_utf16().flat_map(u16::to_le_bytes));
    bytes
}

#[test]
fn every_file_is_named_for_what_it_is() {
    use FileKind::*;
    for (bytes, kind) in [
        (old_form("Workbook"), OldWorkbook),
        (old_form("WordDocument"), OldDocument),
        (old_form("EncryptedPackage"), Protected),
        (old_form("PowerPoint Document"), Presentation),
        (b"%PDF-1.7\n".to_vec(), Pdf),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), Image),
        (b"\xFF\xD8\xFF\xE0\0".to_vec(), Image),
        (b"{\\rtf1 x}".to_vec(), RichText),
        (b"<html><table><tr><td>x</td></tr></table></html>".to_vec(), WebPage),
        (b"\xEF\xBB\xBF<!DOCTYPE html><p>x</p>".to_vec(), WebPage),
        (b"<table><tr><td>x</td></tr></table>".to_vec(), WebPage),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n".to_vec(), WebPage),
        (
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>".to_vec(),
            XmlWorkbook,
        ),
        (b"7z\xBC\xAF\x27\x1C\0\0".to_vec(), Archive),
        (packed(&[("Index/Document.iwa", "x")]), Numbers),
        (packed(&[("ppt/presentation.xml", "<p/>")]), Presentation),
        (packed(&[("xl/workbook.bin", "x"), ("[Content_Types].xml", "<x/>")]), BinaryWorkbook),
        (packed(&[("word/document.xml", "<w/>")]), Document),
        (packed(&[("mimetype", "x"), ("content.xml", "<office/>")]), OpenDocument),
        (packed(&[("readme.txt", "x")]), Archive),
    ] {
        assert_eq!(Book::from_bytes(&bytes), Err(ReadError::OtherKind(kind)));
    }
}

const ODS: &str = r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:calcext="c">
<office:automatic-styles><style:style style:name="ta2"><style:table-properties table:display="false"/></style:style></office:automatic-styles>
<office:body><office:spreadsheet>
<table:table table:name="需求"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
<table:table-row><table:table-cell office:value-type="string"><text:p>编号</text:p></table:table-cell><table:table-cell><text:p>标题</text:p><office:annotation><text:p>a note</text:p></office:annotation></table:table-cell><table:table-cell><text:p>内部</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:number-rows-spanned="2" office:value-type="float" office:value="3.1"><text:p>3.10</text:p></table:table-cell><table:table-cell><text:p>first<text:line-break/>second</text:p><text:p>third &amp; <text:span>last</text:span></text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="filter"><table:covered-table-cell/><table:table-cell office:value-type="date" office:date-value="2026-09-30"><text:p>2026年9月30日</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell table:formula="of:=[.A9]" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="7"/><table:table-cell table:formula="of:=1"/></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table>
<table:table table:name="hidden" table:style-name="ta2"><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"#;

#[test]
fn an_open_document_is_read_as_it_is_shown() {
    let book = Book::from_bytes(&packed(&[("mimetype", "x"), ("content.xml", ODS)])).unwrap();
    let grid = &book.grids[0];
    assert_eq!((grid.name.as_str(), grid.is_hidden, book.grids[1].is_hidden), ("需求", false, true));
    assert_eq!(
        rows(grid),
        [
            (1, vec!["编号", "标题", "内部"]),
            (2, vec!["3.10", "first\nsecond\nthird & last"]),
            (3, vec!["3.10", "2026年9月30日"]),
            (4, vec!["#N/A", "7", ""]),
        ]
    );
    let kinds: Vec<Kind> = grid.rows[3].cells.iter().map(|cell| cell.kind).collect();
    assert_eq!(kinds, [Kind::Failed, Kind::Unknowable, Kind::Unsaved]);
    assert_eq!(
        (grid.rows[2].is_hidden, grid.rows[2].cells[0].spread, grid.rows[2].cells[1].kind),
        (true, Spread::Down, Kind::Moment)
    );
    assert_eq!(grid.hidden_columns.iter().copied().collect::<Vec<_>>(), [2]);
}

const DOCX: &str = r#"<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Before</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>清单</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>R-1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t xml:space="preserve">Two </w:t></w:r><w:r><w:t>zones</w:t><w:br/><w:t>kept</w:t></w:r></w:p><w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:pPr><w:numPr/></w:pPr></w:p></w:tc></w:tr>
<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>deleted</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:p><w:r><w:t>R-2</w:t></w:r></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>inner</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>second table</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"#;

#[test]
fn the_tables_of_a_document_are_read() {
    let book =
        Book::from_bytes(&packed(&[("[Content_Types].xml", "<x/>"), ("word/document.xml", DOCX)])).unwrap();
    assert_eq!(book.grids.iter().map(|grid| grid.name.as_str()).collect::<Vec<_>>(), ["1", "2"]);
    assert_eq!(
        rows(&book.grids[0]),
        [
            (1, vec!["清单", "清单"]),
            (2, vec!["R-1", "Two zones\nkept"]),
            (3, vec!["R-1", ""]),
            (4, vec!["R-2", "inner"]),
        ]
    );
    assert_eq!(book.grids[0].rows[2].cells[1].kind, Kind::Unknowable);
}

#[test]
fn quotes_on_the_clipboard_are_marks_around_breaks_and_tabs_alone() {
    for (text, cells) in [
        ("\"Active-active\" is kept", vec!["\"Active-active\" is kept"]),
        ("\"Two zones", vec!["\"Two zones"]),
        ("\"first\nsecond\"", vec!["first\nsecond"]),
        ("\"a\tb\"\tx", vec!["a\tb", "x"]),
        ("\"said \"\"no\"\"\nand left\"", vec!["said \"no\"\nand left"]),
        ("\"quoted\"", vec!["\"quoted\""]),
        ("\"\"", vec!["\"\""]),
        ("19\" rack", vec!["19\" rack"]),
    ] {
        let grid = pasted(&format!("R-1\t{text}\nR-2\tnext\n"));
        let mut expected = vec!["R-1"];
        expected.extend(cells);
        assert_eq!(rows(&grid), [(1, expected), (2, vec!["R-2", "next"])], "{text:?}");
    }
    let whole = pasted(
        "Number\tTitle\nR-1\t\"Active-active\" is kept\nR-2\t\"Two zones\nR-3\tQuotas\nR-4\t\"first\nsecond\"\n",
    );
    assert_eq!(whole.rows.len(), 5);
    assert_eq!(whole.rows[4].cell(1), "first\nsecond");
}

#[test]
fn quotes_in_a_file_are_marks_around_whole_cells() {
    for (text, cells) in [
        ("\"a, b\",x", vec!["a, b", "x"]),
        ("\"said \"\"no\"\"\",x", vec!["said \"no\"", "x"]),
        ("\"Active\" is kept,x", vec!["\"Active\" is kept", "x"]),
        ("\"never closed,x", vec!["\"never closed", "x"]),
        ("\"two\nlines\",x", vec!["two\nlines", "x"]),
        ("\"\",x", vec!["", "x"]),
        ("a \"b\" c,x", vec!["a \"b\" c", "x"]),
    ] {
        let grid = read(format!("{text}\nR-2,next\n").as_bytes());
        assert_eq!(rows(&grid), [(1, cells), (2, vec!["R-2", "next"])], "{text:?}");
    }
}

#[test]
fn a_text_says_its_own_mark() {
    for (text, first) in [
        ("sep=;\r\nNumber;Title\r\nR-1;x\r\n", (2, vec!["Number", "Title"])),
        ("sep=,\nNumber,Title\nR-1,x;y\n", (2, vec!["Number", "Title"])),
        ("sep=|\nNumber|Title\nR-1|x\n", (2, vec!["Number", "Title"])),
        ("sep=\t\nNumber\tTitle\nR-1\tx\n", (2, vec!["Number", "Title"])),
        ("\u{feff}sep=;\nNumber;Title\nR-1;x\n", (2, vec!["Number", "Title"])),
        ("A list, of ours\nNumber;Title\nR-1;x\nR-2;y\n", (1, vec!["A list, of ours"])),
    ] {
        assert_eq!(rows(&read(text.as_bytes()))[0], first, "{text:?}");
    }
}
