//! What a file is, by its content and never by its name.

/// A kind of file that is no table, or one that others make tables in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// XLS of before 2007.
    OldWorkbook,
    /// A workbook saved as XML in 2003.
    XmlWorkbook,
    /// A workbook or document under a password.
    Protected,
    /// DOC of before 2007.
    OldDocument,
    /// DOCX in which no table can be read.
    Document,
    /// XLSB that cannot be read.
    BinaryWorkbook,
    /// ODS in which no table can be read, or another OpenDocument.
    OpenDocument,
    Presentation,
    Pdf,
    /// Apple's Numbers, Pages or Keynote.
    Numbers,
    Image,
    WebPage,
    RichText,
    Archive,
}

/// What a file is that begins so; None of a packed one, of text, and of what nobody knows.
pub(super) fn by_beginning(beginning: &[u8]) -> Option<FileKind> {
    let starts = |marks: &[&[u8]]| marks.iter().any(|mark| beginning.starts_with(mark));
    if starts(&[b"%PDF"]) {
        return Some(FileKind::Pdf);
    }
    if starts(&[b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"II*\0", b"MM\0*"])
        || beginning.starts_with(b"RIFF") && beginning.get(8..12) == Some(b"WEBP")
        || beginning.get(4..8) == Some(b"ftyp")
        || beginning.starts_with(b"BM") && beginning.contains(&0)
    {
        return Some(FileKind::Image);
    }
    if starts(&[b"{\\rtf"]) {
        return Some(FileKind::RichText);
    }
    if starts(&[b"\x1F\x8B", b"7z\xBC\xAF\x27\x1C", b"Rar!", b"BZh"]) {
        return Some(FileKind::Archive);
    }
    by_markup(beginning)
}

fn by_markup(beginning: &[u8]) -> Option<FileKind> {
    // A page of two bytes a letter is told by its letters alone.
    let text: Vec<u8> = beginning.iter().filter(|byte| **byte != 0).map(u8::to_ascii_lowercase).collect();
    let text = String::from_utf8_lossy(&text);
    let text = text
        .trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{fffd}' | 'ÿ' | 'þ'));
    let has = |words: &str| text.contains(words);
    let is_page = ["<!doctype html", "<html", "<table", "<head", "<meta", "<body", "<style", "<script"]
        .iter()
        .any(|tag| text.starts_with(tag));
    if text.starts_with("<?xml") || text.starts_with("<workbook") {
        return match has("excel.sheet") || has("office:spreadsheet") {
            true => Some(FileKind::XmlWorkbook),
            false => has("<html").then_some(FileKind::WebPage),
        };
    }
    (is_page || text.starts_with("mime-version:")).then_some(FileKind::WebPage)
}

/// What a file in Microsoft's old outer form is, by the names of its parts.
pub(super) fn of_old_form(bytes: &[u8]) -> FileKind {
    let has = |name: &str| {
        let letters: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &letters).is_some()
    };
    match () {
        () if has("EncryptedPackage") || has("EncryptionInfo") => FileKind::Protected,
        () if has("WordDocument") => FileKind::OldDocument,
        () if has("PowerPoint Document") => FileKind::Presentation,
        () => FileKind::OldWorkbook,
    }
}

/// How a packed file is read, by the names of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Packed {
    Workbook,
    BinaryWorkbook,
    OpenDocument,
    Document,
    Other(FileKind),
}

pub(super) fn packed<'a>(names: impl Iterator<Item = &'a str>) -> Packed {
    let mut found = Packed::Workbook;
    let mut is_known = false;
    for name in names {
        let kind = match name {
            "xl/workbook.bin" => Packed::BinaryWorkbook,
            "word/document.xml" => Packed::Document,
            "content.xml" | "mimetype" => Packed::OpenDocument,
            "ppt/presentation.xml" => Packed::Other(FileKind::Presentation),
            name if name.ends_with(".iwa") => Packed::Other(FileKind::Numbers),
            name if name.starts_with("xl/") || name == "[Content_Types].xml" || name == "_rels/.rels" => {
                is_known = true;
                continue;
            }
            _ => continue,
        };
        if found == Packed::Workbook {
            found = kind;
        }
        is_known = true;
    }
    if is_known { found } else { Packed::Other(FileKind::Archive) }
}
