//! Sections that are one table or two: scope and evidence.

use hefu_domain::document::Part;
use hefu_paper_words as messages;

use super::facts::AcceptanceReport;
use crate::layout::row::{Align, Before, Keep, Row};
use crate::layout::tree::NodeId;
use crate::paper::Composer;
use crate::paper::cells::split;
use crate::paper::table::{self, Extra, Values};
use crate::paper::typography::SLATE;
use crate::paper::words;

pub(super) fn scope(paper: &mut Composer<'_>, report: &AcceptanceReport) {
    let node = paper.section(messages::document_acceptance_report_section_scope);
    paper.paragraphs(node, Part::Scope);
    if !report.requirements.is_empty() {
        paper.part(node, messages::document_acceptance_report_requirements);
        let extras: [Extra; 2] = [(96.0, Align::Left), (62.0, Align::Left)];
        let grid = paper.grid(42.0, &extras);
        let head = paper.head(
            &grid,
            messages::document_paper_column_number,
            messages::document_acceptance_report_column_requirement,
            &[
                (messages::document_acceptance_report_column_source, Align::Left),
                (messages::document_acceptance_report_column_answered_by, Align::Left),
            ],
        );
        let small = paper.style.small.colour(SLATE);
        let rows = report
            .requirements
            .iter()
            .map(|each| {
                let place = format!("requirements/{}", each.number);
                table::line(
                    &grid,
                    Values {
                        number: paper.number(&each.number, &place),
                        texts: split(paper.sides(&each.title, &format!("{place}/title"), paper.style.body)),
                        extras: vec![
                            paper.plain(&each.source, small, &format!("{place}/source")),
                            paper.plain(&paper.list(&each.deliverables), small, &place),
                        ],
                    },
                )
            })
            .collect();
        paper.script.table(node, Row { before: Before::Gap(4.0), ..head }, rows);
    }
    if !report.deliverables.is_empty() {
        deliverables(paper, report, node);
    }
}

fn deliverables(paper: &mut Composer<'_>, report: &AcceptanceReport, node: NodeId) {
    paper.part(node, messages::document_acceptance_report_deliverables);
    let extras: [Extra; 2] = [(78.0, Align::Left), (78.0, Align::Left)];
    let grid = paper.grid(42.0, &extras);
    let head = paper.head(
        &grid,
        messages::document_paper_column_number,
        messages::document_acceptance_report_column_deliverable,
        &[
            (messages::document_acceptance_report_column_due, Align::Left),
            (messages::document_acceptance_report_column_handed_over, Align::Left),
        ],
    );
    let rows = report
        .deliverables
        .iter()
        .map(|each| {
            let place = format!("deliverables/{}", each.number);
            table::line(
                &grid,
                Values {
                    number: paper.number(&each.number, &place),
                    texts: split(paper.sides(&each.title, &format!("{place}/title"), paper.style.body)),
                    extras: vec![paper.dates(each.due, &place), paper.dates(each.handed_over, &place)],
                },
            )
        })
        .collect();
    paper.script.table(node, Row { before: Before::Gap(4.0), ..head }, rows);
}

pub(super) fn evidence(paper: &mut Composer<'_>, report: &AcceptanceReport) {
    let title = messages::document_acceptance_report_section_evidence;
    let node = paper.titled(title, None, Before::Gap(30.0));
    if report.evidence.is_empty() {
        let row = paper.phrase_row(messages::document_acceptance_report_no_evidence, paper.style.body);
        paper.script.row(node, Row { before: Before::Gap(8.0), ..row });
        return;
    }
    let extras: [Extra; 3] = [(52.0, Align::Left), (102.0, Align::Left), (72.0, Align::Left)];
    let grid = paper.grid(44.0, &extras);
    let head = paper.head(
        &grid,
        messages::document_paper_column_number,
        messages::document_acceptance_report_column_evidence,
        &[
            (messages::document_acceptance_report_column_criterion_short, Align::Left),
            (messages::document_acceptance_report_column_file, Align::Left),
            (messages::document_acceptance_report_column_dated, Align::Left),
        ],
    );
    let small = paper.style.small.colour(SLATE);
    let rows = report
        .evidence
        .iter()
        .map(|each| {
            let place = format!("evidence/{}", each.number);
            let mut file = paper.plain(&each.file_name, small, &format!("{place}/file_name"));
            if let Some(sha256) = &each.sha256 {
                let digest = words::short_digest(sha256);
                file.extend(paper.plain(&digest, paper.style.small, &place));
            }
            table::line(
                &grid,
                Values {
                    number: paper.number(&each.number, &place),
                    texts: split(paper.sides(&each.title, &format!("{place}/title"), paper.style.body)),
                    extras: vec![
                        paper.plain(&each.criterion, small, &place),
                        file,
                        paper.dates(Some(each.date), &place),
                    ],
                },
            )
        })
        .map(|row| Row { keep: Keep::Free, pad: [4.6, 5.0], ..row })
        .collect();
    paper.script.table(node, head, rows);
}
