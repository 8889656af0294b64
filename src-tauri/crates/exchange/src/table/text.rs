//! Tables as delimited text, read a record at a time.

use std::collections::{BTreeSet, VecDeque};
use std::io::{self, BufRead, BufReader, Read};

use super::grid::{Grid, Kind, Making};
use super::lines::Lines;
use super::totals::Totals;
use super::{ReadError, Step};

/// Lines, and bytes, of the beginning in which the mark between cells is looked for.
const LINES: usize = 50;
const BEGINNING: usize = 64 << 10;

/// Which quotes are marks and which are words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quotes {
    /// As a file has them: around a whole cell.
    File,
    /// As a spreadsheet puts them on the clipboard: around a whole cell that has a line break or a tab inside.
    Clipboard,
}

/// Reads a table of text that `source` gives as UTF-8; `step` is asked after each record whether to go on.
pub(super) fn read(source: impl Read, quotes: Quotes, step: Step<'_>) -> Result<Grid, ReadError> {
    let mut records = Records {
        lines: BufReader::new(Lines::new(source)),
        waiting: VecDeque::new(),
        delimiter: ',',
        quotes,
    };
    let (mut making, mut totals) = (Making::default(), Totals::default());
    let mut row = records.begin(step)?;
    while let Some(cells) = records.next()? {
        step()?;
        for (column, cell) in cells.iter().enumerate() {
            making.put(row, column, unguard(cell), Kind::Words, &mut totals)?;
        }
        row = row.saturating_add(1);
    }
    Ok(making.done(String::new(), &BTreeSet::new()))
}

struct Records<R: Read> {
    lines: BufReader<Lines<R>>,
    /// Lines that were read and belong to no record yet.
    waiting: VecDeque<String>,
    delimiter: char,
    quotes: Quotes,
}

impl<R: Read> Records<R> {
    /// Finds the mark between cells; how many lines were passed over.
    fn begin(&mut self, step: Step<'_>) -> Result<u32, ReadError> {
        let mut blank = 0_u32;
        let (mut bytes, mut begun) = (0, Vec::new());
        while begun.len() < LINES && bytes < BEGINNING {
            let Some(line) = self.line()? else { break };
            if begun.is_empty() && line.trim().is_empty() {
                step()?;
                self.lines.get_mut().allow_another();
                blank = blank.saturating_add(1);
                continue;
            }
            bytes += line.len();
            begun.push(line);
        }
        // How a text tells a spreadsheet its mark.
        let told = begun.first().and_then(|line| line.trim().strip_prefix("sep=")).map(str::to_owned);
        if let Some(told) = told {
            begun.remove(0);
            blank = blank.saturating_add(1);
            self.delimiter = told.chars().next().unwrap_or('\t');
        } else {
            self.delimiter = delimiter(&begun);
        }
        if self.delimiter != '\t' {
            self.quotes = Quotes::File;
        }
        self.waiting = begun.into();
        Ok(blank)
    }

    /// The next line without its end.
    fn line(&mut self) -> Result<Option<String>, ReadError> {
        let mut bytes = Vec::new();
        let come = self.lines.read_until(b'\n', &mut bytes).map_err(of_source)?;
        if come == 0 {
            return Ok(None);
        }
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        }
        String::from_utf8(bytes).map(Some).map_err(|_| ReadError::Undecodable)
    }

    fn waiting_line(&mut self) -> Result<Option<String>, ReadError> {
        match self.waiting.pop_front() {
            Some(line) => Ok(Some(line)),
            None => self.line(),
        }
    }

    /// The cells of the next record.
    fn next(&mut self) -> Result<Option<Vec<String>>, ReadError> {
        self.lines.get_mut().allow_another();
        let Some(mut line) = self.waiting_line()? else { return Ok(None) };
        let mut cells = Vec::new();
        let mut at = 0;
        loop {
            if line[at..].starts_with('"')
                && let Some((cell, end)) = self.quoted(&mut line, at)?
            {
                cells.push(cell);
                if end == line.len() {
                    return Ok(Some(cells));
                }
                at = end + self.delimiter.len_utf8();
                continue;
            }
            match line[at..].find(self.delimiter) {
                Some(length) => {
                    cells.push(line[at..at + length].to_owned());
                    at += length + self.delimiter.len_utf8();
                }
                None => {
                    cells.push(line[at..].to_owned());
                    return Ok(Some(cells));
                }
            }
        }
    }

    /// A cell in quotes that begins at `at`, and where it ends; `line` becomes as many lines as it has. None when the
    /// quotes are words.
    fn quoted(&mut self, line: &mut String, at: usize) -> Result<Option<(String, usize)>, ReadError> {
        let (mut whole, mut cell, mut from) = (line.clone(), String::new(), at + 1);
        let mut added = Vec::new();
        let end = loop {
            match whole[from..].find('"') {
                Some(length) => {
                    cell.push_str(&whole[from..from + length]);
                    from += length + 1;
                    if !whole[from..].starts_with('"') {
                        break Some(from);
                    }
                    cell.push('"');
                    from += 1;
                }
                None => {
                    cell.push_str(&whole[from..]);
                    from = whole.len();
                    let Some(next) = self.waiting_line()? else { break None };
                    cell.push('\n');
                    whole.push('\n');
                    whole.push_str(&next);
                    from += 1;
                    added.push(next);
                }
            }
        };
        let closes = |end: &usize| whole[*end..].is_empty() || whole[*end..].starts_with(self.delimiter);
        let needs = |cell: &str| self.quotes == Quotes::File || cell.contains(['\n', '\t']);
        match end.filter(closes).filter(|_| needs(&cell)) {
            Some(end) => {
                *line = whole;
                Ok(Some((cell, end)))
            }
            None => {
                added.into_iter().rev().for_each(|line| self.waiting.push_front(line));
                Ok(None)
            }
        }
    }
}

/// What a source says is wrong is what is wrong; what the system says of the file, too.
fn of_source(error: io::Error) -> ReadError {
    match error.downcast::<ReadError>() {
        Ok(error) => error,
        Err(error) => ReadError::Unreadable(error.to_string()),
    }
}

/// The mark that stands in most of the first lines, outside quotes; a tab wins where it stands in as many as half.
fn delimiter(lines: &[String]) -> char {
    let count = |mark: char| {
        let mut is_quoted = false;
        let (mut in_lines, mut in_all) = (0_usize, 0_usize);
        for line in lines.iter().filter(|line| !line.trim().is_empty()) {
            let mut here = 0;
            for c in line.chars() {
                match c {
                    '"' if mark != '\t' => is_quoted = !is_quoted,
                    c if c == mark && !is_quoted => here += 1,
                    _ => {}
                }
            }
            in_lines += usize::from(here > 0);
            in_all += here;
        }
        (in_lines, in_all)
    };
    let all = lines.iter().filter(|line| !line.trim().is_empty()).count();
    if count('\t').0 > 0 && count('\t').0 * 2 >= all {
        return '\t';
    }
    // One that stands in few lines is a word's; of those that are as good, the last.
    let stands = |mark: &char| count(*mark).0 * 2 > all;
    [';', ','].into_iter().filter(stands).max_by_key(|mark| count(*mark)).unwrap_or(',')
}

/// Takes off the apostrophe that exports put before a cell that a spreadsheet would run as a formula.
fn unguard(cell: &str) -> &str {
    cell.strip_prefix('\'').filter(|rest| crate::export::runs_as_formula(rest)).unwrap_or(cell)
}
