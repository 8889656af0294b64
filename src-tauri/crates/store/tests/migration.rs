//! Files of older formats, as they were written then, open today: nothing is lost and the chain verifies.

#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

use hefu_domain::party::Organisation;
use hefu_domain::text::Words;
use hefu_store::journal::{Verdict, Wanted};
use hefu_store::tables::Profile;
use hefu_store::{FORMAT, Search, Store, derive, salt_of};

const FORMAT_1: &[u8] = include_bytes!("frozen/format-1.hefu");

#[test]
fn a_file_of_format_1_opens_after_a_backup_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("frozen.hefu");
    std::fs::write(&path, FORMAT_1).unwrap();
    let key = derive("frozen for good", &salt_of(&path).unwrap()).unwrap();

    let store = Store::open(&path, &key).unwrap();
    let profile: Profile = store.reader().first("TRUE", []).unwrap().unwrap();
    assert_eq!(profile.actor, Words { en: "Zhao Wenqi".into(), zh: "Zhao Wenqi".into() });
    let organisations: Vec<Organisation> = store.reader().all().unwrap();
    let names: Vec<&str> = organisations.iter().map(|each| each.name.zh.words.as_str()).collect();
    assert_eq!(names, ["港城医院集团"], "汀涛 was added and undone before it was frozen");
    let found = store.search(&Search { words: "gcyy", project: None, limit: 5 }).unwrap();
    assert_eq!(found.iter().map(|each| each.id).collect::<Vec<_>>(), [organisations[0].id.0]);
    let entries = store.entries(&Wanted::default(), None, 10).unwrap();
    let acts: Vec<&str> = entries.iter().map(|entry| entry.act.as_str()).collect();
    assert_eq!(acts, ["undone", "organisation_added", "organisation_added", "workspace_created"]);
    assert!(entries.iter().all(|entry| entry.actor.to_string() == "Zhao Wenqi"));
    let verified = store.verify_journal(None, &mut |_| ()).unwrap();
    assert_eq!((verified.verdict, verified.entries), (Verdict::Whole, 4));
    store.close().unwrap();

    let backups = folder.path().join("frozen.backups");
    let made: Vec<_> = std::fs::read_dir(backups).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(made.len(), 1, "{made:?}");
    assert!(made[0].to_string_lossy().contains(&format!("before-format-{FORMAT}")), "{made:?}");
    assert_eq!(std::fs::read(&made[0]).unwrap().len(), FORMAT_1.len());
}
