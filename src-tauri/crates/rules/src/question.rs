//! Which unknown facts a decision waits for: exactly those whose answer can change it.
//!
//! The decision is taken apart by one fact after the other, in the order in which the pack declares them, into a
//! diagram in which equal parts are one and a fact that makes no difference is left out. In such a diagram a fact
//! stands if and only if the decision depends on it (Bryant's ordered decision diagrams), so that no fact of the list
//! can be spared, and those of the list suffice.

mod values;

pub(crate) use values::Domains;

use std::collections::{BTreeMap, BTreeSet};

use crate::form::Combine;
use crate::pack::{Choice, Conclusion, Pack};
use crate::value::{Truth, Typed};
use crate::weigh::Weighing;

/// How many parts are looked at before the answer is given as an upper bound.
const MOST_PARTS: usize = 20_000;

/// What a decision waits for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Question {
    pub facts: BTreeSet<usize>,
    /// Whether no fact of it can be spared; false when the decision was too wide to be taken apart.
    pub minimal: bool,
    /// What the parts of the decision come to that every answer decides alike.
    settled: Vec<(Part, Option<usize>)>,
}

impl Question {
    /// Nothing to ask.
    pub(crate) fn nothing() -> Self {
        Self { minimal: true, ..Self::default() }
    }

    /// The values of a decision that waits for nothing, although three-valued logic leaves it open.
    pub(crate) fn values(&self, choice: &Choice, possible: &[Option<usize>]) -> Vec<usize> {
        let holds = |value: usize| {
            self.settled.iter().any(|(part, class)| match part {
                Part::First => *class == Some(choice.values[value].class),
                Part::Reaches(rank) => {
                    *class == Some(1) && upward(choice.combine, choice.values[value].rank) == *rank
                }
                Part::Has(of) => *of == value && *class == Some(1),
                Part::Forbids(of) => *of == value && *class == Some(0),
                Part::ForbidsTheRest => false,
            })
        };
        let all = possible.iter().flatten().copied().filter(|value| holds(*value));
        match choice.combine {
            Combine::Union | Combine::Intersect => all.collect(),
            combine => {
                all.max_by_key(|value| upward(combine, choice.values[*value].rank)).into_iter().collect()
            }
        }
    }
}

/// A decision, or the part of one that is true or false.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    First,
    /// The result is at least this strict.
    Reaches(u64),
    /// The value is part of the union.
    Has(usize),
    /// The place is no longer allowed.
    Forbids(usize),
    /// Every place that no rule names is no longer allowed.
    ForbidsTheRest,
}

/// The facts that the decision waits for as of what is known.
pub(crate) fn of(weighing: &Weighing<'_>, decision: usize) -> Question {
    above(weighing, decision, None)
}

/// The facts that can still lift a highest or lowest value beyond a rank that holds in any case.
pub(crate) fn above(weighing: &Weighing<'_>, decision: usize, floor: Option<u64>) -> Question {
    let choice = &weighing.pack.decisions[decision];
    let parts: Vec<Part> = match choice.combine {
        Combine::FirstMatch => vec![Part::First],
        Combine::Max | Combine::Min => {
            let ranks: BTreeSet<u64> =
                choice.values.iter().map(|value| upward(choice.combine, value.rank)).collect();
            ranks
                .into_iter()
                .filter(|rank| floor.is_none_or(|floor| *rank > floor))
                .map(Part::Reaches)
                .collect()
        }
        Combine::Union => (0..choice.values.len()).map(Part::Has).collect(),
        Combine::Intersect => {
            (0..choice.values.len()).map(Part::Forbids).chain([Part::ForbidsTheRest]).collect()
        }
    };
    let domains = Domains::of(weighing.pack, choice);
    let mut question = Question { minimal: domains.exact, ..Question::default() };
    for part in parts {
        let mut diagram = Diagram {
            choice,
            part,
            domains: &domains,
            assigned: vec![None; weighing.facts.len()],
            facts: weighing.facts.to_vec(),
            nodes: BTreeMap::new(),
            known: BTreeMap::new(),
            looked_at: 0,
        };
        match diagram.build(weighing.pack, weighing.day) {
            Some(root) => {
                diagram.support(root, &mut question.facts);
                question.settled.extend(diagram.leaf(root).map(|class| (part, class)));
            }
            None => {
                question.minimal = false;
                let open = choice.facts.iter().filter(|fact| weighing.facts[**fact].is_none());
                question.facts.extend(open);
            }
        }
    }
    question
}

fn upward(combine: Combine, rank: u64) -> u64 {
    if combine == Combine::Min { u64::MAX - rank } else { rank }
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Node {
    Leaf(Option<usize>),
    Fork(usize, Vec<usize>),
}

struct Diagram<'a> {
    choice: &'a Choice,
    part: Part,
    domains: &'a Domains,
    /// Which of its representatives a fact was given.
    assigned: Vec<Option<usize>>,
    facts: Vec<Option<Typed>>,
    nodes: BTreeMap<Node, usize>,
    known: BTreeMap<Vec<usize>, usize>,
    looked_at: usize,
}

/// Either the part is decided, or these rules of the decision leave it open.
enum Standing {
    Decided(Option<usize>),
    Open(Vec<usize>),
}

