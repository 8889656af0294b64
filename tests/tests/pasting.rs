//! A picture from the clipboard becomes evidence without lying on any disk.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex};

use crate::support::Bench;
use hefu_api::Failure;
use hefu_commands::{Clipboard, Engine, Outside, Picture};
use serde_json::{Value, json};

/// A clipboard that a test lays pictures on.
#[derive(Clone, Default)]
struct Laid(Arc<Mutex<Option<Picture>>>);

impl Clipboard for Laid {
    fn image(&self) -> Result<Picture, Failure> {
        self.0.lock().unwrap().clone().ok_or(Failure::NoImage)
    }
}

fn picture(shade: u8) -> Picture {
    Picture::of_rgba(3, 2, vec![shade; 3 * 2 * 4]).unwrap()
}

fn bench() -> (Bench, Laid) {
    let made = Bench::with_sample();
    made.view("lock_workspace", json!({}));
    let laid = Laid::default();
    let now = "2026-09-28T10:00:00+08:00".parse().unwrap();
    let outside = Outside::fixed(now, 28).with_clipboard(Box::new(laid.clone()));
    let bench = Bench { folder: made.folder, engine: Engine::new(outside) };
    bench.open();
    (bench, laid)
}

fn attach(bench: &Bench, criterion: &Value, held: &Value) -> Result<Value, Value> {
    bench.call("attach_image", json!({ "criterion": criterion, "sha256": held["sha256"], "name": "Rack A/B: front",
        "title": { "en": "Rack", "zh": "机柜" }, "date": "2026-09-28", "valid_until": null, "provided_by": null }))
}

#[test]
fn the_picture_that_was_pasted_is_kept_inside_and_comes_out_again() {
    let (bench, laid) = bench();
    assert_eq!(bench.refused("hold_image", json!({}))["code"], "no_image");
    *laid.0.lock().unwrap() = Some(picture(90));
    let held = bench.view("hold_image", json!({}));
    assert_eq!((&held["width"], &held["height"]), (&json!(3), &json!(2)));
    // What is copied afterwards is another picture: the one that was pasted is meant.
    *laid.0.lock().unwrap() = Some(picture(7));
    let criterion = bench.criterion("4.2")["id"].clone();
    let saved = attach(&bench, &criterion, &held).unwrap()["evidence"].clone();
    assert_eq!((&saved["file_name"], &saved["kind"]), (&json!("Rack A-B- front.png"), &json!("png")));
    assert_eq!((&saved["holding"]["held"], &saved["holding"]["sha256"]), (&json!("kept"), &held["sha256"]));
    let out = bench.folder.path().join("out.png");
    bench.view("export_evidence", json!({ "evidence": saved["id"], "path": out }));
    assert_eq!(std::fs::read(out).unwrap(), picture(90).png);
    assert_eq!(attach(&bench, &criterion, &held).unwrap_err()["code"], "no_image", "it is held once");
}

#[test]
fn locking_forgets_the_picture_and_undo_takes_the_evidence_back() {
    let (bench, laid) = bench();
    *laid.0.lock().unwrap() = Some(picture(90));
    let criterion = bench.criterion("4.2")["id"].clone();
    let held = bench.view("hold_image", json!({}));
    bench.view("lock_workspace", json!({}));
    bench.open();
    assert_eq!(attach(&bench, &criterion, &held).unwrap_err()["code"], "no_image");
    let held = bench.view("hold_image", json!({}));
    let round = bench.round()["round"]["id"].clone();
    let evidence =
        || bench.view("criterion", json!({ "round": round, "criterion": criterion }))["evidence"].clone();
    let before = evidence();
    attach(&bench, &criterion, &held).unwrap();
    assert_ne!(evidence(), before);
    bench.view("undo", json!({ "seq": null }));
    assert_eq!(evidence(), before);
}

#[test]
fn a_machine_without_a_clipboard_says_so() {
    let bench = Bench::with_sample();
    let mut report = |_| ControlFlow::Continue(());
    let refused = bench.engine.call("hold_image", json!({}), &mut report).unwrap_err();
    assert_eq!(refused, Failure::NoClipboard);
}
