//! The sections of a paper, in order, as rows.

use hefu_domain::document::{Edition, Look, Part};
use hefu_domain::text::{Language, Text};
use hefu_paper_words as messages;

use super::front::Front;
use super::sheet::{MEASURE, Sheet};
use super::table::{Extra, Grid};
use super::typography::{INK, JOINT, Type, languages, main_language};
use super::words::{Phrase, tongue};
use super::{Form, Opening};
use crate::layout::flow::RowList;
use crate::layout::row::{Before, Bookmark, Cell, Content, Keep, Paragraph, Row, RuleBelow};
use crate::layout::style::Style;
use crate::layout::tree::{NodeId, Role, Tree};

/// Collects the rows of a paper.
pub struct Composer<'r> {
    pub(crate) front: &'r Front,
    pub(crate) form: Form,
    pub(crate) sheet: Sheet,
    pub(crate) edition: Edition,
    pub(crate) style: Type,
    pub(crate) tree: Tree,
    pub(crate) script: RowList,
    /// Number of the last numbered section.
    sections: u32,
    parts: u32,
}

impl<'r> Composer<'r> {
    pub(super) fn new(front: &'r Front, form: Form, edition: Edition, look: Look) -> Self {
        Self {
            front,
            form,
            sheet: form.sheet,
            edition,
            style: Type::new(look, edition),
            tree: Tree::new(main_language(edition)),
            script: RowList::default(),
            sections: 0,
            parts: 0,
        }
    }

    /// The languages of the edition, in the order they are read.
    pub(crate) fn languages(&self) -> &'static [Language] {
        languages(self.edition)
    }

    /// The language that the paper declares.
    pub(crate) fn main(&self) -> Language {
        main_language(self.edition)
    }

    /// A numbered section; gives back its node.
    pub(crate) fn section(&mut self, title: Phrase) -> NodeId {
        self.sections += 1;
        self.parts = 0;
        let number = self.sections.to_string();
        let before = match (self.form.opening, self.sections) {
            (Opening::Cover, 1) => Before::NewPage,
            _ => Before::Gap(30.0),
        };
        self.titled(title, Some(&number), before)
    }

    /// A section with its title, on a new page where `before` says so.
    pub(crate) fn titled(&mut self, title: Phrase, number: Option<&str>, before: Before) -> NodeId {
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
    pub(crate) fn part(&mut self, section: NodeId, title: Phrase) {
        self.parts += 1;
        let number = format!("{}.{}", self.sections, self.parts);
        self.subtitle(section, title, Some(&number));
    }

    pub(crate) fn subtitle(&mut self, section: NodeId, title: Phrase, number: Option<&str>) {
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
                    Some(number) => messages::document_paper_numbered(tongue(*language), number, words),
                    None => words,
                };
                (*language, titled)
            })
            .collect()
    }

    /// `1 Parties and contract 当事各方与合同`.
    fn bookmark(&self, level: u8, title: Phrase, number: Option<&str>) -> Bookmark {
        let words = match self.edition {
            Edition::SideBySide => messages::document_paper_bookmark(
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
            .zip(self.columns(self.sheet.text_width()))
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
            joints: Vec::new(),
            extent: self.sheet.extent(),
            keep: Keep::WithNext,
            bookmark: Some(bookmark),
        }
    }

    /// A table of a number, a text a language, and these columns at the right.
    pub(crate) fn grid(&self, number: f32, extras: &[Extra]) -> Grid {
        Grid::new(&self.sheet, self.edition, number, extras)
    }

    /// Left edge and width of the column of each language.
    pub(crate) fn columns(&self, single: f32) -> Vec<[f32; 2]> {
        match self.edition {
            Edition::SideBySide => self.sheet.halves().to_vec(),
            Edition::En | Edition::Zh => vec![[self.sheet.left, single]],
        }
    }

    /// The paragraphs of the record for a part.
    pub(crate) fn paragraphs(&mut self, section: NodeId, part: Part) {
        let front = self.front;
        let of_part = front.paragraphs.iter().filter(|paragraph| paragraph.part == part);
        for (at, paragraph) in of_part.enumerate() {
            let place = format!("paragraphs/{}/{}", part.code(), at + 1);
            let row = self.pair(&paragraph.text, &place, self.style.body);
            self.script.row(section, Row { before: Before::Gap(if at == 0 { 8.0 } else { 0.0 }), ..row });
        }
    }

    /// A paragraph in the languages of the edition, with the joint between.
    pub(crate) fn pair(&self, text: &Text, place: &str, style: Style) -> Row {
        let paragraphs = self.sides(text, place, style);
        self.beside(paragraphs)
    }

    /// Fixed words in the languages of the edition, side by side.
    pub(crate) fn phrase_row(&self, phrase: Phrase, style: Style) -> Row {
        let paragraphs = self
            .languages()
            .iter()
            .map(|language| self.text(*language, phrase(tongue(*language)), style, String::new()))
            .collect();
        self.beside(paragraphs)
    }

    /// Paragraphs in their columns, one a language.
    pub(crate) fn beside(&self, paragraphs: Vec<Paragraph>) -> Row {
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
        let joint = (self.edition == Edition::SideBySide).then_some((self.sheet.middle(), JOINT));
        Row { joints: joint.into_iter().collect(), ..Row::plain(cells, self.sheet.extent()) }
    }
}
