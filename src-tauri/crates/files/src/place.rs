//! What may be written where.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::error::{FileError, Why};
use crate::kind::{HEAD, Kind};

/// What SQLite and Hefu call the files that lie beside a workspace.
const BESIDE: [&str; 4] = ["-wal", "-shm", "-journal", "-lock"];

/// Those of them that SQLite would read as parts of a new file.
const READ_WITH: [&str; 3] = ["-wal", "-shm", "-journal"];

const WORKSPACE: &str = ".hefu";

/// What stands where a file is to go.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    Nothing,
    /// A plain file that can be written.
    File,
}

/// The folder that a path names a place in. Errors: it names none.
pub(crate) fn folder_of(target: &Path) -> Result<&Path, FileError> {
    if target.as_os_str().is_empty() {
        return Err(FileError::new(target, Why::Blank));
    }
    let ends = target.as_os_str().to_string_lossy();
    if target.file_name().is_none() || ends.ends_with(std::path::is_separator) {
        return Err(FileError::new(target, Why::Folder));
    }
    Ok(match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    })
}

/// Looks at a place that a person chose for something that is no workspace.
/// Errors: nothing may be written there.
pub(crate) fn look(target: &Path) -> Result<Stands, FileError> {
    folder_of(target)?;
    let refused = |why| Err(FileError::new(target, why));
    let stands = match fs::symlink_metadata(target) {
        Ok(meta) if meta.is_symlink() => return refused(Why::Link),
        Ok(meta) if meta.is_dir() => return refused(Why::Folder),
        Ok(meta) if !meta.is_file() => return refused(Why::Special),
        Ok(meta) => Some(meta),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(FileError::of(target, error)),
    };
    if is_named_as_a_workspace(target) || lies_beside_a_workspace(target) {
        return refused(Why::Workspace);
    }
    match stands {
        None => Ok(Stands::Nothing),
        Some(meta) => must_be_writable(target, &meta).map(|()| Stands::File),
    }
}

fn small_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase()
}

fn is_named_as_a_workspace(path: &Path) -> bool {
    small_name(path).ends_with(WORKSPACE)
}

/// Whether SQLite or Hefu would take what has this name for a part of a workspace.
pub(crate) fn lies_beside_a_workspace(path: &Path) -> bool {
    let small = small_name(path);
    let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    BESIDE.into_iter().any(|suffix| {
        let of = small.strip_suffix(suffix).filter(|of| !of.is_empty());
        let is_there = |of: &str| name.get(..of.len()).is_some_and(|of| path.with_file_name(of).is_file());
        of.is_some_and(|of| of.ends_with(WORKSPACE) || is_there(of))
    })
}

/// Looks at a place where a workspace or a copy of one is to be made.
/// Errors: something stands there, a link to nowhere included; a file lies beside it that would be taken for a part of
/// it, which is somebody's and is named.
pub fn must_be_free(path: &Path) -> Result<(), FileError> {
    folder_of(path)?;
    let is_there = |path: &Path| fs::symlink_metadata(path).is_ok();
    if is_there(path) {
        return Err(FileError::new(path, Why::AlreadyThere));
    }
    if lies_beside_a_workspace(path) {
        return Err(FileError::new(path, Why::Workspace));
    }
    let mut beside = READ_WITH.into_iter().map(|suffix| with_suffix(path, suffix));
    match beside.find(|beside| is_there(beside)) {
        Some(beside) => Err(FileError::new(&beside, Why::AlreadyThere)),
        None => Ok(()),
    }
}

pub(crate) fn must_be_writable(target: &Path, meta: &Metadata) -> Result<(), FileError> {
    if meta.permissions().readonly() {
        return Err(FileError::new(target, Why::WriteProtected));
    }
    match opened(target, OpenOptions::new().write(true)) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            Err(FileError::new(target, Why::WriteProtected))
        }
        Err(error) => Err(FileError::of(target, error)),
    }
}

/// Opens a file that was seen to be plain. Should it have been exchanged since, a pipe is not waited for and a link not
/// followed.
fn opened(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;

        use rustix::fs::OFlags;
        let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW;
        options.custom_flags(i32::try_from(flags.bits()).unwrap_or_default());
    }
    options.open(path)
}

/// Opens a plain file to be read. A link is followed. Errors: no file; a folder; a device or a pipe.
pub(crate) fn open_plain(path: &Path) -> Result<File, FileError> {
    let lift = |error| FileError::of(path, error);
    let real = fs::canonicalize(path).map_err(lift)?;
    let meta = fs::metadata(&real).map_err(lift)?;
    if meta.is_dir() {
        return Err(FileError::new(path, Why::Folder));
    }
    if !meta.is_file() {
        return Err(FileError::new(path, Why::Special));
    }
    opened(&real, OpenOptions::new().read(true)).map_err(lift)
}

/// Errors: what stands at `target` is of another kind than what begins with `head`.
pub(crate) fn must_be_alike(target: &Path, head: &[u8]) -> Result<(), FileError> {
    let lift = |error| FileError::of(target, error);
    let there =
        opened(target, OpenOptions::new().read(true)).and_then(|file| head_of(&file)).map_err(lift)?;
    match Kind::of(head).may_replace(Kind::of(&there)) {
        true => Ok(()),
        false => Err(FileError::new(target, Why::OtherKind)),
    }
}

/// The first bytes of a file, from where it is read next.
pub(crate) fn head_of(file: &File) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    file.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// What a failure to make a file in `folder` says of `target`, which was to be made there.
pub(crate) fn cannot_make(target: &Path, folder: &Path, error: io::Error) -> FileError {
    let why = match error.kind() {
        // Some folders of the system take no files: then it is not the folder that is missing.
        ErrorKind::NotFound if folder.is_dir() => Why::NotAllowed,
        ErrorKind::NotFound => Why::NoFolder,
        _ => return FileError::of(target, error),
    };
    FileError::new(target, why)
}

/// `path` with something after its name.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
