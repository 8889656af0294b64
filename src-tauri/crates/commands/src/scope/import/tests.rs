//! Imports held against a record.

use hefu_domain::id::{ChapterId, CriterionId, ProjectId, RequirementId};
use hefu_domain::scope::{Chapter, Criterion, Method, Priority, Requirement};
use hefu_domain::text::{SideState, Text};
use hefu_exchange::{Cell, Choices, Sheet, write_csv};
use proptest::prelude::*;

use super::*;

const PROJECT: ProjectId = ProjectId(Uuid::from_u128(1 << 100));

fn requirement(at: u128, number: &str, en: &str, zh: &str, priority: Priority, source: &str) -> Requirement {
    Requirement {
        id: RequirementId(Uuid::from_u128((2 << 100) + at)),
        project: PROJECT,
        number: number.into(),
        title: Text::reviewed(en, zh),
        priority,
        stack: None,
        source: source.into(),
    }
}

fn criterion(at: u128, chapter: u128, number: &str, zh: &str, method: Method) -> Criterion {
    Criterion {
        id: CriterionId(Uuid::from_u128((3 << 100) + at)),
        project: PROJECT,
        chapter: ChapterId(Uuid::from_u128((4 << 100) + chapter)),
        position: u32::try_from(at).unwrap(),
        number: number.into(),
        text: Text::reviewed("", zh),
        method,
    }
}

fn chapter(position: u32, zh: &str) -> Chapter {
    let id = ChapterId(Uuid::from_u128((4 << 100) + u128::from(position)));
    Chapter { id, project: PROJECT, position, title: Text::reviewed("", zh) }
}

fn held(requirements: Vec<Requirement>, chapters: Vec<Chapter>, criteria: Vec<Criterion>) -> Held {
    Held { project: PROJECT, requirements, deliverables: Vec::new(), chapters, criteria, links: Vec::new() }
}

fn import(held: Held, target: ImportTarget, bytes: &[u8], choices: &Choices) -> Result<Plan, usize> {
    planned(held, target, &hefu_exchange::read(&Book::from_bytes(bytes).unwrap(), target, choices))
}

fn text(held: Held, target: ImportTarget, text: &str) -> Result<Plan, usize> {
    import(held, target, text.as_bytes(), &Choices::default())
}

#[test]
fn what_a_list_does_not_have_stays_as_it_is() {
    let list = || {
        vec![
            requirement(1, "R-1", "Two zones", "双可用区", Priority::Should, "annex 1"),
            requirement(2, "R-2", "Quotas", "配额", Priority::Could, "annex 2"),
        ]
    };
    let plan = text(
        held(list(), vec![], vec![]),
        ImportTarget::Requirements,
        "Number,Title\nR-1,Two zones in Jakarta\nR-2,Quotas\n",
    )
    .unwrap();
    let [first, second] = &plan.requirements[..] else { panic!("two") };
    let title = &first.after.title;
    assert_eq!((title.en.words.as_str(), title.en.state), ("Two zones in Jakarta", SideState::Draft));
    assert_eq!((title.zh.words.as_str(), title.zh.state), ("双可用区", SideState::Stale));
    assert_eq!((first.after.priority, first.after.source.as_str()), (Priority::Should, "annex 1"));
    assert!(!second.is_change());
    assert_eq!(plan.counts(), (0, 1, 1));
    let told = comparison::told(plan, ImportTarget::Requirements);
    assert_eq!(told.changes[0].stale, [hefu_api::import::ImportField::TitleZh]);
    assert_eq!(told.changes[0].fields.len(), 1);
    assert_eq!(
        (told.changes[0].fields[0].before.as_str(), told.changes[0].fields[0].after.as_str()),
        ("Two zones", "Two zones in Jakarta")
    );
}

