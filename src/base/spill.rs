//! What a run keeps between its passes: in memory as long as the budget allows, else on the disk.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytemuck::Pod;

use super::disk::scratch::Scratch;
use super::problem::Problem;

/// The budget and the file behind it. Which of the two holds something changes no result.
#[derive(Debug)]
pub struct Spill {
    limit: AtomicU64,
    used: Arc<AtomicU64>,
    scratch: Scratch,
}

/// A list that was put away.
#[derive(Debug)]
pub enum Kept<T> {
    Memory(Vec<T>, Reserved),
    Disk { at: u64, length: usize },
}

impl<T> Default for Kept<T> {
    /// An empty list.
    fn default() -> Self {
        Kept::Memory(Vec::new(), Reserved::default())
    }
}

/// A part of the budget, given back when it is dropped.
#[derive(Debug, Default)]
pub struct Reserved {
    bytes: u64,
    used: Arc<AtomicU64>,
}

impl Spill {
    /// At most about `limit` bytes in memory; the rest goes to `file`.
    pub fn new(file: &Path, limit: u64) -> Self {
        Self { limit: AtomicU64::new(limit), used: Arc::default(), scratch: Scratch::new(file) }
    }

    /// Everything in memory: for readings that are known to be small.
    pub fn none() -> Self {
        Self::new(Path::new(""), u64::MAX)
    }

    /// Puts a list away.
    pub fn keep<T: Pod>(&self, mut items: Vec<T>) -> Result<Kept<T>, Problem> {
        let bytes = std::mem::size_of_val(items.as_slice()) as u64;
        let before = self.used.fetch_add(bytes, Ordering::Relaxed);
        let reserved = Reserved { bytes, used: Arc::clone(&self.used) };
        if before + bytes <= self.limit.load(Ordering::Relaxed) {
            // A list that grew by doubling may hold twice what it needs.
            items.shrink_to_fit();
            return Ok(Kept::Memory(items, reserved));
        }
        let at = self.scratch.append(bytemuck::cast_slice(&items))?;
        Ok(Kept::Disk { at, length: items.len() })
    }

    /// Tells that so many bytes are in memory that cannot be put away. What is more of them than a quarter of the limit is taken from
    /// it for all that is kept from now on, so that memory does not grow by them. To be told once.
    pub fn make_room(&self, bytes: u64) {
        let limit = self.limit.load(Ordering::Relaxed);
        self.limit.store(limit.saturating_sub(bytes.saturating_sub(limit / 4)), Ordering::Relaxed);
    }

    /// How many bytes went to the disk.
    pub fn on_disk(&self) -> u64 {
        self.scratch.size()
    }
}

impl<T: Pod> Kept<T> {
    /// The list; one from the disk is read into `buffer`.
    pub fn load<'k>(&'k self, spill: &Spill, buffer: &'k mut Vec<T>) -> Result<&'k [T], Problem> {
        match self {
            Kept::Memory(items, _) => Ok(items),
            Kept::Disk { at, length } => {
                buffer.resize(*length, T::zeroed());
                spill.scratch.read(*at, bytemuck::cast_slice_mut(buffer))?;
                Ok(buffer)
            }
        }
    }

    /// The part `range` of the list, read into `buffer`.
    pub fn part(&self, spill: &Spill, range: std::ops::Range<usize>, buffer: &mut Vec<T>) -> Result<(), Problem> {
        buffer.clear();
        match self {
            Kept::Memory(items, _) => buffer.extend_from_slice(&items[range]),
            Kept::Disk { at, .. } => {
                buffer.resize(range.len(), T::zeroed());
                let start = at + (range.start * size_of::<T>()) as u64;
                spill.scratch.read(start, bytemuck::cast_slice_mut(buffer))?;
            }
        }
        Ok(())
    }

    pub fn len(&self) -> usize {
        match self {
            Kept::Memory(items, _) => items.len(),
            Kept::Disk { length, .. } => *length,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Drop for Reserved {
    fn drop(&mut self) {
        self.used.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back_from_memory_and_from_disk() {
        let folder = tempfile::tempdir().unwrap();
        let spill = Spill::new(&folder.path().join("spill"), 8);
        let kept = [vec![1u32, 2], vec![3, 4, 5], vec![]].map(|items| spill.keep(items).unwrap());
        assert!(matches!(kept, [Kept::Memory(..), Kept::Disk { .. }, Kept::Memory(..)]));
        assert_eq!(spill.on_disk(), 12);
        let mut buffer = Vec::new();
        assert_eq!(kept[0].load(&spill, &mut buffer).unwrap(), [1, 2]);
        assert_eq!(kept[1].load(&spill, &mut buffer).unwrap(), [3, 4, 5]);
        kept[1].part(&spill, 1..3, &mut buffer).unwrap();
        assert_eq!(buffer, [4, 5]);
    }

    #[test]
    fn what_cannot_be_put_away_leaves_less_room_for_what_can() {
        let folder = tempfile::tempdir().unwrap();
        let kept = |bytes: u64| {
            let spill = Spill::new(&folder.path().join("spill"), 16);
            spill.make_room(bytes);
            let kept: Vec<Kept<u32>> = (0..5).map(|n| spill.keep(vec![n]).unwrap()).collect();
            kept.iter().filter(|kept| matches!(kept, Kept::Memory(..))).count()
        };
        assert_eq!([0, 4, 8, 19, 20, 1000].map(kept), [4, 4, 3, 0, 0, 0]);
    }

    #[test]
    fn what_is_dropped_gives_its_memory_back() {
        let folder = tempfile::tempdir().unwrap();
        let spill = Spill::new(&folder.path().join("spill"), 8);
        drop(spill.keep(vec![1u32, 2]).unwrap());
        assert!(matches!(spill.keep(vec![3u32, 4]).unwrap(), Kept::Memory(..)));
        assert!(!folder.path().join("spill").exists(), "the file is made with the first byte that needs it");
    }
}
