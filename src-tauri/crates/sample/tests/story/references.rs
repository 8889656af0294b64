//! Ids are unique and every reference names something.

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::rows::{Fields, Files, word};

/// What a key names.
const NAMES: [(&str, &[&str]); 37] = [
    (
        "organisation",
        &[
            "organisation",
            "client",
            "vendor",
            "supervisor",
            "partner",
            "customer",
            "partners",
            "parent",
            "party_a",
            "party_b",
            "authority",
            "recipient",
            "handler",
            "supplied_through",
            "operator",
        ],
    ),
    (
        "person",
        &[
            "provided_by",
            "owner",
            "manager",
            "sponsor",
            "acceptor",
            "chair",
            "attendees",
            "accountable",
            "responsible",
            "consulted",
            "informed",
            "custodians",
            "requested_by",
            "approved_by",
            "deciders",
            "decided_by",
            "sent_by",
            "received_by",
            "signers",
            "witnesses",
            "witness",
            "marked_by",
            "keeper",
            "person",
            "internal_owner",
        ],
    ),
    ("project", &["project"]),
    ("stack", &["stack", "stacks"]),
    ("trail", &["trail"]),
    ("contract", &["contract"]),
    ("task", &["task", "tasks"]),
    ("gate", &["gate"]),
    ("check", &["check", "checklist"]),
    ("requirement", &["requirement"]),
    ("deliverable", &["deliverables"]),
    ("criterion", &["criterion"]),
    ("evidence", &["evidence_after_meeting"]),
    ("open_issue", &["open_issue"]),
    ("waiver", &["waiver"]),
    ("meeting", &["meeting"]),
    ("action", &["actions"]),
    ("decision", &["decisions", "decision"]),
    ("risk", &["from_risk", "internal_evidence"]),
    ("raci", &["work_package"]),
    ("dataset", &["datasets", "dataset"]),
    ("flow", &["flows"]),
    ("price_plan", &["plan"]),
    ("notice", &["proof"]),
    ("chapter", &["chapter"]),
    ("document", &["document"]),
    ("gpu_pool", &["pool"]),
    ("tier", &["tier"]),
    ("playbook", &["playbook"]),
    ("playbook_step", &["step"]),
    ("acceptance_round", &["round"]),
    ("invoice", &["invoice", "invoices"]),
    ("clock", &["clock"]),
    ("baseline", &["active_baseline"]),
    ("price_line", &["line"]),
    ("hand_over", &["into"]),
    ("work_package", &["part_of"]),
];
/// Keys that mean something else in these kinds.
const OTHERWISE: [(&str, &str); 5] = [
    ("acceptance_round", "document"),
    ("flow", "owner"),
    ("raci", "work_package"),
    ("acceptance_round", "round"),
    // What proves that it was delivered.
    ("letter", "proof"),
];

#[test]
fn ids_are_unique_and_references_resolve() {
    let files = Files::read();
    let mut kinds: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let mut everything = BTreeSet::new();
    for (_, kind, row) in files.all() {
        let id = row.id();
        if id.is_empty() {
            continue;
        }
        // Numbers of work packages and chapters are unique within their kind only.
        assert!(matches!(kind, "wbs" | "chapter") || everything.insert(id.clone()), "{id} stands twice");
        assert!(kinds.entry(kind).or_default().insert(id.clone()), "{kind} {id} stands twice");
    }
    let known = |kind: &str, id: &str| kinds.get(kind).is_some_and(|ids| ids.contains(id));
    let mut seen = 0;
    for (_, kind, row) in files.all() {
        walk(row, &mut |key, id| {
            let free = matches!(key, "ref" | "about" | "source" | "evidence");
            if free && !matches!(kind, "requirement" | "recovery_site") {
                assert!(everything.contains(id), "{kind} {}: {key} {id}", row.id());
                seen += 1;
            }
            if key == "criteria" && kind == "requirement" {
                assert!(known("criterion", id), "{}: {id}", row.id());
            }
            let named = NAMES.iter().find(|(_, keys)| keys.contains(&key)).map(|(named, _)| *named);
            if let Some(named) = named.filter(|_| !OTHERWISE.contains(&(kind, key))) {
                assert!(known(named, id), "{kind} {}: {key} {id}", row.id());
                seen += 1;
            }
        });
        assert!(kind != "raci" || row.get("accountable").is_some_and(Value::is_str), "{}", row.id());
    }
    assert!(seen > 1_500, "only {seen} references were looked at");
}

/// Every word under a key that may be a reference, of inner tables as well; texts and states are none.
fn walk(row: &Table, look: &mut impl FnMut(&str, &str)) {
    for (key, value) in row {
        let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        for item in items {
            match item {
                Value::Table(inner) if !(inner.contains_key("en") && inner.len() == 2) => {
                    walk(inner, look);
                }
                Value::String(_) | Value::Integer(_) => look(key, &word(item)),
                _ => {}
            }
        }
    }
}
