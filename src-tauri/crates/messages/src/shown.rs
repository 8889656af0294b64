//! Words that come out of a file, or out of its name, as a terminal may be shown them.

/// A line with nothing in it that a terminal obeys or that turns its direction: names must not be able to write lines of
/// their own.
pub fn line(text: &str) -> String {
    text.chars().map(|character| if is_obeyed(character) { '\u{fffd}' } else { character }).collect()
}

/// JSON that means the same. Only its strings can hold what is obeyed, save the ends of its lines.
pub fn json(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        match is_obeyed(character) && character != '\n' {
            true => shown.push_str(&format!("\\u{:04x}", u32::from(character))),
            false => shown.push(character),
        }
    }
    shown
}

/// Controls of both sets, separators of lines, and marks of direction; all of them have four digits.
fn is_obeyed(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
