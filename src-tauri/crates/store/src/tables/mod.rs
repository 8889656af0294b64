//! The tables of the record, one module a noun.

mod acceptance;
mod document;
mod gate;
mod mapping;
mod morning;
mod party;
mod plan;
mod project;
mod register;
mod scope;
mod workspace;

pub use workspace::{Profile, ProfileId, Purpose};

#[cfg(test)]
mod tests {
    use hefu_domain::noun::Noun;

    use crate::journal::images::columns;
    use crate::{RawKey, Store};

    #[test]
    fn the_schema_has_the_columns_of_every_kind_and_no_table_besides() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&folder.path().join("work.hefu"), &RawKey::new([1; 32]), &[2; 16]).unwrap();
        for noun in Noun::ALL {
            let mut schema = columns(&store.connection, noun.spec().table).unwrap();
            let mut known: Vec<&str> = noun.spec().fields.iter().map(|field| field.name).collect();
            schema.sort();
            known.sort_unstable();
            assert_eq!(schema, known, "{noun:?}");
        }
    }
}
