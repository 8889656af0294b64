//! What rests on what: which facts a rule and a decision can depend on, and that nothing rests on itself.

use std::collections::BTreeSet;

use super::{Conclusion, Pack};
use crate::condition::Subject;
use crate::error::PackError;

/// Fills in who sets aside whom and the facts that everything rests on.
pub(super) fn settle(pack: &mut Pack) -> Result<(), PackError> {
    let pairs: Vec<(usize, usize)> = pack
        .rules
        .iter()
        .enumerate()
        .flat_map(|(at, rule)| rule.overrides.iter().map(move |over| (at, *over)))
        .collect();
    for (at, over) in pairs {
        pack.rules[over].overridden_by.push(at);
    }
    let mut search = Search {
        pack,
        rules: vec![None; pack.rules.len()],
        decisions: vec![None; pack.decisions.len()],
        path: Vec::new(),
    };
    for at in 0..pack.decisions.len() {
        search.decision(at)?;
    }
    for at in 0..pack.rules.len() {
        search.rule(at)?;
    }
    let (rules, decisions) = (search.rules, search.decisions);
    for (rule, facts) in pack.rules.iter_mut().zip(rules) {
        rule.facts = facts.unwrap_or_default().into_iter().collect();
    }
    for (choice, facts) in pack.decisions.iter_mut().zip(decisions) {
        choice.facts = facts.unwrap_or_default().into_iter().collect();
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Node {
    Rule(usize),
    Decision(usize),
}

struct Search<'a> {
    pack: &'a Pack,
    rules: Vec<Option<BTreeSet<usize>>>,
    decisions: Vec<Option<BTreeSet<usize>>>,
    path: Vec<Node>,
}

impl Search<'_> {
    fn enter(&mut self, node: Node, id: &str) -> Result<(), PackError> {
        // Each step of the path is a rule or a decision of its own, so that it is no longer than the pack; the limit
        // keeps the stack small.
        if self.path.contains(&node) || self.path.len() > 64 {
            return Err(PackError::Circle { place: id.to_owned() });
        }
        self.path.push(node);
        Ok(())
    }

    fn rule(&mut self, at: usize) -> Result<BTreeSet<usize>, PackError> {
        if let Some(known) = &self.rules[at] {
            return Ok(known.clone());
        }
        let pack = self.pack;
        self.enter(Node::Rule(at), &pack.rules[at].id)?;
        let mut comparisons = Vec::new();
        pack.rules[at].when.comparisons(&mut comparisons);
        let mut facts = BTreeSet::new();
        for comparison in comparisons {
            match comparison.subject {
                Subject::Fact(fact) => drop(facts.insert(fact)),
                Subject::Decision(decision) => facts.extend(self.decision(decision)?),
            }
        }
        for over in &pack.rules[at].overridden_by {
            facts.extend(self.rule(*over)?);
        }
        self.path.pop();
        self.rules[at] = Some(facts.clone());
        Ok(facts)
    }

    fn decision(&mut self, at: usize) -> Result<BTreeSet<usize>, PackError> {
        if let Some(known) = &self.decisions[at] {
            return Ok(known.clone());
        }
        let pack = self.pack;
        self.enter(Node::Decision(at), &pack.decisions[at].id)?;
        let mut facts = BTreeSet::new();
        for (rule, conclusion) in &pack.decisions[at].rules {
            facts.extend(self.rule(*rule)?);
            match conclusion {
                Conclusion::Values(_) => {}
                Conclusion::OfFact(fact, _) => drop(facts.insert(*fact)),
                Conclusion::Lookup { by, .. } => facts.extend(by.iter().copied()),
            }
        }
        self.path.pop();
        self.decisions[at] = Some(facts.clone());
        Ok(facts)
    }
}
