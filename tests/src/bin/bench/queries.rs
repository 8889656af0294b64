//! Every query of the table on fifty samples in one workspace.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Instant;

use hefu_api::Reply;
use hefu_api::table::{COMMANDS, CommandKind, CommandSpec};
use hefu_commands::{Engine, Outside};
use hefu_domain::evidence::Holding;
use hefu_sample::Story;
use hefu_store::{RawKey, RecoveryKey};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::copies::{self, COPIES, identity};
use crate::search::quantiles;
use crate::{Kept, Result, verdict};

/// Calls of a query; what it is asked for changes with each.
const CALLS: usize = 300;

/// Calls of a query that takes long, and after how many milliseconds of it.
const FEWEST: usize = 30;
const LONGEST: f64 = 5_000.0;

/// Milliseconds that 99 of a hundred calls of a query may take.
const PROMISED: f64 = 16.0;

const SLOWEST: usize = 10;

/// Takes seconds where the journal is long, and leaves the workspace to others meanwhile.
const COMPUTED: &str = "verify_journal";

pub(crate) fn measure() -> Result<Kept> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("fifty.hefu");
    let key = RawKey::new([7; 32]);
    let story = copies::write(&path, &key)?;
    let engine = Engine::new(Outside::of_this_machine());
    let key = json!({ "by": "recovery", "recovery_key": RecoveryKey::of(&key).text() });
    ask(&engine, "open_workspace", json!({ "path": path, "key": key }))?;
    let trails = ask(&engine, "list_trails", json!({}))?.view();
    let head = trails["trails"][0]["head"].as_str().ok_or("the journal has no head")?.to_owned();
    let alone = printed("alone", &took(&engine, &story, &head)?);
    let beside = printed("while the journal is verified over and over", &beside(&engine, &story, &head)?);
    let kept = |most: f64| if most < PROMISED { Kept::Yes } else { Kept::No };
    let first = verdict("milliseconds, 99 of 100 of the slowest query", alone, "under 16", kept(alone));
    let second = verdict("milliseconds, the same beside a computation", beside, "under 16", kept(beside));
    Ok(first.and(second))
}

/// Every query but [`COMPUTED`].
fn queries() -> impl Iterator<Item = &'static CommandSpec> {
    COMMANDS.iter().filter(|command| command.kind == CommandKind::Query && command.name != COMPUTED)
}

/// Of each query: milliseconds, in the middle, of 99 of 100 calls, and of the longest; the slowest query first.
fn took(engine: &Engine, story: &Story, head: &str) -> Result<Vec<(&'static str, [f64; 3])>> {
    let mut took: Vec<(&str, [f64; 3])> = Vec::new();
    for query in queries() {
        let mut times = Vec::new();
        for call in 0..CALLS {
            let request = request(query.name, story, head, call)
                .ok_or_else(|| format!("nobody says what to ask of {}", query.name))?;
            let began = Instant::now();
            ask(engine, query.name, request)?;
            times.push(began.elapsed().as_secs_f64() * 1e3);
            if times.len() >= FEWEST && times.iter().sum::<f64>() > LONGEST {
                break;
            }
        }
        took.push((query.name, quantiles(&times)));
    }
    took.sort_by(|(_, a), (_, b)| b[1].total_cmp(&a[1]));
    Ok(took)
}

/// The same while another thread computes on what is open.
fn beside(engine: &Engine, story: &Story, head: &str) -> Result<Vec<(&'static str, [f64; 3])>> {
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        let computing = scope.spawn(|| {
            while !is_over.load(Ordering::SeqCst) {
                ask(engine, COMPUTED, json!({ "head": null })).map_err(|error| error.to_string())?;
            }
            Ok::<_, String>(())
        });
        let took = took(engine, story, head);
        is_over.store(true, Ordering::SeqCst);
        computing.join().map_err(|_| "the computation panicked")??;
        took
    })
}

/// Prints the slowest; milliseconds of 99 of 100 calls of the slowest one.
fn printed(when: &str, took: &[(&str, [f64; 3])]) -> f64 {
    println!(
        "Queries {when} (all {} on {COPIES} samples, at most {CALLS} calls each; the slowest {SLOWEST})",
        took.len()
    );
    println!("  milliseconds: middle, 99 of 100, longest");
    for (name, [middle, most, longest]) in took.iter().take(SLOWEST) {
        println!("    {name:<24} {middle:8.2} {most:8.2} {longest:8.2}");
    }
    took.first().map_or(0.0, |(_, [_, most, _])| *most)
}

