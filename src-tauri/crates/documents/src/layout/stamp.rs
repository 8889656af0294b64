//! Text at a fixed place: covers, running heads, the look of a signature.

use hefu_domain::text::Language;

use super::glyphs::Span;
use super::lines::{Fill, Line};
use super::page::{Item, Mark, Page};
use super::row::{Align, pitch};
use super::shape::Shaper;
use super::tree::{NodeId, Tree};
use crate::error::DocumentError;

/// A paragraph in lines, to be put somewhere.
pub(crate) struct Block {
    /// Each with its baseline below the top of the block.
    lines: Vec<(Line, f32)>,
    measure: f32,
    pub(crate) height: f32,
}

/// What a stamp means.
pub(crate) enum Meaning<'t> {
    Artifact(Mark),
    /// Content of a node, on the page of this index.
    Node {
        tree: &'t mut Tree,
        node: NodeId,
        page: usize,
    },
}

impl Block {
    /// Sets `spans` to `measure`; the first span's style rules the lines.
    pub(crate) fn set(
        shaper: &mut Shaper<'_>,
        spans: &[Span],
        language: Language,
        measure: f32,
        fill: Fill,
        place: &str,
    ) -> Result<Self, DocumentError> {
        let Some(style) = spans.first().map(|span| span.style) else {
            return Ok(Self { lines: Vec::new(), measure, height: 0.0 });
        };
        let composed = shaper.lines(spans, measure, fill, place)?;
        let mut baseline = style.rise;
        let mut lines = Vec::with_capacity(composed.len());
        for line in &*composed {
            lines.push((line.clone(), baseline));
            baseline += pitch(&style, language);
        }
        let height = lines.last().map_or(0.0, |(_, baseline)| baseline + style.size * 0.34);
        Ok(Self { lines, measure, height })
    }

    /// Width of the longest line.
    pub(crate) fn width(&self) -> f32 {
        self.lines.iter().map(|(line, _)| line.width).fold(0.0, f32::max)
    }

    pub(crate) fn lines(&self) -> usize {
        self.lines.len()
    }

    pub(crate) fn stamp(&self, page: &mut Page, x: f32, top: f32, align: Align, meaning: &mut Meaning<'_>) {
        for (line, baseline) in &self.lines {
            let shift = match align {
                Align::Left => 0.0,
                Align::Right => self.measure - line.width,
            };
            for run in &line.runs {
                let item = Item::Run { x: x + shift + run.x, baseline: top + baseline, run: run.clone() };
                match meaning {
                    Meaning::Artifact(mark) => page.decorate(*mark, item),
                    Meaning::Node { tree, node, page: index } => {
                        let node = tree.speaking(*node, run.language);
                        page.put(tree, *index, node, item);
                    }
                }
            }
        }
    }

    /// Turned about the start of its first line, in degrees counter-clockwise; without meaning.
    pub(crate) fn turned(&self, x: f32, baseline: f32, degrees: f32) -> Vec<Item> {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let runs = self.lines.iter().take(1).flat_map(|(line, _)| &line.runs);
        runs.map(|run| Item::Turned {
            x: x + run.x * cos,
            baseline: baseline - run.x * sin,
            degrees,
            run: run.clone(),
        })
        .collect()
    }
}
