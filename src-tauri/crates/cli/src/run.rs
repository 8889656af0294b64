//! Doing what was asked, and saying how it went.

use std::io::{BufRead, Read, Write};
use std::ops::ControlFlow;

use hefu_api::{CommandKind, Failure, Reply};
use hefu_commands::{Engine, Outside, SAMPLE_PASSPHRASE};
use hefu_messages::{Language, shown};
use hefu_reading::limits;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::arguments::{Arguments, Packs, What};
use crate::{packs, passphrase, sentence};

const DONE: u8 = 0;
const REFUSED: u8 = 1;
const WRONG_CALL: u8 = 2;
const CHANGED: u8 = 3;
const PLACES_OPEN: u8 = 4;
const NOT_JUDGED: u8 = 5;

/// Runs the call; the exit code says how it went.
pub fn run(arguments: &Arguments) -> u8 {
    let language = language(arguments);
    match act(arguments) {
        Ok(code) => code,
        Err(Ended::Refused(failure)) => {
            let code = match &failure {
                Failure::UnknownCommand { .. } | Failure::BadRequest { .. } => WRONG_CALL,
                _ => REFUSED,
            };
            report(&failure, language);
            code
        }
        Err(Ended::Wrong(reason)) => {
            print_err(&json!({ "code": "wrong_call", "reason": reason }));
            WRONG_CALL
        }
    }
}

enum Ended {
    Refused(Failure),
    /// The call itself is wrong.
    Wrong(String),
}

impl From<Failure> for Ended {
    fn from(failure: Failure) -> Self {
        Self::Refused(failure)
    }
}

fn act(arguments: &Arguments) -> Result<u8, Ended> {
    let engine = Engine::new(outside(arguments)?);
    match &arguments.what {
        What::Commands => {
            print(&hefu_api::catalogue());
        }
        What::DemoPassphrase => print_line(SAMPLE_PASSPHRASE),
        What::Sample { file } => {
            print(
                &call(&engine, "create_sample", json!({ "path": text(file)?, "passphrase": null }))?.view(),
            );
            close(&engine)?;
        }
        What::Story { file, paper } => {
            let (file, paper) = (whole(file)?, whole(paper)?);
            print(&crate::story::play(&engine, &file, &paper)?);
        }
        What::Verify { file, head } => {
            let request = json!({ "path": text(file)?, "head": head });
            let report = call(&engine, "verify_file", request)?.view();
            print(&report);
            return Ok(verdict(&report));
        }
        What::Packs { what: Packs::Lint { folder, today } } => {
            let (found, usable) = packs::check(folder.as_deref(), today.as_deref()).map_err(Ended::Wrong)?;
            print(&found);
            return Ok(if usable { DONE } else { REFUSED });
        }
        What::Call { command, request } => {
            open_if_needed(&engine, arguments, command)?;
            let outcome = call(&engine, command, parse(request.as_deref())?);
            close(&engine)?;
            print(&json!(outcome?));
        }
        What::Script { keep_going } => {
            open(&engine, arguments)?;
            let mut lines = std::io::stdin().lock();
            while let Some(line) = next_line(&mut lines)? {
                let (command, request) = line.trim().split_once(' ').unwrap_or((line.trim(), "{}"));
                if !command.is_empty() {
                    match call(&engine, command, parse(Some(request))?) {
                        Ok(reply) => print_compact(&json!(reply)),
                        Err(failure) if *keep_going => {
                            print_compact(&json!({ "refused": told(&failure, language(arguments)) }));
                        }
                        Err(failure) => return Err(failure.into()),
                    }
                }
            }
            close(&engine)?;
        }
    }
    Ok(DONE)
}

/// How a verified file stands. A head that was given and is not stated counts as a change.
fn verdict(report: &Value) -> u8 {
    let open = report["outstanding"].as_array().is_some_and(|places| !places.is_empty());
    match (report["verdict"].as_str(), report["head"].as_str()) {
        (Some("changed"), _) | (Some("unchanged"), Some("not_stated" | "other_trail")) => CHANGED,
        (Some("unchanged"), _) if open => PLACES_OPEN,
        (Some("unchanged"), _) => DONE,
        _ => NOT_JUDGED,
    }
}

/// A name as a request can carry it, which is JSON.
fn text(path: &std::path::Path) -> Result<&str, Ended> {
    match path.to_str() {
        Some("") => Err(Ended::Wrong("no file is named".into())),
        Some(text) => Ok(text),
        None => Err(Ended::Wrong(format!(
            "the name {} is not UTF-8: rename it, or give it to hefu-verify, which takes any",
            path.display()
        ))),
    }
}

/// A path as it is meant where the program was called.
fn whole(path: &std::path::Path) -> Result<std::path::PathBuf, Ended> {
    std::path::absolute(text(path)?).map_err(|e| Ended::Wrong(e.to_string()))
}

fn outside(arguments: &Arguments) -> Result<Outside, Ended> {
    match (&arguments.clock, arguments.seed) {
        (Some(clock), Some(seed)) => {
            let now = clock.parse().map_err(|e| Ended::Wrong(format!("--clock: {e}")))?;
            Ok(Outside::fixed(now, seed))
        }
        _ => Ok(Outside::of_this_machine()),
    }
}

