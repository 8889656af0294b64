//! The modules of a crate, and which of them uses which, read from their text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::{files, root};

/// A crate's name in the checkout and the folder of its sources.
pub(crate) fn crates() -> Vec<(String, PathBuf)> {
    let mut all = vec![("hefu".to_owned(), PathBuf::from("src-tauri/src"))];
    for entry in fs::read_dir(root().join("src-tauri/crates")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let sources = Path::new("src-tauri/crates").join(&name).join("src");
        all.push((name, sources));
    }
    all.sort();
    all
}

/// Segments of a path: `["pdf", "form"]` is `crate::pdf::form`, and none is the crate itself.
pub(crate) type Segments = Vec<String>;

/// What is read of a crate.
pub(crate) struct Modules {
    code: BTreeMap<Segments, String>,
    /// What a module offers under a name of its own and has from another.
    offered: BTreeMap<(Segments, String), Segments>,
}

impl Modules {
    /// The modules below a folder; programs of their own and tests are left out.
    pub(crate) fn of(sources: &Path) -> Self {
        let mut code = BTreeMap::new();
        for path in files(sources.to_str().unwrap()) {
            let inside = path.strip_prefix(sources).unwrap().with_extension("");
            let mut segments: Segments =
                inside.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
            let is_apart = segments.iter().any(|part| part == "tests" || part == "bin");
            if is_apart || path.extension().is_none_or(|kind| kind != "rs") {
                continue;
            }
            if segments.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
                segments.pop();
            }
            let text = fs::read_to_string(root().join(&path)).unwrap();
            code.entry(segments).or_insert_with(String::new).push_str(&without_tests(&text));
        }
        let mut modules = Self { code, offered: BTreeMap::new() };
        for module in modules.names() {
            for (path, is_offered) in used(&modules.code[&module]) {
                if let (true, Some(from), Some(name)) =
                    (is_offered, modules.absolute(&module, &path), path.last())
                {
                    modules.offered.insert((module.clone(), name.clone()), from);
                }
            }
        }
        modules
    }

    pub(crate) fn names(&self) -> Vec<Segments> {
        self.code.keys().cloned().collect()
    }

    /// The modules that a module uses.
    pub(crate) fn uses(&self, module: &Segments) -> BTreeSet<Segments> {
        let code = &self.code[module];
        let imports = used(code).into_iter().map(|(path, _)| path);
        let imports: Vec<Segments> = imports.chain(written_out(code)).collect();
        let mut known: BTreeMap<String, Segments> = BTreeMap::new();
        let mut found = BTreeSet::new();
        for path in imports {
            let through = |known: &BTreeMap<String, Segments>| {
                known.get(&path[0]).map(|from| [from.as_slice(), &path[1..]].concat())
            };
            let Some(absolute) = self.absolute(module, &path).or_else(|| through(&known)) else { continue };
            let target = self.home(absolute.clone());
            if let Some(name) = path.last() {
                known.insert(name.clone(), absolute);
            }
            if target != *module {
                found.insert(target);
            }
        }
        found
    }

    /// A path from the crate down, when it is one of this crate.
    fn absolute(&self, module: &Segments, path: &[String]) -> Option<Segments> {
        match path.first()?.as_str() {
            "crate" => Some(path[1..].to_vec()),
            "self" => Some([module.as_slice(), &path[1..]].concat()),
            "super" => {
                let up = path.iter().take_while(|segment| *segment == "super").count();
                let above = &module[..module.len().checked_sub(up)?];
                Some([above, &path[up..]].concat())
            }
            first => {
                let own = [module.as_slice(), &[first.to_owned()]].concat();
                self.code.contains_key(&own).then(|| [module.as_slice(), path].concat())
            }
        }
    }

    /// The module in which what a path names is written, through whoever offers it.
    fn home(&self, mut path: Segments) -> Segments {
        // Offers lead from one to the next, and never so often.
        for _ in 0..8 {
            let depth = (0..=path.len()).rev().find(|depth| self.code.contains_key(&path[..*depth]));
            let (module, rest) = path.split_at(depth.unwrap_or_default());
            let next = rest.first().and_then(|name| self.offered.get(&(module.to_vec(), name.clone())));
            match next {
                Some(from) if [from.as_slice(), &rest[1..]].concat() != path => {
                    path = [from.as_slice(), &rest[1..]].concat();
                }
                _ => return module.to_vec(),
            }
        }
        path
    }
}

/// Code alone: what stands after `//` and the tests at the end are no use of anything.
fn without_tests(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The paths of every `use`, and whether it offers what it names to others.
fn used(code: &str) -> Vec<(Segments, bool)> {
    let mut found = Vec::new();
    for statement in code.split(';') {
        let line = statement.rfind("use ").filter(|at| {
            let before = statement[..*at].lines().next_back().unwrap_or_default().trim();
            before.is_empty() || before.starts_with("pub")
        });
        let Some(at) = line else { continue };
        let is_offered = statement[..at].lines().next_back().unwrap_or_default().contains("pub");
        expand(&statement[at + 4..], &[], &mut |path| found.push((path, is_offered)));
    }
    found
}

/// `a::{b, c::{d, e}}` as `a::b`, `a::c::d` and `a::c::e`.
fn expand(tree: &str, above: &[String], found: &mut impl FnMut(Segments)) {
    let tree = tree.trim();
    let (head, inner) = match tree.split_once('{') {
        Some((head, inner)) => (head, inner.trim_end().strip_suffix('}')),
        None => (tree.split(" as ").next().unwrap_or_default(), None),
    };
    let segments = head.split("::").map(str::trim).filter(|segment| !segment.is_empty());
    let path: Segments = above.iter().cloned().chain(segments.map(str::to_owned)).collect();
    let Some(inner) = inner else { return found(path) };
    let (mut depth, mut start) = (0, 0);
    for (at, letter) in inner.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&inner[start..at], &path, found);
                start = at + 1;
            }
            _ => {}
        }
    }
    if !inner[start..].trim().is_empty() {
        expand(&inner[start..], &path, found);
    }
}

/// Paths that are written out where they are used: `crate::journal::line`, `form::field`.
fn written_out(code: &str) -> Vec<Segments> {
    let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == ':';
    let words = code.split(|letter| !is_part(letter)).filter(|word| word.contains("::"));
    words
        .map(|word| word.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect())
        .filter(|path: &Segments| !path.is_empty())
        .collect()
}
