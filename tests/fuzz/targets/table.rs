//! Any bytes as a table, and the table as everything that it is read for.
#![no_main]

use hefu_exchange::{Book, Choices, Target, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(book) = Book::from_bytes(bytes) {
        for target in [Target::Requirements, Target::Deliverables, Target::Criteria, Target::Case] {
            let _ = read(&book, target, &Choices { all_sheets: true, ..Choices::default() });
        }
    }
});
