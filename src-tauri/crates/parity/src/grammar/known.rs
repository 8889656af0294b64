//! Names: Latin words that stand in a Chinese text as in the English one, and places, products and terms that have a
//! name in each language.

use crate::reading::{FigureKind, FigureWeight, Reading, Side, Tongue, patterns};
use crate::value::Value;

/// English names (the first is the one that is shown) and Chinese ones, folded to simplified characters.
const KNOWN: &[(&[&str], &[&str])] = &[
    (&["Singapore"], &["新加坡", "狮城"]),
    (&["Malaysia"], &["马来西亚", "大马"]),
    (&["Thailand"], &["泰国"]),
    (&["Vietnam", "Viet Nam"], &["越南"]),
    (&["Indonesia"], &["印度尼西亚", "印尼"]),
    (&["Philippines"], &["菲律宾"]),
    (&["Cambodia"], &["柬埔寨"]),
    (&["Laos", "Lao PDR"], &["老挝"]),
    (&["Myanmar", "Burma"], &["缅甸"]),
    (&["Brunei"], &["文莱"]),
    (&["Japan"], &["日本"]),
    (&["India"], &["印度"]),
    (&["Hong Kong"], &["香港"]),
    (&["Macau", "Macao"], &["澳门"]),
    (&["Taiwan"], &["台湾"]),
    (&["Kuala Lumpur"], &["吉隆坡"]),
    (&["Johor Bahru", "Johor"], &["新山", "柔佛"]),
    (&["Penang"], &["槟城", "槟榔屿"]),
    (&["Cyberjaya"], &["赛城"]),
    (&["Bangkok"], &["曼谷"]),
    (&["Chonburi"], &["春武里"]),
    (&["Hanoi", "Ha Noi"], &["河内"]),
    (&["Ho Chi Minh City", "Saigon"], &["胡志明市", "西贡"]),
    (&["Da Nang"], &["岘港"]),
    (&["Jakarta"], &["雅加达"]),
    (&["Surabaya"], &["泗水"]),
    (&["Batam"], &["巴淡"]),
    (&["Bandung"], &["万隆"]),
    (&["Manila"], &["马尼拉"]),
    (&["Cebu"], &["宿务"]),
    (&["Phnom Penh"], &["金边"]),
    (&["Yangon"], &["仰光"]),
    (&["Tokyo"], &["东京"]),
    (&["Beijing"], &["北京"]),
    (&["Shanghai"], &["上海"]),
    (&["Guangzhou"], &["广州"]),
    (&["Shenzhen"], &["深圳"]),
    (&["Hangzhou"], &["杭州"]),
    (&["Nanjing"], &["南京"]),
    (&["Suzhou"], &["苏州"]),
    (&["Chengdu"], &["成都"]),
    (&["Chongqing"], &["重庆"]),
    (&["Wuhan"], &["武汉"]),
    (&["Xi'an", "Xian"], &["西安"]),
    (&["Tianjin"], &["天津"]),
    (&["Guiyang"], &["贵阳"]),
    (&["Ulanqab"], &["乌兰察布"]),
    (&["Zhangjiakou"], &["张家口"]),
    (&["Qingdao"], &["青岛"]),
    (&["Guizhou"], &["贵州"]),
    (&["Guangdong"], &["广东"]),
    (&["Zhejiang"], &["浙江"]),
    (&["Jiangsu"], &["江苏"]),
    (&["Sichuan"], &["四川"]),
    (&["Frankfurt"], &["法兰克福"]),
    (&["Dubai"], &["迪拜"]),
    (&["Alibaba Cloud", "Aliyun"], &["阿里云"]),
    (&["Tencent Cloud"], &["腾讯云"]),
    (&["Huawei Cloud"], &["华为云"]),
    (&["Baidu AI Cloud", "Baidu Cloud"], &["百度智能云", "百度云"]),
    (&["China Telecom"], &["中国电信"]),
    (&["China Unicom"], &["中国联通"]),
    (&["China Mobile"], &["中国移动"]),
    (&["Dameng"], &["达梦"]),
    (&["Kingbase", "KingbaseES"], &["人大金仓", "金仓"]),
    (&["Kylin"], &["麒麟"]),
    (&["WeChat", "Weixin"], &["微信"]),
    (&["DingTalk"], &["钉钉"]),
    (&["RTO", "recovery time objective"], &["恢复时间目标"]),
    (&["RPO", "recovery point objective"], &["恢复点目标"]),
    (&["Party A"], &["甲方"]),
    (&["Party B"], &["乙方"]),
    (&["Party C"], &["丙方"]),
];

