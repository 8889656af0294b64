//! What a delivered hour may cost: many futures drawn at random, the same for one seed on any number of threads.

use crate::error::RatingError;

/// A figure that is not known: its least, likeliest and largest value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    pub least: f64,
    pub likeliest: f64,
    pub most: f64,
}

/// A node over its months, for one simulation. Figures are drawn at random and never billed, so that binary fractions
/// do.
#[derive(Clone, Debug, PartialEq)]
pub struct Futures {
    pub it_kw: f64,
    pub idle_fraction: f64,
    pub gpus: f64,
    /// Hours of a month.
    pub hours: f64,
    /// Of a kilowatt-hour, on average.
    pub price: f64,
    /// Depreciation, operation and demand of a month.
    pub fixed: f64,
    pub utilisation: Spread,
    pub pue: Spread,
    /// Of the logarithm of the price; its mean stays one.
    pub price_sigma: f64,
    /// How much of a month's deviation goes on into the next: 0.9.
    pub persistence: f64,
    /// The chance, in a whole horizon, that a change of policy multiplies the price.
    pub jump_chance: f64,
    pub jump_factor: f64,
    pub months: u32,
}

/// What was drawn of one future, and what it came to.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Drawn {
    utilisation: f64,
    pue: f64,
    price: f64,
    cost: f64,
}

/// How strongly a driver moves the cost: the rank correlation, from −1 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    pub name: &'static str,
    pub correlation: f64,
}

/// Costs of a delivered hour over all futures.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// 10 % of futures cost less.
    pub p10: f64,
    pub p50: f64,
    /// 90 % of futures cost less: the bad case.
    pub p90: f64,
    pub mean: f64,
    /// The strongest first.
    pub drivers: Vec<Driver>,
}

/// A stream of numbers that depends on the seed and the path alone (SplitMix64). It stands here because what a seed
/// gives must never change, and the small generators of libraries may with their versions.
struct Stream(u64);

impl Stream {
    fn of(seed: u64, path: u64) -> Self {
        let mut start = Self(seed ^ path.wrapping_mul(0xD134_2543_DE82_EF95));
        start.next();
        Self(start.next() ^ path)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Above zero and below one.
    fn uniform(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Two independent figures of the standard normal distribution (polar method).
    fn normals(&mut self) -> (f64, f64) {
        loop {
            let (x, y) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                let scale = (-2.0 * square.ln() / square).sqrt();
                return (x * scale, y * scale);
            }
        }
    }
}

impl Spread {
    /// The value that a part `at` of a triangular distribution lies below.
    fn triangular(&self, at: f64) -> f64 {
        let width = self.most - self.least;
        if width <= 0.0 {
            return self.likeliest;
        }
        let turn = (self.likeliest - self.least) / width;
        if at < turn {
            self.least + (at * width * (self.likeliest - self.least)).sqrt()
        } else {
            self.most - ((1.0 - at) * width * (self.most - self.likeliest)).sqrt()
        }
    }
}

impl Futures {
    /// One future: utilisation and PUE for its whole horizon, the price month by month.
    fn drawn(&self, seed: u64, path: u64) -> Drawn {
        let mut stream = Stream::of(seed, path);
        let utilisation = self.utilisation.triangular(stream.uniform());
        let pue = self.pue.triangular(stream.uniform());
        let has_jumped = stream.uniform() < self.jump_chance;
        let jumps_at = (stream.uniform() * f64::from(self.months)) as u32;
        let load = self.idle_fraction + (1.0 - self.idle_fraction) * utilisation;
        let kw = self.it_kw * load * pue;
        let fresh = (1.0 - self.persistence * self.persistence).max(0.0).sqrt();
        let centre = self.price_sigma * self.price_sigma / 2.0;
        let (mut deviation, mut spare) = stream.normals();
        let mut has_spare = true;
        let mut factors = 0.0;
        for month in 0..self.months {
            if month > 0 && self.price_sigma > 0.0 {
                let normal = if has_spare {
                    spare
                } else {
                    let (one, other) = stream.normals();
                    spare = other;
                    one
                };
                has_spare = !has_spare;
                deviation = self.persistence * deviation + fresh * normal;
            }
            let jump = if has_jumped && month >= jumps_at { self.jump_factor } else { 1.0 };
            factors += jump
                * if self.price_sigma > 0.0 { (self.price_sigma * deviation - centre).exp() } else { 1.0 };
        }
        let months = f64::from(self.months);
        let price = self.price * factors / months;
        let monthly = self.fixed + kw * self.hours * price;
        let cost = monthly / (self.gpus * self.hours * utilisation);
        Drawn { utilisation, pue, price, cost }
    }

