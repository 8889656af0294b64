//! Numbers as a section sets them.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::code::{Section, Token};

/// Letters that a number without a form of its own takes at most.
const GENERAL: usize = 11;

/// What the section shows of a number that is not negative; None when it has more figures than can be shown.
pub(super) fn shown(section: &Section, value: f64) -> Option<String> {
    let tokens = &section.tokens;
    if tokens.iter().any(|token| matches!(token, Token::General | Token::Text)) {
        let number = general(value)?;
        return Some(
            tokens
                .iter()
                .map(|token| match token {
                    Token::General | Token::Text => number.clone(),
                    other => literal(other),
                })
                .collect(),
        );
    }
    if !tokens.iter().any(|token| matches!(token, Token::Digit(_))) {
        return Some(tokens.iter().map(literal).collect());
    }
    let exact = decimal(value)?;
    if let Some(at) = tokens.iter().position(|token| matches!(token, Token::Exponent(_))) {
        return scientific(tokens, at, exact);
    }
    if let Some(at) = stroke(tokens) {
        return fraction(tokens, at, exact);
    }
    plain(tokens, exact)
}

fn literal(token: &Token) -> String {
    match token {
        Token::Literal(words) => words.clone(),
        Token::Point => ".".to_owned(),
        Token::Comma => ",".to_owned(),
        Token::Percent => "%".to_owned(),
        Token::Stroke => "/".to_owned(),
        _ => String::new(),
    }
}

/// The number in the fifteen figures that a spreadsheet keeps.
fn decimal(value: f64) -> Option<Decimal> {
    Decimal::from_scientific(&format!("{value:.14e}")).ok().map(|number| number.normalize())
}

/// A number without a form. Whole ones of twelve figures and more are shown as a power of ten, in which their figures
/// are lost: these have no form that can be taken in.
fn general(value: f64) -> Option<String> {
    let exact = decimal(value)?;
    let whole = exact.trunc().to_string().len();
    if whole > GENERAL {
        return None;
    }
    let places = u32::try_from(GENERAL.saturating_sub(whole + 1)).unwrap_or_default();
    let rounded = exact.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero).normalize();
    // So small that it would be shown as a power of ten.
    let is_lost = rounded.is_zero() && !exact.is_zero();
    (!is_lost).then(|| rounded.to_string())
}

/// Figures before a point, behind it, and the words between them.
fn plain(tokens: &[Token], exact: Decimal) -> Option<String> {
    let percents = tokens.iter().filter(|token| **token == Token::Percent).count();
    let last_digit = tokens.iter().rposition(|token| matches!(token, Token::Digit(_)))?;
    let first_digit = tokens.iter().position(|token| matches!(token, Token::Digit(_)))?;
    let point = tokens.iter().position(|token| *token == Token::Point);
    let whole_end = point.unwrap_or(tokens.len());
    let last_whole = tokens[..whole_end].iter().rposition(|token| matches!(token, Token::Digit(_)));
    // Commas behind the last figure of the whole part divide by a thousand each; those between figures group them.
    let trailing = |end: usize| tokens[end + 1..].iter().take_while(|token| **token == Token::Comma).count();
    let mut thousands = last_whole.map_or(0, trailing);
    if point.is_some() {
        thousands += if last_whole == Some(last_digit) { 0 } else { trailing(last_digit) };
    }
    let is_grouped = last_whole.is_some_and(|last| tokens[first_digit..last].contains(&Token::Comma));
    let mut number = exact;
    for _ in 0..percents {
        number = number.checked_mul(Decimal::from(100))?;
    }
    for _ in 0..thousands {
        number = number.checked_div(Decimal::from(1000))?;
    }
    let behind: Vec<usize> =
        (whole_end..tokens.len()).filter(|at| matches!(tokens[*at], Token::Digit(_))).collect();
    let places = u32::try_from(behind.len()).ok()?;
    let rounded = number.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero);
    let written = format!("{rounded:.*}", behind.len());
    let (whole, fraction) = written.split_once('.').unwrap_or((&written, ""));
    let mut text = whole_part(&tokens[..whole_end], whole, is_grouped);
    // Figures behind the point that need not be shown go from the right.
    let kept = behind
        .iter()
        .zip(fraction.bytes())
        .rposition(|(at, figure)| figure != b'0' || tokens[*at] != Token::Digit('#'))
        .map_or(0, |last| last + 1);
    let mut figures = fraction.chars().take(kept);
    for token in &tokens[whole_end..] {
        match token {
            Token::Digit(_) => text.extend(figures.next()),
            Token::Comma => {}
            other => text.push_str(&literal(other)),
        }
    }
    Some(text)
}

