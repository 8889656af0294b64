//! A bounded look at XML: the elements that are known by name, with where their text lies.
//!
//! The text stays whole; what is not known is passed over and can be written back as it was. Nothing unfolds: a document
//! type is refused, and references are the five of XML and those of characters.

use std::ops::Range;

use hefu_reading::limits::{PLAN_DEPTH, PLAN_ELEMENTS};
use quick_xml::Reader;
use quick_xml::events::Event;

use crate::fault::{FileFault, FileProblem};

/// One element.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) name: &'static str,
    /// From its first sign to its last.
    pub(crate) whole: Range<usize>,
    /// Between its tags; empty of an element without an end tag.
    pub(crate) inner: Range<usize>,
    pub(crate) children: Vec<Element>,
}

/// The text of a file.
///
/// # Errors
/// It is not what its byte order mark or its declaration says.
pub(crate) fn decode(bytes: &[u8]) -> Result<String, FileFault> {
    let wrong = |what: &str| FileFault { line: 1, problem: FileProblem::Encoding, what: what.to_owned() };
    let (encoding, skipped) = match encoding_rs::Encoding::for_bom(bytes) {
        Some(found) => found,
        None => (declared(bytes).unwrap_or(encoding_rs::UTF_8), 0),
    };
    let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[skipped..]);
    text.map(std::borrow::Cow::into_owned).ok_or_else(|| wrong(encoding.name()))
}

fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..200.min(bytes.len()))?).into_owned();
    let (_, rest) = head.split_once("encoding=")?;
    let quote = rest.chars().next()?;
    encoding_rs::Encoding::for_label(rest.get(1..)?.split(quote).next()?.as_bytes())
}

/// The line that a place in a text is on, from 1.
pub(crate) fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
}

pub(crate) fn fault(text: &str, at: usize, problem: FileProblem, what: &str) -> FileFault {
    // A file may put anything there.
    FileFault { line: line(text, at), problem, what: what.chars().take(80).collect() }
}

/// The root of a text, when it has one of the known names.
///
/// # Errors
/// No well-formed XML, a document type, another root, more than is read.
pub(crate) fn read(text: &str, known: &[&'static str]) -> Result<Element, FileFault> {
    let mut reader = Reader::from_str(text);
    let mut open: Vec<Element> = Vec::new();
    let mut count = 0;
    let mut root = None;
    loop {
        let at = position(&reader);
        let event =
            reader.read_event().map_err(|error| fault(text, at, FileProblem::Xml, &error.to_string()))?;
        let end = position(&reader);
        match event {
            Event::DocType(_) => return Err(fault(text, at, FileProblem::DocumentType, "")),
            Event::Start(start) | Event::Empty(start) if root.is_some() => {
                return Err(fault(text, at, FileProblem::Xml, start.name().into_inner()));
            }
            Event::Start(start) => {
                count += 1;
                let name = local(start.name().into_inner());
                if count > PLAN_ELEMENTS || open.len() > PLAN_DEPTH {
                    return Err(fault(text, at, FileProblem::TooLarge, name));
                }
                match known.iter().find(|known| **known == name) {
                    Some(name) => {
                        open.push(Element { name, whole: at..end, inner: end..end, children: Vec::new() });
                    }
                    None if open.is_empty() => {
                        return Err(fault(text, at, FileProblem::NotThisFormat, name));
                    }
                    None => {
                        let name = start.name();
                        let skipped = reader.read_to_end(name);
                        skipped.map_err(|error| fault(text, at, FileProblem::Xml, &error.to_string()))?;
                    }
                }
            }
            Event::Empty(start) => {
                count += 1;
                let name = local(start.name().into_inner());
                if let Some(name) = known.iter().find(|known| **known == name)
                    && let Some(parent) = open.last_mut()
                {
                    let inner = end..end;
                    parent.children.push(Element { name, whole: at..end, inner, children: Vec::new() });
                }
            }
            Event::End(_) => {
                let Some(mut element) = open.pop() else { continue };
                element.whole.end = end;
                element.inner.end = at;
                match open.last_mut() {
                    Some(parent) => parent.children.push(element),
                    None => root = Some(element),
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    root.filter(|_| open.is_empty()).ok_or_else(|| fault(text, text.len(), FileProblem::Xml, ""))
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

impl Element {
    pub(crate) fn child(&self, name: &str) -> Option<&Element> {
        self.children.iter().find(|child| child.name == name)
    }

    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// Those of a list in an element of its own.
    pub(crate) fn list<'a>(&'a self, list: &'a str, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.all(list).flat_map(move |list| list.all(name))
    }

    /// The text of a child, without space around it; none where there is none.
    pub(crate) fn text(&self, text: &str, name: &str) -> Option<String> {
        let child = self.child(name)?;
        let inner = text.get(child.inner.clone())?.trim();
        (!inner.is_empty()).then(|| unfolded(inner))
    }
}

/// A text with the references of XML in place of which they stand.
fn unfolded(text: &str) -> String {
    let text = text.strip_prefix("<![CDATA[").and_then(|text| text.strip_suffix("]]>")).unwrap_or(text);
    quick_xml::escape::unescape(text).map_or_else(|_| text.to_owned(), std::borrow::Cow::into_owned)
}

/// A text as it may stand in an element.
pub(crate) fn folded(text: &str) -> String {
    // What XML cannot say at all is left out.
    let sayable = |sign: &char| matches!(sign, '\t' | '\n' | '\r') || *sign >= ' ';
    let text: String = text.chars().filter(sayable).collect();
    quick_xml::escape::escape(text.as_str()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 3] = ["Project", "Task", "Name"];

    fn problem(text: &str) -> FileProblem {
        read(text, &KNOWN).unwrap_err().problem
    }

    #[test]
    fn known_elements_are_found_with_their_text_and_others_passed_over() {
        let text = "<?xml version='1.0'?><Project><Other><Task/></Other><Task><Name> A &amp; B </Name></Task></Project>";
        let root = read(text, &KNOWN).unwrap();
        let names: Vec<_> = root.all("Task").map(|task| task.text(text, "Name")).collect();
        assert_eq!(names, [Some("A & B".to_owned())]);
        assert_eq!(&text[root.child("Task").unwrap().whole.clone()], "<Task><Name> A &amp; B </Name></Task>");
    }

    #[test]
    fn what_could_take_the_machine_or_is_none_is_refused() {
        let bomb = "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><Project>&b;</Project>";
        assert_eq!(problem(bomb), FileProblem::DocumentType);
        assert_eq!(problem("<Other/>"), FileProblem::Xml);
        assert_eq!(problem("<Other></Other>"), FileProblem::NotThisFormat);
        for text in ["", "<Project>", "<Project></Task>", "<Project></Project><Project></Project>"] {
            assert_eq!(problem(text), FileProblem::Xml, "{text}");
        }
        let deep = "<Task>".repeat(PLAN_DEPTH + 2);
        assert_eq!(problem(&deep), FileProblem::TooLarge);
        assert_eq!(read("<Project>\n<Task>\n</Project>", &KNOWN).unwrap_err().line, 3);
    }

    #[test]
    fn a_text_is_read_in_the_encoding_it_says() {
        let (bytes, ..) =
            encoding_rs::GB18030.encode("<?xml version=\"1.0\" encoding=\"gb18030\"?><Name>启动</Name>");
        assert!(decode(&bytes).unwrap().ends_with("<Name>启动</Name>"));
        assert_eq!(decode(b"<a>\xff\xfe</a>").unwrap_err().problem, FileProblem::Encoding);
    }
}
