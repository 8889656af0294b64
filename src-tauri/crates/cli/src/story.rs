//! The main job without a window, on the sample workspace: the meeting of the story, call by call, as a person does
//! it in the window. The paper that all have signed is written to a file.

use std::ops::ControlFlow;
use std::path::Path;

use hefu_api::Failure;
use hefu_commands::{Engine, SAMPLE_PASSPHRASE, of_path};
use hefu_files::Scratch;
use hefu_sample::{HeldEvidence, Marking, Meeting};
use serde_json::{Value, json};

/// Plays the meeting: texts are reworded and reviewed, criteria marked, the round concluded, the report issued,
/// signed by every signer by drawing, and exported.
pub fn play(engine: &Engine, workspace: &Path, paper: &Path) -> Result<Value, Failure> {
    let teller = Teller { engine };
    let meeting = teller.open_and_examine(workspace)?;
    let document = teller.issue(&meeting)?;
    teller.sign(&document)?;
    let exported = teller.call("export_document", json!({ "document": document, "path": paper }))?;
    teller.call("lock_workspace", json!({}))?;
    Ok(exported)
}

/// Plays the meeting up to the report that can be issued, and closes the workspace; the document's identity.
pub fn prepare(engine: &Engine, workspace: &Path) -> Result<Value, Failure> {
    let teller = Teller { engine };
    let meeting = teller.open_and_examine(workspace)?;
    let round = teller.call("acceptance_round", json!({ "round": meeting.round }))?;
    teller.call("lock_workspace", json!({}))?;
    Ok(round["document"].clone())
}

struct Teller<'a> {
    engine: &'a Engine,
}

impl Teller<'_> {
    fn call(&self, command: &str, request: Value) -> Result<Value, Failure> {
        Ok(self.engine.call(command, request, &mut |_| ControlFlow::Continue(()))?.view())
    }

    fn open_and_examine(&self, workspace: &Path) -> Result<Meeting, Failure> {
        let key = json!({ "by": "passphrase", "passphrase": SAMPLE_PASSPHRASE, "keychain": "forget" });
        self.call("open_workspace", json!({ "path": workspace, "key": key }))?;
        let meeting = hefu_sample::meeting().map_err(|e| Failure::Internal { reason: e.to_string() })?;
        self.examine(&meeting)?;
        Ok(meeting)
    }

    fn review(&self, place: &str, record: &Value) -> Result<(), Failure> {
        self.call("review_text", json!({ "place": place, "record": record })).map(drop)
    }

    fn criterion(&self, meeting: &Meeting, criterion: impl serde::Serialize) -> Result<Value, Failure> {
        self.call("criterion", json!({ "round": meeting.round, "criterion": criterion }))
    }

    fn examine(&self, meeting: &Meeting) -> Result<(), Failure> {
        for change in &meeting.reworded {
            let found = self.criterion(meeting, change.criterion)?["criterion"].take();
            let mut request = pick(&found, &["project", "chapter", "number", "method"]);
            request["criterion"] = found["id"].clone();
            request["text"] = json!(change.text);
            self.call("save_criterion", request)?;
        }
        for criterion in &meeting.reviewed {
            self.review("criterion_text", &json!(criterion))?;
        }
        for held in &meeting.evidence {
            self.attach(held)?;
        }
        for marking in &meeting.marked {
            self.mark(meeting, marking)?;
        }
        let round = self.call("acceptance_round", json!({ "round": meeting.round }))?;
        let issues = round["open_issues"].as_array().into_iter().flatten().map(|view| &view["issue"]);
        for issue in issues.filter(|i| meeting.no_longer_blocking.iter().any(|id| json!(id) == i["id"])) {
            let mut request = pick(issue, &["round", "criterion", "owner", "due", "closed"]);
            request["issue"] = issue["id"].clone();
            request["text"] = words(&issue["text"]);
            request["blocking"] = json!("does_not_block");
            self.call("save_open_issue", request)?;
        }
        self.call("conclude_round", json!({ "round": meeting.round, "conclusion": meeting.conclusion }))?;
        Ok(())
    }

    /// The story's evidence file lies in a folder of its own for the moment of attaching it.
    fn attach(&self, held: &HeldEvidence) -> Result<(), Failure> {
        let Some(bytes) = held.bytes else { return Ok(()) };
        let evidence = &held.evidence;
        let folder = Scratch::of_this_machine().map_err(of_path)?;
        let file = folder.path().join(&evidence.file_name);
        hefu_files::write_new(&file, bytes).map_err(of_path)?;
        let saved = self.call(
            "attach_evidence",
            json!({
                "evidence": null, "criterion": evidence.criterion, "path": file, "keep": "inside",
                "title": words(&json!(evidence.title)), "date": evidence.date,
                "valid_until": evidence.valid_until, "provided_by": evidence.provided_by,
            }),
        )?;
        self.review("evidence_title", &saved["evidence"]["id"])
    }

    fn mark(&self, meeting: &Meeting, marking: &Marking) -> Result<(), Failure> {
        let Marking { criterion, mark, measured, remark, witness, .. } = marking;
        let request = json!({
            "round": meeting.round, "criterion": criterion, "mark": mark, "measured": measured,
            "remark": remark, "witness": witness,
        });
        self.call("mark_criterion", request)?;
        let finding = self.criterion(meeting, criterion)?["finding"].take();
        for (place, words) in [("finding_measured", measured), ("finding_remark", remark)] {
            if words.is_some() {
                self.review(place, &finding["id"])?;
            }
        }
        Ok(())
    }

    fn issue(&self, meeting: &Meeting) -> Result<Value, Failure> {
        let round = self.call("acceptance_round", json!({ "round": meeting.round }))?;
        let document = round["document"].clone();
        self.call("issue_document", json!({ "document": document }))?;
        Ok(document)
    }

    fn sign(&self, document: &Value) -> Result<(), Failure> {
        let view = self.call("document", json!({ "document": document }))?;
        let signers: Vec<&Value> = view["signers"].as_array().into_iter().flatten().collect();
        for (place, signer) in signers.iter().enumerate() {
            let others = signers.iter().filter(|other| other["signer"]["id"] != signer["signer"]["id"]);
            let witnesses: Vec<&Value> = others.map(|other| &other["signer"]["person"]).collect();
            let request = json!({
                "document": document, "signer": signer["signer"]["id"],
                "mark": { "drawn_as": "drawn", "strokes": hand(place) },
                "key": { "with": "room_key", "witnesses": witnesses },
                "reason": { "en": "", "zh": "" },
            });
            self.call("sign_document", request)?;
        }
        Ok(())
    }
}

fn pick(from: &Value, fields: &[&str]) -> Value {
    fields.iter().map(|field| ((*field).to_owned(), from[*field].clone())).collect()
}

/// The words of a text, without the states of its sides.
fn words(text: &Value) -> Value {
    json!({ "en": text["en"]["words"], "zh": text["zh"]["words"] })
}

/// A flowing line across the pad, another for each signer.
fn hand(place: usize) -> Vec<Vec<[f64; 2]>> {
    let waves = 3.0 + place as f64;
    let point = |n: i32| {
        let x = f64::from(n) / 120.0;
        let y = 0.5 + 0.28 * (x * waves * std::f64::consts::TAU).sin() * (1.0 - 0.6 * x);
        [0.08 + 0.84 * x, y]
    };
    vec![(0..=120).map(point).collect(), vec![[0.12, 0.86], [0.88, 0.8]]]
}
