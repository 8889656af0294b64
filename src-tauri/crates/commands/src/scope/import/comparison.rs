//! An import held against the record, as it is told: every field, old value beside new.

use hefu_api::import::ImportField as Field;
use hefu_api::scope::{
    ImportChange, ImportComparison, ImportStanding, ImportTarget, ImportedChange, MissingRecord,
};
use hefu_domain::text::{SideState, Text};

use super::plan::{Plan, Put};

/// A record as fields with their values.
type Fields = Vec<(Field, String)>;

pub(super) fn told(plan: Plan, target: ImportTarget) -> ImportComparison {
    let (added, changed, unchanged) = plan.counts();
    let mut told = ImportComparison { added, changed, unchanged, ..ImportComparison::default() };
    let is_case = target == ImportTarget::Case;
    let sides = match is_case {
        true => [Field::RequirementEn, Field::RequirementZh],
        false => [Field::TitleEn, Field::TitleZh],
    };
    tell(&mut told, "requirement", &plan.requirements, sides, |r| {
        (&r.number, &r.title, vec![(Field::Priority, name(&r.priority)), (Field::Source, r.source.clone())])
    });
    let sides = match is_case {
        true => [Field::DeliverableEn, Field::DeliverableZh],
        false => [Field::TitleEn, Field::TitleZh],
    };
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    tell(&mut told, "deliverable", &plan.deliverables, sides, |d| {
        (&d.number, &d.title, vec![(Field::Due, day(d.due)), (Field::HandedOver, day(d.handed_over))])
    });
    let positions: Vec<String> = plan.chapters.iter().map(|put| put.after.position.to_string()).collect();
    let chapters = plan.chapters.iter().zip(&positions);
    for (put, position) in chapters.filter(|(put, _)| put.is_change()) {
        let sides = [Field::ChapterEn, Field::ChapterZh];
        told.changes.extend(change("chapter", put, sides, |c| (position, &c.title, Vec::new())));
    }
    let position = |id| {
        let found = plan.chapters.iter().find(|put| put.after.id == id);
        found.map(|put| put.after.position.to_string()).unwrap_or_default()
    };
    tell(&mut told, "criterion", &plan.criteria, [Field::TextEn, Field::TextZh], |c| {
        (&c.number, &c.text, vec![(Field::Chapter, position(c.chapter)), (Field::Method, name(&c.method))])
    });
    let targeted = match target {
        ImportTarget::Requirements => &["requirement"][..],
        ImportTarget::Deliverables => &["deliverable"],
        ImportTarget::Criteria => &["criterion"],
        ImportTarget::Case => &["requirement", "deliverable", "criterion"],
    };
    told.missing.retain(|missing| targeted.contains(&missing.noun.as_str()));
    told
}

fn tell<T: PartialEq>(
    told: &mut ImportComparison,
    noun: &str,
    puts: &[Put<T>],
    sides: [Field; 2],
    read: impl Fn(&T) -> (&String, &Text, Fields),
) {
    for put in puts {
        match put.place {
            Some(_) => told.changes.extend(change(noun, put, sides, &read)),
            None => {
                let (number, text, _) = read(&put.after);
                let (noun, number) = (noun.to_owned(), number.clone());
                told.missing.push(MissingRecord { noun, number, text: text.words() });
            }
        }
    }
}

fn change<'t, T: PartialEq + 't>(
    noun: &str,
    put: &'t Put<T>,
    sides: [Field; 2],
    read: impl Fn(&'t T) -> (&'t String, &'t Text, Fields),
) -> Option<ImportChange> {
    let (sheet, row) = put.place?;
    let (number, text, after) = read(&put.after);
    let before = put.before.as_ref().map(&read);
    let words = |text: &Text| [text.en.words.clone(), text.zh.words.clone()];
    let held = before.as_ref().map(|(_, text, _)| words(text)).unwrap_or_default();
    let mut fields = Vec::new();
    for ((field, before), after) in sides.into_iter().zip(held).zip(words(text)) {
        fields.push(ImportedChange { field, before, after });
    }
    for (at, (field, after)) in after.into_iter().enumerate() {
        let before = before.as_ref().and_then(|(_, _, fields)| fields.get(at)).map(|(_, held)| held.clone());
        fields.push(ImportedChange { field, before: before.unwrap_or_default(), after });
    }
    fields.retain(|field| field.before != field.after);
    let was_reviewed = |held: &Text, at: usize| [held.en.state, held.zh.state][at] == SideState::Reviewed;
    let is_stale = |at: usize| [text.en.state, text.zh.state][at] == SideState::Stale;
    let stale = before.as_ref().map(|(_, held, _)| {
        (0..2).filter(|at| was_reviewed(held, *at) && is_stale(*at)).map(|at| sides[at]).collect()
    });
    let standing = match (&put.before, put.is_change()) {
        (None, _) => ImportStanding::Added,
        (Some(_), true) => ImportStanding::Changed,
        (Some(_), false) => ImportStanding::Unchanged,
    };
    Some(ImportChange {
        noun: noun.to_owned(),
        number: number.clone(),
        sheet,
        row,
        standing,
        fields,
        stale: stale.unwrap_or_default(),
    })
}

/// A word of the record as requests and views write it.
fn name(word: &impl serde::Serialize) -> String {
    serde_json::to_value(word).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}
