//! What an import would put into the record: each record that its rows name, as it is and as it would be.

use std::collections::{BTreeMap, HashSet};

use hefu_api::import::ImportField as Field;
use hefu_api::scope::ImportTarget;
use hefu_domain::id::{ChapterId, CriterionId, DeliverableId, LinkId, ProjectId, RequirementId};
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Link, LinkEnds, Method, Priority, Requirement};
use hefu_domain::text::{Text, Words};
use hefu_domain::trace::fingerprint;
use hefu_exchange::{Part, Preview, ReadRow};
use uuid::Uuid;

use crate::count::count;

use super::held::{Held, Numbers};

/// A record as it is and as it would be, with the first row that says so.
pub(super) struct Put<T> {
    pub(super) before: Option<T>,
    pub(super) after: T,
    /// Sheet and row; none of a record that no row names.
    pub(super) place: Option<(u32, u32)>,
}

impl<T: PartialEq> Put<T> {
    pub(super) fn is_change(&self) -> bool {
        self.before.as_ref() != Some(&self.after)
    }
}

/// All records of the scope, and the links that would be made.
pub(super) struct Plan {
    pub(super) requirements: Vec<Put<Requirement>>,
    pub(super) deliverables: Vec<Put<Deliverable>>,
    pub(super) chapters: Vec<Put<Chapter>>,
    pub(super) criteria: Vec<Put<Criterion>>,
    pub(super) links: Vec<Link>,
}

impl Plan {
    /// Requirements, deliverables and criteria that would be added, changed and left as they are.
    pub(super) fn counts(&self) -> (u32, u32, u32) {
        fn of<T: PartialEq>(puts: &[Put<T>], counts: &mut [usize; 3]) {
            for put in puts.iter().filter(|put| put.place.is_some()) {
                counts[match (&put.before, put.is_change()) {
                    (None, _) => 0,
                    (Some(_), true) => 1,
                    (Some(_), false) => 2,
                }] += 1;
            }
        }
        let mut counts = [0; 3];
        of(&self.requirements, &mut counts);
        of(&self.deliverables, &mut counts);
        of(&self.criteria, &mut counts);
        let [added, changed, unchanged] = counts.map(count);
        (added, changed, unchanged)
    }
}

/// Holds what was read against the record. `fresh` gives identities.
///
/// Errors: how many faults stand against it.
pub(super) fn plan(
    held: Held,
    target: ImportTarget,
    preview: &Preview,
    fresh: &mut dyn FnMut() -> Uuid,
) -> Result<Plan, usize> {
    let mut making = Making::new(held, fresh);
    let numbers: BTreeMap<(u32, u32), &str> = match preview.chapterless.is_empty() {
        true => BTreeMap::new(),
        false => preview.rows.iter().map(|row| ((row.sheet, row.row), row.number.as_str())).collect(),
    };
    let is_known = |number: &&str| making.criterion_numbers.find(number).is_some();
    let chapterless = preview.chapterless.iter().filter(|fault| {
        // A row that is not read has its own fault.
        numbers.get(&(fault.sheet, fault.row)).is_some_and(|number| !is_known(number))
    });
    let chapterless = chapterless.count();
    let faults = preview.faults.len() + chapterless;
    if faults > 0 {
        return Err(faults);
    }
    for row in &preview.rows {
        match target {
            ImportTarget::Requirements => {
                let part = Part { number: row.number.clone(), title: row.words.clone() };
                making.requirement(&part, row, [Field::TitleEn, Field::TitleZh]);
            }
            ImportTarget::Deliverables => {
                let part = Part { number: row.number.clone(), title: row.words.clone() };
                making.deliverable(&part, row, [Field::TitleEn, Field::TitleZh]);
            }
            ImportTarget::Criteria => {
                making.criterion(row);
            }
            ImportTarget::Case => making.case(row),
        }
    }
    making.done()
}

struct Making<'f> {
    project: ProjectId,
    plan: Plan,
    requirement_numbers: Numbers,
    deliverable_numbers: Numbers,
    criterion_numbers: Numbers,
    /// The last place taken in each chapter.
    last: BTreeMap<Uuid, u32>,
    /// What the record links, and what is to be linked.
    linked: HashSet<LinkEnds>,
    ends: Vec<LinkEnds>,
    fresh: &'f mut dyn FnMut() -> Uuid,
    /// New requirements and deliverables of which no row says a title.
    untitled: usize,
}

fn puts<T: Clone>(records: Vec<T>) -> Vec<Put<T>> {
    records
        .into_iter()
        .map(|record| Put { before: Some(record.clone()), after: record, place: None })
        .collect()
}

/// Typed over a text of the record: a side that the table leaves out stays as it is, one that it empties goes.
fn over(held: &Text, words: &Words, sides: [Field; 2], emptied: &[Field]) -> Text {
    let side = |said: &String, held: &String, field: Field| match said.is_empty() && !emptied.contains(&field)
    {
        true => held.clone(),
        false => said.clone(),
    };
    held.revise(&Words {
        en: side(&words.en, &held.en.words, sides[0]),
        zh: side(&words.zh, &held.zh.words, sides[1]),
    })
}

