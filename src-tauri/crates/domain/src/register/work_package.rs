//! Work packages: who does a part of the work, who answers for it, and what a partner hands over.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::kept;
use crate::acceptance::Mark;
use crate::calendar::Period;
use crate::id::{DeliverableId, OrganisationId, PersonId, WorkPackageId};
use crate::text::Words;

/// A look of the vendor at what a partner handed over. The marks are those of an acceptance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PackageLook")]
pub struct Look {
    pub on: NaiveDate,
    pub mark: Mark,
    /// Who looked.
    pub by: Option<PersonId>,
    pub remark: Words,
}

/// Who owes the partner its money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[schemars(rename = "PackagePayer")]
pub enum Payer {
    /// 机关、事业单位
    PublicBody,
    /// 大型企业
    LargeCompany,
    Other,
}

/// What is agreed of paying the partner. From it follows by when it has to be paid (Order 802 of the State Council).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PackagePayment")]
pub struct SupplierTerms {
    pub payer: Payer,
    /// Whether the partner is a small or medium-sized company; none when nobody knows.
    pub partner_is_small: Option<bool>,
    /// Days that the contract gives; none when it gives none.
    pub agreed_days: Option<u32>,
    /// Whether payment hangs on acceptance instead of delivery.
    pub on_acceptance: bool,
    /// How long after delivery acceptance may take; none when the contract does not say.
    pub acceptance_period: Option<Period>,
    /// The contract pays only once the payer was paid.
    pub pay_when_paid: bool,
    pub paid: Option<NaiveDate>,
}

kept! {
    /// A part of the work. A partner's is accepted by the vendor as a whole is by the client.
    WorkPackage(WorkPackageId) as WorkPackageFields in "WP-"
    texts { title, note }
    fields {
        /// The package that it is a part of. A part whose people are not named has those of the whole.
        part_of: Option<WorkPackageId>,
        responsible: Vec<PersonId>,
        /// One is right; none and several are told.
        accountable: Vec<PersonId>,
        consulted: Vec<PersonId>,
        informed: Vec<PersonId>,
        deliverables: Vec<DeliverableId>,
        /// Who does it outside the vendor's house; none: the vendor itself.
        partner: Option<OrganisationId>,
        /// When it is to be handed over.
        planned: Option<NaiveDate>,
        /// When that is expected now; none: as planned.
        forecast: Option<NaiveDate>,
        handed_over: Option<NaiveDate>,
        /// The oldest first.
        looks: Vec<Look>,
        payment: Option<SupplierTerms>,
    }
}

impl WorkPackage {
    /// The last look at it; none before the first.
    pub fn last_look(&self) -> Option<&Look> {
        self.looks.last()
    }

    /// Whether the last look let it pass, with or without a remark.
    pub fn is_accepted(&self) -> bool {
        self.last_look().is_some_and(Look::lets_pass)
    }

    /// When it was accepted: the day of the last look, if that let it pass.
    pub fn accepted(&self) -> Option<NaiveDate> {
        self.last_look().filter(|look| look.lets_pass()).map(|look| look.on)
    }
}

impl Look {
    pub fn lets_pass(&self) -> bool {
        matches!(self.mark, Mark::Passed | Mark::PassedWithRemark)
    }
}
