//! Counts of unordered pairs of small numbers.

use rustc_hash::FxHashMap;

/// How often each pair `(a, b)`, `a < b`, was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PairCounts {
    /// Of things below a size: one cell for each possible pair. For vocabularies whose pairs mostly occur: on generated news
    /// a hash map of the 125,000 pairs of 500 terms took eight times as long.
    Dense(Dense),
    /// For actors, of whose pairs few occur.
    Sparse(FxHashMap<(u32, u32), u64>),
}

/// Cells of 32 bits, so that those of three units and 500 terms fit into the second-level cache.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dense {
    size: usize,
    cells: Vec<u32>,
    /// By cell: how often its 32 bits ran over.
    carried: FxHashMap<usize, u64>,
}

impl Default for PairCounts {
    fn default() -> Self {
        PairCounts::Sparse(FxHashMap::default())
    }
}

impl PairCounts {
    pub fn dense(size: usize) -> Self {
        PairCounts::Dense(Dense {
            size,
            cells: vec![0; size * size.saturating_sub(1) / 2],
            carried: FxHashMap::default(),
        })
    }

    /// Counts the pair of `a` and `b`, in any order; they differ.
    #[inline]
    pub fn add(&mut self, a: u32, b: u32) {
        let (a, b) = (a.min(b), a.max(b));
        match self {
            PairCounts::Dense(dense) => dense.count(cell(dense.size, a, b)),
            PairCounts::Sparse(counts) => *counts.entry((a, b)).or_default() += 1,
        }
    }

    /// Counts every pair of `members`, which are sorted and distinct.
    pub fn add_all(&mut self, members: &[u32]) {
        for (at, a) in members.iter().enumerate() {
            match self {
                PairCounts::Dense(dense) => {
                    // The cells of a row stand side by side, that of (a, a + 1) first.
                    let row = cell(dense.size, *a, *a + 1);
                    members[at + 1..].iter().for_each(|b| dense.count(row + (b - a - 1) as usize));
                }
                PairCounts::Sparse(counts) => {
                    members[at + 1..].iter().for_each(|b| *counts.entry((*a, *b)).or_default() += 1);
                }
            }
        }
    }

    pub fn get(&self, a: u32, b: u32) -> u64 {
        let (a, b) = (a.min(b), a.max(b));
        match self {
            PairCounts::Dense(dense) => dense.at(cell(dense.size, a, b)),
            PairCounts::Sparse(counts) => counts.get(&(a, b)).copied().unwrap_or(0),
        }
    }

    /// Every pair that was counted at least `min_n` times (and once), sorted.
    pub fn at_least(&self, min_n: u64) -> Vec<(u32, u32)> {
        let enough = |n: u64| n >= min_n.max(1);
        match self {
            PairCounts::Dense(dense) => {
                let size = u32::try_from(dense.size).unwrap_or(u32::MAX);
                let pairs = (0..size).flat_map(|a| (a + 1..size).map(move |b| (a, b)));
                pairs.enumerate().filter(|(at, _)| enough(dense.at(*at))).map(|(_, pair)| pair).collect()
            }
            PairCounts::Sparse(counts) => {
                let mut pairs: Vec<(u32, u32)> =
                    counts.iter().filter(|(_, n)| enough(**n)).map(|(pair, _)| *pair).collect();
                pairs.sort_unstable();
                pairs
            }
        }
    }

    /// Takes over the counts of `other`, which counts the same things.
    pub fn merge(&mut self, other: Self) {
        match (self, other) {
            (PairCounts::Dense(dense), PairCounts::Dense(theirs)) => dense.merge(theirs),
            (mine, PairCounts::Sparse(theirs)) => theirs.into_iter().for_each(|((a, b), n)| mine.add_many(a, b, n)),
            (mine, theirs) => theirs.at_least(1).into_iter().for_each(|(a, b)| mine.add_many(a, b, theirs.get(a, b))),
        }
    }

    fn add_many(&mut self, a: u32, b: u32, n: u64) {
        match self {
            PairCounts::Dense(dense) => dense.add(cell(dense.size, a, b), n),
            PairCounts::Sparse(counts) => *counts.entry((a, b)).or_default() += n,
        }
    }
}

