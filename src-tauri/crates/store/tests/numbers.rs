//! A number is given once, whatever is removed, undone, redone and typed in between.

use std::collections::BTreeSet;

use hefu_domain::id::{OrganisationId, PersonId, ProjectId, RequirementId};
use hefu_domain::internal::Internal;
use hefu_domain::journal::Act;
use hefu_domain::party::Person;
use hefu_domain::project::Project;
use hefu_domain::scope::{Priority, Requirement};
use hefu_domain::text::{Language, Text};
use hefu_store::history::Reverse;
use hefu_store::{NewEntry, Store, StoreError};
use proptest::prelude::*;
use uuid::Uuid;

use crate::support::{moment, organisation, scratch};

const PROJECT: ProjectId = ProjectId(Uuid::from_u128(0x50));

fn entry() -> NewEntry {
    NewEntry {
        act: Act::RequirementAdded { number: String::new() },
        project: Some(PROJECT),
        trails: Vec::new(),
    }
}

fn with_project(store: &mut Store) {
    let (ours, manager) = (OrganisationId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
    store
        .write::<_, StoreError>(&moment(0), |tx| {
            tx.put(&organisation(1, "Harbour City"))?;
            tx.put(&Person {
                id: manager,
                organisation: ours,
                name: Text::reviewed("Zhao Wenqi", "赵文琪"),
                role: Text::default(),
                language: Language::Zh,
                time_zone: "Asia/Shanghai".into(),
                email: String::new(),
                may_sign: None,
                internal_note: Internal::default(),
            })?;
            tx.put(&Project {
                id: PROJECT,
                number: "HC-1".into(),
                title: Text::reviewed("Cloud", "云"),
                summary: Text::default(),
                client: ours,
                vendor: ours,
                supervisor: None,
                partners: Vec::new(),
                manager,
                jurisdictions: Vec::new(),
            })?;
            Ok((NewEntry { act: Act::SampleMade, project: None, trails: Vec::new() }, ()))
        })
        .unwrap();
}

fn requirement(n: u128, number: String) -> Requirement {
    Requirement {
        id: RequirementId(Uuid::from_u128(0x100 + n)),
        project: PROJECT,
        number,
        title: Text::reviewed("A", "甲"),
        priority: Priority::Must,
        stack: None,
        source: String::new(),
    }
}

#[derive(Clone, Debug)]
enum Step {
    /// The next number of the series.
    Add,
    /// A number of the same series that somebody types, when it was never there.
    Type(u64),
    Remove(usize),
    Undo,
    Redo,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => Just(Step::Add),
        1 => (1..40u64).prop_map(Step::Type),
        2 => any::<usize>().prop_map(Step::Remove),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]
    #[test]
    fn a_number_is_never_given_twice(steps in prop::collection::vec(step(), 1..40)) {
        let scratch = scratch();
        let mut store = scratch.create();
        with_project(&mut store);
        let mut there_ever: BTreeSet<String> = BTreeSet::new();
        for (step, n) in steps.into_iter().zip(1u128..) {
            match step {
                Step::Add => {
                    let written = store.write::<_, StoreError>(&moment(1), |tx| {
                        let number = format!("REQ-{:02}", tx.next_number::<Requirement>(PROJECT, "REQ-")?);
                        tx.put(&requirement(n, number.clone()))?;
                        Ok((entry(), number))
                    });
                    let number = written.unwrap().value;
                    prop_assert!(there_ever.insert(number.clone()), "{number} was there before");
                }
                Step::Type(number) => {
                    let number = format!("REQ-{number:02}");
                    if there_ever.insert(number.clone()) {
                        let put = |tx: &hefu_store::WriteTx<'_>| {
                            tx.put(&requirement(n, number.clone()))?;
                            Ok::<_, StoreError>((entry(), ()))
                        };
                        store.write(&moment(1), put).unwrap();
                    }
                }
                Step::Remove(which) => {
                    let all: Vec<Requirement> = store.reader().all().unwrap();
                    if let Some(one) = all.get(which % all.len().max(1)) {
                        let remove = |tx: &hefu_store::WriteTx<'_>| {
                            tx.remove::<Requirement>(one.id.0)?;
                            Ok::<_, StoreError>((entry(), ()))
                        };
                        store.write(&moment(1), remove).unwrap();
                    }
                }
                Step::Undo => drop(store.reverse(&moment(2), Reverse::Undo, None)),
                Step::Redo => drop(store.reverse(&moment(2), Reverse::Redo, None)),
                Step::Reopen => {
                    store.close().unwrap();
                    store = scratch.open().unwrap();
                }
            }
        }
    }
}
