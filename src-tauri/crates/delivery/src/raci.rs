//! Who does, answers for, is asked about and hears of a work package, and what is wrong with that.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A work package's row. A package may be written with any number of people answering for it; one is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RaciRow {
    pub package: String,
    pub responsible: Vec<String>,
    pub accountable: Vec<String>,
    #[serde(default)]
    pub consulted: Vec<String>,
    #[serde(default)]
    pub informed: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RaciFault {
    pub package: String,
    pub problem: RaciProblem,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum RaciProblem {
    /// Nobody answers for it.
    NobodyAccountable,
    /// Several answer for it, so that nobody does.
    SeveralAccountable { people: Vec<String> },
    /// Nobody does it.
    NobodyResponsible,
    /// Who is asked hears of it anyway.
    ConsultedAndInformed { person: String },
    /// The package stands twice.
    PackageTwice,
}

/// Everything that is wrong, in the order of the rows.
pub fn faults(rows: &[RaciRow]) -> Vec<RaciFault> {
    let mut faults = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let mut fault = |problem| faults.push(RaciFault { package: row.package.clone(), problem });
        let accountable = named(&row.accountable);
        match accountable.len() {
            0 => fault(RaciProblem::NobodyAccountable),
            1 => {}
            _ => fault(RaciProblem::SeveralAccountable { people: accountable }),
        }
        if named(&row.responsible).is_empty() {
            fault(RaciProblem::NobodyResponsible);
        }
        let informed = named(&row.informed);
        for person in named(&row.consulted).into_iter().filter(|person| informed.contains(person)) {
            fault(RaciProblem::ConsultedAndInformed { person });
        }
        if rows.iter().take(place).any(|other| other.package == row.package) {
            fault(RaciProblem::PackageTwice);
        }
    }
    faults
}

/// Each person once; blank names name nobody.
fn named(people: &[String]) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    for person in people.iter().map(|person| person.trim()).filter(|person| !person.is_empty()) {
        if !named.iter().any(|each| each == person) {
            named.push(person.to_owned());
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(package: &str, responsible: &[&str], accountable: &[&str]) -> RaciRow {
        let people = |list: &[&str]| list.iter().map(|person| (*person).to_owned()).collect();
        RaciRow {
            package: package.into(),
            responsible: people(responsible),
            accountable: people(accountable),
            consulted: people(&["p-chen"]),
            informed: Vec::new(),
        }
    }

    #[test]
    fn one_person_answers_for_a_package() {
        let problem =
            |row: RaciRow| faults(&[row]).into_iter().map(|fault| fault.problem).collect::<Vec<_>>();
        assert_eq!(problem(row("wp-1", &["p-he"], &["p-zhao"])), []);
        assert_eq!(problem(row("wp-1", &["p-he"], &["p-zhao", "p-zhao "])), []);
        assert_eq!(problem(row("wp-1", &["p-he"], &[" "])), [RaciProblem::NobodyAccountable]);
        let several = RaciProblem::SeveralAccountable { people: vec!["p-zhao".into(), "p-lin".into()] };
        assert_eq!(problem(row("wp-1", &["p-he"], &["p-zhao", "p-lin"])), [several]);
        assert_eq!(problem(row("wp-1", &[], &["p-zhao"])), [RaciProblem::NobodyResponsible]);
        let both = RaciRow { informed: vec!["p-chen".into()], ..row("wp-1", &["p-he"], &["p-zhao"]) };
        assert_eq!(problem(both), [RaciProblem::ConsultedAndInformed { person: "p-chen".into() }]);
        let one = row("wp-1", &["p-he"], &["p-zhao"]);
        let twice = faults(&[one.clone(), one]);
        assert_eq!(
            twice.iter().map(|fault| &fault.problem).collect::<Vec<_>>(),
            [&RaciProblem::PackageTwice]
        );
    }
}
