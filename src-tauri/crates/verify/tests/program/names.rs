//! Names of people and of files that a terminal would obey, and names that are no text.

use std::path::Path;

use hefu_signing::{Identity, Pair, RecordRow, Subject};
use serde_json::Value;

use super::support::*;
use super::{file, folder, hefu_verify, program, said};

/// What a name may hold that a terminal would obey.
const OBEYED: [&str; 12] = [
    "\n\nUNCHANGED.",
    "\r\nUNCHANGED.",
    "\u{1b}[2K\u{1b}[1A",
    "\u{1b}]0;title\u{7}",
    "\u{9b}2K",
    "\u{85}\u{b}\u{c}UNCHANGED.",
    "\u{8}\u{8}\u{8}\u{7f}",
    "\u{0}",
    "\u{202e}detacerroc\u{202c}",
    "\u{2066}\u{2067}\u{2069}",
    "\u{200e}\u{200f}\u{61c}",
    "\u{2028}UNCHANGED.\u{2029}",
];

/// A paper that was issued for such a signer, with such a name at every place where a paper has words, and was signed.
fn named(name: &str) -> Vec<u8> {
    let mut document = made(Listing::Table, DOCUMENT_ID, 40, 2);
    let is_record = |object: &&mut lopdf::Object| {
        object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"EmbeddedFile"))
    };
    let record = document.objects.values_mut().find(is_record).unwrap().as_stream_mut().unwrap();
    let mut facts: Value = serde_json::from_slice(&record.content).unwrap();
    let (both, head) = (serde_json::json!({ "en": name, "zh": name }), format!("{HEAD}{name}"));
    facts["report"]["signers"][0] =
        serde_json::json!({ "name": both, "organisation": both, "role": "vendor" });
    (facts["number"], facts["title"], facts["heads"]) = (name.into(), both, vec![head.clone()].into());
    record.set_plain_content(facts.to_string().into_bytes());
    let base = written(document);
    let both = Pair { en: name.into(), zh: name.into() };
    let row = RecordRow {
        signer: both.clone(),
        capacity: both,
        reason: name.into(),
        attested_by: vec![name.into(), name.into()],
        journal_heads: vec![head],
        ..row(&base, 1)
    };
    let subject = Subject { name: name.into(), organisation: name.into() };
    let identity = Identity::room_key(&[1; 32].into(), &subject, row.time).unwrap();
    sign_row(&base, &row, &identity).pdf
}

#[test]
fn a_name_cannot_write_lines_of_its_own() {
    let folder = folder("name");
    for obeyed in OBEYED {
        let name = format!("Lin{obeyed}Hui Min");
        let pdf = named(&name);
        let mut changed = pdf.clone();
        let last = changed.len() - 1;
        changed[last] = b' ';
        for (pdf, first) in [(&pdf, "UNCHANGED."), (&changed, "CHANGED.")] {
            let file = file(&folder, pdf);
            for words in [&[][..], &["--head", &format!("{HEAD} 1")]] {
                let text = said(&hefu_verify(&[&[file.as_str()], words].concat()));
                let verdicts =
                    text.lines().filter(|line| line.contains("CHANGED.") && !line.contains("Hui Min"));
                assert_eq!(verdicts.count(), 1, "{text:?}");
                assert!(text.starts_with(first) && text.contains("Hui Min"), "{text:?}");
                let held = obeyed.chars().filter(|character| *character != '\n');
                assert!(
                    held.clone().all(|character| character.is_ascii_graphic() || !text.contains(character)),
                    "{text:?}"
                );
            }
            let json = said(&hefu_verify(&["--json", &file]));
            let is_plain = |character: char| {
                character == '\n' || !obeyed.contains(character) || character.is_ascii_graphic()
            };
            assert!(json.chars().all(is_plain), "{json:?}");
            let report: Value = serde_json::from_str(&json).unwrap();
            assert_eq!(report["document"]["number"], *name, "it means the same");
        }
        let row =
            &serde_json::from_str::<Value>(&said(&hefu_verify(&["--json", &file(&folder, &pdf)]))).unwrap();
        assert_eq!(row["signatures"][0]["row"]["signer"]["en"], *name);
    }
}

#[test]
fn a_file_name_cannot_write_lines_of_its_own() {
    let folder = folder("file-name");
    for obeyed in OBEYED.into_iter().filter(|obeyed| !obeyed.contains('\0')) {
        let name = format!("report{obeyed}.pdf");
        let open = Path::new(&folder).join(&name);
        std::fs::write(&open, sign_as(&base(Listing::Table), 1).pdf).unwrap();
        for words in [
            &[name.as_str()][..],
            &["absent.pdf", &name],
            &["--trail", &name, &name],
            &[&format!("absent{name}")],
        ] {
            let output = program(words).current_dir(&folder).output().unwrap();
            let text = [output.stdout, output.stderr].concat();
            let text = String::from_utf8(text).unwrap();
            let is_plain = |character: char| {
                character == '\n' || !obeyed.contains(character) || character.is_ascii_graphic()
            };
            assert!(text.chars().all(is_plain), "{words:?}: {text:?}");
            assert!(text.lines().filter(|line| line.starts_with("UNCHANGED.")).count() <= 1, "{text:?}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_name_need_not_be_text_nor_begin_with_a_letter() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = folder("names");
    let pdf = signed_twice(Listing::Table);
    let trail = super::trail(&folder, "prj-harbour");
    for name in [&b"\xff\xfe.pdf"[..], b"\xe6\x8a.pdf", b"-report.pdf", b"--head"] {
        let name = OsStr::from_bytes(name);
        std::fs::write(folder.join(name), &pdf).unwrap();
        let ended = |words: &[&OsStr]| {
            let output = program(words).current_dir(&folder).output().unwrap();
            (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
        };
        let dashes = OsStr::new("--");
        assert_eq!(ended(&[dashes, name]), (Some(0), String::new()), "{name:?}");
        std::fs::remove_file(folder.join(name)).unwrap();
        assert_eq!(ended(&[dashes, name]).0, Some(1), "{name:?}");
        std::fs::copy(&trail, folder.join(name)).unwrap();
        std::fs::write(folder.join("paper.pdf"), &pdf).unwrap();
        let against = [OsStr::new("paper.pdf"), OsStr::new("--trail"), name];
        assert_eq!(ended(&against), (Some(3), String::new()), "{name:?}");
    }
}
