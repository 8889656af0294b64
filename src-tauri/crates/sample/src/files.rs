//! The files of the story, embedded as they stand in the library.

/// Every file of the story by its name in `library/story`.
pub const TEXTS: [(&str, &str); 14] = [
    ("channel.toml", include_str!("../../../library/story/channel.toml")),
    ("commercial.toml", include_str!("../../../library/story/commercial.toml")),
    ("compliance.toml", include_str!("../../../library/story/compliance.toml")),
    ("dealings.toml", include_str!("../../../library/story/dealings.toml")),
    ("documents.toml", include_str!("../../../library/story/documents.toml")),
    ("gates.toml", include_str!("../../../library/story/gates.toml")),
    ("kept.toml", include_str!("../../../library/story/kept.toml")),
    ("meetings.toml", include_str!("../../../library/story/meetings.toml")),
    ("parties.toml", include_str!("../../../library/story/parties.toml")),
    ("projects.toml", include_str!("../../../library/story/projects.toml")),
    ("register.toml", include_str!("../../../library/story/register.toml")),
    ("sample.toml", include_str!("../../../library/story/sample.toml")),
    ("schedule.toml", include_str!("../../../library/story/schedule.toml")),
    ("scope.toml", include_str!("../../../library/story/scope.toml")),
];

pub(crate) const STAGE_TEMPLATES: &str = include_str!("../../../library/templates/stages.toml");

pub(crate) const LIFECYCLES: &str = include_str!("../../../library/templates/lifecycle.toml");

pub(crate) const CHECKLIST: &str = include_str!("../../../library/checklists/sovereignty.toml");

const EVIDENCE: [(&str, &[u8]); 8] = [
    ("alarm-path-test.pdf", include_bytes!("../../../library/story/evidence/alarm-path-test.pdf")),
    (
        "availability-trial-month.csv",
        include_bytes!("../../../library/story/evidence/availability-trial-month.csv"),
    ),
    ("control-room-1402.jpg", include_bytes!("../../../library/story/evidence/control-room-1402.jpg")),
    ("counter-warning.png", include_bytes!("../../../library/story/evidence/counter-warning.png")),
    ("hsm-export-refused.pdf", include_bytes!("../../../library/story/evidence/hsm-export-refused.pdf")),
    ("racks-zone-a.jpg", include_bytes!("../../../library/story/evidence/racks-zone-a.jpg")),
    ("region-lock-policy.json", include_bytes!("../../../library/story/evidence/region-lock-policy.json")),
    ("zone-latency-24h.csv", include_bytes!("../../../library/story/evidence/zone-latency-24h.csv")),
];

/// The bytes of an evidence file; none when the story only names it.
pub fn evidence_bytes(file_name: &str) -> Option<&'static [u8]> {
    EVIDENCE.iter().find(|(name, _)| *name == file_name).map(|(_, bytes)| *bytes)
}

/// The vendor's logo.
pub(crate) const VENDOR_LOGO: &[u8] = include_bytes!("../../../library/story/vendor-logo.png");
