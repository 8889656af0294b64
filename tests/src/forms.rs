//! Every form of the window, read from the files that draw them, and how each is reached in the sample.

use std::collections::BTreeSet;
use std::fs;

use crate::places::Places;
use crate::routes;
use crate::sample::visit;
use crate::window::{Result, Window};

/// A form that is walked: its name, the route it stands on, and what is clicked there one after the other. It shows a
/// record that is there already, so that what was saved can be read again by the same way.
pub const WALKED: [(&str, &str, &[&str]); 16] = [
    ("requirement", "/projects/:project/scope", &["scope-requirement-R-003"]),
    ("deliverable", "/projects/:project/scope", &["scope-view-deliverables", "scope-deliverable-D-03"]),
    ("criterion", "/projects/:project/scope", &["scope-view-criteria", "scope-criterion-1.2"]),
    ("chapter", "/projects/:project/scope", &["scope-view-criteria", "scope-chapter-1"]),
    ("contract", "/projects/:project/overview", &["edit-contract"]),
    ("payment", "/projects/:project/overview", &["edit-payment"]),
    ("stage", "/projects/:project/overview", &["edit-stage"]),
    ("project", "/projects/:project/overview", &["edit-project"]),
    ("person", "/projects/:project/parties", &["people-table-row"]),
    ("organisation", "/projects/:project/parties", &["party-tab-organisations", "organisations-table-row"]),
    ("stakeholder", "/projects/:project/parties", &["party-tab-influence", "stakeholder-SH-01"]),
    ("work-package", "/projects/:project/parties", &["party-tab-raci", "raci-WP-01"]),
    ("vendor", "/settings", &["edit-vendor"]),
    ("round", "/projects/:project/acceptance", &["acceptance-round", "acceptance-round-edit"]),
    (
        "acceptance-issue",
        "/projects/:project/acceptance",
        &["acceptance-view-issues", "acceptance-issue-OI-01"],
    ),
    ("document-signer", "/projects/:project/documents?document=:document", &["document-signer-edit-client"]),
];

/// A form that makes something new: walked as far as its draft, and left there.
pub const BEGUN: [(&str, &str, &[&str]); 5] = [
    ("project-duplicate", "/projects/:project/overview", &["project-more", "project-duplicate"]),
    ("template", "/projects/:project/overview", &["project-more", "project-template"]),
    ("erasure", "/projects/:project/parties", &["people-table-row", "erase-person"]),
    (
        "document-duplicate",
        "/projects/:project/documents?document=:document",
        &["document-more", "document-duplicate"],
    ),
    ("document-void", "/projects/:project/documents?document=:document", &["document-more", "document-void"]),
];

/// Forms of which nothing is kept while they are typed, or that stand on what the sample does not have; each with why,
/// or with the test that fills it in.
pub const ELSEWHERE: [(&str, &str); 32] = [
    ("notice-dismiss", "a reason in its line; tests/today.rs dismisses, ui/tests/today.test.tsx types it"),
    ("today-hand-over", "one choice; e2e/today.rs hands over"),
    ("register", "e2e/register.rs adds a risk and changes it"),
    ("risk-matrix", "e2e/register.rs changes its levels"),
    ("gate-set-up", "e2e/gates.rs sets a project up"),
    ("gate-names", "e2e/gates.rs names what a condition asks"),
    ("gate", "ui/tests/gates.test.tsx plans a gate"),
    ("gate-waiver", "e2e/gates.rs grants a waiver"),
    ("gate-confirm", "e2e/gates.rs confirms a condition"),
    ("gate-check", "ui/tests/gates.test.tsx answers a check"),
    ("hand-over-promise", "ui/tests/gates.test.tsx adds a promise"),
    ("acceptance-evidence", "e2e/other_ways.rs attaches a file"),
    ("many-remark", "unit test of the foot; its fields are those of the finding"),
    ("document-return", "as document-void, on what is in review"),
    ("document-supersede", "no fields"),
    ("document-new", "two choices and nothing typed"),
    ("document-copy", "e2e/other_ways.rs takes a copy back in"),
    ("signing", "e2e/forms.rs chooses its witnesses, e2e/other_ways.rs signs"),
    ("signing-refusal", "e2e/other_ways.rs refuses"),
    ("template-rename", "a name, as in template"),
    ("passphrase", "secrets are kept nowhere"),
    ("recovery-key", "secrets are kept nowhere"),
    ("keychain", "secrets are kept nowhere"),
    ("rehearse", "secrets are kept nowhere"),
    ("restore", "secrets are kept nowhere"),
    ("open", "secrets are kept nowhere"),
    ("create", "no workspace is open; e2e/first_run.rs"),
    ("import-start", "no workspace is open; e2e/recovery.rs"),
    ("restore-start", "no workspace is open; e2e/recovery.rs"),
    ("first-run-who", "e2e/first_run.rs goes back and forth"),
    ("verify-head", "asks, writes nothing"),
    ("journal-head", "asks, writes nothing"),
];

/// Opens a form by its own way.
pub async fn open(
    window: &Window,
    places: &Places,
    (name, route, clicks): (&'static str, &str, &[&str]),
) -> Result<()> {
    visit(window, "/manual").await?;
    visit(window, &routes::filled(route, |name| places.of(name))).await?;
    for clicked in clicks {
        if clicked.starts_with("document-signer-edit") {
            // It shows under the mouse.
            window.find_css("[data-testid^=document-signer-]").await?;
            window.script(&format!("document.querySelector('[data-testid={clicked}]').click();")).await?;
        } else {
            window.click(clicked).await?;
        }
    }
    window.find_css(&format!("[data-form='{name}']")).await.map(drop)
}

/// The names of all forms that the window's files draw.
pub fn in_the_window() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (_, text) in sources() {
        for tag in text.split("<Form").skip(1) {
            if !tag.starts_with(['\n', ' ']) && !tag.starts_with("Dialog") {
                continue;
            }
            let Some(rest) = tag.split_once("name=").map(|(_, rest)| rest) else { continue };
            if let Some(name) = rest.strip_prefix('"').and_then(|rest| rest.split('"').next()) {
                names.insert(name.to_owned());
            } else if rest.starts_with("{`document-${act}`}") {
                names.extend(["document-return".to_owned(), "document-void".to_owned()]);
            }
        }
    }
    names
}

/// The files in which a form or a line is drawn that is none of the parts all forms are made of.
pub fn of_their_own() -> Vec<String> {
    const OURS: [&str; 3] = ["<form", "onSubmit", "type=\"submit\""];
    let found = sources().filter(|(path, text)| {
        !path.ends_with("design/Form.tsx") && OURS.iter().any(|part| text.contains(part))
    });
    found.map(|(path, _)| path).collect()
}

fn sources() -> impl Iterator<Item = (String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![crate::checkout::root().join("ui/src")];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).expect("the interface is in the checkout");
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "tsx") {
                found.push((path.display().to_string(), fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_window_is_walked_or_says_why_not() {
        let mut known: BTreeSet<String> = ELSEWHERE.iter().map(|(name, _)| (*name).to_owned()).collect();
        known.extend(WALKED.iter().chain(&BEGUN).map(|(name, ..)| (*name).to_owned()));
        assert_eq!(in_the_window(), known);
        assert_eq!(of_their_own(), Vec::<String>::new());
    }
}
