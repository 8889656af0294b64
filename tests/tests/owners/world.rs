//! Two projects that have a record of every kind each.

use std::collections::BTreeMap;

use hefu_domain::noun::{Noun, Role};
use hefu_domain::register::{KeptKind, KeptRecord};
use serde_json::{Value, json};

use crate::support::Bench;

/// One record of every kind, by its noun, in the story's project and in a copy of it.
pub(crate) struct World {
    mine: BTreeMap<&'static str, Value>,
    other: BTreeMap<&'static str, Value>,
    /// Of no project.
    pub(crate) organisation: Value,
    pub(crate) person: Value,
    pub(crate) colleague: Value,
    pub(crate) template: Value,
    pub(crate) mapping: Value,
    /// A form of every kind that is kept, as one record of the sample has it.
    examples: BTreeMap<&'static str, Value>,
}

/// A form of each kind of [`KeptKind`], by its table.
fn examples(bench: &Bench) -> BTreeMap<&'static str, Value> {
    let mut found = BTreeMap::new();
    for kind in KeptKind::ALL {
        let listed = bench.view("list_records", json!({ "project": null, "kinds": [kind] }));
        let record: KeptRecord = serde_json::from_value(listed["records"][0].clone())
            .unwrap_or_else(|_| panic!("the sample has no {kind:?}"));
        found.insert(kind.noun().spec().table, serde_json::to_value(record.fields()).unwrap());
    }
    found
}

/// Puts something in each place of a form that names records: the kinds that may stand there, and whether it is a list.
fn for_identities(kind: KeptKind, fields: &mut Value, put: impl Fn(&[Noun], bool) -> Value) {
    for field in kind.noun().spec().fields {
        let is_list = matches!(field.role, Role::NamesMany(_));
        if !field.names().is_empty() && fields.get(field.name).is_some() {
            fields[field.name] = put(field.names(), is_list);
        }
    }
}

/// A condition that a person answers.
fn by_hand() -> Value {
    json!({ "key": "by-hand", "title": words("Agreed", "已同意"), "role": "", "owner": null,
        "requires": { "kind": "manual" } })
}

/// Lists of structures that name records of their project.
pub(crate) const NAMING: [&str; 3] = ["conditions", "promises", "looks"];

fn words(en: &str, zh: &str) -> Value {
    json!({ "en": en, "zh": zh })
}

impl World {
    pub(crate) fn of(bench: &Bench) -> Self {
        let mine = bench.project();
        let copy = json!({ "project": mine, "number": "HC-2026-015", "title": words("Copy", "副本"), "start": null });
        let other = bench.view("duplicate_project", copy)["project"].clone();
        let parties = bench.view("list_parties", json!({ "project": null }));
        let (mut records_of_mine, mut records_of_other) = (records(bench, &mine), records(bench, &other));
        let examples = examples(bench);
        for kind in KeptKind::ALL {
            let table = kind.noun().spec().table;
            for (project, records) in [(&mine, &mut records_of_mine), (&other, &mut records_of_other)] {
                let mut fields = examples[table].clone();
                // Alone, so that it can be made in any project.
                for (list, alone) in [("conditions", json!([by_hand()])), ("promises", json!([]))] {
                    if fields.get(list).is_some() {
                        fields[list] = alone;
                    }
                }
                for_identities(
                    *kind,
                    &mut fields,
                    |_, is_list| if is_list { json!([]) } else { Value::Null },
                );
                let request = json!({ "record": null, "project": project, "stack": null, "number": null, "fields": fields });
                records.insert(table, bench.view("save_record", request)["record"].clone());
            }
        }
        let people = parties["people"].as_array().unwrap();
        let (person, colleague) = (people.last().unwrap()["id"].clone(), people[0]["id"].clone());
        for records in [&mut records_of_mine, &mut records_of_other] {
            let waiver = json!({ "gate": records["gate"], "condition": "by-hand", "reason": words("Late", "延期"),
                "measure": words("", ""), "requested_by": person, "approved_by": [colleague], "expires": "2026-12-31" });
            records.insert("waiver", bench.view("grant_waiver", waiver)["waiver"].clone());
        }
        Self {
            examples,
            colleague,
            mine: records_of_mine,
            other: records_of_other,
            organisation: parties["organisations"][0]["id"].clone(),
            person,
            mapping: bench.view("list_mappings", json!({ "project": mine }))["mappings"][0]["id"].clone(),
            template: bench.view("list_templates", json!({}))["templates"][0]["template"].clone(),
        }
    }

    /// The story's record.
    pub(crate) fn id(&self, noun: &str) -> Value {
        self.mine[noun].clone()
    }

    /// A request that saves the record of each kind that is kept as it is, with every identity it may name.
    pub(crate) fn kept(&self) -> Vec<Value> {
        let request = |kind: &KeptKind| {
            let table = kind.noun().spec().table;
            let mut fields = self.examples[table].clone();
            for_identities(*kind, &mut fields, |nouns, is_list| {
                let named = match nouns[0] {
                    Noun::Person => self.person.clone(),
                    Noun::Organisation => self.organisation.clone(),
                    noun => self.id(noun.spec().table),
                };
                if is_list { json!([named]) } else { named }
            });
            let looks =
                json!([{ "on": "2099-01-05", "mark": "passed", "by": self.person, "remark": words("", "") }]);
            for (list, naming) in
                [("conditions", self.conditions()), ("promises", self.promises()), ("looks", looks)]
            {
                if fields.get(list).is_some() {
                    fields[list] = naming;
                    // Nobody looks at what has not come.
                    if list == "looks" {
                        fields["handed_over"] = json!("2099-01-04");
                    }
                }
            }
            json!({ "record": self.id(table), "project": self.id("project"), "stack": self.id("stack"), "number": null,
                "fields": fields })
        };
        KeptKind::ALL.iter().map(request).collect()
    }

