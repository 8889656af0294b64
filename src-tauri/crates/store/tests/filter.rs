//! Entries picked out by person, table, time and project, held against the definition: every entry, one by one.

use crate::support::{moment, organisation, scratch};
use chrono::TimeDelta;
use hefu_domain::id::{ProjectId, StackId};
use hefu_domain::journal::Act;
use hefu_domain::party::Person;
use hefu_domain::text::{Language, Text, Words};
use hefu_store::Entry;
use hefu_store::history::{Reverse, Wanted};
use hefu_store::journal::Moment;
use hefu_store::{NewEntry, Store, StoreError};
use uuid::Uuid;

const STACKS: [StackId; 2] = [StackId(Uuid::from_u128(77)), StackId(Uuid::from_u128(78))];
const PROJECTS: [ProjectId; 2] = [ProjectId(Uuid::from_u128(70)), ProjectId(Uuid::from_u128(71))];

fn actors() -> [Words; 2] {
    [("Zhao Wenqi", "赵文琪"), ("Lin Hui Min", "林慧敏")]
        .map(|(en, zh)| Words { en: en.into(), zh: zh.into() })
}

fn person(n: u128) -> Person {
    Person {
        id: hefu_domain::id::PersonId(Uuid::from_u128(1000 + n)),
        organisation: hefu_domain::id::OrganisationId(Uuid::from_u128(1)),
        name: Text::reviewed(format!("Person {n}"), "某人"),
        role: Text::default(),
        language: Language::En,
        time_zone: "Asia/Shanghai".into(),
        email: String::new(),
        may_sign: None,
        internal_note: hefu_domain::internal::Internal::new(""),
    }
}

fn at(n: u32) -> Moment {
    Moment { actor: actors()[usize::from(n.is_multiple_of(3))].clone(), ..moment(n) }
}

/// Thirty acts by two people on two tables in two projects, some in trails; one undone.
fn filled(store: &mut Store) {
    for n in 0..30_u32 {
        store
            .write::<_, StoreError>(&at(n), |tx| {
                tx.put(&organisation(1, &format!("Harbour {n}")))?;
                if n % 5 == 2 {
                    tx.put(&person(u128::from(n)))?;
                    tx.put(&person(u128::from(n) + 500))?;
                }
                let act = Act::OrganisationEdited { en: format!("Harbour {n}"), zh: String::new() };
                let project = [Some(PROJECTS[0]), Some(PROJECTS[1]), None][(n % 3) as usize];
                let trails =
                    STACKS.into_iter().filter(|stack| n.is_multiple_of(2) || *stack == STACKS[1]).collect();
                Ok((NewEntry { act, project, trails }, ()))
            })
            .unwrap();
    }
    store.reverse(&at(30), Reverse::Undo, None).unwrap();
}

fn numbers(entries: &[Entry]) -> Vec<u64> {
    entries.iter().map(|entry| entry.workspace).collect()
}

/// What is wanted, by looking at each entry of the trail and its changes.
fn by_definition(store: &Store, wanted: &Wanted) -> Vec<u64> {
    let trail = Wanted { stack: wanted.stack, ..Wanted::default() };
    let all = store.entries(&trail, None, 500).unwrap();
    let fits = |entry: &&Entry| {
        let touches = |table: &String| {
            store.changes(entry.workspace).unwrap().iter().any(|change| change.table == *table)
        };
        wanted.project.is_none_or(|project| entry.project == Some(project))
            && wanted.actor.as_ref().is_none_or(|actor| entry.actor == *actor)
            && wanted.table.as_ref().is_none_or(touches)
            && wanted.from.is_none_or(|from| entry.at >= from)
            && wanted.until.is_none_or(|until| entry.at < until)
    };
    all.iter().filter(fits).map(|entry| entry.workspace).collect()
}

#[test]
fn every_question_is_answered_as_looking_at_each_entry_answers_it_a_page_at_a_time() {
    let scratch = scratch();
    let mut store = scratch.create();
    filled(&mut store);
    let mut asked = 0;
    for stack in [None, Some(STACKS[0]), Some(STACKS[1])] {
        for project in [None, Some(PROJECTS[0])] {
            for actor in
                [None, Some(actors()[0].clone()), Some(Words { en: "Nobody".into(), zh: String::new() })]
            {
                for table in [None, Some("organisation"), Some("person")] {
                    for (from, until) in
                        [(None, None), (Some(7), None), (Some(7), Some(21)), (None, Some(12))]
                    {
                        let instant = |n: Option<u32>| n.map(|n| moment(n).at);
                        let wanted = Wanted {
                            stack,
                            project,
                            actor: actor.clone(),
                            table: table.map(str::to_owned),
                            from: instant(from),
                            until: instant(until),
                        };
                        let expected = by_definition(&store, &wanted);
                        let whole = store.entries(&wanted, None, 500).unwrap();
                        assert_eq!(numbers(&whole), expected, "{wanted:?}");
                        let mut paged = Vec::new();
                        let mut before = None;
                        loop {
                            let page = store.entries(&wanted, before, 4).unwrap();
                            before = page.last().map(|entry| entry.seq);
                            paged.extend(numbers(&page));
                            if page.len() < 4 {
                                break;
                            }
                        }
                        assert_eq!(paged, expected, "{wanted:?}");
                        asked += usize::from(!expected.is_empty());
                    }
                }
            }
        }
    }
    assert!(asked > 60, "{asked}");
}

#[test]
fn a_moment_is_the_same_in_every_zone() {
    let scratch = scratch();
    let mut store = scratch.create();
    filled(&mut store);
    let here = moment(10).at;
    let elsewhere = here.with_timezone(&chrono::FixedOffset::east_opt(-5 * 3600).unwrap());
    let from = |from| Wanted { from: Some(from), ..Wanted::default() };
    let found = store.entries(&from(here), None, 500).unwrap();
    assert_eq!(numbers(&found), numbers(&store.entries(&from(elsewhere), None, 500).unwrap()));
    assert_eq!(found.last().unwrap().at, here, "its own moment belongs to it");
    let later = from(here + TimeDelta::milliseconds(1));
    assert_eq!(store.entries(&later, None, 500).unwrap().len(), found.len() - 1);
}

#[test]
fn the_choices_are_who_did_something_and_what_was_touched() {
    let scratch = scratch();
    let mut store = scratch.create();
    assert!(store.actors().unwrap().is_empty() && store.touched_tables().unwrap().is_empty());
    filled(&mut store);
    let mut expected = actors().to_vec();
    expected.sort_by(|a, b| a.en.cmp(&b.en));
    assert_eq!(store.actors().unwrap(), expected);
    assert_eq!(store.touched_tables().unwrap(), ["organisation", "person"]);
}