impl Dense {
    #[inline]
    fn count(&mut self, cell: usize) {
        let n = &mut self.cells[cell];
        *n = n.wrapping_add(1);
        if *n == 0 {
            *self.carried.entry(cell).or_default() += 1;
        }
    }

    fn at(&self, cell: usize) -> u64 {
        u64::from(self.cells[cell]) + (self.carried.get(&cell).copied().unwrap_or(0) << 32)
    }

    fn add(&mut self, cell: usize, n: u64) {
        let sum = u64::from(self.cells[cell]) + (n & u64::from(u32::MAX));
        // Masking is meant: the two halves.
        self.cells[cell] = sum as u32;
        let carried = (sum >> 32) + (n >> 32);
        if carried > 0 {
            *self.carried.entry(cell).or_default() += carried;
        }
    }

    fn merge(&mut self, other: Self) {
        other.cells.into_iter().enumerate().for_each(|(cell, n)| self.add(cell, u64::from(n)));
        other.carried.into_iter().for_each(|(cell, n)| self.add(cell, n << 32));
    }
}

/// Row by row above the diagonal: rows 0 to a - 1 hold size - 1, size - 2, ... cells.
fn cell(size: usize, a: u32, b: u32) -> usize {
    let (a, b) = (a as usize, b as usize);
    a * (2 * size - a - 1) / 2 + (b - a - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_storing_give_the_same_counts() {
        let (mut dense, mut sparse) = (PairCounts::dense(5), PairCounts::default());
        for (a, b) in [(0, 1), (4, 3), (1, 0), (2, 4), (0, 4)] {
            dense.add(a, b);
            sparse.add(a, b);
        }
        assert_eq!(dense.at_least(1), sparse.at_least(1));
        assert_eq!(dense.at_least(2), [(0, 1)]);
        for (a, b) in (0..5).flat_map(|a| (a + 1..5).map(move |b| (a, b))) {
            assert_eq!(dense.get(a, b), sparse.get(b, a), "{a} {b}");
        }
    }

    #[test]
    fn merging_loses_no_count_beyond_four_billion() {
        let full =
            |n: u32| PairCounts::Dense(Dense { size: 3, cells: vec![n, 0, u32::MAX], carried: FxHashMap::default() });
        let mut counts = full(u32::MAX - 1);
        counts.add(0, 1);
        counts.add_all(&[0, 1]);
        assert_eq!(counts.get(0, 1), 1 << 32);
        counts.merge(full(7));
        assert_eq!([counts.get(0, 1), counts.get(1, 2), counts.get(0, 2)], [(1 << 32) + 7, 2 * u64::from(u32::MAX), 0]);
        assert_eq!(counts.at_least(1 << 33), [(0, 1); 0]);
    }

    #[test]
    fn merging_loses_no_count_however_the_two_are_stored() {
        let filled = |mut counts: PairCounts| {
            [(0, 1), (0, 1), (2, 3)].into_iter().for_each(|(a, b)| counts.add(a, b));
            counts
        };
        for one in [PairCounts::dense(5), PairCounts::default()] {
            for other in [PairCounts::dense(5), PairCounts::default()] {
                let mut merged = filled(one.clone());
                merged.merge(filled(other));
                assert_eq!((merged.get(0, 1), merged.get(2, 3), merged.at_least(1).len()), (4, 2, 2));
            }
        }
    }

    #[test]
    fn all_pairs_of_a_set_are_counted_once_however_they_are_stored() {
        let (mut dense, mut sparse) = (PairCounts::dense(6), PairCounts::default());
        for counts in [&mut dense, &mut sparse] {
            counts.add_all(&[0, 2, 5]);
            counts.add_all(&[2, 5]);
            counts.add_all(&[4]);
        }
        assert_eq!(dense.at_least(1), [(0, 2), (0, 5), (2, 5)]);
        assert_eq!(sparse.at_least(1), dense.at_least(1));
        assert_eq!((dense.get(2, 5), sparse.get(2, 5)), (2, 2));
    }
}
