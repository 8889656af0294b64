//! The one table of what is read at most.
//!
//! A file that was made to take the machine is refused by what it *is*, before anything is made of it: its size as
//! the system states it, its bytes once unpacked, the values it is read into. Together no reader holds 512 MB or
//! takes ten seconds.

use std::fmt::Write;

/// How an input is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Its size is looked at first; a larger one is not read.
    Bounded,
    /// Any size; a part at a time is held, and a cancel is answered between two parts.
    Streaming,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    pub input: &'static str,
    pub way: Way,
    /// Of the whole file when bounded, of the part that is held when streaming.
    pub bytes: u64,
    /// What else is counted of it.
    pub within: &'static [Within],
}

/// What is counted of an input beside its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Within {
    pub what: &'static str,
    pub most: Most,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Most {
    Bytes(usize),
    Count(usize),
}

const KB: u64 = 1 << 10;
const MB: u64 = 1 << 20;

/// Bytes that a document made of a paper holds. Together with the file and a second document that it is compared with
/// they stay below what a reader may take.
pub const PAPER_HELD: usize = 128 << 20;
/// Its object streams and listings of references, unpacked together.
pub const PAPER_UNPACKED: usize = 64 << 20;
pub const PAPER_SECTIONS: usize = 1024;
/// Places in all its sections where an object may stand.
pub const PAPER_REFERENCES: usize = 400_000;
/// Nesting of arrays and dictionaries.
pub const PAPER_DEPTH: usize = 64;
/// Its evidence record, unpacked.
pub const PAPER_RECORD: usize = 16 << 20;
/// What is taken of the record: which document it is, the heads it states, who is to sign.
pub const PAPER_FACTS: usize = 1 << 20;
/// Heads of chains in it, and signers.
pub const PAPER_NAMED: usize = 1000;
/// Places for signatures: what has more is not signed either.
pub const PAPER_PLACES: usize = 64;
/// The container of one signature, with all its certificates.
pub const PAPER_SIGNATURE: usize = 64 << 10;
/// One line of a trail: half an entry, or its signature.
pub const TRAIL_LINE: usize = 4 << 20;
/// What stands beside all erasures of a trail.
pub const TRAIL_ERASURES: usize = 8 << 20;
/// All parts of a workbook together.
pub const WORKBOOK_UNPACKED: usize = 96 << 20;
pub const WORKBOOK_PARTS: usize = 10_000;
pub const WORKBOOK_ELEMENTS: usize = 10_000_000;
/// Texts that cells share.
pub const WORKBOOK_SHARED: usize = 1_000_000;
/// Sheets, names, styles and other things that are kept as long as the workbook is open.
pub const WORKBOOK_KEPT: usize = 200_000;
/// Bytes of the words of all cells of a table.
pub const TABLE_WORDS: usize = 32 << 20;
pub const TABLE_CELLS: usize = 1_000_000;
pub const TABLE_ROWS: usize = 100_000;
pub const TABLE_COLUMNS: usize = 256;
/// Columns of a cloud bill; FOCUS 1.4 has 65.
pub const BILL_COLUMNS: usize = 1000;
/// Lines of the longest sheet of a spreadsheet.
pub const PLAN_ELEMENTS: usize = 4_000_000;
/// Nesting of the elements of a plan that are read.
pub const PLAN_DEPTH: usize = 32;
pub const PLAN_TASKS: usize = 100_000;
pub const TABLE_LINES: usize = 1_048_576;
/// Columns of a row of an export.
pub const ARCHIVE_COLUMNS: usize = 1000;
/// Letters of what is searched for that count.
pub const SEARCH_LETTERS: usize = 300;

const TABLE: &[Within] = &[
    bytes("words of all cells", TABLE_WORDS),
    count("cells", TABLE_CELLS),
    count("rows", TABLE_ROWS),
    count("columns", TABLE_COLUMNS),
];

const fn bytes(what: &'static str, most: usize) -> Within {
    Within { what, most: Most::Bytes(most) }
}

const fn count(what: &'static str, most: usize) -> Within {
    Within { what, most: Most::Count(most) }
}

const fn bounded(input: &'static str, bytes: u64, within: &'static [Within]) -> Limit {
    Limit { input, way: Way::Bounded, bytes, within }
}

const fn streaming(input: &'static str, bytes: u64, within: &'static [Within]) -> Limit {
    Limit { input, way: Way::Streaming, bytes, within }
}

