//! The key of a workspace: from the keychain, else from a file descriptor, else asked at the terminal. Never from an
//! argument, which every process of the machine can read.

use std::io::{BufRead, BufReader, IsTerminal, Read};

use zeroize::Zeroizing;

/// Bytes of a line that are read; what a descriptor gives without an end is no passphrase.
const LONGEST: u64 = 64 << 10;

/// Errors: nothing to read from, or an empty passphrase.
pub(crate) fn read(fd: Option<i32>) -> std::io::Result<Zeroizing<String>> {
    match fd {
        Some(fd) => line(open(fd)?),
        None if std::io::stdin().is_terminal() => {
            Ok(Zeroizing::new(rpassword::prompt_password("Passphrase: ")?))
        }
        None => Err(std::io::Error::other("no terminal to ask at; give --passphrase-fd")),
    }
}

fn open(fd: i32) -> std::io::Result<std::fs::File> {
    std::fs::File::open(format!("/dev/fd/{fd}"))
}

fn line(file: std::fs::File) -> std::io::Result<Zeroizing<String>> {
    let mut text = Zeroizing::new(String::new());
    BufReader::new(file.take(LONGEST)).read_line(&mut text)?;
    let passphrase = Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned());
    if passphrase.is_empty() {
        return Err(std::io::Error::other("the passphrase is empty"));
    }
    Ok(passphrase)
}
