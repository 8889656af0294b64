//! SQLite and the journal. One encrypted file, one door for writing: [`Store::write`] commits the rows, the
//! journal entry and the undo record together or not at all. No other way to write exists.

mod archive;
mod backup;
mod beside;
mod claim;
mod draft;
mod erasure;
mod error;
mod file;
mod followed;
pub mod journal;
mod key;
mod log;
mod merge;
mod numbers;
mod open;
mod owner;
mod page;
mod place;
mod reader;
mod record;
mod search;
mod snapshot;
pub mod tables;
mod writer;

pub use archive::{Exported, Imported, MANIFEST};
pub use backup::{BackupFile, Held, Rehearsal, Rehearsing, Restored, Rotated, Rotation};
pub use draft::Draft;
pub use erasure::{Erased, Found};
pub use error::{Kept, StoreError};
pub use followed::RowWritten;
pub use key::{Mistyped, RawKey, RecoveryKey, Salt, derive, derive_as_ever, salt_of};
pub use open::{FORMAT, Store};
pub use reader::Reader;
pub use record::{Record, Selection};
pub use search::{Beside, Hit, Search};
pub use snapshot::{Moored, Snapshot};
pub use writer::{NewEntry, WriteTx, Written};
