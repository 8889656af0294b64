//! Families about the price of usage.

use hefu_rating::model::{PercentageTerms, PriceModel, Usage};
use hefu_rating::pack::{Pack, PackUsage, RolledUnits, Rollover, deduct, rolled, take_free};
use hefu_rating::tier::{BlockPolicy, BlockTier, Bound, Tier, Tiers};
use hefu_rating::{Exact, Rounding};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::given::{Given, Told, list, plain, say, told};

fn amount(amount: &Exact) -> Told {
    told([("amount", plain(amount)?)])
}

fn read_tiers(given: &Given<'_>, unit: &str, scale: &Exact) -> Result<Tiers, String> {
    let tiers = given.parts("tiers").into_iter().map(|tier| {
        Ok(Tier {
            up_to: tier.maybe_decimal("up_to")?,
            unit: say((tier.get(unit)? * scale).shown_at(28))?,
            flat: tier.decimal_or("flat", 0)?,
        })
    });
    let is_exclusive = given.text("upper_bound").starts_with("exclusive");
    let bound = if is_exclusive { Bound::Exclusive } else { Bound::Inclusive };
    Ok(Tiers { tiers: tiers.collect::<Result<_, String>>()?, bound })
}

fn rate(model: &PriceModel, usage: &Usage, given: &Given<'_>) -> Result<Exact, String> {
    Ok(say(model.rate(usage, given.minor()?))?.0)
}

pub(crate) fn tiers(family: &str, given: &Given<'_>) -> Told {
    let tiers = read_tiers(given, "unit", &Exact::one())?;
    let is_volume = family == "volume" || given.text("model") == "volume";
    let model = if is_volume { PriceModel::Volume { tiers } } else { PriceModel::Graduated { tiers } };
    let priced = |units: Exact| -> Result<Exact, String> {
        let reached_by = given.maybe("tier_selected_by_units")?;
        rate(&model, &Usage { reached_by, ..Usage::of(units) }, given)
    };
    if family == "rerate_delta" {
        let delta = priced(given.get("corrected_units")?)? - priced(given.get("rated_units")?)?;
        return told([("delta", plain(&delta)?)]);
    }
    let whole = priced(given.get("units")?)?;
    amount(&match given.maybe("already_rated_units")? {
        Some(rated) => whole - priced(rated)?,
        None => whole,
    })
}

pub(crate) fn blocks(given: &Given<'_>) -> Told {
    let tiers = given.parts("tiers").into_iter().map(|tier| {
        Ok(BlockTier {
            block_size: tier.decimal("block_size")?,
            max_blocks: tier.maybe_decimal("max_blocks")?.filter(|most| *most >= Decimal::ZERO),
            price_per_block: tier.decimal("price_per_block")?,
        })
    });
    let is_top = given.text("policy").starts_with("top_tier");
    let policy = if is_top { BlockPolicy::TopTier } else { BlockPolicy::AllTiers };
    let model = PriceModel::Blocks { tiers: tiers.collect::<Result<_, String>>()?, policy };
    amount(&rate(&model, &Usage::of(given.get("units")?), given)?)
}

pub(crate) fn package(given: &Given<'_>) -> Told {
    let (left, _) = take_free(&given.or("free_units", 0)?, &[given.get("units")?]);
    let model = PriceModel::Package {
        size: given.decimal("package_size")?,
        price: given.decimal("price_per_package")?,
    };
    amount(&rate(&model, &Usage::of(left.iter().sum()), given)?)
}

pub(crate) fn per_unit(given: &Given<'_>) -> Told {
    let model = PriceModel::PerUnit { unit_price: given.decimal("unit_price")? };
    let exact = rate(&model, &Usage::of(given.get("units")?), given)?;
    let is_exact = given.text("round_to").starts_with("none");
    amount(&if is_exact { exact } else { given.minor()?.round(&exact) })
}

