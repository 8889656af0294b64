//! The cover: number and version above, the title in the middle, the parties below.

use hefu_domain::document::Edition;
use hefu_domain::text::Language;
use hefu_paper_words as messages;

use super::composer::Composer;
use super::front::Party;
use super::parties::contract_line;
use super::text::key;
use super::typography::INK;
use super::words::{self, Phrase, tongue};
use crate::error::DocumentError;
use crate::layout::glyphs::Span;
use crate::layout::lines::Fill;
use crate::layout::page::{Item, Mark, Page};
use crate::layout::row::Align;
use crate::layout::shape::Shaper;
use crate::layout::stamp::{Block, Meaning};
use crate::layout::style::Style;
use crate::layout::tree::{NodeId, Role, Tree};

const TITLE_TOP: f32 = 246.0;
const BESIDE: f32 = 23.0;
const LABELS: f32 = 89.0;
/// From the middle to the second language of a fact, and the room before it.
const SECOND: f32 = 44.36;
const BETWEEN: f32 = 10.3;
/// Titles are set in the first of these sizes, relative to the look's, that keeps them to a quarter page.
const TITLE_SIZES: [f32; 4] = [1.0, 0.74, 0.56, 0.42];
const TITLE_HEIGHT: f32 = 190.0;

/// A fact at the foot of the cover.
struct Fact {
    label: Phrase,
    /// One a language, with where it comes from.
    values: Vec<(Language, String, String)>,
}

/// Where on the cover, and where from.
struct At<'p> {
    place: &'p str,
    x: f32,
    top: f32,
    width: f32,
    align: Align,
}

