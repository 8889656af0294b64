//! Bombs for the reader of workbooks.

use std::io::{Cursor, Write};
use std::path::Path;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::bomb::{Bomb, Reader, quoted};

const MB: usize = 1 << 20;

pub fn preview() -> Reader {
    Reader::Call("preview_import", |path: &Path| {
        format!(r#"{{"target":"requirements","source":{{"from":"file","path":{}}}}}"#, quoted(path))
    })
}

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// A piece of a part, and how often it stands in it.
type Piece<'a> = (&'a [u8], usize);

/// A workbook of one sheet and shared texts, with more parts.
fn workbook(sheet: &[Piece<'_>], shared: &[Piece<'_>], more: &[(&str, &[Piece<'_>])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    let root = format!(
        r#"<Relationships xmlns="x"><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let book = format!(
        r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="s" sheetId="1" r:id="s"/></sheets></workbook>"#
    );
    let relations = format!(
        r#"<Relationships xmlns="x"><Relationship Id="s" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let fixed: [(&str, &[Piece<'_>]); 5] = [
        ("_rels/.rels", &[(root.as_bytes(), 1)]),
        ("xl/workbook.xml", &[(book.as_bytes(), 1)]),
        ("xl/_rels/workbook.xml.rels", &[(relations.as_bytes(), 1)]),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", shared),
    ];
    for (name, pieces) in fixed {
        let pieces = more.iter().find(|(other, _)| *other == name).map_or(pieces, |(_, pieces)| pieces);
        zip.start_file(name, options).unwrap();
        for (piece, times) in pieces {
            (0..*times).for_each(|_| zip.write_all(piece).unwrap());
        }
    }
    for (name, pieces) in more.iter().filter(|(name, _)| fixed.iter().all(|(other, _)| other != name)) {
        zip.start_file(*name, options).unwrap();
        for (piece, times) in *pieces {
            (0..*times).for_each(|_| zip.write_all(piece).unwrap());
        }
    }
    zip.finish().unwrap().into_inner()
}

const HEAD: Piece<'_> = (b"<worksheet><sheetData>", 1);
const END: Piece<'_> = (b"</sheetData></worksheet>", 1);
const ONE: &[Piece<'_>] = &[(
    b"<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>",
    1,
)];
const SHARED: &[Piece<'_>] = &[(b"<sst><si><t>x</t></si></sst>", 1)];

/// A name, and whether it is for every change.
type Made = (&'static str, bool, fn() -> Vec<u8>);

const ALL: [Made; 20] = [
    ("four billion shared texts, it says", true, || {
        workbook(ONE, &[(b"<sst uniqueCount=\"4000000000\"><si><t>x</t></si></sst>", 1)], &[])
    }),
    ("shared texts beyond all figures", true, || {
        workbook(ONE, &[(b"<x:sst uniqueCount = '+99999999999999999999'><si><t>x</t></si></x:sst>", 1)], &[])
    }),
    ("a text of a megabyte in ten thousand cells", true, || {
        let rows = (1..=10_000)
            .map(|n| format!("<row r=\"{n}\"><c r=\"A{n}\" t=\"s\"><v>0</v></c></row>"))
            .collect::<String>();
        workbook(
            &[HEAD, (rows.as_bytes(), 1), END],
            &[(b"<sst><si><t>", 1), (b"x", MB), (b"</t></si></sst>", 1)],
            &[],
        )
    }),
    ("five million empty texts", true, || {
        workbook(ONE, &[(b"<sst>", 1), (b"<si><t/></si>", 5_000_000), (b"</sst>", 1)], &[])
    }),
    ("a sheet that unpacks to a gigabyte", false, || {
        workbook(&[HEAD, (&[b' '; 1024], MB), END], SHARED, &[])
    }),
    ("a text of eighty megabytes", false, || {
        workbook(ONE, &[(b"<sst><si><t>", 1), (&[b'x'; 1024], 80 << 10), (b"</t></si></sst>", 1)], &[])
    }),
    ("an attribute of eighty megabytes", false, || {
        workbook(&[(b"<worksheet a=\"", 1), (&[b'x'; 1024], 80 << 10), (b"\"/>", 1)], SHARED, &[])
    }),
    ("elements five million deep", true, || {
        workbook(&[(b"<worksheet><sheetData>", 1), (b"<a>", 5_000_000)], SHARED, &[])
    }),
    ("rows in reverse", true, || {
        let rows = (1..=99_000)
            .rev()
            .map(|n| format!("<row r=\"{n}\"><c r=\"A{n}\"><v>1</v></c></row>"))
            .collect::<String>();
        workbook(&[HEAD, (rows.as_bytes(), 1), END], SHARED, &[])
    }),
    ("ten million cells", false, || {
        workbook(
            &[HEAD, (b"<row r=\"1\">", 1), (b"<c r=\"A1\"/>", 9_000_000), (b"</row>", 1), END],
            SHARED,
            &[],
        )
    }),
    ("cells at the far end of their rows", false, || {
        let rows = (1..=100_000)
            .map(|n| format!("<row r=\"{n}\"><c r=\"IV{n}\"><v>1</v></c></row>"))
            .collect::<String>();
        workbook(&[HEAD, (rows.as_bytes(), 1), END], SHARED, &[])
    }),
    ("a cell beyond every sheet", true, || {
        workbook(
            &[HEAD, (b"<row r=\"4294967295\"><c r=\"ZZZZZZZ4294967295\"><v>1</v></c></row>", 1), END],
            SHARED,
            &[],
        )
    }),
    ("three million names", true, || {
        workbook(
            ONE,
            SHARED,
            &[(
                "xl/workbook.xml",
                &[
                    (b"<workbook><definedNames>", 1),
                    (b"<definedName name=\"a\"/>", 3_000_000),
                    (b"</definedNames></workbook>", 1),
                ],
            )],
        )
    }),
    ("three million styles", true, || {
        workbook(
            ONE,
            SHARED,
            &[(
                "xl/styles.xml",
                &[(b"<styleSheet><cellXfs>", 1), (b"<xf/>", 3_000_000), (b"</cellXfs></styleSheet>", 1)],
            )],
        )
    }),
    ("three million fonts", true, || {
        workbook(
            ONE,
            SHARED,
            &[(
                "xl/styles.xml",
                &[(b"<styleSheet><fonts>", 1), (b"<font/>", 3_000_000), (b"</fonts></styleSheet>", 1)],
            )],
        )
    }),
    ("a hundred thousand sheets that are one", false, || {
        let sheet = "<sheet name=\"s\" sheetId=\"1\" r:id=\"s\"/>";
        let head = format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>");
        let book: [Piece<'_>; 3] =
            [(head.as_bytes(), 1), (sheet.as_bytes(), 100_000), (b"</sheets></workbook>", 1)];
        workbook(&[HEAD, (b"<row/>", 2_000_000), END], SHARED, &[("xl/workbook.xml", &book)])
    }),
    ("a million parts", false, || {
        let mut bytes = workbook(ONE, SHARED, &[]);
        bytes.extend(b"PK\x01\x02".repeat(1_000_000));
        bytes
    }),
    ("a directory that says it is larger than the world", true, || {
        let mut bytes = workbook(ONE, SHARED, &[]);
        let end = bytes.len() - 22;
        bytes[end + 8..end + 12].fill(0xFF);
        bytes
    }),
    ("sizes that are not so", true, || {
        let mut bytes = workbook(&[HEAD, (&[b' '; 1024], 200 << 10), END], SHARED, &[]);
        let places: Vec<usize> =
            bytes.windows(4).enumerate().filter(|(_, w)| *w == b"PK\x01\x02").map(|(at, _)| at).collect();
        for at in places {
            bytes[at + 24..at + 28].copy_from_slice(&9_u32.to_le_bytes());
        }
        bytes
    }),
    ("a workbook in a workbook in a workbook", true, || {
        (0..20).fold(workbook(ONE, SHARED, &[]), |inner, _| {
            workbook(ONE, SHARED, &[("xl/worksheets/sheet1.xml", &[(&inner, 1)])])
        })
    }),
];

pub fn bombs() -> Vec<Bomb> {
    let bomb = |(name, is_quick, make): Made| {
        let bomb = Bomb::file(name, preview(), make);
        if is_quick { bomb } else { bomb.slow() }
    };
    ALL.into_iter().map(bomb).collect()
}
