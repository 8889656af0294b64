//! Words of priorities, methods and chapters as people write them in tables.

use hefu_domain::scope::{Method, Priority};
use hefu_domain::text::Words;

pub(super) fn priority(word: &str) -> Option<Priority> {
    Some(match plain(word).as_str() {
        "must" | "musthave" | "m" | "required" | "mandatory" | "high" | "p1" | "必须" | "必要" | "必备"
        | "强制" | "高" => Priority::Must,
        "should" | "shouldhave" | "s" | "medium" | "important" | "p2" | "应当" | "应" | "重要" | "中" => {
            Priority::Should
        }
        "could" | "couldhave" | "c" | "optional" | "low" | "p3" | "可以" | "可" | "可选" | "低" => {
            Priority::Could
        }
        _ => return None,
    })
}

pub(super) fn method(word: &str) -> Option<Method> {
    Some(match plain(word).as_str() {
        "inspection" | "inspect" | "检查" | "查验" | "核查" | "查看" => Method::Inspection,
        "test" | "testing" | "测试" => Method::Test,
        "drill" | "exercise" | "演练" => Method::Drill,
        "measurement" | "measure" | "测量" | "实测" | "监测" => Method::Measurement,
        "reconciliation" | "reconcile" | "核对" | "对账" | "比对" => Method::Reconciliation,
        "record" | "records" | "记录" | "查阅记录" | "记录查阅" => Method::Record,
        "sampling" | "sample" | "抽样" | "抽查" | "抽检" => Method::Sampling,
        "walkthrough" | "走查" | "实操" | "逐项走查" => Method::WalkThrough,
        _ => return None,
    })
}

/// A chapter's number and title from one cell: `3`, `3 Platform availability`, `第3章 平台可用性`, `Availability`.
pub(super) fn chapter(cell: &str) -> (Option<u32>, Words) {
    let rest = cell.trim_start_matches("第").trim_start();
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, title) = rest.split_at(digits);
    let number = number.parse().ok();
    let title =
        if number.is_some() { title.trim_start_matches(['章', '.', '、', ':', '：', ' ']) } else { cell };
    let mut words = Words::default();
    // A title in both languages stands on both sides of a stroke.
    for part in title.split(['/', '／']).map(str::trim) {
        if part.is_ascii() {
            words.en.push_str(part);
        } else {
            words.zh.push_str(part);
        }
    }
    (number, words)
}

fn plain(word: &str) -> String {
    word.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}
