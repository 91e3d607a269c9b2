//! Files that may be lost at any time: they save work and hold nothing that cannot be made again.
//!
//! So none is forced to the disk, and no fault of the disk ends a run. What is read back is damaged unless its checksum,
//! the first 16 bytes, says otherwise.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};

use super::facts;

use crate::base::digest::{Quick, quick};

/// What was found at a path.
#[derive(Debug, PartialEq, Eq)]
pub enum Spare<'b> {
    /// What was written.
    Whole(&'b [u8]),
    /// Something else: cut, changed, or never ours.
    Damaged,
    Absent,
}

const HEAD: usize = 16;
/// The ending of a file that is not whole yet.
const STAGED: &str = "new";

/// Writes `content` in one step: a reader sees all of it or what was there before. False
/// if it could not be written.
pub fn write(path: &Path, content: &[u8]) -> bool {
    let sum = quick(content).to_le_bytes();
    let staged = path.with_extension(STAGED);
    let write = || {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut file = fs::File::create(&staged)?;
        file.write_all(&sum)?;
        file.write_all(content)?;
        fs::rename(&staged, path)
    };
    let written: std::io::Result<()> = write();
    if written.is_err() {
        let _ = fs::remove_file(&staged);
    }
    written.is_ok()
}

/// What was written to `path`, checked; it is read into `buffer`.
pub fn read<'b>(path: &Path, buffer: &'b mut Vec<u8>) -> Spare<'b> {
    buffer.clear();
    let Ok(mut file) = fs::File::open(path) else { return Spare::Absent };
    let read = file.read_to_end(buffer).ok().and_then(|_| buffer.split_first_chunk::<HEAD>());
    match read {
        Some((sum, content)) if u128::from_le_bytes(*sum) == quick(content) => Spare::Whole(content),
        _ => Spare::Damaged,
    }
}

/// Remembers that the file at `path` was of use at `seconds` since 1970.
pub fn used(path: &Path, seconds: u64) {
    let time = UNIX_EPOCH + Duration::from_secs(seconds);
    // Forgotten, it is only removed earlier than it should be.
    let _ = fs::File::open(path).and_then(|file| file.set_modified(time));
}

/// Removes the files in the folders of `folder` that were of no use for longest, until those that are left have no more
/// than `limit` bytes. Nobody else may be writing.
pub fn prune(folder: &Path, limit: u64) {
    let within = |folder: &Path| {
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).collect::<Vec<PathBuf>>()
    };
    let mut files = Vec::new();
    for path in within(folder).iter().flat_map(|folder| within(folder)) {
        match facts(&path) {
            // What a killed run was about to write.
            Some(_) if path.extension().is_some_and(|ending| ending == STAGED) => {
                let _ = fs::remove_file(&path);
            }
            Some(facts) => files.push((facts, path)),
            None => {}
        }
    }
    let mut bytes: u64 = files.iter().map(|(facts, _)| facts.bytes).sum();
    files.sort_by(|(a, one), (b, other)| (a.changed, one).cmp(&(b.changed, other)));
    for (facts, path) in files {
        if bytes <= limit {
            return;
        }
        if fs::remove_file(&path).is_ok() {
            bytes -= facts.bytes;
        }
    }
}

/// A hash of the file at `path` that tells it from other versions of it; `None` if it cannot be read.
pub fn hash(path: &Path) -> Option<u128> {
    let mut file = fs::File::open(path).ok()?;
    let (mut hash, mut buffer) = (Quick::default(), vec![0; 1 << 18]);
    loop {
        match file.read(&mut buffer).ok()? {
            0 => return Some(hash.finish()),
            read => hash.add(&buffer[..read]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_comes_back_and_anything_else_is_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ab/entry");
        let read = |path: &Path| match read(path, &mut Vec::new()) {
            Spare::Whole(content) => format!("whole: {}", String::from_utf8_lossy(content)),
            other => format!("{other:?}"),
        };
        assert_eq!(read(&path), "Absent");
        assert!(write(&path, b"content"));
        assert_eq!(read(&path), "whole: content");
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            fs::write(&path, &bytes).unwrap();
            assert_eq!(read(&path), "Damaged", "byte {at} was changed");
            fs::write(&path, &whole[..at]).unwrap();
            assert_eq!(read(&path), "Damaged", "cut to {at} bytes");
        }
        fs::write(&path, [whole.as_slice(), b"x"].concat()).unwrap();
        assert_eq!(read(&path), "Damaged", "something was appended");
        assert!(write(&path, b"") && read(&path) == "whole: ", "written over");
    }

    #[test]
    fn what_was_of_no_use_for_longest_goes_first() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(&name[..1]).join(name);
        for (name, seconds) in [("a1", 30), ("b1", 10), ("b2", 40), ("c1", 20)] {
            assert!(write(&path(name), &[0; 84]));
            used(&path(name), seconds);
        }
        fs::write(path("c1").with_extension("new"), "half").unwrap();
        prune(folder.path(), 400);
        let left = || ["a1", "b1", "b2", "c1"].map(|name| path(name).exists());
        assert_eq!((left(), path("c1.new").exists()), ([true; 4], false));
        prune(folder.path(), 250);
        assert_eq!(left(), [true, false, true, false]);
        prune(folder.path(), 0);
        assert_eq!(left(), [false; 4]);
        prune(&folder.path().join("none"), 0);
    }

    #[test]
    fn what_cannot_be_written_is_no_failure() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(!write(&folder.path().join("file/entry"), b"content"));
    }
}
