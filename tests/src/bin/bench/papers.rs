//! Time per page of a side-by-side report against Typst: the same facts, fonts and standards, a fresh process
//! for every paper, taken in turn.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use chrono::DateTime;
use hefu_documents::{FontFiles, Fonts, IssueContext, Rendered, Watermark, render};
use hefu_domain::document::{Edition, Look};
use uuid::Uuid;

use crate::{Kept, Result, facts, median, memory, verdict};

/// The argument that makes this program set one paper and end.
pub(crate) const ONE: &str = "--paper";

/// Typst may take at most this part of its own time.
const FASTER: f64 = 1.5;

const RUNS: usize = 7;

const TEMPLATE: &str = include_str!("report.typ");

/// Sets one paper, font loading and all, and says the most memory it took, in MiB.
pub(crate) fn one(findings: &str, file: &str) -> Result<()> {
    let rendered = paper(findings.parse()?)?;
    fs::write(file, rendered.pdf)?;
    println!("{}", memory::peak_mib(std::process::id()).ok_or("the system keeps no peaks")?);
    Ok(())
}

fn paper(findings: usize) -> Result<Rendered> {
    let fonts = Fonts::new(&FontFiles {
        sans_latin_regular: hefu_fonts::SANS_LATIN_REGULAR,
        sans_latin_semibold: hefu_fonts::SANS_LATIN_SEMIBOLD,
        sans_han_regular: hefu_fonts::SANS_HAN_REGULAR,
        sans_han_bold: hefu_fonts::SANS_HAN_BOLD,
        serif_latin_regular: hefu_fonts::SERIF_LATIN_REGULAR,
        serif_latin_semibold: hefu_fonts::SERIF_LATIN_SEMIBOLD,
        serif_han_regular: hefu_fonts::SERIF_HAN_REGULAR,
        serif_han_bold: hefu_fonts::SERIF_HAN_BOLD,
        rare_han: hefu_fonts::RARE_HAN,
    })?;
    let outside = IssueContext {
        issued_at: DateTime::parse_from_rfc3339("2026-09-30T10:00:00+08:00")?,
        document_id: Uuid::nil(),
        watermark: Watermark::None,
    };
    Ok(render(&facts::long(findings), Edition::SideBySide, Look::Vendor, &fonts, &outside)?)
}

/// Both sizes; whether Hefu is as much faster as promised at both.
pub(crate) fn measure() -> Result<Kept> {
    let python = env::var_os("HEFU_PYTHON").ok_or("HEFU_PYTHON names a Python that has Typst")?;
    let scratch = tempfile::tempdir()?;
    let typst = Typst::prepare(Path::new(&python), scratch.path())?;
    let mut kept = Kept::Yes;
    println!("Papers (side by side, PDF/A-3a and PDF/UA-1; medians of {RUNS} runs in turn)");
    for pages in [50, 500] {
        let findings = findings_for(pages)?;
        let rendered = paper(findings)?;
        fs::write(scratch.path().join("record.json"), &rendered.record)?;
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            ours.push(timed(
                Command::new(env::current_exe()?)
                    .args([ONE, &findings.to_string()])
                    .arg(scratch.path().join("ours.pdf")),
            )?);
            theirs.push(timed(&mut typst.command())?);
        }
        let (our_peak, their_peak) = (peak(&ours), peak(&theirs));
        let (ours, theirs) = (median(times(ours)), median(times(theirs)));
        let (our_pages, their_pages) = (f64::from(rendered.pages), typst.pages()?);
        let (our_page, their_page) = (ours / our_pages, theirs / their_pages);
        println!("  {pages} pages, {findings} criteria");
        println!(
            "    Hefu  {:8.1} ms, {our_pages:3} pages, {:6.2} ms a page, {our_peak:4.0} MiB at most",
            ours * 1e3,
            our_page * 1e3
        );
        println!(
            "    Typst {:8.1} ms, {their_pages:3} pages, {:6.2} ms a page, {their_peak:4.0} MiB at most",
            theirs * 1e3,
            their_page * 1e3
        );
        let ratio = their_page / our_page;
        let this = if ratio >= FASTER { Kept::Yes } else { Kept::No };
        kept = kept.and(verdict("times faster per page", ratio, "at least 1.5", this));
    }
    Ok(kept)
}

/// How many criteria fill so many pages, from the slope between two short reports.
fn findings_for(pages: u32) -> Result<usize> {
    let (few, many) = (48, 240);
    let (short, long) = (paper(few)?.pages, paper(many)?.pages);
    let a_page = (many - few) as f64 / f64::from(long - short);
    Ok(few + (f64::from(pages - short) * a_page).round() as usize)
}

/// One process that set one paper.
struct Run {
    seconds: f64,
    peak_mib: f64,
}

fn times(runs: Vec<Run>) -> Vec<f64> {
    runs.into_iter().map(|run| run.seconds).collect()
}

fn peak(runs: &[Run]) -> f64 {
    runs.iter().map(|run| run.peak_mib).fold(0.0, f64::max)
}

/// Runs a program that prints its own peak of memory.
fn timed(command: &mut Command) -> Result<Run> {
    let before = Instant::now();
    let output = command.stdin(Stdio::null()).output()?;
    let seconds = before.elapsed().as_secs_f64();
    if !output.status.success() {
        return Err(format!("{command:?} failed: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(Run { seconds, peak_mib: String::from_utf8_lossy(&output.stdout).trim().parse()? })
}

/// Typst from PyPI with the fonts and the template in a folder of its own.
struct Typst {
    python: PathBuf,
    folder: PathBuf,
}

impl Typst {
    fn prepare(python: &Path, folder: &Path) -> Result<Self> {
        let fonts = folder.join("fonts");
        fs::create_dir(&fonts)?;
        // Only the faces that Hefu embeds in such a paper: finding others would cost Typst time.
        for (name, bytes) in [
            ("latin-regular", hefu_fonts::SANS_LATIN_REGULAR),
            ("latin-semibold", hefu_fonts::SANS_LATIN_SEMIBOLD),
            ("han-regular", hefu_fonts::SANS_HAN_REGULAR),
            ("han-bold", hefu_fonts::SANS_HAN_BOLD),
        ] {
            fs::write(fonts.join(name).with_extension("ttf"), bytes)?;
        }
        fs::write(folder.join("report.typ"), TEMPLATE)?;
        Ok(Self { python: python.to_owned(), folder: folder.to_owned() })
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.python);
        command.current_dir(&self.folder).arg("-c").arg(
            "import resource, typst\n\
             fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=['fonts'])\n\
             typst.compile('report.typ', output='theirs.pdf', font_paths=fonts, pdf_standards=['a-3a', 'ua-1'])\n\
             print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)",
        );
        command
    }

    fn pages(&self) -> Result<f64> {
        let told = Command::new("pdfinfo").arg(self.folder.join("theirs.pdf")).output()?;
        let told = String::from_utf8_lossy(&told.stdout);
        let line = told.lines().find_map(|line| line.strip_prefix("Pages:")).ok_or("Typst made no paper")?;
        Ok(line.trim().parse()?)
    }
}
