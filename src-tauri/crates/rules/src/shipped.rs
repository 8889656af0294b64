//! The texts of the packs that Hefu ships, by the name of their file, and their published digests.

use std::collections::BTreeMap;

pub const SHIPPED: [(&str, &str); 24] = [
    ("cn-crypto-2023.toml", include_str!("../../../library/packs/cn-crypto-2023.toml")),
    ("cn-duties-2021.toml", include_str!("../../../library/packs/cn-duties-2021.toml")),
    ("cn-incidents-2021.toml", include_str!("../../../library/packs/cn-incidents-2021.toml")),
    ("cn-mlps-2007.toml", include_str!("../../../library/packs/cn-mlps-2007.toml")),
    ("cn-mlps-2025.toml", include_str!("../../../library/packs/cn-mlps-2025.toml")),
    ("cn-outbound-2022.toml", include_str!("../../../library/packs/cn-outbound-2022.toml")),
    ("cn-outbound-2024.toml", include_str!("../../../library/packs/cn-outbound-2024.toml")),
    ("cn-platforms-draft.toml", include_str!("../../../library/packs/cn-platforms-draft.toml")),
    ("cn-residency-2021.toml", include_str!("../../../library/packs/cn-residency-2021.toml")),
    ("eu-2018.toml", include_str!("../../../library/packs/eu-2018.toml")),
    ("hk-1996.toml", include_str!("../../../library/packs/hk-1996.toml")),
    ("hk-breach-draft.toml", include_str!("../../../library/packs/hk-breach-draft.toml")),
    ("id-2019.toml", include_str!("../../../library/packs/id-2019.toml")),
    ("id-gr33-2027.toml", include_str!("../../../library/packs/id-gr33-2027.toml")),
    ("my-2013.toml", include_str!("../../../library/packs/my-2013.toml")),
    ("ph-2016.toml", include_str!("../../../library/packs/ph-2016.toml")),
    ("ph-residency-draft.toml", include_str!("../../../library/packs/ph-residency-draft.toml")),
    ("sg-2021.toml", include_str!("../../../library/packs/sg-2021.toml")),
    ("th-2022.toml", include_str!("../../../library/packs/th-2022.toml")),
    ("us-bis50-2026.toml", include_str!("../../../library/packs/us-bis50-2026.toml")),
    ("us-bulk-2025.toml", include_str!("../../../library/packs/us-bulk-2025.toml")),
    ("vn-data-2025.toml", include_str!("../../../library/packs/vn-data-2025.toml")),
    ("vn-personal-2023.toml", include_str!("../../../library/packs/vn-personal-2023.toml")),
    ("vn-personal-2026.toml", include_str!("../../../library/packs/vn-personal-2026.toml")),
];

/// The list of digests that is published with the packs.
pub const DIGESTS: &str = include_str!("../../../library/packs/digests.toml");

/// A list of digests as it is written: the name of a file, its digest.
///
/// # Errors
/// When it is no such list.
pub fn digests(text: &str) -> Result<BTreeMap<String, String>, String> {
    let list: BTreeMap<String, BTreeMap<String, String>> =
        toml::from_str(text).map_err(|e: toml::de::Error| e.message().to_owned())?;
    list.get("sha256").cloned().ok_or_else(|| "it lists no sha256".to_owned())
}
