//! What the rules of a pack say of facts of which some are unknown: three-valued, nothing guessed.

use std::cell::RefCell;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::condition::{Comparison, Subject};
use crate::form::Combine;
use crate::pack::{Choice, Conclusion, Pack};
use crate::value::{Truth, Typed};

/// Facts held against a pack as of a day. Truths are found once.
pub(crate) struct Weighing<'a> {
    pub pack: &'a Pack,
    pub day: NaiveDate,
    pub facts: &'a [Option<Typed>],
    truths: RefCell<Vec<Option<Truth>>>,
    verdicts: RefCell<Vec<Option<Verdict>>>,
}

/// How a decision stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub decided: bool,
    /// What holds: one value, those that certainly belong to a set, or none.
    pub values: Vec<usize>,
    /// Whether any rule speaks for certain.
    pub spoken: bool,
    /// Everything it may come to; `None` is that no rule speaks.
    pub possible: Vec<Option<usize>>,
    /// The strictest of it, by which to plan.
    pub plan: Vec<usize>,
    /// Rules, by their place in the decision, that are open or hold.
    pub candidates: Vec<(usize, Truth)>,
}

impl<'a> Weighing<'a> {
    pub(crate) fn new(pack: &'a Pack, day: NaiveDate, facts: &'a [Option<Typed>]) -> Self {
        Self {
            pack,
            day,
            facts,
            truths: RefCell::new(vec![None; pack.rules.len()]),
            verdicts: RefCell::new(vec![None; pack.decisions.len()]),
        }
    }

    /// Whether a rule holds, when those that set it aside are counted.
    pub(crate) fn truth(&self, rule: usize) -> Truth {
        if let Some(known) = self.truths.borrow()[rule] {
            return known;
        }
        let this = &self.pack.rules[rule];
        let mut truth = Truth::False;
        if this.applies_on(self.day) {
            truth = this.when.truth(&mut |comparison| self.compared(comparison));
            for over in &this.overridden_by {
                if truth != Truth::False {
                    truth = truth.and(!self.truth(*over));
                }
            }
        }
        self.truths.borrow_mut()[rule] = Some(truth);
        truth
    }

    pub(crate) fn compared(&self, comparison: &Comparison) -> Truth {
        match comparison.subject {
            Subject::Fact(fact) => comparison.truth(self.facts[fact].as_ref()),
            Subject::Decision(decision) => {
                let verdict = self.verdict(decision);
                let values = &self.pack.decisions[decision].values;
                let mut truths = verdict.possible.iter().map(|value| match value {
                    Some(value) => comparison.holds(&Typed::Word(values[*value].text.clone())).into(),
                    None => Truth::False,
                });
                match (verdict.decided, verdict.values.first()) {
                    (true, Some(value)) if verdict.possible.len() <= 1 => {
                        comparison.holds(&Typed::Word(values[*value].text.clone())).into()
                    }
                    _ => {
                        let first = truths.next().unwrap_or(Truth::False);
                        if truths.all(|truth| truth == first) { first } else { Truth::Unknown }
                    }
                }
            }
        }
    }

    pub(crate) fn verdict(&self, decision: usize) -> Verdict {
        if let Some(known) = &self.verdicts.borrow()[decision] {
            return known.clone();
        }
        let choice = &self.pack.decisions[decision];
        let verdict = match choice.combine {
            Combine::FirstMatch => self.first(choice),
            Combine::Max => self.extreme(choice, &|rank| rank),
            Combine::Min => self.extreme(choice, &|rank| u64::MAX - rank),
            Combine::Union => self.union(choice),
            Combine::Intersect => self.intersection(choice),
        };
        self.verdicts.borrow_mut()[decision] = Some(verdict.clone());
        verdict
    }

    /// The values that a rule can conclude, as far as its own facts are known.
    pub(crate) fn concluded(&self, conclusion: &Conclusion) -> Vec<usize> {
        match conclusion {
            Conclusion::Values(values) => values.clone(),
            Conclusion::OfFact(fact, values) => match &self.facts[*fact] {
                Some(Typed::Word(word)) => {
                    let words = self.pack.facts[*fact].values.iter().zip(values);
                    words.filter(|(each, _)| *each == word).map(|(_, value)| *value).collect()
                }
                _ => values.iter().copied().collect::<BTreeSet<_>>().into_iter().collect(),
            },
            Conclusion::Lookup { by, rows } => {
                let fits = |keys: &[String]| {
                    by.iter().zip(keys).all(|(fact, key)| match &self.facts[*fact] {
                        Some(Typed::Word(word)) => word == key,
                        _ => true,
                    })
                };
                let found: BTreeSet<usize> =
                    rows.iter().filter(|(keys, _)| fits(keys)).map(|(_, value)| *value).collect();
                found.into_iter().collect()
            }
        }
    }

