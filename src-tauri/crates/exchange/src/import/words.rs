//! Words of priorities, methods, chapters and days as people write them in tables.

use chrono::NaiveDate;
use hefu_domain::scope::{Method, Priority};
use hefu_domain::text::Words;

use super::Chapter;
use super::letters::{numeral, plain};

pub(super) fn priority(word: &str) -> Option<Priority> {
    Some(match plain(word).as_str() {
        "must" | "musthave" | "m" | "required" | "require" | "mandatory" | "compulsory" | "shall"
        | "essential" | "critical" | "high" | "highest" | "h" | "p0" | "p1" | "必须" | "必须满足"
        | "必需" | "必要" | "必备" | "必选" | "强制" | "强制性" | "高" | "最高" | "紧急" | "关键" | "须"
        | "必" | "是" | "a类" | "a" => Priority::Must,
        "should" | "shouldhave" | "s" | "medium" | "med" | "mid" | "normal" | "important" | "recommended"
        | "p2" | "应当" | "应该" | "应" | "宜" | "重要" | "一般" | "普通" | "中" | "中等" | "推荐"
        | "建议" | "b类" | "b" => Priority::Should,
        "could" | "couldhave" | "c" | "may" | "optional" | "nicetohave" | "desirable" | "low" | "lowest"
        | "l" | "p3" | "p4" | "可以" | "可" | "可选" | "选配" | "低" | "最低" | "次要" | "期望" | "c类" => {
            Priority::Could
        }
        _ => return None,
    })
}

pub(super) fn method(word: &str) -> Option<Method> {
    let plain = plain(word);
    let plain = plain.strip_suffix("法").filter(|rest| !rest.is_empty()).unwrap_or(&plain);
    Some(match plain {
        "inspection" | "inspect" | "review" | "check" | "visual" | "visualinspection" | "documentreview"
        | "检查" | "查验" | "核查" | "查看" | "审查" | "检视" | "目视检查" | "现场检查" | "现场查看"
        | "文档审查" | "查阅" => Method::Inspection,
        "test" | "testing" | "functionaltest" | "performancetest" | "systemtest" | "测试" | "功能测试"
        | "性能测试" | "系统测试" | "现场测试" | "压力测试" | "试验" | "验证测试" => {
            Method::Test
        }
        "drill" | "exercise" | "failoverdrill" | "演练" | "应急演练" | "切换演练" => Method::Drill,
        "measurement" | "measure" | "monitoring" | "测量" | "实测" | "监测" | "监控" | "计量" => {
            Method::Measurement
        }
        "reconciliation" | "reconcile" | "核对" | "对账" | "比对" | "对照" => Method::Reconciliation,
        "record" | "records" | "log" | "logs" | "记录" | "查阅记录" | "记录查阅" | "日志" => {
            Method::Record
        }
        "sampling" | "sample" | "spotcheck" | "抽样" | "抽查" | "抽检" | "抽样检查" => {
            Method::Sampling
        }
        "walkthrough" | "demonstration" | "demo" | "走查" | "实操" | "逐项走查" | "演示" | "现场演示"
        | "操作演示" => Method::WalkThrough,
        "notstated" | "未说明" => Method::NotStated,
        _ => return None,
    })
}

/// A chapter's number and title from one cell: `3`, `3 Platform availability`, `第三章 平台可用性`, `四、数据驻留`,
/// `Chapter 3: Availability`, `Availability`. Its position is 0 where no number stands.
pub(super) fn chapter(cell: &str) -> Chapter {
    let (position, title) = numbered(cell.trim()).unwrap_or((0, cell));
    let mut words = Words::default();
    // A title in both languages stands on both sides of a stroke or in two lines.
    for part in title.split(['/', '／', '\n']).map(str::trim) {
        let side = if part.chars().any(|c| c >= '\u{2e80}') { &mut words.zh } else { &mut words.en };
        if !side.is_empty() && !part.is_empty() {
            side.push_str(" / ");
        }
        side.push_str(part);
    }
    Chapter { position, title: words, is_told: false }
}

/// The number at the beginning and what follows it.
fn numbered(cell: &str) -> Option<(u32, &str)> {
    let lower = cell.to_ascii_lowercase();
    let named = ["chapter", "section", "part", "article", "group"]
        .iter()
        .find(|name| lower.strip_prefix(**name).is_some_and(|rest| rest.starts_with([' ', '.', '\u{a0}'])));
    let behind = named.map_or(cell, |name| cell[name.len()..].trim_start_matches([' ', '.', '\u{a0}']));
    let ordinal = behind.strip_prefix('第').map(str::trim_start);
    let opened = behind.strip_prefix(['(', '（']);
    let rest = ordinal.or(opened).unwrap_or(behind);
    let end = rest.find(|c: char| !is_figure(c)).unwrap_or(rest.len());
    let (figures, rest) = rest.split_at(end);
    let roman = || named.is_some().then(|| roman(rest)).flatten();
    let (position, rest) = match count(figures) {
        Some(position) => (position, rest),
        None => roman()?,
    };
    let has_blank = rest.starts_with(char::is_whitespace);
    let rest = rest.trim_start();
    let trimmed = match ordinal {
        Some(_) => rest
            .strip_prefix(['章', '节', '節', '篇', '条', '條', '部', '项', '項'])?
            .trim_start_matches('分'),
        None if opened.is_some() => rest.strip_prefix([')', '）'])?,
        None => rest.strip_prefix('章').unwrap_or(rest),
    };
    let title = trimmed
        .trim_start_matches(['.', '．', '、', ':', '：', ' ', '\u{3000}', '\u{a0}', '-', '–', '—', '\n']);
    // A figure that goes on, or belongs to the word behind it, is no number of a chapter: 3.1, 5G, 三层架构.
    let is_apart = has_blank || title.len() < trimmed.len() || trimmed.len() < rest.len();
    let goes_on = trimmed.starts_with('.') && title.starts_with(|c: char| c.is_ascii_digit());
    (!goes_on && (title.is_empty() || is_apart)).then_some((position, title))
}

