//! Invoices worked out by hand, and what holds for any of them.

use proptest::prelude::*;
use serde_json::json;

use super::*;

fn rated(value: serde_json::Value) -> Result<Invoice, RatingError> {
    rate(&serde_json::from_value(value).unwrap())
}

fn august() -> serde_json::Value {
    let line = |id: &str, price: serde_json::Value| json!({ "id": id, "price": price });
    let unit = |price: &str| json!({ "model": "per_unit", "unit_price": price });
    let flat = |amount: &str| json!({ "model": "flat", "amount": amount });
    let overage = json!({ "tiers": [
        { "up_to": "100000", "unit": "0.32" }, { "up_to": "300000", "unit": "0.28" }, { "unit": "0.25" },
    ] });
    let compute = json!({
        "model": "commitment_overage",
        "terms": { "commitment": "310000.00", "included": "1000000", "overage": overage },
    });
    let mut egress = line("egress", unit("0.55"));
    egress["free_units"] = json!("5000");
    json!({
        "plan": {
            "currency": "CNY",
            "tax": { "rate": "0.06" },
            "lines": [
                line("compute", compute), line("block", unit("0.30")), line("object", unit("0.12")),
                line("backup", unit("0.08")), egress, line("line", flat("18000")), line("kms", unit("6")),
                line("log", unit("0.35")), line("sec", flat("22000")),
            ],
        },
        "period": { "start": "2026-08-01", "end": "2026-09-01" },
        "usage": [
            { "line": "compute", "quantity": "1186400" }, { "line": "block", "quantity": "112600" },
            { "line": "object", "quantity": "163400" }, { "line": "backup", "quantity": "84200" },
            { "line": "egress", "quantity": "8640" }, { "line": "kms", "quantity": "64" },
            { "line": "log", "quantity": "13200" },
        ],
    })
}

#[test]
fn a_month_of_a_cloud_contract_is_rated_line_by_line() {
    let invoice = rated(august()).unwrap();
    let amounts: Vec<String> = invoice.lines.iter().map(|line| line.amount.to_string()).collect();
    let expected = ["366192", "33780", "19608", "6736", "2002", "18000", "384", "4620", "22000"];
    assert_eq!(amounts, expected);
    assert_eq!(invoice.total.to_string(), "473322");
    // 2,002 ÷ 1.06 = 1,888.679…
    let egress = &invoice.lines[4];
    assert_eq!((egress.net.to_string(), egress.tax.to_string()), ("1888.68".to_owned(), "113.32".to_owned()));
    let rules: Vec<_> = egress.steps.iter().map(|step| step.rule).collect();
    use crate::step::Rule::{Aggregated, FreeUnits, Rounded, TaxSplit, UnitPrice};
    assert_eq!(rules, [Aggregated, FreeUnits, UnitPrice, Rounded, TaxSplit]);
    assert_eq!((egress.steps[1].from, egress.steps[1].to), (8640.into(), 3640.into()));
}

#[allow(clippy::needless_pass_by_value, reason = "it is written where it is used")]
fn small(order: &[&str], more: serde_json::Value) -> serde_json::Value {
    let mut rating = json!({
        "plan": {
            "currency": "CNY",
            "lines": [
                { "id": "a", "price": { "model": "per_unit", "unit_price": "1" } },
                { "id": "b", "price": { "model": "per_unit", "unit_price": "1" } },
            ],
        },
        "period": { "start": "2026-08-01", "end": "2026-09-01" },
        "usage": [{ "line": "a", "quantity": "120" }, { "line": "b", "quantity": "80" }],
    });
    if !order.is_empty() {
        rating["plan"]["order"] = json!(order);
    }
    for (key, value) in more.as_object().unwrap() {
        match key.as_str() {
            "billed_before" | "is_last" | "credits" | "balance" => rating[key] = value.clone(),
            _ => rating["plan"][key] = value.clone(),
        }
    }
    rating
}

