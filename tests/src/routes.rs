//! Every place the window can be, read from the files in which the features name them.

use std::fs;

/// What a page shows beside its own: a query after its path.
const WITHIN: [&str; 1] = ["/projects/:project/documents?document=:document"];

/// The paths of all routes, as `/projects/:project/scope`, sorted.
pub fn all() -> Vec<String> {
    let features = crate::checkout::root().join("ui/src/features");
    let folders = fs::read_dir(features).expect("the interface's features are in the checkout");
    let mut paths: Vec<String> = folders
        .filter_map(|folder| fs::read_to_string(folder.ok()?.path().join("routes.ts")).ok())
        .flat_map(|text| paths(&text))
        .chain(WITHIN.map(str::to_owned))
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
    let mut parts = route.split(':');
    let mut path = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.split(|each: char| !each.is_ascii_alphabetic()).next().unwrap_or_default();
        path += &value(name);
        path += &part[name.len()..];
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_filled_wherever_they_stand() {
        let value = |name: &str| format!("<{name}>");
        assert_eq!(filled("/today", value), "/today");
        assert_eq!(filled("/p/:project/d?document=:document", value), "/p/<project>/d?document=<document>");
    }

    #[test]
    fn the_interface_names_its_places() {
        let all = all();
        assert!(all.iter().any(|path| path == "/today"), "{all:?}");
        assert!(all.iter().any(|path| path == "/projects/:project/documents?document=:document"), "{all:?}");
    }
}
