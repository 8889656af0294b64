//! What stands at a place decides whether something is written there; whatever comes of it, nothing is lost.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that meets the unexpected fails")]

use std::fs::{self, Permissions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use hefu_files::{
    FileError, NewFolder, Scratch, Why, copy_aside, copy_new, create_empty, cut, keep, replace, write,
    write_by, write_new,
};

const PAPER: &[u8] = b"%PDF-1.7\nnew";

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

/// A folder with one of everything, and what it holds.
fn with_everything() -> (tempfile::TempDir, Vec<(PathBuf, Vec<u8>)>) {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    let workspace = [0x9c, 0x01, 0xfe, 0x77].repeat(2048);
    let held: Vec<(PathBuf, Vec<u8>)> = [
        ("work.hefu", workspace.clone()),
        ("work.hefu-wal", b"\x37\x7f\x06\x82log".to_vec()),
        ("work.hefu-lock", Vec::new()),
        ("other", workspace.clone()),
        ("other-journal", b"her notes".to_vec()),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0".to_vec()),
        ("her.pdf.part", b"hers".to_vec()),
        ("report.pdf", b"%PDF-1.7\nold".to_vec()),
        ("locked.pdf", b"%PDF-1.7\nold".to_vec()),
    ]
    .map(|(name, bytes)| (at(name), bytes))
    .into();
    for (path, bytes) in &held {
        fs::write(path, bytes).unwrap();
    }
    fs::set_permissions(at("locked.pdf"), Permissions::from_mode(0o444)).unwrap();
    fs::hard_link(at("work.hefu"), at("hard.pdf")).unwrap();
    symlink(at("work.hefu"), at("link.pdf")).unwrap();
    symlink(at("report.pdf"), at("link to a paper.pdf")).unwrap();
    symlink(at("gone"), at("dangling.pdf")).unwrap();
    fs::create_dir(at("folder.pdf")).unwrap();
    rustix::fs::mknodat(
        rustix::fs::CWD,
        at("pipe.pdf"),
        rustix::fs::FileType::Fifo,
        rustix::fs::Mode::from_raw_mode(0o600),
        0,
    )
    .unwrap();
    (folder, held)
}

/// What is at a place, and why it is refused.
type Refused = (&'static str, fn(&Why) -> bool);

#[test]
fn nothing_takes_the_place_of_what_is_not_of_its_kind() {
    let (folder, held) = with_everything();
    let before = names(folder.path());
    let cases: [Refused; 19] = [
        ("work.hefu", |why| matches!(why, Why::Workspace)),
        ("WORK.HEFU", |why| matches!(why, Why::Workspace)),
        ("work.hefu-wal", |why| matches!(why, Why::Workspace)),
        ("work.hefu-shm", |why| matches!(why, Why::Workspace)),
        ("work.hefu-lock", |why| matches!(why, Why::Workspace)),
        ("other-wal", |why| matches!(why, Why::Workspace)),
        ("other-journal", |why| matches!(why, Why::Workspace)),
        ("other", |why| matches!(why, Why::OtherKind)),
        ("hard.pdf", |why| matches!(why, Why::OtherKind)),
        ("picture.png", |why| matches!(why, Why::OtherKind)),
        ("link.pdf", |why| matches!(why, Why::Link)),
        ("link to a paper.pdf", |why| matches!(why, Why::Link)),
        ("dangling.pdf", |why| matches!(why, Why::Link)),
        ("folder.pdf", |why| matches!(why, Why::Folder)),
        ("folder.pdf/", |why| matches!(why, Why::Folder)),
        ("pipe.pdf", |why| matches!(why, Why::Special)),
        ("locked.pdf", |why| matches!(why, Why::WriteProtected)),
        ("none/report.pdf", |why| matches!(why, Why::NoFolder)),
        ("report.pdf/report.pdf", |why| matches!(why, Why::NotAFolder)),
    ];
    for (name, expected) in cases {
        let refused = write(&folder.path().join(name), PAPER).unwrap_err();
        assert!(expected(&refused.why), "{name}: {refused}");
        assert!(write_new(&folder.path().join(name), PAPER).is_err(), "{name}");
    }
    let long = write(&folder.path().join("合".repeat(100)), PAPER).unwrap_err();
    assert!(matches!(long.why, Why::NameTooLong), "{long}");
    assert!(matches!(write(Path::new(""), PAPER).unwrap_err().why, Why::Blank));
    assert!(matches!(write(Path::new("a\0b"), PAPER).unwrap_err().why, Why::BadName));
    assert!(matches!(write(Path::new("/dev/null"), PAPER).unwrap_err().why, Why::Special));
    assert_eq!(names(folder.path()), before);
    for (path, bytes) in &held {
        assert_eq!(fs::read(path).unwrap(), *bytes, "{}", path.display());
    }
}

#[test]
fn a_file_of_the_same_kind_is_replaced_whole_and_everything_beside_it_stays() {
    let (folder, _) = with_everything();
    let before = names(folder.path());
    let paper = folder.path().join("report.pdf");
    let failed = write_by(&paper, |file| {
        file.write_all(b"%PDF-1.7\nha").unwrap();
        Err::<(), _>(FileError::new(&paper, Why::DiskFull))
    });
    assert!(matches!(failed.unwrap_err().why, Why::DiskFull));
    assert_eq!(fs::read(&paper).unwrap(), b"%PDF-1.7\nold");
    assert_eq!(names(folder.path()), before, "the half-written file is gone");
    write(&paper, PAPER).unwrap();
    assert_eq!((fs::read(&paper).unwrap(), mode(&paper)), (PAPER.to_vec(), 0o600));
    assert!(matches!(write_new(&paper, PAPER).unwrap_err().why, Why::AlreadyThere));
    fs::write(folder.path().join("chosen.pdf"), "").unwrap();
    write(&folder.path().join("chosen.pdf"), PAPER).unwrap();
    assert_eq!(fs::read(folder.path().join("her.pdf.part")).unwrap(), b"hers");
}

#[test]
fn a_workspace_is_made_only_where_nothing_is_that_could_be_taken_for_a_part_of_it() {
    let (folder, held) = with_everything();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("next.hefu-wal"), "her notes").unwrap();
    symlink(at("nowhere"), at("link.hefu")).unwrap();
    for name in
        ["work.hefu", "work.hefu-shm", "next.hefu", "link.hefu", "pipe.pdf", "folder.pdf", "dangling.pdf"]
    {
        assert!(create_empty(&at(name)).is_err(), "{name}");
        assert!(copy_new(&at("work.hefu"), &at(name)).is_err(), "{name}");
    }
    let named = create_empty(&at("next.hefu")).unwrap_err();
    assert_eq!(named.path, at("next.hefu-wal"));
    assert!(!at("nowhere").exists());
    for from in ["pipe.pdf", "folder.pdf"] {
        assert!(copy_new(&at(from), &at("copy.hefu")).is_err(), "{from}");
    }
    copy_new(&at("work.hefu"), &at("copy.hefu")).unwrap();
    drop(create_empty(&at("new.hefu")).unwrap());
    assert_eq!(fs::read(at("copy.hefu")).unwrap(), held[0].1);
    assert_eq!((mode(&at("copy.hefu")), mode(&at("new.hefu"))), (0o600, 0o600));
}

#[test]
fn a_file_of_the_programs_own_is_replaced_behind_its_link() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("real"), "old").unwrap();
    fs::set_permissions(at("real"), Permissions::from_mode(0o755)).unwrap();
    symlink("real", at("link")).unwrap();
    keep(&at("link"), b"kept").unwrap();
    assert_eq!((fs::read(at("real")).unwrap(), mode(&at("real"))), (b"kept".to_vec(), 0o755));
    let scratch = Scratch::beside(&at("link")).unwrap();
    assert_eq!(mode(scratch.path()), 0o700);
    fs::write(scratch.path().join("new"), "newer").unwrap();
    replace(&scratch.path().join("new"), &at("link")).unwrap();
    drop(scratch);
    assert_eq!(fs::read(at("real")).unwrap(), b"newer");
    assert!(fs::symlink_metadata(at("link")).unwrap().is_symlink());
    assert_eq!(names(folder.path()), ["link", "real"]);
}

