//! Where somebody stands between power and interest, and when the next meeting is due. Mendelow's grid: what a manager
//! does about a person follows from both; of whom one of them is not judged, nothing is said.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// From this level on, of five, power or interest is high.
pub const HIGH: u8 = 4;

/// What is known of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "StakeholderFacts")]
pub struct Stakeholder {
    pub person: String,
    /// From 1 to 5; none when nobody has judged it.
    pub power: Option<u8>,
    /// From 1 to 5; none when nobody has judged it.
    pub interest: Option<u8>,
    /// Since when the person has been part of the project.
    pub since: Option<NaiveDate>,
    pub last_met: Option<NaiveDate>,
    /// Weeks within which the person should be met again.
    pub rhythm: Option<u16>,
}

/// What is done about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Quadrant {
    /// Power and interest are high.
    ManageClosely,
    /// Power alone is high.
    KeepSatisfied,
    /// Interest alone is high.
    KeepInformed,
    /// Neither is.
    Monitor,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StakeholderStands {
    pub person: String,
    /// None where power or interest is not judged.
    pub quadrant: Option<Quadrant>,
    /// Whole weeks since the last meeting, or since the person came while there was none; none when neither is known.
    pub weeks: Option<u32>,
    /// The last day on which a meeting keeps the rhythm; none without a rhythm or a day to count from.
    pub meet_by: Option<NaiveDate>,
    /// Whether that day is past; none when there is none.
    pub is_overdue: Option<bool>,
}

/// Each person on `today`, in the order given.
pub fn stand(people: &[Stakeholder], today: NaiveDate) -> Vec<StakeholderStands> {
    people.iter().map(|person| stands(person, today)).collect()
}

fn stands(person: &Stakeholder, today: NaiveDate) -> StakeholderStands {
    let from = person.last_met.or(person.since);
    let weeks = from.map(|from| u32::try_from((today - from).num_weeks().max(0)).unwrap_or(u32::MAX));
    let meet_by = from
        .zip(person.rhythm)
        .and_then(|(from, weeks)| from.checked_add_days(Days::new(7 * u64::from(weeks))));
    StakeholderStands {
        person: person.person.clone(),
        quadrant: person.power.zip(person.interest).map(quadrant),
        weeks,
        meet_by,
        is_overdue: meet_by.map(|day| day < today),
    }
}

fn quadrant((power, interest): (u8, u8)) -> Quadrant {
    match (power >= HIGH, interest >= HIGH) {
        (true, true) => Quadrant::ManageClosely,
        (true, false) => Quadrant::KeepSatisfied,
        (false, true) => Quadrant::KeepInformed,
        (false, false) => Quadrant::Monitor,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn person(power: Option<u8>, interest: Option<u8>) -> Stakeholder {
        Stakeholder { person: "p".into(), power, interest, since: None, last_met: None, rhythm: None }
    }

    #[test]
    fn what_is_done_follows_from_power_and_interest() {
        let of = |power, interest| stand(&[person(power, interest)], day("2026-09-28")).remove(0).quadrant;
        assert_eq!(of(Some(4), Some(4)), Some(Quadrant::ManageClosely));
        assert_eq!(of(Some(5), Some(3)), Some(Quadrant::KeepSatisfied));
        assert_eq!(of(Some(3), Some(5)), Some(Quadrant::KeepInformed));
        assert_eq!(of(Some(1), Some(1)), Some(Quadrant::Monitor));
        // Nobody is unimportant because nobody has looked.
        assert_eq!(of(None, Some(1)), None);
        assert_eq!(of(Some(5), None), None);
    }

    #[test]
    fn a_meeting_is_due_by_the_rhythm() {
        let of = |last_met: Option<&str>, since: Option<&str>, rhythm, today| {
            let known = Stakeholder {
                last_met: last_met.map(day),
                since: since.map(day),
                rhythm,
                ..person(None, None)
            };
            let stands = stand(&[known], day(today)).remove(0);
            (stands.weeks, stands.meet_by, stands.is_overdue)
        };
        // Six weeks after Monday, 17 August 2026 is Monday, 28 September.
        let met = Some("2026-08-17");
        let by = Some(day("2026-09-28"));
        assert_eq!(of(met, None, Some(6), "2026-09-28"), (Some(6), by, Some(false)));
        assert_eq!(of(met, None, Some(6), "2026-09-29"), (Some(6), by, Some(true)));
        assert_eq!(of(None, met, Some(6), "2026-09-29"), (Some(6), by, Some(true)));
        assert_eq!(of(met, Some("2026-01-01"), None, "2026-09-29"), (Some(6), None, None));
        assert_eq!(of(None, None, Some(6), "2026-09-29"), (None, None, None));
        // A meeting that is yet to come leaves nothing due.
        assert_eq!(of(Some("2026-10-01"), None, Some(1), "2026-09-29").0, Some(0));
    }
}
