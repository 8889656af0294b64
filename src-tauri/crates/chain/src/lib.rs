//! What an entry of the audit journal is made of: the canonical bytes that are hashed, the salted digests by which they
//! hold what stands beside them, and how one text of it can be erased so that the rest can still be checked. The store
//! writes and checks by it; whoever is handed a trail checks by it, too.

mod digest;
mod link;
mod place;
mod redaction;

pub use digest::{Changes, note_digest};
pub use link::{Form, Head, Link, WORKSPACE, act_id};
pub use place::{Digest, Places, hex};
pub use redaction::{Kept, Left, Redaction, is_label, note_root, opened, redacted, seeded, texts};

/// The act of an erasure.
pub const ERASED: &str = "person_erased";

/// The act by which a file was brought to this form of the journal.
pub const RAISED: &str = "format_raised";

/// Clocks are corrected by that much without anybody's doing.
pub const CLOCK_TOLERANCE_MINUTES: i64 = 10;
