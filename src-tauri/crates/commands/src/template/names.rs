//! The names that a template does not keep.

use hefu_domain::party::{Organisation, OrganisationKind, Person};
use hefu_domain::plan::{Names, Structure};
use hefu_domain::text::{Text, Words};

use crate::library::ROLES;

/// Every organisation that is neither the vendor nor an authority, every person, the project and its contract.
pub(crate) fn names(source: &Structure, organisations: &[Organisation], people: &[Person]) -> Names {
    let mut names: Vec<(String, Words)> = Vec::new();
    let mut add = |text: &Text, role: &Words| {
        names.push((text.en.words.clone(), role.clone()));
        names.push((text.zh.words.clone(), role.clone()));
    };
    for organisation in organisations {
        let role = match organisation.kind {
            OrganisationKind::Client => &ROLES.client,
            OrganisationKind::Partner => &ROLES.partner,
            OrganisationKind::Supervisor => &ROLES.supervisor,
            OrganisationKind::Assessor => &ROLES.assessor,
            OrganisationKind::Vendor | OrganisationKind::Regulator => continue,
        };
        add(&organisation.name, role);
        add(&organisation.short_name, role);
    }
    for person in people {
        add(&person.name, &ROLES.person);
    }
    add(&source.project.title, &ROLES.project);
    names.push((source.project.number.clone(), ROLES.project.clone()));
    if let Some(contract) = &source.contract {
        names.push((contract.number.clone(), ROLES.contract.clone()));
    }
    Names::new(names)
}
