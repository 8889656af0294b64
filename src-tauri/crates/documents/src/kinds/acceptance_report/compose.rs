//! The report's sections, in order, as rows.

use hefu_domain::document::{Edition, Look, Part};
use hefu_domain::text::{Language, Text};
use hefu_messages as messages;

use super::facts::AcceptanceReport;
use super::typography::{GUTTER, INK, JOINT, LEFT, MEASURE, MIDDLE, RIGHT, Type, languages, main_language};
use super::words::{self, Phrase, tongue};
use crate::layout::flow::Script;
use crate::layout::lines::Fill;
use crate::layout::row::{Align, Before, Bookmark, Cell, Content, Keep, Paragraph, Row, RuleBelow};
use crate::layout::shape::Span;
use crate::layout::style::Style;
use crate::layout::tree::{NodeId, Role, Tree};

/// Collects the rows of a report.
pub(super) struct Composer<'r> {
    pub(super) report: &'r AcceptanceReport,
    pub(super) edition: Edition,
    pub(super) style: Type,
    pub(super) tree: Tree,
    pub(super) script: Script,
    /// Number of the last numbered section.
    sections: u32,
    parts: u32,
}

impl<'r> Composer<'r> {
    pub(super) fn new(report: &'r AcceptanceReport, edition: Edition, look: Look) -> Self {
        Self {
            report,
            edition,
            style: Type::new(look, edition),
            tree: Tree::new(main_language(edition)),
            script: Script::default(),
            sections: 0,
            parts: 0,
        }
    }

