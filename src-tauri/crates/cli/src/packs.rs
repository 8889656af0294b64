//! Rule packs of a folder, and what stands against them.

use std::collections::BTreeMap;
use std::path::Path;

use hefu_reading::{Unread, limits};
use hefu_rules::lint::{Finding, Weight, lint};
use hefu_rules::{DIGESTS, SHIPPED, digests};
use serde_json::{Value, json};

/// Name of the file that lists the published digests.
const LIST: &str = "digests.toml";
/// How many packs are read of a folder.
const MOST: usize = 500;

/// What stands against the packs of a folder, or against the shipped ones; whether all of them can be used.
///
/// # Errors
/// Why the folder or a file of it cannot be read.
pub(crate) fn check(folder: Option<&Path>, today: Option<&str>) -> Result<(Value, bool), String> {
    let today = today.map(|day| day.parse().map_err(|e| format!("--today: {e}"))).transpose()?;
    let (texts, listed) = match folder {
        Some(folder) => read(folder)?,
        None => {
            let texts = SHIPPED.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
            (texts, Some(digests(DIGESTS)?))
        }
    };
    let findings = lint(&texts, listed.as_ref(), today);
    let usable = findings.iter().all(|finding: &Finding| finding.weight != Weight::Error);
    Ok((json!({ "packs": texts.len(), "findings": findings }), usable))
}

type Texts = Vec<(String, String)>;

fn read(folder: &Path) -> Result<(Texts, Option<BTreeMap<String, String>>), String> {
    let told = |e: std::io::Error| format!("{}: {e}", folder.display());
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(told)? {
        let name = entry.map_err(told)?.file_name();
        match name.to_str() {
            Some(name) if name.ends_with(".toml") => names.push(name.to_owned()),
            _ => {}
        }
    }
    if names.len() > MOST {
        return Err(format!("{} holds more than {MOST} packs", folder.display()));
    }
    names.sort();
    let (mut texts, mut listed) = (Vec::new(), None);
    for name in names {
        let text = text(&folder.join(&name))?;
        match name == LIST {
            true => listed = Some(digests(&text)?),
            false => texts.push((name, text)),
        }
    }
    Ok((texts, listed))
}

fn text(path: &Path) -> Result<String, String> {
    let bytes = hefu_reading::read(path, &limits::PACK).map_err(|unread| match unread {
        Unread::Io(e) => format!("{}: {e}", path.display()),
        Unread::NotAFile => format!("{} is no plain file", path.display()),
        Unread::TooLarge { limit } => format!("{} has more than {limit} bytes", path.display()),
    })?;
    String::from_utf8(bytes).map_err(|_| format!("{} is not UTF-8", path.display()))
}
