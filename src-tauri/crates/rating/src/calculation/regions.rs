//! What a delivered hour costs in each region, how far it may go, and what a rule that forbids the cheapest costs.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::energy::{Energy, Power, UnitCost, energy, unit_cost};
use crate::error::RatingError;
use crate::exact::{Exact, Rounding};
use crate::simulation::{Futures, Outcome, Spread};
use crate::tariff::Tariff;

/// Paths that are drawn at most.
const MOST_PATHS: u32 = 2_000_000;
/// Threads that they are drawn on; the outcome is the same on any number.
const THREADS: usize = 2;

/// How far what is not known may go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionSpread {
    /// Least, likeliest and largest.
    pub utilisation: [Decimal; 3],
    pub pue: [Decimal; 3],
    /// Of the logarithm of the electricity price.
    pub price_sigma: Decimal,
    /// How much of a month's deviation goes on into the next; 0.9 where it is not stated.
    #[serde(default)]
    pub persistence: Option<Decimal>,
    /// The chance within the horizon that a change of policy multiplies the price by `jump_factor`.
    #[serde(default)]
    pub jump_chance: Decimal,
    #[serde(default)]
    pub jump_factor: Option<Decimal>,
}

/// A case of what may come; what it does not state stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "RegionScenario")]
pub struct Scenario {
    pub name: String,
    /// Times the price of electricity.
    #[serde(default)]
    pub price_factor: Option<Decimal>,
    #[serde(default)]
    pub utilisation: Option<Decimal>,
    #[serde(default)]
    pub pue: Option<Decimal>,
    /// Times the price of the nodes.
    #[serde(default)]
    pub capex_factor: Option<Decimal>,
}

/// A region in which nodes may stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionAsked {
    pub name: String,
    /// Whether the rules on data let the workload run there.
    pub is_allowed: bool,
    pub power: Power,
    pub gpus: Decimal,
    pub tariff: Tariff,
    /// Without deductible tax.
    pub capex_net: Decimal,
    /// What is left of it at the end of its life: 0.05 for 5 %.
    pub residual: Decimal,
    pub life_years: Decimal,
    pub opex_per_year: Decimal,
    /// Leased lines and the like.
    #[serde(default)]
    pub network_per_year: Decimal,
    #[serde(default)]
    pub spread: Option<RegionSpread>,
}

/// Compares regions.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct CompareRegions {
    pub regions: Vec<RegionAsked>,
    /// Whose days are counted, a leap day among them.
    pub year: i32,
    #[serde(default)]
    pub scenarios: Vec<Scenario>,
    /// What the random futures begin from: the same seed draws the same.
    #[serde(default)]
    pub seed: u64,
    /// Futures for each region with a spread; none are drawn for zero.
    #[serde(default)]
    pub paths: u32,
    /// Months of a future.
    #[serde(default)]
    pub months: u32,
}

/// What a driver does to the cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DriverRank {
    /// `utilisation`, `electricity_price` or `pue`.
    pub driver: String,
    /// Rank correlation with the cost, from −1 to 1.
    pub correlation: Decimal,
}

/// How far the cost of a delivered hour may go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CostRange {
    pub p10: Decimal,
    pub p50: Decimal,
    /// 90 % of futures cost less: the bad case.
    pub p90: Decimal,
    pub mean: Decimal,
    /// The strongest first; none where nothing is spread.
    pub drivers: Vec<DriverRank>,
}

/// The cost of a delivered hour in a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ScenarioCost {
    pub name: String,
    pub per_hour: Decimal,
}

/// What a year in a region costs, item by item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RegionCost {
    pub name: String,
    pub is_allowed: bool,
    pub facility_kw: Decimal,
    pub kwh: Decimal,
    /// Of a kilowatt-hour; none where nothing is drawn.
    pub average_price: Option<Decimal>,
    pub energy: Decimal,
    pub demand: Decimal,
    pub depreciation: Decimal,
    pub opex: Decimal,
    pub network: Decimal,
    pub annual: Decimal,
    /// Device-hours that are used.
    pub delivered_hours: Decimal,
    pub per_hour: Decimal,
    pub scenarios: Vec<ScenarioCost>,
    /// None without a spread or without paths.
    pub range: Option<CostRange>,
}

