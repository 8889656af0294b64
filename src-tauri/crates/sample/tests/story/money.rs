//! Sums, taxes, shares and prices add up.

use std::collections::BTreeMap;

use hefu_domain::money::{Money, capitals_zh};
use rust_decimal::{Decimal, RoundingStrategy};
use toml::Table;

use super::rows::{Fields, Files};

fn cents(exact: Decimal) -> Decimal {
    exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
}

fn amount(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn the_contract_is_paid_in_full_by_its_milestones() {
    let files = Files::read();
    let contract = files.rows("projects", "contract")[0];
    let whole = Money::in_code(contract.amount("amount_incl_vat"), contract.text("currency")).unwrap();
    let (net, vat) = whole.net_and_tax(contract.amount("vat_rate")).unwrap();
    assert_eq!((net.amount(), vat.amount()), (contract.amount("amount_net"), contract.amount("vat")));
    assert_eq!(capitals_zh(whole.amount()).unwrap(), contract.text("amount_capitals_zh"));
    let milestones = files.rows("projects", "payment_milestone");
    let own: Vec<_> = milestones
        .iter()
        .filter(|m| m.get("contract").and_then(|c| c.as_str()) == Some("ctr-harbour"))
        .collect();
    assert_eq!(own.iter().map(|m| m.amount("amount")).sum::<Decimal>(), amount("10800000.00"));
    assert_eq!(own.iter().map(|m| m.text("share")).collect::<Vec<_>>(), ["0.30", "0.30", "0.30", "0.10"]);
    for milestone in own {
        assert_eq!(whole.share(milestone.amount("share")).unwrap().amount(), milestone.amount("amount"));
    }
    let waiting = milestones.iter().filter(|m| m.text("state") == "waiting_for_signature");
    let waiting: Decimal = waiting.map(|m| m.amount("amount")).sum();
    let summary = files.rows("commercial", "receivable_summary")[0];
    assert_eq!(
        (waiting, summary.amount("waiting_for_signature")),
        (amount("7860000.00"), amount("7860000.00"))
    );
    let invoices = summary.names("invoices");
    let gross: Decimal =
        invoices.iter().map(|id| files.row("commercial", "invoice", id).amount("gross")).sum();
    assert_eq!(gross, amount("7860000.00"));
}

#[test]
fn every_invoice_divides_into_net_and_tax() {
    for invoice in Files::read().rows("commercial", "invoice") {
        let gross = Money::in_code(invoice.amount("gross"), invoice.text("currency")).unwrap();
        let (net, vat) = gross.net_and_tax(invoice.amount("vat_rate")).unwrap();
        assert_eq!(
            (net.amount(), vat.amount()),
            (invoice.amount("net"), invoice.amount("vat")),
            "{}",
            invoice.id()
        );
    }
}

/// What `quantity` costs on a line of the price plan.
fn rate(line: &Table, quantity: Decimal) -> Decimal {
    let zero = Decimal::ZERO;
    cents(match line.text("model") {
        "flat" => line.amount("unit_price"),
        "per_unit" => quantity * line.amount("unit_price"),
        "free_then_unit" => (quantity - line.amount("free_units")).max(zero) * line.amount("unit_price"),
        _ => {
            let over = (quantity - line.amount("included")).max(zero);
            let (mut low, mut total) = (zero, line.amount("fixed_amount"));
            for tier in line.inner("tiers") {
                let top = if tier.contains_key("up_to") { tier.amount("up_to") } else { over };
                total += (over.min(top) - low).max(zero) * tier.amount("price");
                low = top;
            }
            total
        }
    })
}

#[test]
fn usage_is_rated_and_the_bill_differs_in_three_lines() {
    let files = Files::read();
    let line = |id: &str| files.row("commercial", "price_line", id);
    let months = files.rows("commercial", "usage_month");
    for month in &months {
        for used in month.inner("lines") {
            assert_eq!(
                rate(line(used.text("line")), used.amount("quantity")),
                used.amount("rated"),
                "{}",
                month.id()
            );
        }
        let total: Decimal = month.inner("lines").iter().map(|used| used.amount("rated")).sum();
        assert_eq!(total, month.amount("rated_total"), "{}", month.id());
    }
    let bill = files.rows("commercial", "vendor_bill")[0];
    let lines = bill.inner("lines");
    let differences: BTreeMap<&str, Decimal> = lines
        .iter()
        .map(|billed| {
            (
                billed.text("line"),
                billed.amount("amount") - rate(line(billed.text("line")), billed.amount("quantity")),
            )
        })
        .filter(|(_, difference)| !difference.is_zero())
        .collect();
    let planted: BTreeMap<&str, Decimal> = bill
        .inner("internal_planted")
        .into_iter()
        .map(|planted| (planted.text("line"), planted.amount("difference")))
        .collect();
    assert_eq!((differences.len(), &differences), (3, &planted));
    assert_eq!(lines.iter().map(|billed| billed.amount("amount")).sum::<Decimal>(), bill.amount("total"));
    let extra: Decimal = differences.values().copied().sum();
    assert_eq!(bill.amount("total") - extra, bill.amount("internal_expected_total"));
    let drawn: Decimal = months.iter().map(|month| month.amount("rated_total")).sum();
    assert_eq!(files.row("commercial", "renewal", "lev-harbour").amount("drawn_to_date"), drawn);
}

#[test]
fn prices_margins_and_commitments_follow() {
    let files = Files::read();
    let row = |kind| files.rows("commercial", kind)[0];
    let (plan, buffer) = (row("price_plan"), row("risk_buffer"));
    let instalments = files.rows("commercial", "budget_instalment");
    assert_eq!(instalments.iter().map(|i| i.amount("amount")).sum::<Decimal>(), plan.amount("annual_price"));
    let price = cents(buffer.amount("internal_base") / (Decimal::ONE - buffer.amount("internal_rate")));
    assert_eq!(
        (price, buffer.amount("internal_price")),
        (plan.amount("annual_price"), plan.amount("annual_price"))
    );
    assert_eq!(price - buffer.amount("internal_base"), buffer.amount("internal_amount"));

    let unit = row("unit_economics");
    let costs = unit.inner("internal_costs");
    let net: Decimal = costs.iter().map(|cost| cost.amount("net")).sum();
    let input: Decimal = costs.iter().map(|cost| cost.amount("input_vat") * cost.amount("deductible")).sum();
    assert_eq!((net, input), (unit.amount("internal_cost_net"), unit.amount("internal_input_vat")));
    let revenue = unit.amount("net_revenue");
    let surcharges = (unit.amount("output_vat") - input) * unit.amount("surcharge_rate");
    let profit = revenue - net - surcharges;
    assert_eq!(profit, unit.amount("internal_profit"));
    assert_eq!(profit / revenue, unit.amount("internal_margin"));
    let gross = unit.amount("list_price_gross");
    assert_eq!(cents(gross / (Decimal::ONE + unit.amount("output_rate"))), revenue);

    let lever = files.row("commercial", "renewal", "lev-haizhou");
    assert_eq!(lever.amount("drawn_to_date") / lever.amount("committed_to_date"), amount("0.61"));
    for bid in files.rows("channel", "bid").into_iter().filter(|bid| bid.contains_key("project")) {
        let project = files.row("projects", "project", bid.text("project"));
        let contract = files.rows("projects", "contract")[0];
        let stated = if project.contains_key("contract_amount_incl_tax") {
            project.amount("contract_amount_incl_tax")
        } else {
            contract.amount("amount_incl_vat")
        };
        assert_eq!(bid.amount("amount_incl_tax"), stated, "{}", bid.id());
    }
}

/// Shares of the pool by weight, in cents by the largest remainder; what is idle stays with the platform, or is
/// spread evenly.
fn chargeback(pool: &Table, weights: &[Decimal], idle_policy: &str) -> Vec<Decimal> {
    let (cost, capacity) = (pool.amount("pool_amount"), pool.amount("capacity_hours"));
    let used: Decimal = weights.iter().sum();
    let mut exact: Vec<Decimal> = weights.iter().map(|weight| cost * weight / capacity.max(used)).collect();
    let mut idle = cost - exact.iter().sum::<Decimal>();
    if idle_policy == "even" {
        let each = idle / Decimal::from(exact.len());
        exact.iter_mut().for_each(|share| *share += each);
        idle = Decimal::ZERO;
    }
    exact.push(idle);
    let floors: Vec<Decimal> = exact.iter().map(|share| (share * Decimal::ONE_HUNDRED).floor()).collect();
    let mut rest = cost * Decimal::ONE_HUNDRED - floors.iter().sum::<Decimal>();
    let mut order: Vec<usize> = (0..exact.len()).collect();
    order.sort_by_key(|place| {
        (std::cmp::Reverse(exact[*place] * Decimal::ONE_HUNDRED - floors[*place]), *place)
    });
    let mut shares = floors;
    for place in order {
        if rest >= Decimal::ONE {
            shares[place] += Decimal::ONE;
            rest -= Decimal::ONE;
        }
    }
    shares.into_iter().map(|share| share / Decimal::ONE_HUNDRED).collect()
}

#[test]
fn the_gpu_pool_is_charged_back_to_the_cent() {
    let files = Files::read();
    let pool = files.rows("commercial", "gpu_pool")[0];
    let clusters = files.rows("commercial", "gpu_cluster");
    for expected in files.rows("commercial", "gpu_expected") {
        let weights: Vec<Decimal> = clusters
            .iter()
            .map(|cluster| {
                let (used, reserved) = (cluster.amount("used_hours"), cluster.amount("reserved_hours"));
                match expected.text("basis") {
                    "usage" => used,
                    "reservation" => reserved,
                    _ => used.max(reserved),
                }
            })
            .collect();
        let stated: Vec<Decimal> =
            expected.names("shares").into_iter().map(amount).chain([expected.amount("platform")]).collect();
        assert_eq!(chargeback(pool, &weights, expected.text("idle_policy")), stated, "{}", expected.id());
    }
}
