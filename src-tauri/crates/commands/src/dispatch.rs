//! From a command's name to its function: derived from the table of commands.

use std::sync::{Mutex, MutexGuard, PoisonError};

use hefu_api::table::BASED_ON;
use hefu_api::{Failure, Reply, command_table};
use hefu_store::Store;
use serde::Serialize;
use serde_json::value::{RawValue, Value, to_raw_value};

use crate::failure::CommandError;
use crate::request::read;
use crate::session::{Action, OnProgress, Query, Session};
use crate::staged::Staged;

fn view(value: &impl Serialize) -> Result<Box<RawValue>, Failure> {
    to_raw_value(value).map_err(|e| Failure::Internal { reason: e.to_string() })
}

fn plain(view: Box<RawValue>, at: Option<u64>) -> Reply {
    Reply { view, stale: Vec::new(), wrote: None, at }
}

fn lock(engine: &Mutex<Session>) -> MutexGuard<'_, Session> {
    // A call that panicked left the store as its last commit left it: the next call may go on.
    engine.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The session, with a workspace that is still the file that was opened.
fn attended(engine: &Mutex<Session>) -> Result<MutexGuard<'_, Session>, Failure> {
    let mut session = lock(engine);
    session.attend()?;
    Ok(session)
}

/// The file that an error means which knows none.
fn open_file(session: &Session) -> Option<std::path::PathBuf> {
    session.open.as_ref().map(|open| open.store.path().to_owned())
}

/// The last entry of the workspace that is open.
fn written(session: &Session) -> Result<Option<u64>, Failure> {
    let written = session.open.as_ref().map(|open| open.store.written()).transpose();
    written.map_err(|error| CommandError::from(error).into())
}

/// Takes out of a request that saves what it is based on.
fn based_on(command: &str, request: &mut Value) -> Result<Option<u64>, Failure> {
    let given = request.as_object_mut().and_then(|fields| fields.remove(BASED_ON));
    match given {
        None | Some(Value::Null) => Ok(None),
        Some(given) => given.as_u64().map(Some).ok_or_else(|| Failure::BadRequest {
            command: command.to_owned(),
            reason: format!("{BASED_ON} is no number of an entry"),
        }),
    }
}

/// Errors: no such entry has been written, so that nobody can have read the record there.
fn known(store: &Store, based_on: Option<u64>) -> Result<Option<u64>, CommandError> {
    match based_on {
        Some(seq) if seq > store.written()? => Err(Failure::NotFound { noun: "entry".to_owned() }.into()),
        based_on => Ok(based_on),
    }
}

