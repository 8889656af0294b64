//! Any bytes behind the beginning of a trail.
#![no_main]

use hefu_signing::{Given, verify};
use libfuzzer_sys::fuzz_target;

const BEGINNING: &[u8] = b"{\"audit_trail\":";

fuzz_target!(|bytes: &[u8]| {
    let rest = bytes.strip_prefix(BEGINNING).unwrap_or(bytes);
    let _ = verify(&[BEGINNING, rest].concat(), &Given::default());
});
