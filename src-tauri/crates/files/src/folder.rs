//! Folders that are filled, and scratch ones.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::error::{FileError, Why};
use crate::place::{cannot_make, folder_of, lies_beside_a_workspace};
use crate::write::{PREFIX, fill, fresh, put_new, sync_folder};

/// Makes a folder, and those above it that are missing, which only their owner can enter. One that is there is left as
/// it is.
pub fn make_folder(path: &Path) -> Result<(), FileError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(FileError::new(path, Why::NotAFolder)),
        Err(error) => Err(FileError::of(path, error)),
    }
}

/// A folder of ours that goes with everything in it when this is dropped. Only its owner can enter it.
pub struct Scratch(TempDir);

impl Scratch {
    /// In `folder`, under a name that nothing has.
    pub fn in_folder(folder: &Path) -> Result<Self, FileError> {
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX);
        owner_alone(&mut builder);
        builder.tempdir_in(folder).map(Self).map_err(|error| cannot_make(folder, folder, error))
    }

    /// In the folder that `path` lies in, so that a file of it can take the place of `path`.
    pub fn beside(path: &Path) -> Result<Self, FileError> {
        let scratch = Self::in_folder(folder_of(path)?);
        scratch.map_err(|error| FileError { path: path.to_owned(), why: error.why })
    }

    /// In the machine's folder for such.
    pub fn of_this_machine() -> Result<Self, FileError> {
        Self::in_folder(&std::env::temp_dir())
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Leaves it to another program that reads it when this one has ended; nobody removes it but the system.
    pub fn leave(self) -> PathBuf {
        self.0.keep()
    }
}

fn owner_alone(builder: &mut tempfile::Builder<'_, '_>) {
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    #[cfg(not(unix))]
    let _ = builder;
}

/// A folder that a person chose to have something written into: everything of it is there in the end, or nothing.
pub struct NewFolder {
    target: PathBuf,
    /// Where everything lies until all of it is written. It goes before the folders below.
    staging: Scratch,
    made: Made,
}

/// Folders that were made, the innermost first. Those that are empty go with it.
struct Made(Vec<PathBuf>);

impl Drop for Made {
    fn drop(&mut self) {
        for folder in &self.0 {
            // One that something lies in stays.
            let _ = fs::remove_dir(folder);
        }
    }
}

impl NewFolder {
    /// Errors: something lies in the folder; it is none; it is reached by a link; it cannot be written.
    pub fn begin(target: &Path) -> Result<Self, FileError> {
        let refused = |why| Err(FileError::new(target, why));
        if target.as_os_str().is_empty() {
            return refused(Why::Blank);
        }
        // A separator at the end would make a link look like the folder that it leads to.
        let target = target.components().as_path();
        if lies_beside_a_workspace(target) {
            return refused(Why::Workspace);
        }
        match fs::symlink_metadata(target) {
            Ok(meta) if meta.is_symlink() => return refused(Why::Link),
            Ok(meta) if meta.is_file() => return refused(Why::AlreadyThere),
            Ok(meta) if !meta.is_dir() => return refused(Why::Special),
            _ => {}
        }
        let missing =
            target.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists());
        let made = Made(missing.map(Path::to_owned).collect());
        make_folder(target)?;
        let mut lies_in = fs::read_dir(target).map_err(|error| FileError::of(target, error))?;
        if lies_in.next().is_some() {
            return refused(Why::AlreadyThere);
        }
        Ok(Self { target: target.to_owned(), staging: Scratch::in_folder(target)?, made })
    }

    /// Writes a file of it; `name` may have folders in it, parted by `/`.
    pub fn write(&self, name: &str, bytes: &[u8]) -> Result<(), FileError> {
        self.write_by(name, |file| {
            file.write_all(bytes).map_err(|error| FileError::of(&self.target.join(name), error))
        })
    }

    /// As [`NewFolder::write`], of bytes that `write` makes one after the other.
    pub fn write_by<T, E: From<FileError>>(
        &self,
        name: &str,
        write: impl FnOnce(&mut BufWriter<&mut File>) -> Result<T, E>,
    ) -> Result<T, E> {
        let (staged, shown) = (self.staging.path().join(name), self.target.join(name));
        // A person knows where it was to go, not where it lies for the moment.
        let shown_as = |error: FileError| FileError { path: shown.clone(), why: error.why };
        make_folder(folder_of(&staged)?).map_err(shown_as)?;
        let mut fresh = fresh(&staged).map_err(shown_as)?;
        let value = fill(&shown, &mut fresh, write)?;
        put_new(fresh, &staged).map_err(shown_as)?;
        Ok(value)
    }

    /// Where a file of it was to go, as an error names it.
    pub fn place(&self, name: &str) -> PathBuf {
        self.target.join(name)
    }

    /// Brings everything to its place; `last` comes last, so that a folder that has it is whole.
    pub fn finish(mut self, last: &str) -> Result<(), FileError> {
        let lift = |error| FileError::of(&self.target, error);
        let mut names = Vec::new();
        for entry in fs::read_dir(self.staging.path()).map_err(lift)? {
            names.push(entry.map_err(lift)?.file_name());
        }
        names.sort_by_key(|name| name == last);
        let mut moved = Vec::new();
        for name in names {
            let place = self.target.join(&name);
            if let Err(error) = move_new(&self.staging.path().join(&name), &place) {
                for (from, to) in moved {
                    // Back to where it goes with the rest; the moving's own error is the one to tell.
                    let _ = fs::rename(to, from);
                }
                return Err(FileError::of(&place, error));
            }
            moved.push((self.staging.path().join(&name), place));
        }
        self.made.0.clear();
        sync_folder(&self.target.join(last))
    }
}

fn move_new(from: &Path, to: &Path) -> io::Result<()> {
    match fs::symlink_metadata(to) {
        Ok(_) => Err(ErrorKind::AlreadyExists.into()),
        Err(_) => fs::rename(from, to),
    }
}