    /// One condition for every kind of record that a gate can name.
    fn conditions(&self) -> Value {
        let id = |noun| self.id(noun);
        let asked = [
            json!({ "kind": "deliverables_accepted", "deliverables": [id("deliverable")] }),
            json!({ "kind": "evidence_valid", "evidence": [id("evidence")], "until": null }),
            json!({ "kind": "documents_signed", "documents": [id("document")] }),
            json!({ "kind": "section_signed", "document": id("document"), "section": "security",
                "role": "head_of_security", "person": self.person }),
            json!({ "kind": "checks_answered", "checks": [id("gate_check")] }),
            json!({ "kind": "approvals_given", "approvals": [id("approval")] }),
            json!({ "kind": "gate_passed", "gate": id("gate") }),
            json!({ "kind": "hand_over_complete", "hand_over": id("hand_over") }),
        ];
        let condition = |(n, requires): (usize, Value)| {
            json!({ "key": format!("c-{n}"), "title": words("Asked", "所需"), "role": "", "owner": self.person,
                "requires": requires })
        };
        asked.into_iter().enumerate().map(condition).chain([by_hand()]).collect()
    }

    fn promises(&self) -> Value {
        json!([{ "key": "P-1", "text": words("Soon", "尽快"), "made_to": self.person, "due": null,
            "requirement": self.id("requirement") }])
    }

    /// The like record of the other project; none for what belongs to no project.
    pub(crate) fn foreign(&self, identity: &Value) -> Option<String> {
        let noun = self.mine.iter().find(|(_, id)| *id == identity)?.0;
        Some(self.other[noun].as_str().unwrap().to_owned())
    }
}

fn records(bench: &Bench, project: &Value) -> BTreeMap<&'static str, Value> {
    let scope = bench.view("scope_matrix", json!({ "project": project }));
    let overview = bench.view("project_overview", json!({ "project": project }));
    let rounds = bench.view("list_rounds", json!({ "project": project }));
    let documents = bench.view("list_documents", json!({ "project": project }));
    let round = rounds["rounds"][0]["id"].clone();
    let report = |line: &&Value| line["signers"] != 0 && line["document"]["kind"] == "acceptance_report";
    let with_signers = documents["documents"].as_array().unwrap().iter().find(report).unwrap();
    let document = with_signers["document"]["id"].clone();
    let view = bench.view("document", json!({ "document": document }));
    let linked = scope["requirements"].as_array().unwrap().iter();
    let linked = linked.clone().find(|row| row["deliverables"][0]["link"].is_string()).unwrap();
    let criterion = scope["criteria"].as_array().unwrap().last().unwrap()["criterion"].clone();
    BTreeMap::from([
        ("project", project.clone()),
        ("stage", overview["stages"][0]["id"].clone()),
        ("stack", overview["stacks"][0]["id"].clone()),
        ("milestone", overview["payments"][0]["milestone"]["id"].clone()),
        ("requirement", linked["requirement"]["id"].clone()),
        ("deliverable", scope["deliverables"][0]["deliverable"]["id"].clone()),
        ("chapter", criterion["chapter"].clone()),
        ("link", linked["deliverables"][0]["link"].clone()),
        ("open_issue", issue(bench, &round, &criterion["id"])),
        ("evidence", evidence(bench, &criterion["id"])),
        ("finding", finding(bench, &round, &criterion["id"])),
        ("criterion", criterion["id"].clone()),
        ("round", round),
        ("section", view["sections"][0]["id"].clone()),
        ("signer", view["signers"][0]["signer"]["id"].clone()),
        ("document", document),
    ])
}

fn issue(bench: &Bench, round: &Value, criterion: &Value) -> Value {
    let parties = bench.view("list_parties", json!({ "project": null }));
    let person = &parties["people"][0]["id"];
    let request = json!({ "issue": null, "round": round, "criterion": criterion, "text": words("Label", "标签"),
        "owner": person, "due": "2026-12-31", "blocking": "does_not_block", "closed": null });
    bench.view("save_open_issue", request)["issue"].clone()
}

fn evidence(bench: &Bench, criterion: &Value) -> Value {
    let path = bench.folder.path().join("evidence.txt");
    std::fs::write(&path, "seen").unwrap();
    let request = json!({ "evidence": null, "criterion": criterion, "path": path, "keep": "inside",
        "title": words("Seen", "所见"), "date": "2026-09-28", "valid_until": null, "provided_by": null });
    bench.view("attach_evidence", request)["evidence"]["id"].clone()
}

fn finding(bench: &Bench, round: &Value, criterion: &Value) -> Value {
    let request = json!({ "round": round, "criterion": criterion, "mark": "passed", "measured": words("9 ms", "9 毫秒"),
        "remark": null, "witness": null });
    bench.view("mark_criterion", request);
    bench.view("criterion", json!({ "round": round, "criterion": criterion }))["finding"]["id"].clone()
}
