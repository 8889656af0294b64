//! What goes out comes in the same, whatever part of it and in whatever order.

use proptest::prelude::*;

use super::*;
use crate::{Cell, Sheet, write_csv, write_xlsx};

const HEADING: [&str; 5] = ["编号", "Title (English)", "标题（中文）", "优先级", "来源"];

fn sheet(columns: &[usize], rows: &[[String; 5]]) -> Sheet {
    Sheet {
        name: "范围".into(),
        heading: columns.iter().map(|at| HEADING[*at].to_owned()).collect(),
        rows: rows
            .iter()
            .map(|row| columns.iter().map(|at| Cell::Text(row[*at].clone())).collect())
            .collect(),
    }
}

fn row() -> impl Strategy<Value = [String; 5]> {
    let words = "[A-Za-z“”=+@'-][A-Za-z0-9 ,;\"%.-]{0,12}[a-z]";
    let chinese = "[双可用区部署配额网络][双可用区部署配额网络0-9，。%]{0,12}";
    let priority = prop::sample::select(vec!["必须", "应当", "可以"]);
    (words, chinese, priority, "([a-z]{3,9})?")
        .prop_map(|(en, zh, p, source)| [String::new(), en, zh, p.to_owned(), source])
}

fn list() -> impl Strategy<Value = Vec<[String; 5]>> {
    prop::collection::vec(row(), 1..12).prop_map(|mut rows| {
        for (at, row) in rows.iter_mut().enumerate() {
            row[0] = format!("R-{:03}", at + 1);
        }
        rows
    })
}

/// Number and a title first, then any of the others, in any order.
fn columns() -> impl Strategy<Value = Vec<usize>> {
    (prop::sample::select(vec![1_usize, 2]), prop::sample::subsequence(vec![1_usize, 2, 3, 4], 0..=4))
        .prop_flat_map(|(title, others)| {
            let mut all = vec![0, title];
            all.extend(others.into_iter().filter(|at| *at != title));
            Just(all).prop_shuffle()
        })
}

fn read_back(bytes: &[u8], columns: &[usize]) -> Vec<[Option<String>; 5]> {
    let book = Book::from_bytes(bytes).unwrap();
    let rows = read(&book, Target::Requirements, &Choices::default()).accept().unwrap();
    let priority = |p: Option<Priority>| match p {
        Some(Priority::Must) => "必须",
        Some(Priority::Should) => "应当",
        Some(Priority::Could) => "可以",
        None => "",
    };
    let has = |at: usize, text: &str| columns.contains(&at).then(|| text.to_owned());
    rows.iter()
        .map(|r| {
            [
                has(0, &r.number),
                has(1, &r.words.en),
                has(2, &r.words.zh),
                has(3, priority(r.priority)),
                has(4, &r.source),
            ]
        })
        .collect()
}

fn same(list: &[[String; 5]], columns: &[usize], bytes: &[u8]) -> Result<(), TestCaseError> {
    let expected: Vec<[Option<String>; 5]> = list
        .iter()
        .map(|row| std::array::from_fn(|at| columns.contains(&at).then(|| row[at].clone())))
        .collect();
    prop_assert_eq!(&read_back(bytes, columns), &expected);
    Ok(())
}

proptest! {
    #[test]
    fn any_columns_of_a_list_in_any_order_come_back_the_same(list in list(), columns in columns()) {
        same(&list, &columns, &write_csv(&sheet(&columns, &list)).unwrap())?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn and_of_a_workbook(list in list(), columns in columns()) {
        same(&list, &columns, &write_xlsx(&sheet(&columns, &list), NaiveDate::default()).unwrap())?;
    }
}
