//! How a span of text looks.

use std::hash::{Hash, Hasher};

use crate::fonts::Weight;

/// sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Colour(pub(crate) u8, pub(crate) u8, pub(crate) u8);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Figures {
    /// As the text face has them.
    Text,
    /// All of one width, on the line: for columns and numbers.
    Tabular,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Style {
    pub(crate) weight: Weight,
    /// Points.
    pub(crate) size: f32,
    /// Baseline to baseline in points, for English and for Chinese.
    pub(crate) pitch: [f32; 2],
    /// Top of the paragraph to the first baseline, in points; the same in both languages, so that paragraphs
    /// side by side stand on one line.
    pub(crate) rise: f32,
    pub(crate) colour: Colour,
    pub(crate) figures: Figures,
}

/// Sizes are numbers of a design, never NaN.
impl Eq for Style {}

impl Hash for Style {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { weight, size, pitch, rise, colour, figures } = self;
        (weight, size.to_bits(), pitch.map(f32::to_bits), rise.to_bits(), colour, figures).hash(state);
    }
}

impl Style {
    /// A style of the usual proportions: English at 1.45, Chinese at 1.62 of the size.
    pub(crate) fn new(size: f32, weight: Weight, colour: Colour) -> Self {
        Self {
            weight,
            size,
            pitch: [size * 1.45, size * 1.62],
            rise: size * 1.16,
            colour,
            figures: Figures::Text,
        }
    }

    pub(crate) fn colour(self, colour: Colour) -> Self {
        Self { colour, ..self }
    }

    pub(crate) fn tabular(self) -> Self {
        Self { figures: Figures::Tabular, ..self }
    }

    /// Headings: lines closer together.
    pub(crate) fn tight(self) -> Self {
        Self { pitch: [self.size * 1.22, self.size * 1.32], rise: self.size * 1.0, ..self }
    }
}
