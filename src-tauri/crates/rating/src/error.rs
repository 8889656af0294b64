//! Why a figure cannot be worked out.

use thiserror::Error;

/// What is wrong with the facts that were handed in. Nothing is guessed in their place.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RatingError {
    /// Beyond what 28 digits can say.
    #[error("the figure exceeds what can be counted exactly")]
    OutOfRange,
    #[error("{text:?} is no decimal figure")]
    NotAFigure { text: String },
    /// A price by tiers has no tier, or one that does not rise above the one before it.
    #[error("tier {tier} does not rise above the one before it")]
    TiersNotRising { tier: usize },
    /// A field that must be above zero.
    #[error("{field} must be above zero")]
    NotPositive { field: &'static str },
    /// A field that must not be below zero.
    #[error("{field} must not be below zero")]
    Negative { field: &'static str },
    /// Usage or a tenant of a name that the plan does not have.
    #[error("there is no {name:?}")]
    Unknown { name: String },
    /// Two of a name where each must stand alone.
    #[error("{name:?} stands twice")]
    Repeated { name: String },
    /// A currency whose minor unit is not known and was not stated.
    #[error("the minor unit of {currency:?} is not known")]
    UnknownCurrency { currency: String },
    /// A minute of the day that has no price of electricity, or several; 1440 for a band that is no part of a day.
    #[error("minute {minute} of the day has no price, or several")]
    Coverage { minute: u32 },
    /// An operation that stands twice in a plan's order, or where it cannot.
    #[error("{operation:?} cannot stand there")]
    Misplaced { operation: crate::operation::Operation },
    /// A period that ends before it begins, or a service outside of it.
    #[error("the period has no day")]
    EmptyPeriod,
}