pub(crate) fn percentage(given: &Given<'_>) -> Told {
    let terms = PercentageTerms {
        rate: say(given.get("rate_percent")?.percent().shown_at(28))?,
        fixed: given.decimal_or("fixed_per_transaction", 0)?,
        minimum: given.maybe_decimal("min_per_transaction")?,
        maximum: given.maybe_decimal("max_per_transaction")?,
        free_transactions: if given.has("free_transactions") {
            given.count("free_transactions")?
        } else {
            0
        },
        free_amount: given.decimal_or("free_amount", 0)?,
    };
    amount(&say(terms.rate(&given.figures("transactions")?))?.0)
}

pub(crate) fn graduated_percentage(given: &Given<'_>) -> Told {
    let tiers = read_tiers(given, "rate_percent", &Exact::one().percent())?;
    let model = PriceModel::GraduatedPercentage { tiers };
    amount(&rate(&model, &Usage::of(given.get("value")?), given)?)
}

pub(crate) fn free_units(given: &Given<'_>) -> Told {
    let (billable, _) = take_free(&given.get("free_units")?, &given.figures("quantities_in_order")?);
    told([("billable", list(&billable)?)])
}

pub(crate) fn packs(given: &Given<'_>) -> Told {
    let packs = given.parts("packs").into_iter().map(|pack| {
        Ok(Pack {
            id: pack.text("id").to_owned(),
            size: pack.decimal("size")?,
            effective: pack.day("effective")?,
            expires: pack.day("expires")?,
            purchased: None,
            refills_monthly: false,
        })
    });
    let usage = given.parts("usage").into_iter().map(|usage| {
        Ok(PackUsage {
            day: usage.day("day")?,
            units: usage.decimal("units")?,
            deduct_ratio: usage.decimal_or("deduct_ratio", 1)?,
        })
    });
    let (packs, usage) =
        (packs.collect::<Result<Vec<_>, String>>()?, usage.collect::<Result<Vec<_>, String>>()?);
    let deducted = say(deduct(&packs, &usage))?;
    let rest: Exact = deducted.on_demand.iter().sum();
    let amount = given.minor()?.round(&(rest * given.get("on_demand_price")?));
    told([
        ("on_demand_units", list(&deducted.on_demand)?),
        ("on_demand_amount", plain(&amount)?),
        ("left", list(&deducted.left)?),
    ])
}

pub(crate) fn rollover(given: &Given<'_>) -> Told {
    let terms = Rollover {
        units_per_period: given.decimal("units_per_period")?,
        fraction: given.decimal_or("rollover_fraction", 1)?,
        most: given.maybe_decimal("max_rollover_units")?,
        periods: given.count("max_rollover_periods")?,
        order: if given.text("order").starts_with("last") { RolledUnits::Last } else { RolledUnits::First },
    };
    told([("opening_balance", list(&say(rolled(&terms, &given.figures("used_per_period")?))?)?)])
}

pub(crate) fn truncated(given: &Given<'_>) -> Told {
    let places = given.minor()?.places;
    let (price, count) = (given.get("unit_price")?, given.get("debits")?);
    let exact = given.get("units_per_debit")? * price;
    let each = exact.round(places, Rounding::Down);
    let (debited, exact) = (&each * &count, exact * count);
    let residue = &exact - &debited;
    told([
        ("each_debit", plain(&each)?),
        ("debited", plain(&debited)?),
        ("exact", plain(&exact)?),
        ("residue", plain(&residue)?),
        ("settlement_topup", plain(&residue.round(places, Rounding::Down))?),
    ])
}

pub(crate) fn rounding(given: &Given<'_>) -> Told {
    let rounding = match given.text("mode") {
        "half_up" => Rounding::HalfUp,
        "half_even" => Rounding::HalfEven,
        "half_down" => Rounding::HalfDown,
        "down" | "truncate" | "trunc" => Rounding::Down,
        "up" => Rounding::Up,
        "ceil" => Rounding::Ceil,
        "floor" => Rounding::Floor,
        other => return Err(format!("no rounding is {other:?}")),
    };
    let places = if given.has("places") { given.count("places")? } else { 0 };
    let value: Value = plain(&given.get("value")?.round(places, rounding))?;
    told([("value", value)])
}
