//! The one table of commands.

use crate::reply::Topic;
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CommandKind {
    /// Plain input, no workspace.
    Calculation,
    /// Creates, opens, locks, backs up or restores a workspace.
    Workspace,
    /// Reads the open workspace and cannot write.
    Query,
    /// Writes through the one door; or keeps a draft beside it.
    Action,
}

/// One row of the table.
pub struct CommandSpec {
    pub name: &'static str,
    pub noun: &'static str,
    pub kind: CommandKind,
    pub reads: &'static [Topic],
    request: fn(&mut SchemaGenerator) -> schemars::Schema,
    view: fn(&mut SchemaGenerator) -> schemars::Schema,
}

/// Hands the whole table to the macro `$then`, after whatever `$then` is to receive first.
///
/// A row is `kind noun::name(Request) -> View [reads Topic …];`. A `staged` one is of the kind `workspace` and leaves the
/// workspace to others while it works on what it took from it.
#[macro_export]
macro_rules! command_table {
    ($then:ident $($first:tt)*) => { $then! { $($first)*
        calculation text::amount_in_words(AmountInWords) -> AmountWords;
        calculation document::verify_file(VerifyFile) -> VerifyReport;
        calculation exchange::export_table(ExportTable) -> TableExported;
        calculation exchange::export_sheet(ExportSheet) -> SheetExported;

        workspace workspace::workspace_status(WorkspaceStatus) -> WorkspaceState;
        workspace workspace::create_workspace(CreateWorkspace) -> RecoverySheet;
        workspace workspace::create_sample(CreateSample) -> OpenWorkspace;
        workspace workspace::open_workspace(OpenRequest) -> OpenWorkspace;
        workspace workspace::lock_workspace(LockWorkspace) -> WorkspaceState;
        workspace workspace::change_passphrase(ChangePassphrase) -> RecoverySheet;
        workspace workspace::change_recovery_key(ChangeRecoveryKey) -> RecoverySheet;
        workspace workspace::set_keychain(SetKeychain) -> WorkspaceState;
        workspace workspace::signing_identity(SigningIdentityRequest) -> SigningIdentity;
        action workspace::save_actor(SaveActor) -> ActorSaved;
        workspace workspace::back_up(BackUp) -> BackupMade;
        staged workspace::rotate_backups(RotateBackups) -> BackupsRotated;
        workspace workspace::list_backups(ListBackups) -> Backups;
        workspace workspace::restore_backup(RestoreBackup) -> RestoredBackup;
        workspace workspace::rehearse_restore(RehearseRestore) -> Rehearsed;
        workspace workspace::save_recovery_sheet(SaveRecoverySheet) -> RecoverySheetSaved;
        workspace update::program(ProgramRequest) -> Program;
        workspace update::inspect_update(InspectUpdate) -> UpdateView;
        workspace update::install_update(InstallUpdate) -> UpdateInstalled;
        workspace workspace::export_all(ExportAll) -> AllExported;
        workspace workspace::import_all(ImportAll) -> AllImported;

        query project::today(TodayRequest) -> Today reads Projects Acceptance Documents Scope;
        query project::list_projects(ListProjects) -> ProjectList reads Projects Parties Acceptance Documents Scope;
        query project::project_overview(ProjectRef) -> ProjectOverview reads Projects Parties Acceptance Documents Scope;
        action project::save_project(SaveProject) -> ProjectSaved;
        action project::set_stage(SetStage) -> ProjectSaved;
        action project::save_contract(SaveContract) -> ProjectSaved;
        action project::save_payment_milestone(SavePaymentMilestone) -> ProjectSaved;

        action project::duplicate_project(DuplicateProject) -> ProjectSaved;

        query template::list_templates(ListTemplates) -> Templates reads Projects;
        action template::save_template(SaveTemplate) -> TemplateSaved;
        action template::rename_template(RenameTemplate) -> TemplateSaved;
        action template::remove_template(TemplateRef) -> Removed;
        action template::start_project(StartProject) -> ProjectSaved;

        query party::list_parties(ListParties) -> Parties reads Parties Projects;
        action party::save_organisation(SaveOrganisation) -> OrganisationSaved;
        action party::save_person(SavePerson) -> PersonSaved;
        action party::remove_person(PersonRef) -> Removed;
        action party::edit_organisations(EditOrganisations) -> ManyEdited;
        action party::edit_people(EditPeople) -> ManyEdited;
        query party::erasure_of_person(PersonRef) -> ErasureView reads Parties Documents Acceptance Journal;
        action party::erase_person(ErasePerson) -> PersonErased;

        query vendor::vendor_profile(VendorProfileRequest) -> VendorProfileView reads Parties;
        action vendor::save_vendor_profile(SaveVendorProfile) -> VendorProfileSaved;
        action vendor::set_vendor_logo(SetVendorLogo) -> VendorLogoSet;
        action vendor::remove_vendor_logo(RemoveVendorLogo) -> Removed;

        query scope::scope_matrix(ScopeRequest) -> ScopeMatrix reads Scope Acceptance;
        action scope::save_requirement(SaveRequirement) -> RequirementSaved;
        action scope::remove_requirement(RequirementRef) -> Removed;
        action scope::save_deliverable(SaveDeliverable) -> DeliverableSaved;
        action scope::remove_deliverable(DeliverableRef) -> Removed;
        action scope::save_chapter(SaveChapter) -> ChapterSaved;
        action scope::save_criterion(SaveCriterion) -> CriterionSaved;
        action scope::remove_criterion(CriterionRef) -> Removed;
        action scope::edit_requirements(EditRequirements) -> ManyEdited;
        action scope::edit_deliverables(EditDeliverables) -> ManyEdited;
        action scope::edit_criteria(EditCriteria) -> ManyEdited;
        action scope::link(LinkRequest) -> Linked;
        action scope::unlink(LinkRef) -> Removed;
        action scope::confirm_link(LinkRef) -> Linked;
        calculation scope::preview_import(PreviewImport) -> ImportPreview;
        action scope::import_table(ImportTable) -> Imported;

        query acceptance::list_rounds(ListRounds) -> RoundList reads Acceptance;
        query acceptance::acceptance_round(RoundRef) -> RoundView reads Acceptance Scope Projects Parties Documents;
        query acceptance::criterion(CriterionInRound) -> CriterionView reads Acceptance Scope Parties Journal;
        action acceptance::save_round(SaveRound) -> RoundSaved;
        action acceptance::mark_criterion(MarkCriterion) -> CriterionMarked;
        action acceptance::mark_criteria(MarkCriteria) -> ManyEdited;
        action acceptance::conclude_round(ConcludeRound) -> RoundSaved;
        action acceptance::save_open_issue(SaveOpenIssue) -> OpenIssueSaved;
        action acceptance::edit_open_issues(EditOpenIssues) -> ManyEdited;
        action acceptance::attach_evidence(AttachEvidence) -> EvidenceSaved;
        workspace acceptance::hold_image(HoldImage) -> HeldImage;
        action acceptance::attach_image(AttachImage) -> EvidenceSaved;
        action acceptance::remove_evidence(EvidenceRef) -> Removed;
        action acceptance::export_evidence(ExportEvidence) -> Exported;

        query presentation::present_round(PresentRound) -> PresentedRound reads Acceptance Scope Projects Parties Documents;
        query presentation::present_photograph(PresentPhotograph) -> PresentedPhotograph reads Acceptance;
        query presentation::presenter_notes(PresenterNotesOf) -> PresenterNotes reads Acceptance Scope;
        action presentation::save_presenter_note(SavePresenterNote) -> PresenterNoteSaved;

        action text::review_text(ReviewText) -> TextReviewed;

        query document::list_documents(ListDocuments) -> DocumentList reads Documents Acceptance;
        query document::document(DocumentRef) -> DocumentView reads Documents Acceptance Scope Parties Projects;
        query document::preview_page(PreviewPage) -> PageImage reads Documents Acceptance Scope Parties Projects;
        action document::create_document(CreateDocument) -> DocumentSaved;
        action document::duplicate_document(DuplicateDocument) -> DocumentSaved;
        action document::edit_document(EditDocument) -> DocumentSaved;
        action document::save_section(SaveSection) -> SectionSaved;
        action document::remove_section(SectionRef) -> Removed;
        action document::save_signer(SaveSigner) -> SignerSaved;
        action document::remove_signer(SignerRef) -> Removed;
        action document::submit_document(DocumentRef) -> DocumentSaved;
        action document::return_document(ReturnDocument) -> DocumentSaved;
        action document::issue_document(IssueDocument) -> DocumentIssued;
        action document::sign_document(SignDocument) -> DocumentSigned;
        action document::refuse_signature(RefuseSignature) -> DocumentSaved;
        action document::attach_signed_copy(AttachSignedCopy) -> DocumentSaved;
        action document::supersede_document(DocumentRef) -> DocumentSaved;
        action document::void_document(VoidDocument) -> DocumentSaved;
        action document::export_document(ExportDocument) -> Exported;

        query draft::list_drafts(ListDrafts) -> Drafts reads Workspace;
        query draft::draft_at(DraftRef) -> KeptDraft reads Workspace;
        action draft::keep_draft(KeepDraft) -> DraftKept;
        action draft::discard_draft(DraftRef) -> Removed;

        query search::search(SearchRequest) -> SearchResults reads Projects Parties Scope Acceptance Documents;
        calculation search::match_phrases(MatchPhrases) -> PhraseMatches;

        query journal::list_entries(ListEntries) -> Entries reads Journal;
        query journal::entry_choices(EntryChoicesRequest) -> EntryChoices reads Journal;
        query journal::entry_changes(EntryRef) -> EntryChanges reads Journal;
        query journal::list_trails(ListTrails) -> Trails reads Journal Projects;
        query journal::verify_journal(VerifyJournal) -> ChainReport reads Journal;
        query journal::look_for_head(LookForHead) -> HeadFound reads Journal;
        action journal::export_trail(ExportTrail) -> TrailExported;
        query comparison::moments(RecordRef) -> Moments reads Journal;
        query comparison::compare(CompareRequest) -> Comparison reads Journal;
        query journal::undo_state(UndoStateRequest) -> UndoState reads Journal;
        action journal::undo(UndoRequest) -> Undone;
        action journal::redo(RedoRequest) -> Undone;
    }};
}

