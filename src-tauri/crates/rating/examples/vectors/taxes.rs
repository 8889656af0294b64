//! Families about tax, margin and currency.

use hefu_rating::margin::{Cost, Economics, Margin, UnitFigures, break_even as unit_break_even};
use hefu_rating::model::Minor;
use hefu_rating::tax::{self, Inclusion, InvoiceLine, TaxLevel, Tolerance};
use hefu_rating::{Exact, Rounding};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::given::{Given, Told, at, list, plain, say, told};

pub(crate) fn exclusive(given: &Given<'_>) -> Told {
    let rate = given.get("rate_percent")?.percent();
    let nets = given.figures("net_lines")?;
    let level = if given.text("rounding_level") == "line" { TaxLevel::Line } else { TaxLevel::Document };
    let amounts: Vec<(Exact, Exact)> = nets.iter().map(|net| (net.clone(), rate.clone())).collect();
    let taxed = say(tax::lines(&amounts, Inclusion::Excluded, level, given.minor()?))?;
    let tax: Exact = taxed.iter().map(|line| &line.tax).sum();
    let net: Exact = nets.iter().sum();
    told([("tax", plain(&tax)?), ("total", plain(&(net + tax))?)])
}

/// `29/30` or a plain figure.
fn fraction(text: &str) -> Result<Exact, String> {
    let (numerator, denominator) = text.split_once('/').unwrap_or((text, "1"));
    let part = |text: &str| say(text.trim().parse::<Exact>());
    part(numerator)?.over(&part(denominator)?).ok_or_else(|| format!("{text} is no fraction"))
}

pub(crate) fn credit_note(given: &Given<'_>) -> Told {
    let note = tax::credit_note(
        &given.get("charged")?,
        &fraction(given.text("refunded_fraction"))?,
        &given.get("tax_rate_percent")?.percent(),
        given.minor()?,
    );
    told([("net", plain(&note.net)?), ("tax", plain(&note.tax)?), ("total", plain(&note.total())?)])
}

pub(crate) fn split(given: &Given<'_>) -> Told {
    let rate = given.get("rate")?;
    let amounts: Vec<(Exact, Exact)> =
        given.figures("gross_lines")?.into_iter().map(|gross| (gross, rate.clone())).collect();
    let taxed = say(tax::lines(&amounts, Inclusion::Included, TaxLevel::Line, given.minor()?))?;
    let nets: Vec<Exact> = taxed.iter().map(|line| line.net.clone()).collect();
    let taxes: Vec<Exact> = taxed.iter().map(|line| line.tax.clone()).collect();
    told([
        ("net", list(&nets)?),
        ("tax", list(&taxes)?),
        ("total_net", plain(&nets.iter().sum())?),
        ("total_tax", plain(&taxes.iter().sum())?),
    ])
}

pub(crate) fn line_check(given: &Given<'_>) -> Told {
    let limits = given.part("tolerance");
    let usual = Tolerance::default();
    let tolerance = Tolerance {
        amount: limits.maybe("amount")?.unwrap_or(usual.amount),
        tax: limits.maybe("tax")?.unwrap_or(usual.tax),
        document: usual.document,
    };
    let line = InvoiceLine {
        quantity: given.get("quantity")?,
        unit_price: given.get("unit_price")?,
        amount: given.get("amount")?,
        tax: given.get("tax")?,
        rate: given.get("rate")?,
    };
    let is_accepted = tax::check_line(&line, &tolerance).is_accepted();
    told([("result", if is_accepted { "accept" } else { "reject" }.into())])
}

fn percent(share: Option<&Exact>) -> Result<Exact, String> {
    let share = share.ok_or("there is no revenue")?;
    Ok((share * Exact::from(100)).round(4, Rounding::HalfUp))
}

fn waterfall(margin: &Margin) -> Result<Value, String> {
    let fields = told([
        ("net_revenue", plain(&margin.net_revenue)?),
        ("output_vat", plain(&margin.output_vat)?),
        ("input_vat", plain(&margin.input_vat)?),
        ("vat_payable", plain(&margin.vat_payable)?),
        ("surcharges", plain(&margin.surcharges)?),
        ("cost", plain(&margin.cost)?),
        ("profit", plain(&margin.profit)?),
        ("margin_percent", plain(&percent(margin.share.as_ref())?)?),
    ])?;
    Ok(Value::Object(fields))
}

