//! A seeded mix of acts of every kind.

use std::path::Path;

use serde_json::{Value, json};

use super::PASSPHRASE;
use super::chance::Chance;
use crate::support::Bench;

/// Who and what the acts are about.
#[derive(Default)]
pub(super) struct Cast {
    organisations: Vec<Value>,
    people: Vec<Value>,
    project: Value,
    round: Value,
    criteria: Vec<Value>,
    /// What a meeting does, in its order; what lies between is of every kind.
    meeting: Vec<(&'static str, Value)>,
}

impl Cast {
    pub(super) fn with_a_project(bench: &Bench) -> Self {
        let client = bench.view("save_organisation", organisation(&Value::Null, "Harbour City", "client"));
        let vendor = bench.view("save_organisation", organisation(&Value::Null, "Tingtao", "vendor"));
        let manager = bench.view("save_person", person(&Value::Null, &vendor["organisation"], "Zhao Wenqi"));
        let words = json!({ "en": "Cloud", "zh": "上云" });
        let project = bench.view(
            "save_project",
            json!({ "project": null, "number": "K-1", "title": words, "summary": words, "client": client["organisation"],
                "vendor": vendor["organisation"], "supervisor": null, "partners": [], "manager": manager["person"],
                "jurisdictions": ["CN"], "template": null }),
        )["project"].clone();
        let chapter =
            bench.view("save_chapter", json!({ "chapter": null, "project": project, "title": words }));
        let criteria = (1..=4).map(|n| {
            let request = json!({ "criterion": null, "project": project, "chapter": chapter["chapter"],
                "number": format!("1.{n}"), "text": words, "method": "test" });
            bench.view("save_criterion", request)["criterion"].clone()
        });
        let criteria = criteria.collect();
        let round = bench.view(
            "save_round",
            json!({ "round": null, "project": project, "number": "PA-01", "kind": "preliminary",
                "planned": null, "notice": null, "meeting": null }),
        )["round"]
            .clone();
        let mut cast = Self { project, round, criteria, ..Self::default() };
        cast.meet(bench);
        cast
    }

    /// Those who issue and sign this report.
    pub(super) fn of_a_meeting(document: &Value, signers: &[Value]) -> Self {
        let mut meeting = vec![("issue_document", json!({ "document": document }))];
        for signer in signers {
            let others = signers.iter().filter(|other| other["id"] != signer["id"]);
            let witnesses: Vec<&Value> = others.map(|other| &other["person"]).collect();
            let request = json!({ "document": document, "signer": signer["id"],
                "mark": { "drawn_as": "typed", "name": "Lin" },
                "key": { "with": "room_key", "witnesses": witnesses }, "reason": { "en": "", "zh": "" } });
            meeting.push(("sign_document", request));
        }
        meeting.push(("supersede_document", json!({ "document": document })));
        Self { meeting, ..Self::default() }
    }

    /// Sees who is there now.
    pub(super) fn meet(&mut self, bench: &Bench) {
        let parties = bench.view("list_parties", json!({ "project": null }));
        let ids =
            |kind: &str| parties[kind].as_array().unwrap().iter().map(|each| each["id"].clone()).collect();
        self.organisations = ids("organisations");
        self.people = ids("people");
    }

