//! What is compared as it stands: addresses, telephone numbers, identifiers and versions.

use crate::currency::codes as codes_of;
use crate::reading::{FigureKind, Reading, Side, TAKEN, patterns};
use crate::unit::meanings;
use crate::value::{Measure, Value};

patterns! {
    URL = r"https?://[!-~]*[!-~&&[^.,;:)]]|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|(?:[A-Za-z0-9-]+\.)+(?:com|net|org|cn|sg|my|th|vn|id|ph|hk|io|gov|edu|invalid)\b(?:/[!-~&&[^.,;:)]]*)?";
    NETWORK = r"(?P<f>[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:/[0-9]{1,2})?(?::[0-9]{2,5})?)(?:\.?(?:[^.0-9]|$))";
    TELEPHONE = r"\+[0-9]{1,3}[ -]?(?:\([0-9]+\))?[0-9][0-9 -]{5,}[0-9]|\b(?:400|800)-[0-9]{3,4}-[0-9]{3,4}\b|\b0[0-9]{2,3}-[0-9]{7,8}\b|\b1[3-9][0-9]{9}\b";
    SUM = r"\b(?P<l>[TDMNSL])(?P<s>\+)(?P<n>[0-9]{1,3})\b";
    STANDARD = r"(?:^|[^A-Za-z0-9/])(?P<f>[A-Z]{1,4}(?:/[A-Z]{1,4})? ?[0-9]{3,6}(?:\.[0-9]+)?[-:](?:19|20)[0-9]{2})(?:[^0-9]|$)";
    TIMED = r"(?i)\b(?P<f>(?P<h>[0-9]{1,2})h(?P<m>[0-5][0-9])(?:m|min)?)\b";
    TOKEN = r"[A-Za-z0-9]+(?:[-_./@#+&][A-Za-z0-9]+)*";
}

/// What holds digits that are no figures: links, network addresses, telephone numbers.
pub(super) fn addresses(side: &mut Side) {
    side.cut(&STANDARD, |found| Some(vec![code(found.whole(), found.text("f")?)]));
    side.cut(&TIMED, |found| {
        let (hours, minutes): (u32, u32) = (found.text("h")?.parse().ok()?, found.text("m")?.parse().ok()?);
        let seconds = Value::number((hours * 3600 + minutes * 60).into(), Measure::In("second"));
        let values = vec![seconds, Value::Time(hours * 3600 + minutes * 60)];
        Some(vec![Reading::new(FigureKind::Duration, found.whole(), values)])
    });
    for pattern in [&URL, &NETWORK, &TELEPHONE] {
        side.cut(pattern, |found| {
            // `9.600.000.000` is an amount, no address.
            let is_octet = |part: &str| part.parse::<u8>().is_ok() && (part == "0" || !part.starts_with('0'));
            let octets = found.text("f").map(|text| text.split(['/', ':']).next().unwrap_or_default());
            if octets.is_some_and(|octets| !octets.split('.').all(is_octet)) {
                return None;
            }
            let range = found.whole();
            let text = found.text("f").map_or_else(|| found.text_of_all(), str::to_owned);
            let squeezed: String = text.chars().filter(|c| !" ()-".contains(*c)).collect();
            Some(vec![Reading::new(FigureKind::Code, range, vec![Value::Code(squeezed.to_uppercase())])])
        });
    }
}

/// Identifiers of letters and digits, without their hyphens, and dotted versions.
pub(super) fn codes(side: &mut Side) {
    side.cut(&SUM, |found| {
        let text = format!("{}{}{}", found.text("l")?, found.text("s")?, found.text("n")?);
        Some(vec![Reading::new(FigureKind::Code, found.whole(), vec![Value::Code(text)])])
    });
    let text = side.text();
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let at = |byte: usize| starts.partition_point(|start| *start < byte);
    for found in TOKEN.find_iter(&text) {
        let (start, token) = (at(found.start()), found.as_str());
        match kind(token) {
            Token::Code => {
                let range = start..start + token.chars().count();
                side.readings.push(code(range.clone(), token));
                side.blank(range, TAKEN);
            }
            Token::Version(from) => {
                let range = start + from..start + token.len();
                let value = Value::Code(token[from..].to_owned());
                side.readings.push(Reading::new(FigureKind::Code, range.clone(), vec![value]));
                side.blank(start..range.end, TAKEN);
            }
            Token::Name => side.blank(start..start + token.len(), TAKEN),
            Token::Words => separate(side, start, token),
            Token::Other => {}
        }
    }
}

fn code(range: std::ops::Range<usize>, written: &str) -> Reading {
    Reading::new(FigureKind::Code, range, vec![Value::Code(squeezed(written))])
}

/// An identifier as it is compared.
pub(crate) fn squeezed(written: &str) -> String {
    written.chars().filter(|c| !matches!(c, '-' | ' ' | '_')).collect::<String>().to_uppercase()
}

enum Token {
    Code,
    /// Dotted digits, from this byte on: `1.2.3`, `v1.2`.
    Version(usize),
    /// Words and numbers joined by hyphens: `15-minute`, `mid-2026`, `2x10`.
    Words,
    /// A word that is written with a digit.
    Name,
    Other,
}

