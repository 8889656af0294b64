//! From characters to glyphs with widths.

use std::sync::Arc;

use hefu_domain::document::Look;
use rustybuzz::{BufferClusterLevel, Feature, UnicodeBuffer, ttf_parser::Tag};
use unicode_normalization::UnicodeNormalization;

use super::cache::LayoutCache;
use super::class::{Treatment, follows, is_private, script, treatment};
use super::glyphs::{Shaped, Span, Unit, UnitKind, WordGlyph};
use super::lines::{Fill, Line, compose};
use super::style::Figures;
use crate::error::DocumentError;
use crate::fonts::{FaceId, Fonts, Script};

/// Shapes and sets with a cache: a word is shaped once, a Han character looked up once, a paragraph set once.
pub(crate) struct Shaper<'f> {
    fonts: &'f Fonts,
    look: Look,
    cache: LayoutCache,
}

impl<'f> Shaper<'f> {
    pub(crate) fn new(fonts: &'f Fonts, look: Look) -> Self {
        Self::remembering(fonts, look, LayoutCache::default())
    }

    /// With what another one of the same fonts remembered.
    pub(crate) fn remembering(fonts: &'f Fonts, look: Look, cache: LayoutCache) -> Self {
        Self { fonts, look, cache }
    }

    pub(crate) fn into_cache(self) -> LayoutCache {
        self.cache
    }

    /// The lines of a paragraph `measure` points wide.
    ///
    /// # Errors
    /// [`DocumentError::NoGlyph`] with `place`.
    pub(crate) fn lines(
        &mut self,
        spans: &[Span],
        measure: f32,
        fill: Fill,
        place: &str,
    ) -> Result<Arc<[Line]>, DocumentError> {
        let key = (self.look, fill, measure.to_bits(), spans.to_vec());
        if let Some(lines) = self.cache.lines(&key) {
            return Ok(lines);
        }
        let shaped = self.shape(spans, place)?;
        let lines: Arc<[Line]> = compose(shaped, spans, measure, fill).into();
        self.cache.learn(key, Arc::clone(&lines));
        Ok(lines)
    }

    /// # Errors
    /// [`DocumentError::NoGlyph`] with `place`.
    fn shape(&mut self, spans: &[Span], place: &str) -> Result<Shaped, DocumentError> {
        let mut text = String::with_capacity(spans.iter().map(|span| span.text.len()).sum());
        let mut units = Vec::with_capacity(text.capacity());
        for (index, span) in spans.iter().enumerate() {
            let index = u16::try_from(index).unwrap_or(u16::MAX);
            self.shape_span(span, index, place, &mut text, &mut units)?;
        }
        Ok(Shaped { text: text.into(), units })
    }

    fn shape_span(
        &mut self,
        span: &Span,
        index: u16,
        place: &str,
        text: &mut String,
        units: &mut Vec<Unit>,
    ) -> Result<(), DocumentError> {
        let mut word = Word { face: None, start: text.len() };
        let mut last = Script::Latin;
        for character in span.text.nfc() {
            let start = text.len();
            let undrawn = match treatment(character) {
                Treatment::Drop => continue,
                Treatment::Draw(drawn) => Ok(drawn),
                Treatment::Space | Treatment::FixedSpace => Ok(' '),
                Treatment::Hidden => Err(UnitKind::Hidden),
                Treatment::Break => Err(UnitKind::Break),
            };
            let drawn = match undrawn {
                Ok(drawn) => drawn,
                Err(kind) => {
                    self.finish(&mut word, span, index, text, units);
                    text.push(character);
                    units.push(blank(kind, index, start, character));
                    word = Word { face: None, start: text.len() };
                    continue;
                }
            };
            let script = if follows(drawn) { last } else { script(drawn, span.language) };
            if drawn != ' ' {
                last = script;
            }
            let face = self.face_for(drawn, script, span, place)?;
            // A space and a square stand alone; the rest joins into words of one face.
            let alone = drawn == ' ' || script == Script::Han;
            if alone || word.face != Some(face) {
                self.finish(&mut word, span, index, text, units);
                word = Word { face: (!alone).then_some(face), start };
            }
            text.push(character);
            if alone {
                let place = (index, to_u32(start), to_u8(character.len_utf8()));
                units.push(self.alone(face, drawn, place));
                word.start = text.len();
            } else if start - word.start > 200 {
                self.finish(&mut word, span, index, text, units);
                word = Word { face: Some(face), start: text.len() };
            }
        }
        self.finish(&mut word, span, index, text, units);
        Ok(())
    }

