//! SHA-256 as the manifest writes it, and a quick hash for what this machine alone remembers.

use sha2::{Digest, Sha256};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// A hash of bytes that come piece by piece.
#[derive(Clone, Default)]
pub struct Hash(Sha256);

impl Hash {
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Adds `bytes` with their length, so that no two lists of parts look the same.
    pub fn part(&mut self, bytes: &[u8]) {
        self.add(&(bytes.len() as u64).to_le_bytes());
        self.add(bytes);
    }

    /// 64 hexadecimal digits.
    pub fn finish(self) -> String {
        hex(&self.0.finalize())
    }
}

/// The hash of bytes that are all there.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// A hash of many parts, as fast as memory: good against chance, not against malice.
#[derive(Clone, Default)]
pub struct Quick(Xxh3);

impl Quick {
    pub fn add(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// Adds `bytes` with their length, so that no two lists of parts look the same.
    pub fn part(&mut self, bytes: &[u8]) {
        self.add(&(bytes.len() as u64).to_le_bytes());
        self.add(bytes);
    }

    pub fn finish(&self) -> u128 {
        self.0.digest128()
    }
}

/// The quick hash of bytes that are all there.
pub fn quick(bytes: &[u8]) -> u128 {
    xxh3_128(bytes)
}

/// Lower-case hexadecimal.
fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits.map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vector "abc" of FIPS 180-2.
    #[test]
    fn the_known_hash_comes_out_whole_and_in_pieces() {
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let mut hash = Hash::default();
        [b"a".as_slice(), b"bc"].into_iter().for_each(|bytes| hash.add(bytes));
        assert_eq!((sha256(b"abc"), hash.finish()), (known.to_owned(), known.to_owned()));
    }
}
