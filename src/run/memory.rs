//! How much memory the process may use, how much it has used at most, and what it needs no longer.

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

/// Gives back to the system what was freed. glibc keeps the lists of a stage for lists as large, which the next has none of:
/// they were half of the memory of a run whose tables are made.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub fn give_back() {
    unsafe extern "C" {
        safe fn malloc_trim(pad: usize) -> i32;
    }
    malloc_trim(0);
}

/// Elsewhere the allocator does as it likes.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub fn give_back() {}

fn kilobytes(text: &str, name: &str) -> Option<u64> {
    let line = text.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
