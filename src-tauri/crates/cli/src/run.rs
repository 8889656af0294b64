//! Doing what was asked, and saying how it went.

use std::io::{BufRead, Read, Write};
use std::ops::ControlFlow;

use hefu_api::{CommandKind, Failure, Reply};
use hefu_commands::{Engine, Outside, SAMPLE_PASSPHRASE};
use hefu_messages::Language;
use serde_json::{Value, json};

use crate::arguments::{Arguments, What};
use crate::{passphrase, sentence};

const DONE: u8 = 0;
const REFUSED: u8 = 1;
const WRONG_CALL: u8 = 2;
const NOT_AS_SIGNED: u8 = 3;

/// Runs the call; the exit code says how it went.
pub fn run(arguments: &Arguments) -> u8 {
    let language = if arguments.language.starts_with("zh") { Language::Zh } else { Language::En };
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
            print(&call(&engine, "create_sample", json!({ "path": file, "passphrase": null }))?.view());
            close(&engine)?;
        }
        What::Story { file, paper } => {
            let (file, paper) = (whole(file)?, whole(paper)?);
            print(&crate::story::play(&engine, &file, &paper)?);
        }
        What::Verify { file, head } => {
            let report = call(&engine, "verify_file", json!({ "path": file, "head": head }))?.view();
            print(&report);
            if report["verdict"] != "unchanged" {
                return Ok(NOT_AS_SIGNED);
            }
        }
        What::Call { command, request } => {
            open_if_needed(&engine, arguments, command)?;
            let outcome = call(&engine, command, parse(request.as_deref())?);
            close(&engine)?;
            print(&json!(outcome?));
        }
        What::Script { keep_going } => {
            open(&engine, arguments)?;
            for line in std::io::stdin().lock().lines() {
                let line = line.map_err(|e| Ended::Wrong(e.to_string()))?;
                let (command, request) = line.trim().split_once(' ').unwrap_or((line.trim(), "{}"));
                if !command.is_empty() {
                    match call(&engine, command, parse(Some(request))?) {
                        Ok(reply) => print_compact(&json!(reply)),
                        Err(failure) if *keep_going => print_compact(&json!({ "refused": failure })),
                        Err(failure) => return Err(failure.into()),
                    }
                }
            }
            close(&engine)?;
        }
    }
    Ok(DONE)
}

/// The story writes beside the workspace, wherever it was called from.
fn whole(path: &std::path::Path) -> Result<std::path::PathBuf, Ended> {
    std::path::absolute(path).map_err(|e| Ended::Wrong(e.to_string()))
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
    let path = arguments.workspace.as_ref().ok_or(Failure::NoWorkspace)?;
    if let Some(fd) = arguments.recovery_key_fd {
        let recovery_key = passphrase::read(Some(fd)).map_err(|e| Ended::Wrong(e.to_string()))?;
        let key = json!({ "by": "recovery", "recovery_key": *recovery_key });
        call(engine, "open_workspace", json!({ "path": path, "key": key }))?;
        return Ok(());
    }
    if arguments.passphrase_fd.is_none() {
        let request = json!({ "path": path, "key": { "by": "keychain" } });
        match call(engine, "open_workspace", request) {
            Ok(_) => return Ok(()),
            Err(Failure::NotInKeychain { .. } | Failure::NoKeychain) => {}
            Err(failure) => return Err(failure.into()),
        }
    }
    let passphrase = passphrase::read(arguments.passphrase_fd).map_err(|e| Ended::Wrong(e.to_string()))?;
    let key = json!({ "by": "passphrase", "passphrase": *passphrase, "keychain": "forget" });
    call(engine, "open_workspace", json!({ "path": path, "key": key }))?;
    Ok(())
}

fn close(engine: &Engine) -> Result<(), Ended> {
    call(engine, "lock_workspace", json!({}))?;
    Ok(())
}

fn parse(request: Option<&str>) -> Result<Value, Ended> {
    let text = match request {
        None => "{}".to_owned(),
        Some("-") => {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map_err(|e| Ended::Wrong(e.to_string()))?;
            text
        }
        Some(text) => text.to_owned(),
    };
    serde_json::from_str(&text).map_err(|e| Ended::Wrong(format!("the request is no JSON: {e}")))
}

fn report(failure: &Failure, language: Language) {
    let mut json = json!(failure);
    if let Some(said) = sentence::failure(language, &json) {
        json["message"] = Value::String(said);
    }
    print_err(&json);
}

fn print(value: &Value) {
    print_line(&serde_json::to_string_pretty(value).unwrap_or_default());
}

fn print_compact(value: &Value) {
    print_line(&value.to_string());
}

fn print_line(text: &str) {
    // Whoever reads may have gone: then there is nobody to tell.
    let _ = writeln!(std::io::stdout(), "{text}");
}

fn print_err(value: &Value) {
    let _ = writeln!(std::io::stderr(), "{value}");
}
