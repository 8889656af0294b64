//! Work packages of a project: who answers for each, what of a partner's is late or accepted, when a partner is to be
//! paid, and how partners keep their word.

use chrono::NaiveDate;
use hefu_delivery::partner::PartnerRecord;
use hefu_delivery::raci::RaciProblem;
use hefu_delivery::small_supplier::SupplierPaymentDue;
use hefu_domain::id::{OrganisationId, ProjectId};
use hefu_domain::register::WorkPackage;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

#[derive(Debug, Deserialize, JsonSchema)]
pub struct WorkPackagesOf {
    pub project: ProjectId,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct WorkPackages {
    pub today: NaiveDate,
    /// By number.
    pub packages: Vec<WorkPackageRow>,
    /// The partners of the packages, in the order of the packages.
    pub partners: Vec<PartnerRow>,
    /// Packages of which nobody or several answer, or that nobody does.
    pub faulty: u32,
    /// Packages of partners whose day is past.
    pub late: u32,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct WorkPackageRow {
    pub record: WorkPackage,
    pub state: PackageState,
    /// What is wrong with who does and answers for it. People stand in it by their identity.
    pub faults: Vec<RaciProblem>,
    /// When the partner is to be paid; none while nothing was agreed or handed over.
    pub payment: Option<SupplierPaymentDue>,
}

/// How a package stands; a package without a partner has no hand-over to be late with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PackageState {
    /// The vendor's own.
    Own,
    /// Nobody has said when it is to be handed over.
    Undated,
    Planned,
    /// It is expected after its day.
    ExpectedLate,
    /// Its day is past.
    Late,
    /// Nobody has looked at it.
    HandedOver,
    Accepted,
    AcceptedWithRemark,
    /// The last look did not let it pass.
    Returned,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct PartnerRow {
    pub organisation: OrganisationId,
    pub record: PartnerRecord,
}
