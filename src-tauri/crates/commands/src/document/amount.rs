//! An amount as a paper prints it.

use hefu_documents::paper::Money;
use hefu_domain::money::capitals_zh;
use rust_decimal::Decimal;

/// An amount with its capitals, where there are any.
pub(super) fn money(amount: Decimal, currency: &str) -> Money {
    // Only RMB is written in capitals; an amount too large for them is printed in figures alone.
    let in_words = if currency == "CNY" { capitals_zh(amount).unwrap_or_default() } else { String::new() };
    Money { amount, currency: currency.to_owned(), in_words }
}
