//! Every change of a byte is refused.

use crate::support::*;
use hefu_signing::{Effort, Given, Unjudged, Verdict, verify};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

fn refused(pdf: &[u8]) -> bool {
    let given = Given { effort: Effort::FirstFinding, ..Given::default() };
    verify(pdf, &given).verdict == Verdict::Changed
}

/// Where the last `/Contents` stands, its brackets included.
fn last_contents(pdf: &[u8]) -> std::ops::Range<usize> {
    let start = pdf.windows(10).rposition(|window| window == b"/Contents<").unwrap() + 9;
    start..start + pdf[start..].iter().position(|byte| *byte == b'>').unwrap() + 1
}

/// Runs `check` on every item, on two threads.
fn on_two_threads<T: Sync>(items: &[T], check: impl Fn(&T) + Sync) {
    let (one, other) = items.split_at(items.len() / 2);
    std::thread::scope(|scope| {
        scope.spawn(|| one.iter().for_each(&check));
        other.iter().for_each(&check);
    });
}

#[test]
fn two_thousand_changed_bytes() {
    for listing in [Listing::Table, Listing::Stream] {
        let pdf = signed_twice(listing);
        let mut random = ChaCha8Rng::seed_from_u64(2026);
        let changes: Vec<(usize, u8)> =
            (0..2000).map(|_| (random.random_range(0..pdf.len()), random.random_range(1..=255))).collect();
        on_two_threads(&changes, |&(place, bits)| {
            let mut changed = pdf.clone();
            changed[place] ^= bits;
            assert!(refused(&changed), "{listing:?}: byte {place} with {bits:#04x}");
        });
    }
}

#[test]
fn every_byte_of_the_last_contents() {
    let pdf = signed_twice(Listing::Table);
    let contents: Vec<usize> = last_contents(&pdf).collect();
    // 0x20 changes the case of a letter; the others make other digits, or none.
    on_two_threads(&contents, |&place| {
        for bits in [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF] {
            let mut changed = pdf.clone();
            changed[place] ^= bits;
            assert!(refused(&changed), "byte {place} with {bits:#04x}");
        }
    });
}

#[test]
fn every_byte_of_the_last_revision() {
    let pdf = signed_twice(Listing::Stream);
    let start = sign_as(&base(Listing::Stream), 1).pdf.len();
    let places: Vec<usize> = (start..pdf.len()).collect();
    on_two_threads(&places, |&place| {
        let mut changed = pdf.clone();
        changed[place] ^= 0x01;
        assert!(refused(&changed), "byte {place}");
    });
}

#[test]
fn both_efforts_agree() {
    let pdf = signed_twice(Listing::Table);
    let mut random = ChaCha8Rng::seed_from_u64(7);
    for _ in 0..150 {
        let mut changed = pdf.clone();
        let place = random.random_range(0..pdf.len());
        changed[place] ^= random.random_range(1..=255_u8);
        let report = check(&changed);
        assert_eq!(report.verdict, Verdict::Changed, "byte {place}");
        assert!(!report.findings.is_empty());
        assert!(refused(&changed));
    }
}

#[test]
fn an_inserted_or_removed_byte() {
    let pdf = signed_twice(Listing::Table);
    let mut random = ChaCha8Rng::seed_from_u64(8);
    for _ in 0..300 {
        let place = random.random_range(9..pdf.len());
        let mut inserted = pdf.clone();
        inserted.insert(place, random.random());
        assert!(refused(&inserted), "inserted at {place}");
        let mut removed = pdf.clone();
        removed.remove(place);
        assert!(refused(&removed), "removed at {place}");
    }
}

#[test]
fn nothing_makes_the_verifier_panic() {
    let pdf = signed_twice(Listing::Stream);
    let mut random = ChaCha8Rng::seed_from_u64(9);
    for round in 0..400 {
        let length = random.random_range(0..2000);
        let mut noise: Vec<u8> = (0..length).map(|_| random.random()).collect();
        if round % 2 == 0 {
            noise.splice(..0, *b"%PDF-1.7\n");
            noise.extend_from_slice(b"\nstartxref\n9\n%%EOF\n");
        }
        assert_ne!(check(&noise).verdict, Verdict::Unchanged);
    }
    for _ in 0..200 {
        // A piece of the file put in another place of it.
        let mut changed = pdf.clone();
        let from = random.random_range(0..pdf.len() - 200);
        let to = random.random_range(0..pdf.len() - 200);
        changed.copy_within(from..from + random.random_range(1..200), to);
        assert_eq!(check(&changed).verdict == Verdict::Unchanged, changed == pdf);
        changed.truncate(random.random_range(0..pdf.len()));
        check(&changed);
    }
    // Nesting, numbers and lists of a size that no file needs.
    for hostile in
        [b"[".repeat(200_000), b"<</A ".repeat(200_000), b"(".repeat(200_000), b"9".repeat(200_000)]
    {
        let mut file = b"%PDF-1.7\n1 0 obj\n".to_vec();
        file.extend_from_slice(&hostile);
        let section = file.len();
        file.extend_from_slice(
            b"\nxref\n0 99999999\n0000000000 65535 f \ntrailer\n<</Size 2/Root 1 0 R/Prev 0>>\n",
        );
        file.extend_from_slice(format!("startxref\n{section}\n%%EOF\n").as_bytes());
        assert_eq!(check(&file).unjudged, Some(Unjudged::Unreadable));
    }
}
