//! Earned value: what was planned, done and spent up to the status date. Money is exact; a figure that rests on one that
//! nobody gave is not given either.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::fault::{PlanFault, PlanNoun, PlanProblem};
use crate::line::{DAY, Instant, Line, Place, finish_day, instant_of, time_of};
use crate::moment::Moment;
use crate::network::{Network, Stage};
use crate::outcome::{EarnedValue, PlannedValue};
use crate::plan::{Plan, Task};

/// Days of the curve at most: two hundred years of work.
const MOST_DAYS: usize = 50_000;

/// Digits after the point of an index.
const INDEX_DIGITS: u32 = 4;

/// A task with a budget and a baseline.
struct Budgeted<'a> {
    line: &'a Line,
    budget: Decimal,
    start: Place,
    finish: Place,
}

impl Budgeted<'_> {
    /// What was planned to be done before an instant.
    fn planned(&self, at: Instant) -> Decimal {
        let length = (self.finish >> 1) - (self.start >> 1);
        let done = self.line.work_at(at) - (self.start >> 1);
        match length {
            // A milestone is planned whole for the end of its day.
            0 if self.line.instant(self.finish) <= at => self.budget,
            0 => Decimal::ZERO,
            _ => self.budget * Decimal::from(done.clamp(0, length)) / Decimal::from(length),
        }
    }
}

/// None without costs or without a status date.
///
/// # Errors
/// Costs without a currency; dates beyond what a calendar knows.
pub(crate) fn of(plan: &Plan, network: &Network) -> Result<Option<EarnedValue>, PlanFault> {
    let costed: Vec<usize> = (0..plan.tasks.len())
        .filter(|row| plan.tasks[*row].cost.is_some() && !network.nodes[*row].is_summary())
        .collect();
    let (Some(status), false) = (plan.status, costed.is_empty()) else { return Ok(None) };
    let wrong = |problem| PlanFault::Wrong { noun: PlanNoun::Plan, name: String::new(), problem };
    let currency = plan.currency.clone().ok_or_else(|| wrong(PlanProblem::Currency))?;
    let status = match status {
        Moment::Day(day) => crate::line::day_number(day) * DAY,
        Moment::At(at) => instant_of(at),
    };
    let mut value = EarnedValue { currency, ..EarnedValue::default() };
    let mut budgeted = Vec::new();
    let (mut actual, mut digits) = (Decimal::ZERO, 2);
    for row in costed {
        let (task, node) = (&plan.tasks[row], &network.nodes[row]);
        let Some(cost) = task.cost else { continue };
        digits = digits.max(cost.budget.scale()).max(cost.actual.map_or(0, |actual| actual.scale()));
        value.budget += cost.budget;
        value.earned += cost.budget * share(task, node.stage, node.duration, node.work);
        match cost.actual {
            Some(spent) => actual += spent,
            None if node.stage == Stage::Open => {}
            None => value.without_actual.push(task.id.clone()),
        }
        let wanted = |name: &String| plan.value_baseline.as_ref().is_none_or(|wanted| wanted == name);
        match task.baselines.iter().find(|each| wanted(&each.baseline)) {
            Some(baseline) => {
                let line = &network.lines[node.calendar];
                let finish = line.finish_until(baseline.finish);
                let start = line.start_from(baseline.start).min(finish);
                budgeted.push(Budgeted { line, budget: cost.budget, start, finish });
            }
            None => value.without_baseline.push(task.id.clone()),
        }
    }
    value.planned = budgeted.iter().map(|each| each.planned(status)).sum();
    let money = |sum: Decimal| sum.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
    (value.planned, value.earned) = (money(value.planned), money(value.earned));
    value.actual = value.without_actual.is_empty().then_some(actual);
    // An index compares like with like: what has no baseline is earned and was never planned.
    let is_planned = value.without_baseline.is_empty();
    value.schedule_index = if is_planned { index(value.earned, value.planned) } else { None };
    value.cost_index = value.actual.and_then(|actual| index(value.earned, actual));
    value.estimate_at_completion = value
        .actual
        .filter(|_| !value.earned.is_zero())
        .and_then(|actual| value.budget.checked_mul(actual)?.checked_div(value.earned))
        .map(money);
    if is_planned {
        curve(&network.lines[network.usual], &budgeted, &mut value, money)
            .ok_or_else(|| wrong(PlanProblem::DateOutOfReach))?;
    }
    Ok(Some(value))
}

fn index(one: Decimal, other: Decimal) -> Option<Decimal> {
    let index = one.checked_div(other)?;
    Some(index.round_dp_with_strategy(INDEX_DIGITS, RoundingStrategy::MidpointAwayFromZero))
}

/// How much of a task is done, from 0 to 1.
fn share(task: &Task, stage: Stage, duration: i64, left: i64) -> Decimal {
    match (stage, task.percent) {
        (Stage::Done { .. }, _) => Decimal::ONE,
        (_, Some(percent)) => Decimal::try_from(percent).unwrap_or_default() / Decimal::ONE_HUNDRED,
        (Stage::Begun { .. }, None) if duration > 0 => {
            Decimal::from((duration - left).max(0)) / Decimal::from(duration)
        }
        _ => Decimal::ZERO,
    }
}

