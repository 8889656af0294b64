//! The checkers that the project's setup installs: poppler's tools and qpdf.
#![allow(dead_code, reason = "each test uses its part")]

use std::io::Write;
use std::process::Command;

/// What a tool says of a file. Panics when the tool is not there or fails.
pub(crate) fn run(tool: &str, before: &[&str], pdf: &[u8], after: &[&str]) -> String {
    let mut file = tempfile::NamedTempFile::with_suffix(".pdf").expect("a scratch file");
    file.write_all(pdf).expect("room for a scratch file");
    let done = Command::new(tool)
        .args(before)
        .arg(file.path())
        .args(after)
        .output()
        .unwrap_or_else(|error| panic!("{tool}: {error}"));
    let said = String::from_utf8(done.stdout).expect("text");
    assert!(done.status.success(), "{tool}: {said} {}", String::from_utf8_lossy(&done.stderr));
    said
}

/// The text as a reader copies it.
pub(crate) fn text(pdf: &[u8]) -> String {
    run("pdftotext", &["-layout"], pdf, &["-"])
}

/// The text of the structure, as a screen reader hears it.
pub(crate) fn structure(pdf: &[u8]) -> String {
    run("pdfinfo", &["-struct-text"], pdf, &[])
}

/// The file with its streams uncompressed.
pub(crate) fn unpacked(pdf: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::with_suffix(".pdf").expect("a scratch file");
    file.write_all(pdf).expect("room for a scratch file");
    let done =
        Command::new("qpdf").args(["--qdf", "--stream-data=uncompress"]).arg(file.path()).arg("-").output();
    String::from_utf8_lossy(&done.expect("qpdf").stdout).into_owned()
}

/// The words of the structure without its elements, one element a line.
pub(crate) fn heard(pdf: &[u8]) -> String {
    let structure = structure(pdf);
    let quoted = structure.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'));
    quoted.collect::<Vec<_>>().join("\n")
}
