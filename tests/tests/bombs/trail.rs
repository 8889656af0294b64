//! Bombs for the reader of trails, and of updates.

use std::path::Path;

use super::bomb::{Bomb, Reader, quoted, sparse};

const MB: usize = 1 << 20;
const HEAD: &[u8] = b"{\"audit_trail\":";

const HEADER: &str = r#"{"audit_trail":{"version":1,"workspace":{"id":"a","name":"b"},"trail":"prj","title":{"en":"","zh":""},"project":null,"first":1,"last":1,"head":"prj 1 00","exported_at":"2026-09-28T10:00:00+08:00","exported_by":{"en":"","zh":""},"attested_by":[]}}"#;

type Made = (&'static str, bool, fn() -> Vec<u8>);

const TRAILS: [Made; 6] = [
    ("a trail of brackets", true, || [HEAD, &b"[".repeat(5 * MB)].concat()),
    ("a trail of nested objects", true, || [HEAD, &b"{\"a\":".repeat(MB)].concat()),
    ("a trail whose first line has a hundred megabytes", false, || {
        [HEAD, b"\"".as_slice(), &b"x".repeat(100 * MB), b"\"}\n"].concat()
    }),
    ("a trail of fifty million empty lines", false, || [HEADER.as_bytes(), &b"\n".repeat(50 * MB)].concat()),
    ("a trail of small values", false, || {
        [HEADER.as_bytes(), b"\n{\"trail\":[".as_slice(), &b"0,".repeat(40 * MB), b"0]}\n"].concat()
    }),
    ("a trail whose signature is a hundred megabytes", false, || {
        [HEADER.as_bytes(), b"\n{\"signature\":\"".as_slice(), &b"30".repeat(50 * MB), b"\"}\n"].concat()
    }),
];

fn update() -> Reader {
    Reader::Call("inspect_update", |path: &Path| format!(r#"{{"path":{}}}"#, quoted(path)))
}

pub fn bombs() -> Vec<Bomb> {
    let mut bombs = Vec::new();
    for (name, is_quick, make) in TRAILS {
        let of = |reader| Bomb::file(name, reader, make);
        bombs.push(if is_quick { of(Reader::Verifier) } else { of(Reader::Verifier).slow() });
        bombs.push(of(Reader::SmallVerifier).slow());
    }
    for size in [1_u64 << 30, 1 << 40] {
        for (reader, beginning) in
            [(Reader::Verifier, HEAD), (Reader::SmallVerifier, HEAD), (update(), b"dW50cnVzdGVk\n")]
        {
            let name = format!("a hole of {} GB behind a beginning", size >> 30);
            bombs.push(Bomb::new(&name, reader, move |path: &Path| sparse(path, beginning, size, b"")));
        }
    }
    bombs
}
