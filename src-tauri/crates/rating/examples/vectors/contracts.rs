//! Families about the terms of a contract: discounts, commitments, parts of a period, instalments.

use hefu_rating::commitment::{
    FloorBanking, Payment, Term, amount_with_overage, true_up as topped_up, with_floors,
};
use hefu_rating::discount::{
    Bounds, LadderReading, LadderStep, ladder as discounted, over_cap, stack, under_minimum,
};
use hefu_rating::levers::{BufferMode, RiskEvent, buffered, expected_loss};
use hefu_rating::model::{CommitmentTerms, Origin, Usage};
use hefu_rating::proration::{Consumed, Convention, DayShare, charge, refund as given_back};
use hefu_rating::tier::{Bound, Tier, Tiers};
use hefu_rating::{Exact, allocation as sharing, schedule};

use crate::given::{Given, Told, at, list, plain, say, told};

/// Percent discount, cap and minimum in the order that the vector states.
pub(crate) fn min_max(given: &Given<'_>) -> Told {
    let bounds = Bounds {
        billed_before: given.or("billed_before_in_period", 0)?,
        minimum: given.maybe("minimum")?,
        maximum: given.maybe("maximum")?,
        is_last: given.is("is_last_line_of_period"),
    };
    let stated = given.text("order");
    let order = if stated.is_empty() { "percent -> maximum -> minimum" } else { stated };
    let mut line = given.get("line_gross")?;
    let (mut percent, mut cap, mut minimum) = (Exact::zero(), Exact::zero(), Exact::zero());
    for operation in order.split("->") {
        if operation.contains("percent") {
            let (left, _) = say(stack(&line, &[given.decimal_or("percent_discount", 0)?], &[]))?;
            percent = &line - &left;
            line = left;
        } else if operation.contains("max") || operation.contains("cap") {
            cap = over_cap(&line, &bounds);
            line = line - &cap;
        } else if operation.contains("min") {
            minimum = under_minimum(&line, &bounds);
            line = line + &minimum;
        }
    }
    told([
        ("percent_discount_amount", plain(&percent)?),
        ("maximum_discount", plain(&cap)?),
        ("usage_total", plain(&(&line - &minimum))?),
        ("minimum_topup", plain(&minimum)?),
        ("line_total", plain(&line)?),
    ])
}

fn share(given: &Given<'_>, days: &str, of: &str) -> Result<DayShare, String> {
    let or_one = |name| if given.has(name) { given.count(name) } else { Ok(1) };
    Ok(DayShare { days: or_one(days)?, of: or_one(of)? })
}

pub(crate) fn true_up(given: &Given<'_>) -> Told {
    let part = say(share(given, "days_in_scope", "days_in_period")?.fraction())?;
    let missing = topped_up(&given.get("commitment")?, &part, &given.get("used")?, given.minor()?);
    told([("true_up", plain(&missing)?)])
}

pub(crate) fn discounts(given: &Given<'_>) -> Told {
    let subtotal = given.get("subtotal")?;
    let (left, _) = say(stack(&subtotal, &given.decimals("percents")?, &given.decimals("fixed")?))?;
    told([("discount", plain(&(&subtotal - &left))?), ("net", plain(&left)?)])
}

pub(crate) fn ladder(given: &Given<'_>) -> Told {
    let step = |step: Given<'_>| {
        Ok(LadderStep { at_least: step.decimal("at_least")?, discount: step.decimal("discount")? })
    };
    let steps = given.parts("steps").into_iter().map(step).collect::<Result<Vec<_>, String>>()?;
    let is_marginal = given.text("rule").contains("marginal");
    let reading = if is_marginal { LadderReading::Marginal } else { LadderReading::Whole };
    let (discount, net) = discounted(&given.get("committed_spend")?, &steps, reading);
    told([("discount", plain(&discount)?), ("net", plain(&given.minor()?.round(&net))?)])
}