/// Zones by name and their minutes before universal time.
const ZONES: &[(&str, i32)] = &[
    ("Beijing time", 480),
    ("China Standard Time", 480),
    ("Singapore time", 480),
    ("SGT", 480),
    ("Hong Kong time", 480),
    ("HKT", 480),
    ("Malaysia time", 480),
    ("Malaysian time", 480),
    ("MYT", 480),
    ("Philippine time", 480),
    ("PHT", 480),
    ("Manila time", 480),
    ("Bangkok time", 420),
    ("Jakarta time", 420),
    ("Hanoi time", 420),
    ("ICT", 420),
    ("WIB", 420),
    ("JST", 540),
    ("Tokyo time", 540),
    ("北京时间", 480),
    ("新加坡时间", 480),
    ("香港时间", 480),
    ("马来西亚时间", 480),
    ("东八区", 480),
    ("马尼拉时间", 480),
    ("菲律宾时间", 480),
    ("曼谷时间", 420),
    ("雅加达时间", 420),
    ("河内时间", 420),
    ("东七区", 420),
    ("东京时间", 540),
    ("东九区", 540),
];

/// Latin words that a Chinese text uses for what English says in another.
const OTHERWISE: &[(&str, &[&str])] = &[
    ("ppt", &["slide", "presentation", "deck", "powerpoint"]),
    ("excel", &["spreadsheet", "workbook"]),
    ("word", &["document"]),
    ("app", &["application", "apps"]),
    ("id", &["identifier", "identity", "identification", "number"]),
    ("db", &["database"]),
    ("dba", &["database administrator"]),
    ("it", &["information technology"]),
    ("ip", &["address", "intellectual property", "internet protocol"]),
    ("kubernetes", &["k8s"]),
    ("pm", &["project manager"]),
    ("ok", &["pass", "accepted"]),
    ("vip", &["key account", "priority"]),
    ("bug", &["defect", "fault"]),
    ("demo", &["demonstration"]),
    ("wifi", &["wireless"]),
    ("kpi", &["indicator"]),
    ("vpn", &["virtual private network"]),
    ("cdn", &["content delivery"]),
    ("tb", &["terabyte"]),
    ("gb", &["gigabyte"]),
    ("poc", &["proof of concept"]),
    ("uat", &["user acceptance"]),
    ("sit", &["system integration"]),
    ("email", &["mail"]),
    ("mail", &["email"]),
    ("qps", &["queries per second", "requests per second"]),
    ("tps", &["transactions per second"]),
    ("vs", &["against", "versus"]),
    ("ai", &["artificial intelligence"]),
    ("api", &["interface"]),
    ("logo", &["mark"]),
    ("server", &["servers"]),
    ("saas", &["software as a service"]),
    ("iaas", &["infrastructure as a service"]),
    ("paas", &["platform as a service"]),
];

patterns! {
    ZONE = r"\b(?:UTC|GMT) ?(?P<s>[+-]) ?0?(?P<h>[0-9]{1,2})(?::?(?P<m>[0-9]{2}))?\b|(?P<z>\b(?:UTC|GMT)\b)";
    LATIN = r"[A-Za-z][A-Za-z'&]*(?:\+\+|#)?(?:[.-][A-Za-z]+)*";
}

/// `UTC+8` and 北京时间: a zone is a fault only against another one.
pub(super) fn zones(side: &mut Side) {
    let zone = |range, minutes| Reading::new(FigureKind::Time, range, vec![Value::Zone(minutes)]).loose();
    side.cut(&ZONE, |found| {
        if found.text("z").is_some() {
            return Some(vec![zone(found.whole(), 0)]);
        }
        let hours: i32 = found.text("h")?.parse().ok()?;
        let minutes = hours * 60 + found.text("m").map_or(Ok(0), str::parse::<i32>).ok()?;
        Some(vec![zone(found.whole(), if found.text("s") == Some("-") { -minutes } else { minutes })])
    });
    let text: String = side.text().to_lowercase();
    let chars: Vec<char> = text.chars().collect();
    for (name, minutes) in ZONES.iter().filter(|(name, _)| text.contains(&name.to_lowercase())) {
        let is_code = name.chars().all(|c| c.is_ascii_uppercase());
        for range in occurrences(&chars, &name.to_lowercase()) {
            if is_code
                && side
                    .folded
                    .get(range.clone())
                    .is_none_or(|found| !found.iter().all(char::is_ascii_uppercase))
            {
                continue;
            }
            // The place in its name stays: 北京时间 is not Singapore time.
            side.readings.push(zone(range, *minutes));
        }
    }
}

