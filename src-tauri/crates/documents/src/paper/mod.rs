//! The frame of papers: what every paper has whatever it says, and how one is made of facts. A kind of paper, in
//! [`kinds`](crate::kinds), brings its facts and its sections; nothing here knows any of them.

pub(crate) mod cells;
mod composer;
mod cover;
pub mod front;
mod furniture;
mod logo;
mod masthead;
mod parties;
pub(crate) mod record;
mod render;
pub(crate) mod sheet;
mod signing;
pub(crate) mod table;
pub(crate) mod text;
pub(crate) mod typography;
pub(crate) mod words;

use hefu_domain::text::Language;
use hefu_paper_words as messages;
use serde_json::Value;

pub use composer::Composer;
pub use front::{Contract, Front, Logo, Money, Paragraph, Party, PartyRole, Signer};
pub use render::{LaidOut, render, render_with};

use sheet::Sheet;
use words::{Phrase, tongue};

/// A kind of paper: its form, and its facts as the reader may see them. There is no field for anything internal in the
/// facts of any kind, so that none can be printed.
pub trait Kind: Sync {
    fn form(&self) -> Form;

    /// What every paper has.
    fn front(&self) -> &Front;

    /// All facts, the front's among them, as the evidence record keeps them under `report`.
    ///
    /// # Errors
    /// A fact that JSON cannot hold.
    fn facts(&self) -> Result<Value, serde_json::Error>;

    /// Sets the sections between opening and closing.
    fn body(&self, paper: &mut Composer<'_>);
}

/// How papers of a kind are made.
#[derive(Clone, Copy)]
pub struct Form {
    /// The kind as the evidence record names it: `acceptance_report`.
    pub(crate) code: &'static str,
    /// What a sentence calls the paper: `report`, 报告.
    pub(crate) noun: Phrase,
    pub(crate) sheet: Sheet,
    pub(crate) opening: Opening,
    pub(crate) closing: Closing,
}

impl Form {
    /// What the paper's day is called: of issue, where it is issued.
    fn dated(&self) -> Phrase {
        match self.closing {
            Closing::Signatures => messages::document_paper_issued,
            Closing::Open => messages::document_paper_as_of,
        }
    }

    /// That the facts are attached, in a sentence.
    fn attached(&self, language: Language) -> String {
        let speak = tongue(language);
        messages::document_paper_record_attachment(speak, (self.noun)(speak))
    }
}

/// What a paper begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opening {
    /// A page of its own.
    Cover,
    /// The title above the first section, on the same page.
    Masthead,
}

/// What a paper ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Closing {
    /// The pages that are signed.
    Signatures,
    /// Nothing: nobody signs it.
    Open,
}