macro_rules! rows {
    ($($(#[$about:meta])* $name:ident = $row:expr;)*) => {
        $($(#[$about])* pub const $name: Limit = $row;)*

        /// Every row.
        pub const ROWS: &[Limit] = &[$($name),*];
    };
}

rows! {
    /// A signed PDF.
    PAPER = bounded("paper (PDF)", 128 * MB, &[
        bytes("held once read", PAPER_HELD),
        bytes("structure unpacked", PAPER_UNPACKED),
        bytes("evidence record unpacked", PAPER_RECORD),
        bytes("facts taken of it", PAPER_FACTS),
        count("heads, and signers, in it", PAPER_NAMED),
        count("places for signatures", PAPER_PLACES),
        bytes("a signature", PAPER_SIGNATURE),
        count("sections", PAPER_SECTIONS),
        count("references", PAPER_REFERENCES),
        count("depth", PAPER_DEPTH),
    ]);
    /// A signed trail of the journal.
    TRAIL = bounded("trail of the journal", 256 * MB, &[bytes("a line", TRAIL_LINE), bytes("erasures", TRAIL_ERASURES)]);
    /// A signed newer program.
    UPDATE = bounded("update", 256 * MB, &[]);
    /// The signer's own certificate.
    CERTIFICATE = bounded("certificate (PKCS#12)", MB, &[]);
    /// A workbook as it lies on the disk.
    WORKBOOK = bounded("workbook (XLSX)", 64 * MB, &[
        bytes("unpacked", WORKBOOK_UNPACKED),
        count("parts", WORKBOOK_PARTS),
        count("elements", WORKBOOK_ELEMENTS),
        count("shared texts", WORKBOOK_SHARED),
        count("sheets, names and styles", WORKBOOK_KEPT),
    ]);
    /// Delimited text: what of one record is held.
    TEXT_TABLE = streaming("table as text (CSV, TSV), a record at a time", 4 * MB, &[count("lines", TABLE_LINES)]);
    /// A cloud bill: what of one record is held.
    BILL = streaming("cloud bill (CSV, CSV in gzip), a record at a time", MB, &[count("columns", BILL_COLUMNS)]);
    /// What of any table is kept.
    CELLS = bounded("words of a table, however it came", TABLE_WORDS as u64, TABLE);
    /// A plan of another program.
    PLAN_FILE = bounded("plan of another program (MSPDI)", 64 * MB, &[
        count("elements", PLAN_ELEMENTS),
        count("depth", PLAN_DEPTH),
        count("tasks", PLAN_TASKS),
    ]);
    /// The manifest of an export.
    MANIFEST = bounded("manifest of an export (hefu.json)", 64 * MB, &[]);
    /// One line of a part of an export.
    ARCHIVE_LINE = streaming("rows and entries of an export, a line at a time", 16 * MB, &[count("columns", ARCHIVE_COLUMNS)]);
    /// One piece of a kept file that comes back.
    ARCHIVE_FILE = streaming("kept files of an export", 64 * KB, &[]);
    /// A workspace or a backup, which is copied and read page by page.
    WORKSPACE = streaming("workspace and backup", 64 * KB, &[]);
    /// Evidence, or a signed copy, that is kept whole in the workspace.
    KEPT_FILE = bounded("evidence and signed copies that are kept", 128 * MB, &[]);
    /// Evidence of which the digest alone is kept.
    DIGESTED_FILE = streaming("evidence that stays outside", MB, &[]);
    /// The vendor's logo as a file.
    LOGO = bounded("logo (PNG, JPEG)", 8 * MB, &[]);
    /// A picture once it is opened.
    PICTURE = bounded("picture, opened", 192 * MB, &[]);
    /// A pack of rules.
    PACK = bounded("rule pack (TOML)", MB, &[]);
    /// What the window keeps of a person's choices.
    SETTINGS = bounded("settings", MB, &[]);
    /// One call of the terminal.
    REQUEST = bounded("request of a call (JSON)", 64 * MB, &[]);
    /// Words that are searched for; the rest of longer ones does not count.
    SEARCH = bounded("words that are searched for", KB, &[count("letters that count", SEARCH_LETTERS)]);
}

/// The table as ARCHITECTURE.md has it.
pub fn told() -> String {
    let mut text = String::from("| what is read | how | at most | and within it |\n|---|---|---|---|\n");
    for Limit { input, way, bytes, within } in ROWS {
        let (way, of) = match way {
            Way::Bounded => ("bounded", ""),
            Way::Streaming => ("streaming", " at a time"),
        };
        let within: Vec<String> =
            within.iter().map(|Within { what, most }| format!("{what}: {}", amount(*most))).collect();
        // A String takes whatever is written to it.
        let _ = writeln!(text, "| {input} | {way} | {}{of} | {} |", size(*bytes), within.join("; "));
    }
    text
}

fn amount(most: Most) -> String {
    match most {
        Most::Bytes(bytes) => size(bytes as u64),
        Most::Count(count) if count >= 10_000 => {
            let digits = count.to_string();
            let first = (digits.len() - 1) % 3 + 1;
            let groups = (first..digits.len()).step_by(3).map(|at| &digits[at..at + 3]);
            std::iter::once(&digits[..first]).chain(groups).collect::<Vec<_>>().join(",")
        }
        Most::Count(count) => count.to_string(),
    }
}

fn size(bytes: u64) -> String {
    match bytes.is_multiple_of(MB) {
        true => format!("{} MB", bytes / MB),
        false => format!("{} kB", bytes / KB),
    }
}
