//! The parts of the story's files that the sample workspace is made of, as they are written there.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use hefu_domain::acceptance::{Mark, RoundKind};
use hefu_domain::contract::Silence;
use hefu_domain::document::{Part, SignerRole};
use hefu_domain::party::OrganisationKind;
use hefu_domain::payment::Trigger;
use hefu_domain::project::{StageTemplate, parse_stage_templates};
use hefu_domain::scope::{Method, Priority};
use hefu_domain::text::Language;
use rust_decimal::Decimal;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::SampleError;
use crate::files::{CHECKLIST, LIFECYCLES, STAGE_TEMPLATES, TEXTS};
use crate::written::{Day, Pair, PairState};

pub(crate) mod gates;
pub(crate) mod registers;

use gates::{Checklist, Compliance, GateEntry, Lifecycles, Told, WaiverEntry};
use registers::Register;

pub(crate) struct Source {
    pub(crate) parties: Parties,
    pub(crate) projects: Projects,
    pub(crate) scope: Scope,
    pub(crate) documents: Documents,
    pub(crate) commercial: Commercial,
    pub(crate) sample: Sample,
    pub(crate) register: Register,
    /// Registers of the six smaller projects.
    pub(crate) dealings: Register,
    /// Records of any kind, field by field.
    pub(crate) kept: toml::Table,
    pub(crate) meetings: Meetings,
    pub(crate) templates: Vec<StageTemplate>,
    pub(crate) gates: Told,
    pub(crate) compliance: Compliance,
    pub(crate) lifecycles: Lifecycles,
    pub(crate) checklist: Checklist,
}

impl Source {
    pub(crate) fn read() -> Result<Self, SampleError> {
        let templates = parse_stage_templates(STAGE_TEMPLATES);
        Ok(Self {
            parties: read("parties.toml")?,
            projects: read("projects.toml")?,
            scope: read("scope.toml")?,
            documents: read("documents.toml")?,
            commercial: read("commercial.toml")?,
            sample: read("sample.toml")?,
            register: read("register.toml")?,
            dealings: read("dealings.toml")?,
            kept: read("kept.toml")?,
            meetings: read("meetings.toml")?,
            gates: read("gates.toml")?,
            compliance: read("compliance.toml")?,
            lifecycles: read_text("lifecycle.toml", LIFECYCLES)?,
            checklist: read_text("sovereignty.toml", CHECKLIST)?,
            templates: templates.map_err(|error| SampleError::Unreadable {
                file: "stages.toml",
                problem: error.to_string(),
            })?,
        })
    }
}

fn read<T: DeserializeOwned>(file: &'static str) -> Result<T, SampleError> {
    let text = TEXTS.iter().find(|(name, _)| *name == file).map_or("", |(_, text)| *text);
    read_text(file, text)
}

fn read_text<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, SampleError> {
    toml::from_str(text).map_err(|error| SampleError::Unreadable { file, problem: error.to_string() })
}

#[derive(Deserialize)]
pub(crate) struct Parties {
    pub(crate) organisation: Vec<OrganisationEntry>,
    pub(crate) person: Vec<PersonEntry>,
}

#[derive(Deserialize)]
pub(crate) struct OrganisationEntry {
    pub(crate) id: String,
    pub(crate) kind: OrganisationKind,
    pub(crate) name: Pair,
    pub(crate) short_name: Pair,
    pub(crate) legal_id: String,
    pub(crate) calendar: String,
    pub(crate) jurisdiction: String,
    pub(crate) parent: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct PersonEntry {
    pub(crate) id: String,
    pub(crate) organisation: String,
    pub(crate) name: Pair,
    pub(crate) role: Pair,
    pub(crate) language: Language,
    pub(crate) time_zone: String,
    pub(crate) email: String,
    pub(crate) may_sign: Option<Pair>,
    pub(crate) internal_attitude: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct Projects {
    pub(crate) workspace: WorkspaceEntry,
    pub(crate) project: Vec<ProjectEntry>,
    pub(crate) stage: Vec<StageEntry>,
    pub(crate) stack: Vec<StackEntry>,
    pub(crate) contract: Vec<ContractEntry>,
    pub(crate) deemed_acceptance: Vec<DeemedEntry>,
    pub(crate) payment_milestone: Vec<PaymentEntry>,
    pub(crate) key_milestone: Vec<KeyMilestoneEntry>,
    pub(crate) gate: Vec<GateEntry>,
    pub(crate) waiver: Vec<WaiverEntry>,
}

#[derive(Deserialize)]
pub(crate) struct WorkspaceEntry {
    pub(crate) today: Day,
    pub(crate) owner: String,
    pub(crate) title: Pair,
}

#[derive(Deserialize)]
pub(crate) struct ProjectEntry {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) title: Pair,
    pub(crate) summary: Pair,
    pub(crate) client: String,
    pub(crate) vendor: String,
    #[serde(default)]
    pub(crate) partners: Vec<String>,
    pub(crate) supervisor: Option<String>,
    pub(crate) manager: String,
    pub(crate) template: String,
    /// Where a brief project stands, by the kind of the template's stage.
    pub(crate) stage_kind: Option<String>,
    pub(crate) jurisdictions: Vec<String>,
    pub(crate) currency: Option<String>,
    pub(crate) contract_amount_incl_tax: Option<Decimal>,
}

#[derive(Deserialize)]
pub(crate) struct StageEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    /// Of which stack alone.
    pub(crate) stack: Option<String>,
    pub(crate) order: u32,
    pub(crate) title: Pair,
    pub(crate) started: Option<Day>,
    pub(crate) ended: Option<Day>,
}