#[test]
fn a_blank_cell_empties_only_when_that_was_chosen() {
    for (empties, source, zh) in [(false, "annex 1", "双可用区"), (true, "", "")] {
        let list = vec![requirement(1, "R-1", "Two zones", "双可用区", Priority::Should, "annex 1")];
        let bytes = "Number,Title,标题,Source\nR-1,Two zones,,\n".as_bytes();
        let choices = Choices { empties, ..Choices::default() };
        let plan = import(held(list, vec![], vec![]), ImportTarget::Requirements, bytes, &choices).unwrap();
        let after = &plan.requirements[0].after;
        assert_eq!((after.source.as_str(), after.title.zh.words.as_str()), (source, zh));
        assert_eq!(after.priority, Priority::Should);
    }
}

#[test]
fn a_number_in_another_form_is_the_same_record() {
    for number in ["r-1", "Ｒ－１", "R-1\u{200b}", "R -1", "R‑1"] {
        let list = vec![requirement(1, "R-1", "x", "", Priority::Must, "")];
        let plan = text(
            held(list, vec![], vec![]),
            ImportTarget::Requirements,
            &format!("Number,Title\n{number},y\n"),
        )
        .unwrap();
        assert_eq!(
            (plan.requirements.len(), plan.requirements[0].after.number.as_str()),
            (1, "R-1"),
            "{number:?}"
        );
        assert_eq!(plan.requirements[0].after.title.en.words, "y");
    }
    let list = vec![criterion(1, 3, "3.1", "可用性 99.95%", Method::Inspection)];
    let plan = text(
        held(vec![], vec![chapter(3, "平台")], list),
        ImportTarget::Criteria,
        "编号,验收标准\n3.10,手册两份\n",
    )
    .unwrap();
    assert_eq!(plan.counts(), (1, 0, 0));
    assert_eq!(plan.criteria[0].after.text.zh.words, "可用性 99.95%");
}

#[test]
fn a_criterion_that_the_record_has_needs_no_chapter_again() {
    let record = || held(vec![], vec![chapter(1, "平台")], vec![criterion(1, 1, "AC-01", "a", Method::Test)]);
    let plan = text(record(), ImportTarget::Criteria, "编号,验收标准\nAC-01,b\n").unwrap();
    assert_eq!((plan.counts(), plan.criteria[0].after.chapter), ((0, 1, 0), chapter(1, "").id));
    assert_eq!(text(record(), ImportTarget::Criteria, "编号,验收标准\nAC-02,b\n").err(), Some(1));
    let plan =
        text(record(), ImportTarget::Criteria, "章节,编号,验收标准\n培训,AC-02,b\n平台,AC-01,a\n").unwrap();
    assert_eq!(plan.counts(), (1, 0, 1));
    assert_eq!((plan.chapters.len(), plan.chapters[1].after.position), (2, 2));
}

#[test]
fn one_table_becomes_one_case() {
    let table = "章节\t需求名称\t优先级\t交付物\t验收编号\t验收标准\t验收方法\n\
        一、平台\t双可用区\tP0\t部署报告\t1.1\t可用性 99.95%\t测量\n\
        一、平台\t双可用区\tP0\t测试报告\t1.2\t切换 15 分钟\t演练\n\
        二、培训\t培训\tP2\t\t2.1\t培训 12 场\t记录\n";
    let plan = text(held(vec![], vec![], vec![]), ImportTarget::Case, table).unwrap();
    let numbers: Vec<&str> = plan.requirements.iter().map(|put| put.after.number.as_str()).collect();
    assert_eq!(numbers, ["R-001", "R-002"]);
    assert_eq!((plan.deliverables.len(), plan.chapters.len(), plan.criteria.len()), (2, 2, 3));
    // Three proofs, two examinations, two deliveries.
    assert_eq!(plan.links.len(), 7);
    let again = Held {
        project: PROJECT,
        requirements: plan.requirements.into_iter().map(|put| put.after).collect(),
        deliverables: plan.deliverables.into_iter().map(|put| put.after).collect(),
        chapters: plan.chapters.into_iter().map(|put| put.after).collect(),
        criteria: plan.criteria.into_iter().map(|put| put.after).collect(),
        links: plan.links,
    };
    let changed = table.replace("切换 15 分钟", "切换 10 分钟");
    let plan = text(again, ImportTarget::Case, &changed).unwrap();
    assert_eq!((plan.counts(), plan.links.len()), ((0, 1, 6), 0));
}

