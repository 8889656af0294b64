//! Pages as pictures.

use std::io::Write as _;
use std::ops::Range;
use std::panic::resume_unwind;
use std::thread;

use hayro::hayro_interpret::{InterpreterSettings, TransformExt as _};
use hayro::hayro_syntax::Pdf;
use hayro::kurbo::Affine;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::vello_cpu::{Pixmap, RasterizerSettings, RenderContext, Resources, TargetInit};
use hayro::{RenderCache, RenderSettings, render_into};

use crate::error::DocumentError;

/// Draws one page, from 1, as a PNG `width_px` pixels wide, with the looks of its filled fields.
///
/// # Errors
/// [`DocumentError::NoSuchPage`]; [`DocumentError::Broken`] when the file cannot be read.
pub fn preview(pdf: &[u8], page: u32, width_px: u32) -> Result<Vec<u8>, DocumentError> {
    png(&[draw(pdf, page, width_px, |rows| rows)?])
}

/// Draws a page that is in the file twice: as the first page with all that shows in its upper half, as the second with
/// all that shows in its lower half. Both are drawn at once.
///
/// # Errors
/// [`DocumentError::Broken`] when the file cannot be read.
pub(crate) fn preview_halves(pdf: &[u8], width_px: u32) -> Result<Vec<u8>, DocumentError> {
    let (upper, lower) = thread::scope(|beside| {
        let upper = beside.spawn(|| draw(pdf, 1, width_px, |rows| 0..middle(rows.end)));
        let lower = draw(pdf, 2, width_px, |rows| middle(rows.end)..rows.end);
        (upper.join().unwrap_or_else(|panic| resume_unwind(panic)), lower)
    });
    png(&[upper?, lower?])
}

/// The row of pixels at which a page of so many is divided.
fn middle(rows: u16) -> u16 {
    rows / 2
}

/// How far down a page `height` points high is divided when it is drawn `scale` pixels a point, in points.
pub(crate) fn middle_pt(height: f32, scale: f32) -> f32 {
    f32::from(middle(pixels(height * scale))) / scale
}

/// Pixels a point for a page `width` points wide.
// Pictures are a few thousand pixels wide: exact in f32.
#[allow(clippy::cast_precision_loss)]
pub(crate) fn scale(width: f32, width_px: u32) -> f32 {
    width_px.clamp(16, 8192) as f32 / width
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "whole pixels of a picture on a screen"
)]
fn pixels(length: f32) -> u16 {
    length as u16
}

/// Draws some rows of pixels of a page, from 1.
fn draw(
    pdf: &[u8],
    page: u32,
    width_px: u32,
    some: impl FnOnce(Range<u16>) -> Range<u16>,
) -> Result<Pixmap, DocumentError> {
    let document = Pdf::new(pdf.to_vec()).map_err(|error| broken(&format!("{error:?}")))?;
    let pages = document.pages();
    let count = u32::try_from(pages.len()).unwrap_or(u32::MAX);
    let missing = DocumentError::NoSuchPage { page, pages: count };
    let index = page.checked_sub(1).ok_or_else(|| missing.clone())?;
    let sheet = pages.get(index as usize).ok_or(missing)?;
    let (width, height) = sheet.render_dimensions();
    let scale = scale(width, width_px);
    let rows = some(0..pixels(height * scale));
    let mut context = RenderContext::new(pixels(width * scale), rows.end - rows.start);
    let placed = Affine::translate((0.0, -f64::from(rows.start)))
        * Affine::scale(f64::from(scale))
        * sheet.initial_transform(true).to_kurbo();
    let (cache, interpreted) = (RenderCache::new(), InterpreterSettings::default());
    // As a printer draws them; fitting glyphs to the screen's pixels takes a third of the time.
    let settings = RenderSettings { hinting: false, ..RenderSettings::default() };
    render_into(sheet, &cache, &interpreted, &settings, &mut context, placed);
    context.flush();
    let mut pixmap = Pixmap::new(context.width(), context.height());
    let over_white = RasterizerSettings { target_init: TargetInit::Clear(WHITE), ..Default::default() };
    context.render_with(&mut pixmap, &mut Resources::default(), over_white);
    Ok(pixmap)
}

fn broken(reason: &impl ToString) -> DocumentError {
    DocumentError::Broken { part: "preview", reason: reason.to_string() }
}

/// Parts of a picture, one above the other, as a file: fast rather than small, since it goes no further than the
/// window, and row by row, since room for the whole takes longer to get than to fill.
fn png(parts: &[Pixmap]) -> Result<Vec<u8>, DocumentError> {
    let width = parts.first().map_or(0, Pixmap::width);
    let height = parts.iter().map(|part| u32::from(part.height())).sum();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width.into(), height);
    encoder.set_compression(png::Compression::Fastest);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().map_err(|error| broken(&error))?;
    let mut stream = writer.stream_writer().map_err(|error| broken(&error))?;
    let mut row = vec![0; usize::from(width) * 3];
    for drawn in parts.iter().flat_map(|part| part.data_as_u8_slice().chunks_exact(usize::from(width) * 4)) {
        // Drawn over white, no pixel lets anything through.
        for (to, [red, green, blue, _]) in row.as_chunks_mut::<3>().0.iter_mut().zip(drawn.as_chunks::<4>().0)
        {
            *to = [*red, *green, *blue];
        }
        stream.write_all(&row).map_err(|error| broken(&error))?;
    }
    stream.finish().map_err(|error| broken(&error))?;
    writer.finish().map_err(|error| broken(&error))?;
    Ok(file)
}
