//! Levers of profit over a book of customers: retention, price and volume and mix, and a buffer for risk.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::exact::Exact;

/// What a customer was worth at the beginning and at the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    pub start: Exact,
    pub end: Exact,
}

/// Retention of those who were customers at the beginning; nothing without any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retention {
    pub net: Option<Exact>,
    /// Without what grew: at most one, and at most the net.
    pub gross: Option<Exact>,
    /// Customers who left, of those at the beginning.
    pub lost_customers: Option<Exact>,
}

/// New customers are no part of it.
pub fn retention(customers: &[Customer]) -> Retention {
    let cohort: Vec<&Customer> = customers.iter().filter(|each| each.start.is_positive()).collect();
    let start: Exact = cohort.iter().map(|each| &each.start).sum();
    let end: Exact = cohort.iter().map(|each| &each.end).sum();
    let kept: Exact = cohort.iter().map(|each| (&each.start).min(&each.end)).sum();
    let lost = cohort.iter().filter(|each| !each.end.is_positive()).count();
    let share = |count: usize| i64::try_from(count).ok();
    Retention {
        net: end.over(&start),
        gross: kept.over(&start),
        lost_customers: share(lost).zip(share(cohort.len())).and_then(|(lost, all)| Exact::ratio(lost, all)),
    }
}

/// A product before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    pub quantity_before: Exact,
    pub price_before: Exact,
    pub quantity_after: Exact,
    pub price_after: Exact,
}

/// Why revenue changed. The three effects add up to the change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effects {
    pub before: Exact,
    pub after: Exact,
    pub price: Exact,
    pub volume: Exact,
    pub mix: Exact,
}

/// Price Σ(p₁−p₀)q₁; volume (Q₁−Q₀) at the old average price; mix is the rest. A product that was not sold before has
/// no effect of price. Quantities must be of one unit.
pub fn effects(products: &[Product]) -> Effects {
    let sum = |figure: fn(&Product) -> Exact| products.iter().map(figure).sum::<Exact>();
    let before = sum(|each| &each.quantity_before * &each.price_before);
    let after = sum(|each| &each.quantity_after * &each.price_after);
    let price = sum(|each| match each.quantity_before.is_zero() {
        true => Exact::zero(),
        false => (&each.price_after - &each.price_before) * &each.quantity_after,
    });
    let units = sum(|each| each.quantity_before.clone());
    let more = sum(|each| each.quantity_after.clone()) - &units;
    let volume = (&before * more).over(&units).unwrap_or_else(Exact::zero);
    Effects { mix: &after - &before - &price - &volume, before, after, price, volume }
}

/// What might happen to a contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RiskEvent {
    pub name: String,
    pub exposure: Decimal,
    pub probability: Decimal,
    /// The part of the exposure that is lost when it happens.
    pub loss_share: Decimal,
}

/// Σ exposure × probability × share lost.
pub fn expected_loss(events: &[RiskEvent]) -> Exact {
    let loss = |event: &RiskEvent| {
        Exact::from(event.exposure) * Exact::from(event.probability) * Exact::from(event.loss_share)
    };
    events.iter().map(loss).sum()
}

/// How a buffer of so many per cent is meant: the two differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BufferMode {
    /// Of the base: base × (1 + rate).
    Markup,
    /// Of the price: base ÷ (1 − rate).
    Margin,
}

/// The price with a buffer; nothing when the buffer is the whole price.
pub fn buffered(base: &Exact, rate: &Exact, mode: BufferMode) -> Option<Exact> {
    match mode {
        BufferMode::Markup => Some(base * (Exact::one() + rate)),
        BufferMode::Margin => base.over(&(Exact::one() - rate)).filter(|_| *rate < Exact::one()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retention_is_of_those_who_were_there() {
        let customer = |start: i64, end: i64| Customer { start: start.into(), end: end.into() };
        let told = retention(&[customer(100, 150), customer(100, 60), customer(50, 0), customer(0, 400)]);
        assert_eq!((told.net, told.gross), (Exact::ratio(210, 250), Exact::ratio(160, 250)));
        assert_eq!(told.lost_customers, Exact::ratio(1, 3));
        assert_eq!(retention(&[customer(0, 5)]).net, None);
    }

    #[test]
    fn effects_add_up_to_the_change() {
        let product = |q0: i64, p0: i64, q1: i64, p1: i64| Product {
            quantity_before: q0.into(),
            price_before: p0.into(),
            quantity_after: q1.into(),
            price_after: p1.into(),
        };
        // Price −1 × 120; volume 20 more at 10; a new product at 7 instead of 10.
        let told = effects(&[product(100, 10, 120, 9), product(0, 0, 100, 7)]);
        assert_eq!((told.price, told.volume), (Exact::from(-120), 1200.into()));
        assert_eq!(told.mix, Exact::from(1780 - 1000 + 120 - 1200));
    }

    #[test]
    fn a_markup_is_no_margin() {
        let rate = Exact::scaled(8, 2);
        assert_eq!(buffered(&1_000_000.into(), &rate, BufferMode::Markup), Some(1_080_000.into()));
        let margin = buffered(&1_000_000.into(), &rate, BufferMode::Margin).unwrap();
        assert_eq!(margin.shown_at(2).unwrap().to_string(), "1086956.52");
        assert_eq!(buffered(&1.into(), &Exact::one(), BufferMode::Margin), None);
    }
}
