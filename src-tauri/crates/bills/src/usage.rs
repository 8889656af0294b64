//! Usage of a FOCUS bill by service, SKU and month: what a plan rates, straight from the file.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Read};

use rust_decimal::Decimal;

use crate::scan::scan;
use crate::sum::Sum;
use crate::value::{Amount, amount};

/// What is told apart: service, SKU and the first moment of the month, as the file writes them.
pub type UsageKey = [String; 3];

/// What one key comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UsageSum {
    pub rows: u64,
    /// None when beyond what can be counted exactly.
    pub quantity: Option<Decimal>,
    pub list_cost: Option<Decimal>,
    /// Rows of which a figure cannot be read.
    pub unread: u64,
}

/// Every row's list cost, and usage by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FocusUsage {
    pub rows: u64,
    /// Of all rows, whatever their category.
    pub list_cost: Option<Decimal>,
    pub usage: BTreeMap<UsageKey, UsageSum>,
}

#[derive(Clone, Copy, Default)]
struct Group {
    rows: u64,
    quantity: Sum,
    list_cost: Sum,
    unread: u64,
}

const WANTED: [&str; 6] =
    ["ServiceName", "SkuId", "BillingPeriodStart", "ChargeCategory", "ListCost", "PricingQuantity"];

/// The places of the wanted headings, rising, and which of them each wanted one is.
fn places(headings: &[&[u8]]) -> Option<([usize; 6], [usize; 6])> {
    let plain = |heading: &[u8]| heading.strip_prefix(b"\xEF\xBB\xBF".as_slice()).unwrap_or(heading).to_vec();
    let mut found = [(0, 0); 6];
    for ((name, slot), wanted) in WANTED.iter().zip(&mut found).zip(0..) {
        let place = headings.iter().position(|heading| plain(heading) == name.as_bytes())?;
        *slot = (place, wanted);
    }
    found.sort_unstable();
    let mut order = [0; 6];
    for ((_, wanted), at) in found.iter().zip(0..) {
        order[*wanted] = at;
    }
    Some((found.map(|(place, _)| place), order))
}

/// Adds up a FOCUS bill in UTF-8. Nothing when a heading is missing.
///
/// # Errors
/// A file that cannot be read, or a record longer than a mebibyte.
pub fn usage_of_focus(source: impl Read) -> io::Result<Option<FocusUsage>> {
    let order = Cell::new(None);
    let (mut rows, mut all, mut is_all_read) = (0, Sum::default(), true);
    let mut index: BTreeMap<Vec<u8>, usize> = BTreeMap::new();
    let mut groups: Vec<Group> = Vec::new();
    let mut key = Vec::new();
    scan(
        source,
        |headings| {
            let (found, wanted) = places(headings)?;
            order.set(Some(wanted));
            Some(found)
        },
        |cells| {
            let Some(order) = order.get() else { return };
            let [service, sku, month, category, list_cost, quantity] = order.map(|at| cells[at]);
            rows += 1;
            let list_cost = amount(list_cost);
            match list_cost {
                Amount::Figure { figure, .. } => all.add(figure),
                Amount::Missing(_) => {}
                Amount::Unread => is_all_read = false,
            }
            if category != b"Usage" {
                return;
            }
            key.clear();
            for part in [service, sku, month] {
                key.extend_from_slice(part);
                key.push(0x1F);
            }
            let at = match index.get(&key) {
                Some(at) => *at,
                None => {
                    groups.push(Group::default());
                    index.insert(key.clone(), groups.len() - 1);
                    groups.len() - 1
                }
            };
            let group = &mut groups[at];
            group.rows += 1;
            for (sum, amount) in [(&mut group.list_cost, list_cost), (&mut group.quantity, amount(quantity))]
            {
                match amount {
                    Amount::Figure { figure, .. } => sum.add(figure),
                    Amount::Missing(_) => {}
                    Amount::Unread => group.unread += 1,
                }
            }
        },
    )?;
    if order.get().is_none() {
        return Ok(None);
    }
    let usage = index.into_iter().map(|(key, at)| (named(&key), told(&groups[at]))).collect();
    Ok(Some(FocusUsage { rows, list_cost: all.total().filter(|_| is_all_read), usage }))
}

fn named(key: &[u8]) -> UsageKey {
    let mut parts = key.split(|byte| *byte == 0x1F).map(|part| String::from_utf8_lossy(part).into_owned());
    std::array::from_fn(|_| parts.next().unwrap_or_default())
}

fn told(group: &Group) -> UsageSum {
    UsageSum {
        rows: group.rows,
        quantity: group.quantity.total(),
        list_cost: group.list_cost.total(),
        unread: group.unread,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usage_is_added_up_by_key_and_other_charges_are_not() {
        let text = "SkuId,ListCost,ServiceName,Tags,PricingQuantity,ChargeCategory,BillingPeriodStart\n\
                    A,1.5,云,\"{\"\"a\"\": 1, \"\"b\"\": 2}\",3,Usage,2026-08\n\
                    A,0.25,云,,0.5,Usage,2026-08\n\
                    A,9,云,,,Tax,2026-08\n\
                    B,x,云,,1,Usage,2026-08\n";
        let told = usage_of_focus(text.as_bytes()).unwrap().unwrap();
        let key = |sku: &str| ["云".to_owned(), sku.to_owned(), "2026-08".to_owned()];
        let first = UsageSum {
            rows: 2,
            quantity: Some(Decimal::new(35, 1)),
            list_cost: Some(Decimal::new(175, 2)),
            unread: 0,
        };
        assert_eq!(told.usage[&key("A")], first);
        assert_eq!((told.rows, told.usage[&key("B")].unread), (4, 1));
        // A sum that leaves a row out is no sum.
        assert_eq!(told.list_cost, None);
        assert_eq!(usage_of_focus("SkuId,ListCost\n1,2\n".as_bytes()).unwrap(), None);
    }
}
