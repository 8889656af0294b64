//! What is found: of each project by itself, and of all of them together.

use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, PoisonError};

use chrono::NaiveDate;
use hefu_api::notice::{NoticeLine, NoticedLabel};
use hefu_domain::id::ProjectId;
use hefu_domain::register::Gate;
use hefu_domain::text::Text;
use hefu_notices::facts as noticed;
use hefu_notices::{Notice, RuleName, find};
use hefu_store::{Reader, Store};
use uuid::Uuid;

use super::facts::{self, Waited};
use super::label::{label, labelled};
use super::register::Register;
use super::words::{self, Terms};
use crate::failure::CommandError;
use crate::memo::{Memo, RestsOn};
use crate::project::{Facts, facts_of};

/// A notice as it is told, and the project that its answer is kept with.
pub(crate) struct Told {
    pub line: NoticeLine,
    pub home: ProjectId,
}

/// One project on one day.
pub(crate) struct Noticed {
    pub facts: Arc<Facts>,
    pub register: Register,
    /// What it says by itself, without what was answered.
    told: Vec<Told>,
    part: Part,
}

/// What of a project matters to others.
#[derive(Clone, PartialEq)]
struct Part {
    due: Vec<noticed::Due>,
    lessons: Vec<noticed::Lesson>,
    about: noticed::Project,
    approvals: Vec<Waited>,
    title: Text,
    /// What the records of the above are called.
    labels: Vec<NoticedLabel>,
}

/// What several projects make together, kept until a part of it is another.
#[derive(Default)]
struct Together {
    today: Option<NaiveDate>,
    of: Vec<Arc<Noticed>>,
    told: Arc<Vec<Told>>,
}

/// Everything that stands today.
pub(crate) struct Standing {
    /// By number of the project.
    pub projects: Vec<Arc<Noticed>>,
    together: Arc<Vec<Told>>,
}

impl Standing {
    /// What was not answered.
    pub(crate) fn told(&self) -> impl Iterator<Item = &Told> {
        let homes: BTreeMap<ProjectId, &Register> =
            self.projects.iter().map(|each| (each.facts.project.id, &each.register)).collect();
        let is_open = move |told: &&Told| {
            let register = homes.get(&told.home);
            register.is_none_or(|register| !register.answered.contains(&told.line.fingerprint))
        };
        let alone = self.projects.iter().flat_map(|each| each.told.iter());
        alone.chain(self.together.iter().filter(is_open))
    }
}

/// What is shown first: what holds money, a gate or an acceptance, then what ends, then what nobody has.
pub(super) fn rank(rule: RuleName) -> u8 {
    match rule {
        RuleName::SignatureHoldsMoney => 0,
        RuleName::GateSoonUnmet => 1,
        RuleName::FailedCriterionWithoutAction => 2,
        RuleName::WaiverEnds => 3,
        RuleName::ContractDateAfterInvoiceBy => 4,
        RuleName::HandOverLate => 5,
        RuleName::EvidenceExpiresBeforeNeeded => 6,
        RuleName::DeliverableWithoutEvidence => 7,
        RuleName::ApprovalSlow => 8,
        RuleName::GateUnknown => 9,
        RuleName::OwnerOverloaded => 10,
        RuleName::ReviewOverdue => 11,
        RuleName::PromiseWithoutRequirement => 12,
        RuleName::CriterionWithoutOwner => 13,
        RuleName::StakeholderNotMet => 14,
        RuleName::LessonMatches => 15,
    }
}

/// Everything that is noticed on `today`.
pub(crate) fn standing(memo: &Memo, store: &Store, today: NaiveDate) -> Result<Standing, CommandError> {
    let projects = store
        .reader()
        .project_ids()?
        .into_iter()
        .map(|project| noticed_of(memo, store, project, today))
        .collect::<Result<Vec<_>, _>>()?;
    let slot = memo.slot::<Together>();
    let mut kept = slot.lock().unwrap_or_else(PoisonError::into_inner);
    if kept.today != Some(today) || !same(&kept.of, &projects) {
        kept.told = Arc::new(together(&projects, today));
        kept.today = Some(today);
    }
    kept.of.clone_from(&projects);
    Ok(Standing { together: Arc::clone(&kept.told), projects })
}

fn same(then: &[Arc<Noticed>], now: &[Arc<Noticed>]) -> bool {
    let is_same =
        |(then, now): (&Arc<Noticed>, &Arc<Noticed>)| Arc::ptr_eq(then, now) || then.part == now.part;
    then.len() == now.len() && then.iter().zip(now).all(is_same)
}

fn noticed_of(
    memo: &Memo,
    store: &Store,
    project: ProjectId,
    today: NaiveDate,
) -> Result<Arc<Noticed>, CommandError> {
    let of_the_day = Uuid::new_v5(&project.0, today.to_string().as_bytes());
    memo.reading(store, of_the_day, |reader| {
        let facts = facts_of(memo, store, project)?;
        let noticed = Noticed::read(reader, facts, today)?;
        let rests_on = noticed.rests_on(reader)?;
        Ok((noticed, rests_on))
    })
}

