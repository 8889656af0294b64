//! The words between the elements of a document.

use quick_xml::events::Event;

/// Adds what an event says: letters, or one letter by its number or name.
pub(super) fn push(words: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(text) => words.push_str(text.as_ref()),
        Event::CData(text) => words.push_str(text.as_ref()),
        Event::GeneralRef(reference) => {
            if let Some(plain) = quick_xml::escape::resolve_predefined_entity(reference.as_ref()) {
                words.push_str(plain);
            } else if let Ok(Some(letter)) = reference.resolve_char_ref() {
                words.push(letter);
            }
        }
        _ => {}
    }
}
