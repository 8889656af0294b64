//! Evaluating again what was decided once, from the pack and the facts by their digests.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::evaluate::{ENGINE, Evaluation, evaluate};
use crate::facts::Facts;
use crate::shelf::Shelf;

/// How a decision of the past comes out when it is made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Replayed {
    /// The same value, trace and digest.
    Same,
    /// The pack with that digest is not at hand.
    NoPack,
    /// The facts are not those that it rested on.
    OtherFacts,
    /// It was made by another edition of the engine, and comes out otherwise.
    OtherEngine,
    /// It does not come out as it was kept: what was kept was changed.
    Differs,
}

/// Makes a decision again and holds it against what was kept.
pub fn replay(kept: &Evaluation, facts: &Facts, shelf: &Shelf) -> Replayed {
    let Some(pack) = shelf.by_digest(&kept.pack.digest) else { return Replayed::NoPack };
    if facts.digest() != kept.facts_digest {
        return Replayed::OtherFacts;
    }
    match evaluate(pack, facts, kept.as_of) {
        Ok(again) if again == *kept => Replayed::Same,
        _ if kept.engine != ENGINE => Replayed::OtherEngine,
        _ => Replayed::Differs,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::value::FactValue;

    fn facts(persons: i64) -> Facts {
        let values = [("flow.outbound", true), ("data.personal", true)];
        let mut values: BTreeMap<String, _> =
            values.into_iter().map(|(fact, is)| (fact.to_owned(), Some(FactValue::Bool(is)))).collect();
        values.insert("count.pi".to_owned(), Some(FactValue::Int(persons)));
        Facts { values, ..Facts::default() }
    }

    #[test]
    fn a_decision_of_any_past_day_comes_out_the_same() {
        let shelf = Shelf::shipped();
        for pack in shelf.packs() {
            let last = pack.effective_until().unwrap_or("2027-06-30".parse().unwrap());
            for day in [pack.effective_from(), last.pred_opt().unwrap()] {
                let kept = evaluate(pack, &facts(5), day).unwrap();
                // As it comes back from where it was kept.
                let text = serde_json::to_string(&kept).unwrap();
                let kept: Evaluation = serde_json::from_str(&text).unwrap();
                assert_eq!(replay(&kept, &facts(5), shelf), Replayed::Same, "{} {day}", pack.id());
            }
        }
    }

    #[test]
    fn what_was_changed_since_is_named() {
        let shelf = Shelf::shipped();
        let kept = evaluate(
            shelf.on("cn.outbound", "2026-03-01".parse().unwrap()).unwrap(),
            &facts(5),
            "2026-03-01".parse().unwrap(),
        );
        let kept = kept.unwrap();
        assert_eq!(replay(&kept, &facts(6), shelf), Replayed::OtherFacts);
        assert_eq!(replay(&kept, &facts(5), &Shelf::default()), Replayed::NoPack);
        let mut forged = kept.clone();
        forged.decisions[0].value = Some(crate::value::Value::One("exempt_volume".to_owned()));
        assert_eq!(replay(&forged, &facts(5), shelf), Replayed::Differs);
        let older = Evaluation { engine: ENGINE - 1, ..kept };
        assert_eq!(replay(&older, &facts(5), shelf), Replayed::OtherEngine);
    }
}
