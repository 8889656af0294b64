//! Letters as people mean them: width, case, script and what nobody sees do not tell two words apart.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Letters that no reader sees: joiners, marks of order and direction, soft hyphens.
fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// A number as it is kept: in plain width, with nothing in it that is not seen, blanks as one space.
pub(super) fn number(typed: &str) -> String {
    let plain: String = typed
        .nfkc()
        .filter(|letter| !is_unseen(*letter))
        .map(|letter| match letter {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' => '-',
            '。' => '.',
            letter => letter,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What two numbers have in common that are one: letter case, blanks and a stop at the end do not count.
pub(super) fn key(number: &str) -> String {
    let plain: String = self::number(number).to_lowercase().split_whitespace().collect();
    plain.trim_end_matches(['.', '、']).to_owned()
}

/// A word as it is looked up: letters and figures alone, small, simplified.
pub(super) fn plain(word: &str) -> String {
    word.nfkc()
        .flat_map(char::to_lowercase)
        .map(simplified)
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// The traditional letters of the words that are looked up, each before its simplified one.
const TRADITIONAL: &str = "編编號号題题標标準准優优級级別别來来據据類类條条項项驗验證证測测試试檢检視视應应當当選选擇择\
    認认說说覈核對对賬账帳账記记錄录紀记實实監监練练樣样專专內内備备註注闡阐稱称單单計计總总額额範范圍围責责\
    務务點点參参結结論论規规則则節节簡简體体語语種种詳详細细確确碼码後后動动環环階阶層层時时間间\
    達达屆届給给開开關关設设態态狀状產产貨货屬属歸归組组織织處处為为無无須须欄栏書书檔档載载執执審审簽签標标戶户\
    貳贰陸陆兩两現现場场壓压習习導导數数讀读寫写實实訓训運运維维與与於于邊边網网絡络雲云儲储備备";

fn simplified(letter: char) -> char {
    static PAIRS: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
        let mut letters = TRADITIONAL.chars().filter(|c| !c.is_whitespace());
        std::iter::from_fn(|| letters.next().zip(letters.next())).collect()
    });
    match letter {
        '\u{4e00}'.. => PAIRS.get(&letter).copied().unwrap_or(letter),
        _ => letter,
    }
}

/// A count in Chinese numerals, from 1 to 999: 十二, 二十, 一百零三, 叁.
pub(super) fn numeral(word: &str) -> Option<u32> {
    let (mut total, mut digit, mut seen) = (0, 0, false);
    for letter in word.chars() {
        let letter = simplified(letter);
        match letter {
            '零' | '〇' => {}
            '十' | '拾' => {
                total += if digit == 0 { 1 } else { digit } * 10;
                digit = 0;
            }
            '百' | '佰' => {
                total += digit * 100;
                digit = 0;
            }
            letter => {
                let at = "一二三四五六七八九".chars().position(|c| c == letter);
                let at = at.or_else(|| "壹贰叁肆伍陆柒捌玖".chars().position(|c| c == letter));
                let value = at.map(|at| at + 1).or_else(|| (letter == '两').then_some(2))?;
                if digit != 0 {
                    return None;
                }
                digit = u32::try_from(value).ok()?;
            }
        }
        seen = true;
    }
    Some(total + digit).filter(|count| seen && *count > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_kept_as_they_are_seen() {
        for (typed, kept, known) in [
            ("３．１", "3.1", "3.1"),
            ("３.２", "3.2", "3.2"),
            ("3。1", "3.1", "3.1"),
            ("R-1\u{200b}", "R-1", "r-1"),
            ("\u{feff}R-2", "R-2", "r-2"),
            ("R-\u{a0}3", "R- 3", "r-3"),
            ("R\u{2011}4", "R-4", "r-4"),
            ("Ｒ－５", "R-5", "r-5"),
            ("r-5", "r-5", "r-5"),
            ("3.10", "3.10", "3.10"),
            ("3.1.", "3.1.", "3.1"),
            ("1、", "1、", "1"),
            ("00\u{ad}7", "007", "007"),
            ("R 6\u{202c}", "R 6", "r6"),
        ] {
            assert_eq!((number(typed).as_str(), key(typed).as_str()), (kept, known), "{typed:?}");
        }
    }

    #[test]
    fn counts_in_numerals() {
        for (word, count) in [
            ("一", Some(1)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("二十", Some(20)),
            ("三十一", Some(31)),
            ("一百零三", Some(103)),
            ("叁", Some(3)),
            ("貳", Some(2)),
            ("兩", Some(2)),
            ("〇", None),
            ("", None),
            ("一二", None),
            ("平台", None),
        ] {
            assert_eq!(numeral(word), count, "{word}");
        }
    }

    #[test]
    fn every_pair_of_letters_is_a_pair() {
        let letters: Vec<char> = TRADITIONAL.chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(letters.len() % 2, 0);
        assert_eq!(plain("編號（必填）"), "编号必填");
        assert_eq!(plain("優先級"), "优先级");
        assert_eq!(plain("驗收標準"), "验收标准");
        assert_eq!(plain("Ｒｅｑ． ＮＯ"), "reqno");
    }
}
