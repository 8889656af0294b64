//! Shared costs: a pool by usage, reservation or the larger of both, what idles, and storage that nobody needs.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::allocation;
use crate::error::RatingError;
use crate::exact::Exact;

/// What a tenant is charged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "PoolBasis")]
pub enum Basis {
    Usage,
    Reservation,
    /// The larger of both.
    Max,
}

/// Who bears what idles: a term of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IdlePolicy {
    /// The platform keeps it, shown as waste.
    Central,
    /// By what each is charged by.
    Proportional,
    /// By what each reserved.
    Reservation,
    /// The same for each.
    Even,
}

/// Who shares a pool. A part of a device is a figure below one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PoolTenant")]
pub struct Tenant {
    pub name: String,
    pub used: Decimal,
    #[serde(default)]
    pub reserved: Decimal,
}

/// One resource of a pool, with its own cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "CostPool")]
pub struct Pool {
    pub cost: Decimal,
    /// Units that there were, used or not.
    pub capacity: Decimal,
    pub tenants: Vec<Tenant>,
    pub basis: Basis,
    pub idle_policy: IdlePolicy,
}

/// What a tenant is charged, and of what it consists before rounding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    pub weight: Exact,
    pub direct: Exact,
    pub idle: Exact,
    /// In whole smallest units.
    pub charge: Exact,
    /// Reserved and not used: the tenant's own waste.
    pub reserved_unused: Exact,
}

/// A pool's cost as it was shared. Charges and the platform's part add up to the cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    pub charges: Vec<Charge>,
    pub platform: Exact,
    pub idle_units: Exact,
    /// Capacity that nobody reserved; below zero when more was reserved than there is.
    pub unreserved: Exact,
    /// Whether weights exceed the capacity and were scaled down to it.
    pub is_oversubscribed: bool,
}

/// Shares the cost of one resource.
///
/// # Errors
/// [`RatingError::Negative`] for capacity, usage or reservation below zero; [`RatingError::Repeated`] for a tenant that
/// stands twice.
pub fn attribute(pool: &Pool, places: u32) -> Result<Attribution, RatingError> {
    check(pool)?;
    let cost = Exact::from(pool.cost);
    let capacity = Exact::from(pool.capacity);
    let reserved: Vec<Exact> = pool.tenants.iter().map(|tenant| tenant.reserved.into()).collect();
    let used: Vec<Exact> = pool.tenants.iter().map(|tenant| tenant.used.into()).collect();
    let weights: Vec<Exact> = match pool.basis {
        Basis::Usage => used.clone(),
        Basis::Reservation => reserved.clone(),
        Basis::Max => used.iter().zip(&reserved).map(|(used, reserved)| used.max(reserved).clone()).collect(),
    };
    let taken: Exact = weights.iter().sum();
    let whole = taken.clone().max(capacity.clone());
    let idle_units = &whole - &taken;
    let part = |units: &Exact| (&cost * units).over(&whole).unwrap_or_else(Exact::zero);
    let idle_cost = if whole.is_zero() { cost.clone() } else { part(&idle_units) };
    let idle = shared_idle(pool.idle_policy, &idle_cost, &weights, &reserved);
    let direct: Vec<Exact> = weights.iter().map(part).collect();
    let mut parts: Vec<Exact> = direct.iter().zip(&idle).map(|(direct, idle)| direct + idle).collect();
    parts.push(&cost - parts.iter().sum::<Exact>());
    let mut shares = allocation::of_parts(&cost, &parts, places);
    let platform = shares.pop().unwrap_or_else(Exact::zero);
    let charges = weights.into_iter().zip(direct).zip(idle).zip(shares).zip(used.iter().zip(&reserved));
    Ok(Attribution {
        charges: charges
            .map(|((((weight, direct), idle), charge), (used, reserved))| Charge {
                reserved_unused: (reserved - used).at_least_zero(),
                weight,
                direct,
                idle,
                charge,
            })
            .collect(),
        platform,
        idle_units,
        unreserved: &capacity - reserved.iter().sum::<Exact>(),
        is_oversubscribed: taken > capacity,
    })
}

fn check(pool: &Pool) -> Result<(), RatingError> {
    let negative = |figure: Decimal| figure < Decimal::ZERO;
    if negative(pool.capacity) {
        return Err(RatingError::Negative { field: "capacity" });
    }
    for (tenant, at) in pool.tenants.iter().zip(0..) {
        if negative(tenant.used) {
            return Err(RatingError::Negative { field: "used" });
        }
        if negative(tenant.reserved) {
            return Err(RatingError::Negative { field: "reserved" });
        }
        if pool.tenants[..at].iter().any(|other| other.name == tenant.name) {
            return Err(RatingError::Repeated { name: tenant.name.clone() });
        }
    }
    Ok(())
}

/// What each tenant bears of what idles. Where nobody has what it is shared by, it stays with the platform.
fn shared_idle(policy: IdlePolicy, idle: &Exact, weights: &[Exact], reserved: &[Exact]) -> Vec<Exact> {
    let even = vec![Exact::one(); weights.len()];
    let by: &[Exact] = match policy {
        IdlePolicy::Central => &[],
        IdlePolicy::Proportional => weights,
        IdlePolicy::Reservation => reserved,
        IdlePolicy::Even => &even,
    };
    let whole: Exact = by.iter().sum();
    let share = |weight: &Exact| (idle * weight).over(&whole).unwrap_or_else(Exact::zero);
    let mut shares: Vec<Exact> = by.iter().map(share).collect();
    shares.resize(weights.len(), Exact::zero());
    shares
}

