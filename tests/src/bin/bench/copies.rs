//! The sample story many times over in one workspace: each copy with its own parties, projects, marks, evidence
//! and papers, and with as many journal entries as the sample has.

use std::path::Path;

use chrono::DateTime;
use hefu_domain::id::OrganisationId;
use hefu_domain::journal::Act;
use hefu_domain::register::KeptRecord;
use hefu_sample::Story;
use hefu_store::journal::Moment;
use hefu_store::tables::{Profile, ProfileId, Purpose};
use hefu_store::{NewEntry, RawKey, Record, Store, StoreError, WriteTx};
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

use crate::Result;

pub(crate) const COPIES: u32 = 50;

/// Acts of which the sample's journal is made.
const ACTS: usize = 117;

type Row = Box<dyn Fn(&WriteTx<'_>) -> std::result::Result<(), StoreError>>;

/// Writes the copies, and gives what the story tells.
pub(crate) fn write(path: &Path, key: &RawKey) -> Result<Story> {
    let story = hefu_sample::story()?;
    let mut store = Store::create(path, key, &[3; 16])?;
    let owner =
        story.people.iter().find(|person| person.id == story.owner).ok_or("nobody works in the sample")?;
    let profile = Profile {
        id: ProfileId(Uuid::nil()),
        name: "Fifty samples".into(),
        actor: owner.name.words(),
        purpose: Purpose::Sample,
        today: Some(story.today),
        person: None,
    };
    let moment = Moment {
        at: DateTime::parse_from_rfc3339("2026-09-28T08:30:00+08:00")?,
        actor: profile.actor.clone(),
        by: None,
        salt: [5; 16],
    };
    let mut written = |rows: &[Row]| {
        store.write::<_, StoreError>(&moment, |tx| {
            rows.iter().try_for_each(|row| row(tx))?;
            Ok((NewEntry { act: Act::SampleMade, project: None, trails: Vec::new() }, ()))
        })
    };
    written(&[Box::new(move |tx| tx.put(&profile))])?;
    let (mut vendor, logo) = (story.vendor.clone(), story.vendor_logo);
    vendor.organisation = OrganisationId(identity(vendor.organisation.0, 0));
    for copy in 0..COPIES {
        let rows = rows(&story, copy)?;
        for together in rows.chunks(rows.len().div_ceil(ACTS)) {
            written(together)?;
        }
    }
    written(&[Box::new(move |tx| tx.keep_file(logo).and_then(|_| tx.put(&vendor)))])?;
    store.close()?;
    Ok(story)
}

/// In an order in which each record finds those it names.
fn rows(story: &Story, copy: u32) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    puts(&story.organisations, copy, &mut rows)?;
    puts(&story.people, copy, &mut rows)?;
    puts(&story.projects, copy, &mut rows)?;
    puts(&story.stacks, copy, &mut rows)?;
    puts(&story.stages, copy, &mut rows)?;
    puts(&story.contracts, copy, &mut rows)?;
    puts(&story.payments, copy, &mut rows)?;
    puts(&story.requirements, copy, &mut rows)?;
    puts(&story.deliverables, copy, &mut rows)?;
    puts(&story.chapters, copy, &mut rows)?;
    puts(&story.criteria, copy, &mut rows)?;
    puts(&story.links, copy, &mut rows)?;
    puts(&story.rounds, copy, &mut rows)?;
    for held in &story.evidence {
        if let Some(bytes) = held.bytes {
            rows.push(Box::new(move |tx| tx.keep_file(bytes).map(drop)));
        }
        puts(std::slice::from_ref(&held.evidence), copy, &mut rows)?;
    }
    puts(&story.findings, copy, &mut rows)?;
    puts(&story.open_issues, copy, &mut rows)?;
    puts(&story.documents, copy, &mut rows)?;
    puts(&story.sections, copy, &mut rows)?;
    puts(&story.signers, copy, &mut rows)?;
    for set_up in &story.lifecycles {
        puts(&set_up.gates, copy, &mut rows)?;
    }
    puts(&story.waivers, copy, &mut rows)?;
    for (_, record) in &story.kept {
        macro_rules! one {
            ($($kind:ident $fields:ident,)+) => {
                match record {
                    $(KeptRecord::$kind(record) => puts(std::slice::from_ref(record), copy, &mut rows)?,)+
                }
            };
        }
        hefu_domain::kept_kinds!(one);
    }
    Ok(rows)
}

fn puts<R: Record + DeserializeOwned + 'static>(records: &[R], copy: u32, rows: &mut Vec<Row>) -> Result<()> {
    for record in records {
        let mut record = serde_json::to_value(record)?;
        rename(&mut record, copy);
        // Numbers of projects are unique in a workspace.
        if R::TABLE == "project" {
            record["number"] = format!("{}-{copy}", record["number"].as_str().unwrap_or_default()).into();
        }
        let record: R = serde_json::from_value(record)?;
        rows.push(Box::new(move |tx| tx.put(&record)));
    }
    Ok(())
}

/// Every identity in it becomes the copy's own.
fn rename(value: &mut Value, copy: u32) {
    match value {
        Value::String(text) => {
            if let Ok(id) = text.parse() {
                *text = identity(id, copy).to_string();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| rename(value, copy)),
        Value::Object(fields) => fields.values_mut().for_each(|value| rename(value, copy)),
        _ => {}
    }
}

/// A record of the story in one of the copies.
pub(crate) fn identity(of: Uuid, copy: u32) -> Uuid {
    Uuid::new_v5(&of, &copy.to_be_bytes())
}
