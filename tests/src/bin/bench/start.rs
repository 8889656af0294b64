//! From the start of the program to a usable screen, and the memory it takes at most, against an empty window
//! of the same framework. The screen is the sample's first page with what it shows; the sample's raw key comes
//! from a keychain, or is typed.

use std::process::Stdio;
use std::time::{SystemTime, UNIX_EPOCH};
use std::{io::Write, path::Path};

use hefu_tests::desktop::Desktop;
use hefu_tests::programs;
use hefu_tests::sample::{self, Home};
use hefu_tests::window::{Launch, Window};
use serde_json::{Value, json};

use crate::{Kept, Result, median, memory, plausible, verdict};

const RUNS: usize = 9;

/// The window may take so many times an empty one's time, and so many times its memory.
const SLOWER: f64 = 1.7;
const LARGER: f64 = 1.5;
/// Below, the empty one was measured wrongly.
const LEAST: f64 = 0.8;

/// What one start took: milliseconds to the first drawn frame, MiB then and MiB at most.
#[derive(Default)]
struct Starts {
    drawn: Vec<f64>,
    memory: Vec<f64>,
    peak: Vec<f64>,
}

impl Starts {
    fn weigh(&mut self, launch: &Launch) {
        let family = memory::family(&launch.program.display().to_string());
        self.memory.push(memory::proportional_mib(&family));
        self.peak.push(family.iter().filter_map(|id| memory::peak_mib(*id)).sum());
    }
}

pub(crate) async fn measure() -> Result<Kept> {
    let home = Home::with_sample()?;
    let key = recovery_key(&home.sample())?;
    let (mut ours, mut empty) = (Starts::default(), Starts::default());
    let (mut asking, mut opened) = (Starts::default(), Vec::new());
    let desktop = Desktop::with_keychain(home.path())?;
    desktop.keep_key(&home.sample()).await?;
    for _ in 0..RUNS {
        start_ours(&home, &desktop, &mut ours).await?;
        start_empty(&home, &mut empty).await?;
        opened.push(start_and_type(&home, &key, &mut asking).await?);
    }
    println!(
        "Start (medians of {RUNS} runs in turn; memory of all processes: proportional set size, and the peaks of \
         their resident sets added up)"
    );
    let Starts { drawn, memory, peak } = ours;
    let (drawn, memory, peak) = (median(drawn), median(memory), median(peak));
    let (empty_drawn, empty_memory, empty_peak) =
        (median(empty.drawn), median(empty.memory), median(empty.peak));
    let (asked, opened) = (median(asking.drawn), median(opened));
    println!("  Hefu   {drawn:6.0} ms to the sample's first page, its key from the keychain");
    println!("         {memory:6.0} MiB, at most {peak:.0} MiB");
    println!(
        "         {asked:6.0} ms to the question for a key, {opened:6.0} ms from the typed key to the page: {:.2} \
         times an empty window's start",
        (asked + opened) / empty_drawn
    );
    println!("  empty  {empty_drawn:6.0} ms to its first frame");
    println!("         {empty_memory:6.0} MiB, at most {empty_peak:.0} MiB");
    let (slower, larger) = (drawn / empty_drawn, memory / empty_memory);
    // An empty window does less than ours.
    plausible("times an empty window's start", slower, LEAST)?;
    plausible("times an empty window's memory", larger, LEAST)?;
    let kept = |ratio, most| if ratio <= most { Kept::Yes } else { Kept::No };
    Ok(verdict("times an empty window's start", slower, "at most 1.7", kept(slower, SLOWER)).and(verdict(
        "times an empty window's memory",
        larger,
        "at most 1.5",
        kept(larger, LARGER),
    )))
}

/// The window comes up with the page: it is hidden until the page is drawn.
async fn start_ours(home: &Home, desktop: &Desktop, starts: &mut Starts) -> Result<()> {
    let mut launch = Launch { bus: Some(desktop.address().to_owned()), ..Launch::at(home.path()) };
    launch.arguments = vec![home.sample().display().to_string()];
    let window = Window::open(&launch).await?;
    window.find("today-item").await?;
    starts.drawn.push(first_frame(&window, &launch).await?);
    starts.weigh(&launch);
    Ok(window.close().await?)
}

/// Milliseconds from the press that opens the workspace to the page.
async fn start_and_type(home: &Home, key: &str, starts: &mut Starts) -> Result<f64> {
    let mut launch = Launch::at(home.path());
    launch.arguments = vec![home.sample().display().to_string()];
    let window = Window::open(&launch).await?;
    window.find("open-form").await?;
    starts.drawn.push(first_frame(&window, &launch).await?);
    window.click("unlock-by-recovery").await?;
    window.fill("unlock-recovery-key", key).await?;
    let opening = "const done = arguments[0];
        const before = performance.now();
        const here = () => document.querySelector('[data-testid=today-item]');
        const look = () => here() ? requestAnimationFrame(() => done(performance.now() - before)) : setTimeout(look, 2);
        document.querySelector('[data-testid=unlock-workspace]').click();
        look();";
    let opened = window.client.execute_async(opening, Vec::new()).await?;
    let opened = opened.as_f64().ok_or("the page keeps no time")?;
    window.close().await?;
    Ok(opened)
}

async fn start_empty(home: &Home, starts: &mut Starts) -> Result<()> {
    let launch = Launch { program: programs::built("empty-window"), ..Launch::at(home.path()) };
    let window = Window::open(&launch).await?;
    window.find_css("p").await?;
    starts.drawn.push(first_frame(&window, &launch).await?);
    starts.weigh(&launch);
    Ok(window.close().await?)
}

/// Milliseconds from the start of the process to the first frame with anything in it, by the page's own clock.
async fn first_frame(window: &Window, launch: &Launch) -> Result<f64> {
    let script = "const paint = performance.getEntriesByName('first-contentful-paint')[0];
        return paint ? performance.timeOrigin + paint.startTime : null;";
    let drawn = window
        .wait("the first frame", async || {
            Ok(Some(window.script(script).await?).filter(|drawn| !drawn.is_null()))
        })
        .await?;
    let program = launch.program.display().to_string();
    let process =
        memory::family(&program).into_iter().next().ok_or("the window's process is not to be found")?;
    let age = memory::uptime().zip(memory::started(process)).map(|(now, then)| now - then);
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs_f64();
    let started = now - age.ok_or("the system keeps no time of its processes")?;
    Ok(drawn.as_f64().ok_or("the page keeps no time")? - started * 1e3)
}

/// A new recovery key of the sample: it opens the workspace without deriving anything.
fn recovery_key(file: &Path) -> Result<String> {
    let passphrase = sample::passphrase()?;
    let mut cli = programs::cli(["--passphrase-fd", "0", "--workspace"]);
    cli.arg(file).args(["call", "change_recovery_key"]).arg(json!({ "passphrase": passphrase }).to_string());
    let mut running = cli.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    if let Some(mut input) = running.stdin.take() {
        writeln!(input, "{passphrase}")?;
    }
    let view: Value = serde_json::from_slice(&running.wait_with_output()?.stdout)?;
    let key = view["view"]["recovery_key"].as_str().ok_or_else(|| format!("no recovery key in {view}"))?;
    Ok(key.to_owned())
}
