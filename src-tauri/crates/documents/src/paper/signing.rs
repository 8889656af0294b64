//! The pages that are signed: a box for each signer, and a row of the signing record 签署记录 for each.

use hefu_domain::document::{Part, Party};
use hefu_paper_words as messages;

use super::composer::Composer;
use super::front::Signer;
use super::sheet::Sheet;
use super::text::key;
use super::typography::RULE;
use super::words::{self, tongue};
use crate::layout::page::FieldKind;
use crate::layout::row::{Before, Cell, Content, FieldBox, Keep, Row};
use crate::layout::tree::{NodeId, Role};

const BOX_HEIGHT: f32 = 96.0;
const RECORD_HEIGHT: f32 = 100.0;
/// Width of the names beside the rows of the record.
const NAMES: f32 = 118.0;

impl Composer<'_> {
    pub(crate) fn signatures(&mut self) {
        let title = messages::document_paper_section_signatures;
        let node = self.titled(title, None, Before::NewPage);
        self.paragraphs(node, Part::Signature);
        let front = self.front;
        let places = self.sheet.signers();
        for (at, together) in front.signers.chunks(places.len()).enumerate() {
            let cells = together
                .iter()
                .zip(&places)
                .zip(at * places.len() + 1..)
                .map(|((signer, [x, width]), position)| Cell {
                    x: *x,
                    width: *width,
                    role: None,
                    columns: 1,
                    contents: self.signature(signer, position),
                })
                .collect();
            self.script.row(node, bare(&self.sheet, cells, 20.0));
        }
        self.waivers(node);
        let note = self.phrase_row(messages::document_paper_wet_ink, self.style.small);
        self.script.row(node, Row { before: Before::Gap(22.0), ..note });
        self.paragraphs(node, Part::Language);
    }

    /// A line for each party that does not sign, with its reason.
    fn waivers(&mut self, node: NodeId) {
        let front = self.front;
        for (paragraph, party) in front.paragraphs.iter().filter_map(|p| Some((p, p.part.waives()?))) {
            let say = |language| {
                let reason = self.words(&paragraph.text, language);
                let reason = reason.trim_end_matches(['.', '。']);
                let speak = tongue(language);
                messages::document_paper_does_not_sign(speak, code(party), (self.form.noun)(speak), reason)
            };
            let place = format!("paragraphs/{}", paragraph.part.code());
            let sides = self.languages().iter().map(|language| {
                self.text(*language, say(*language), self.style.body, format!("{place}/{}", key(*language)))
            });
            let row = self.beside(sides.collect());
            self.script.row(node, Row { before: Before::Gap(16.0), ..row });
        }
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

    pub(crate) fn signing_record(&mut self) {
        let title = messages::document_paper_section_signing_record;
        let node = self.titled(title, None, Before::NewPage);
        let intro = self.phrase_row(messages::document_paper_record_intro, self.style.body);
        self.script.row(node, Row { before: Before::Gap(8.0), ..intro });
        let front = self.front;
        for (at, signer) in front.signers.iter().enumerate() {
            let position = at + 1;
            let place = format!("signers/{position}");
            let small = self.style.small;
            let number = self.text(self.main(), position.to_string(), small, String::new());
            let role = self.label(words::signer(signer.role), self.style.strong);
            let name = self.joined(&signer.name, &format!("{place}/name"), self.style.body, " ");
            let capacity = self.joined(&signer.capacity, &format!("{place}/capacity"), small, " · ");
            let names = Cell {
                x: self.sheet.left,
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
                x: self.sheet.left + NAMES,
                width: self.sheet.text_width() - NAMES,
                role: None,
                columns: 1,
                contents: vec![Content::Field(field)],
            };
            self.script.row(node, bare(&self.sheet, vec![names, row], if at == 0 { 16.0 } else { 10.0 }));
        }
        self.heads(node);
    }

    /// The journal's heads and the digest of the record.
    fn heads(&mut self, node: NodeId) {
        if !self.front.heads.is_empty() {
            self.subtitle(node, messages::document_paper_record_heads, None);
            for head in &self.front.heads {
                let text = self.text(self.main(), head.clone(), self.style.small, "heads".into());
                let cell = Cell {
                    x: self.sheet.left,
                    width: self.sheet.text_width(),
                    role: None,
                    columns: 1,
                    contents: vec![Content::Paragraph(text)],
                };
                self.script
                    .row(node, Row { role: None, keep: Keep::Free, ..bare(&self.sheet, vec![cell], 3.0) });
            }
        }
        let said = self.languages().iter().map(|language| {
            let words = self.form.attached(*language);
            self.text(*language, words, self.style.small, String::new())
        });
        let note = self.beside(said.collect());
        self.script.row(node, Row { before: Before::Gap(14.0), ..note });
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
                    FieldKind::Signature => messages::document_paper_field_signature(speak, name, role),
                    FieldKind::Record => messages::document_paper_field_record(speak, name, role),
                }
            })
            .collect();
        match &sides[..] {
            [en, zh] => messages::document_paper_bilingual(tongue(self.main()), en, zh),
            others => others.concat(),
        }
    }
}

/// A party as its message knows it.
fn code(party: Party) -> &'static str {
    match party {
        Party::Vendor => "vendor",
        Party::Client => "client",
        Party::Supervisor => "supervisor",
    }
}

/// A row of its own, which no page divides.
fn bare(sheet: &Sheet, cells: Vec<Cell>, gap: f32) -> Row {
    Row {
        role: Some(Role::Section),
        before: Before::Gap(gap),
        pad: [0.0, 0.0],
        keep: Keep::Whole,
        ..Row::plain(cells, sheet.extent())
    }
}
