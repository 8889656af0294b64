//! Verifying a million entries against reading the same rows and hashing each, and asking them who did what when.

use std::fmt::Write;
use std::path::Path;
use std::time::Instant;

use hefu_domain::id::StackId;
use hefu_domain::text::Words;
use hefu_store::journal::{Verdict, Wanted};
use hefu_store::{RawKey, Store};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Kept, Result, median, verdict};

/// Each stands in the workspace chain and in the trail of one stack: a million entries.
const ACTS: u64 = 500_000;

const STACKS: u64 = 4;

const RUNS: usize = 3;

const KEY: [u8; 32] = [7; 32];
const SALT: [u8; 16] = [3; 16];

/// Entries of a page, and how often each is asked for.
const PAGE: u32 = 100;
const ASKED: usize = 20;
/// One act in so many is by another person, and one of another table.
const RARE: u64 = 1_999;

const SECONDS: f64 = 3.0;
const TIMES: f64 = 1.5;
const MILLISECONDS: f64 = 16.0;

pub(crate) fn measure() -> Result<Kept> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("long.hefu");
    let key = RawKey::new(KEY);
    Store::create(&path, &key, &SALT)?.close()?;
    write(&path)?;
    let (mut verified, mut hashed) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        hashed.push(hash_each(&path)?);
        let store = Store::open(&path, &key)?;
        let began = Instant::now();
        let found = store.verify_journal(None, &mut |_| ())?;
        verified.push(began.elapsed().as_secs_f64());
        if found.verdict != Verdict::Whole || found.entries != 2 * ACTS {
            return Err(format!("the journal is not what was written: {found:?}").into());
        }
        store.close()?;
    }
    let (verified, hashed) = (median(verified), median(hashed));
    println!("Journal ({} entries in {} trails; medians of {RUNS} runs in turn)", 2 * ACTS, STACKS + 1);
    println!("  verified in {verified:.2} s; the same rows read and each hashed in {hashed:.2} s");
    let kept = if verified < SECONDS { Kept::Yes } else { Kept::No };
    let kept = verdict("seconds", verified, "under 3", kept);
    let ratio = verified / hashed;
    let this = if ratio <= TIMES { Kept::Yes } else { Kept::No };
    let kept = kept.and(verdict("times reading and hashing", ratio, "at most 1.5", this));
    Ok(kept.and(filtered(&Store::open(&path, &key)?)?))
}

/// One condition each: none may depend on how long the journal is.
fn filtered(store: &Store) -> Result<Kept> {
    let day =
        |day: u32| Ok::<_, chrono::ParseError>(Some(format!("2026-{day:02}-01T00:00:00+08:00").parse()?));
    let rare = || Some(Words { en: "Lin Hui Min".into(), zh: "林慧敏".into() });
    let stack = Some(StackId(Uuid::from_u128(2)));
    let questions = [
        ("nothing asked", Wanted::default()),
        ("a rare person", Wanted { actor: rare(), ..Wanted::default() }),
        ("a rare person in one trail", Wanted { actor: rare(), stack, ..Wanted::default() }),
        ("a rare noun", Wanted { table: Some("document".into()), ..Wanted::default() }),
        ("a month", Wanted { from: day(3)?, until: day(4)?, ..Wanted::default() }),
        ("a month of one trail", Wanted { from: day(3)?, until: day(4)?, stack, ..Wanted::default() }),
    ];
    println!("  a page of {PAGE} entries (milliseconds: longest of {ASKED})");
    let mut longest = 0.0_f64;
    for (name, wanted) in questions {
        let mut times = Vec::new();
        for _ in 0..ASKED {
            let began = Instant::now();
            let found = store.entries(&wanted, None, PAGE)?;
            times.push(began.elapsed().as_secs_f64() * 1000.0);
            if found.is_empty() {
                return Err(format!("{name}: nothing was found").into());
            }
        }
        let most = times.into_iter().fold(0.0, f64::max);
        println!("    {name:<28} {most:6.2}");
        longest = longest.max(most);
    }
    let this = if longest < MILLISECONDS { Kept::Yes } else { Kept::No };
    Ok(verdict("milliseconds for a filtered page", longest, "under 16", this))
}

