//! Finding by a few words in either language. One form for what is kept and what is typed (`fold`), the tokens a
//! record is kept under (`tokens`), what is asked of them (`query`), and how well a record answers (`finding`).

mod finding;
mod fold;
mod group;
mod query;
mod reading;
mod tokens;
mod vocabulary;

#[cfg(test)]
mod tests;

pub use finding::{Field, Finding, Match, Piece, Quality, Standing, cut, pieces};
pub use group::Group;
pub use query::{MOST_LETTERS, Query, Reach, Wanted};
pub use tokens::{VERSION, tokens, words};
pub use vocabulary::Vocabulary;
