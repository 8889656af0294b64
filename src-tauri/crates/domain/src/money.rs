//! Money: an exact decimal amount with its currency; never a binary fraction.

use std::fmt;
use std::str::FromStr;

use rust_decimal::{Decimal, RoundingStrategy};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use thiserror::Error;

use crate::language::Language;

mod capitals;
mod currency;

pub use capitals::{CapitalsError, capitals_zh};
pub use currency::Currency;

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MoneyError {
    #[error("{code:?} is not a currency code of ISO 4217")]
    UnknownCurrency { code: String },
    #[error("{amount} has more decimals than {currency} has minor units")]
    TooPrecise { amount: Decimal, currency: Currency },
    #[error("{left} and {right} cannot be added")]
    DifferentCurrencies { left: Currency, right: Currency },
    #[error("the amount exceeds what can be counted exactly")]
    OutOfRange,
}

/// An amount in the currency's main unit, always written with all of its minor units:
/// `{"amount": "3240000.00", "currency": "CNY"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
pub struct Money {
    /// Decimal text in the main unit of the currency.
    amount: Decimal,
    currency: Currency,
}

impl Money {
    /// # Errors
    /// When the amount has a fraction of the smallest unit.
    pub fn new(amount: Decimal, currency: Currency) -> Result<Self, MoneyError> {
        let mut amount = amount.normalize();
        if amount.scale() > currency.minor_units() {
            return Err(MoneyError::TooPrecise { amount, currency });
        }
        amount.rescale(currency.minor_units());
        if amount.scale() != currency.minor_units() {
            return Err(MoneyError::OutOfRange);
        }
        if amount.is_zero() {
            amount.set_sign_positive(true);
        }
        Ok(Self { amount, currency })
    }

    /// As [`Money::new`], with the currency as a record holds it.
    ///
    /// # Errors
    /// When the code is unknown or the amount has a fraction of the smallest unit.
    pub fn in_code(amount: Decimal, code: &str) -> Result<Self, MoneyError> {
        Self::new(amount, code.parse()?)
    }

    pub fn zero(currency: Currency) -> Self {
        Self { amount: Decimal::new(0, currency.minor_units()), currency }
    }

    pub fn amount(&self) -> Decimal {
        self.amount
    }

    pub fn currency(&self) -> Currency {
        self.currency
    }

    /// # Errors
    /// When the currencies differ, or the sum is out of range.
    pub fn plus(&self, other: &Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        let amount = self.amount.checked_add(other.amount).ok_or(MoneyError::OutOfRange)?;
        Self::new(amount, self.currency)
    }

    /// # Errors
    /// When the currencies differ, or the difference is out of range.
    pub fn minus(&self, other: &Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        let amount = self.amount.checked_sub(other.amount).ok_or(MoneyError::OutOfRange)?;
        Self::new(amount, self.currency)
    }

    /// `fraction` of this amount, rounded half away from zero to the smallest unit.
    ///
    /// # Errors
    /// When the product is out of range.
    pub fn share(&self, fraction: Decimal) -> Result<Self, MoneyError> {
        let exact = self.amount.checked_mul(fraction).ok_or(MoneyError::OutOfRange)?;
        self.rounded(exact)
    }

    /// The amount without tax and the tax, of an amount that includes tax at `rate` (0.06 is 6 %). The net is
    /// rounded half away from zero; the tax is what remains, so that both add up to this amount.
    ///
    /// # Errors
    /// When the rate is −1 or the quotient is out of range.
    pub fn net_and_tax(&self, rate: Decimal) -> Result<(Self, Self), MoneyError> {
        let exact = self.amount.checked_div(Decimal::ONE + rate).ok_or(MoneyError::OutOfRange)?;
        let net = self.rounded(exact)?;
        Ok((net, self.minus(&net)?))
    }