pub(crate) fn commit_overage(given: &Given<'_>) -> Told {
    let tiers = match given.parts("overage_tiers") {
        tiers if !tiers.is_empty() => tiers
            .into_iter()
            .map(|tier| {
                Ok(Tier {
                    up_to: tier.maybe_decimal("up_to")?,
                    unit: tier.decimal("unit")?,
                    flat: tier.decimal_or("flat", 0)?,
                })
            })
            .collect::<Result<_, String>>()?,
        _ => vec![Tier {
            up_to: None,
            unit: given.decimal("overage_unit_price")?,
            flat: rust_decimal::Decimal::ZERO,
        }],
    };
    let terms = CommitmentTerms {
        commitment: given.decimal("commitment")?,
        included: given.decimal("included_units")?,
        overage: Tiers { tiers, bound: Bound::Inclusive },
        origin: if given.text("origin") == "zero" { Origin::Zero } else { Origin::Allowance },
        overage_percents: vec![given.decimal_or("overage_percent_discount", 0)?],
        cap: given.maybe_decimal("cap")?,
    };
    let days = share(given, "days", "days_in_period")?;
    let usage = Usage { days, ..Usage::of(given.get("used_units")?) };
    let overage = say(terms.rate(&usage, given.minor()?))?;
    told([
        ("base", plain(&overage.base)?),
        ("included_units", at(&overage.included, 6)?),
        ("overage_units", at(&overage.units, 6)?),
        ("overage", plain(&overage.amount)?),
        ("cap_discount", plain(&overage.cap_discount)?),
        ("total", plain(&overage.total)?),
    ])
}

pub(crate) fn commit_amount(given: &Given<'_>) -> Told {
    let (overage, total, unused) = amount_with_overage(
        &given.get("commitment")?,
        &given.get("rated_usage")?,
        &given.or("overage_factor", 1)?,
        given.minor()?,
    );
    told([("overage", plain(&overage)?), ("total", plain(&total)?), ("unused", plain(&unused)?)])
}

fn term(given: &Given<'_>, is_prepaid: bool) -> Result<Term, String> {
    Ok(Term {
        commitment: given.decimal("commitment")?,
        payment: if is_prepaid { Payment::Prepaid } else { Payment::Arrears },
        overage_factor: given.decimal_or("overage_factor", 1)?,
        rollover_fraction: given.decimal_or("rollover_fraction", 0)?,
        monthly_minimum: given.maybe_decimal("monthly_minimum")?,
    })
}

pub(crate) fn drawdown(given: &Given<'_>) -> Told {
    let is_prepaid = !given.text("payment").contains("arrears");
    let billed = term(given, is_prepaid)?.bill(&given.figures("rated_usage_per_month")?, given.minor()?);
    let billed = say(billed)?;
    told([
        ("unused_fee", list(&billed.unused_fees)?),
        ("effective_cost", list(&billed.effective)?),
        ("billed", list(&billed.invoices)?),
        ("total", plain(&billed.total)?),
    ])
}

pub(crate) fn annual(given: &Given<'_>) -> Told {
    let term = term(given, given.text("mode") == "prepaid")?;
    let billed = say(term.bill(&given.figures("rated_usage_per_month")?, given.minor()?))?;
    told([
        ("invoices", list(&billed.invoices)?),
        ("total", plain(&billed.total)?),
        ("unused", plain(&billed.unused)?),
        ("rollover_to_next_term", plain(&billed.rollover)?),
        ("forfeited", plain(&billed.forfeited)?),
    ])
}

pub(crate) fn floors(given: &Given<'_>) -> Told {
    let is_banked =
        given.text("rule").contains("become a balance") || given.text("floor_banking") == "banked";
    let banking = if is_banked { FloorBanking::Banked } else { FloorBanking::Lost };
    let usage = given.figures("rated_usage_per_month")?;
    let billed = with_floors(&usage, &given.figures("cumulative_floor")?, banking, given.minor()?);
    told([
        ("invoices", list(&billed.invoices)?),
        ("top_ups", list(&billed.top_ups)?),
        ("total", plain(&billed.total)?),
        ("unused_balance", plain(&billed.balance)?),
    ])
}

pub(crate) fn days(given: &Given<'_>) -> Told {
    let share = DayShare::of_service(
        (given.day("service_start")?, given.day("service_end_exclusive")?),
        (given.day("period_start")?, given.day("period_end_exclusive")?),
    );
    let share = say(share)?;
    told([("numerator", share.days.to_string().into()), ("denominator", share.of.to_string().into())])
}

