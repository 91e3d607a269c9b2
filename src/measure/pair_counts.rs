//! Counts of unordered pairs of small numbers.

use rustc_hash::FxHashMap;

/// How often each pair `(a, b)`, `a < b`, was counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PairCounts {
    /// Of things below `size`: one cell for each possible pair. For vocabularies whose pairs mostly occur: on generated news a
    /// hash map of the 125,000 pairs of 500 terms took eight times as long.
    Dense { size: usize, cells: Vec<u64> },
    /// For actors, of whose pairs few occur.
    Sparse(FxHashMap<(u32, u32), u64>),
}

impl Default for PairCounts {
    fn default() -> Self {
        PairCounts::Sparse(FxHashMap::default())
    }
}

impl PairCounts {
    pub fn dense(size: usize) -> Self {
        PairCounts::Dense { size, cells: vec![0; size * size.saturating_sub(1) / 2] }
    }

    /// Counts the pair of `a` and `b`, in any order; they differ.
    pub fn add(&mut self, a: u32, b: u32) {
        self.add_many(a, b, 1);
    }

    fn add_many(&mut self, a: u32, b: u32, n: u64) {
        let (a, b) = (a.min(b), a.max(b));
        match self {
            PairCounts::Dense { size, cells } => cells[cell(*size, a, b)] += n,
            PairCounts::Sparse(counts) => *counts.entry((a, b)).or_default() += n,
        }
    }

    pub fn get(&self, a: u32, b: u32) -> u64 {
        let (a, b) = (a.min(b), a.max(b));
        match self {
            PairCounts::Dense { size, cells } => cells[cell(*size, a, b)],
            PairCounts::Sparse(counts) => counts.get(&(a, b)).copied().unwrap_or(0),
        }
    }

    /// Every pair that was counted at least `min_n` times (and once), sorted.
    pub fn at_least(&self, min_n: u64) -> Vec<(u32, u32)> {
        let enough = |n: u64| n >= min_n.max(1);
        match self {
            PairCounts::Dense { size, cells } => {
                let size = u32::try_from(*size).unwrap_or(u32::MAX);
                let pairs = (0..size).flat_map(|a| (a + 1..size).map(move |b| (a, b)));
                pairs.zip(cells).filter(|(_, n)| enough(**n)).map(|(pair, _)| pair).collect()
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
            (PairCounts::Dense { cells, .. }, PairCounts::Dense { cells: theirs, .. }) => {
                cells.iter_mut().zip(theirs).for_each(|(mine, n)| *mine += n);
            }
            (mine, PairCounts::Sparse(theirs)) => theirs.into_iter().for_each(|((a, b), n)| mine.add_many(a, b, n)),
            (mine, theirs) => theirs.at_least(1).into_iter().for_each(|(a, b)| mine.add_many(a, b, theirs.get(a, b))),
        }
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
}
