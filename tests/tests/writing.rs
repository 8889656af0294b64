//! Every command that writes a file, called with every place where it must not, and with none at all: refused in words,
//! and nothing is lost.

mod full;
mod paths;
mod person;
mod scene;

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use self::paths::{BESIDE, ROWS, Row, Use, of_the_table};
use self::scene::{Held, Scene, link};
use crate::support::Bench;
use hefu_cli::sentence;
use hefu_commands::SAMPLE_PASSPHRASE;
use hefu_messages::Language;
use serde_json::{Value, json};

/// Words of operating systems and of SQLite. Where a kind of failure is known, it is said in our own.
const FOREIGN: [&str; 18] = [
    "os error",
    "No such file",
    "ermission denied",
    "s a directory",
    "ot a directory",
    "File exists",
    "name too long",
    "ead-only file system",
    "No space",
    "disk I/O",
    "database",
    "SQL",
    "unable to open",
    "symbolic links",
    "nvalid argument",
    "File too large",
    "returned no rows",
    "stream did not contain",
];

/// The refusal has a sentence of ours in both languages, which names the place.
#[track_caller]
fn in_words(what: &str, failure: &Value, place: &Path) {
    assert!(
        !["internal", "file_trouble", "bad_request"].contains(&failure["code"].as_str().unwrap()),
        "{what}: {failure}"
    );
    let names_no_file =
        ["blank", "path"].iter().any(|each| failure["problem"] == *each || failure["field"] == *each);
    for language in [Language::En, Language::Zh] {
        let said = sentence::failure(language, failure).unwrap();
        for foreign in FOREIGN {
            assert!(!said.contains(foreign), "{what}: {said}");
        }
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        assert!(names_no_file || said.contains(&*name), "{what}: {said}");
    }
}

/// Calls a command that is to be refused, and holds everything in the folder against what it was.
#[track_caller]
fn refused(scene: &Scene, row: &Row, place: &Path) {
    let what = format!("{} to {}", row.command, place.display());
    let before = scene.held();
    match scene.bench.call(row.command, (row.request)(scene, place)) {
        Err(failure) => in_words(&what, &failure, place),
        // Another disk for backups that cannot be reached is told and is no refusal.
        Ok(done) => assert_eq!(done["second_folder"], "out_of_reach", "{what}: {done}"),
    }
    unchanged(scene, &before, &what);
}

/// Everything in the folder is as it was; what the open workspace and its log were folded into still holds all of it.
#[track_caller]
fn unchanged(scene: &Scene, before: &Held, what: &str) {
    let after = scene.held();
    let changed = |path: &&PathBuf| before.get(*path) != after.get(*path);
    let (worked_in, others): (Vec<_>, Vec<_>) = before
        .keys()
        .chain(after.keys().filter(|path| !before.contains_key(*path)))
        .filter(changed)
        .partition(|path| scene.is_worked_in(path));
    assert!(others.is_empty(), "{what}: not as they were: {others:?}");
    let file = |held: &Held, path: &Path| held.get(path).and_then(|(_, of_file)| of_file.map(|of| of[0]));
    for path in &worked_in {
        assert_eq!(file(before, path), file(&after, path), "{what}: another file is {}", path.display());
    }
    if !worked_in.is_empty() {
        scene.is_whole();
    }
}

/// Places at which nothing may be written. What was laid there for it goes with this.
struct Places {
    all: Vec<PathBuf>,
    laid: Vec<PathBuf>,
}

impl Drop for Places {
    fn drop(&mut self) {
        for path in &self.laid {
            fs::remove_file(path).unwrap();
        }
    }
}

