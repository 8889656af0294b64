//! Comparing two moments of a record and of what belongs to it.

use hefu_api::Failure;
use hefu_api::comparison::{
    CompareRequest, Comparison, FieldDifference, Moments, RecordDifference, RecordRef, WordDifference,
};
use hefu_api::journal::Shown;
use hefu_domain::noun::Noun;
use hefu_domain::text::Words;
use hefu_domain::text::difference::pieces;
use hefu_store::Store;
use uuid::Uuid;

use crate::failure::CommandError;
use crate::journal::{Row, change_of, differing, line, named};
use crate::session::Query;

/// As many moments as are listed.
const MOST: u32 = 500;

/// The record itself, or a part of it.
struct Member {
    noun: Noun,
    id: Uuid,
    /// The column that names the record: nothing is said by it.
    whole: Option<&'static str>,
}

/// Errors: the record has no such kind.
fn known(record: &RecordRef) -> Result<Noun, Failure> {
    Noun::of_table(&record.noun).ok_or_else(|| Failure::NotFound { noun: record.noun.clone() })
}

/// The record and all that ever belonged to it.
fn family(store: &Store, record: &RecordRef) -> Result<Vec<Member>, CommandError> {
    let whole = known(record)?;
    let mut all = vec![Member { noun: whole, id: record.id, whole: None }];
    for (noun, column) in whole.parts() {
        let parts = store.parts(noun.spec().table, column, record.id)?;
        all.extend(parts.into_iter().map(|id| Member { noun, id, whole: Some(column) }));
    }
    Ok(all)
}

fn label(store: &Store, record: &RecordRef) -> Result<Words, CommandError> {
    if store.reader().last_known(&record.noun, record.id)?.is_none() {
        return Err(Failure::NotFound { noun: record.noun.clone() }.into());
    }
    named(&store.reader(), &[known(record)?], record.id)
}

pub(crate) fn moments(query: &mut Query<'_>, request: RecordRef) -> Result<Moments, CommandError> {
    let family = family(query.store, &request)?;
    let rows: Vec<(&str, Uuid)> = family.iter().map(|member| (member.noun.spec().table, member.id)).collect();
    let entries = query.store.history(&rows, MOST)?;
    Ok(Moments { label: label(query.store, &request)?, entries: entries.into_iter().map(line).collect() })
}

pub(crate) fn compare(query: &mut Query<'_>, request: CompareRequest) -> Result<Comparison, CommandError> {
    let store = query.store;
    let until = request.until.unwrap_or(i64::MAX as u64);
    let mut records = Vec::new();
    for Member { noun, id, whole } in family(store, &request.record)? {
        let table = noun.spec().table;
        let before = store.row_at(table, id, request.from)?;
        let after = store.row_at(table, id, until)?;
        let Some(row) = after.as_ref().or(before.as_ref()) else { continue };
        let mut fields = fields(store, noun, before.as_ref(), after.as_ref())?;
        fields.retain(|field| Some(field.field.as_str()) != whole);
        if before.is_some() && after.is_some() && fields.is_empty() {
            continue;
        }
        records.push(RecordDifference {
            label: crate::journal::label(&store.reader(), noun, row)?,
            change: change_of(before.as_ref(), after.as_ref()),
            fields,
            noun: table.to_owned(),
            id,
        });
    }
    Ok(Comparison { label: label(store, &request.record)?, records })
}

fn fields(
    store: &Store,
    noun: Noun,
    before: Option<&Row>,
    after: Option<&Row>,
) -> Result<Vec<FieldDifference>, CommandError> {
    let differing = differing(&store.reader(), noun, before, after)?;
    let told = differing.into_iter().map(|field| FieldDifference {
        words: words(&field.before, &field.after),
        field: field.field,
        before: field.before,
        after: field.after,
    });
    Ok(told.collect())
}

/// Where the words differ, when there are words on either side.
fn words(before: &Shown, after: &Shown) -> Option<WordDifference> {
    let side = |shown: &Shown| match shown {
        Shown::Text { text } => Some(text.words()),
        Shown::Named { words } => Some(words.clone()),
        Shown::Nothing => Some(Words::default()),
        Shown::Plain { .. } | Shown::Day { .. } => None,
    };
    let (before, after) = (side(before)?, side(after)?);
    Some(WordDifference { en: pieces(&before.en, &after.en), zh: pieces(&before.zh, &after.zh) })
}
