//! A scratch workspace and a fixed clock.

#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "each test file uses its part; a test that meets the unexpected fails"
)]

pub mod acts;

use chrono::{DateTime, FixedOffset};
use hefu_domain::id::{OrganisationId, ProjectId};
use hefu_domain::journal::Act;
use hefu_domain::party::{Organisation, OrganisationKind};
use hefu_domain::text::{Text, Words};
use hefu_store::journal::Moment;
use hefu_store::{NewEntry, RawKey, Store, StoreError, Written};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

pub struct Scratch {
    pub folder: tempfile::TempDir,
    pub path: PathBuf,
    pub key: RawKey,
}

pub fn scratch() -> Scratch {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("work.hefu");
    Scratch { folder, path, key: RawKey::new([9; 32]) }
}

/// A raw connection's set-up is kept apart from the store's own: SQLCipher's shares state between them.
static SET_UP: Mutex<()> = Mutex::new(());

fn alone() -> MutexGuard<'static, ()> {
    SET_UP.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Scratch {
    /// The file as a forger with the key opens it, past the store.
    pub fn raw(&self) -> rusqlite::Connection {
        let _alone = alone();
        let connection = rusqlite::Connection::open(&self.path).unwrap();
        let key = format!("x'{}{}'", "09".repeat(32), "05".repeat(16));
        connection.pragma_update(None, "key", key).unwrap();
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).unwrap();
        connection
    }

    pub fn create(&self) -> Store {
        let _alone = alone();
        Store::create(&self.path, &self.key, &[5; 16]).unwrap()
    }

    pub fn open(&self) -> Result<Store, StoreError> {
        let _alone = alone();
        Store::open(&self.path, &self.key)
    }
}

pub fn moment(minute: u32) -> Moment {
    let at: DateTime<FixedOffset> =
        format!("2026-09-28T{:02}:{:02}:00+08:00", 9 + minute / 60, minute % 60).parse().unwrap();
    Moment {
        at,
        actor: Words { en: "Zhao Wenqi".into(), zh: "赵文琪".into() },
        by: None,
        salt: [minute as u8; 16],
    }
}

pub fn organisation(n: u128, en: &str) -> Organisation {
    Organisation {
        id: OrganisationId(Uuid::from_u128(n)),
        kind: OrganisationKind::Client,
        name: Text::reviewed(en, "港城医院集团"),
        short_name: Text::reviewed(en, "港城"),
        legal_id: String::new(),
        calendar: "cn".into(),
        jurisdiction: "CN".into(),
        parent: None,
    }
}

pub fn save(store: &mut Store, minute: u32, record: &Organisation) -> Written<()> {
    save_in(store, minute, record, None, &[])
}

pub fn save_in(
    store: &mut Store,
    minute: u32,
    record: &Organisation,
    project: Option<ProjectId>,
    trails: &[Uuid],
) -> Written<()> {
    store
        .write::<_, StoreError>(&moment(minute), |tx| {
            tx.put(record)?;
            let act = Act::OrganisationEdited { en: record.name.en.words.clone(), zh: String::new() };
            let trails = trails.iter().map(|t| hefu_domain::id::StackId(*t)).collect();
            Ok((NewEntry { act, project, trails }, ()))
        })
        .unwrap()
}

pub fn name(store: &Store, n: u128) -> Option<String> {
    store.reader().find::<Organisation>(Uuid::from_u128(n)).unwrap().map(|o| o.name.en.words)
}