macro_rules! specs {
    ($($kind:ident $noun:ident::$name:ident($request:ident) -> $view:ident $(reads $($topic:ident)+)?;)*) => {
        /// Every command, in the order of the table.
        pub const COMMANDS: &[CommandSpec] = &[$(CommandSpec {
            name: stringify!($name),
            noun: stringify!($noun),
            kind: specs!(@kind $kind),
            reads: &[$($(Topic::$topic),+)?],
            request: |g| g.subschema_for::<crate::$noun::$request>(),
            view: |g| g.subschema_for::<crate::$noun::$view>(),
        }),*];
    };
    (@kind calculation) => { CommandKind::Calculation };
    (@kind workspace) => { CommandKind::Workspace };
    (@kind staged) => { CommandKind::Workspace };
    (@kind query) => { CommandKind::Query };
    (@kind action) => { CommandKind::Action };
}
command_table!(specs);

#[derive(Serialize)]
struct Row {
    name: &'static str,
    noun: &'static str,
    kind: CommandKind,
    reads: &'static [Topic],
    request: schemars::Schema,
    view: schemars::Schema,
}

#[derive(Serialize)]
struct Catalogue {
    commands: Vec<Row>,
    failure: schemars::Schema,
    reply: schemars::Schema,
    progress: schemars::Schema,
    topics: Vec<Topic>,
    #[serde(rename = "$defs")]
    defs: serde_json::Map<String, serde_json::Value>,
}

