//! Names of festivals in both languages.

use hefu_domain::text::Words;

/// The festivals of the State Council's notice.
const FESTIVALS: [(&str, &str); 8] = [
    ("元旦", "New Year's Day"),
    ("春节", "Spring Festival"),
    ("清明节", "Qingming Festival"),
    ("劳动节", "Labour Day"),
    ("端午节", "Dragon Boat Festival"),
    ("中秋节", "Mid-Autumn Festival"),
    ("国庆节", "National Day"),
    ("除夕", "Lunar New Year's Eve"),
];

/// Those that every notice gives days off for; the last of the list is a day of another festival.
pub(crate) fn of_every_notice() -> impl Iterator<Item = Words> {
    let all = FESTIVALS.iter().take(7);
    all.map(|(zh, en)| Words { en: (*en).to_owned(), zh: (*zh).to_owned() })
}

/// The name with its other side, where the notice's festivals or `known` names have it.
pub(crate) fn named(name: &str, known: &[Words]) -> Words {
    let name = name.trim();
    if let Some(words) = known.iter().find(|words| words.zh == name || words.en.eq_ignore_ascii_case(name)) {
        return words.clone();
    }
    let english: Option<Vec<&str>> = name.split(['、', '和']).map(english).collect();
    match english {
        Some(parts) => Words { en: parts.join(" and "), zh: name.to_owned() },
        None if is_chinese(name) => Words { en: String::new(), zh: name.to_owned() },
        None => Words { en: name.to_owned(), zh: String::new() },
    }
}

fn english(part: &str) -> Option<&'static str> {
    FESTIVALS.iter().find(|(zh, _)| *zh == part.trim()).map(|(_, en)| *en)
}

fn is_chinese(name: &str) -> bool {
    name.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}