#[derive(Deserialize)]
pub(crate) struct StackEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) title: Pair,
    pub(crate) jurisdiction: String,
    pub(crate) calendar: String,
}

#[derive(Deserialize)]
pub(crate) struct ContractEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) number: String,
    pub(crate) date: Day,
    pub(crate) title: Pair,
    pub(crate) currency: String,
    pub(crate) amount_incl_vat: Decimal,
    pub(crate) vat_rate: Decimal,
    pub(crate) prevailing_language: Language,
}

#[derive(Deserialize)]
pub(crate) struct DeemedEntry {
    pub(crate) contract: String,
    pub(crate) working_days: u32,
    pub(crate) calendar: String,
    pub(crate) silence_means: Silence,
    pub(crate) clause: String,
}

#[derive(Deserialize)]
pub(crate) struct PaymentEntry {
    pub(crate) id: String,
    pub(crate) contract: Option<String>,
    pub(crate) project: Option<String>,
    pub(crate) title: Pair,
    pub(crate) share: Decimal,
    pub(crate) amount: Decimal,
    pub(crate) currency: String,
    pub(crate) trigger: Trigger,
    pub(crate) triggered: Option<Day>,
    pub(crate) invoice_within_days: Option<u32>,
}

#[derive(Deserialize)]
pub(crate) struct KeyMilestoneEntry {
    pub(crate) id: String,
    pub(crate) planned: Day,
}

#[derive(Deserialize)]
pub(crate) struct Commercial {
    pub(crate) invoice: Vec<InvoiceEntry>,
}

#[derive(Deserialize)]
pub(crate) struct InvoiceEntry {
    pub(crate) about: String,
    pub(crate) received: Option<Day>,
}

#[derive(Deserialize)]
pub(crate) struct Scope {
    pub(crate) acceptance_round: RoundEntry,
    pub(crate) chapter: Vec<ChapterEntry>,
    pub(crate) requirement: Vec<RequirementEntry>,
    pub(crate) deliverable: Vec<DeliverableEntry>,
    pub(crate) criterion: Vec<CriterionEntry>,
    pub(crate) evidence: Vec<EvidenceEntry>,
    pub(crate) open_issue: Vec<OpenIssueEntry>,
}

#[derive(Deserialize)]
pub(crate) struct RoundEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) kind: RoundKind,
    pub(crate) round: u32,
    pub(crate) notice: Day,
    pub(crate) meeting: Day,
}

#[derive(Deserialize)]
pub(crate) struct ChapterEntry {
    pub(crate) id: u32,
    pub(crate) title: Pair,
}

