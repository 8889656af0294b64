//! Organisations, people, and the profile of our own organisation.

use hefu_domain::id::{OrganisationId, PersonId};
use hefu_domain::noun::{Field, Role};
use hefu_domain::party::{Organisation, Person, PersonName, VendorProfile};
use hefu_domain::text::Words;

use crate::error::StoreError;
use crate::reader::Reader;
use crate::record::{Selection, record};

record!(Organisation);
record!(Person);

/// Of a person what names her, and nothing else.
impl Selection for PersonName {
    const TABLE: &'static str = Person::TABLE;
    const COLUMNS: &'static [Field] =
        &[Field { name: "id", role: Role::Hidden }, Field { name: "name", role: Role::Title }];
}

record!(VendorProfile);

/// As a directory lists names: by the English one, then by the Chinese one.
macro_rules! by_name {
    () => {
        "name ->> '$.en.words' COLLATE NOCASE, name ->> '$.zh.words', id"
    };
}

/// Identities as the JSON that SQL takes a set from.
fn listed(ids: impl IntoIterator<Item = OrganisationId>) -> String {
    serde_json::Value::from_iter(ids.into_iter().map(|id| id.to_string())).to_string()
}

impl Reader<'_> {
    /// Every organisation, by name.
    pub fn organisations(&self) -> Result<Vec<Organisation>, StoreError> {
        self.list(concat!("TRUE ORDER BY ", by_name!()), [])
    }

    /// These organisations and those that belong to them, by name.
    pub fn organisations_among(
        &self,
        these: impl IntoIterator<Item = OrganisationId>,
    ) -> Result<Vec<Organisation>, StoreError> {
        let condition = concat!(
            "(id IN (SELECT value FROM json_each(?1)) OR parent IN (SELECT value FROM json_each(?1))) ORDER BY ",
            by_name!()
        );
        self.list(condition, [listed(these)])
    }

    /// Every person, by name.
    pub fn people(&self) -> Result<Vec<Person>, StoreError> {
        self.list(concat!("TRUE ORDER BY ", by_name!()), [])
    }

    /// The people of these organisations, by name.
    pub fn people_of(
        &self,
        organisations: impl IntoIterator<Item = OrganisationId>,
    ) -> Result<Vec<Person>, StoreError> {
        let condition = concat!("organisation IN (SELECT value FROM json_each(?1)) ORDER BY ", by_name!());
        self.list(condition, [listed(organisations)])
    }

    /// The person who has this name in either language; none when nobody or more than one has.
    pub fn only_person_named(&self, name: &Words) -> Result<Option<PersonId>, StoreError> {
        let called = "name ->> '$.en.words' = ?1 OR name ->> '$.zh.words' = ?2 LIMIT 2";
        let found: Vec<PersonName> = self.list(called, [&name.en, &name.zh])?;
        Ok(if let [only] = found.as_slice() { Some(only.id) } else { None })
    }

    /// The profile of our own organisation. None: it is not said which one is ours.
    pub fn vendor_profile(&self) -> Result<Option<VendorProfile>, StoreError> {
        self.first("TRUE", [])
    }
}
