//! A workbook looked through before it is read: what it really unpacks to and how many things of a kind are in it,
//! whatever its directory and its headers claim.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

use hefu_reading::limits::{WORKBOOK_ELEMENTS, WORKBOOK_KEPT, WORKBOOK_PARTS, WORKBOOK_SHARED};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::ReadError;

/// What is kept, by its element.
const KEPT: [&str; 9] =
    ["definedName", "sheet", "Relationship", "numFmt", "font", "fill", "border", "xf", "mergeCell"];

/// What reading a part costs.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Size {
    /// Unpacked.
    bytes: u64,
    elements: usize,
}

/// What may still be read of the parts of a workbook. Each of them once is never too much: the survey has seen to it;
/// but any number of sheets may be the same part.
pub(super) struct Budget {
    sizes: BTreeMap<String, Size>,
    largest: Size,
    left: Size,
    limit: usize,
}

impl Budget {
    /// Takes what reading this part costs; of one that is not known, what the largest does.
    /// Errors: it was read too often.
    pub(super) fn take(&mut self, part: Option<&String>) -> Result<(), ReadError> {
        let size = part.and_then(|part| self.sizes.get(part)).unwrap_or(&self.largest);
        let bytes = self.left.bytes.checked_sub(size.bytes);
        match bytes.zip(self.left.elements.checked_sub(size.elements)) {
            Some((bytes, elements)) => {
                self.left = Size { bytes, elements };
                Ok(())
            }
            None => Err(ReadError::TooLarge { limit: self.limit }),
        }
    }
}

/// Refuses a workbook that unpacks to more than `limit` bytes, or to more things than a table is made of; what its parts
/// cost to read. `step` is asked now and then whether to go on.
pub(super) fn survey(
    bytes: &[u8],
    limit: usize,
    step: &mut dyn FnMut() -> Result<(), ReadError>,
) -> Result<Budget, ReadError> {
    let too_large = ReadError::TooLarge { limit };
    // Each part has a header in the directory; a header takes more memory than it is long.
    if memchr::memmem::find_iter(bytes, b"PK\x01\x02").nth(WORKBOOK_PARTS).is_some() {
        return Err(too_large);
    }
    let damaged = |error: zip::result::ZipError| ReadError::Damaged(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    let mut found = Found { left: limit as u64, ..Found::default() };
    let (mut sizes, mut largest) = (BTreeMap::new(), Size::default());
    for part in 0..archive.len() {
        let part = archive.by_index(part).map_err(damaged)?;
        let name = part.name().map_err(damaged)?.into_owned();
        let (left, elements) = (found.left, found.elements);
        found.part(part, step)?;
        if found.is_too_much() {
            return Err(too_large);
        }
        if found.is_reversed {
            return Err(ReadError::Damaged("a range ends before it begins".to_owned()));
        }
        let size = Size { bytes: left - found.left, elements: found.elements - elements };
        largest.bytes = largest.bytes.max(size.bytes);
        largest.elements = largest.elements.max(size.elements);
        sizes.insert(name, size);
    }
    let left = Size { bytes: limit as u64, elements: WORKBOOK_ELEMENTS };
    Ok(Budget { sizes, largest, left, limit })
}

#[derive(Default)]
struct Found {
    /// Bytes that may still be unpacked.
    left: u64,
    is_over: bool,
    is_reversed: bool,
    elements: usize,
    shared: usize,
    kept: usize,
}

impl Found {
    fn is_too_much(&self) -> bool {
        self.is_over
            || self.elements > WORKBOOK_ELEMENTS
            || self.shared > WORKBOOK_SHARED
            || self.kept > WORKBOOK_KEPT
    }

    /// Goes through a part as the reader of tables will, and through what is left of it where that is no XML.
    fn part(
        &mut self,
        part: impl Read,
        step: &mut dyn FnMut() -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        let mut reader = Reader::from_reader(BufReader::new(part.take(self.left + 1)));
        let config = reader.config_mut();
        config.check_end_names = false;
        config.check_comments = false;
        config.expand_empty_elements = true;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer) {
                Ok(Event::Start(element)) => self.element(&element),
                Ok(Event::Eof) | Err(_) => break,
                Ok(_) => {}
            }
            if self.is_too_much() {
                return Ok(());
            }
            step()?;
        }
        let mut source = reader.into_inner();
        // A part that is damaged is for the reader to name.
        let _ = std::io::copy(&mut source, &mut std::io::sink());
        let left = source.into_inner().limit();
        self.is_over = left == 0;
        self.left = left.saturating_sub(1);
        Ok(())
    }

    fn element(&mut self, element: &BytesStart<'_>) {
        self.elements += 1;
        let name = element.local_name();
        match name.as_ref() {
            "si" => self.shared += 1,
            // It says how many texts there are: memory for as many is taken before the first is read.
            "sst" => self.is_over |= claims_more(element, WORKBOOK_SHARED),
            // Where a cell is said to lie is reckoned with before anybody asks whether a sheet goes as far.
            "c" | "row" | "dimension" => self.is_over |= lies_beyond(element),
            name => self.kept += usize::from(KEPT.contains(&name)),
        }
        // Its size is reckoned with as end less beginning.
        if matches!(name.as_ref(), "dimension" | "mergeCell") {
            self.is_reversed |= ends_before_it_begins(element);
        }
    }
}

