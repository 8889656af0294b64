//! Paragraphs of a paper: texts of the record and fixed words, in the languages of the edition.

use hefu_domain::text::{Language, Text};
use hefu_paper_words as messages;

use super::composer::Composer;
use super::words::{Phrase, tongue};
use crate::layout::glyphs::Span;
use crate::layout::lines::Fill;
use crate::layout::row::{Align, Paragraph};
use crate::layout::style::Style;
use crate::layout::tree::Role;

impl Composer<'_> {
    /// A text of the record, one paragraph a language.
    pub(crate) fn sides(&self, text: &Text, place: &str, style: Style) -> Vec<Paragraph> {
        self.languages()
            .iter()
            .map(|language| {
                let place = format!("{place}/{}", key(*language));
                self.text(*language, self.words(text, *language), style, place)
            })
            .collect()
    }

    /// The words of one side; a dash where a draft has none.
    pub(crate) fn words(&self, text: &Text, language: Language) -> String {
        let words = &text.side(language).words;
        if words.trim().is_empty() && !text.is_blank() {
            return messages::document_paper_none(tongue(language));
        }
        words.clone()
    }

    pub(crate) fn text(&self, language: Language, text: String, style: Style, place: String) -> Paragraph {
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
    pub(crate) fn plain(&self, text: &str, style: Style, place: &str) -> Vec<Paragraph> {
        vec![self.text(self.main(), text.to_owned(), style, place.to_owned())]
    }

    /// Fixed words, one short paragraph a language, one above the other.
    pub(crate) fn stacked(
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
    pub(crate) fn label(&self, phrase: Phrase, style: Style) -> Paragraph {
        self.label_of(|language| phrase(tongue(language)), style)
    }

    /// Short words in one line, each language once.
    pub(crate) fn label_of(&self, say: impl Fn(Language) -> String, style: Style) -> Paragraph {
        let mut spans: Vec<Span> = Vec::new();
        for language in self.languages() {
            let text = match language {
                Language::En => say(*language),
                Language::Zh => joined(&say(*language)),
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
    pub(crate) fn inline(&self, spans: Vec<Span>, place: String) -> Paragraph {
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
    pub(crate) fn per_language(
        &self,
        phrase: impl Fn(Language) -> String,
        style: Style,
    ) -> Vec<Vec<Paragraph>> {
        let one = |language: &Language| vec![self.text(*language, phrase(*language), style, String::new())];
        self.languages().iter().map(one).collect()
    }

    /// Both languages in one paragraph; once where they are the same.
    pub(crate) fn joined(&self, text: &Text, place: &str, style: Style, between: &str) -> Paragraph {
        let mut spans: Vec<Span> = Vec::new();
        for language in self.languages() {
            let words = self.words(text, *language);
            if let Some(last) = spans.last_mut() {
                if last.text == words {
                    continue;
                }
                last.text.push_str(between);
            }
            spans.push(Span { text: words, language: *language, style });
        }
        self.inline(spans, format!("{place}/{}", key(self.main())))
    }

    /// Both sides as one line: `Preliminary Acceptance Report · 初步验收报告`.
    pub(crate) fn one_line(&self, text: &Text) -> String {
        let sides: Vec<String> =
            self.languages().iter().map(|language| self.words(text, *language)).collect();
        match &sides[..] {
            [en, zh] if en != zh => messages::document_paper_bilingual(tongue(self.main()), en, zh),
            others => others.first().cloned().unwrap_or_default(),
        }
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

/// The language as a place names it: `title/zh`.
pub(crate) fn key(language: Language) -> &'static str {
    match language {
        Language::En => "en",
        Language::Zh => "zh",
    }
}
