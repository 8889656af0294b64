//! Numbers in English words, and in digits with English scales.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::reading::{Manner, Number, Side, patterns};

patterns! {
    WORD = r"[A-Za-z]+";
    SCALED = r"(?i)(?P<n><N>)[ -]?(?P<scale>hundred|thousand|million|billion|trillion|dozen|lakhs?|crores?|mil|mio|mln|juta|miliar|ribu)\b";
    SPAN_SCALED = r"(?i)(?P<f><N>) ?(?:-|~|to|or) ?<N>[ -]?(?P<scale>thousand|million|billion|trillion|lakhs?|crores?)\b";
    TWICE = r"(?P<a><N>) ?\((?P<b><N>)\)";
}

fn ones(word: &str) -> Option<u64> {
    const WORDS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    WORDS.iter().position(|each| *each == word).map(|at| at as u64)
}

fn tens(word: &str) -> Option<u64> {
    const WORDS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    WORDS.iter().position(|each| *each == word).map(|at| at as u64 * 10 + 20)
}

fn ordinal(word: &str) -> Option<u64> {
    const WORDS: [&str; 20] = [
        "",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
    ];
    const TENS: [&str; 8] = [
        "twentieth",
        "thirtieth",
        "fortieth",
        "fiftieth",
        "sixtieth",
        "seventieth",
        "eightieth",
        "ninetieth",
    ];
    let place = |words: &[&str]| words.iter().position(|each| *each == word).map(|at| at as u64);
    place(&WORDS).or_else(|| place(&TENS).map(|at| at * 10 + 20))
}

fn large(word: &str) -> Option<u64> {
    Some(match word {
        "hundred" => 100,
        "thousand" => 1_000,
        "million" => 1_000_000,
        "billion" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => return None,
    })
}

/// Puts numbers where words and scales stand: `twenty-one`, `two hundred and five`, `3.24 million`, `a dozen`,
/// `fifteen (15)`.
pub(crate) fn read(side: &mut Side) {
    let text = side.text();
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let at = |byte: usize| starts.partition_point(|start| *start < byte);
    let words: Vec<(String, Range<usize>)> = WORD
        .find_iter(&text)
        .map(|found| (found.as_str().to_lowercase(), at(found.start())..at(found.end())))
        .collect();
    let mut next = 0;
    while next < words.len() {
        match number(&words[next..], side) {
            Some((count, value, manner)) => {
                let range = words[next].1.start..words[next + count - 1].1.end;
                side.put_number(range, Number { value: Decimal::from(value), otherwise: None, manner });
                next += count;
            }
            None => next += 1,
        }
    }
    for pattern in [&SPAN_SCALED, &SCALED, &SCALED] {
        side.cut_numbers(pattern, |found| {
            let number = found
                .number("n")
                .or_else(|| found.number("f"))
                .filter(|number| number.manner != Manner::Ordinal)?;
            let by = match found.text("scale")?.to_lowercase().as_str() {
                "hundred" => 100,
                "thousand" | "ribu" => 1_000,
                "billion" | "miliar" => 1_000_000_000,
                "trillion" => 1_000_000_000_000,
                "dozen" => 12,
                "lakh" | "lakhs" => 100_000,
                "crore" | "crores" => 10_000_000,
                _ => 1_000_000_u64,
            };
            Some(Number {
                value: number.value.checked_mul(by.into())?.normalize(),
                otherwise: None,
                ..number
            })
        });
    }
    said_twice(side);
}

/// `fifteen (15)` is one number.
pub(crate) fn said_twice(side: &mut Side) {
    side.cut_numbers(&TWICE, |found| {
        let (a, b) = (found.number("a")?, found.number("b")?);
        let is_spelled = (a.manner == Manner::Digits) != (b.manner == Manner::Digits);
        (a.value == b.value && is_spelled).then_some(Number { manner: Manner::Words, ..a })
    });
}