const HEADING: [&str; 5] = ["编号", "Title (English)", "标题（中文）", "优先级", "来源"];

fn cells(record: &Requirement) -> [String; 5] {
    let priority = match record.priority {
        Priority::Must => "必须",
        Priority::Should => "应当",
        Priority::Could => "可以",
    };
    let Text { en, zh } = &record.title;
    [record.number.clone(), en.words.clone(), zh.words.clone(), priority.to_owned(), record.source.clone()]
}

fn exported(rows: &[[String; 5]], columns: &[usize]) -> Vec<u8> {
    let row = |row: &[String; 5]| columns.iter().map(|at| Cell::Text(row[*at].clone())).collect();
    let heading = columns.iter().map(|at| HEADING[*at].to_owned()).collect();
    write_csv(&Sheet { name: "x".into(), heading, rows: rows.iter().map(row).collect() }).unwrap()
}

fn list() -> impl Strategy<Value = Vec<Requirement>> {
    let priority = prop::sample::select(vec![Priority::Must, Priority::Should, Priority::Could]);
    let one = ("[A-Z][a-z ,;\"%]{0,9}[a-z]", "[双可用区部署配额]{1,6}", priority, "([a-z]{3,9})?");
    prop::collection::vec(one, 1..10).prop_map(|all| {
        let records = (1_u128..).zip(all);
        records
            .map(|(at, (en, zh, p, source))| requirement(at, &format!("R-{at:03}"), &en, &zh, p, &source))
            .collect()
    })
}

/// The number, a title and any others, in any order.
fn columns() -> impl Strategy<Value = Vec<usize>> {
    (1_usize..=2, prop::sample::subsequence(vec![1_usize, 2, 3, 4], 0..=4)).prop_flat_map(
        |(title, others)| {
            let mut all = vec![0, title];
            all.extend(others.into_iter().filter(|at| *at != title));
            Just(all).prop_shuffle()
        },
    )
}

proptest! {
    #[test]
    fn any_columns_of_an_exported_list_change_nothing(list in list(), columns in columns()) {
        let rows: Vec<[String; 5]> = list.iter().map(cells).collect();
        let bytes = exported(&rows, &columns);
        let count = u32::try_from(list.len()).unwrap();
        let plan = import(held(list, vec![], vec![]), ImportTarget::Requirements, &bytes, &Choices::default()).unwrap();
        prop_assert_eq!(plan.counts(), (0, 0, count));
        prop_assert!(plan.requirements.iter().all(|put| !put.is_change()));
    }

    #[test]
    fn changed_cells_change_exactly_those(
        list in list(),
        columns in columns(),
        marks in prop::collection::vec((any::<prop::sample::Index>(), 1_usize..5), 0..6),
    ) {
        let mut rows: Vec<[String; 5]> = list.iter().map(cells).collect();
        for (row, column) in &marks {
            let cell = &mut rows[row.index(list.len())][*column];
            *cell = match column {
                3 if cell == "必须" => "可以".to_owned(),
                3 => "必须".to_owned(),
                _ => format!("{cell}x"),
            };
        }
        let bytes = exported(&rows, &columns);
        let expected: Vec<[String; 5]> = list
            .iter()
            .zip(&rows)
            .map(|(held, row)| {
                let held = cells(held);
                std::array::from_fn(|at| if columns.contains(&at) { row[at].clone() } else { held[at].clone() })
            })
            .collect();
        let before: Vec<[String; 5]> = list.iter().map(cells).collect();
        let plan = import(held(list, vec![], vec![]), ImportTarget::Requirements, &bytes, &Choices::default()).unwrap();
        let after: Vec<[String; 5]> = plan.requirements.iter().map(|put| cells(&put.after)).collect();
        prop_assert_eq!(&after, &expected);
        for (at, put) in plan.requirements.iter().enumerate() {
            prop_assert_eq!(put.is_change(), before[at] != expected[at]);
        }
    }
}