    pub(super) fn languages(&self) -> &'static [Language] {
        languages(self.edition)
    }

    pub(super) fn main(&self) -> Language {
        main_language(self.edition)
    }

    /// All sections after the cover.
    pub(super) fn body(&mut self) {
        self.parties();
        let basis = self.section(messages::document_acceptance_report_section_basis);
        self.paragraphs(basis, Part::Basis);
        self.scope();
        self.delivery();
        self.findings();
        self.conclusion();
        self.evidence();
        self.signatures();
        self.signing_record();
    }

    fn delivery(&mut self) {
        let parts = [Part::Schedule, Part::Tests, Part::TrialRun, Part::Compliance, Part::Training];
        let node = self.section(messages::document_acceptance_report_section_delivery);
        for part in parts {
            if self.report.paragraphs.iter().any(|paragraph| paragraph.part == part) {
                self.part(node, words::part(part));
                self.paragraphs(node, part);
            }
        }
    }

    /// A numbered section; gives back its node.
    pub(super) fn section(&mut self, title: Phrase) -> NodeId {
        self.sections += 1;
        self.parts = 0;
        let number = self.sections.to_string();
        let before = if self.sections == 1 { Before::NewPage } else { Before::Gap(30.0) };
        self.titled(title, Some(&number), before)
    }

    /// A section with its title, on a new page where `before` says so.
    pub(super) fn titled(&mut self, title: Phrase, number: Option<&str>, before: Before) -> NodeId {
        let node = self.tree.add(Tree::ROOT, Role::Section, None);
        let titles = self.titles(title, number);
        let style = self.style.section;
        let bookmark = self.bookmark(1, title, number);
        let row = self.heading(&titles, style, Role::Heading2, before, bookmark);
        let row = Row { pad: [0.0, 7.0], below: Some(RuleBelow { width: 0.9, colour: INK }), ..row };
        self.script.row(node, row);
        node
    }

    /// A part of the current section, with its title.
    pub(super) fn part(&mut self, section: NodeId, title: Phrase) {
        self.parts += 1;
        let number = format!("{}.{}", self.sections, self.parts);
        self.subtitle(section, title, Some(&number));
    }

    pub(super) fn subtitle(&mut self, section: NodeId, title: Phrase, number: Option<&str>) {
        let titles = self.titles(title, number);
        let style = self.style.part;
        let bookmark = self.bookmark(2, title, number);
        let row = self.heading(&titles, style, Role::Heading3, Before::Gap(17.0), bookmark);
        self.script.row(section, Row { pad: [0.0, 3.0], ..row });
    }

    fn titles(&self, title: Phrase, number: Option<&str>) -> Vec<(Language, String)> {
        self.languages()
            .iter()
            .map(|language| {
                let words = title(tongue(*language));
                let titled = match number {
                    Some(number) => {
                        messages::document_acceptance_report_numbered(tongue(*language), number, words)
                    }
                    None => words,
                };
                (*language, titled)
            })
            .collect()
    }

    /// `1 Parties and contract 当事各方与合同`.
    fn bookmark(&self, level: u8, title: Phrase, number: Option<&str>) -> Bookmark {
        let words = match self.edition {
            Edition::SideBySide => messages::document_acceptance_report_bookmark(
                tongue(self.main()),
                title(tongue(Language::En)),
                title(tongue(Language::Zh)),
            ),
            Edition::En | Edition::Zh => title(tongue(self.main())),
        };
        let title = match number {
            Some(number) => format!("{number} {words}"),
            None => words,
        };
        Bookmark { level, title }
    }

    fn heading(
        &self,
        titles: &[(Language, String)],
        style: Style,
        role: Role,
        before: Before,
        bookmark: Bookmark,
    ) -> Row {
        let cells = titles
            .iter()
            .zip(self.columns(RIGHT - LEFT))
            .map(|((language, title), [x, width])| {
                let mut paragraph = self.text(*language, title.clone(), style, String::new());
                paragraph.role = None;
                Cell { x, width, role: None, columns: 1, contents: vec![Content::Paragraph(paragraph)] }
            })
            .collect();
        Row {
            role: Some(role),
            cells,
            before,
            pad: [0.0, 0.0],
            below: None,
            background: None,
            joint: None,
            extent: [LEFT, RIGHT],
            keep: Keep::WithNext,
            bookmark: Some(bookmark),
        }
    }

    /// Left edge and width of the column of each language.
    pub(super) fn columns(&self, single: f32) -> Vec<[f32; 2]> {
        match self.edition {
            Edition::SideBySide => {
                vec![[LEFT, MIDDLE - GUTTER - LEFT], [MIDDLE + GUTTER, RIGHT - MIDDLE - GUTTER]]
            }
            Edition::En | Edition::Zh => vec![[LEFT, single]],
        }
    }

    /// The paragraphs of the record for a part.
    pub(super) fn paragraphs(&mut self, section: NodeId, part: Part) {
        let report = self.report;
        let of_part = report.paragraphs.iter().filter(|paragraph| paragraph.part == part);
        for (at, paragraph) in of_part.enumerate() {
            let place = format!("paragraphs/{}/{}", part_key(part), at + 1);
            let row = self.pair(&paragraph.text, &place, self.style.body);
            self.script.row(section, Row { before: Before::Gap(if at == 0 { 8.0 } else { 0.0 }), ..row });
        }
    }

    /// A paragraph in the languages of the edition, with the joint between.
    pub(super) fn pair(&self, text: &Text, place: &str, style: Style) -> Row {
        let paragraphs = self.sides(text, place, style);
        self.beside(paragraphs)
    }

    /// Fixed words in the languages of the edition, side by side.
    pub(super) fn phrase_row(&self, phrase: Phrase, style: Style) -> Row {
        let paragraphs = self
            .languages()
            .iter()
            .map(|language| self.text(*language, phrase(tongue(*language)), style, String::new()))
            .collect();
        self.beside(paragraphs)
    }

    fn beside(&self, paragraphs: Vec<Paragraph>) -> Row {
        let cells = paragraphs
            .into_iter()
            .zip(self.columns(MEASURE))
            .map(|(paragraph, [x, width])| Cell {
                x,
                width,
                role: None,
                columns: 1,
                contents: vec![Content::Paragraph(paragraph)],
            })
            .collect();
        let joint = (self.edition == Edition::SideBySide).then_some((MIDDLE, JOINT));
        Row { joint, ..Row::plain(cells, [LEFT, RIGHT]) }
    }

    /// A text of the record, one paragraph a language.
    pub(super) fn sides(&self, text: &Text, place: &str, style: Style) -> Vec<Paragraph> {
        self.languages()
            .iter()
            .map(|language| {
                let place = format!("{place}/{}", key(*language));
                self.text(*language, self.words(text, *language), style, place)
            })
            .collect()
    }

    /// The words of one side; a dash where a draft has none.
    pub(super) fn words(&self, text: &Text, language: Language) -> String {
        let words = &text.side(language).words;
        if words.trim().is_empty() && !text.is_blank() {
            return messages::document_acceptance_report_none(tongue(language));
        }
        words.clone()
    }

    pub(super) fn text(&self, language: Language, text: String, style: Style, place: String) -> Paragraph {
        Paragraph {
            spans: vec![Span { text, language, style }],
            language,
            role: Some(Role::Paragraph),
            place,
            align: Align::Left,
            fill: Fill::First,
            gap: 0.0,
        }
    }

    /// The same words whatever the language: numbers, file names, digests.
    pub(super) fn plain(&self, text: &str, style: Style, place: &str) -> Vec<Paragraph> {
        vec![self.text(self.main(), text.to_owned(), style, place.to_owned())]
    }

    /// Fixed words, one short paragraph a language, one above the other.
    pub(super) fn stacked(
        &self,
        phrase: impl Fn(Language) -> String,
        style: Style,
        place: &str,
    ) -> Vec<Paragraph> {
        let mut paragraphs: Vec<Paragraph> = Vec::new();
        for language in self.languages() {
            let words = phrase(*language);
            // What reads the same in both languages is printed once.
            if paragraphs.iter().any(|paragraph| paragraph.spans[0].text == words) {
                continue;
            }
            let mut paragraph = self.text(*language, words, style, format!("{place}/{}", key(*language)));
            paragraph.gap = if paragraphs.is_empty() { 0.0 } else { -style.size * 0.1 };
            paragraphs.push(paragraph);
        }
        paragraphs
    }

    /// Fixed words in one line: `Client 甲方`.
    pub(super) fn label(&self, phrase: Phrase, style: Style) -> Paragraph {
        let mut spans: Vec<Span> = Vec::new();
        for language in self.languages() {
            let text = match language {
                Language::En => phrase(tongue(*language)),
                Language::Zh => joined(&phrase(tongue(*language))),
            };
            if let Some(last) = spans.last_mut() {
                if last.text == text {
                    continue;
                }
                last.text.push(' ');
            }
            spans.push(Span { text, language: *language, style });
        }
        self.inline(spans, String::new())
    }

    /// Spans of several languages as one paragraph.
    pub(super) fn inline(&self, spans: Vec<Span>, place: String) -> Paragraph {
        Paragraph {
            spans,
            language: self.main(),
            role: Some(Role::Paragraph),
            place,
            align: Align::Left,
            fill: Fill::First,
            gap: 0.0,
        }
    }

    /// One phrase a language, each for its own column.
    pub(super) fn per_language(
        &self,
        phrase: impl Fn(Language) -> String,
        style: Style,
    ) -> Vec<Vec<Paragraph>> {
        let one = |language: &Language| vec![self.text(*language, phrase(*language), style, String::new())];
        self.languages().iter().map(one).collect()
    }
}

/// A short Chinese label that no line breaks: word joiners between its characters.
fn joined(label: &str) -> String {
    let mut whole = String::with_capacity(label.len() * 2);
    for (at, character) in label.chars().enumerate() {
        if at > 0 {
            whole.push('\u{2060}');
        }
        whole.push(character);
    }
    whole
}

pub(crate) fn key(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::Zh => "zh",
    }
}

fn part_key(part: Part) -> &'static str {
    match part {
        Part::Basis => "basis",
        Part::Scope => "scope",
        Part::Schedule => "schedule",
        Part::Tests => "tests",
        Part::TrialRun => "trial_run",
        Part::Compliance => "compliance",
        Part::Training => "training",
        Part::OpenIssues => "open_issues",
        Part::Payment => "payment",
        Part::Conclusion => "conclusion",
        Part::Signature => "signature",
        Part::Language => "language",
    }
}
