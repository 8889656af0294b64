//! Verifying a million entries against reading the same rows and hashing each, and asking them who did what when.

use std::path::Path;
use std::time::Instant;

use hefu_chain::{Changes, Head, Link, WORKSPACE, act_id, hex, note_digest, note_root, seeded};
use hefu_domain::id::StackId;
use hefu_domain::text::Words;
use hefu_store::history::Wanted;
use hefu_store::journal::Verdict;
use hefu_store::{RawKey, Store};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{Kept, Result, median, plausible, verdict};

/// Each stands in the workspace chain and in the trail of one stack: a million entries.
const ACTS: u64 = 500_000;

const STACKS: u64 = 4;

const RUNS: usize = 3;

const KEY: [u8; 32] = [7; 32];
const SALT: [u8; 16] = [3; 16];

/// Entries of a page, and how often each is asked for.
const PAGE: u32 = 100;
const ASKED: usize = 20;
/// Rows that the acts change in turn.
const ROWS: u64 = 2_000;
/// One act in so many is by another person, and of another table.
const RARE: u64 = 1_999;

const SECONDS: f64 = 3.0;
const TIMES: f64 = 1.5;
const MILLISECONDS: f64 = 16.0;
/// Verifying reads and hashes the same rows.
const LEAST: f64 = 0.9;

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
        let found = store.verify_journal(None, &mut hefu_store::history::unwatched)?;
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
    plausible("times reading and hashing", ratio, LEAST)?;
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
        ("a rare noun", Wanted { table: Some("template".into()), ..Wanted::default() }),
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
        "SELECT after, before FROM image ORDER BY seq",
    ] {
        let mut statement = connection.prepare(sql)?;
        let mut read = statement.query([])?;
        while let Some(row) = read.next()? {
            let digest = Sha256::digest(row.get_ref(0)?.as_bytes()?);
            rows += u64::from(std::hint::black_box(digest)[0] < 255) | 1;
        }
    }
    let took = began.elapsed().as_secs_f64();
    if rows == 4 * ACTS { Ok(took) } else { Err(format!("{rows} rows were read").into()) }
}

/// A row that acts change again and again: its table, the column that they change, and its image without that.
struct Row {
    table: &'static str,
    id: Uuid,
    column: &'static str,
    image: String,
    /// What the column holds, which stands in the image as [`HOLDS`].
    holds: Option<String>,
}

/// Stands in an image where the changed column's value does.
const HOLDS: &str = "what the column holds";

impl Row {
    fn added(connection: &Connection, table: &'static str, column: &'static str, sql: &str) -> Result<Self> {
        let id = Uuid::new_v4();
        connection.execute(sql, (id.to_string(), HOLDS))?;
        let columns: Vec<String> = connection
            .prepare("SELECT name FROM pragma_table_info(?1)")?
            .query_map([table], |row| row.get(0))?
            .collect::<std::result::Result<_, _>>()?;
        let pairs: Vec<String> = columns.iter().map(|column| format!("'{column}', \"{column}\"")).collect();
        let sql = format!("SELECT json_object({}) FROM {table} WHERE id = ?1", pairs.join(", "));
        let image = connection.query_row(&sql, [id.to_string()], |row| row.get(0))?;
        Ok(Self { table, id, column, image, holds: None })
    }

    fn image(&self) -> Option<String> {
        self.holds.as_ref().map(|holds| self.image.replace(HOLDS, holds))
    }

    /// Leaves the row as its newest image has it.
    fn put(&self, connection: &Connection) -> Result<()> {
        let sql = format!("UPDATE {} SET {} = ?2 WHERE id = ?1", self.table, self.column);
        connection.execute(&sql, (self.id.to_string(), &self.holds))?;
        Ok(())
    }
}

/// The rows that all acts change.
fn rows(connection: &Connection) -> Result<Vec<Row>> {
    let text = r#"{"en":{"words":"Hospital","state":"reviewed"},"zh":{"words":"医院","state":"reviewed"}}"#;
    let organisation = format!(
        "INSERT INTO organisation (id, kind, name, short_name, legal_id, calendar, jurisdiction)
         VALUES (?1, 'client', '{text}', '{text}', ?2, 'cn', 'cn')"
    );
    let template = format!("INSERT INTO template (id, name, made, plan) VALUES (?1, '{text}', ?2, '{{}}')");
    let mut rows = vec![Row::added(connection, "template", "made", &template)?];
    for _ in 0..ROWS {
        rows.push(Row::added(connection, "organisation", "legal_id", &organisation)?);
    }
    Ok(rows)
}