/// Of every kind: what is there, links to it, and what cannot be a place.
fn places(scene: &Scene, ending: &str) -> Places {
    let at = |name: &str| scene.folder().join(name);
    let mut all = scene.victims();
    let mut laid = Vec::new();
    for (number, victim) in scene.victims().into_iter().enumerate() {
        let (soft, hard) = (at(&format!("soft-{number}.{ending}")), at(&format!("hard-{number}.{ending}")));
        link(&victim, &soft);
        laid.push(soft);
        // An empty file holds nothing that could be lost.
        if victim.is_file() && fs::metadata(&victim).unwrap().len() > 0 {
            fs::hard_link(&victim, &hard).unwrap();
            laid.push(hard);
        }
    }
    let (dangling, locked) = (at(&format!("dangling.{ending}")), at(&format!("locked.{ending}")));
    link(&at("nowhere"), &dangling);
    fs::write(&locked, "").unwrap();
    fs::set_permissions(&locked, Permissions::from_mode(0o444)).unwrap();
    laid.extend([dangling, locked]);
    let ends = [
        format!("closed/new.{ending}"),
        format!("pipe/new.{ending}"),
        format!("hers.bin/new.{ending}"),
        format!("{}.{ending}", "合".repeat(100)),
        format!("no\0name.{ending}"),
    ];
    all.extend(laid.iter().cloned().chain(ends.iter().map(|name| at(name))));
    Places { all, laid }
}

#[test]
fn every_command_with_a_path_stands_in_the_list() {
    let listed = |(command, field): &(String, String)| {
        ROWS.iter().any(|row| row.command == command && row.field == field)
            || BESIDE.iter().any(|(name, place)| name == command && place == field)
    };
    let left_out: Vec<_> = of_the_table().into_iter().filter(|each| !listed(each)).collect();
    assert!(left_out.is_empty(), "say in writing/paths.rs how these are called: {left_out:?}");
    for row in &ROWS {
        let is_there = of_the_table().contains(&(row.command.to_owned(), row.field.to_owned()));
        assert!(is_there, "{} has no {}", row.command, row.field);
    }
}

#[test]
fn nothing_is_written_where_something_would_be_lost() {
    person::of_no_privilege("writing::nothing_is_written_where_something_would_be_lost", || {
        let scene = Scene::new();
        for row in &ROWS {
            let Use::Written(ending) = row.used else { continue };
            let places = places(&scene, ending);
            let before = scene.bytes();
            for place in &places.all {
                refused(&scene, row, place);
            }
            assert!(scene.bytes() == before, "{}", row.command);
            refused(&scene, row, &scene.folder().join("none").join(format!("new.{ending}")));
            refused(&scene, row, Path::new(""));
        }
        scene.is_whole();
    });
}

#[test]
fn no_folder_is_filled_in_which_something_would_be_lost() {
    person::of_no_privilege("writing::no_folder_is_filled_in_which_something_would_be_lost", || {
        let scene = Scene::new();
        fs::create_dir(scene.folder().join("empty")).unwrap();
        link(&scene.folder().join("empty"), &scene.folder().join("to empty"));
        for row in ROWS.iter().filter(|row| matches!(row.used, Use::Filled)) {
            let is_copy = row.command == "rotate_backups";
            for place in &places(&scene, row.command).all {
                // A second folder for backups may have something in it, and be reached by a link.
                if !is_copy || !place.is_dir() || place.ends_with("closed") {
                    refused(&scene, row, place);
                }
            }
            if !is_copy {
                refused(&scene, row, &scene.folder().join("to empty"));
                refused(&scene, row, Path::new(""));
            }
        }
        scene.is_whole();
    });
}

#[test]
fn what_cannot_be_read_is_refused_in_words() {
    person::of_no_privilege("writing::what_cannot_be_read_is_refused_in_words", || {
        let scene = Scene::new();
        let at = |name: &str| scene.folder().join(name);
        fs::write(at("secret"), "secret").unwrap();
        fs::set_permissions(at("secret"), Permissions::from_mode(0o0)).unwrap();
        link(&at("nowhere"), &at("dangling"));
        for row in ROWS.iter().filter(|row| matches!(row.used, Use::Read)) {
            for name in ["a folder", "none", "none/at all", "secret", "secret/in it", "dangling", "no\0name"]
            {
                refused(&scene, row, &at(name));
            }
        }
        scene.is_whole();
    });
}

