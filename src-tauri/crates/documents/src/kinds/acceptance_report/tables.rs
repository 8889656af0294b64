//! Sections that are one table or two: parties, scope, evidence; and what all tables share.

use chrono::NaiveDate;
use hefu_domain::document::Part;
use hefu_domain::text::Language;
use hefu_messages as messages;

use super::compose::{Composer, key};
use super::facts::Money;
use super::table::{self, Extra, Grid, Values, right};
use super::typography::{GREY, SLATE};
use super::words::{self, Phrase, tongue};
use crate::layout::row::{Align, Before, Keep, Paragraph, Row};
use crate::layout::tree::NodeId;

impl Composer<'_> {
    /// The head of a table: number, text, and the columns at the right.
    pub(super) fn head(&self, grid: &Grid, number: Phrase, text: Phrase, extras: &[(Phrase, Align)]) -> Row {
        let style = self.style.head;
        let numbers = vec![self.text(self.main(), number(tongue(self.main())), style, String::new())];
        let values = Values {
            number: numbers,
            texts: self.per_language(|language| text(tongue(language)), style),
            extras: extras
                .iter()
                .map(|(phrase, align)| {
                    let label = vec![self.label(*phrase, style)];
                    if *align == Align::Right { right(label) } else { label }
                })
                .collect(),
        };
        table::head(grid, values)
    }

    pub(super) fn dates(&self, date: Option<NaiveDate>, place: &str) -> Vec<Paragraph> {
        let style = self.style.small.colour(SLATE);
        let words = |language| match date {
            Some(date) => words::date(language, date),
            None => messages::document_acceptance_report_none(tongue(language)),
        };
        self.stacked(words, style, place)
    }

    pub(super) fn number(&self, number: &str, place: &str) -> Vec<Paragraph> {
        self.plain(number, self.style.body.colour(GREY), place)
    }

    pub(super) fn parties(&mut self) {
        let node = self.section(messages::document_acceptance_report_section_parties);
        let grid = Grid::new(self.edition, 116.0, &[]);
        let head = self.head(
            &grid,
            messages::document_acceptance_report_column_party,
            messages::document_acceptance_report_column_particulars,
            &[],
        );
        let report = self.report;
        let mut facts: Vec<(Phrase, Vec<Paragraph>)> = Vec::new();
        for (at, party) in report.parties.iter().enumerate() {
            let place = format!("parties/{}/name", at + 1);
            let mut names = self.sides(&party.name, &place, self.style.body);
            if !party.legal_id.is_empty() {
                for name in &mut names {
                    let language = name.language;
                    let words = std::mem::take(&mut name.spans[0].text);
                    name.spans[0].text = messages::document_acceptance_report_legal_id(
                        tongue(language),
                        words,
                        &party.legal_id,
                    );
                }
            }
            facts.push((words::party(party.role), names));
        }
        let contract = &report.contract;
        let titles = self.sides(&contract.title, "contract/title", self.style.body);
        facts.push((messages::document_acceptance_report_contract, titles));
        let numbers =
            self.same(|language| contract_line(language, &contract.number, contract.date), "contract/number");
        facts.push((messages::document_acceptance_report_contract_number, numbers));
        if let Some(amount) = &contract.amount {
            let amounts = self.same(|language| in_words(language, amount), "contract/amount");
            facts.push((messages::document_acceptance_report_contract_amount, amounts));
        }
        let project = &report.project_title;
        let mut titles = self.sides(project, "project_title", self.style.body);
        for title in &mut titles {
            let words = std::mem::take(&mut title.spans[0].text);
            title.spans[0].text = messages::document_acceptance_report_legal_id(
                tongue(title.language),
                words,
                &report.project_number,
            );
        }
        facts.push((messages::document_acceptance_report_project, titles));
        let issued = self.same(|language| words::date(language, report.date), "date");
        facts.push((messages::document_acceptance_report_issued, issued));
        let rows = facts.into_iter().map(|(label, texts)| self.fact(&grid, label, texts)).collect();
        self.script.table(node, head, rows);
    }

    /// A row of a label and a text in each language.
    pub(super) fn fact(&self, grid: &Grid, label: Phrase, texts: Vec<Paragraph>) -> Row {
        let values = Values {
            number: vec![self.label(label, self.style.label)],
            texts: texts.into_iter().map(|text| vec![text]).collect(),
            extras: Vec::new(),
        };
        table::line(grid, values)
    }

    /// One paragraph a language of words made here.
    pub(super) fn same(&self, words: impl Fn(Language) -> String, place: &str) -> Vec<Paragraph> {
        let one = |language: &Language| {
            self.text(*language, words(*language), self.style.body, format!("{place}/{}", key(*language)))
        };
        self.languages().iter().map(one).collect()
    }

    pub(super) fn scope(&mut self) {
        let node = self.section(messages::document_acceptance_report_section_scope);
        self.paragraphs(node, Part::Scope);
        let report = self.report;
        if !report.requirements.is_empty() {
            self.part(node, messages::document_acceptance_report_requirements);
            let extras: [Extra; 2] = [(96.0, Align::Left), (62.0, Align::Left)];
            let grid = Grid::new(self.edition, 42.0, &extras);
            let head = self.head(
                &grid,
                messages::document_acceptance_report_column_number,
                messages::document_acceptance_report_column_requirement,
                &[
                    (messages::document_acceptance_report_column_source, Align::Left),
                    (messages::document_acceptance_report_column_answered_by, Align::Left),
                ],
            );
            let small = self.style.small.colour(SLATE);
            let rows = report
                .requirements
                .iter()
                .map(|each| {
                    let place = format!("requirements/{}", each.number);
                    table::line(
                        &grid,
                        Values {
                            number: self.number(&each.number, &place),
                            texts: split(self.sides(&each.title, &format!("{place}/title"), self.style.body)),
                            extras: vec![
                                self.plain(&each.source, small, &format!("{place}/source")),
                                self.plain(&self.list(&each.deliverables), small, &place),
                            ],
                        },
                    )
                })
                .collect();
            self.script.table(node, Row { before: Before::Gap(4.0), ..head }, rows);
        }
        if !report.deliverables.is_empty() {
            self.deliverables(node);
        }
    }

    fn deliverables(&mut self, node: NodeId) {
        self.part(node, messages::document_acceptance_report_deliverables);
        let extras: [Extra; 2] = [(78.0, Align::Left), (78.0, Align::Left)];
        let grid = Grid::new(self.edition, 42.0, &extras);
        let head = self.head(
            &grid,
            messages::document_acceptance_report_column_number,
            messages::document_acceptance_report_column_deliverable,
            &[
                (messages::document_acceptance_report_column_due, Align::Left),
                (messages::document_acceptance_report_column_handed_over, Align::Left),
            ],
        );
        let rows = self
            .report
            .deliverables
            .iter()
            .map(|each| {
                let place = format!("deliverables/{}", each.number);
                table::line(
                    &grid,
                    Values {
                        number: self.number(&each.number, &place),
                        texts: split(self.sides(&each.title, &format!("{place}/title"), self.style.body)),
                        extras: vec![self.dates(each.due, &place), self.dates(each.handed_over, &place)],
                    },
                )
            })
            .collect();
        self.script.table(node, Row { before: Before::Gap(4.0), ..head }, rows);
    }

    fn list(&self, items: &[String]) -> String {
        items.join(&messages::document_acceptance_report_list_separator(tongue(self.main())))
    }

    pub(super) fn evidence(&mut self) {
        let title = messages::document_acceptance_report_section_evidence;
        let node = self.titled(title, None, Before::Gap(30.0));
        if self.report.evidence.is_empty() {
            let row = self.phrase_row(messages::document_acceptance_report_no_evidence, self.style.body);
            self.script.row(node, Row { before: Before::Gap(8.0), ..row });
            return;
        }
        let extras: [Extra; 3] = [(52.0, Align::Left), (102.0, Align::Left), (72.0, Align::Left)];
        let grid = Grid::new(self.edition, 44.0, &extras);
        let head = self.head(
            &grid,
            messages::document_acceptance_report_column_number,
            messages::document_acceptance_report_column_evidence,
            &[
                (messages::document_acceptance_report_column_criterion_short, Align::Left),
                (messages::document_acceptance_report_column_file, Align::Left),
                (messages::document_acceptance_report_column_dated, Align::Left),
            ],
        );
        let small = self.style.small.colour(SLATE);
        let rows = self
            .report
            .evidence
            .iter()
            .map(|each| {
                let place = format!("evidence/{}", each.number);
                let mut file = self.plain(&each.file_name, small, &format!("{place}/file_name"));
                if let Some(sha256) = &each.sha256 {
                    let digest = words::short_digest(sha256);
                    file.extend(self.plain(&digest, self.style.small, &place));
                }
                table::line(
                    &grid,
                    Values {
                        number: self.number(&each.number, &place),
                        texts: split(self.sides(&each.title, &format!("{place}/title"), self.style.body)),
                        extras: vec![
                            self.plain(&each.criterion, small, &place),
                            file,
                            self.dates(Some(each.date), &place),
                        ],
                    },
                )
            })
            .map(|row| Row { keep: Keep::Free, pad: [4.6, 5.0], ..row })
            .collect();
        self.script.table(node, head, rows);
    }
}

/// One paragraph a column.
pub(super) fn split(paragraphs: Vec<Paragraph>) -> Vec<Vec<Paragraph>> {
    paragraphs.into_iter().map(|paragraph| vec![paragraph]).collect()
}

pub(super) fn contract_line(language: Language, number: &str, date: Option<NaiveDate>) -> String {
    match date {
        Some(date) => messages::document_acceptance_report_number_and_date(
            tongue(language),
            number,
            words::date(language, date),
        ),
        None => number.to_owned(),
    }
}

/// In Chinese with capitals, where there are any.
fn in_words(language: Language, amount: &Money) -> String {
    let figures = words::amount(language, amount);
    if language == Language::En || amount.in_words.is_empty() {
        return figures;
    }
    messages::document_acceptance_report_amount_in_words(tongue(language), figures, amount.in_words.as_str())
}
