//! What other programs say of our signatures: poppler's `pdfsig`, `qpdf`, and pyHanko, which is
//! put into a virtual environment below the target directory.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "support/pyhanko.rs"]
mod pyhanko;
mod support;

use std::path::Path;

use pyhanko::{python, run};
use serde_json::Value;
use support::*;

/// A signed file on disk; each test has its own.
fn file(name: &str, pdf: &[u8]) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, pdf).unwrap();
    path.to_str().unwrap().to_string()
}

#[test]
fn pdfsig_calls_both_signatures_valid() {
    for listing in [Listing::Table, Listing::Stream] {
        let path = file(&format!("pdfsig-{listing:?}.pdf"), &signed_twice(listing));
        let said = run("pdfsig", &["-nocert", &path]);
        assert_eq!(said.matches("Signature Validation: Signature is Valid.").count(), 2, "{said}");
        assert_eq!(said.matches("ETSI.CAdES.detached").count(), 2, "{said}");
        assert_eq!(said.matches("Total document signed").count(), 1, "{said}");
        assert!(said.contains("Common Name: Lin Hui Min 林慧敏"), "{said}");
        assert!(run("qpdf", &["--check", &path]).contains("No syntax or stream encoding errors"));
    }
}

#[test]
fn pyhanko_calls_both_intact_and_the_first_acceptably_modified() {
    let python = python("pyhanko");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pyhanko_check.py");
    for listing in [Listing::Table, Listing::Stream] {
        let path = file(&format!("pyhanko-{listing:?}.pdf"), &signed_twice(listing));
        let said = run(&python, &[script, &path]);
        let said: Vec<Value> = said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let [first, second] = &said[..] else { panic!("{said:?}") };
        for (signature, field) in [(first, "signature.1"), (second, "signature.2")] {
            assert_eq!(signature["field"], field);
            assert_eq!(signature["valid"], true);
        }
        let summary = |signature: &Value| signature["summary"].as_str().unwrap().to_string();
        assert_eq!(first["coverage"], "ENTIRE_REVISION");
        assert_eq!(second["coverage"], "ENTIRE_FILE");
        assert!(summary(first).starts_with("INTACT:"), "{first}");
        assert!(summary(first).contains("ACCEPTABLE_MODIFICATIONS"), "{first}");
        assert!(summary(second).starts_with("INTACT:"), "{second}");
        assert!(summary(second).contains("UNTOUCHED"), "{second}");
    }
}
