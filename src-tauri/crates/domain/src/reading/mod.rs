//! Days and figures as people type them, in either language. Nothing is guessed: what can mean two things is
//! answered with both, and what means nothing with the reason.

use unicode_normalization::UnicodeNormalization;

mod day;
mod figure;

pub use day::{Asked, DayReading, NoDay, Reckoned, Sense};
pub use figure::{Figure, FigureReading, Grouping, NoFigure};

/// Longer than anything that is a day or a figure.
const LONGEST: usize = 100;

/// One form for what two keyboards write: compatibility forms resolved, lower case, one hyphen, one stop, one space.
fn folded(typed: &str) -> Option<String> {
    if typed.chars().count() > LONGEST {
        return None;
    }
    let plain = typed.nfkc().flat_map(char::to_lowercase).map(|each| match each {
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' => '-',
        '。' | '｡' | '·' | '・' => '.',
        '、' => ',',
        '’' => '\'',
        each => each,
    });
    let plain: String = plain.collect();
    Some(plain.split_whitespace().collect::<Vec<_>>().join(" "))
}