/// Whether the element refers to a cell that no sheet has: beyond column XFD or row 1,048,576, by the letters and
/// figures that these take.
fn lies_beyond(element: &BytesStart<'_>) -> bool {
    let mut attributes = element.attributes();
    let mut places = attributes
        .with_checks(false)
        .flatten()
        .filter(|each| matches!(each.key.local_name().as_ref(), "r" | "ref"));
    places.any(|each| {
        let letters = |part: &str| part.chars().filter(char::is_ascii_alphabetic).count();
        let figures = |part: &str| part.chars().filter(char::is_ascii_digit).count();
        each.value.split(':').any(|part| letters(part) > 3 || figures(part) > 7)
    })
}

/// Whether the range that the element refers to ends above or left of where it begins.
fn ends_before_it_begins(element: &BytesStart<'_>) -> bool {
    let mut attributes = element.attributes();
    let mut ranges =
        attributes.with_checks(false).flatten().filter(|each| each.key.local_name().as_ref() == "ref");
    ranges.any(|each| match each.value.split_once(':') {
        Some((begin, end)) => {
            let ((left, top), (right, bottom)) = (corner(begin), corner(end));
            right < left || bottom < top
        }
        None => false,
    })
}

/// Column and row of an address such as `AB12`, both from 1; what is missing is 0.
pub(super) fn corner(address: &str) -> (u64, u64) {
    let (mut column, mut row) = (0_u64, 0_u64);
    for letter in address.chars() {
        if letter.is_ascii_alphabetic() {
            let place = u64::from(letter.to_ascii_uppercase()) - u64::from('A') + 1;
            column = column.saturating_mul(26).saturating_add(place);
        } else if let Some(digit) = letter.to_digit(10) {
            row = row.saturating_mul(10).saturating_add(u64::from(digit));
        }
    }
    (column, row)
}

/// Whether a claim in the element is larger, however the claim is spelt.
fn claims_more(element: &str, most: usize) -> bool {
    element.split("uniqueCount").skip(1).any(|behind| {
        let figures = behind.trim_start_matches(|letter: char| !letter.is_ascii_digit());
        let end = figures.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(figures.len());
        end > 0 && figures[..end].parse::<usize>().map_or(true, |claimed| claimed > most)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_once_is_never_too_much_and_one_over_and_over_is() {
        let sizes = [("a", 60, 4), ("b", 40, 6)];
        let sizes = sizes.map(|(name, bytes, elements)| (name.to_owned(), Size { bytes, elements }));
        let largest = Size { bytes: 60, elements: 6 };
        let of = |bytes, elements| Budget {
            sizes: sizes.clone().into(),
            largest,
            left: Size { bytes, elements },
            limit: 100,
        };
        let (a, b) = ("a".to_owned(), "b".to_owned());
        let mut once = of(100, 10);
        assert_eq!(once.take(Some(&a)).and_then(|()| once.take(Some(&b))), Ok(()));
        let too_large = Err(ReadError::TooLarge { limit: 100 });
        assert_eq!(once.take(Some(&b)), too_large);
        // By its elements alone, and by what the largest costs where it is not known.
        assert_eq!(of(100, 5).take(Some(&b)), too_large);
        assert_eq!(of(59, 10).take(None), too_large);
        assert_eq!(of(60, 6).take(None), Ok(()));
    }
}