/// A command that computes: `read` takes its facts out of the workspace, and what it hands back makes the view of them
/// while the workspace is others'.
fn computed<V, C: FnOnce(OnProgress<'_>) -> Result<V, CommandError>>(
    engine: &Mutex<Session>,
    report: OnProgress<'_>,
    read: impl FnOnce(&mut Query<'_>) -> Result<C, CommandError>,
) -> Result<(V, Option<u64>), Failure> {
    let (file, at, compute) = {
        let mut session = attended(engine)?;
        let file = open_file(&session);
        let read = session.query(&mut *report).and_then(|mut query| read(&mut query));
        let compute = read.map_err(|trouble| session.told(trouble, file.as_deref()))?;
        (file, written(&session)?, compute)
    };
    let view = compute(report).map_err(|trouble| lock(engine).told(trouble, file.as_deref()))?;
    Ok((view, at))
}

/// A command in three stages, of which the second leaves the workspace to others.
fn staged<S: Staged>(
    engine: &Mutex<Session>,
    report: OnProgress<'_>,
    begin: impl FnOnce(&mut Session) -> Result<S, CommandError>,
) -> Result<(S::View, Option<u64>), Failure> {
    let (file, begun) = {
        let mut session = attended(engine)?;
        let file = open_file(&session);
        let begun = begin(&mut session).map_err(|trouble| session.told(trouble, file.as_deref()))?;
        (file, begun)
    };
    let found = begun.work(report).map_err(|trouble| lock(engine).told(trouble, file.as_deref()))?;
    let mut session = attended(engine)?;
    let view = S::conclude(&mut session, found).map_err(|trouble| session.told(trouble, file.as_deref()))?;
    Ok((view, written(&session)?))
}

macro_rules! dispatch {
    ($($kind:ident $noun:ident::$name:ident($request:ident) -> $view:ident $(reads $($topic:ident)+)?;)*) => {
        pub(crate) fn dispatch(
            engine: &Mutex<Session>,
            command: &str,
            request: Value,
            report: OnProgress<'_>,
        ) -> Result<Reply, Failure> {
            match command {
                $(stringify!($name) => {
                    dispatch!(@$kind engine, $noun::$name, command, request, $request, report, $noun::$view)
                })*
                _ => Err(Failure::UnknownCommand { command: command.to_owned() }),
            }
        }
    };
    (@calculation $engine:ident, $noun:ident::$name:ident, $c:ident, $value:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let request: hefu_api::$n::$request = read($c, $value)?;
        let value: hefu_api::$n::$view = crate::$noun::$name(request, $report)?;
        Ok(plain(view(&value)?, None))
    }};
    (@workspace $engine:ident, $noun:ident::$name:ident, $c:ident, $value:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let request: hefu_api::$n::$request = read($c, $value)?;
        let mut session = attended($engine)?;
        let file = open_file(&session);
        let done = crate::$noun::$name(&mut session, request, $report);
        let value: hefu_api::$n::$view = done.map_err(|trouble| session.told(trouble, file.as_deref()))?;
        let stale = crate::workspace::stale(stringify!($name));
        Ok(Reply { view: view(&value)?, stale, wrote: None, at: written(&session)? })
    }};
    (@staged $engine:ident, $noun:ident::$name:ident, $c:ident, $value:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let request: hefu_api::$n::$request = read($c, $value)?;
        let begin = |session: &mut Session| crate::$noun::$name(session, request);
        let (value, at): (hefu_api::$n::$view, _) = staged($engine, $report, begin)?;
        let stale = crate::workspace::stale(stringify!($name));
        Ok(Reply { view: view(&value)?, stale, wrote: None, at })
    }};
    (@computation $engine:ident, $noun:ident::$name:ident, $c:ident, $value:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let request: hefu_api::$n::$request = read($c, $value)?;
        let read = |query: &mut Query<'_>| crate::$noun::$name(query, request);
        let (value, at): (hefu_api::$n::$view, _) = computed($engine, $report, read)?;
        Ok(plain(view(&value)?, at))
    }};
    (@query $engine:ident, $noun:ident::$name:ident, $c:ident, $value:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let request: hefu_api::$n::$request = read($c, $value)?;
        let mut session = attended($engine)?;
        let file = open_file(&session);
        let done = session.query($report).and_then(|mut query| crate::$noun::$name(&mut query, request));
        let value: hefu_api::$n::$view = done.map_err(|trouble| session.told(trouble, file.as_deref()))?;
        Ok(plain(view(&value)?, written(&session)?))
    }};
    (@prepared $engine:ident, $noun:ident::$name:ident, $c:ident, $value:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        dispatch!(@ready $engine, $noun::$name, $c, $value, $request, $report, $n::$view, None)
    }};
    (@prepared_save $engine:ident, $noun:ident::$name:ident, $c:ident, $value:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let mut value = $value;
        let based_on = based_on($c, &mut value)?;
        dispatch!(@ready $engine, $noun::$name, $c, value, $request, $report, $n::$view, based_on)
    }};
    (@ready $engine:ident, $noun:ident::$name:ident, $c:ident, $value:ident, $request:ident, $report:ident, $n:ident::$view:ident, $based_on:expr) => {{
        let request: hefu_api::$n::$request = read($c, $value)?;
        // Nobody waits for the workspace while what lies outside is read.
        let act = crate::$noun::$name(request, &mut *$report)?;
        dispatch!(@acted $engine, act, $report, $n::$view, $based_on)
    }};
    (@action $engine:ident, $noun:ident::$name:ident, $c:ident, $value:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let request: hefu_api::$n::$request = read($c, $value)?;
        dispatch!(@acted $engine, |action: &mut Action<'_>| crate::$noun::$name(action, request), $report, $n::$view, None)
    }};
    (@save $engine:ident, $noun:ident::$name:ident, $c:ident, $value:ident, $request:ident, $report:ident, $n:ident::$view:ident) => {{
        let mut value = $value;
        let based_on = based_on($c, &mut value)?;
        let request: hefu_api::$n::$request = read($c, value)?;
        dispatch!(@acted $engine, |action: &mut Action<'_>| crate::$noun::$name(action, request), $report, $n::$view, based_on)
    }};
    (@acted $engine:ident, $act:expr, $report:ident, $n:ident::$view:ident, $based_on:expr) => {{
        let mut session = attended($engine)?;
        let file = open_file(&session);
        let done = session.action($report).and_then(|mut action| {
            action.based_on = known(action.store, $based_on)?;
            let value: hefu_api::$n::$view = ($act)(&mut action)?;
            Ok((value, action.stale, action.wrote))
        });
        let (value, stale, wrote) = done.map_err(|trouble| session.told(trouble, file.as_deref()))?;
        if stale.contains(&hefu_api::Topic::Workspace) {
            session.know_again()?;
        }
        Ok(Reply { view: view(&value)?, stale, wrote, at: written(&session)? })
    }};
}
command_table!(dispatch);

#[cfg(test)]
mod tests;
