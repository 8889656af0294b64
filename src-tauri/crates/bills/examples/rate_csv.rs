//! Rates the usage of a FOCUS bill straight from its CSV by a price of three tiers, exactly: `rate_csv FILE`.

#![allow(clippy::print_stdout, reason = "what it prints is what it is for")]
#![allow(clippy::disallowed_methods, reason = "it is a program that measures itself")]

use std::error::Error;
use std::fs::File;
use std::time::Instant;

use hefu_bills::usage_of_focus;
use hefu_rating::Exact;
use hefu_rating::tier::{Bound, Tier, Tiers};
use rust_decimal::Decimal;

/// Up to a thousand units at list price, up to a hundred thousand at nine tenths, then at eight.
fn tiers(list_price: &Exact) -> Result<Tiers, Box<dyn Error>> {
    let rows = [(Some(1_000), 10), (Some(100_000), 9), (None, 8)];
    let tier = |(up_to, tenths): (Option<i64>, i64)| {
        let unit = (list_price * Exact::scaled(tenths.into(), 1)).shown_at(28)?;
        Ok(Tier { up_to: up_to.map(Decimal::from), unit, flat: Decimal::ZERO })
    };
    Ok(Tiers {
        tiers: rows.into_iter().map(tier).collect::<Result<_, Box<dyn Error>>>()?,
        bound: Bound::Inclusive,
    })
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: rate_csv FILE")?;
    let began = Instant::now();
    let bill = usage_of_focus(File::open(path)?)?.ok_or("it is no FOCUS bill")?;
    let mut rated = Exact::zero();
    for sum in bill.usage.values() {
        let quantity = Exact::from(sum.quantity.ok_or("a quantity is out of range")?);
        let list_cost = Exact::from(sum.list_cost.ok_or("a cost is out of range")?);
        // What is list priced on average; nothing where nothing was used.
        let Some(price) = list_cost.over(&quantity) else { continue };
        rated = rated + tiers(&price)?.graduated(&quantity)?.0;
    }
    let taken = began.elapsed();
    println!("{} rows, {} groups, {:.3} s", bill.rows, bill.usage.len(), taken.as_secs_f64());
    println!("list cost {}", bill.list_cost.map_or_else(|| "unknown".to_owned(), |cost| cost.to_string()));
    println!("rated     {}", rated.shown()?);
    Ok(())
}