#[test]
fn a_folder_is_filled_whole_or_not_at_all() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    let target = at("not/yet/there");
    let begun = NewFolder::begin(&target).unwrap();
    begun.write("tables/person.jsonl", b"{}").unwrap();
    drop(begun);
    assert!(names(folder.path()).is_empty(), "what was begun is gone, with the folders made for it");
    let begun = NewFolder::begin(&target).unwrap();
    begun.write("tables/person.jsonl", b"{}").unwrap();
    begun.write("hefu.json", b"{}").unwrap();
    begun.finish("hefu.json").unwrap();
    assert_eq!(names(&target), ["hefu.json", "tables"]);
    let modes = ["", "tables", "hefu.json"].map(|name| mode(&target.join(name)));
    assert_eq!(modes, [0o700, 0o700, 0o600]);
    // Somebody's file that comes in between is left as it is, and so is the folder.
    fs::create_dir(at("hers")).unwrap();
    let begun = NewFolder::begin(&at("hers")).unwrap();
    begun.write("tables/person.jsonl", b"{}").unwrap();
    begun.write("hefu.json", b"{}").unwrap();
    fs::write(at("hers/tables"), "hers").unwrap();
    assert!(begun.finish("hefu.json").is_err());
    assert_eq!(names(&at("hers")), ["tables"]);
    assert_eq!(fs::read(at("hers/tables")).unwrap(), b"hers");
    symlink(at("hers"), at("link")).unwrap();
    for name in ["hers", "link", "link/", "hers/tables", "hers/tables/x", "work.hefu-wal", ""] {
        let place = if name.is_empty() { PathBuf::new() } else { at(name) };
        assert!(NewFolder::begin(&place).is_err(), "{name}");
    }
    assert_eq!(names(folder.path()), ["hers", "link", "not"]);
}

#[test]
fn a_copy_that_is_kept_has_its_log_beside_it_and_takes_no_place() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    fs::write(at("work.hefu"), b"pages").unwrap();
    fs::write(at("kept.hefu-wal"), b"log").unwrap();
    copy_aside(&at("work.hefu"), &at("kept.hefu")).unwrap();
    copy_aside(&at("kept.hefu-wal"), &at("more.hefu-wal")).unwrap();
    let refused = copy_aside(&at("work.hefu"), &at("kept.hefu-wal")).unwrap_err();
    assert!(matches!(refused.why, Why::AlreadyThere), "{refused}");
    cut(&at("more.hefu-wal"), 2).unwrap();
    let held = ["kept.hefu", "kept.hefu-wal", "more.hefu-wal"].map(|name| fs::read(at(name)).unwrap());
    assert_eq!(held, [b"pages".to_vec(), b"log".to_vec(), b"lo".to_vec()]);
}
