//! What computes leaves the workspace to others, and what is kept of what was read is what reading anew gives.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use hefu_api::table::{COMMANDS, CommandKind};
use hefu_api::{Progress, Reply};
use hefu_sample::Story;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use serde_json::json;

use super::*;
use crate::outside::Outside;

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

struct Sample {
    _folder: tempfile::TempDir,
    story: Story,
    session: Mutex<Session>,
}

impl Sample {
    fn open() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-09-28T10:00:00+08:00".parse().unwrap();
        let session = Mutex::new(Session { outside: Outside::fixed(now, 12), open: None });
        let path = folder.path().join("work.hefu");
        let sample = Self { story: hefu_sample::story().unwrap(), _folder: folder, session };
        sample.call("create_sample", json!({ "path": path, "passphrase": null })).unwrap();
        sample
    }

    fn call(&self, command: &str, request: Value) -> Result<Reply, Failure> {
        dispatch(&self.session, command, request, &mut go_on)
    }

    fn view(&self, command: &str, request: Value) -> Value {
        self.call(command, request).unwrap_or_else(|failure| panic!("{command}: {failure:?}")).view()
    }

    /// What is asked of a query, of records of the story.
    fn request(&self, query: &str) -> Value {
        let story = &self.story;
        let (project, round, document) = (story.projects[0].id, story.rounds[0].id, story.documents[0].id);
        let person = story.owner;
        match query {
            "today" | "list_projects" | "list_trails" | "list_templates" | "list_drafts"
            | "vendor_profile" | "entry_choices" => json!({}),
            "portfolio" => json!({}),
            "notices" => json!({ "project": project, "limit": 5 }),
            "undo_state" => json!({ "project": null }),
            "draft_at" => json!({ "place": "requirement" }),
            "list_mappings" | "project_overview" | "scope_matrix" | "register_page" | "gates"
            | "stakeholders" | "work_packages" | "list_rounds" | "list_documents" | "list_parties" => {
                json!({ "project": project })
            }
            "erasure_of_person" => json!({ "person": person }),
            "acceptance_round" | "present_round" | "presenter_notes" => json!({ "round": round }),
            "criterion" => json!({ "round": round, "criterion": story.criteria[0].id }),
            "present_photograph" => {
                json!({ "evidence": story.evidence[0].evidence.id, "width": 640, "height": 480 })
            }
            "list_records" => json!({ "project": project, "kinds": [] }),
            "record" => json!({ "kind": "risk", "record": self.view("list_records",
                json!({ "project": project, "kinds": ["risk"] }))["records"][0]["id"] }),
            "document" => json!({ "document": document }),
            "signing_roles" => json!({ "document": document, "person": person }),
            "preview_page" => json!({ "document": document, "page": 1, "width_px": 300 }),
            "search" => json!({ "words": "验收", "project": project, "limit": 6 }),
            "list_entries" => json!({ "trail": { "of": "workspace" }, "project": null, "actor": null,
                "noun": null, "from": null, "until": null, "before": null, "limit": 20 }),
            "entry_changes" => json!({ "entry": 2 }),
            "verify_journal" => json!({ "head": null }),
            "look_for_head" => json!({ "head": format!("workspace 1 {}", "0".repeat(64)) }),
            "compare_import" => {
                let source = json!({ "from": "pasted", "text": "No.\tTitle\nR-001\tTwo zones" });
                json!({ "project": project, "target": "requirements", "source": source })
            }
            "moments" => json!({ "noun": "project", "id": project }),
            "compare" => {
                json!({ "record": { "noun": "project", "id": project }, "from": 1, "until": null })
            }
            other => panic!("nobody says what to ask of {other}"),
        }
    }
}

/// How long the test's own command computes unless it is told to stop: far longer than all queries together take.
const STEPS: u32 = 3_000;
const STEP: Duration = Duration::from_millis(10);

