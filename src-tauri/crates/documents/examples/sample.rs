//! Makes the report of the sample story in every edition and look: `target/sample/*.pdf`.

#[path = "../tests/fixture/mod.rs"]
mod fixture;

use hefu_domain::document::{Edition, Look};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/sample".into());
    std::fs::create_dir_all(&folder)?;
    for (look, look_name) in [(Look::Vendor, "vendor"), (Look::Formal, "formal")] {
        for (edition, name) in [(Edition::SideBySide, "both"), (Edition::En, "en"), (Edition::Zh, "zh")] {
            let outside = fixture::outside();
            let started = std::time::Instant::now();
            let made = hefu_documents::render(&fixture::report(), edition, look, &fixture::FONTS, &outside)?;
            let file = format!("{folder}/{look_name}-{name}.pdf");
            std::fs::write(&file, &made.pdf)?;
            eprintln!("{file}: {} pages, {} bytes, {:?}", made.pages, made.pdf.len(), started.elapsed());
        }
    }
    Ok(())
}
