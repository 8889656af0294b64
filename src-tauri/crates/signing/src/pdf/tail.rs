//! The end of a revision: `startxref`, and what its cross-reference section says.

/// How the objects of a revision are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Listing {
    Table,
    Stream,
}

/// What stands at the end of a revision.
#[derive(Clone, Debug)]
pub(crate) struct Tail {
    /// Where the cross-reference section starts.
    pub(crate) section: usize,
    pub(crate) listing: Listing,
    /// The section of the revision before, where there is one.
    pub(crate) previous: Option<usize>,
}

/// The number of bytes of a cross-reference stream's entry, as `W[1 4 2]` says.
pub(crate) const STREAM_ENTRY: [usize; 3] = [1, 4, 2];

/// Reads the tail of the revision that ends where `bytes` ends.
pub(crate) fn tail(bytes: &[u8]) -> Option<Tail> {
    let end = trim_end_of_line(bytes).strip_suffix(b"%%EOF")?;
    let end = trim_end_of_line(end);
    let digits = end.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let section = number(&end[end.len() - digits..])?;
    let end = trim_end_of_line(&end[..end.len() - digits]);
    let trailer_end = end.strip_suffix(b"startxref")?.len();
    let body = bytes.get(section..trailer_end)?;
    if body.starts_with(b"xref") {
        let trailer = &body[find_last(body, b"trailer")?..];
        return Some(Tail { section, listing: Listing::Table, previous: entry(trailer, b"/Prev") });
    }
    if !body.first()?.is_ascii_digit() {
        return None;
    }
    let dictionary = &body[..find(body, b"stream")?];
    Some(Tail { section, listing: Listing::Stream, previous: entry(dictionary, b"/Prev") })
}

/// Ids and offsets of the objects a section lists, for a section in the spelling of
/// [`crate::pdf::increment`]; `None` for any other.
pub(crate) fn listed(bytes: &[u8], tail: &Tail) -> Option<Vec<(u32, usize)>> {
    let section = bytes.get(tail.section..)?;
    match tail.listing {
        Listing::Table => listed_in_table(section),
        Listing::Stream => listed_in_stream(section),
    }
}

fn listed_in_table(section: &[u8]) -> Option<Vec<(u32, usize)>> {
    let mut rest = section.strip_prefix(b"xref\n")?;
    let mut objects = Vec::new();
    while !rest.starts_with(b"trailer") {
        let line = &rest[..find(rest, b"\n")?];
        let blank = find(line, b" ")?;
        let (first, count) = (number(&line[..blank])?, number(&line[blank + 1..])?);
        rest = &rest[line.len() + 1..];
        for place in 0..count {
            let entry = rest.get(..20)?;
            objects.push((u32::try_from(first.checked_add(place)?).ok()?, number(&entry[..10])?));
            rest = &rest[20..];
        }
    }
    Some(objects)
}

fn listed_in_stream(section: &[u8]) -> Option<Vec<(u32, usize)>> {
    let start = find(section, b"stream\n")?;
    let dictionary = &section[..start];
    let index = &dictionary[find(dictionary, b"/Index[")? + 7..];
    let index = std::str::from_utf8(&index[..find(index, b"]")?]).ok()?;
    let figures: Vec<usize> =
        index.split(' ').map(|figure| number(figure.as_bytes())).collect::<Option<_>>()?;
    let mut rest = &section[start + 7..];
    let mut objects = Vec::new();
    for run in figures.chunks(2) {
        let [first, count] = *run else { return None };
        for place in 0..count {
            let entry = rest.get(..STREAM_ENTRY.iter().sum())?;
            let offset = u32::from_be_bytes([entry[1], entry[2], entry[3], entry[4]]);
            objects.push((u32::try_from(first.checked_add(place)?).ok()?, usize::try_from(offset).ok()?));
            rest = &rest[entry.len()..];
        }
    }
    Some(objects)
}

fn entry(dictionary: &[u8], key: &[u8]) -> Option<usize> {
    let value = &dictionary[find(dictionary, key)? + key.len()..];
    let value = value.trim_ascii_start();
    number(&value[..value.iter().take_while(|byte| byte.is_ascii_digit()).count()])
}

fn number(digits: &[u8]) -> Option<usize> {
    match digits.len() {
        1..=10 if digits.iter().all(u8::is_ascii_digit) => std::str::from_utf8(digits).ok()?.parse().ok(),
        _ => None,
    }
}

fn trim_end_of_line(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}

pub(crate) fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, what)
}

pub(crate) fn find_last(bytes: &[u8], what: &[u8]) -> Option<usize> {
    memchr::memmem::rfind(bytes, what)
}
