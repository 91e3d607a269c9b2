//! Bytes that are hashed while they are read, so that no file is read twice.

use std::cell::RefCell;
use std::io::Read;
use std::rc::Rc;

use sha2::{Digest, Sha256};

use super::article::hex;
use crate::base::disk::Opened;

/// A reader and its hash; a clone reads on from the same place, so that the hash can be asked for when the reader is spent.
#[derive(Clone)]
pub struct Hashing(Rc<RefCell<State>>);

struct State {
    file: Option<Opened>,
    bytes: u64,
    hash: Sha256,
}

impl Hashing {
    pub fn of(file: Opened) -> Self {
        Self(Rc::new(RefCell::new(State { file: Some(file), bytes: 0, hash: Sha256::new() })))
    }

    /// The hash of bytes that were read already.
    pub fn whole(bytes: &[u8]) -> Self {
        Self(Rc::new(RefCell::new(State {
            file: None,
            bytes: bytes.len() as u64,
            hash: Sha256::new_with_prefix(bytes),
        })))
    }

    /// How many bytes were read and their SHA-256, with what is left of the file read first.
    pub fn finish(mut self) -> (u64, String) {
        // A row reader may stop early (a header without a text column); the hash is of the whole file all the same.
        // An error here was met by the row reader before, which reported it.
        let _ = std::io::copy(&mut self, &mut std::io::sink());
        let state = self.0.borrow();
        (state.bytes, hex(&state.hash.clone().finalize()))
    }
}

impl Read for Hashing {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let mut state = self.0.borrow_mut();
        let State { file: Some(file), bytes, hash } = &mut *state else { return Ok(0) };
        let read = file.read(buffer)?;
        *bytes += read as u64;
        hash.update(&buffer[..read]);
        Ok(read)
    }
}
