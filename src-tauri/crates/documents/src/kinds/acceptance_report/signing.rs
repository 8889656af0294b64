//! The pages that are signed: a box for each signer, and a row of the signing record 签署记录 for each.

use hefu_domain::document::Part;
use hefu_domain::text::Text;
use hefu_messages as messages;

use super::compose::{Composer, key};
use super::facts::Signer;
use super::typography::{GUTTER, LEFT, MIDDLE, RIGHT, RULE};
use super::words::{self, tongue};
use crate::layout::page::FieldKind;
use crate::layout::row::{Before, Cell, Content, FieldBox, Paragraph, Row};
use crate::layout::shape::Span;
use crate::layout::style::Style;
use crate::layout::tree::{NodeId, Role};

const BOX_HEIGHT: f32 = 96.0;
const RECORD_HEIGHT: f32 = 100.0;
/// Width of the names beside the rows of the record.
const NAMES: f32 = 118.0;

impl Composer<'_> {
    pub(super) fn signatures(&mut self) {
        let title = messages::document_acceptance_report_section_signatures;
        let node = self.titled(title, None, Before::NewPage);
        self.paragraphs(node, Part::Signature);
        let report = self.report;
        for (at, pair) in report.signers.chunks(2).enumerate() {
            let columns = [[LEFT, MIDDLE - GUTTER - LEFT], [MIDDLE + GUTTER, RIGHT - MIDDLE - GUTTER]];
            let cells = pair
                .iter()
                .zip(columns)
                .zip(at * 2 + 1..)
                .map(|((signer, [x, width]), position)| Cell {
                    x,
                    width,
                    role: None,
                    columns: 1,
                    contents: self.signature(signer, position),
                })
                .collect();
            self.script.row(node, bare(cells, 20.0));
        }
        let note = self.phrase_row(messages::document_acceptance_report_wet_ink, self.style.small);
        self.script.row(node, Row { before: Before::Gap(22.0), ..note });
        self.paragraphs(node, Part::Language);
    }

    fn signature(&self, signer: &Signer, position: usize) -> Vec<Content> {
        let place = format!("signers/{position}");
        let role = self.label(words::signer(signer.role), self.style.strong);
        let field = FieldBox {
            name: format!("signature.{position}"),
            tip: self.tip(signer, FieldKind::Signature),
            kind: FieldKind::Signature,
            height: BOX_HEIGHT,
            gap: 4.0,
            outline: (0.6, RULE),
        };
        let mut name = self.joined(&signer.name, &format!("{place}/name"), self.style.body, " ");
        name.gap = 4.0;
        let small = self.style.small;
        let capacity = self.joined(&signer.capacity, &format!("{place}/capacity"), small, " · ");
        let organisation = self.joined(&signer.organisation, &format!("{place}/organisation"), small, " · ");
        let mut contents = vec![Content::Paragraph(role), Content::Field(field)];
        contents.extend([name, capacity, organisation].into_iter().map(Content::Paragraph));
        contents
    }

    pub(super) fn signing_record(&mut self) {
        let title = messages::document_acceptance_report_section_signing_record;
        let node = self.titled(title, None, Before::NewPage);
        let intro = self.phrase_row(messages::document_acceptance_report_record_intro, self.style.body);
        self.script.row(node, Row { before: Before::Gap(8.0), ..intro });
        let report = self.report;
        for (at, signer) in report.signers.iter().enumerate() {
            let position = at + 1;
            let place = format!("signers/{position}");
            let small = self.style.small;
            let number = self.text(self.main(), position.to_string(), small, String::new());
            let role = self.label(words::signer(signer.role), self.style.strong);
            let name = self.joined(&signer.name, &format!("{place}/name"), self.style.body, " ");
            let capacity = self.joined(&signer.capacity, &format!("{place}/capacity"), small, " · ");
            let names = Cell {
                x: LEFT,
                width: NAMES - 10.0,
                role: None,
                columns: 1,
                contents: [number, role, name, capacity].into_iter().map(Content::Paragraph).collect(),
            };
            let field = FieldBox {
                name: format!("record.{position}"),
                tip: self.tip(signer, FieldKind::Record),
                kind: FieldKind::Record,
                height: RECORD_HEIGHT,
                gap: 0.0,
                outline: (0.6, RULE),
            };
            let row = Cell {
                x: LEFT + NAMES,
                width: RIGHT - LEFT - NAMES,
                role: None,
                columns: 1,
                contents: vec![Content::Field(field)],
            };
            self.script.row(node, bare(vec![names, row], if at == 0 { 16.0 } else { 10.0 }));
        }
        self.heads(node);
    }

    /// The journal's heads and the digest of the record.
    fn heads(&mut self, node: NodeId) {
        if !self.report.heads.is_empty() {
            self.subtitle(node, messages::document_acceptance_report_record_heads, None);
            for head in &self.report.heads {
                let text = self.text(self.main(), head.clone(), self.style.small, "heads".into());
                let cell = Cell {
                    x: LEFT,
                    width: RIGHT - LEFT,
                    role: None,
                    columns: 1,
                    contents: vec![Content::Paragraph(text)],
                };
                self.script.row(node, Row { role: None, ..bare(vec![cell], 3.0) });
            }
        }
        let note = self.phrase_row(messages::document_acceptance_report_record_attachment, self.style.small);
        self.script.row(node, Row { before: Before::Gap(14.0), ..note });
    }

    /// Both languages in one paragraph; once where they are the same.
    fn joined(&self, text: &Text, place: &str, style: Style, between: &str) -> Paragraph {
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

    fn tip(&self, signer: &Signer, kind: FieldKind) -> String {
        let sides: Vec<String> = self
            .languages()
            .iter()
            .map(|language| {
                let speak = tongue(*language);
                let role = words::signer(signer.role)(speak);
                let name = self.words(&signer.name, *language);
                match kind {
                    FieldKind::Signature => {
                        messages::document_acceptance_report_field_signature(speak, name, role)
                    }
                    FieldKind::Record => messages::document_acceptance_report_field_record(speak, name, role),
                }
            })
            .collect();
        match &sides[..] {
            [en, zh] => messages::document_acceptance_report_bilingual(tongue(self.main()), en, zh),
            others => others.concat(),
        }
    }
}

/// A row of its own, which no page divides.
fn bare(cells: Vec<Cell>, gap: f32) -> Row {
    Row {
        role: Some(Role::Section),
        before: Before::Gap(gap),
        pad: [0.0, 0.0],
        ..Row::plain(cells, [LEFT, RIGHT])
    }
}
