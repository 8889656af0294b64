//! Pools shared among tenants with every policy beside the one that was agreed, and storage that nobody needs.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::attribution::{FEWEST_SAMPLES, IdlePolicy, Pool, attribute, storage_waste};
use crate::error::RatingError;
use crate::exact::{Exact, Rounding};
use crate::meter::nearest_rank;

use super::share;

/// A pool, or one resource of it, with its name.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct NamedPool {
    pub name: String,
    pub pool: Pool,
}

/// Storage and what was used of it.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct StorageAsked {
    pub name: String,
    pub provisioned: Decimal,
    /// What was used, a figure a day. The 95th percentile needs thirty.
    pub used: Vec<Decimal>,
    /// What is kept above it: 0.2 for 20 %.
    pub headroom: Decimal,
    /// Of a unit and month.
    pub price: Decimal,
}

/// Shares the cost of pools.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct AttributeCosts {
    #[serde(default)]
    pub pools: Vec<NamedPool>,
    #[serde(default)]
    pub storage: Vec<StorageAsked>,
    /// Decimals of the smallest unit.
    pub minor_units: u32,
}

/// What a tenant is charged.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct TenantCharge {
    pub name: String,
    /// What the tenant is charged by: used, reserved or the larger of both.
    pub weight: Decimal,
    /// The part for it, before rounding.
    pub direct: Decimal,
    /// The part of what idles, before rounding.
    pub idle: Decimal,
    pub charge: Decimal,
    /// Reserved and not used.
    pub reserved_unused: Decimal,
}

/// What everyone would be charged under a policy.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PolicyShares {
    pub idle_policy: IdlePolicy,
    /// In the order of the tenants.
    pub charges: Vec<Decimal>,
    pub platform: Decimal,
}

/// A pool as it was shared: charges and the platform's part add up to its cost.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct PoolAttributed {
    pub name: String,
    pub cost: Decimal,
    pub charges: Vec<TenantCharge>,
    pub platform: Decimal,
    pub idle_units: Decimal,
    /// Capacity that nobody reserved; below zero when more was reserved than there is.
    pub unreserved: Decimal,
    pub is_oversubscribed: bool,
    /// The same pool under each policy.
    pub by_policy: Vec<PolicyShares>,
}

/// Storage held against its need.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum StorageFound {
    Measured {
        name: String,
        /// The 95th percentile of what was used.
        p95: Decimal,
        needed: Decimal,
        waste: Decimal,
        cost: Decimal,
        /// Of what was provided; none when nothing was.
        share: Option<Decimal>,
    },
    /// Too few figures to say anything, which is not the same as no waste.
    NotEnoughData { name: String, samples: usize, needed: usize },
}

/// Shared costs.
#[derive(Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct CostsAttributed {
    pub pools: Vec<PoolAttributed>,
    pub storage: Vec<StorageFound>,
}

const POLICIES: [IdlePolicy; 4] =
    [IdlePolicy::Central, IdlePolicy::Proportional, IdlePolicy::Reservation, IdlePolicy::Even];

/// # Errors
/// As [`attribute`].
pub fn attribute_costs(asked: &AttributeCosts) -> Result<CostsAttributed, RatingError> {
    let places = asked.minor_units.min(12);
    Ok(CostsAttributed {
        pools: asked.pools.iter().map(|pool| shared(pool, places)).collect::<Result<_, _>>()?,
        storage: asked.storage.iter().map(|storage| measured(storage, places)).collect::<Result<_, _>>()?,
    })
}

fn shared(asked: &NamedPool, places: u32) -> Result<PoolAttributed, RatingError> {
    let attribution = attribute(&asked.pool, places)?;
    let charge = |(charge, tenant): (&crate::attribution::Charge, &crate::attribution::Tenant)| {
        Ok(TenantCharge {
            name: tenant.name.clone(),
            weight: charge.weight.shown()?,
            direct: charge.direct.shown()?,
            idle: charge.idle.shown()?,
            charge: charge.charge.shown()?,
            reserved_unused: charge.reserved_unused.shown()?,
        })
    };
    let charges = attribution.charges.iter().zip(&asked.pool.tenants).map(charge);
    let under = |idle_policy: IdlePolicy| {
        let other = attribute(&Pool { idle_policy, ..asked.pool.clone() }, places)?;
        Ok(PolicyShares {
            idle_policy,
            charges: other.charges.iter().map(|each| each.charge.shown()).collect::<Result<_, _>>()?,
            platform: other.platform.shown()?,
        })
    };
    Ok(PoolAttributed {
        name: asked.name.clone(),
        cost: asked.pool.cost,
        charges: charges.collect::<Result<_, RatingError>>()?,
        platform: attribution.platform.shown()?,
        idle_units: attribution.idle_units.shown()?,
        unreserved: attribution.unreserved.shown()?,
        is_oversubscribed: attribution.is_oversubscribed,
        by_policy: POLICIES.into_iter().map(under).collect::<Result<_, RatingError>>()?,
    })
}

fn measured(asked: &StorageAsked, places: u32) -> Result<StorageFound, RatingError> {
    let mut used: Vec<Exact> = asked.used.iter().map(|used| Exact::from(*used)).collect();
    used.sort();
    let p95 = nearest_rank(&used, &Exact::scaled(95, 2)).filter(|_| used.len() >= FEWEST_SAMPLES);
    let name = asked.name.clone();
    let Some(p95) = p95 else {
        return Ok(StorageFound::NotEnoughData { name, samples: used.len(), needed: FEWEST_SAMPLES });
    };
    let waste = storage_waste(&asked.provisioned.into(), p95, &asked.headroom.into(), &asked.price.into());
    Ok(StorageFound::Measured {
        name,
        p95: p95.shown()?,
        needed: waste.needed.shown()?,
        waste: waste.waste.shown()?,
        cost: waste.cost.round(places, Rounding::HalfUp).shown()?,
        share: share(waste.share.as_ref())?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_nine_days_of_storage_say_nothing() {
        let asked = |days: usize| StorageAsked {
            name: "archive".to_owned(),
            provisioned: 120_000.into(),
            used: vec![38_000.into(); days],
            headroom: Decimal::new(2, 1),
            price: Decimal::new(12, 2),
        };
        let few = measured(&asked(29), 2).unwrap();
        let expected = StorageFound::NotEnoughData { name: "archive".to_owned(), samples: 29, needed: 30 };
        assert_eq!(few, expected);
        let StorageFound::Measured { waste, cost, share, .. } = measured(&asked(30), 2).unwrap() else {
            panic!("thirty are enough");
        };
        assert_eq!((waste, cost, share), (74_400.into(), 8_928.into(), Some(Decimal::new(62, 2))));
    }
}
