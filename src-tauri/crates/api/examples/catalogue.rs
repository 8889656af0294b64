//! Prints the table of commands with its schemas, from which the window's types are generated.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    writeln!(io::stdout().lock(), "{}", hefu_api::catalogue())
}
