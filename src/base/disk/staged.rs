//! A folder in the making: its files are hashed while they are written, and forced to the disk while the work goes on.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::JoinHandle;

use super::{durable, trouble};
use crate::base::digest::Hash;
use crate::base::problem::Problem;

/// The folder. Nothing in it is safe before `sync`.
#[derive(Debug)]
pub struct Staged {
    root: PathBuf,
    folders: Mutex<BTreeSet<PathBuf>>,
    syncing: Mutex<Option<Syncing>>,
}

/// A thread that does nothing but wait for the disk, and the way to it.
#[derive(Debug)]
struct Syncing {
    written: Sender<(PathBuf, File)>,
    thread: JoinHandle<Result<(), Problem>>,
}

/// A file that is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    pub bytes: u64,
    pub sha256: String,
}

/// A file that is written piece by piece.
pub struct Growing {
    path: PathBuf,
    file: File,
    hash: Hash,
    bytes: u64,
    written: Option<Sender<(PathBuf, File)>>,
}

impl Staged {
    pub fn new(root: &Path) -> Result<Self, Problem> {
        durable::make_folder(root)?;
        let (written, files) = channel::<(PathBuf, File)>();
        let sync = move || {
            files
                .into_iter()
                .try_for_each(|(path, file)| file.sync_all().map_err(|error| trouble(&path, "writing", &error)))
        };
        let thread = std::thread::Builder::new().name("sync".to_owned()).spawn(sync);
        let thread = thread.map_err(|error| trouble(root, "starting a thread that waits for the disk", &error))?;
        let syncing = Mutex::new(Some(Syncing { written, thread }));
        let folders = Mutex::new(BTreeSet::from([root.to_owned()]));
        Ok(Self { root: root.to_owned(), folders, syncing })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Writes a file whole; `path` is below the folder, with `/` between parts.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<Written, Problem> {
        let mut file = self.grow(path)?;
        file.append(bytes)?;
        file.finish()
    }

    /// A copy of the file at `from`, hashed as it now stands here; `None` if that cannot be had. Not a link: whoever edits
    /// one of the two must not change the other.
    pub fn copy(&self, path: &str, from: &Path) -> Result<Option<Written>, Problem> {
        // Asked first: to open a pipe would wait for ever.
        let original = std::fs::metadata(from).ok().filter(|meta| meta.is_file()).and_then(|_| File::open(from).ok());
        let Some(mut original) = original else { return Ok(None) };
        let mut growing = self.grow(path)?;
        if growing.take_in(&mut original).is_err() {
            return Ok(None);
        }
        growing.finish().map(Some)
    }

    /// Begins a file. One that is there is an error, never overwritten.
    pub fn grow(&self, path: &str) -> Result<Growing, Problem> {
        let path = self.root.join(path);
        let folder = path.parent().unwrap_or(&self.root).to_owned();
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if folders.insert(folder.clone()) {
            durable::make_folder(&folder)?;
        }
        drop(folders);
        let file = OpenOptions::new().read(true).write(true).create_new(true).open(&path);
        let file = file.map_err(|error| trouble(&path, "writing", &error))?;
        let syncing = self.syncing.lock().unwrap_or_else(PoisonError::into_inner);
        let written = syncing.as_ref().map(|syncing| syncing.written.clone());
        Ok(Growing { path, file, hash: Hash::default(), bytes: 0, written })
    }

    /// Waits until all files and folders are on the disk. Files that are begun later are nobody's care.
    pub fn sync(&self) -> Result<(), Problem> {
        let syncing = self.syncing.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(Syncing { written, thread }) = syncing {
            drop(written);
            thread.join().unwrap_or_else(|_| {
                let what = "forcing the files to the disk ended without a word";
                Err(Problem::of(&self.root, what, "this is a fault of newsgauge: please report it with this line"))
            })?;
        }
        let folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        folders.iter().rev().try_for_each(|folder| durable::sync_folder(folder))
    }
}

impl Growing {
    pub fn append(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        self.file.write_all(bytes).map_err(|error| trouble(&self.path, "writing", &error))?;
        self.hash.add(bytes);
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Fills an empty file. The system copies, without the detour through this process and on some disks without any
    /// writing; what is hashed is the copy.
    fn take_in(&mut self, original: &mut File) -> std::io::Result<()> {
        std::io::copy(original, &mut self.file)?;
        self.file.rewind()?;
        let mut buffer = vec![0; 1 << 17];
        loop {
            match self.file.read(&mut buffer)? {
                0 => return Ok(()),
                read => {
                    self.hash.add(&buffer[..read]);
                    self.bytes += read as u64;
                }
            }
        }
    }

    pub fn finish(self) -> Result<Written, Problem> {
        // The thread that waits has ended only if the disk failed, which `sync` tells.
        let _ = self.written.map(|written| written.send((self.path, self.file)));
        Ok(Written { bytes: self.bytes, sha256: self.hash.finish() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::digest::sha256;

    #[test]
    fn a_file_written_in_pieces_is_the_file_and_its_hash() {
        let folder = tempfile::tempdir().unwrap();
        let staged = Staged::new(&folder.path().join("new")).unwrap();
        let mut growing = staged.grow("tables/a.csv").unwrap();
        growing.append(b"one,").unwrap();
        growing.append(b"two").unwrap();
        assert_eq!(growing.finish().unwrap(), Written { bytes: 7, sha256: sha256(b"one,two") });
        assert!(staged.put("tables/a.csv", b"").is_err(), "nothing is overwritten");
        staged.sync().unwrap();
        assert_eq!(std::fs::read(folder.path().join("new/tables/a.csv")).unwrap(), b"one,two");
    }
}
