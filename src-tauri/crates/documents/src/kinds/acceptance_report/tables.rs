//! The sections that are tables: parties, scope, findings, open issues, payments, evidence.

use chrono::NaiveDate;
use hefu_domain::acceptance::Mark;
use hefu_domain::document::Part;
use hefu_domain::project::Silence;
use hefu_domain::text::Language;
use hefu_messages as messages;

use super::compose::{Composer, key};
use super::facts::{Finding, Money};
use super::table::{self, Extra, Grid, Values, right};
use super::typography::{AMBER, CRIMSON, GREY, JADE, SLATE};
use super::words::{self, Phrase, tongue};
use crate::fonts::Weight;
use crate::layout::row::{Align, Before, Keep, Paragraph, Row};
use crate::layout::shape::Span;
use crate::layout::style::{Colour, Style};
use crate::layout::tree::NodeId;

impl Composer<'_> {
    /// The head of a table: number, text, and the columns at the right.
    fn head(&self, grid: &Grid, number: Phrase, text: Phrase, extras: &[(Phrase, Align)]) -> Row {
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

    fn dates(&self, date: Option<NaiveDate>, place: &str) -> Vec<Paragraph> {
        let style = self.style.small.colour(SLATE);
        let words = |language| match date {
            Some(date) => words::date(language, date),
            None => messages::document_acceptance_report_none(tongue(language)),
        };
        self.stacked(words, style, place)
    }

    fn number(&self, number: &str, place: &str) -> Vec<Paragraph> {
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
    fn fact(&self, grid: &Grid, label: Phrase, texts: Vec<Paragraph>) -> Row {
        let values = Values {
            number: vec![self.label(label, self.style.label)],
            texts: texts.into_iter().map(|text| vec![text]).collect(),
            extras: Vec::new(),
        };
        table::line(grid, values)
    }

    /// One paragraph a language of words made here.
    fn same(&self, words: impl Fn(Language) -> String, place: &str) -> Vec<Paragraph> {
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

    pub(super) fn findings(&mut self) {
        let node = self.section(messages::document_acceptance_report_section_findings);
        let grid = Grid::new(self.edition, 28.0, &[(76.0, Align::Left)]);
        let head = self.head(
            &grid,
            messages::document_acceptance_report_column_number,
            messages::document_acceptance_report_column_criterion,
            &[(messages::document_acceptance_report_column_result, Align::Left)],
        );
        let mut rows = Vec::new();
        for chapter in &self.report.chapters {
            let titles = self
                .languages()
                .iter()
                .map(|language| {
                    let place = format!("chapters/{}/title/{}", chapter.number, key(*language));
                    let title = messages::document_acceptance_report_numbered(
                        tongue(*language),
                        chapter.number.to_string(),
                        self.words(&chapter.title, *language),
                    );
                    let mut paragraph = self.text(*language, title, self.style.chapter, place);
                    paragraph.role = None;
                    paragraph
                })
                .collect();
            rows.push(table::band(&grid, titles));
            rows.extend(chapter.findings.iter().map(|finding| self.finding(&grid, finding)));
        }
        self.script.table(node, head, rows);
    }

    fn finding(&self, grid: &Grid, finding: &Finding) -> Row {
        let place = format!("findings/{}", finding.number);
        let colour = mark_colour(finding.mark);
        let texts = self.languages().iter().map(|language| self.found(finding, *language, &place)).collect();
        let result = self.style.small.colour(colour);
        let strong = Style { weight: Weight::Strong, ..result };
        let mut marks = self.stacked(|language| words::mark(finding.mark)(tongue(language)), result, &place);
        if let Some(first) = marks.first_mut() {
            first.spans[0].style = strong;
        }
        table::line(grid, Values { number: self.number(&finding.number, &place), texts, extras: vec![marks] })
    }

    /// What was found for one criterion, in one language: criterion with measurement, remark, method.
    fn found(&self, finding: &Finding, language: Language, place: &str) -> Vec<Paragraph> {
        let speak = tongue(language);
        let at = |field: &str| format!("{place}/{field}/{}", key(language));
        let body = self.style.body;
        let mut criterion = self.text(language, self.words(&finding.text, language), body, at("text"));
        if !finding.measured.is_blank() {
            let value = self.words(&finding.measured, language);
            let measured = messages::document_acceptance_report_measured(speak, value);
            if language == Language::En {
                criterion.spans[0].text.push(' ');
            }
            criterion.spans.push(Span { text: measured, language, style: body.colour(GREY) });
            criterion.place = at("measured");
        }
        let mut paragraphs = vec![criterion];
        let issue = finding
            .open_issue
            .as_ref()
            .map(|number| messages::document_acceptance_report_open_issue(speak, number.as_str()));
        if !finding.remark.is_blank() || issue.is_some() {
            let remark = match finding.remark.is_blank() {
                true => String::new(),
                false => self.words(&finding.remark, language),
            };
            let gap = if language == Language::En && !remark.is_empty() { " " } else { "" };
            let text = match issue {
                Some(issue) => format!("{remark}{gap}{issue}"),
                None => remark,
            };
            let style = body.colour(remark_colour(finding));
            let mut paragraph = self.text(language, text, style, at("remark"));
            paragraph.gap = 2.0;
            paragraphs.push(paragraph);
        }
        let method = words::method(finding.method)(speak);
        let separator = messages::document_acceptance_report_list_separator(speak);
        let line = if finding.evidence.is_empty() {
            messages::document_acceptance_report_method_alone(speak, method)
        } else {
            let numbers = finding.evidence.join(&separator);
            messages::document_acceptance_report_method_and_evidence(speak, method, numbers)
        };
        let mut line = self.text(language, line, self.style.small, at("evidence"));
        line.gap = 2.0;
        paragraphs.push(line);
        paragraphs
    }

    pub(super) fn conclusion(&mut self) {
        let node = self.section(messages::document_acceptance_report_section_conclusion);
        self.paragraphs(node, Part::Conclusion);
        let report = self.report;
        let grid = Grid::new(self.edition, 116.0, &[]);
        let tally = report.tally();
        let mut facts: Vec<(Phrase, Vec<Paragraph>)> = Vec::new();
        if let Some(conclusion) = report.conclusion {
            let mut words =
                self.same(|language| words::conclusion(conclusion)(tongue(language)), "conclusion");
            for paragraph in &mut words {
                paragraph.spans[0].style = self.style.strong;
            }
            facts.push((messages::document_acceptance_report_conclusion, words));
        }
        let counted = self.same(
            |language| {
                messages::document_acceptance_report_tally(
                    tongue(language),
                    tally.total(),
                    tally.passed,
                    tally.passed_with_remark,
                    tally.failed,
                    tally.not_tested,
                )
            },
            "chapters",
        );
        facts.push((messages::document_acceptance_report_tally_label, counted));
        if let Some(deemed) = &report.deemed_acceptance {
            let say = |language: Language| {
                let (notice, last) =
                    (words::date(language, deemed.notice), words::date(language, deemed.last_day));
                let (speak, days, clause) = (tongue(language), deemed.working_days, deemed.clause.as_str());
                match deemed.silence_means {
                    Silence::Accepted => messages::document_acceptance_report_deemed_accepted(
                        speak, notice, last, days, clause,
                    ),
                    Silence::Rejected => messages::document_acceptance_report_deemed_rejected(
                        speak, notice, last, days, clause,
                    ),
                }
            };
            facts.push((
                messages::document_acceptance_report_deemed_label,
                self.same(say, "deemed_acceptance"),
            ));
        }
        let head = self.head(
            &grid,
            messages::document_acceptance_report_conclusion,
            messages::document_acceptance_report_column_particulars,
            &[],
        );
        let rows = facts.into_iter().map(|(label, texts)| self.fact(&grid, label, texts)).collect();
        self.script.table(node, Row { before: Before::Gap(10.0), ..head }, rows);
        self.open_issues(node);
        self.payments(node);
    }

    fn open_issues(&mut self, node: NodeId) {
        self.part(node, words::part(Part::OpenIssues));
        self.paragraphs(node, Part::OpenIssues);
        if self.report.open_issues.is_empty() {
            let row = self.phrase_row(messages::document_acceptance_report_no_open_issues, self.style.body);
            self.script.row(node, row);
            return;
        }
        let extras: [Extra; 2] = [(80.0, Align::Left), (62.0, Align::Left)];
        let grid = Grid::new(self.edition, 38.0, &extras);
        let head = self.head(
            &grid,
            messages::document_acceptance_report_column_number,
            messages::document_acceptance_report_column_issue,
            &[
                (messages::document_acceptance_report_column_owner, Align::Left),
                (messages::document_acceptance_report_column_effect, Align::Left),
            ],
        );
        let small = self.style.small.colour(SLATE);
        let rows = self
            .report
            .open_issues
            .iter()
            .map(|each| {
                let place = format!("open_issues/{}", each.number);
                let owner = |language| {
                    if each.owner.is_blank() {
                        messages::document_acceptance_report_none(tongue(language))
                    } else {
                        self.words(&each.owner, language)
                    }
                };
                let mut owned = self.stacked(owner, small, &format!("{place}/owner"));
                owned.extend(self.dates(each.due, &place));
                table::line(
                    &grid,
                    Values {
                        number: self.number(&each.number, &place),
                        texts: split(self.sides(&each.text, &format!("{place}/text"), self.style.body)),
                        extras: vec![
                            owned,
                            self.stacked(|l| words::blocking(each.blocking)(tongue(l)), small, &place),
                        ],
                    },
                )
            })
            .collect();
        self.script.table(node, Row { before: Before::Gap(8.0), ..head }, rows);
    }

    fn payments(&mut self, node: NodeId) {
        if self.report.payments.is_empty() {
            return;
        }
        self.part(node, words::part(Part::Payment));
        self.paragraphs(node, Part::Payment);
        let extras: [Extra; 3] = [(34.0, Align::Right), (92.0, Align::Right), (84.0, Align::Left)];
        let grid = Grid::new(self.edition, 24.0, &extras);
        let head = self.head(
            &grid,
            messages::document_acceptance_report_column_number,
            messages::document_acceptance_report_column_payment,
            &[
                (messages::document_acceptance_report_column_share, Align::Right),
                (messages::document_acceptance_report_column_amount, Align::Right),
                (messages::document_acceptance_report_column_state, Align::Left),
            ],
        );
        let small = self.style.small.colour(SLATE);
        let figures = self.style.body.tabular();
        let main = self.main();
        let rows = self
            .report
            .payments
            .iter()
            .enumerate()
            .map(|(at, each)| {
                let place = format!("payments/{}", at + 1);
                let mut amount = self.plain(&words::amount(main, &each.amount), figures, &place);
                if !each.amount.in_words.is_empty() && self.languages().contains(&Language::Zh) {
                    let capitals = each.amount.in_words.clone();
                    let mut capitals = self.text(Language::Zh, capitals, self.style.small, place.clone());
                    capitals.gap = 1.0;
                    amount.push(capitals);
                }
                table::line(
                    &grid,
                    Values {
                        number: self.number(&(at + 1).to_string(), &place),
                        texts: split(self.sides(&each.title, &format!("{place}/title"), self.style.body)),
                        extras: vec![
                            right(self.plain(&words::share(main, each.share), figures, &place)),
                            right(amount),
                            self.stacked(|l| words::payment(each.state)(tongue(l)), small, &place),
                        ],
                    },
                )
            })
            .collect();
        self.script.table(node, Row { before: Before::Gap(8.0), ..head }, rows);
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
fn split(paragraphs: Vec<Paragraph>) -> Vec<Vec<Paragraph>> {
    paragraphs.into_iter().map(|paragraph| vec![paragraph]).collect()
}

fn mark_colour(mark: Mark) -> Colour {
    match mark {
        Mark::Passed => JADE,
        Mark::PassedWithRemark => AMBER,
        Mark::Failed => CRIMSON,
        Mark::NotTested => SLATE,
    }
}

/// What is left to do on a passed criterion asks for attention.
fn remark_colour(finding: &Finding) -> Colour {
    match (finding.mark, &finding.open_issue) {
        (Mark::Passed, Some(_)) => AMBER,
        (Mark::Passed, None) => SLATE,
        (mark, _) => mark_colour(mark),
    }
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
