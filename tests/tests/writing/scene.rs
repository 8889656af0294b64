//! A folder in which one of everything lies that must not be lost.

use std::collections::BTreeMap;
use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use hefu_commands::SAMPLE_PASSPHRASE;
use serde_json::{Value, json};

use crate::support::Bench;

const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\nnot quite a picture\0";

pub(crate) struct Scene {
    pub(crate) bench: Bench,
    pub(crate) project: Value,
    pub(crate) document: Value,
    pub(crate) criterion: Value,
    pub(crate) evidence: Value,
    pub(crate) recovery_key: Value,
    pub(crate) backup: PathBuf,
    pub(crate) export: PathBuf,
    pub(crate) date: &'static str,
}

/// What lies in a folder: of what type each is and who may do what with it, which file it is, and when it was changed.
pub(crate) type Held = BTreeMap<PathBuf, (u32, Option<[i64; 6]>)>;

impl Scene {
    /// The story after its meeting, open, with a backup, an export, another workspace, and things of a person's own.
    pub(crate) fn new() -> Self {
        let bench = Bench::after_the_meeting();
        bench.open();
        let at = |name: &str| bench.folder.path().join(name);
        let sheet = bench.view("change_recovery_key", json!({ "passphrase": SAMPLE_PASSPHRASE }));
        let round = bench.round();
        let document = round["document"].clone();
        let (backup, export) = (at("copies/other.hefu"), at("export"));
        fs::create_dir(at("copies")).unwrap();
        let mut scene = Self {
            project: bench.project(),
            criterion: bench.criterion("4.2")["id"].clone(),
            document,
            evidence: Value::Null,
            recovery_key: sheet["recovery_key"].clone(),
            backup,
            export,
            date: "2026-09-28",
            bench,
        };
        scene.furnish();
        scene
    }

    fn furnish(&mut self) {
        let at = |name: &str| self.bench.folder.path().join(name);
        fs::write(at("picture.png"), PICTURE).unwrap();
        let attached = self.bench.view("attach_evidence", self.evidence_from(&at("picture.png")));
        self.evidence = attached["evidence"]["id"].clone();
        self.bench.view("back_up", json!({ "path": self.backup }));
        self.bench.view("export_all", json!({ "folder": self.export }));
        let other =
            json!({ "backup": self.backup, "path": at("other.hefu"), "key": { "by": "open_workspace" } });
        self.bench.view("restore_backup", other);
        for (name, bytes) in [("notes.docx", b"PK\x03\x04hers".as_slice()), ("hers.bin", b"\0\x01\x02")] {
            fs::write(at(name), bytes).unwrap();
        }
        for folder in ["a folder", "closed"] {
            fs::create_dir(at(folder)).unwrap();
            fs::write(at(folder).join("hers.txt"), "hers").unwrap();
        }
        fs::set_permissions(at("closed"), Permissions::from_mode(0o555)).unwrap();
        self.bench.view("rotate_backups", json!({ "folder": null, "occasion": "opened" }));
        assert!(Command::new("mkfifo").arg(at("pipe")).status().unwrap().success());
    }

    pub(crate) fn folder(&self) -> &Path {
        self.bench.folder.path()
    }

    pub(crate) fn table(&self, path: &Path) -> Value {
        json!({ "path": path, "name": "Scope", "date": self.date,
            "columns": [{ "heading": "Number", "holds": "text" }], "rows": [["R-001"]] })
    }

    pub(crate) fn evidence_from(&self, path: &Path) -> Value {
        json!({ "evidence": null, "criterion": self.criterion, "path": path, "keep": "inside",
            "title": { "en": "Rack", "zh": "机架" }, "date": self.date, "valid_until": null, "provided_by": null })
    }

    /// What must survive: the open workspace, what lies beside it, backups, another workspace, parts of an export, and
    /// what is of another kind than anything Hefu writes.
    pub(crate) fn victims(&self) -> Vec<PathBuf> {
        let beside = ["", "-wal", "-shm", "-journal", "-lock"].map(|suffix| format!("work.hefu{suffix}"));
        let others =
            ["other.hefu", "other.hefu-wal", "copies/other.hefu", "export/hefu.json", "hers.bin", "pipe"];
        let named = beside.iter().map(String::as_str).chain(others).chain(["a folder", "closed"]);
        let automatic = files_in(&self.folder().join("work.backups"));
        named
            .map(|name| self.folder().join(name))
            .chain(automatic)
            .chain([PathBuf::from("/dev/full")])
            .collect()
    }

    /// Everything in the folder.
    pub(crate) fn held(&self) -> Held {
        let mut held = Held::new();
        let mut folders = vec![self.folder().to_owned()];
        while let Some(folder) = folders.pop() {
            for path in files_in(&folder) {
                let meta = fs::symlink_metadata(&path).unwrap();
                let changed = [meta.mtime(), meta.mtime_nsec(), meta.ctime(), meta.ctime_nsec()];
                let file = [meta.ino().cast_signed(), meta.size().cast_signed()];
                let of_file = [file[0], file[1], changed[0], changed[1], changed[2], changed[3]];
                if meta.is_dir() {
                    // What lies in it is looked at by itself.
                    folders.push(path.clone());
                }
                held.insert(path, (meta.mode(), (!meta.is_dir()).then_some(of_file)));
            }
        }
        held
    }

    /// The open workspace and its log: the one is folded into the other when that serves, and whether they still hold
    /// what they held is then looked at by [`Scene::is_whole`].
    pub(crate) fn is_worked_in(&self, path: &Path) -> bool {
        let name = path.strip_prefix(self.folder()).unwrap_or(path);
        ["work.hefu", "work.hefu-wal"].iter().any(|own| name == Path::new(own))
    }

    /// The bytes of every plain file in the folder that is not worked in.
    pub(crate) fn bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let plain = self
            .held()
            .into_keys()
            .filter(|path| fs::symlink_metadata(path).unwrap().is_file() && !self.is_worked_in(path));
        plain.map(|path| (path.clone(), fs::read(&path).unwrap_or_default())).collect()
    }

    /// The workspace opens, alone, with its passphrase, and its journal is whole.
    pub(crate) fn is_whole(&self) {
        self.bench.view("lock_workspace", json!({}));
        self.bench.open();
        let report = self.bench.view("verify_journal", json!({ "head": null }));
        assert_eq!(report["verdict"]["is"], "whole", "{report}");
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        // What lies in it can then be removed with the rest.
        let _ = fs::set_permissions(self.folder().join("closed"), Permissions::from_mode(0o755));
    }
}

pub(crate) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// A symbolic link to a path.
pub(crate) fn link(to: &Path, at: &Path) {
    symlink(to, at).unwrap();
}
