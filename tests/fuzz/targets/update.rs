//! Any bytes as an update; without the secret key none is one.
#![no_main]

use hefu_signing::read_update;
use libfuzzer_sys::fuzz_target;

/// The public half of a key whose other half nobody has.
const KEY: &str = "dW50cnVzdGVkIGNvbW1lbnQ6IG1pbmlzaWduIHB1YmxpYyBrZXkgRTdDNzJCQUZCNzlEMzA2NgpSV1JtTUoyM3J5dkg1NDNkMG9DRUN2S2hKcHd2Tm1yczVnQ0Z4UEtTMUkxUXZsT3dFZlJJaXY5Kwo=";

fuzz_target!(|bytes: &[u8]| {
    assert!(read_update(bytes, KEY).is_err());
});
