//! Disks that are full. In every change the kernel's limit on the size of a file stands for one; in `cargo xtask peers
//! mounts` it is a small disk of its own, in a namespace that goes with the test.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use hefu_commands::SAMPLE_PASSPHRASE;
use serde_json::{Value, json};

use crate::support::Bench;
use crate::writing::paths::{ROWS, Use};
use crate::writing::scene::{Scene, files_in};
use crate::writing::{in_words, person};

/// How a process that was begun tells how many cases it tried.
const CASES: &str = "cases: ";

/// The folder that is too small, in a process that was begun for it.
const SMALL: &str = "HEFU_SMALL_DISK";

/// Runs the body of the test `name` in a process to which a disk of `kilobytes` is mounted, at the folder that the body
/// is given. Nothing is mounted and run unless `HEFU_PEERS` asks for it.
fn on_a_small_disk(name: &str, kilobytes: u32, body: impl FnOnce(&Path)) {
    if let Some(small) = std::env::var_os(SMALL) {
        return body(Path::new(&small));
    }
    if std::env::var("HEFU_PEERS").as_deref() != Ok("full") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let script =
        format!("mount -t tmpfs -o size={kilobytes}k,mode=0777 tmpfs \"$1\" && shift && exec \"$@\"");
    let mut test = Command::new("unshare");
    if !person::is_root() {
        test.args(["--user", "--map-root-user"]);
    }
    test.args(["--mount", "sh", "-c", &script, "sh"]).arg(folder.path());
    begin(test.env(SMALL, folder.path()), name);
}

fn begin(command: &mut Command, name: &str) {
    let told = command
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .output()
        .unwrap();
    let (out, err) = (String::from_utf8_lossy(&told.stdout), String::from_utf8_lossy(&told.stderr));
    assert!(told.status.success() && out.contains("1 passed"), "{out}{err}");
    for cases in out.lines().filter(|line| line.starts_with(CASES)) {
        tell(cases);
    }
}

fn sizes(folder: &Path) -> Vec<(PathBuf, u64)> {
    files_in(folder).into_iter().map(|path| (path.clone(), fs::metadata(&path).unwrap().len())).collect()
}

/// Every command that writes a file, with less and less room: done, or refused in words with nothing left of it.
#[test]
fn what_does_not_fit_on_a_disk_is_refused_in_words_and_leaves_nothing() {
    on_a_small_disk(
        "writing::full::what_does_not_fit_on_a_disk_is_refused_in_words_and_leaves_nothing",
        400,
        |small| {
            let scene = Scene::new();
            let mut refusals = 0;
            for kilobytes in [0, 100, 200, 300, 380, 396, 400] {
                fs::write(small.join("hers"), vec![1; kilobytes * 1024]).unwrap();
                for row in &ROWS {
                    let name = match row.used {
                        Use::Written(ending) => format!("new.{ending}"),
                        Use::Filled => "new".to_owned(),
                        Use::Read => continue,
                    };
                    let place = small.join(name);
                    if row.command == "rotate_backups" {
                        continue;
                    }
                    match scene.bench.call(row.command, (row.request)(&scene, &place)) {
                        Ok(_) => clear(&scene, small),
                        Err(failure) => {
                            refusals += 1;
                            assert_eq!(
                                failure["code"], "disk_full",
                                "{}, {kilobytes}: {failure}",
                                row.command
                            );
                            in_words(row.command, &failure, &place);
                        }
                    }
                    assert_eq!(
                        sizes(small),
                        [(small.join("hers"), kilobytes as u64 * 1024)],
                        "{}",
                        row.command
                    );
                }
            }
            assert!(refusals > 50, "{refusals}");
            tell(&format!("{CASES}{refusals}"));
            scene.is_whole();
        },
    );
}

/// A workspace that was made there may be the open one.
fn clear(scene: &Scene, small: &Path) {
    scene.bench.view("lock_workspace", json!({}));
    scene.bench.open();
    for path in files_in(small).iter().filter(|path| !path.ends_with("hers")) {
        if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
    }
}