    /// Draws `paths` futures on `threads` threads; the outcome does not depend on their number.
    ///
    /// # Errors
    /// [`RatingError::NotPositive`] without a path, a month, a device or any utilisation.
    pub fn simulate(&self, seed: u64, paths: u32, threads: usize) -> Result<Outcome, RatingError> {
        for (field, figure) in [
            ("paths", f64::from(paths)),
            ("months", f64::from(self.months)),
            ("gpus", self.gpus),
            ("hours", self.hours),
            ("utilisation", self.utilisation.least.min(self.utilisation.likeliest)),
        ] {
            if figure.is_nan() || figure <= 0.0 {
                return Err(RatingError::NotPositive { field });
            }
        }
        let paths = paths as usize;
        let nothing = Drawn { utilisation: 0.0, pue: 0.0, price: 0.0, cost: 0.0 };
        let mut drawn = vec![nothing; paths];
        let piece = paths.div_ceil(threads.clamp(1, 64));
        std::thread::scope(|scope| {
            for (part, first) in drawn.chunks_mut(piece).zip((0..).step_by(piece)) {
                scope.spawn(move || {
                    for (each, path) in part.iter_mut().zip(first..) {
                        *each = self.drawn(seed, path);
                    }
                });
            }
        });
        Ok(outcome(&drawn))
    }
}

fn outcome(drawn: &[Drawn]) -> Outcome {
    let ranks = |figure: fn(&Drawn) -> f64| ranks(drawn, figure);
    let costs = ranks(|each| each.cost);
    let mut drivers: Vec<Driver> = [
        ("utilisation", ranks(|each| each.utilisation)),
        ("electricity_price", ranks(|each| each.price)),
        ("pue", ranks(|each| each.pue)),
    ]
    .into_iter()
    .map(|(name, driver)| Driver { name, correlation: correlation(&driver, &costs) })
    .collect();
    drivers.sort_by(|one, other| other.correlation.abs().total_cmp(&one.correlation.abs()));
    let mut sorted: Vec<f64> = drawn.iter().map(|each| each.cost).collect();
    sorted.sort_by(f64::total_cmp);
    // Added in the order of the costs, so that the threads have no part in it.
    let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
    let at = |part: f64| percentile(&sorted, part);
    Outcome { p10: at(0.1), p50: at(0.5), p90: at(0.9), mean, drivers }
}

/// Between two values in proportion (type 7).
fn percentile(sorted: &[f64], part: f64) -> f64 {
    let at = part * (sorted.len() - 1) as f64;
    let (low, high) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
    low + (high - low) * at.fract()
}

/// The rank of each figure, equal ones sharing theirs.
fn ranks(drawn: &[Drawn], figure: impl Fn(&Drawn) -> f64) -> Vec<f64> {
    let figures: Vec<f64> = drawn.iter().map(figure).collect();
    let mut order: Vec<usize> = (0..figures.len()).collect();
    order.sort_by(|one, other| figures[*one].total_cmp(&figures[*other]));
    let mut ranks = vec![0.0; figures.len()];
    let mut from = 0;
    while from < order.len() {
        let equal = order[from..]
            .iter()
            .take_while(|at| figures[**at].total_cmp(&figures[order[from]]).is_eq())
            .count()
            .max(1);
        let shared = from as f64 + (equal - 1) as f64 / 2.0;
        order[from..from + equal].iter().for_each(|at| ranks[*at] = shared);
        from += equal;
    }
    ranks
}

/// Of two rankings; zero where one of them does not move.
fn correlation(one: &[f64], other: &[f64]) -> f64 {
    let mean = (one.len() as f64 - 1.0) / 2.0;
    let (mut both, mut first, mut second) = (0.0, 0.0, 0.0);
    for (x, y) in one.iter().zip(other) {
        both += (x - mean) * (y - mean);
        first += (x - mean) * (x - mean);
        second += (y - mean) * (y - mean);
    }
    if first > 0.0 && second > 0.0 { both / (first * second).sqrt() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn futures() -> Futures {
        Futures {
            it_kw: 10.2,
            idle_fraction: 0.35,
            gpus: 8.0,
            hours: 730.0,
            price: 0.62,
            fixed: 50_000.0,
            utilisation: Spread { least: 0.45, likeliest: 0.7, most: 0.85 },
            pue: Spread { least: 1.15, likeliest: 1.2, most: 1.35 },
            price_sigma: 0.15,
            persistence: 0.9,
            jump_chance: 0.1,
            jump_factor: 1.3,
            months: 60,
        }
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let one = futures().simulate(7, 2_000, 1).unwrap();
        for threads in [2, 3, 16] {
            assert_eq!(futures().simulate(7, 2_000, threads).unwrap(), one, "{threads}");
        }
        assert_ne!(futures().simulate(8, 2_000, 1).unwrap(), one);
    }

    #[test]
    fn utilisation_drives_the_cost() {
        let told = futures().simulate(42, 4_000, 2).unwrap();
        assert_eq!(told.drivers[0].name, "utilisation");
        assert!(told.drivers[0].correlation < -0.9);
        assert!(told.p10 < told.p50 && told.p50 < told.p90);
        // The median of the triangle lies at 0.85 − √(0.5 × 0.4 × 0.15) = 0.6768; energy is a small part.
        let kw = 10.2 * (0.35 + 0.65 * 0.6768) * 1.23;
        let expected = (50_000.0 + kw * 730.0 * 0.63) / (8.0 * 730.0 * 0.6768);
        assert!((told.p50 / expected - 1.0).abs() < 0.02, "{} {expected}", told.p50);
    }

    #[test]
    fn the_triangle_and_the_price_have_their_means() {
        let spread = Spread { least: 0.0, likeliest: 1.0, most: 5.0 };
        let mean =
            (0..10_000).map(|at| spread.triangular((f64::from(at) + 0.5) / 10_000.0)).sum::<f64>() / 10_000.0;
        assert!((mean - 2.0).abs() < 0.001, "{mean}");
        let fixed = Spread { least: 0.7, likeliest: 0.7, most: 0.7 };
        let only_price =
            Futures { utilisation: fixed, pue: fixed, jump_chance: 0.0, price_sigma: 0.5, ..futures() };
        let prices: f64 = (0..20_000).map(|path| only_price.drawn(1, path).price).sum::<f64>() / 20_000.0;
        assert!((prices / 0.62 - 1.0).abs() < 0.02, "{prices}");
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert_eq!(futures().simulate(1, 0, 1), Err(RatingError::NotPositive { field: "paths" }));
        let idle = Spread { least: 0.0, likeliest: 0.0, most: 0.0 };
        let refused = Futures { utilisation: idle, ..futures() }.simulate(1, 10, 1);
        assert_eq!(refused, Err(RatingError::NotPositive { field: "utilisation" }));
    }
}
