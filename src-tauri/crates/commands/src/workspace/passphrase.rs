//! What a passphrase must withstand. Whoever has the file may guess as long as he likes; each guess costs him a
//! derivation.

mod widespread;

use hefu_api::Failure;
use hefu_api::workspace::{JudgePassphrase, PassphraseJudged, Strength, Weakness};
use hefu_domain::typed;
use zeroize::Zeroizing;
use zxcvbn::feedback::Warning;

use crate::failure::CommandError;
use crate::session::OnProgress;

/// Characters a new passphrase needs.
const SHORTEST: usize = 10;

/// Characters that are judged: what they alone withstand is enough, and the time it takes grows with them.
const JUDGED: usize = 40;

/// Guesses, as powers of ten. At ten thousand derivations a second, 64 MiB each, the first takes a day and more on the
/// average, the second years.
const FAIR: f64 = 9.0;
const STRONG: f64 = 12.0;

/// Characters other than digits that make more of a passphrase than a number.
const BESIDE_DIGITS: usize = 3;

/// A name of fewer characters is in every passphrase by accident.
const SHORTEST_NAME: usize = 3;

pub(crate) fn judge_passphrase(
    request: JudgePassphrase,
    _: OnProgress<'_>,
) -> Result<PassphraseJudged, CommandError> {
    let words: Vec<&str> = request.words.iter().map(String::as_str).collect();
    let (strength, weakness) = judge(&request.passphrase, &words);
    Ok(PassphraseJudged { strength, weakness })
}

/// Errors: too short, too easy to guess, or not to be given again. `words` are what a guesser would try first.
pub(super) fn must_be_good(passphrase: &str, words: &[&str]) -> Result<(), Failure> {
    match judge(passphrase, words).1 {
        None => Ok(()),
        Some(Weakness::TooShort) => Err(Failure::PassphraseTooShort { minimum: SHORTEST as u32 }),
        Some(weakness) => Err(Failure::WeakPassphrase { weakness }),
    }
}

fn judge(passphrase: &str, words: &[&str]) -> (Strength, Option<Weakness>) {
    let typed = Zeroizing::new(typed::passphrase(passphrase));
    let weak = |weakness| (Strength::Weak, Some(weakness));
    if typed.chars().any(char::is_control) {
        return weak(Weakness::Control);
    }
    if typed.chars().count() < SHORTEST {
        return weak(Weakness::TooShort);
    }
    if is_a_number(&typed) {
        return weak(Weakness::Digits);
    }
    let judged = Zeroizing::new(typed.chars().take(JUDGED).collect::<String>());
    let names = names(words);
    let numbers = numbers(&judged);
    let known: Vec<&str> =
        names.iter().chain(&numbers).map(String::as_str).chain(widespread::TAKEN.iter().copied()).collect();
    let estimate = zxcvbn::zxcvbn(&judged, &known);
    match estimate.guesses_log10() {
        guesses if guesses >= STRONG => (Strength::Strong, None),
        guesses if guesses >= FAIR => (Strength::Fair, None),
        _ => weak(why(&estimate, &judged, &names)),
    }
}

/// Digits with what stands between those of a day, a telephone or a card.
fn is_a_number(typed: &str) -> bool {
    let between = |c: char| c.is_whitespace() || "+-./:,()年月日号".contains(c);
    typed.chars().any(|c| c.is_ascii_digit())
        && typed.chars().filter(|c| !c.is_ascii_digit() && !between(*c)).count() < BESIDE_DIGITS
}

/// Numbers inside a passphrase that somebody who knows the person knows as well: of a telephone, of an identity card.
fn numbers(typed: &str) -> Vec<String> {
    let runs = typed.split(|c: char| !c.is_ascii_digit());
    runs.filter(|run| (run.len() == 11 && run.starts_with('1')) || run.len() == 17 || run.len() == 18)
        .map(str::to_owned)
        .collect()
}

/// Whole and word by word, as they are likely to be typed.
fn names(words: &[&str]) -> Vec<String> {
    let mut names = vec!["hefu".to_owned(), "合符".to_owned()];
    for whole in words.iter().map(|words| typed::passphrase(words).to_lowercase()) {
        names.extend(whole.split(|c: char| !c.is_alphanumeric()).map(str::to_owned));
        names.push(whole.split_whitespace().collect());
        names.push(whole);
    }
    names.retain(|name| !name.is_empty());
    names
}

