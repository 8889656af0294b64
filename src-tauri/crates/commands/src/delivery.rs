//! The rules of running a project, asked with plain facts.

use hefu_api::Failure;
use hefu_api::calendar::CalendarChoice;
use hefu_api::delivery::{
    ApprovalsTracked, ChangesWeighed, CheckRaci, CheckServiceLevels, EvaluateGate, FindNotices,
    GateEvaluated, LifecycleList, ListLifecycles, MapStakeholders, MeasureProcess, NoticesFound,
    PartnersRated, ProcessMeasured, RaciChecked, RatePartners, RisksScored, ScoreRisks, ServiceLevelsChecked,
    StakeholdersMapped, SupplierPaymentDate, SupplierPaymentDated, TrackApprovals, WeighChanges,
};
use hefu_api::failure::Problem;
use hefu_delivery::risk::{MatrixError, RiskError};
use hefu_delivery::{
    approval, change, gate, partner, process, raci, risk, service_level, small_supplier, stakeholder,
};
use hefu_domain::calendar::Calendar;

use crate::calendar::chosen;
use crate::failure::{CommandError, invalid, of_money};
use crate::library;
use crate::session::OnProgress;

pub(crate) fn evaluate_gate(request: EvaluateGate, _: OnProgress<'_>) -> Result<GateEvaluated, CommandError> {
    let EvaluateGate { conditions, facts, waivers, today } = request;
    Ok(GateEvaluated { stands: gate::evaluate(&conditions, &facts, &waivers, today) })
}

pub(crate) fn list_lifecycles(_: ListLifecycles, _: OnProgress<'_>) -> Result<LifecycleList, CommandError> {
    Ok(LifecycleList { lifecycles: library::lifecycles().clone() })
}

pub(crate) fn score_risks(request: ScoreRisks, _: OnProgress<'_>) -> Result<RisksScored, CommandError> {
    let register = risk::score(&request.matrix, &request.risks, request.today);
    Ok(RisksScored { register: register.map_err(|error| of_risk(&error))? })
}

pub(crate) fn weigh_changes(
    request: WeighChanges,
    _: OnProgress<'_>,
) -> Result<ChangesWeighed, CommandError> {
    let stand = change::stand(&request.changes).map_err(|error| of_money("change", &error))?;
    Ok(ChangesWeighed { stand })
}

pub(crate) fn track_approvals(
    request: TrackApprovals,
    _: OnProgress<'_>,
) -> Result<ApprovalsTracked, CommandError> {
    let calendar = calendar(&request.calendars)?;
    Ok(ApprovalsTracked { approvals: approval::stand(&request.approvals, &calendar, request.today) })
}

pub(crate) fn find_notices(request: FindNotices, _: OnProgress<'_>) -> Result<NoticesFound, CommandError> {
    Ok(NoticesFound { notices: hefu_notices::new(&request.facts, &request.raised) })
}

pub(crate) fn measure_process(
    request: MeasureProcess,
    _: OnProgress<'_>,
) -> Result<ProcessMeasured, CommandError> {
    let MeasureProcess { entries, projects, calendars, today, changed } = request;
    let process = process::measure(&entries, &projects, &calendar(&calendars)?, today);
    let comparisons = changed.map(|day| process::compare(&process.steps, day));
    Ok(ProcessMeasured { process, comparisons })
}

pub(crate) fn check_raci(request: CheckRaci, _: OnProgress<'_>) -> Result<RaciChecked, CommandError> {
    Ok(RaciChecked { faults: raci::faults(&request.packages) })
}

pub(crate) fn map_stakeholders(
    request: MapStakeholders,
    _: OnProgress<'_>,
) -> Result<StakeholdersMapped, CommandError> {
    Ok(StakeholdersMapped { stakeholders: stakeholder::stand(&request.stakeholders, request.today) })
}

pub(crate) fn rate_partners(request: RatePartners, _: OnProgress<'_>) -> Result<PartnersRated, CommandError> {
    let calendar = calendar(&request.calendars)?;
    Ok(PartnersRated { partners: partner::records(&request.partners, &calendar, request.today) })
}

pub(crate) fn check_service_levels(
    request: CheckServiceLevels,
    _: OnProgress<'_>,
) -> Result<ServiceLevelsChecked, CommandError> {
    Ok(ServiceLevelsChecked { levels: service_level::stand(&request.levels, &request.measured) })
}

pub(crate) fn supplier_payment_date(
    request: SupplierPaymentDate,
    _: OnProgress<'_>,
) -> Result<SupplierPaymentDated, CommandError> {
    let due = small_supplier::due(&request.payment, &calendar(&request.calendars)?);
    Ok(SupplierPaymentDated { due })
}

/// The calendar of all that are chosen together.
fn calendar(choices: &[CalendarChoice]) -> Result<Calendar, CommandError> {
    let union = Calendar::union(&chosen(choices)?);
    Ok(union.ok_or_else(|| invalid("calendar", "calendar", Problem::OutOfRange))?)
}

pub(crate) fn of_risk(error: &RiskError) -> Failure {
    match error {
        RiskError::Matrix(
            MatrixError::Size(_)
            | MatrixError::BandOrder(_)
            | MatrixError::NoBandFor(_)
            | MatrixError::Scores
            | MatrixError::Likelihood,
        ) => invalid("risk_matrix", "number", Problem::OutOfRange),
        RiskError::Matrix(MatrixError::NoBand) => invalid("risk_matrix", "name", Problem::Blank),
        RiskError::Money(error) => of_money("risk", error),
    }
}
