//! Memory of a program and of all it started, as the system shares it out.

use std::collections::BTreeSet;
use std::fs;

/// Processes whose command line names this program, and all their descendants.
pub(crate) fn family(program: &str) -> BTreeSet<u32> {
    let all: Vec<(u32, u32)> = processes().filter_map(|id| Some((id, parent(id)?))).collect();
    let is_it =
        |id: &u32| fs::read(format!("/proc/{id}/cmdline")).is_ok_and(|line| starts_with(&line, program));
    let mut family: BTreeSet<u32> = all.iter().map(|(id, _)| *id).filter(is_it).collect();
    loop {
        let more = all.iter().filter(|(id, parent)| family.contains(parent) && !family.contains(id));
        let more: Vec<u32> = more.map(|(id, _)| *id).collect();
        if more.is_empty() {
            return family;
        }
        family.extend(more);
    }
}

/// Proportional set size of these processes together, in MiB.
pub(crate) fn proportional_mib(family: &BTreeSet<u32>) -> f64 {
    let kib = |id: &u32| -> Option<f64> {
        let told = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
        let line = told.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        line.trim().trim_end_matches("kB").trim().parse().ok()
    };
    family.iter().filter_map(kib).sum::<f64>() / 1024.0
}

/// The most that a process has had in memory at once, in MiB.
pub(crate) fn peak_mib(id: u32) -> Option<f64> {
    let told = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kib / 1024.0)
}

/// When a process was started, in seconds since the machine was.
pub(crate) fn started(id: u32) -> Option<f64> {
    // The second field is a name in brackets that may hold anything; the times come after it.
    let told = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let ticks: f64 = told.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()?;
    Some(ticks / 100.0)
}

/// Seconds since the machine was started.
pub(crate) fn uptime() -> Option<f64> {
    fs::read_to_string("/proc/uptime").ok()?.split_whitespace().next()?.parse().ok()
}

fn processes() -> impl Iterator<Item = u32> {
    let all = fs::read_dir("/proc").into_iter().flatten();
    all.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}

fn parent(id: u32) -> Option<u32> {
    let told = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    told.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn starts_with(command_line: &[u8], program: &str) -> bool {
    command_line.split(|byte| *byte == 0).next() == Some(program.as_bytes())
}