fn is_figure(letter: char) -> bool {
    letter.is_ascii_digit()
        || ('０'..='９').contains(&letter)
        || "零〇一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾貳參陸".contains(letter)
}

/// A count in figures of either width, or in numerals.
pub(super) fn count(figures: &str) -> Option<u32> {
    let plain: String = figures
        .chars()
        .map(|c| if ('０'..='９').contains(&c) { char::from_u32(c as u32 - 0xFEE0).unwrap_or(c) } else { c })
        .collect();
    plain.parse().ok().filter(|count| *count > 0).or_else(|| numeral(figures))
}

/// A Roman number up to 39 at the beginning.
fn roman(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !matches!(c, 'I' | 'V' | 'X')).unwrap_or(text.len());
    let mut total = 0;
    let value = |c: char| match c {
        'I' => 1,
        'V' => 5,
        _ => 10,
    };
    let letters: Vec<u32> = text[..end].chars().map(value).collect();
    for (at, value) in letters.iter().enumerate() {
        let is_less = letters.get(at + 1).is_some_and(|next| next > value);
        total =
            if is_less { i64::from(total) - i64::from(*value) } else { i64::from(total) + i64::from(*value) }
                as i32;
    }
    u32::try_from(total).ok().filter(|total| *total > 0).map(|total| (total, &text[end..]))
}

/// A day written from the year on: `2026-09-30`, `2026/9/30`, `2026年9月30日`. Other orders can mean two days.
pub(super) fn day(word: &str) -> Option<NaiveDate> {
    let word = super::letters::number(word);
    let parts: Vec<&str> =
        word.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let has_others = word.chars().any(|c| !c.is_ascii_digit() && !"-/.年月日 ".contains(c));
    match parts[..] {
        [year, month, day] if year.len() == 4 && !has_others => {
            NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_priorities() {
        use Priority::{Could, Must, Should};
        for (word, expected) in [
            ("P0", Some(Must)),
            ("p1", Some(Must)),
            ("P2", Some(Should)),
            ("P3", Some(Could)),
            ("必须", Some(Must)),
            ("必須", Some(Must)),
            ("Shall", Some(Must)),
            ("Must have", Some(Must)),
            ("ＭＵＳＴ", Some(Must)),
            ("應當", Some(Should)),
            ("Nice-to-have", Some(Could)),
            ("可選", Some(Could)),
            ("vital", None),
        ] {
            assert_eq!(priority(word), expected, "{word}");
        }
    }

    #[test]
    fn words_of_methods() {
        for (word, expected) in [
            ("檢查", Some(Method::Inspection)),
            ("現場測試", Some(Method::Test)),
            ("测试法", Some(Method::Test)),
            ("Demo", Some(Method::WalkThrough)),
            ("核對", Some(Method::Reconciliation)),
            ("Spot check", Some(Method::Sampling)),
            ("看看", None),
        ] {
            assert_eq!(method(word), expected, "{word}");
        }
    }

    #[test]
    fn numbers_of_chapters_are_not_kept_in_their_titles() {
        for (cell, position, en, zh) in [
            ("第三章 平台可用性", 3, "", "平台可用性"),
            ("第三章平台可用性", 3, "", "平台可用性"),
            ("四、数据驻留", 4, "", "数据驻留"),
            ("第十二章 培训", 12, "", "培训"),
            ("第4章 数据驻留", 4, "", "数据驻留"),
            ("（三）培训", 3, "", "培训"),
            ("(3) Training", 3, "Training", ""),
            ("十二", 12, "", ""),
            ("3", 3, "", ""),
            ("３　平台", 3, "", "平台"),
            ("3 Platform availability / 平台可用性", 3, "Platform availability", "平台可用性"),
            ("3. Availability", 3, "Availability", ""),
            ("3、可用性", 3, "", "可用性"),
            ("Chapter 3: Availability", 3, "Availability", ""),
            ("Section 4 Data", 4, "Data", ""),
            ("Chapter IV Data", 4, "Data", ""),
            ("Availability", 0, "Availability", ""),
            ("三层架构", 0, "", "三层架构"),
            ("一体化平台", 0, "", "一体化平台"),
            ("5G network", 0, "5G network", ""),
            ("2年质保", 0, "", "2年质保"),
            ("3.1 Nodes", 0, "3.1 Nodes", ""),
            ("", 0, "", ""),
        ] {
            let read = chapter(cell);
            assert_eq!(
                (read.position, read.title.en.as_str(), read.title.zh.as_str()),
                (position, en, zh),
                "{cell}"
            );
        }
    }

    #[test]
    fn days_from_the_year_on() {
        for (word, expected) in [
            ("2026-09-30", Some((2026, 9, 30))),
            ("2026/9/3", Some((2026, 9, 3))),
            ("2026年9月30日", Some((2026, 9, 30))),
            ("２０２６．９．３０", Some((2026, 9, 30))),
            ("30/09/2026", None),
            ("2026-02-30", None),
            ("soon", None),
        ] {
            assert_eq!(day(word), expected.and_then(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d)), "{word}");
        }
    }
}