impl Diagram<'_> {
    /// The node for what is known now; none when there is too much to look at.
    fn build(&mut self, pack: &Pack, day: chrono::NaiveDate) -> Option<usize> {
        self.looked_at += 1;
        if self.looked_at > MOST_PARTS {
            return None;
        }
        let standing = self.standing(&Weighing::new(pack, day, &self.facts));
        let open = match standing {
            Standing::Decided(class) => return Some(self.node(Node::Leaf(class))),
            Standing::Open(open) => open,
        };
        let in_play: BTreeSet<usize> = open.iter().flat_map(|at| self.rests_on(pack, *at)).collect();
        let key = self.key(&open, &in_play);
        if let Some(known) = self.known.get(&key) {
            return Some(*known);
        }
        let fact = in_play.iter().copied().find(|fact| self.facts[*fact].is_none())?;
        let mut children = Vec::new();
        for (at, value) in self.domains.of_fact[fact].iter().enumerate() {
            self.facts[fact] = Some(value.clone());
            self.assigned[fact] = Some(at);
            let child = self.build(pack, day);
            self.facts[fact] = None;
            self.assigned[fact] = None;
            children.push(child?);
        }
        let same = children.iter().all(|child| *child == children[0]);
        let node = if same { *children.first()? } else { self.node(Node::Fork(fact, children)) };
        self.known.insert(key, node);
        Some(node)
    }

    fn node(&mut self, node: Node) -> usize {
        let next = self.nodes.len();
        *self.nodes.entry(node).or_insert(next)
    }

    fn rests_on(&self, pack: &Pack, at: usize) -> Vec<usize> {
        let (rule, conclusion) = &self.choice.rules[at];
        let own = match conclusion {
            Conclusion::Values(_) => Vec::new(),
            Conclusion::OfFact(fact, _) => vec![*fact],
            Conclusion::Lookup { by, .. } => by.clone(),
        };
        pack.rules[*rule].facts.iter().copied().chain(own).collect()
    }

    /// What tells two states apart: the rules that are open, and what their facts were given.
    fn key(&self, open: &[usize], in_play: &BTreeSet<usize>) -> Vec<usize> {
        let given = in_play.iter().map(|fact| self.assigned[*fact].map_or(0, |at| at + 1));
        open.iter().map(|at| at + 1).chain([0]).chain(given).collect()
    }

    fn standing(&self, weighing: &Weighing<'_>) -> Standing {
        if let Part::First = self.part {
            return self.first(weighing);
        }
        let mut open = Vec::new();
        for (at, (rule, conclusion)) in self.choice.rules.iter().enumerate() {
            match weighing.truth(*rule).and(self.event(&weighing.concluded(conclusion))) {
                Truth::True => return Standing::Decided(Some(1)),
                Truth::Unknown => open.push(at),
                Truth::False => {}
            }
        }
        if open.is_empty() { Standing::Decided(Some(0)) } else { Standing::Open(open) }
    }

    /// Whether a rule that holds brings the part about, by the values it may conclude.
    fn event(&self, values: &[usize]) -> Truth {
        let combine = self.choice.combine;
        let each = |hit: &dyn Fn(usize) -> bool| {
            let hits = values.iter().filter(|value| hit(**value)).count();
            match hits {
                0 => Truth::False,
                all if all == values.len() => Truth::True,
                _ => Truth::Unknown,
            }
        };
        match self.part {
            Part::First => Truth::Unknown,
            Part::Reaches(rank) => each(&|value| upward(combine, self.choice.values[value].rank) >= rank),
            Part::Has(value) => values.contains(&value).into(),
            Part::Forbids(value) => (!values.contains(&value)).into(),
            Part::ForbidsTheRest => Truth::True,
        }
    }

    fn first(&self, weighing: &Weighing<'_>) -> Standing {
        let class = |value: usize| Some(self.choice.values[value].class);
        let mut classes = BTreeSet::new();
        let mut open = Vec::new();
        let mut stopped = false;
        for (at, (rule, conclusion)) in self.choice.rules.iter().enumerate() {
            let truth = weighing.truth(*rule);
            if truth == Truth::False {
                continue;
            }
            let values = weighing.concluded(conclusion);
            if values.is_empty() {
                continue;
            }
            open.push(at);
            classes.extend(values.into_iter().map(class));
            if truth == Truth::True {
                stopped = true;
                break;
            }
        }
        if !stopped {
            classes.insert(None);
        }
        match (classes.len(), classes.into_iter().next()) {
            (1, Some(class)) => Standing::Decided(class),
            _ => Standing::Open(open),
        }
    }

    /// What the part comes to when it rests on nothing.
    fn leaf(&self, root: usize) -> Option<Option<usize>> {
        self.nodes.iter().find_map(|(node, id)| match node {
            Node::Leaf(class) if *id == root => Some(*class),
            _ => None,
        })
    }

    fn support(&self, root: usize, into: &mut BTreeSet<usize>) {
        let by_id: BTreeMap<usize, &Node> = self.nodes.iter().map(|(node, id)| (*id, node)).collect();
        let mut waiting = vec![root];
        let mut seen = BTreeSet::new();
        while let Some(id) = waiting.pop() {
            if let (true, Some(Node::Fork(fact, children))) = (seen.insert(id), by_id.get(&id)) {
                into.insert(*fact);
                waiting.extend(children);
            }
        }
    }
}
