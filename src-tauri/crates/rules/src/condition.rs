//! Conditions of rules: comparisons of facts, joined by all, any and not. No arithmetic, no patterns, no scripting.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use crate::value::{FactValue, Truth, Typed};

/// How deep conditions may be nested.
pub(crate) const DEEPEST: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Test {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    In,
    NotIn,
    ContainsAny,
    ContainsAll,
    IsKnown,
}

impl Test {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Eq => "eq",
            Self::Ne => "ne",
            Self::Lt => "lt",
            Self::Le => "le",
            Self::Gt => "gt",
            Self::Ge => "ge",
            Self::In => "in",
            Self::NotIn => "not_in",
            Self::ContainsAny => "contains_any",
            Self::ContainsAll => "contains_all",
            Self::IsKnown => "is_known",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Subject {
    Fact(usize),
    /// A decision that stands before this one.
    Decision(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comparison {
    pub subject: Subject,
    pub test: Test,
    /// One operand, or those of `in`, `contains_any` and the like.
    pub against: Vec<Typed>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    All(Vec<Condition>),
    Any(Vec<Condition>),
    Not(Box<Condition>),
    Test(Comparison),
}

impl Condition {
    /// What it comes to when each comparison comes to what `of` says.
    pub(crate) fn truth(&self, of: &mut impl FnMut(&Comparison) -> Truth) -> Truth {
        match self {
            Self::All(parts) => {
                let mut truth = Truth::True;
                for part in parts {
                    truth = truth.and(part.truth(of));
                    if truth == Truth::False {
                        break;
                    }
                }
                truth
            }
            Self::Any(parts) => {
                let mut truth = Truth::False;
                for part in parts {
                    truth = truth.or(part.truth(of));
                    if truth == Truth::True {
                        break;
                    }
                }
                truth
            }
            Self::Not(part) => !part.truth(of),
            Self::Test(comparison) => of(comparison),
        }
    }

    pub(crate) fn comparisons<'a>(&'a self, into: &mut Vec<&'a Comparison>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.comparisons(into)),
            Self::Not(part) => part.comparisons(into),
            Self::Test(comparison) => into.push(comparison),
        }
    }
}

impl Comparison {
    /// A comparison of what is known. `is_known` of an unknown is itself unknown, never false: an answer given later
    /// may open a decision but never turns one over.
    pub(crate) fn truth(&self, known: Option<&Typed>) -> Truth {
        known.map_or(Truth::Unknown, |value| self.holds(value).into())
    }

    pub(crate) fn holds(&self, value: &Typed) -> bool {
        let order = || self.against.first().and_then(|against| value.order(against));
        let within = || self.against.contains(value);
        match self.test {
            Test::Eq => self.against.first() == Some(value),
            Test::Ne => self.against.first() != Some(value),
            Test::Lt => order() == Some(Ordering::Less),
            Test::Le => matches!(order(), Some(Ordering::Less | Ordering::Equal)),
            Test::Gt => order() == Some(Ordering::Greater),
            Test::Ge => matches!(order(), Some(Ordering::Greater | Ordering::Equal)),
            Test::In => within(),
            Test::NotIn => !within(),
            Test::ContainsAny => self.words().any(|word| member(value, word)),
            Test::ContainsAll => self.words().all(|word| member(value, word)),
            Test::IsKnown => true,
        }
    }

    /// The words among the operands.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.against.iter().filter_map(|against| match against {
            Typed::Word(word) => Some(word.as_str()),
            _ => None,
        })
    }

    pub(crate) fn shown(&self) -> Vec<FactValue> {
        self.against.iter().map(Typed::shown).collect()
    }
}

fn member(value: &Typed, word: &str) -> bool {
    let empty = BTreeSet::new();
    let set = if let Typed::Set(set) = value { set } else { &empty };
    set.contains(word)
}
