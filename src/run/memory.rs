//! How much memory the process has used at most.

use std::path::Path;

use crate::base::disk;

/// Peak resident set in bytes; `None` where the system does not say (it does on Linux).
pub fn peak() -> Option<u64> {
    let status = disk::read_text(Path::new("/proc/self/status"), "").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}
