//! One bomb, and the process that it is thrown at.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use hefu_tests::programs::{are_released, built};

/// Bytes that a process may take beside what it begins with.
const MEMORY: u64 = 512 << 20;
/// Seconds of a processor: for released programs, and where nothing is optimised.
fn seconds() -> u64 {
    if are_released() { 10 } else { 60 }
}

/// However many other processes there are, one that waits for something forever is found out.
const WAITING: Duration = Duration::from_secs(300);

/// Which bombs are thrown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Range {
    /// Those that are quick, for every change.
    Quick,
    Full,
}

impl Range {
    pub fn asked() -> Self {
        match std::env::var("HEFU_PEERS").as_deref() {
            Ok("full") => Self::Full,
            _ => Self::Quick,
        }
    }
}

/// What reads it.
#[derive(Clone)]
pub enum Reader {
    /// `hefu-verify` on the file; it must not be called unchanged.
    SmallVerifier,
    /// `hefu-cli verify`; it must not be called unchanged.
    Verifier,
    /// `hefu-cli call` with a request made of the file's path.
    Call(&'static str, fn(&Path) -> String),
    /// `hefu-cli call` in the sample workspace.
    InSample(&'static str, fn(&Path) -> String),
    /// `hefu-cli call … -` with the file as its input.
    Input(&'static str),
}

pub struct Bomb {
    pub name: String,
    pub reader: Reader,
    range: Range,
    /// Puts the bomb at a path.
    make: Box<dyn Fn(&Path)>,
}

impl Bomb {
    pub fn new(name: &str, reader: Reader, make: impl Fn(&Path) + 'static) -> Self {
        Self { name: name.to_owned(), reader, range: Range::Quick, make: Box::new(make) }
    }

    /// One that is a file of these bytes.
    pub fn file(name: &str, reader: Reader, bytes: impl Fn() -> Vec<u8> + 'static) -> Self {
        Self::new(name, reader, move |path| std::fs::write(path, bytes()).unwrap())
    }

    /// Not for every change.
    pub fn slow(mut self) -> Self {
        self.range = Range::Full;
        self
    }

    pub fn is_in(&self, range: Range) -> bool {
        range == Range::Full || self.range == Range::Quick
    }

    /// Throws it. The error is the harm it did.
    pub fn explode(&self, folder: &Path) -> Result<(), String> {
        let path = folder.join("bomb");
        (self.make)(&path);
        match self.reader {
            Reader::SmallVerifier => thrown(&[built("hefu-verify").into(), path.into()], None, true),
            Reader::Verifier => thrown(&[built("hefu-cli").into(), "verify".into(), path.into()], None, true),
            Reader::Call(command, request) => {
                let words = [built("hefu-cli").into(), "call".into(), command.into(), request(&path).into()];
                thrown(&words, None, false)
            }
            Reader::Input(command) => {
                let words = [built("hefu-cli").into(), "call".into(), command.into(), "-".into()];
                thrown(&words, Some(&path), false)
            }
            Reader::InSample(command, request) => {
                let script = folder.join("script");
                let sample = folder.join("work.hefu");
                std::fs::copy(crate::bombs::places::sample(), &sample).unwrap();
                std::fs::write(&script, format!("{command} {}\n", request(&path))).unwrap();
                let secret = folder.join("secret");
                std::fs::write(&secret, hefu_commands::SAMPLE_PASSPHRASE).unwrap();
                let words = [
                    "sh".into(),
                    "-c".into(),
                    r#"exec "$0" --workspace "$1" --passphrase-fd 3 script --keep-going 3<"$2""#.into(),
                    built("hefu-cli").into(),
                    sample.into(),
                    secret.into(),
                ];
                thrown(&words, Some(&script), false)
            }
        }
    }
}

/// Runs a program that the system ends when it takes too much.
fn thrown(words: &[std::ffi::OsString], input: Option<&Path>, must_refuse: bool) -> Result<(), String> {
    let mut command = Command::new("prlimit");
    command.args([
        format!("--data={MEMORY}"),
        format!("--cpu={}", seconds()),
        "--core=0".into(),
        "--".into(),
    ]);
    command.args(words).env("LANG", "C.UTF-8").stdout(Stdio::null()).stderr(Stdio::piped());
    command.stdin(input.map_or_else(Stdio::null, |path| File::open(path).unwrap().into()));
    let began = Instant::now();
    let mut child = command.spawn().unwrap();
    let mut errors = child.stderr.take().unwrap();
    let said = std::thread::spawn(move || {
        let mut said = Vec::new();
        errors.read_to_end(&mut said).unwrap();
        String::from_utf8_lossy(&said).chars().take(300).collect::<String>()
    });
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if began.elapsed() > WAITING {
            child.kill().unwrap();
            child.wait().unwrap();
            return Err("it waits for ever".into());
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    let said = said.join().unwrap();
    match status.code() {
        Some(0) if must_refuse => Err("unchanged".into()),
        // 101 is a panic that nobody caught.
        Some(code) if code != 101 => Ok(()),
        _ => Err(format!("{status} after {:?}: {said}", began.elapsed())),
    }
}

/// A file of which nearly nothing is there but its size.
pub fn sparse(path: &Path, beginning: &[u8], length: u64, end: &[u8]) {
    let mut file = File::create(path).unwrap();
    file.write_all(beginning).unwrap();
    file.set_len(length).unwrap();
    file.seek(SeekFrom::Start(length - end.len() as u64)).unwrap();
    file.write_all(end).unwrap();
}

pub fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(9));
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

/// The same piece so many times, packed, without the whole of it being anywhere.
pub fn zlib_of(piece: &[u8], times: usize) -> Vec<u8> {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::new(6));
    for _ in 0..times {
        packed.write_all(piece).unwrap();
    }
    packed.finish().unwrap()
}

/// As JSON.
pub fn quoted(path: &Path) -> String {
    serde_json::Value::String(path.display().to_string()).to_string()
}

/// Beside a bomb.
pub fn beside(path: &Path, name: &str) -> PathBuf {
    path.with_file_name(name)
}

/// The manifest of the sample's export.
pub fn exported() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let bomb = Bomb::new(
        "an export",
        Reader::InSample("export_all", |path| format!(r#"{{"folder":{}}}"#, quoted(&beside(path, "export")))),
        |_| {},
    );
    bomb.explode(folder.path()).unwrap();
    std::fs::read(folder.path().join("export/hefu.json")).unwrap()
}