fn call(engine: &Engine, command: &str, request: Value) -> Result<Reply, Failure> {
    engine.call(command, request, &mut |_| ControlFlow::Continue(()))
}

/// A calculation needs no workspace; the commands that make or open one name their own file.
fn open_if_needed(engine: &Engine, arguments: &Arguments, command: &str) -> Result<(), Ended> {
    let spec = hefu_api::table::COMMANDS.iter().find(|spec| spec.name == command);
    let needs = matches!(spec.map(|spec| spec.kind), Some(CommandKind::Query | CommandKind::Action));
    if needs || (arguments.workspace.is_some() && spec.is_some()) { open(engine, arguments) } else { Ok(()) }
}

fn open(engine: &Engine, arguments: &Arguments) -> Result<(), Ended> {
    let opened = opened(engine, arguments)?;
    remark(&opened.view(), language(arguments));
    Ok(())
}

fn opened(engine: &Engine, arguments: &Arguments) -> Result<Reply, Ended> {
    let path = text(arguments.workspace.as_ref().ok_or(Failure::NoWorkspace)?)?;
    let open = |key: Value| call(engine, "open_workspace", json!({ "path": path, "key": key }));
    if let Some(fd) = arguments.recovery_key_fd {
        let recovery_key = passphrase::read(Some(fd)).map_err(|e| Ended::Wrong(e.to_string()))?;
        return Ok(open(json!({ "by": "recovery", "recovery_key": *recovery_key }))?);
    }
    if arguments.passphrase_fd.is_none() {
        match open(json!({ "by": "keychain" })) {
            Err(Failure::NotInKeychain { .. } | Failure::NoKeychain) => {}
            other => return Ok(other?),
        }
    }
    let passphrase = passphrase::read(arguments.passphrase_fd).map_err(|e| Ended::Wrong(e.to_string()))?;
    Ok(open(json!({ "by": "passphrase", "passphrase": *passphrase, "keychain": "forget" }))?)
}

fn close(engine: &Engine) -> Result<(), Ended> {
    call(engine, "lock_workspace", json!({}))?;
    Ok(())
}

fn parse(request: Option<&str>) -> Result<Value, Ended> {
    let text = match request {
        None => Zeroizing::new("{}".to_owned()),
        Some("-") => {
            let mut text = Zeroizing::new(String::new());
            let most = limits::REQUEST.bytes;
            let read = std::io::stdin().take(most + 1).read_to_string(&mut text);
            match read.map_err(|e| Ended::Wrong(e.to_string()))? as u64 > most {
                true => return Err(too_long()),
                false => text,
            }
        }
        Some(text) => Zeroizing::new(text.to_owned()),
    };
    serde_json::from_str(&text).map_err(|e| Ended::Wrong(format!("the request is no JSON: {e}")))
}

fn too_long() -> Ended {
    Ended::Wrong(format!("a request has at most {} bytes", limits::REQUEST.bytes))
}

/// The next line of a script; none at its end.
fn next_line(lines: &mut impl BufRead) -> Result<Option<Zeroizing<String>>, Ended> {
    let mut line = Zeroizing::new(String::new());
    let read = lines.take(limits::REQUEST.bytes + 1).read_line(&mut line);
    match read.map_err(|e| Ended::Wrong(e.to_string()))? as u64 {
        0 => Ok(None),
        read if read > limits::REQUEST.bytes => Err(too_long()),
        _ => Ok(Some(line)),
    }
}

fn language(arguments: &Arguments) -> Language {
    if arguments.language.starts_with("zh") { Language::Zh } else { Language::En }
}

/// The failure with its sentence.
fn told(failure: &Failure, language: Language) -> Value {
    let mut json = json!(failure);
    if let Some(said) = sentence::failure(language, &json) {
        json["message"] = Value::String(said);
    }
    json
}

/// What there is to say of a workspace beside opening it: an older copy in the file's place. Which program keeps its
/// folder is in the views.
fn remark(opened: &Value, language: Language) {
    for remark in
        opened["remarks"].as_array().into_iter().flatten().filter(|each| each["is"] == "left_behind")
    {
        let mut json = remark.clone();
        json["here"] = opened["entries"].clone();
        if let Some(said) = sentence::remark(language, &json) {
            json["message"] = Value::String(said);
        }
        print_err(&json!({ "remark": json }));
    }
}

fn report(failure: &Failure, language: Language) {
    print_err(&told(failure, language));
}

fn print(value: &Value) {
    print_line(&shown::json(&serde_json::to_string_pretty(value).unwrap_or_default()));
}

fn print_compact(value: &Value) {
    print_line(&shown::json(&value.to_string()));
}

fn print_line(text: &str) {
    // Whoever reads may have gone: then there is nobody to tell.
    let _ = writeln!(std::io::stdout(), "{text}");
}

fn print_err(value: &Value) {
    let _ = writeln!(std::io::stderr(), "{}", shown::json(&value.to_string()));
}
