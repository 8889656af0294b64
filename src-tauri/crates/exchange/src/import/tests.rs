use super::*;

fn table(text: &str) -> Table {
    Table::from_text(text).unwrap()
}

fn faults<R, F>(preview: &Preview<R, F>) -> Vec<(u32, &str, Problem, &str)> {
    preview.faults.iter().map(|f| (f.row, f.column.as_str(), f.problem, f.value.as_str())).collect()
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
    ] {
        let text = format!(
            "{heading}\nR-001\tTwo zones\t双可用区\t必须\tannex 1\nR-002\tQuotas\t\tShould\t\nR-003\t\t监控\t\t\n"
        );
        let preview = requirements(&table(&text));
        let fields: Vec<_> = preview.columns.iter().filter_map(|column| column.field).collect();
        use RequirementField::*;
        assert_eq!(fields, [Number, TitleEn, TitleZh, Priority, Source], "{heading}");
        assert_eq!(preview.columns[4].address, "E");
        let rows = preview.accept().unwrap();
        assert_eq!(
            rows[0],
            RequirementRow {
                row: 2,
                number: "R-001".into(),
                title: words("Two zones", "双可用区"),
                priority: hefu_domain::scope::Priority::Must,
                source: "annex 1".into(),
            }
        );
        assert_eq!(
            (rows[1].priority, &rows[1].title),
            (hefu_domain::scope::Priority::Should, &words("Quotas", ""))
        );
        assert_eq!(rows[2].title, words("", "监控"));
    }
}

#[test]
fn every_fault_is_named_with_row_and_column_and_nothing_is_taken() {
    let long = "长".repeat(MAX_TEXT + 1);
    let text = format!(
        "编号\t标题\t优先级\t备注\nR-1\tok\t必须\tx\nr-1\tagain\t\t\n\tno number\t\t\nR-3\t\tvital\t\nR-4\t{long}\t\t\n{}\tt\t\t\n",
        "9".repeat(41)
    );
    let preview = requirements(&table(&text));
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
    let preview = requirements(&table("A\tB\n1\t2\n3\t4\n"));
    assert_eq!(
        faults(&preview),
        [(1, "", Problem::MissingColumn, "number"), (1, "", Problem::MissingColumn, "title"),]
    );
}

#[test]
fn a_second_column_for_the_same_field_stays_unused() {
    let preview = requirements(&table("No\tNumber\tTitle\n1\t2\tx\n"));
    let fields: Vec<_> = preview.columns.iter().map(|column| column.field).collect();
    assert_eq!(fields, [Some(RequirementField::Number), None, Some(RequirementField::TitleEn)]);
}

#[test]
fn criteria_with_chapters_from_a_column_or_from_the_number() {
    let preview = criteria(&table(
        "Chapter\tNumber\tCriterion\t验收标准\tMethod\n\
         3 Platform availability / 平台可用性\t3.1\tAvailability of 99.95 %\t可用性 99.95%\t测量\n\
         \t3.2\tFailover in 15 minutes\t切换 15 分钟\tDrill\n\
         第4章 数据驻留\t4.1\tStored in Guangzhou\t存储于广州\t\n\
         8\t8.3\tHandbook\t手册\twalk-through\n",
    ));
    let rows = preview.accept().unwrap();
    let chapters: Vec<_> = rows.iter().map(|row| (row.chapter.position, row.chapter.title.clone())).collect();
    assert_eq!(
        chapters,
        [
            (3, words("Platform availability", "平台可用性")),
            (3, words("Platform availability", "平台可用性")),
            (4, words("", "数据驻留")),
            (8, words("", "")),
        ]
    );
    use hefu_domain::scope::Method::*;
    assert_eq!(
        rows.iter().map(|row| row.method).collect::<Vec<_>>(),
        [Measurement, Drill, Inspection, WalkThrough]
    );
    assert_eq!((rows[2].row, rows[2].number.as_str()), (4, "4.1"));
    assert_eq!(rows[2].text, words("Stored in Guangzhou", "存储于广州"));
}

#[test]
fn chapter_titles_in_columns_of_their_own() {
    let preview = criteria(&table(
        "章号,章节标题（英文）,章节标题（中文）,编号,内容（英文）,内容（中文）,验收方法\n\
         1,Infrastructure,基础设施,1.1,Nodes run,节点运行,检查\n\
         1,Infrastructure,基础设施,1.2,Quotas,配额,抽查\n",
    ));
    let rows = preview.accept().unwrap();
    assert_eq!(rows[1].chapter, Chapter { position: 1, title: words("Infrastructure", "基础设施") });
    assert_eq!(rows[1].method, hefu_domain::scope::Method::Sampling);
}

#[test]
fn a_criterion_without_a_chapter_and_a_chapter_with_two_titles_are_faults() {
    let preview = criteria(&table("Number\tCriterion\nX\tno chapter\n0.1\tzero\n2.1\tfine\n"));
    assert_eq!(
        faults(&preview),
        [(2, "A", Problem::UnknownWord, "X"), (3, "A", Problem::UnknownWord, "0.1")]
    );
    let preview =
        criteria(&table("Chapter\tNumber\tCriterion\n3 Availability\t3.1\ta\n3 Platform\t3.2\tb\n"));
    assert_eq!(faults(&preview), [(3, "A", Problem::Contradiction, "3 Platform")]);
    let preview = criteria(&table("Number\tCriterion\tMethod\n3.1\ta\tguess\n"));
    assert_eq!(faults(&preview), [(2, "C", Problem::UnknownWord, "guess")]);
}