    /// The rules that hold or may hold, in order, with the values they may conclude.
    fn speaking<'c>(&'c self, choice: &'c Choice) -> impl Iterator<Item = (usize, Truth, Vec<usize>)> + 'c {
        choice.rules.iter().enumerate().filter_map(|(at, (rule, conclusion))| {
            let truth = self.truth(*rule);
            if truth == Truth::False {
                return None;
            }
            let values = self.concluded(conclusion);
            // A table without such a row concludes nothing.
            let speaks = !values.is_empty() || choice.combine == Combine::Intersect;
            speaks.then_some((at, truth, values))
        })
    }

    fn first(&self, choice: &Choice) -> Verdict {
        let mut candidates = Vec::new();
        let mut possible: Vec<Option<usize>> = Vec::new();
        let mut certain = None;
        let mut stopped = false;
        for (at, truth, values) in self.speaking(choice) {
            candidates.push((at, truth));
            possible.extend(
                values
                    .iter()
                    .map(|value| Some(*value))
                    .filter(|each| !possible.contains(each))
                    .collect::<Vec<_>>(),
            );
            if truth == Truth::True {
                stopped = true;
                certain = (values.len() == 1).then(|| values[0]);
                break;
            }
        }
        if !stopped {
            possible.push(None);
        }
        let classes: BTreeSet<Option<usize>> =
            possible.iter().map(|value| value.map(|value| choice.values[value].class)).collect();
        let strictest = possible.iter().flatten().copied().max_by_key(|value| choice.values[*value].rank);
        let decided = classes.len() == 1;
        let value = if decided { certain.or(strictest) } else { None };
        Verdict {
            decided,
            values: value.into_iter().collect(),
            spoken: stopped,
            possible,
            plan: strictest.into_iter().collect(),
            candidates,
        }
    }

    /// The highest of what holds, by the order that `up` gives; nothing that is open may be higher.
    fn extreme(&self, choice: &Choice, up: &dyn Fn(u64) -> u64) -> Verdict {
        let rank = |value: &usize| up(choice.values[*value].rank);
        let speaking: Vec<_> = self.speaking(choice).collect();
        let floor = speaking
            .iter()
            .filter(|(_, truth, _)| *truth == Truth::True)
            .filter_map(|(_, _, values)| values.iter().copied().min_by_key(|value| rank(value)))
            .max_by_key(|value| rank(value));
        let mut possible: Vec<Option<usize>> = Vec::new();
        for value in speaking.iter().flat_map(|(_, _, values)| values) {
            let higher = floor.is_none_or(|floor| rank(value) > rank(&floor) || *value == floor);
            if higher && !possible.contains(&Some(*value)) {
                possible.push(Some(*value));
            }
        }
        if floor.is_none() {
            possible.push(None);
        }
        let top = possible.iter().flatten().copied().max_by_key(|value| rank(value));
        let decided = match (floor, top) {
            (Some(floor), Some(top)) => rank(&top) <= rank(&floor),
            (None, top) => top.is_none(),
            (Some(_), None) => true,
        };
        Verdict {
            decided,
            values: floor.filter(|_| decided).into_iter().collect(),
            spoken: floor.is_some(),
            possible,
            plan: top.into_iter().collect(),
            candidates: speaking.into_iter().map(|(at, truth, _)| (at, truth)).collect(),
        }
    }

    fn union(&self, choice: &Choice) -> Verdict {
        let mut certain = BTreeSet::new();
        let mut all = BTreeSet::new();
        let mut candidates = Vec::new();
        for (at, truth, values) in self.speaking(choice) {
            candidates.push((at, truth));
            all.extend(values.iter().copied());
            if truth == Truth::True {
                certain.extend(values);
            }
        }
        Verdict {
            decided: certain == all,
            spoken: !certain.is_empty(),
            values: certain.into_iter().collect(),
            possible: all.iter().map(|value| Some(*value)).collect(),
            plan: all.into_iter().collect(),
            candidates,
        }
    }

    fn intersection(&self, choice: &Choice) -> Verdict {
        let every: BTreeSet<usize> = (0..choice.values.len()).collect();
        let (mut certain, mut strict) = (every.clone(), every);
        let mut candidates = Vec::new();
        for (at, truth, values) in self.speaking(choice) {
            candidates.push((at, truth));
            let values: BTreeSet<usize> = values.into_iter().collect();
            strict = &strict & &values;
            if truth == Truth::True {
                certain = &certain & &values;
            }
        }
        let spoken = candidates.iter().any(|(_, truth)| *truth == Truth::True);
        let open = candidates.iter().any(|(_, truth)| *truth == Truth::Unknown);
        Verdict {
            // A rule that is open may forbid every place that no rule names.
            decided: certain == strict && (spoken || !open),
            values: if spoken { certain.into_iter().collect() } else { Vec::new() },
            spoken,
            possible: strict.iter().map(|value| Some(*value)).collect(),
            plan: strict.into_iter().collect(),
            candidates,
        }
    }
}
