//! Pages as they lie on the disk. SQLCipher seals each with an HMAC under a key of its own, so that whether a page is
//! whole, and whether a key is this file's, shows without opening anything.

use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read, Seek, SeekFrom};
use std::ops::RangeInclusive;
use std::path::Path;

use aes::Aes256;
use aes::cipher::{BlockCipherDecrypt, KeyInit};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256, Sha512};
use zeroize::Zeroizing;

use crate::key::{RawKey, Salt};

/// Bytes of a page; no workspace is shorter.
pub(crate) const PAGE: usize = 4096;

/// Where the salt ends in the first page.
const SALT: usize = 16;
/// Where the content of a page ends. Sixteen random bytes, new with each writing, and the seal follow.
const CONTENT: usize = PAGE - 80;
const SEAL: usize = PAGE - 64;

/// Sixteen bytes of the first page's content: what SQLite's header says from byte 48 on. Its first four are the
/// suggested size of a cache, which nothing of ours goes by.
const HEADER: std::ops::Range<usize> = 48..64;

/// The page that SQLite locks by and leaves out: the one at 1 GiB.
const LOCKED: u32 = 0x4000_0000 / PAGE as u32 + 1;

/// Pages read at a time.
const AHEAD: usize = 64;

pub(crate) type Page = [u8; PAGE];

/// How the pages of a file under this key are sealed.
#[derive(Clone)]
pub(crate) struct Seals(Hmac<Sha512>);

impl Seals {
    pub(crate) fn of(key: &RawKey, salt: &Salt) -> Self {
        let masked = salt.map(|byte| byte ^ 0x3a);
        // HMAC fills a short key with zeroes up to its block.
        let mut block = Zeroizing::new([0; 128]);
        pbkdf2::pbkdf2_hmac::<Sha512>(key.bytes(), &masked, 2, &mut block[..32]);
        Self(<Hmac<Sha512> as Mac>::new((&*block).into()))
    }

    /// Whether the page with this number is as it was written, under this key. The salt is no part of it.
    pub(crate) fn fit(&self, page: &Page, number: u32) -> bool {
        let from = if number == 1 { SALT } else { 0 };
        let mac = self.0.clone().chain_update(&page[from..SEAL]).chain_update(number.to_le_bytes());
        mac.verify_slice(&page[SEAL..]).is_ok()
    }

    /// The first page of `pages` that is not as it was written, as far as there are any.
    pub(crate) fn first_broken(&self, file: &Path, pages: u32) -> io::Result<Option<u32>> {
        let mut file = BufReader::with_capacity(AHEAD * PAGE, File::open(file)?);
        let mut page = [0; PAGE];
        for number in 1..=pages {
            match file.read_exact(&mut page) {
                Ok(()) if number == LOCKED || self.fit(&page, number) => {}
                Err(error) if error.kind() != ErrorKind::UnexpectedEof => return Err(error),
                Ok(()) | Err(_) => return Ok(Some(number)),
            }
        }
        Ok(None)
    }
}

impl Seals {
    /// Whether one of these pages of the file is as it was written.
    pub(crate) fn any_fits(&self, file: &Path, numbers: RangeInclusive<u32>) -> io::Result<bool> {
        let mut file = File::open(file)?;
        file.seek(SeekFrom::Start(u64::from(numbers.start() - 1) * PAGE as u64))?;
        let mut page = [0; PAGE];
        for number in numbers {
            if file.read_exact(&mut page).is_err() {
                break;
            }
            if self.fit(&page, number) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// What tells one writing of a first page from every other: its random bytes and its seal.
pub(crate) fn stamp(first: &Page) -> [u8; PAGE - CONTENT] {
    let mut stamp = [0; PAGE - CONTENT];
    stamp.copy_from_slice(&first[CONTENT..]);
    stamp
}

pub(crate) fn salt(first: &Page) -> Salt {
    let mut salt = Salt::default();
    salt.copy_from_slice(&first[..SALT]);
    salt
}

/// The number by which a log says that it goes on from this first page: 31 bits, never nought.
pub(crate) fn mark_of(first: &Page) -> u32 {
    let digest = Sha256::digest(stamp(first));
    let number = digest.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte));
    (number & 0x7fff_ffff).max(1)
}

/// The number that stands in a first page; nought in a file that no program with marks has written.
pub(crate) fn mark_in(first: &Page, key: &RawKey) -> u32 {
    let mut block = [0; 16];
    block.copy_from_slice(&first[HEADER]);
    let mut content = block.into();
    Aes256::new(key.bytes().into()).decrypt_block(&mut content);
    // Cipher block chaining: what was encrypted had the block before it added.
    let chained = content.iter().zip(&first[HEADER.start - 16..HEADER.start]).map(|(one, other)| one ^ other);
    chained.take(4).fold(0, |number, byte| number << 8 | u32::from(byte))
}
