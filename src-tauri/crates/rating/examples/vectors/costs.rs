//! Families about shared costs, own nodes, and figures over many values.

use hefu_rating::Exact;
use hefu_rating::attribution::{Basis, IdlePolicy, Pool, Tenant, attribute, storage_waste};
use hefu_rating::energy::{Band, Power, energy as energy_of, unit_cost as cost_of_unit};
use hefu_rating::levers::{self, Customer, Product};
use hefu_rating::meter::{linear, nearest_rank};
use serde_json::Value;

use crate::given::{Given, Told, at, list, plain, say, told};

fn terms(given: &Given<'_>) -> Result<(Basis, IdlePolicy), String> {
    let basis = match given.text("basis") {
        "usage" => Basis::Usage,
        "reservation" => Basis::Reservation,
        "max" => Basis::Max,
        other => return Err(format!("no basis is {other:?}")),
    };
    let policy = match given.text("idle_policy") {
        "central" => IdlePolicy::Central,
        "proportional" => IdlePolicy::Proportional,
        "reservation" => IdlePolicy::Reservation,
        "even" => IdlePolicy::Even,
        other => return Err(format!("no policy is {other:?}")),
    };
    Ok((basis, policy))
}

/// One pool, or several resources of one that are each shared by themselves.
pub(crate) fn chargeback(given: &Given<'_>) -> Told {
    let (basis, idle_policy) = terms(given)?;
    let costs = given.part("pool");
    let resources: Vec<&str> =
        costs.names().into_iter().filter_map(|name| name.strip_suffix("_cost")).collect();
    let tenants = given.parts("tenants");
    let pool = |cost, capacity, used: &str, reserved: &str| -> Result<Pool, String> {
        let tenant = |tenant: &Given<'_>| {
            Ok(Tenant {
                name: tenant.text("name").to_owned(),
                used: tenant.decimal_or(used, 0)?,
                reserved: tenant.decimal_or(reserved, 0)?,
            })
        };
        let tenants = tenants.iter().map(tenant).collect::<Result<_, String>>()?;
        Ok(Pool { cost, capacity, tenants, basis, idle_policy })
    };
    let pools = match resources.is_empty() {
        true => {
            let (cost, capacity) = (given.decimal("pool_cost")?, given.decimal("capacity_gpu_hours")?);
            vec![pool(cost, capacity, "used", "reserved")?]
        }
        false => resources
            .iter()
            .map(|name| {
                let (cost, capacity) =
                    (costs.decimal(&format!("{name}_cost"))?, given.part("capacity").decimal(name)?);
                pool(cost, capacity, &format!("{name}_used"), &format!("{name}_reserved"))
            })
            .collect::<Result<_, String>>()?,
    };
    let mut charges = vec![Exact::zero(); tenants.len()];
    let (mut platform, mut idle) = (Exact::zero(), Exact::zero());
    for pool in pools {
        let shared = say(attribute(&pool, 2))?;
        for (sum, each) in charges.iter_mut().zip(&shared.charges) {
            *sum = &*sum + &each.charge;
        }
        platform = platform + shared.platform;
        idle = idle + shared.idle_units;
    }
    told([
        ("tenant_charges", list(&charges)?),
        ("platform_idle", plain(&platform)?),
        ("idle_units", plain(&idle)?),
    ])
}

pub(crate) fn storage(given: &Given<'_>) -> Told {
    let waste = storage_waste(
        &given.get("provisioned_gb")?,
        &given.get("p95_used_gb")?,
        &given.get("headroom")?,
        &given.get("price_per_gb_month")?,
    );
    let percent = waste.share.unwrap_or_default() * Exact::from(100);
    told([
        ("needed", plain(&waste.needed)?),
        ("waste_gb", plain(&waste.waste)?),
        ("waste_cost", plain(&given.minor()?.round(&waste.cost))?),
        ("waste_percent", at(&percent, 4)?),
    ])
}

