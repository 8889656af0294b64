//! Saying the messages of a catalogue: its files are parsed when a language is first asked for.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use crate::{Arg, Language};

type Bundle = FluentBundle<FluentResource>;

/// Messages that the build has found to agree in both languages.
pub struct Words {
    catalogue: &'static [(&'static str, &'static [&'static str])],
    en: &'static [&'static str],
    zh: &'static [&'static str],
    english: OnceLock<Bundle>,
    chinese: OnceLock<Bundle>,
}

impl Words {
    /// `catalogue` is every id with the variables it needs, in the order of the ids; `en` and `zh` are the files.
    pub const fn new(
        catalogue: &'static [(&'static str, &'static [&'static str])],
        en: &'static [&'static str],
        zh: &'static [&'static str],
    ) -> Self {
        Self { catalogue, en, zh, english: OnceLock::new(), chinese: OnceLock::new() }
    }

    /// What a message says, by the id that came over the line: `id` or `id.attribute`. None when there is no
    /// such message or one of its variables is not among `args`; more arguments than needed do no harm.
    pub fn say(&self, language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
        let at = self.catalogue.binary_search_by_key(&id, |(known, _)| known).ok()?;
        let given = |variable: &&str| args.iter().any(|(name, _)| name == variable);
        self.catalogue[at].1.iter().all(given).then(|| self.format(language, id, args))
    }

    /// What a message of the catalogue says; the build has proved that it exists in both languages and that
    /// `args` fills its variables.
    ///
    /// # Panics
    /// When the id is not of the catalogue.
    pub fn format(&self, language: Language, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let bundle = match language {
            Language::En | Language::Pseudo => self.english.get_or_init(|| bundle(langid!("en"), self.en)),
            Language::Zh => self.chinese.get_or_init(|| bundle(langid!("zh-CN"), self.zh)),
        };
        let (id, attribute) = id.split_once('.').map_or((id, None), |(id, attribute)| (id, Some(attribute)));
        let message = bundle.get_message(id).expect("the build checked that the message exists");
        let pattern = match attribute {
            Some(name) => message.get_attribute(name).map(|attribute| attribute.value()),
            None => message.value(),
        };
        let pattern = pattern.expect("the build checked that the message says something");
        let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, value(arg))).collect();
        let said = bundle.format_pattern(pattern, Some(&args), &mut Vec::new());
        match language {
            Language::Pseudo => format!("«{said}»"),
            Language::En | Language::Zh => said.into_owned(),
        }
    }
}

fn value<'a>(arg: &'a Arg<'_>) -> FluentValue<'a> {
    match arg {
        Arg::Words(words) => FluentValue::from(words.as_ref()),
        Arg::Count(count) => FluentValue::from(*count),
    }
}

fn bundle(language: LanguageIdentifier, sources: &[&str]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // The marks that isolate a variable's direction would be found in every document and export.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(|value, _| match value {
        FluentValue::Number(number) if number.options.use_grouping => Some(group(&number.as_string())),
        _ => None,
    }));
    bundle.add_builtins().expect("a new bundle has no function of that name");
    for source in sources {
        let resource = FluentResource::try_new((*source).to_owned()).expect("the build parsed this file");
        bundle.add_resource(resource).expect("the build refused ids defined twice");
    }
    bundle
}

/// Digits in groups of three, as both languages write them and as the window's runtime does.
fn group(number: &str) -> String {
    let (whole, fraction) = number.split_at(number.find('.').unwrap_or(number.len()));
    let first = whole.find(|each: char| each.is_ascii_digit()).unwrap_or(0);
    let mut grouped = whole[..first].to_owned();
    for (at, digit) in whole[first..].char_indices() {
        if at > 0 && (whole.len() - first - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped + fraction
}

#[cfg(test)]
mod tests {
    use super::group;

    #[test]
    fn digits_are_grouped_in_threes() {
        let cases = [("0", "0"), ("999", "999"), ("1000", "1,000"), ("-12345678.5", "-12,345,678.5")];
        for (plain, grouped) in cases {
            assert_eq!(group(plain), grouped);
        }
    }
}
