//! A file for what does not fit in memory while a run goes on; nothing of it outlives the run.

use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering};

use super::trouble;
use crate::base::problem::Problem;

/// Bytes that are appended by many threads and read back at random, none of them waiting for another. The file is made with
/// the first byte. Its name is taken away at once where the system allows it, so that not even a killed run leaves it behind; elsewhere
/// it is removed in the end.
#[derive(Debug)]
pub struct Scratch {
    path: PathBuf,
    file: OnceLock<File>,
    end: AtomicU64,
}

impl Scratch {
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), file: OnceLock::new(), end: AtomicU64::new(0) }
    }

    /// Appends `bytes`; the result is where they stand.
    pub fn append(&self, bytes: &[u8]) -> Result<u64, Problem> {
        let at = self.end.fetch_add(bytes.len() as u64, Ordering::Relaxed);
        let written = self.file().and_then(|file| write_at(file, bytes, at));
        written.map_err(|error| trouble(&self.path, "writing what does not fit in memory", &error))?;
        Ok(at)
    }

    /// Reads back what stands at `at`.
    pub fn read(&self, at: u64, into: &mut [u8]) -> Result<(), Problem> {
        let read = self.file().and_then(|file| read_at(file, into, at));
        read.map_err(|error| trouble(&self.path, "reading back what did not fit in memory", &error))
    }

    fn file(&self) -> std::io::Result<&File> {
        if let Some(file) = self.file.get() {
            return Ok(file);
        }
        // Two threads may come here at once: neither truncates what the other has written.
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&self.path)?;
        let file = self.file.get_or_init(|| file);
        if cfg!(unix) {
            // Where it cannot be removed, the next run writes over it.
            let _ = std::fs::remove_file(&self.path);
        }
        Ok(file)
    }
}

#[cfg(unix)]
fn write_at(file: &File, bytes: &[u8], at: u64) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::write_all_at(file, bytes, at)
}

#[cfg(unix)]
fn read_at(file: &File, into: &mut [u8], at: u64) -> std::io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, into, at)
}

/// Elsewhere the place is the file's own, so that one thread at a time may move it.
#[cfg(not(unix))]
static PLACE: std::sync::Mutex<()> = std::sync::Mutex::new(());

#[cfg(not(unix))]
fn write_at(mut file: &File, bytes: &[u8], at: u64) -> std::io::Result<()> {
    use std::io::{Seek, Write};
    let _place = PLACE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    file.seek(std::io::SeekFrom::Start(at))?;
    file.write_all(bytes)
}

#[cfg(not(unix))]
fn read_at(mut file: &File, into: &mut [u8], at: u64) -> std::io::Result<()> {
    use std::io::{Read, Seek};
    let _place = PLACE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    file.seek(std::io::SeekFrom::Start(at))?;
    file.read_exact(into)
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if !cfg!(unix) && self.file.get().is_some() {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
