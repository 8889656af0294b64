//! Library data embedded in the program: calendars and stage templates.

use std::collections::HashMap;
use std::sync::LazyLock;

use hefu_delivery::lifecycle::{self, Lifecycles};
use hefu_domain::calendar::Calendar;
use hefu_domain::project::{StageTemplate, parse_stage_templates};
use hefu_domain::text::Words;
use hefu_rating::tax::TaxRate;

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

/// Rates of tax with their days and sources.
#[derive(serde::Deserialize)]
struct TaxRates {
    rate: Vec<TaxRate>,
}

static TAX_RATES: LazyLock<TaxRates> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../library/tax/rates.toml")).expect("the library's rates are tested")
});

pub(crate) fn tax_rates() -> &'static [TaxRate] {
    &TAX_RATES.rate
}

/// Whose working days are counted where no calendar is named.
pub(crate) const DEFAULT_CALENDAR: &str = "cn";

/// Every calendar of the library.
pub(crate) fn calendars() -> &'static [Calendar] {
    &PARSED
}

/// The working calendar of this key (`cn`, `sg`, …); none when the library has none.
pub(crate) fn calendar(key: &str) -> Option<&'static Calendar> {
    PARSED.iter().find(|calendar| calendar.key() == key)
}

/// What a new document starts with.
#[derive(serde::Deserialize)]
pub(crate) struct DocumentTemplate {
    pub title: Words,
    pub signature: Words,
}

static DOCUMENTS: LazyLock<HashMap<String, DocumentTemplate>> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../library/templates/documents.toml"))
        .expect("the library's templates are tested")
});

/// What a new document of this name in the library starts with: every kind asks for its own, which a test looks for.
pub(crate) fn document_template(name: &str) -> &'static DocumentTemplate {
    DOCUMENTS.get(name).expect("the library has the templates that the kinds ask for")
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

static LIFECYCLES: LazyLock<Lifecycles> = LazyLock::new(|| {
    lifecycle::parse(include_str!("../../../library/templates/lifecycle.toml"))
        .expect("the library's templates are tested")
});

/// Stages, gates and hand-over checklists that a project starts with.
pub(crate) fn lifecycles() -> &'static Lifecycles {
    &LIFECYCLES
}

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
        assert!(super::calendar(super::DEFAULT_CALENDAR).is_some());
        assert!(!super::lifecycles().templates.is_empty());
        assert!(!super::ROLES.client.zh.is_empty());
        assert!(!super::DOCUMENTS.is_empty());
        for (name, template) in super::DOCUMENTS.iter() {
            assert!(!template.title.zh.is_empty() && !template.signature.en.is_empty(), "{name}");
        }
    }
}
