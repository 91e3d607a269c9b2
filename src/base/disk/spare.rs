//! Files that may be lost at any time: they save work and hold nothing that cannot be made again.
//!
//! So none is forced to the disk, and no fault of the disk ends a run. What is read back is damaged unless its checksum,
//! the first 16 bytes, says otherwise.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// What was found at a path.
#[derive(Debug, PartialEq, Eq)]
pub enum Spare {
    /// What was written.
    Whole(Vec<u8>),
    /// Something else: cut, changed, or never ours.
    Damaged,
    Absent,
}

const HEAD: usize = 16;

/// Writes `content` in one step: a reader sees all of it or what was there before. False
/// if it could not be written.
pub fn write(path: &Path, content: &[u8]) -> bool {
    let sum = xxh3_128(content).to_le_bytes();
    let staged = path.with_extension("new");
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

/// What was written to `path`, checked.
pub fn read(path: &Path) -> Spare {
    let Ok(mut bytes) = fs::read(path) else { return Spare::Absent };
    let sum = bytes.first_chunk::<HEAD>().map(|sum| u128::from_le_bytes(*sum));
    if sum.is_none_or(|sum| sum != xxh3_128(&bytes[HEAD..])) {
        return Spare::Damaged;
    }
    bytes.drain(..HEAD);
    Spare::Whole(bytes)
}

/// A hash of the file at `path` that tells it from other versions of it; `None` if it cannot be read.
pub fn hash(path: &Path) -> Option<u128> {
    let mut file = fs::File::open(path).ok()?;
    let (mut hash, mut buffer) = (Xxh3::new(), vec![0; 1 << 18]);
    loop {
        match file.read(&mut buffer).ok()? {
            0 => return Some(hash.digest128()),
            read => hash.update(&buffer[..read]),
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
        assert_eq!(read(&path), Spare::Absent);
        assert!(write(&path, b"content"));
        assert_eq!(read(&path), Spare::Whole(b"content".to_vec()));
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            fs::write(&path, &bytes).unwrap();
            assert_eq!(read(&path), Spare::Damaged, "byte {at} was changed");
            fs::write(&path, &whole[..at]).unwrap();
            assert_eq!(read(&path), Spare::Damaged, "cut to {at} bytes");
        }
        fs::write(&path, [whole.as_slice(), b"x"].concat()).unwrap();
        assert_eq!(read(&path), Spare::Damaged, "something was appended");
        assert!(write(&path, b"") && read(&path) == Spare::Whole(Vec::new()), "written over");
    }

    #[test]
    fn what_cannot_be_written_is_no_failure() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("file"), "").unwrap();
        assert!(!write(&folder.path().join("file/entry"), b"content"));
    }
}
