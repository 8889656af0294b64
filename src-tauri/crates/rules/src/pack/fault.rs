//! Faults of a pack, each told of the place it stands in.

use crate::error::PackError;

pub(super) fn missing(place: &str, what: &str, id: &str) -> PackError {
    PackError::NotDeclared {
        place: place.to_owned(),
        what: what.to_owned(),
        id: id.chars().take(80).collect(),
    }
}

pub(super) fn wrong(place: &str, what: &str) -> PackError {
    PackError::WrongType { place: place.to_owned(), what: what.to_owned() }
}
