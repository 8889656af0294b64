//! The examples of the schema are what a stranger tries first: each of them is read, and every plan computed.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use hefu_schedule::plan::{Calendar, Constraint, Lag, Plan, Relation, Risk, Span, Task};
use hefu_schedule::simulate::Simulation;
use hefu_schedule::{schedule, simulate};
use schemars::{JsonSchema, schema_for};
use serde::de::DeserializeOwned;
use serde_json::Value;

fn examples<T: JsonSchema + DeserializeOwned>() -> Vec<T> {
    let schema: Value = schema_for!(T).to_value();
    let examples = schema["examples"].as_array().unwrap();
    examples.iter().map(|example| serde_json::from_value(example.clone()).unwrap()).collect()
}

#[test]
fn every_example_is_read_and_every_plan_computed() {
    let counts = [
        examples::<Calendar>().len(),
        examples::<Constraint>().len(),
        examples::<Lag>().len(),
        examples::<Relation>().len(),
        examples::<Risk>().len(),
        examples::<Span>().len(),
        examples::<Task>().len(),
    ];
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
    for plan in examples::<Plan>() {
        let computed = schedule(&plan).unwrap();
        assert_eq!(computed.tasks.len(), plan.tasks.len());
    }
    for simulation in examples::<Simulation>() {
        assert_eq!(simulate(&simulation).unwrap().promises.len(), 1);
    }
}