#[test]
fn the_order_of_operations_is_the_contracts() {
    let terms = json!({ "percent_discounts": ["50"], "cap": "90" });
    // Half of 200 is 100, capped at 90; 200 capped at 90 is halved to 45.
    let total = |order: &[&str]| rated(small(order, terms.clone())).unwrap().total.to_string();
    assert_eq!(total(&["price_model", "percent_discount", "cap"]), "90");
    assert_eq!(total(&["price_model", "cap", "percent_discount"]), "45");
    for order in [
        &["price_model", "price_model"][..],
        &["free_units"],
        &["cap", "price_model"],
        &["price_model", "tax", "cap"],
        &["price_model", "free_units"],
    ] {
        let refused = rated(small(order, terms.clone()));
        assert!(matches!(refused, Err(RatingError::Misplaced { .. })), "{order:?}");
    }
}

#[test]
fn every_operation_leaves_its_line_or_its_step() {
    let total = |more| {
        let invoice = rated(small(&[], more)).unwrap();
        (invoice.total.to_string(), invoice.payable.to_string())
    };
    let both = |text: &str| (text.to_owned(), text.to_owned());
    assert_eq!(total(json!({ "minimum": "1000", "billed_before": "100" })), both("900"));
    assert_eq!(total(json!({ "minimum": "1000", "is_last": false })), both("200"));
    assert_eq!(total(json!({ "commitment": { "amount": "150", "overage_factor": "1.3" } })), both("215"));
    assert_eq!(total(json!({ "commitment": { "amount": "250", "overage_factor": "1.3" } })), both("250"));
    assert_eq!(total(json!({ "fixed_discounts": ["150", "100"] })), both("0"));
    assert_eq!(total(json!({ "credits": ["30"] })), both("170"));
    // 200 and 12 of tax, of which the balance pays 50.
    let taxed = json!({ "tax": { "rate": "0.06", "inclusion": "excluded" }, "balance": "50" });
    assert_eq!(total(taxed), ("212".to_owned(), "162".to_owned()));
}

#[test]
fn a_minimum_does_not_count_a_credit_of_good_will() {
    let invoice = rated(small(&[], json!({ "minimum": "300", "credits": ["30"] }))).unwrap();
    assert_eq!(invoice.total.to_string(), "270");
}

#[test]
fn debits_that_are_cut_leave_a_residue_that_is_settled() {
    let mut rating = small(&[], json!({}));
    rating["plan"]["lines"][0]["price"]["unit_price"] = json!("0.017");
    rating["plan"]["lines"][0]["is_debited_each"] = json!(true);
    rating["usage"] = json!((0..24).map(|_| json!({ "line": "a", "quantity": "1" })).collect::<Vec<_>>());
    let invoice = rated(rating.clone()).unwrap();
    assert_eq!(invoice.total.to_string(), "0.24");
    let residue = &invoice.residues[0];
    assert_eq!(
        (residue.exact.to_string(), residue.residue.to_string()),
        ("0.408".to_owned(), "0.168".to_owned())
    );
    rating["settles_residue"] = json!(true);
    assert_eq!(rated(rating).unwrap().total.to_string(), "0.4");
}

#[test]
fn what_the_plan_does_not_have_is_refused() {
    let mut stray = small(&[], json!({}));
    stray["usage"][0]["line"] = json!("c");
    assert_eq!(rated(stray), Err(RatingError::Unknown { name: "c".to_owned() }));
    let mut twice = small(&[], json!({}));
    twice["plan"]["lines"][1]["id"] = json!("a");
    assert_eq!(rated(twice), Err(RatingError::Repeated { name: "a".to_owned() }));
    let unknown = rated(small(&[], json!({ "currency": "XXX" })));
    assert_eq!(unknown, Err(RatingError::UnknownCurrency { currency: "XXX".to_owned() }));
}

#[test]
fn dangerous_terms_are_told_of() {
    let tiers = json!({ "tiers": [{ "up_to": "100", "unit": "1" }, { "up_to": "500", "unit": "0.5" }] });
    let mut rating = small(&[], json!({ "floors": ["0", "100"], "floor_banking": "lost" }));
    rating["plan"]["lines"][0]["price"] = json!({ "model": "volume", "tiers": tiers });
    let warnings = rated(rating).unwrap().warnings;
    let cliff = crate::tier::Cliff { bound: 100.into(), at: 100.into(), above: 50.into() };
    let line = || "a".to_owned();
    let expected = [
        PlanWarning::VolumeCliff { line: line(), cliff },
        PlanWarning::OpenGap { line: line(), above: 500.into() },
        PlanWarning::UnbankedFloors,
    ];
    assert_eq!(warnings, expected);
}

