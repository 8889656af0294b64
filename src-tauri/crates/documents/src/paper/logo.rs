//! The vendor's logo: on a cover above the title, at the left edge of the page's text; above a masthead at the right.

use std::sync::Arc;

use hefu_paper_words as messages;

use super::composer::Composer;
use super::front::Logo;
use super::words::tongue;
use crate::error::DocumentError;
use crate::layout::page::{Item, Page, Picture, Rect};
use crate::layout::tree::{NodeId, Role};

/// Points. It stands between the number of the paper and its title.
const TOP: f32 = 108.0;
const WIDEST: f32 = 158.0;
const TALLEST: f32 = 52.0;
/// Square points: a long wordmark and a round sign weigh the same to the eye when they cover as much paper.
const AREA: f32 = 3800.0;

/// Where the logo of a masthead ends: at the right edge of the text, above the title.
const BESIDE_TOP: f32 = 28.0;
const BESIDE_TALLEST: f32 = 36.0;

/// The logo with its place on the first page.
pub(super) struct Placed {
    node: NodeId,
    rect: Rect,
}

impl Composer<'_> {
    /// Puts the logo on the cover, if there is one. Errors: its pixels are not as many as its size says.
    pub(super) fn logo(&mut self, page: &mut Page, section: NodeId) -> Result<(), DocumentError> {
        let Some(logo) = &self.front.logo else { return Ok(()) };
        let (width, height) = size(logo)?;
        let rect = Rect { x: self.sheet.left, y: TOP, width, height };
        let placed = self.figure(section, rect);
        self.draw(page, &placed);
        Ok(())
    }

    /// Keeps a place for the logo above a masthead, which is read first. Errors: as [`Self::logo`].
    pub(super) fn logo_beside(&mut self, section: NodeId) -> Result<Option<Placed>, DocumentError> {
        let Some(logo) = &self.front.logo else { return Ok(None) };
        let (width, height) = size(logo)?;
        let scale = (BESIDE_TALLEST / height).min(1.0);
        let (width, height) = (width * scale, height * scale);
        let rect = Rect { x: self.sheet.right - width, y: BESIDE_TOP, width, height };
        Ok(Some(self.figure(section, rect)))
    }

    fn figure(&mut self, section: NodeId, rect: Rect) -> Placed {
        let node = self.tree.add(section, Role::Figure, None);
        let name = self.front.vendor().map(|party| self.words(&party.name, self.main())).unwrap_or_default();
        let alternative = messages::document_paper_logo_of(tongue(self.main()), name);
        let bottom = self.sheet.height - rect.y - rect.height;
        let corners = [rect.x, bottom, rect.x + rect.width, bottom + rect.height];
        self.tree.node_mut(node).figure = Some((alternative, corners));
        Placed { node, rect }
    }

    pub(super) fn draw(&mut self, page: &mut Page, Placed { node, rect }: &Placed) {
        let Some(Logo { width, height, rgb, .. }) = &self.front.logo else { return };
        let picture = Arc::new(Picture { width: *width, height: *height, rgb: rgb.clone() });
        page.put(&mut self.tree, 0, *node, Item::Picture { rect: *rect, picture });
    }
}

/// Width and height on paper, in points: as large as area, width and height allow.
fn size(logo: &Logo) -> Result<(f32, f32), DocumentError> {
    let pixels = u64::from(logo.width) * u64::from(logo.height);
    if pixels == 0 || logo.rgb.len() as u64 != pixels * 3 {
        let reason = format!("{} bytes for {} × {} pixels", logo.rgb.len(), logo.width, logo.height);
        return Err(DocumentError::Broken { part: "logo", reason });
    }
    // A logo is a few thousand pixels wide: exact in f32.
    #[allow(clippy::cast_precision_loss)]
    let shape = logo.width as f32 / logo.height as f32;
    let width = (AREA * shape).sqrt().min(WIDEST).min(TALLEST * shape);
    Ok((width, width / shape))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(width: u32, height: u32) -> Logo {
        Logo { sha256: String::new(), width, height, rgb: vec![255; (width * height * 3) as usize] }
    }

    #[test]
    fn every_shape_keeps_to_its_place_and_its_proportions() {
        for (width, height) in [(1200, 1200), (1200, 300), (1200, 60), (60, 1200), (2, 3)] {
            let (across, down) = size(&of(width, height)).unwrap();
            assert!(across <= WIDEST + 0.01 && down <= TALLEST + 0.01, "{width} × {height}");
            assert!(across * down <= AREA + 0.5, "{width} × {height}");
            assert!((across * height as f32 - down * width as f32).abs() < 0.5, "{width} × {height}");
            let full = [across - WIDEST, down - TALLEST, (across * down - AREA) / 10.0];
            assert!(full.iter().any(|rest| rest.abs() < 0.1), "as large as it may be: {width} × {height}");
        }
    }

    #[test]
    fn a_logo_without_its_pixels_is_refused() {
        for logo in [of(0, 10), Logo { rgb: vec![0; 10], ..of(4, 4) }] {
            assert!(size(&logo).is_err());
        }
    }
}
