//! The residency table against the packs: every row is carried by a rule, or explained.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![allow(clippy::disallowed_methods, reason = "a test reads the file it holds the packs against")]

use std::collections::BTreeSet;

use hefu_rules::Shelf;

/// The rows of the table, and those of confidence H.
const ROWS: [(&str, &[u8]); 12] = [
    ("CN", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]),
    ("HK", &[1, 2]),
    ("MO", &[1]),
    ("SG", &[1, 2, 3]),
    ("ID", &[1, 2, 3, 4, 5, 90]),
    ("MY", &[1, 2, 3]),
    ("TH", &[1, 2]),
    ("VN", &[1, 2, 3, 4, 5, 6, 7]),
    ("PH", &[1, 2]),
    ("EU", &[1]),
    ("US", &[1]),
    ("XX", &[0]),
];
const SURE: [&str; 18] = [
    "CN-01", "CN-02", "CN-03", "CN-04", "CN-05", "CN-06", "CN-07", "CN-08", "CN-11", "CN-12", "CN-13",
    "CN-16", "SG-01", "SG-02", "ID-01", "ID-02", "ID-03", "MY-01",
];

#[test]
fn every_row_of_the_residency_table_is_carried_or_explained() {
    let rows: BTreeSet<String> = ROWS
        .iter()
        .flat_map(|(country, rows)| rows.iter().map(move |row| format!("{country}-{row:02}")))
        .collect();
    assert_eq!(rows.len(), 45);
    let carried: BTreeSet<String> = Shelf::shipped()
        .packs()
        .iter()
        .flat_map(|pack| pack.rows().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert!(carried.is_subset(&rows), "rows that the table does not have: {:?}", &carried - &rows);
    let left: BTreeSet<String> = &rows - &carried;
    let trace = include_str!("../../../library/packs/TRACE.md");
    let why = trace.split("## Rows that are no rules").nth(1).unwrap().split("##").next().unwrap();
    for row in &left {
        assert!(why.contains(&format!("| {row} |")), "{row} is neither a rule nor explained");
        assert!(!SURE.contains(&row.as_str()), "{row} is sure and no rule");
    }
    assert!(left.len() * 10 <= rows.len(), "{} of {} rows are no rules", left.len(), rows.len());
    // Nothing is explained that is a rule.
    assert_eq!(why.lines().filter(|line| line.starts_with("| ") && line.contains("-0")).count(), left.len());
}
