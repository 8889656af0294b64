//! Any bytes as a paper.
#![no_main]

use hefu_signing::{Given, verify};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = verify(bytes, &Given::default());
});
