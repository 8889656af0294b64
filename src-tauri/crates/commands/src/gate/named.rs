//! What the records that gates rest on are called, and who is behind them.

use std::collections::BTreeMap;

use hefu_api::gate::GateRecord;
use hefu_api::register::RegisterName;
use hefu_domain::document::{Signer, SignerState};
use hefu_domain::id::PersonId;
use hefu_domain::noun::Noun;
use hefu_domain::text::Text;
use hefu_store::Reader;
use uuid::Uuid;

use super::facts::Ground;
use crate::failure::CommandError;
use crate::project::Facts;

pub(super) struct Names {
    records: BTreeMap<Uuid, GateRecord>,
    /// People and organisations.
    parties: BTreeMap<Uuid, Text>,
    /// Who has to move a record on.
    turns: BTreeMap<Uuid, Uuid>,
}

impl Names {
    pub(super) fn read(reader: &Reader<'_>, facts: &Facts, ground: &Ground) -> Result<Self, CommandError> {
        let people = reader.people()?.into_iter().map(|person| (person.id.0, person.name));
        let organisations = reader.organisations()?.into_iter().map(|each| (each.id.0, each.name));
        Ok(Self {
            records: records(facts, ground),
            parties: people.chain(organisations).collect(),
            turns: turns(facts, ground),
        })
    }

    pub(super) fn record(&self, id: Uuid) -> Option<GateRecord> {
        self.records.get(&id).cloned()
    }

    pub(super) fn person(&self, person: Option<PersonId>) -> Option<RegisterName> {
        self.party(person?.0)
    }

    /// Who has to move a record on; none where it says nobody.
    pub(super) fn turn(&self, record: Uuid) -> Option<RegisterName> {
        self.party(*self.turns.get(&record)?)
    }

    fn party(&self, id: Uuid) -> Option<RegisterName> {
        Some(RegisterName { id, name: self.parties.get(&id)?.clone() })
    }
}

fn records(facts: &Facts, ground: &Ground) -> BTreeMap<Uuid, GateRecord> {
    let mut all = BTreeMap::new();
    let mut add = |noun, id: Uuid, number: &str, title: &Text| {
        all.insert(id, GateRecord { noun, id, number: number.to_owned(), title: title.clone() });
    };
    let scope = &facts.scope;
    scope.requirements.iter().for_each(|each| add(Noun::Requirement, each.id.0, &each.number, &each.title));
    scope.deliverables.iter().for_each(|each| add(Noun::Deliverable, each.id.0, &each.number, &each.title));
    scope.evidence.iter().for_each(|each| add(Noun::Evidence, each.id.0, &each.number, &each.title));
    facts.issues.iter().for_each(|each| add(Noun::OpenIssue, each.id.0, &each.number, &each.text));
    ground.issues.iter().for_each(|each| add(Noun::Issue, each.id.0, &each.number, &each.title));
    ground.approvals.iter().for_each(|each| add(Noun::Approval, each.id.0, &each.number, &each.title));
    ground.documents.iter().for_each(|each| add(Noun::Document, each.id.0, &each.number, &each.title));
    ground.gates.iter().for_each(|each| add(Noun::Gate, each.id.0, &each.number, &each.title));
    ground.checks.iter().for_each(|each| add(Noun::GateCheck, each.id.0, &each.number, &each.title));
    ground.hand_overs.iter().for_each(|each| add(Noun::HandOver, each.id.0, &each.number, &each.title));
    all
}

fn turns(facts: &Facts, ground: &Ground) -> BTreeMap<Uuid, Uuid> {
    let mut all = BTreeMap::new();
    let mut add = |id: Uuid, who: Option<Uuid>| all.extend(who.map(|who| (id, who)));
    for each in &facts.scope.evidence {
        add(each.id.0, each.provided_by.map(|person| person.0));
    }
    for each in &ground.checks {
        add(each.id.0, each.owner.map(|person| person.0));
    }
    for each in &ground.issues {
        add(each.id.0, each.owner.map(|person| person.0));
    }
    for each in &facts.issues {
        add(each.id.0, each.owner.map(|person| person.0));
    }
    for each in &ground.approvals {
        add(each.id.0, each.waits_for.map(|person| person.0).or(each.organisation.map(|id| id.0)));
    }
    for each in &ground.gates {
        add(each.id.0, each.owner.map(|person| person.0));
    }
    for each in &ground.hand_overs {
        let next = if each.given.is_some() { each.to } else { each.from };
        add(each.id.0, next.map(|person| person.0));
    }
    for each in &ground.documents {
        let mut signers = ground.signers.iter().filter(|signer| signer.document == each.id);
        let next = signers.find(|signer: &&Signer| signer.outcome == SignerState::Waiting);
        add(each.id.0, next.map(|signer| signer.person.0));
    }
    all
}
