//! Why a decision came to what it is: every rule in order, each comparison with its value, and where it is written.

use hefu_domain::text::Words;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::condition::{Comparison, Subject};
use crate::facts::{Answer, Facts};
use crate::form::{Citation, Combine, Confidence};
use crate::value::{FactValue, Truth};
use crate::weigh::Weighing;

/// One rule that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RuleStep")]
pub struct Step {
    pub rule: String,
    pub text: Words,
    pub truth: Truth,
    pub compared: Vec<Compared>,
    pub cite: Vec<Citation>,
    pub confidence: Confidence,
    pub contested: bool,
    /// Rules that set it aside, or may.
    pub set_aside_by: Vec<String>,
}

/// A comparison as it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "RuleComparison")]
pub struct Compared {
    /// The fact, or the decision before this one.
    pub of: String,
    pub test: String,
    pub against: Vec<FactValue>,
    /// What was known of it; none is unknown.
    pub value: Option<FactValue>,
    pub truth: Truth,
    /// Who said so.
    pub answer: Option<Answer>,
}

/// The rules of a decision in their order, up to the one that ended it.
pub(crate) fn of(weighing: &Weighing<'_>, facts: &Facts, decision: usize) -> Vec<Step> {
    let choice = &weighing.pack.decisions[decision];
    let mut steps = Vec::new();
    for (rule, _) in &choice.rules {
        let this = &weighing.pack.rules[*rule];
        if !this.applies_on(weighing.day) {
            continue;
        }
        let truth = weighing.truth(*rule);
        let mut comparisons = Vec::new();
        this.when.comparisons(&mut comparisons);
        let aside = this.overridden_by.iter().filter(|over| weighing.truth(**over) != Truth::False);
        steps.push(Step {
            rule: this.id.clone(),
            text: this.text.clone(),
            truth,
            compared: comparisons.into_iter().map(|each| compared(weighing, facts, each)).collect(),
            cite: this.cite.clone(),
            confidence: this.conf,
            contested: this.contested,
            set_aside_by: aside.map(|over| weighing.pack.rules[*over].id.clone()).collect(),
        });
        if choice.combine == Combine::FirstMatch && truth == Truth::True {
            break;
        }
    }
    steps
}

fn compared(weighing: &Weighing<'_>, facts: &Facts, comparison: &Comparison) -> Compared {
    let (of, value) = match comparison.subject {
        Subject::Fact(fact) => {
            (&weighing.pack.facts[fact].id, weighing.facts[fact].as_ref().map(crate::value::Typed::shown))
        }
        Subject::Decision(decision) => {
            let choice = &weighing.pack.decisions[decision];
            let verdict = weighing.verdict(decision);
            let value =
                verdict.values.first().map(|value| FactValue::Text(choice.values[*value].text.clone()));
            (&choice.id, value)
        }
    };
    Compared {
        of: of.clone(),
        test: comparison.test.name().to_owned(),
        against: comparison.shown(),
        value,
        truth: weighing.compared(comparison),
        answer: facts.answers.get(of).cloned(),
    }
}
