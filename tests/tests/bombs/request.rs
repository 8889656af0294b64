//! Bombs that are typed or pasted: requests, and words to be searched for.

use std::path::Path;

use super::bomb::{Bomb, Reader, sparse};

const MB: usize = 1 << 20;

fn search(words: &str) -> Vec<u8> {
    format!(r#"{{"words":"{words}","project":null,"limit":20}}"#).into_bytes()
}

/// A search, as the request that lies at the path.
fn searching() -> Reader {
    Reader::InSample("search", |path| std::fs::read_to_string(path).unwrap())
}

type Made = (&'static str, fn() -> Vec<u8>);

const WORDS: [Made; 7] = [
    ("a word of 200,000 letters", || search(&"acceptance".repeat(20_000))),
    ("a word of 200,000 characters", || search(&"验收".repeat(100_000))),
    ("letters that are nearly syllables", || search(&format!("{}ii", "xian".repeat(70)))),
    ("letters that are nearly syllables, begun", || search(&format!("{}zhuangv", "anangeng".repeat(35)))),
    ("one letter again and again", || search(&"a".repeat(200_000))),
    ("signs that stand for sentences", || search(&"\u{FDFA}".repeat(10_000))),
    ("fifty thousand words", || search(&"zone latency ".repeat(25_000))),
];

pub fn bombs() -> Vec<Bomb> {
    let mut bombs: Vec<Bomb> =
        WORDS.into_iter().map(|(name, make)| Bomb::file(name, searching(), make)).collect();
    let call = || Reader::Input("amount_in_words");
    bombs.push(Bomb::file("a request of brackets", call(), || b"[".repeat(5 * MB)));
    bombs.push(Bomb::file("a request of nested objects", call(), || b"{\"a\":".repeat(MB)));
    bombs
        .push(Bomb::new("a request without an end", call(), |path: &Path| sparse(path, b"{", 1 << 40, b"}")));
    bombs.push(Bomb::file("a pasted table of one cell", Reader::Input("preview_import"), || {
        let text = "x".repeat(30 * MB);
        format!(r#"{{"target":"requirements","source":{{"from":"pasted","text":"{text}"}}}}"#).into_bytes()
    }));
    bombs
}
