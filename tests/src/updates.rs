//! Signed updates, as whoever releases makes them.

use std::io::Cursor;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use minisign::KeyPair;
use serde_json::{Value, json};

/// A release key and the updates that are signed with it.
pub struct Releaser {
    keys: KeyPair,
}

impl Releaser {
    /// Errors: no randomness.
    pub fn new() -> minisign::Result<Self> {
        Ok(Self { keys: KeyPair::generate_unencrypted_keypair()? })
    }

    /// The public half, as a copy of the program is built with.
    pub fn key(&self) -> minisign::Result<String> {
        Ok(STANDARD.encode(self.keys.pk.to_box()?.into_string()))
    }

    /// A signed update of one file.
    pub fn update(&self, notice: &Value, package: &[u8]) -> minisign::Result<Vec<u8>> {
        let mut signed = format!("{notice}\n").into_bytes();
        signed.extend(package);
        let signature = minisign::sign(None, &self.keys.sk, Cursor::new(&signed), None, None)?;
        let mut file = STANDARD.encode(signature.into_string()).into_bytes();
        file.push(b'\n');
        file.extend(signed);
        Ok(file)
    }
}

/// What an update for this machine says of itself.
pub fn notice(version: &str) -> Value {
    let system = format!("{}-{}", std::env::consts::OS, std::env::consts::ARCH);
    json!({ "version": version, "released": "2026-12-01", "system": system, "package": "deb",
        "notes": { "en": "Final acceptance in one sitting.\nFaster papers.", "zh": "终验一次完成。\n报告生成更快。" } })
}