    /// One total a currency, in the order of the currency codes.
    ///
    /// # Errors
    /// When a total is out of range.
    pub fn totals(amounts: impl IntoIterator<Item = Self>) -> Result<Vec<Self>, MoneyError> {
        let mut totals: Vec<Self> = Vec::new();
        for money in amounts {
            match totals.binary_search_by_key(&money.currency, |total| total.currency) {
                Ok(place) => totals[place] = totals[place].plus(&money)?,
                Err(place) => totals.insert(place, money),
            }
        }
        Ok(totals)
    }

    /// For running text: `CNY 3,240,000.00`, `人民币 3,240,000.00 元`.
    pub fn format(&self, language: Language) -> String {
        let figure = self.figure();
        match (language, self.currency.name_zh()) {
            (Language::Zh, Some((before, after))) => {
                let head = if before.is_empty() { String::new() } else { format!("{before} ") };
                format!("{head}{figure} {after}")
            }
            _ => format!("{} {figure}", self.currency),
        }
    }

    /// For tables and cards: `¥3,240,000.00`; the code where the currency has no symbol of its own.
    pub fn format_short(&self) -> String {
        let figure = self.figure();
        match self.currency.symbol() {
            Some(symbol) => match figure.strip_prefix(MINUS) {
                Some(figure) => format!("{MINUS}{symbol}{figure}"),
                None => format!("{symbol}{figure}"),
            },
            None => format!("{} {figure}", self.currency),
        }
    }

    /// The bare figure, grouped by thousands, with a real minus: `−3,240,000.00`.
    pub fn figure(&self) -> String {
        group_thousands(self.amount)
    }

    fn rounded(&self, exact: Decimal) -> Result<Self, MoneyError> {
        let places = self.currency.minor_units();
        Self::new(exact.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero), self.currency)
    }

    fn same_currency(&self, other: &Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            Ok(())
        } else {
            Err(MoneyError::DifferentCurrencies { left: self.currency, right: other.currency })
        }
    }
}

const MINUS: char = '\u{2212}';

/// A decimal as people read it: grouped by thousands, its decimals kept, a real minus.
pub fn group_thousands(number: Decimal) -> String {
    let plain = number.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::with_capacity(plain.len() * 2);
    if number.is_sign_negative() && !number.is_zero() {
        out.push(MINUS);
    }
    for (place, digit) in whole.char_indices() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Form {
            amount: Decimal,
            currency: Currency,
        }
        let form = Form::deserialize(deserializer)?;
        Self::new(form.amount, form.currency).map_err(serde::de::Error::custom)
    }
}

impl fmt::Display for Money {
    /// `CNY 3240000.00`: for logs and error messages, not for readers.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, self.amount)
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads what [`Money`]'s `Display` writes.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let unknown = || MoneyError::UnknownCurrency { code: text.to_owned() };
        let (code, amount) = text.split_once(' ').ok_or_else(unknown)?;
        Self::in_code(Decimal::from_str_exact(amount).map_err(|_| MoneyError::OutOfRange)?, code)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn money(text: &str) -> Money {
        text.parse().unwrap()
    }

    #[test]
    fn minor_units_follow_the_currency() {
        for (code, amount, shown) in [
            ("CNY", "3240000", "CNY 3240000.00"),
            ("SGD", "880000.5", "SGD 880000.50"),
            ("THB", "21500000.00", "THB 21500000.00"),
            ("IDR", "9600000000", "IDR 9600000000"),
            ("JPY", "1200", "JPY 1200"),
            ("KWD", "1.005", "KWD 1.005"),
        ] {
            assert_eq!(money(&format!("{code} {amount}")).to_string(), shown);
        }
    }

    #[test]
    fn a_fraction_of_the_smallest_unit_and_an_unknown_code_are_refused() {
        assert!(matches!("CNY 0.001".parse::<Money>(), Err(MoneyError::TooPrecise { .. })));
        assert!(matches!("JPY 0.5".parse::<Money>(), Err(MoneyError::TooPrecise { .. })));
        for code in ["RMB", "cny", "", "CNYX", "ÅÅÅ"] {
            assert!(matches!(code.parse::<Currency>(), Err(MoneyError::UnknownCurrency { .. })), "{code}");
        }
    }