pub(crate) fn proration(given: &Given<'_>) -> Told {
    let convention = given.part("convention");
    let whole = |figure: Exact| -> Result<u32, String> {
        say(figure.shown())?.try_into().map_err(|_| "a day is no whole number".to_owned())
    };
    let rest = match convention.text("kind") {
        "actual_by_calendar_month" => {
            let part = |part: Given<'_>| Ok(DayShare { days: whole(part.at(0)?)?, of: whole(part.at(1)?)? });
            let parts = convention.parts("parts").into_iter().map(part).collect::<Result<_, String>>()?;
            Convention::ActualByCalendarMonth { parts }
        }
        "month_is_30_days" => Convention::MonthIs30Days { days: convention.decimal("days")? },
        kind if kind.contains("365") => Convention::MonthIs365By12 { days: convention.decimal("days")? },
        kind => return Err(format!("no convention is {kind:?}")),
    };
    let minor = given.minor()?;
    let (new, old) = (given.get("new_monthly_price")?, given.or("old_monthly_price", 0)?);
    told([("charge", plain(&say(charge(&new, &old, &rest, minor.places, minor.rounding))?)?)])
}

pub(crate) fn refund(given: &Given<'_>) -> Told {
    let consumed = if given.has("total_days") {
        Consumed::DaysBegun {
            used_days: given.decimal("used_days")?,
            total_days: given.decimal("total_days")?,
            original_price: given.decimal("original_price")?,
            discount: given.decimal_or("discount_for_used_period", 1)?,
        }
    } else if given.has("monthly_price") {
        Consumed::MonthsAndHours {
            monthly_price: given.decimal("monthly_price")?,
            whole_months: given.decimal("whole_months")?,
            hourly_price: given.decimal("hourly_price")?,
            extra_hours: given.decimal("extra_hours")?,
            discount: given.decimal_or("discount", 1)?,
        }
    } else {
        let used = if given.has("used_units") { "used_units" } else { "used_quantity" };
        Consumed::Quantity { used: given.decimal(used)?, unit_price: given.decimal("unit_price")? }
    };
    let minor = given.minor()?;
    let (consumed, back) = say(given_back(&given.get("paid")?, &consumed, minor.places, minor.rounding))?;
    told([("consumed", plain(&consumed)?), ("refund", plain(&back)?)])
}

pub(crate) fn allocation(given: &Given<'_>) -> Told {
    let places = given.minor()?.places;
    let shared = sharing::by_weight(&given.get("amount")?, &given.figures("weights")?, places);
    told([("shares", list(&shared.shares)?), ("unallocated", plain(&shared.unallocated)?)])
}

pub(crate) fn instalments(given: &Given<'_>) -> Told {
    let shared =
        sharing::by_weight(&given.get("contract")?, &given.figures("weights")?, given.minor()?.places);
    told([("instalments", list(&shared.shares)?)])
}

pub(crate) fn neutral(given: &Given<'_>) -> Told {
    let part = |part: Given<'_>| Ok((part.count("month")?, part.get("share")?));
    let plan = given.parts("plan").into_iter().map(part).collect::<Result<Vec<_>, String>>()?;
    let neutral = schedule::neutral(&given.get("total")?, &given.get("monthly_rate")?, &plan);
    let (monthly, planned, total) = say(neutral)?;
    told([
        ("pv_factor_monthly", at(&monthly, 8)?),
        ("pv_factor_plan", at(&planned, 8)?),
        ("neutral_total", plain(&given.minor()?.round(&total))?),
    ])
}

/// A buffer by expected loss, or by a rate on a base: both prices are told, and the one of the mode.
pub(crate) fn buffer(given: &Given<'_>) -> Told {
    if !given.parts("events").is_empty() {
        let event = |event: Given<'_>| {
            Ok(RiskEvent {
                name: event.text("name").to_owned(),
                exposure: event.decimal("exposure")?,
                probability: event.decimal("probability")?,
                loss_share: event.decimal("loss_share")?,
            })
        };
        let events = given.parts("events").into_iter().map(event).collect::<Result<Vec<_>, String>>()?;
        return told([("expected_loss", plain(&expected_loss(&events))?)]);
    }
    let first = |names: &[&str]| -> Result<Exact, String> {
        let name = names.iter().find(|name| given.has(name)).ok_or_else(|| format!("none of {names:?}"))?;
        given.get(name)
    };
    let (base, rate) =
        (first(&["base", "base_price", "price", "cost"])?, first(&["rate", "buffer", "buffer_rate"])?);
    let minor = given.minor()?;
    let price = |mode| buffered(&base, &rate, mode).ok_or_else(|| "the buffer is the whole price".to_owned());
    let markup = minor.round(&price(BufferMode::Markup)?);
    let margin = minor.round(&price(BufferMode::Margin)?);
    let is_margin = given.text("mode").contains("margin");
    let chosen = if is_margin { &margin } else { &markup };
    told([("markup", plain(&markup)?), ("margin", plain(&margin)?), ("price", plain(chosen)?)])
}
