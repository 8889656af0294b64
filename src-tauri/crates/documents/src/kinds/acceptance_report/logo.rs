//! The vendor's logo on the cover: above the title, at the left edge of the page's text.

use std::sync::Arc;

use hefu_messages as messages;

use super::compose::Composer;
use super::facts::{Logo, PartyRole};
use super::typography::{LEFT, PAGE};
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

impl Composer<'_> {
    /// Puts the logo on the cover, if there is one. Errors: its pixels are not as many as its size says.
    pub(super) fn logo(&mut self, page: &mut Page, section: NodeId) -> Result<(), DocumentError> {
        let Some(logo) = &self.report.logo else { return Ok(()) };
        let (width, height) = size(logo)?;
        let rect = Rect { x: LEFT, y: TOP, width, height };
        let node = self.tree.add(section, Role::Figure, None);
        let vendor = self.report.parties.iter().find(|party| party.role == PartyRole::Vendor);
        let name = vendor.map(|party| self.words(&party.name, self.main())).unwrap_or_default();
        let alternative = messages::document_acceptance_report_logo_of(tongue(self.main()), name);
        let bottom = PAGE[1] - rect.y - rect.height;
        let corners = [rect.x, bottom, rect.x + rect.width, bottom + rect.height];
        self.tree.node_mut(node).figure = Some((alternative, corners));
        let picture = Arc::new(Picture { width: logo.width, height: logo.height, rgb: logo.rgb.clone() });
        page.put(&mut self.tree, 0, node, Item::Picture { rect, picture });
        Ok(())
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
