//! The conclusion with what hangs on it: open issues and payments.

use hefu_domain::document::Part;
use hefu_domain::project::Silence;
use hefu_domain::text::Language;
use hefu_paper_words as messages;

use super::facts::AcceptanceReport;
use super::words;
use crate::layout::row::{Align, Before, Paragraph, Row};
use crate::layout::tree::NodeId;
use crate::paper::Composer;
use crate::paper::cells::split;
use crate::paper::table::{self, Extra, Values, right};
use crate::paper::typography::SLATE;
use crate::paper::words::{self as said, Phrase, tongue};

pub(super) fn conclusion(paper: &mut Composer<'_>, report: &AcceptanceReport) {
    let node = paper.section(messages::document_acceptance_report_section_conclusion);
    paper.paragraphs(node, Part::Conclusion);
    let grid = paper.grid(116.0, &[]);
    let tally = report.tally();
    let mut facts: Vec<(Phrase, Vec<Paragraph>)> = Vec::new();
    if let Some(conclusion) = report.conclusion {
        let mut words = paper.same(|language| words::conclusion(conclusion)(tongue(language)), "conclusion");
        for paragraph in &mut words {
            paragraph.spans[0].style = paper.style.strong;
        }
        facts.push((messages::document_acceptance_report_conclusion, words));
    }
    let counted = paper.same(
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
            let (notice, last) = (said::date(language, deemed.notice), said::date(language, deemed.last_day));
            let (speak, days, clause) = (tongue(language), deemed.working_days, deemed.clause.as_str());
            match deemed.silence_means {
                Silence::Accepted => {
                    messages::document_acceptance_report_deemed_accepted(speak, notice, last, days, clause)
                }
                Silence::Rejected => {
                    messages::document_acceptance_report_deemed_rejected(speak, notice, last, days, clause)
                }
            }
        };
        facts.push((messages::document_acceptance_report_deemed_label, paper.same(say, "deemed_acceptance")));
    }
    let head = paper.head(
        &grid,
        messages::document_acceptance_report_conclusion,
        messages::document_paper_column_particulars,
        &[],
    );
    let rows = facts.into_iter().map(|(label, texts)| paper.fact(&grid, label, texts)).collect();
    paper.script.table(node, Row { before: Before::Gap(10.0), ..head }, rows);
    open_issues(paper, report, node);
    payments(paper, report, node);
}

fn open_issues(paper: &mut Composer<'_>, report: &AcceptanceReport, node: NodeId) {
    paper.part(node, words::part(Part::OpenIssues));
    paper.paragraphs(node, Part::OpenIssues);
    if report.open_issues.is_empty() {
        let row = paper.phrase_row(messages::document_acceptance_report_no_open_issues, paper.style.body);
        paper.script.row(node, row);
        return;
    }
    let extras: [Extra; 2] = [(80.0, Align::Left), (62.0, Align::Left)];
    let grid = paper.grid(38.0, &extras);
    let head = paper.head(
        &grid,
        messages::document_paper_column_number,
        messages::document_acceptance_report_column_issue,
        &[
            (messages::document_acceptance_report_column_owner, Align::Left),
            (messages::document_acceptance_report_column_effect, Align::Left),
        ],
    );
    let small = paper.style.small.colour(SLATE);
    let rows = report
        .open_issues
        .iter()
        .map(|each| {
            let place = format!("open_issues/{}", each.number);
            let owner = |language| {
                if each.owner.is_blank() {
                    messages::document_paper_none(tongue(language))
                } else {
                    paper.words(&each.owner, language)
                }
            };
            let mut owned = paper.stacked(owner, small, &format!("{place}/owner"));
            owned.extend(paper.dates(each.due, &place));
            table::line(
                &grid,
                Values {
                    number: paper.number(&each.number, &place),
                    texts: split(paper.sides(&each.text, &format!("{place}/text"), paper.style.body)),
                    extras: vec![
                        owned,
                        paper.stacked(|l| words::blocking(each.blocking)(tongue(l)), small, &place),
                    ],
                },
            )
        })
        .collect();
    paper.script.table(node, Row { before: Before::Gap(8.0), ..head }, rows);
}

fn payments(paper: &mut Composer<'_>, report: &AcceptanceReport, node: NodeId) {
    if report.payments.is_empty() {
        return;
    }
    paper.part(node, words::part(Part::Payment));
    paper.paragraphs(node, Part::Payment);
    let extras: [Extra; 3] = [(34.0, Align::Right), (92.0, Align::Right), (84.0, Align::Left)];
    let grid = paper.grid(24.0, &extras);
    let head = paper.head(
        &grid,
        messages::document_paper_column_number,
        messages::document_acceptance_report_column_payment,
        &[
            (messages::document_acceptance_report_column_share, Align::Right),
            (messages::document_acceptance_report_column_amount, Align::Right),
            (messages::document_acceptance_report_column_state, Align::Left),
        ],
    );
    let small = paper.style.small.colour(SLATE);
    let figures = paper.style.body.tabular();
    let main = paper.main();
    let rows = report
        .payments
        .iter()
        .enumerate()
        .map(|(at, each)| {
            let place = format!("payments/{}", at + 1);
            let mut amount = paper.plain(&said::amount(main, &each.amount), figures, &place);
            if !each.amount.in_words.is_empty() && paper.languages().contains(&Language::Zh) {
                let capitals = each.amount.in_words.clone();
                let mut capitals = paper.text(Language::Zh, capitals, paper.style.small, place.clone());
                capitals.gap = 1.0;
                amount.push(capitals);
            }
            table::line(
                &grid,
                Values {
                    number: paper.number(&(at + 1).to_string(), &place),
                    texts: split(paper.sides(&each.title, &format!("{place}/title"), paper.style.body)),
                    extras: vec![
                        right(paper.plain(&words::share(main, each.share), figures, &place)),
                        right(amount),
                        paper.stacked(|l| words::payment(each.state)(tongue(l)), small, &place),
                    ],
                },
            )
        })
        .collect();
    paper.script.table(node, Row { before: Before::Gap(8.0), ..head }, rows);
}
