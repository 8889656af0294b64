//! A project that is starting is about what an earlier one learned a lesson on. Lessons are written down at the end and
//! needed at the beginning, by somebody else; after planning they only explain what went wrong again.

use serde_json::json;

use crate::facts::{Facts, Lesson, Project};
use crate::{Notice, Proposal, Record, RuleName};

pub(super) fn find(facts: &Facts) -> Vec<Notice> {
    let starting = facts.projects.iter().filter(|project| project.is_starting);
    starting.flat_map(|project| facts.lessons.iter().filter_map(|lesson| matched(project, lesson))).collect()
}

fn matched(project: &Project, lesson: &Lesson) -> Option<Notice> {
    let tags: Vec<&String> = project.tags.intersection(&lesson.tags).collect();
    if tags.is_empty() || lesson.project == project.id {
        return None;
    }
    Some(Notice::new(
        RuleName::LessonMatches,
        Proposal::Action,
        Some(&project.id),
        vec![Record::new("lesson", &lesson.id), Record::new("project", &lesson.project)],
        &[("tags", json!(tags))],
        &[],
    ))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::testing::{again, facts, fires, not_twice, silent};

    const RULE: RuleName = RuleName::LessonMatches;

    fn lesson(today: &str, project: &str, tags: &[&str], is_starting: bool) -> Facts {
        let set = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect::<BTreeSet<_>>();
        Facts {
            lessons: vec![Lesson {
                id: "LS-01".into(),
                project: "prj-harbour".into(),
                tags: set(&["procurement", "hardware"]),
            }],
            projects: vec![Project { id: project.into(), tags: set(tags), is_starting }],
            ..facts(today)
        }
    }

    #[test]
    fn it_fires_where_a_starting_project_shares_a_word() {
        let notice = fires(&lesson("2026-09-28", "prj-bahari", &["procurement", "sea"], true), RULE);
        assert_eq!(notice.facts["tags"], json!(["procurement"]));
        assert_eq!(notice.records[1], Record::new("project", "prj-harbour"));
    }

    #[test]
    fn it_is_silent_for_other_words_later_projects_and_its_own() {
        silent(&lesson("2026-09-28", "prj-bahari", &["sea"], true), RULE);
        silent(&lesson("2026-09-28", "prj-bahari", &["procurement"], false), RULE);
        silent(&lesson("2026-09-28", "prj-harbour", &["procurement"], true), RULE);
    }

    #[test]
    fn it_fires_once_for_the_same_words() {
        let first = lesson("2026-09-28", "prj-bahari", &["procurement"], true);
        not_twice(&first, &lesson("2026-10-28", "prj-bahari", &["procurement", "sea"], true), RULE);
        again(&first, &lesson("2026-09-28", "prj-bahari", &["procurement", "hardware"], true), RULE);
    }
}
