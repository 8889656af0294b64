//! The facts of an acceptance report: all that the client sees and nothing else.

use chrono::NaiveDate;
use hefu_domain::acceptance::{Blocking, Conclusion, Mark};
use hefu_domain::project::Silence;
use hefu_domain::scope::Method;
use hefu_domain::text::Text;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::paper::{Front, Money};

/// An acceptance report 验收报告, preliminary or final.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AcceptanceReport {
    #[serde(flatten)]
    pub front: Front,
    pub requirements: Vec<Requirement>,
    pub deliverables: Vec<Deliverable>,
    pub chapters: Vec<Chapter>,
    pub conclusion: Option<Conclusion>,
    pub deemed_acceptance: Option<DeemedAcceptance>,
    pub open_issues: Vec<OpenIssue>,
    pub payments: Vec<Payment>,
    pub evidence: Vec<Evidence>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    pub number: String,
    pub title: Text,
    /// Where it comes from: contract, annex, item.
    pub source: String,
    /// Numbers of the deliverables that answer it.
    pub deliverables: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deliverable {
    pub number: String,
    pub title: Text,
    pub due: Option<NaiveDate>,
    pub handed_over: Option<NaiveDate>,
}

/// A chapter of the criteria with what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    pub number: u32,
    pub title: Text,
    pub findings: Vec<Finding>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// `3.4`, of the criterion.
    pub number: String,
    pub text: Text,
    pub method: Method,
    /// Blank when nothing was measured.
    pub measured: Text,
    /// Blank when there is none.
    pub remark: Text,
    pub mark: Mark,
    /// Numbers of the evidence.
    pub evidence: Vec<String>,
    /// Number of the open issue it led to.
    pub open_issue: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeemedAcceptance {
    /// The day the notice of readiness was received.
    pub notice: NaiveDate,
    pub working_days: u32,
    /// The last day for a written opinion.
    pub last_day: NaiveDate,
    pub silence_means: Silence,
    pub clause: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenIssue {
    pub number: String,
    pub text: Text,
    /// Blank when nobody has it.
    pub owner: Text,
    pub due: Option<NaiveDate>,
    pub blocking: Blocking,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentState {
    Paid,
    /// Its trigger has happened; not paid yet.
    Due,
    /// This report's signature makes it payable.
    ReleasedByThisReport,
    /// Its trigger is still to come.
    Awaited,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    pub title: Text,
    /// Fraction of the contract amount.
    pub share: Decimal,
    pub amount: Money,
    pub state: PaymentState,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    pub number: String,
    /// Number of the criterion it supports.
    pub criterion: String,
    pub title: Text,
    pub file_name: String,
    pub date: NaiveDate,
    /// Hexadecimal; none when its bytes were not given to Hefu.
    pub sha256: Option<String>,
}

/// How many criteria have which mark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: usize,
    pub passed_with_remark: usize,
    pub failed: usize,
    pub not_tested: usize,
}

impl Tally {
    pub fn total(&self) -> usize {
        self.passed + self.passed_with_remark + self.failed + self.not_tested
    }
}

impl AcceptanceReport {
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for finding in self.chapters.iter().flat_map(|chapter| &chapter.findings) {
            match finding.mark {
                Mark::Passed => tally.passed += 1,
                Mark::PassedWithRemark => tally.passed_with_remark += 1,
                Mark::Failed => tally.failed += 1,
                Mark::NotTested => tally.not_tested += 1,
            }
        }
        tally
    }
}