#[test]
fn a_correction_is_the_difference_of_two_totals() {
    let with = |quantity: &str| {
        let mut rating = small(&[], json!({ "tax": { "rate": "0.06", "inclusion": "excluded" } }));
        rating["plan"]["lines"][0]["price"] = json!({ "model": "graduated", "tiers": { "tiers": [
            { "up_to": "100", "unit": "1" }, { "up_to": "200", "unit": "0.5" }, { "unit": "0.25" },
        ] } });
        rating["usage"][0]["quantity"] = json!(quantity);
        rated(rating).unwrap()
    };
    let correction = correct(&with("90"), &with("260")).unwrap();
    // 165 − 90, and 9.90 − 5.40 of tax.
    assert_eq!((correction.net.to_string(), correction.tax.to_string()), ("75".to_owned(), "4.5".to_owned()));
    assert_eq!(correction.lines.len(), 1);
}

/// Amounts and usage of a plan with prices of many decimals.
fn any_rating() -> impl Strategy<Value = (serde_json::Value, Vec<i64>)> {
    let usage = prop::collection::vec(0_i64..1_000_000, 1..12);
    (usage, 1_i64..100_000, 0_i64..30, any::<bool>(), any::<bool>()).prop_map(
        |(usage, price, percent, is_document, is_included)| {
            let tax = json!({
                "rate": "0.06",
                "level": if is_document { "document" } else { "line" },
                "inclusion": if is_included { "included" } else { "excluded" },
            });
            let mut rating = small(&[], json!({ "tax": tax, "percent_discounts": [percent.to_string()] }));
            rating["plan"]["lines"][0]["price"]["unit_price"] = json!(format!("0.{price:06}"));
            rating["usage"] = records(&usage);
            (rating, usage)
        },
    )
}

fn records(usage: &[i64]) -> serde_json::Value {
    json!(usage.iter().map(|units| json!({ "line": "a", "quantity": units.to_string() })).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn lines_sum_to_the_total((rating, _) in any_rating()) {
        let invoice = rated(rating).unwrap();
        let sum = |figure: fn(&InvoiceLine) -> Decimal| invoice.lines.iter().map(figure).sum::<Decimal>();
        prop_assert_eq!(sum(|line| line.net), invoice.net);
        prop_assert_eq!(sum(|line| line.tax), invoice.tax);
        prop_assert_eq!(invoice.net + invoice.tax, invoice.total);
    }

    #[test]
    fn the_credit_of_everything_leaves_zero((rating, _) in any_rating()) {
        let invoice = rated(rating.clone()).unwrap();
        let red = red(&invoice);
        for (blue, red) in invoice.lines.iter().zip(&red.lines) {
            prop_assert!((blue.net + red.net).is_zero() && (blue.tax + red.tax).is_zero());
        }
        prop_assert!((invoice.total + red.total).is_zero());
        // Taking back all usage corrects the bill of a plan without fixed fees to nothing.
        let mut none = rating;
        none["usage"] = json!([]);
        let back = correct(&invoice, &rated(none).unwrap()).unwrap();
        prop_assert!((invoice.total + back.total).is_zero());
    }

    #[test]
    fn splitting_a_period_changes_nothing_but_stated_roundings((mut rating, usage) in any_rating(), at in 0_usize..12) {
        rating["plan"]["percent_discounts"] = json!([]);
        let mut part = |usage: &[i64]| {
            rating["usage"] = records(usage);
            let invoice = rated(rating.clone()).unwrap();
            let residue: Decimal = invoice.residues.iter().map(|each| each.residue).sum();
            invoice.lines.iter().map(|line| line.amount).sum::<Decimal>() + residue
        };
        let (first, second) = usage.split_at(at.min(usage.len()));
        prop_assert_eq!(part(first) + part(second), part(&usage));
    }
}
