//! The file that is to be checked.

use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use hefu_reading::{PlainFile, Unread, limits};

use crate::trail;

/// The bytes of a paper, or of a trail, which may be larger.
///
/// # Errors
/// No plain file; larger than such a file may be; not readable.
pub fn read(path: &Path) -> Result<Vec<u8>, Unread> {
    let mut file = PlainFile::open(path)?;
    let mut beginning = Vec::new();
    (&mut file).take(64).read_to_end(&mut beginning)?;
    file.seek(SeekFrom::Start(0))?;
    file.whole(if trail::is_trail(&beginning) { &limits::TRAIL } else { &limits::PAPER })
}
