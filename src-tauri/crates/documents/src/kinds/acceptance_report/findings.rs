//! The findings, item by item and chapter by chapter.

use hefu_domain::acceptance::Mark;
use hefu_domain::text::Language;
use hefu_messages as messages;

use super::compose::{Composer, key};
use super::facts::Finding;
use super::table::{self, Grid, Values};
use super::typography::{AMBER, CRIMSON, GREY, JADE, SLATE};
use super::words::{self, tongue};
use crate::fonts::Weight;
use crate::layout::row::{Align, Paragraph, Row};
use crate::layout::shape::Span;
use crate::layout::style::{Colour, Style};

impl Composer<'_> {
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
            // The phrase ends with a mark of its own.
            let value = value.trim_end_matches(['.', '。']);
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
