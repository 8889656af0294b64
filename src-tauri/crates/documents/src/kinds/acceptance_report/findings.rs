//! The findings, item by item and chapter by chapter.

use hefu_domain::acceptance::Mark;
use hefu_domain::text::Language;
use hefu_paper_words as messages;

use super::facts::{AcceptanceReport, Finding};
use super::words;
use crate::fonts::Weight;
use crate::layout::glyphs::Span;
use crate::layout::row::{Align, Paragraph, Row};
use crate::layout::style::{Colour, Style};
use crate::paper::Composer;
use crate::paper::table::{self, Grid, Values};
use crate::paper::text::key;
use crate::paper::typography::{AMBER, CRIMSON, GREY, JADE, SLATE};
use crate::paper::words::tongue;

pub(super) fn findings(paper: &mut Composer<'_>, report: &AcceptanceReport) {
    let node = paper.section(messages::document_acceptance_report_section_findings);
    let grid = paper.grid(28.0, &[(76.0, Align::Left)]);
    let head = paper.head(
        &grid,
        messages::document_paper_column_number,
        messages::document_acceptance_report_column_criterion,
        &[(messages::document_acceptance_report_column_result, Align::Left)],
    );
    let mut rows = Vec::new();
    for chapter in &report.chapters {
        let titles = paper
            .languages()
            .iter()
            .map(|language| {
                let place = format!("chapters/{}/title/{}", chapter.number, key(*language));
                let title = messages::document_paper_numbered(
                    tongue(*language),
                    chapter.number.to_string(),
                    paper.words(&chapter.title, *language),
                );
                let mut paragraph = paper.text(*language, title, paper.style.chapter, place);
                paragraph.role = None;
                paragraph
            })
            .collect();
        rows.push(table::band(&grid, titles));
        rows.extend(chapter.findings.iter().map(|each| finding(paper, &grid, each)));
    }
    paper.script.table(node, head, rows);
}

fn finding(paper: &Composer<'_>, grid: &Grid, finding: &Finding) -> Row {
    let place = format!("findings/{}", finding.number);
    let colour = mark_colour(finding.mark);
    let texts = paper.languages().iter().map(|language| found(paper, finding, *language, &place)).collect();
    let result = paper.style.small.colour(colour);
    let strong = Style { weight: Weight::Strong, ..result };
    let mut marks = paper.stacked(|language| words::mark(finding.mark)(tongue(language)), result, &place);
    if let Some(first) = marks.first_mut() {
        first.spans[0].style = strong;
    }
    table::line(grid, Values { number: paper.number(&finding.number, &place), texts, extras: vec![marks] })
}

/// What was found for one criterion, in one language: criterion with measurement, remark, method.
fn found(paper: &Composer<'_>, finding: &Finding, language: Language, place: &str) -> Vec<Paragraph> {
    let speak = tongue(language);
    let at = |field: &str| format!("{place}/{field}/{}", key(language));
    let body = paper.style.body;
    let mut criterion = paper.text(language, paper.words(&finding.text, language), body, at("text"));
    if !finding.measured.is_blank() {
        let value = paper.words(&finding.measured, language);
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
            false => paper.words(&finding.remark, language),
        };
        let gap = if language == Language::En && !remark.is_empty() { " " } else { "" };
        let text = match issue {
            Some(issue) => format!("{remark}{gap}{issue}"),
            None => remark,
        };
        let style = body.colour(remark_colour(finding));
        let mut paragraph = paper.text(language, text, style, at("remark"));
        paragraph.gap = 2.0;
        paragraphs.push(paragraph);
    }
    paragraphs.extend(method_and_evidence(paper, finding, language, at("evidence")));
    paragraphs
}

/// How it was verified and by what evidence; none where the record says neither.
fn method_and_evidence(
    paper: &Composer<'_>,
    finding: &Finding,
    language: Language,
    place: String,
) -> Option<Paragraph> {
    let speak = tongue(language);
    let numbers = finding.evidence.join(&messages::document_paper_list_separator(speak));
    let method = words::method(finding.method).map(|method| method(speak));
    let line = match (method, numbers.is_empty()) {
        (Some(method), true) => messages::document_acceptance_report_method_alone(speak, method),
        (Some(method), false) => {
            messages::document_acceptance_report_method_and_evidence(speak, method, numbers)
        }
        (None, false) => messages::document_acceptance_report_evidence_alone(speak, numbers),
        (None, true) => return None,
    };
    let mut line = paper.text(language, line, paper.style.small, place);
    line.gap = 2.0;
    Some(line)
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
