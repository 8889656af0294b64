//! The fixed words of the report, and figures and dates as each language writes them.

use chrono::{Datelike, NaiveDate};
use hefu_domain::acceptance::{Blocking, Conclusion, Mark};
use hefu_domain::document::{Part, SignerRole};
use hefu_domain::scope::Method;
use hefu_domain::text::Language;
use hefu_messages as messages;
use rust_decimal::Decimal;

use super::facts::{Money, PartyRole, PaymentState};

/// A message without variables.
pub(crate) type Phrase = fn(messages::Language) -> String;

/// The language of the messages for one of the record.
pub(crate) fn tongue(language: Language) -> messages::Language {
    match language {
        Language::En => messages::Language::En,
        Language::Zh => messages::Language::Zh,
    }
}

pub(super) fn party(role: PartyRole) -> Phrase {
    match role {
        PartyRole::Client => messages::document_acceptance_report_client,
        PartyRole::Vendor => messages::document_acceptance_report_vendor,
        PartyRole::Supervisor => messages::document_acceptance_report_supervisor,
    }
}

pub(crate) fn signer(role: SignerRole) -> Phrase {
    match role {
        SignerRole::Client => messages::document_acceptance_report_client,
        SignerRole::Vendor => messages::document_acceptance_report_vendor,
        SignerRole::Supervisor => messages::document_acceptance_report_supervisor,
        SignerRole::Witness => messages::document_acceptance_report_witness,
        SignerRole::Approver => messages::document_acceptance_report_approver,
    }
}

pub(super) fn mark(mark: Mark) -> Phrase {
    match mark {
        Mark::Passed => messages::document_acceptance_report_mark_passed,
        Mark::PassedWithRemark => messages::document_acceptance_report_mark_passed_with_remark,
        Mark::Failed => messages::document_acceptance_report_mark_failed,
        Mark::NotTested => messages::document_acceptance_report_mark_not_tested,
    }
}

pub(super) fn method(method: Method) -> Phrase {
    match method {
        Method::Inspection => messages::document_acceptance_report_method_inspection,
        Method::Test => messages::document_acceptance_report_method_test,
        Method::Drill => messages::document_acceptance_report_method_drill,
        Method::Measurement => messages::document_acceptance_report_method_measurement,
        Method::Reconciliation => messages::document_acceptance_report_method_reconciliation,
        Method::Record => messages::document_acceptance_report_method_record,
        Method::Sampling => messages::document_acceptance_report_method_sampling,
        Method::WalkThrough => messages::document_acceptance_report_method_walk_through,
    }
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
        Part::Signature | Part::Language => messages::document_acceptance_report_section_signatures,
    }
}

/// `9 May 2026`, `2026年5月9日`.
pub(crate) fn date(language: Language, date: NaiveDate) -> String {
    let year = date.year().to_string();
    messages::document_acceptance_report_date(tongue(language), date.day(), date.month(), year)
}

/// `CNY 3,240,000.00`, `人民币 3,240,000.00 元`.
pub(super) fn amount(language: Language, money: &Money) -> String {
    messages::document_acceptance_report_amount(tongue(language), &money.currency, grouped(money.amount))
}

/// `30 %`, `30%`.
pub(super) fn share(language: Language, share: Decimal) -> String {
    let percent = (share * Decimal::ONE_HUNDRED).normalize().to_string();
    messages::document_acceptance_report_share(tongue(language), percent)
}

/// Digits in threes, a real minus, decimals as they are.
fn grouped(amount: Decimal) -> String {
    let text = amount.abs().to_string();
    let (whole, fraction) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    if amount.is_sign_negative() && !amount.is_zero() {
        grouped.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + fraction
}

/// `5d1c 88e0 … 07fa` of a hexadecimal digest.
pub(super) fn short_digest(hex: &str) -> String {
    match (hex.get(..4), hex.get(4..8), hex.get(hex.len().saturating_sub(4)..)) {
        (Some(first), Some(second), Some(last)) if hex.len() > 12 => format!("{first} {second} … {last}"),
        _ => hex.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_and_dates_cannot_be_misread() {
        let day = NaiveDate::from_ymd_opt(2026, 5, 9).unwrap();
        assert_eq!(date(Language::En, day), "9 May 2026");
        assert_eq!(date(Language::Zh, day), "2026年5月9日");
        let money = |amount: &str, currency: &str| Money {
            amount: amount.parse().unwrap(),
            currency: currency.into(),
            in_words: String::new(),
        };
        assert_eq!(amount(Language::En, &money("3240000.00", "CNY")), "CNY 3,240,000.00");
        assert_eq!(amount(Language::Zh, &money("3240000.00", "CNY")), "人民币 3,240,000.00 元");
        assert_eq!(amount(Language::Zh, &money("-950.5", "SGD")), "SGD −950.5");
        assert_eq!(share(Language::En, "0.30".parse().unwrap()), "30 %");
        assert_eq!(short_digest(&"5d1c88e0".repeat(8)), "5d1c 88e0 … 88e0");
    }
}
