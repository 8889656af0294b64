//! What a form of a register must say before it is written, and that what it names is there.

use hefu_api::Failure;
use hefu_api::failure::Problem;
use hefu_domain::id::ProjectId;
use hefu_domain::noun::{Noun, Role};
use hefu_domain::register::RecordFields;
use hefu_domain::text::Words;
use hefu_store::{Door, Record};
use serde_json::Value;
use uuid::Uuid;

use super::engines;
use crate::delivery::of_risk;
use crate::failure::{Trouble, fits, invalid, said};

/// Errors: a title is blank, a text is too long, a place lies on no matrix, a day before the one it must follow.
pub(super) fn sound(fields: &RecordFields) -> Result<(), Failure> {
    let noun = fields.kind().noun();
    let table = noun.spec().table;
    let form = serde_json::to_value(fields).unwrap_or_default();
    for field in noun.spec().fields.iter() {
        let words =
            || form.get(field.name).and_then(|words| serde_json::from_value::<Words>(words.clone()).ok());
        match field.role {
            Role::Title => said(table, field.name, &words().unwrap_or_default())?,
            Role::Body | Role::Said => fits(table, field.name, &words().unwrap_or_default())?,
            _ => {}
        }
    }
    let follows = |first: &str, then: &'static str| match (form[first].as_str(), form[then].as_str()) {
        (Some(first), Some(later)) if later < first => Err(invalid(table, then, Problem::OutOfRange)),
        _ => Ok(()),
    };
    match fields {
        RecordFields::Risk(risk) => {
            for (name, place) in
                [("inherent", risk.inherent), ("current", risk.current), ("residual", risk.residual)]
            {
                let on = |level: u8| (1..=LEVELS).contains(&level);
                if place.is_some_and(|place| !on(place.probability) || !on(place.impact)) {
                    return Err(invalid(table, name, Problem::OutOfRange));
                }
            }
            Ok(())
        }
        RecordFields::Issue(_) => follows("raised", "resolved"),
        RecordFields::ChangeRequest(_) => follows("requested", "decided"),
        RecordFields::Approval(_) => follows("submitted", "answered"),
        RecordFields::Letter(_) => follows("date", "delivered").and_then(|()| follows("date", "replied")),
        RecordFields::RiskMatrix(matrix) => {
            let matrix = engines::scored_on(matrix.size, &matrix.bands, &matrix.scores, &matrix.likelihood);
            matrix.check().map_err(|error| of_risk(&error.into()))
        }
        RecordFields::Decision(_) | RecordFields::Action(_) | RecordFields::Lesson(_) => Ok(()),
    }
}

/// Levels of the largest matrix there may be, on either side.
const LEVELS: u8 = 6;

/// Lists and structures stand in no reference of the schema: whether the records that they name are there is looked up
/// here. Errors: one is not, or is of another project.
pub(super) fn named<R: Record>(door: &Door<'_>, project: ProjectId, record: &R) -> Result<(), Trouble> {
    let value = serde_json::to_value(record).unwrap_or_default();
    for field in R::COLUMNS {
        let nouns = match field.role {
            Role::NamesMany(nouns) => nouns,
            Role::Structure => &[Noun::Person, Noun::Organisation],
            _ => continue,
        };
        let mut ids = Vec::new();
        identities(&value[field.name], &mut ids);
        for id in ids {
            let mut is_there = false;
            for noun in nouns {
                is_there |= door.is_of(*noun, id, project)?;
            }
            if !is_there {
                return Err(Failure::NotFound { noun: nouns[0].spec().table.to_owned() }.into());
            }
        }
    }
    Ok(())
}

fn identities(value: &Value, found: &mut Vec<Uuid>) {
    match value {
        Value::String(text) => found.extend(Uuid::parse_str(text).ok()),
        Value::Array(items) => items.iter().for_each(|item| identities(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| identities(field, found)),
        _ => {}
    }
}
