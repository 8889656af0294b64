//! What lies at a path and is no file, for every command that reads one.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use super::bomb::{Bomb, Reader, quoted};
use super::workbook::preview;

pub fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// The sample workspace, made once; a bomb works on a copy.
pub fn sample() -> PathBuf {
    static SAMPLE: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, path) = SAMPLE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sample.hefu");
        let made = hefu_tests::programs::cli(["sample", path.to_str().unwrap()]).output().unwrap();
        assert!(made.status.success());
        (folder, path)
    });
    path.clone()
}

/// Path in an export of every table.
pub fn tables() -> Vec<String> {
    static TABLES: OnceLock<Vec<String>> = OnceLock::new();
    let read = || {
        let bench = crate::bombs::bomb::exported();
        let manifest: serde_json::Value = serde_json::from_slice(&bench).unwrap();
        manifest["parts"].as_object().unwrap().keys().cloned().collect()
    };
    TABLES.get_or_init(read).clone()
}

fn in_sample(command: &'static str, request: fn(&Path) -> String) -> Reader {
    Reader::InSample(command, request)
}

fn readers() -> Vec<(&'static str, Reader)> {
    vec![
        ("hefu-cli verify", Reader::Verifier),
        ("hefu-verify", Reader::SmallVerifier),
        ("preview_import", preview()),
        (
            "open_workspace",
            Reader::Call("open_workspace", |path| {
                format!(
                    r#"{{"path":{},"key":{{"by":"passphrase","passphrase":"x","keychain":"forget"}}}}"#,
                    quoted(path)
                )
            }),
        ),
        (
            "restore_backup",
            Reader::Call("restore_backup", |path| {
                let target = super::bomb::beside(path, "restored.hefu");
                format!(
                    r#"{{"backup":{},"path":{},"key":{{"by":"passphrase","passphrase":"x"}}}}"#,
                    quoted(path),
                    quoted(&target)
                )
            }),
        ),
        ("inspect_update", Reader::Call("inspect_update", |path| format!(r#"{{"path":{}}}"#, quoted(path)))),
        (
            "import_all",
            Reader::Call("import_all", |path| {
                let target = super::bomb::beside(path, "new.hefu");
                format!(
                    r#"{{"folder":{},"path":{},"passphrase":"a passphrase for bombs 7","keychain":"forget"}}"#,
                    quoted(path),
                    quoted(&target)
                )
            }),
        ),
        ("set_vendor_logo", in_sample("set_vendor_logo", |path| format!(r#"{{"path":{}}}"#, quoted(path)))),
    ]
}

pub fn bombs() -> Vec<Bomb> {
    let mut bombs = Vec::new();
    for (name, reader) in readers() {
        let of = |what: &str, make: fn(&Path)| Bomb::new(&format!("{what} for {name}"), reader.clone(), make);
        bombs.push(of("a pipe", pipe));
        bombs.push(of("a device without an end", |path| {
            std::os::unix::fs::symlink("/dev/zero", path).unwrap();
        }));
        bombs.push(of("a folder", |path| std::fs::create_dir(path).unwrap()));
        bombs.push(of("a link to itself", |path| std::os::unix::fs::symlink(path, path).unwrap()));
        bombs.push(of("a socket", |path| drop(std::os::unix::net::UnixListener::bind(path).unwrap())));
    }
    let logo = || in_sample("set_vendor_logo", |path| format!(r#"{{"path":{}}}"#, quoted(path)));
    for (name, bytes) in [
        ("a PNG of a hundred thousand by a hundred thousand", png as fn() -> Vec<u8>),
        ("a JPEG of 65,500 by 65,500", jpeg),
    ] {
        bombs.push(Bomb::file(name, logo(), bytes));
    }
    bombs
}

fn png() -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\x01\x86\xA0\0\x01\x86\xA0\x08\x06\0\0\0".to_vec();
    bytes.extend([0x5C, 0x3C, 0x0B, 0x9E]);
    bytes.extend(b"\0\0\0\0IDAT\x35\xAF\x06\x1E\0\0\0\0IEND\xAE\x42\x60\x82");
    bytes
}

fn jpeg() -> Vec<u8> {
    let mut bytes = b"\xFF\xD8\xFF\xC2\0\x11\x08\xFF\xDC\xFF\xDC\x03\x01\x11\0\x02\x11\0\x03\x11\0".to_vec();
    bytes.extend(b"\xFF\xDA\0\x0C\x03\x01\0\x02\x11\x03\x11\0\x3F\0");
    bytes.extend([0; 1000]);
    bytes.extend(b"\xFF\xD9");
    bytes
}
