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

use hefu_domain::noun::Noun;

/// Every table of the record: what the journal, undo, exports and erasures cover. Whatever else a file holds is not.
pub(crate) const RECORD: [&str; Noun::ALL.len()] = {
    let mut tables = [""; Noun::ALL.len()];
    let mut at = 0;
    while at < tables.len() {
        tables[at] = Noun::ALL[at].spec().table;
        at += 1;
    }
    tables
};

pub use workspace::{Profile, ProfileId, Purpose};

#[cfg(test)]
mod tests {
    use super::*;
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
