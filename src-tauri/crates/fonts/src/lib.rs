//! The font files Hefu sets its documents in, as bytes within the program: a report looks the same on every
//! machine. All are static TrueType instances under the SIL Open Font License 1.1.

/// Inter, regular: Latin of the sans look.
pub static SANS_LATIN_REGULAR: &[u8] = include_bytes!(env!("HEFU_FONT_SANS_LATIN_REGULAR"));
/// Inter, semibold.
pub static SANS_LATIN_SEMIBOLD: &[u8] = include_bytes!(env!("HEFU_FONT_SANS_LATIN_SEMIBOLD"));
/// Noto Sans SC, regular: Han of the sans look.
pub static SANS_HAN_REGULAR: &[u8] = include_bytes!(env!("HEFU_FONT_SANS_HAN_REGULAR"));
/// Noto Sans SC, bold.
pub static SANS_HAN_BOLD: &[u8] = include_bytes!(env!("HEFU_FONT_SANS_HAN_BOLD"));
/// Source Serif 4, regular: Latin of the serif look.
pub static SERIF_LATIN_REGULAR: &[u8] = include_bytes!(env!("HEFU_FONT_SERIF_LATIN_REGULAR"));
/// Source Serif 4, semibold.
pub static SERIF_LATIN_SEMIBOLD: &[u8] = include_bytes!(env!("HEFU_FONT_SERIF_LATIN_SEMIBOLD"));
/// Noto Serif SC, regular: Han of the serif look.
pub static SERIF_HAN_REGULAR: &[u8] = include_bytes!(env!("HEFU_FONT_SERIF_HAN_REGULAR"));
/// Noto Serif SC, bold.
pub static SERIF_HAN_BOLD: &[u8] = include_bytes!(env!("HEFU_FONT_SERIF_HAN_BOLD"));
/// Noto Sans JP, regular: rare Han used in names that Noto Sans SC lacks, such as U+20BB7.
pub static RARE_HAN: &[u8] = include_bytes!(env!("HEFU_FONT_RARE_HAN"));

#[cfg(test)]
mod tests {
    #[test]
    fn every_face_is_a_truetype_file() {
        let faces = [
            super::SANS_LATIN_REGULAR,
            super::SANS_LATIN_SEMIBOLD,
            super::SANS_HAN_REGULAR,
            super::SANS_HAN_BOLD,
            super::SERIF_LATIN_REGULAR,
            super::SERIF_LATIN_SEMIBOLD,
            super::SERIF_HAN_REGULAR,
            super::SERIF_HAN_BOLD,
            super::RARE_HAN,
        ];
        for face in faces {
            assert_eq!(face[..4], [0, 1, 0, 0], "glyf outlines, not CFF: their subsets pass PDF/A");
        }
    }
}
