//! What a sheet of an XLSX says around its cells: what is merged and hidden, and cells that have no value.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::grid::{Kind, Merge};
use super::{ReadError, Step};

/// A part of a workbook.
type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

#[derive(Default)]
pub(super) struct Frame {
    pub(super) merges: Vec<Merge>,
    /// Rows, from 0.
    pub(super) hidden_rows: BTreeSet<u32>,
    pub(super) hidden_columns: BTreeSet<usize>,
    /// Cells that hold an error, with its words, or a formula without a result; row and column from 0.
    pub(super) hollow: BTreeMap<(u32, u32), (Kind, String)>,
}

/// The value of an attribute, by its name without prefix; empty when it is not there.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> String {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten().find(|each| each.key.local_name().as_ref() == name);
    let value = found.map(|each| each.value.into_owned()).unwrap_or_default();
    quick_xml::escape::unescape(&value).map(|plain| plain.into_owned()).unwrap_or(value)
}

fn is_on(value: &str) -> bool {
    matches!(value, "1" | "true" | "on")
}

/// Goes through a part element by element; an empty one is a start and an end.
pub(super) fn events(
    part: impl Read,
    step: Step<'_>,
    mut each: impl FnMut(Event<'_>),
) -> Result<(), ReadError> {
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().expand_empty_elements = true;
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => each(event),
            Err(error) => return Err(ReadError::Damaged(error.to_string())),
        }
        step()?;
    }
}

/// The parts of the sheets by their names, as the workbook lists them.
pub(super) fn parts(
    archive: &mut Archive<'_>,
    step: Step<'_>,
) -> Result<BTreeMap<String, String>, ReadError> {
    let book = targets(archive, "_rels/.rels", "", step)?
        .into_values()
        .find(|(kind, _)| kind.ends_with("/officeDocument"))
        .map_or_else(|| "xl/workbook.xml".to_owned(), |(_, target)| target);
    let (folder, name) = book.rsplit_once('/').unwrap_or(("", &book));
    let relations = targets(archive, &format!("{folder}/_rels/{name}.rels"), folder, step)?;
    let mut parts = BTreeMap::new();
    let Ok(part) = archive.by_name(&book) else { return Ok(parts) };
    events(part, step, |event| {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "sheet"
            && let Some((_, target)) = relations.get(&attribute(&element, "id"))
        {
            parts.insert(attribute(&element, "name"), target.clone());
        }
    })?;
    Ok(parts)
}

/// What the relations of a part point to, by their names: kind and path.
fn targets(
    archive: &mut Archive<'_>,
    path: &str,
    folder: &str,
    step: Step<'_>,
) -> Result<BTreeMap<String, (String, String)>, ReadError> {
    let mut targets = BTreeMap::new();
    let Ok(part) = archive.by_name(path) else { return Ok(targets) };
    events(part, step, |event| {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "Relationship"
        {
            let target = attribute(&element, "Target");
            let target = match target.strip_prefix('/') {
                Some(whole) => whole.to_owned(),
                None if folder.is_empty() => target,
                None => format!("{folder}/{}", target.trim_start_matches("./")),
            };
            targets.insert(attribute(&element, "Id"), (attribute(&element, "Type"), target));
        }
    })?;
    Ok(targets)
}

/// The numbers of the formats that the workbook states itself.
pub(super) fn stated_formats(archive: &mut Archive<'_>, step: Step<'_>) -> Result<BTreeSet<u32>, ReadError> {
    let mut stated = BTreeSet::new();
    let path = archive.file_names().filter_map(Result::ok).find(|name| name.ends_with("styles.xml"));
    let path = path.map(|name| name.to_string());
    let Some(Ok(part)) = path.map(|path| archive.by_name(&path)) else { return Ok(stated) };
    events(part, step, |event| {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "numFmt"
        {
            stated.extend(attribute(&element, "numFmtId").parse::<u32>());
        }
    })?;
    Ok(stated)
}

/// Where the reading of a sheet is.
#[derive(Default)]
struct At {
    row: u32,
    column: u32,
    has_formula: bool,
    has_value: bool,
    is_error: bool,
    words: String,
    is_in_value: bool,
}

pub(super) fn read(archive: &mut Archive<'_>, path: &str, step: Step<'_>) -> Result<Frame, ReadError> {
    let mut frame = Frame::default();
    let Ok(part) = archive.by_name(path) else { return Ok(frame) };
    let mut at = At::default();
    events(part, step, |event| match event {
        Event::Start(element) => start(&mut frame, &mut at, &element),
        Event::Text(text) if at.is_in_value => {
            at.has_value |= !text.is_empty();
            if at.is_error {
                at.words.push_str(text.as_ref());
            }
        }
        Event::End(element) => match element.local_name().as_ref() {
            "v" | "t" => at.is_in_value = false,
            "row" => {
                at.row = at.row.saturating_add(1);
                at.column = 0;
            }
            "c" => {
                if at.is_error {
                    frame.hollow.insert((at.row, at.column), (Kind::Failed, std::mem::take(&mut at.words)));
                } else if at.has_formula && !at.has_value {
                    frame.hollow.insert((at.row, at.column), (Kind::Unsaved, String::new()));
                }
                at.column = at.column.saturating_add(1);
            }
            _ => {}
        },
        _ => {}
    })?;
    Ok(frame)
}

fn start(frame: &mut Frame, at: &mut At, element: &BytesStart<'_>) {
    match element.local_name().as_ref() {
        "row" => {
            if let Ok(row) = attribute(element, "r").parse::<u32>() {
                at.row = row.saturating_sub(1);
            }
            at.column = 0;
            if is_on(&attribute(element, "hidden"))
                || attribute(element, "ht").parse::<f64>().is_ok_and(|ht| ht <= 0.0)
            {
                frame.hidden_rows.insert(at.row);
            }
        }
        "col" if is_on(&attribute(element, "hidden")) => {
            let place = |name| attribute(element, name).parse::<usize>().ok();
            if let (Some(min @ 1..), Some(max)) = (place("min"), place("max")) {
                frame.hidden_columns.extend(min - 1..max.min(hefu_reading::limits::TABLE_COLUMNS));
            }
        }
        "c" => {
            let place = attribute(element, "r");
            if let Some((row, column)) = address(&place) {
                (at.row, at.column) = (row, column);
            }
            at.is_error = attribute(element, "t") == "e";
            (at.has_formula, at.has_value, at.is_in_value) = (false, false, false);
            at.words.clear();
        }
        "f" => at.has_formula = true,
        "v" => at.is_in_value = true,
        // A text of its own, without a formula.
        "is" => at.has_value = true,
        "mergeCell" => {
            let range = attribute(element, "ref");
            let corners = range.split_once(':').and_then(|(a, b)| Some((address(a)?, address(b)?)));
            if let Some(((top, left), (bottom, right))) = corners {
                frame.merges.push(Merge { top, left, bottom: bottom.max(top), right: right.max(left) });
            }
        }
        _ => {}
    }
}

/// Row and column, from 0, of an address such as `AB12`.
pub(super) fn address(address: &str) -> Option<(u32, u32)> {
    let (column, row) = super::survey::corner(address);
    let row = u32::try_from(row.checked_sub(1)?).ok()?;
    Some((row, u32::try_from(column.checked_sub(1)?).ok()?))
}