/// The whole table with JSON schemas (draft 2020-12): each row refers to shared `$defs`, so a type is described
/// once.
pub fn catalogue() -> serde_json::Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let commands = COMMANDS
        .iter()
        .map(|spec| Row {
            name: spec.name,
            noun: spec.noun,
            kind: spec.kind,
            reads: spec.reads,
            request: (spec.request)(&mut generator),
            view: (spec.view)(&mut generator),
        })
        .collect();
    let failure = generator.subschema_for::<crate::Failure>();
    let reply = generator.subschema_for::<crate::Reply>();
    let progress = generator.subschema_for::<crate::Progress>();
    let defs = generator.take_definitions(true);
    let catalogue = Catalogue { commands, failure, reply, progress, topics: Topic::ALL.to_vec(), defs };
    serde_json::to_value(catalogue).expect("schemas are plain JSON")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_and_every_query_says_what_it_reads() {
        let mut names = BTreeSet::new();
        for command in COMMANDS {
            assert!(names.insert(command.name), "{} stands twice", command.name);
            let is_query = command.kind == CommandKind::Query;
            assert_eq!(is_query, !command.reads.is_empty(), "{}", command.name);
        }
    }

    #[test]
    fn every_reference_in_the_catalogue_has_its_definition() {
        let catalogue = catalogue();
        let text = catalogue.to_string();
        for part in text.split("\"#/$defs/").skip(1) {
            let name = part.split('"').next().unwrap();
            assert!(catalogue["$defs"].get(name).is_some(), "{name}");
        }
    }
}
