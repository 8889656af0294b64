//! Files that a person gave: plain ones, and no more of them than is read.

use std::io::{self, Read};
use std::path::Path;

use hefu_api::{Failure, Progress};
use hefu_reading::{Limit, PlainFile, Unread};
use sha2::{Digest, Sha256};

use crate::failure::of_file;
use crate::progress::OnProgress;

/// The whole of a file. Errors: no plain file, larger than the limit, not readable.
pub(crate) fn read(path: &Path, limit: &Limit) -> Result<Vec<u8>, Failure> {
    hefu_reading::read(path, limit).map_err(|error| of_unread(path, error))
}

/// A file to be read piece by piece.
pub(crate) fn open(path: &Path) -> Result<PlainFile, Failure> {
    PlainFile::open(path).map_err(|error| of_unread(path, error))
}

pub(crate) fn of_unread(path: &Path, error: Unread) -> Failure {
    let shown = || path.display().to_string();
    match error {
        Unread::Io(error) => of_file(path, error),
        Unread::NotAFile => Failure::NotAPlainFile { path: shown() },
        Unread::TooLarge { limit } => Failure::FileTooLarge { path: shown(), megabytes: limit >> 20 },
    }
}

/// SHA-256 in hexadecimal and size of a file of any size, handing each piece on. Errors: not readable; cancelled;
/// what the piece was handed to.
pub(crate) fn digest<E: From<Failure>>(
    path: &Path,
    report: OnProgress<'_>,
    mut piece: impl FnMut(&[u8]) -> Result<(), E>,
) -> Result<(String, u64), E> {
    let mut file = open(path)?;
    let total = file.length();
    let (mut sha256, mut done) = (Sha256::new(), 0);
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = match file.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(of_file(path, error).into()),
        };
        sha256.update(&buffer[..read]);
        piece(&buffer[..read])?;
        done += read as u64;
        if report(Progress { done, total }).is_break() {
            return Err(Failure::Cancelled.into());
        }
    }
    Ok((sha256.finalize().iter().map(|byte| format!("{byte:02x}")).collect(), done))
}
