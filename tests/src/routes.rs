//! Every place the window can be, read from the files in which the features name them.

use std::fs;
use std::path::Path;

/// The paths of all routes, as `/projects/:project/scope`, sorted.
pub fn all() -> Vec<String> {
    let features = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/features");
    let folders = fs::read_dir(features).expect("the interface's features are in the checkout");
    let mut paths: Vec<String> = folders
        .filter_map(|folder| fs::read_to_string(folder.ok()?.path().join("routes.ts")).ok())
        .flat_map(|text| paths(&text))
        .collect();
    paths.sort();
    paths
}

fn paths(text: &str) -> Vec<String> {
    let given = text.split("path: \"").skip(1);
    given.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

/// A route with what `value` gives for each `:parameter`.
pub fn filled(route: &str, value: impl Fn(&str) -> String) -> String {
    let parts = route.split('/').map(|part| part.strip_prefix(':').map_or_else(|| part.to_owned(), &value));
    parts.collect::<Vec<_>>().join("/")
}
