//! What was asked for on the command line.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use hefu_messages::{Language, verify_bad_option, verify_no_file};

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Text,
    Json,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) file: PathBuf,
    pub(crate) form: Form,
    pub(crate) extract: Option<PathBuf>,
    pub(crate) head: Option<String>,
    /// A trail that the paper's head is looked for in.
    pub(crate) trail: Option<PathBuf>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    Usage,
    /// What is wrong with it, as a sentence.
    Wrong(String),
    Verify(Options),
}

/// The language asked for, else that of the system.
pub(crate) fn language(words: &[OsString]) -> Language {
    let asked = words.windows(2).find(|pair| pair[0] == "--lang").and_then(|pair| pair[1].to_str());
    let of_system = || {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"];
        names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
    };
    match asked.map(str::to_owned).or_else(of_system) {
        Some(tag) if tag.starts_with("zh") => Language::Zh,
        _ => Language::En,
    }
}

/// Reads the words. A name need not be text, and after `--` it may begin with a dash.
pub(crate) fn read(words: &[OsString], language: Language) -> Asked {
    let wrong = |word: &OsStr| Asked::Wrong(verify_bad_option(language, word.to_string_lossy()));
    let mut options =
        Options { file: PathBuf::new(), form: Form::Text, extract: None, head: None, trail: None };
    let (mut words, mut only_names) = (words.iter(), false);
    while let Some(word) = words.next() {
        let option = word.to_str().filter(|word| word.starts_with('-') && !only_names);
        match option {
            Some("--help" | "-h") => return Asked::Usage,
            Some("--") => only_names = true,
            Some("--json") => options.form = Form::Json,
            Some("--lang") => match words.next().and_then(|tag| tag.to_str()) {
                Some("en" | "zh" | "zh-CN") => {}
                other => {
                    let option = format!("--lang {}", other.unwrap_or_default());
                    return Asked::Wrong(verify_bad_option(language, option.trim_end()));
                }
            },
            Some("--extract") => match words.next() {
                Some(folder) => options.extract = Some(folder.into()),
                None => return wrong(word),
            },
            Some("--trail") => match words.next() {
                Some(trail) => options.trail = Some(trail.into()),
                None => return wrong(word),
            },
            Some("--head") => match words.next().and_then(|head| head.to_str()) {
                Some(head) => options.head = Some(head.to_owned()),
                None => return wrong(word),
            },
            None if options.file.as_os_str().is_empty() && !word.is_empty() => options.file = word.into(),
            None if word.is_empty() => return Asked::Wrong(verify_no_file(language)),
            _ => return wrong(word),
        }
    }
    match options.file.as_os_str().is_empty() {
        true => Asked::Wrong(verify_no_file(language)),
        false => Asked::Verify(options),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Asked {
        let words: Vec<OsString> = words.iter().map(OsString::from).collect();
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
    fn a_name_may_begin_with_a_dash_after_two() {
        let Asked::Verify(options) = asked(&["--json", "--", "--head"]) else { panic!("a name") };
        assert_eq!((options.file, options.form), ("--head".into(), Form::Json));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for words in [&["a.pdf", "--all"][..], &["a.pdf", "b.pdf"], &["a.pdf", "--head"]] {
            let Asked::Wrong(why) = asked(words) else { panic!("{words:?}") };
            assert!(why.contains(words[1]), "{why}");
        }
        for words in [&[][..], &[""], &["--json"], &["--", ""], &["a.pdf", ""]] {
            assert!(matches!(asked(words), Asked::Wrong(_)), "{words:?}");
        }
    }
}
