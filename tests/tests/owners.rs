//! A record is touched through its owner alone: whoever names it beside another project, round or document is told
//! that it is not there, as is whoever names what no record has.

mod requests;
pub(crate) mod world;

use std::collections::BTreeSet;

use self::requests::{Row, before_the_meeting, while_it_is_signed};
use self::world::World;
use crate::support::Bench;
use hefu_api::table::COMMANDS;
use hefu_api::{CommandKind, catalogue};
use serde_json::{Value, json};

/// No record has it.
const NOBODY: &str = "00000000-0000-7000-8000-00000000dead";

/// Where the identities in a request are, as JSON pointers.
fn identities(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.len() == 36 && text.parse::<uuid::Uuid>().is_ok() => {
            found.push(at.to_owned());
        }
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                identities(item, &format!("{at}/{n}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                identities(field, &format!("{at}/{name}"), found);
            }
        }
        _ => {}
    }
}

fn places(request: &Value) -> Vec<String> {
    let mut found = Vec::new();
    identities(request, "", &mut found);
    found
}

fn with(request: &Value, at: &str, identity: &str) -> Value {
    let mut changed = request.clone();
    *changed.pointer_mut(at).unwrap() = json!(identity);
    changed
}

fn entries(bench: &Bench) -> Value {
    bench.view("workspace_status", json!({}))["open"]["entries"].clone()
}

#[track_caller]
fn not_there(bench: &Bench, command: &str, request: Value) {
    let before = entries(bench);
    let told = request.to_string();
    let failure = bench.call(command, request).expect_err(&format!("{command} took {told}"));
    let code = failure.get("because").map_or(&failure["code"], |because| &because["code"]);
    assert_eq!(code, "not_found", "{command} {told}: {failure}");
    assert_eq!(entries(bench), before, "{command} wrote");
}

/// Every identity of every request as one that no record has, and as the like record of another owner.
fn refused(bench: &Bench, world: &World, rows: &[Row]) {
    for Row { command, request, .. } in rows {
        let all = places(request);
        let owned = |at: &&String| world.foreign(request.pointer(at).unwrap()).is_some();
        for at in &all {
            not_there(bench, command, with(request, at, NOBODY));
        }
        let of_projects: Vec<&String> = all.iter().filter(owned).collect();
        for at in of_projects.iter().filter(|_| of_projects.len() > 1) {
            let foreign = world.foreign(request.pointer(at).unwrap()).unwrap();
            not_there(bench, command, with(request, at, &foreign));
        }
    }
}

/// As they stand they are taken, so that nothing but the owner was in the way.
fn taken(bench: &Bench, world: &World, rows: &[Row]) {
    for Row { command, request, .. } in rows {
        let owned =
            places(request).into_iter().filter(|at| world.foreign(request.pointer(at).unwrap()).is_some());
        if owned.count() < 2 {
            continue;
        }
        let before = entries(bench);
        // The story's round has its report already, and its stack its gates.
        if let Err(failure) = bench.call(command, request.clone()) {
            let known = [json!("number_taken"), json!("has_gates")];
            assert!(known.contains(&failure["code"]), "{command}: {failure}");
        }
        let undoable = bench.view("undo_state", json!({}))["undo"]["workspace"].as_u64();
        if entries(bench) != before && undoable == entries(bench).as_u64() {
            bench.view("undo", json!({ "seq": null }));
        }
    }
}

#[test]
fn every_record_is_touched_through_its_owner_alone() {
    let bench = Bench::with_sample();
    let world = World::of(&bench);
    let rows = before_the_meeting(&world);
    refused(&bench, &world, &rows);
    taken(&bench, &world, &rows);
}

/// Every text of the document that waits for it.
fn review(bench: &Bench, document: &Value) {
    let view = bench.view("document", json!({ "document": document }));
    for obstacle in view["obstacles"].as_array().unwrap().iter().filter(|each| each["kind"] == "text") {
        bench.view("review_text", json!({ "place": obstacle["place"], "record": obstacle["record"] }));
    }
}

#[test]
fn every_signature_goes_where_its_document_is() {
    let bench = Bench::with_sample();
    let world = World::of(&bench);
    bench.view("lock_workspace", json!({}));
    let document = hefu_cli::story::prepare(&bench.engine, &bench.file()).unwrap();
    bench.open();
    review(&bench, &document);
    bench.view("issue_document", json!({ "document": document }));
    let scan = bench.folder.path().join("scan.pdf");
    bench.view("export_document", json!({ "document": document, "path": scan }));
    let digest =
        bench.view("document", json!({ "document": document }))["document"]["issued"]["record_sha256"]
            .clone();
    let rows = while_it_is_signed(&world, &scan, &digest);
    refused(&bench, &world, &rows);
    taken(&bench, &world, &rows[..1]);
}

/// The names under which a request has identities, by its schema.
fn named(catalogue: &Value, schema: &Value, name: &str, found: &mut BTreeSet<String>, depth: u32) {
    assert!(depth < 20, "{name} names itself");
    if schema["format"] == "uuid" {
        found.insert(name.to_owned());
    }
    if let Some(pointer) = schema["$ref"].as_str() {
        named(catalogue, catalogue.pointer(&pointer[1..]).unwrap(), name, found, depth + 1);
    }
    for (key, of) in schema["properties"].as_object().into_iter().flatten() {
        named(catalogue, of, key, found, depth + 1);
    }
    named_in_lists(catalogue, schema, name, found, depth);
}

fn named_in_lists(catalogue: &Value, schema: &Value, name: &str, found: &mut BTreeSet<String>, depth: u32) {
    for list in ["anyOf", "oneOf", "allOf"] {
        for of in schema[list].as_array().into_iter().flatten() {
            named(catalogue, of, name, found, depth + 1);
        }
    }
    if schema["items"].is_object() {
        named(catalogue, &schema["items"], name, found, depth + 1);
    }
}

/// Queries that answer with nothing for what is not there, or to which an identity is only a wish; undo and redo, to
/// which the project in view is where they stop (`undoing.rs`); who works here, a person of no project; and the picture of the clipboard, which becomes
/// evidence by the way of `attach_evidence`.
const APART: [&str; 12] = [
    "attach_image",
    "list_documents",
    "list_entries",
    "list_parties",
    "list_rounds",
    "notices",
    "redo",
    "save_actor",
    "scope_matrix",
    "search",
    "undo",
    "undo_state",
];

#[test]
fn no_command_that_names_a_record_is_left_out() {
    let bench = Bench::with_sample();
    let world = World::of(&bench);
    let mut rows = before_the_meeting(&world);
    rows.extend(while_it_is_signed(&world, std::path::Path::new("x"), &json!("x")));
    let catalogue = catalogue();
    let specs = COMMANDS.iter().zip(catalogue["commands"].as_array().unwrap());
    for (spec, row) in specs.filter(|(spec, _)| spec.kind != CommandKind::Calculation) {
        let mut wanted = BTreeSet::new();
        named(&catalogue, &row["request"], "", &mut wanted, 0);
        if APART.contains(&spec.name) {
            continue;
        }
        let given: BTreeSet<String> = rows
            .iter()
            .filter(|row| row.command == spec.name)
            .flat_map(|row| places(&row.request))
            .map(|at| at.rsplit('/').find(|part| part.parse::<usize>().is_err()).unwrap().to_owned())
            .collect();
        assert_eq!(given, wanted, "{} is to be called with each of these as another owner's", spec.name);
    }
}
