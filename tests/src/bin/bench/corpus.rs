//! A large invented record and what is asked of it, the same in every run.

use hefu_domain::acceptance::{Blocking, OpenIssue, Round, RoundKind};
use hefu_domain::document::{Document, DocumentKind, DocumentState, Edition, Look, Part, Section, Subject};
use hefu_domain::evidence::{Evidence, Holding};
use hefu_domain::id::{
    ChapterId, CriterionId, DeliverableId, DocumentId, EvidenceId, OpenIssueId, OrganisationId, PersonId,
    ProjectId, RequirementId, RoundId, SectionId,
};
use hefu_domain::internal::Internal;
use hefu_domain::party::{Organisation, OrganisationKind, Person};
use hefu_domain::project::Project;
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Method, Priority, Requirement};
use hefu_domain::text::{Language, Text, Words};
use hefu_store::tables::{Profile, ProfileId, Purpose};
use hefu_store::{StoreError, WriteTx};
use rand::RngExt;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use uuid::Uuid;

pub(crate) const PROJECTS: usize = 20;

/// Records that are searched, in hundredths of the whole.
pub(crate) const MIX: [(&str, usize); 8] = [
    ("criteria", 40),
    ("requirements", 20),
    ("evidence", 20),
    ("deliverables", 8),
    ("sections", 5),
    ("open issues", 4),
    ("people", 2),
    ("documents", 1),
];

/// English, Chinese, pinyin and its initials.
pub(crate) const TERMS: [(&str, &str, &str, &str); 48] = [
    ("acceptance", "验收", "yanshou", "ys"),
    ("preliminary", "初步", "chubu", "cb"),
    ("report", "报告", "baogao", "bg"),
    ("platform", "平台", "pingtai", "pt"),
    ("container", "容器", "rongqi", "rq"),
    ("outpatient", "门诊", "menzhen", "mz"),
    ("registration", "挂号", "guahao", "gh"),
    ("imaging", "影像", "yingxiang", "yx"),
    ("archive", "归档", "guidang", "gd"),
    ("identity", "身份", "shenfen", "sf"),
    ("access", "访问", "fangwen", "fw"),
    ("service", "服务", "fuwu", "fw"),
    ("clinic", "诊所", "zhensuo", "zs"),
    ("portal", "门户", "menhu", "mh"),
    ("backup", "备份", "beifen", "bf"),
    ("restore", "恢复", "huifu", "hf"),
    ("latency", "延迟", "yanchi", "yc"),
    ("availability", "可用", "keyong", "ky"),
    ("monitoring", "监控", "jiankong", "jk"),
    ("alarm", "告警", "gaojing", "gj"),
    ("network", "网络", "wangluo", "wl"),
    ("encryption", "加密", "jiami", "jm"),
    ("key", "密钥", "miyao", "my"),
    ("audit", "审计", "shenji", "sj"),
    ("journal", "日志", "rizhi", "rz"),
    ("personal", "个人", "geren", "gr"),
    ("information", "信息", "xinxi", "xx"),
    ("transfer", "出境", "chujing", "cj"),
    ("region", "地域", "diyu", "dy"),
    ("database", "数据", "shuju", "sj"),
    ("migration", "迁移", "qianyi", "qy"),
    ("training", "培训", "peixun", "px"),
    ("handover", "移交", "yijiao", "yj"),
    ("contract", "合同", "hetong", "ht"),
    ("payment", "付款", "fukuan", "fk"),
    ("invoice", "发票", "fapiao", "fp"),
    ("hospital", "医院", "yiyuan", "yy"),
    ("harbour", "港口", "gangkou", "gk"),
    ("drill", "演练", "yanlian", "yl"),
    ("switchover", "切换", "qiehuan", "qh"),
    ("capacity", "容量", "rongliang", "rl"),
    ("storage", "存储", "cunchu", "cc"),
    ("firewall", "防火", "fanghuo", "fh"),
    ("patient", "患者", "huanzhe", "hz"),
    ("schedule", "进度", "jindu", "jd"),
    ("milestone", "节点", "jiedian", "jd"),
    ("signature", "签字", "qianzi", "qz"),
    ("warranty", "质保", "zhibao", "zb"),
];

