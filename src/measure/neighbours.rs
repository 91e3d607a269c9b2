//! How often each term stands near each owner: a node, or an actor with its sentences.
//!
//! There may be as many as owners times terms. Each thread counts in a table of bounded size; when it is full, its counts go into
//! parts by owner, which wait as the budget allows and are added up owner by owner.

use rustc_hash::FxHashMap;

use crate::base::narrow::narrow;
use crate::base::parallel::Threads;
use crate::base::problem::Problem;
use crate::base::scatter::{PARTS, Scatter, Scatterer};
use crate::base::spill::{Kept, Spill};

/// Entries of a thread's table: 10 MB.
const FULL: usize = 1 << 17;

/// By owner: its terms in the order of their numbers, loaded when they are asked for.
#[derive(Debug, Default)]
pub struct Neighbours(Vec<Kept<Row>>);

/// Owner and term, which stand in the first number, and the counts.
type Row = [u64; 5];

/// How often a term stands near an owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Near {
    pub left: u64,
    pub right: u64,
    /// On either side, each occurrence once.
    pub both: u64,
    /// Within occurrences of the owner.
    pub inside: u64,
}

/// Counts of all threads on their way to their owners.
pub struct Parted<'s>(&'s Spill, Scatter<Row>);

/// The hand of one thread.
pub struct Hand<'x> {
    counts: FxHashMap<u64, Near>,
    parts: Scatterer<'x, Row>,
}

impl Neighbours {
    /// The terms near an owner.
    pub fn of(&self, owner: usize, spill: &Spill) -> Result<Vec<(u32, Near)>, Problem> {
        let mut buffer = Vec::new();
        let rows = self.0[owner].load(spill, &mut buffer)?;
        // Masking is meant: the lower half.
        Ok(rows.iter().map(|row| (row[0] as u32, Near::of(row))).collect())
    }
}

impl Near {
    fn of([_, left, right, both, inside]: &Row) -> Self {
        Self { left: *left, right: *right, both: *both, inside: *inside }
    }

    fn row(self, key: u64) -> Row {
        [key, self.left, self.right, self.both, self.inside]
    }

    fn add(&mut self, other: Self) {
        self.left += other.left;
        self.right += other.right;
        self.both += other.both;
        self.inside += other.inside;
    }
}

impl Hand<'_> {
    /// Counts a term near an owner.
    #[inline]
    pub fn add(&mut self, owner: usize, term: u32, near: Near) {
        self.counts.entry(u64::from(narrow(owner)) << 32 | u64::from(term)).or_default().add(near);
    }

    /// Puts a full table away.
    pub fn settle(&mut self) -> Result<(), Problem> {
        if self.counts.len() < FULL { Ok(()) } else { self.put() }
    }

    pub fn finish(mut self) -> Result<(), Problem> {
        self.put()?;
        self.parts.finish()
    }

    fn put(&mut self) -> Result<(), Problem> {
        // In no order: what comes of it are sums, which are sorted.
        self.counts.drain().try_for_each(|(key, near)| self.parts.push(owner(key) % PARTS, near.row(key)))
    }
}

impl<'s> Parted<'s> {
    pub fn new(spill: &'s Spill) -> Self {
        Self(spill, Scatter::new(spill))
    }

    pub fn hand(&self) -> Hand<'_> {
        Hand { counts: FxHashMap::default(), parts: self.1.hand() }
    }

    /// Adds up what all hands counted; `owners` is how many there are.
    pub fn sums(self, owners: usize, threads: &Threads) -> Result<Neighbours, Problem> {
        let Self(spill, scatter) = self;
        let part = |part| {
            let mut sums: FxHashMap<u64, Near> = FxHashMap::default();
            scatter.drain(part, |rows| {
                rows.iter().for_each(|row| sums.entry(row[0]).or_default().add(Near::of(row)));
            })?;
            let mut rows: Vec<Row> = sums.into_iter().map(|(key, near)| near.row(key)).collect();
            rows.sort_unstable();
            let owned = rows.chunk_by(|a, b| owner(a[0]) == owner(b[0]));
            owned.map(|rows| Ok((owner(rows[0][0]), spill.keep(rows.to_vec())?))).collect::<Result<Vec<_>, Problem>>()
        };
        let mut all: Vec<Kept<Row>> = std::iter::repeat_with(Kept::default).take(owners).collect();
        for part in threads.map((0..PARTS).collect(), part) {
            part?.into_iter().for_each(|(owner, kept)| all[owner] = kept);
        }
        Ok(Neighbours(all))
    }
}

fn owner(key: u64) -> usize {
    (key >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_add_up_whichever_thread_had_them_and_however_often_its_table_was_full() {
        let folder = tempfile::tempdir().unwrap();
        let spill = Spill::new(&folder.path().join("spill"), 1000);
        let parted = Parted::new(&spill);
        for _ in 0..2 {
            let mut hand = parted.hand();
            for n in 0..600_000u32 {
                let near = Near { both: 1, inside: u64::from(n >= 300_000), ..Near::default() };
                hand.add(n as usize % 600, n / 600 % 500, near);
                hand.settle().unwrap();
            }
            hand.finish().unwrap();
        }
        assert!(spill.on_disk() > 0);
        let neighbours = parted.sums(601, &Threads::new(2).unwrap()).unwrap();
        let near = Near { both: 4, inside: 2, ..Near::default() };
        let all: Vec<(u32, Near)> = (0..500).map(|term| (term, near)).collect();
        assert!((0..600).all(|owner| neighbours.of(owner, &spill).unwrap() == all));
        assert_eq!(neighbours.of(600, &spill).unwrap(), []);
    }
}
