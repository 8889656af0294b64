//! The facts of a long report, the same for both that set it.

use chrono::{Days, NaiveDate};
use hefu_documents::AcceptanceReport;
use hefu_documents::kinds::acceptance_report as report;
use hefu_documents::paper::{Contract, Front};
use hefu_domain::acceptance::Mark;
use hefu_domain::scope::Method;
use hefu_domain::text::Text;

const SUBJECTS: [(&str, &str); 5] = [
    ("The container platform", "容器平台"),
    ("The outpatient registration service", "门诊挂号服务"),
    ("The imaging archive", "影像归档系统"),
    ("The identity and access service", "身份与访问服务"),
    ("The overseas clinic portal", "海外诊所门户"),
];

const DEMANDS: [(&str, &str); 4] = [
    (
        "serves 1,200 concurrent users for two hours with a 95th percentile under 800 ms",
        "在 1,200 名并发用户下连续运行两小时，第 95 百分位响应时间低于 800 毫秒",
    ),
    (
        "restores from the nightly backup within four hours and loses at most fifteen minutes",
        "从每晚备份恢复的时间不超过四小时，数据丢失不超过十五分钟",
    ),
    (
        "keeps an audit trail of every access to personal data for three years",
        "对个人信息的每次访问保留三年的审计记录",
    ),
    (
        "switches to the second site without action by a person when the first is lost",
        "主站点失效时无需人工干预即切换至备用站点",
    ),
];

/// A report with this many criteria, each with a measured value, a piece of evidence and its digest.
pub(crate) fn long(findings: usize) -> AcceptanceReport {
    let day = NaiveDate::from_ymd_opt(2026, 9, 1).expect("a day of the calendar");
    let chapters = (0..findings).step_by(12).zip(1..).map(|(first, number)| report::Chapter {
        number,
        title: Text::reviewed(
            format!("Part {number}: functions and quality"),
            format!("第 {number} 部分：功能与质量"),
        ),
        findings: (first..findings.min(first + 12)).map(|index| finding(number, index)).collect(),
    });
    let front = Front {
        number: "HC-2026-014 / PA-01".into(),
        version: 1,
        title: Text::reviewed("Preliminary acceptance report", "初步验收报告"),
        project_number: "HC-2026-014".into(),
        project_title: Text::reviewed("Harbour City Health Cloud", "港城健康云"),
        logo: None,
        parties: Vec::new(),
        contract: Contract {
            number: "HC-C-2026-014".into(),
            date: Some(day),
            title: Text::reviewed("Contract for a hybrid health cloud", "混合健康云建设合同"),
            amount: None,
        },
        prevailing_language: None,
        date: day,
        paragraphs: Vec::new(),
        signers: Vec::new(),
        heads: Vec::new(),
    };
    report::AcceptanceReport {
        front,
        requirements: Vec::new(),
        deliverables: Vec::new(),
        chapters: chapters.collect(),
        conclusion: None,
        deemed_acceptance: None,
        open_issues: Vec::new(),
        payments: Vec::new(),
        evidence: (0..findings).map(|index| evidence(day, index)).collect(),
    }
}

fn number(chapter: u32, index: usize) -> String {
    format!("{chapter}.{}", index % 12 + 1)
}

fn finding(chapter: u32, index: usize) -> report::Finding {
    let (subject, demand) = (SUBJECTS[index % SUBJECTS.len()], DEMANDS[index % DEMANDS.len()]);
    report::Finding {
        number: number(chapter, index),
        text: Text::reviewed(
            format!("{} (item {index}) {}.", subject.0, demand.0),
            format!("{}（第 {index} 项）{}。", subject.1, demand.1),
        ),
        method: Method::Test,
        measured: Text::reviewed(
            format!("{} ms over {} runs", 400 + index % 300, 10 + index % 7),
            format!("{} 次运行，{} 毫秒", 10 + index % 7, 400 + index % 300),
        ),
        remark: Text::reviewed(format!("Seen on stand {index}"), format!("在 {index} 号台位现场查看")),
        mark: Mark::PassedWithRemark,
        evidence: vec![format!("E-{index:04}")],
        open_issue: None,
    }
}

fn evidence(day: NaiveDate, index: usize) -> report::Evidence {
    report::Evidence {
        number: format!("E-{index:04}"),
        criterion: number(u32::try_from(index / 12 + 1).unwrap_or(u32::MAX), index),
        title: Text::reviewed(format!("Test record {index}"), format!("测试记录 {index}")),
        file_name: format!("test-record-{index:04}.pdf"),
        date: day + Days::new(u64::try_from(index % 28).unwrap_or_default()),
        sha256: Some(format!("{:064x}", u128::MAX / (index as u128 + 3))),
    }
}
