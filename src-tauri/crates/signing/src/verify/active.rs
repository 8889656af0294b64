//! What acts, or lets a page show now one thing and now another. Of a document in which it stands it is not fixed what a
//! reader sees.

use lopdf::{Dictionary, Object};

use crate::verify::parts::dictionaries;

/// Keys that act, whatever their value.
const KEYS: [&[u8]; 18] = [
    b"AA",
    b"JS",
    b"JavaScript",
    b"OpenAction",
    b"XFA",
    b"OCProperties",
    b"OC",
    b"URI",
    b"Launch",
    b"NeedAppearances",
    b"RichMediaContent",
    b"RichMediaSettings",
    b"Collection",
    b"Requirements",
    b"AlternatePresentations",
    b"Renditions",
    b"PresSteps",
    b"PA",
];

/// Kinds of action, by their `/S`. No part of a structure tree is named so.
const ACTIONS: [&[u8]; 20] = [
    b"GoTo",
    b"GoToR",
    b"GoToE",
    b"GoToDp",
    b"Launch",
    b"Thread",
    b"URI",
    b"Sound",
    b"Movie",
    b"Hide",
    b"Named",
    b"SubmitForm",
    b"ResetForm",
    b"ImportData",
    b"JavaScript",
    b"SetOCGState",
    b"Rendition",
    b"Trans",
    b"GoTo3DView",
    b"RichMediaExecute",
];

/// What plays, by its `/Subtype` or `/Type`.
const PLAYED: [&[u8]; 8] = [b"Movie", b"Sound", b"Screen", b"RichMedia", b"3D", b"PS", b"OCG", b"OCMD"];

/// Keys by which a stream is not what lies in it: another file's bytes, another file's page, a picture elsewhere.
const ELSEWHERE: [&[u8]; 4] = [b"F", b"Ref", b"OPI", b"PS"];

/// The key that acts, or the kind of an action, in an object and in what lies directly in it.
pub(super) fn key(object: &Object) -> Option<String> {
    if let Object::Stream(stream) = object
        && let Some(key) = ELSEWHERE.iter().find(|key| stream.dict.has(key))
    {
        return Some(named(key));
    }
    dictionaries(object).into_iter().find_map(of_dictionary).map(named)
}

fn of_dictionary(dictionary: &Dictionary) -> Option<&[u8]> {
    let kind = |key: &[u8], kinds: &[&[u8]]| {
        let name = dictionary.get(key).and_then(Object::as_name).ok()?;
        kinds.contains(&name).then_some(name)
    };
    let acting = dictionary.iter().find(|(key, value)| KEYS.contains(&key.as_slice()) && !value.is_null());
    kind(b"S", &ACTIONS)
        .or_else(|| kind(b"Subtype", &PLAYED))
        .or_else(|| kind(b"Type", &PLAYED))
        .or_else(|| acting.map(|(key, _)| key.as_slice()))
}

fn named(key: &[u8]) -> String {
    String::from_utf8_lossy(key).into_owned()
}
