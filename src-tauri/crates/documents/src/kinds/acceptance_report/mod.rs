//! The acceptance report 验收报告.

mod conclusion;
mod facts;
mod findings;
mod tables;
mod words;

use hefu_domain::document::Part;
use hefu_paper_words as messages;
use serde_json::Value;

pub use facts::{
    AcceptanceReport, Chapter, DeemedAcceptance, Deliverable, Evidence, Finding, OpenIssue, Payment,
    PaymentState, Requirement, Tally,
};

use crate::paper::sheet::Sheet;
use crate::paper::{Closing, Composer, Form, Front, Kind, Opening};

impl Kind for AcceptanceReport {
    fn form(&self) -> Form {
        Form {
            code: "acceptance_report",
            noun: messages::document_acceptance_report_noun,
            sheet: Sheet::PORTRAIT,
            opening: Opening::Cover,
            closing: Closing::Signatures,
        }
    }

    fn front(&self) -> &Front {
        &self.front
    }

    fn facts(&self) -> Result<Value, serde_json::Error> {
        serde_json::to_value(self)
    }

    fn body(&self, paper: &mut Composer<'_>) {
        paper.parties();
        let basis = paper.section(messages::document_acceptance_report_section_basis);
        paper.paragraphs(basis, Part::Basis);
        tables::scope(paper, self);
        delivery(paper, self);
        findings::findings(paper, self);
        conclusion::conclusion(paper, self);
        tables::evidence(paper, self);
    }
}

fn delivery(paper: &mut Composer<'_>, report: &AcceptanceReport) {
    let parts = [Part::Schedule, Part::Tests, Part::TrialRun, Part::Compliance, Part::Training];
    let node = paper.section(messages::document_acceptance_report_section_delivery);
    for part in parts {
        if report.front.paragraphs.iter().any(|paragraph| paragraph.part == part) {
            paper.part(node, words::part(part));
            paper.paragraphs(node, part);
        }
    }
}
