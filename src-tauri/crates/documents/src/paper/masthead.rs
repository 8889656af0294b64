//! The masthead of a paper without a cover: its title, what project it is of, and whose it is, above the first section.

use hefu_domain::text::Language;
use hefu_paper_words as messages;

use super::composer::Composer;
use super::logo::Placed;
use super::text::key;
use super::typography::INK;
use super::words::{self, Phrase};
use crate::error::DocumentError;
use crate::layout::row::{Before, Cell, Content, Keep, Paragraph, Row, RuleBelow};
use crate::layout::style::Style;
use crate::layout::tree::{NodeId, Role, Tree};

/// Width of the labels beside the facts, and the room after them.
const LABELS: f32 = 92.0;
const BETWEEN: f32 = 10.0;

impl Composer<'_> {
    /// Title and project in the languages of the edition, then what else the reader looks for first. Gives back the
    /// logo, which is drawn when there is a page.
    pub(super) fn masthead(&mut self) -> Result<Option<Placed>, DocumentError> {
        let node = self.tree.add(Tree::ROOT, Role::Section, None);
        let logo = self.logo_beside(node)?;
        let number = self.plain(&self.number_and_version(), self.style.cover_label, "number");
        let whole = [self.sheet.left, self.sheet.text_width()];
        self.script.row(node, self.in_columns(number, &[whole]));

        let title = Style { size: self.style.title.size * 0.74, ..self.style.title }.tight();
        let mut titles = self.sides(&self.front.title, "title", title);
        titles.iter_mut().for_each(|title| title.role = None);
        let titles = self.in_columns(titles, &self.columns(self.sheet.text_width()));
        self.script.row(node, Row { role: Some(Role::Heading1), keep: Keep::WithNext, ..titles });

        let projects = self.sides(&self.front.project_title, "project_title", self.style.subtitle);
        let projects = self.in_columns(projects, &self.columns(self.sheet.text_width()));
        let below = Some(RuleBelow { width: 0.9, colour: INK });
        self.script.row(node, Row { pad: [1.0, 9.0], below, ..projects });
        self.facts_of_masthead(node);
        Ok(logo)
    }

    /// The parties, contract and day of issue, two facts to a row.
    fn facts_of_masthead(&mut self, node: NodeId) {
        let front = self.front;
        let mut facts: Vec<(Phrase, Paragraph)> = Vec::new();
        for (at, party) in front.parties.iter().enumerate() {
            let place = format!("parties/{}/name", at + 1);
            facts.push((words::party(party.role), self.joined(&party.name, &place, self.style.body, " ")));
        }
        if !front.contract.number.is_empty() {
            let number = self.plain(&front.contract.number, self.style.body, "contract/number");
            facts.extend(number.into_iter().map(|number| {
                let label: Phrase = messages::document_paper_contract_number;
                (label, number)
            }));
        }
        let dated = self.said(|language| words::date(language, front.date), self.style.body, "date");
        facts.push((self.form.dated(), dated));
        let halves = self.sheet.halves();
        for (at, pair) in facts.chunks(2).enumerate() {
            let cells = pair.iter().zip(halves).flat_map(|((label, value), [x, width])| {
                let label = self.label(*label, self.style.label);
                [cell(x, LABELS, label), cell(x + LABELS + BETWEEN, width - LABELS - BETWEEN, value.clone())]
            });
            let row = Row::plain(cells.collect(), self.sheet.extent());
            let before = Before::Gap(if at == 0 { 8.0 } else { 0.0 });
            self.script.row(node, Row { before, pad: [2.0, 2.0], ..row });
        }
    }

    fn in_columns(&self, paragraphs: Vec<Paragraph>, columns: &[[f32; 2]]) -> Row {
        let cells = paragraphs.into_iter().zip(columns).map(|(each, [x, width])| cell(*x, *width, each));
        Row::plain(cells.collect(), self.sheet.extent())
    }

    /// Words made here in one paragraph, each language once.
    fn said(&self, words: impl Fn(Language) -> String, style: Style, place: &str) -> Paragraph {
        let spans = self.stacked(words, style, place).into_iter().flat_map(|each| each.spans);
        let mut spans: Vec<_> = spans.collect();
        if let [first, _] = &mut spans[..] {
            first.text.push_str(" · ");
        }
        self.inline(spans, format!("{place}/{}", key(self.main())))
    }
}

fn cell(x: f32, width: f32, paragraph: Paragraph) -> Cell {
    Cell { x, width, role: None, columns: 1, contents: vec![Content::Paragraph(paragraph)] }
}
