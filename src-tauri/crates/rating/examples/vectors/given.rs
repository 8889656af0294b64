//! What a vector hands in, read as exact figures, and what is told of it.

use hefu_rating::model::Minor;
use hefu_rating::{Exact, RatingError, Rounding};
use rust_decimal::Decimal;
use serde_json::{Map, Value};

/// Named figures, or why there are none.
pub(crate) type Told = Result<Map<String, Value>, String>;

/// A figure of a vector: text, or a plain whole number.
pub(crate) fn figure(value: &Value) -> Option<Exact> {
    match value {
        Value::String(text) => text.parse().ok(),
        Value::Number(number) => number.to_string().parse().ok(),
        _ => None,
    }
}

/// The input of a vector, or a part of it.
pub(crate) struct Given<'a>(&'a Value);

impl<'a> Given<'a> {
    pub(crate) fn of(value: &'a Value) -> Self {
        Self(value)
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|value| !value.is_null())
    }

    pub(crate) fn part(&self, name: &str) -> Given<'a> {
        Given(self.0.get(name).unwrap_or(&Value::Null))
    }

    pub(crate) fn get(&self, name: &str) -> Result<Exact, String> {
        self.maybe(name)?.ok_or_else(|| format!("{name} is missing"))
    }

    /// Nothing when it is not there or null.
    pub(crate) fn maybe(&self, name: &str) -> Result<Option<Exact>, String> {
        match self.0.get(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => figure(value).map(Some).ok_or_else(|| format!("{name} is no figure: {value}")),
        }
    }

    pub(crate) fn or(&self, name: &str, default: i64) -> Result<Exact, String> {
        Ok(self.maybe(name)?.unwrap_or_else(|| default.into()))
    }

    pub(crate) fn decimal(&self, name: &str) -> Result<Decimal, String> {
        say(self.get(name)?.shown_at(28))
    }

    pub(crate) fn decimal_or(&self, name: &str, default: i64) -> Result<Decimal, String> {
        say(self.or(name, default)?.shown_at(28))
    }

    pub(crate) fn maybe_decimal(&self, name: &str) -> Result<Option<Decimal>, String> {
        self.maybe(name)?.map(|figure| say(figure.shown_at(28))).transpose()
    }

    pub(crate) fn count(&self, name: &str) -> Result<u32, String> {
        let figure = self.get(name)?;
        say(figure.shown())?.try_into().map_err(|_| format!("{name} is no count"))
    }

    pub(crate) fn text(&self, name: &str) -> &'a str {
        self.0.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    pub(crate) fn is(&self, name: &str) -> bool {
        match self.0.get(name) {
            Some(Value::Bool(is)) => *is,
            Some(Value::String(text)) => text == "true",
            _ => false,
        }
    }

    pub(crate) fn figures(&self, name: &str) -> Result<Vec<Exact>, String> {
        let all = self.0.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        all.iter().map(|value| figure(value).ok_or_else(|| format!("{name} has {value}"))).collect()
    }

    pub(crate) fn decimals(&self, name: &str) -> Result<Vec<Decimal>, String> {
        self.figures(name)?.iter().map(|figure| say(figure.shown_at(28))).collect()
    }

    pub(crate) fn parts(&self, name: &str) -> Vec<Given<'a>> {
        self.0.get(name).and_then(Value::as_array).into_iter().flatten().map(Given).collect()
    }

    /// The names of the fields.
    pub(crate) fn names(&self) -> Vec<&'a str> {
        self.0.as_object().into_iter().flat_map(Map::keys).map(String::as_str).collect()
    }

    pub(crate) fn at(&self, place: usize) -> Result<Exact, String> {
        self.0.get(place).and_then(figure).ok_or_else(|| format!("no figure at {place}"))
    }

    pub(crate) fn day(&self, name: &str) -> Result<chrono::NaiveDate, String> {
        self.text(name).parse().map_err(|_| format!("{name} is no day"))
    }

    /// The smallest unit and the rounding that the vector names: two places, half up, unless it says otherwise.
    pub(crate) fn minor(&self) -> Result<Minor, String> {
        let places =
            ["round_to", "places"].iter().find(|name| self.has(name) && figure(&self.0[**name]).is_some());
        let places = places.map_or(Ok(2), |name| self.count(name))?;
        let is_even = self.text("rounding").contains("half_even");
        Ok(Minor { places, rounding: if is_even { Rounding::HalfEven } else { Rounding::HalfUp } })
    }
}

/// An error of the engine as text.
pub(crate) fn say<T>(result: Result<T, RatingError>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

/// A figure with at most so many decimals, trimmed.
pub(crate) fn at(figure: &Exact, places: u32) -> Result<Value, String> {
    say(figure.shown_at(places)).map(|figure| Value::String(figure.to_string()))
}

/// A figure as it is.
pub(crate) fn plain(figure: &Exact) -> Result<Value, String> {
    at(figure, 12)
}

pub(crate) fn list(figures: &[Exact]) -> Result<Value, String> {
    figures.iter().map(plain).collect::<Result<Vec<_>, _>>().map(Value::Array)
}

/// Named values.
pub(crate) fn told<const N: usize>(fields: [(&str, Value); N]) -> Told {
    Ok(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}
