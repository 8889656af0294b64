//! Rows out of sheets, and their faults.

use hefu_domain::scope::{Method, Priority};

use super::*;

mod cases;
mod clients;
mod kept;

fn preview(text: &str, target: Target) -> Preview {
    chosen(text, target, &Choices::default())
}

fn chosen(text: &str, target: Target, choices: &Choices) -> Preview {
    read(&Book::from_text(text).unwrap(), target, choices).strict()
}

fn requirements(text: &str) -> Preview {
    preview(text, Target::Requirements)
}

fn criteria(text: &str) -> Preview {
    preview(text, Target::Criteria)
}

fn faults(preview: &Preview) -> Vec<(u32, &str, Problem, &str)> {
    preview.faults.iter().map(|f| (f.row, f.column.as_str(), f.problem, f.value.as_str())).collect()
}

fn fields(preview: &Preview) -> Vec<Option<Field>> {
    preview.columns.iter().map(|column| column.field).collect()
}

fn rows(preview: &Preview) -> Vec<(u32, &str, &str, &str)> {
    let rows = preview.rows.iter();
    rows.map(|row| (row.row, row.number.as_str(), row.words.en.as_str(), row.words.zh.as_str())).collect()
}

fn words(en: &str, zh: &str) -> Words {
    Words { en: en.into(), zh: zh.into() }
}

#[test]
fn requirements_with_headings_of_either_language() {
    for heading in [
        "Number\tTitle (English)\tTitle (Chinese)\tPriority\tSource",
        "编号\t英文标题\t中文标题\t优先级\t来源",
        "No. / 编号\tTitle EN\tTitle ZH\tPriority / 优先级\tSource / 依据",
        "需求编号\tEnglish\t中文\t重要程度\t出处",
        "Requirement No\tTitle\t标题\tpriority\tsource",
        "需求編號\t英文標題\t中文標題\t優先級別\t來源",
        "Req ID\tRequirement Description\t需求说明（必填）\tMoSCoW\tReference",
    ] {
        let text = format!(
            "{heading}\nR-001\tTwo zones\t双可用区\t必须\tannex 1\nR-002\tQuotas\t\tShould\t\nR-003\t\t监控\t\t\n"
        );
        let preview = requirements(&text);
        use Field::{Number, Priority as P, Source, TitleEn, TitleZh};
        assert_eq!(fields(&preview), [Number, TitleEn, TitleZh, P, Source].map(Some), "{heading}");
        assert_eq!(preview.columns[4].address, "E");
        let rows = preview.accept().unwrap();
        assert_eq!((rows[0].row, rows[0].number.as_str()), (2, "R-001"));
        assert_eq!(rows[0].words, words("Two zones", "双可用区"));
        assert_eq!((rows[0].priority, rows[0].source.as_str()), (Some(Priority::Must), "annex 1"));
        assert_eq!((rows[1].priority, &rows[1].words), (Some(Priority::Should), &words("Quotas", "")));
        assert_eq!((rows[2].priority, &rows[2].words), (None, &words("", "监控")));
    }
}

#[test]
fn every_fault_is_named_with_row_and_column_and_nothing_is_taken() {
    let long = "长".repeat(10_001);
    let text = format!(
        "编号\t标题\t优先级\t备注\nR-1\tok\t必须\tx\nr-1\tagain\t\t\n\tno number\t\t\nR-3\t\tvital\t\nR-4\t{long}\t\t\n{}\tt\t\t\n",
        "9".repeat(41)
    );
    let preview = requirements(&text);
    let shown: String = long.chars().take(80).collect();
    let nines = "9".repeat(41);
    assert_eq!(
        faults(&preview),
        [
            (3, "A", Problem::Duplicate, "r-1"),
            (4, "A", Problem::Blank, ""),
            (5, "B", Problem::Blank, ""),
            (5, "C", Problem::UnknownWord, "vital"),
            (6, "B", Problem::TooLong, shown.as_str()),
            (7, "A", Problem::TooLong, nines.as_str()),
        ]
    );
    assert_eq!(preview.rows.iter().map(|row| row.row).collect::<Vec<_>>(), [2]);
    assert_eq!(preview.columns[3].field, None);
    assert_eq!(preview.accept().unwrap_err().len(), 6);
}

#[test]
fn missing_columns_are_said_once_and_not_at_every_row() {
    let preview = requirements("A\tB\n1\t2\n3\t4\n");
    assert_eq!(
        faults(&preview),
        [(1, "", Problem::MissingColumn, "number"), (1, "", Problem::MissingColumn, "title")]
    );
}

