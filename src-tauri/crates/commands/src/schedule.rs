//! The dates of a plan that is handed in.

use hefu_api::schedule::{Levelling, Plan, Promises, Schedule, Simulation};

use crate::failure::CommandError;
use crate::session::OnProgress;

// A request is the command's to keep.
#[allow(clippy::needless_pass_by_value)]
pub(crate) fn calculate_schedule(plan: Plan, _: OnProgress<'_>) -> Result<Schedule, CommandError> {
    Ok(hefu_schedule::schedule(&plan)?)
}

// A request is the command's to keep.
#[allow(clippy::needless_pass_by_value)]
pub(crate) fn level_schedule(plan: Plan, _: OnProgress<'_>) -> Result<Levelling, CommandError> {
    Ok(hefu_schedule::level(&plan)?)
}

// A request is the command's to keep.
#[allow(clippy::needless_pass_by_value)]
pub(crate) fn simulate_schedule(simulation: Simulation, _: OnProgress<'_>) -> Result<Promises, CommandError> {
    Ok(hefu_schedule::simulate(&simulation)?)
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use hefu_api::Failure;

    use super::*;

    fn refused(plan: &serde_json::Value) -> serde_json::Value {
        let plan = serde_json::from_value(plan.clone()).unwrap();
        let trouble = calculate_schedule(plan, &mut |_| ControlFlow::Continue(())).unwrap_err();
        serde_json::to_value(Failure::from(trouble)).unwrap()
    }

    #[test]
    fn a_circle_and_an_unknown_name_are_told_with_the_names_of_the_plan() {
        let cycle = serde_json::json!({ "start": "2026-03-02", "tasks": [
            { "id": "A", "predecessors": [{ "task": "B" }] },
            { "id": "B", "predecessors": [{ "task": "A" }] },
        ] });
        assert_eq!(refused(&cycle), serde_json::json!({ "code": "plan_cycle", "tasks": "A → B → A" }));
        let unknown = serde_json::json!({ "start": "2026-03-02", "tasks": [
            { "id": "A", "predecessors": [{ "task": "Z" }] },
        ] });
        let told = serde_json::json!({ "code": "plan_unknown_name", "noun": "task", "name": "Z", "at": "A" });
        assert_eq!(refused(&unknown), told);
    }
}
