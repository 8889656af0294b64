//! Files that are small for what they would be read into.

use hefu_reading::limits::{PAPER, PAPER_DEPTH, PAPER_HELD, PAPER_REFERENCES};

use super::{Cursor, Section, read, read_within};

const VALUE: usize = size_of::<lopdf::Object>();

/// An issued part of a catalog, these objects from 2 on, and this in the trailer.
fn file(objects: impl Iterator<Item = String>, trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n%\xBB\xAD\xC0\xDE\n".to_vec();
    let mut entries = String::from("0000000000 65535 f \n");
    let mut count = 1;
    for object in std::iter::once("<</Type/Catalog>>".to_owned()).chain(objects) {
        entries.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend_from_slice(format!("{count} 0 obj\n{object}\nendobj\n").as_bytes());
        count += 1;
    }
    let section = bytes.len();
    let end = format!("trailer\n<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{section}\n%%EOF\n");
    bytes.extend_from_slice(format!("xref\n0 {count}\n{entries}{end}").as_bytes());
    bytes
}

fn one(object: String) -> Vec<u8> {
    file(std::iter::once(object), "")
}

fn repeated(unit: &str, count: usize) -> String {
    format!("[{}]", unit.repeat(count))
}

type Structure = fn(usize) -> Vec<u8>;

/// A file of so many units, and what a unit is read into at least.
const STRUCTURES: [(&str, Structure, usize); 16] = [
    ("figures", |count| one(repeated("0 ", count)), VALUE),
    ("references", |count| one(repeated("1 0 R ", count)), VALUE),
    ("words", |count| one(repeated("null ", count)), VALUE),
    ("names", |count| one(repeated("/a", count)), VALUE + 1),
    ("texts", |count| one(repeated("()", count)), VALUE),
    ("texts in hexadecimal", |count| one(repeated("<>", count)), VALUE),
    ("arrays", |count| one(repeated("[]", count)), VALUE),
    ("dictionaries", |count| one(repeated("<<>>", count)), VALUE),
    ("dictionaries with an entry", |count| one(repeated("<</a 0>>", count)), 2 * VALUE + 24),
    (
        "entries of one dictionary",
        |count| one(format!("<<{}>>", (0..count).map(|key| format!("/{key} 0")).collect::<String>())),
        VALUE + 24,
    ),
    (
        "figures in the trailer",
        |count| file(std::iter::empty(), &format!("/W{}", repeated("0 ", count))),
        VALUE,
    ),
    (
        "figures in an object and in the trailer",
        |count| file(std::iter::once(repeated("0 ", count / 2)), &format!("/W{}", repeated("0 ", count / 2))),
        VALUE,
    ),
    (
        "texts of a kilobyte in hexadecimal",
        |count| one(repeated(&format!("<{}>", "0".repeat(2000)), count)),
        VALUE + 1000,
    ),
    ("objects", |count| file((0..count).map(|_| "null".to_owned()), ""), VALUE + 24),
    (
        "streams of a kilobyte",
        |count| {
            let stream = format!("<</Length 1000>>\nstream\n{}\nendstream", "s".repeat(1000));
            file((0..count).map(|_| stream.clone()), "")
        },
        2 * VALUE + 1000,
    ),
    (
        "texts of a kilobyte, each with its key",
        |count| one(repeated(&format!("<</{}({})>>", "k".repeat(500), "t".repeat(500)), count)),
        2 * VALUE + 1024,
    ),
];

#[test]
fn what_a_file_is_read_into_is_held_to_what_is_stated() {
    let held = 1 << 20;
    let mut wrong = Vec::new();
    for (what, structure, unit) in STRUCTURES {
        let most = held / unit;
        if read_within(&structure(most + 1), held).is_ok() {
            wrong.push(format!("{what}: more than {held} bytes are held"));
        }
        if read_within(&structure(most / 4), held).is_err() {
            wrong.push(format!("{what}: a quarter of it is not read"));
        }
    }
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn a_file_within_its_own_limit_may_be_more_than_is_held() {
    let (_, figures, unit) = STRUCTURES[0];
    let large = figures(PAPER_HELD / unit + 1);
    assert!(u64::try_from(large.len()).unwrap() < PAPER.bytes);
    assert!(read(&large).is_err());
}

#[test]
fn no_more_objects_are_read_than_are_stated() {
    let objects = |count: usize| file((1..count).map(|_| "null".to_owned()), "");
    assert_eq!(read(&objects(PAPER_REFERENCES)).map(|state| state.offsets.len()), Ok(PAPER_REFERENCES));
    assert!(read(&objects(PAPER_REFERENCES + 1)).is_err());
    let listed = |count: usize| {
        let entries = "0000000015 00000 n \n".repeat(count);
        let table = format!("xref\n1 {count}\n{entries}trailer\n<<>>\nstartxref\n0\n%%EOF\n");
        Section::read(&mut Cursor::new(table.as_bytes(), 0)).map(|section| section.entries.len())
    };
    assert_eq!(listed(PAPER_REFERENCES), Some(PAPER_REFERENCES));
    assert_eq!(listed(PAPER_REFERENCES + 1), None);
}

#[test]
fn values_lie_in_each_other_as_deep_as_is_stated() {
    let nested = |depth: usize| one("[".repeat(depth) + &"]".repeat(depth));
    assert!(read(&nested(PAPER_DEPTH)).is_ok());
    assert!(read(&nested(PAPER_DEPTH + 1)).is_err());
}

#[test]
fn a_name_has_one_spelling() {
    for (written, name) in [
        ("/AB", Some(&b"AB"[..])),
        ("/", Some(b"")),
        ("/A#20B", Some(b"A B")),
        ("/#23#2f#e6", Some(b"#/\xe6")),
        // What could stand for itself, what ends a name elsewhere, and what are no two digits.
        ("/#41", None),
        ("/A#00", None),
        ("/A#", None),
        ("/A#2", None),
        ("/A#2 0", None),
        ("/A#+5", None),
        ("/A#g0", None),
    ] {
        let read = read(&one(written.to_owned())).ok();
        let found = read.map(|state| state.document.objects[&(2, 0)].as_name().unwrap().to_vec());
        assert_eq!(found.as_deref(), name, "{written}");
    }
}
