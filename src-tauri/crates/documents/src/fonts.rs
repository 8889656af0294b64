//! The faces a document is set in.

use hefu_domain::document::Look;
use rustybuzz::Face;

use crate::error::DocumentError;

/// The nine font files, as TrueType programs with `glyf` outlines.
#[derive(Clone, Copy)]
pub struct FontFiles {
    pub sans_latin_regular: &'static [u8],
    pub sans_latin_semibold: &'static [u8],
    pub sans_han_regular: &'static [u8],
    pub sans_han_bold: &'static [u8],
    pub serif_latin_regular: &'static [u8],
    pub serif_latin_semibold: &'static [u8],
    pub serif_han_regular: &'static [u8],
    pub serif_han_bold: &'static [u8],
    /// Asked last, for Han that the others lack.
    pub rare_han: &'static [u8],
}

/// Index of a face among [`Fonts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FaceId(pub(crate) u8);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Weight {
    Regular,
    Strong,
}

/// The parsed faces. Parsing takes a few milliseconds; keep one for the life of the program.
pub struct Fonts {
    faces: Vec<LoadedFace>,
}

pub(crate) struct LoadedFace {
    pub(crate) data: &'static [u8],
    pub(crate) shaping: Face<'static>,
    /// PostScript name.
    pub(crate) name: &'static str,
    pub(crate) units_per_em: u16,
    pub(crate) ascent: i16,
    pub(crate) descent: i16,
    pub(crate) weight_class: u16,
    /// xMin, yMin, xMax, yMax in font units.
    pub(crate) bounds: [i16; 4],
}

const RARE_HAN: FaceId = FaceId(8);

impl Fonts {
    /// # Errors
    /// [`DocumentError::Broken`] when a file is not a TrueType font.
    pub fn new(files: &FontFiles) -> Result<Self, DocumentError> {
        let named = [
            ("Inter-Regular", files.sans_latin_regular),
            ("Inter-SemiBold", files.sans_latin_semibold),
            ("NotoSansSC-Regular", files.sans_han_regular),
            ("NotoSansSC-Bold", files.sans_han_bold),
            ("SourceSerif4-Regular", files.serif_latin_regular),
            ("SourceSerif4-SemiBold", files.serif_latin_semibold),
            ("NotoSerifSC-Regular", files.serif_han_regular),
            ("NotoSerifSC-Bold", files.serif_han_bold),
            ("NotoSansJP-Regular", files.rare_han),
        ];
        let faces = named.into_iter().map(|(name, data)| LoadedFace::new(name, data));
        Ok(Self { faces: faces.collect::<Result<_, _>>()? })
    }

    pub(crate) fn face(&self, id: FaceId) -> &LoadedFace {
        &self.faces[usize::from(id.0)]
    }

    /// Faces to ask for a character, in order: the script's own, the other of the pair, the rare Han.
    pub(crate) fn candidates(look: Look, weight: Weight, script: Script) -> [FaceId; 3] {
        let latin = match look {
            Look::Vendor => 0,
            Look::Formal => 4,
        } + match weight {
            Weight::Regular => 0,
            Weight::Strong => 1,
        };
        let (latin, han) = (FaceId(latin), FaceId(latin + 2));
        match script {
            Script::Latin => [latin, han, RARE_HAN],
            Script::Han => [han, latin, RARE_HAN],
        }
    }
}

/// Which face of a pair a character is first looked for in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    Latin,
    Han,
}

impl LoadedFace {
    fn new(name: &'static str, data: &'static [u8]) -> Result<Self, DocumentError> {
        let broken = || DocumentError::Broken { part: name, reason: "not a TrueType font".into() };
        let shaping = Face::from_slice(data, 0).ok_or_else(broken)?;
        let bounds = shaping.global_bounding_box();
        Ok(Self {
            data,
            name,
            units_per_em: u16::try_from(shaping.units_per_em()).map_err(|_| broken())?,
            ascent: shaping.ascender(),
            descent: shaping.descender(),
            weight_class: shaping.weight().to_number(),
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max],
            shaping,
        })
    }

    /// Advance in thousandths of an em, cut to a whole number: what the file's width table will say, so that
    /// the page is set with the very widths a viewer advances by.
    pub(crate) fn advance(&self, glyph: u16) -> i32 {
        let units = self.shaping.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph)).unwrap_or(0);
        self.per_mille(i32::from(units))
    }

    pub(crate) fn raw_advance(&self, glyph: u16) -> u16 {
        self.shaping.glyph_hor_advance(rustybuzz::ttf_parser::GlyphId(glyph)).unwrap_or(0)
    }

    pub(crate) fn per_mille(&self, units: i32) -> i32 {
        units * 1000 / i32::from(self.units_per_em)
    }

    pub(crate) fn glyph(&self, character: char) -> Option<u16> {
        self.shaping.glyph_index(character).map(|glyph| glyph.0)
    }
}