impl Noticed {
    fn read(reader: &Reader<'_>, facts: Arc<Facts>, today: NaiveDate) -> Result<Self, CommandError> {
        let register = Register::read(reader, &facts)?;
        let found = find(&facts::of_project(&facts, &register, today));
        let home = facts.project.id;
        let open = found.into_iter().filter(|notice| !register.answered.contains(&notice.fingerprint));
        let told = open.map(|notice| {
            let records = notice.records.iter();
            let records = records.map(|each| label(&facts, &register, &each.noun, &each.id)).collect();
            let terms = terms(&notice, &register);
            Told { line: line(notice, Some((home, &facts.project.title)), records, &terms), home }
        });
        Ok(Self { told: told.collect(), part: Part::of(&facts, &register, today), register, facts })
    }

    fn rests_on(&self, reader: &Reader<'_>) -> Result<RestsOn, CommandError> {
        let mut rests_on = self.facts.rests_on(reader)?;
        let names: HashSet<Uuid> = self.register.names();
        rests_on.records.extend(names);
        Ok(rests_on)
    }
}

impl Part {
    fn of(facts: &Facts, register: &Register, today: NaiveDate) -> Self {
        let due = facts::due(facts, register);
        let lessons = facts::lessons(facts, register);
        let approvals = facts::approvals(facts, register, today);
        let owed = due.iter().map(|due| (due.noun.as_str(), &due.id));
        let owing = due.iter().map(|due| ("person", &due.owner));
        let learned = lessons.iter().map(|lesson| ("lesson", &lesson.id));
        let asked = approvals.iter().map(|asked| ("approval", &asked.approval.id));
        let named = owed.chain(owing).chain(learned).chain(asked);
        let labels = named.map(|(noun, id)| label(facts, register, noun, id)).collect();
        let about = facts::about(facts, register);
        Self { due, lessons, approvals, labels, about, title: facts.project.title.clone() }
    }
}

/// What the parts of all projects say together.
fn together(projects: &[Arc<Noticed>], today: NaiveDate) -> Vec<Told> {
    let parts = || projects.iter().map(|each| &each.part);
    let mut labels: BTreeMap<(&str, &str), &NoticedLabel> = BTreeMap::new();
    for label in parts().flat_map(|part| &part.labels) {
        labels.insert((label.noun.as_str(), label.id.as_str()), label);
    }
    let titles: BTreeMap<&str, (ProjectId, &Text)> = projects
        .iter()
        .map(|each| (each.part.about.id.as_str(), (each.facts.project.id, &each.part.title)))
        .collect();
    let homes: BTreeMap<&str, &str> =
        parts().flat_map(|part| part.due.iter().map(|due| (due.id.as_str(), due.project.as_str()))).collect();
    let facts = noticed::Facts {
        due: parts().flat_map(|part| part.due.clone()).collect(),
        lessons: parts().flat_map(|part| part.lessons.clone()).collect(),
        projects: parts().map(|part| part.about.clone()).collect(),
        approvals: beside_their_like(&parts().flat_map(|part| &part.approvals).collect::<Vec<_>>()),
        ..facts::blank(today)
    };
    let told = |notice: Notice| {
        let owed = || notice.records.iter().find_map(|record| homes.get(record.id.as_str()).copied());
        let project = notice.project.as_deref().and_then(|id| titles.get(id));
        let (home, _) = project.or_else(|| titles.get(owed()?))?;
        let labels = notice.records.iter().map(|record| {
            let title = || titles.get(record.id.as_str()).map(|(_, title)| *title);
            match labels.get(&(record.noun.as_str(), record.id.as_str())) {
                Some(label) => (*label).clone(),
                None => labelled(&record.noun, &record.id, "", title().unwrap_or(&Text::default())),
            }
        });
        let labels = labels.collect();
        Some(Told { home: *home, line: line(notice, project.copied(), labels, &Terms::new()) })
    };
    find(&facts).into_iter().filter_map(told).collect()
}

/// Each that waits, with how long those of its like took that were answered.
fn beside_their_like(all: &[&Waited]) -> Vec<noticed::Approval> {
    let mut took: BTreeMap<&(String, String), Vec<u32>> = BTreeMap::new();
    for answered in all.iter().filter(|each| each.answered) {
        took.entry(&answered.like).or_default().push(answered.approval.waited);
    }
    let waiting = all.iter().filter(|each| !each.answered);
    waiting
        .map(|each| noticed::Approval {
            like: took.get(&each.like).cloned().unwrap_or_default(),
            ..each.approval.clone()
        })
        .collect()
}

/// What the conditions of the gate are called that a notice is about: its facts name them by their keys.
fn terms(notice: &Notice, register: &Register) -> Terms {
    let is_about =
        |gate: &&Gate| notice.records.first().is_some_and(|record| record.id == gate.id.to_string());
    let gate = register.ground.gates.iter().find(is_about);
    let conditions = gate.into_iter().flat_map(|gate| &gate.conditions);
    conditions.map(|condition| (condition.key.clone(), condition.title.clone())).collect()
}

fn line(
    notice: Notice,
    project: Option<(ProjectId, &Text)>,
    records: Vec<NoticedLabel>,
    terms: &Terms,
) -> NoticeLine {
    let (title, reason) = words::said(&notice, &records, terms);
    NoticeLine {
        rule: notice.rule,
        proposes: notice.proposes,
        project: project.map(|(id, _)| id),
        project_title: project.map(|(_, title)| title.clone()),
        records,
        facts: notice.facts,
        measures: notice.measures,
        fingerprint: notice.fingerprint,
        title,
        reason,
    }
}
