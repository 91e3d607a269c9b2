//! Bytes that are hashed while they are read, so that no file is read twice.

use std::io::Read;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::base::digest::Hash;
use crate::base::disk::Opened;

/// A reader and its hash; a clone reads on from the same place, so that the hash can be asked for when the reader is spent.
#[derive(Clone)]
pub struct Hashing(Arc<Mutex<State>>);

struct State {
    file: Opened,
    bytes: u64,
    hash: Hash,
}

impl Hashing {
    pub fn of(file: Opened) -> Self {
        Self(Arc::new(Mutex::new(State { file, bytes: 0, hash: Hash::default() })))
    }

    /// How many bytes were read and their SHA-256, with what is left of the file read first.
    pub fn finish(mut self) -> (u64, String) {
        // A row reader may stop early (a header without a text column); the hash is of the whole file all the same.
        // An error here was met by the row reader before, which reported it.
        let _ = self.drain();
        self.so_far()
    }

    /// The same of a file that nobody else reads.
    pub fn whole(mut self) -> std::io::Result<(u64, String)> {
        self.drain()?;
        Ok(self.so_far())
    }

    fn drain(&mut self) -> std::io::Result<()> {
        let mut buffer = vec![0; 1 << 17];
        loop {
            match Read::read(self, &mut buffer) {
                Ok(0) => return Ok(()),
                Err(error) if error.kind() != std::io::ErrorKind::Interrupted => return Err(error),
                _ => {}
            }
        }
    }

    fn so_far(&self) -> (u64, String) {
        let state = self.state();
        (state.bytes, state.hash.clone().finish())
    }

    /// One thread at a time reads a file, so that nobody waits here.
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Read for Hashing {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let mut state = self.state();
        let State { file, bytes, hash } = &mut *state;
        let read = file.read(buffer)?;
        *bytes += read as u64;
        hash.add(&buffer[..read]);
        Ok(read)
    }
}