#[test]
fn while_something_is_computed_every_query_answers() {
    let sample = Sample::open();
    let (began, has_begun) = channel();
    let (stop, ended) = (&AtomicBool::new(false), &AtomicBool::new(false));
    thread::scope(|scope| {
        let computing = scope.spawn(|| {
            computed(&sample.session, &mut go_on, |query| {
                let projects = query.reader().projects()?.len();
                let began = began.clone();
                Ok(move |_: OnProgress<'_>| {
                    began.send(()).unwrap();
                    for _ in 0..STEPS {
                        if stop.load(Ordering::SeqCst) {
                            break;
                        }
                        thread::sleep(STEP);
                    }
                    ended.store(true, Ordering::SeqCst);
                    Ok(projects)
                })
            })
        });
        has_begun.recv().unwrap();
        for query in COMMANDS.iter().filter(|command| command.kind == CommandKind::Query) {
            let answer = sample.call(query.name, sample.request(query.name));
            assert!(!matches!(answer, Err(Failure::BadRequest { .. })), "{}: {answer:?}", query.name);
            assert!(!ended.load(Ordering::SeqCst), "{} waited", query.name);
        }
        let round = json!({ "round": null, "project": sample.story.projects[0].id, "number": "FA-09",
            "kind": "final", "planned": null, "notice": null, "meeting": null });
        sample.view("save_round", round);
        assert!(!ended.load(Ordering::SeqCst), "an act waited");
        stop.store(true, Ordering::SeqCst);
        assert_eq!(computing.join().unwrap().unwrap().0, sample.story.projects.len());
    });
}

#[test]
fn what_is_computed_is_cancelled() {
    let sample = Sample::open();
    let (began, has_begun) = channel();
    let cancel = AtomicBool::new(false);
    thread::scope(|scope| {
        let computing = scope.spawn(|| {
            let mut watched = |_| match cancel.load(Ordering::SeqCst) {
                true => ControlFlow::Break(()),
                false => ControlFlow::Continue(()),
            };
            computed(&sample.session, &mut watched, |_| {
                Ok(|report: OnProgress<'_>| {
                    began.send(()).unwrap();
                    for done in 0..STEPS {
                        if report(Progress { done: done.into(), total: STEPS.into() }).is_break() {
                            return Err(Failure::Cancelled.into());
                        }
                        thread::sleep(STEP);
                    }
                    Ok(())
                })
            })
        });
        has_begun.recv().unwrap();
        sample.view("list_projects", json!({}));
        cancel.store(true, Ordering::SeqCst);
        assert!(matches!(computing.join().unwrap(), Err(Failure::Cancelled)));
    });
    sample.view("list_projects", json!({}));
}

#[test]
fn a_cancelled_photograph_is_not_drawn() {
    let sample = Sample::open();
    let is_picture = |held: &&hefu_sample::HeldEvidence| {
        held.bytes.is_some() && held.evidence.file_name.to_lowercase().ends_with(".jpg")
    };
    let photograph = sample.story.evidence.iter().find(is_picture).unwrap().evidence.id;
    let request = json!({ "evidence": photograph, "width": 640, "height": 480 });
    let cancelled =
        dispatch(&sample.session, "present_photograph", request.clone(), &mut |_| ControlFlow::Break(()));
    assert!(matches!(cancelled, Err(Failure::Cancelled)));
    assert_eq!(sample.view("present_photograph", request)["evidence"], json!(photograph));
}

/// How many writes the memo is held against; `HEFU_WRITES` asks for others.
fn writes() -> u32 {
    std::env::var("HEFU_WRITES").ok().and_then(|n| n.parse().ok()).unwrap_or(200)
}

/// What the memo is read through: every page that is made of facts of projects.
fn pages(sample: &Sample) -> [Value; 2] {
    ["list_projects", "today"].map(|query| sample.view(query, json!({})))
}

#[test]
fn after_any_writes_what_is_kept_is_what_reading_anew_gives() {
    let sample = Sample::open();
    let mut random = ChaCha20Rng::seed_from_u64(1_000);
    let (mut done, mut refused) = (0, 0);
    pages(&sample);
    for turn in 0..writes() {
        let (command, request) = write(&sample.story, turn, &mut |n| (random.next_u64() % n as u64) as usize);
        match sample.call(command, request.clone()) {
            Ok(_) => done += 1,
            Err(Failure::BadRequest { reason, .. }) => panic!("{command} {request}: {reason}"),
            // Such as undoing when there is nothing to undo, or marking in a round that was closed.
            Err(_) => refused += 1,
        }
        let kept = pages(&sample);
        let memo = std::mem::take(&mut lock(&sample.session).open.as_mut().unwrap().memo);
        let anew = pages(&sample);
        lock(&sample.session).open.as_mut().unwrap().memo = memo;
        assert_eq!(kept, anew, "after {command} {request}, turn {turn}");
    }
    assert!(done > refused, "{done} were done, {refused} refused");
}

