//! Change requests: what they would do to scope, days, money and compliance, and whether they were decided as agreed.

use hefu_domain::money::{Money, MoneyError};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChangeState {
    Proposed,
    Analysis,
    Approved,
    Rejected,
    Withdrawn,
}

/// What one person who decides has said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ChangeVoice")]
pub struct Voice {
    pub person: String,
    pub agrees: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "ChangeFacts")]
pub struct Change {
    pub id: String,
    pub state: ChangeState,
    pub requested_by: String,
    /// Everybody who has to agree.
    pub deciders: Vec<String>,
    pub voices: Vec<Voice>,
    /// Requirements, deliverables and criteria it touches; none when nobody has looked.
    pub scope: Option<Vec<String>>,
    /// Working days the end moves, earlier when negative; none when nobody has looked.
    pub days: Option<i32>,
    /// Money, less when negative; none when nobody has looked.
    pub money: Option<Money>,
    /// Checks whose answers it opens again; none when nobody has looked.
    pub compliance: Option<Vec<String>>,
}

/// A part of a change's effect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "ChangeEffect")]
pub enum Effect {
    Scope,
    Days,
    Money,
    Compliance,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangeStands {
    pub change: String,
    /// What nobody has looked at: unknown is not "none".
    pub unknown: Vec<Effect>,
    /// Who has to agree and has not said anything.
    pub waits_for: Vec<String>,
    pub problems: Vec<ChangeProblem>,
    /// Approved and in order: the plan it leads to is to be kept as a baseline.
    pub makes_baseline: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ChangeProblem {
    NobodyDecides,
    /// Only who asks for it decides.
    RequesterDecidesAlone,
    /// Approved although somebody who has to agree has not, or has refused.
    ApprovedWithout {
        person: String,
    },
    /// Approved with an effect that nobody has looked at.
    ApprovedUnknown {
        effect: Effect,
    },
    /// Spoke without being asked to decide.
    NotADecider {
        person: String,
    },
}

/// Changes of one standing together.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "ChangeEffects")]
pub struct Effects {
    pub changes: u32,
    pub days: i64,
    /// One sum a currency.
    pub money: Vec<Money>,
    /// Changes of which days or money are not known.
    pub unknown: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ChangesStand {
    pub changes: Vec<ChangeStands>,
    pub approved: Effects,
    /// Proposed, or being looked at.
    pub proposed: Effects,
}

/// # Errors
/// When money cannot be summed.
pub fn stand(changes: &[Change]) -> Result<ChangesStand, MoneyError> {
    let open = |change: &&Change| matches!(change.state, ChangeState::Proposed | ChangeState::Analysis);
    Ok(ChangesStand {
        changes: changes.iter().map(stands).collect(),
        approved: effects(changes.iter().filter(|change| change.state == ChangeState::Approved))?,
        proposed: effects(changes.iter().filter(open))?,
    })
}

fn effects<'a>(changes: impl Iterator<Item = &'a Change>) -> Result<Effects, MoneyError> {
    let changes: Vec<&Change> = changes.collect();
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let unknown = changes.iter().filter(|change| change.days.is_none() || change.money.is_none());
    Ok(Effects {
        changes: count(changes.len()),
        days: changes.iter().filter_map(|change| change.days).map(i64::from).sum(),
        money: Money::totals(changes.iter().filter_map(|change| change.money))?,
        unknown: count(unknown.count()),
    })
}

fn stands(change: &Change) -> ChangeStands {
    let effects = [
        (change.scope.is_none(), Effect::Scope),
        (change.days.is_none(), Effect::Days),
        (change.money.is_none(), Effect::Money),
        (change.compliance.is_none(), Effect::Compliance),
    ];
    let unknown: Vec<Effect> = effects.into_iter().filter_map(|(is, effect)| is.then_some(effect)).collect();
    let voice = |person: &String| change.voices.iter().find(|voice| voice.person == *person);
    let is_approved = change.state == ChangeState::Approved;
    let mut problems = Vec::new();
    match change.deciders.as_slice() {
        [] => problems.push(ChangeProblem::NobodyDecides),
        [one] if *one == change.requested_by => problems.push(ChangeProblem::RequesterDecidesAlone),
        _ => {}
    }
    if is_approved {
        let missing =
            change.deciders.iter().filter(|person| !voice(person).is_some_and(|voice| voice.agrees));
        problems.extend(missing.map(|person| ChangeProblem::ApprovedWithout { person: person.clone() }));
        problems.extend(unknown.iter().map(|effect| ChangeProblem::ApprovedUnknown { effect: *effect }));
    }
    let strangers = change.voices.iter().filter(|voice| !change.deciders.contains(&voice.person));
    problems.extend(strangers.map(|voice| ChangeProblem::NotADecider { person: voice.person.clone() }));
    let is_open = matches!(change.state, ChangeState::Proposed | ChangeState::Analysis);
    let waits_for = change.deciders.iter().filter(|person| is_open && voice(person).is_none()).cloned();
    ChangeStands {
        change: change.id.clone(),
        waits_for: waits_for.collect(),
        makes_baseline: is_approved && problems.is_empty(),
        unknown,
        problems,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(list: &[&str]) -> Vec<String> {
        list.iter().map(|person| (*person).to_owned()).collect()
    }

    fn change(id: &str, state: ChangeState, days: Option<i32>, money: Option<&str>) -> Change {
        Change {
            id: id.into(),
            state,
            requested_by: "p-nair".into(),
            deciders: people(&["p-lin", "p-qin"]),
            voices: people(&["p-lin", "p-qin"])
                .into_iter()
                .map(|person| Voice { person, agrees: true })
                .collect(),
            scope: Some(people(&["R-032"])),
            days,
            money: money.map(|money| Money::in_code(money.parse().unwrap(), "CNY").unwrap()),
            compliance: Some(Vec::new()),
        }
    }

    #[test]
    fn effects_are_summed_by_standing_and_what_is_unknown_is_counted() {
        let changes = [
            change("CR-01", ChangeState::Approved, Some(0), Some("86000.00")),
            change("CR-02", ChangeState::Approved, Some(2), Some("0.00")),
            change("CR-03", ChangeState::Proposed, Some(-20), None),
            change("CR-05", ChangeState::Analysis, Some(15), Some("210000.00")),
            change("CR-06", ChangeState::Rejected, Some(99), Some("1.00")),
        ];
        let stand = stand(&changes).unwrap();
        let money = |effects: &Effects| effects.money.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!((stand.approved.changes, stand.approved.days, stand.approved.unknown), (2, 2, 0));
        assert_eq!(money(&stand.approved), ["CNY 86000.00"]);
        assert_eq!((stand.proposed.changes, stand.proposed.days, stand.proposed.unknown), (2, -5, 1));
        assert_eq!(money(&stand.proposed), ["CNY 210000.00"]);
        assert_eq!(stand.changes[0].problems, []);
        assert!(stand.changes[0].makes_baseline && !stand.changes[3].makes_baseline);
        assert_eq!(stand.changes[2].unknown, [Effect::Money]);
    }

    #[test]
    fn a_change_is_decided_by_those_who_are_named() {
        let good = change("CR-01", ChangeState::Approved, Some(0), Some("1.00"));
        let problems = |change: &Change| stands(change).problems;
        let mut missing = good.clone();
        missing.voices.pop();
        let without = || ChangeProblem::ApprovedWithout { person: "p-qin".into() };
        assert_eq!(problems(&missing), [without()]);
        assert!(!stands(&missing).makes_baseline);
        let mut refused = good.clone();
        refused.voices[1].agrees = false;
        assert_eq!(problems(&refused), [without()]);
        let mut stranger = good.clone();
        stranger.voices.push(Voice { person: "p-he".into(), agrees: true });
        assert_eq!(problems(&stranger), [ChangeProblem::NotADecider { person: "p-he".into() }]);
        let blind = Change { compliance: None, ..good.clone() };
        assert_eq!(problems(&blind), [ChangeProblem::ApprovedUnknown { effect: Effect::Compliance }]);
        let nobody = Change { deciders: Vec::new(), voices: Vec::new(), ..good.clone() };
        assert_eq!(problems(&nobody), [ChangeProblem::NobodyDecides]);
        let alone = Change { requested_by: "p-lin".into(), deciders: people(&["p-lin"]), ..good.clone() };
        assert!(problems(&alone).contains(&ChangeProblem::RequesterDecidesAlone));
        let waiting = Change { state: ChangeState::Proposed, voices: Vec::new(), ..good };
        assert_eq!(stands(&waiting).waits_for, people(&["p-lin", "p-qin"]));
    }
}
