//! One form for what two keyboards and two scripts write: half-width, simplified, one hyphen; a character for a
//! character, so that places in the folded text are places in what was typed.

/// Traditional characters of the grammar (figures, units, money, clauses, names of places) and their simplified forms.
const TRADITIONAL: &str = "萬万億亿貳贰參叁叄叁陸陆兩两點点時时鐘钟號号個个箇个週周幣币圓圆條条項项節节頁页臺台間间歲岁財财會会計计過过\
於于內内後后雙双圖图錄录級级歐欧鎊镑銖铢禮礼東东區区無无數数種种類类層层輪轮處处張张塊块場场組组隊队筆笔戶户達达餘余僅仅\
門门頻频階阶審审歷历曆历農农馬马來来亞亚國国灣湾廣广龍龙檳槟約约紐纽倫伦齡龄聯联寶宝韓韩盧卢從从說说華华雲云騰腾訊讯業业\
進进電电話话碼码規规則则細细證证書书標标準准單单價价總总餐餐營营運运維维護护續续連连滿满費费匯汇訂订約约執执憑凭壹一貫贯\
澤泽濟济慶庆漢汉錦锦蘇苏錫锡寧宁遼辽島岛門门澳澳緬缅賓宾蘭兰爾尔達达陽阳賽赛納纳羅罗豐丰檔档傳传資资報报檢检測测驗验";

/// A character as the grammar reads it.
fn plain(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{A0}' | '\u{2009}' | '\u{202F}' | '\t' => ' ',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '﹣' => '-',
        '〜' => '~',
        '’' | '‘' => '\'',
        '○' | '〇' => '零',
        '￥' => '¥',
        '￡' => '£',
        '︰' | '∶' => ':',
        '｡' => '。',
        // Characters with which the readers mark what they have taken.
        '\0'..='\u{8}' | '\u{F0000}'..='\u{10FFFD}' => '\u{FFFD}',
        _ => simplified(c),
    }
}

fn simplified(c: char) -> char {
    if c < '\u{4E00}' || c == '壹' {
        return c;
    }
    let mut pairs = TRADITIONAL.chars().filter(|each| !each.is_whitespace());
    while let (Some(from), Some(to)) = (pairs.next(), pairs.next()) {
        if from == c {
            return to;
        }
    }
    c
}

/// Every character folded, and the byte of `words` at which it begins; one more place stands for the end.
pub(crate) fn fold(words: &str) -> (Vec<char>, Vec<usize>) {
    let chars = words.chars().map(plain).collect();
    let places = words.char_indices().map(|(at, _)| at).chain([words.len()]).collect();
    (chars, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_keyboards_and_two_scripts_have_one_form() {
        for (typed, folded) in [
            ("３０％", "30%"),
            ("１，０００．５", "1,000.5"),
            ("貳拾伍萬圓整", "贰拾伍万圆整"),
            ("第三季度・二〇二六年", "第三季度・二零二六年"),
            ("下午3點30分", "下午3点30分"),
            ("−2—3", "-2-3"),
            ("港幣", "港币"),
            ("壹", "壹"),
        ] {
            let (chars, places) = fold(typed);
            assert_eq!(chars.iter().collect::<String>(), folded);
            assert_eq!((places.len(), places.last().copied()), (chars.len() + 1, Some(typed.len())));
        }
    }

    #[test]
    fn the_table_is_one_of_pairs() {
        assert_eq!(TRADITIONAL.chars().filter(|each| !each.is_whitespace()).count() % 2, 0);
    }
}