    fn face_for(
        &self,
        drawn: char,
        script: Script,
        span: &Span,
        place: &str,
    ) -> Result<FaceId, DocumentError> {
        let missing =
            || DocumentError::NoGlyph { character: drawn, code_point: drawn.into(), place: place.to_owned() };
        if is_private(drawn) {
            return Err(missing());
        }
        Fonts::candidates(self.look, span.style.weight, script)
            .into_iter()
            .find(|face| self.fonts.face(*face).glyph(drawn).is_some())
            .ok_or_else(missing)
    }

    /// A space or a square; its span, and where its character begins in the text and how long it is.
    fn alone(&mut self, face: FaceId, drawn: char, (span, start, length): (u16, u32, u8)) -> Unit {
        let (glyph, advance) = self.square(face, drawn);
        let kind = if drawn == ' ' { UnitKind::Space } else { UnitKind::Glyph };
        Unit { kind, face, glyph, advance, extra: 0, span, start, length }
    }

    fn square(&mut self, face: FaceId, drawn: char) -> (u16, i32) {
        let fonts = self.fonts;
        *self.cache.squares.entry((face, drawn)).or_insert_with(|| {
            let loaded = fonts.face(face);
            let glyph = loaded.glyph(drawn).unwrap_or(0);
            (glyph, loaded.advance(glyph))
        })
    }

    fn finish(&mut self, word: &mut Word, span: &Span, index: u16, text: &str, units: &mut Vec<Unit>) {
        let Some(face) = word.face.take() else { return };
        let letters = &text[word.start..];
        if letters.is_empty() {
            return;
        }
        let key = (face, span.style.figures, Box::from(letters));
        let fonts = self.fonts;
        let glyphs = self
            .cache
            .words
            .entry(key)
            .or_insert_with_key(|(face, figures, letters)| shape_word(fonts, *face, *figures, letters))
            .clone();
        units.extend(glyphs.iter().map(|each| Unit {
            kind: UnitKind::Glyph,
            face,
            glyph: each.glyph,
            advance: each.advance,
            extra: each.extra,
            span: index,
            start: to_u32(word.start) + u32::from(each.start),
            length: each.length,
        }));
        word.start = text.len();
    }
}

struct Word {
    face: Option<FaceId>,
    start: usize,
}

fn blank(kind: UnitKind, span: u16, start: usize, character: char) -> Unit {
    Unit {
        kind,
        face: FaceId(0),
        glyph: 0,
        advance: 0,
        extra: 0,
        span,
        start: to_u32(start),
        length: to_u8(character.len_utf8()),
    }
}

/// Shapes without ligatures and contextual swaps: a glyph then stands for one character, and text comes back
/// out of the page as it went in.
fn shape_word(fonts: &Fonts, face: FaceId, figures: Figures, letters: &str) -> Arc<[WordGlyph]> {
    let loaded = fonts.face(face);
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(letters);
    buffer.set_cluster_level(BufferClusterLevel::Characters);
    buffer.guess_segment_properties();
    buffer.set_direction(rustybuzz::Direction::LeftToRight);
    let mut features: Vec<Feature> = [b"liga", b"clig", b"calt", b"dlig"]
        .into_iter()
        .map(|tag| Feature::new(Tag::from_bytes(tag), 0, ..))
        .collect();
    if figures == Figures::Tabular {
        features.push(Feature::new(Tag::from_bytes(b"tnum"), 1, ..));
        features.push(Feature::new(Tag::from_bytes(b"lnum"), 1, ..));
    }
    let shaped = rustybuzz::shape(&loaded.shaping, &features, buffer);
    let infos = shaped.glyph_infos();
    let mut glyphs = Vec::with_capacity(infos.len());
    for (at, (info, position)) in infos.iter().zip(shaped.glyph_positions()).enumerate() {
        let glyph = u16::try_from(info.glyph_id).unwrap_or(0);
        let advance = loaded.advance(glyph);
        let start = info.cluster as usize;
        let end = infos[at + 1..].iter().map(|next| next.cluster as usize).find(|next| *next != start);
        // Of several glyphs for one character the first carries the text.
        let carries = at == 0 || infos[at - 1].cluster != info.cluster;
        let length = if carries { end.unwrap_or(letters.len()) - start } else { 0 };
        glyphs.push(WordGlyph {
            glyph,
            advance,
            extra: loaded.per_mille(position.x_advance) - advance,
            start: to_u8(start),
            length: to_u8(length),
        });
    }
    glyphs.into()
}

fn to_u32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Words are cut at 200 bytes, so that offsets within one fit.
fn to_u8(length: usize) -> u8 {
    u8::try_from(length).unwrap_or(u8::MAX)
}
