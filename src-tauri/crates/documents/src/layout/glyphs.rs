//! What shaping makes of a text: glyphs, each with the characters that it stands for.

use std::sync::Arc;

use hefu_domain::text::Language;

use super::style::Style;
use crate::fonts::FaceId;

/// A run of text in one style and one language.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    pub(crate) text: String,
    pub(crate) language: Language,
    pub(crate) style: Style,
}

/// One glyph, or a character without one, with the part of the text it stands for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Unit {
    pub(crate) kind: UnitKind,
    pub(crate) face: FaceId,
    pub(crate) glyph: u16,
    /// Thousandths of an em.
    pub(crate) advance: i32,
    /// Added after the glyph, in thousandths of an em.
    pub(crate) extra: i32,
    pub(crate) span: u16,
    /// First byte and length in the text of the paragraph.
    pub(crate) start: u32,
    pub(crate) length: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum UnitKind {
    Glyph,
    Space,
    Hidden,
    Break,
}

/// The text of a paragraph as it will be found again, and its glyphs.
pub(crate) struct Shaped {
    pub(crate) text: Arc<str>,
    pub(crate) units: Vec<Unit>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct WordGlyph {
    pub(super) glyph: u16,
    pub(super) advance: i32,
    pub(super) extra: i32,
    pub(super) start: u8,
    pub(super) length: u8,
}
