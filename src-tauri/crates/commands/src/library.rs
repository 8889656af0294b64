//! Library data embedded in the program: calendars and stage templates.

use std::sync::LazyLock;

use hefu_domain::acceptance::RoundKind;
use hefu_domain::calendar::Calendar;
use hefu_domain::project::{StageTemplate, parse_stage_templates};
use hefu_domain::text::Words;

const CALENDARS: [&str; 8] = [
    include_str!("../../../library/calendars/cn.toml"),
    include_str!("../../../library/calendars/hk.toml"),
    include_str!("../../../library/calendars/id.toml"),
    include_str!("../../../library/calendars/my.toml"),
    include_str!("../../../library/calendars/ph.toml"),
    include_str!("../../../library/calendars/sg.toml"),
    include_str!("../../../library/calendars/th.toml"),
    include_str!("../../../library/calendars/vn.toml"),
];

static PARSED: LazyLock<Vec<Calendar>> = LazyLock::new(|| {
    CALENDARS.iter().map(|text| Calendar::parse(text).expect("the library's calendars are tested")).collect()
});

static STAGES: LazyLock<Vec<StageTemplate>> = LazyLock::new(|| {
    parse_stage_templates(include_str!("../../../library/templates/stages.toml"))
        .expect("the library's templates are tested")
});

/// The working calendar of this key (`cn`, `sg`, …); none when the library has none.
pub(crate) fn calendar(key: &str) -> Option<&'static Calendar> {
    PARSED.iter().find(|calendar| calendar.key() == key)
}

/// What a new acceptance report starts with.
#[derive(serde::Deserialize)]
pub(crate) struct ReportTemplate {
    pub title: Words,
    pub signature: Words,
}

#[derive(serde::Deserialize)]
struct DocumentTemplates {
    preliminary_acceptance_report: ReportTemplate,
    final_acceptance_report: ReportTemplate,
}

static DOCUMENTS: LazyLock<DocumentTemplates> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../library/templates/documents.toml"))
        .expect("the library's templates are tested")
});

pub(crate) fn report_template(kind: RoundKind) -> &'static ReportTemplate {
    match kind {
        RoundKind::Preliminary => &DOCUMENTS.preliminary_acceptance_report,
        RoundKind::Final => &DOCUMENTS.final_acceptance_report,
    }
}

/// What stands in a template where the names of a project stood.
#[derive(serde::Deserialize)]
pub(crate) struct RoleWords {
    pub client: Words,
    pub partner: Words,
    pub supervisor: Words,
    pub assessor: Words,
    pub person: Words,
    pub project: Words,
    pub contract: Words,
}

pub(crate) static ROLES: LazyLock<RoleWords> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../library/templates/roles.toml"))
        .expect("the library's templates are tested")
});

/// The stages a new project starts with.
pub(crate) fn stages(key: &str) -> Option<&'static StageTemplate> {
    STAGES.iter().find(|template| template.key == key)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_whole_library_parses() {
        assert_eq!(super::PARSED.len(), super::CALENDARS.len());
        assert!(super::stages("cn-public-sector").is_some());
        assert!(super::stages("sea-commercial").is_some());
        assert!(super::calendar("cn").is_some());
        assert!(!super::ROLES.client.zh.is_empty());
        assert!(!super::report_template(hefu_domain::acceptance::RoundKind::Final).title.zh.is_empty());
    }
}
