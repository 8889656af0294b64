//! Runs a file of neutral billing vectors against the engine: `vectors FILE`. Every difference is printed, and how many
//! passed and failed; a vector of a family that is not known has failed.

#![allow(clippy::print_stdout, reason = "what it prints is what it is for")]
#![allow(clippy::disallowed_methods, reason = "it is a program that reads a file")]

mod contracts;
mod costs;
mod given;
mod prices;
mod taxes;

use std::process::ExitCode;

use serde_json::{Map, Value};

use given::{Given, Told};

/// What the engine says of a family's input, by the names that vectors use.
fn told(family: &str, given: &Given<'_>) -> Told {
    match family {
        "graduated" | "volume" | "tier_boundary" | "rerate_delta" => prices::tiers(family, given),
        "tiered_blocks" => prices::blocks(given),
        "package" => prices::package(given),
        "per_unit" => prices::per_unit(given),
        "percentage" => prices::percentage(given),
        "graduated_percentage" => prices::graduated_percentage(given),
        "free_units" => prices::free_units(given),
        "resource_pack" => prices::packs(given),
        "rollover" => prices::rollover(given),
        "truncate_carry" => prices::truncated(given),
        "rounding" | "rounding_ties" => prices::rounding(given),
        "min_max_spend" => contracts::min_max(given),
        "trueup_prorated" => contracts::true_up(given),
        "discount_stack" => contracts::discounts(given),
        "discount_ladder" => contracts::ladder(given),
        "commit_overage" => contracts::commit_overage(given),
        "commit_overage_amount" => contracts::commit_amount(given),
        "commit_drawdown" => contracts::drawdown(given),
        "annual_commit" => contracts::annual(given),
        "annual_commit_quarterly" => contracts::floors(given),
        "proration_days" => contracts::days(given),
        "proration_cn" => contracts::proration(given),
        "refund_cn" => contracts::refund(given),
        "allocation" => contracts::allocation(given),
        "payment_schedule" => contracts::instalments(given),
        "payment_plan_neutral" => contracts::neutral(given),
        "risk_buffer" => contracts::buffer(given),
        "tax_exclusive" => taxes::exclusive(given),
        "credit_note" => taxes::credit_note(given),
        "vat_inclusive_split" => taxes::split(given),
        "einvoice_line_check" => taxes::line_check(given),
        "vat_margin" => taxes::margin(given),
        "buyer_real_cost" => taxes::buyer(given),
        "small_scale_vat" => taxes::small_scale(given),
        "sea_tax" => taxes::abroad(given),
        "breakeven_volume" => taxes::break_even(given),
        "currency" => taxes::currency(given),
        "chargeback" => costs::chargeback(given),
        "storage_waste" => costs::storage(given),
        "tco_energy" => costs::energy(given),
        "tco_unit_cost" => costs::unit_cost(given),
        "percentile" => costs::percentiles(given),
        "retention" => costs::retention(given),
        "pvm" => costs::effects(given),
        _ => Err(format!("no model of the engine is of the family {family:?}")),
    }
}

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        println!("usage: vectors FILE");
        return ExitCode::FAILURE;
    };
    let file: Value = match std::fs::read_to_string(&path)
        .map_err(|e| e.to_string())
        .and_then(|text| serde_json::from_str(&text).map_err(|e| e.to_string()))
    {
        Ok(file) => file,
        Err(reason) => {
            println!("{path}: {reason}");
            return ExitCode::FAILURE;
        }
    };
    let (mut passed, mut failed) = (0, 0);
    for vector in file["vectors"].as_array().into_iter().flatten() {
        let differences = differences(vector);
        if differences.is_empty() {
            passed += 1;
        } else {
            failed += 1;
            let (id, title) = (vector["id"].as_str().unwrap_or("?"), vector["title"].as_str().unwrap_or(""));
            println!("{id}  {title}");
            differences.iter().for_each(|each| println!("    {each}"));
        }
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What differs between what a vector expects and what the engine says.
fn differences(vector: &Value) -> Vec<String> {
    let family = vector["family"].as_str().unwrap_or_default();
    match told(family, &Given::of(&vector["input"])) {
        Err(reason) => vec![reason],
        Ok(told) => {
            let mut found = Vec::new();
            compare("", &vector["expect"], &Value::Object(told), &mut found);
            if vector["expect"].as_object().is_none_or(Map::is_empty) {
                found.push("it expects nothing".to_owned());
            }
            found
        }
    }
}

/// Figures are equal by value: `1.50` is `1.5`. Everything that is expected must be told.
fn compare(place: &str, expected: &Value, told: &Value, found: &mut Vec<String>) {
    match (expected, told) {
        (Value::Object(fields), Value::Object(all)) => {
            for (name, value) in fields {
                compare(&format!("{place}.{name}"), value, all.get(name).unwrap_or(&Value::Null), found);
            }
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            for ((one, other), at) in one.iter().zip(other).zip(0..) {
                compare(&format!("{place}[{at}]"), one, other, found);
            }
        }
        _ => {
            let is_same = match (given::figure(expected), given::figure(told)) {
                (Some(one), Some(other)) => one == other,
                _ => expected == told,
            };
            if !is_same {
                found.push(format!("{}: expected {expected}, got {told}", place.trim_start_matches('.')));
            }
        }
    }
}