/// Writes the chains as the format describes them, in one transaction past the store: through the door every act
/// would wait for the disk.
fn write(path: &Path) -> Result<()> {
    let mut connection = open(path)?;
    let transaction = connection.transaction()?;
    let mut rows = rows(&transaction)?;
    let device = Uuid::from_u128(7);
    transaction.execute("INSERT INTO device (id) VALUES (?1)", [device.to_string()])?;
    let mut workspace = Chain::of(WORKSPACE.to_owned());
    let mut stacks: Vec<Chain> =
        (0..STACKS).map(|stack| Chain::of(format!("stack:{}", Uuid::from_u128(stack.into())))).collect();
    for act in 0..ACTS {
        let (actor, at) = match act % RARE {
            0 => (r#"{"en":"Lin Hui Min","zh":"林慧敏"}"#, 0),
            _ => (r#"{"en":"Zhao Wenqi","zh":"赵文琪"}"#, 1 + usize::try_from(act % ROWS)?),
        };
        let row = &mut rows[at];
        let before = row.image();
        row.holds = Some(format!("{act}"));
        let after = row.image();
        let written = Act { number: act + 1, actor, row, before, after };
        written.append(&transaction, device, &mut workspace, &mut stacks[usize::try_from(act % STACKS)?])?;
    }
    for row in rows.iter().filter(|row| row.holds.is_some()) {
        row.put(&transaction)?;
    }
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    Ok(())
}

/// The end of a chain as it grows.
struct Chain {
    trail: String,
    seq: u64,
    hash: String,
}

impl Chain {
    fn of(trail: String) -> Self {
        Self { trail, seq: 0, hash: String::new() }
    }

    fn append(&mut self, connection: &Connection, link: &mut Link) -> Result<Head> {
        self.seq += 1;
        link.trail.clone_from(&self.trail);
        link.seq = self.seq;
        link.prev.clone_from(&self.hash);
        let bytes = link.bytes()?;
        let hash = Sha256::digest(&bytes);
        connection
            .prepare_cached("INSERT INTO entry (trail, seq, bytes, hash) VALUES (?1, ?2, ?3, ?4)")?
            .execute((&self.trail, self.seq, &bytes, hash.as_slice()))?;
        self.hash = hex(&hash);
        Ok(Head { trail: self.trail.clone(), seq: self.seq, hash: self.hash.clone() })
    }
}

/// One act on one row.
struct Act<'a> {
    number: u64,
    actor: &'a str,
    row: &'a Row,
    before: Option<String>,
    after: Option<String>,
}

impl Act<'_> {
    /// A minute apart, through the year.
    fn at(&self) -> String {
        let act = self.number - 1;
        let (month, day) = (act / 43_200 % 12 + 1, act / 1_440 % 28 + 1);
        format!("2026-{month:02}-{day:02}T{:02}:{:02}:00.000+08:00", act / 60 % 24, act % 60)
    }

    fn append(
        &self,
        connection: &Connection,
        device: Uuid,
        workspace: &mut Chain,
        stack: &mut Chain,
    ) -> Result<()> {
        let name = format!("Hospital {}", self.number % 100);
        let args = serde_json::json!({ "en": name, "zh": name });
        let mut salt = [1; 16];
        salt[..8].copy_from_slice(&self.number.to_le_bytes());
        let id = self.row.id.to_string();
        let sides = [self.before.as_deref(), self.after.as_deref()];
        let mut changes = Changes::new(&salt);
        changes.add(self.row.table, &id, sides[0], sides[1])?;
        let mut places = seeded(&salt);
        let note_root = hex(&note_root(self.actor, &args, &mut places)?);
        let changes_root = hex(&Changes::root([(self.row.table, id.as_str(), sides)], &mut places)?);
        let mut link = Link {
            v: 2,
            trail: String::new(),
            seq: 0,
            prev: String::new(),
            at: self.at(),
            act: "organisation_edited".to_owned(),
            project: None,
            note: note_digest(&salt, self.actor, &args)?,
            changes: hex(&changes.digest()),
            workspace: workspace.seq + 1,
            heads: Vec::new(),
            id: Some(act_id(self.number, &salt, &workspace.hash)),
            device: Some(device),
            by: None,
            format: Some(hefu_store::FORMAT),
            note_root: Some(note_root),
            changes_root: Some(changes_root),
            seen: Some(Vec::new()),
        };
        let head = stack.append(connection, &mut link)?;
        link.heads = vec![head];
        link.workspace = 0;
        workspace.append(connection, &mut link)?;
        let act = link.id.map(|id| id.to_string());
        connection
            .prepare_cached(
                "INSERT INTO note (seq, id, salt, project, actor, act, args, reversal, standing)
                 VALUES (?1, ?2, ?3, NULL, ?4, ?5, ?6, 'undoable', 'done')",
            )?
            .execute((self.number, act, salt, self.actor, &link.act, args.to_string()))?;
        connection
            .prepare_cached("INSERT INTO image (seq, tbl, id, before, after) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute((self.number, self.row.table, &id, &self.before, &self.after))?;
        Ok(())
    }
}
