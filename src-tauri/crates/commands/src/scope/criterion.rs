//! Chapters and criteria, one at a time.

use hefu_api::scope::{ChapterSaved, CriterionRef, CriterionSaved, Removed, SaveChapter, SaveCriterion};
use hefu_domain::acceptance::PresenterNote;
use hefu_domain::id::{ChapterId, CriterionId};
use hefu_domain::journal::Act;
use hefu_domain::scope::{Chapter, Criterion, Link};
use hefu_store::Record;

use crate::acceptance::must_not_be_reported;
use crate::act::trails;
use crate::failure::{CommandError, filled, said};
use crate::session::Action;

pub(crate) fn save_chapter(
    action: &mut Action<'_>,
    request: SaveChapter,
) -> Result<ChapterSaved, CommandError> {
    said("chapter", "title", &request.title)?;
    must_not_be_reported(&action.reader(), request.project)?;
    let trails = trails(&action.reader(), request.project, None)?;
    let fresh = ChapterId(action.outside.id()?);
    action.write(request.project, trails, |tx| {
        let before = request.chapter.map(|id| tx.before::<Chapter>(id.0)).transpose()?;
        let next = tx.next_chapter_position(request.project)?;
        let record = tx.save(Chapter {
            id: request.chapter.unwrap_or(fresh),
            project: request.project,
            position: before.as_ref().map_or(next, |c| c.position),
            title: before.as_ref().map(|c| c.title.clone()).unwrap_or_default().revise(&request.title),
        })?;
        let (en, zh) = (record.title.en.words, record.title.zh.words);
        let act = match before {
            Some(_) => Act::ChapterEdited { en, zh },
            None => Act::ChapterAdded { en, zh },
        };
        Ok((act, ChapterSaved { chapter: record.id }))
    })
}

pub(crate) fn save_criterion(
    action: &mut Action<'_>,
    request: SaveCriterion,
) -> Result<CriterionSaved, CommandError> {
    let number = filled("criterion", "number", &request.number)?.to_owned();
    said("criterion", "text", &request.text)?;
    must_not_be_reported(&action.reader(), request.project)?;
    let trails = trails(&action.reader(), request.project, None)?;
    let fresh = CriterionId(action.outside.id()?);
    action.write(request.project, trails, |tx| {
        tx.one::<Chapter>(request.chapter.0)?;
        let before = request.criterion.map(|id| tx.before::<Criterion>(id.0)).transpose()?;
        let next = tx.next_criterion_position(request.chapter)?;
        let record = tx.save(Criterion {
            id: request.criterion.unwrap_or(fresh),
            project: request.project,
            chapter: request.chapter,
            position: before.as_ref().map_or(next, |c| c.position),
            number,
            text: before.as_ref().map(|c| c.text.clone()).unwrap_or_default().revise(&request.text),
            method: request.method,
        })?;
        let number = record.number.clone();
        let act = match before {
            Some(_) => Act::CriterionEdited { number },
            None => Act::CriterionAdded { number },
        };
        Ok((act, CriterionSaved { criterion: record.id }))
    })
}

pub(crate) fn remove_criterion(
    action: &mut Action<'_>,
    request: CriterionRef,
) -> Result<Removed, CommandError> {
    let record: Criterion = action.reader().one(request.criterion.0)?;
    must_not_be_reported(&action.reader(), record.project)?;
    let trails = trails(&action.reader(), record.project, None)?;
    action.write(record.project, trails, |tx| {
        for link in tx.links_of_criterion(record.id)? {
            tx.remove::<Link>(link.key())?;
        }
        if let Some(note) = tx.presenter_note_to(record.id)? {
            tx.remove::<PresenterNote>(note.id.0)?;
        }
        tx.remove::<Criterion>(record.id.0)?;
        Ok((Act::CriterionRemoved { number: record.number }, Removed {}))
    })
}
