//! Floors inside every crate: what a module may use lies below it, and no two use each other in a circle.

use std::collections::{BTreeMap, BTreeSet};

use super::modules::{Modules, Segments, crates};

/// The floors of a crate from the lowest up, by its modules at the top. A module uses those of lower floors alone.
const FLOORS: &[(&str, &[&[&str]])] = &[
    (
        "api",
        &[
            &[
                "calendar",
                "exchange",
                "import",
                "many",
                "presentation",
                "reading",
                "register_view",
                "reply",
                "schedule",
                "rating",
                "rules",
                "search",
                "secret",
                "text",
                "update",
            ],
            &["delivery", "key", "party"],
            &["draft", "journal", "register", "scope", "vendor"],
            &["acceptance", "comparison", "gate", "notice", "workspace"],
            &["document", "failure", "project", "stakeholder", "today", "work_package"],
            &["portfolio"],
            &["table", "template"],
        ],
    ),
    (
        "calendars",
        &[&["fault", "feed", "festival", "year"], &["lines"], &["ics", "list", "sentence"], &["notice"]],
    ),
    (
        "bills",
        &[
            &["column", "month", "scan", "source", "sum"],
            &["finding", "value"],
            &["usage", "view"],
            &["read"],
        ],
    ),
    ("chain", &[&["place"], &["link", "redaction"], &["digest"]]),
    ("cli", &[&["arguments", "packs", "passphrase", "sentence", "story"], &["run"]]),
    (
        "commands",
        &[
            // Words and small rules.
            &["act", "clipboard", "count", "failure", "library", "progress", "request"],
            &["calendar", "clock", "given", "many", "memo", "reading", "release", "rules", "schedule"],
            &["delivery", "outside"],
            // The open workspace.
            &["session"],
            // What several nouns need.
            &[
                "draft",
                "identity",
                "outgoing",
                "party",
                "precaution",
                "register",
                "search",
                "staged",
                "text",
                "update",
            ],
            &["journal", "vendor"],
            // The nouns.
            &["acceptance", "comparison", "rating"],
            &["presentation", "register", "scope"],
            &["project"],
            &["gate", "stakeholder", "work_package"],
            &["document", "notice", "template"],
            &["today"],
            &["portfolio"],
            &["exchange", "workspace"],
            // The way in.
            &["dispatch"],
            &["engine"],
        ],
    ),
    (
        "delivery",
        &[
            &["change", "gate", "lifecycle", "raci", "risk", "small_supplier", "spread", "stakeholder"],
            &["approval", "check", "partner", "process", "service_level"],
        ],
    ),
    (
        "documents",
        &[&["error"], &["fonts", "preview"], &["layout"], &["pdf"], &["paper"], &["appearance", "kinds"]],
    ),
    (
        "domain",
        &[
            &["backup", "id", "internal", "language", "search", "synchronised", "typed"],
            &["date", "erasure", "mapping", "money", "noun"],
            &["text"],
            &["calendar", "contract", "evidence", "party", "scope"],
            &["acceptance", "project", "reading"],
            &["document", "health", "morning", "payment", "register", "trace"],
            &["journal", "plan"],
        ],
    ),
    ("exchange", &[&["export", "shown"], &["table"], &["import"]]),
    ("files", &[&["error", "kind"], &["place"], &["write"], &["folder"], &["own"]]),
    ("messages", &[&["shown"]]),
    ("notices", &[&["facts", "notice"], &["rules"], &["testing"]]),
    ("paper-words", &[&["arg"], &["words"]]),
    ("plan-files", &[&["fault"], &["xml"], &["mspdi"]]),
    (
        "rating",
        &[
            &["operation"],
            &["error"],
            &["exact"],
            &["allocation", "energy", "levers", "meter", "proration", "simulation", "step"],
            &["attribution", "discount", "pack", "schedule", "tariff", "tier"],
            &["model"],
            &["commitment", "tax"],
            &["margin", "plan"],
            &["invoice"],
            &["calculation"],
        ],
    ),
    (
        "parity",
        &[
            &["currency", "fold", "numeral", "value"],
            &["reading", "unit"],
            &["words"],
            &["grammar"],
            &["compare"],
        ],
    ),
    ("reading", &[&["limits"], &["plain"]]),
    (
        "rules",
        &[
            &["error", "level", "value"],
            &["condition", "form"],
            &["checklist", "pack"],
            &["facts", "shipped", "weigh"],
            &["question", "shelf", "trace"],
            &["evaluate", "subject"],
            &["classify", "replay", "selftest"],
            &["cases", "lint", "route", "shadow"],
        ],
    ),
    (
        "sample",
        &[
            &["files", "identity", "written"],
            &["kept", "source"],
            &["documents", "gates", "money", "parties", "projects", "scope"],
            &["meeting", "register"],
        ],
    ),
    (
        "schedule",
        &[
            &["fault", "moment"],
            &["plan"],
            &["line", "outcome"],
            &["network"],
            &["sampler", "solve"],
            &["load", "run", "value"],
            &["report", "simulate"],
            &["live"],
            &["level"],
        ],
    ),
    (
        "signing",
        &[
            &["digest", "error", "panics", "record"],
            &["blocks", "header", "identity", "pdf", "update"],
            &["envelope", "report"],
            &["proof"],
            &["cms_container"],
            &["trail"],
            &["reading", "verify"],
            &["sign"],
        ],
    ),
    (
        "store",
        &[
            &["copies", "entry", "format", "merge"],
            &["error"],
            &["key", "numbers", "record"],
            &["page"],
            &["journal", "log", "names", "sound"],
            &["backups", "claim", "owner", "reader"],
            &["connection", "left", "sweep", "tables"],
            &["store"],
            &["beside", "draft", "file", "followed", "history", "search", "snapshot"],
            &["erasure", "place", "writer"],
            &["archive", "backup", "open"],
        ],
    ),
    ("verify", &[&["options", "words"], &["write"]]),
    (
        "hefu",
        &[
            &["arguments", "drawing", "fixed", "labels"],
            &["call", "dialogs", "events", "settings"],
            &["start", "window"],
            &["presenting"],
        ],
    ),
];