    #[test]
    fn different_currencies_do_not_add() {
        assert_eq!(
            money("CNY 1").plus(&money("SGD 1")),
            Err(MoneyError::DifferentCurrencies {
                left: "CNY".parse().unwrap(),
                right: "SGD".parse().unwrap()
            })
        );
        assert_eq!(money("CNY 0.10").plus(&money("CNY 0.20")), Ok(money("CNY 0.30")));
        assert_eq!(money("CNY 0.10").minus(&money("CNY 0.20")), Ok(money("CNY -0.10")));
        let totals = [money("SGD 5"), money("CNY 1"), money("SGD 2.5")];
        assert_eq!(Money::totals(totals).unwrap(), [money("CNY 1"), money("SGD 7.50")]);
    }

    #[test]
    fn formats_for_both_languages() {
        for (text, en, zh, short) in [
            ("CNY 3240000", "CNY 3,240,000.00", "人民币 3,240,000.00 元", "¥3,240,000.00"),
            ("CNY -12.5", "CNY −12.50", "人民币 −12.50 元", "−¥12.50"),
            ("SGD 880000", "SGD 880,000.00", "880,000.00 新加坡元", "S$880,000.00"),
            ("IDR 9600000000", "IDR 9,600,000,000", "9,600,000,000 印尼盾", "Rp9,600,000,000"),
            ("THB 999", "THB 999.00", "999.00 泰铢", "฿999.00"),
            ("CHF 1000", "CHF 1,000.00", "CHF 1,000.00", "CHF 1,000.00"),
        ] {
            let money = money(text);
            assert_eq!(
                (&*money.format(Language::En), &*money.format(Language::Zh), &*money.format_short()),
                (en, zh, short)
            );
        }
    }

    #[test]
    fn tax_and_shares_add_up() {
        let contract = money("CNY 10800000");
        let rate = Decimal::new(6, 2);
        assert_eq!(contract.net_and_tax(rate), Ok((money("CNY 10188679.25"), money("CNY 611320.75"))));
        assert_eq!(contract.share(Decimal::new(30, 2)), Ok(money("CNY 3240000")));
        assert_eq!(money("CNY 0.05").share(Decimal::new(5, 1)), Ok(money("CNY 0.03")));
        assert_eq!(contract.net_and_tax(Decimal::NEGATIVE_ONE), Err(MoneyError::OutOfRange));
    }

    proptest! {
        #[test]
        fn adding_and_taking_away_is_exact(a in -1_000_000_000_000_i64..1_000_000_000_000, b in -1_000_000_000_000_i64..1_000_000_000_000) {
            let cny: Currency = "CNY".parse().unwrap();
            let (x, y) = (Money::new(Decimal::new(a, 2), cny).unwrap(), Money::new(Decimal::new(b, 2), cny).unwrap());
            prop_assert_eq!(x.plus(&y).unwrap().minus(&y).unwrap(), x);
            prop_assert_eq!(x.plus(&y).unwrap().amount(), Decimal::new(a + b, 2));
        }

        #[test]
        fn the_grouped_figure_holds_the_same_digits(cents in any::<i64>()) {
            let number = Decimal::new(cents, 2);
            let shown = group_thousands(number);
            let back: Decimal = shown.replace(',', "").replace('−', "-").parse().unwrap();
            prop_assert_eq!(back, number);
            let whole = shown.trim_start_matches('−').split('.').next().unwrap();
            let mut groups = whole.split(',');
            prop_assert!((1..=3).contains(&groups.next().unwrap().len()));
            prop_assert!(groups.all(|group| group.len() == 3));
        }

        #[test]
        fn net_and_tax_make_the_whole(cents in 0_i64..1_000_000_000_000, per_mille in 0_i64..400) {
            let gross = Money::new(Decimal::new(cents, 2), "CNY".parse().unwrap()).unwrap();
            let (net, tax) = gross.net_and_tax(Decimal::new(per_mille, 3)).unwrap();
            prop_assert_eq!(net.plus(&tax).unwrap(), gross);
        }
    }
}
