//! Numbers in digits and in Chinese numerals, and the idioms whose numerals are no figures.

use rust_decimal::Decimal;

use crate::numeral;
use crate::reading::{Found, Manner, Number, Side, TAKEN, Tongue, patterns};
use crate::words;

/// Words that hold a numeral and no figure. A numeral beside one makes it a figure after all (三千万).
const IDIOMS: &str = "单位|单价|单据|单独|单元|清单|订单|工单|名单|账单|菜单|表单|简单|保单|首页|首席|首先|无论|无法|无线|未来|一些|一起|一致|一旦|一直|一定|一般|一样|一并|一律|一切|一方面|另一方面|一经|一同|统一|唯一|第一时间|十分|万一|千万|一下|一度|一向|\
一系列|一揽子|一体化|一体|一站式|一键|一线|二线|三线|进一步|逐一|之一|同一|单一|一次性|一贯|一流|不一|任一|每一|某一|哪一|一对一|一一|一概|一再|一时|一带一路|\
一旁|一边|一面|合一|归一|一言|一把手|一手|一路|一味|一心|一举|一目了然|一应俱全|一成不变|五险一金|七大洲|四舍五入|三思|百度|百货|千家万户|万维网|万科|万达|万华|\
万国|万全|三亚|四川|九江|六安|三峡|三星|七牛|五矿|一汽|九龙|三明|二连浩特|三一重工|四通|五粮液|六合|八达|九州|百色|十堰|千岛|丝毫不|十四五|十三五|十五五|三方协议|\
一式|二维码|三维|二进制|十进制|十六进制|八进制|七层|四眼|一卡通|一网通|一窗|一本|第三方|第三人|第二天|第一责任人|三甲|一揽|如一|划一|专一|有一定|万物|万能|万用|\
四季|三包|五一|十一黄金周|双十一|三伏|一会|两难|两可|零售|零部件|零件|零星|零信任|零碎|零散|零食|三农|两会|三会|一审|二审|两化|三同步|三员|不三不四|接二连三|乱七八糟|\
一条龙|一把|一脉|一齐|一生|一家之|九寨|六盘水|七台河|四平|三门峡|五指山|八宝|二手|二次开发|千篇|万象|万隆|百事|百年|一票否决|千兆以太|万兆以太|一把关|五湖四海|四面八方";

/// The same in English.
const PHRASES: &str = r"(?i)\b(?:no (?:more|less|fewer|later|longer|lower|sooner|earlier) than|one another|one[- ]off|one[- ]stop|one by one|no one|one[- ]time|at one point|at one time|second to none|on the one hand|on one hand|first and foremost|at first|in the first place|first[- ]hand|first[- ]class|first[- ]party|third[- ]part(?:y|ies)(?:'s)?|second[- ]hand|on second thoughts?|hundreds of|thousands of|millions of|tens of thousands of|dozens of|tens of|four[- ]eyes|fifty[- ]fifty|one of the|one of (?:its|our|their|these|those|them)|the one(?: that| who|s)?|as one|one and the same|one or more|one[- ]way|one[- ]on[- ]one|one[- ]to[- ]one|zero[- ]trust|nine to five|(?:the )?1[345](?:th) five[- ]year plan|day one|square one|all in one|all[- ]in[- ]one|one may|the second (?:copy|reading) being|first come|first served)\b";