/// The workspace itself lies on the disk that fills: what was acknowledged is kept, and every refusal names the disk.
#[test]
fn a_workspace_on_a_full_disk_keeps_what_it_acknowledged() {
    on_a_small_disk(
        "writing::full::a_workspace_on_a_full_disk_keeps_what_it_acknowledged",
        24 * 1024,
        |small| {
            let bench = Bench::empty();
            let file = small.join("work.hefu");
            bench.view("create_sample", json!({ "path": file, "passphrase": null }));
            let backup = bench.view("back_up", json!({ "path": null }))["backup"]["path"].clone();
            let project = bench.project();
            let chapter = |n: u32| {
                let title = json!({ "en": format!("{n} {}", "x".repeat(2000)), "zh": "" });
                bench.call("save_chapter", json!({ "chapter": null, "project": project, "title": title }))
            };
            fill(&small.join("hers"), 64 * 1024);
            let mut kept = 0;
            let refused =
                (0..1000).find_map(|n| chapter(n).map(|_| kept += 1).err()).expect("the disk fills");
            let calls: [(&str, Value); 7] = [
                ("keep_draft", json!({ "place": "chapter:new", "typed": "y".repeat(100_000) })),
                ("back_up", json!({ "path": null })),
                ("rotate_backups", json!({ "folder": null, "occasion": "interval" })),
                ("rehearse_restore", json!({ "backup": backup, "key": { "by": "open_workspace" } })),
                ("change_recovery_key", json!({ "passphrase": SAMPLE_PASSPHRASE })),
                (
                    "change_passphrase",
                    json!({ "current": SAMPLE_PASSPHRASE, "new": "another harbour, another city" }),
                ),
                (
                    "save_chapter",
                    json!({ "chapter": null, "project": project, "title": { "en": "z".repeat(9000), "zh": "" } }),
                ),
            ];
            in_words("save_chapter", &refused, &file);
            for (command, request) in calls {
                // What was refused before may have left room: a log that was folded in is shorter.
                fill(&small.join("hers"), 0);
                let failure = bench.refused(command, request);
                assert_eq!(failure["code"], "disk_full", "{command}: {failure}");
                let path = failure["path"].as_str().unwrap();
                assert!(path.starts_with(small.to_str().unwrap()), "{command}: {failure}");
            }
            fs::remove_file(small.join("hers")).unwrap();
            bench.view("lock_workspace", json!({}));
            let key = json!({ "by": "passphrase", "passphrase": SAMPLE_PASSPHRASE, "keychain": "forget" });
            bench.view("open_workspace", json!({ "path": file, "key": key }));
            assert_eq!(bench.view("verify_journal", json!({ "head": null }))["verdict"]["is"], "whole");
            let chapters = bench.view("scope_matrix", json!({ "project": project }))["chapters"].clone();
            let long = |chapter: &&Value| chapter["title"]["en"]["words"].as_str().unwrap().len() > 2000;
            assert_eq!(chapters.as_array().unwrap().iter().filter(long).count(), kept);
        },
    );
}

/// Lets a file grow until `room` bytes are left on its disk.
fn fill(path: &Path, room: u64) {
    let mut file = fs::File::options().append(true).create(true).open(path).unwrap();
    while file.write_all(&[1; 4096]).is_ok() {}
    let length = file.metadata().unwrap().len();
    file.set_len(length.saturating_sub(room)).unwrap();
}

/// A file system says the same in another way when a file is larger than it takes.
#[test]
fn what_is_larger_than_a_disk_takes_is_refused_in_words_and_leaves_nothing() {
    let name = "writing::full::what_is_larger_than_a_disk_takes_is_refused_in_words_and_leaves_nothing";
    if std::env::var_os(SMALL).is_none() {
        // Without this the kernel ends a process that meets the limit.
        let mut test = Command::new("sh");
        test.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"]).env(SMALL, "by its limit");
        return begin(&mut test, name);
    }
    let scene = Scene::new();
    let small = scene.folder().join("small");
    fs::create_dir(&small).unwrap();
    let pid = std::process::id().to_string();
    let mut limit = Command::new("prlimit");
    assert!(limit.args(["--pid", &pid, "--fsize=16384"]).status().unwrap().success());
    for (command, ending) in
        [("export_document", "pdf"), ("save_recovery_sheet", "pdf"), ("back_up", "hefu"), ("export_all", "")]
    {
        let row = ROWS.iter().find(|row| row.command == command).unwrap();
        let place = small.join("new").with_extension(ending);
        let failure = scene.bench.refused(command, (row.request)(&scene, &place));
        assert_eq!(failure["problem"], "too_large", "{command}: {failure}");
        in_words(command, &failure, &place);
        assert!(files_in(&small).is_empty(), "{command}");
    }
}

/// To `cargo xtask peers`, which hears what a test says past its harness.
fn tell(line: &str) {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}").unwrap();
}
