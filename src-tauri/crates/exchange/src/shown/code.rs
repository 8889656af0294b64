//! A format code as sections of tokens.

/// A unit of a day or a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Year,
    /// The year as the calendar of the place counts it.
    EraYear,
    Month,
    Day,
    /// The day of the week, by its name.
    Weekday,
    Hour,
    Minute,
    Second,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Literal(String),
    /// `0`, `#` or `?`.
    Digit(char),
    Point,
    Comma,
    Percent,
    /// Whether a plus is written.
    Exponent(bool),
    Stroke,
    General,
    Text,
    Moment(Unit, usize),
    /// The whole duration in this unit, with so many figures.
    Elapsed(Unit, usize),
    /// Figures behind the second.
    Fraction(usize),
    /// What stands for the half of the day before noon and after it.
    Half(String, String),
    /// A day in the order of the machine.
    SystemDay,
    SystemTime,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Condition {
    pub(super) compare: Compare,
    pub(super) with: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compare {
    Less,
    AtMost,
    More,
    AtLeast,
    Equal,
    Other,
}

impl Condition {
    #[allow(clippy::float_cmp, reason = "a spreadsheet compares what it stores")]
    fn holds(self, value: f64) -> bool {
        match self.compare {
            Compare::Less => value < self.with,
            Compare::AtMost => value <= self.with,
            Compare::More => value > self.with,
            Compare::AtLeast => value >= self.with,
            Compare::Equal => value == self.with,
            Compare::Other => value != self.with,
        }
    }
}

/// The language that names of months and days are in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Names {
    #[default]
    English,
    Chinese,
    Unknown,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Section {
    pub(super) tokens: Vec<Token>,
    pub(super) condition: Option<Condition>,
    pub(super) names: Names,
    /// Years are counted from 1912.
    pub(super) counts_from_1912: bool,
    /// Figures are written 一二三.
    pub(super) is_in_numerals: bool,
    pub(super) is_unknown: bool,
}

impl Section {
    pub(super) fn is_moment(&self) -> bool {
        self.tokens.iter().any(|token| {
            matches!(
                token,
                Token::Moment(..)
                    | Token::Elapsed(..)
                    | Token::Half(..)
                    | Token::SystemDay
                    | Token::SystemTime
            )
        })
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Code {
    sections: Vec<Section>,
}

impl Code {
    /// None for a code that no spreadsheet would take.
    pub(super) fn read(code: &str) -> Option<Self> {
        let sections: Vec<Section> = split(code).iter().map(|text| section(text)).collect();
        (sections.len() <= 4).then_some(Self { sections })
    }

    /// The section that a number is shown in, and whether a minus is to be written before it.
    pub(super) fn section_for(&self, value: f64) -> (&Section, bool) {
        // Sections for numbers; the fourth is for words, as is the last of fewer that has their place.
        let is_for_words = |at: usize| at == 3 || at > 0 && self.sections[at].tokens.contains(&Token::Text);
        let count = (1..self.sections.len()).find(|at| is_for_words(*at)).unwrap_or(self.sections.len());
        let numbers = &self.sections[..count];
        let is_negative = value < 0.0;
        if numbers.iter().any(|section| section.condition.is_some()) {
            for section in numbers {
                match section.condition {
                    Some(condition) if condition.holds(value) => {
                        let is_of_negatives = condition.with <= 0.0
                            && matches!(condition.compare, Compare::Less | Compare::AtMost);
                        return (section, is_negative && !is_of_negatives);
                    }
                    Some(_) => {}
                    None if numbers.len() == 3 && !is_negative && std::ptr::eq(section, &numbers[1]) => {}
                    None => return (section, is_negative),
                }
            }
            return (&numbers[count - 1], is_negative);
        }
        match numbers {
            [all] => (all, is_negative),
            [_, negative] if is_negative => (negative, false),
            [_, negative, _] if is_negative => (negative, false),
            [_, _, zero] if value == 0.0 => (zero, false),
            [positive, ..] => (positive, false),
            [] => (&self.sections[0], is_negative),
        }
    }

    /// The section that words are shown in, when there is one.
    pub(super) fn text_section(&self) -> Option<&Section> {
        let last = self.sections.last()?;
        (self.sections.len() == 4 || last.tokens.contains(&Token::Text)).then_some(last)
    }
}

/// The code in pieces, at semicolons that are no words.
fn split(code: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let (mut is_quoted, mut is_escaped, mut is_bracketed) = (false, false, false);
    for c in code.chars() {
        let is_plain = !is_quoted && !is_escaped && !is_bracketed;
        if c == ';' && is_plain {
            pieces.push(String::new());
            continue;
        }
        match c {
            '"' if !is_escaped && !is_bracketed => is_quoted = !is_quoted,
            '[' if is_plain => is_bracketed = true,
            ']' if !is_quoted && !is_escaped => is_bracketed = false,
            _ => {}
        }
        is_escaped = is_plain && matches!(c, '\\' | '!' | '_' | '*');
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
    }
    pieces
}

fn section(text: &str) -> Section {
    let mut section = Section::default();
    let letters: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < letters.len() {
        at += next(&mut section, &letters[at..]);
    }
    minutes(&mut section.tokens);
    let needs_names = section.tokens.iter().any(|token| {
        matches!(token, Token::Moment(Unit::Weekday, _)) || matches!(token, Token::Moment(Unit::Month, 3..))
    });
    section.is_unknown |= needs_names && section.names == Names::Unknown;
    // Figures in words are set for days alone.
    section.is_unknown |= section.is_in_numerals && !section.is_moment();
    section
}

/// Takes one token off the beginning; how many letters it has.
fn next(section: &mut Section, rest: &[char]) -> usize {
    let (token, length) = match rest[0].to_ascii_lowercase() {
        '"' => {
            let words: String = rest[1..].iter().take_while(|c| **c != '"').collect();
            let length = words.chars().count() + 2;
            (Token::Literal(words), length)
        }
        '\\' | '!' => (Token::Literal(rest.get(1).map(char::to_string).unwrap_or_default()), 2),
        '_' => (Token::Literal(" ".to_owned()), 2),
        // What fills the cell up to its width.
        '*' => return 2,
        '[' => {
            let inner: String = rest[1..].iter().take_while(|c| **c != ']').collect();
            bracket(section, &inner);
            return inner.chars().count() + 2;
        }
        '.' if is_of_second(section.tokens.last()) && rest.get(1) == Some(&'0') => {
            let figures = rest[1..].iter().take_while(|c| **c == '0').count();
            (Token::Fraction(figures), figures + 1)
        }
        digit @ ('0' | '#' | '?') => (Token::Digit(digit), 1),
        '.' => (Token::Point, 1),
        ',' => (Token::Comma, 1),
        '%' => (Token::Percent, 1),
        '/' => (Token::Stroke, 1),
        '@' => (Token::Text, 1),
        'e' if matches!(rest.get(1), Some('+' | '-')) => (Token::Exponent(rest[1] == '+'), 2),
        letter => match word(rest).or_else(|| moment(section, letter, rest)) {
            Some(found) => found,
            None => {
                section.is_unknown |= letter.is_ascii_alphabetic();
                (Token::Literal(letter.to_string()), 1)
            }
        },
    };
    section.tokens.push(token);
    length
}

fn is_of_second(token: Option<&Token>) -> bool {
    matches!(token, Some(Token::Moment(Unit::Second, _) | Token::Elapsed(Unit::Second, _)))
}

/// A word of the language of formats.
fn word(rest: &[char]) -> Option<(Token, usize)> {
    let halves = |before: &str, after: &str| Token::Half(before.to_owned(), after.to_owned());
    let words = [
        ("general", Token::General),
        ("am/pm", halves("AM", "PM")),
        ("a/p", halves("A", "P")),
        ("上午/下午", halves("上午", "下午")),
    ];
    words.into_iter().find_map(|(word, token)| {
        let length = word.chars().count();
        let is_it =
            rest.len() >= length && rest.iter().zip(word.chars()).all(|(a, b)| a.to_ascii_lowercase() == b);
        is_it.then_some((token, length))
    })
}

/// A unit of a day or a time, by its letter and how often that stands.
fn moment(section: &mut Section, letter: char, rest: &[char]) -> Option<(Token, usize)> {
    let length = rest.iter().take_while(|c| c.eq_ignore_ascii_case(&letter)).count();
    let unit = match letter {
        'y' => Unit::Year,
        'e' => Unit::EraYear,
        'm' => Unit::Month,
        'd' if length < 3 => Unit::Day,
        'd' => Unit::Weekday,
        'h' => Unit::Hour,
        's' => Unit::Second,
        'a' if length >= 3 => {
            section.names = Names::Chinese;
            Unit::Weekday
        }
        _ => return None,
    };
    Some((Token::Moment(unit, length), length))
}

/// What stands in square brackets: a condition, a currency and place, a duration, a colour.
fn bracket(section: &mut Section, inner: &str) {
    let lower = inner.to_ascii_lowercase();
    let comparing = inner.trim_start_matches(['<', '>', '=']);
    if comparing.len() < inner.len() {
        let compare = match &inner[..inner.len() - comparing.len()] {
            "<" => Compare::Less,
            "<=" => Compare::AtMost,
            ">" => Compare::More,
            ">=" => Compare::AtLeast,
            "=" => Compare::Equal,
            "<>" => Compare::Other,
            _ => return section.is_unknown = true,
        };
        match comparing.trim().parse() {
            Ok(with) => section.condition = Some(Condition { compare, with }),
            Err(_) => section.is_unknown = true,
        }
    } else if let Some(rest) = inner.strip_prefix('$') {
        let (sign, place) = rest.split_once('-').unwrap_or((rest, ""));
        if !sign.is_empty() {
            section.tokens.push(Token::Literal(sign.to_owned()));
        }
        of_place(section, &place.to_ascii_lowercase());
    } else if let Some(kind) = lower.strip_prefix("dbnum") {
        section.is_in_numerals = kind == "1";
        section.is_unknown |= kind != "1";
    } else if !lower.is_empty() && ["h", "m", "s"].iter().any(|unit| lower.replace(unit, "").is_empty()) {
        let unit = match lower.as_bytes()[0] {
            b'h' => Unit::Hour,
            b'm' => Unit::Minute,
            _ => Unit::Second,
        };
        section.tokens.push(Token::Elapsed(unit, lower.len()));
    }
}

/// A place by its number, in base 16, or by its name (`zh-CN`).
fn of_place(section: &mut Section, place: &str) {
    if place.is_empty() {
        return;
    }
    let number = u32::from_str_radix(place, 16).ok();
    match number {
        Some(0xF800) => section.tokens.push(Token::SystemDay),
        Some(0xF400) => section.tokens.push(Token::SystemTime),
        Some(number) => {
            // Above the place stand a calendar and a form of figures of its own.
            section.is_unknown |= number > 0xFFFF;
            section.counts_from_1912 |= number == 0x404;
            section.names = match number & 0x3FF {
                0x09 => Names::English,
                0x04 => Names::Chinese,
                _ => Names::Unknown,
            };
        }
        None => {
            section.counts_from_1912 |= place == "zh-tw";
            section.names = match place.split(['-', '_', ',']).next() {
                Some("en") => Names::English,
                Some("zh") => Names::Chinese,
                _ => Names::Unknown,
            };
        }
    }
}

/// `m` behind an hour or before a second is a minute.
fn minutes(tokens: &mut [Token]) {
    let units: Vec<(usize, Unit)> = tokens
        .iter()
        .enumerate()
        .filter_map(|(at, token)| match token {
            Token::Moment(unit, _) | Token::Elapsed(unit, _) => Some((at, *unit)),
            _ => None,
        })
        .collect();
    for (place, (at, unit)) in units.iter().enumerate() {
        let before = place.checked_sub(1).map(|before| units[before].1);
        let behind = units.get(place + 1).map(|behind| behind.1);
        if *unit == Unit::Month
            && (before == Some(Unit::Hour) || behind == Some(Unit::Second))
            && let Token::Moment(unit, length) = &mut tokens[*at]
            && *length <= 2
        {
            *unit = Unit::Minute;
        }
    }
    // What the machine's settings would set stands alone.
    if let Some(system) = tokens.iter().find(|t| matches!(t, Token::SystemDay | Token::SystemTime)).cloned() {
        tokens.fill(Token::Literal(String::new()));
        tokens[0] = system;
    }
}

/// The codes that have a number and stand in no file. Those with the machine's own currency are unknown; a day whose
/// order the machine decides is written from the year on.
pub(super) fn known(id: u32) -> Option<&'static str> {
    Some(match id {
        0 => "General",
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14 => "[$-F800]",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy-mm-dd hh:mm",
        37 | 38 => "#,##0;(#,##0)",
        39 | 40 => "#,##0.00;(#,##0.00)",
        41 => "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ ",
        43 => "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
        27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        30 => "[$-F800]",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"时\"mm\"分\"",
        33 => "h\"时\"mm\"分\"ss\"秒\"",
        34 | 55 => "上午/下午h\"时\"mm\"分\"",
        35 | 56 => "上午/下午h\"时\"mm\"分\"ss\"秒\"",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => return None,
    })
}