patterns! {
    HAN_IDIOM = IDIOMS;
    ENGLISH_IDIOM = PHRASES;
    GROUPED = r"(?P<lead>^|[^0-9.])(?P<f>-?[0-9]{1,3}(?:(?:,[0-9]{3})+|(?: [0-9]{3})+|(?:'[0-9]{3})+)(?:\.[0-9]+)?)(?:[^0-9]|$)";
    POINTS = r"(?P<lead>^|[^0-9.,])(?P<f>-?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?)(?:[^0-9.]|$)";
    SCALED = r"(?P<lead>^|[^0-9.])(?P<f>(?P<n>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?) ?(?P<more>[余多来几])?(?P<scale>[百千万亿]{1,2}))(?P<next>.?)";
    SPAN_SCALED = r"(?P<lead>^|[^0-9.])(?P<f>(?P<n>[0-9]{1,4}(?:\.[0-9]+)?)) ?(?:-|~|至|到) ?[0-9]+(?:\.[0-9]+)? ?(?P<scale>[百千]?[万亿]|千)(?P<next>.?)";
    PLAIN = r"(?P<lead>^|[^0-9])(?P<f>(?:-)?(?P<n>[0-9]+(?:\.[0-9]+)?))";
    NUMERALS = r"(?P<lead>[数几上成近每]?)(?P<f>[零一二三四五六七八九两][零一二三四五六七八九十百千万亿两]*(?:点[零一二三四五六七八九]+[百千万亿]*)?|[十廿卅][零一二三四五六七八九十百千万亿两]*)(?P<more>[余多来几])?(?P<scale>[百千万亿]*)";
    CAPITALS = r"(?P<f>[零壹贰叁肆伍陆柒捌玖拾佰仟][零壹贰叁肆伍陆柒捌玖拾佰仟百千万亿两]*)(?P<next>.?)";
    ENGLISH_ORDINAL = r"(?i)\b(?P<n>[0-9]+)(?:st|nd|rd|th)\b";
}

/// Blanks idioms, before anything else looks at their numerals.
pub(super) fn idioms(side: &mut Side) {
    let pattern = if side.tongue == Tongue::English { &ENGLISH_IDIOM } else { &HAN_IDIOM };
    let text = side.text();
    let chars: Vec<char> = text.chars().collect();
    let is_numeral = |c: Option<&char>| {
        c.is_some_and(|c| c.is_ascii_digit() || "零一二三四五六七八九十百千万亿两第".contains(*c))
    };
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let at = |byte: usize| starts.partition_point(|start| *start < byte);
    let mut blanks = Vec::new();
    for found in pattern.find_iter(&text) {
        let range = at(found.start())..at(found.end());
        let before = range.start.checked_sub(1).and_then(|before| chars.get(before));
        let after = chars.get(range.end);
        let is_fraction = found.as_str() == "之一" && before == Some(&'分');
        let is_beside = side.tongue == Tongue::Chinese
            && (is_numeral(before) || (is_numeral(after) && found.as_str() != "一一"));
        if !is_fraction && !is_beside {
            blanks.push(range);
        }
    }
    for range in blanks {
        side.blank(range, TAKEN);
    }
}

/// Puts a number wherever one stands.
pub(super) fn read(side: &mut Side) {
    side.cut_numbers(&GROUPED, |found| {
        let plain: String = found.text("f")?.chars().filter(|c| !", '".contains(*c)).collect();
        Some(digits(Decimal::from_str_exact(&plain).ok()?))
    });
    side.cut_numbers(&POINTS, |found| {
        let text = found.text("f")?;
        let grouped: String =
            text.chars().filter(|c| *c != '.').map(|c| if c == ',' { '.' } else { c }).collect();
        let grouped = Decimal::from_str_exact(&grouped).ok()?;
        match Decimal::from_str_exact(text) {
            Ok(value) => Some(Number { otherwise: Some(grouped), ..digits(value) }),
            Err(_) => Some(digits(grouped)),
        }
    });
    if side.tongue == Tongue::Chinese {
        side.cut_numbers(&SPAN_SCALED, scaled);
        side.cut_numbers(&SCALED, scaled);
    }
    side.cut_numbers(&ENGLISH_ORDINAL, |found| {
        Some(Number { manner: Manner::Ordinal, ..digits(found.text("n")?.parse::<u64>().ok()?.into()) })
    });
    side.cut_numbers(&PLAIN, |found| {
        let value = Decimal::from_str_exact(found.text("n")?).ok()?;
        // A hyphen behind a figure or a word is a dash, not a minus.
        let is_negative = found.text("f")?.starts_with('-')
            && found
                .text("lead")
                .is_none_or(|lead| lead.is_empty() || " (=:<>,~±，（：为是差至约达".contains(lead));
        Some(digits(if is_negative { -value } else { value }))
    });
    match side.tongue {
        Tongue::English => words::read(side),
        Tongue::Chinese => {
            capitals(side);
            super::count::successive(side);
            side.cut_numbers(&NUMERALS, numerals);
            words::said_twice(side);
        }
    }
}

