//! Confirming a bilingual text where it stands in the record.

use hefu_api::text::{ReviewText, TextReviewed};
use hefu_domain::id::ProjectId;
use hefu_domain::journal::Act;
use hefu_domain::noun::{Noun, Role};
use hefu_domain::text::Text;
use hefu_store::Reader;
use serde_json::{Map, Value};
use uuid::Uuid;

use crate::act::trails;
use crate::failure::CommandError;
use crate::session::Action;

type Row = Map<String, Value>;

pub(super) fn review(action: &mut Action<'_>, request: ReviewText) -> Result<TextReviewed, CommandError> {
    let ReviewText { place, record: id } = request;
    let reader = action.reader();
    let row = reader.row(place.noun, id)?;
    let project = project_of(&reader, place.noun, &row)?;
    let trails = match project {
        Some(project) => trails(&reader, project, None)?,
        None => Vec::new(),
    };
    let label = label(&reader, place.noun, &row)?;
    action.write(project, trails, |tx| {
        let row = tx.row(place.noun, id)?;
        let text: Text = row.get(place.field).cloned().map(from).unwrap_or_default();
        let reviewed = text.review();
        tx.put_text(place, id, &reviewed)?;
        Ok((Act::TextReviewed { label }, TextReviewed { text: reviewed }))
    })
}

fn from(value: Value) -> Text {
    serde_json::from_value(value).unwrap_or_default()
}

/// What the record is called; one without number and title by the record that it belongs to.
fn label(reader: &Reader<'_>, noun: Noun, row: &Row) -> Result<String, CommandError> {
    let called = noun.called().filter(|field| matches!(field.role, Role::Number | Role::Title));
    if let Some(field) = called {
        return Ok(match row.get(field.name) {
            Some(Value::String(number)) => number.clone(),
            Some(text) => from(text.clone()).words().to_string(),
            None => String::new(),
        });
    }
    let by = noun.spec().called_by.and_then(|column| noun.field(column));
    let whole = by.or_else(|| noun.spec().fields.iter().find(|field| matches!(field.role, Role::PartOf(_))));
    let Some((field, named)) = whole.and_then(|field| Some((field, *field.names().first()?))) else {
        return Ok(String::new());
    };
    match id(row, field.name) {
        Some(id) => label(reader, named, &reader.row(named, id)?),
        None => Ok(String::new()),
    }
}

/// The project that the record is, belongs to, or is a part of something in.
fn project_of(reader: &Reader<'_>, noun: Noun, row: &Row) -> Result<Option<ProjectId>, CommandError> {
    if noun == Noun::Project {
        return Ok(id(row, "id").map(ProjectId));
    }
    if let Some(project) = id(row, "project") {
        return Ok(Some(ProjectId(project)));
    }
    for field in noun.spec().fields {
        if let (Role::PartOf(whole), Some(id)) = (field.role, id(row, field.name)) {
            return project_of(reader, whole, &reader.row(whole, id)?);
        }
    }
    Ok(None)
}

fn id(row: &Row, column: &str) -> Option<Uuid> {
    Uuid::parse_str(row.get(column)?.as_str()?).ok()
}

#[cfg(test)]
mod tests {
    use hefu_api::text::TextPlace;

    use super::*;

    #[test]
    fn every_text_stands_in_a_record_that_is_called_something() {
        for place in TextPlace::all() {
            let spec = place.noun.spec();
            let part = spec.fields.iter().any(|field| matches!(field.role, Role::PartOf(_)));
            assert!(place.noun.called().is_some() || spec.called_by.is_some() || part, "{place:?}");
        }
    }
}
