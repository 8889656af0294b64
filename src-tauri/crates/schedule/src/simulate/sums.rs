//! What is added up over runs, in whole numbers, so that no order of adding can show.

use crate::line::Instant;

/// Sums of one uncertain figure x against the lateness y of the end.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Moments {
    x: i128,
    xx: i128,
    xy: i128,
}

pub(super) struct Sums {
    /// Runs in which each node was critical.
    pub(super) critical: Vec<u32>,
    /// Finishes of what was asked for, by run.
    pub(super) finishes: Vec<Vec<Instant>>,
    pub(super) ends: Vec<Instant>,
    pub(super) tasks: Vec<Moments>,
    pub(super) risks: Vec<Moments>,
    /// How many runs.
    count: i128,
    y: i128,
    yy: i128,
}

impl Sums {
    pub(super) fn of(nodes: usize, asked: usize, tasks: usize, risks: usize) -> Self {
        Self {
            critical: vec![0; nodes],
            finishes: vec![Vec::new(); asked],
            ends: Vec::new(),
            tasks: vec![Moments::default(); tasks],
            risks: vec![Moments::default(); risks],
            count: 0,
            y: 0,
            yy: 0,
        }
    }

    /// One more run: its end, the planned end, what its uncertain tasks took and which risks happened.
    pub(super) fn count(
        &mut self,
        end: Instant,
        planned: Instant,
        tasks: impl Iterator<Item = i64>,
        happened: &[bool],
    ) {
        self.ends.push(end);
        self.count += 1;
        let y = i128::from(end - planned);
        self.y += y;
        self.yy += y * y;
        let risks = happened.iter().map(|happened| i64::from(*happened));
        let all = self.tasks.iter_mut().zip(tasks).chain(self.risks.iter_mut().zip(risks));
        for (moments, x) in all {
            let x = i128::from(x);
            moments.x += x;
            moments.xx += x * x;
            moments.xy += x * y;
        }
    }

    /// Adds the runs that come after these.
    pub(super) fn add(&mut self, other: Self) {
        self.critical.iter_mut().zip(other.critical).for_each(|(sum, more)| *sum += more);
        self.finishes.iter_mut().zip(other.finishes).for_each(|(all, more)| all.extend(more));
        self.ends.extend(other.ends);
        let all = self.tasks.iter_mut().chain(&mut self.risks);
        for (sum, more) in all.zip(other.tasks.into_iter().chain(other.risks)) {
            sum.x += more.x;
            sum.xx += more.xx;
            sum.xy += more.xy;
        }
        self.count += other.count;
        self.y += other.y;
        self.yy += other.yy;
    }

    /// How closely the end follows a figure, and seconds of the end for each one of it. A figure that does not change
    /// drives nothing.
    pub(super) fn along(&self, of: &Moments) -> (f64, f64) {
        let count = self.count;
        // Whole numbers up to here, so that only these last steps round.
        #[allow(clippy::cast_precision_loss)]
        let [xx, yy, xy] =
            [count * of.xx - of.x * of.x, count * self.yy - self.y * self.y, count * of.xy - of.x * self.y]
                .map(|sum| sum as f64);
        if xx <= 0.0 || yy <= 0.0 {
            return (0.0, 0.0);
        }
        (xy / (xx.sqrt() * yy.sqrt()), xy / xx)
    }
}
