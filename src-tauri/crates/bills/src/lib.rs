//! Cloud bills as providers export them: FOCUS 1.0 to 1.4, Tencent, Alibaba and Huawei, as CSV or CSV in gzip.
//!
//! A file is read a row at a time and never held; sums are exact; what is wrong with a row is told with its number and
//! never mended. Headings are matched by what they say, in either language, and never by their place.

mod column;
mod finding;
mod month;
mod read;
mod scan;
mod source;
mod sum;
mod usage;
mod value;
mod view;

pub use column::{Column, Form};
pub use finding::{Fault, Finding};
pub use read::{BillError, Read, ReadBill, again, read};
pub use usage::{FocusUsage, UsageKey, UsageSum, usage_of_focus};
pub use view::{Bill, BillMonth, CategoryTotal, Heading, InvoiceTotal, MonthRelation, Total};
