//! What was asked for on the command line.

use hefu_messages::{Language, verify_bad_option};

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    Json,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) file: String,
    pub(crate) form: Form,
    pub(crate) extract: Option<String>,
    pub(crate) head: Option<String>,
    /// A trail that the paper's head is looked for in.
    pub(crate) trail: Option<String>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    Usage,
    /// What is wrong with it, as a sentence.
    Wrong(String),
    Verify(Options),
}

/// The language asked for, else that of the system.
pub(crate) fn language(words: &[String]) -> Language {
    let asked = words.windows(2).find(|pair| pair[0] == "--lang").map(|pair| pair[1].clone());
    let of_system = || {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
        names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    };
    match asked.or_else(of_system) {
        Some(tag) if tag.starts_with("zh") => Language::Zh,
        _ => Language::En,
    }
}

pub(crate) fn read(words: &[String], language: Language) -> Asked {
    let mut options =
        Options { file: String::new(), form: Form::Text, extract: None, head: None, trail: None };
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let place = match word.as_str() {
            "--help" | "-h" => return Asked::Usage,
            "--json" => {
                options.form = Form::Json;
                continue;
            }
            "--extract" => &mut options.extract,
            "--head" => &mut options.head,
            "--trail" => &mut options.trail,
            "--lang" => match words.next().map(String::as_str) {
                Some("en" | "zh" | "zh-CN") => continue,
                other => {
                    let option = format!("--lang {}", other.unwrap_or_default());
                    return Asked::Wrong(verify_bad_option(language, option.trim_end()));
                }
            },
            file if options.file.is_empty() && !file.starts_with('-') => {
                options.file = file.to_string();
                continue;
            }
            other => return Asked::Wrong(verify_bad_option(language, other)),
        };
        match words.next() {
            Some(value) => *place = Some(value.clone()),
            None => return Asked::Wrong(verify_bad_option(language, word)),
        }
    }
    match options.file.is_empty() {
        true => Asked::Usage,
        false => Asked::Verify(options),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Asked {
        let words: Vec<String> = words.iter().map(|word| (*word).to_string()).collect();
        read(&words, Language::En)
    }

    #[test]
    fn options_are_read_in_any_order() {
        let words = [
            "--head",
            "prj 4 ab",
            "a.pdf",
            "--lang",
            "zh",
            "--json",
            "--extract",
            "out",
            "--trail",
            "t.jsonl",
        ];
        let expected = Options {
            file: "a.pdf".into(),
            form: Form::Json,
            extract: Some("out".into()),
            head: Some("prj 4 ab".into()),
            trail: Some("t.jsonl".into()),
        };
        assert_eq!(asked(&words), Asked::Verify(expected));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for words in [&["a.pdf", "--all"][..], &["a.pdf", "b.pdf"], &["a.pdf", "--head"]] {
            let Asked::Wrong(why) = asked(words) else { panic!("{words:?}") };
            assert!(why.contains(words[1]), "{why}");
        }
        assert_eq!(asked(&[]), Asked::Usage);
    }
}
