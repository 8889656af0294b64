//! What every page repeats: running head, foot, and the draft's watermark.

use hefu_domain::text::Language;
use hefu_paper_words as messages;

use super::Closing;
use super::composer::Composer;
use super::front::Front;
use super::typography::{DRAFT, RULE};
use super::words::{short_digest, tongue};
use crate::Watermark;
use crate::error::DocumentError;
use crate::fonts::Weight;
use crate::layout::glyphs::Span;
use crate::layout::lines::Fill;
use crate::layout::page::{Item, Mark, Page};
use crate::layout::row::Align;
use crate::layout::shape::Shaper;
use crate::layout::stamp::{Block, Meaning};
use crate::layout::style::Style;

const HEAD_TOP: f32 = 31.0;

impl Composer<'_> {
    pub(super) fn furnish(
        &self,
        pages: &mut [Page],
        digest: &str,
        watermark: Watermark,
        shaper: &mut Shaper<'_>,
    ) -> Result<(), DocumentError> {
        let ([left, right], foot_top) = (self.sheet.extent(), self.sheet.foot);
        let count = pages.len();
        let title = self.one_line(&self.front.title);
        let head = self.fitted(&title, 300.0, shaper)?;
        let number = self.fitted(&self.number_and_version(), self.sheet.text_width() - 310.0, shaper)?;
        let foot = self.digest_line(digest, shaper)?;
        let prevails = self.prevails(shaper)?;
        for (index, page) in pages.iter_mut().enumerate() {
            if index > 0 {
                head.stamp(page, left, HEAD_TOP, Align::Left, &mut Meaning::Artifact(Mark::Header));
                let from = left + 310.0;
                number.stamp(page, from, HEAD_TOP, Align::Right, &mut Meaning::Artifact(Mark::Header));
            }
            let (from, to) = ([left, self.sheet.foot_rule], [right, self.sheet.foot_rule]);
            page.decorate(Mark::Footer, Item::Rule { from, to, width: 0.5, colour: RULE });
            let said = match &prevails {
                Some(prevails) if index == 0 => prevails,
                _ => &foot,
            };
            said.stamp(page, left, foot_top, Align::Left, &mut Meaning::Artifact(Mark::Footer));
            let place = messages::document_paper_page(
                tongue(self.main()),
                (index + 1).to_string(),
                count.to_string(),
            );
            let place = self.block(&place, 80.0, shaper)?;
            place.stamp(page, right - 80.0, foot_top, Align::Right, &mut Meaning::Artifact(Mark::Footer));
        }
        if watermark == Watermark::Draft {
            let items = self.draft(shaper)?;
            for page in pages {
                page.underlay(Mark::Watermark, items.clone());
            }
        }
        Ok(())
    }

    /// `HC-2026-014 / PA-01 · v1`; of what is never issued there are no versions.
    pub(super) fn number_and_version(&self) -> String {
        let Front { number, version, .. } = self.front;
        match self.form.closing {
            Closing::Signatures => messages::document_paper_number_and_version(
                tongue(self.main()),
                number.as_str(),
                version.to_string(),
            ),
            Closing::Open => number.clone(),
        }
    }

    fn block(&self, text: &str, width: f32, shaper: &mut Shaper<'_>) -> Result<Block, DocumentError> {
        let style = self.style.furniture;
        let spans = [Span { text: text.to_owned(), language: self.main(), style }];
        Block::set(shaper, &spans, self.main(), width, Fill::First, "title")
    }

    /// One line, its end cut off where it is too long.
    fn fitted(&self, text: &str, width: f32, shaper: &mut Shaper<'_>) -> Result<Block, DocumentError> {
        let whole = self.block(text, width, shaper)?;
        if whole.lines() <= 1 {
            return Ok(whole);
        }
        let letters: Vec<char> = text.chars().collect();
        let (mut low, mut high) = (0, letters.len());
        while low + 1 < high {
            let middle = usize::midpoint(low, high);
            let cut: String = letters[..middle].iter().collect();
            let fits = self.block(&format!("{}…", cut.trim_end()), width, shaper)?.lines() <= 1;
            if fits { low = middle } else { high = middle }
        }
        let cut: String = letters[..low].iter().collect();
        self.block(&format!("{}…", cut.trim_end()), width, shaper)
    }

    fn digest_line(&self, digest: &str, shaper: &mut Shaper<'_>) -> Result<Block, DocumentError> {
        let style = self.style.furniture;
        let mut spans = self.label(messages::document_paper_record_digest, style).spans;
        let text = format!("  {}", short_digest(digest));
        spans.push(Span { text, language: self.main(), style });
        Block::set(shaper, &spans, self.main(), 360.0, Fill::First, "")
    }

    fn prevails(&self, shaper: &mut Shaper<'_>) -> Result<Option<Block>, DocumentError> {
        let Some(language) = self.front.prevailing_language else { return Ok(None) };
        let phrase = match language {
            Language::En => messages::document_paper_prevails_en,
            Language::Zh => messages::document_paper_prevails_zh,
        };
        let mut spans = self.label(phrase, self.style.furniture).spans;
        if let [first, _] = &mut spans[..] {
            first.text.push_str("· ");
        }
        Block::set(shaper, &spans, self.main(), 360.0, Fill::First, "").map(Some)
    }

    fn draft(&self, shaper: &mut Shaper<'_>) -> Result<Vec<Item>, DocumentError> {
        let style = Style::new(88.0, Weight::Strong, DRAFT);
        let spans = self.label(messages::document_paper_draft, style).spans;
        let block = Block::set(shaper, &spans, self.main(), 2000.0, Fill::First, "")?;
        let half = block.width() / 2.0 * std::f32::consts::FRAC_1_SQRT_2;
        Ok(block.turned(self.sheet.width / 2.0 - half + 24.0, self.sheet.height / 2.0 + half + 24.0, 45.0))
    }
}
