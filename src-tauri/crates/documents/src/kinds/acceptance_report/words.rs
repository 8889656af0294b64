//! The fixed words of the acceptance report.

use hefu_domain::acceptance::{Blocking, Conclusion, Mark};
use hefu_domain::document::Part;
use hefu_domain::scope::Method;
use hefu_domain::text::Language;
use hefu_paper_words as messages;
use rust_decimal::Decimal;

use super::facts::PaymentState;
use crate::paper::words::{Phrase, tongue};

pub(super) fn mark(mark: Mark) -> Phrase {
    match mark {
        Mark::Passed => messages::document_acceptance_report_mark_passed,
        Mark::PassedWithRemark => messages::document_acceptance_report_mark_passed_with_remark,
        Mark::Failed => messages::document_acceptance_report_mark_failed,
        Mark::NotTested => messages::document_acceptance_report_mark_not_tested,
    }
}

/// None when the record does not say how a criterion is verified: then nothing is printed of it.
pub(super) fn method(method: Method) -> Option<Phrase> {
    Some(match method {
        Method::NotStated => return None,
        Method::Inspection => messages::document_acceptance_report_method_inspection,
        Method::Test => messages::document_acceptance_report_method_test,
        Method::Drill => messages::document_acceptance_report_method_drill,
        Method::Measurement => messages::document_acceptance_report_method_measurement,
        Method::Reconciliation => messages::document_acceptance_report_method_reconciliation,
        Method::Record => messages::document_acceptance_report_method_record,
        Method::Sampling => messages::document_acceptance_report_method_sampling,
        Method::WalkThrough => messages::document_acceptance_report_method_walk_through,
    })
}

pub(super) fn conclusion(conclusion: Conclusion) -> Phrase {
    match conclusion {
        Conclusion::Passed => messages::document_acceptance_report_conclusion_passed,
        Conclusion::Conditional => messages::document_acceptance_report_conclusion_conditional,
        Conclusion::Reinspection => messages::document_acceptance_report_conclusion_reinspection,
        Conclusion::Failed => messages::document_acceptance_report_conclusion_failed,
    }
}

pub(super) fn blocking(blocking: Blocking) -> Phrase {
    match blocking {
        Blocking::Blocks => messages::document_acceptance_report_blocks,
        Blocking::DoesNotBlock => messages::document_acceptance_report_does_not_block,
    }
}

pub(super) fn payment(state: PaymentState) -> Phrase {
    match state {
        PaymentState::Paid => messages::document_acceptance_report_payment_paid,
        PaymentState::Due => messages::document_acceptance_report_payment_due,
        PaymentState::ReleasedByThisReport => messages::document_acceptance_report_payment_released,
        PaymentState::Awaited => messages::document_acceptance_report_payment_awaited,
    }
}

pub(super) fn part(part: Part) -> Phrase {
    match part {
        Part::Schedule => messages::document_acceptance_report_part_schedule,
        Part::Tests => messages::document_acceptance_report_part_tests,
        Part::TrialRun => messages::document_acceptance_report_part_trial_run,
        Part::Compliance => messages::document_acceptance_report_part_compliance,
        Part::Training => messages::document_acceptance_report_part_training,
        Part::OpenIssues => messages::document_acceptance_report_part_open_issues,
        Part::Payment => messages::document_acceptance_report_part_payment,
        Part::Basis => messages::document_acceptance_report_section_basis,
        Part::Scope => messages::document_acceptance_report_section_scope,
        Part::Conclusion => messages::document_acceptance_report_section_conclusion,
        Part::Signature
        | Part::VendorDoesNotSign
        | Part::ClientDoesNotSign
        | Part::SupervisorDoesNotSign
        | Part::Language => messages::document_paper_section_signatures,
    }
}

/// `30 %`, `30%`.
pub(super) fn share(language: Language, share: Decimal) -> String {
    let percent = (share * Decimal::ONE_HUNDRED).normalize().to_string();
    messages::document_acceptance_report_share(tongue(language), percent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_percentage_as_each_language_writes_it() {
        assert_eq!(share(Language::En, "0.30".parse().unwrap()), "30 %");
        assert_eq!(share(Language::Zh, "0.30".parse().unwrap()), "30%");
    }
}
