//! The chain, and undo through it.

use crate::support::{Scratch, moment, name, organisation, save, save_in, scratch};
use hefu_domain::id::ProjectId;
use hefu_store::StoreError;
use hefu_store::history::{Reverse, Wanted, unwatched};
use hefu_store::journal::{Head, Verdict};
use uuid::Uuid;

const STACK: Uuid = Uuid::from_u128(77);
const PROJECT: ProjectId = ProjectId(Uuid::from_u128(70));

/// Six acts, each in the workspace chain and in one stack's trail.
fn six(scratch: &Scratch) -> Vec<Head> {
    let mut store = scratch.create();
    for n in 1..=6 {
        save_in(&mut store, n, &organisation(u128::from(n), "Harbour City"), None, &[STACK]);
    }
    let heads = store.heads().unwrap();
    assert_eq!(heads.len(), 2);
    assert_eq!(store.verify_journal(None, &mut unwatched).unwrap().verdict, Verdict::Whole);
    store.close().unwrap();
    heads
}

/// Runs SQL on the file as a forger with the key would, past the triggers.
fn forge(scratch: &Scratch, sql: &str) {
    let connection = scratch.raw();
    connection
        .execute_batch(&format!(
            "DROP TRIGGER entry_is_never_changed; DROP TRIGGER entry_is_never_removed; {sql}"
        ))
        .unwrap();
    connection.close().unwrap();
}

fn verdict(scratch: &Scratch, given: Option<&Head>) -> Verdict {
    scratch.open().unwrap().verify_journal(given, &mut unwatched).unwrap().verdict
}

#[test]
fn every_forgery_is_named_with_its_first_entry() {
    let swap = "CREATE TEMP TABLE s AS SELECT * FROM entry WHERE trail = 'workspace' AND seq IN (3, 4);
        UPDATE entry SET bytes = (SELECT bytes FROM s WHERE s.seq = 7 - entry.seq),
          hash = (SELECT hash FROM s WHERE s.seq = 7 - entry.seq) WHERE trail = 'workspace' AND seq IN (3, 4);";
    let stack = format!("stack:{STACK}");
    let in_stack = |sql: &str| sql.replace("'workspace'", &format!("'{stack}'"));
    let cases: Vec<(String, Verdict)> = vec![
        (
            "UPDATE entry SET bytes = CAST(replace(CAST(bytes AS TEXT), 'T09:03', 'T09:33') AS BLOB) WHERE trail = 'workspace' AND seq = 3;".into(),
            Verdict::Changed { trail: "workspace".into(), seq: 3 },
        ),
        (
            "DELETE FROM entry WHERE trail = 'workspace' AND seq = 3;".into(),
            Verdict::Missing { trail: "workspace".into(), seq: 3 },
        ),
        (swap.into(), Verdict::OutOfPlace { trail: "workspace".into(), seq: 3 }),
        (
            "INSERT INTO entry SELECT trail, 7, bytes, hash FROM entry WHERE trail = 'workspace' AND seq = 6;".into(),
            Verdict::OutOfPlace { trail: "workspace".into(), seq: 7 },
        ),
        (
            "UPDATE note SET args = '{\"en\":\"Another\",\"zh\":\"\"}' WHERE seq = 2;".into(),
            Verdict::Changed { trail: "workspace".into(), seq: 2 },
        ),
        (
            in_stack("DELETE FROM entry WHERE trail = 'workspace' AND seq = 6;"),
            Verdict::Missing { trail: stack.clone(), seq: 6 },
        ),
        (
            in_stack("UPDATE entry SET hash = zeroblob(32) WHERE trail = 'workspace' AND seq = 1;"),
            Verdict::Changed { trail: stack.clone(), seq: 1 },
        ),
    ];
    for (sql, expected) in cases {
        let scratch = scratch();
        six(&scratch);
        forge(&scratch, &sql);
        assert_eq!(verdict(&scratch, None), expected, "{sql}");
    }
}

#[test]
fn a_tail_cut_everywhere_is_found_by_a_head_from_outside() {
    let scratch = scratch();
    let heads = six(&scratch);
    forge(
        &scratch,
        "DELETE FROM organisation WHERE id IN (SELECT id FROM image WHERE seq > 4 AND before IS NULL);
         DELETE FROM entry WHERE seq > 4; DELETE FROM note WHERE seq > 4; DELETE FROM image WHERE seq > 4;",
    );
    assert_eq!(verdict(&scratch, None), Verdict::Whole);
    for head in heads {
        assert_eq!(verdict(&scratch, Some(&head)), Verdict::HeadMissing { head: head.clone() });
        assert_eq!(head.to_string().parse::<Head>(), Ok(head));
    }
}