/// Storage that was provided and is not needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StorageWaste {
    /// The 95th percentile of what was used, with its headroom.
    pub needed: Exact,
    pub waste: Exact,
    /// At the price of a unit and month, rounded by the caller's contract.
    pub cost: Exact,
    /// Of what was provided; nothing when nothing was.
    pub share: Option<Exact>,
}

/// What is left of the provision beyond need.
pub fn storage_waste(provisioned: &Exact, p95: &Exact, headroom: &Exact, price: &Exact) -> StorageWaste {
    let needed = p95 * (Exact::one() + headroom);
    let waste = (provisioned - &needed).at_least_zero();
    StorageWaste { cost: &waste * price, share: waste.over(provisioned), needed, waste }
}

/// Samples that a percentile of storage needs: a day each for a month. With fewer there is not enough data, which is
/// not the same as nothing.
pub const FEWEST_SAMPLES: usize = 30;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::exact::Rounding;

    fn pool(basis: Basis, idle_policy: IdlePolicy) -> Pool {
        let tenant = |name: &str, used: i64, reserved: i64| Tenant {
            name: name.to_owned(),
            used: used.into(),
            reserved: reserved.into(),
        };
        Pool {
            cost: 960_000.into(),
            capacity: 5760.into(),
            tenants: vec![tenant("main", 1200, 1600), tenant("east", 800, 1600), tenant("research", 0, 800)],
            basis,
            idle_policy,
        }
    }

    fn shown(attribution: &Attribution) -> Vec<String> {
        let charges = attribution.charges.iter().map(|each| &each.charge).chain([&attribution.platform]);
        charges.map(|charge| charge.shown().unwrap().to_string()).collect()
    }

    #[test]
    fn three_hospitals_share_a_cluster_to_the_fen() {
        for (basis, policy, expected) in [
            (Basis::Usage, IdlePolicy::Central, ["200000", "133333.33", "0", "626666.67"]),
            (Basis::Reservation, IdlePolicy::Central, ["266666.67", "266666.67", "133333.33", "293333.33"]),
            (Basis::Max, IdlePolicy::Even, ["364444.45", "364444.44", "231111.11", "0"]),
            // All of 960,000 by 1200 : 800, and by what was reserved: 200,000 + 626,666.67 × 0.4.
            (Basis::Usage, IdlePolicy::Proportional, ["576000", "384000", "0", "0"]),
            (Basis::Usage, IdlePolicy::Reservation, ["450666.67", "384000", "125333.33", "0"]),
        ] {
            let attribution = attribute(&pool(basis, policy), 2).unwrap();
            assert_eq!(shown(&attribution), expected, "{basis:?} {policy:?}");
            assert_eq!(attribution.unreserved, 1760.into());
        }
    }

    #[test]
    fn more_than_there_is_is_scaled_down_and_said() {
        let mut full = pool(Basis::Reservation, IdlePolicy::Even);
        full.capacity = 2000.into();
        let attribution = attribute(&full, 2).unwrap();
        assert!(attribution.is_oversubscribed);
        assert_eq!(shown(&attribution), ["384000", "384000", "192000", "0"]);
    }

    #[test]
    fn a_pool_without_capacity_or_tenants_keeps_its_cost() {
        let mut empty = pool(Basis::Usage, IdlePolicy::Proportional);
        (empty.capacity, empty.tenants) = (Decimal::ZERO, Vec::new());
        assert_eq!(shown(&attribute(&empty, 2).unwrap()), ["960000"]);
        let mut twice = pool(Basis::Usage, IdlePolicy::Even);
        twice.tenants[1].name = "main".to_owned();
        assert_eq!(attribute(&twice, 2), Err(RatingError::Repeated { name: "main".to_owned() }));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn charges_add_up_and_do_not_depend_on_order(
            cost in 0_i64..100_000_000,
            capacity in 0_i64..10_000,
            tenants in prop::collection::vec((0_i64..5_000, 0_i64..5_000), 0..8),
            basis in prop::sample::select(vec![Basis::Usage, Basis::Reservation, Basis::Max]),
            policy in prop::sample::select(vec![
                IdlePolicy::Central, IdlePolicy::Proportional, IdlePolicy::Reservation, IdlePolicy::Even,
            ]),
            turn in 0_usize..8,
        ) {
            let named = tenants.iter().zip(0..).map(|((used, reserved), at)| Tenant {
                name: format!("tenant {at}"),
                used: Decimal::new(*used, 2),
                reserved: Decimal::new(*reserved, 2),
            });
            let mut pool = Pool {
                cost: Decimal::new(cost, 2),
                capacity: Decimal::new(capacity, 2),
                tenants: named.collect(),
                basis,
                idle_policy: policy,
            };
            let one = attribute(&pool, 2).unwrap();
            let sum = one.charges.iter().map(|each| &each.charge).sum::<Exact>() + &one.platform;
            prop_assert_eq!(sum, Exact::from(pool.cost));
            let turn = turn % (tenants.len() + 1);
            pool.tenants.rotate_left(turn);
            let mut other = attribute(&pool, 2).unwrap();
            other.charges.rotate_right(turn);
            for (one, other) in one.charges.iter().zip(&other.charges) {
                // Exactly the same but for the last smallest unit, which equal fractions get in their order.
                prop_assert_eq!((&one.direct, &one.idle), (&other.direct, &other.idle));
                let off = &one.charge - &other.charge;
                prop_assert!(off.round(2, Rounding::Up) <= Exact::scaled(1, 2) && -off <= Exact::scaled(1, 2));
            }
        }
    }
}
