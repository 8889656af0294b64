//! Where a bilingual text stands in the record: the kind of record and the column.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Noun, Role};

/// The place of a bilingual text. It crosses as `<kind>_<column>`: `requirement_title`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPlace {
    pub noun: Noun,
    pub field: &'static str,
}

impl TextPlace {
    /// Every place, in the order of the kinds and their columns.
    pub fn all() -> impl Iterator<Item = Self> {
        Noun::ALL.iter().flat_map(|noun| {
            let texts = noun.spec().fields.iter();
            let texts = texts.filter(|field| matches!(field.role, Role::Title | Role::Body | Role::Said));
            texts.map(|field| Self { noun: *noun, field: field.name })
        })
    }

    fn name(self) -> String {
        format!("{}_{}", self.noun.spec().table, self.field)
    }
}

impl Serialize for TextPlace {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.name())
    }
}

impl<'de> Deserialize<'de> for TextPlace {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Cow::<'de, str>::deserialize(deserializer)?;
        let found = Self::all().find(|place| place.name() == name);
        found.ok_or_else(|| serde::de::Error::custom(format!("no text stands at {name}")))
    }
}

impl JsonSchema for TextPlace {
    fn schema_name() -> Cow<'static, str> {
        "TextPlace".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let names: Vec<String> = Self::all().map(Self::name).collect();
        json_schema!({ "type": "string", "enum": names, "description": "A bilingual text by its place in the record." })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_written() {
        let mut names: Vec<String> = TextPlace::all().map(TextPlace::name).collect();
        for place in TextPlace::all() {
            let written = serde_json::to_value(place).unwrap();
            assert_eq!(serde_json::from_value::<TextPlace>(written).unwrap(), place);
        }
        names.sort();
        names.dedup();
        assert_eq!(names.len(), TextPlace::all().count(), "two places of one name");
        assert!(serde_json::from_value::<TextPlace>("requirement_source".into()).is_err());
    }
}
