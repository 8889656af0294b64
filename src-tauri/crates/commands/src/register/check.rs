//! What a form of a register must say before it is written, and that what it names is there.

use std::collections::BTreeSet;

use hefu_api::Failure;
use hefu_api::failure::Problem;
use hefu_domain::id::ProjectId;
use hefu_domain::noun::{Noun, Role};
use hefu_domain::register::{
    CheckLasts, HandOverFields, RecordFields, STAKEHOLDER_LEVELS, StakeholderFields, WorkPackageFields,
};
use hefu_domain::text::Words;
use hefu_store::{Record, WriteTx};
use serde_json::Value;
use uuid::Uuid;

use super::engines;
use crate::delivery::of_risk;
use crate::failure::{CommandError, fits, invalid, said};

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
    within(fields, table, &form)
}

/// What the fields of a form say of each other.
fn within(fields: &RecordFields, table: &'static str, form: &Value) -> Result<(), Failure> {
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
        RecordFields::Gate(gate) => {
            if gate.position == 0 {
                return Err(invalid(table, "position", Problem::OutOfRange));
            }
            let named = gate.conditions.iter().map(|each| (each.key.as_str(), &each.title));
            listed(table, "conditions", named)
        }
        RecordFields::GateCheck(check) => match (check.lasts, check.valid_until) {
            (CheckLasts::Until, None) => Err(invalid(table, "valid_until", Problem::Blank)),
            (CheckLasts::Until, Some(_)) | (_, None) => Ok(()),
            (_, Some(_)) => Err(invalid(table, "lasts", Problem::OutOfRange)),
        },
        RecordFields::HandOver(form) => handed_over(form, table).and_then(|()| follows("given", "taken")),
        RecordFields::Stakeholder(form) => judged(form, table).and_then(|()| follows("since", "last_met")),
        RecordFields::WorkPackage(form) => looked_at(form, table),
        RecordFields::Decision(_) | RecordFields::Action(_) | RecordFields::Lesson(_) => Ok(()),
    }
}

fn handed_over(form: &HandOverFields, table: &str) -> Result<(), Failure> {
    listed(table, "items", form.items.iter().map(|each| (each.key.as_str(), &each.title)))?;
    listed(table, "promises", form.promises.iter().map(|each| (each.key.as_str(), &each.text)))?;
    match (form.given, form.taken) {
        (None, Some(_)) => Err(invalid(table, "given", Problem::Blank)),
        _ => Ok(()),
    }
}

fn judged(form: &StakeholderFields, table: &str) -> Result<(), Failure> {
    for (name, level) in [("power", form.power), ("interest", form.interest)] {
        if level.is_some_and(|level| !(1..=STAKEHOLDER_LEVELS).contains(&level)) {
            return Err(invalid(table, name, Problem::OutOfRange));
        }
    }
    if form.rhythm == Some(0) {
        return Err(invalid(table, "rhythm", Problem::OutOfRange));
    }
    Ok(())
}

/// Nobody looks at what has not come, and the later look stands below the earlier.
fn looked_at(form: &WorkPackageFields, table: &str) -> Result<(), Failure> {
    let days: Vec<_> = form.looks.iter().map(|look| Some(look.on)).collect();
    match (form.handed_over, days.first()) {
        (None, Some(_)) => return Err(invalid(table, "handed_over", Problem::Blank)),
        (Some(_), Some(first)) if *first < form.handed_over => {
            return Err(invalid(table, "looks", Problem::OutOfRange));
        }
        _ => {}
    }
    if !days.is_sorted() {
        return Err(invalid(table, "looks", Problem::OutOfRange));
    }
    form.looks.iter().try_for_each(|look| fits(table, "looks", &look.remark))
}

/// Each has a key of its own and says something. Errors: one does not.
fn listed<'a>(
    table: &str,
    field: &str,
    all: impl Iterator<Item = (&'a str, &'a Words)>,
) -> Result<(), Failure> {
    let mut seen = BTreeSet::new();
    for (key, words) in all {
        if key.trim().is_empty() || !seen.insert(key) {
            return Err(invalid(table, field, Problem::OutOfRange));
        }
        said(table, field, words)?;
    }
    Ok(())
}

/// Levels of the largest matrix there may be, on either side.
const LEVELS: u8 = 6;

/// Lists and structures stand in no reference of the schema: whether the records that they name are there is looked up
/// here. Errors: one is not, or is of another project.
pub(crate) fn named<R: Record>(tx: &WriteTx<'_>, project: ProjectId, record: &R) -> Result<(), CommandError> {
    let value = serde_json::to_value(record).unwrap_or_default();
    for field in R::COLUMNS {
        let mut found = Vec::new();
        identities(field.name, &value[field.name], &mut found);
        for (key, id) in found {
            let nouns = match field.role {
                Role::NamesMany(nouns) => nouns,
                Role::Structure => under(&key),
                _ => continue,
            };
            let mut is_there = false;
            for noun in nouns {
                is_there |= tx.is_of(*noun, id, project)?;
            }
            if !is_there {
                return Err(Failure::NotFound { noun: nouns[0].spec().table.to_owned() }.into());
            }
        }
    }
    Ok(())
}

/// What stands under a key of a structure.
fn under(key: &str) -> &'static [Noun] {
    match key {
        "deliverables" => &[Noun::Deliverable],
        "evidence" => &[Noun::Evidence],
        "document" | "documents" => &[Noun::Document],
        "checks" => &[Noun::GateCheck],
        "approvals" => &[Noun::Approval],
        "gate" => &[Noun::Gate],
        "hand_over" => &[Noun::HandOver],
        "requirement" => &[Noun::Requirement],
        _ => &[Noun::Person, Noun::Organisation],
    }
}

/// Every identity with the key that it stands under.
fn identities(key: &str, value: &Value, found: &mut Vec<(String, Uuid)>) {
    match value {
        Value::String(text) => found.extend(Uuid::parse_str(text).ok().map(|id| (key.to_owned(), id))),
        Value::Array(items) => items.iter().for_each(|item| identities(key, item, found)),
        Value::Object(fields) => fields.iter().for_each(|(key, field)| identities(key, field, found)),
        _ => {}
    }
}
