//! Calculations and acts on texts and figures of any noun.

pub use hefu_domain::noun::TextPlace;
use hefu_domain::text::Text;
pub use hefu_parity::FiguresCompared;
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

#[derive(Debug, Deserialize, JsonSchema)]
pub struct AmountInWords {
    /// Yuan, at most two decimals.
    pub amount: Decimal,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct AmountWords {
    /// 人民币叁佰贰拾肆万元整
    pub zh: String,
}

/// Both sides of a text, whose figures and names are read and compared.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct CompareFigures {
    pub en: String,
    pub zh: String,
}

/// Confirms that both sides of a text say the same.
#[derive(Debug, Deserialize, JsonSchema)]
pub struct ReviewText {
    pub place: TextPlace,
    pub record: Uuid,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct TextReviewed {
    pub text: Text,
}
