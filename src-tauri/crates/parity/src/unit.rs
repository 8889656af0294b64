//! Units of measure by their words and symbols in both languages, each as a factor of one base unit.

use std::sync::LazyLock;

use rust_decimal::Decimal;

use crate::value::{Measure, Value};

/// A unit: so many of the base unit of its dimension.
pub(crate) struct Unit {
    pub(crate) dimension: &'static str,
    /// Coefficient and power of ten.
    factor: (i64, i32),
    /// In lower case, plurals among them.
    pub(crate) words: &'static [&'static str],
    /// As they are written.
    pub(crate) symbols: &'static [&'static str],
    pub(crate) chinese: &'static [&'static str],
}

const fn unit(
    dimension: &'static str,
    factor: (i64, i32),
    words: &'static [&'static str],
    symbols: &'static [&'static str],
    chinese: &'static [&'static str],
) -> Unit {
    Unit { dimension, factor, words, symbols, chinese }
}

/// Days are no hours: a contract that says 48 hours does not say two days.
pub(crate) const UNITS: &[Unit] = &[
    unit("second", (1, -9), &["nanosecond", "nanoseconds"], &["ns"], &["纳秒"]),
    unit("second", (1, -6), &["microsecond", "microseconds"], &["µs", "μs", "us"], &["微秒"]),
    unit("second", (1, -3), &["millisecond", "milliseconds"], &["ms", "msec"], &["毫秒"]),
    unit("second", (1, 0), &["second", "seconds", "sec", "secs"], &["s"], &["秒钟", "秒"]),
    unit("second", (60, 0), &["minute", "minutes", "min", "mins"], &[], &["分钟", "分"]),
    unit("second", (3600, 0), &["hour", "hours", "hr", "hrs"], &["h"], &["个小时", "小时", "个钟头", "钟头"]),
    unit(
        "working hour",
        (1, 0),
        &["working hour", "working hours", "business hour", "business hours", "office hours"],
        &[],
        &["个工作小时", "工作小时", "工作时"],
    ),
    unit(
        "day",
        (1, 0),
        &["day", "days", "calendar day", "calendar days", "natural day", "natural days"],
        &["d"],
        &["个自然日", "自然日", "自然天", "日历日", "日历天", "个日历日", "个日历天", "天", "日"],
    ),
    unit("day", (7, 0), &["week", "weeks", "wk", "wks"], &[], &["个星期", "星期", "个礼拜", "礼拜", "周"]),
    unit("day", (14, 0), &["fortnight", "fortnights"], &[], &[]),
    unit(
        "working day",
        (1, 0),
        &[
            "working day",
            "working days",
            "business day",
            "business days",
            "workday",
            "workdays",
            "work day",
            "work days",
            "banking days",
            "banking day",
        ],
        &[],
        &["个工作日", "工作日", "个工作天", "工作天", "个营业日", "营业日"],
    ),
    unit(
        "month",
        (1, 0),
        &["month", "months", "calendar month", "calendar months", "mth", "mths"],
        &[],
        &["个自然月", "自然月", "个月", "月"],
    ),
    unit("month", (3, 0), &["quarter", "quarters"], &[], &["个季度", "季度", "个季"]),
    unit(
        "month",
        (12, 0),
        &["year", "years", "yr", "yrs", "calendar year", "calendar years"],
        &[],
        &["周年", "年", "个年度", "年度"],
    ),
    unit("month", (120, 0), &["decade", "decades"], &[], &[]),
    unit(
        "person-day",
        (1, 0),
        &[
            "person-day",
            "person-days",
            "person day",
            "person days",
            "man-day",
            "man-days",
            "man days",
            "man day",
        ],
        &[],
        &["个人天", "人天", "个人日", "人日", "人·天", "人工日"],
    ),
    unit(
        "person-month",
        (1, 0),
        &["person-month", "person-months", "man-month", "man-months", "person months", "man months"],
        &[],
        &["个人月", "人月", "人·月"],
    ),
    unit(
        "person-hour",
        (1, 0),
        &["person-hour", "person-hours", "man-hour", "man-hours", "man hours", "person hours"],
        &[],
        &["工时", "个工时", "人·时"],
    ),
    unit("byte", (1, 0), &["byte", "bytes"], &["B"], &["字节", "个字节"]),
    unit("byte", (1, 3), &["kilobyte", "kilobytes"], &["KB", "kB"], &["千字节"]),
    unit("byte", (1, 6), &["megabyte", "megabytes"], &["MB"], &["兆字节"]),
    unit("byte", (1, 9), &["gigabyte", "gigabytes", "gig", "gigs"], &["GB"], &["吉字节"]),
    unit("byte", (1, 12), &["terabyte", "terabytes"], &["TB"], &["太字节"]),
    unit("byte", (1, 15), &["petabyte", "petabytes"], &["PB"], &["拍字节"]),
    unit("byte", (1, 18), &["exabyte", "exabytes"], &["EB"], &[]),
    unit("byte", (1024, 0), &[], &["KiB"], &[]),
    unit("byte", (1_048_576, 0), &[], &["MiB"], &[]),
    unit("byte", (1_073_741_824, 0), &[], &["GiB"], &[]),
    unit("byte", (1_099_511_627_776, 0), &[], &["TiB"], &[]),
    unit("byte", (1_125_899_906_842_624, 0), &[], &["PiB"], &[]),
    unit("byte per second", (1, 3), &[], &["KB/s", "kB/s"], &[]),
    unit("byte per second", (1, 6), &[], &["MB/s", "MBps"], &["兆字节每秒", "兆字节/秒"]),
    unit("byte per second", (1, 9), &[], &["GB/s", "GBps"], &[]),
    unit("byte per second", (1, 12), &[], &["TB/s"], &[]),
    unit("bit per second", (1, 0), &["bits per second"], &["bit/s"], &["比特每秒", "比特/秒"]),
    unit(
        "bit per second",
        (1, 3),
        &["kilobits per second"],
        &["kbps", "Kbps", "kbit/s", "kb/s", "Kb/s"],
        &["千比特每秒"],
    ),
    unit(
        "bit per second",
        (1, 6),
        &["megabits per second"],
        &["Mbps", "mbps", "MBit/s", "Mbit/s", "Mb/s"],
        &["兆比特每秒", "兆位每秒", "兆比特/秒"],
    ),
    unit(
        "bit per second",
        (1, 9),
        &["gigabits per second"],
        &["Gbps", "gbps", "Gbit/s", "Gb/s"],
        &["吉比特每秒", "千兆比特每秒", "吉比特/秒"],
    ),
    unit("bit per second", (1, 12), &["terabits per second"], &["Tbps", "Tbit/s", "Tb/s"], &["太比特每秒"]),
    unit("bit", (1, 0), &["bit", "bits"], &[], &["比特", "位"]),
    unit("metre", (1, -3), &["millimetre", "millimetres", "millimeter", "millimeters"], &["mm"], &["毫米"]),
    unit(
        "metre",
        (1, -2),
        &["centimetre", "centimetres", "centimeter", "centimeters"],
        &["cm"],
        &["厘米", "公分"],
    ),
    unit("metre", (1, 0), &["metre", "metres", "meter", "meters"], &["m"], &["米", "公尺"]),
    unit(
        "metre",
        (1, 3),
        &["kilometre", "kilometres", "kilometer", "kilometers"],
        &["km"],
        &["公里", "千米"],
    ),
    unit("metre", (1852, 0), &["nautical mile", "nautical miles"], &[], &["海里"]),
    unit("inch", (1, 0), &["inch", "inches"], &[], &["英寸", "寸"]),
    unit(
        "square metre",
        (1, 0),
        &["square metre", "square metres", "square meter", "square meters", "sqm", "sq m"],
        &["m²", "m2", "㎡"],
        &["平方米", "平米", "㎡"],
    ),
    unit("square metre", (1, 4), &["hectare", "hectares"], &["ha"], &["公顷"]),
    unit(
        "cubic metre",
        (1, 0),
        &["cubic metre", "cubic metres", "cubic meter", "cubic meters"],
        &["m³", "m3"],
        &["立方米", "立方"],
    ),
    unit("litre", (1, 0), &["litre", "litres", "liter", "liters"], &["L"], &["升"]),
    unit("kilogram", (1, -3), &["gram", "grams"], &["g"], &["克"]),
    unit("kilogram", (1, 0), &["kilogram", "kilograms", "kilo", "kilos"], &["kg"], &["公斤", "千克"]),
    unit(
        "kilogram",
        (1, 3),
        &["tonne", "tonnes", "ton", "tons", "metric ton", "metric tons"],
        &["t"],
        &["公吨", "吨"],
    ),
    unit(
        "degree Celsius",
        (1, 0),
        &["degrees celsius", "degree celsius", "degrees centigrade"],
        &["°C", "℃", "° C"],
        &["摄氏度", "℃", "°C"],
    ),
    unit("watt", (1, 0), &["watt", "watts"], &["W"], &["瓦特", "瓦"]),
    unit("watt", (1, 3), &["kilowatt", "kilowatts"], &["kW", "KW"], &["千瓦"]),
    unit("watt", (1, 6), &["megawatt", "megawatts"], &["MW"], &["兆瓦"]),
    unit(
        "watt hour",
        (1, 3),
        &["kilowatt-hour", "kilowatt-hours", "kilowatt hours", "kilowatt hour"],
        &["kWh", "KWh", "kW·h"],
        &["千瓦时", "千瓦·时", "度电"],
    ),
    unit("watt hour", (1, 6), &["megawatt-hours", "megawatt hours"], &["MWh"], &["兆瓦时"]),
    unit("volt-ampere", (1, 3), &["kilovolt-amperes"], &["kVA", "KVA"], &["千伏安"]),
    unit("volt", (1, 0), &["volt", "volts"], &["V"], &["伏特", "伏"]),
    unit("volt", (1, 3), &["kilovolt", "kilovolts"], &["kV"], &["千伏"]),
    unit("ampere", (1, 0), &["ampere", "amperes", "amp", "amps"], &["A"], &["安培"]),
    unit("hertz", (1, 0), &["hertz"], &["Hz"], &["赫兹", "赫"]),
    unit("hertz", (1, 3), &["kilohertz"], &["kHz"], &["千赫"]),
    unit("hertz", (1, 6), &["megahertz"], &["MHz"], &["兆赫兹", "兆赫"]),
    unit("hertz", (1, 9), &["gigahertz"], &["GHz"], &["吉赫兹", "吉赫"]),
    unit("decibel", (1, 0), &["decibel", "decibels"], &["dB"], &["分贝"]),
    unit("rack unit", (1, 0), &["rack unit", "rack units"], &["U"], &["个机架单位"]),
];

