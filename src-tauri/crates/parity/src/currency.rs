//! Currencies by sign, code and name. The names of one are in the order in which they are tried: longest first.

use std::sync::LazyLock;

/// Codes, what stands for them in signs and English, and what in Chinese (folded to simplified characters).
pub(crate) struct Currency {
    pub(crate) codes: &'static [&'static str],
    pub(crate) signs: &'static [&'static str],
    /// In lower case, singular.
    pub(crate) english: &'static [&'static str],
    pub(crate) chinese: &'static [&'static str],
}

const fn of(
    codes: &'static [&'static str],
    signs: &'static [&'static str],
    english: &'static [&'static str],
    chinese: &'static [&'static str],
) -> Currency {
    Currency { codes, signs, english, chinese }
}

/// A name or sign that several currencies share stands for each of them.
pub(crate) const CURRENCIES: &[Currency] = &[
    of(
        &["CNY"],
        &["CN¥", "RMB¥", "RMB"],
        &["chinese yuan", "yuan renminbi", "yuan", "renminbi"],
        &["人民币", "元人民币", "元", "圆", "块钱"],
    ),
    of(&["CNY", "JPY"], &["¥"], &[], &[]),
    of(
        &["USD"],
        &["US$", "U.S.$", "USD$"],
        &["us dollar", "u.s. dollar", "united states dollar", "american dollar"],
        &["美元", "美金", "美圆"],
    ),
    of(
        &["SGD"],
        &["S$", "SG$", "SGD$"],
        &["singapore dollar", "sing dollar"],
        &["新加坡元", "新加坡币", "新元", "新币", "坡币"],
    ),
    of(&["HKD"], &["HK$", "HKD$"], &["hong kong dollar"], &["港元", "港币", "港圆", "香港元"]),
    of(&["TWD"], &["NT$", "NTD"], &["new taiwan dollar", "taiwan dollar"], &["新台币", "台币", "新台币元"]),
    of(&["MOP"], &["MOP$"], &["macanese pataca", "macau pataca", "pataca"], &["澳门元", "澳门币", "葡币"]),
    of(&["AUD"], &["A$", "AU$"], &["australian dollar"], &["澳大利亚元", "澳元", "澳币"]),
    of(&["CAD"], &["C$", "CA$"], &["canadian dollar"], &["加拿大元", "加元", "加币"]),
    of(&["NZD"], &["NZ$"], &["new zealand dollar"], &["新西兰元", "纽元", "纽币"]),
    of(&["BND"], &["B$"], &["brunei dollar"], &["文莱元", "文莱币"]),
    of(&["USD", "SGD", "HKD", "TWD", "AUD", "CAD", "NZD", "BND"], &["$"], &["dollar"], &["美刀"]),
    of(
        &["MYR"],
        &["RM"],
        &["malaysian ringgit", "ringgit malaysia", "ringgit"],
        &["马来西亚林吉特", "马来西亚令吉", "林吉特", "令吉", "马币", "零吉"],
    ),
    of(
        &["IDR"],
        &["Rp.", "Rp"],
        &["indonesian rupiah", "rupiah"],
        &["印度尼西亚盾", "印度尼西亚卢比", "印尼盾", "印尼卢比", "印尼币"],
    ),
    of(&["VND"], &["₫", "đ", "Đ", "VNĐ"], &["vietnamese dong", "viet nam dong", "dong"], &["越南盾", "越盾"]),
    of(&["IDR", "VND"], &[], &[], &["盾"]),
    of(&["PHP"], &["₱", "Php"], &["philippine peso"], &["菲律宾比索", "菲币"]),
    of(&["PHP", "MXN", "ARS", "CLP", "COP", "CUP", "DOP", "UYU"], &[], &["peso"], &["比索"]),
    of(&["THB"], &["฿"], &["thai baht", "baht"], &["泰铢", "泰币", "泰国铢", "铢"]),
    of(&["KHR"], &["៛"], &["cambodian riel", "riel"], &["柬埔寨瑞尔", "瑞尔"]),
    of(&["LAK"], &["₭"], &["lao kip", "laotian kip", "kip"], &["老挝基普", "基普"]),
    of(&["MMK"], &["Ks"], &["myanmar kyat", "burmese kyat", "kyat"], &["缅甸元", "缅元", "缅币"]),
    of(&["JPY"], &["JP¥"], &["japanese yen", "yen"], &["日元", "日圆", "日币"]),
    of(&["KRW"], &["₩"], &["south korean won", "korean won", "won"], &["韩元", "韩圆", "韩币"]),
    of(&["KPW"], &[], &["north korean won"], &["朝鲜元"]),
    of(&["INR"], &["₹", "Rs.", "Rs"], &["indian rupee"], &["印度卢比"]),
    of(&["PKR"], &[], &["pakistani rupee"], &["巴基斯坦卢比"]),
    of(&["LKR"], &[], &["sri lankan rupee", "sri lanka rupee"], &["斯里兰卡卢比"]),
    of(&["NPR"], &[], &["nepalese rupee"], &["尼泊尔卢比"]),
    of(&["MUR"], &[], &["mauritian rupee"], &["毛里求斯卢比"]),
    of(&["SCR"], &[], &["seychelles rupee", "seychellois rupee"], &["塞舌尔卢比"]),
    of(&["INR", "PKR", "LKR", "NPR", "MUR", "SCR", "IDR"], &[], &["rupee"], &["卢比"]),
    of(&["BDT"], &["৳"], &["bangladeshi taka", "taka"], &["孟加拉塔卡", "塔卡"]),
    of(&["MVR"], &[], &["maldivian rufiyaa", "rufiyaa"], &["拉菲亚"]),
    of(&["BTN"], &[], &["bhutanese ngultrum", "ngultrum"], &["努尔特鲁姆"]),
    of(&["MNT"], &["₮"], &["mongolian tugrik", "tugrik"], &["图格里克"]),
    of(&["EUR"], &["€"], &["euro"], &["欧元"]),
    of(&["GBP"], &["£"], &["pound sterling", "british pound", "pound", "sterling"], &["英镑"]),
    of(&["CHF"], &["SFr."], &["swiss franc"], &["瑞士法郎", "瑞郎"]),
    of(&["SEK"], &[], &["swedish krona", "swedish kronor"], &["瑞典克朗"]),
    of(&["NOK"], &[], &["norwegian krone", "norwegian kroner"], &["挪威克朗"]),
    of(&["DKK"], &[], &["danish krone", "danish kroner"], &["丹麦克朗"]),
    of(&["ISK"], &[], &["icelandic krona"], &["冰岛克朗"]),
    of(&["CZK"], &[], &["czech koruna", "czech crown"], &["捷克克朗"]),
    of(&["PLN"], &["zł"], &["polish zloty", "zloty"], &["波兰兹罗提", "兹罗提"]),
    of(&["HUF"], &[], &["hungarian forint", "forint"], &["匈牙利福林", "福林"]),
    of(&["RON"], &[], &["romanian leu"], &["罗马尼亚列伊"]),
    of(&["MDL"], &[], &["moldovan leu"], &["摩尔多瓦列伊"]),
    of(&["RSD"], &[], &["serbian dinar"], &["塞尔维亚第纳尔"]),
    of(&["MKD"], &[], &["macedonian denar"], &["马其顿代纳尔"]),
    of(&["ALL"], &[], &["albanian lek"], &["阿尔巴尼亚列克"]),
    of(&["BAM"], &[], &["convertible mark"], &["可兑换马克"]),
    of(&["RUB"], &["₽"], &["russian ruble", "russian rouble", "ruble", "rouble"], &["俄罗斯卢布", "卢布"]),
    of(&["BYN"], &[], &["belarusian ruble"], &["白俄罗斯卢布"]),
    of(&["UAH"], &["₴"], &["ukrainian hryvnia", "hryvnia"], &["格里夫纳"]),
    of(&["KZT"], &["₸"], &["kazakhstani tenge", "tenge"], &["哈萨克斯坦坚戈", "坚戈"]),
    of(&["UZS"], &[], &["uzbekistani som", "uzbek som"], &["乌兹别克斯坦苏姆", "苏姆"]),
    of(&["KGS"], &[], &["kyrgyzstani som"], &["吉尔吉斯斯坦索姆", "索姆"]),
    of(&["TJS"], &[], &["tajikistani somoni", "somoni"], &["索莫尼"]),
    of(&["TMT"], &[], &["turkmenistan manat"], &["土库曼斯坦马纳特"]),
    of(&["AZN"], &["₼"], &["azerbaijani manat"], &["阿塞拜疆马纳特"]),
    of(&["AMD"], &[], &["armenian dram"], &["亚美尼亚德拉姆"]),
    of(&["GEL"], &["₾"], &["georgian lari"], &["格鲁吉亚拉里", "拉里"]),
    of(&["TRY"], &["₺"], &["turkish lira"], &["土耳其里拉"]),
    of(&["ILS"], &["₪"], &["israeli new shekel", "shekel"], &["新谢克尔", "谢克尔"]),
    of(&["AED"], &["Dhs"], &["uae dirham", "emirati dirham", "dirham"], &["阿联酋迪拉姆", "迪拉姆"]),
    of(&["MAD"], &[], &["moroccan dirham"], &["摩洛哥迪拉姆"]),
    of(&["SAR"], &["﷼"], &["saudi riyal"], &["沙特里亚尔", "沙特里亚尔"]),
    of(&["QAR"], &[], &["qatari riyal", "qatari rial"], &["卡塔尔里亚尔"]),
    of(&["OMR"], &[], &["omani rial"], &["阿曼里亚尔"]),
    of(&["YER"], &[], &["yemeni rial"], &["也门里亚尔"]),
    of(&["IRR"], &[], &["iranian rial"], &["伊朗里亚尔"]),
    of(&["KWD"], &[], &["kuwaiti dinar"], &["科威特第纳尔"]),
    of(&["BHD"], &[], &["bahraini dinar"], &["巴林第纳尔"]),
    of(&["JOD"], &[], &["jordanian dinar"], &["约旦第纳尔"]),
    of(&["IQD"], &[], &["iraqi dinar"], &["伊拉克第纳尔"]),
    of(&["LYD"], &[], &["libyan dinar"], &["利比亚第纳尔"]),
    of(&["TND"], &[], &["tunisian dinar"], &["突尼斯第纳尔"]),
    of(&["DZD"], &[], &["algerian dinar"], &["阿尔及利亚第纳尔"]),
    of(&["LBP"], &[], &["lebanese pound"], &["黎巴嫩镑"]),
    of(&["SYP"], &[], &["syrian pound"], &["叙利亚镑"]),
    of(&["EGP"], &["E£"], &["egyptian pound"], &["埃及镑"]),
    of(&["SDG"], &[], &["sudanese pound"], &["苏丹镑"]),
    of(&["SSP"], &[], &["south sudanese pound"], &["南苏丹镑"]),
    of(&["GIP"], &[], &["gibraltar pound"], &["直布罗陀镑"]),
    of(&["FKP"], &[], &["falkland islands pound"], &["福克兰镑"]),
    of(&["SHP"], &[], &["saint helena pound"], &["圣赫勒拿镑"]),
    of(&["AFN"], &["؋"], &["afghan afghani", "afghani"], &["阿富汗尼"]),
    of(&["ZAR"], &[], &["south african rand", "rand"], &["南非兰特", "兰特"]),
    of(&["NGN"], &["₦"], &["nigerian naira", "naira"], &["尼日利亚奈拉", "奈拉"]),
    of(&["KES"], &["KSh"], &["kenyan shilling"], &["肯尼亚先令"]),
    of(&["TZS"], &["TSh"], &["tanzanian shilling"], &["坦桑尼亚先令"]),
    of(&["UGX"], &["USh"], &["ugandan shilling"], &["乌干达先令"]),
    of(&["SOS"], &[], &["somali shilling"], &["索马里先令"]),
    of(&["GHS"], &["GH₵"], &["ghanaian cedi", "cedi"], &["加纳塞地", "塞地"]),
    of(&["ETB"], &[], &["ethiopian birr", "birr"], &["埃塞俄比亚比尔"]),
    of(&["ERN"], &[], &["eritrean nakfa", "nakfa"], &["厄立特里亚纳克法"]),
    of(&["DJF"], &[], &["djiboutian franc"], &["吉布提法郎"]),
    of(&["RWF"], &[], &["rwandan franc"], &["卢旺达法郎"]),
    of(&["BIF"], &[], &["burundian franc"], &["布隆迪法郎"]),
    of(&["CDF"], &[], &["congolese franc"], &["刚果法郎"]),
    of(&["GNF"], &[], &["guinean franc"], &["几内亚法郎"]),
    of(&["KMF"], &[], &["comorian franc"], &["科摩罗法郎"]),
    of(&["XAF"], &["FCFA"], &["central african cfa franc"], &["中非法郎"]),
    of(&["XOF"], &[], &["west african cfa franc"], &["西非法郎"]),
    of(&["XPF"], &[], &["cfp franc"], &["太平洋法郎"]),
    of(&["MGA"], &[], &["malagasy ariary", "ariary"], &["阿里亚里"]),
    of(&["MWK"], &[], &["malawian kwacha"], &["马拉维克瓦查"]),
    of(&["ZMW"], &[], &["zambian kwacha"], &["赞比亚克瓦查"]),
    of(&["MZN"], &[], &["mozambican metical", "metical"], &["梅蒂卡尔"]),
    of(&["AOA"], &[], &["angolan kwanza", "kwanza"], &["宽扎"]),
    of(&["BWP"], &[], &["botswana pula", "pula"], &["普拉"]),
    of(&["NAD"], &["N$"], &["namibian dollar"], &["纳米比亚元"]),
    of(&["LSL"], &[], &["lesotho loti"], &["莱索托洛蒂"]),
    of(&["SZL"], &[], &["swazi lilangeni"], &["里兰吉尼"]),
    of(&["ZWG"], &[], &["zimbabwe gold"], &["津巴布韦金"]),
    of(&["GMD"], &[], &["gambian dalasi", "dalasi"], &["达拉西"]),
    of(&["SLE"], &[], &["sierra leonean leone"], &["塞拉利昂利昂"]),
    of(&["LRD"], &["L$"], &["liberian dollar"], &["利比里亚元"]),
    of(&["CVE"], &[], &["cape verdean escudo"], &["佛得角埃斯库多"]),
    of(&["STN"], &[], &["são tomé and príncipe dobra", "dobra"], &["多布拉"]),
    of(&["MRU"], &[], &["mauritanian ouguiya", "ouguiya"], &["乌吉亚"]),
    of(&["BRL"], &["R$"], &["brazilian real", "brazilian reais"], &["巴西雷亚尔", "雷亚尔"]),
    of(&["MXN"], &["Mex$", "MX$"], &["mexican peso"], &["墨西哥比索"]),
    of(&["ARS"], &["AR$"], &["argentine peso"], &["阿根廷比索"]),
    of(&["CLP"], &["CL$"], &["chilean peso"], &["智利比索"]),
    of(&["COP"], &["COL$"], &["colombian peso"], &["哥伦比亚比索"]),
    of(&["CUP"], &[], &["cuban peso"], &["古巴比索"]),
    of(&["DOP"], &["RD$"], &["dominican peso"], &["多米尼加比索"]),
    of(&["UYU"], &["$U"], &["uruguayan peso"], &["乌拉圭比索"]),
    of(&["PEN"], &["S/."], &["peruvian sol", "sol"], &["秘鲁索尔", "索尔"]),
    of(&["BOB"], &["Bs."], &["bolivian boliviano", "boliviano"], &["玻利维亚诺"]),
    of(&["PYG"], &["₲"], &["paraguayan guarani", "guarani"], &["瓜拉尼"]),
    of(&["VES"], &[], &["venezuelan bolívar", "bolivar"], &["玻利瓦尔"]),
    of(&["GTQ"], &[], &["guatemalan quetzal", "quetzal"], &["格查尔"]),
    of(&["HNL"], &[], &["honduran lempira", "lempira"], &["伦皮拉"]),
    of(&["NIO"], &["C$N"], &["nicaraguan córdoba", "cordoba"], &["科多巴"]),
    of(&["CRC"], &["₡"], &["costa rican colón", "colon"], &["哥斯达黎加科朗"]),
    of(&["SVC"], &[], &["salvadoran colón"], &["萨尔瓦多科朗"]),
    of(&["PAB"], &["B/."], &["panamanian balboa", "balboa"], &["巴波亚"]),
    of(&["HTG"], &[], &["haitian gourde", "gourde"], &["古德"]),
    of(&["JMD"], &["J$"], &["jamaican dollar"], &["牙买加元"]),
    of(&["TTD"], &["TT$"], &["trinidad and tobago dollar"], &["特立尼达和多巴哥元"]),
    of(&["BBD"], &["Bds$"], &["barbadian dollar", "barbados dollar"], &["巴巴多斯元"]),
    of(&["BSD"], &[], &["bahamian dollar"], &["巴哈马元"]),
    of(&["BZD"], &["BZ$"], &["belize dollar"], &["伯利兹元"]),
    of(&["BMD"], &[], &["bermudian dollar", "bermuda dollar"], &["百慕大元"]),
    of(&["KYD"], &["CI$"], &["cayman islands dollar"], &["开曼元"]),
    of(&["GYD"], &["G$"], &["guyanese dollar"], &["圭亚那元"]),
    of(&["SRD"], &["Sr$"], &["surinamese dollar"], &["苏里南元"]),
    of(&["XCD"], &["EC$"], &["east caribbean dollar"], &["东加勒比元"]),
    of(&["XCG"], &["Cg"], &["caribbean guilder"], &["加勒比盾"]),
    of(&["AWG"], &["Afl."], &["aruban florin"], &["阿鲁巴弗罗林"]),
    of(&["FJD"], &["FJ$"], &["fijian dollar", "fiji dollar"], &["斐济元"]),
    of(&["SBD"], &["SI$"], &["solomon islands dollar"], &["所罗门群岛元"]),
    of(&["PGK"], &[], &["papua new guinean kina", "kina"], &["基那"]),
    of(&["VUV"], &["VT"], &["vanuatu vatu", "vatu"], &["瓦图"]),
    of(&["WST"], &["WS$"], &["samoan tala", "tala"], &["塔拉"]),
    of(&["TOP"], &["T$"], &["tongan paʻanga", "pa'anga"], &["潘加"]),
];

