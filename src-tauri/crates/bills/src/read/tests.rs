//! Bills as each provider writes them, and what is wrong with them.

use std::io::Write;

use encoding_rs::GB18030;
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::finding::Finding;

fn file(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn read_bytes(bytes: &[u8]) -> Result<Read, BillError> {
    read(file(bytes).path(), &mut |_, _| ControlFlow::Continue(()))
}

fn total(bill: &Bill, column: Column) -> Option<String> {
    let total = bill.totals.iter().find(|total| total.column == column)?;
    total.amount.map(|amount| amount.to_string())
}

fn found(bill: &Bill, fault: Fault) -> Vec<&Finding> {
    bill.findings.iter().filter(|finding| finding.fault == fault).collect()
}

const HEADINGS: &str = "BilledCost,EffectiveCost,ListCost,ContractedCost,ListUnitPrice,PricingQuantity,BillingCurrency,\
                        BillingPeriodStart,ChargePeriodStart,ChargeFrequency,BillingAccountId,Id\n";

fn focus(rows: &str) -> String {
    format!("{HEADINGS}{rows}")
}

const DIRTY: &str = "\
0.1,0.1,0.2,NULL,0.1,2,CNY,2026-08-01 00:00:00,2026-08-03T00:00:00Z,Usage-based,A,1
-1E-3,0.2,0.3,0.3,0.1,2,CNY,2026-08-01T00:00:00Z,2026-08-04T00:00:00Z,Usage-Based,A,2
\"1,000.50\",x,,0.3,0.1,2,USD,2026-08-01T00:00:00Z,2026-08-05T00:00:00Z,,A,3
";

#[test]
fn faults_are_told_by_row_and_nothing_is_mended() {
    let bill = read_bytes(focus(DIRTY).as_bytes()).unwrap().bill;
    assert_eq!((bill.form, bill.rows), (Form::Focus, 3));
    let billed: Vec<_> = bill.totals.iter().filter(|total| total.column == Column::BilledCost).collect();
    let told: Vec<_> = billed.iter().map(|total| (total.currency.as_deref(), total.amount)).collect();
    // Amounts of two currencies are never added.
    assert_eq!(
        told,
        [(Some("CNY"), Some(Decimal::new(99, 3))), (Some("USD"), Some(Decimal::new(100_050, 2)))]
    );
    for (fault, heading, rows) in [
        (Fault::ForeignColumn, Some("Id"), vec![]),
        (Fault::NullText, Some("ContractedCost"), vec![1]),
        (Fault::DecoratedFigure, Some("BilledCost"), vec![3]),
        (Fault::UnreadFigure, Some("EffectiveCost"), vec![3]),
        (Fault::MomentForm, Some("BillingPeriodStart"), vec![1]),
        (Fault::UnknownWord, Some("ChargeFrequency"), vec![1]),
        // 0.1 × 2 is 0.2.
        (Fault::ListCostDiffers, Some("ListCost"), vec![2]),
    ] {
        let findings = found(&bill, fault);
        assert_eq!(findings.len(), 1, "{fault:?}");
        assert_eq!((findings[0].heading.as_deref(), &findings[0].rows), (heading, &rows), "{fault:?}");
    }
    let empty: Vec<_> =
        found(&bill, Fault::EmptyText).into_iter().map(|each| each.heading.as_deref()).collect();
    assert_eq!(empty, [Some("ListCost"), Some("ChargeFrequency")]);
}

#[test]
fn chinese_exports_are_read_in_their_encodings() {
    let text = "账单明细\n账期,账号ID,产品,原始金额,优惠金额,抹零优惠,应付金额\n\
                202608,1001\t,云服务器,10.123,2.00,0.003,8.12\n202608,1001\t,云硬盘,5,1,0,4.50\n合计,,,15.123,3,0.003,12.62\n";
    let mut gz = GzEncoder::new(Vec::new(), Compression::default());
    gz.write_all(text.as_bytes()).unwrap();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        (["\u{feff}", text].concat().into_bytes(), "UTF-8"),
        (GB18030.encode(text).0.into_owned(), "gb18030"),
        (gz.finish().unwrap(), "UTF-8"),
    ] {
        let bill = read_bytes(&bytes).unwrap().bill;
        assert_eq!((bill.form, bill.rows, bill.encoding.as_str()), (Form::Alibaba, 2, encoding));
        assert_eq!(total(&bill, Column::BilledCost).as_deref(), Some("12.62"));
        assert_eq!(bill.months[0].account.as_deref(), Some("1001"));
        // 5 − 1 − 0 is 4.
        assert_eq!(found(&bill, Fault::PayableDiffers)[0].rows, [2]);
        assert_eq!(found(&bill, Fault::TotalRow)[0].rows, [3]);
    }
}

