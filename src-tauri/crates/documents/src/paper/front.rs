//! What every paper has, whatever its kind: what it is called, whose it is, who signs it. There is no field for cost,
//! margin, notes or anything internal, so none can be printed.

use chrono::NaiveDate;
use hefu_domain::document::{Part, SignerRole};
use hefu_domain::text::{Language, Text};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The facts that papers of all kinds have; among those of a kind they stand flat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Front {
    /// `HC-2026-014 / PA-01`.
    pub number: String,
    pub version: u32,
    pub title: Text,
    pub project_number: String,
    pub project_title: Text,
    /// In the order they are printed; the client first.
    pub parties: Vec<Party>,
    /// The vendor's, on the cover; the record says its digest and size.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
    pub contract: Contract,
    /// The language that prevails when the two differ.
    pub prevailing_language: Option<Language>,
    /// The day of issue.
    pub date: NaiveDate,
    /// In the order they are printed within their part.
    pub paragraphs: Vec<Paragraph>,
    /// In signing order: the first signs first. Fields are numbered from 1 in this order.
    pub signers: Vec<Signer>,
    /// Trail heads before issuing, one line a trail: `trail seq hash`.
    pub heads: Vec<String>,
}

impl Front {
    /// Whose logo and name the paper bears.
    pub(crate) fn vendor(&self) -> Option<&Party> {
        self.parties.iter().find(|party| party.role == PartyRole::Vendor)
    }
}

/// A picture that stands for the vendor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// SHA-256 of the kept file, lower-case hexadecimal.
    pub sha256: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// On white, three bytes a pixel (sRGB), row by row from the top.
    #[serde(skip)]
    pub rgb: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartyRole {
    /// 甲方
    Client,
    /// 乙方
    Vendor,
    /// 监理
    Supervisor,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    pub role: PartyRole,
    pub name: Text,
    /// As the registrar prints it; empty when unknown.
    pub legal_id: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    pub number: String,
    pub date: Option<NaiveDate>,
    pub title: Text,
    /// Including tax.
    pub amount: Option<Money>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    pub amount: Decimal,
    /// ISO 4217.
    pub currency: String,
    /// 大写, for RMB; empty for other currencies.
    pub in_words: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    pub part: Part,
    pub text: Text,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    pub role: SignerRole,
    pub name: Text,
    pub organisation: Text,
    /// "Delivery lead / 交付负责人".
    pub capacity: Text,
}
