//! The rules by which a project is run: gates and their conditions, registers, approvals, how long things take, who
//! answers for what. Plain facts in, verdicts with their reasons out; what is not known is never taken for good.

pub mod approval;
pub mod change;
pub mod check;
pub mod gate;
pub mod lifecycle;
pub mod partner;
pub mod process;
pub mod raci;
pub mod risk;
pub mod service_level;
pub mod small_supplier;
pub mod spread;
pub mod stakeholder;
