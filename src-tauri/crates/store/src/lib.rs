//! SQLite and the journal. One encrypted file, one door for writing: [`Store::write`] commits the rows, the
//! journal entry and the undo record together or not at all. No other way to write exists.

mod archive;
mod backup;
mod claim;
mod draft;
mod erasure;
mod error;
mod file;
pub mod journal;
mod key;
mod open;
mod reader;
mod record;
mod search;
pub mod tables;
mod writer;

pub use archive::{Exported, Imported};
pub use backup::{BackupFile, Held, Rehearsal, Restored, Rotated, Rotation};
pub use draft::Draft;
pub use erasure::{Erased, Found};
pub use error::StoreError;
pub use key::{RawKey, RecoveryKey, Salt, derive, salt_of};
pub use open::{FORMAT, Store};
pub use reader::Reader;
pub use record::{Record, Selection};
pub use search::{Beside, Hit, Search};
pub use writer::{Deed, Door, Written};
