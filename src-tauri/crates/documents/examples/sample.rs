//! Makes a paper of each kind of the sample story in every edition and look: `target/sample/*.pdf`.

#[path = "../tests/fixture/mod.rs"]
mod fixture;

use hefu_documents::{Kind, render};
use hefu_domain::document::Look;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).unwrap_or_else(|| "target/sample".into());
    std::fs::create_dir_all(&folder)?;
    let (report, list, matrix) = (fixture::report(), fixture::list(), fixture::matrix());
    let papers: [(&str, &dyn Kind); 3] = [("", &report), ("list-", &list), ("matrix-", &matrix)];
    for (paper, facts) in papers {
        for (look, look_name) in [(Look::Vendor, "vendor"), (Look::Formal, "formal")] {
            for (edition, name) in fixture::EDITIONS {
                let outside = fixture::outside();
                let started = std::time::Instant::now();
                let made = render(facts, edition, look, &fixture::FONTS, &outside)?;
                let file = format!("{folder}/{paper}{look_name}-{name}.pdf");
                std::fs::write(&file, &made.pdf)?;
                eprintln!("{file}: {} pages, {} bytes, {:?}", made.pages, made.pdf.len(), started.elapsed());
            }
        }
    }
    Ok(())
}