fn ask(engine: &Engine, command: &str, request: Value) -> Result<Reply> {
    let reply = engine.call(command, request, &mut |_| ControlFlow::Continue(()));
    reply.map_err(|failure| format!("{command}: {failure:?}").into())
}

/// What is asked in the `n`th call: of another copy and another record each time.
fn request(query: &str, story: &Story, head: &str, n: usize) -> Option<Value> {
    let copy = (n as u32 * 7) % COPIES;
    let nth = |ids: Vec<Uuid>| identity(ids[n % ids.len()], copy);
    let project = || nth(story.projects.iter().map(|record| record.id.0).collect());
    let round = || nth(story.rounds.iter().map(|record| record.id.0).collect());
    let document = || nth(story.documents.iter().map(|record| record.id.0).collect());
    let person = || nth(story.people.iter().map(|record| record.id.0).collect());
    Some(match query {
        // As the window asks for them.
        "today" => json!({ "limit": 10 }),
        "notices" if n.is_multiple_of(2) => json!({ "project": null, "limit": 10 }),
        "notices" => json!({ "project": project() }),
        "list_records" => json!({ "project": project(), "kinds": [] }),
        "record" => {
            let (_, record) = &story.kept[n % story.kept.len()];
            let kind = serde_json::to_value(record.clone().fields()).ok()?["kind"].clone();
            json!({ "kind": kind, "record": identity(record.place().id, copy) })
        }
        "portfolio" | "list_projects" | "list_trails" | "undo_state" | "list_templates" | "list_drafts"
        | "vendor_profile" | "entry_choices" => json!({}),
        "draft_at" => json!({ "place": format!("requirement:{}:{n}", project()) }),
        "project_overview" | "scope_matrix" | "list_rounds" | "list_documents" | "register_page"
        | "gates" | "list_mappings" | "stakeholders" | "work_packages" => {
            json!({ "project": project() })
        }
        "list_parties" if n.is_multiple_of(2) => json!({ "project": null }),
        "list_parties" => json!({ "project": project() }),
        "erasure_of_person" => json!({ "person": person() }),
        "acceptance_round" | "present_round" | "presenter_notes" => json!({ "round": round() }),
        "criterion" => {
            let found = &story.findings[n % story.findings.len()];
            json!({ "round": identity(found.round.0, copy), "criterion": identity(found.criterion.0, copy) })
        }
        "present_photograph" => {
            json!({ "evidence": nth(photographs(story)), "width": 1280, "height": 720 })
        }
        "document" => json!({ "document": document() }),
        "signing_roles" => json!({ "document": document(), "person": person() }),
        "preview_page" => json!({ "document": document(), "page": 1 + n % 3, "width_px": 900 }),
        "search" => {
            let words =
                ["验收", "ys", "acceptence", "backup", "港", "数据迁移", "R-025", "yanshou", "harbour city"];
            json!({ "words": words[n % words.len()], "project": project(), "limit": 6 })
        }
        "compare_import" => {
            let text = format!("Number\tTitle\nR-{:03}\tTwo availability zones", 1 + n % 40);
            json!({ "project": project(), "target": "requirements", "source": { "from": "pasted", "text": text } })
        }
        "list_entries" => {
            json!({ "trail": { "of": "workspace" }, "project": null, "before": 1000 + n, "limit": 200 })
        }
        "entry_changes" => json!({ "entry": 2 + n * 17 }),
        "look_for_head" => json!({ "head": head }),
        "moments" if n.is_multiple_of(2) => json!({ "noun": "project", "id": project() }),
        "moments" => json!({ "noun": "document", "id": document() }),
        "compare" if n.is_multiple_of(2) => {
            json!({ "record": { "noun": "project", "id": project() }, "from": n * 17, "until": null })
        }
        "compare" => json!({ "record": { "noun": "document", "id": document() }, "from": 0, "until": null }),
        _ => return None,
    })
}

fn photographs(story: &Story) -> Vec<Uuid> {
    let kept = |held: &&hefu_sample::HeldEvidence| {
        let name = held.evidence.file_name.to_lowercase();
        matches!(held.evidence.holding, Holding::Kept { .. })
            && (name.ends_with(".png") || name.ends_with(".jpg"))
    };
    story.evidence.iter().filter(kept).map(|held| held.evidence.id.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_query_is_asked() {
        let story = hefu_sample::story().unwrap();
        let unasked: Vec<&str> = queries()
            .map(|query| query.name)
            .filter(|name| (0..2).any(|n| request(name, &story, "workspace 1 00", n).is_none()))
            .collect();
        assert!(unasked.is_empty(), "nobody says what to ask of {unasked:?}");
    }
}
