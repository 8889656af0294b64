//! Bombs for the verifiers.

use std::fmt::Write as _;

use super::bomb::{Bomb, Reader, sparse, zlib, zlib_of};
use super::pdf::Pdf;

const MB: usize = 1 << 20;

type Made = (&'static str, fn() -> Vec<u8>);

/// Small files, and what they claim or unpack to.
const SMALL: [Made; 24] = [
    ("a listing with 2,147,483,647 columns", || {
        listed_with("/DecodeParms<</Predictor 12/Columns 2147483647>>")
    }),
    ("a listing with 2,147,483,647 colours", || {
        listed_with("/DecodeParms<</Predictor 15/Columns 4/Colors 2147483647/BitsPerComponent 2147483647>>")
    }),
    ("a listing of 4,000,000,000 rows", || rows("/W[1 4 2]/Index[0 4000000000]")),
    ("a listing of rows without a byte", || rows("/W[0 0 0]/Index[0 4000000000]")),
    ("a listing of rows as wide as the world", || rows("/W[4000000000 4000000000 1]/Index[0 9]")),
    ("a listing that unpacks to a gigabyte", || {
        let content = zlib_of(&vec![0; MB], 1024);
        Pdf::with_a_page("").listing(&[], "/Filter/FlateDecode", Some(("/W[1 4 2]", content)))
    }),
    ("a listing packed a hundred times", || {
        let filters = "/FlateDecode".repeat(100);
        listed_with(&format!("/Filter[{filters}]"))
    }),
    ("a table of 4,000,000,000 entries", || {
        let mut pdf = Pdf::with_a_page("");
        let section = pdf.bytes.len();
        pdf.bytes.extend(b"xref\n0 4000000000\n0000000000 65535 f \ntrailer\n<</Size 4/Root 1 0 R>>\n");
        pdf.ended(section)
    }),
    ("a section that names itself as the one before", || {
        let pdf = Pdf::with_a_page("");
        let section = pdf.bytes.len();
        pdf.table(&format!("/Prev {section}"))
    }),
    ("two sections that name each other", || chain(2, true)),
    ("a million sections", || chain(200_000, false)),
    ("an object stream that unpacks to a gigabyte", || {
        packed("/Filter/FlateDecode", &zlib_of(&vec![b' '; MB], 1024), 4)
    }),
    ("an object stream of five million objects", || {
        let header: String = (0..700_000).fold(String::new(), |mut all, n| {
            let _ = write!(all, "{} 0 ", n + 10);
            all
        });
        packed(
            &format!("/Filter/FlateDecode/First {}/N 700000", header.len()),
            &zlib(&[header.as_bytes(), b"0"].concat()),
            4,
        )
    }),
    ("an object stream of small values", || {
        let content = [b"10 0 [".as_slice(), &b"0 ".repeat(20 * MB), b"]"].concat();
        packed("/Filter/FlateDecode/First 5/N 1", &zlib(&content), 4)
    }),
    ("fifty object streams of twenty megabytes", || {
        let mut pdf = Pdf::with_a_page("");
        let content = zlib_of(&vec![b' '; MB], 20);
        for number in 4..54 {
            pdf.stream(number, "/Type/ObjStm/N 1/First 5/Filter/FlateDecode", &content);
        }
        let packed: Vec<_> = (4..54).map(|container| (container + 100, container, 0)).collect();
        pdf.listing(&packed, "", None)
    }),
    ("an object stream inside itself", || {
        let mut pdf = Pdf::with_a_page("");
        pdf.stream(4, "/Type/ObjStm/N 1/First 4", b"4 0 4 0 R");
        pdf.listing(&[(5, 4, 0), (6, 5, 0), (7, 7, 0)], "", None)
    }),
    ("arrays a million deep", || object(&b"[".repeat(MB))),
    ("arrays a million deep, and closed", || object(&[b"[".repeat(MB), b"]".repeat(MB)].concat())),
    ("dictionaries a million deep", || object(&b"<</A".repeat(MB))),
    ("brackets a million deep", || object(&[b"(".repeat(MB), b")".repeat(MB)].concat())),
    ("a length that is its own length", || {
        let mut pdf = Pdf::with_a_page("");
        pdf.object(4, b"<</Length 4 0 R>>stream\nx\nendstream");
        pdf.object(5, b"<</Length 6 0 R>>stream\nx\nendstream");
        pdf.object(6, b"<</Length 5 0 R>>stream\nx\nendstream");
        pdf.table("")
    }),
    ("pages that hold themselves", || {
        let mut pdf = Pdf::new();
        pdf.object(1, b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>/Names<</EmbeddedFiles 5 0 R>>/AF[6 0 R]>>");
        pdf.object(2, b"<</Type/Pages/Count 4000000000/Kids[2 0 R 2 0 R 3 0 R]>>");
        pdf.object(3, b"<</Type/Pages/Parent 3 0 R/Kids[2 0 R 3 0 R]>>");
        pdf.object(4, b"<</T(a)/Parent 4 0 R/Kids[4 0 R 4 0 R]>>");
        pdf.object(5, b"<</Kids[5 0 R 5 0 R]/Names[(a) 5 0 R]>>");
        pdf.object(6, b"<</UF(evidence-record.json)/EF<</F 6 0 R>>>>");
        pdf.table("/Info 6 0 R")
    }),
    ("a record of a gigabyte", || record("/Filter/FlateDecode", &zlib_of(&vec![b' '; MB], 1024))),
    ("a record with 2,147,483,647 columns", || {
        record("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647>>", &zlib(b"\x02{}"))
    }),
];

/// Files that are large, or take long to make.
const LARGE: [Made; 11] = [
    ("a record of small values", || {
        record("/Filter/FlateDecode", &zlib(&[b"[".as_slice(), &b"0,".repeat(7 * MB), b"0]"].concat()))
    }),
    ("a record of brackets", || record("/Filter/FlateDecode", &zlib(&b"[".repeat(8 * MB)))),
    ("a record of heads", || {
        record(
            "/Filter/FlateDecode",
            &zlib(&[b"{\"heads\":[".as_slice(), &b"\"\",".repeat(5 * MB), b"\"\"]}"].concat()),
        )
    }),
    ("twenty million small values", || object(&[b"[".as_slice(), &b"0 ".repeat(20 * MB), b"]"].concat())),
    ("twenty million small dictionaries", || {
        object(&[b"[".as_slice(), &b"<<>>".repeat(20 * MB), b"]"].concat())
    }),
    ("a thousand streams that share one content", || {
        let mut pdf = Pdf::with_a_page("");
        for number in 4..1004 {
            pdf.offsets.push((number, pdf.bytes.len()));
            let length = 10 * MB + (1003 - number as usize) * 60;
            let head = format!("{number} 0 obj<</Length {length:010}>>stream\n");
            pdf.bytes.extend(format!("{head:60}").into_bytes());
        }
        pdf.bytes.resize(pdf.bytes.len() + 10 * MB, b' ');
        pdf.bytes.extend(b"\nendstream\nendobj\n");
        pdf.table("")
    }),
    ("two hundred thousand names for one object", || {
        let mut pdf = Pdf::with_a_page("");
        let offset = pdf.bytes.len();
        pdf.stream(4, "", &vec![b' '; 8 * MB]);
        pdf.offsets.extend((5..200_000).map(|number| (number, offset)));
        pdf.table("")
    }),
    ("two hundred and fifty-six ends over a hundred megabytes", || {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        for _ in 0..256 {
            bytes.resize(bytes.len() + 400_000, b' ');
            bytes.extend(b"startxref\n9\n%%EOF\n");
        }
        bytes
    }),
    ("a hundred thousand ends", || {
        [b"%PDF-1.7\n".as_slice(), &b"\nstartxref\n0\n%%EOF\n".repeat(2_000_000)].concat()
    }),
    ("a hundred megabytes of a comment", || object(&[b"%".as_slice(), &b"%".repeat(100 * MB)].concat())),
    ("a hundred megabytes of a string", || object(&[b"<".as_slice(), &b"0".repeat(100 * MB), b">"].concat())),
];

pub fn bombs() -> Vec<Bomb> {
    let mut bombs = Vec::new();
    for (name, make) in SMALL {
        bombs.push(Bomb::file(&format!("{name}, hefu-cli"), Reader::Verifier, make));
        bombs.push(Bomb::file(&format!("{name}, hefu-verify"), Reader::SmallVerifier, make).slow());
    }
    for (name, make) in LARGE {
        bombs.push(Bomb::file(&format!("{name}, hefu-cli"), Reader::Verifier, make).slow());
        bombs.push(Bomb::file(&format!("{name}, hefu-verify"), Reader::SmallVerifier, make).slow());
    }
    for (name, size) in [("100 MB", 100 << 20), ("1 GB", 1 << 30), ("3 GB", 3 << 30), ("1 TB", 1_u64 << 40)] {
        for (reader, who) in [(Reader::Verifier, "hefu-cli"), (Reader::SmallVerifier, "hefu-verify")] {
            let make =
                move |path: &std::path::Path| sparse(path, b"%PDF-1.7\n", size, b"startxref\n9\n%%EOF\n");
            bombs.push(Bomb::new(&format!("a hole of {name}, {who}"), reader, make));
        }
    }
    bombs
}

fn listed_with(parms: &str) -> Vec<u8> {
    Pdf::with_a_page("").listing(
        &[],
        &format!("/Filter/FlateDecode{parms}"),
        Some(("/W[1 4 2]", zlib(&[2; 64]))),
    )
}

fn rows(shape: &str) -> Vec<u8> {
    Pdf::with_a_page("").listing(&[], "", Some((shape, vec![1; 64])))
}

/// A file with one more object.
fn object(body: &[u8]) -> Vec<u8> {
    let mut pdf = Pdf::with_a_page("");
    pdf.object(4, body);
    pdf.table("")
}

/// A file with one object stream, of which one object is listed.
fn packed(keys: &str, content: &[u8], container: u32) -> Vec<u8> {
    let mut pdf = Pdf::with_a_page("");
    pdf.stream(container, &format!("/Type/ObjStm{keys}"), content);
    pdf.listing(&[(10, container, 0)], "", None)
}

/// A file with an evidence record.
fn record(keys: &str, content: &[u8]) -> Vec<u8> {
    let mut pdf = Pdf::with_a_page("/AF[4 0 R]");
    pdf.object(4, b"<</Type/Filespec/F(evidence-record.json)/UF(evidence-record.json)/EF<</F 5 0 R>>>>");
    pdf.stream(5, &format!("/Type/EmbeddedFile{keys}"), content);
    pdf.table("")
}

/// Sections that each name the one before.
fn chain(sections: usize, is_closed: bool) -> Vec<u8> {
    let mut pdf = Pdf::with_a_page("");
    let first = pdf.bytes.len();
    let mut before = first;
    let one = |before: usize| {
        format!("xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 4/Root 1 0 R/Prev {before:010}>>\n")
    };
    if is_closed {
        before = first + one(0).len() * (sections - 1);
    }
    for _ in 0..sections {
        let at = pdf.bytes.len();
        pdf.bytes.extend(one(before).into_bytes());
        before = at;
    }
    pdf.ended(before)
}
