//! Two languages agree when they say the same messages with the same variables.

use super::catalogue::{Catalogue, Message};

/// A message that both languages have.
#[derive(Debug)]
pub(crate) struct Agreed<'a> {
    /// `id` or `id.attribute`.
    pub(crate) id: &'a str,
    pub(crate) en: &'a Message,
    pub(crate) zh: &'a Message,
}

/// The messages both languages have, by id; or one sentence for every id or variable that one of them
/// lacks. Terms (`-name`) are a language's own business.
pub(crate) fn agree<'a>(en: &'a Catalogue, zh: &'a Catalogue) -> Result<Vec<Agreed<'a>>, Vec<String>> {
    let mut agreed = Vec::new();
    let mut reasons = Vec::new();
    for (here, there) in [(en, zh), (zh, en)] {
        for (id, message) in here.messages.iter().filter(|(id, _)| !id.starts_with('-')) {
            let Some(other) = there.messages.get(id) else {
                reasons.push(format!("i18n/{} has `{id}`, which {} lacks", message.file, there.tag));
                continue;
            };
            for name in message.variables.iter().filter(|name| !other.variables.contains(name)) {
                reasons.push(format!(
                    "i18n/{}: `{id}` uses ${name}, which i18n/{} does not",
                    message.file, other.file
                ));
            }
            if here.tag == en.tag {
                agreed.push(Agreed { id, en: message, zh: other });
            }
        }
    }
    if reasons.is_empty() { Ok(agreed) } else { Err(reasons) }
}

/// Refuses an id of a paper that stands in another's file: `documents/acceptance-report.ftl` has
/// `document-acceptance-report-…` and nothing else, so that what a kind says is found where the kind is.
pub(crate) fn placed(messages: &[Agreed<'_>]) -> Result<(), Vec<String>> {
    let files = messages.iter().flat_map(|each| [(each.id, &each.en.file), (each.id, &each.zh.file)]);
    let strays = files.filter_map(|(id, file)| {
        let (_, name) = file.split_once("/documents/")?;
        let own = format!("document-{}-", name.strip_suffix(".ftl")?);
        (!id.starts_with(&own)).then(|| format!("i18n/{file}: `{id}` does not begin with `{own}`"))
    });
    let strays: Vec<String> = strays.collect();
    if strays.is_empty() { Ok(()) } else { Err(strays) }
}
