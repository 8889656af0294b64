//! The kinds of records, each with its table, and what each of its columns is to a person. Whatever holds for all
//! kinds, such as what is found by words, how a change is shown and which views it makes stale, follows from here.

mod place;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use place::TextPlace;

use crate::search::{Group, Standing};

/// The views that a record feeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    Workspace,
    Projects,
    Parties,
    Scope,
    Acceptance,
    Register,
    Documents,
}

/// What a column is to a person, and so how it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Says nothing to a person: an identity, a place in a list, a digest.
    Hidden,
    /// The same as JSON: how bytes are held.
    HiddenStructure,
    /// The number under which a record is known. Found first.
    Number,
    /// A bilingual text that says what the record is. Found first.
    Title,
    /// A bilingual text that is found after the titles.
    Body,
    /// A bilingual text that is not found by its words.
    Said,
    /// Words in both languages that nobody confirms against each other.
    Words,
    /// A line that is found as a title is: a name in one form, a registration number, a file's name.
    Mark,
    /// A line that is found after the titles.
    Line,
    /// A code, a figure or a line that is shown and not found.
    Plain,
    /// Words for the vendor's own people: shown in the history, never found, never a client's.
    Internal,
    Day,
    /// The identity of a record that may be of one of these kinds.
    Names(&'static [Noun]),
    /// The identity of the record that it is a part of.
    PartOf(Noun),
    /// A list of identities of records of one kind.
    NamesMany(&'static [Noun]),
    /// A list of codes, or a structure of them.
    Structure,
}

/// A column of a record's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    pub role: Role,
}

impl Field {
    /// Whether it is kept as JSON text; else it is text, a whole number or nothing.
    pub const fn is_structure(&self) -> bool {
        matches!(
            self.role,
            Role::HiddenStructure
                | Role::Title
                | Role::Body
                | Role::Said
                | Role::Words
                | Role::NamesMany(_)
                | Role::Structure
        )
    }

    /// Whether a change of it says anything to a person. Of which project a record is, she sees where she sees it.
    pub fn is_shown(&self) -> bool {
        !matches!(self.role, Role::Hidden | Role::HiddenStructure | Role::PartOf(Noun::Project))
    }

    /// How well a record is found by it; none where it is not.
    pub fn standing(&self) -> Option<Standing> {
        match self.role {
            Role::Number | Role::Title | Role::Mark => Some(Standing::Heading),
            Role::Body | Role::Line => Some(Standing::Body),
            _ => None,
        }
    }

    /// The kinds of record that it names; empty where it names none.
    pub fn names(&self) -> &'static [Noun] {
        match self.role {
            Role::Names(nouns) | Role::NamesMany(nouns) => nouns,
            Role::PartOf(noun) => noun.itself(),
            _ => &[],
        }
    }
}

/// What holds for all records of a kind.
#[derive(Debug)]
pub struct Spec {
    pub table: &'static str,
    pub area: Area,
    /// With which others it is found by words; none where it is not.
    pub found: Option<Group>,
    /// The column that names the record it is found in.
    pub within: Option<&'static str>,
    /// The column that names the record it is called by, where it has neither a number nor a title.
    pub called_by: Option<&'static str>,
    /// Every column, in the order of the table's record.
    pub fields: &'static [Field],
}

/// Declares the kinds of records. A row is `Kind "table" in Area [found Group [within column]] [called by column] {
/// column: Role, … }`; every column of the table stands in it, the identity first.
macro_rules! nouns {
    ($(
        $(#[$about:meta])*
        $noun:ident $table:literal in $area:ident $(found $group:ident)? $(within $parent:ident)? $(called by $by:ident)?
        { $($field:ident: $role:expr),+ $(,)? }
    )+) => {
        /// A kind of record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum Noun {
            $($(#[$about])* $noun,)+
        }

        impl Noun {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$noun),+];

            /// What holds for all records of the kind.
            pub const fn spec(self) -> &'static Spec {
                #[allow(clippy::enum_glob_use, reason = "the table says a role a column")]
                use Role::*;
                match self {
                    $(Self::$noun => const { &Spec {
                        table: $table,
                        area: Area::$area,
                        found: nouns!(@found $($group)?),
                        within: nouns!(@name $($parent)?),
                        called_by: nouns!(@name $($by)?),
                        fields: &[$(Field { name: stringify!($field), role: $role }),+],
                    } },)+
                }
            }

            /// A list of this kind alone.
            const fn itself(self) -> &'static [Self] {
                match self {
                    $(Self::$noun => &[Self::$noun],)+
                }
            }
        }
    };
    (@found $group:ident) => { Some(Group::$group) };
    (@found) => { None };
    (@name $name:ident) => { Some(stringify!($name)) };
    (@name) => { None };
}