pub(crate) fn energy(given: &Given<'_>) -> Told {
    let power = Power {
        it_kw: given.decimal("it_kw")?,
        idle_fraction: given.decimal("idle_fraction")?,
        utilisation: given.decimal("utilisation")?,
        pue: given.decimal("pue")?,
    };
    let band = |band: Given<'_>| {
        Ok(Band { hours: band.get("hours_per_day")? * given.get("days")?, price: band.get("price")? })
    };
    let bands = given.parts("bands").into_iter().map(band).collect::<Result<Vec<_>, String>>()?;
    let energy = energy_of(&power, &bands);
    let average = match &energy.average_price {
        Some(price) => at(price, 6)?,
        None => Value::Null,
    };
    told([
        ("facility_kw", plain(&energy.facility_kw)?),
        ("kwh", plain(&energy.kwh)?),
        ("energy_cost", plain(&given.minor()?.round(&energy.cost))?),
        ("average_price", average),
    ])
}

pub(crate) fn unit_cost(given: &Given<'_>) -> Told {
    let annual = given.get("annual_opex")? + given.get("annual_energy")?;
    let hours = if given.has("hours_per_year") { given.get("hours_per_year")? } else { 8760.into() };
    let cost = say(cost_of_unit(
        &given.get("capex_net_of_vat")?,
        &given.get("residual_fraction")?,
        &given.get("life_years")?,
        &annual,
        &(given.get("gpus")? * hours * given.get("utilisation")?),
    ))?;
    told([
        ("annual_depreciation", plain(&cost.depreciation)?),
        ("annual_cost", plain(&cost.annual)?),
        ("cost_per_gpu_hour", at(&cost.per_hour, 4)?),
    ])
}

pub(crate) fn percentiles(given: &Given<'_>) -> Told {
    let mut values = given.figures("values")?;
    values.sort();
    let parts = [10, 50, 90].map(|part| Exact::scaled(part, 2));
    let nothing = || "there is no value".to_owned();
    let between = parts.iter().map(|part| linear(&values, part).ok_or_else(nothing));
    let ranked = parts.iter().map(|part| nearest_rank(&values, part).cloned().ok_or_else(nothing));
    told([
        ("linear", list(&between.collect::<Result<Vec<_>, _>>()?)?),
        ("nearest_rank", list(&ranked.collect::<Result<Vec<_>, _>>()?)?),
    ])
}

pub(crate) fn retention(given: &Given<'_>) -> Told {
    let customer = |each: Given<'_>| Ok(Customer { start: each.get("start")?, end: each.get("end")? });
    let cohort = given.parts("cohort").into_iter().map(customer).collect::<Result<Vec<_>, String>>()?;
    let kept = levers::retention(&cohort);
    let percent =
        |share: Option<Exact>| share.map_or(Ok(Value::Null), |share| at(&(share * Exact::from(100)), 4));
    told([
        ("nrr_percent", percent(kept.net)?),
        ("grr_percent", percent(kept.gross)?),
        ("logo_churn_percent", percent(kept.lost_customers)?),
    ])
}

pub(crate) fn effects(given: &Given<'_>) -> Told {
    let product = |row: Given<'_>| {
        Ok(Product {
            quantity_before: row.get("q0")?,
            price_before: row.get("p0")?,
            quantity_after: row.get("q1")?,
            price_after: row.get("p1")?,
        })
    };
    let rows = given.parts("rows").into_iter().map(product).collect::<Result<Vec<_>, String>>()?;
    let effects = levers::effects(&rows);
    let minor = given.minor()?;
    told([
        ("before", plain(&effects.before)?),
        ("after", plain(&effects.after)?),
        ("price_effect", plain(&minor.round(&effects.price))?),
        ("volume_effect", plain(&minor.round(&effects.volume))?),
        ("mix_effect", plain(&minor.round(&effects.mix))?),
    ])
}
