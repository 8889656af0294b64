//! Tables as clients make them: titles, groups, totals, notes, serials, words of their own.

use super::*;

#[test]
fn the_heading_is_found_below_titles_and_over_two_rows() {
    for (case, text, heading, expected) in [
        ("a title", "某云平台需求清单\n序号\t编号\t标题\n1\tR-1\tx\n", vec![2], (3, "R-1", "", "x")),
        (
            "a cover",
            "Hefu\n\nVersion\t1.2\nDate\t2026-09-30\n\nNo\tTitle\nR-1\tx\n",
            vec![6],
            (7, "R-1", "x", ""),
        ),
        (
            "two rows",
            "编号\t需求标题\t\t优先级\n\t中文\t英文\t\nR-1\tx\ty\t高\n",
            vec![1, 2],
            (3, "R-1", "y", "x"),
        ),
        (
            "two rows of English",
            "No\tRequirement\t\n\tChinese\tEnglish\nR-1\tx\ty\n",
            vec![1, 2],
            (3, "R-1", "y", "x"),
        ),
        ("a heading alone", "No\tTitle\nR-1\tx\n", vec![1], (2, "R-1", "x", "")),
        ("a title with two words", "Requirements\tACME\nNo\tTitle\nR-1\tx\n", vec![2], (3, "R-1", "x", "")),
    ] {
        let preview = requirements(text);
        assert_eq!(preview.sheets[0].heading, heading, "{case}");
        assert_eq!(rows(&preview), [expected], "{case}");
        assert_eq!(faults(&preview), [], "{case}");
    }
}

#[test]
fn groups_totals_notes_and_headings_said_again_are_left_out_and_told() {
    use LeftOutWhy::{Group, Heading, Note, Nothing, Total};
    let preview = requirements(
        "序号\t需求编号\t需求名称\t优先级\n一、计算资源\n1\tR-1\t双可用区\t高\n2\tR-2\t配额\t中\n\
         序号\t需求编号\t需求名称\t优先级\n二、网络\n3\tR-3\t专线\t低\n合计\t\t3\t\n4\t\t\t\n\
         注：以上需求由双方确认\n甲方签字：\t\t乙方签字：\n",
    );
    assert_eq!(rows(&preview), [(3, "R-1", "", "双可用区"), (4, "R-2", "", "配额"), (7, "R-3", "", "专线")]);
    let left: Vec<_> = preview.left_out.iter().map(|left| (left.row, left.why)).collect();
    assert_eq!(
        left,
        [(2, Group), (5, Heading), (6, Group), (8, Total), (9, Nothing), (10, Note), (11, Note)]
    );
    assert_eq!(faults(&preview), []);
}

#[test]
fn group_rows_are_the_chapters_of_the_criteria_below_them() {
    for (text, expected) in [
        ("编号\t验收标准\n一、平台\nAC-1\tx\n二、培训\nAC-2\ty\n", [(1, "平台"), (2, "培训")]),
        ("编号\t验收标准\n第三章 平台\nAC-1\tx\n第四章 培训\nAC-2\ty\n", [(3, "平台"), (4, "培训")]),
        ("编号\t验收标准\n三、平台\n3.1\tx\n四、培训\n4.1\ty\n", [(3, "平台"), (4, "培训")]),
        ("编号\t验收标准\n3 平台\n3.1\tx\n4 培训\n4.1\ty\n", [(3, "平台"), (4, "培训")]),
        ("编号\t验收标准\n（三）平台\nAC-1\tx\n（四）培训\nAC-2\ty\n", [(3, "平台"), (4, "培训")]),
    ] {
        let preview = criteria(text);
        let found: Vec<_> = preview.rows.iter().filter_map(|row| row.chapter.as_ref()).collect();
        let found: Vec<_> =
            found.iter().map(|chapter| (chapter.position, chapter.title.zh.as_str())).collect();
        assert_eq!(found, expected, "{text}: {:?}", preview.faults);
    }
}