nouns! {
    /// What the workspace knows of itself.
    Workspace "workspace" in Workspace
        { id: Hidden, name: Mark, actor: Words, purpose: Hidden, today: Day, person: Names(&[Noun::Person]) }

    Organisation "organisation" in Parties found Parties
        { id: Hidden, kind: Plain, name: Title, short_name: Title, legal_id: Mark, calendar: Plain, jurisdiction: Plain,
          parent: Names(&[Noun::Organisation]) }
    Person "person" in Parties found Parties within organisation
        { id: Hidden, organisation: PartOf(Noun::Organisation), name: Title, role: Body, language: Plain, time_zone: Plain,
          email: Line, may_sign: Said, internal_note: Internal }
    VendorProfile "vendor_profile" in Parties called by organisation
        { id: Hidden, organisation: Names(&[Noun::Organisation]), address: Words, telephone: Plain, email: Plain,
          website: Plain, logo: Structure }

    Project "project" in Projects found Parties
        { id: Hidden, number: Number, title: Title, summary: Body, client: Names(&[Noun::Organisation]),
          vendor: Names(&[Noun::Organisation]), supervisor: Names(&[Noun::Organisation]),
          partners: NamesMany(&[Noun::Organisation]), manager: Names(&[Noun::Person]), jurisdictions: Structure }
    Stage "stage" in Projects
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), position: Hidden, title: Title,
          started: Day, ended: Day }
    Stack "stack" in Projects
        { id: Hidden, project: PartOf(Noun::Project), position: Hidden, title: Title, jurisdiction: Plain, calendar: Plain }
    Contract "contract" in Projects
        { id: Hidden, project: PartOf(Noun::Project), number: Number, date: Day, title: Title, currency: Plain,
          amount: Plain, vat_rate: Plain, prevailing_language: Plain, deemed_acceptance: Structure }
    PaymentMilestone "payment_milestone" in Projects
        { id: Hidden, project: PartOf(Noun::Project), position: Hidden, title: Title, share: Plain, amount: Plain,
          currency: Plain, trigger: Plain, triggered: Day, paid: Day, invoice_within_days: Plain }

    Requirement "requirement" in Scope found Records
        { id: Hidden, project: Hidden, number: Number, title: Title, priority: Plain, stack: Names(&[Noun::Stack]),
          source: Line }
    Deliverable "deliverable" in Scope found Records
        { id: Hidden, project: Hidden, number: Number, title: Title, stack: Names(&[Noun::Stack]),
          organisation: Names(&[Noun::Organisation]), due: Day, handed_over: Day }
    Chapter "chapter" in Scope
        { id: Hidden, project: Hidden, position: Hidden, title: Title }
    Criterion "criterion" in Scope found Records
        { id: Hidden, project: Hidden, chapter: PartOf(Noun::Chapter), position: Hidden, number: Number, text: Title,
          method: Plain }
    Link "link" in Scope
        { id: Hidden, project: Hidden, ends: HiddenStructure, fingerprint: Hidden }
    Evidence "evidence" in Acceptance found Evidence within criterion
        { id: Hidden, project: Hidden, criterion: PartOf(Noun::Criterion), number: Number, title: Title, file_name: Mark,
          kind: Plain, date: Day, valid_until: Day, provided_by: Names(&[Noun::Person]), holding: HiddenStructure }

    Round "round" in Acceptance found Records
        { id: Hidden, project: Hidden, number: Number, kind: Plain, ordinal: Plain, planned: Day, notice: Day,
          meeting: Day, conclusion: Plain }
    Finding "finding" in Acceptance called by criterion
        { id: Hidden, round: PartOf(Noun::Round), criterion: PartOf(Noun::Criterion), mark: Plain, measured: Said,
          remark: Said, marked_by: Names(&[Noun::Person]), witness: Names(&[Noun::Person]), marked_at: Plain }
    OpenIssue "open_issue" in Acceptance found Records within round
        { id: Hidden, project: Hidden, round: PartOf(Noun::Round), criterion: Names(&[Noun::Criterion]), number: Number,
          text: Title, owner: Names(&[Noun::Person, Noun::Organisation]), due: Day, blocking: Plain, closed: Day }
    PresenterNote "presenter_note" in Acceptance called by criterion
        { id: Hidden, project: Hidden, criterion: PartOf(Noun::Criterion), note: Internal }

    Document "document" in Documents found Documents
        { id: Hidden, project: Hidden, kind: Plain, subject: Plain, round: Names(&[Noun::Round]), number: Number,
          title: Title, version: Plain, state: Plain, date: Day, edition: Plain, look: Plain, issued: HiddenStructure,
          revision: Hidden, supersedes: Names(&[Noun::Document]), void_reason: Plain }
    /// A text of a document.
    Section "section" in Documents found Documents within document
        { id: Hidden, document: PartOf(Noun::Document), part: Plain, position: Hidden, text: Body }
    Signer "signer" in Documents called by person
        { id: Hidden, document: PartOf(Noun::Document), position: Hidden, person: Names(&[Noun::Person]), role: Plain,
          capacity: Said, state: Plain, at: Plain, method: Plain, revision: Hidden, certificate: Hidden,
          witnesses: NamesMany(&[Noun::Person]), reason: Plain }

    Risk "risk" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title, cause: Body,
          event: Body, effect: Body, measures: Body, trigger: Body, category: Plain, owner: Names(&[Noun::Person]),
          inherent: Structure, current: Structure, residual: Structure, response: Plain, days_at_stake: Plain,
          money_at_stake: Structure, next_review: Day, state: Plain, deliverables: NamesMany(&[Noun::Deliverable]) }
    Issue "issue" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title, note: Body,
          severity: Plain, owner: Names(&[Noun::Person]), raised: Day, due: Day, resolved: Day, state: Plain,
          blocking: Plain, from_risk: Names(&[Noun::Risk]) }
    ChangeRequest "change_request" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title,
          reason: Body, effect: Body, requested_by: Names(&[Noun::Person]), requested: Day,
          deciders: NamesMany(&[Noun::Person]), voices: Structure, decided: Day, state: Plain,
          requirements: NamesMany(&[Noun::Requirement]), days: Plain, money: Structure, checks: Structure }
    Decision "decision" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title,
          reason: Body, date: Day, decided_by: NamesMany(&[Noun::Person]), change: Names(&[Noun::ChangeRequest]) }
    Action "action" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title, note: Body,
          owner: Names(&[Noun::Person]), due: Day, state: Plain, done: Day, from_risk: Names(&[Noun::Risk]),
          from_issue: Names(&[Noun::Issue]), from_decision: Names(&[Noun::Decision]),
          criterion: Names(&[Noun::Criterion]) }
    Approval "approval" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title,
          authority: Body, step: Body, blocks: Body, approval: Plain, organisation: Names(&[Noun::Organisation]),
          waits_for: Names(&[Noun::Person]), submitted: Day, period: Structure, expected: Day, answered: Day,
          state: Plain, valid_until: Day, questions: Structure, met: NamesMany(&[Noun::Person]), offered: Internal,
          agreed: Internal }
    Letter "letter" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title, body: Body,
          letter: Plain, direction: Plain, from: Names(&[Noun::Organisation]), to: Names(&[Noun::Organisation]), date: Day,
          delivered: Day, proof: Line, reply_due: Day, replied: Day, answers: Names(&[Noun::Letter]) }
    Lesson "lesson" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title, text: Body,
          tags: Structure, source: Line }
    RiskMatrix "risk_matrix" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title, size: Plain,
          bands: Structure, scores: Structure, likelihood: Structure }

    Gate "gate" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title, note: Body,
          stage: Names(&[Noun::Stage]), position: Plain, owner: Names(&[Noun::Person]), planned: Day,
          conditions: Structure, confirmations: Structure, passage: Structure }
    GateCheck "gate_check" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title,
          wanted: Body, note: Body, gate: Names(&[Noun::Gate]), state: Plain, owner: Names(&[Noun::Person]), decided: Day,
          evidence: NamesMany(&[Noun::Evidence]), lasts: Plain, valid_until: Day }
    HandOver "hand_over" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title, note: Body,
          hand_over: Plain, from: Names(&[Noun::Person]), to: Names(&[Noun::Person]), planned: Day, items: Structure,
          promises: Structure, given: Day, taken: Day }
    Waiver "waiver" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title,
          gate: Names(&[Noun::Gate]), condition: Plain, reason: Body, measure: Body, requested_by: Names(&[Noun::Person]),
          approved_by: NamesMany(&[Noun::Person]), granted: Day, expires: Day, ended: Day }

    Stakeholder "stakeholder" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title,
          person: Names(&[Noun::Person]), power: Plain, interest: Plain, attitude: Plain,
          internal_note: Internal, rhythm: Plain, since: Day, last_met: Day }
    WorkPackage "work_package" in Register found Records
        { id: Hidden, project: PartOf(Noun::Project), stack: Names(&[Noun::Stack]), number: Number, title: Title, note: Body,
          part_of: Names(&[Noun::WorkPackage]), responsible: NamesMany(&[Noun::Person]),
          accountable: NamesMany(&[Noun::Person]), consulted: NamesMany(&[Noun::Person]),
          informed: NamesMany(&[Noun::Person]), deliverables: NamesMany(&[Noun::Deliverable]),
          partner: Names(&[Noun::Organisation]), planned: Day, forecast: Day, handed_over: Day, looks: Structure,
          payment: Structure }

    Mapping "mapping" in Scope
        { id: Hidden, organisation: PartOf(Noun::Organisation), name: Mark, target: Plain, reading: HiddenStructure }

    NoticeReply "notice_reply" in Register
        { id: Hidden, project: PartOf(Noun::Project), fingerprint: Hidden, rule: Hidden, title: Title, answer: Plain,
          reason: Plain, answered_by: Names(&[Noun::Person]), answered: Day,
          became: Names(&[Noun::Risk, Noun::Action]) }
    Postponement "postponement" in Register
        { id: Hidden, project: PartOf(Noun::Project), line: Hidden, record: Hidden, title: Title, until: Day,
          postponed_by: Names(&[Noun::Person]), postponed: Day }

    Template "template" in Projects
        { id: Hidden, name: Title, made: Day, plan: HiddenStructure }
}