#[test]
fn the_journal_cannot_be_changed_through_the_file_s_own_rules() {
    let scratch = scratch();
    six(&scratch);
    let connection = scratch.raw();
    assert!(connection.execute("UPDATE entry SET seq = seq + 100", []).is_err());
    assert!(connection.execute("DELETE FROM entry", []).is_err());
}

#[test]
fn people_named_in_acts_are_beside_the_chain_not_in_it() {
    let scratch = scratch();
    six(&scratch);
    let store = scratch.open().unwrap();
    let entry = &store
        .entries(&Wanted { stack: Some(hefu_domain::id::StackId(STACK)), ..Wanted::default() }, None, 1)
        .unwrap()[0];
    assert_eq!((entry.actor.zh.as_str(), entry.seq, entry.workspace), ("赵文琪", 6, 6));
    store.close().unwrap();
    forge(&scratch, "SELECT 1;");
    let connection = scratch.raw();
    let named: i64 = connection
        .query_row("SELECT count(*) FROM entry WHERE instr(CAST(bytes AS TEXT), '赵文琪')", [], |r| {
            r.get(0)
        })
        .unwrap();
    assert_eq!(named, 0);
}

#[test]
fn undo_and_redo_work_across_restarts() {
    let scratch = scratch();
    let mut store = scratch.create();
    save(&mut store, 1, &organisation(1, "First"));
    save(&mut store, 2, &organisation(1, "Second"));
    store.close().unwrap();
    let mut store = scratch.open().unwrap();
    store.reverse(&moment(3), Reverse::Undo, None).unwrap();
    assert_eq!(name(&store, 1).as_deref(), Some("First"));
    store.reverse(&moment(4), Reverse::Undo, None).unwrap();
    assert_eq!(name(&store, 1), None);
    assert!(matches!(store.reverse(&moment(5), Reverse::Undo, None), Err(StoreError::NothingToUndo)));
    store.close().unwrap();
    let mut store = scratch.open().unwrap();
    store.reverse(&moment(6), Reverse::Redo, None).unwrap();
    store.reverse(&moment(7), Reverse::Redo, None).unwrap();
    assert_eq!(name(&store, 1).as_deref(), Some("Second"));
    assert!(matches!(store.reverse(&moment(8), Reverse::Redo, None), Err(StoreError::NothingToRedo)));
    assert_eq!(store.verify_journal(None, &mut unwatched).unwrap().verdict, Verdict::Whole);
    assert_eq!(store.verify_journal(None, &mut unwatched).unwrap().entries, 6);
}

#[test]
fn undo_of_an_older_act_is_refused_and_names_the_later_one() {
    let scratch = scratch();
    let mut store = scratch.create();
    let first = save(&mut store, 1, &organisation(1, "First")).seq;
    save(&mut store, 2, &organisation(1, "Second"));
    save(&mut store, 3, &organisation(2, "Apart"));
    let refused = store.reverse(&moment(4), Reverse::Undo, first);
    let Err(StoreError::ChangedSince { later }) = refused else { panic!("{refused:?}") };
    assert_eq!(
        (later.act.as_str(), later.seq, later.at.to_rfc3339().as_str()),
        ("organisation_edited", 2, "2026-09-28T09:02:00+08:00")
    );
    assert_eq!(name(&store, 1).as_deref(), Some("Second"));
}

#[test]
fn something_new_ends_redo() {
    let scratch = scratch();
    let mut store = scratch.create();
    save_in(&mut store, 1, &organisation(1, "First"), Some(PROJECT), &[]);
    store.reverse(&moment(2), Reverse::Undo, None).unwrap();
    save_in(&mut store, 3, &organisation(2, "New"), Some(PROJECT), &[]);
    assert!(matches!(store.reverse(&moment(4), Reverse::Redo, None), Err(StoreError::NothingToRedo)));
}

#[test]
fn an_act_that_changes_nothing_leaves_no_entry() {
    let scratch = scratch();
    let mut store = scratch.create();
    save(&mut store, 1, &organisation(1, "First"));
    assert_eq!(save(&mut store, 2, &organisation(1, "First")).seq, None);
    assert_eq!(store.heads().unwrap()[0].seq, 1);
}

#[test]
fn a_refused_deed_leaves_nothing() {
    let scratch = scratch();
    let mut store = scratch.create();
    let refused = store.write::<(), _>(&moment(1), |tx| {
        tx.put(&organisation(1, "First"))?;
        Err(StoreError::NothingToUndo)
    });
    assert!(refused.is_err());
    assert_eq!(name(&store, 1), None);
    assert!(store.heads().unwrap().is_empty());
}