#[test]
fn numerals_are_numbers_of_chapters() {
    let preview = criteria(
        "章节,编号,验收标准\n第三章 平台可用性,3.1,a\n四、数据驻留,4.1,b\n第十二章 培训,12.1,c\n第3章 平台可用性,3.2,d\n",
    );
    let rows = preview.accept().unwrap();
    let chapters: Vec<_> = rows.iter().filter_map(|row| row.chapter.as_ref()).collect();
    let chapters: Vec<_> = chapters.iter().map(|c| (c.position, c.title.zh.as_str())).collect();
    assert_eq!(chapters, [(3, "平台可用性"), (4, "数据驻留"), (12, "培训"), (3, "平台可用性")]);
}

#[test]
fn the_most_particular_heading_is_taken() {
    for (target, heading, expected) in [
        (Target::Requirements, "序号\t需求编号\t标题", [None, Some("number"), Some("title_zh")]),
        (Target::Requirements, "No\tNumber\tTitle", [None, Some("number"), Some("title_en")]),
        (Target::Requirements, "#\tID\tName", [None, Some("number"), Some("title_en")]),
        (Target::Requirements, "ID\tRequirement No\tText", [None, Some("number"), Some("title_en")]),
        (Target::Requirements, "编号\t需求名称\t描述", [Some("number"), Some("title_zh"), None]),
        (Target::Requirements, "S/N\tRequirement\tRemark", [Some("number"), Some("title_en"), None]),
        (Target::Criteria, "序号\t验收编号\t验收标准", [None, Some("number"), Some("text_zh")]),
        (Target::Deliverables, "序号\t交付物\t交付日期", [Some("number"), Some("title_zh"), Some("due")]),
    ] {
        let preview = preview(&format!("{heading}\n1\t2\t2026-09-30\n"), target);
        let found: Vec<_> = preview.columns.iter().map(|column| column.field.map(Field::name)).collect();
        assert_eq!(found, expected, "{heading}");
    }
    let preview = requirements("Number\tID\tTitle\n1\t2\tx\n");
    assert_eq!(preview.columns[1].also, Some(Field::Number));
}

#[test]
fn headings_in_use() {
    for (target, heading, field) in [
        (Target::Requirements, "Req. No.", "number"),
        (Target::Requirements, "#", "number"),
        (Target::Requirements, "\"#\"", "number"),
        (Target::Requirements, "需求編號", "number"),
        (Target::Requirements, "標題（必填）", "title_zh"),
        (Target::Requirements, "Title (required)", "title_en"),
        (Target::Requirements, "Chinese (Simplified)", "title_zh"),
        (Target::Requirements, "优先等级", "priority"),
        (Target::Requirements, "合同条款", "source"),
        (Target::Criteria, "驗收標準", "text_zh"),
        (Target::Criteria, "Acceptance Criteria (English)", "text_en"),
        (Target::Criteria, "预期结果", "text_zh"),
        (Target::Criteria, "Method of verification", "method"),
        (Target::Criteria, "檢驗手段", "method"),
        (Target::Criteria, "所属模块", "chapter"),
        (Target::Deliverables, "交付物名称", "title_zh"),
        (Target::Deliverables, "Due date", "due"),
        (Target::Deliverables, "移交日期", "handed_over"),
        (Target::Case, "需求编号", "requirement"),
        (Target::Case, "交付物", "deliverable_zh"),
        (Target::Case, "验收标准", "text_zh"),
        (Target::Case, "Requirement (English)", "requirement_en"),
    ] {
        let found = preview(&format!("{heading}\tzz\nx\ty\n"), target).columns[0].field;
        assert_eq!(found.map(Field::name), Some(field), "{heading}");
    }
    for (target, heading) in [
        (Target::Requirements, "备注"),
        (Target::Requirements, "负责人"),
        (Target::Criteria, "结论"),
        (Target::Case, "状态"),
    ] {
        assert_eq!(preview(&format!("{heading}\tzz\nx\ty\n"), target).columns[0].field, None, "{heading}");
    }
}

