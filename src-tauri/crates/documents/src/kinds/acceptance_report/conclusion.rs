//! The conclusion with what hangs on it: open issues and payments.

use hefu_domain::document::Part;
use hefu_domain::project::Silence;
use hefu_domain::text::Language;
use hefu_messages as messages;

use super::compose::Composer;
use super::table::{self, Extra, Grid, Values, right};
use super::tables::split;
use super::typography::SLATE;
use super::words::{self, Phrase, tongue};
use crate::layout::row::{Align, Before, Paragraph, Row};
use crate::layout::tree::NodeId;

impl Composer<'_> {
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
}