#[test]
fn every_column_with_words_that_is_not_read_is_told() {
    let lost = |text: &str| {
        let columns = requirements(text).columns.into_iter().filter(Column::is_lost);
        columns.map(|column| (column.address, column.heading, column.filled)).collect::<Vec<_>>()
    };
    let told = |address: &str, heading: &str, filled| (address.to_owned(), heading.to_owned(), filled);
    for (case, text, expected) in [
        ("all are read", "No\tTitle\n1\tx\n", vec![]),
        ("a second column for the same field", "ID\tNumber\tTitle\n1\t2\tx\n", vec![told("B", "Number", 1)]),
        ("an unknown heading", "No\tTitle\t备注\n1\tx\tlater\n2\ty\t\n", vec![told("C", "备注", 1)]),
        ("an unknown heading over nothing", "No\tTitle\t备注\n1\tx\t\n", vec![]),
        ("words without a heading", "No\t\tTitle\n1\tlost\tx\n", vec![told("B", "", 1)]),
        ("words beyond the last heading", "No\tTitle\n1\tx\n2\ty\t\tfar\n", vec![told("D", "", 1)]),
    ] {
        assert_eq!(lost(text), expected, "{case}");
    }
}

#[test]
fn a_method_is_read_or_unstated_and_never_made_up() {
    use Method::{Drill, Inspection, Test};
    for (heading, word, expected) in [
        ("验证方法", "检查", Ok(Some(Inspection))),
        ("验证方式", "演练", Ok(Some(Drill))),
        ("Verification method", "testing", Ok(Some(Test))),
        ("驗證方法", "檢查", Ok(Some(Inspection))),
        ("Method", "", Ok(None)),
        ("Means", "test", Ok(None)),
        ("Method", "guess", Err("guess")),
        ("验证方法", "看看", Err("看看")),
    ] {
        let text = format!("Number\tCriterion\t{heading}\n3.1\ta\t{word}\n");
        let read = criteria(&text).accept();
        let read = read.map(|rows| rows[0].method).map_err(|faults| faults[0].value.clone());
        assert_eq!(read, expected.map_err(str::to_owned), "{heading}: {word}");
    }
}

#[test]
fn criteria_with_chapters_from_a_column_or_from_the_number() {
    let preview = criteria(
        "Chapter\tNumber\tCriterion\t验收标准\tMethod\n\
         3 Platform availability / 平台可用性\t3.1\tAvailability of 99.95 %\t可用性 99.95%\t测量\n\
         \t3.2\tFailover in 15 minutes\t切换 15 分钟\tDrill\n\
         第4章 数据驻留\t4.1\tStored in Guangzhou\t存储于广州\t\n\
         8\t8.3\tHandbook\t手册\twalk-through\n",
    );
    let rows = preview.accept().unwrap();
    let chapters: Vec<_> =
        rows.iter().filter_map(|row| row.chapter.clone()).map(|c| (c.position, c.title)).collect();
    assert_eq!(
        chapters,
        [
            (3, words("Platform availability", "平台可用性")),
            (3, words("Platform availability", "平台可用性")),
            (4, words("", "数据驻留")),
            (8, words("", "")),
        ]
    );
    use Method::{Drill, Measurement, WalkThrough};
    assert_eq!(
        rows.iter().map(|row| row.method).collect::<Vec<_>>(),
        [Some(Measurement), Some(Drill), None, Some(WalkThrough)]
    );
    assert_eq!((rows[2].row, rows[2].number.as_str()), (4, "4.1"));
    assert_eq!(rows[2].words, words("Stored in Guangzhou", "存储于广州"));
}

#[test]
fn chapter_titles_in_columns_of_their_own() {
    let preview = criteria(
        "章号,章节标题（英文）,章节标题（中文）,编号,内容（英文）,内容（中文）,验收方法\n\
         1,Infrastructure,基础设施,1.1,Nodes run,节点运行,检查\n\
         1,Infrastructure,基础设施,1.2,Quotas,配额,抽查\n",
    );
    let rows = preview.accept().unwrap();
    let chapter = Chapter { position: 1, title: words("Infrastructure", "基础设施"), is_told: true };
    assert_eq!((rows[1].chapter.as_ref(), rows[1].method), (Some(&chapter), Some(Method::Sampling)));
}

#[test]
fn a_criterion_without_a_chapter_and_a_chapter_with_two_titles_are_faults() {
    let text = "Number\tCriterion\nX\tno chapter\n0.1\tzero\n2.1\tfine\n";
    assert_eq!(
        faults(&criteria(text)),
        [(2, "A", Problem::UnknownWord, "X"), (3, "A", Problem::UnknownWord, "0.1")]
    );
    let choices = Choices { chapter: Some("2 Platform".into()), ..Choices::default() };
    let rows = chosen(text, Target::Criteria, &choices).accept().unwrap();
    let positions: Vec<_> = rows.iter().filter_map(|row| row.chapter.as_ref()).map(|c| c.position).collect();
    assert_eq!(positions, [2, 2, 2]);
    let preview = criteria("Chapter\tNumber\tCriterion\n3 Availability\t3.1\ta\n3 Platform\t3.2\tb\n");
    assert_eq!(faults(&preview), [(3, "A", Problem::Contradiction, "3 Platform")]);
    let preview = criteria("Number\tCriterion\tMethod\n3.1\ta\tguess\n");
    assert_eq!(faults(&preview), [(2, "C", Problem::UnknownWord, "guess")]);
}
