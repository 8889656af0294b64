//! Every command whose request has a path, and how it is called with one.

use std::path::Path;

use hefu_commands::SAMPLE_PASSPHRASE;
use serde_json::{Value, json};

use crate::writing::scene::Scene;

type Request = fn(&Scene, &Path) -> Value;

pub(crate) enum Use {
    /// What is written there ends so.
    Written(&'static str),
    /// A folder that is written into.
    Filled,
    Read,
}

pub(crate) struct Row {
    pub(crate) command: &'static str,
    pub(crate) field: &'static str,
    pub(crate) used: Use,
    pub(crate) request: Request,
}

const fn row(command: &'static str, field: &'static str, used: Use, request: Request) -> Row {
    Row { command, field, used, request }
}

/// A new command with a path is added here, or the test that reads the table of commands fails.
pub(crate) const ROWS: [Row; 31] = [
    row(
        "export_document",
        "path",
        Use::Written("pdf"),
        |at, path| json!({ "document": at.document, "path": path }),
    ),
    row(
        "export_evidence",
        "path",
        Use::Written("png"),
        |at, path| json!({ "evidence": at.evidence, "path": path }),
    ),
    row(
        "export_matrix",
        "path",
        Use::Written("pdf"),
        |at, path| json!({ "project": at.bench.project(), "edition": "side_by_side", "look": "formal", "path": path }),
    ),
    row(
        "export_trail",
        "path",
        Use::Written("jsonl"),
        |_, path| json!({ "trail": { "of": "workspace" }, "path": path, "key": { "with": "room_key", "witnesses": [] } }),
    ),
    row("export_table", "path", Use::Written("csv"), |at, path| at.table(path)),
    row("export_table", "path", Use::Written("xlsx"), |at, path| at.table(path)),
    row("export_sheet", "path", Use::Written("pdf"), |at, path| {
        let words = json!({ "en": "Requirement", "zh": "需求" });
        json!({ "path": path, "kind": words, "title": words, "fields": [], "date": at.date })
    }),
    row("export_calendar", "path", Use::Written("ics"), |at, path| {
        let name = json!({ "en": "Clocks", "zh": "期限" });
        let entry = json!({ "uid": "1", "when": { "day": at.date }, "title": name, "certainty": "certain" });
        let written = "2026-09-28T02:00:00Z";
        json!({ "path": path, "name": name, "entries": [entry], "written": written })
    }),
    row(
        "save_recovery_sheet",
        "path",
        Use::Written("pdf"),
        |at, path| json!({ "path": path, "recovery_key": at.recovery_key }),
    ),
    row("back_up", "path", Use::Written("hefu"), |_, path| json!({ "path": path })),
    row("create_workspace", "path", Use::Written("hefu"), |_, path| {
        json!({ "path": path, "name": "A", "actor": { "en": "B", "zh": "" }, "passphrase": SAMPLE_PASSPHRASE,
            "keychain": "forget" })
    }),
    row("create_sample", "path", Use::Written("hefu"), |_, path| json!({ "path": path, "passphrase": null })),
    row(
        "restore_backup",
        "path",
        Use::Written("hefu"),
        |at, path| json!({ "backup": at.backup, "path": path, "key": { "by": "open_workspace" } }),
    ),
    row(
        "import_all",
        "path",
        Use::Written("hefu"),
        |at, path| json!({ "folder": at.export, "path": path, "passphrase": SAMPLE_PASSPHRASE, "keychain": "forget" }),
    ),
    row("export_all", "folder", Use::Filled, |_, path| json!({ "folder": path })),
    row("rotate_backups", "folder", Use::Filled, |_, path| json!({ "folder": path, "occasion": "opened" })),
    row("attach_evidence", "path", Use::Read, |at, path| at.evidence_from(path)),
    row("set_vendor_logo", "path", Use::Read, |_, path| json!({ "path": path })),
    row("attach_signed_copy", "path", Use::Read, |at, path| {
        // Whoever signs there: it is read before anything is asked of the record.
        json!({ "document": at.document, "signer": at.document, "path": path, "printed_digest": "00000000" })
    }),
    row("verify_file", "path", Use::Read, |_, path| json!({ "path": path, "head": null })),
    row("read_bill", "path", Use::Read, |_, path| json!({ "path": path, "before": [] })),
    row("inspect_update", "path", Use::Read, |_, path| json!({ "path": path })),
    row("install_update", "path", Use::Read, |_, path| json!({ "path": path })),
    row(
        "preview_import",
        "source.path",
        Use::Read,
        |_, path| json!({ "target": "requirements", "source": { "from": "file", "path": path } }),
    ),
    row(
        "compare_import",
        "source.path",
        Use::Read,
        |at, path| json!({ "project": at.project, "target": "requirements", "source": { "from": "file", "path": path } }),
    ),
    row(
        "import_table",
        "source.path",
        Use::Read,
        |at, path| json!({ "project": at.project, "target": "requirements", "source": { "from": "file", "path": path } }),
    ),
    row(
        "open_workspace",
        "path",
        Use::Read,
        |_, path| json!({ "path": path, "key": { "by": "passphrase", "passphrase": SAMPLE_PASSPHRASE, "keychain": "forget" } }),
    ),
    row(
        "restore_backup",
        "backup",
        Use::Read,
        |at, path| json!({ "backup": path, "path": at.folder().join("restored.hefu"), "key": { "by": "open_workspace" } }),
    ),
    row(
        "rehearse_restore",
        "backup",
        Use::Read,
        |_, path| json!({ "backup": path, "key": { "by": "open_workspace" } }),
    ),
    row("import_all", "folder", Use::Read, |at, path| {
        json!({ "folder": path, "path": at.folder().join("imported.hefu"), "passphrase": SAMPLE_PASSPHRASE,
            "keychain": "forget" })
    }),
    row("export_trail", "key.path", Use::Read, |at, path| {
        json!({ "trail": { "of": "workspace" }, "path": at.folder().join("signed.jsonl"),
            "key": { "with": "pkcs12", "path": path, "password": "" } })
    }),
];

/// What has a path and writes nothing there: it lists, or reads a certificate as [`ROWS`] show it of another.
pub(crate) const BESIDE: [(&str, &str); 2] = [("list_backups", "folder"), ("sign_document", "key.path")];

/// What a field of a request is called that names a place on the disk.
const NAMES: [&str; 5] = ["path", "folder", "backup", "file", "directory"];

/// Every field of a request that names a place on the disk: command and where in the request it is.
pub(crate) fn of_the_table() -> Vec<(String, String)> {
    let catalogue = hefu_api::catalogue();
    let defs = &catalogue["$defs"];
    let mut found = Vec::new();
    for command in catalogue["commands"].as_array().unwrap() {
        let mut places = Vec::new();
        walk(&command["request"], defs, "", &mut Vec::new(), &mut places);
        let name = command["name"].as_str().unwrap();
        found.extend(places.into_iter().map(|place| (name.to_owned(), place)));
    }
    found.sort();
    found.dedup();
    found
}

fn walk(schema: &Value, defs: &Value, at: &str, within: &mut Vec<String>, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str().and_then(|of| of.rsplit('/').next()) {
        if !within.iter().any(|each| each == name) {
            within.push(name.to_owned());
            walk(&defs[name], defs, at, within, found);
            within.pop();
        }
        return;
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let place = if at.is_empty() { name.clone() } else { format!("{at}.{name}") };
        let is_text = field["type"] == "string"
            || field["type"].as_array().is_some_and(|types| types.contains(&json!("string")));
        if is_text && NAMES.contains(&name.as_str()) {
            found.push(place.clone());
        }
        walk(field, defs, &place, within, found);
    }
    for kind in ["oneOf", "anyOf", "allOf"] {
        for each in schema[kind].as_array().into_iter().flatten() {
            walk(each, defs, at, within, found);
        }
    }
    if schema["items"].is_object() {
        walk(&schema["items"], defs, at, within, found);
    }
}
