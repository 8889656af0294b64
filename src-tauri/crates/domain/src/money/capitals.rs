//! Amounts of renminbi in capitals 大写, as contracts and invoices write them.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use thiserror::Error;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CapitalsError {
    #[error("a negative amount has no capitals")]
    Negative,
    #[error("the amount has a fraction of a fen")]
    TooPrecise,
    #[error("capitals are defined below ten quadrillion yuan (10^16)")]
    TooLarge,
}

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// `人民币叁佰贰拾肆万元整` for 3,240,000. One 零 stands for a run of zeros between digits, also across 万 and
/// 亿; 整 ends an amount without 角 and 分. Defined from 0 to 9,999,999,999,999,999.99.
///
/// # Errors
/// When the amount is negative, has a fraction of a fen, or is 10^16 or more.
pub fn capitals_zh(amount: Decimal) -> Result<String, CapitalsError> {
    let amount = amount.normalize();
    if amount.is_sign_negative() && !amount.is_zero() {
        return Err(CapitalsError::Negative);
    }
    if amount.scale() > 2 {
        return Err(CapitalsError::TooPrecise);
    }
    if amount >= Decimal::from(10_u64.pow(16)) {
        return Err(CapitalsError::TooLarge);
    }
    let fen = (amount * Decimal::ONE_HUNDRED).to_u64().ok_or(CapitalsError::TooLarge)?;
    let (yuan, jiao, fen) = (fen / 100, fen / 10 % 10, fen % 10);
    let mut out = String::from("人民币");
    if yuan > 0 || (jiao == 0 && fen == 0) {
        below_ten_quadrillion(yuan, &mut out);
        out.push('元');
    }
    match (jiao, fen) {
        (0, 0) => out.push('整'),
        (0, fen) => {
            if yuan > 0 {
                out.push('零');
            }
            push_unit(fen, '分', &mut out);
        }
        (jiao, fen) => {
            push_unit(jiao, '角', &mut out);
            if fen > 0 {
                push_unit(fen, '分', &mut out);
            }
        }
    }
    Ok(out)
}

fn below_ten_quadrillion(number: u64, out: &mut String) {
    let yi = 10_u64.pow(8);
    let (high, low) = (number / yi, number % yi);
    if high > 0 {
        below_yi(high, out);
        out.push('亿');
        if low > 0 && low < yi / 10 {
            out.push('零');
        }
    }
    if low > 0 || high == 0 {
        below_yi(low, out);
    }
}

fn below_yi(number: u64, out: &mut String) {
    let (high, low) = (number / 10_000, number % 10_000);
    if high > 0 {
        below_wan(high, out);
        out.push('万');
        if low > 0 && low < 1_000 {
            out.push('零');
        }
    }
    if low > 0 || high == 0 {
        below_wan(low, out);
    }
}

fn below_wan(number: u64, out: &mut String) {
    if number == 0 {
        out.push(DIGITS[0]);
        return;
    }
    let (mut written, mut gap) = (false, false);
    for (place, unit) in [(1_000, Some('仟')), (100, Some('佰')), (10, Some('拾')), (1, None)] {
        let digit = number / place % 10;
        if digit == 0 {
            gap = written;
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        out.push(DIGITS[digit as usize]);
        out.extend(unit);
        written = true;
    }
}

fn push_unit(digit: u64, unit: char, out: &mut String) {
    out.push(DIGITS[digit as usize]);
    out.push(unit);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn vectors_of_the_definition() {
        for (amount, capitals) in [
            ("0", "人民币零元整"),
            ("12", "人民币壹拾贰元整"),
            ("3456789", "人民币叁佰肆拾伍万陆仟柒佰捌拾玖元整"),
            ("1001000021", "人民币壹拾亿零壹佰万零贰拾壹元整"),
            ("10.01", "人民币壹拾元零壹分"),
            ("0.1", "人民币壹角"),
            ("100111.11", "人民币壹拾万零壹佰壹拾壹元壹角壹分"),
            ("3240000.00", "人民币叁佰贰拾肆万元整"),
            ("10800000.00", "人民币壹仟零捌拾万元整"),
            // The rules applied by hand: zeros across groups, a lone fen, 亿 above 万.
            ("0.01", "人民币壹分"),
            ("0.00", "人民币零元整"),
            ("10.10", "人民币壹拾元壹角"),
            ("100000000", "人民币壹亿元整"),
            ("100000001", "人民币壹亿零壹元整"),
            ("100010000", "人民币壹亿零壹万元整"),
            ("100001000", "人民币壹亿零壹仟元整"),
            ("1000100010000", "人民币壹万零壹亿零壹万元整"),
            ("6007.14", "人民币陆仟零柒元壹角肆分"),
            (
                "9999999999999999.99",
                "人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分",
            ),
        ] {
            assert_eq!(capitals_zh(amount.parse().unwrap()).unwrap(), capitals, "{amount}");
        }
    }

    #[test]
    fn what_has_no_capitals_is_refused() {
        assert_eq!(capitals_zh("-0.01".parse().unwrap()), Err(CapitalsError::Negative));
        assert_eq!(capitals_zh("0.001".parse().unwrap()), Err(CapitalsError::TooPrecise));
        assert_eq!(capitals_zh("10000000000000000".parse().unwrap()), Err(CapitalsError::TooLarge));
        assert_eq!(capitals_zh(Decimal::MAX), Err(CapitalsError::TooLarge));
        assert!(capitals_zh("0.100".parse().unwrap()).is_ok());
    }

    /// Reads capitals by the meaning of the characters alone; knows nothing of where 零 stands.
    fn read(capitals: &str) -> u64 {
        let (mut total, mut section, mut digit, mut fen) = (0_u64, 0_u64, 0_u64, 0_u64);
        for c in capitals.strip_prefix("人民币").unwrap().chars() {
            match c {
                '拾' | '佰' | '仟' => {
                    section += digit * [10, 100, 1000]["拾佰仟".chars().position(|u| u == c).unwrap()];
                    digit = 0;
                }
                '万' => {
                    total += (section + digit) * 10_000;
                    (section, digit) = (0, 0);
                }
                '亿' => {
                    total = (total + section + digit) * 100_000_000;
                    (section, digit) = (0, 0);
                }
                '元' => {
                    fen += (total + section + digit) * 100;
                    (total, section, digit) = (0, 0, 0);
                }
                '角' => fen += std::mem::take(&mut digit) * 10,
                '分' => fen += std::mem::take(&mut digit),
                '整' => {}
                _ => digit = DIGITS.iter().position(|d| *d == c).unwrap() as u64,
            }
        }
        fen
    }

    proptest! {
        #[test]
        fn a_reader_gets_the_same_amount(digits in 0_u32..18, fen in any::<u64>()) {
            let fen = fen % 10_u64.pow(digits + 1);
            let capitals = capitals_zh(Decimal::from_i128_with_scale(i128::from(fen), 2)).unwrap();
            prop_assert_eq!(read(&capitals), fen, "{}", capitals);
            prop_assert_eq!(capitals.ends_with('整'), fen.is_multiple_of(100));
            prop_assert!(!capitals.contains("零零") && !capitals.contains("零万") && !capitals.contains("零亿"));
        }
    }
}
