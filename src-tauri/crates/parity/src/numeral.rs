//! Chinese numerals, ordinary and in capitals 大写.

use rust_decimal::Decimal;

/// The value of a digit, in either manner.
pub(crate) fn digit(c: char) -> Option<u64> {
    Some(match c {
        '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn unit(c: char) -> Option<u64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        _ => return None,
    })
}

fn large(c: char) -> Option<u64> {
    Some(match c {
        '万' => 10_000,
        '亿' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => return None,
    })
}

/// A whole number: 二十四 is 24, 一百零三 is 103, 一万五 is 15,000; digits alone are read one by one (二零二六).
/// Nothing for units without a digit (千万) and what is no number (一一万).
pub(crate) fn whole(written: &str) -> Option<u64> {
    let plain: String = written.chars().map(|c| if c == '廿' { '二' } else { c }).collect();
    let plain = expanded(&plain, written);
    if plain.chars().all(|c| digit(c).is_some()) {
        return plain.chars().try_fold(0_u64, |sum, c| sum.checked_mul(10)?.checked_add(digit(c)?));
    }
    let first = plain.chars().next()?;
    if digit(first).is_none() && !matches!(first, '十' | '拾') {
        return None;
    }
    let (mut total, mut section, mut waiting) = (0_u64, 0_u64, None::<u64>);
    // What a digit at the end counts: 一万五 is 15,000, but 一万零五 is 10,005.
    let (mut last_unit, mut after_zero, mut smallest) = (1_u64, false, u64::MAX);
    for c in plain.chars() {
        if let Some(value) = digit(c) {
            if waiting.is_some_and(|before| before != 0) {
                return None;
            }
            after_zero = value == 0 || (after_zero && waiting == Some(0));
            waiting = Some(value);
        } else if let Some(by) = unit(c) {
            if by >= smallest {
                return None;
            }
            section = section.checked_add(waiting.take().unwrap_or(1).checked_mul(by)?)?;
            (last_unit, smallest, after_zero) = (by, by, false);
        } else {
            let by = large(c)?;
            let counted = section.checked_add(waiting.take().unwrap_or(0))?;
            let counted = if by > 10_000 { total.checked_add(counted)? } else { counted };
            let scaled = counted.checked_mul(by)?;
            total = if by > 10_000 { scaled } else { total.checked_add(scaled)? };
            (section, last_unit, smallest, after_zero) = (0, by, u64::MAX, false);
        }
    }
    let ones = match waiting {
        Some(value) if !after_zero && last_unit >= 100 => value.checked_mul(last_unit / 10)?,
        Some(value) => value,
        None => 0,
    };
    total.checked_add(section)?.checked_add(ones)
}

/// 廿 and 卅 written out.
fn expanded(plain: &str, written: &str) -> String {
    if written.contains('廿') || written.contains('卅') {
        written.replace('廿', "二十").replace('卅', "三十")
    } else {
        plain.to_owned()
    }
}

/// With decimals: 九十九点九五, 一点五万.
pub(crate) fn decimal(written: &str) -> Option<Decimal> {
    let Some((before, after)) = written.split_once('点') else { return whole(written).map(Decimal::from) };
    let places: String = after.chars().take_while(|c| digit(*c).is_some()).collect();
    let digits: String =
        places.chars().filter_map(digit).filter_map(|d| char::from_digit(d as u32, 10)).collect();
    let number = Decimal::from_str_exact(&format!("{}.{digits}", whole(before)?)).ok()?;
    scale(&after[places.len()..]).and_then(|by| number.checked_mul(by))
}

/// By how much 万, 百万, 万亿 and their like multiply.
pub(crate) fn scale(written: &str) -> Option<Decimal> {
    written.chars().try_fold(Decimal::ONE, |by, c| {
        let each = unit(c).or_else(|| large(c))?;
        by.checked_mul(Decimal::from(each))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_in_every_manner() {
        for (written, value) in [
            ("零", Some(0)),
            ("十", Some(10)),
            ("十五", Some(15)),
            ("二十四", Some(24)),
            ("一百零三", Some(103)),
            ("一百二", Some(120)),
            ("一万五", Some(15_000)),
            ("一万五千", Some(15_000)),
            ("一万零五", Some(10_005)),
            ("三百二十四万", Some(3_240_000)),
            ("二零二六", Some(2026)),
            ("一亿二千万", Some(120_000_000)),
            ("三万亿", Some(3_000_000_000_000)),
            ("廿四", Some(24)),
            ("卅", Some(30)),
            ("叁佰贰拾肆万", Some(3_240_000)),
            ("贰拾伍万", Some(250_000)),
            ("壹仟零伍拾", Some(1_050)),
            ("两千零二十六", Some(2026)),
            ("千万", None),
            ("一一万", None),
        ] {
            assert_eq!(whole(written), value, "{written}");
        }
    }

    #[test]
    fn decimals_and_scales() {
        for (written, value) in
            [("九十九点九五", "99.95"), ("一点五万", "15000.0"), ("三点零", "3.0"), ("二十", "20")]
        {
            assert_eq!(decimal(written).unwrap().to_string(), value, "{written}");
        }
        assert_eq!(scale("百万").unwrap(), Decimal::from(1_000_000));
        assert_eq!(scale("个"), None);
    }
}
