//! What fills the variables of a message.

use std::borrow::Cow;

/// The largest whole number that both Fluent runtimes count exactly.
const EXACT: u64 = 1 << 53;

/// What fills a variable of a message: words, or a count that the language may inflect after.
///
/// Money, dates and decimals come as words, already written for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    Words(Cow<'a, str>),
    /// Between −2⁵³ and 2⁵³.
    Count(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(words: &'a str) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(words: &'a String) -> Self {
        Self::Words(Cow::Borrowed(words))
    }
}

impl From<String> for Arg<'_> {
    fn from(words: String) -> Self {
        Self::Words(Cow::Owned(words))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(words: Cow<'a, str>) -> Self {
        Self::Words(words)
    }
}

impl From<i64> for Arg<'_> {
    fn from(count: i64) -> Self {
        if count.unsigned_abs() <= EXACT { Self::Count(count) } else { Self::Words(count.to_string().into()) }
    }
}

macro_rules! counts {
    (small $($small:ty)+) => {$(
        impl From<$small> for Arg<'_> {
            fn from(count: $small) -> Self {
                Self::Count(i64::from(count))
            }
        }
    )+};
    (large $($large:ty)+) => {$(
        impl From<$large> for Arg<'_> {
            fn from(count: $large) -> Self {
                i64::try_from(count).map_or_else(|_| count.to_string().into(), Self::from)
            }
        }
    )+};
}

counts!(small u8 u16 u32 i8 i16 i32);
counts!(large u64 usize);
