//! What a run keeps between its passes: in memory as long as the budget allows, else on the disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytemuck::Pod;

use super::disk::scratch::Scratch;
use super::heap;
use super::problem::Problem;

/// The budget and a file behind it. Which of the two holds something changes no result.
#[derive(Debug)]
pub struct Spill {
    budget: Arc<Budget>,
    path: PathBuf,
    scratch: Scratch,
}

/// What all files share.
#[derive(Debug)]
struct Budget {
    limit: AtomicU64,
    used: Arc<AtomicU64>,
    /// Bytes since the allocator was last asked to give back.
    forgotten: AtomicU64,
    on_disk: AtomicU64,
    files: AtomicU64,
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

/// Bytes that are not worth giving back.
const LEAST: u64 = 4 << 20;

impl Spill {
    /// At most about `limit` bytes in memory; the rest goes to `file`.
    pub fn new(file: &Path, limit: u64) -> Self {
        let [forgotten, on_disk, files] = [0; 3].map(AtomicU64::new);
        let budget = Budget { limit: AtomicU64::new(limit), used: Arc::default(), forgotten, on_disk, files };
        Self { budget: Arc::new(budget), path: file.to_owned(), scratch: Scratch::new(file) }
    }

    /// The same budget with a file of its own: what only one stage keeps leaves the disk, and the system's memory, with the stage.
    pub fn apart(&self) -> Self {
        let number = self.budget.files.fetch_add(1, Ordering::Relaxed) + 1;
        let path = self.path.with_extension(number.to_string());
        Self { budget: Arc::clone(&self.budget), scratch: Scratch::new(&path), path: self.path.clone() }
    }

    /// Everything in memory: for readings that are known to be small.
    pub fn none() -> Self {
        Self::new(Path::new(""), u64::MAX)
    }

    /// Puts a list away.
    pub fn keep<T: Pod>(&self, mut items: Vec<T>) -> Result<Kept<T>, Problem> {
        let bytes = std::mem::size_of_val(items.as_slice()) as u64;
        let before = self.budget.used.fetch_add(bytes, Ordering::Relaxed);
        let reserved = Reserved { bytes, used: Arc::clone(&self.budget.used) };
        if before + bytes <= self.budget.limit.load(Ordering::Relaxed) {
            // A list that grew by doubling may hold twice what it needs.
            items.shrink_to_fit();
            return Ok(Kept::Memory(items, reserved));
        }
        let at = self.scratch.append(bytemuck::cast_slice(&items))?;
        self.budget.on_disk.fetch_add(bytes, Ordering::Relaxed);
        Ok(Kept::Disk { at, length: items.len() })
    }

    /// Tells that so many bytes are in memory that cannot be put away. What is more of them than an eighth of the limit is taken from
    /// it for all that is kept from now on, so that memory does not grow by them. To be told once.
    pub fn make_room(&self, bytes: u64) {
        let limit = self.budget.limit.load(Ordering::Relaxed);
        self.budget.limit.store(limit.saturating_sub(bytes.saturating_sub(limit / 8)), Ordering::Relaxed);
    }

    /// Tells that so many bytes of lists were worked on and forgotten, from memory or from the disk. What they leave of the
    /// allocator's memory goes back to the system each sixteenth of the limit.
    pub fn forgotten(&self, bytes: u64) {
        // To ask the allocator takes milliseconds, in which other threads wait for it.
        let most = (self.budget.limit.load(Ordering::Relaxed) / 16).max(LEAST);
        if self.budget.forgotten.fetch_add(bytes, Ordering::Relaxed) + bytes > most {
            self.give_back();
        }
    }

    /// Where not all fits into memory, what is free goes back to the system: the allocator keeps it for lists as small, and those
    /// that take their place are larger.
    pub fn give_back(&self) {
        self.budget.forgotten.store(0, Ordering::Relaxed);
        if self.on_disk() > 0 {
            heap::give_back();
        }
    }

    /// How many bytes went to the disk, to any of the files.
    pub fn on_disk(&self) -> u64 {
        self.budget.on_disk.load(Ordering::Relaxed)
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
    fn files_apart_share_the_budget_and_leave_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let spill = Spill::new(&folder.path().join("spill"), 8);
        let (apart, other) = (spill.apart(), spill.apart());
        let kept = [&spill, &apart, &other].map(|spill| (spill, spill.keep(vec![7u32, 8]).unwrap()));
        assert!(matches!(kept, [(_, Kept::Memory(..)), (_, Kept::Disk { at: 0, .. }), (_, Kept::Disk { at: 0, .. })]));
        assert!(kept.iter().all(|(spill, kept)| kept.load(spill, &mut Vec::new()).unwrap() == [7, 8]));
        assert_eq!(spill.on_disk(), 16);
        let left = || ["spill", "spill.1", "spill.2"].iter().any(|name| folder.path().join(name).exists());
        assert!(!cfg!(unix) || !left(), "a run that is killed now leaves nothing");
        drop(kept);
        drop((spill, apart, other));
        assert!(!left());
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
        assert_eq!([0, 2, 6, 17, 18, 1000].map(kept), [4, 4, 3, 0, 0, 0]);
    }

    #[test]
    fn what_was_forgotten_goes_back_a_sixteenth_of_the_limit_at_a_time() {
        for (limit, expected) in [(LEAST * 32, [2, 4, 0, 0, 1]), (0, [2, 0, 2, 0, 1])] {
            let spill = Spill::new(Path::new(""), limit);
            let waiting = [2, 2, 2, 100, 1].map(|parts| {
                spill.forgotten(parts * LEAST / 2);
                spill.budget.forgotten.load(Ordering::Relaxed) * 2 / LEAST
            });
            assert_eq!(waiting, expected);
        }
    }

    #[test]
    fn what_is_dropped_gives_its_memory_back() {
        let folder = tempfile::tempdir().unwrap();
        let spill = Spill::new(&folder.path().join("spill"), 8);
        drop(spill.keep(vec![1u32, 2]).unwrap());
        assert!(matches!(spill.keep(vec![3u32, 4]).unwrap(), Kept::Memory(..)));
        assert_eq!(spill.on_disk(), 0);
    }
}