impl Noun {
    /// The kind of which the records stand in this table.
    pub fn of_table(table: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|noun| noun.spec().table == table)
    }

    /// The column of this name.
    pub fn field(self, name: &str) -> Option<&'static Field> {
        self.spec().fields.iter().find(|field| field.name == name)
    }

    /// What a record of the kind is called by: its number, else its title or text, else the name it has in one form.
    pub fn called(self) -> Option<&'static Field> {
        let of = |wanted: fn(&Role) -> bool| self.spec().fields.iter().find(|field| wanted(&field.role));
        of(|role| matches!(role, Role::Number))
            .or_else(|| of(|role| matches!(role, Role::Title)))
            .or_else(|| of(|role| matches!(role, Role::Body)))
            .or_else(|| of(|role| matches!(role, Role::Mark)))
    }

    /// The kinds of which records are parts of one of this kind, each with the column that says of which.
    pub fn parts(self) -> impl Iterator<Item = (Self, &'static str)> {
        Self::ALL.iter().flat_map(move |noun| {
            let fields = noun.spec().fields.iter();
            let owns = move |field: &&Field| matches!(field.role, Role::PartOf(whole) if whole == self);
            fields.filter(owns).map(move |field| (*noun, field.name))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_kind_has_one_table_and_the_identity_first() {
        let tables: BTreeSet<&str> = Noun::ALL.iter().map(|noun| noun.spec().table).collect();
        assert_eq!(tables.len(), Noun::ALL.len());
        for noun in Noun::ALL {
            let Spec { table, fields, within, called_by, found, .. } = noun.spec();
            assert_eq!(fields[0], Field { name: "id", role: Role::Hidden }, "{table}");
            assert_eq!(Noun::of_table(table), Some(*noun));
            assert_eq!(serde_json::to_value(noun).unwrap(), *table);
            for column in [within, called_by].into_iter().flatten() {
                assert!(
                    noun.field(column).is_some_and(|field| !field.names().is_empty()),
                    "{table}.{column}"
                );
            }
            let is_found = fields.iter().any(|field| field.standing().is_some());
            assert!(found.is_none() || is_found, "{table} is found by nothing");
        }
    }

    #[test]
    fn whoever_reads_a_change_learns_whose_it_is() {
        for noun in Noun::ALL.iter().filter(|noun| **noun != Noun::Link) {
            assert!(noun.called().is_some() || noun.spec().called_by.is_some(), "{noun:?}");
        }
    }

    #[test]
    fn parts_are_found_from_the_whole() {
        let of = |noun: Noun| noun.parts().map(|(part, _)| part).collect::<Vec<_>>();
        assert_eq!(of(Noun::Document), [Noun::Section, Noun::Signer]);
        assert_eq!(of(Noun::Round), [Noun::Finding, Noun::OpenIssue]);
        assert_eq!(of(Noun::Criterion), [Noun::Evidence, Noun::Finding, Noun::PresenterNote]);
        assert_eq!(of(Noun::Requirement), []);
    }
}