/// The planned value of every fifth working day, and the day for which what is earned was planned.
fn curve(
    line: &Line,
    budgeted: &[Budgeted<'_>],
    value: &mut EarnedValue,
    money: impl Fn(Decimal) -> Decimal,
) -> Option<()> {
    let first = budgeted.iter().map(|each| each.line.instant(each.start)).min()?;
    let last = budgeted.iter().map(|each| each.line.instant(each.finish)).max()?;
    let mut at = first;
    for number in 0..MOST_DAYS {
        let midnight = (line.begin(line.work_at(at)).div_euclid(DAY) + 1) * DAY;
        let planned = money(budgeted.iter().map(|each| each.planned(midnight)).sum());
        let day = finish_day(time_of(midnight)?);
        if value.earned_on.is_none() && planned >= value.earned && !value.earned.is_zero() {
            value.earned_on = Some(day);
        }
        let is_last = midnight >= last;
        if number % 5 == 4 || is_last {
            value.curve.push(PlannedValue { day, planned });
        }
        if is_last {
            break;
        }
        at = midnight;
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use crate::outcome::EarnedValue;
    use crate::plan::{BaselineDates, Plan, Span, Task, TaskCost};
    use crate::{PlanFault, PlanProblem, schedule};

    fn task(id: &str, budget: &str, actual: Option<&str>, baseline: [&str; 2]) -> Task {
        let [start, finish] = baseline.map(|text| text.parse().unwrap());
        Task {
            id: id.into(),
            duration: Span::Days(5.0),
            cost: Some(TaskCost {
                budget: budget.parse().unwrap(),
                actual: actual.map(|actual| actual.parse().unwrap()),
            }),
            baselines: vec![BaselineDates { baseline: "1".into(), start, finish }],
            ..Task::default()
        }
    }

    /// Two tasks of five days and 1,000 each, one a week, looked at on the morning of Wednesday of the second week.
    fn plan() -> Plan {
        let mut plan = Plan::starting("2026-03-02".parse().unwrap());
        plan.status = Some("2026-03-11".parse().unwrap());
        plan.currency = Some("SGD".into());
        let mut first = task("A", "1000", Some("1100.50"), ["2026-03-02", "2026-03-06"]);
        first.actual_start = Some("2026-03-02".parse().unwrap());
        first.percent = Some(80.0);
        let second = task("B", "1000", None, ["2026-03-09", "2026-03-13"]);
        plan.tasks = vec![first, second];
        plan
    }

    fn value(plan: &Plan) -> EarnedValue {
        schedule(plan).unwrap().earned_value.unwrap()
    }

    /// PV = 1000 + 2/5 of 1000; EV = 80 % of 1000; SPI = 800/1400; CPI = 800/1100.50; EAC = 2000 × 1100.50 / 800. What
    /// is earned was planned for the evening of the fourth day.
    #[test]
    fn figures_are_those_of_their_definitions() {
        let value = value(&plan());
        let text = |figure: Option<rust_decimal::Decimal>| figure.unwrap().normalize().to_string();
        assert_eq!((text(Some(value.planned)), text(Some(value.earned))), ("1400".into(), "800".into()));
        assert_eq!((text(value.actual), text(Some(value.budget))), ("1100.5".into(), "2000".into()));
        assert_eq!((text(value.schedule_index), text(value.cost_index)), ("0.5714".into(), "0.7269".into()));
        assert_eq!(text(value.estimate_at_completion), "2751.25");
        assert_eq!(value.earned_on, Some("2026-03-05".parse().unwrap()));
        let curve: Vec<_> =
            value.curve.iter().map(|point| (point.day.to_string(), text(Some(point.planned)))).collect();
        assert_eq!(
            curve,
            [("2026-03-06".into(), "1000".into()), ("2026-03-13".to_owned(), "2000".to_owned())]
        );
    }

    #[test]
    fn what_rests_on_an_unknown_is_unknown() {
        let mut plan = plan();
        plan.tasks[0].cost.as_mut().unwrap().actual = None;
        plan.tasks[1].baselines.clear();
        let value = value(&plan);
        assert_eq!((value.actual, value.cost_index, value.estimate_at_completion), (None, None, None));
        assert_eq!((value.schedule_index, value.earned_on), (None, None));
        assert_eq!((value.without_actual, value.without_baseline), (vec!["A".into()], vec!["B".to_owned()]));
    }

    #[test]
    fn costs_need_a_currency() {
        let mut plan = plan();
        plan.currency = None;
        let refused = schedule(&plan).unwrap_err();
        assert!(matches!(refused, PlanFault::Wrong { problem: PlanProblem::Currency, .. }), "{refused:?}");
    }
}
