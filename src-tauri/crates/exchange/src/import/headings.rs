//! What a heading says, in either language or in both at once ("Number / 编号").

use super::{CriterionField, RequirementField};

/// Languages a heading may name, and the words that name them.
const ENGLISH: [&str; 4] = ["english", "英文", "英语", "en"];
const CHINESE: [&str; 5] = ["chinese", "中文", "汉语", "cn", "zh"];

const NUMBER: [&str; 14] = [
    "number",
    "no",
    "nr",
    "id",
    "ref",
    "code",
    "item",
    "编号",
    "序号",
    "号",
    "条目号",
    "条款号",
    "代码",
    "项",
];

pub(super) fn requirement(heading: &str) -> Option<RequirementField> {
    use RequirementField::{Number, Priority, Source, TitleEn, TitleZh};
    either(heading, |words| {
        Some(match words.base {
            base if NUMBER.contains(&strip(base, &["requirement", "需求"])) => Number,
            "priority" | "importance" | "moscow" | "优先级" | "重要性" | "重要程度" => Priority,
            "source" | "origin" | "basis" | "来源" | "依据" | "出处" => Source,
            "" | "title" | "name" | "requirement" | "requirements" | "text" | "description" | "标题"
            | "名称" | "需求" | "需求名称" | "需求标题" | "需求描述" | "需求内容" | "内容" | "描述" => {
                words.by_language(TitleEn, TitleZh)?
            }
            _ => return None,
        })
    })
}

pub(super) fn criterion(heading: &str) -> Option<CriterionField> {
    use CriterionField::{Chapter, ChapterEn, ChapterZh, Method, Number, TextEn, TextZh};
    either(heading, |words| {
        Some(match words.base {
            base if NUMBER
                .contains(&strip(base, &["criterion", "criteria", "标准", "验收标准", "验收项"])) =>
            {
                Number
            }
            "method" | "verification" | "howtested" | "方法" | "验收方法" | "验收方式" | "检验方法"
            | "测试方法" => Method,
            "chapter" | "section" | "group" | "chapterno" | "chapternumber" | "章" | "章节" | "章号"
            | "分类" | "类别" | "章节号" => match words.language {
                Some(Language::English) => ChapterEn,
                Some(Language::Chinese) => ChapterZh,
                None => Chapter,
            },
            "chaptertitle" | "chaptername" | "章标题" | "章节名称" | "章节标题" => {
                words.by_language(ChapterEn, ChapterZh)?
            }
            ""
            | "text"
            | "criterion"
            | "criteria"
            | "acceptancecriterion"
            | "acceptancecriteria"
            | "description"
            | "requirement"
            | "验收标准"
            | "标准"
            | "验收项"
            | "验收内容"
            | "内容"
            | "描述"
            | "标准内容" => words.by_language(TextEn, TextZh)?,
            _ => return None,
        })
    })
}

#[derive(Clone, Copy)]
enum Language {
    English,
    Chinese,
}

/// A heading without the words that name a language, and that language.
struct Heading<'a> {
    base: &'a str,
    language: Option<Language>,
}

impl Heading<'_> {
    /// By the language named, else by the script of the heading; a heading that is neither says nothing.
    fn by_language<F>(&self, english: F, chinese: F) -> Option<F> {
        match self.language {
            Some(Language::English) => Some(english),
            Some(Language::Chinese) => Some(chinese),
            None if self.base.is_empty() => None,
            None if self.base.is_ascii() => Some(english),
            None => Some(chinese),
        }
    }
}

/// Reads the heading as a whole, then each side of a stroke.
fn either<F>(heading: &str, read: impl Fn(&Heading<'_>) -> Option<F>) -> Option<F> {
    std::iter::once(heading).chain(heading.split(['/', '／', '|', '\n'])).find_map(|words| {
        let plain: String = words.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        let (base, language) = language(&plain);
        read(&Heading { base, language })
    })
}

fn language(plain: &str) -> (&str, Option<Language>) {
    let named = |marks: &[&str]| {
        marks.iter().find_map(|mark| plain.strip_prefix(mark).or_else(|| plain.strip_suffix(mark)))
    };
    // "en" and "cn" end many words ("when"): short marks count only where the rest is a base on its own.
    match (named(&ENGLISH), named(&CHINESE)) {
        (Some(base), _) => (base, Some(Language::English)),
        (None, Some(base)) => (base, Some(Language::Chinese)),
        (None, None) => (plain, None),
    }
}

fn strip<'a>(base: &'a str, prefixes: &[&str]) -> &'a str {
    let rest = prefixes.iter().find_map(|prefix| base.strip_prefix(prefix).filter(|rest| !rest.is_empty()));
    rest.unwrap_or(base)
}
