//! The texts that a document prints, each where it stands in the record.

use hefu_api::text::TextPlace;
use hefu_domain::document::PlacedText;
use hefu_domain::party::Organisation;
use hefu_domain::project::Project;
use hefu_domain::text::Text;
use hefu_domain::text::parity::PartyNames;
use hefu_store::{Reader, Record};
use uuid::Uuid;

use crate::failure::CommandError;

/// A text that the document prints, where it stands in the record.
pub(super) struct Placed {
    pub place: TextPlace,
    pub record: Uuid,
    pub label: String,
    pub text: Text,
}

#[derive(Default)]
pub(super) struct Texts(Vec<Placed>);

impl Texts {
    /// The text in this column of a record.
    pub(super) fn add<R: Record>(&mut self, field: &'static str, record: &R, label: &str, text: &Text) {
        let place = TextPlace { noun: R::NOUN, field };
        let placed = Placed { place, record: record.key(), label: label.to_owned(), text: text.clone() };
        self.0.push(placed);
    }

    /// Each with its place among them, from 0.
    pub(super) fn placed(&self) -> Vec<PlacedText<'_, usize>> {
        let texts = self.0.iter().enumerate();
        texts.map(|(place, placed)| PlacedText { place, text: &placed.text }).collect()
    }

    /// The text at this place; none when there are fewer.
    pub(super) fn at(&self, place: usize) -> Option<&Placed> {
        self.0.get(place)
    }
}

/// The organisations that are the parties of a project, the client first.
pub(super) fn organisations(
    reader: &Reader<'_>,
    project: &Project,
) -> Result<Vec<Organisation>, CommandError> {
    let parties = [Some(project.client), Some(project.vendor), project.supervisor];
    Ok(parties.into_iter().flatten().map(|id| reader.one(id.0)).collect::<Result<_, _>>()?)
}

/// Names that must be the same on both sides of a text.
pub(super) fn names(organisations: &[Organisation]) -> Vec<PartyNames> {
    let of = |o: &Organisation| PartyNames {
        en: vec![o.name.en.words.clone(), o.short_name.en.words.clone()],
        zh: vec![o.name.zh.words.clone(), o.short_name.zh.words.clone()],
    };
    organisations.iter().map(of).collect()
}