pub(crate) fn margin(given: &Given<'_>) -> Told {
    let cost = |cost: Given<'_>| {
        Ok(Cost {
            name: cost.text("name").to_owned(),
            gross: cost.decimal("gross")?,
            input_rate: cost.decimal("input_rate")?,
            deductible: if cost.is("deductible") { Decimal::ONE } else { Decimal::ZERO },
            varies_with_volume: cost.is("varies_with_volume"),
        })
    };
    let economics = Economics {
        gross_price: given.get("gross_list_price")?,
        units: given.get("units")?,
        output_rate: given.get("output_rate")?,
        costs: given.parts("costs").into_iter().map(cost).collect::<Result<_, String>>()?,
        surcharge_rate: given.get("surcharge_rate_on_vat")?,
        channel: Vec::new(),
        voucher: None,
    };
    let minor = given.minor()?;
    let before = say(economics.after(&Exact::zero(), &Exact::zero(), minor))?;
    let after = say(economics.after(&given.get("price_cut")?, &given.or("elasticity", 0)?, minor))?;
    let points = percent(after.share.as_ref())? - percent(before.share.as_ref())?;
    told([
        ("before", waterfall(&before)?),
        ("after", waterfall(&after)?),
        ("margin_change_points", plain(&points)?),
        ("profit_change", plain(&(&after.profit - &before.profit))?),
    ])
}

pub(crate) fn buyer(given: &Given<'_>) -> Told {
    let share = given.get("deductible_share")?;
    let cost = say(tax::buyer_cost(&given.get("gross")?, &given.get("rate")?, &share, given.minor()?))?;
    told([
        ("net", plain(&cost.net)?),
        ("tax", plain(&cost.tax)?),
        ("input_credit", plain(&cost.input_credit)?),
        ("real_cost", plain(&cost.real_cost)?),
    ])
}

pub(crate) fn small_scale(given: &Given<'_>) -> Told {
    let (net, vat, surcharges) = say(hefu_rating::margin::small_scale(
        &given.get("gross")?,
        &given.get("levy_rate")?,
        &given.get("surcharge_rate_on_vat")?,
        given.minor()?,
    ))?;
    told([("net", plain(&net)?), ("vat", plain(&vat)?), ("surcharges", plain(&surcharges)?)])
}

/// Tax abroad: a rate on the price, on Indonesia's other value, or a gross-up for what is withheld.
pub(crate) fn abroad(given: &Given<'_>) -> Told {
    let minor = given.minor()?;
    if given.has("wht_rate") {
        let (gross, withheld) =
            say(tax::gross_up(&given.get("net_wanted")?, &given.get("wht_rate")?, minor))?;
        return told([("gross", plain(&gross)?), ("withheld", plain(&withheld)?)]);
    }
    if given.has("cit_rate") {
        let name =
            ["net_wanted", "net_contract", "net"].into_iter().find(|name| given.has(name)).unwrap_or("price");
        let (income, cit) = say(tax::gross_up(&given.get(name)?, &given.get("cit_rate")?, minor))?;
        let (all, vat) = say(tax::gross_up(&income, &given.get("vat_rate")?, minor))?;
        return told([
            ("cit_base", plain(&income)?),
            ("cit", plain(&cit)?),
            ("vat_base", plain(&all)?),
            ("vat", plain(&vat)?),
        ]);
    }
    let price = given.get("price")?;
    if given.text("country") == "ID" && !given.has("rate") {
        let part = Exact::ratio(11, 12).unwrap_or_default();
        let whole = Minor { places: 0, ..minor };
        let (base, tax) = tax::on_other_value(&price, &part, &Exact::from(12).percent(), whole);
        let total = price + &tax;
        return told([("other_value_base", plain(&base)?), ("tax", plain(&tax)?), ("total", plain(&total)?)]);
    }
    let taxed = tax::add(&price, &given.get("rate")?, minor);
    told([("tax", plain(&taxed.tax)?), ("total", plain(&taxed.total())?)])
}

pub(crate) fn break_even(given: &Given<'_>) -> Told {
    let unit = UnitFigures {
        net_price: given.get("net_unit_price")?,
        variable_cost: given.get("variable_cost_net")?,
        input_vat: given.get("input_vat_per_unit")?,
        output_rate: given.get("output_rate")?,
        surcharge_rate: given.get("surcharge_rate")?,
    };
    let even = unit_break_even(&unit, &given.get("price_cut")?);
    let uplift = match &even.uplift {
        Some(uplift) => at(&(uplift * Exact::from(100)), 4)?,
        None => Value::Null,
    };
    told([
        ("lost_per_unit", plain(&even.lost_per_unit)?),
        ("contribution_after", plain(&even.contribution_after)?),
        ("volume_uplift_percent", uplift),
    ])
}

pub(crate) fn currency(given: &Given<'_>) -> Told {
    let (lines, rate, minor) = (given.figures("lines")?, given.get("rate")?, given.minor()?);
    let each: Vec<Exact> = lines.iter().map(|line| minor.round(&(line * &rate))).collect();
    let (sum, total) = (each.iter().sum::<Exact>(), minor.round(&(lines.iter().sum::<Exact>() * &rate)));
    told([
        ("per_line", list(&each)?),
        ("sum_of_lines", plain(&sum)?),
        ("total_converted", plain(&total)?),
        ("rounding_line", plain(&(total - sum))?),
    ])
}
