//! Currency codes of ISO 4217 with their minor units.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::MoneyError;

/// The code of a currency in use, by ISO 4217.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// ISO 4217, list one: codes of money in circulation, three letters and a space each.
const CODES: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN \
BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF \
GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR \
LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK \
PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT \
TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

impl Currency {
    pub const CNY: Self = Self(*b"CNY");

    /// Every code, in alphabetical order.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        CODES.split(' ')
    }

    pub fn code(&self) -> &str {
        // The only constructors take bytes of `CODES`, which is ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Decimals of the smallest unit. The rupiah is counted whole: its sen is in the standard but out of use.
    pub fn minor_units(&self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"IDR" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }

    /// The sign used where space is short; none where the code itself is the clearest.
    pub fn symbol(&self) -> Option<&'static str> {
        Some(match &self.0 {
            b"CNY" => "¥",
            b"EUR" => "€",
            b"GBP" => "£",
            b"HKD" => "HK$",
            b"IDR" => "Rp",
            b"MYR" => "RM",
            b"PHP" => "₱",
            b"SGD" => "S$",
            b"THB" => "฿",
            b"USD" => "US$",
            b"VND" => "₫",
            _ => return None,
        })
    }

    /// What stands before and after the figure in Chinese.
    pub(super) fn name_zh(&self) -> Option<(&'static str, &'static str)> {
        Some(match &self.0 {
            b"CNY" => ("人民币", "元"),
            b"EUR" => ("", "欧元"),
            b"GBP" => ("", "英镑"),
            b"HKD" => ("", "港元"),
            b"IDR" => ("", "印尼盾"),
            b"JPY" => ("", "日元"),
            b"MYR" => ("", "马来西亚林吉特"),
            b"PHP" => ("", "菲律宾比索"),
            b"SGD" => ("", "新加坡元"),
            b"THB" => ("", "泰铢"),
            b"USD" => ("", "美元"),
            b"VND" => ("", "越南盾"),
            _ => return None,
        })
    }
}

impl FromStr for Currency {
    type Err = MoneyError;

    fn from_str(code: &str) -> Result<Self, MoneyError> {
        let unknown = || MoneyError::UnknownCurrency { code: code.to_owned() };
        let bytes: [u8; 3] = code.as_bytes().try_into().map_err(|_| unknown())?;
        if CODES.split(' ').any(|known| known == code) { Ok(Self(bytes)) } else { Err(unknown()) }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Currency {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Currency".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[A-Z]{3}$", "description": "ISO 4217" })
    }
}
