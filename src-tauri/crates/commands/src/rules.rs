//! What rule packs say: evaluated, classified, routed, and held against another date.

use hefu_api::Failure;
use hefu_api::rules::{
    ClassifyWorkloads, EvaluateRules, RouteWorkloads, RulesEvaluated, ShadowEvaluate, ShadowEvaluated,
    WorkloadsClassified, WorkloadsRouted,
};
use hefu_rules::{Checklist, Context, Pack, Reach, Shelf, Status, SubjectError};

use crate::failure::CommandError;
use crate::session::OnProgress;

pub(crate) fn evaluate_rules(
    request: EvaluateRules,
    _: OnProgress<'_>,
) -> Result<RulesEvaluated, CommandError> {
    let EvaluateRules { pack, context, facts } = request;
    let shelf = shelf(&context)?;
    let no_pack = || Failure::NoRulePack { pack: pack.clone(), day: context.as_of };
    let found = shelf.on(&pack, context.as_of).ok_or_else(no_pack)?;
    let evaluation = hefu_rules::evaluate(found, &facts, context.as_of)
        .map_err(|error| Failure::RuleFactsRefused { reason: error.to_string() })?;
    let given = facts.values.keys().chain(facts.counters.keys()).chain(facts.answers.keys());
    let mut unused: Vec<String> =
        given.filter(|fact| found.facts().iter().all(|each| each.id != **fact)).cloned().collect();
    unused.sort();
    unused.dedup();
    Ok(RulesEvaluated { evaluation, unused })
}

pub(crate) fn classify_workloads(
    request: ClassifyWorkloads,
    _: OnProgress<'_>,
) -> Result<WorkloadsClassified, CommandError> {
    let ClassifyWorkloads { context, subjects } = request;
    let shelf = shelf(&context)?;
    Ok(hefu_rules::classify(&subjects, &shelf, context.as_of, context.reach).map_err(of_subjects)?)
}

pub(crate) fn route_workloads(
    request: RouteWorkloads,
    _: OnProgress<'_>,
) -> Result<WorkloadsRouted, CommandError> {
    let RouteWorkloads { context, subjects, placements } = request;
    let shelf = shelf(&context)?;
    let routed = hefu_rules::route(&subjects, &placements, &shelf, context.as_of, context.reach);
    Ok(routed.map_err(of_subjects)?)
}

pub(crate) fn shadow_evaluate(
    request: ShadowEvaluate,
    _: OnProgress<'_>,
) -> Result<ShadowEvaluated, CommandError> {
    let ShadowEvaluate { today, then, subjects } = request;
    let own = own(&then)?;
    let at = (then.as_of, then.reach);
    let shadow = hefu_rules::shadow(&subjects, Shelf::shipped(), today, at, own, Checklist::shipped());
    Ok(shadow.map_err(of_subjects)?)
}

fn shelf(context: &Context) -> Result<Shelf, Failure> {
    Ok(Shelf::shipped().with(own(context)?))
}

/// Packs of one's own. A draft takes nobody's place unless drafts are asked for.
fn own(context: &Context) -> Result<Vec<Pack>, Failure> {
    let read = context.packs.iter().map(|text| Pack::parse(text));
    let packs: Result<Vec<Pack>, _> = read.collect();
    let mut packs = packs.map_err(|error| Failure::RulePackRefused { reason: error.to_string() })?;
    packs.retain(|pack| {
        context.reach == Reach::WithDrafts || !matches!(pack.status(), Status::Draft | Status::Unknown)
    });
    Ok(packs)
}

fn of_subjects(error: SubjectError) -> Failure {
    Failure::RuleFactsRefused { reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use serde_json::json;

    use super::*;

    fn evaluated(request: serde_json::Value) -> Result<RulesEvaluated, Failure> {
        let request = serde_json::from_value(request).unwrap();
        evaluate_rules(request, &mut |_| ControlFlow::Continue(())).map_err(Failure::from)
    }

    #[test]
    fn a_pack_is_evaluated_by_its_version_of_the_day() {
        let of = |day: &str| {
            let facts = json!({ "values": { "flow.outbound": false, "colour": "red" } });
            evaluated(json!({ "pack": "cn.outbound", "context": { "as_of": day }, "facts": facts }))
        };
        let found = of("2026-03-01").unwrap();
        assert_eq!(found.evaluation.pack.version, "2024.2.0");
        assert_eq!(found.evaluation.decision("mechanism").unwrap().word(), "not_outbound");
        assert_eq!(found.unused, ["colour"]);
        assert_eq!(of("2024-03-21").unwrap().evaluation.pack.version, "2022.1.0");
        let none = of("2020-01-01").unwrap_err();
        assert!(matches!(none, Failure::NoRulePack { .. }), "{none:?}");
    }

    #[test]
    fn what_is_no_pack_or_no_value_is_refused() {
        let context = json!({ "as_of": "2026-03-01", "packs": ["rules = 'none'"] });
        let request = json!({ "pack": "x", "context": context, "facts": {} });
        let refused = evaluated(request).unwrap_err();
        assert!(matches!(refused, Failure::RulePackRefused { .. }), "{refused:?}");
        let facts = json!({ "values": { "count.pi": -1 } });
        let context = json!({ "as_of": "2026-03-01" });
        let refused =
            evaluated(json!({ "pack": "cn.outbound", "context": context, "facts": facts })).unwrap_err();
        assert!(matches!(refused, Failure::RuleFactsRefused { .. }), "{refused:?}");
    }
}
