//! Conditions as they are written become conditions that can be asked: every name known, every operand of its type.

use super::Pack;
use super::fault::{missing, wrong};
use crate::condition::{Comparison, Condition, DEEPEST, Subject, Test};
use crate::error::PackError;
use crate::form::RawCondition;
use crate::value::{FactType, FactValue, Typed};

pub(super) fn read(rule: &str, raw: &RawCondition, pack: &Pack) -> Result<Condition, PackError> {
    at(rule, raw, pack, 1)
}

fn at(rule: &str, raw: &RawCondition, pack: &Pack, depth: usize) -> Result<Condition, PackError> {
    if depth > DEEPEST {
        return Err(PackError::ConditionTooDeep { place: rule.to_owned(), most: DEEPEST });
    }
    let bad = || PackError::BadCondition { place: rule.to_owned() };
    let each = |parts: &[RawCondition]| -> Result<Vec<_>, _> {
        parts.iter().map(|part| at(rule, part, pack, depth + 1)).collect()
    };
    let compared = comparison(rule, raw, pack)?;
    match (&raw.all, &raw.any, &raw.not, compared) {
        (Some(parts), None, None, None) => Ok(Condition::All(each(parts)?)),
        (None, Some(parts), None, None) if !parts.is_empty() => Ok(Condition::Any(each(parts)?)),
        (None, None, Some(part), None) => Ok(Condition::Not(Box::new(at(rule, part, pack, depth + 1)?))),
        (None, None, None, Some(comparison)) => Ok(Condition::Test(comparison)),
        _ => Err(bad()),
    }
}

fn comparison(rule: &str, raw: &RawCondition, pack: &Pack) -> Result<Option<Comparison>, PackError> {
    let known = raw.is_known.map(toml::Value::Boolean);
    let tests = [
        (Test::Eq, &raw.eq),
        (Test::Ne, &raw.ne),
        (Test::Lt, &raw.lt),
        (Test::Le, &raw.le),
        (Test::Gt, &raw.gt),
        (Test::Ge, &raw.ge),
        (Test::In, &raw.one_of),
        (Test::NotIn, &raw.not_in),
        (Test::ContainsAny, &raw.contains_any),
        (Test::ContainsAll, &raw.contains_all),
        (Test::IsKnown, &known),
    ];
    let mut given =
        tests.into_iter().filter_map(|(test, operand)| operand.as_ref().map(|operand| (test, operand)));
    let one = (given.next(), given.next());
    let subject = match (&raw.fact, &raw.decision, one) {
        (None, None, (None, None)) => return Ok(None),
        (Some(fact), None, (Some(_), None)) => {
            Subject::Fact(*pack.fact_index.get(fact).ok_or_else(|| missing(rule, "fact", fact))?)
        }
        (None, Some(decision), (Some(_), None)) => {
            Subject::Decision(pack.decision(decision).ok_or_else(|| missing(rule, "decision", decision))?)
        }
        _ => return Err(PackError::BadCondition { place: rule.to_owned() }),
    };
    let (Some((test, operand)), _) = one else { return Ok(None) };
    let against = match subject {
        Subject::Fact(fact) => of_fact(rule, test, operand, &pack.facts[fact])?,
        Subject::Decision(decision) => of_decision(rule, test, operand, pack, decision)?,
    };
    Ok(Some(Comparison { subject, test, against }))
}

fn of_fact(
    rule: &str,
    test: Test,
    operand: &toml::Value,
    fact: &crate::form::Fact,
) -> Result<Vec<Typed>, PackError> {
    let unfit = || wrong(rule, &fact.id);
    let ordered =
        matches!(fact.kind, FactType::Int | FactType::Decimal | FactType::Date | FactType::Duration);
    let fits = match test {
        Test::Eq | Test::Ne => fact.kind != FactType::Set,
        Test::Lt | Test::Le | Test::Gt | Test::Ge => ordered,
        Test::In | Test::NotIn => !matches!(fact.kind, FactType::Set | FactType::Bool),
        Test::ContainsAny | Test::ContainsAll => fact.kind == FactType::Set,
        Test::IsKnown => return if operand.as_bool() == Some(true) { Ok(Vec::new()) } else { Err(unfit()) },
    };
    if !fits {
        return Err(unfit());
    }
    let kind = if fact.kind == FactType::Set { FactType::Enum } else { fact.kind };
    let several = matches!(test, Test::In | Test::NotIn | Test::ContainsAny | Test::ContainsAll);
    let operands = match (operand, several) {
        (toml::Value::Array(parts), true) if !parts.is_empty() => parts.iter().collect(),
        (one, false) => vec![one],
        _ => return Err(unfit()),
    };
    let read = operands.into_iter().map(|each| {
        let typed = plain(each).and_then(|value| Typed::read(kind, &value)).ok_or_else(unfit)?;
        match &typed {
            Typed::Word(word) if kind == FactType::Enum && !fact.values.contains(word) => {
                Err(missing(rule, "value", word))
            }
            _ => Ok(typed),
        }
    });
    read.collect()
}

fn of_decision(
    rule: &str,
    test: Test,
    operand: &toml::Value,
    pack: &Pack,
    decision: usize,
) -> Result<Vec<Typed>, PackError> {
    let choice = &pack.decisions[decision];
    let unfit = || wrong(rule, &choice.id);
    let single = !matches!(choice.combine, crate::form::Combine::Union | crate::form::Combine::Intersect);
    let words: Vec<&str> = match (test, operand) {
        (Test::Eq | Test::Ne, toml::Value::String(word)) => vec![word.as_str()],
        (Test::In | Test::NotIn, toml::Value::Array(words)) => {
            words.iter().map(|word| word.as_str().ok_or_else(unfit)).collect::<Result<_, _>>()?
        }
        _ => return Err(unfit()),
    };
    if !single || words.is_empty() {
        return Err(unfit());
    }
    let known = |word: &str| choice.values.iter().any(|value| value.text == word);
    match words.iter().find(|word| !known(word)) {
        Some(word) => Err(missing(rule, "value", word)),
        None => Ok(words.into_iter().map(|word| Typed::Word(word.to_owned())).collect()),
    }
}

fn plain(value: &toml::Value) -> Option<FactValue> {
    match value {
        toml::Value::Boolean(is) => Some(FactValue::Bool(*is)),
        toml::Value::Integer(number) => Some(FactValue::Int(*number)),
        toml::Value::String(text) => Some(FactValue::Text(text.clone())),
        toml::Value::Datetime(day) => Some(FactValue::Text(day.to_string())),
        _ => None,
    }
}