#[test]
fn numbers_that_look_the_same_are_the_same() {
    for (second, is_one) in [
        ("R-1\u{200b}", true),
        ("Ｒ-１", true),
        ("r-1", true),
        ("\u{feff}R-1", true),
        ("R‑1", true),
        ("R-1.", true),
        ("R -1", true),
        ("R-10", false),
        ("R-01", false),
    ] {
        let preview = requirements(&format!("Number\tTitle\nR-1\tfirst\n{second}\tsecond\n"));
        assert_eq!(!preview.faults.is_empty(), is_one, "{second:?}");
        if is_one {
            assert_eq!(
                (preview.faults[0].row, preview.faults[0].problem),
                (3, Problem::Duplicate),
                "{second:?}"
            );
        }
    }
    let preview = criteria("编号,验收标准\n３．１,a\n３.２,b\n");
    assert_eq!(rows(&preview), [(2, "3.1", "", "a"), (3, "3.2", "", "b")]);
    assert_eq!(
        preview.tidied.iter().map(|t| (t.row, t.value.as_str())).collect::<Vec<_>>(),
        [(2, "3.1"), (3, "3.2")]
    );
}

#[test]
fn errors_of_spreadsheets_are_no_words() {
    for (cell, problem) in [
        ("#N/A", Problem::SpreadsheetError),
        ("#REF!", Problem::SpreadsheetError),
        ("#NAME?", Problem::SpreadsheetError),
        ("#DIV/0!", Problem::SpreadsheetError),
        ("#SPILL!", Problem::SpreadsheetError),
        ("########", Problem::UnknownForm),
    ] {
        let preview = requirements(&format!(
            "Number\tTitle\tSource\nR-1\t{cell}\tx\nR-2\tfine\t{cell}\n{cell}\ty\tz\n"
        ));
        assert_eq!(
            faults(&preview),
            [(2, "B", problem, cell), (3, "C", problem, cell), (4, "A", problem, cell)],
            "{cell}"
        );
        assert!(preview.rows.is_empty());
    }
}

#[test]
fn columns_and_words_are_chosen_by_hand() {
    let text = "甲\t乙\t丙\nR-1\t双可用区\t一级\nR-2\t配额\t二级\n";
    let column = |column: &str, field| ColumnChoice { column: column.into(), field };
    let word = |word: &str, means: &str| WordChoice { word: word.into(), means: means.into() };
    let choices = Choices {
        columns: vec![
            column("A", Some(Field::Number)),
            column("b", Some(Field::TitleZh)),
            column("C", Some(Field::Priority)),
        ],
        words: vec![word("一级", "must"), word("二级", "could")],
        ..Choices::default()
    };
    let found = chosen(text, Target::Requirements, &choices);
    assert_eq!(rows(&found), [(2, "R-1", "", "双可用区"), (3, "R-2", "", "配额")]);
    let priorities: Vec<_> = found.rows.iter().map(|row| row.priority).collect();
    assert_eq!(priorities, [Some(Priority::Must), Some(Priority::Could)]);
    let heading = Choices { heading: Some(2), ..choices };
    assert_eq!(rows(&chosen(text, Target::Requirements, &heading)), [(3, "R-2", "", "配额")]);
    let unread = Choices { columns: vec![column("B", None)], ..Choices::default() };
    assert_eq!(fields(&chosen("No\t标题\tTitle\n1\tx\ty\n", Target::Requirements, &unread))[1], None);
}

#[test]
fn a_case_holds_requirement_deliverable_and_criterion() {
    let text = "章节\t需求编号\t需求名称\t优先级\t交付物\t验收编号\t验收标准\t验收方法\n\
        一、平台\tR-1\t双可用区\tP0\t部署报告\t1.1\t可用性 99.95%\t测量\n\
        一、平台\tR-1\t双可用区\tP0\t测试报告\t1.2\t切换 15 分钟\t演练\n\
        二、培训\tR-2\t培训\tP2\t\t2.1\t培训 12 场\t记录\n";
    let read = preview(text, Target::Case).accept().unwrap();
    let part = |number: &str, zh: &str| Some(Part { number: number.into(), title: words("", zh) });
    assert_eq!(read[0].requirement, part("R-1", "双可用区"));
    assert_eq!(read[0].deliverable, part("", "部署报告"));
    assert_eq!((read[0].priority, read[0].method), (Some(Priority::Must), Some(Method::Measurement)));
    assert_eq!((read[2].requirement.clone(), read[2].deliverable.clone()), (part("R-2", "培训"), None));
    let contradicting = text.replacen("R-1\t双可用区\tP0\t测试", "R-1\t单可用区\tP0\t测试", 1);
    assert_eq!(faults(&preview(&contradicting, Target::Case)), [(3, "B", Problem::Contradiction, "R-1")]);
}
