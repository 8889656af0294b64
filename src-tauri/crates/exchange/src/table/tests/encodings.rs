//! Texts without a mark, in the encodings that people's programs save.

use super::*;

const SIMPLIFIED: &str = "编号,标题,优先级\nR-1,双可用区部署于雅加达与广州,必须\nR-2,配额可在线调整,应当\n";
const TRADITIONAL: &str = "編號,標題,優先級\nR-1,雙可用區部署於雅加達與廣州,必須\nR-2,配額可線上調整,應當\n";
const JAPANESE: &str = "番号,タイトル\nR-1,二つのゾーンに配置する\nR-2,クォータをオンラインで変更できる\n";
const VIETNAMESE: &str = "No,Title\nR-1,café at the corner\nR-2,naïve façade\n";

fn encoded(text: &str, name: &str) -> Vec<u8> {
    match name {
        "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        name => Encoding::for_label(name.as_bytes()).unwrap().encode(text).0.into_owned(),
    }
}

fn title(book: &Book) -> &str {
    book.grids[0].rows[1].cell(1)
}

#[test]
fn every_encoding_is_found_out_or_doubted() {
    for (text, encoding) in [
        (SIMPLIFIED, "UTF-8"),
        (SIMPLIFIED, "gb18030"),
        (SIMPLIFIED, "UTF-16LE"),
        (SIMPLIFIED, "UTF-16BE"),
        (TRADITIONAL, "UTF-8"),
        (TRADITIONAL, "Big5"),
        (TRADITIONAL, "UTF-16LE"),
        (JAPANESE, "Shift_JIS"),
        (JAPANESE, "UTF-16BE"),
        (VIETNAMESE, "windows-1252"),
        (VIETNAMESE, "UTF-16LE"),
    ] {
        let book = Book::from_bytes(&encoded(text, encoding)).unwrap();
        let said = book.encoding.clone().unwrap();
        let expected = text.lines().nth(1).and_then(|line| line.split(',').nth(1));
        // Right, or one of several that are offered.
        assert!(
            Some(title(&book)) == expected
                || said.is_doubtful && said.candidates.iter().any(|c| c.name == encoding),
            "{encoding}: {said:?}"
        );
        for candidate in &said.candidates {
            assert!(!candidate.lines.is_empty() && candidate.lines.len() <= 3, "{encoding}");
        }
        let named = Book::from_file(Cursor::new(encoded(text, encoding)), Some(encoding), &mut |_, _| {
            ControlFlow::Continue(())
        });
        assert_eq!(Some(title(&named.unwrap())), expected, "{encoding} named");
    }
}

#[test]
fn what_is_plain_is_not_doubted() {
    for (text, encoding) in [
        ("No,Title\nR-1,plain\n", "UTF-8"),
        (SIMPLIFIED, "UTF-8"),
        (SIMPLIFIED, "UTF-16LE"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "Big5"),
    ] {
        let said = Book::from_bytes(&encoded(text, encoding)).unwrap().encoding.unwrap();
        assert_eq!((said.name.as_str(), said.is_doubtful), (encoding, false), "{said:?}");
    }
}

#[test]
fn nothing_of_a_private_area_is_taken_for_words() {
    for (text, encoding) in [
        (TRADITIONAL, "Big5"),
        ("編號,標題\nR-1,雙可用區部署\nR-2,配額可線上調整\n", "Big5"),
        (JAPANESE, "Shift_JIS"),
    ] {
        let book = Book::from_bytes(&encoded(text, encoding)).unwrap();
        let all: String =
            book.grids[0].rows.iter().flat_map(|row| &row.cells).map(|cell| cell.words.as_str()).collect();
        assert!(!all.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)), "{encoding}: {all}");
    }
}

#[test]
fn an_encoding_that_is_not_its_own_is_refused() {
    let file = |name| {
        Book::from_file(Cursor::new(encoded(SIMPLIFIED, "gb18030")), Some(name), &mut |_, _| {
            ControlFlow::Continue(())
        })
    };
    assert_eq!(file("utf-8"), Err(ReadError::Undecodable));
    assert_eq!(file("no-such"), Err(ReadError::Undecodable));
    assert!(file("gbk").is_ok());
}

proptest! {
    #[test]
    fn no_bytes_without_a_mark_make_it_panic(bytes in prop::collection::vec(0x20_u8..=0xFF, 0..300)) {
        if let Ok(book) = Book::from_bytes(&bytes) {
            prop_assert!(book.encoding.is_some());
        }
    }
}
