//! From a command's name to its function: derived from the table of commands.

use hefu_api::{Failure, Reply, command_table};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::{RawValue, Value, to_raw_value};

use crate::engine::Engine;
use crate::failure::Trouble;
use crate::session::{Report, Session};

fn read<R: DeserializeOwned>(command: &str, request: Value) -> Result<R, Failure> {
    serde_json::from_value(request)
        .map_err(|e| Failure::BadRequest { command: command.to_owned(), reason: e.to_string() })
}

fn view(value: &impl Serialize) -> Result<Box<RawValue>, Failure> {
    to_raw_value(value).map_err(|e| Failure::Internal { reason: e.to_string() })
}

fn plain(view: Box<RawValue>) -> Reply {
    Reply { view, stale: Vec::new(), wrote: None }
}

fn lock(engine: &Engine) -> std::sync::MutexGuard<'_, Session> {
    // A call that panicked left the store as its last commit left it: the next call may go on.
    engine.session.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// A full disk met in the middle of a write is the one the workspace lies on.
fn on_disk(path: &std::path::Path, trouble: Trouble) -> Failure {
    match Failure::from(trouble) {
        Failure::DiskFull { path: unknown } if unknown.is_empty() => {
            Failure::DiskFull { path: path.display().to_string() }
        }
        failure => failure,
    }
}

macro_rules! dispatch {
    ($($kind:ident $noun:ident::$name:ident($request:ident) -> $view:ident $(reads $($topic:ident)+)?;)*) => {
        pub(crate) fn dispatch(
            engine: &Engine,
            command: &str,
            request: Value,
            report: Report<'_>,
        ) -> Result<Reply, Failure> {
            match command {
                $(stringify!($name) => {
                    let request: hefu_api::$noun::$request = read(command, request)?;
                    dispatch!(@$kind engine, $noun::$name, request, report, $noun::$view)
                })*
                _ => Err(Failure::UnknownCommand { command: command.to_owned() }),
            }
        }
    };
    (@calculation $engine:ident, $noun:ident::$name:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let value: hefu_api::$n::$view = crate::$noun::$name($request, $report)?;
        Ok(plain(view(&value)?))
    }};
    (@workspace $engine:ident, $noun:ident::$name:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let mut session = lock($engine);
        let value: hefu_api::$n::$view = crate::$noun::$name(&mut session, $request, $report)?;
        let stale = crate::workspace::stale(stringify!($name));
        Ok(Reply { view: view(&value)?, stale, wrote: None })
    }};
    (@staged $engine:ident, $noun:ident::$name:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        // The lock goes with this statement.
        let rest = crate::$noun::$name(&mut lock($engine), $request)?;
        let value: hefu_api::$n::$view = rest.finish($report)?;
        let stale = crate::workspace::stale(stringify!($name));
        Ok(Reply { view: view(&value)?, stale, wrote: None })
    }};
    (@query $engine:ident, $noun:ident::$name:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let session = lock($engine);
        let mut query = session.query($report)?;
        let value: hefu_api::$n::$view = crate::$noun::$name(&mut query, $request)?;
        Ok(plain(view(&value)?))
    }};
    (@action $engine:ident, $noun:ident::$name:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let mut session = lock($engine);
        let mut action = session.action($report)?;
        let done = crate::$noun::$name(&mut action, $request);
        let value: hefu_api::$n::$view = done.map_err(|trouble| on_disk(action.store.path(), trouble))?;
        let (stale, wrote) = (action.stale, action.wrote);
        if stale.contains(&hefu_api::Topic::Workspace) {
            session.know_again()?;
        }
        Ok(Reply { view: view(&value)?, stale, wrote })
    }};
}
command_table!(dispatch);