/// A dimension, empty for a plain number, with coefficient and power of ten.
type Meaning = (&'static str, (i64, i32));

/// Letters and words that several units share: every one of them is tried.
const SHARED: &[(&str, &[Meaning])] = &[
    ("m", &[("metre", (1, 0)), ("", (1, 6)), ("second", (60, 0))]),
    ("M", &[("", (1, 6)), ("byte", (1, 6)), ("bit per second", (1, 6)), ("metre", (1, 0))]),
    ("k", &[("", (1, 3))]),
    ("K", &[("", (1, 3)), ("byte", (1, 3))]),
    ("G", &[("byte", (1, 9)), ("bit per second", (1, 9)), ("", (1, 0))]),
    ("T", &[("byte", (1, 12)), ("", (1, 12)), ("kilogram", (1, 3))]),
    ("P", &[("byte", (1, 15)), ("", (1, 0))]),
    ("b", &[("", (1, 9)), ("bit", (1, 0))]),
    ("bn", &[("", (1, 9))]),
    ("mn", &[("", (1, 6))]),
    ("tn", &[("", (1, 12))]),
    ("B", &[("byte", (1, 0)), ("", (1, 9))]),
    ("w", &[("day", (7, 0)), ("", (1, 4))]),
    ("W", &[("watt", (1, 0)), ("", (1, 4))]),
    ("y", &[("month", (12, 0))]),
    ("mo", &[("month", (1, 0))]),
    ("A", &[("ampere", (1, 0)), ("", (1, 0))]),
    ("U", &[("rack unit", (1, 0)), ("", (1, 0))]),
    ("V", &[("volt", (1, 0)), ("", (1, 0))]),
    ("L", &[("litre", (1, 0)), ("", (1, 0))]),
    ("分", &[("second", (60, 0)), ("", (1, 0))]),
    ("位", &[("bit", (1, 0)), ("", (1, 0))]),
    ("日", &[("day", (1, 0)), ("ordinal", (1, 0))]),
    ("兆", &[("bit per second", (1, 6)), ("byte", (1, 6)), ("", (1, 12)), ("", (1, 6))]),
    ("个季度", &[("month", (3, 0)), ("", (1, 0))]),
    ("季度", &[("month", (3, 0)), ("", (1, 0))]),
    ("quarters", &[("month", (3, 0)), ("", (1, 0))]),
    ("度", &[("watt hour", (1, 3)), ("degree Celsius", (1, 0)), ("", (1, 0))]),
    ("半月", &[("day", (15, 0))]),
    ("寸", &[("inch", (1, 0))]),
    ("学时", &[("second", (3600, 0)), ("", (1, 0))]),
    ("课时", &[("second", (3600, 0)), ("", (1, 0))]),
];

/// What a spelling can be: dimension (empty for a plain number) and factor.
pub(crate) fn meanings(spelling: &str) -> Vec<(&'static str, Decimal)> {
    if let Some((_, shared)) = SHARED.iter().find(|(each, _)| *each == spelling) {
        return shared.iter().filter_map(|(dimension, by)| Some((*dimension, factor(*by)?))).collect();
    }
    let lower = spelling.to_lowercase();
    let found =
        UNITS.iter().find(|unit| unit.symbols.contains(&spelling) || unit.chinese.contains(&spelling));
    let found = found.or_else(|| UNITS.iter().find(|unit| unit.words.contains(&lower.as_str())));
    found.and_then(|unit| Some((unit.dimension, factor(unit.factor)?))).into_iter().collect()
}

/// Whether a dimension is one of time.
pub(crate) fn is_time(dimension: &str) -> bool {
    matches!(dimension, "second" | "day" | "working day" | "working hour" | "month")
}

fn factor((coefficient, power): (i64, i32)) -> Option<Decimal> {
    let ten = |power: u32| 10_i64.checked_pow(power).map(Decimal::from);
    let by = ten(power.unsigned_abs())?;
    let coefficient = Decimal::from(coefficient);
    if power < 0 { coefficient.checked_div(by) } else { coefficient.checked_mul(by) }
}

fn alternatives(spellings: impl Iterator<Item = &'static str>) -> String {
    let mut all: Vec<&str> = spellings.collect();
    all.sort_by_key(|each| (std::cmp::Reverse(each.chars().count()), *each));
    all.dedup();
    all.iter().map(|each| regex::escape(each)).collect::<Vec<_>>().join("|")
}

/// Words of units and symbols, as the alternatives of a pattern.
pub(crate) static ENGLISH: LazyLock<(String, String)> = LazyLock::new(|| {
    let ascii = |text: &&&'static str| text.is_ascii();
    let words = UNITS.iter().flat_map(|unit| unit.words);
    let symbols = UNITS.iter().flat_map(|unit| unit.symbols);
    let shared = SHARED.iter().map(|(spelling, _)| spelling).filter(ascii);
    (alternatives(words.copied()), alternatives(symbols.chain(shared).copied()))
});

/// The Chinese names of units, as the alternatives of a pattern.
pub(crate) static CHINESE: LazyLock<String> = LazyLock::new(|| {
    let shared = SHARED.iter().map(|(spelling, _)| spelling).filter(|spelling| !spelling.is_ascii());
    alternatives(UNITS.iter().flat_map(|unit| unit.chinese).chain(shared).copied())
});

/// Whether the text names a unit in which `number` is this quantity, as a heading does (`RTO (minutes)`, `单位：分钟`) or
/// the figure before it (`4 working days instead of 2`).
pub(crate) fn is_number_of(quantity: &Value, number: Decimal, text: &str) -> bool {
    let Value::Figure { value, measure: Measure::In(dimension) } = quantity else { return false };
    let lower = text.to_lowercase();
    let padded = format!(" {} ", lower.replace(|c: char| !c.is_alphanumeric(), " "));
    let is_quantity = |unit: &&Unit| {
        let scaled = factor(unit.factor).and_then(|factor| number.checked_mul(factor));
        unit.dimension == *dimension && scaled == Some(*value)
    };
    UNITS.iter().filter(is_quantity).any(|unit| {
        unit.words.iter().any(|name| padded.contains(&format!(" {} ", name.replace('-', " "))))
            || unit.symbols.iter().any(|name| text.contains(&format!("({name})")))
            || unit.chinese.iter().any(|name| text.contains(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_of_both_languages_are_the_same() {
        for (english, chinese) in [
            ("minutes", "分钟"),
            ("ms", "毫秒"),
            ("GB", "吉字节"),
            ("business days", "个工作日"),
            ("calendar days", "自然日"),
            ("months", "个月"),
            ("man-days", "人天"),
            ("kW", "千瓦"),
        ] {
            assert_eq!(meanings(english), meanings(chinese), "{english}");
            assert_eq!(meanings(english).len(), 1, "{english}");
        }
        assert_ne!(meanings("working days"), meanings("days"));
        assert_ne!(meanings("GB"), meanings("Gbps"));
        assert!(meanings("servers").is_empty());
    }
}