/// What a rule costs that forbids the cheapest region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PriceOfRule {
    pub forbidden: String,
    pub allowed: String,
    pub per_hour: Decimal,
    /// For the hours that the allowed region delivers in a year.
    pub per_year: Decimal,
}

/// Regions, the cheapest first.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct RegionsCompared {
    pub regions: Vec<RegionCost>,
    /// Where the cheapest region is forbidden and another is allowed.
    pub price_of_rule: Option<PriceOfRule>,
}

struct Year {
    energy: Energy,
    demand: Exact,
    hours: Exact,
    delivered: Exact,
    cost: UnitCost,
}

/// # Errors
/// Bands that do not cover a day, no life, nothing delivered, figures out of range.
pub fn compare_regions(asked: &CompareRegions) -> Result<RegionsCompared, RatingError> {
    let mut found = Vec::new();
    for region in &asked.regions {
        let year = year_of(region, asked.year, &Scenario::as_is())?;
        found.push((year.cost.per_hour.clone(), year.delivered.clone(), region_cost(asked, region, &year)?));
    }
    found.sort_by(|one, other| one.0.cmp(&other.0).then_with(|| one.2.name.cmp(&other.2.name)));
    let price_of_rule = match (found.first(), found.iter().find(|(.., region)| region.is_allowed)) {
        (Some((cheapest, _, forbidden)), Some((dearer, delivered, allowed))) if !forbidden.is_allowed => {
            let per_hour = dearer - cheapest;
            Some(PriceOfRule {
                forbidden: forbidden.name.clone(),
                allowed: allowed.name.clone(),
                per_hour: per_hour.shown_at(4)?,
                per_year: (per_hour * delivered).shown_at(2)?,
            })
        }
        _ => None,
    };
    Ok(RegionsCompared { regions: found.into_iter().map(|(.., region)| region).collect(), price_of_rule })
}

impl Scenario {
    fn as_is() -> Self {
        Self { name: String::new(), price_factor: None, utilisation: None, pue: None, capex_factor: None }
    }
}

fn year_of(region: &RegionAsked, year: i32, scenario: &Scenario) -> Result<Year, RatingError> {
    let mut power = region.power.clone();
    power.utilisation = scenario.utilisation.unwrap_or(power.utilisation);
    power.pue = scenario.pue.unwrap_or(power.pue);
    let factor = |factor: Option<Decimal>| factor.map_or_else(Exact::one, Exact::from);
    let mut bands = region.tariff.bands(year)?;
    for band in &mut bands {
        band.price = &band.price * factor(scenario.price_factor);
    }
    let energy = energy(&power, &bands);
    let hours: Exact = bands.iter().map(|band| &band.hours).sum();
    let most_kw = Exact::from(power.it_kw) * Exact::from(power.pue);
    let demand = most_kw * Exact::from(12) * Exact::from(region.tariff.demand_price);
    let delivered = Exact::from(region.gpus) * &hours * Exact::from(power.utilisation);
    let running =
        &energy.cost + &demand + Exact::from(region.opex_per_year) + Exact::from(region.network_per_year);
    let cost = unit_cost(
        &(Exact::from(region.capex_net) * factor(scenario.capex_factor)),
        &region.residual.into(),
        &region.life_years.into(),
        &running,
        &delivered,
    )?;
    Ok(Year { energy, demand, hours, delivered, cost })
}