/// Crates without floors, and why.
const WITHOUT: [(&str, &str); 2] =
    [("fonts", "it is one module"), ("xtask", "its tasks are no part of the product")];

#[test]
fn every_crate_has_its_floors() {
    let with = FLOORS.iter().map(|(name, _)| *name);
    let listed: BTreeSet<&str> = with.chain(WITHOUT.iter().map(|(name, _)| *name)).collect();
    let crates = crates();
    let found: BTreeSet<&str> = crates.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(found, listed, "the crates and those whose floors are known");
}

#[test]
fn a_module_uses_lower_floors_alone() {
    let mut wrong = Vec::new();
    for (name, sources) in crates() {
        let Some((_, floors)) = FLOORS.iter().find(|(each, _)| *each == name) else { continue };
        let floor: BTreeMap<&str, usize> = floors
            .iter()
            .zip(0..)
            .flat_map(|(modules, floor)| modules.iter().map(move |module| (*module, floor)))
            .collect();
        let modules = Modules::of(&sources);
        let found: BTreeSet<String> =
            modules.names().into_iter().filter_map(|module| module.into_iter().next()).collect();
        let listed: BTreeSet<String> = floor.keys().map(|module| (*module).to_owned()).collect();
        assert_eq!(found, listed, "the modules of {name} and those that have a floor");
        for module in modules.names().into_iter().filter(|module| !module.is_empty()) {
            for used in modules.uses(&module).into_iter().filter(|used| !used.is_empty()) {
                let (own, other) = (floor[module[0].as_str()], floor[used[0].as_str()]);
                if module[0] != used[0] && other >= own {
                    wrong.push(format!("{name}: {} uses {}", module.join("::"), used.join("::")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "these look up or across: {wrong:#?}");
}

/// Whether one of two modules lies inside the other.
fn are_related(one: &Segments, other: &Segments) -> bool {
    one.starts_with(other) || other.starts_with(one)
}

#[test]
fn no_modules_use_each_other_in_a_circle() {
    let mut circles = Vec::new();
    for (name, sources) in crates() {
        let modules = Modules::of(&sources);
        let uses: BTreeMap<Segments, BTreeSet<Segments>> = modules
            .names()
            .into_iter()
            .map(|module| {
                let others = modules.uses(&module);
                let others = others.into_iter().filter(|other| !are_related(&module, other)).collect();
                (module, others)
            })
            .collect();
        for module in uses.keys() {
            let (mut reached, mut waiting) = (BTreeSet::new(), vec![module]);
            while let Some(next) = waiting.pop() {
                waiting.extend(uses[next].iter().filter(|other| reached.insert((*other).clone())));
            }
            if reached.contains(module) {
                circles.push(format!("{name}: {}", module.join("::")));
            }
        }
    }
    assert!(circles.is_empty(), "these stand in a circle: {circles:#?}");
}

#[test]
fn a_path_is_read_through_whoever_offers_it() {
    let (_, sources) = crates().into_iter().find(|(name, _)| name == "signing").unwrap();
    let signing = Modules::of(&sources);
    let module = |path: &str| path.split("::").map(str::to_owned).collect::<Segments>();
    // `use crate::identity::{Algorithm, …}` names what `identity` has from `identity::key`.
    assert!(signing.uses(&module("proof")).contains(&module("identity::key")));
    // `locks::of(…)` is named by `use crate::pdf::{…, locks, …}`.
    assert!(signing.uses(&module("sign")).contains(&module("pdf::locks")));
    assert!(!signing.uses(&module("pdf::locks")).contains(&module("sign")));
}