/// Whether `second` is the unit of time: behind a number, `per` and their like.
fn is_unit(words: &[(String, Range<usize>)], at: usize, side: &Side) -> bool {
    const BEFORE: [&str; 7] = ["per", "each", "every", "any", "one", "split", "half"];
    let Some((word, range)) = words.get(at) else { return false };
    if word != "second" {
        return false;
    }
    let before = side.before(range.start, 12);
    let last = before.trim_end_matches([' ', '-']);
    let word: String = last
        .chars()
        .rev()
        .take_while(char::is_ascii_alphabetic)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let is_number = last.ends_with(|c: char| c.is_ascii_digit() || c == '/')
        || ones(&word).is_some()
        || tens(&word).is_some();
    let after = side.after(range.end, 12);
    let next =
        after.trim_start().split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default().to_owned();
    let ends = [
        "", "or", "after", "before", "later", "and", "at", "of", "per", "in", "on", "for", "to", "is",
        "from", "with", "when", "if",
    ];
    let is_behind_article =
        matches!(word.as_str(), "a" | "the") && word == "a" && ends.contains(&next.as_str());
    BEFORE.contains(&word.as_str()) || is_number || is_behind_article
}

/// How many words a number takes, what it is, and whether it is an ordinal.
fn number(words: &[(String, Range<usize>)], side: &Side) -> Option<(usize, u64, Manner)> {
    let word = |at: usize| words.get(at).map(|(word, _)| word.as_str());
    let joined = |at: usize| {
        let (Some(before), Some(after)) = (words.get(at - 1), words.get(at)) else { return false };
        (before.1.end + 1 == after.1.start) && matches!(side.left(before.1.end), Some(' ' | '-'))
    };
    let (mut total, mut section, mut count) = (0_u64, 0_u64, 0);
    let first = word(0)?;
    if matches!(first, "a" | "an") && joined(1) {
        if word(1) == Some("dozen") {
            return Some((2, 12, Manner::Words));
        }
        word(1).and_then(large)?;
        (section, count) = (1, 1);
    }
    loop {
        let is_and = count > 0 && word(count) == Some("and") && section % 100 == 0 && section + total > 0;
        let at = count + usize::from(is_and);
        if at > 0 && !(joined(at) && (at == count || joined(count))) {
            break;
        }
        let Some(next) = word(at) else { break };
        let free = section % 100;
        if let Some(value) = ordinal(next).filter(|_| !is_unit(words, at, side)) {
            let fits =
                count == 0 || (free == 0 && at == count) || (free >= 20 && free % 10 == 0 && value < 10);
            if !fits || (count > 0 && free == 0 && section == 0) {
                break;
            }
            return Some((at + 1, total + section + value, Manner::Ordinal));
        }
        if let Some(value) = ones(next) {
            let fits = count == 0 || free == 0 || (free >= 20 && free % 10 == 0 && value < 10 && value > 0);
            if !fits {
                break;
            }
            section += value;
        } else if let Some(value) = tens(next) {
            if free != 0 {
                break;
            }
            section += value;
        } else if let (Some(value), true) = (large(next), count > 0 && at == count) {
            if value == 100 {
                if section >= 100 {
                    break;
                }
                section *= 100;
            } else {
                total += section.checked_mul(value)?;
                section = 0;
            }
        } else {
            break;
        }
        count = at + 1;
    }
    let is_article = count == 1 && matches!(first, "a" | "an");
    (count > 0 && !is_article).then_some((count, total + section, Manner::Words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::Tongue;

    fn numbers(words: &str) -> Vec<(String, Manner)> {
        let mut side = Side::new(words, Tongue::English);
        read(&mut side);
        let found = (0..words.chars().count()).filter_map(|at| side.number_at(at).cloned());
        found.map(|number| (number.value.to_string(), number.manner)).collect()
    }

    #[test]
    fn words_are_numbers() {
        for (words, expected) in [
            ("twenty-one days", "21"),
            ("two hundred and five", "205"),
            ("one hundred", "100"),
            ("a dozen of them", "12"),
            ("three million two hundred forty thousand", "3240000"),
            ("two and three", "2 3"),
            ("five six", "5 6"),
            ("nineteen", "19"),
            ("hundreds of rows", ""),
            ("a thousand and one", "1001"),
            ("none of these", ""),
        ] {
            let found: Vec<String> = numbers(words).into_iter().map(|(value, _)| value).collect();
            assert_eq!(found.join(" "), expected, "{words}");
        }
    }

    #[test]
    fn ordinals_are_told_apart() {
        for (words, value) in [("third", "3"), ("twenty-first", "21"), ("one hundred tenth", "110")] {
            let found = numbers(words);
            assert_eq!(found.len(), 1, "{words}: {found:?}");
            assert_eq!(found[0].0, value);
        }
        assert_eq!(numbers("third")[0].1, Manner::Ordinal);
    }
}
