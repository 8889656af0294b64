//! Where everything may lie: the countries that the packs leave, and planned placements held against them.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::classify::{self, ClassifiedRow};
use crate::evaluate::Standing;
use crate::level::{Level, Permission, Use, is_home};
use crate::pack::PackRef;
use crate::shelf::{Reach, Shelf};
use crate::subject::{Bench, Held, Subject, SubjectError};
use crate::value::Truth;
use crate::weigh::Weighing;

/// A planned use of a subject in a country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    pub subject: String,
    #[serde(rename = "use")]
    pub use_: Use,
    /// ISO 3166, two letters.
    pub country: String,
    /// Name of the region or site, for people.
    #[serde(default)]
    pub region: Option<String>,
}

/// The routing table of an inventory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Routed {
    pub as_of: NaiveDate,
    pub packs: Vec<PackRef>,
    pub rows: Vec<RoutedRow>,
    pub placements: Vec<PlacementRow>,
}

/// Where one subject may be stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RoutedRow {
    #[serde(flatten)]
    pub level: ClassifiedRow,
    /// How the countries stand: `conflict` when homes exclude each other and the dataset is to be split.
    pub countries: Standing,
    /// Countries in which it may be stored; none when no rule restricts them, which is no permission.
    pub stored_in: Option<BTreeSet<String>>,
    /// The rules that restrict it.
    pub restrictions: Vec<Restriction>,
}

/// A rule that restricts where a subject is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlacementRestriction")]
pub struct Restriction {
    pub of: String,
    pub pack: String,
    pub rule: String,
    pub countries: BTreeSet<String>,
    /// Unknown when the rule may hold.
    pub truth: Truth,
}

/// How a planned placement stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlacementRow {
    pub placement: Placement,
    /// `decided`, or `needs_info` when an open fact can make it stricter.
    pub standing: Standing,
    /// The strictest that is demanded for certain.
    pub permission: Permission,
    /// The strictest that is still possible: plan for this.
    pub plan_for: Permission,
    /// What demands it: part, pack and level.
    pub because: Vec<Demand>,
}

/// What one pack demands of a placement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "PlacementDemand")]
pub struct Demand {
    pub of: String,
    pub pack: String,
    pub level: Option<Level>,
    pub permission: Permission,
}

/// Makes the routing table.
///
/// # Errors
/// What makes the inventory or a placement unusable.
pub fn route(
    subjects: &[Subject],
    placements: &[Placement],
    shelf: &Shelf,
    as_of: NaiveDate,
    reach: Reach,
) -> Result<Routed, SubjectError> {
    let bench = Bench::new(subjects, shelf, as_of, reach)?;
    let levels = classify::classify(subjects, shelf, as_of, reach)?;
    let rows: Vec<RoutedRow> =
        levels.rows.into_iter().enumerate().map(|(at, level)| row(&bench, at, level)).collect();
    let mut checked = Vec::new();
    for placement in placements {
        let at = subjects.iter().position(|subject| subject.id == placement.subject);
        let missing =
            || SubjectError::NotThere { subject: placement.subject.clone(), held: placement.subject.clone() };
        let at = at.ok_or_else(missing)?;
        checked.push(check(&bench, at, &rows[at], placement));
    }
    Ok(Routed { as_of, packs: classify::asked(&bench), rows, placements: checked })
}

fn row(bench: &Bench<'_>, at: usize, level: ClassifiedRow) -> RoutedRow {
    let mut restrictions = Vec::new();
    let mut blind = false;
    for part in &bench.closures[at] {
        blind |= !bench.without[*part].is_empty() || bench.subjects[*part].jurisdictions.is_none();
        for held in &bench.held[*part] {
            blind |= held.pack.is_stub();
            restrictions.extend(restricting(bench, *part, held));
        }
    }
    let meet = |least: Truth| {
        let sets = restrictions.iter().filter(|each| each.truth >= least).map(|each| &each.countries);
        sets.fold(None, |all: Option<BTreeSet<String>>, next| {
            Some(all.map_or_else(|| next.clone(), |all| &all & next))
        })
    };
    let (certain, strict) = (meet(Truth::True), meet(Truth::Unknown));
    let conflict = certain.as_ref().is_some_and(BTreeSet::is_empty);
    let countries = match (conflict, certain == strict && !blind, &certain) {
        (true, _, _) => Standing::Conflict,
        (false, true, Some(_)) => Standing::Decided,
        (false, true, None) => Standing::NoRule,
        (false, false, _) => Standing::NeedsInfo,
    };
    RoutedRow { level, countries, stored_in: certain, restrictions }
}

