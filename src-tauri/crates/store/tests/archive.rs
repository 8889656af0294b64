//! Everything out and everything back in.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::support::{moment, organisation, save_in, scratch};
use hefu_domain::journal::Act;
use hefu_files::NewFolder;
use hefu_store::history::Reverse;
use hefu_store::{Exported, MANIFEST, NewEntry, RawKey, Store, StoreError};
use proptest::prelude::*;
use uuid::Uuid;

fn go_on(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn export_all(
    store: &Store,
    to: &Path,
    report: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<Exported, StoreError> {
    let folder = NewFolder::begin(to)?;
    let exported = store.export_all(&folder, moment(1).at, report)?;
    folder.finish(MANIFEST)?;
    Ok(exported)
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in std::fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[derive(Clone, Debug)]
enum Step {
    Put { n: u8, words: String },
    Keep(Vec<u8>),
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0u8..6, "[a-z\"\\\\\n\u{4e00}-\u{4e20}\u{20BB7}\u{0}-\u{1f}]{0,12}")
            .prop_map(|(n, words)| Step::Put { n, words }),
        1 => prop::collection::vec(any::<u8>(), 0..300).prop_map(Step::Keep),
        1 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

fn play(store: &mut Store, steps: &[Step]) {
    save_in(store, 0, &organisation(99, "First"), None, &[]);
    for (minute, step) in (1u32..).zip(steps) {
        match step {
            Step::Put { n, words } => {
                let trails = [Uuid::from_u128(u128::from(*n % 2))];
                save_in(store, minute, &organisation(u128::from(*n), words), None, &trails);
            }
            Step::Keep(bytes) => {
                let kept = store.write::<_, StoreError>(&moment(minute), |tx| {
                    let file = tx.keep_file(bytes)?;
                    Ok((NewEntry { act: Act::BackupMade { file }, project: None, trails: Vec::new() }, ()))
                });
                kept.unwrap();
            }
            // Nothing to undo, or changed since: the record is as it was.
            Step::Undo => drop(store.reverse(&moment(minute), Reverse::Undo, None)),
            Step::Redo => drop(store.reverse(&moment(minute), Reverse::Redo, None)),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn what_went_out_comes_back_in_the_same(steps in prop::collection::vec(step(), 0..25)) {
        let scratch = scratch();
        let mut store = scratch.create();
        play(&mut store, &steps);
        let (out, again) = (scratch.folder.path().join("out"), scratch.folder.path().join("again"));
        let exported = export_all(&store, &out, &mut go_on).unwrap();
        let key = RawKey::new([3; 32]);
        let path = scratch.folder.path().join("back.hefu");
        let (mut back, imported) = Store::import_all(&out, &path, &key, &[4; 16], &mut go_on).unwrap();
        prop_assert_eq!((imported.rows, imported.files), (exported.rows, exported.files));
        prop_assert_eq!(back.heads().unwrap(), exported.heads);
        export_all(&back, &again, &mut go_on).unwrap();
        prop_assert_eq!(files(&out), files(&again));
        // Both go on alike, each as a copy of the program of its own: what it writes next says so.
        prop_assert_eq!(
            store.reverse(&moment(59), Reverse::Undo, None).map(|w| w.seq).ok(),
            back.reverse(&moment(59), Reverse::Undo, None).map(|w| w.seq).ok()
        );
        prop_assert_eq!(store.every_row().unwrap(), back.every_row().unwrap());
        prop_assert_eq!(store.heads().unwrap().len(), back.heads().unwrap().len());
    }

    /// Whatever is changed in whichever file of an export is noticed, and the place is named.
    #[test]
    fn a_changed_export_is_refused(which in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), to in any::<u8>()) {
        let scratch = scratch();
        let mut store = scratch.create();
        play(&mut store, &[Step::Keep(vec![1, 2, 3]), Step::Put { n: 1, words: "one".into() }, Step::Undo]);
        let out = scratch.folder.path().join("out");
        export_all(&store, &out, &mut go_on).unwrap();
        let parts: Vec<_> = files(&out)
            .into_iter()
            .filter(|(name, bytes)| name != Path::new("hefu.json") && !bytes.is_empty())
            .collect();
        let (name, mut bytes) = parts[which.index(parts.len())].clone();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != to);
        bytes[at] = to;
        std::fs::write(out.join(&name), bytes).unwrap();
        let path = scratch.folder.path().join("back.hefu");
        match Store::import_all(&out, &path, &RawKey::new([3; 32]), &[4; 16], &mut go_on) {
            Err(StoreError::ExportChanged { place }) => {
                prop_assert!(place.starts_with(name.to_str().unwrap()), "{place} for {name:?}");
            }
            Err(other) => prop_assert!(false, "{other:?}"),
            // Only what says the same in other bytes may pass: a space, or the case of a digit.
            Ok((back, _)) => prop_assert_eq!(back.heads().unwrap(), store.heads().unwrap()),
        }
    }
}

#[test]
fn rows_taken_away_added_or_swapped_are_noticed() {
    let scratch = scratch();
    let mut store = scratch.create();
    play(&mut store, &[Step::Put { n: 1, words: "one".into() }, Step::Put { n: 2, words: "two".into() }]);
    let out = scratch.folder.path().join("out");
    export_all(&store, &out, &mut go_on).unwrap();
    let place = out.join("tables/organisation.jsonl");
    let whole = std::fs::read_to_string(&place).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    assert_eq!(lines.len(), 3);
    let path = scratch.folder.path().join("back.hefu");
    let import = || Store::import_all(&out, &path, &RawKey::new([3; 32]), &[4; 16], &mut go_on);
    for order in [vec![0, 1], vec![1, 0, 2], vec![0, 1, 2, 2]] {
        let text: String = order.iter().map(|at| format!("{}\n", lines[*at])).collect();
        std::fs::write(&place, text).unwrap();
        assert!(matches!(import(), Err(StoreError::ExportChanged { .. })), "{order:?}");
        assert!(!path.exists());
    }
    std::fs::write(&place, &whole).unwrap();
    std::fs::remove_file(out.join("hefu.json")).unwrap();
    assert!(matches!(import(), Err(StoreError::NoFile(_))), "a folder without its manifest is no export");
}

#[test]
fn a_cancelled_export_leaves_nothing_and_a_folder_in_use_is_left_alone() {
    let scratch = scratch();
    let mut store = scratch.create();
    play(&mut store, &[Step::Keep(vec![1])]);
    let out = scratch.folder.path().join("out");
    let stopped = export_all(&store, &out, &mut |done, _| {
        if done == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(matches!(stopped, Err(StoreError::Cancelled)));
    assert!(!out.exists());
    std::fs::create_dir(&out).unwrap();
    std::fs::write(out.join("hers.txt"), "kept").unwrap();
    let refused = export_all(&store, &out, &mut go_on);
    assert!(matches!(refused, Err(StoreError::AlreadyThere(_))));
    assert_eq!(files(&out).len(), 1);
}
