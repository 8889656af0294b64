//! What must not be told: passphrases, recovery keys, passwords of certificates.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use serde_json::Value;
use zeroize::Zeroizing;

/// A text that is wiped when it is dropped, says nothing to a debugger's print, and is not repeated by the error of a
/// request that has something else in its place. It crosses the line as plain text.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }
}

impl std::ops::Deref for Secret {
    type Target = str;
    fn deref(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::String(text) => Ok(Self::new(text)),
            other => {
                wipe(other);
                Err(D::Error::custom("invalid type, expected a string"))
            }
        }
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self)
    }
}

impl JsonSchema for Secret {
    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        String::json_schema(generator)
    }
}

/// Overwrites every text of a request that is done with.
pub fn wipe(value: Value) {
    match value {
        Value::String(text) => drop(Zeroizing::new(text)),
        Value::Array(items) => items.into_iter().for_each(wipe),
        Value::Object(fields) => fields.into_iter().for_each(|(_, field)| wipe(field)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_it_is_printed_or_repeated() {
        let secret: Secret = serde_json::from_str("\"tide-and-tally\"").unwrap();
        assert_eq!((&*secret, format!("{secret:?}").as_str()), ("tide-and-tally", "Secret(…)"));
        for wrong in
            ["12345678901234", "[\"tide-and-tally\"]", "{\"tide\": \"tally\"}", "true", "null", "1.5e300"]
        {
            let told = serde_json::from_str::<Secret>(wrong).unwrap_err().to_string();
            assert!(!told.contains("1234") && !told.contains("tide") && !told.contains("tally"), "{told}");
        }
    }
}
