//! Records of a large table in UTF-8, of which a few cells are wanted: the others are passed over and never copied.
//!
//! A bill of ten million rows has sixty columns, of which five are added up. A general reader copies every cell; this one
//! finds where the wanted ones begin and end in the piece of the file that it holds.

use std::io::{self, Read};

use memchr::{memchr, memchr2};

/// What is held of the file: a record must lie in it whole.
const HELD: usize = 1 << 20;

/// A cell as it stands in the file; one in quotation marks without them, and with doubled ones as they are.
pub(crate) type Cells<'a, const N: usize> = [&'a [u8]; N];

/// Where a record ends.
enum End {
    /// After this place.
    At(usize),
    /// Not in what is held.
    Beyond,
}

/// Hands on the cells at `places`, which rise, of every record after the first; a cell that a record does not have is
/// empty. The first record, the headings, is handed to `places`.
///
/// # Errors
/// A file that cannot be read, or a record longer than a mebibyte.
pub(crate) fn scan<const N: usize>(
    mut source: impl Read,
    places: impl FnOnce(&[&[u8]]) -> Option<[usize; N]>,
    mut each: impl FnMut(&Cells<'_, N>),
) -> io::Result<()> {
    let mut held = vec![0; HELD];
    let (mut from, mut until, mut is_ended) = (0, 0, false);
    let mut choose = Some(places);
    let mut wanted = [0; N];
    let mut spans: Vec<(usize, usize)> = Vec::new();
    loop {
        let end = if from == until && is_ended {
            return Ok(());
        } else {
            match choose {
                Some(_) => record(&held[..until], from, is_ended, |_, span| spans.push(span)),
                None => {
                    let mut found = [(0, 0); N];
                    let mut next = 0;
                    let end = record(&held[..until], from, is_ended, |place, span| {
                        if next < N && wanted[next] == place {
                            found[next] = span;
                            next += 1;
                        }
                    });
                    if matches!(end, End::At(_)) {
                        each(&found.map(|(from, until)| &held[from..until]));
                    }
                    end
                }
            }
        };
        match end {
            End::At(place) => {
                from = place;
                if let Some(choose) = choose.take() {
                    let headings: Vec<&[u8]> =
                        spans.iter().map(|(from, until)| &held[*from..*until]).collect();
                    let Some(places) = choose(&headings) else { return Ok(()) };
                    wanted = places;
                }
            }
            End::Beyond => {
                spans.clear();
                held.copy_within(from..until, 0);
                (from, until) = (0, until - from);
                if until == held.len() {
                    return Err(io::Error::other("a record is longer than may be held"));
                }
                let come = source.read(&mut held[until..])?;
                until += come;
                is_ended = come == 0;
            }
        }
    }
}

/// Tells each cell of the record that begins at `from`, with its place; where the record ends.
fn record(held: &[u8], from: usize, is_whole: bool, mut cell: impl FnMut(usize, (usize, usize))) -> End {
    let (mut at, mut place) = (from, 0);
    loop {
        let (begin, until, after) = if held.get(at) == Some(&b'"') {
            let Some(close) = closing(held, at + 1, is_whole) else { return End::Beyond };
            (at + 1, close, (close + 1).min(held.len()))
        } else {
            match memchr2(b',', b'\n', &held[at..]) {
                Some(length) => (at, at + length, at + length),
                None if is_whole => (at, held.len(), held.len()),
                None => return End::Beyond,
            }
        };
        let is_line_end = held.get(after).is_none_or(|byte| *byte != b',');
        let bare = if is_line_end && until > begin && held[until - 1] == b'\r' { until - 1 } else { until };
        cell(place, (begin, bare));
        if !is_line_end {
            (at, place) = (after + 1, place + 1);
            continue;
        }
        // What stands between a closing mark and the end of the line is passed over.
        return match memchr(b'\n', &held[after..]) {
            Some(length) => End::At(after + length + 1),
            None if is_whole => End::At(held.len()),
            None => End::Beyond,
        };
    }
}

/// The mark that closes a cell: the first that is not doubled.
fn closing(held: &[u8], from: usize, is_whole: bool) -> Option<usize> {
    let mut at = from;
    loop {
        let Some(length) = memchr(b'"', &held[at..]) else { return is_whole.then_some(held.len()) };
        let mark = at + length;
        match held.get(mark + 1) {
            Some(b'"') => at = mark + 2,
            Some(_) => return Some(mark),
            None => return is_whole.then_some(mark),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What a general reader makes of it.
    fn expected(text: &str) -> Vec<[String; 2]> {
        let mut reader =
            csv::ReaderBuilder::new().has_headers(true).flexible(true).from_reader(text.as_bytes());
        let cell = |record: &csv::StringRecord, place| record.get(place).unwrap_or_default().to_owned();
        reader
            .records()
            .map(|record| record.unwrap())
            .map(|record| [cell(&record, 1), cell(&record, 3)])
            .collect()
    }

    /// Hands out a few bytes at a time.
    struct Dripping<'a>(&'a [u8]);

    impl Read for Dripping<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.0.len().min(buffer.len()).min(7);
            buffer[..length].copy_from_slice(&self.0[..length]);
            self.0 = &self.0[length..];
            Ok(length)
        }
    }

    fn scanned(text: &str) -> Vec<[String; 2]> {
        let mut found = Vec::new();
        let text_of = |cell: &[u8]| String::from_utf8_lossy(cell).replace("\"\"", "\"");
        scan(Dripping(text.as_bytes()), |_| Some([1, 3]), |cells| found.push(cells.map(text_of))).unwrap();
        found
    }

    #[test]
    fn a_record_that_does_not_end_is_refused() {
        let long = format!("a,b,c,d\n\"{}", "x".repeat(HELD));
        assert!(scan(long.as_bytes(), |_| Some([1, 3]), |_| {}).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn cells_are_those_of_a_general_reader(
            rows in prop::collection::vec(prop::collection::vec("[a-z0-9,\"\n. ]{0,6}", 2..6), 1..12),
            is_dos in any::<bool>(),
            is_closed in any::<bool>(),
        ) {
            let end = if is_dos { "\r\n" } else { "\n" };
            let quoted = |cell: &String| match cell.contains(['"', ',', '\n']) {
                true => format!("\"{}\"", cell.replace('"', "\"\"")),
                false => format!("x{cell}"),
            };
            let lines: Vec<String> =
                rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",")).collect();
            let mut text = format!("a,b,c,d{end}{}", lines.join(end));
            if is_closed {
                text.push_str(end);
            }
            prop_assert_eq!(scanned(&text), expected(&text));
        }
    }
}