/// Characters of names and places that no term has.
const NAMES: &str = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳";

const SOUNDS: [&str; 24] = [
    "ka", "lo", "min", "ter", "su", "ran", "vel", "do", "ha", "pi", "shan", "gor", "el", "nu", "ti", "bra",
    "fen", "wi", "jo", "ze", "cam", "ru", "lin", "oth",
];

pub(crate) struct Corpus {
    random: ChaCha8Rng,
}

impl Corpus {
    pub(crate) fn new() -> Self {
        Self { random: ChaCha8Rng::seed_from_u64(2026) }
    }

    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.random.random_range(0..of.len())]
    }

    pub(crate) fn number(&mut self, below: usize) -> usize {
        self.random.random_range(0..below)
    }

    /// Four terms, a name nobody else may have and a figure, in both languages.
    fn text(&mut self) -> Text {
        let terms: Vec<_> = (0..4).map(|_| *self.pick(&TERMS)).collect();
        let (name, han) = (self.name(), self.han(2));
        let figure = self.number(100_000);
        let en = format!(
            "The {} {} of {name} passes the {} {} within {figure} ms",
            terms[0].0, terms[1].0, terms[2].0, terms[3].0
        );
        let zh =
            format!("{han}的{}{}在 {figure} 毫秒内通过{}{}", terms[0].1, terms[1].1, terms[2].1, terms[3].1);
        Text::reviewed(en, zh)
    }

    pub(crate) fn name(&mut self) -> String {
        let sounds = 2 + self.number(2);
        (0..sounds).map(|_| *self.pick(&SOUNDS)).collect()
    }

    fn han(&mut self, length: usize) -> String {
        let all: Vec<char> = NAMES.chars().collect();
        (0..length).map(|_| *self.pick(&all)).collect()
    }
}

fn id(kind: u128, n: usize) -> Uuid {
    Uuid::from_u128(kind << 64 | n as u128)
}

pub(crate) fn project(n: usize) -> ProjectId {
    ProjectId(id(1, n % PROJECTS))
}

/// What the rest hangs on: projects with a client, a chapter, a round and a document each.
pub(crate) fn ground(tx: &WriteTx<'_>, corpus: &mut Corpus) -> Result<(), StoreError> {
    let client = OrganisationId(id(2, 0));
    tx.put(&Profile {
        id: ProfileId(id(13, 0)),
        name: "Large".into(),
        actor: Words { en: "Zhao Wenqi".into(), zh: "赵文琪".into() },
        purpose: Purpose::Work,
        today: None,
        person: None,
    })?;
    tx.put(&Organisation {
        id: client,
        kind: OrganisationKind::Client,
        name: Text::reviewed("Harbour City Hospital Group", "港城医院集团"),
        short_name: Text::reviewed("Harbour City", "港城"),
        legal_id: String::new(),
        calendar: "cn".into(),
        jurisdiction: "CN".into(),
        parent: None,
    })?;
    tx.put(&person(corpus, 0))?;
    for n in 0..PROJECTS {
        tx.put(&Project {
            id: project(n),
            number: format!("HC-2026-{n:03}"),
            title: corpus.text(),
            summary: corpus.text(),
            client,
            vendor: client,
            supervisor: None,
            partners: Vec::new(),
            manager: PersonId(id(3, 0)),
            jurisdictions: vec!["CN".into()],
        })?;
        tx.put(&Chapter { id: ChapterId(id(4, n)), project: project(n), position: 1, title: corpus.text() })?;
        tx.put(&Round {
            id: RoundId(id(5, n)),
            project: project(n),
            number: "PA-01".into(),
            kind: RoundKind::Preliminary,
            ordinal: 1,
            planned: None,
            notice: None,
            meeting: None,
            conclusion: None,
        })?;
        tx.put(&document(corpus, n))?;
        tx.put(&criterion(corpus, n))?;
    }
    Ok(())
}

