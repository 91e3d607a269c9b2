//! How much memory the process may use, and how much it has used at most.

use std::path::Path;

use crate::base::disk;
use crate::config::Config;

/// Bytes of what is kept between passes that may stay in memory: half of `[run] memory`, or of half of what is free. The other
/// half is for what cannot be put away: the vocabulary, the tables, and some megabytes a thread.
pub fn for_buffers(config: &Config) -> u64 {
    config.run.memory.or_else(|| free().map(|bytes| bytes / 2)).map_or(1 << 30, |bytes| bytes / 2)
}

/// Bytes that can be had without swapping, and within the limit of a container or service; `None` where the system does not
/// say.
fn free() -> Option<u64> {
    let memory = disk::read_text(Path::new("/proc/meminfo"), "").ok()?;
    let machine = kilobytes(&memory, "MemAvailable:")?;
    let own =
        |name: &str| disk::read_text(&Path::new("/sys/fs/cgroup").join(name), "").ok()?.trim().parse::<u64>().ok();
    // "max" is no number: then the group has no limit.
    let group = own("memory.max").map(|most| most.saturating_sub(own("memory.current").unwrap_or(0)));
    Some(group.map_or(machine, |group| machine.min(group)))
}

/// Peak resident set in bytes; `None` where the system does not say (it does on Linux).
pub fn peak() -> Option<u64> {
    let status = disk::read_text(Path::new("/proc/self/status"), "").ok()?;
    kilobytes(&status, "VmHWM:")
}

fn kilobytes(text: &str, name: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
