//! The words of papers, in both languages, as typed functions: `i18n/<language>/documents` and nothing else, so that a
//! word of the window that changes rebuilds neither documents nor commands nor the shell. And how words of whatever
//! files are said, which `hefu-messages` uses for all of them.

mod arg;
mod words;

pub use arg::Arg;
pub use words::Words;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

static WORDS: Words = Words::new(CATALOGUE, EN, ZH);

/// What a message says, by an id that follows from a code: none when there is no such message or one of its variables is
/// not among `args`.
pub fn say(language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    WORDS.say(language, id, args)
}

fn format(language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
    WORDS.format(language, id, args)
}

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
