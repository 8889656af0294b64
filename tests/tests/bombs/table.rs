//! Bombs for the reader of delimited text, which may be of any size.

use std::path::Path;

use super::bomb::{Bomb, sparse};
use super::workbook::preview;

const MB: usize = 1 << 20;

/// A name, whether it is for every change, what it begins with, and what follows so many times.
type Made = (&'static str, bool, &'static [u8], &'static [u8], usize);

const ALL: [Made; 12] = [
    ("one cell of 100 MB", true, b"No,Title\n", b"xxxxxxxxxxxxxxxx", 100 * MB / 16),
    ("one quoted cell of 100 MB", true, b"No,Title\n\"", b"xxxxxxxxxxxxxx\n,", 100 * MB / 16),
    ("a row of fifty million cells", true, b"No,Title\n", b",,,,,,,,", 50 * MB / 8),
    ("a row of fifty million full cells", false, b"No,Title\n", b"x,x,x,x,", 50 * MB / 4),
    ("fifty million empty lines", true, b"", b"\n\n\n\n\n\n\n\n", 50 * MB / 8),
    ("fifty million returns", true, b"No,Title\n", b"\r\r\r\r\r\r\r\r", 50 * MB / 8),
    ("fifty million blanks", true, b"", b"        ", 50 * MB / 8),
    ("five million rows", false, b"No,Title\n", b"1,x\n1,x\n", 5 * MB / 2),
    ("a wide heading over many rows", true, b"", b"", 0),
    (
        "text in GB18030 to its end, and then none",
        false,
        b"No,\xB1\xE0\xBA\xC5\n",
        b"\xB1\xE0\xBA\xC5,\xB1\xE0\n",
        10 * MB,
    ),
    ("UTF-16 of 100 MB", false, b"\xFF\xFE", b"x\0,\0x\0\n\0", 100 * MB / 8),
    ("quotes", false, b"", b"\"\"\"\"\"\"\"\"", 50 * MB / 8),
];

pub fn bombs() -> Vec<Bomb> {
    let mut bombs: Vec<Bomb> = ALL
        .into_iter()
        .map(|(name, is_quick, beginning, piece, times)| {
            let bomb = Bomb::file(name, preview(), move || match times {
                0 => [vec!["h"; 256].join(",").into_bytes(), b"\nx".repeat(100_000)].concat(),
                _ => [beginning, &piece.repeat(times)].concat(),
            });
            if is_quick { bomb } else { bomb.slow() }
        })
        .collect();
    for (name, size) in [("1 GB", 1_u64 << 30), ("1 TB", 1 << 40)] {
        let zeros = move |path: &Path| sparse(path, b"No,Title\n1,x\n", size, b"");
        bombs.push(Bomb::new(&format!("a table with a hole of {name}"), preview(), zeros));
        let packed = move |path: &Path| sparse(path, b"PK\x03\x04", size, b"");
        bombs.push(Bomb::new(&format!("a workbook with a hole of {name}"), preview(), packed));
    }
    bombs
}
