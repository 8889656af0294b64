//! Files read in their one meaning, and files that are refused.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use lopdf::{Document, Object, Stream, dictionary};

use super::*;

/// A file of a catalog with one page and these objects from 4 on, with a table.
fn file(objects: &[&str]) -> Vec<u8> {
    let mut all = vec![
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        "<</Type/Page/Parent 2 0 R>>",
    ];
    all.extend(objects);
    let mut text = String::from("%PDF-1.7\n");
    let mut entries = String::from("0000000000 65535 f \n");
    for (place, object) in all.iter().enumerate() {
        entries += &format!("{:010} 00000 n \n", text.len());
        text += &format!("{} 0 obj\n{object}\nendobj\n", place + 1);
    }
    let section = text.len();
    let size = all.len() + 1;
    text += &format!(
        "xref\n0 {size}\n{entries}trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{section}\n%%EOF\n"
    );
    text.into_bytes()
}

fn object(written: &str) -> Option<Object> {
    read(&file(&[written])).unwrap().objects.get(&(4, 0)).cloned()
}

#[test]
fn values_mean_what_they_say() {
    for (written, meant) in [
        ("12", Object::Integer(12)),
        ("-12", Object::Integer(-12)),
        ("+7", Object::Integer(7)),
        ("-.5", Object::Real(-0.5)),
        ("4.", Object::Real(4.0)),
        ("true", Object::Boolean(true)),
        ("null", Object::Null),
        ("/A#20B", Object::Name(b"A B".to_vec())),
        ("7 0 R", Object::Reference((7, 0))),
        ("[1 2 0 R 3]", vec![1.into(), Object::Reference((2, 0)), 3.into()].into()),
        ("[7 0]", vec![7.into(), 0.into()].into()),
        ("(a\\(b\\)(c)\\101\\n)", Object::string_literal("a(b)(c)A\n")),
        ("<48 656>", Object::String(b"He`".to_vec(), lopdf::StringFormat::Hexadecimal)),
        ("<</A 1/B[/C]>>", dictionary! { "A" => 1, "B" => vec!["C".into()] }.into()),
        ("% a comment\n5", Object::Integer(5)),
    ] {
        assert_eq!(object(written), Some(meant), "{written}");
    }
}

#[test]
fn what_has_no_one_meaning_is_not_there() {
    for written in [
        "<</A 1/A 2>>",
        "(open",
        "[1",
        "<</A>>",
        "1.2.3",
        "word",
        "/A#G0",
        "<4G>",
        "<</Length 9>>stream\nshort\nendstream",
    ] {
        assert_eq!(object(written), None, "{written}");
    }
}

#[test]
fn an_object_is_where_its_reference_says_and_nowhere_else() {
    let text = String::from_utf8(file(&["(mine)", "(other)"])).unwrap();
    // The reference of the fourth leads to the fifth.
    let place = |number: u32| format!("{:010}", text.find(&format!("{number} 0 obj")).unwrap());
    let moved = text.replace(&format!("{} 00000", place(4)), &format!("{} 00000", place(5)));
    let document = read(moved.as_bytes()).unwrap();
    assert_eq!(document.objects.get(&(4, 0)), None);
    assert_eq!(document.objects.get(&(5, 0)), Some(&Object::string_literal("other")));
}

#[test]
fn lopdf_reads_what_it_wrote_as_this_does() {
    use lopdf::xref::XrefType;
    for kind in [XrefType::CrossReferenceTable, XrefType::CrossReferenceStream] {
        let mut document = Document::with_version("1.7");
        document.reference_table.cross_reference_type = kind;
        let mut packed =
            Stream::new(dictionary! { "Note" => Object::string_literal("(a)") }, vec![b'x'; 4096]);
        packed.compress().unwrap();
        let packed = document.add_object(packed);
        let tree = document.new_object_id();
        let page =
            document.add_object(dictionary! { "Type" => "Page", "Parent" => tree, "Contents" => packed });
        document
            .set_object(tree, dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![page.into()] });
        let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
        document.trailer.set("Root", root);
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        let (ours, theirs) = (read(&bytes).unwrap(), Document::load_mem(&bytes).unwrap());
        assert_eq!(ours.objects, theirs.objects, "{kind:?}");
        assert_eq!(ours.trailer, theirs.trailer);
        assert_eq!(ours.version, theirs.version);
        assert_eq!(ours.page_iter().collect::<Vec<_>>(), [page]);
    }
}

#[test]
fn objects_in_streams_are_read() {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let page = document.add_object(dictionary! { "Type" => "Page", "Parent" => tree });
    document.set_object(tree, dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![page.into()] });
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_modern(&mut bytes).unwrap();
    let read = read(&bytes).unwrap();
    assert_eq!(read.get_dictionary(root).unwrap().get(b"Pages").unwrap(), &tree.into());
    assert_eq!(read.page_iter().collect::<Vec<_>>(), [page]);
}

#[test]
fn a_file_that_would_be_more_than_is_held_is_too_large() {
    assert_eq!(read(&file(&[&format!("[{}]", "0 ".repeat(2_000_000))])).err(), Some(Unread::TooLarge));
    let ends = file(&[]);
    assert_eq!(read(&ends[..ends.len() - 8]).err(), Some(Unread::NotAPdf));
    let locked = String::from_utf8(ends).unwrap().replace("/Root 1 0 R", "/Root 1 0 R/Encrypt 3 0 R");
    assert_eq!(read(locked.as_bytes()).err(), Some(Unread::Encrypted));
}