#[derive(Deserialize)]
pub(crate) struct RequirementEntry {
    pub(crate) id: String,
    pub(crate) priority: Priority,
    pub(crate) stack: String,
    pub(crate) source: String,
    pub(crate) title: Pair,
    pub(crate) deliverables: Vec<String>,
    pub(crate) criteria: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct DeliverableEntry {
    pub(crate) id: String,
    pub(crate) title: Pair,
    pub(crate) due: Day,
    pub(crate) handed_over: Option<Day>,
    pub(crate) organisation: String,
    pub(crate) stack: String,
}

#[derive(Deserialize)]
pub(crate) struct CriterionEntry {
    pub(crate) id: String,
    pub(crate) chapter: u32,
    pub(crate) deliverables: Vec<String>,
    pub(crate) text: Pair,
    pub(crate) text_state: PairState,
    pub(crate) method: Method,
    pub(crate) measured: Option<Pair>,
    pub(crate) mark: Mark,
    pub(crate) remark: Option<Pair>,
    pub(crate) marked_by: Option<String>,
    pub(crate) witness: Option<String>,
    pub(crate) after_meeting: Mark,
    pub(crate) text_after_meeting: Option<Pair>,
    pub(crate) finding_after_meeting: Option<Pair>,
}

#[derive(Deserialize)]
pub(crate) struct EvidenceEntry {
    pub(crate) id: String,
    pub(crate) criterion: String,
    pub(crate) file: String,
    pub(crate) kind: String,
    pub(crate) date: Day,
    pub(crate) valid_until: Option<Day>,
    pub(crate) title: Pair,
    pub(crate) provided_by: Option<String>,
    #[serde(default)]
    pub(crate) added_in_meeting: bool,
}

#[derive(Deserialize)]
pub(crate) struct OpenIssueEntry {
    pub(crate) id: String,
    pub(crate) criterion: String,
    pub(crate) owner: String,
    pub(crate) due: Day,
    pub(crate) blocking: bool,
    pub(crate) blocking_after_meeting: bool,
    pub(crate) text: Pair,
}

#[derive(Deserialize)]
pub(crate) struct Documents {
    pub(crate) document: Vec<DocumentEntry>,
    pub(crate) section: Vec<SectionEntry>,
    pub(crate) signing_step: Vec<SignerEntry>,
    pub(crate) vendor_profile: VendorProfileEntry,
}

#[derive(Deserialize)]
pub(crate) struct VendorProfileEntry {
    pub(crate) organisation: String,
    pub(crate) address: Pair,
    pub(crate) telephone: String,
    pub(crate) email: String,
    pub(crate) website: String,
    pub(crate) logo: LogoEntry,
}

#[derive(Deserialize)]
pub(crate) struct LogoEntry {
    pub(crate) file: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
}

#[derive(Deserialize)]
pub(crate) struct DocumentEntry {
    pub(crate) id: String,
    pub(crate) number: String,
    pub(crate) project: String,
    pub(crate) kind: String,
    pub(crate) title: Pair,
    pub(crate) version: u32,
    pub(crate) date: Option<Day>,
    /// There for the documents that report on a round.
    pub(crate) round: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct SectionEntry {
    pub(crate) id: String,
    pub(crate) document: String,
    pub(crate) part: Part,
    pub(crate) order: u32,
    pub(crate) text: Pair,
}

#[derive(Deserialize)]
pub(crate) struct SignerEntry {
    pub(crate) id: String,
    pub(crate) document: String,
    pub(crate) order: u32,
    pub(crate) person: String,
    pub(crate) party: SignerRole,
    pub(crate) title: Pair,
}

#[derive(Deserialize)]
pub(crate) struct Sample {
    pub(crate) brief: Vec<BriefEntry>,
    pub(crate) brief_deliverable: Vec<BriefDeliverableEntry>,
    pub(crate) brief_round: Vec<BriefRoundEntry>,
    pub(crate) linked_before: Vec<LinkedBeforeEntry>,
    pub(crate) template: Vec<TemplateEntry>,
}

/// A project that was kept as a template.
#[derive(Deserialize)]
pub(crate) struct TemplateEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) made: Day,
    pub(crate) name: Pair,
}

#[derive(Deserialize)]
pub(crate) struct BriefEntry {
    pub(crate) project: String,
    /// First and last day of each stage so far; the running one has no last day.
    pub(crate) stages: Vec<Vec<NaiveDate>>,
    pub(crate) contract_number: Option<String>,
    pub(crate) contract_date: Option<Day>,
    pub(crate) contract_title: Pair,
}

#[derive(Deserialize)]
pub(crate) struct BriefDeliverableEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) number: String,
    pub(crate) organisation: String,
    pub(crate) due: Day,
    pub(crate) handed_over: Day,
    pub(crate) title: Pair,
}

#[derive(Deserialize)]
pub(crate) struct BriefRoundEntry {
    pub(crate) id: String,
    pub(crate) project: String,
    pub(crate) number: String,
    pub(crate) kind: RoundKind,
    pub(crate) planned: Day,
}

#[derive(Deserialize)]
pub(crate) struct LinkedBeforeEntry {
    pub(crate) requirement: String,
    pub(crate) criterion: String,
    pub(crate) text: Pair,
}

impl Sample {
    /// What a criterion said when a requirement was linked to it, where that differs from today.
    pub(crate) fn before(&self) -> BTreeMap<(&str, &str), &Pair> {
        let entries = self.linked_before.iter();
        entries.map(|entry| ((entry.requirement.as_str(), entry.criterion.as_str()), &entry.text)).collect()
    }
}

/// The meetings, as far as the registers name them.
#[derive(Debug, Deserialize)]
pub(crate) struct Meetings {
    pub(crate) meeting: Vec<MeetingEntry>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct MeetingEntry {
    pub(crate) id: String,
    pub(crate) date: Day,
}
