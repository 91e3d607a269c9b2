//! One run at a time: a lock that the system frees when its holder dies.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use super::{plain, trouble};
use crate::base::problem::{Failure, Problem};

/// Held until dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Takes the lock at `path` and writes `holder` into it, for the message that a second run prints.
///
/// `flock`, not a pid file: the system frees it with the process, so that no stale lock ever has to be removed by hand.
pub fn take(path: &Path, holder: &str) -> Result<Lock, Failure> {
    let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
    let mut file = opened.map_err(|error| trouble(path, "opening the lock", &error))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Err(Failure::Locked(held(path, &mut file))),
        Err(TryLockError::Error(error)) => {
            return Err(trouble(path, &format!("locking ({})", plain(&error)), &error).into());
        }
    }
    let noted = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| file.write_all(holder.as_bytes()));
    noted.map_err(|error| trouble(path, "writing the lock", &error))?;
    Ok(Lock { _file: file })
}

fn held(path: &Path, file: &mut File) -> Problem {
    let mut holder = String::new();
    // The holder's note is a courtesy: without it the message is only shorter.
    let known = file.read_to_string(&mut holder).is_ok() && !holder.trim().is_empty();
    let who = if known { format!(" ({})", holder.trim()) } else { String::new() };
    Problem::of(
        path,
        format!("another run is working on this output folder{who}"),
        "wait for it to end, or give this run its own folder with --output",
    )
}
