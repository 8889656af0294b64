//! An engine on a scratch workspace, with a fixed clock and seed.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test file uses its part; a test that meets the unexpected fails"
)]

pub mod archive;

use std::ops::ControlFlow;
use std::path::PathBuf;

use hefu_commands::{Engine, Outside, SAMPLE_PASSPHRASE};
use serde_json::{Value, json};
use tempfile::TempDir;

pub struct Bench {
    pub folder: TempDir,
    pub engine: Engine,
}

impl Bench {
    pub fn empty() -> Self {
        let now = "2026-09-28T10:00:00+08:00".parse().unwrap();
        Self { folder: tempfile::tempdir().unwrap(), engine: Engine::new(Outside::fixed(now, 28)) }
    }

    pub fn with_sample() -> Self {
        let bench = Self::empty();
        bench.view("create_sample", json!({ "path": bench.file(), "passphrase": null }));
        bench
    }

    /// The story's meeting is over and its paper exported.
    pub fn after_the_meeting() -> Self {
        let bench = Self::with_sample();
        bench.view("lock_workspace", json!({}));
        hefu_cli::story::play(&bench.engine, &bench.file(), &bench.paper()).unwrap();
        bench
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("work.hefu")
    }

    pub fn paper(&self) -> PathBuf {
        self.folder.path().join("report.pdf")
    }

    pub fn open(&self) {
        let key = json!({ "by": "passphrase", "passphrase": SAMPLE_PASSPHRASE, "keychain": "forget" });
        self.view("open_workspace", json!({ "path": self.file(), "key": key }));
    }

    pub fn call(&self, command: &str, request: Value) -> Result<Value, Value> {
        let reply = self.engine.call(command, request, &mut |_| ControlFlow::Continue(()));
        reply.map(|reply| reply.view()).map_err(|failure| json!(failure))
    }

    #[track_caller]
    pub fn view(&self, command: &str, request: Value) -> Value {
        self.call(command, request).unwrap_or_else(|failure| panic!("{command}: {failure}"))
    }

    #[track_caller]
    pub fn refused(&self, command: &str, request: Value) -> Value {
        self.call(command, request).expect_err("the command was to be refused")
    }

    /// The project of the story.
    pub fn project(&self) -> Value {
        let list = self.view("list_projects", json!({}));
        let lines = list["projects"].as_array().unwrap();
        lines.iter().find(|line| line["project"]["number"] == "HC-2026-014").unwrap()["project"]["id"].clone()
    }

    pub fn round(&self) -> Value {
        let rounds = self.view("list_rounds", json!({ "project": self.project() }));
        self.view("acceptance_round", json!({ "round": rounds["rounds"][0]["id"] }))
    }

    pub fn criterion(&self, number: &str) -> Value {
        let round = self.round();
        let lines =
            round["chapters"].as_array().unwrap().iter().flat_map(|c| c["criteria"].as_array().unwrap());
        lines.map(|line| &line["criterion"]).find(|c| c["number"] == number).unwrap().clone()
    }
}