    /// Lines of a script, whose files go to `out`. What is refused, because an earlier act took what it needs, is part of the mix.
    pub(super) fn lines(&self, chance: &mut Chance, count: usize, out: &Path) -> Vec<String> {
        let written = |(command, request): (&str, Value)| format!("{command} {request}");
        if !self.meeting.is_empty() {
            let between =
                |act: &(&'static str, Value), chance: &mut Chance| [act.clone(), self.act(chance, out)];
            return self.meeting.iter().flat_map(|act| between(act, chance)).map(written).collect();
        }
        (0..count).map(|_| written(self.act(chance, out))).collect()
    }

    fn act(&self, chance: &mut Chance, out: &Path) -> (&'static str, Value) {
        let name = format!("Lin {}", chance.below(1000));
        let null = Value::Null;
        let organisation_of =
            |chance: &mut Chance| chance.of(&self.organisations).cloned().unwrap_or(Value::Null);
        match chance.below(53) {
            0..=5 => ("save_organisation", organisation(&null, &name, "partner")),
            6..=8 => ("save_organisation", organisation(&organisation_of(chance), &name, "partner")),
            9..=11 => ("save_person", person(&null, &organisation_of(chance), &name)),
            12 | 13 => {
                let whom = chance.of(&self.people).cloned().unwrap_or_default();
                ("save_person", person(&whom, &organisation_of(chance), &name))
            }
            14 => ("remove_person", json!({ "person": chance.of(&self.people) })),
            15..=20 => {
                let marks = [json!("passed"), json!("failed"), json!("not_tested")];
                let remark = json!({ "en": format!("seen by {name}"), "zh": "已查看" });
                (
                    "mark_criterion",
                    json!({ "round": self.round, "criterion": chance.of(&self.criteria),
                    "mark": chance.of(&marks), "measured": null, "remark": remark, "witness": null }),
                )
            }
            21..=23 => {
                let rows: String = (0..8)
                    .map(|_| format!("\nR-{:03}\tA requirement of {name}\tmust", chance.below(60)))
                    .collect();
                let text = format!("Number\tTitle\tPriority{rows}");
                (
                    "import_table",
                    json!({ "project": self.project, "target": "requirements",
                    "source": { "from": "pasted", "text": text } }),
                )
            }
            24..=28 => ("undo", json!({ "seq": null })),
            29..=31 => ("redo", json!({})),
            32 => ("back_up", json!({ "path": null })),
            33 | 34 => ("rotate_backups", json!({ "occasion": "opened", "folder": null })),
            35 => ("rehearse_restore", json!({ "backup": null, "key": { "by": "open_workspace" } })),
            36 | 37 => (
                "erase_person",
                json!({ "person": chance.of(&self.people), "reason": format!("asked by {name}") }),
            ),
            38 => ("change_recovery_key", json!({ "passphrase": PASSPHRASE })),
            39 => ("save_vendor_profile", vendor(&name)),
            40 => ("set_vendor_logo", json!({ "path": hefu_tests::checkout::logo() })),
            41 => ("remove_vendor_logo", json!({})),
            42 | 43 => (
                "mark_criteria",
                json!({ "round": self.round, "criteria": self.criteria, "mark": "passed", "remark": null }),
            ),
            44 => {
                let change = json!({ "what": "language", "language": "en" });
                ("edit_people", json!({ "people": self.people, "change": change }))
            }
            45 => {
                let title = json!({ "en": name, "zh": "" });
                let number = format!("K-{}", chance.below(1000));
                (
                    "duplicate_project",
                    json!({ "project": self.project, "number": number, "title": title, "start": null }),
                )
            }
            46 => ("save_template", json!({ "project": self.project, "name": { "en": name, "zh": "" } })),
            47 => (
                "create_document",
                json!({ "project": self.project, "kind": "acceptance_report", "round": self.round }),
            ),
            48 | 49 => ("keep_draft", json!({ "place": format!("requirement:{name}"), "typed": name })),
            50 => {
                let key = json!({ "with": "room_key", "witnesses": self.people });
                (
                    "export_trail",
                    json!({ "trail": { "of": "workspace" }, "path": out.join(format!("{name}.jsonl")), "key": key }),
                )
            }
            51 => {
                let criterion = chance.of(&self.criteria);
                let text = json!({ "en": name, "zh": "" });
                (
                    "save_open_issue",
                    json!({ "issue": null, "round": self.round, "criterion": criterion, "text": text,
                    "owner": null, "due": null, "closed": null, "blocking": "blocks" }),
                )
            }
            _ => (
                "save_chapter",
                json!({ "chapter": null, "project": self.project, "title": { "en": name, "zh": "" } }),
            ),
        }
    }
}

fn vendor(en: &str) -> Value {
    let words = |en: &str| json!({ "en": en, "zh": "" });
    json!({ "organisation": null, "name": words(en), "short_name": words(""), "legal_id": "", "calendar": "cn",
        "jurisdiction": "CN", "address": words("1 Invented Road"), "telephone": "", "email": "", "website": "" })
}

fn organisation(id: &Value, en: &str, kind: &str) -> Value {
    json!({ "organisation": id, "kind": kind, "name": { "en": en, "zh": "汀涛" }, "short_name": { "en": "", "zh": "" },
        "legal_id": "", "calendar": "cn", "jurisdiction": "CN", "parent": null })
}

fn person(id: &Value, organisation: &Value, en: &str) -> Value {
    json!({ "person": id, "organisation": organisation, "name": { "en": en, "zh": format!("林{en}") },
        "role": { "en": "Lead", "zh": "负责人" }, "language": "zh", "time_zone": "Asia/Shanghai",
        "email": format!("{}@harbour.example", en.replace(' ', ".")), "may_sign": null, "internal_note": "" })
}