fn why(estimate: &zxcvbn::Entropy, judged: &str, names: &[String]) -> Weakness {
    let lower = Zeroizing::new(judged.to_lowercase());
    let named = |name: &&String| {
        let is_han = !name.is_ascii();
        (is_han || name.chars().count() >= SHORTEST_NAME) && lower.contains(name.as_str())
    };
    // Whatever it is made of, many have taken it before.
    if widespread::TAKEN.contains(&lower.as_str()) {
        return Weakness::Common;
    }
    match estimate.feedback().and_then(zxcvbn::feedback::Feedback::warning) {
        Some(
            Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess,
        ) => Weakness::Repeated,
        Some(Warning::SequencesLikeAbcAreEasyToGuess) => Weakness::Sequence,
        Some(Warning::StraightRowsOfKeysAreEasyToGuess | Warning::ShortKeyboardPatternsAreEasyToGuess) => {
            Weakness::Keyboard
        }
        _ if names.iter().any(|name| named(&name)) => Weakness::Name,
        Some(Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess) => Weakness::Date,
        Some(_) => Weakness::Common,
        None if widespread::TAKEN
            .iter()
            .any(|taken| taken.len() > SHORTEST_NAME && lower.contains(taken)) =>
        {
            Weakness::Common
        }
        None => Weakness::Guessable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: [&str; 3] = ["Harbour City projects", "Zhao Wenqi", "赵文琪"];

    #[test]
    fn what_everybody_takes_is_refused_with_its_reason() {
        let refused = [
            ("short", Weakness::TooShort),
            ("九个汉字不够长呀呀", Weakness::TooShort),
            ("two lines\nof words", Weakness::Control),
            ("a tab\tin between", Weakness::Control),
            ("aaaaaaaaaa", Weakness::Repeated),
            ("          ", Weakness::Repeated),
            (
                "\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}\u{3000}",
                Weakness::Repeated,
            ),
            ("生日快乐生日快乐生日快乐", Weakness::Repeated),
            ("abcdefghijkl", Weakness::Sequence),
            ("asdfghjkl;'", Weakness::Keyboard),
            ("password123", Weakness::Common),
            ("ｐａｓｓｗｏｒｄ１２３", Weakness::Common),
            ("qwertyuiopasdf", Weakness::Common),
            ("1qaz2wsx3edc", Weakness::Common),
            ("zaq12wsxcde3", Weakness::Common),
            ("p@ssw0rd1234", Weakness::Common),
            ("iloveyou1314", Weakness::Common),
            ("woaini1314", Weakness::Common),
            ("woaini1314520", Weakness::Common),
            ("wodemimashi123", Weakness::Common),
            ("zhangwei1990", Weakness::Common),
            ("Aliyun@2026", Weakness::Common),
            ("admin@123456", Weakness::Common),
            ("correct horse battery staple", Weakness::Common),
            ("床前明月光疑是地上霜", Weakness::Common),
            ("祝你生日快乐19900307", Weakness::Date),
            ("hefu2026hefu", Weakness::Name),
            ("ZhaoWenqi2026", Weakness::Name),
            ("赵文琪19900307", Weakness::Name),
            ("harbourcity1", Weakness::Name),
            ("1234567890", Weakness::Digits),
            ("13812345678", Weakness::Digits),
            ("+86 138-1234-5678", Weakness::Digits),
            ("110101199003078515", Weakness::Digits),
            ("11010119900307851X", Weakness::Digits),
            ("1990年03月07日", Weakness::Digits),
        ];
        let others: Vec<_> = refused
            .into_iter()
            .map(|(passphrase, why)| (passphrase, why, judge(passphrase, &WORDS)))
            .filter(|(_, why, judged)| *judged != (Strength::Weak, Some(*why)))
            .collect();
        assert!(others.is_empty(), "{others:#?}");
    }

    #[test]
    fn a_known_number_is_worth_little_beside_a_word() {
        assert_eq!(judge("wang13812345678", &WORDS).0, Strength::Weak);
        assert_eq!(judge("mima110101199003078515", &WORDS).0, Strength::Weak);
    }

    #[test]
    fn a_short_sentence_is_good_in_either_language() {
        for passphrase in [
            "another long passphrase",
            "café-résumé 1234",
            "tide and tally at noon",
            "三只白鹭站在旧码头上看雨",
            "kX9$vb2!qLm7",
            "窗外有 3 棵银杏，都黄了",
        ] {
            let (strength, weakness) = judge(passphrase, &WORDS);
            assert!(strength > Strength::Weak && weakness.is_none(), "{passphrase}: {weakness:?}");
        }
        assert_eq!(judge("tide and tally at noon", &WORDS).0, Strength::Strong);
    }

    #[test]
    fn judging_takes_no_time_that_is_felt() {
        let slowest = ".,?!'-/_:;+()@$\"#&*<>=[]\\~%^{}|1234567890".repeat(50);
        let begun = std::time::Instant::now();
        judge(&slowest, &WORDS);
        assert!(begun.elapsed().as_secs() < 3, "{:?}", begun.elapsed());
    }
}