#[test]
fn what_rests_on_nothing_that_was_written_is_kept() {
    let sample = Sample::open();
    pages(&sample);
    let kept = || {
        let session = lock(&sample.session);
        let open = session.open.as_ref().unwrap();
        let facts = |project: &hefu_domain::project::Project| {
            crate::project::facts_of(&open.memo, &open.store, project.id).unwrap()
        };
        sample.story.projects.iter().map(facts).collect::<Vec<_>>()
    };
    let before = kept();
    let finding = &sample.story.findings[0];
    let mark = json!({ "round": finding.round, "criterion": finding.criterion, "mark": "failed",
        "measured": null, "remark": null, "witness": null });
    sample.view("mark_criterion", mark);
    let after = kept();
    let round = sample.story.rounds.iter().find(|round| round.id == finding.round).unwrap();
    for (before, after) in before.iter().zip(&after) {
        let is_same = std::sync::Arc::ptr_eq(before, after);
        assert_eq!(is_same, before.project.id != round.project, "{}", before.project.number);
    }
}

/// One write, whichever `pick` chooses.
fn write(story: &Story, turn: u32, pick: &mut impl FnMut(usize) -> usize) -> (&'static str, Value) {
    let word = |what: &str| json!({ "en": format!("{what} {turn}"), "zh": format!("{what}{turn}") });
    let project = story.projects[pick(story.projects.len())].id;
    let main = story.projects[0].id;
    let round = &story.rounds[pick(story.rounds.len())];
    match pick(12) {
        0 => {
            let finding = &story.findings[pick(story.findings.len())];
            let mark = ["passed", "failed", "not_tested"][pick(3)];
            let request = json!({ "round": finding.round, "criterion": finding.criterion, "mark": mark,
                "measured": null, "remark": word("Remark"), "witness": null });
            ("mark_criterion", request)
        }
        1 => {
            let issue = match pick(2) {
                0 => None,
                _ => story.open_issues.get(pick(story.open_issues.len())).map(|issue| issue.id),
            };
            let (due, blocking) =
                [("2026-09-01", "blocks"), ("2026-10-02", "blocks"), ("2026-10-02", "does_not_block")]
                    [pick(3)];
            let request = json!({ "issue": issue, "round": round.id, "criterion": null, "text": word("Issue"),
                "owner": null, "due": due, "blocking": blocking, "closed": null });
            ("save_open_issue", request)
        }
        2 => {
            let request = json!({ "requirement": null, "project": project, "number": format!("X-{turn}"),
                "title": word("Requirement"), "priority": "must", "stack": null, "source": "" });
            ("save_requirement", request)
        }
        3 => {
            let request = json!({ "deliverable": null, "project": project, "number": format!("Y-{turn}"),
                "title": word("Deliverable"), "stack": null, "organisation": null,
                "due": "2026-10-01", "handed_over": null });
            ("save_deliverable", request)
        }
        4 => {
            let stage = &story.stages[pick(story.stages.len())];
            ("set_stage", json!({ "stage": stage.id, "started": "2026-01-05", "ended": null }))
        }
        5 => {
            let o = &story.organisations[pick(story.organisations.len())];
            let request = json!({ "organisation": o.id, "kind": o.kind, "name": word("Organisation"),
                "short_name": word("Short"), "legal_id": "", "calendar": o.calendar,
                "jurisdiction": o.jurisdiction, "parent": o.parent });
            ("save_organisation", request)
        }
        6 => {
            let p = &story.people[pick(story.people.len())];
            let request = json!({ "person": p.id, "organisation": p.organisation, "name": word("Person"),
                "role": p.role.words(), "language": p.language, "time_zone": p.time_zone, "email": "",
                "may_sign": null, "internal_note": "" });
            ("save_person", request)
        }
        7 => {
            let request = json!({ "round": null, "project": project, "number": format!("FA-{turn}"),
                "kind": "final", "planned": "2026-09-20", "notice": null, "meeting": null });
            ("save_round", request)
        }
        8 => {
            let request = json!({ "section": null, "document": story.documents[0].id, "part": "signature",
                "text": word("Paragraph") });
            ("save_section", request)
        }
        9 => {
            let request = json!({ "project": main, "number": format!("C-{turn}"), "date": null,
                "title": word("Contract"), "currency": "CNY", "amount": turn.to_string(), "vat_rate": null,
                "prevailing_language": null, "deemed_acceptance": null });
            ("save_contract", request)
        }
        10 => ("undo", json!({ "seq": null, "project": null, "agreed": null })),
        _ => ("redo", json!({ "seq": null, "project": null, "agreed": null })),
    }
}