/// The record of this number; [`MIX`] says of which kind. Numbers below that of the projects are ground.
pub(crate) fn record(tx: &WriteTx<'_>, corpus: &mut Corpus, n: usize) -> Result<(), StoreError> {
    let n = n + PROJECTS;
    match n % 100 {
        0..40 => tx.put(&criterion(corpus, n)),
        40..60 => tx.put(&Requirement {
            id: RequirementId(id(7, n)),
            project: project(n),
            number: format!("R-{n:05}"),
            title: corpus.text(),
            priority: Priority::Must,
            stack: None,
            source: format!("Annex {}, item {}", n % 9, n % 70),
        }),
        60..80 => tx.put(&Evidence {
            id: EvidenceId(id(8, n)),
            project: project(n),
            criterion: CriterionId(id(6, n % PROJECTS)),
            number: format!("EV-{n:05}"),
            title: corpus.text(),
            file_name: format!("{}-{}.pdf", corpus.name(), n % 1000),
            kind: "record".into(),
            date: Default::default(),
            valid_until: None,
            provided_by: None,
            holding: Holding::Named,
        }),
        80..88 => tx.put(&Deliverable {
            id: DeliverableId(id(9, n)),
            project: project(n),
            number: format!("D-{n:05}"),
            title: corpus.text(),
            stack: None,
            organisation: None,
            due: None,
            handed_over: None,
        }),
        88..93 => tx.put(&Section {
            id: SectionId(id(10, n)),
            document: DocumentId(id(11, n % PROJECTS)),
            part: Part::Basis,
            position: n as u32,
            text: corpus.text(),
        }),
        93..97 => tx.put(&OpenIssue {
            id: OpenIssueId(id(12, n)),
            project: project(n),
            round: RoundId(id(5, n % PROJECTS)),
            criterion: None,
            number: format!("OI-{n:05}"),
            text: corpus.text(),
            owner: None,
            due: None,
            blocking: Blocking::DoesNotBlock,
            closed: None,
        }),
        97..99 => tx.put(&person(corpus, n)),
        _ => tx.put(&document(corpus, n)),
    }
}

fn criterion(corpus: &mut Corpus, n: usize) -> Criterion {
    Criterion {
        id: CriterionId(id(6, n)),
        project: project(n),
        chapter: ChapterId(id(4, n % PROJECTS)),
        position: n as u32,
        number: format!("{}.{}", n / 100 + 1, n % 100 + 1),
        text: corpus.text(),
        method: Method::Test,
    }
}

fn document(corpus: &mut Corpus, n: usize) -> Document {
    Document {
        id: DocumentId(id(11, n)),
        project: project(n),
        kind: DocumentKind::AcceptanceReport,
        subject: Subject::Project,
        number: format!("HC-2026-{:03} / PA-{n:05}", n % PROJECTS),
        title: corpus.text(),
        version: 1,
        state: DocumentState::Draft,
        date: None,
        edition: Edition::SideBySide,
        look: Look::Vendor,
        issued: None,
        revision: None,
        supersedes: None,
        void_reason: String::new(),
    }
}

fn person(corpus: &mut Corpus, n: usize) -> Person {
    let name = format!("{} {}", corpus.name(), corpus.name());
    let term = *corpus.pick(&TERMS);
    Person {
        id: PersonId(id(3, n)),
        organisation: OrganisationId(id(2, 0)),
        name: Text::reviewed(name, corpus.han(3)),
        role: Text::reviewed(format!("Head of {}", term.0), format!("{}主任", term.1)),
        language: Language::Zh,
        time_zone: "Asia/Shanghai".into(),
        email: format!("p{n}@example.com"),
        may_sign: None,
        internal_note: Internal::default(),
    }
}
