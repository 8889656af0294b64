//! Any bytes as the manifest and the tables of an export. The first line is the manifest, the second the name of a
//! part, the rest what lies there.
#![no_main]

use std::ops::ControlFlow;

use hefu_store::{RawKey, Store};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut lines = bytes.splitn(3, |byte| *byte == b'\n');
    let (manifest, part, rest) = (lines.next(), lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let Ok(folder) = tempfile::tempdir() else { return };
    let export = folder.path().join("export");
    let is_table = |name: &&str| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let part = std::str::from_utf8(part).ok().filter(is_table).unwrap_or("entry");
    for (kind, bytes) in [("tables", rest), ("journal", rest), ("files", b"".as_slice())] {
        if std::fs::create_dir_all(export.join(kind)).is_err() {
            return;
        }
        let _ = std::fs::write(export.join(kind).join(format!("{part}.jsonl")), bytes);
    }
    let _ = std::fs::write(export.join("hefu.json"), manifest.unwrap_or_default());
    let target = folder.path().join("new.hefu");
    let read = Store::import_all(&export, &target, &RawKey::new([7; 32]), &[9; 16], &mut |_, _| ControlFlow::Continue(()));
    assert!(read.is_ok() || !target.exists(), "what is refused leaves nothing");
});