fn restricting(bench: &Bench<'_>, part: usize, held: &Held<'_>) -> Vec<Restriction> {
    let Some(decision) = held.pack.decision("places").filter(|_| !held.pack.is_stub()) else {
        return Vec::new();
    };
    let weighing = Weighing::new(held.pack, bench.as_of, &held.facts);
    let choice = &held.pack.decisions[decision];
    let found = choice.rules.iter().filter_map(|(rule, conclusion)| {
        let truth = weighing.truth(*rule);
        let values = weighing.concluded(conclusion);
        (truth != Truth::False).then(|| Restriction {
            of: bench.subjects[part].id.clone(),
            pack: held.pack.id().to_owned(),
            rule: held.pack.rules[*rule].id.clone(),
            countries: values.iter().map(|value| choice.values[*value].text.clone()).collect(),
            truth,
        })
    });
    found.collect()
}

fn check(bench: &Bench<'_>, at: usize, row: &RoutedRow, placement: &Placement) -> PlacementRow {
    let (mut permission, mut plan_for) = (Permission::Open, Permission::Open);
    let mut because = Vec::new();
    for part in &bench.closures[at] {
        if bench.subjects[*part].jurisdictions.is_none() || !bench.without[*part].is_empty() {
            plan_for = Permission::Barred;
        }
        for held in &bench.held[*part] {
            if is_home(held.pack.jurisdiction(), &placement.country) {
                continue;
            }
            let bounds = classify::bounds(held, bench.as_of);
            let demand = |rank: Option<u64>, strictly: bool| {
                let level = rank.map(Level::of_rank);
                level.map_or(Permission::Open, |level| {
                    stored(held, bench.as_of, placement.use_, level, strictly)
                })
            };
            let (least, most) = (demand(bounds.floor, false), demand(bounds.top, true));
            permission = permission.max(least);
            plan_for = plan_for.max(most).max(least);
            if most > Permission::Open {
                because.push(Demand {
                    of: bench.subjects[*part].id.clone(),
                    pack: held.pack.id().to_owned(),
                    level: bounds.floor.filter(|_| bounds.floor == bounds.top).map(Level::of_rank),
                    permission: most.max(least),
                });
            }
        }
    }
    // Homes that exclude each other leave no place for the whole of it.
    if placement.use_ == Use::Store && row.countries == Standing::Conflict {
        (permission, plan_for) = (Permission::Barred, Permission::Barred);
    }
    let open = plan_for > permission;
    PlacementRow {
        placement: placement.clone(),
        standing: if open { Standing::NeedsInfo } else { Standing::Decided },
        permission,
        plan_for,
        because,
    }
}

/// What a level asks of the use; storing abroad is barred where a rule keeps it at home alone.
fn stored(held: &Held<'_>, as_of: NaiveDate, use_: Use, level: Level, strictly: bool) -> Permission {
    let asked = level.abroad(use_);
    let Some(decision) =
        held.pack.decision("storage").filter(|_| matches!(use_, Use::Store | Use::Replicate))
    else {
        return asked;
    };
    let verdict = Weighing::new(held.pack, as_of, &held.facts).verdict(decision);
    let values = if strictly { &verdict.plan } else { &verdict.values };
    let home_only =
        values.iter().any(|value| held.pack.decisions[decision].values[*value].text == "home_only");
    if home_only { Permission::Barred } else { asked }
}
