//! Workbooks and texts as clients make them, in three scripts: each imports as it is shown, after a chosen sheet or
//! column at most.

use encoding_rs::{BIG5, GB18030};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::*;

struct Script {
    heading: [&'static str; 4],
    titles: [&'static str; 3],
    priorities: [&'static str; 3],
    title: &'static str,
    group: &'static str,
    total: &'static str,
    note: &'static str,
    sheet: &'static str,
}

const SCRIPTS: [Script; 3] = [
    Script {
        heading: ["S/N", "Req. No.", "Requirement", "Priority"],
        titles: ["Two zones in Jakarta", "Quotas change online", "Handbook of 3.10"],
        priorities: ["Must", "Should", "P3"],
        title: "Requirements of the dedicated cloud",
        group: "Chapter 1: Computing",
        total: "Total",
        note: "Note: agreed by both parties on 30 September",
        sheet: "Requirements",
    },
    Script {
        heading: ["序号", "需求编号", "需求名称", "优先级"],
        titles: ["雅加达双可用区部署", "配额可在线调整", "运维手册两份"],
        priorities: ["必须", "应当", "可选"],
        title: "专属云项目需求清单",
        group: "一、计算资源",
        total: "合计",
        note: "注：以上需求由双方于九月三十日确认",
        sheet: "需求",
    },
    Script {
        heading: ["序號", "需求編號", "需求名稱", "優先級"],
        titles: ["雅加達雙可用區部署", "配額可線上調整", "運維手冊兩份"],
        priorities: ["必須", "應當", "可選"],
        title: "專屬雲項目需求清單",
        group: "一、計算資源",
        total: "合計",
        note: "註：以上需求由雙方於九月三十日確認",
        sheet: "需求清單",
    },
];

fn put(page: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, words) in (0_u16..).zip(cells) {
        page.write_string(row, column, *words).unwrap();
    }
}

/// Writes heading and rows from `top`; the row behind the last.
fn table(
    page: &mut Worksheet,
    script: &Script,
    top: u32,
    number: impl Fn(&mut Worksheet, u32, usize),
) -> u32 {
    put(page, top, &script.heading);
    for at in 0..3 {
        let row = top + 1 + u32::try_from(at).unwrap();
        page.write_number(row, 0, f64::from(row)).unwrap();
        number(page, row, at);
        page.write_string(row, 2, script.titles[at])
            .unwrap()
            .write_string(row, 3, script.priorities[at])
            .unwrap();
    }
    top + 4
}

fn plain(page: &mut Worksheet, row: u32, at: usize) {
    page.write_string(row, 1, format!("R-{}", at + 1)).unwrap();
}

const LAYOUTS: [&str; 20] = [
    "plain",
    "title",
    "merged title",
    "blank rows above",
    "blank column before",
    "group",
    "merged group",
    "total",
    "note",
    "heading again",
    "cover",
    "second sheet",
    "hidden sheet first",
    "figures as codes",
    "full width",
    "invisible",
    "lower case",
    "far note",
    "unused columns",
    "signing place",
];

fn made(layout: &str, script: &Script) -> (Vec<u8>, Choices) {
    let mut book = Workbook::new();
    let mut choices = Choices::default();
    if layout == "cover" || layout == "hidden sheet first" {
        let page = book.add_worksheet();
        put(page, 2, &[script.title]);
        put(page, 4, &["Version", "1.2"]);
        page.set_hidden(layout == "hidden sheet first");
    }
    let page = book.add_worksheet();
    page.set_name(script.sheet).unwrap();
    match layout {
        "title" => {
            put(page, 0, &[script.title]);
            table(page, script, 1, plain);
        }
        "merged title" => {
            page.merge_range(0, 0, 0, 3, script.title, &Format::new()).unwrap();
            table(page, script, 2, plain);
        }
        "blank rows above" => {
            table(page, script, 9, plain);
        }
        "group" | "merged group" => {
            put(page, 0, &script.heading);
            match layout {
                "group" => put(page, 1, &[script.group]),
                _ => {
                    page.merge_range(1, 0, 1, 3, script.group, &Format::new()).unwrap();
                }
            }
            for at in 0..3_u32 {
                plain(page, 2 + at, at as usize);
                page.write_string(2 + at, 2, script.titles[at as usize]).unwrap();
                page.write_string(2 + at, 3, script.priorities[at as usize]).unwrap();
            }
        }
        "total" => {
            let end = table(page, script, 0, plain);
            put(page, end, &[script.total, "", "3"]);
        }
        "note" | "signing place" => {
            let end = table(page, script, 0, plain);
            match layout {
                "note" => put(page, end + 1, &[script.note]),
                _ => put(page, end + 1, &["甲方签字：", "", "乙方签字："]),
            }
        }
        "heading again" => {
            let end = table(page, script, 0, plain);
            put(page, end, &script.heading);
        }
        "second sheet" => {
            table(page, script, 0, |page, row, at| {
                page.write_string(row, 1, format!("X-{at}")).unwrap();
            });
            let page = book.add_worksheet();
            page.set_name("v2").unwrap();
            table(page, script, 0, plain);
            choices.sheet = Some("v2".into());
        }
        "figures as codes" => {
            let code = Format::new().set_num_format("\"R-\"0");
            table(page, script, 0, |page, row, at| {
                let value = f64::from(u32::try_from(at).unwrap() + 1);
                page.write_number_with_format(row, 1, value, &code).unwrap();
            });
        }
        "full width" => {
            table(page, script, 0, |page, row, at| {
                page.write_string(row, 1, ["Ｒ－１", "Ｒ－２", "Ｒ－３"][at]).unwrap();
            });
        }
        "invisible" => {
            table(page, script, 0, |page, row, at| {
                page.write_string(row, 1, format!("\u{200b}R-{}\u{feff}", at + 1)).unwrap();
            });
        }
        "far note" => {
            table(page, script, 0, plain);
            page.write_string(1, 300, "later").unwrap();
        }
        "unused columns" => {
            table(page, script, 0, plain);
            page.write_string(0, 4, "备注").unwrap().write_string(2, 4, "later").unwrap();
        }
        _ => {
            table(page, script, 0, plain);
        }
    }
    (book.save_to_buffer().unwrap(), choices)
}

#[test]
fn sixty_workbooks_import_as_they_are_shown() {
    for script in &SCRIPTS {
        for layout in LAYOUTS {
            let (bytes, choices) = made(layout, script);
            let preview = read(&Book::from_bytes(&bytes).unwrap(), Target::Requirements, &choices).strict();
            assert_eq!(faults(&preview), [], "{layout} {}", script.sheet);
            let found: Vec<_> = preview
                .rows
                .iter()
                .map(|row| {
                    (
                        row.number.as_str(),
                        if row.words.en.is_empty() { &row.words.zh } else { &row.words.en }.as_str(),
                    )
                })
                .collect();
            let expected: Vec<_> = ["R-1", "R-2", "R-3"].into_iter().zip(script.titles).collect();
            assert_eq!(found, expected, "{layout} {}", script.sheet);
            let priorities: Vec<_> = preview.rows.iter().filter_map(|row| row.priority).collect();
            assert_eq!(
                priorities,
                [Priority::Must, Priority::Should, Priority::Could],
                "{layout} {}",
                script.sheet
            );
        }
    }
}

#[test]
fn texts_of_every_encoding_import_as_they_are_written_or_ask() {
    let mut count = 0;
    for script in &SCRIPTS {
        for delimiter in ["\t", ",", ";"] {
            for end in ["\n", "\r\n"] {
                let mut text = script.heading.join(delimiter) + end;
                for at in 0..3 {
                    let number = format!("R-{}", at + 1);
                    text += &[&at.to_string(), number.as_str(), script.titles[at], script.priorities[at]]
                        .join(delimiter);
                    text += end;
                }
                let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
                let encoded = [
                    ("utf-8", text.as_bytes().to_vec()),
                    ("utf-8", ["\u{feff}".as_bytes(), text.as_bytes()].concat()),
                    ("utf-16le", wide(&text)),
                    ("gb18030", GB18030.encode(&text).0.into_owned()),
                    ("big5", BIG5.encode(&text).0.into_owned()),
                ];
                for (name, bytes) in encoded {
                    // Simplified letters are not in the traditional standard.
                    if name == "big5" && BIG5.encode(&text).2 {
                        continue;
                    }
                    count += 1;
                    let mut book = Book::from_bytes(&bytes).unwrap();
                    if book.encoding.as_ref().is_some_and(|read| read.is_doubtful) {
                        let go_on = &mut |_, _| std::ops::ControlFlow::Continue(());
                        book = Book::from_file(std::io::Cursor::new(bytes), Some(name), go_on).unwrap();
                    }
                    let preview = read(&book, Target::Requirements, &Choices::default()).strict();
                    assert_eq!(faults(&preview), [], "{name} {delimiter:?} {}", script.sheet);
                    let titles = preview.rows.iter().map(|row| format!("{}{}", row.words.en, row.words.zh));
                    assert_eq!(
                        titles.collect::<Vec<_>>(),
                        script.titles,
                        "{name} {delimiter:?} {}",
                        script.sheet
                    );
                }
            }
        }
    }
    assert!(count >= 40, "{count}");
}