#[test]
fn chinese_that_comes_late_is_found_out() {
    let mut text = "BillingCycle,AccountID,ProductName,PretaxGrossAmount,PretaxAmount\n".to_owned();
    for _ in 0..40_000 {
        text.push_str("202608,1001,some service of many,1.00,1.00\n");
    }
    text.push_str("202608,1001,云服务器,1.00,1.00\n");
    let bill = read_bytes(&GB18030.encode(&text).0).unwrap().bill;
    assert_eq!((bill.rows, bill.encoding.as_str()), (40_001, "gb18030"));
    assert_eq!(total(&bill, Column::BilledCost).as_deref(), Some("40001"));
}

#[test]
fn a_file_read_twice_adds_nothing_and_equal_rows_stay() {
    let row = "1,1,1,1,,,CNY,2026-08-01T00:00:00Z,2026-08-31T00:00:00Z,,A,\n";
    let twice = file(focus(&[row, row].concat()).as_bytes());
    let once = file(focus(row).as_bytes());
    let path = |file: &tempfile::NamedTempFile| file.path().display().to_string();
    let read = |of, before: &[&tempfile::NamedTempFile]| {
        let asked = ReadBill { path: path(of), before: before.iter().map(|each| path(each)).collect() };
        again(&asked, &mut |_, _| ControlFlow::Continue(())).unwrap()
    };
    let first = read(&twice, &[]);
    assert_eq!((first.rows, first.new_rows), (2, 2));
    assert_eq!(found(&first, Fault::RepeatedRow)[0].count, 1);
    let second = read(&twice, &[&twice]);
    assert_eq!((second.new_rows, &second.months[0].relation), (0, &MonthRelation::Same { file: 0 }));
    let beside = read(&twice, &[&once]);
    assert_eq!((beside.new_rows, &beside.months[0].relation), (1, &MonthRelation::Contradicts { file: 0 }));
}

#[test]
fn a_month_in_progress_is_replaced_and_not_added() {
    let row = |day: &str| format!("1,1,1,1,,,CNY,2026-08-01T00:00:00Z,2026-08-{day}T00:00:00Z,,A,{day}\n");
    let early = file(focus(&[row("01"), row("10")].concat()).as_bytes());
    let whole = file(focus(&[row("01"), row("10"), row("31")].concat()).as_bytes());
    let path = |file: &tempfile::NamedTempFile| file.path().display().to_string();
    let read = |of, before| {
        let asked = ReadBill { path: path(of), before: vec![path(before)] };
        again(&asked, &mut |_, _| ControlFlow::Continue(())).unwrap()
    };
    let later = read(&whole, &early);
    assert_eq!(
        (later.months[0].is_to_date, &later.months[0].relation),
        (Some(false), &MonthRelation::Replaces { file: 0 })
    );
    let earlier = read(&early, &whole);
    assert_eq!(
        (earlier.months[0].is_to_date, &earlier.months[0].relation),
        (Some(true), &MonthRelation::Older { file: 0 })
    );
    assert_eq!((later.new_rows, earlier.new_rows), (1, 0));
}

#[test]
fn what_is_no_bill_is_refused() {
    assert!(matches!(read_bytes(b""), Err(BillError::NoHeadings)));
    assert!(matches!(read_bytes(b"name,amount\nx,1\n"), Err(BillError::NoHeadings)));
    // A quotation mark that is never closed.
    let open = focus(&format!("\"{}", "x".repeat(3 << 20)));
    assert!(matches!(read_bytes(open.as_bytes()), Err(BillError::RecordTooLong)));
    let mut gz = GzEncoder::new(Vec::new(), Compression::default());
    gz.write_all(focus(&DIRTY.repeat(9000)).as_bytes()).unwrap();
    let packed = gz.finish().unwrap();
    assert!(matches!(read_bytes(&packed[..packed.len() / 2]), Err(BillError::Damaged(_))));
    let many = file(focus(&DIRTY.repeat(3000)).as_bytes());
    let cancelled = read(many.path(), &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(cancelled, Err(BillError::Cancelled)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_bytes_are_too_much(bytes in prop::collection::vec(any::<u8>(), 0..400), has_headings in any::<bool>()) {
        let bytes = if has_headings { [HEADINGS.as_bytes(), &bytes].concat() } else { bytes };
        let _ = read_bytes(&bytes);
    }
}
