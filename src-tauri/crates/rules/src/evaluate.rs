//! Evaluating a pack on facts as of a day: every decision with its value, what it waits for, and why.

use chrono::NaiveDate;
use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::error::FactError;
use crate::facts::{Facts, digest_of};
use crate::form::{Clock, Combine, Confidence};
use crate::pack::{Choice, Pack, PackRef};
use crate::question;
use crate::trace::{self, Step};
use crate::value::Value;
use crate::weigh::{Verdict, Weighing};

/// Changes when the same pack and facts could come to something else, so that a stored result says by what it was made.
pub const ENGINE: u32 = 1;

/// What a pack says of facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Evaluation {
    pub pack: PackRef,
    pub as_of: NaiveDate,
    pub engine: u32,
    /// SHA-256 of the facts it rests on.
    pub facts_digest: String,
    pub decisions: Vec<Decision>,
    /// SHA-256 of all of the above as canonical JSON.
    pub digest: String,
}

/// How a decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "RuleStanding")]
pub enum Standing {
    Decided,
    /// The facts that `ask` lists decide it.
    NeedsInfo,
    /// What rules demand excludes each other: nothing satisfies all of them.
    Conflict,
    /// No rule speaks. That is no permission.
    NoRule,
    /// The law behind the pack was not read.
    NotRead,
}

/// One decision of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RuleDecision")]
pub struct Decision {
    pub id: String,
    pub title: Words,
    pub standing: Standing,
    /// What it comes to; for a union that waits for facts, what certainly belongs to it.
    pub value: Option<Value>,
    /// Outcomes of the same effect that an open fact could put in its place: another ground, no other duty.
    pub other_grounds: Vec<String>,
    /// What it may still come to.
    pub candidates: Vec<String>,
    /// The strictest of the candidates: plan for this.
    pub plan_for: Option<Value>,
    /// The facts to ask for.
    pub ask: Vec<Asked>,
    /// Whether no fact of `ask` can be spared.
    pub ask_is_minimal: bool,
    /// The least confidence of the rules that speak.
    pub confidence: Option<Confidence>,
    /// A rule that speaks is read differently by people who know it.
    pub contested: bool,
    /// What is to be done by when, for outcomes that have a clock.
    pub clocks: Vec<Due>,
    pub trace: Vec<Step>,
}

/// A fact that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RuleQuestion")]
pub struct Asked {
    pub fact: String,
    pub question: Words,
    /// The words it may be answered with, where it has a list.
    pub values: Vec<String>,
    /// It was answered once, and the answer has run out.
    pub has_run_out: bool,
}

/// An outcome's clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RuleDue")]
pub struct Due {
    pub outcome: String,
    pub title: Words,
    pub clock: Clock,
}

impl Evaluation {
    pub fn decision(&self, id: &str) -> Option<&Decision> {
        self.decisions.iter().find(|decision| decision.id == id)
    }
}

impl Decision {
    /// The facts it asks for.
    pub fn asks(&self) -> Vec<&str> {
        self.ask.iter().map(|asked| asked.fact.as_str()).collect()
    }

    /// Its value as one word: `needs_info` when it waits, `no_rule` when no rule speaks.
    pub fn word(&self) -> &str {
        match (self.standing, &self.value) {
            (Standing::Decided, Some(Value::One(word))) => word,
            (Standing::Decided, _) => "decided",
            (Standing::NeedsInfo, _) => "needs_info",
            (Standing::Conflict, _) => "conflict",
            (Standing::NoRule, _) => "no_rule",
            (Standing::NotRead, _) => "not_read",
        }
    }
}

/// Evaluates every decision of a pack.
///
/// # Errors
/// A fact whose value its type does not take.
pub fn evaluate(pack: &Pack, facts: &Facts, as_of: NaiveDate) -> Result<Evaluation, FactError> {
    let typed = facts.typed(pack, as_of)?;
    let weighing = Weighing::new(pack, as_of, &typed);
    let decisions = (0..pack.decisions.len()).map(|at| decision(&weighing, facts, at)).collect();
    let mut evaluation = Evaluation {
        pack: pack.reference(),
        as_of,
        engine: ENGINE,
        facts_digest: facts.digest(),
        decisions,
        digest: String::new(),
    };
    evaluation.digest = digest_of(&evaluation);
    Ok(evaluation)
}

