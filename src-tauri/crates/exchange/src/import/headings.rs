//! What a heading says, in either language or in both at once ("Number / 编号"), and how particular it is.

use super::fields::{Field, Target};
use super::letters::plain;

/// How well a heading names a field: a serial number, a word that many things are called by, or the thing itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    Serial,
    Loose,
    General,
    Own,
}
use Strength::{General, Loose, Own, Serial};

/// Characters of the longest heading.
const LONGEST: usize = 80;

/// Languages a heading may name, and the words that name them.
const ENGLISH: [&str; 6] = ["english", "英文", "英语", "eng", "en", "英"];
const CHINESE: [&str; 9] = ["chinese", "中文", "汉语", "简中", "繁中", "chn", "cn", "zh", "中"];
/// What a heading may say beside, of how it is filled in.
const ASIDE: [&str; 16] = [
    "required",
    "mandatory",
    "optional",
    "必填",
    "选填",
    "必选",
    "可选",
    "simplified",
    "traditional",
    "简体",
    "繁体",
    "请填写",
    "下拉选择",
    "单选",
    "如有",
    "填写",
];

const SERIALS: [&str; 12] =
    ["序号", "序", "no", "sn", "item", "itemno", "itemnumber", "项", "号", "项次", "serialno", "seq"];
const NUMBERS: [&str; 15] = [
    "number",
    "nr",
    "num",
    "id",
    "ref",
    "refno",
    "code",
    "编号",
    "编码",
    "代码",
    "条目号",
    "条款号",
    "标识",
    "identifier",
    "no",
];
const TITLES: [&str; 13] = [
    "title",
    "name",
    "text",
    "description",
    "desc",
    "标题",
    "名称",
    "内容",
    "描述",
    "说明",
    "summary",
    "details",
    "详细描述",
];

/// What a heading says of a column.
pub(super) fn recognise(target: Target, heading: &str) -> Option<(Field, Strength)> {
    if heading.chars().count() > LONGEST {
        return None;
    }
    // Pasted headings may stand in quotes.
    if matches!(heading.trim_matches(['"', ' ']), "#" | "№" | "＃") {
        return Some((Field::Number, Serial));
    }
    let bare = without_asides(heading);
    std::iter::once(bare.as_str())
        .chain(bare.split(['/', '／', '|', '\n']))
        .chain(std::iter::once(outside_brackets(&bare).as_str()))
        .find_map(|words| {
            let plain = aside_off(&self::plain(words));
            let whole = Heading { base: &plain, language: None };
            let (base, language) = language(&plain);
            whole.read(target).or_else(|| Heading { base, language }.read(target))
        })
}

/// The heading without brackets that say how it is filled in.
fn without_asides(heading: &str) -> String {
    let mut text = heading.to_owned();
    for (open, close) in [('(', ')'), ('（', '）'), ('[', ']'), ('【', '】')] {
        while let Some((from, to)) =
            text.find(open).and_then(|from| Some((from, from + text[from..].find(close)?)))
        {
            let inner = plain(&text[from..to]);
            if !ASIDE.contains(&inner.as_str()) {
                break;
            }
            text.replace_range(from..to + close.len_utf8(), "");
        }
    }
    text
}

fn outside_brackets(heading: &str) -> String {
    heading.split(['(', '（', '[', '【']).next().unwrap_or_default().to_owned()
}

