//! Holds pairs of texts against the figure gate: `pairs FILE`, a table of tabs with the columns English, Chinese and
//! `same` or `differs`; a line of headings is passed over. Each pair that is judged otherwise is printed with its
//! readings, and at the end how many there were.

use std::io::{self, Write};
use std::process::ExitCode;

use hefu_parity::{FigureFound, FigureWeight, FiguresCompared, compare};

#[derive(Default)]
struct Tally {
    same: usize,
    differs: usize,
    misses: usize,
    alarms: usize,
    unread: usize,
}

fn main() -> ExitCode {
    let Some(file) = std::env::args().nth(1) else { return told(&"pairs FILE") };
    // What is judged comes from a file that the caller names; the gate itself reads none.
    #[expect(clippy::disallowed_methods)]
    let text = match std::fs::read_to_string(&file) {
        Ok(text) => text,
        Err(error) => return told(&format_args!("{file}: {error}")),
    };
    match judge(&text, &mut io::stdout().lock()) {
        Ok(tally) if tally.misses + tally.alarms + tally.unread == 0 => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => told(&error),
    }
}

fn told(trouble: &dyn std::fmt::Display) -> ExitCode {
    let _ = writeln!(io::stderr(), "{trouble}");
    ExitCode::FAILURE
}

fn judge(text: &str, out: &mut impl Write) -> io::Result<Tally> {
    let mut tally = Tally::default();
    for (at, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
        let mut cells = line.split('\t').map(unquoted);
        let (en, zh, expected) = (
            cells.next().unwrap_or_default(),
            cells.next().unwrap_or_default(),
            cells.next().unwrap_or_default(),
        );
        let is_same = match expected.trim().to_lowercase().as_str() {
            "same" => true,
            "differs" | "differ" => false,
            _ if at == 0 || line.trim().is_empty() => continue,
            _ => {
                tally.unread += 1;
                writeln!(out, "unread\tline {}: {line}", at + 1)?;
                continue;
            }
        };
        let found = compare(&en, &zh);
        if is_same {
            tally.same += 1;
        } else {
            tally.differs += 1;
        }
        let wrong = match (is_same, found.findings.is_empty()) {
            (true, false) => "false alarm",
            (false, true) => "miss",
            _ => continue,
        };
        if is_same {
            tally.alarms += 1;
        } else {
            tally.misses += 1;
        }
        writeln!(out, "{wrong}\tline {}: {en} | {zh}", at + 1)?;
        readings(&found, out)?;
    }
    writeln!(
        out,
        "{} pairs: {} misses of {} that differ, {} false alarms of {} that agree, {} lines unread",
        tally.same + tally.differs,
        tally.misses,
        tally.differs,
        tally.alarms,
        tally.same,
        tally.unread
    )?;
    Ok(tally)
}

/// A cell as a spreadsheet quotes it.
fn unquoted(cell: &str) -> String {
    match cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\""),
        None => cell.to_owned(),
    }
}

fn readings(found: &FiguresCompared, out: &mut impl Write) -> io::Result<()> {
    for (language, list) in [("en", &found.en), ("zh", &found.zh)] {
        let shown: Vec<String> = list.iter().map(shown).collect();
        writeln!(out, "  {language}: {}", shown.join("; "))?;
    }
    for finding in &found.findings {
        let words = |place: &Option<hefu_parity::Place>| {
            place.as_ref().map_or("–".to_owned(), |place| place.words.clone())
        };
        writeln!(out, "  {:?}: {} / {}", finding.kind, words(&finding.en), words(&finding.zh))?;
    }
    Ok(())
}

fn shown(reading: &FigureFound) -> String {
    let loose = if reading.weight == FigureWeight::Loose { " (loose)" } else { "" };
    format!("{:?} [{}] {}{loose}", reading.kind, reading.place.words, reading.value)
}
