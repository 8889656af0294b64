//! A passphrase, a recovery key or a password is repeated nowhere: not by a request that has the wrong shape, not by a
//! sentence, not by the terminal.

use std::io::Write;
use std::process::Stdio;

use crate::support::Bench;
use hefu_api::catalogue;
use hefu_tests::programs::cli;
use serde_json::{Map, Value, json};

const SECRETS: [&str; 5] = ["passphrase", "password", "recovery_key", "current", "new"];
const CANARY: &str = "tide-and-tally, expected `tide-and-tally`";
const NUMBER: u64 = 12_345_678_901_234;

struct Shapes {
    catalogue: Value,
}

impl Shapes {
    fn resolved<'a>(&'a self, schema: &'a Value) -> &'a Value {
        match schema["$ref"].as_str() {
            Some(pointer) => self.resolved(self.catalogue.pointer(&pointer[1..]).unwrap()),
            None => schema,
        }
    }

    fn variants<'a>(&'a self, schema: &'a Value) -> Vec<&'a Value> {
        let lists = ["oneOf", "anyOf"].iter().filter_map(|list| schema[*list].as_array());
        let found: Vec<&Value> = lists.flatten().collect();
        if found.is_empty() { vec![schema] } else { found }
    }

    fn holds_a_secret(&self, schema: &Value) -> bool {
        self.variants(self.resolved(schema)).iter().any(|variant| {
            let fields = self.resolved(variant)["properties"].as_object();
            fields
                .into_iter()
                .flatten()
                .any(|(name, of)| SECRETS.contains(&name.as_str()) || self.holds_a_secret(of))
        })
    }

    /// Requests of this shape, one a variant, in which every secret is `secret` and every tag `tag`, if given.
    fn filled(&self, schema: &Value, secret: &Value, tag: Option<&Value>) -> Vec<Value> {
        let schema = self.resolved(schema);
        let variants = self.variants(schema);
        if variants.len() > 1 {
            let with =
                variants.iter().filter(|variant| self.holds_a_secret(variant)).copied().collect::<Vec<_>>();
            let chosen = if with.is_empty() { variants[..1].to_vec() } else { with };
            return chosen.into_iter().flat_map(|variant| self.filled(variant, secret, tag)).collect();
        }
        let Some(fields) = schema["properties"].as_object() else { return vec![plain(schema)] };
        let mut made = vec![Map::new()];
        for (name, of) in fields {
            let values = match (&of["const"], tag) {
                _ if SECRETS.contains(&name.as_str()) => vec![secret.clone()],
                _ if ["path", "folder", "backup"].contains(&name.as_str()) => vec![json!("/nowhere/at/all")],
                (Value::Null, _) => self.filled(of, secret, tag),
                (_, Some(tag)) => vec![tag.clone()],
                (own, None) => vec![own.clone()],
            };
            made = made
                .iter()
                .flat_map(|one| {
                    values.iter().map(|value| {
                        let mut one = one.clone();
                        one.insert(name.clone(), value.clone());
                        one
                    })
                })
                .collect();
        }
        made.into_iter().map(Value::Object).collect()
    }
}

fn plain(schema: &Value) -> Value {
    let kind = schema["type"].as_array().map_or(&schema["type"], |kinds| &kinds[0]);
    match kind.as_str() {
        _ if schema["enum"].is_array() => schema["enum"][0].clone(),
        _ if schema["format"] == "uuid" => json!("00000000-0000-7000-8000-000000000000"),
        _ if schema["const"].is_string() => schema["const"].clone(),
        Some("string") => json!("x"),
        Some("integer" | "number") => json!(1),
        Some("array") => json!([]),
        Some("object") => json!({}),
        _ => Value::Null,
    }
}

fn repeats(told: &str) -> bool {
    told.contains("tide-and-tally") || told.contains(&NUMBER.to_string()) || told.contains("54321.5")
}

/// Every command whose request holds a secret, with requests in which it, or what is around it, has a wrong type.
fn wrong_requests() -> Vec<(String, Value)> {
    let shapes = Shapes { catalogue: catalogue() };
    let wrong = [
        json!(NUMBER),
        json!([CANARY]),
        json!({ CANARY: CANARY }),
        json!(54321.5),
        json!(true),
        json!([[NUMBER]]),
    ];
    let mut requests = Vec::new();
    for row in shapes.catalogue["commands"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| shapes.holds_a_secret(&row["request"]))
    {
        let command = row["name"].as_str().unwrap().to_owned();
        let all = wrong.iter().flat_map(|wrong| shapes.filled(&row["request"], wrong, None));
        let tagged = shapes.filled(&row["request"], &json!(CANARY), Some(&json!(CANARY)));
        let mut all: Vec<Value> = all.chain(tagged).collect();
        all.extend([json!(CANARY), json!([CANARY]), json!({ CANARY: CANARY })]);
        for field in ["key", "trail", "mark", "path", "keychain", "choice"] {
            for mut request in shapes.filled(&row["request"], &json!(CANARY), None) {
                if request.get(field).is_some() {
                    request[field] = json!([CANARY, NUMBER]);
                    all.push(request);
                }
            }
        }
        requests.extend(all.into_iter().map(|request| (command.clone(), request)));
    }
    requests
}

#[test]
fn no_failure_repeats_a_secret() {
    let bench = Bench::empty();
    let requests = wrong_requests();
    let commands: std::collections::BTreeSet<&str> =
        requests.iter().map(|(command, _)| command.as_str()).collect();
    for one in [
        "create_workspace",
        "create_sample",
        "open_workspace",
        "change_passphrase",
        "change_recovery_key",
        "set_keychain",
        "restore_backup",
        "rehearse_restore",
        "save_recovery_sheet",
        "import_all",
        "judge_passphrase",
        "sign_document",
        "export_trail",
    ] {
        assert!(commands.contains(one), "{one}");
    }
    for (command, request) in &requests {
        let failure = match bench.call(command, request.clone()) {
            Ok(view) => view,
            Err(failure) => failure,
        };
        assert!(!repeats(&failure.to_string()), "{command} {request}: {failure}");
    }
}

#[test]
fn the_terminal_repeats_none() {
    let folder = tempfile::tempdir().unwrap();
    for (command, request) in wrong_requests().into_iter().step_by(3) {
        let mut running = cli(["call", &command, "-"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        running.stdin.take().unwrap().write_all(request.to_string().as_bytes()).unwrap();
        let done = running.wait_with_output().unwrap();
        let told = String::from_utf8([done.stdout, done.stderr].concat()).unwrap();
        assert!(!repeats(&told), "{command} {request}: {told}");
    }
}