fn region_cost(asked: &CompareRegions, region: &RegionAsked, year: &Year) -> Result<RegionCost, RatingError> {
    let money = |amount: &Exact| amount.round(2, Rounding::HalfUp).shown();
    let scenario = |scenario: &Scenario| {
        let per_hour = year_of(region, asked.year, scenario)?.cost.per_hour.shown_at(4)?;
        Ok(ScenarioCost { name: scenario.name.clone(), per_hour })
    };
    Ok(RegionCost {
        name: region.name.clone(),
        is_allowed: region.is_allowed,
        facility_kw: year.energy.facility_kw.shown()?,
        kwh: year.energy.kwh.shown()?,
        average_price: year.energy.average_price.as_ref().map(|price| price.shown_at(6)).transpose()?,
        energy: money(&year.energy.cost)?,
        demand: money(&year.demand)?,
        depreciation: money(&year.cost.depreciation)?,
        opex: region.opex_per_year,
        network: region.network_per_year,
        annual: money(&year.cost.annual)?,
        delivered_hours: year.delivered.shown()?,
        per_hour: year.cost.per_hour.shown_at(4)?,
        scenarios: asked.scenarios.iter().map(scenario).collect::<Result<_, RatingError>>()?,
        range: region.spread.as_ref().map(|spread| range(asked, region, spread, year)).transpose()?.flatten(),
    })
}

/// How far the cost may go. Where nothing is spread it is the cost itself, to the last digit.
fn range(
    asked: &CompareRegions,
    region: &RegionAsked,
    spread: &RegionSpread,
    year: &Year,
) -> Result<Option<CostRange>, RatingError> {
    if asked.paths == 0 {
        return Ok(None);
    }
    if asked.paths > MOST_PATHS {
        return Err(RatingError::OutOfRange);
    }
    let is_one = |three: &[Decimal; 3], as_is: Decimal| three.iter().all(|each| *each == as_is);
    let is_certain = is_one(&spread.utilisation, region.power.utilisation)
        && is_one(&spread.pue, region.power.pue)
        && spread.price_sigma.is_zero()
        && spread.jump_chance.is_zero();
    if is_certain {
        let cost = year.cost.per_hour.shown_at(4)?;
        return Ok(Some(CostRange { p10: cost, p50: cost, p90: cost, mean: cost, drivers: Vec::new() }));
    }
    let float = |figure: Decimal| Exact::from(figure).approximate();
    let three = |three: &[Decimal; 3]| Spread {
        least: float(three[0]),
        likeliest: float(three[1]),
        most: float(three[2]),
    };
    let monthly = (&year.cost.annual - &year.energy.cost).over(&Exact::from(12)).unwrap_or_default();
    let hours = year.hours.over(&Exact::from(12)).unwrap_or_default();
    let price = year.energy.average_price.as_ref().map_or(0.0, Exact::approximate);
    let futures = Futures {
        it_kw: float(region.power.it_kw),
        idle_fraction: float(region.power.idle_fraction),
        gpus: float(region.gpus),
        hours: hours.approximate(),
        price,
        fixed: monthly.approximate(),
        utilisation: three(&spread.utilisation),
        pue: three(&spread.pue),
        price_sigma: float(spread.price_sigma),
        persistence: spread.persistence.map_or(0.9, float),
        jump_chance: float(spread.jump_chance),
        jump_factor: spread.jump_factor.map_or(1.0, float),
        months: asked.months.max(1),
    };
    told(&futures.simulate(asked.seed, asked.paths, THREADS)?).map(Some)
}