/// Where a name stands by itself.
fn occurrences(chars: &[char], name: &str) -> Vec<std::ops::Range<usize>> {
    let name: Vec<char> = name.chars().collect();
    let glued = |inner: char, outer: Option<&char>| {
        inner.is_ascii_alphanumeric() && outer.is_some_and(char::is_ascii_alphanumeric)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = chars.get(at..at + name.len()) {
        let end = at + name.len();
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let (Some(first), Some(last)) = (name.first(), name.last()) else { return found };
        if rest == name.as_slice() && !glued(*first, before) && !glued(*last, chars.get(end)) {
            found.push(at..end);
            at = end;
        } else {
            at += 1;
        }
    }
    found
}

/// Names that both languages have, then every Latin word of the Chinese side.
pub(super) fn read(side: &mut Side) {
    let text = side.text().to_lowercase();
    let chars: Vec<char> = text.chars().collect();
    for (english, chinese) in KNOWN {
        let Some(shown) = english.first() else { continue };
        let names = if side.tongue == Tongue::English { english } else { chinese };
        for name in *names {
            if !text.contains(&name.to_lowercase()) {
                continue;
            }
            for range in occurrences(&chars, &name.to_lowercase()) {
                let value = Value::Known(shown);
                side.readings.push(Reading::new(FigureKind::Name, range, vec![value]).loose());
            }
        }
    }
    if side.tongue == Tongue::Chinese {
        side.cut(&LATIN, |found| {
            let word = found.text_of_all().to_lowercase();
            Some(vec![Reading::new(FigureKind::Name, found.whole(), vec![Value::Name(word)])])
        });
    }
}

/// Makes loose what the English says in the same or other words; what it lacks stays a fault.
pub(crate) fn names_lacking(chinese: &mut Side, english: &Side) {
    let text: String = english.folded.iter().collect::<String>().to_lowercase();
    let squeezed: String = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    let words: Vec<&str> =
        text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let parted = parted(english);
    for reading in &mut chinese.readings {
        let Some(Value::Name(name)) = reading.values.first() else { continue };
        if is_said(name, &text, &squeezed, &words, &parted) {
            reading.weight = FigureWeight::Loose;
        }
    }
}

/// The words of a text, those in capitals within a word apart: `PolarDB` is `polar` and `db`.
fn parted(side: &Side) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last: Option<char> = None;
    for c in &side.folded {
        let begins = last.is_none_or(|last| !last.is_ascii_alphanumeric())
            || (c.is_ascii_uppercase() && last.is_some_and(|last| last.is_ascii_lowercase()));
        if c.is_ascii_alphanumeric() {
            if begins {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.push(c.to_ascii_lowercase());
            }
        }
        last = Some(*c);
    }
    words
}

fn is_said(name: &str, text: &str, squeezed: &str, words: &[&str], parted: &[String]) -> bool {
    let plain: String = name.chars().filter(char::is_ascii_alphanumeric).collect();
    let singular = plain.strip_suffix('s').unwrap_or(&plain);
    let stands = words.iter().any(|word| {
        *word == plain
            || *word == singular
            || word.strip_suffix('s') == Some(&plain)
            || word.strip_suffix("es") == Some(&plain)
    });
    // `TLS` of `TLS1.2`, `wifi` of `Wi-Fi`.
    let begins = words
        .iter()
        .any(|word| word.strip_prefix(&plain).is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit())));
    let joined = plain.len() > 3 && name.contains(['-', '.', '\'', '&']) && squeezed.contains(&plain);
    let apart =
        plain.len() > 3 && (1..words.len()).any(|at| format!("{}{}", words[at - 1], words[at]) == plain);
    let otherwise = OTHERWISE.iter().filter(|(each, _)| *each == plain);
    let is_otherwise = otherwise.flat_map(|(_, names)| *names).any(|each| text.contains(each));
    stands
        || begins
        || joined
        || apart
        || is_otherwise
        || is_initials(&plain, words)
        || parted.contains(&plain)
        || name.split(['-', '.', '&']).all(|part| words.contains(&part))
}

/// Whether words that follow each other begin with these letters; small words may be passed over.
fn is_initials(name: &str, words: &[&str]) -> bool {
    const SMALL: [&str; 8] = ["of", "the", "and", "for", "to", "in", "on", "a"];
    let letters: Vec<char> = name.chars().collect();
    if letters.len() < 2 || letters.len() > 6 {
        return false;
    }
    (0..words.len()).any(|from| {
        let mut next = 0;
        for word in &words[from..] {
            if next == letters.len() {
                break;
            }
            let first = word.chars().next();
            if first == letters.get(next).copied() {
                next += 1;
            } else if !SMALL.contains(word) || next == 0 {
                return false;
            }
        }
        next == letters.len()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grammar::read;

    fn lacking(english: &str, chinese: &str) -> Vec<String> {
        let english = read(english, Tongue::English);
        let mut chinese = read(chinese, Tongue::Chinese);
        names_lacking(&mut chinese, &english);
        let firm = chinese
            .readings
            .iter()
            .filter(|reading| reading.weight == FigureWeight::Firm && reading.kind == FigureKind::Name);
        firm.map(|reading| reading.values[0].to_string()).collect()
    }

    #[test]
    fn a_latin_word_stands_on_both_sides() {
        for (english, chinese, expected) in [
            ("Kafka holds the events.", "事件存于 Kafka。", vec![]),
            ("RabbitMQ holds the events.", "事件存于 Kafka。", vec!["kafka"]),
            ("The recovery time objective is met.", "RTO 达标。", vec![]),
            ("Terms of reference", "TOR", vec![]),
            ("TLS 1.2", "TLS1.2", vec![]),
            ("the APIs", "API", vec![]),
            ("Wi-Fi", "WiFi", vec![]),
            ("slides", "PPT", vec![]),
        ] {
            assert_eq!(lacking(english, chinese), expected, "{english} | {chinese}");
        }
    }
}
