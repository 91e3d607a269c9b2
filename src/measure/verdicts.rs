//! Which pairs of articles are alike: estimated from their signatures, and confirmed word by word.

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::FIRST;
use super::reading::Reading;
use super::signature::{Signature, shingles};
use crate::base::parallel::Threads;
use crate::base::problem::Failure;

/// Pairs that one thread compares at a time.
const PAIRS: usize = 1 << 10;
/// Articles whose shingles one thread remembers; pairs are compared in order, so that one of the two is often known.
const REMEMBERED: usize = 1 << 10;

/// The verdicts on all pairs that are near each other in a bucket, which are nearly all that are asked for, made by all threads
/// at once; others are made when asked for.
pub struct Verdicts<'r, 's> {
    /// Sorted.
    compared: Vec<(usize, usize)>,
    alike: FxHashSet<(usize, usize)>,
    comparer: Comparer<'r, 's>,
}

impl<'r, 's> Verdicts<'r, 's> {
    /// Compares each article of a bucket with those `near` it in the bucket.
    pub fn of(
        buckets: &[Vec<usize>],
        near: usize,
        reading: &'r Reading<'s>,
        similarity: f64,
        threads: &Threads,
    ) -> Result<Self, Failure> {
        let compared = pairs(buckets, near);
        let pieces: Vec<&[(usize, usize)]> = compared.chunks(PAIRS).collect();
        let state = |_| (Comparer::new(reading, similarity), Vec::new());
        let work = |(comparer, alike): &mut (Comparer<'_, '_>, Vec<(usize, usize)>), piece: usize| {
            for (a, b) in pieces[piece] {
                if comparer.alike(*a, *b)? {
                    alike.push((*a, *b));
                }
            }
            Ok(())
        };
        let found = threads.fold(pieces.len(), state, work)?;
        let alike = found.into_iter().flat_map(|(_, alike)| alike).collect();
        Ok(Self { compared, alike, comparer: Comparer::new(reading, similarity) })
    }

    /// Whether two articles, the first of which comes first in the reading, are alike.
    pub fn alike(&mut self, a: usize, b: usize) -> Result<bool, Failure> {
        if self.compared.binary_search(&(a, b)).is_ok() {
            return Ok(self.alike.contains(&(a, b)));
        }
        self.comparer.alike(a, b)
    }
}

/// Each pair of articles that are near each other in a bucket, once, sorted.
///
/// Copies share nearly all of their 32 buckets: without sorting now and then the list would be 32 times as long.
fn pairs(buckets: &[Vec<usize>], near: usize) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut full = 1 << 20;
    for bucket in buckets {
        for (at, b) in bucket.iter().enumerate() {
            pairs.extend(bucket[at.saturating_sub(near)..at].iter().map(|a| (*a, *b)));
        }
        if pairs.len() > full {
            pairs.sort_unstable();
            pairs.dedup();
            full = (pairs.len() * 2).max(1 << 20);
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Compares two articles at a time.
struct Comparer<'r, 's> {
    reading: &'r Reading<'s>,
    similarity: f64,
    /// The article that was compared last, with its signature: pairs come in the order of their first articles.
    last: Option<(usize, Signature)>,
    /// By article: its shingles, sorted, each once.
    shingles: FxHashMap<usize, Vec<u64>>,
}

impl<'r, 's> Comparer<'r, 's> {
    fn new(reading: &'r Reading<'s>, similarity: f64) -> Self {
        Self { reading, similarity, last: None, shingles: FxHashMap::default() }
    }

    fn alike(&mut self, a: usize, b: usize) -> Result<bool, Failure> {
        // The estimate is off by 0.05 as a rule; 0.15 below the threshold no pair is worth the full comparison.
        let of_a = match self.last {
            Some((last, signature)) if last == a => signature,
            _ => self.reading.signature(a)?,
        };
        self.last = Some((a, of_a));
        let estimate = of_a.alike(&self.reading.signature(b)?);
        if estimate + 0.15 < self.similarity {
            return Ok(false);
        }
        if self.shingles.len() >= REMEMBERED {
            self.shingles.clear();
        }
        for article in [a, b] {
            if !self.shingles.contains_key(&article) {
                self.shingles.insert(article, self.set(article)?);
            }
        }
        let (a, b) = (&self.shingles[&a], &self.shingles[&b]);
        let both = common(a, b);
        let either = a.len() + b.len() - both;
        Ok(either > 0 && both as f64 >= self.similarity * either as f64)
    }

    fn set(&self, article: usize) -> Result<Vec<u64>, Failure> {
        let (forms, numbers) = self.reading.forms_of(article)?;
        let hashes: Vec<u64> =
            numbers.into_iter().filter(|form| *form >= FIRST).map(|form| forms.form(form).hash).collect();
        let mut set: Vec<u64> = shingles(&hashes).collect();
        set.sort_unstable();
        set.dedup();
        Ok(set)
    }
}

/// How many numbers two sorted lists share.
fn common(a: &[u64], b: &[u64]) -> usize {
    let (mut at, mut shared) = (0, 0);
    for x in a {
        at += b[at..].iter().take_while(|y| *y < x).count();
        shared += usize::from(b.get(at) == Some(x));
    }
    shared
}
