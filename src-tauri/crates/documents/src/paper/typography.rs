//! Sizes and colours of papers. Points.

use hefu_domain::document::{Edition, Look};
use hefu_domain::text::Language;

use crate::fonts::Weight;
use crate::layout::style::{Colour, Style};

pub(crate) const INK: Colour = Colour(0x1b, 0x1f, 0x24);
pub(crate) const SLATE: Colour = Colour(0x4b, 0x53, 0x5e);
pub(crate) const GREY: Colour = Colour(0x6b, 0x72, 0x7c);
pub(crate) const RULE: Colour = Colour(0xd8, 0xd3, 0xc9);
pub(crate) const JOINT: Colour = Colour(0xc9, 0xc2, 0xb4);
pub(crate) const BAND: Colour = Colour(0xf6, 0xf4, 0xef);
pub(crate) const JADE: Colour = Colour(0x2b, 0x74, 0x56);
pub(crate) const AMBER: Colour = Colour(0x94, 0x60, 0x10);
pub(crate) const CRIMSON: Colour = Colour(0xa5, 0x32, 0x2b);
pub(crate) const DRAFT: Colour = Colour(0xee, 0xeb, 0xe5);

/// The styles of one look in one edition.
#[derive(Clone, Copy)]
pub(crate) struct Type {
    pub(crate) body: Style,
    pub(crate) strong: Style,
    pub(crate) small: Style,
    pub(crate) label: Style,
    pub(crate) head: Style,
    pub(crate) section: Style,
    pub(crate) part: Style,
    pub(crate) chapter: Style,
    pub(crate) title: Style,
    pub(crate) subtitle: Style,
    pub(crate) cover: Style,
    pub(crate) cover_label: Style,
    pub(crate) furniture: Style,
}

impl Type {
    pub(crate) fn new(look: Look, edition: Edition) -> Self {
        // Inter stands larger than Source Serif at the same size.
        let look = match look {
            Look::Vendor => 0.945,
            Look::Formal => 1.0,
        };
        let edition = match edition {
            Edition::SideBySide => 1.0,
            Edition::En | Edition::Zh => 1.06,
        };
        let regular = |size: f32, colour| Style::new(size * look * edition, Weight::Regular, colour);
        let strong = |size: f32, colour| Style::new(size * look * edition, Weight::Strong, colour);
        Self {
            body: regular(9.3, INK),
            strong: strong(9.3, INK),
            small: regular(8.0, GREY),
            label: regular(9.3, GREY),
            head: strong(8.0, SLATE),
            section: strong(15.2, INK).tight(),
            part: strong(11.2, INK).tight(),
            chapter: strong(8.9, INK),
            title: Style::new(27.0 * look, Weight::Strong, INK).tight(),
            subtitle: Style::new(13.4 * look, Weight::Regular, SLATE),
            cover: Style::new(9.8 * look, Weight::Regular, INK),
            cover_label: Style::new(9.8 * look, Weight::Regular, GREY),
            furniture: Style::new(7.8 * look, Weight::Regular, GREY),
        }
    }
}

/// The languages of an edition, in the order they are read.
pub(crate) fn languages(edition: Edition) -> &'static [Language] {
    match edition {
        Edition::En => &[Language::En],
        Edition::Zh => &[Language::Zh],
        Edition::SideBySide => &[Language::En, Language::Zh],
    }
}

/// The language a document in this edition declares.
pub(crate) fn main_language(edition: Edition) -> Language {
    match edition {
        Edition::Zh => Language::Zh,
        Edition::En | Edition::SideBySide => Language::En,
    }
}
