//! Counts that merge: for each term or actor how often, in how many articles and stories, when and where.
//!
//! Integers only; `merge` is associative and commutative, so that one thread, many threads, a cache and a spill file are
//! the same program.

use rustc_hash::{FxHashMap, FxHashSet};

use super::dispersion::Spread;
use super::frame::Stand;
use crate::ingest::date::Date;

/// The counts of everything of one kind (terms or actors), each thing known by a number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// By number.
    pub counts: Vec<Count>,
    /// By month and number.
    pub by_month: FxHashMap<(u32, u32), Cell>,
    /// By outlet and number.
    pub by_outlet: FxHashMap<(u32, u32), Cell>,
    /// Stories of more than one article, and the things in them; the others are counted in `Count::stories` at once.
    copied: FxHashSet<(usize, u32)>,
}

/// The counts of one thing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub n: u64,
    pub articles: u64,
    pub stories: u64,
    pub first: Option<Date>,
    pub last: Option<Date>,
    pub spread: Spread,
}

/// The counts of one thing in one month or outlet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub n: u64,
    pub articles: u64,
}

impl Tally {
    pub fn new(things: usize) -> Self {
        Self { counts: vec![Count::default(); things], ..Self::default() }
    }

    /// Adds that one article holds a thing `n` times.
    pub fn add(&mut self, place: &Stand, thing: u32, n: u64) {
        let count = &mut self.counts[thing as usize];
        count.n += n;
        count.articles += 1;
        if !place.copied || self.copied.insert((place.story, thing)) {
            count.stories += 1;
        }
        count.first = earlier(count.first, place.date);
        count.last = count.last.max(place.date);
        for cell in [
            self.by_month.entry((place.month, thing)).or_default(),
            self.by_outlet.entry((place.outlet, thing)).or_default(),
        ] {
            cell.n += n;
            cell.articles += 1;
        }
    }

    /// Takes over the counts of other articles.
    pub fn merge(&mut self, other: Self) {
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            mine.n += theirs.n;
            mine.articles += theirs.articles;
            mine.stories += theirs.stories;
            mine.first = earlier(mine.first, theirs.first);
            mine.last = mine.last.max(theirs.last);
            mine.spread.merge(theirs.spread);
        }
        for (story, thing) in other.copied {
            // Both counted it: once too often.
            if !self.copied.insert((story, thing)) {
                self.counts[thing as usize].stories -= 1;
            }
        }
        merge_cells(&mut self.by_month, other.by_month);
        merge_cells(&mut self.by_outlet, other.by_outlet);
    }
}

fn merge_cells(mine: &mut FxHashMap<(u32, u32), Cell>, theirs: FxHashMap<(u32, u32), Cell>) {
    for (key, cell) in theirs {
        let mine = mine.entry(key).or_default();
        mine.n += cell.n;
        mine.articles += cell.articles;
    }
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}
