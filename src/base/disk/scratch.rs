//! A file for what does not fit in memory while a run goes on; nothing of it outlives the run.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::trouble;
use crate::base::problem::Problem;

/// Bytes that are appended by many threads and read back at random. The file is made with the first byte and removed in
/// the end; a killed run leaves one that the next run overwrites.
#[derive(Debug)]
pub struct Scratch {
    path: PathBuf,
    open: Mutex<Option<Open>>,
}

#[derive(Debug)]
struct Open {
    file: File,
    end: u64,
}

impl Scratch {
    pub fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), open: Mutex::new(None) }
    }

    /// Appends `bytes`; the result is where they stand.
    pub fn append(&self, bytes: &[u8]) -> Result<u64, Problem> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let written = match &mut *open {
            Some(open) => open.append(bytes),
            none => self.create().and_then(|new| none.insert(new).append(bytes)),
        };
        written.map_err(|error| trouble(&self.path, "writing what does not fit in memory", &error))
    }

    /// Reads back what stands at `at`.
    pub fn read(&self, at: u64, into: &mut [u8]) -> Result<(), Problem> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let read = open.as_mut().map_or(Ok(()), |open| {
            open.file.seek(SeekFrom::Start(at))?;
            open.file.read_exact(into)
        });
        read.map_err(|error| trouble(&self.path, "reading back what did not fit in memory", &error))
    }

    /// How many bytes were written.
    pub fn size(&self) -> u64 {
        self.open.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map_or(0, |open| open.end)
    }

    fn create(&self) -> std::io::Result<Open> {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(&self.path)?;
        Ok(Open { file, end: 0 })
    }
}

impl Open {
    fn append(&mut self, bytes: &[u8]) -> std::io::Result<u64> {
        let at = self.end;
        self.file.seek(SeekFrom::Start(at))?;
        self.file.write_all(bytes)?;
        self.end += bytes.len() as u64;
        Ok(at)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let opened = self.open.lock().unwrap_or_else(PoisonError::into_inner).take().is_some();
        if opened {
            // What cannot be removed now is overwritten by the next run.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