/// Whether two texts are the same in a language in which both are written.
fn is_titled(text: &Text, words: &Words) -> bool {
    let same =
        |held: &str, said: &str| !said.is_empty() && held.trim().to_lowercase() == said.trim().to_lowercase();
    same(&text.en.words, &words.en) || same(&text.zh.words, &words.zh)
}

impl<'f> Making<'f> {
    fn new(held: Held, fresh: &'f mut dyn FnMut() -> Uuid) -> Self {
        let (mut requirement_numbers, mut deliverable_numbers) = (Numbers::default(), Numbers::default());
        let mut criterion_numbers = Numbers::default();
        held.requirements
            .iter()
            .enumerate()
            .for_each(|(at, record)| requirement_numbers.add(&record.number, at));
        held.deliverables
            .iter()
            .enumerate()
            .for_each(|(at, record)| deliverable_numbers.add(&record.number, at));
        held.criteria.iter().enumerate().for_each(|(at, record)| criterion_numbers.add(&record.number, at));
        let mut last: BTreeMap<Uuid, u32> = BTreeMap::new();
        for criterion in &held.criteria {
            let slot = last.entry(criterion.chapter.0).or_default();
            *slot = (*slot).max(criterion.position);
        }
        Self {
            project: held.project,
            plan: Plan {
                requirements: puts(held.requirements),
                deliverables: puts(held.deliverables),
                chapters: puts(held.chapters),
                criteria: puts(held.criteria),
                links: Vec::new(),
            },
            requirement_numbers,
            deliverable_numbers,
            criterion_numbers,
            last,
            linked: held.links.iter().map(|link| link.ends).collect(),
            ends: Vec::new(),
            fresh,
            untitled: 0,
        }
    }

    /// A record that the row names is changed in what the row says; one that the record has not is added.
    fn requirement(&mut self, part: &Part, row: &ReadRow, sides: [Field; 2]) -> usize {
        let at = match part.number.is_empty() {
            true => self.plan.requirements.iter().position(|put| is_titled(&put.after.title, &part.title)),
            false => self.requirement_numbers.find(&part.number),
        };
        let at = at.unwrap_or_else(|| {
            let at = self.plan.requirements.len();
            let number = match part.number.is_empty() {
                true => self.requirement_numbers.free('R', 3),
                false => part.number.clone(),
            };
            self.requirement_numbers.add(&number, at);
            let after = Requirement {
                id: RequirementId((self.fresh)()),
                project: self.project,
                number,
                title: Text::default(),
                // What a contract lists is to be met, until somebody says otherwise.
                priority: Priority::Must,
                stack: None,
                source: String::new(),
            };
            self.plan.requirements.push(Put { before: None, after, place: None });
            at
        });
        let put = &mut self.plan.requirements[at];
        put.place.get_or_insert((row.sheet, row.row));
        put.after.title = over(&put.after.title, &part.title, sides, &row.emptied);
        put.after.priority = row.priority.unwrap_or(put.after.priority);
        if !row.source.is_empty() || row.emptied.contains(&Field::Source) {
            put.after.source.clone_from(&row.source);
        }
        at
    }

    fn deliverable(&mut self, part: &Part, row: &ReadRow, sides: [Field; 2]) -> usize {
        let at = match part.number.is_empty() {
            true => self.plan.deliverables.iter().position(|put| is_titled(&put.after.title, &part.title)),
            false => self.deliverable_numbers.find(&part.number),
        };
        let at = at.unwrap_or_else(|| {
            let at = self.plan.deliverables.len();
            let number = match part.number.is_empty() {
                true => self.deliverable_numbers.free('D', 2),
                false => part.number.clone(),
            };
            self.deliverable_numbers.add(&number, at);
            let after = Deliverable {
                id: DeliverableId((self.fresh)()),
                project: self.project,
                number,
                title: Text::default(),
                stack: None,
                organisation: None,
                due: None,
                handed_over: None,
            };
            self.plan.deliverables.push(Put { before: None, after, place: None });
            at
        });
        let put = &mut self.plan.deliverables[at];
        put.place.get_or_insert((row.sheet, row.row));
        put.after.title = over(&put.after.title, &part.title, sides, &row.emptied);
        if row.due.is_some() || row.emptied.contains(&Field::Due) {
            put.after.due = row.due;
        }
        if row.handed_over.is_some() || row.emptied.contains(&Field::HandedOver) {
            put.after.handed_over = row.handed_over;
        }
        at
    }