fn aside_off(plain: &str) -> String {
    ASIDE.iter().fold(plain.to_owned(), |text, aside| {
        text.strip_suffix(aside).filter(|rest| !rest.is_empty()).map(str::to_owned).unwrap_or(text)
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
    fn read(&self, target: Target) -> Option<(Field, Strength)> {
        match target {
            Target::Requirements => self.requirement(),
            Target::Deliverables => self.deliverable(),
            Target::Criteria => self.criterion(),
            Target::Case => self.case(),
        }
    }

    /// By the language named, else by the script of the heading; a heading that is neither says nothing.
    fn sides(&self, sides: [Field; 2], strength: Strength) -> Option<(Field, Strength)> {
        let [english, chinese] = sides;
        let field = match self.language {
            Some(Language::English) => english,
            Some(Language::Chinese) => chinese,
            None if self.base.is_empty() => return None,
            None if self.base.is_ascii() => english,
            None => chinese,
        };
        Some((field, strength))
    }

    /// The number of what one of `subjects` names, or a number of no matter what.
    fn number(&self, subjects: &[&str]) -> Option<(Field, Strength)> {
        let own = subjects.iter().find_map(|subject| self.base.strip_prefix(subject));
        let is_number = |word: &str| NUMBERS.contains(&word) || SERIALS.contains(&word);
        if own.is_some_and(|rest| !rest.is_empty() && is_number(rest)) {
            return Some((Field::Number, Own));
        }
        if SERIALS.contains(&self.base) {
            return Some((Field::Number, Serial));
        }
        NUMBERS.contains(&self.base).then_some((Field::Number, General))
    }

    /// The words of what one of `subjects` names: alone, or with a word such as title.
    fn words(&self, subjects: &[&str], sides: [Field; 2]) -> Option<(Field, Strength)> {
        let own = subjects.iter().find_map(|subject| self.base.strip_prefix(subject));
        match own {
            Some("" | "s" | "title" | "name" | "标题" | "名称" | "项" | "清单") => {
                self.sides(sides, Own)
            }
            Some(rest) if TITLES.contains(&rest) || rest == "要求" => self.sides(sides, General),
            _ if TITLES.contains(&self.base) => self.sides(sides, Loose),
            _ if self.base.is_empty() => self.sides(sides, Loose),
            _ => None,
        }
    }

    fn priority_or_source(&self) -> Option<(Field, Strength)> {
        let base = ["需求", "requirement", "req"].iter().find_map(|subject| self.base.strip_prefix(subject));
        match base.filter(|rest| !rest.is_empty()).unwrap_or(self.base) {
            "priority" | "prio" | "importance" | "moscow" | "criticality" | "prioritylevel" | "优先级"
            | "优先级别" | "优先等级" | "优先度" | "优先顺序" | "重要性" | "重要程度" | "重要级别"
            | "重要等级" | "级别" | "等级" | "必要性" | "是否必须" | "约束等级" | "约束" => {
                Some((Field::Priority, Own))
            }
            "source" | "origin" | "basis" | "reference" | "references" | "contractreference"
            | "contractref" | "clause" | "contractclause" | "来源" | "依据" | "出处" | "参考"
            | "参考依据" | "合同依据" | "合同条款" | "条款" | "提出依据" => {
                Some((Field::Source, Own))
            }
            _ => None,
        }
    }

    fn days(&self) -> Option<(Field, Strength)> {
        match self.base {
            "due" | "duedate" | "dueon" | "dueby" | "deadline" | "planneddate" | "deliverydate"
            | "planneddelivery" | "targetdate" | "到期日" | "到期" | "应交日期" | "交付日期" | "交付时间"
            | "计划交付" | "计划交付日期" | "计划日期" | "完成时间" | "截止日期" | "期限" | "交付期限" => {
                Some((Field::Due, Own))
            }
            "handedover" | "handedoveron" | "handoverdate" | "handover" | "deliveredon" | "delivered"
            | "actualdate" | "移交日期" | "移交" | "移交时间" | "实际交付" | "实际交付日期" | "交接日期"
            | "已移交" => Some((Field::HandedOver, Own)),
            _ => None,
        }
    }

    fn requirement(&self) -> Option<(Field, Strength)> {
        const SUBJECTS: [&str; 12] = [
            "requirement",
            "req",
            "需求条目",
            "需求",
            "userstory",
            "功能点",
            "功能",
            "指标",
            "要求",
            "feature",
            "spec",
            "技术要求",
        ];
        self.number(&SUBJECTS)
            .or_else(|| self.priority_or_source())
            .or_else(|| self.words(&SUBJECTS, [Field::TitleEn, Field::TitleZh]))
    }

    fn deliverable(&self) -> Option<(Field, Strength)> {
        const SUBJECTS: [&str; 8] =
            ["deliverable", "交付物", "交付件", "交付成果", "成果物", "成果", "交付项", "工作产品"];
        self.number(&SUBJECTS)
            .or_else(|| self.days())
            .or_else(|| self.words(&SUBJECTS, [Field::TitleEn, Field::TitleZh]))
    }

    fn criterion(&self) -> Option<(Field, Strength)> {
        const SUBJECTS: [&str; 16] = [
            "acceptancecriterion",
            "acceptancecriteria",
            "acceptanceitem",
            "criterion",
            "criteria",
            "ac",
            "验收标准",
            "验收准则",
            "验收指标",
            "验收条件",
            "验收要求",
            "验收项目",
            "验收项",
            "验收",
            "准则",
            "标准",
        ];
        const SIDES: [Field; 2] = [Field::TextEn, Field::TextZh];
        if let Some(found) = self.number(&SUBJECTS).or_else(|| self.method()).or_else(|| self.chapter()) {
            return Some(found);
        }
        match self.base {
            "passcriteria" | "passcriterion" | "acceptancestandard" | "通过标准" | "合格标准"
            | "判定标准" => self.sides(SIDES, Own),
            "expectedresult" | "expectedresults" | "expectedoutcome" | "testitem" | "checkitem"
            | "检查项" | "检查内容" | "测试项" | "预期结果" | "期望结果" | "考核指标" | "指标要求"
            | "标准内容" => self.sides(SIDES, General),
            "requirement" | "requirements" | "要求" | "指标" => self.sides(SIDES, Loose),
            _ => self.words(&SUBJECTS, SIDES),
        }
    }

    fn method(&self) -> Option<(Field, Strength)> {
        let of = ["验收", "验证", "检验", "测试", "核验", "检查", "检测", "评估"];
        let is_chinese = of.iter().chain(&[""]).any(|subject| {
            matches!(self.base.strip_prefix(subject), Some("方法" | "方式" | "手段" | "方案" | "办法"))
        });
        let is_english = matches!(
            self.base,
            "method"
                | "methods"
                | "verification"
                | "verificationmethod"
                | "testmethod"
                | "howtested"
                | "howverified"
                | "methodofverification"
                | "acceptancemethod"
                | "validationmethod"
                | "testtype"
                | "verifiedby"
        );
        (is_chinese || is_english).then_some((Field::Method, Own))
    }

    fn chapter(&self) -> Option<(Field, Strength)> {
        let base = self.base.strip_prefix("所属").unwrap_or(self.base);
        match base {
            "chapter" | "section" | "group" | "category" | "module" | "area" | "chapterno"
            | "chapternumber" | "章" | "章节" | "章号" | "分类" | "类别" | "大类" | "模块" | "分组"
            | "章节号" | "节" | "部分" => match self.language {
                Some(Language::English) => Some((Field::ChapterEn, Own)),
                Some(Language::Chinese) => Some((Field::ChapterZh, Own)),
                None => Some((Field::Chapter, Own)),
            },
            "chaptertitle" | "chaptername" | "sectiontitle" | "章标题" | "章节名称" | "章节标题" | "章名" => {
                self.sides([Field::ChapterEn, Field::ChapterZh], Own)
            }
            _ => None,
        }
    }

    /// In a case what names a thing of its own is that thing; all else is the criterion's.
    fn case(&self) -> Option<(Field, Strength)> {
        let own = |found: Option<(Field, Strength)>, is_apart: bool| {
            found.filter(|(_, s)| *s >= General && is_apart)
        };
        let is_of = |subjects: &[&str]| subjects.iter().any(|subject| self.base.starts_with(subject));
        let requirement = own(self.requirement(), is_of(&["requirement", "req", "需求", "功能", "feature"]));
        let deliverable = own(self.deliverable(), is_of(&["deliverable", "交付", "成果", "工作产品"]));
        let apart = match (requirement, deliverable) {
            (Some((field, strength)), _) => Some((
                match field {
                    Field::Number => Field::Requirement,
                    Field::TitleEn => Field::RequirementEn,
                    Field::TitleZh => Field::RequirementZh,
                    field => field,
                },
                strength,
            )),
            (None, Some((field, strength))) => Some((
                match field {
                    Field::Number => Field::Deliverable,
                    Field::TitleEn => Field::DeliverableEn,
                    Field::TitleZh => Field::DeliverableZh,
                    field => field,
                },
                strength,
            )),
            (None, None) => None,
        };
        let days = self.days().filter(|(field, _)| *field == Field::Due);
        apart
            .filter(|(field, _)| *field != Field::HandedOver)
            .or_else(|| self.priority_or_source())
            .or(days)
            .or_else(|| self.criterion())
    }
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
