//! Prints the list of digests of the shipped packs, as `library/packs/digests.toml` has it.

#![allow(clippy::print_stdout, reason = "a program of the house, not part of the crate")]

use hefu_rules::{Pack, SHIPPED};

fn main() {
    println!(
        "# SHA-256 of each pack as canonical JSON. Written by the example `digests` of hefu-rules.\n\n[sha256]"
    );
    for (file, text) in SHIPPED {
        match Pack::parse(text) {
            Ok(pack) => println!("{file:?} = {:?}", pack.digest()),
            Err(e) => println!("# {file}: {e}"),
        }
    }
}
