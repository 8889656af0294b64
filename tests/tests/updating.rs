//! The program brought up to date from a signed file: nothing unsigned, older or foreign is installed, and what is
//! installed is what was signed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use crate::support::Bench;
use hefu_commands::{Engine, Failure, Installer, Outside, Package, Release, UpdateNext};
use hefu_tests::updates::{Releaser, notice};
use serde_json::{Value, json};

const CHOSEN: &str = "next.hefu-update";

/// An installer that remembers what it was handed.
#[derive(Clone)]
struct Handed {
    installed_as: Option<Package>,
    packages: Arc<Mutex<Vec<Vec<u8>>>>,
    chosen: PathBuf,
}

impl Installer for Handed {
    fn installed_as(&self) -> Option<Package> {
        self.installed_as
    }
    fn install(&self, package: &[u8], _: Package) -> Result<UpdateNext, Failure> {
        // Another program exchanges the file that was chosen, after it was checked.
        std::fs::write(&self.chosen, "exchanged").unwrap();
        self.packages.lock().unwrap().push(package.to_vec());
        Ok(UpdateNext::Restart)
    }
}

struct Copy {
    bench: Bench,
    releaser: Releaser,
    handed: Handed,
}

impl Copy {
    /// Version 1.2.3 of the program on the sample, installed as `package`.
    fn installed_as(package: Option<Package>) -> Self {
        let made = Bench::with_sample();
        let chosen = made.folder.path().join(CHOSEN);
        let handed = Handed { installed_as: package, packages: Arc::default(), chosen };
        let releaser = Releaser::new().unwrap();
        let release = Release {
            version: "1.2.3".to_owned(),
            key: Some(releaser.key().unwrap()),
            installer: Box::new(handed.clone()),
        };
        made.view("lock_workspace", json!({}));
        let outside = Outside::fixed("2026-09-28T10:00:00+08:00".parse().unwrap(), 28).with_release(release);
        let bench = Bench { folder: made.folder, engine: Engine::new(outside) };
        bench.open();
        Self { bench, releaser, handed }
    }

    fn file(&self, notice: &Value) -> PathBuf {
        let path = self.bench.folder.path().join(CHOSEN);
        std::fs::write(&path, self.releaser.update(notice, b"a package").unwrap()).unwrap();
        path
    }

    fn standing(&self, notice: &Value) -> Value {
        self.bench.view("inspect_update", json!({ "path": self.file(notice) }))["standing"].clone()
    }

    fn installs(&self) -> usize {
        self.handed.packages.lock().unwrap().len()
    }

    fn occasions(&self) -> Vec<Value> {
        let backups = self.bench.view("list_backups", json!({ "folder": null }));
        backups["backups"].as_array().unwrap().iter().map(|each| each["occasion"].clone()).collect()
    }
}

#[test]
fn a_newer_one_is_installed_after_a_backup() {
    let copy = Copy::installed_as(Some(Package::Deb));
    assert_eq!(copy.bench.view("program", json!({})), json!({ "version": "1.2.3", "updates": "possible" }));
    let path = copy.file(&notice("1.10.0"));
    let seen = copy.bench.view("inspect_update", json!({ "path": path }));
    assert_eq!((&seen["standing"], &seen["version"]), (&json!("newer"), &json!("1.10.0")));
    assert_eq!((&seen["released"], &seen["installed"]), (&json!("2026-12-01"), &json!("1.2.3")));
    assert!(seen["notes"]["zh"].as_str().unwrap().starts_with("终验"));
    assert_eq!((copy.installs(), copy.occasions().contains(&json!("update"))), (0, false));
    let done = copy.bench.view("install_update", json!({ "path": path }));
    assert_eq!(done, json!({ "version": "1.10.0", "next": "restart" }));
    assert_eq!(*copy.handed.packages.lock().unwrap(), [b"a package"]);
    assert!(copy.occasions().contains(&json!("update")));
    let newest = json!({ "trail": { "of": "workspace" }, "project": null, "before": null, "limit": 1 });
    let entry = copy.bench.view("list_entries", newest)["entries"][0].clone();
    assert_eq!(entry["act"], "update_handed_over");
    assert_eq!(entry["args"], json!({ "from": "1.2.3", "to": "1.10.0" }));
}

#[test]
fn what_is_not_for_this_copy_is_seen_and_not_installed() {
    let copy = Copy::installed_as(Some(Package::Deb));
    let with = |field: &str, value: &str| {
        let mut notice = notice("2.0.0");
        notice[field] = json!(value);
        notice
    };
    let cases = [
        (notice("1.2.3"), "same"),
        (notice("1.2.3+build.9"), "same"),
        (notice("1.2.2"), "older"),
        (notice("1.2.3-rc.1"), "older"),
        (with("system", "linux-riscv64"), "other_system"),
        (with("package", "appimage"), "other_package"),
    ];
    for (notice, expected) in cases {
        assert_eq!(copy.standing(&notice), expected, "{notice}");
        let refused = copy.bench.refused("install_update", json!({ "path": copy.file(&notice) }));
        assert_eq!(refused["code"], "update_not_for_this", "{notice}");
    }
    assert_eq!(copy.installs(), 0);
}

#[test]
fn a_changed_foreign_or_other_file_is_refused_before_anything_of_it_is_shown() {
    let copy = Copy::installed_as(Some(Package::Deb));
    let code = |path: &Path| {
        let refused =
            ["inspect_update", "install_update"].map(|c| copy.bench.refused(c, json!({ "path": path })));
        assert_eq!(refused[0], refused[1]);
        refused[0]["code"].clone()
    };
    let path = copy.file(&notice("2.0.0"));
    let whole = std::fs::read(&path).unwrap();
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() ^= 1;
    std::fs::write(&path, &changed).unwrap();
    assert_eq!(code(&path), "update_not_signed");
    std::fs::write(&path, Releaser::new().unwrap().update(&notice("2.0.0"), b"a package").unwrap()).unwrap();
    assert_eq!(code(&path), "update_not_signed");
    assert_eq!(code(&copy.bench.file()), "not_an_update");
    assert_eq!(code(&copy.bench.folder.path().join("none")), "no_file");
    assert_eq!(code(&copy.file(&notice("two"))), "not_an_update");
    assert_eq!(copy.installs(), 0);
}

#[test]
fn a_copy_that_cannot_be_updated_says_why() {
    let copy = Copy::installed_as(None);
    assert_eq!(copy.bench.view("program", json!({}))["updates"], "not_installed");
    let refused = copy.bench.refused("install_update", json!({ "path": copy.file(&notice("2.0.0")) }));
    assert_eq!(refused["code"], "not_installed");
    let bare = Bench::empty();
    let path = copy.file(&notice("2.0.0"));
    if bare.view("program", json!({}))["updates"] == "no_release_key" {
        assert_eq!(bare.refused("inspect_update", json!({ "path": path }))["code"], "no_release_key");
    } else {
        assert_eq!(bare.refused("inspect_update", json!({ "path": path }))["code"], "update_not_signed");
    }
}

#[test]
fn the_notes_of_this_release_are_of_this_version_and_in_both_languages() {
    let file = hefu_tests::checkout::root().join("src-tauri/library/release.json");
    let release: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert_eq!(release["version"], env!("CARGO_PKG_VERSION"));
    for side in ["en", "zh"] {
        assert!(!release["notes"][side].as_str().unwrap().trim().is_empty(), "{side}");
    }
}
