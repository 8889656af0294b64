//! Bombs for the reader of exports: folders that somebody has changed.

use std::path::Path;

use super::bomb::{Bomb, Reader, beside, quoted, sparse};

const MB: usize = 1 << 20;

fn import() -> Reader {
    Reader::Call("import_all", |path: &Path| {
        let target = beside(path, "new.hefu");
        format!(
            r#"{{"folder":{},"path":{},"passphrase":"a passphrase for bombs 7","keychain":"forget"}}"#,
            quoted(path),
            quoted(&target)
        )
    })
}

/// A folder that begins as an export does.
fn export(path: &Path, parts: &str, files: &str) {
    std::fs::create_dir_all(path.join("tables")).unwrap();
    std::fs::create_dir_all(path.join("journal")).unwrap();
    std::fs::create_dir_all(path.join("files")).unwrap();
    let manifest = format!(
        r#"{{"format":1,"made_at":"2026-09-28T10:00:00+08:00","heads":[],"parts":{{{parts}}},"files":{{{files}}}}}"#
    );
    std::fs::write(path.join("hefu.json"), manifest).unwrap();
}

/// An export whose first table is made by `make`.
fn with_table(path: &Path, make: impl Fn(&Path)) {
    let part = r#"{"table":"x","rows":18446744073709551615,"sha256":""}"#;
    let tables = crate::bombs::places::tables();
    let parts: Vec<String> = tables.iter().map(|table| format!(r#""{table}":{part}"#)).collect();
    export(path, &parts.join(","), "");
    for table in &tables {
        make(&path.join(table));
    }
}

fn manifest(name: &str, bytes: fn() -> Vec<u8>) -> Bomb {
    Bomb::new(name, import(), move |path| {
        std::fs::create_dir(path).unwrap();
        std::fs::write(path.join("hefu.json"), bytes()).unwrap();
    })
}

pub fn bombs() -> Vec<Bomb> {
    vec![
        manifest("a manifest of brackets", || b"[".repeat(10 * MB)),
        manifest("a manifest of nested parts", || b"{\"parts\":".repeat(MB)),
        manifest("a manifest of small values", || {
            [b"{\"parts\":[".as_slice(), &b"0,".repeat(20 * MB), b"0]}"].concat()
        })
        .slow(),
        Bomb::new("a manifest with a hole of a terabyte", import(), |path| {
            std::fs::create_dir(path).unwrap();
            sparse(&path.join("hefu.json"), b"{", 1 << 40, b"}");
        }),
        Bomb::new("a manifest of a device", import(), |path| {
            std::fs::create_dir(path).unwrap();
            std::os::unix::fs::symlink("/dev/zero", path.join("hefu.json")).unwrap();
        }),
        Bomb::new("parts that lie elsewhere", import(), |path| {
            export(path, r#""../../../../etc/passwd":{"table":"x","rows":1,"sha256":""}"#, "");
        }),
        Bomb::new("kept files that lie elsewhere", import(), |path| {
            export(path, "", r#""../../../../etc/passwd":1,"/etc/passwd":2"#);
        }),
        Bomb::new("a table that is one line of a hundred megabytes", import(), |path| {
            with_table(path, |table| std::fs::write(table, b"x".repeat(100 * MB)).unwrap());
        })
        .slow(),
        Bomb::new("a table with a hole of a terabyte", import(), |path| {
            with_table(path, |table| sparse(table, b"{", 1 << 40, b""));
        }),
        Bomb::new("a table of brackets", import(), |path| {
            with_table(path, |table| {
                std::fs::write(
                    table,
                    [b"{\"sha256\":\"\",\"row\":{\"a\":".as_slice(), &b"[".repeat(5 * MB)].concat(),
                )
                .unwrap();
            });
        }),
        Bomb::new("a table of small values", import(), |path| {
            with_table(path, |table| {
                let line = [b"{\"sha256\":\"\",\"row\":{\"a\":[".as_slice(), &b"0,".repeat(7 * MB), b"0]}}"]
                    .concat();
                std::fs::write(table, line).unwrap();
            });
        })
        .slow(),
        Bomb::new("a table that is a pipe", import(), |path| {
            with_table(path, crate::bombs::places::pipe);
        }),
    ]
}
