//! The command line of the window.

use std::path::{Path, PathBuf};
use std::{env, ffi};

/// `hefu [FILE] [--demo]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    /// The workspace to open; an absolute path.
    pub(crate) file: Option<String>,
    /// Whether the published passphrase of the sample is filled in.
    pub(crate) passphrase: Passphrase,
}

/// Who types the passphrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Passphrase {
    #[default]
    Typed,
    OfTheSample,
}

impl Arguments {
    pub(crate) fn of_this_process() -> Self {
        let given = env::args_os().skip(1).map(ffi::OsString::into_string).filter_map(Result::ok);
        Self::of(given, &env::current_dir().unwrap_or_default())
    }

    /// Reads what was given after the program's name, in `folder`. Of several files the first counts; an
    /// option of the webview or the desktop that this program does not know is passed over.
    pub(crate) fn of(given: impl Iterator<Item = String>, folder: &Path) -> Self {
        let mut read = Self::default();
        for each in given {
            if each == "--demo" {
                read.passphrase = Passphrase::OfTheSample;
            } else if !each.starts_with('-') && read.file.is_none() {
                read.file = folder.join(PathBuf::from(each)).into_os_string().into_string().ok();
            }
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(given: &[&str]) -> Arguments {
        Arguments::of(given.iter().map(ToString::to_string), Path::new("/home/li"))
    }

    #[test]
    fn a_file_is_taken_from_the_folder_of_the_start() {
        assert_eq!(of(&["a.hefu"]).file.as_deref(), Some("/home/li/a.hefu"));
        assert_eq!(of(&["/b/项目.hefu", "c.hefu"]).file.as_deref(), Some("/b/项目.hefu"));
        assert_eq!(of(&[]), Arguments::default());
    }

    #[test]
    fn the_sample_passphrase_is_filled_in_only_when_asked() {
        assert_eq!(of(&["--demo", "a.hefu"]).passphrase, Passphrase::OfTheSample);
        assert_eq!(of(&["--other", "a.hefu"]).passphrase, Passphrase::Typed);
    }
}