/// Names that are words of their own: nothing without an amount, a sign or a country beside them.
const WORDS: [&str; 8] = ["B$", "pound", "sol", "won", "rand", "colon", "real", "元"];

/// Every spelling with its codes: of signs and codes as they are written, of names in lower case, longest first.
pub(crate) struct Spellings {
    pub(crate) signs: Vec<(&'static str, &'static [&'static str])>,
    pub(crate) english: Vec<(&'static str, &'static [&'static str])>,
    pub(crate) chinese: Vec<(&'static str, &'static [&'static str])>,
}

pub(crate) static SPELLINGS: LazyLock<Spellings> = LazyLock::new(|| {
    let mut found = Spellings { signs: Vec::new(), english: Vec::new(), chinese: Vec::new() };
    for currency in CURRENCIES {
        found.signs.extend(currency.signs.iter().map(|sign| (*sign, currency.codes)));
        if let [code] = currency.codes {
            found.signs.push((code, currency.codes));
        }
        found.english.extend(currency.english.iter().map(|name| (*name, currency.codes)));
        found.chinese.extend(currency.chinese.iter().map(|name| (*name, currency.codes)));
    }
    for list in [&mut found.signs, &mut found.english, &mut found.chinese] {
        list.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    }
    found
});

/// The codes that a spelling stands for.
pub(crate) fn codes(spelling: &str) -> Option<&'static [&'static str]> {
    let of = |list: &[(&'static str, &'static [&'static str])], name: &str| {
        list.iter().find(|(each, _)| *each == name).map(|(_, codes)| *codes)
    };
    let lower = spelling.to_lowercase();
    let singular = lower.strip_suffix('s').unwrap_or(&lower);
    of(&SPELLINGS.signs, spelling)
        .or_else(|| of(&SPELLINGS.chinese, spelling))
        .or_else(|| of(&SPELLINGS.english, &lower))
        .or_else(|| of(&SPELLINGS.english, singular))
}

/// Whether it can stand for a currency without an amount beside it.
pub(crate) fn stands_alone(spelling: &str) -> bool {
    !WORDS.contains(&spelling) && spelling.chars().any(char::is_alphabetic)
}

/// Whether `code` is one of a currency that the gate reads.
pub fn is_known_currency(code: &str) -> bool {
    CURRENCIES.iter().any(|currency| currency.codes == [code])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_currency_has_a_name_in_both_languages() {
        for currency in CURRENCIES.iter().filter(|currency| currency.codes.len() == 1) {
            assert!(!currency.english.is_empty() && !currency.chinese.is_empty(), "{:?}", currency.codes);
        }
    }

    #[test]
    fn spellings_are_of_one_currency_or_say_which() {
        for (spelling, expected) in [
            ("RM", "MYR"),
            ("₱", "PHP"),
            ("₫", "VND"),
            ("港币", "HKD"),
            ("新币", "SGD"),
            ("令吉", "MYR"),
            ("Singapore dollars", "SGD"),
            ("USD", "USD"),
            ("S$", "SGD"),
        ] {
            assert_eq!(codes(spelling), Some(&[expected][..]), "{spelling}");
        }
        assert_eq!(codes("盾").map(<[_]>::len), Some(2));
        assert_eq!(codes("XYZ"), None);
    }
}
