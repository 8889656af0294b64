//! With what code the program ends, for files and calls of every kind.

use std::path::Path;

use super::support::*;
use super::{folder, program, said, trail};

/// The files that the calls below name, in a folder that the program is started in.
fn put_files(folder: &Path) {
    let put = |name: &str, bytes: &[u8]| std::fs::write(folder.join(name), bytes).unwrap();
    let (unsigned, signed) = (base(Listing::Table), signed_twice(Listing::Table));
    put("complete.pdf", &signed);
    put("complete-stream.pdf", &signed_twice(Listing::Stream));
    put("open.pdf", &sign_as(&unsigned, 1).pdf);
    put("unsigned.pdf", &unsigned);
    let mut changed = signed.clone();
    changed[300] ^= 1;
    put("changed.pdf", &changed);
    put("blank-after.pdf", &[&signed[..], b"\n"].concat());
    put("cut.pdf", &signed[..signed.len() - 40]);
    put("saved-again.pdf", &written(lopdf::Document::load_mem(&signed).unwrap()));
    put("noise.pdf", &[0xFF; 5000]);
    put("empty.pdf", b"");
    put("part.pdf", &unsigned[..2000]);
    let mut other = made(Listing::Table, DOCUMENT_ID, 40, 1);
    other.add_object(lopdf::dictionary! { "Type" => "Sig", "ByteRange" => vec![0.into(); 4] });
    put("other-program.pdf", &written(other));
    let mut acting = made(Listing::Table, DOCUMENT_ID, 40, 1);
    acting.catalog_mut().unwrap().set("OpenAction", lopdf::dictionary! { "S" => "JavaScript" });
    put("acting.pdf", &written(acting));
    let locked = String::from_utf8_lossy(&unsigned).replace("/Root ", "/Encrypt 1 0 R/Root ");
    put("encrypted.pdf", locked.as_bytes());
    let large = std::fs::File::create(folder.join("large.pdf")).unwrap();
    large.set_len((128 << 20) + 1).unwrap();
    std::fs::create_dir(folder.join("folder.pdf")).unwrap();
    std::fs::create_dir(folder.join("taken")).unwrap();
    put("taken/evidence-record.json", b"{}");
    trail(folder, "prj-harbour");
    trail(folder, "stack:other");
}

/// What the program is called with, and with what code it ends.
const CALLS: [(i32, &[&str]); 47] = [
    (0, &["complete.pdf"]),
    (0, &["complete-stream.pdf"]),
    (0, &["--json", "complete.pdf"]),
    (0, &["--lang", "zh", "complete.pdf"]),
    (0, &["complete.pdf", "--head", HEAD]),
    (0, &["--", "complete.pdf"]),
    (0, &["prj-harbour.jsonl"]),
    (0, &["--help"]),
    (1, &["absent.pdf"]),
    (1, &["folder.pdf"]),
    (1, &["large.pdf"]),
    (1, &["/dev/null"]),
    (1, &["complete.pdf", "--trail", "absent.jsonl"]),
    (1, &["complete.pdf", "--extract", "taken"]),
    (1, &["complete.pdf", "--extract", "absent"]),
    (1, &["noise.pdf", "--extract", "."]),
    (2, &[]),
    (2, &[""]),
    (2, &["--"]),
    (2, &["--json"]),
    (2, &["--colour"]),
    (2, &["complete.pdf", "open.pdf"]),
    (2, &["complete.pdf", "--lang", "fr"]),
    (2, &["complete.pdf", "--lang"]),
    (2, &["complete.pdf", "--head"]),
    (2, &["complete.pdf", "--trail"]),
    (2, &["complete.pdf", "--extract"]),
    (2, &["-complete.pdf"]),
    (3, &["changed.pdf"]),
    (3, &["--json", "changed.pdf"]),
    (3, &["blank-after.pdf"]),
    (3, &["cut.pdf"]),
    (3, &["saved-again.pdf"]),
    (3, &["complete.pdf", "--head", "prj-harbour 41 00000000"]),
    (3, &["open.pdf", "--head", "prj-harbour 41 00000000"]),
    (3, &["complete.pdf", "--trail", "prj-harbour.jsonl"]),
    (3, &["changed.pdf", "--trail", "stack-other.jsonl"]),
    (4, &["open.pdf"]),
    (4, &["--json", "open.pdf"]),
    (5, &["unsigned.pdf"]),
    (5, &["noise.pdf"]),
    (5, &["empty.pdf"]),
    (5, &["part.pdf"]),
    (5, &["other-program.pdf"]),
    (5, &["encrypted.pdf"]),
    (5, &["complete.pdf", "--trail", "stack-other.jsonl"]),
    (5, &["complete.pdf", "--trail", "open.pdf"]),
];

#[test]
fn the_exit_code_says_what_was_found() {
    let folder = folder("codes");
    put_files(&folder);
    let mut wrong = Vec::new();
    for (code, call) in CALLS {
        let output = program(call).current_dir(&folder).output().unwrap();
        let found = output.status.code();
        if found != Some(code) {
            let errors = String::from_utf8_lossy(&output.stderr).into_owned();
            wrong.push(format!("{call:?}: {found:?}, not {code}: {}{errors}", said(&output)));
        }
    }
    assert_eq!(wrong, [""; 0]);
}
