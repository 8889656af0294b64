//! Files on their way out, to a path that the person chose.

use std::io::Write;
use std::path::Path;

use hefu_api::Failure;
use hefu_api::acceptance::Exported;
use sha2::{Digest, Sha256};

use crate::failure::{CommandError, of_file};
use crate::given;
use crate::session::Action;

/// Copies a file of any size that is still the one whose digest was recorded. Errors: it is another; cancelled.
pub(crate) fn copy_out(
    action: &mut Action<'_>,
    target: &str,
    path: &str,
    sha256: &str,
) -> Result<Exported, CommandError> {
    let place = Path::new(target);
    let (at, report) = (action.now, &mut *action.report);
    let size_bytes = hefu_files::write_by::<_, CommandError>(place, |file| {
        let written = given::digest(Path::new(path), report, |piece| {
            file.write_all(piece).map_err(|e| CommandError::from(of_file(place, e)))
        });
        match written? {
            (found, size) if found == sha256 => Ok(size),
            _ => Err(Failure::EvidenceChanged { path: path.to_owned() }.into()),
        }
    })?;
    Ok(Exported { path: target.to_owned(), sha256: sha256.to_owned(), size_bytes, at })
}

/// Writes a kept file to the path that the person chose. Errors: what may not be replaced, no room.
pub(crate) fn write_out(action: &Action<'_>, path: &str, bytes: &[u8]) -> Result<Exported, CommandError> {
    hefu_files::write(Path::new(path), bytes)?;
    Ok(Exported { path: path.to_owned(), sha256: hex(bytes), size_bytes: bytes.len() as u64, at: action.now })
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
