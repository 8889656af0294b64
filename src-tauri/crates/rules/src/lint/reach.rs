//! Rules that never decide, whatever the facts are.

use crate::form::Combine;
use crate::lint::Problem;
use crate::pack::{Choice, Pack};
use crate::question::Domains;
use crate::value::{Truth, Typed};
use crate::weigh::Weighing;

/// How many combinations are tried before a rule is taken for reachable.
const MOST_TRIES: usize = 20_000;

pub(super) fn unreachable(pack: &Pack) -> Vec<Problem> {
    let mut problems = Vec::new();
    for choice in &pack.decisions {
        let domains = Domains::of(pack, choice);
        for at in 0..choice.rules.len() {
            let mut search = Search { pack, choice, domains: &domains, at, tries: 0 };
            if !search.on_some_day() {
                let rule = pack.rules[choice.rules[at].0].id.clone();
                problems.push(Problem::UnreachableRule { rule, decision: choice.id.clone() });
            }
        }
    }
    problems
}

struct Search<'a> {
    pack: &'a Pack,
    choice: &'a Choice,
    domains: &'a Domains,
    /// Place of the rule in the decision.
    at: usize,
    tries: usize,
}

impl Search<'_> {
    /// On the first day of the rule, or a day on which rules before it begin or end while it holds.
    fn on_some_day(&mut self) -> bool {
        let pack = self.pack;
        let rule = &pack.rules[self.choice.rules[self.at].0];
        let first = rule.from.unwrap_or(pack.head.effective_from).max(pack.head.effective_from);
        let others = self.choice.rules[..self.at].iter().map(|(other, _)| &pack.rules[*other]);
        let days = others.flat_map(|other| [other.from, other.until]).flatten();
        let mut days: Vec<_> = days.chain([first]).filter(|day| *day >= first).collect();
        days.sort_unstable();
        days.dedup();
        let holds = |day: &chrono::NaiveDate| pack.applies_on(*day) && rule.applies_on(*day);
        days.into_iter().filter(holds).any(|day| self.decides(day, &mut vec![None; pack.facts.len()]))
    }

    fn decides(&mut self, day: chrono::NaiveDate, facts: &mut [Option<Typed>]) -> bool {
        self.tries += 1;
        if self.tries > MOST_TRIES {
            return true;
        }
        let rule = self.choice.rules[self.at].0;
        let open = {
            let weighing = Weighing::new(self.pack, day, facts);
            let before = if self.choice.combine == Combine::FirstMatch { self.at } else { 0 };
            let mut open = None;
            for other in self.choice.rules[..before].iter().map(|(other, _)| *other) {
                match weighing.truth(other) {
                    Truth::True => return false,
                    Truth::Unknown => open = open.or(Some(other)),
                    Truth::False => {}
                }
            }
            match weighing.truth(rule) {
                Truth::False => return false,
                Truth::Unknown => Some(rule),
                Truth::True => open,
            }
        };
        let Some(open) = open else { return true };
        let Some(fact) = self.pack.rules[open].facts.iter().copied().find(|fact| facts[*fact].is_none())
        else {
            return false;
        };
        for value in &self.domains.of_fact[fact] {
            facts[fact] = Some(value.clone());
            if self.decides(day, facts) {
                facts[fact] = None;
                return true;
            }
        }
        facts[fact] = None;
        false
    }
}