/// The whole part, its figures set from the right onto their places, what is left over at the first.
fn whole_part(tokens: &[Token], whole: &str, is_grouped: bool) -> String {
    let mut figures: Vec<char> = if whole == "0" { Vec::new() } else { whole.chars().rev().collect() };
    let places = tokens.iter().filter(|token| matches!(token, Token::Digit(_))).count();
    let needed = tokens.iter().rev().filter(|token| matches!(token, Token::Digit(_))).enumerate();
    let least = needed.filter(|(_, token)| **token == Token::Digit('0')).map(|(at, _)| at + 1).max();
    while figures.len() < least.unwrap_or(0) {
        figures.push('0');
    }
    let mut reversed: Vec<String> = Vec::new();
    let (mut taken, mut passed) = (0, 0);
    let take = |reversed: &mut Vec<String>, taken: &mut usize| {
        if let Some(figure) = figures.get(*taken) {
            if is_grouped && *taken > 0 && (*taken).is_multiple_of(3) {
                reversed.push(",".to_owned());
            }
            reversed.push(figure.to_string());
            *taken += 1;
        }
    };
    for token in tokens.iter().rev() {
        match token {
            Token::Digit(_) => {
                passed += 1;
                take(&mut reversed, &mut taken);
                if passed == places {
                    (0..whole.len()).for_each(|_| take(&mut reversed, &mut taken));
                }
            }
            Token::Comma => {}
            other => reversed.push(literal(other)),
        }
    }
    reversed.into_iter().rev().collect()
}

fn scientific(tokens: &[Token], at: usize, exact: Decimal) -> Option<String> {
    let Token::Exponent(writes_plus) = tokens[at] else { return None };
    let point = tokens[..at].iter().position(|token| *token == Token::Point);
    let digits = |tokens: &[Token]| tokens.iter().filter(|token| matches!(token, Token::Digit(_))).count();
    let whole = i32::try_from(digits(&tokens[..point.unwrap_or(at)])).ok()?.max(1);
    let places = u32::try_from(point.map_or(0, |point| digits(&tokens[point..at]))).ok()?;
    let value = exact.to_f64()?;
    #[allow(clippy::cast_possible_truncation, reason = "the power of ten of a decimal")]
    let power = if exact.is_zero() { 0 } else { value.log10().floor() as i32 };
    let mut power = power.div_euclid(whole) * whole;
    let scaled = |power: i32| {
        let shifted = decimal(value / 10_f64.powi(power))?;
        Some(shifted.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
    };
    let mut mantissa = scaled(power)?;
    if mantissa >= Decimal::from(10_i64.pow(u32::try_from(whole).ok()?)) {
        power += whole;
        mantissa = scaled(power)?;
    }
    let sign = match (power < 0, writes_plus) {
        (true, _) => "-",
        (false, true) => "+",
        (false, false) => "",
    };
    let width = digits(&tokens[at..]);
    Some(format!("{mantissa:.*}E{sign}{:0width$}", places as usize, power.abs()))
}

/// The stroke of a fraction: one with figures on both sides.
fn stroke(tokens: &[Token]) -> Option<usize> {
    let at = tokens.iter().position(|token| *token == Token::Stroke)?;
    let is_figure = |token: &Token| matches!(token, Token::Digit(_));
    (tokens[..at].iter().any(is_figure)
        && tokens.get(at + 1).is_some_and(|token| {
            is_figure(token)
                || matches!(token, Token::Literal(words) if words.chars().all(|c| c.is_ascii_digit()))
        }))
    .then_some(at)
}

/// A whole number and the nearest fraction with as many figures below the stroke as there are places.
fn fraction(tokens: &[Token], at: usize, exact: Decimal) -> Option<String> {
    let fixed: String = tokens[at + 1..]
        .iter()
        .map_while(|token| match token {
            Token::Literal(words) if words.chars().all(|c| c.is_ascii_digit()) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    let places = tokens[at + 1..].iter().take_while(|token| matches!(token, Token::Digit(_))).count();
    let has_whole = tokens[..at].iter().any(|token| matches!(token, Token::Literal(words) if words == " "));
    let (whole, rest) = match has_whole {
        true => (exact.trunc(), exact.fract().to_f64()?),
        false => (Decimal::ZERO, exact.to_f64()?),
    };
    let most = match fixed.parse::<u32>() {
        Ok(fixed) => fixed..=fixed,
        Err(_) => 1..=10_u32.pow(u32::try_from(places.min(3)).ok()?) - 1,
    };
    let off = |below: u32| (rest * f64::from(below)).round() / f64::from(below) - rest;
    let below = most.min_by(|a, b| off(*a).abs().total_cmp(&off(*b).abs()))?;
    let above = (rest * f64::from(below)).round();
    let whole = if above >= f64::from(below) && has_whole { whole + Decimal::ONE } else { whole };
    let is_shown = above > 0.0 && (!has_whole || above < f64::from(below));
    Some(match (whole.is_zero(), is_shown) {
        (true, true) => format!("{above}/{below}"),
        (false, true) => format!("{whole} {above}/{below}"),
        (_, false) => whole.to_string(),
    })
}
