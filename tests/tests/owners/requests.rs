//! One request for every command that names a record, each of its identities filled.

#![allow(clippy::needless_pass_by_value, reason = "requests are built in place")]

use std::path::Path;

use serde_json::{Value, json};

use crate::owners::world::World;

pub(crate) struct Row {
    pub(crate) command: &'static str,
    pub(crate) request: Value,
}

fn row(command: &'static str, request: Value) -> Row {
    Row { command, request }
}

fn words() -> Value {
    json!({ "en": "Two zones run", "zh": "双可用区运行" })
}

fn many(command: &'static str, owner: (&str, Value), list: &str, records: Value, change: Value) -> Row {
    let mut request = json!({ "change": change });
    request[owner.0] = owner.1;
    request[list] = json!([records]);
    row(command, request)
}

/// While the story's report is a draft.
pub(crate) fn before_the_meeting(world: &World) -> Vec<Row> {
    [
        projects(world),
        parties(world),
        scope(world),
        several(world),
        acceptance(world),
        documents(world),
        registers(world),
        gates(world),
        morning(world),
        queries(world),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn projects(world: &World) -> Vec<Row> {
    let id = |noun| world.id(noun);
    let (organisation, person) = (&world.organisation, &world.person);
    let parties = |mut request: Value| {
        for field in ["client", "vendor", "supervisor"] {
            request[field] = organisation.clone();
        }
        request["partners"] = json!([organisation]);
        request["manager"] = person.clone();
        request
    };
    vec![
        row(
            "save_project",
            parties(json!({ "project": id("project"), "number": "HC-1", "title": words(),
            "summary": words(), "jurisdictions": ["CN"], "template": null })),
        ),
        row("set_stage", json!({ "stage": id("stage"), "started": null, "ended": null })),
        row(
            "save_contract",
            json!({ "project": id("project"), "number": "C-1", "date": null, "title": words(),
            "currency": "CNY", "amount": null, "vat_rate": null, "prevailing_language": null, "deemed_acceptance": null }),
        ),
        row(
            "save_payment_milestone",
            json!({ "milestone": id("milestone"), "project": id("project"), "position": 1,
            "title": words(), "share": "0.3", "amount": "10.00", "currency": "CNY", "trigger": "contract_in_force",
            "triggered": null, "paid": null, "invoice_within_days": null }),
        ),
        row(
            "duplicate_project",
            json!({ "project": id("project"), "number": "HC-2", "title": words(), "start": null }),
        ),
        row("save_template", json!({ "project": id("project"), "name": words() })),
        row("rename_template", json!({ "template": world.template, "name": words() })),
        row("remove_template", json!({ "template": world.template })),
        row(
            "start_project",
            parties(json!({ "template": world.template, "number": "HC-3", "title": words(),
            "summary": words(), "start": null, "currency": "CNY", "amount": null })),
        ),
    ]
}

fn parties(world: &World) -> Vec<Row> {
    let (organisation, person) = (&world.organisation, &world.person);
    let company = json!({ "organisation": organisation, "kind": "client", "name": words(), "short_name": words(),
        "legal_id": "", "calendar": "cn", "jurisdiction": "CN", "parent": organisation });
    vec![
        row("save_organisation", company),
        row(
            "save_person",
            json!({ "person": person, "organisation": organisation, "name": words(), "role": words(),
            "language": "en", "time_zone": "Asia/Shanghai", "email": "", "may_sign": null, "internal_note": "" }),
        ),
        row("remove_person", json!({ "person": person })),
        row(
            "edit_organisations",
            json!({ "organisations": [organisation], "change": { "what": "kind", "kind": "client" } }),
        ),
        row(
            "edit_people",
            json!({ "people": [person], "change": { "what": "organisation", "organisation": organisation } }),
        ),
        row("erasure_of_person", json!({ "person": person })),
        row("erase_person", json!({ "person": person, "reason": "asked" })),
        row(
            "save_vendor_profile",
            json!({ "organisation": organisation, "name": words(), "short_name": words(),
            "legal_id": "", "calendar": "cn", "jurisdiction": "CN", "address": words(), "telephone": "", "email": "",
            "website": "" }),
        ),
    ]
}

fn gates(world: &World) -> Vec<Row> {
    let id = |noun| world.id(noun);
    vec![
        row("gates", json!({ "project": id("project") })),
        row("stakeholders", json!({ "project": id("project") })),
        row("work_packages", json!({ "project": id("project") })),
        row("pass_gate", json!({ "gate": id("gate") })),
        row(
            "confirm_condition",
            json!({ "gate": id("gate"), "condition": "by-hand", "says": "holds", "by": world.person, "on": null }),
        ),
        row(
            "grant_waiver",
            json!({ "gate": id("gate"), "condition": "by-hand", "reason": words(), "measure": words(),
            "requested_by": world.person, "approved_by": [world.colleague], "expires": "2026-12-31" }),
        ),
        row("end_waiver", json!({ "waiver": id("waiver") })),
        row(
            "set_up_lifecycle",
            json!({ "project": id("project"), "stack": id("stack"), "template": "sea-commercial" }),
        ),
    ]
}

fn registers(world: &World) -> Vec<Row> {
    let reading = json!({ "sheet": null, "all_sheets": false, "heading": null, "hidden": false, "empties": false, "columns": [] });
    let removed = json!({ "kind": "lesson", "record": world.id("lesson") });
    let mut rows = vec![row("record", removed.clone()), row("remove_record", removed)];
    rows.extend(world.kept().into_iter().map(|request| row("save_record", request)));
    let mapping = world.mapping.clone();
    rows.push(row(
        "save_mapping",
        json!({ "project": world.id("project"), "name": "Monthly", "target": "case", "reading": reading }),
    ));
    rows.push(row("remove_mapping", json!({ "mapping": mapping })));
    rows.push(row("list_mappings", json!({ "project": world.id("project") })));
    rows.push(row("register_page", json!({ "project": world.id("project") })));
    rows.push(row("risk_happened", json!({ "risk": world.id("risk") })));
    rows.push(row(
        "decide_change",
        json!({ "change": world.id("change_request"), "verdict": "approved",
        "decided_by": [world.person] }),
    ));
    rows.push(row("list_records", json!({ "project": world.id("project"), "kinds": [] })));
    rows
}

fn morning(world: &World) -> Vec<Row> {
    let line = json!({ "kind": "open_issue_due", "record": world.id("open_issue") });
    vec![
        row("finish_line", json!({ "line": line, "next": null })),
        row("postpone_line", json!({ "line": line, "until": "2026-10-12" })),
        row("hand_over_line", json!({ "line": line, "person": world.person })),
        row("accept_notice", json!({ "fingerprint": "0", "owner": world.person, "due": null })),
    ]
}

fn scope(world: &World) -> Vec<Row> {
    let id = |noun| world.id(noun);
    let ends = |kind: &str, from: &'static str, to: &'static str| {
        let mut ends = json!({ "kind": kind });
        for noun in [from, to] {
            ends[noun] = id(noun);
        }
        row("link", json!({ "project": id("project"), "ends": ends }))
    };
    vec![
        row(
            "save_requirement",
            json!({ "requirement": id("requirement"), "project": id("project"), "number": "R-1",
            "title": words(), "priority": "must", "stack": id("stack"), "source": "" }),
        ),
        row("remove_requirement", json!({ "requirement": id("requirement") })),
        row(
            "save_deliverable",
            json!({ "deliverable": id("deliverable"), "project": id("project"), "number": "D-1",
            "title": words(), "stack": id("stack"), "organisation": world.organisation, "due": null,
            "handed_over": null }),
        ),
        row("remove_deliverable", json!({ "deliverable": id("deliverable") })),
        row("save_chapter", json!({ "chapter": id("chapter"), "project": id("project"), "title": words() })),
        row(
            "save_criterion",
            json!({ "criterion": id("criterion"), "project": id("project"), "chapter": id("chapter"),
            "number": "9.9", "text": words(), "method": "test" }),
        ),
        row("remove_criterion", json!({ "criterion": id("criterion") })),
        ends("delivers", "requirement", "deliverable"),
        ends("proves", "requirement", "criterion"),
        row("unlink", json!({ "link": id("link") })),
        row("confirm_link", json!({ "link": id("link") })),
        row(
            "compare_import",
            json!({ "project": id("project"), "target": "requirements",
            "source": { "from": "pasted", "text": "Number\tRequirement\t需求\nR-900\tRun\t运行\n" } }),
        ),
        row(
            "import_table",
            json!({ "project": id("project"), "target": "requirements",
            "source": { "from": "pasted", "text": "Number\tRequirement\t需求\nR-900\tRun\t运行\n" } }),
        ),
    ]
}

fn several(world: &World) -> Vec<Row> {
    let id = |noun| world.id(noun);
    let project = || ("project", id("project"));
    let stack = || json!({ "what": "stack", "stack": id("stack") });
    vec![
        many("edit_requirements", project(), "requirements", id("requirement"), stack()),
        many("edit_deliverables", project(), "deliverables", id("deliverable"), stack()),
        many(
            "edit_deliverables",
            project(),
            "deliverables",
            id("deliverable"),
            json!({ "what": "organisation", "organisation": world.organisation }),
        ),
        many(
            "edit_criteria",
            project(),
            "criteria",
            id("criterion"),
            json!({ "what": "chapter", "chapter": id("chapter") }),
        ),
        many(
            "edit_open_issues",
            ("round", id("round")),
            "issues",
            id("open_issue"),
            json!({ "what": "owner", "owner": world.person }),
        ),
        row(
            "mark_criteria",
            json!({ "round": id("round"), "criteria": [id("criterion")], "mark": "failed", "remark": null }),
        ),
    ]
}

fn acceptance(world: &World) -> Vec<Row> {
    let id = |noun| world.id(noun);
    let person = &world.person;
    vec![
        row(
            "save_round",
            json!({ "round": id("round"), "project": id("project"), "number": "PA-77",
            "kind": "preliminary", "planned": null, "notice": null, "meeting": "2026-09-28" }),
        ),
        row(
            "mark_criterion",
            json!({ "round": id("round"), "criterion": id("criterion"), "mark": "failed",
            "measured": null, "remark": null, "witness": person }),
        ),
        row("conclude_round", json!({ "round": id("round"), "conclusion": null })),
        row(
            "save_open_issue",
            json!({ "issue": id("open_issue"), "round": id("round"), "criterion": id("criterion"),
            "text": words(), "owner": person, "due": null, "blocking": "does_not_block", "closed": null }),
        ),
        row(
            "attach_evidence",
            json!({ "evidence": id("evidence"), "criterion": id("criterion"), "path": "Cargo.toml",
            "keep": "inside", "title": words(), "date": "2026-09-28", "valid_until": null, "provided_by": person }),
        ),
        row("remove_evidence", json!({ "evidence": id("evidence") })),
        row(
            "export_matrix",
            json!({ "project": id("project"), "edition": "zh", "look": "formal", "path": "/nowhere/matrix.pdf" }),
        ),
        row("export_evidence", json!({ "evidence": id("evidence"), "path": "/nowhere/evidence.txt" })),
        row("save_presenter_note", json!({ "criterion": id("criterion"), "note": "Say it slowly" })),
        row("review_text", json!({ "place": "finding_measured", "record": id("finding") })),
    ]
}

fn documents(world: &World) -> Vec<Row> {
    let id = |noun| world.id(noun);
    let document = || json!({ "document": id("document") });
    let reasoned = || json!({ "document": id("document"), "reason": "not yet" });
    vec![
        row(
            "create_document",
            json!({ "project": id("project"), "kind": "acceptance_report", "round": id("round") }),
        ),
        row("duplicate_document", json!({ "document": id("document"), "number": "D-9" })),
        row(
            "edit_document",
            json!({ "document": id("document"), "number": "D-8", "title": words(), "date": null,
            "edition": "side_by_side", "look": "formal" }),
        ),
        row(
            "save_section",
            json!({ "section": id("section"), "document": id("document"), "part": "signature",
            "text": words() }),
        ),
        row("remove_section", json!({ "section": id("section") })),
        row(
            "save_signer",
            json!({ "signer": id("signer"), "document": id("document"), "position": 9,
            "person": world.person, "role": "witness", "capacity": words() }),
        ),
        row("signing_roles", json!({ "document": id("document"), "person": world.person })),
        row("remove_signer", json!({ "signer": id("signer") })),
        row("submit_document", document()),
        row("return_document", reasoned()),
        row("issue_document", document()),
        row("void_document", reasoned()),
        row("preview_page", json!({ "document": id("document"), "page": 1, "width_px": 100 })),
        row("document", document()),
    ]
}

fn queries(world: &World) -> Vec<Row> {
    let id = |noun| world.id(noun);
    let record = || json!({ "noun": "requirement", "id": id("requirement") });
    vec![
        row("project_overview", json!({ "project": id("project") })),
        row("acceptance_round", json!({ "round": id("round") })),
        row("criterion", json!({ "round": id("round"), "criterion": id("criterion") })),
        row("present_round", json!({ "round": id("round") })),
        row("present_photograph", json!({ "evidence": id("evidence"), "width": 10, "height": 10 })),
        row("presenter_notes", json!({ "round": id("round") })),
        row("moments", record()),
        row("compare", json!({ "record": record(), "from": 0, "until": null })),
    ]
}

/// While the report waits for its signatures; the first row is taken as it stands.
pub(crate) fn while_it_is_signed(world: &World, scan: &Path, digest: &Value) -> Vec<Row> {
    let id = |noun| world.id(noun);
    let room_key = json!({ "with": "room_key", "witnesses": [world.person] });
    vec![
        row(
            "sign_document",
            json!({ "document": id("document"), "signer": id("signer"),
            "mark": { "drawn_as": "typed", "name": "Zhao Wenqi" }, "key": room_key, "reason": words() }),
        ),
        row(
            "refuse_signature",
            json!({ "document": id("document"), "signer": id("signer"), "reason": "not yet" }),
        ),
        row(
            "attach_signed_copy",
            json!({ "document": id("document"), "signer": id("signer"), "path": scan,
            "printed_digest": digest }),
        ),
        row("export_document", json!({ "document": id("document"), "path": scan })),
        row("supersede_document", json!({ "document": id("document") })),
        row(
            "export_trail",
            json!({ "trail": { "of": "stack", "stack": id("stack") }, "path": scan.with_extension("jsonl"),
            "key": room_key }),
        ),
    ]
}