    /// The chapter of a row, by its number, else by its title; a new one comes last.
    fn chapter(&mut self, said: &hefu_exchange::Chapter, row: &ReadRow) -> usize {
        let chapters = &self.plan.chapters;
        let at = match said.position {
            0 => chapters.iter().position(|put| is_titled(&put.after.title, &said.title)),
            position => chapters.iter().position(|put| put.after.position == position),
        };
        let at = at.unwrap_or_else(|| {
            let last = self.plan.chapters.iter().map(|put| put.after.position).max().unwrap_or(0);
            let position = if said.position > 0 { said.position } else { last + 1 };
            let id = ChapterId((self.fresh)());
            let after = Chapter { id, project: self.project, position, title: Text::default() };
            self.plan.chapters.push(Put { before: None, after, place: None });
            self.plan.chapters.len() - 1
        });
        let put = &mut self.plan.chapters[at];
        put.place.get_or_insert((row.sheet, row.row));
        let sides = [Field::ChapterEn, Field::ChapterZh];
        put.after.title = over(&put.after.title, &said.title, sides, &[]);
        at
    }

    fn criterion(&mut self, row: &ReadRow) -> usize {
        let known = self.criterion_numbers.find(&row.number);
        // What follows from a number alone moves no criterion that the record has.
        let said = row.chapter.as_ref().filter(|chapter| known.is_none() || chapter.is_told);
        let chapter = said.map(|said| self.chapter(said, row)).map(|at| self.plan.chapters[at].after.id);
        let at = known.unwrap_or_else(|| {
            let at = self.plan.criteria.len();
            self.criterion_numbers.add(&row.number, at);
            let after = Criterion {
                id: CriterionId((self.fresh)()),
                project: self.project,
                chapter: ChapterId(Uuid::nil()),
                position: 0,
                number: row.number.clone(),
                text: Text::default(),
                method: Method::NotStated,
            };
            self.plan.criteria.push(Put { before: None, after, place: None });
            at
        });
        let put = &mut self.plan.criteria[at];
        put.place.get_or_insert((row.sheet, row.row));
        if let Some(chapter) = chapter.filter(|chapter| *chapter != put.after.chapter) {
            let slot = self.last.entry(chapter.0).or_default();
            *slot += 1;
            (put.after.chapter, put.after.position) = (chapter, *slot);
        }
        put.after.text = over(&put.after.text, &row.words, [Field::TextEn, Field::TextZh], &row.emptied);
        let emptied = row.emptied.contains(&Field::Method).then_some(Method::NotStated);
        put.after.method = row.method.or(emptied).unwrap_or(put.after.method);
        at
    }

    fn case(&mut self, row: &ReadRow) {
        let criterion = self.criterion(row);
        let criterion = self.plan.criteria[criterion].after.id;
        let requirement = row.requirement.as_ref().map(|part| {
            let at = self.requirement(part, row, [Field::RequirementEn, Field::RequirementZh]);
            self.plan.requirements[at].after.id
        });
        let deliverable = row.deliverable.as_ref().map(|part| {
            let at = self.deliverable(part, row, [Field::DeliverableEn, Field::DeliverableZh]);
            self.plan.deliverables[at].after.id
        });
        let proves = requirement.map(|requirement| LinkEnds::Proves { requirement, criterion });
        let examines = deliverable.map(|deliverable| LinkEnds::Examines { deliverable, criterion });
        let delivers = requirement.zip(deliverable);
        let delivers =
            delivers.map(|(requirement, deliverable)| LinkEnds::Delivers { requirement, deliverable });
        for ends in [delivers, proves, examines].into_iter().flatten() {
            if self.linked.insert(ends) {
                self.ends.push(ends);
            }
        }
    }

    fn done(mut self) -> Result<Plan, usize> {
        let blank_requirements = self.plan.requirements.iter().filter(|put| put.after.title.is_blank());
        let blank_deliverables = self.plan.deliverables.iter().filter(|put| put.after.title.is_blank());
        self.untitled = blank_requirements.filter(|put| put.before.is_none()).count()
            + blank_deliverables.filter(|put| put.before.is_none()).count();
        if self.untitled > 0 {
            return Err(self.untitled);
        }
        let texts = self.texts();
        let text = |id: Uuid| texts.get(&id).cloned().unwrap_or_default();
        for ends in std::mem::take(&mut self.ends) {
            let (from, to) = match ends {
                LinkEnds::Delivers { requirement, deliverable } => (requirement.0, deliverable.0),
                LinkEnds::Proves { requirement, criterion } => (requirement.0, criterion.0),
                LinkEnds::Examines { deliverable, criterion } => (deliverable.0, criterion.0),
            };
            let id = LinkId((self.fresh)());
            let fingerprint = fingerprint(&text(from), &text(to));
            self.plan.links.push(Link { id, project: self.project, ends, fingerprint });
        }
        Ok(self.plan)
    }

    /// The texts of all records as they would be.
    fn texts(&self) -> BTreeMap<Uuid, Text> {
        let requirements = self.plan.requirements.iter().map(|put| (put.after.id.0, put.after.title.clone()));
        let deliverables = self.plan.deliverables.iter().map(|put| (put.after.id.0, put.after.title.clone()));
        let criteria = self.plan.criteria.iter().map(|put| (put.after.id.0, put.after.text.clone()));
        requirements.chain(deliverables).chain(criteria).collect()
    }
}
