//! Items of many threads, parted by key so that each part can be counted alone in little memory.
//!
//! The shuffle of a map-reduce, on one machine: counting 100 million pairs in one table misses the cache with each of
//! them; parted first, each part fits into it, parts are counted by all threads at once, and those that do not fit in
//! memory wait on the disk.

use std::sync::{Mutex, MutexGuard, PoisonError};

use bytemuck::Pod;

use super::problem::Problem;
use super::spill::{Kept, Spill};

/// How many parts there are. A part of a corpus of 10 GB is then about as large as the whole of one of 20 MB.
pub const PARTS: usize = 512;
/// Bytes that a thread collects for a part before it puts them away: 8 MB for all parts, which no budget counts.
const CHUNK: usize = 16 << 10;

/// The parts, filled by any number of `Scatterer`s.
pub struct Scatter<T> {
    spill: Spill,
    parts: Vec<Mutex<Vec<Kept<T>>>>,
}

/// The hand of one thread.
pub struct Scatterer<'x, T: Pod> {
    scatter: &'x Scatter<T>,
    chunks: Vec<Vec<T>>,
}

impl<T: Pod> Scatter<T> {
    pub fn new(spill: &Spill) -> Self {
        Self { spill: spill.apart(), parts: (0..PARTS).map(|_| Mutex::default()).collect() }
    }

    pub fn hand(&self) -> Scatterer<'_, T> {
        Scatterer { scatter: self, chunks: (0..PARTS).map(|_| Vec::new()).collect() }
    }

    /// All items of a part, in no order; they are forgotten here.
    pub fn gather(&self, part: usize) -> Result<Vec<T>, Problem> {
        let mut items = Vec::with_capacity(self.chunks(part).iter().map(Kept::len).sum());
        self.drain(part, |chunk| items.extend_from_slice(chunk))?;
        Ok(items)
    }

    /// The same, some at a time, so that they are never in memory together.
    pub fn drain(&self, part: usize, mut each: impl FnMut(&[T])) -> Result<(), Problem> {
        let chunks = std::mem::take(&mut *self.chunks(part));
        let mut buffer = Vec::new();
        let mut bytes = 0;
        for chunk in chunks {
            bytes += chunk.len() * size_of::<T>();
            each(chunk.load(&self.spill, &mut buffer)?);
        }
        self.spill.forgotten(bytes as u64);
        Ok(())
    }

    fn chunks(&self, part: usize) -> MutexGuard<'_, Vec<Kept<T>>> {
        self.parts[part].lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, part: usize, chunk: Vec<T>) -> Result<(), Problem> {
        let kept = self.spill.keep(chunk)?;
        self.chunks(part).push(kept);
        Ok(())
    }
}

impl<T: Pod> Scatterer<'_, T> {
    /// Puts an item into a part; all items of a key belong into the same one.
    #[inline]
    pub fn push(&mut self, part: usize, item: T) -> Result<(), Problem> {
        let chunk = &mut self.chunks[part];
        if chunk.len() == chunk.capacity() {
            return self.grow(part, item);
        }
        chunk.push(item);
        Ok(())
    }

    /// Puts items into a part that come back side by side.
    pub fn push_all(&mut self, part: usize, items: &[T]) -> Result<(), Problem> {
        let full = CHUNK / size_of::<T>();
        let chunk = &mut self.chunks[part];
        if chunk.len() + items.len() > full && !chunk.is_empty() {
            let chunk = std::mem::replace(chunk, Vec::with_capacity(full));
            self.scatter.put(part, chunk)?;
        }
        let chunk = &mut self.chunks[part];
        if chunk.len() + items.len() > chunk.capacity() {
            chunk.reserve_exact(more(chunk.len(), full).max(items.len()));
        }
        chunk.extend_from_slice(items);
        Ok(())
    }

    #[cold]
    fn grow(&mut self, part: usize, item: T) -> Result<(), Problem> {
        let full = CHUNK / size_of::<T>();
        let chunk = &mut self.chunks[part];
        if chunk.len() >= full {
            let chunk = std::mem::replace(chunk, Vec::with_capacity(full));
            self.scatter.put(part, chunk)?;
        } else {
            chunk.reserve_exact(more(chunk.len(), full));
        }
        self.chunks[part].push(item);
        Ok(())
    }

    /// Puts the rest away; without this it would be lost.
    pub fn finish(self) -> Result<(), Problem> {
        let filled = self.chunks.into_iter().enumerate().filter(|(_, chunk)| !chunk.is_empty());
        filled.into_iter().try_for_each(|(part, chunk)| self.scatter.put(part, chunk))
    }
}

/// By how many items a chunk grows. Small corpora fill few chunks: they grow by doubling, and none beyond what is put away at once.
fn more(length: usize, full: usize) -> usize {
    length.max(16).min(full.saturating_sub(length))
}

/// The part of a key, by a hash that is the same everywhere (Fibonacci hashing, Knuth 1973).
#[inline]
pub fn part_of(key: u64) -> usize {
    (key.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - PARTS.ilog2())) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_comes_back_once_whatever_fits_in_memory() {
        let folder = tempfile::tempdir().unwrap();
        for limit in [0, 100_000, u64::MAX] {
            let spill = Spill::new(&folder.path().join("spill"), limit);
            let scatter = Scatter::new(&spill);
            for hand in 0..2u64 {
                let mut hands = scatter.hand();
                (0..50_000u64).for_each(|n| hands.push(part_of(n), n * 2 + hand).unwrap());
                hands.finish().unwrap();
            }
            let mut all: Vec<u64> = (0..PARTS).flat_map(|part| scatter.gather(part).unwrap()).collect();
            all.sort_unstable();
            assert_eq!(all, (0..100_000).collect::<Vec<_>>());
        }
    }
}
