//! Every sentence a person reads, in both languages, as typed functions.
//!
//! The texts are the Fluent files in `i18n/en` and `i18n/zh-CN`. Each message `journal-document-issued`
//! becomes `journal_document_issued(language, …)` with one argument per variable, in the order in which the
//! English text first uses them; an attribute `.label` becomes `…_label`. The build fails when an id or a
//! variable is missing in one language. Codes that cross the line at run time are said by [`say`].

mod arg;
mod bundle;

pub use arg::Arg;
use bundle::format;
pub use bundle::say;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A language a reader reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    En,
    Zh,
    /// English with every message in «brackets»: shows text that does not come from here.
    Pseudo,
}

impl Language {
    /// The two languages of people.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// The BCP 47 tag: `en`, `zh-CN`, or `en-x-pseudo`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
            Self::Pseudo => "en-x-pseudo",
        }
    }
}