#[test]
fn what_is_written_is_its_owners_alone_and_takes_the_place_of_its_own_kind() {
    let scene = Scene::new();
    let at = |name: String| scene.folder().join(name);
    for row in &ROWS {
        let Use::Written(ending) = row.used else { continue };
        let place = at(format!("new.{}.{ending}", row.command));
        fs::write(format!("{}.part", place.display()), "hers").unwrap();
        scene.bench.view(row.command, (row.request)(&scene, &place));
        let mode = fs::metadata(&place).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", row.command);
        if ending == "hefu" {
            // It may have been opened in place of the scene's.
            scene.bench.view("lock_workspace", json!({}));
            scene.bench.open();
            let failure = scene.bench.refused(row.command, (row.request)(&scene, &place));
            assert_eq!(failure["code"], "already_there", "{}: {failure}", row.command);
        } else {
            scene.bench.view(row.command, (row.request)(&scene, &place));
        }
        assert_eq!(fs::read(format!("{}.part", place.display())).unwrap(), b"hers");
    }
    for folder in ["export", "work.backups"] {
        let mode = fs::metadata(at(folder.to_owned())).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o700, "{folder}");
    }
    for file in
        scene::files_in(scene.folder()).iter().filter(|path| path.extension().is_some_and(|e| e == "hefu"))
    {
        assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600, "{}", file.display());
    }
}

#[test]
fn the_story_leaves_a_persons_files_beside_the_workspace_alone() {
    let bench = Bench::with_sample();
    bench.view("lock_workspace", json!({}));
    let meeting = hefu_sample::meeting().unwrap();
    let names = meeting.evidence.iter().map(|held| &held.evidence.file_name);
    let hers: Vec<PathBuf> = names.map(|name| bench.folder.path().join(name)).collect();
    assert!(!hers.is_empty());
    for path in &hers {
        fs::write(path, "hers").unwrap();
    }
    hefu_cli::story::play(&bench.engine, &bench.file(), &bench.paper()).unwrap();
    for path in &hers {
        assert_eq!(fs::read(path).unwrap(), b"hers", "{}", path.display());
    }
}

#[test]
fn a_change_of_key_through_a_link_changes_the_file_and_leaves_the_link() {
    const NEW: &str = "another harbour, another city";
    let bench = Bench::with_sample();
    bench.view("lock_workspace", json!({}));
    let folder = bench.folder.path().join("elsewhere");
    fs::create_dir(&folder).unwrap();
    let through = folder.join("link.hefu");
    link(&bench.file(), &through);
    let key =
        |passphrase: &str| json!({ "by": "passphrase", "passphrase": passphrase, "keychain": "forget" });
    bench.view("open_workspace", json!({ "path": through, "key": key(SAMPLE_PASSPHRASE) }));
    bench.view("change_passphrase", json!({ "current": SAMPLE_PASSPHRASE, "new": NEW }));
    bench.view("lock_workspace", json!({}));
    assert!(fs::symlink_metadata(&through).unwrap().is_symlink());
    let old = bench.refused("open_workspace", json!({ "path": bench.file(), "key": key(SAMPLE_PASSPHRASE) }));
    assert_eq!(old["code"], "wrong_key", "{old}");
    bench.view("open_workspace", json!({ "path": bench.file(), "key": key(NEW) }));
}

/// What is written without a path being given goes beside the workspace: into its folder of backups, or for the moment
/// of a change of key.
#[test]
fn what_stands_in_the_way_of_backups_is_kept_and_named() {
    person::of_no_privilege("writing::what_stands_in_the_way_of_backups_is_kept_and_named", || {
        let scene = Scene::new();
        let at = |name: &str| scene.folder().join(name);
        let backups = at("work.backups");
        fs::rename(&backups, at("earlier")).unwrap();
        link(&at("nowhere"), &at("a link"));
        for obstacle in ["hers.bin", "pipe", "a link", "closed"] {
            // A folder that is closed to its owner, too, can still be given another name.
            fs::rename(at(obstacle), &backups).unwrap();
            let key = json!({ "by": "open_workspace" });
            let calls = [
                ("back_up", json!({ "path": null })),
                ("rotate_backups", json!({ "folder": null, "occasion": "opened" })),
                ("rehearse_restore", json!({ "backup": scene.backup, "key": key })),
            ];
            for (command, request) in calls {
                let before = scene.held();
                let failure = scene.bench.refused(command, request);
                in_words(&format!("{command}, {obstacle}"), &failure, &backups);
                unchanged(&scene, &before, &format!("{command}, {obstacle}"));
            }
            fs::rename(&backups, at(obstacle)).unwrap();
        }
        fs::rename(at("earlier"), &backups).unwrap();
        scene.is_whole();
    });
}
