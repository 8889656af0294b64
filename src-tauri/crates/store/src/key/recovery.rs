//! The recovery key: a raw key as it stands on paper.

use hefu_domain::typed;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::RawKey;

/// A raw key as it stands on the recovery sheet: Crockford's base 32, thirteen groups of four characters and a
/// closing group of two check characters.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct RecoveryKey(String);

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters of a group, of the key itself, and of its check.
const GROUP: usize = 4;
const BODY: usize = 52;
const CHECKS: usize = 2;

impl RecoveryKey {
    pub fn of(key: &RawKey) -> Self {
        let mut digits = encode(&key.0);
        digits.push_str(&check(&key.0));
        let groups: Vec<&str> =
            (0..digits.len()).step_by(GROUP).map(|i| &digits[i..(i + GROUP).min(digits.len())]).collect();
        Self(groups.join("-"))
    }

    pub fn text(&self) -> &str {
        &self.0
    }

    /// Reads what a person typed: dashes, blanks, case and the width of letters do not matter, O is 0, I and L are 1.
    /// Errors: too few or too many characters, one that no key has, or check characters that disagree.
    pub fn read(typed: &str) -> Result<RawKey, Mistyped> {
        let code = Zeroizing::new(typed::code(typed));
        let mut digits = Zeroizing::new(Vec::new());
        for (at, c) in (0u32..).zip(code.chars()) {
            digits.push(digit(c).ok_or(Mistyped::Symbol { group: at / GROUP as u32 + 1 })?);
        }
        let (body, checks) = match digits.split_at_checked(BODY) {
            Some((body, checks)) if checks.len() == CHECKS => (body, checks),
            _ => {
                return Err(Mistyped::Length { characters: u32::try_from(digits.len()).unwrap_or(u32::MAX) });
            }
        };
        let key = decode(body);
        let given = checks.iter().map(|digit| char::from(ALPHABET[usize::from(*digit)]));
        if check(&key).chars().eq(given) { Ok(RawKey(*key)) } else { Err(Mistyped::Check) }
    }
}

/// Why what was typed is no recovery key. Nothing of it is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistyped {
    /// So many letters and digits were typed.
    Length { characters: u32 },
    /// A character that no key has, in this group of four, from 1.
    Symbol { group: u32 },
    /// The check characters disagree: one at least is mistyped.
    Check,
}

impl Mistyped {
    /// Letters and digits that a recovery key has.
    pub const WANTED: u32 = (BODY + CHECKS) as u32;
}

/// The value of one character.
fn digit(c: char) -> Option<u8> {
    let c = match c.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        c => c,
    };
    let place = ALPHABET.iter().position(|letter| char::from(*letter) == c)?;
    u8::try_from(place).ok()
}

fn decode(body: &[u8]) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0u8; 32]);
    let (mut buffer, mut bits) = (0u32, 0);
    let mut places = key.iter_mut();
    for digit in body {
        buffer = (buffer << 5 | u32::from(*digit)) & 0xffff;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            if let Some(place) = places.next() {
                *place = (buffer >> bits & 0xff) as u8;
            }
        }
    }
    key
}

fn encode(bytes: &[u8; 32]) -> String {
    let mut text = String::new();
    let (mut buffer, mut bits) = (0u32, 0);
    for byte in bytes {
        buffer = (buffer << 8 | u32::from(*byte)) & 0xffff;
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(ALPHABET[(buffer >> bits & 31) as usize]));
        }
    }
    text.push(char::from(ALPHABET[(buffer << (5 - bits) & 31) as usize]));
    text
}

/// Two characters that catch a mistyped one: ten bits of the key's SHA-256.
fn check(key: &[u8; 32]) -> String {
    use sha2::{Digest, Sha256};
    let digest = Sha256::digest(key);
    [digest[0] & 31, digest[1] & 31].iter().map(|d| char::from(ALPHABET[usize::from(*d)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_recovery_key_survives_paper(bytes: [u8; 32]) {
            let key = RawKey::new(bytes);
            let sheet = RecoveryKey::of(&key);
            prop_assert_eq!(sheet.text().len(), 52 + 2 + 13);
            prop_assert_eq!(RecoveryKey::read(sheet.text()), Ok(key.clone()));
            let sloppy = sheet.text().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            prop_assert_eq!(RecoveryKey::read(&sloppy), Ok(key));
        }
    }

    #[test]
    fn a_key_reads_through_every_input_method_and_word_processor() {
        let key = RawKey::new([7; 32]);
        let sheet = RecoveryKey::of(&key).text().to_owned();
        let wide: String = sheet.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
        let between = |dash: &str| sheet.replace('-', dash);
        for typed in [
            wide.clone(),
            wide.to_lowercase(),
            between("–"),
            between(" — "),
            between("−"),
            between("\u{3000}"),
            between(""),
        ] {
            assert_eq!(RecoveryKey::read(&typed), Ok(key.clone()), "{typed}");
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_noticed() {
        let sheet = RecoveryKey::of(&RawKey::new([7; 32])).text().to_owned();
        let noticed = (0..sheet.len())
            .filter(|at| sheet.as_bytes()[*at] != b'-')
            .filter(|at| {
                let mut typed = sheet.clone().into_bytes();
                typed[*at] = if typed[*at] == b'Z' { b'Y' } else { b'Z' };
                RecoveryKey::read(std::str::from_utf8(&typed).unwrap()).is_err()
            })
            .count();
        assert!(noticed >= 53, "{noticed} of 54");
        assert_eq!(RecoveryKey::read(""), Err(Mistyped::Length { characters: 0 }));
        assert_eq!(RecoveryKey::read(&sheet[..60]), Err(Mistyped::Length { characters: 48 }));
        assert_eq!(RecoveryKey::read(&format!("{sheet}7")), Err(Mistyped::Length { characters: 55 }));
        assert_eq!(RecoveryKey::read("1111-11U1"), Err(Mistyped::Symbol { group: 2 }));
        assert_eq!(RecoveryKey::read("合符"), Err(Mistyped::Symbol { group: 1 }));
    }
}