fn digits(value: Decimal) -> Number {
    Number { value, otherwise: None, manner: Manner::Digits }
}

/// `50万`, `3 千瓦` being three and a unit.
fn scaled(found: &Found<'_>) -> Option<Number> {
    let scale = found.text("scale")?;
    let is_unit =
        scale == "千" && "瓦克米字伏赫比".contains(found.text("next")?) && !found.text("next")?.is_empty();
    let is_part = scale.starts_with('百') && found.text("next") == Some("分");
    if is_unit || is_part {
        return None;
    }
    let plain: String = found.text("n")?.chars().filter(|c| *c != ',').collect();
    let value = Decimal::from_str_exact(&plain).ok()?.checked_mul(numeral::scale(scale)?)?;
    Some(digits(value.normalize()))
}

fn numerals(found: &Found<'_>) -> Option<Number> {
    let written = found.text("f")?;
    // 数十, 上百: no figure.
    let is_vague = found.text("lead").is_some_and(|lead| matches!(lead, "数" | "几" | "上" | "成"))
        && written.starts_with(['十', '百', '千', '万']);
    if is_vague {
        return None;
    }
    let count = written.chars().count();
    let value = numeral::decimal(written)?;
    let value = match found.text("scale") {
        Some(scale) if !scale.is_empty() && found.text("more").is_some() => {
            value.checked_mul(numeral::scale(scale)?)?
        }
        _ => value,
    };
    let manner = if count == 1 { Manner::Numeral } else { Manner::Words };
    Some(Number { value, otherwise: None, manner })
}

fn capitals(side: &mut Side) {
    side.cut_numbers(&CAPITALS, |found| {
        let written = found.text("f")?;
        let is_one = written.chars().any(|c| "壹贰叁肆伍陆柒捌玖".contains(c));
        let is_money = found
            .text("next")
            .is_some_and(|next| !next.is_empty() && "元圆块角分份整天日个年月台套页张".contains(next));
        let many = written.chars().count() > 1;
        let scaled = written.chars().any(|c| "拾佰仟万亿".contains(c));
        (is_one && (is_money || (many && scaled))).then_some(())?;
        Some(Number { value: numeral::decimal(written)?, otherwise: None, manner: Manner::Capitals })
    });
}

#[cfg(test)]
mod tests {
    use crate::grammar::values;
    use crate::reading::Tongue::{Chinese, English};

    #[test]
    fn numbers_are_read_with_marks_and_scales() {
        for (english, chinese, expected) in [
            ("10,000 users", "一万名用户", "10000 things"),
            ("15,000 users", "一万五千名用户", "15000 things"),
            ("1 000 000 rows", "1000000行", "1000000 things"),
            ("two million users", "200万用户", "2000000"),
            ("1.5 billion rows", "15亿行", "1500000000 things"),
            ("twelve servers", "十二台服务器", "12 things"),
            ("5 trillion", "5万亿", "5000000000000"),
        ] {
            let bare = |found: Vec<String>| found.join(" ").replace(" things", "");
            let expected = expected.replace(" things", "");
            assert_eq!(bare(values(english, English)), expected, "{english}");
            assert_eq!(bare(values(chinese, Chinese)), expected, "{chinese}");
        }
    }

    #[test]
    fn idioms_hold_no_figure() {
        for text in
            ["一些", "一起", "统一", "十分重要", "万一失败", "千万注意", "数十家", "进一步", "第一时间"]
        {
            assert!(values(text, Chinese).is_empty(), "{text}: {:?}", values(text, Chinese));
        }
        for text in ["one of the parties", "at one point", "second to none", "hundreds of users", "no one"] {
            assert!(values(text, English).is_empty(), "{text}: {:?}", values(text, English));
        }
    }
}