fn kind(token: &str) -> Token {
    let has = |is: fn(&char) -> bool| token.chars().any(|c| is(&c));
    let (digit, letter) = (has(char::is_ascii_digit), has(char::is_ascii_alphabetic));
    if token.eq_ignore_ascii_case("k8s") {
        return Token::Name;
    }
    if !digit {
        return Token::Other;
    }
    if !letter {
        let is_version =
            token.matches('.').count() > 1 && token.chars().all(|c| c.is_ascii_digit() || c == '.');
        return if is_version && !is_grouped(token) { Token::Version(0) } else { Token::Other };
    }
    if let Some(rest) =
        token.strip_prefix(['v', 'V']).filter(|rest| rest.chars().all(|c| c.is_ascii_digit() || c == '.'))
    {
        return if rest.matches('.').count() > 1 { Token::Version(1) } else { Token::Words };
    }
    if token.starts_with(|c: char| c.is_ascii_digit()) {
        return digits_first(token);
    }
    let lower = token
        .split(|c: char| !c.is_ascii_alphabetic())
        .all(|part| part.is_empty() || (part.len() > 1 && part.chars().all(|c| c.is_ascii_lowercase())));
    // "Level-2": a word with its number.
    if NUMBERED.is_match(token) {
        return Token::Words;
    }
    // "mid-2026", "pre-3"; "x86" and "log4j" are names.
    if lower && token.contains('-') {
        return Token::Words;
    }
    let sign = MONEY.captures(token).and_then(|found| found.name("c"));
    if sign.is_some_and(|sign| codes_of(sign.as_str()).is_some()) { Token::Other } else { Token::Code }
}

patterns! {
    NUMBERED = r"^(?i:level|sev|severity|priority|phase|stage|tier|class|grade|type|batch|wave|step|lot|round)-[0-9]{1,2}$";
    GROUPED = r"^[0-9]{1,3}(?:\.[0-9]{3}){2,}$";
    MEASURED = r"^[0-9]+(?:\.[0-9]+)?(?:[kKmMGTPbBswhdyWAUVLgt]|GbE|GE|bn|mn|tn|ms|us|ns|min|mins|hr|hrs|[KMGTPE]i?B(?:/s|ps)?|[kKMGT]b(?:ps|/s)|[KMGT]bit/s|kbps|[kM]?Wh?|kVA|[kMG]?Hz|mm|cm|km|kg|ha|sqm|m2|st|nd|rd|th|am|pm|x|X|mil|mo|sec|yr|yrs)(?:/[a-z]+)?$";
    HYPHENED = r"^[0-9]+(?:[.][0-9]+)?(?:-[0-9.]+)*(?:-[A-Za-z]{2,})+$|^[0-9]+(?:\.[0-9]+)?[xX][0-9.]+(?:[KMGT]?[Bb]?(?:ps)?)?$|^[0-9.]+-[0-9.]+(?:[kKmMGTs]|ms|GB|TB|MB|min|h)$|^[0-9]+(?:/[0-9]+)+(?:/[a-z]+)?$|^[0-9.]+/[A-Za-z]+$";
    MONEY = r"^(?P<c>RM|Rp|Rs|Php|[A-Z]{3})\.?[0-9]+(?:\.[0-9]+)?(?:[kKmMbB]|bn|mil)?(?:/[a-z]+)?$";
}

fn digits_first(token: &str) -> Token {
    let unit = token.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    if MEASURED.is_match(token) || (unit.len() > 1 && !meanings(unit).is_empty()) {
        Token::Other
    } else if HYPHENED.is_match(token) && !token.ends_with(|c: char| c.is_ascii_uppercase())
        || HYPHENED.is_match(token) && token.contains('/')
    {
        Token::Words
    } else {
        Token::Code
    }
}

/// `1.000.000`: an amount in the manner of Jakarta, Hanoi and Berlin.
fn is_grouped(token: &str) -> bool {
    GROUPED.is_match(token)
}

/// Blanks what joins words and numbers.
fn separate(side: &mut Side, start: usize, token: &str) {
    for (at, c) in token.chars().enumerate() {
        let is_leading_v = at == 0 && matches!(c, 'v' | 'V');
        let is_cross =
            matches!(c, 'x' | 'X') && token.chars().nth(at + 1).is_some_and(|next| next.is_ascii_digit());
        let is_dash = c == '-' && token.chars().nth(at + 1).is_some_and(|next| next.is_ascii_alphabetic())
            || c == '-'
                && at > 0
                && token.chars().nth(at - 1).is_some_and(|before| before.is_ascii_alphabetic());
        if is_leading_v || is_cross || is_dash {
            side.blank(start + at..start + at + 1, ' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::grammar::values;
    use crate::reading::Tongue::{Chinese, English};

    #[test]
    fn identifiers_stand_as_they_are() {
        for (text, expected) in [
            ("OIL-01", "OIL01"),
            ("HCHG-IT-2026-031", "HCHGIT2026031"),
            ("TLS1.2", "TLS1.2"),
            ("version 1.2.3", "1.2.3"),
            ("v1.2.3", "1.2.3"),
            ("10.20.0.0/16", "10.20.0.0/16"),
            ("+65 6123 4567", "+6561234567"),
            ("ops@example.com", "OPS@EXAMPLE.COM"),
            ("T+1", "T+1"),
            ("GB/T 22239-2019", "GB/T222392019"),
        ] {
            assert_eq!(values(text, English), [expected], "{text}");
        }
        assert_eq!(values("按D-09交付", Chinese), ["D09"]);
    }

    #[test]
    fn words_and_units_are_no_identifiers() {
        assert_eq!(values("a 15-minute test", English), ["900 second"]);
        assert_eq!(values("2x10 Gbps", English), ["2", "10000000000 bit per second"]);
        assert_eq!(values("100GB", English), ["100000000000 byte"]);
        assert_eq!(values("mid-2026", English), ["year 2026"]);
    }
}
