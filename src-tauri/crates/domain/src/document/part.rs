//! The parts of a paper that hold free text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The parts of papers that hold free text, in the order they are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    Basis,
    Scope,
    Schedule,
    Tests,
    TrialRun,
    Compliance,
    Training,
    OpenIssues,
    Payment,
    Conclusion,
    Signature,
    /// Why the vendor does not sign: with this, no signature of its own is asked for. One a document, as the next two.
    VendorDoesNotSign,
    ClientDoesNotSign,
    SupervisorDoesNotSign,
    Language,
}

impl Part {
    /// The part as it is kept: `trial_run`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Basis => "basis",
            Self::Scope => "scope",
            Self::Schedule => "schedule",
            Self::Tests => "tests",
            Self::TrialRun => "trial_run",
            Self::Compliance => "compliance",
            Self::Training => "training",
            Self::OpenIssues => "open_issues",
            Self::Payment => "payment",
            Self::Conclusion => "conclusion",
            Self::Signature => "signature",
            Self::VendorDoesNotSign => "vendor_does_not_sign",
            Self::ClientDoesNotSign => "client_does_not_sign",
            Self::SupervisorDoesNotSign => "supervisor_does_not_sign",
            Self::Language => "language",
        }
    }
}
