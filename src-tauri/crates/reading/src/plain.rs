//! Opening a file of which nothing is known but its path.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

use crate::limits::Limit;

/// Why nothing was read.
#[derive(Debug)]
pub enum Unread {
    Io(io::Error),
    /// A folder, a pipe, a socket, a device.
    NotAFile,
    /// Larger than `limit` bytes.
    TooLarge {
        limit: u64,
    },
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// A plain file that is open for reading.
#[derive(Debug)]
pub struct PlainFile {
    file: File,
    /// Bytes when it was opened.
    length: u64,
}

impl PlainFile {
    /// Opens what lies at `path`, links followed, and never waits for it.
    ///
    /// # Errors
    /// No plain file lies there; it cannot be opened.
    pub fn open(path: &Path) -> Result<Self, Unread> {
        // Opening a device may already move something: it is not opened.
        if !std::fs::metadata(path)?.is_file() {
            return Err(Unread::NotAFile);
        }
        // What was put in its place meanwhile is asked again, by the handle.
        let file = never_waiting().open(path)?;
        let about = file.metadata()?;
        if !about.is_file() {
            return Err(Unread::NotAFile);
        }
        Ok(Self { file, length: about.len() })
    }

    /// Bytes when it was opened.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The whole file, when it is no larger than `limit` says.
    ///
    /// # Errors
    /// Larger, by what the system says of it or by what comes; not readable; no memory for it.
    pub fn whole(mut self, limit: &Limit) -> Result<Vec<u8>, Unread> {
        let most = limit.bytes;
        if self.length > most {
            return Err(Unread::TooLarge { limit: most });
        }
        let mut bytes = Vec::new();
        let length = usize::try_from(self.length).unwrap_or(usize::MAX);
        bytes.try_reserve_exact(length).map_err(io::Error::from)?;
        (&mut self.file).take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        match u64::try_from(bytes.len()).is_ok_and(|length| length <= most) {
            true => Ok(bytes),
            false => Err(Unread::TooLarge { limit: most }),
        }
    }
}

impl Read for PlainFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.file.read(buffer)
    }
}

impl Seek for PlainFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// The whole of a plain file that is no larger than `limit` says.
///
/// # Errors
/// As [`PlainFile::open`] and [`PlainFile::whole`].
pub fn read(path: &Path, limit: &Limit) -> Result<Vec<u8>, Unread> {
    PlainFile::open(path)?.whole(limit)
}

#[cfg(unix)]
fn never_waiting() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(libc::O_NONBLOCK | libc::O_NOCTTY);
    options
}

#[cfg(not(unix))]
fn never_waiting() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true);
    options
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;
    use crate::limits;

    #[test]
    fn a_file_is_read_up_to_its_limit() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("settings.json");
        let most = usize::try_from(limits::SETTINGS.bytes).unwrap();
        std::fs::write(&path, vec![b' '; most]).unwrap();
        assert_eq!(read(&path, &limits::SETTINGS).unwrap().len(), most);
        std::fs::write(&path, vec![b' '; most + 1]).unwrap();
        assert!(matches!(read(&path, &limits::SETTINGS), Err(Unread::TooLarge { .. })));
    }

    #[test]
    fn a_file_of_nothing_but_size_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.pdf");
        File::create(&path).unwrap().set_len(1 << 40).unwrap();
        assert!(matches!(read(&path, &limits::PAPER), Err(Unread::TooLarge { .. })));
    }

    #[test]
    fn what_is_no_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(matches!(read(folder.path(), &limits::PAPER), Err(Unread::NotAFile)));
        assert!(matches!(read(&folder.path().join("nothing"), &limits::PAPER), Err(Unread::Io(_))));
    }

    #[cfg(unix)]
    #[test]
    fn pipes_sockets_devices_and_links_to_them_are_refused_at_once() {
        use std::os::unix::fs::symlink;
        use std::os::unix::net::UnixListener;
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let socket = folder.path().join("socket");
        let _listening = UnixListener::bind(&socket).unwrap();
        let link = folder.path().join("link");
        symlink(&pipe, &link).unwrap();
        for path in [&pipe, &socket, &link, Path::new("/dev/zero"), Path::new("/dev/tty")] {
            // A terminal that is not there cannot be asked what it is.
            let refused = read(path, &limits::PAPER);
            assert!(matches!(refused, Err(Unread::NotAFile | Unread::Io(_))), "{path:?}: {refused:?}");
        }
    }
}
