//! Every sentence a person reads, in both languages, as typed functions.
//!
//! The texts are the Fluent files in `i18n/en` and `i18n/zh-CN`. Each message `journal-document-issued`
//! becomes `journal_document_issued(language, …)` with one argument per variable, in the order in which the
//! English text first uses them; an attribute `.label` becomes `…_label`. The build fails when an id or a
//! variable is missing in one language. Codes that cross the line at run time are said by [`say`].

pub mod shown;

use hefu_paper_words::Words;
pub use hefu_paper_words::{Arg, Language};

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

static WORDS: Words = Words::new(CATALOGUE, EN, ZH);

/// What a message says, by the id that came over the line: `id` or `id.attribute`. None when there is no such message
/// or one of its variables is not among `args`; more arguments than needed do no harm.
pub fn say(language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    WORDS.say(language, id, args)
}

fn format(language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    WORDS.format(language, id, args)
}