impl Composer<'_> {
    pub(super) fn cover(&mut self, shaper: &mut Shaper<'_>) -> Result<Page, DocumentError> {
        let mut page = Page::new(self.sheet.width, self.sheet.height);
        let node = self.tree.add(Tree::ROOT, Role::Section, None);
        self.numbers(&mut page, node, shaper)?;
        self.logo(&mut page, node)?;
        self.titles_on_cover(&mut page, node, shaper)?;
        self.facts_on_cover(&mut page, node, shaper)?;
        Ok(page)
    }

    fn numbers(
        &mut self,
        page: &mut Page,
        node: NodeId,
        shaper: &mut Shaper<'_>,
    ) -> Result<(), DocumentError> {
        let style = self.style.cover;
        let number = vec![Span { text: self.front.number.clone(), language: self.main(), style }];
        let half = self.sheet.text_width() * 0.62;
        let at = At { place: "number", x: self.sheet.left, top: 58.0, width: half, align: Align::Left };
        self.stamp(page, node, shaper, &number, &at)?;
        let mut versions: Vec<Span> = Vec::new();
        for language in self.languages() {
            if let Some(last) = versions.last_mut() {
                last.text.push_str(" · ");
            }
            let text = messages::document_paper_version(tongue(*language), self.front.version.to_string());
            versions.push(Span { text, language: *language, style });
        }
        let width = self.sheet.text_width() - half;
        let at = At { place: "version", x: self.sheet.left + half, top: 58.0, width, align: Align::Right };
        self.stamp(page, node, shaper, &versions, &at)?;
        Ok(())
    }

    fn titles_on_cover(
        &mut self,
        page: &mut Page,
        section: NodeId,
        shaper: &mut Shaper<'_>,
    ) -> Result<(), DocumentError> {
        let front = self.front;
        let ([left, right], middle) = (self.sheet.extent(), self.sheet.middle());
        let columns = match self.edition {
            Edition::SideBySide => {
                vec![[left, middle - 14.0 - left], [middle + BESIDE, right - middle - BESIDE]]
            }
            Edition::En | Edition::Zh => vec![[left, (right - left) * 0.82]],
        };
        let languages = self.languages();
        let mut titles = Vec::new();
        for (language, [_, width]) in languages.iter().zip(&columns) {
            titles.push(self.title_block(*language, *width, shaper)?);
        }
        // One size for both, the smaller one.
        let smallest = titles.iter().map(|(size, _)| *size).max().unwrap_or(0);
        let mut blocks = Vec::new();
        for (language, [_, width]) in languages.iter().zip(&columns) {
            blocks.push(self.title_at(*language, *width, smallest, shaper)?);
        }
        let heading = self.tree.add(section, Role::Heading1, None);
        let height = blocks.iter().map(|block| block.height).fold(0.0, f32::max);
        for (block, [x, _]) in blocks.iter().zip(&columns) {
            let mut meaning = Meaning::Node { tree: &mut self.tree, node: heading, page: 0 };
            block.stamp(page, *x, TITLE_TOP, Align::Left, &mut meaning);
        }
        let mut bottom = TITLE_TOP + height;
        for (index, (language, [x, width])) in languages.iter().zip(&columns).enumerate() {
            let text = self.words(&front.project_title, *language);
            let span = vec![Span { text, language: *language, style: self.style.subtitle }];
            let top = TITLE_TOP + blocks[index].height + 14.0;
            let place = format!("project_title/{}", key(*language));
            let at = At { place: &place, x: *x, top, width: *width, align: Align::Left };
            let end = self.stamp(page, section, shaper, &span, &at)?;
            bottom = bottom.max(end);
        }
        if self.edition == Edition::SideBySide {
            let (from, to) = ([middle, TITLE_TOP + 2.0], [middle, bottom + 4.0]);
            page.decorate(Mark::Layout, Item::Rule { from, to, width: 0.9, colour: INK });
        }
        Ok(())
    }

    fn title_block(
        &self,
        language: Language,
        width: f32,
        shaper: &mut Shaper<'_>,
    ) -> Result<(usize, Block), DocumentError> {
        let last = TITLE_SIZES.len() - 1;
        for size in 0..last {
            let block = self.title_at(language, width, size, shaper)?;
            if block.height <= TITLE_HEIGHT && block.width() <= width {
                return Ok((size, block));
            }
        }
        Ok((last, self.title_at(language, width, last, shaper)?))
    }

    fn title_at(
        &self,
        language: Language,
        width: f32,
        size: usize,
        shaper: &mut Shaper<'_>,
    ) -> Result<Block, DocumentError> {
        let full = self.style.title;
        let style = Style { size: full.size * TITLE_SIZES[size], ..full }.tight();
        let text = self.words(&self.front.title, language);
        let spans = vec![Span { text, language, style }];
        Block::set(shaper, &spans, language, width, Fill::Balanced, &format!("title/{}", key(language)))
    }

    fn facts_on_cover(
        &mut self,
        page: &mut Page,
        section: NodeId,
        shaper: &mut Shaper<'_>,
    ) -> Result<(), DocumentError> {
        let facts = self.cover_facts();
        let ([left, right], second) = (self.sheet.extent(), self.sheet.middle() + SECOND);
        let columns = match self.edition {
            Edition::SideBySide => {
                vec![[left + LABELS, second - left - LABELS - BETWEEN], [second, right - second]]
            }
            Edition::En | Edition::Zh => vec![[left + LABELS + 14.0, right - left - LABELS - 14.0]],
        };
        let mut rows = Vec::new();
        for fact in &facts {
            let label = self.label(fact.label, self.style.cover_label);
            let label = Block::set(shaper, &label.spans, self.main(), LABELS - 4.0, Fill::First, "")?;
            let mut values = Vec::new();
            for ((language, text, place), [_, width]) in fact.values.iter().zip(&columns) {
                let span = [Span { text: text.clone(), language: *language, style: self.style.cover }];
                values.push(Block::set(shaper, &span, *language, *width, Fill::First, place)?);
            }
            let height = values.iter().map(|value| value.height).fold(label.height, f32::max);
            rows.push((label, values, height));
        }
        let gap = 7.0;
        let total: f32 = rows.iter().map(|(_, _, height)| height + gap).sum();
        let mut y = self.sheet.bottom - 20.0 - total;
        for ((label, values, height), fact) in rows.iter().zip(&facts) {
            let node = self.tree.add(section, Role::Paragraph, None);
            let mut meaning = Meaning::Node { tree: &mut self.tree, node, page: 0 };
            label.stamp(page, left, y, Align::Left, &mut meaning);
            for ((value, [x, _]), (language, _, _)) in values.iter().zip(&columns).zip(&fact.values) {
                let node = self.tree.add(section, Role::Paragraph, Some(*language));
                let mut meaning = Meaning::Node { tree: &mut self.tree, node, page: 0 };
                value.stamp(page, *x, y, Align::Left, &mut meaning);
            }
            y += height + gap;
        }
        Ok(())
    }

    fn cover_facts(&self) -> Vec<Fact> {
        let front = self.front;
        let mut facts: Vec<Fact> =
            front.parties.iter().enumerate().map(|(at, party)| self.party_fact(at, party)).collect();
        let both = |words: &dyn Fn(Language) -> String, place: &str| {
            self.languages().iter().map(|each| (*each, words(*each), place.to_owned())).collect()
        };
        let contract = &front.contract;
        facts.push(Fact {
            label: messages::document_paper_contract,
            values: both(
                &|language| contract_line(language, &contract.number, contract.date),
                "contract/number",
            ),
        });
        facts.push(Fact {
            label: messages::document_paper_issued,
            values: both(&|language| words::date(language, front.date), "date"),
        });
        facts
    }

    fn party_fact(&self, at: usize, party: &Party) -> Fact {
        let name = |language: &Language| {
            let place = format!("parties/{}/name/{}", at + 1, key(*language));
            (*language, self.words(&party.name, *language), place)
        };
        Fact { label: words::party(party.role), values: self.languages().iter().map(name).collect() }
    }

    /// Sets spans where `at` says; gives back the lower edge.
    fn stamp(
        &mut self,
        page: &mut Page,
        section: NodeId,
        shaper: &mut Shaper<'_>,
        spans: &[Span],
        at: &At<'_>,
    ) -> Result<f32, DocumentError> {
        let language = spans.first().map_or(self.main(), |span| span.language);
        let node = self.tree.add(section, Role::Paragraph, Some(language));
        let block = Block::set(shaper, spans, language, at.width, Fill::First, at.place)?;
        let mut meaning = Meaning::Node { tree: &mut self.tree, node, page: 0 };
        block.stamp(page, at.x, at.top, at.align, &mut meaning);
        Ok(at.top + block.height)
    }
}
