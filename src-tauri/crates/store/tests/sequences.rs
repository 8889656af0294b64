//! Whatever is done, undone and redone in whatever order: the rows are those of the acts that stand, done again in
//! their order in a fresh file; and what is refused changes nothing.

use std::collections::BTreeMap;

use crate::support::{moment, organisation, save, scratch};
use hefu_domain::journal::Act;
use hefu_domain::party::Organisation;
use hefu_store::history::{Reverse, unwatched};
use hefu_store::journal::Verdict;
use hefu_store::{NewEntry, Store, StoreError};
use proptest::collection::vec;
use proptest::prelude::*;
use uuid::Uuid;

#[derive(Clone, Debug)]
enum Step {
    /// One or two organisations get a name in one act that they never had: a row that an act leaves as it is would be
    /// no part of it, and doing the act again without the one before could make it one.
    Name {
        which: [u8; 2],
        name: u16,
    },
    Remove {
        which: u8,
    },
    Undo,
    Redo,
    /// An older entry, or one that there is not.
    UndoThat {
        seq: u64,
    },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => [0..4u8, 0..4u8].prop_map(|which| Step::Name { which, name: 0 }),
        1 => (0..4u8).prop_map(|which| Step::Remove { which }),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
        2 => (1..40u64).prop_map(|seq| Step::UndoThat { seq }),
    ]
}

type Rows = BTreeMap<Uuid, String>;

fn rows(store: &Store) -> Rows {
    let all: Vec<Organisation> = store.reader().all().unwrap();
    all.into_iter().map(|each| (each.id.0, serde_json::to_string(&each).unwrap())).collect()
}

/// Does a step that is no reversal; the entry it made.
fn act(store: &mut Store, step: &Step) -> Result<Option<u64>, StoreError> {
    let act = || Act::OrganisationEdited { en: "Client".into(), zh: "甲方".into() };
    let written = store.write::<_, StoreError>(&moment(1), |tx| {
        match step {
            Step::Name { which, name } => {
                for n in which {
                    tx.put(&organisation(u128::from(*n) + 1, &format!("Client {name}")))?;
                }
            }
            Step::Remove { which } => tx.remove::<Organisation>(Uuid::from_u128(u128::from(*which) + 1))?,
            Step::Undo | Step::Redo | Step::UndoThat { .. } => {}
        }
        Ok((NewEntry { act: act(), project: None, trails: Vec::new() }, ()))
    })?;
    Ok(written.seq)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn the_rows_are_those_of_the_acts_that_stand(steps in vec(step(), 1..30)) {
        let scratch = scratch();
        let mut store = scratch.create();
        save(&mut store, 0, &organisation(9, "Always there"));
        // The entries made, with the step each did, and whether they stand.
        let mut made: BTreeMap<u64, (Step, bool)> = BTreeMap::new();
        for (step, nth) in steps.into_iter().zip(0_u16..) {
            let before = rows(&store);
            let step = match step {
                Step::Name { which, .. } => Step::Name { which, name: nth },
                other => other,
            };
            let way = match step {
                Step::Name { .. } | Step::Remove { .. } => {
                    match act(&mut store, &step) {
                        Ok(Some(seq)) => drop(made.insert(seq, (step, true))),
                        Ok(None) | Err(_) => prop_assert_eq!(rows(&store), before, "a refused act changes nothing"),
                    }
                    continue;
                }
                Step::Undo => (Reverse::Undo, None),
                Step::Redo => (Reverse::Redo, None),
                Step::UndoThat { seq } => (Reverse::Undo, Some(seq)),
            };
            match store.reverse(&moment(2), way.0, way.1) {
                Ok(written) => {
                    // The first act, which every sequence begins with, may be undone as well.
                    if let Some((_, stands)) = made.get_mut(&written.value.seq) {
                        *stands = way.0 == Reverse::Redo;
                    } else {
                        made.insert(written.value.seq, (Step::Undo, way.0 == Reverse::Redo));
                    }
                }
                Err(_) => prop_assert_eq!(rows(&store), before, "a refused undo changes nothing"),
            }
        }

        let again = crate::support::scratch();
        let mut replayed = again.create();
        if made.get(&1).is_none_or(|(_, stands)| *stands) {
            save(&mut replayed, 0, &organisation(9, "Always there"));
        }
        for (step, _) in made.into_iter().filter(|(seq, (_, stands))| *seq != 1 && *stands).map(|(_, it)| it) {
            act(&mut replayed, &step).unwrap();
        }
        prop_assert_eq!(rows(&store), rows(&replayed));
        prop_assert_eq!(store.verify_journal(None, &mut unwatched).unwrap().verdict, Verdict::Whole);
    }
}