fn open(path: &Path) -> Result<Connection> {
    let connection = Connection::open(path)?;
    connection.pragma_update(None, "key", format!("x'{}{}'", hex(&KEY), hex(&SALT)))?;
    Ok(connection)
}

fn hash_each(path: &Path) -> Result<f64> {
    let connection = open(path)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let began = Instant::now();
    let mut rows = 0;
    for sql in [
        "SELECT bytes, hash FROM entry ORDER BY trail, seq",
        "SELECT args, salt, actor FROM note ORDER BY seq",
    ] {
        let mut statement = connection.prepare(sql)?;
        let mut read = statement.query([])?;
        while let Some(row) = read.next()? {
            let digest = Sha256::digest(row.get_ref(0)?.as_bytes()?);
            rows += u64::from(std::hint::black_box(digest)[0] < 255) | 1;
        }
    }
    let took = began.elapsed().as_secs_f64();
    if rows == 3 * ACTS { Ok(took) } else { Err(format!("{rows} rows were read").into()) }
}

/// The end of a chain as it grows.
#[derive(Clone, Default)]
struct Chain {
    seq: u64,
    hash: String,
}

/// Writes the chains as the format describes them, in one transaction past the store: through the door every act
/// would wait for the disk.
fn write(path: &Path) -> Result<()> {
    let mut connection = open(path)?;
    let transaction = connection.transaction()?;
    let salt = [1u8; 16];
    let mut workspace = Chain::default();
    let mut stacks = vec![Chain::default(); STACKS as usize];
    for act in 0..ACTS {
        let args = format!(r#"{{"mark":"passed","number":"{}.{}"}}"#, act / 100 + 1, act % 100 + 1);
        let (actor, table) = match act % RARE {
            0 => (r#"{"en":"Lin Hui Min","zh":"林慧敏"}"#, "document"),
            _ => (r#"{"en":"Zhao Wenqi","zh":"赵文琪"}"#, "finding"),
        };
        // A minute apart, through the year.
        let at = format!(
            "2026-{:02}-{:02}T{:02}:{:02}:00.000+08:00",
            act / 43_200 % 12 + 1,
            act / 1_440 % 28 + 1,
            act / 60 % 24,
            act % 60
        );
        let noted = format!("[{},{args}]", serde_json::to_string(actor)?);
        let note = hex(&Sha256::new().chain_update(salt).chain_update(noted).finalize());
        let stack = act % STACKS;
        let trail = format!("stack:00000000-0000-0000-0000-{stack:012}");
        let chain = &mut stacks[stack as usize];
        append(&transaction, &trail, chain, [&note, &at, ""], act + 1)?;
        let head = format!(r#"{{"hash":"{}","seq":{},"trail":"{trail}"}}"#, chain.hash, chain.seq);
        append(&transaction, "workspace", &mut workspace, [&note, &at, &head], 0)?;
        transaction
            .prepare_cached(
                "INSERT INTO note (seq, salt, project, actor, act, args, reversal, standing)
                 VALUES (?1, ?2, NULL, ?3, 'criterion_marked', ?4, 'undoable', 'done')",
            )?
            .execute((act + 1, salt, actor, args))?;
        transaction
            .prepare_cached(
                "INSERT INTO image (seq, tbl, id, before, after) VALUES (?1, ?2, ?3, NULL, '{}')",
            )?
            .execute((act + 1, table, act.to_string()))?;
    }
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}

fn append(
    connection: &Connection,
    trail: &str,
    chain: &mut Chain,
    [note, at, head]: [&str; 3],
    workspace: u64,
) -> Result<()> {
    chain.seq += 1;
    let entry = format!(
        r#"{{"act":"criterion_marked","at":"{at}","changes":"{note}","heads":[{head}],"note":"{note}","prev":"{}","project":"00000000-0000-0000-0000-000000000001","seq":{},"trail":"{trail}","v":1,"workspace":{workspace}}}"#,
        chain.hash, chain.seq
    );
    let hash = Sha256::digest(&entry);
    connection
        .prepare_cached("INSERT INTO entry (trail, seq, bytes, hash) VALUES (?1, ?2, ?3, ?4)")?
        .execute((trail, chain.seq, entry.as_bytes(), hash.as_slice()))?;
    chain.hash = hex(&hash);
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
