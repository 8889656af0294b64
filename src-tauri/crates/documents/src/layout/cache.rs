//! What was shaped and set before. It changes nothing of what comes out, only how long it takes: a page is shown anew at
//! every change of its document, and nearly all of its paragraphs are the same.

use std::collections::HashMap;
use std::sync::Arc;

use hefu_domain::document::Look;

use super::glyphs::{Span, WordGlyph};
use super::lines::{Fill, Line};
use super::style::Figures;
use crate::fonts::FaceId;

/// Paragraphs of a generation: some sixty pages.
const PARAGRAPHS: usize = 4_000;
/// Words of all languages.
const WORDS: usize = 20_000;

/// A paragraph as it was given: look, filling, measure in points (its bits) and text.
pub(crate) type Given = (Look, Fill, u32, Vec<Span>);

/// Of one set of [`Fonts`](crate::Fonts). It holds words of documents: whoever keeps it forgets it with them.
#[derive(Debug, Default)]
pub struct LayoutCache {
    pub(super) words: HashMap<(FaceId, Figures, Box<str>), Arc<[WordGlyph]>>,
    pub(super) squares: HashMap<(FaceId, char), (u16, i32)>,
    young: HashMap<Given, Arc<[Line]>>,
    /// What was young before so much was set that it is forgotten unless it is asked for again.
    old: HashMap<Given, Arc<[Line]>>,
}

impl LayoutCache {
    pub(super) fn lines(&mut self, given: &Given) -> Option<Arc<[Line]>> {
        if let Some(lines) = self.young.get(given) {
            return Some(Arc::clone(lines));
        }
        let (given, lines) = self.old.remove_entry(given)?;
        self.learn(given, Arc::clone(&lines));
        Some(lines)
    }

    pub(super) fn learn(&mut self, given: Given, lines: Arc<[Line]>) {
        if self.young.len() >= PARAGRAPHS {
            self.old = std::mem::take(&mut self.young);
        }
        if self.words.len() >= WORDS {
            self.words.clear();
        }
        self.young.insert(given, lines);
    }
}

#[cfg(test)]
mod tests {
    use hefu_domain::text::Language;

    use super::*;

    fn given(n: usize) -> Given {
        let style = super::super::style::Style::new(
            9.0,
            crate::fonts::Weight::Regular,
            super::super::style::Colour(0, 0, 0),
        );
        (Look::Vendor, Fill::First, 0, vec![Span { text: n.to_string(), language: Language::En, style }])
    }

    #[test]
    fn what_is_asked_for_stays_and_the_rest_is_forgotten() {
        let mut cache = LayoutCache::default();
        for n in 0..20 * PARAGRAPHS {
            cache.learn(given(n), Arc::from([]));
            assert!(cache.lines(&given(0)).is_some(), "{n}");
        }
        assert!(cache.young.len() + cache.old.len() <= 2 * PARAGRAPHS);
        assert!(cache.lines(&given(1)).is_none());
    }
}
