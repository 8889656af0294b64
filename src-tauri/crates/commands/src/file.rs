//! Files that go out to a place the person chose.

use std::path::Path;

use crate::failure::{Trouble, of_file};

/// Writes a file beside its place first and renames it, so that what stands there is whole or as it was.
pub(crate) fn write_whole(target: &Path, bytes: &[u8]) -> Result<(), Trouble> {
    let mut part = target.as_os_str().to_owned();
    part.push(".part");
    let part = Path::new(&part);
    std::fs::write(part, bytes).and_then(|()| std::fs::rename(part, target)).map_err(|e| {
        // A half-written file is of no use to anybody; the writing's own error is the one to tell.
        let _ = std::fs::remove_file(part);
        of_file(target, &e).into()
    })
}
