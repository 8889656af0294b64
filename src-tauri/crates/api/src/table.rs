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
    /// Whether it writes fields of a record that a person read before, and so may be told what that was: [`BASED_ON`].
    pub saves: bool,
    pub reads: &'static [Topic],
    request: fn(&mut SchemaGenerator) -> schemars::Schema,
    view: fn(&mut SchemaGenerator) -> schemars::Schema,
}

/// The field of a request that saves: after which entry of the workspace chain the record was read that is written
/// over, as the reply said by `at`. What was changed since in other fields stays; a field that both changed is refused.
pub const BASED_ON: &str = "based_on";

/// Hands the whole table to the macro `$then`, after whatever `$then` is to receive first.
///
/// A row is `kind noun::name(Request) -> View [reads Topic …];`. A `staged` one is of the kind `workspace` and leaves the
/// workspace to others while it works on what it took from it. A `computation` is of the kind `query`: it reads its facts
/// and leaves the workspace to others while it makes the view of them. A `prepared` one is of the kind `action` and reads what the
/// person gave it before it takes hold of the workspace. A `save` is of the kind `action` and writes over what a person
/// read: beside its own fields its request may have [`BASED_ON`]. A `prepared_save` is both.
#[macro_export]
macro_rules! command_table {
    ($then:ident $($first:tt)*) => { $then! { $($first)*
        calculation text::amount_in_words(AmountInWords) -> AmountWords;
        calculation text::compare_figures(CompareFigures) -> FiguresCompared;
        calculation reading::read_day(ReadDay) -> DayRead;
        calculation reading::read_figure(ReadFigure) -> FigureRead;
        calculation document::verify_file(VerifyFile) -> VerifyReport;
        calculation exchange::export_table(ExportTable) -> TableExported;
        calculation exchange::export_sheet(ExportSheet) -> SheetExported;
        calculation schedule::calculate_schedule(Plan) -> Schedule;
        calculation schedule::level_schedule(Plan) -> Levelling;
        calculation schedule::simulate_schedule(Simulation) -> Promises;
        calculation workspace::judge_passphrase(JudgePassphrase) -> PassphraseJudged;
        calculation calendar::list_calendars(ListCalendars) -> CalendarList;
        calculation calendar::show_calendar(ShowCalendar) -> CalendarShown;
        calculation calendar::working_days(WorkingDays) -> WorkingDaysCounted;
        calculation calendar::read_calendar_notice(ReadCalendarNotice) -> CalendarNoticeRead;
        calculation calendar::export_calendar(ExportCalendar) -> CalendarExported;
        calculation delivery::list_lifecycles(ListLifecycles) -> LifecycleList;
        calculation delivery::evaluate_gate(EvaluateGate) -> GateEvaluated;
        calculation delivery::find_notices(FindNotices) -> NoticesFound;
        calculation delivery::score_risks(ScoreRisks) -> RisksScored;
        calculation delivery::weigh_changes(WeighChanges) -> ChangesWeighed;
        calculation delivery::track_approvals(TrackApprovals) -> ApprovalsTracked;
        calculation delivery::measure_process(MeasureProcess) -> ProcessMeasured;
        calculation delivery::check_raci(CheckRaci) -> RaciChecked;
        calculation delivery::map_stakeholders(MapStakeholders) -> StakeholdersMapped;
        calculation delivery::rate_partners(RatePartners) -> PartnersRated;
        calculation delivery::check_service_levels(CheckServiceLevels) -> ServiceLevelsChecked;
        calculation delivery::supplier_payment_date(SupplierPaymentDate) -> SupplierPaymentDated;
        calculation rating::rate_usage(RateUsage) -> UsageRated;
        calculation rating::rate_commitment(RateCommitment) -> CommitmentRated;
        calculation rating::read_meter(ReadMeter) -> MeterRead;
        calculation rating::plan_instalments(PlanInstalments) -> InstalmentsPlanned;
        calculation rating::price_margin(PriceMargin) -> MarginPriced;
        calculation rating::attribute_costs(AttributeCosts) -> CostsAttributed;
        calculation rating::tax_rate(RateAsked) -> TaxRateView;
        calculation rating::compare_regions(CompareRegions) -> RegionsCompared;
        calculation rating::read_bill(ReadBill) -> Bill;
        calculation rules::evaluate_rules(EvaluateRules) -> RulesEvaluated;
        calculation rules::classify_workloads(ClassifyWorkloads) -> WorkloadsClassified;
        calculation rules::route_workloads(RouteWorkloads) -> WorkloadsRouted;
        calculation rules::shadow_evaluate(ShadowEvaluate) -> ShadowEvaluated;

        workspace workspace::workspace_status(WorkspaceStatus) -> WorkspaceState;
        workspace workspace::create_workspace(CreateWorkspace) -> RecoverySheet;
        workspace workspace::create_sample(CreateSample) -> OpenWorkspace;
        workspace workspace::open_workspace(OpenRequest) -> OpenWorkspace;
        workspace workspace::lock_workspace(LockWorkspace) -> WorkspaceState;
        workspace workspace::change_passphrase(ChangePassphrase) -> RecoverySheet;
        workspace workspace::change_recovery_key(ChangeRecoveryKey) -> RecoverySheet;
        workspace workspace::set_keychain(SetKeychain) -> WorkspaceState;
        workspace workspace::signing_identity(SigningIdentityRequest) -> SigningIdentity;
        save workspace::save_actor(SaveActor) -> ActorSaved;
        action workspace::confirm_clock(ConfirmClock) -> ClockConfirmed;
        workspace workspace::back_up(BackUp) -> BackupMade;
        staged workspace::rotate_backups(RotateBackups) -> BackupsRotated;
        workspace workspace::list_backups(ListBackups) -> Backups;
        workspace workspace::restore_backup(RestoreBackup) -> RestoredBackup;
        staged workspace::rehearse_restore(RehearseRestore) -> Rehearsed;
        workspace workspace::save_recovery_sheet(SaveRecoverySheet) -> RecoverySheetSaved;
        workspace update::program(ProgramRequest) -> Program;
        workspace update::inspect_update(InspectUpdate) -> UpdateView;
        workspace update::install_update(InstallUpdate) -> UpdateInstalled;
        staged workspace::export_all(ExportAll) -> AllExported;
        workspace workspace::import_all(ImportAll) -> AllImported;

        query today::today(TodayRequest) -> Today reads Projects Parties Acceptance Documents Scope Register Journal;
        action today::finish_line(FinishLine) -> LineLeft;
        action today::postpone_line(PostponeLine) -> LineLeft;
        action today::hand_over_line(HandOverLine) -> LineLeft;
        query notice::notices(NoticesRequest) -> Notices reads Projects Parties Acceptance Documents Scope Register;
        action notice::accept_notice(AcceptNotice) -> NoticeAccepted;
        action notice::dismiss_notice(DismissNotice) -> NoticeDismissed;
        query portfolio::portfolio(PortfolioRequest) -> Portfolio reads Projects Parties Acceptance Documents Scope Register;
        query project::list_projects(ListProjects) -> ProjectList reads Projects Parties Acceptance Documents Scope;
        query project::project_overview(ProjectRef) -> ProjectOverview reads Projects Parties Acceptance Documents Scope;
        save project::save_project(SaveProject) -> ProjectSaved;
        save project::set_stage(SetStage) -> ProjectSaved;
        save project::save_contract(SaveContract) -> ProjectSaved;
        save project::save_payment_milestone(SavePaymentMilestone) -> ProjectSaved;

        action project::duplicate_project(DuplicateProject) -> ProjectSaved;

        query template::list_templates(ListTemplates) -> Templates reads Projects;
        action template::save_template(SaveTemplate) -> TemplateSaved;
        save template::rename_template(RenameTemplate) -> TemplateSaved;
        action template::remove_template(TemplateRef) -> Removed;
        action template::start_project(StartProject) -> ProjectSaved;

        query party::list_parties(ListParties) -> Parties reads Parties Projects;
        save party::save_organisation(SaveOrganisation) -> OrganisationSaved;
        save party::save_person(SavePerson) -> PersonSaved;
        action party::remove_person(PersonRef) -> Removed;
        action party::edit_organisations(EditOrganisations) -> ManyEdited;
        action party::edit_people(EditPeople) -> ManyEdited;
        query party::erasure_of_person(PersonRef) -> ErasureView reads Parties Documents Acceptance Journal;
        action party::erase_person(ErasePerson) -> PersonErased;

        query vendor::vendor_profile(VendorProfileRequest) -> VendorProfileView reads Parties;
        save vendor::save_vendor_profile(SaveVendorProfile) -> VendorProfileSaved;
        prepared vendor::set_vendor_logo(SetVendorLogo) -> VendorLogoSet;
        action vendor::remove_vendor_logo(RemoveVendorLogo) -> Removed;

        query scope::scope_matrix(ScopeRequest) -> ScopeMatrix reads Scope Acceptance;
        save scope::save_requirement(SaveRequirement) -> RequirementSaved;
        action scope::remove_requirement(RequirementRef) -> Removed;
        save scope::save_deliverable(SaveDeliverable) -> DeliverableSaved;
        action scope::remove_deliverable(DeliverableRef) -> Removed;
        save scope::save_chapter(SaveChapter) -> ChapterSaved;
        save scope::save_criterion(SaveCriterion) -> CriterionSaved;
        action scope::remove_criterion(CriterionRef) -> Removed;
        action scope::edit_requirements(EditRequirements) -> ManyEdited;
        action scope::edit_deliverables(EditDeliverables) -> ManyEdited;
        action scope::edit_criteria(EditCriteria) -> ManyEdited;
        action scope::link(LinkRequest) -> Linked;
        action scope::unlink(LinkRef) -> Removed;
        action scope::confirm_link(LinkRef) -> Linked;
        query scope::list_mappings(ListMappings) -> Mappings reads Scope;
        action scope::save_mapping(SaveMapping) -> MappingSaved;
        action scope::remove_mapping(MappingRef) -> Removed;
        calculation scope::preview_import(PreviewImport) -> ImportPreview;
        computation scope::compare_import(CompareImport) -> ImportComparison reads Scope;
        prepared scope::import_table(ImportTable) -> Imported;

        query acceptance::list_rounds(ListRounds) -> RoundList reads Acceptance;
        query acceptance::acceptance_round(RoundRef) -> RoundView reads Acceptance Scope Projects Parties Documents;
        query acceptance::criterion(CriterionInRound) -> CriterionView reads Acceptance Scope Parties Journal;
        save acceptance::save_round(SaveRound) -> RoundSaved;
        save acceptance::mark_criterion(MarkCriterion) -> CriterionMarked;
        action acceptance::mark_criteria(MarkCriteria) -> ManyEdited;
        action acceptance::conclude_round(ConcludeRound) -> RoundSaved;
        save acceptance::save_open_issue(SaveOpenIssue) -> OpenIssueSaved;
        action acceptance::edit_open_issues(EditOpenIssues) -> ManyEdited;
        prepared_save acceptance::attach_evidence(AttachEvidence) -> EvidenceSaved;
        workspace acceptance::hold_image(HoldImage) -> HeldImage;
        action acceptance::attach_image(AttachImage) -> EvidenceSaved;
        action acceptance::remove_evidence(EvidenceRef) -> Removed;
        action acceptance::export_evidence(ExportEvidence) -> Exported;

        query register::list_records(ListRecords) -> RecordList reads Register;
        query register::record(KeptRef) -> KeptRecord reads Register;
        save register::save_record(SaveRecord) -> RecordSaved;
        action register::remove_record(KeptRef) -> Removed;
        query register::register_page(RegisterOf) -> RegisterView reads Register Parties Scope Projects Acceptance;
        action register::risk_happened(RiskHappened) -> RecordSaved;
        action register::decide_change(DecideChange) -> RecordSaved;

        query stakeholder::stakeholders(StakeholdersOf) -> Stakeholders reads Register Parties;
        query work_package::work_packages(WorkPackagesOf) -> WorkPackages reads Register Parties Projects Acceptance;
        query gate::gates(GatesOf) -> Gates reads Register Parties Scope Projects Acceptance Documents;
        action gate::pass_gate(PassGate) -> GatePassed;
        action gate::confirm_condition(ConfirmCondition) -> ConditionConfirmed;
        action gate::grant_waiver(GrantWaiver) -> WaiverGranted;
        action gate::end_waiver(EndWaiver) -> WaiverEnded;
        action gate::set_up_lifecycle(SetUpLifecycle) -> LifecycleSetUp;

        query presentation::present_round(PresentRound) -> PresentedRound reads Acceptance Scope Projects Parties Documents;
        computation presentation::present_photograph(PresentPhotograph) -> PresentedPhotograph reads Acceptance;
        query presentation::presenter_notes(PresenterNotesOf) -> PresenterNotes reads Acceptance Scope;
        save presentation::save_presenter_note(SavePresenterNote) -> PresenterNoteSaved;

        action text::review_text(ReviewText) -> TextReviewed;

        query document::list_documents(ListDocuments) -> DocumentList reads Documents Acceptance;
        query document::document(DocumentRef) -> DocumentView reads Documents Acceptance Scope Parties Projects;
        query document::preview_page(PreviewPage) -> PageImage reads Documents Acceptance Scope Parties Projects;
        action document::create_document(CreateDocument) -> DocumentSaved;
        action document::duplicate_document(DuplicateDocument) -> DocumentSaved;
        save document::edit_document(EditDocument) -> DocumentSaved;
        save document::save_section(SaveSection) -> SectionSaved;
        action document::remove_section(SectionRef) -> Removed;
        query document::signing_roles(SigningRolesOf) -> SigningRoles reads Documents Parties Projects;
        save document::save_signer(SaveSigner) -> SignerSaved;
        action document::remove_signer(SignerRef) -> Removed;
        action document::submit_document(DocumentRef) -> DocumentSaved;
        action document::return_document(ReturnDocument) -> DocumentSaved;
        action document::issue_document(IssueDocument) -> DocumentIssued;
        action document::sign_document(SignDocument) -> DocumentSigned;
        action document::refuse_signature(RefuseSignature) -> DocumentSaved;
        prepared document::attach_signed_copy(AttachSignedCopy) -> DocumentSaved;
        action document::supersede_document(DocumentRef) -> DocumentSaved;
        action document::void_document(VoidDocument) -> DocumentSaved;
        action document::export_document(ExportDocument) -> Exported;
        action document::export_matrix(ExportMatrix) -> Exported;

        query draft::list_drafts(ListDrafts) -> Drafts reads Workspace;
        query draft::draft_at(DraftRef) -> KeptDraft reads Workspace;
        action draft::keep_draft(KeepDraft) -> DraftKept;
        action draft::discard_draft(DraftRef) -> Removed;

        query search::search(SearchRequest) -> SearchResults reads Projects Parties Scope Acceptance Register Documents;
        calculation search::match_phrases(MatchPhrases) -> PhraseMatches;

        query journal::list_entries(ListEntries) -> Entries reads Journal;
        query journal::entry_choices(EntryChoicesRequest) -> EntryChoices reads Journal;
        query journal::entry_changes(EntryRef) -> EntryChanges reads Journal;
        query journal::list_trails(ListTrails) -> Trails reads Journal Projects;
        computation journal::verify_journal(VerifyJournal) -> ChainReport reads Journal;
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
            saves: specs!(@saves $kind),
            reads: &[$($(Topic::$topic),+)?],
            request: |g| g.subschema_for::<crate::$noun::$request>(),
            view: |g| g.subschema_for::<crate::$noun::$view>(),
        }),*];
    };
    (@kind calculation) => { CommandKind::Calculation };
    (@kind workspace) => { CommandKind::Workspace };
    (@kind staged) => { CommandKind::Workspace };
    (@kind prepared) => { CommandKind::Action };
    (@kind computation) => { CommandKind::Query };
    (@kind query) => { CommandKind::Query };
    (@kind action) => { CommandKind::Action };
    (@kind save) => { CommandKind::Action };
    (@kind prepared_save) => { CommandKind::Action };
    (@saves save) => { true };
    (@saves prepared_save) => { true };
    (@saves $kind:ident) => { false };
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
    let mut defs = generator.take_definitions(true);
    for spec in COMMANDS.iter().filter(|spec| spec.saves) {
        let name = (spec.request)(&mut generator);
        let name = name.get("$ref").and_then(|path| path.as_str()).and_then(|path| path.rsplit('/').next());
        if let Some(properties) = name.and_then(|name| defs.get_mut(name)).map(|def| &mut def["properties"]) {
            properties[BASED_ON] = serde_json::json!({
                "description": "The entry of the workspace chain after which what is written over was read.",
                "type": ["integer", "null"], "format": "uint64", "minimum": 0,
            });
        }
    }
    for schema in defs.values_mut() {
        decimals_are_text(schema);
    }
    let catalogue = Catalogue { commands, failure, reply, progress, topics: Topic::ALL.to_vec(), defs };
    serde_json::to_value(catalogue).expect("schemas are plain JSON")
}

/// A decimal crosses as text and never as a number: its schema says so.
fn decimals_are_text(schema: &mut serde_json::Value) {
    match schema {
        serde_json::Value::Object(fields) => {
            if fields.contains_key("pattern")
                && let Some(serde_json::Value::Array(types)) = fields.get_mut("type")
            {
                types.retain(|of| of != "number");
            }
            fields.values_mut().for_each(decimals_are_text);
        }
        serde_json::Value::Array(values) => values.iter_mut().for_each(decimals_are_text),
        _ => {}
    }
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
    fn a_decimal_is_text_in_every_schema() {
        fn look(schema: &serde_json::Value) {
            match schema {
                serde_json::Value::Object(fields) => {
                    let types = fields.get("type").map(ToString::to_string).unwrap_or_default();
                    assert!(!fields.contains_key("pattern") || !types.contains("number"), "{fields:?}");
                    fields.values().for_each(look);
                }
                serde_json::Value::Array(values) => values.iter().for_each(look),
                _ => {}
            }
        }
        look(&catalogue());
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
