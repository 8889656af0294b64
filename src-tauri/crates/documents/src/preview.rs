//! Pages as pictures.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::error::DocumentError;

/// Draws one page, from 1, as a PNG `width_px` pixels wide, with the looks of its filled fields.
///
/// # Errors
/// [`DocumentError::NoSuchPage`]; [`DocumentError::Broken`] when the file cannot be read.
pub fn preview(pdf: &[u8], page: u32, width_px: u32) -> Result<Vec<u8>, DocumentError> {
    let broken = |reason: String| DocumentError::Broken { part: "preview", reason };
    let document = Pdf::new(pdf.to_vec()).map_err(|error| broken(format!("{error:?}")))?;
    let pages = document.pages();
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let missing = DocumentError::NoSuchPage { page, pages: count };
    let index = page.checked_sub(1).ok_or_else(|| missing.clone())?;
    let sheet = pages.get(index as usize).ok_or(missing)?;
    let (width, _) = sheet.render_dimensions();
    // Pictures are a few thousand pixels wide: exact in f32.
    #[allow(clippy::cast_precision_loss)]
    let scale = width_px.clamp(16, 8192) as f32 / width;
    let pixmap = render(
        sheet,
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &RenderSettings::default(),
        &PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE },
    );
    pixmap.into_png().map_err(|error| broken(error.to_string()))
}
