//! Rates of tax as dated rows: what holds on a day, for a seller and a buyer, and whether it was confirmed.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the seller is to the tax office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SellerStatus {
    /// 一般纳税人, or registered.
    General,
    /// 小规模纳税人.
    SmallScale,
    /// Without an establishment in the country.
    Foreign,
}

/// What the buyer is to the tax office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BuyerStatus {
    /// Deducts the tax of a special invoice.
    General,
    /// Deducts nothing.
    SmallScale,
    /// Deducts nothing for exempt use, such as public hospital care.
    Exempt,
}

/// One rate with the days on which it holds, and where it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TaxRate {
    /// ISO 3166: `CN`.
    pub country: String,
    /// What is taxed: `it_service`, `tangible_leasing`, `any`.
    pub class: String,
    pub seller: SellerStatus,
    /// 0.06 for 6 %.
    pub rate: Decimal,
    /// The part of the price that is taxed, where it is not all: its numerator and denominator.
    #[serde(default)]
    pub base_part: Option<(u32, u32)>,
    /// Whether a buyer who is taxed deducts it.
    pub is_creditable: bool,
    /// Whether the buyer pays it to its own tax office.
    #[serde(default)]
    pub is_reverse_charged: bool,
    /// The first day.
    pub valid_from: NaiveDate,
    /// The last day; none when none is known.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// The text that it was read in.
    pub source: String,
    /// The day on which it was read.
    pub read_on: NaiveDate,
}

/// Which rate is looked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RateAsked {
    pub country: String,
    pub class: String,
    pub seller: SellerStatus,
    pub buyer: BuyerStatus,
    pub on: NaiveDate,
}

/// What is known of a rate on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum RateFound {
    /// A row holds on that day.
    Confirmed {
        rate: TaxRate,
        /// What this buyer deducts of the tax: 1 for all, 0 for nothing.
        deductible_share: Decimal,
    },
    /// The last row ended before that day: what holds since is not known, and is not taken to be the same.
    NotConfirmed { last: TaxRate },
    /// No row is of this country, class and seller, or the first begins later.
    Unknown,
}

/// The row that holds on a day. Of several, the one that began last.
pub fn rate_on(rows: &[TaxRate], asked: &RateAsked) -> RateFound {
    let fits = |row: &&TaxRate| {
        row.country == asked.country
            && (row.class == asked.class || row.class == "any")
            && row.seller == asked.seller
            && row.valid_from <= asked.on
    };
    let Some(last) = rows.iter().filter(fits).max_by_key(|row| (row.valid_from, row.class == asked.class))
    else {
        return RateFound::Unknown;
    };
    if last.valid_to.is_some_and(|end| end < asked.on) {
        return RateFound::NotConfirmed { last: last.clone() };
    }
    let is_deducted = last.is_creditable && asked.buyer == BuyerStatus::General;
    RateFound::Confirmed {
        rate: last.clone(),
        deductible_share: if is_deducted { Decimal::ONE } else { Decimal::ZERO },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(class: &str, rate: i64, from: &str, to: Option<&str>) -> TaxRate {
        TaxRate {
            country: "TH".to_owned(),
            class: class.to_owned(),
            seller: SellerStatus::General,
            rate: Decimal::new(rate, 2),
            base_part: None,
            is_creditable: true,
            is_reverse_charged: false,
            valid_from: from.parse().unwrap(),
            valid_to: to.map(|day| day.parse().unwrap()),
            source: "a text".to_owned(),
            read_on: "2026-11-20".parse().unwrap(),
        }
    }

    #[test]
    fn a_rate_that_has_ended_is_not_confirmed() {
        let rows = [row("any", 7, "1999-04-01", Some("2026-09-30")), row("leasing", 5, "2020-01-01", None)];
        let on = |day: &str, class: &str, buyer| {
            let asked = RateAsked {
                country: "TH".to_owned(),
                class: class.to_owned(),
                seller: SellerStatus::General,
                buyer,
                on: day.parse().unwrap(),
            };
            rate_on(&rows, &asked)
        };
        let RateFound::Confirmed { rate, deductible_share } = on("2026-09-30", "it", BuyerStatus::Exempt)
        else {
            panic!("the last day is a day on which it holds");
        };
        assert_eq!((rate.rate, deductible_share), (Decimal::new(7, 2), Decimal::ZERO));
        assert!(matches!(on("2026-10-01", "it", BuyerStatus::General), RateFound::NotConfirmed { .. }));
        assert_eq!(on("1999-03-31", "it", BuyerStatus::General), RateFound::Unknown);
        let RateFound::Confirmed { rate, .. } = on("2026-10-01", "leasing", BuyerStatus::General) else {
            panic!("the row of its own class");
        };
        assert_eq!(rate.rate, Decimal::new(5, 2));
    }
}
