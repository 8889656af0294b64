//! The fixed words of every paper, and figures and dates as each language writes them.

use chrono::{Datelike, NaiveDate};
use hefu_domain::document::SignerRole;
use hefu_domain::text::Language;
use hefu_paper_words as messages;
use rust_decimal::Decimal;

use super::front::{Money, PartyRole};

/// A message without variables.
pub(crate) type Phrase = fn(messages::Language) -> String;

/// The language of the messages for one of the record.
pub(crate) fn tongue(language: Language) -> messages::Language {
    match language {
        Language::En => messages::Language::En,
        Language::Zh => messages::Language::Zh,
    }
}

pub(crate) fn party(role: PartyRole) -> Phrase {
    match role {
        PartyRole::Client => messages::document_paper_client,
        PartyRole::Vendor => messages::document_paper_vendor,
        PartyRole::Supervisor => messages::document_paper_supervisor,
    }
}

pub(crate) fn signer(role: SignerRole) -> Phrase {
    match role {
        SignerRole::Client => messages::document_paper_client,
        SignerRole::Vendor => messages::document_paper_vendor,
        SignerRole::Supervisor => messages::document_paper_supervisor,
        SignerRole::Witness => messages::document_paper_witness,
        SignerRole::Approver => messages::document_paper_approver,
    }
}

/// `9 May 2026`, `2026年5月9日`.
pub(crate) fn date(language: Language, date: NaiveDate) -> String {
    let year = date.year().to_string();
    messages::document_paper_date(tongue(language), date.day(), date.month(), year)
}

/// `CNY 3,240,000.00`, `人民币 3,240,000.00 元`.
pub(crate) fn amount(language: Language, money: &Money) -> String {
    messages::document_paper_amount(tongue(language), &money.currency, grouped(money.amount))
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
pub(crate) fn short_digest(hex: &str) -> String {
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
        assert_eq!(short_digest(&"5d1c88e0".repeat(8)), "5d1c 88e0 … 88e0");
    }
}
