//! Files that go out to a place the person chose.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::failure::{Trouble, of_file};

/// Writes a file beside its place first and renames it, so that what stands there is whole or as it was.
pub(crate) fn write_whole(target: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    write_by(target, |file| file.write_all(bytes).map_err(|e| of_file(target, &e).into()))
}

/// As [`write_whole`], of bytes that `write` makes one after the other.
pub(crate) fn write_by<T>(
    target: &Path,
    write: impl FnOnce(&mut BufWriter<File>) -> Result<T, Trouble>,
) -> Result<T, Trouble> {
    let mut part = target.as_os_str().to_owned();
    part.push(".part");
    let part = Path::new(&part);
    let of_target = |e: io::Error| Trouble::from(of_file(target, &e));
    let written = File::create(part).map_err(of_target).and_then(|file| {
        let mut file = BufWriter::new(file);
        let value = write(&mut file)?;
        file.flush().and_then(|()| std::fs::rename(part, target)).map_err(of_target)?;
        Ok(value)
    });
    if written.is_err() {
        // A half-written file is of no use to anybody; the writing's own error is the one to tell.
        let _ = std::fs::remove_file(part);
    }
    written
}
