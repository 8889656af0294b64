//! Rules as data. A pack is a TOML file of rules with their sources, dates and tests; this crate reads it, asks it, and
//! says why. It knows no clock and no file, and runs nothing that a pack brings along: conditions are comparisons.
//!
//! Truth has three values, and an unknown fact is asked for only when its answer can change the decision.

pub mod cases;
mod checklist;
mod classify;
mod condition;
mod error;
mod evaluate;
mod facts;
mod form;
mod level;
pub mod lint;
mod pack;
mod question;
mod replay;
mod route;
mod selftest;
mod shadow;
mod shelf;
mod shipped;
mod subject;
mod trace;
mod value;
mod weigh;

pub use checklist::{Applies, CHECKLIST, Checklist, Gate, Item, Repeat, Weight};
pub use classify::{Classified, ClassifiedRow, Reason, classify};
pub use error::{FactError, PackError};
pub use evaluate::{Asked, Decision, Due, ENGINE, Evaluation, Standing, decide, evaluate};
pub use facts::{Answer, Facts};
pub use form::{Citation, Clock, Combine, Confidence, Fact, Of, Outcome, Source, Status, Window};
pub use level::{Level, Permission, Use, is_home};
pub use pack::{LEVELS, MOST_BYTES, Pack, PackRef};
pub use replay::{Replayed, replay};
pub use route::{Demand, Placement, PlacementRow, Restriction, Routed, RoutedRow, route};
pub use selftest::Failed;
pub use shadow::{Change, Shadow, ShadowRow, Stand, shadow};
pub use shelf::{Reach, Shelf};
pub use shipped::{DIGESTS, SHIPPED, digests};
pub use subject::{AskedOf, Context, MOST_SUBJECTS, Subject, SubjectError, SubjectKind};
pub use trace::{Compared, Step};
pub use value::{FactType, FactValue, Span, SpanUnit, Truth, Value};
