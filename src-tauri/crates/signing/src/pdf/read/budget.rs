//! What reading one file may cost.

use hefu_reading::limits;

/// What is left: bytes that are held, bytes that are looked at, bytes that are unpacked. Whatever is missing, the
/// whole file is given up.
pub(super) struct Budget {
    held: usize,
    looked_at: usize,
    unpacked: usize,
    is_spent: bool,
}

/// What a value takes beside its own bytes, and an entry of a dictionary beside its value.
pub(crate) const VALUE: usize = size_of::<lopdf::Object>() + 16;
pub(crate) const ENTRY: usize = 96;

impl Budget {
    /// None for a file that is larger than is read.
    pub(super) fn of(length: usize) -> Option<Self> {
        if u64::try_from(length).is_ok_and(|length| length > limits::PAPER.bytes) {
            return None;
        }
        // Each byte of the file is looked at for its object and again for its section; the rest is for small files.
        let looked_at = length.saturating_mul(2).saturating_add(16 << 20);
        Some(Self { held: limits::PAPER_HELD, looked_at, unpacked: limits::PAPER_UNPACKED, is_spent: false })
    }

    pub(super) fn is_spent(&self) -> bool {
        self.is_spent
    }

    pub(super) fn hold(&mut self, bytes: usize) -> Option<()> {
        let left = take(self.held, bytes, &mut self.is_spent)?;
        self.held = left;
        Some(())
    }

    pub(super) fn look_at(&mut self, bytes: usize) -> Option<()> {
        let left = take(self.looked_at, bytes, &mut self.is_spent)?;
        self.looked_at = left;
        Some(())
    }

    pub(super) fn unpack(&mut self, bytes: usize) -> Option<()> {
        let left = take(self.unpacked, bytes, &mut self.is_spent)?;
        self.unpacked = left;
        Some(())
    }

    /// Bytes that may still be unpacked.
    pub(super) fn to_unpack(&self) -> usize {
        self.unpacked
    }
}

fn take(left: usize, bytes: usize, is_spent: &mut bool) -> Option<usize> {
    let left = left.checked_sub(bytes);
    *is_spent |= left.is_none();
    left
}
