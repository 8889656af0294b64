//! What is uncertain in a plan, and one drawing of it.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_distr::{Distribution, Pert, StandardUniform, Triangular};

use crate::fault::{PlanFault, PlanNoun, PlanProblem};
use crate::network::{Names, Network, Stage, find};
use crate::plan::{Estimate, EstimateShape, Plan};

/// Seconds of work as they may turn out.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sampler {
    Fixed(f64),
    Uniform(f64, f64),
    Triangular(Triangular<f64>),
    Pert(Pert<f64>),
}

impl Sampler {
    fn of(estimate: &Estimate, minutes_per_day: u32) -> Result<Self, PlanProblem> {
        let spans = [estimate.optimistic, estimate.likely, estimate.pessimistic];
        let mut points = [0.0; 3];
        for (point, span) in points.iter_mut().zip(spans) {
            let seconds = span.seconds(minutes_per_day).filter(|seconds| *seconds >= 0);
            // Spans are below 2⁵³ seconds.
            #[allow(clippy::cast_precision_loss)]
            let seconds = seconds.ok_or(PlanProblem::Duration)? as f64;
            *point = seconds;
        }
        let [low, likely, high] = points;
        if low > likely || likely > high {
            return Err(PlanProblem::Estimate);
        }
        if low >= high {
            return Ok(Self::Fixed(low));
        }
        Ok(match estimate.shape {
            EstimateShape::Uniform => Self::Uniform(low, high),
            EstimateShape::Triangular => {
                Self::Triangular(Triangular::new(low, high, likely).map_err(|_| PlanProblem::Estimate)?)
            }
            EstimateShape::Pert => {
                Self::Pert(Pert::new(low, high).with_mode(likely).map_err(|_| PlanProblem::Estimate)?)
            }
        })
    }

    fn draw(&self, random: &mut ChaCha8Rng) -> f64 {
        match self {
            Self::Fixed(value) => *value,
            Self::Uniform(low, high) => {
                let share: f64 = StandardUniform.sample(random);
                low + (high - low) * share
            }
            Self::Triangular(shape) => shape.sample(random),
            Self::Pert(shape) => shape.sample(random),
        }
    }
}

struct RiskSampler {
    tasks: Vec<usize>,
    probability: f64,
    delay: Sampler,
}

/// Everything uncertain, in the order of its names, so that rows may stand in any order.
pub(crate) struct Uncertainty {
    /// Node and its work.
    pub(crate) tasks: Vec<(usize, Sampler)>,
    risks: Vec<RiskSampler>,
    /// Rows of the plan's risks, in the order in which they are drawn.
    pub(crate) risk_rows: Vec<usize>,
    random: ChaCha8Rng,
}

impl Uncertainty {
    /// # Errors
    /// Estimates out of order, probabilities that are none, risks of tasks that are not there.
    pub(crate) fn of(
        plan: &Plan,
        network: &Network,
        names: &Names<'_>,
        seed: u64,
    ) -> Result<Self, PlanFault> {
        let mut tasks = Vec::new();
        for node in names.values().copied() {
            let task = &plan.tasks[node];
            let is_to_come = matches!(network.nodes[node].stage, Stage::Open | Stage::Begun { .. });
            let Some(estimate) = task.estimate.as_ref().filter(|_| is_to_come) else { continue };
            let wrong = |problem| PlanFault::Wrong { noun: PlanNoun::Task, name: task.id.clone(), problem };
            tasks.push((node, Sampler::of(estimate, plan.minutes_per_day).map_err(wrong)?));
        }
        let mut rows: Vec<usize> = (0..plan.risks.len()).collect();
        rows.sort_by(|one, other| plan.risks[*one].id.cmp(&plan.risks[*other].id));
        let mut risks = Vec::new();
        for row in &rows {
            let risk = &plan.risks[*row];
            let wrong = |problem| PlanFault::Wrong { noun: PlanNoun::Risk, name: risk.id.clone(), problem };
            if !(0.0..=1.0).contains(&risk.probability) {
                return Err(wrong(PlanProblem::Share));
            }
            let (optimistic, shape) = (risk.delay, EstimateShape::default());
            let fixed = Estimate { optimistic, likely: optimistic, pessimistic: optimistic, shape };
            let delay = Sampler::of(risk.spread.as_ref().unwrap_or(&fixed), plan.minutes_per_day);
            let tasks = risk.tasks.iter().map(|name| find(names, name, &risk.id));
            risks.push(RiskSampler {
                tasks: tasks.collect::<Result<_, _>>()?,
                probability: risk.probability,
                delay: delay.map_err(wrong)?,
            });
        }
        if let Some(two) = rows.windows(2).find(|two| plan.risks[two[0]].id == plan.risks[two[1]].id) {
            let name = plan.risks[two[0]].id.clone();
            return Err(PlanFault::Twice { noun: PlanNoun::Risk, name });
        }
        Ok(Self { tasks, risks, risk_rows: rows, random: ChaCha8Rng::seed_from_u64(seed) })
    }

    /// Draws run `run`, whichever others were drawn before: what each uncertain task takes goes to `work` by node, and
    /// whether each risk happened to `happened`, in the order of `risk_rows`. `work` begins as the plan has it.
    pub(crate) fn draw(&self, run: u64, work: &mut [i64], happened: &mut [bool]) {
        let mut random = self.random.clone();
        random.set_stream(run);
        for (node, sampler) in &self.tasks {
            work[*node] = seconds(sampler.draw(&mut random));
        }
        for (risk, happened) in self.risks.iter().zip(happened) {
            let share: f64 = StandardUniform.sample(&mut random);
            let delay = risk.delay.draw(&mut random);
            *happened = share < risk.probability;
            if *happened {
                for task in &risk.tasks {
                    work[*task] += seconds(delay);
                }
            }
        }
    }
}

/// Samplers stay within spans, which are whole seconds below 2⁵³.
fn seconds(value: f64) -> i64 {
    #[allow(clippy::cast_possible_truncation)]
    let seconds = value.round() as i64;
    seconds
}