fn told(outcome: &Outcome) -> Result<CostRange, RatingError> {
    let decimal = |figure: f64, places: u32| {
        let whole = Decimal::from_f64_retain(figure).ok_or(RatingError::OutOfRange)?;
        Ok::<_, RatingError>(whole.round_dp(places).normalize())
    };
    let driver = |driver: &crate::simulation::Driver| {
        Ok(DriverRank { driver: driver.name.to_owned(), correlation: decimal(driver.correlation, 4)? })
    };
    Ok(CostRange {
        p10: decimal(outcome.p10, 4)?,
        p50: decimal(outcome.p50, 4)?,
        p90: decimal(outcome.p90, 4)?,
        mean: decimal(outcome.mean, 4)?,
        drivers: outcome.drivers.iter().map(driver).collect::<Result<_, RatingError>>()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tariff::{Season, TimeBand};

    fn region(name: &str, is_allowed: bool, fen: i64) -> RegionAsked {
        let band =
            TimeBand { name: String::new(), from_minute: 0, until_minute: 0, price: Decimal::new(fen, 2) };
        let decimal = |text: &str| text.parse().unwrap();
        RegionAsked {
            name: name.to_owned(),
            is_allowed,
            power: Power {
                it_kw: decimal("10.2"),
                idle_fraction: decimal("0.35"),
                utilisation: decimal("0.7"),
                pue: decimal("1.2"),
            },
            gpus: 8.into(),
            tariff: Tariff {
                seasons: vec![Season { months: (1..=12).collect(), bands: vec![band] }],
                demand_price: Decimal::ZERO,
            },
            capex_net: 2_400_000.into(),
            residual: decimal("0.10"),
            life_years: 5.into(),
            opex_per_year: 210_000.into(),
            network_per_year: Decimal::ZERO,
            spread: None,
        }
    }

    fn asked(regions: Vec<RegionAsked>) -> CompareRegions {
        CompareRegions { regions, year: 2026, scenarios: Vec::new(), seed: 42, paths: 1000, months: 60 }
    }

    #[test]
    fn the_price_of_a_rule_is_the_difference_to_the_cheapest() {
        let told = compare_regions(&asked(vec![region("gz", true, 62), region("nm", false, 36)])).unwrap();
        assert_eq!(told.regions[0].name, "nm");
        // 9.8532 kW × 8,760 h × 0.62.
        assert_eq!(told.regions[1].energy, "53514.70".parse().unwrap());
        assert_eq!(told.regions[1].annual, "695514.70".parse().unwrap());
        // 86,314.032 kWh × 0.26 over 49,056 hours.
        let rule = told.price_of_rule.unwrap();
        assert_eq!((rule.per_year, rule.per_hour), ("22441.65".parse().unwrap(), "0.4575".parse().unwrap()));
        assert!(
            compare_regions(&asked(vec![region("gz", true, 36), region("nm", false, 62)]))
                .unwrap()
                .price_of_rule
                .is_none()
        );
    }

    #[test]
    fn utilisation_moves_the_cost_more_than_electricity() {
        let mut regions = asked(vec![region("gz", true, 62)]);
        let case = |name: &str| Scenario { name: name.to_owned(), ..Scenario::as_is() };
        regions.scenarios = vec![
            Scenario { utilisation: Some(Decimal::new(20, 2)), ..case("empty") },
            Scenario { price_factor: Some(2.into()), ..case("dear") },
        ];
        let told = compare_regions(&regions).unwrap();
        let costs: Vec<Decimal> = told.regions[0].scenarios.iter().map(|each| each.per_hour).collect();
        let as_is = told.regions[0].per_hour;
        assert!(
            costs[0] > as_is * Decimal::from(3) && costs[1] < as_is * Decimal::new(12, 1),
            "{costs:?} {as_is}"
        );
    }

    #[test]
    fn without_a_spread_every_percentile_is_the_cost_itself() {
        let mut certain = region("gz", true, 62);
        let same = |text: &str| [text.parse().unwrap(); 3];
        certain.spread = Some(RegionSpread {
            utilisation: same("0.7"),
            pue: same("1.2"),
            price_sigma: Decimal::ZERO,
            persistence: None,
            jump_chance: Decimal::ZERO,
            jump_factor: None,
        });
        let mut spread = certain.clone();
        spread.spread.as_mut().unwrap().price_sigma = Decimal::new(15, 2);
        spread.name = "spread".to_owned();
        let told = compare_regions(&asked(vec![certain, spread])).unwrap();
        let range = told.regions[0].range.clone().unwrap();
        assert_eq!((range.p10, range.p90), (told.regions[0].per_hour, told.regions[0].per_hour));
        let range = told.regions[1].range.clone().unwrap();
        assert_eq!(range.drivers[0].driver, "electricity_price");
        assert!(range.p10 < range.p90);
    }
}