/// Every decision of a pack with its standing and value, without reasons: what a bulk of thousands asks.
///
/// # Errors
/// A fact whose value its type does not take.
pub fn decide(
    pack: &Pack,
    facts: &Facts,
    as_of: NaiveDate,
) -> Result<Vec<(String, Standing, Option<Value>)>, FactError> {
    let typed = facts.typed(pack, as_of)?;
    let weighing = Weighing::new(pack, as_of, &typed);
    let all = pack.decisions.iter().enumerate().map(|(at, choice)| {
        let (settled, _) = settle(&weighing, at);
        let texts = settled.verdict.values.iter().map(|value| choice.values[*value].text.clone());
        let value = if settled.standing == Standing::Decided { value(choice, texts.collect()) } else { None };
        (choice.id.clone(), settled.standing, value)
    });
    Ok(all.collect())
}

fn decision(weighing: &Weighing<'_>, facts: &Facts, at: usize) -> Decision {
    let pack = weighing.pack;
    let choice = &pack.decisions[at];
    let (settled, question) = settle(weighing, at);
    let verdict = settled.verdict;
    let texts =
        |values: &[usize]| values.iter().map(|value| choice.values[*value].text.clone()).collect::<Vec<_>>();
    let rules = || verdict.candidates.iter().map(|(at, _)| &pack.rules[choice.rules[*at].0]);
    let waits = settled.standing == Standing::NeedsInfo;
    let possible: Vec<usize> = verdict.possible.iter().flatten().copied().collect();
    let others = possible.iter().filter(|value| !verdict.values.contains(value)).copied().collect::<Vec<_>>();
    let grounds = settled.standing == Standing::Decided && choice.combine == Combine::FirstMatch;
    let shown = if waits { &verdict.plan } else { &verdict.values };
    let has_value = matches!(settled.standing, Standing::Decided | Standing::Conflict)
        || (waits && choice.combine == Combine::Union);
    Decision {
        id: choice.id.clone(),
        title: choice.title.clone(),
        standing: settled.standing,
        value: if has_value { value(choice, texts(&verdict.values)) } else { None },
        other_grounds: if grounds { texts(&others) } else { Vec::new() },
        candidates: if waits { texts(&possible) } else { Vec::new() },
        plan_for: if waits { value(choice, texts(&verdict.plan)) } else { None },
        ask: question.facts.iter().map(|fact| asked(weighing, facts, *fact)).collect(),
        ask_is_minimal: question.minimal,
        confidence: rules().map(|rule| rule.conf).min(),
        contested: rules().any(|rule| rule.contested),
        clocks: shown.iter().filter_map(|value| due(choice, &choice.values[*value].text)).collect(),
        trace: trace::of(weighing, facts, at),
    }
}

pub(crate) struct Settled {
    pub standing: Standing,
    pub verdict: Verdict,
}

/// How a decision stands, and what it waits for. Where three-valued logic leaves open what every answer would decide
/// alike, it is decided.
pub(crate) fn settle(weighing: &Weighing<'_>, at: usize) -> (Settled, question::Question) {
    let choice = &weighing.pack.decisions[at];
    let mut verdict = weighing.verdict(at);
    let nothing = question::Question::nothing();
    if weighing.pack.head.stub {
        return (Settled { standing: Standing::NotRead, verdict }, nothing);
    }
    let question = if verdict.decided { nothing } else { question::of(weighing, at) };
    if !question.facts.is_empty() {
        return (Settled { standing: Standing::NeedsInfo, verdict }, question);
    }
    if !verdict.decided {
        verdict.values = question.values(choice, &verdict.possible);
        verdict.spoken = verdict.spoken || !verdict.values.is_empty() || choice.combine == Combine::Intersect;
    }
    let standing = match (verdict.spoken || !verdict.values.is_empty(), choice.combine) {
        (false, _) => Standing::NoRule,
        (true, Combine::Intersect) if verdict.values.is_empty() => Standing::Conflict,
        (true, _) => Standing::Decided,
    };
    (Settled { standing, verdict }, question)
}

fn value(choice: &Choice, mut texts: Vec<String>) -> Option<Value> {
    match choice.combine {
        Combine::Union | Combine::Intersect => Some(Value::Many(texts.into_iter().collect())),
        _ => texts.pop().map(Value::One),
    }
}

fn asked(weighing: &Weighing<'_>, facts: &Facts, at: usize) -> Asked {
    let fact = &weighing.pack.facts[at];
    Asked {
        fact: fact.id.clone(),
        question: fact.ask.clone(),
        values: fact.values.clone(),
        has_run_out: facts.has_run_out(&fact.id, weighing.day),
    }
}

fn due(choice: &Choice, outcome: &str) -> Option<Due> {
    let outcome = choice.outcomes.iter().find(|each| each.id == outcome)?;
    let clock = outcome.clock.clone()?;
    Some(Due { outcome: outcome.id.clone(), title: outcome.title.clone(), clock })
}
