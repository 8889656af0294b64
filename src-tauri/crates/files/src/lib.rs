//! The one way to a file that the programs of Hefu write, move or remove. Nothing else of them touches the disk by
//! name, but for SQLite, which is handed a file that was made here.
//!
//! - What goes out to a place that a person chose ([`write`], [`write_by`], [`write_new`], [`copy_new`], [`NewFolder`])
//!   is written under a fresh name in the same folder, synced, and renamed: what stands there is whole or as it was.
//! - It never takes the place of a workspace, of a file that belongs to one, of a backup, of a folder, a link, a device
//!   or a pipe, nor of any file that is not of the kind being written. A workspace is encrypted from its first byte, so
//!   that it is known by what it is not: no kind begins as it does.
//! - What is made can be read by its owner alone, until the owner says otherwise.
//! - Nothing is removed but what was made here.
//!
//! A path whose last part is a symbolic link is refused, whatever it leads to; links among the folders above it are
//! followed. Only a file of the program's own ([`keep`], [`replace`]) is found through a link, and then what the link
//! leads to is replaced and the link stays.

mod error;
mod folder;
mod kind;
mod own;
mod place;
mod write;

pub use error::{FileError, Why};
pub use folder::{NewFolder, Scratch, make_folder};
pub use own::{create_empty, cut, keep, remove, replace, set_aside, try_to_write};
pub use place::must_be_free;
pub use write::{copy_aside, copy_new, copy_new_watched, write, write_by, write_new};
