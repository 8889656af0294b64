//! What the rating engine is asked: each command hands its facts over and says what is wrong with them.

use std::path::Path;

use hefu_api::failure::{BillProblem, RatingProblem};
use hefu_api::rating::{
    AttributeCosts, Bill, CommitmentRated, CompareRegions, CostsAttributed, InstalmentsPlanned, MarginPriced,
    MeterRead, PlanInstalments, PriceMargin, RateAsked, RateCommitment, RateUsage, ReadBill, ReadMeter,
    RegionsCompared, TaxRateView, UsageRated,
};
use hefu_api::{Failure, Progress};
use hefu_bills::BillError;
use hefu_rating::{RatingError, calculation, tax};

use crate::failure::CommandError;
use crate::given::of_unread;
use crate::library;
use crate::session::OnProgress;

impl From<RatingError> for CommandError {
    fn from(error: RatingError) -> Self {
        Self::Failure(unratable(error))
    }
}

fn unratable(error: RatingError) -> Failure {
    let (problem, what) = match error {
        RatingError::OutOfRange => (RatingProblem::OutOfRange, String::new()),
        RatingError::NotAFigure { text } => (RatingProblem::NotAFigure, text),
        RatingError::TiersNotRising { tier } => (RatingProblem::Tiers, tier.to_string()),
        RatingError::NotPositive { field } => (RatingProblem::NotPositive, field.to_owned()),
        RatingError::Negative { field } => (RatingProblem::Negative, field.to_owned()),
        RatingError::Unknown { name } => (RatingProblem::Unknown, name),
        RatingError::Repeated { name } => (RatingProblem::Repeated, name),
        RatingError::UnknownCurrency { currency } => (RatingProblem::Currency, currency),
        RatingError::Coverage { minute } => (RatingProblem::Coverage, minute.to_string()),
        RatingError::Misplaced { operation } => (RatingProblem::Misplaced, operation.name().to_owned()),
        RatingError::EmptyPeriod => (RatingProblem::Period, String::new()),
    };
    Failure::Unratable { problem, what }
}

pub(crate) fn rate_usage(request: RateUsage, _: OnProgress<'_>) -> Result<UsageRated, CommandError> {
    Ok(calculation::rate_usage(request)?)
}

pub(crate) fn rate_commitment(
    request: RateCommitment,
    _: OnProgress<'_>,
) -> Result<CommitmentRated, CommandError> {
    Ok(calculation::rate_commitment(&request)?)
}

pub(crate) fn read_meter(request: ReadMeter, _: OnProgress<'_>) -> Result<MeterRead, CommandError> {
    Ok(calculation::read_meter(&request)?)
}

pub(crate) fn plan_instalments(
    request: PlanInstalments,
    _: OnProgress<'_>,
) -> Result<InstalmentsPlanned, CommandError> {
    Ok(calculation::plan_instalments(&request)?)
}

pub(crate) fn price_margin(request: PriceMargin, _: OnProgress<'_>) -> Result<MarginPriced, CommandError> {
    Ok(calculation::price_margin(&request)?)
}

pub(crate) fn attribute_costs(
    request: AttributeCosts,
    _: OnProgress<'_>,
) -> Result<CostsAttributed, CommandError> {
    Ok(calculation::attribute_costs(&request)?)
}

pub(crate) fn tax_rate(request: RateAsked, _: OnProgress<'_>) -> Result<TaxRateView, CommandError> {
    Ok(TaxRateView { found: tax::rate_on(library::tax_rates(), &request) })
}

pub(crate) fn compare_regions(
    request: CompareRegions,
    _: OnProgress<'_>,
) -> Result<RegionsCompared, CommandError> {
    Ok(calculation::compare_regions(&request)?)
}

pub(crate) fn read_bill(request: ReadBill, report: OnProgress<'_>) -> Result<Bill, CommandError> {
    let told = hefu_bills::again(&request, &mut |done, total| report(Progress { done, total }));
    told.map_err(|(path, error)| of_bill(&path, error).into())
}

fn of_bill(path: &str, error: BillError) -> Failure {
    let problem = match error {
        BillError::Unread(error) => return of_unread(Path::new(path), error),
        BillError::Cancelled => return Failure::Cancelled,
        BillError::NoHeadings => BillProblem::NoHeadings,
        BillError::TooManyColumns { .. } => BillProblem::TooManyColumns,
        BillError::RecordTooLong => BillProblem::RecordTooLong,
        BillError::Damaged(_) => BillProblem::Damaged,
    };
    Failure::UnreadableBill { path: path.to_owned(), problem }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use hefu_rating::tax::{BuyerStatus, RateFound, SellerStatus};

    use super::*;

    #[test]
    fn the_library_knows_its_rates_and_what_it_no_longer_knows() {
        let found = |country: &str, class: &str, on: &str| {
            let asked = RateAsked {
                country: country.to_owned(),
                class: class.to_owned(),
                seller: SellerStatus::General,
                buyer: BuyerStatus::General,
                on: on.parse().unwrap(),
            };
            tax_rate(asked, &mut |_| ControlFlow::Continue(())).unwrap().found
        };
        let RateFound::Confirmed { rate, .. } = found("CN", "it_service", "2026-11-30") else {
            panic!("a rate that holds");
        };
        assert_eq!(rate.rate.to_string(), "0.06");
        assert!(matches!(found("TH", "it_service", "2026-11-30"), RateFound::NotConfirmed { .. }));
        assert!(matches!(found("VN", "it_service", "2027-01-01"), RateFound::NotConfirmed { .. }));
        assert_eq!(found("XX", "it_service", "2026-11-30"), RateFound::Unknown);
    }

    #[test]
    fn a_fault_is_a_code_with_what_it_is_about() {
        let fault = Failure::from(CommandError::from(RatingError::TiersNotRising { tier: 2 }));
        assert_eq!(fault, Failure::Unratable { problem: RatingProblem::Tiers, what: "2".to_owned() });
        let missing = ReadBill { path: "/no/such/bill.csv".to_owned(), before: Vec::new() };
        let refused = read_bill(missing, &mut |_| ControlFlow::Continue(())).unwrap_err();
        assert!(matches!(Failure::from(refused), Failure::NoFile { .. }));
    }
}
