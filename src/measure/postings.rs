//! Which thing occurs how often in which article: collected from all threads, then counted thing by thing.
//!
//! All that a table says of a thing comes from its own list of articles, read once: no map by month, outlet or story is
//! asked for each of its occurrences.

use std::sync::{Mutex, PoisonError};

use super::counter::{Besides, Counter, Wanted};
use super::frame::{Frame, Grouping};
use super::posting::{packed, part};
use super::tally::{Count, Parted, Tally};
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::base::scatter::{PARTS, Scatter, Scatterer};
use crate::base::spill::Spill;

/// Packed (`posting`), in parts.
pub struct Postings<'s>(&'s Spill, Scatter<u64>);

/// The hand of one thread.
pub struct Hand<'x>(Scatterer<'x, u64>);

impl<'s> Postings<'s> {
    pub fn new(spill: &'s Spill) -> Self {
        Self(spill, Scatter::new(spill))
    }

    pub fn hand(&self) -> Hand<'_> {
        Hand(self.1.hand())
    }

    /// The counts of all things; `things` is how many there are.
    pub fn tally(self, things: usize, frame: &Frame, wanted: Wanted<'_>, threads: &Threads) -> Result<Tally, Failure> {
        let Self(spill, scatter) = self;
        let cells: [Parted<'s>; 4] = std::array::from_fn(|_| Parted::new(spill));
        let counts = Mutex::new(vec![Count::default(); things]);
        let count = |counter: &mut Counter<'_>, part: usize| {
            let counted = counter.part(part, things, scatter.gather(part)?)?;
            let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
            counted.into_iter().for_each(|(thing, count)| counts[thing as usize] = count);
            Ok(())
        };
        let counters = threads.fold(PARTS, |_| Counter::new(frame, wanted, cells.each_ref()), count)?;
        let besides: Vec<Besides> = counters.into_iter().map(Counter::finish).collect::<Result<_, _>>()?;
        // No list grows by doubling here, since these may be the largest that are in memory.
        let mut dispersed = Vec::with_capacity(besides.iter().map(|besides| besides.dispersed.len()).sum());
        let mut changes = Vec::with_capacity(besides.iter().map(|besides| besides.changes.len()).sum());
        let mut rare = [0; 3];
        for besides in besides {
            dispersed.extend(besides.dispersed);
            changes.extend(besides.changes);
            rare.iter_mut().zip(besides.rare).for_each(|(all, rows)| *all += rows);
        }
        dispersed.sort_unstable_by_key(|dispersed| (dispersed.thing, dispersed.over));
        changes.sort_unstable_by_key(|change| (change.cut, change.thing));
        let counts = counts.into_inner().unwrap_or_else(PoisonError::into_inner);
        let [outlets, months, languages, sets] = cells;
        let [by_outlet, by_month, by_language] =
            [(outlets, Grouping::Outlet), (months, Grouping::Month), (languages, Grouping::Language)]
                .map(|(cells, grouping)| cells.groups(frame.count(grouping), threads));
        let by = [by_outlet?, by_month?, by_language?];
        let in_sets = sets.groups(wanted.sets.sizes.len(), threads)?;
        Ok(Tally { counts, by, in_sets, rare, dispersed, changes })
    }
}

impl Hand<'_> {
    /// Each thing once for each article.
    #[inline]
    pub fn add(&mut self, thing: u32, article: usize, n: u32) -> Result<(), Problem> {
        match packed(thing, u32::try_from(article).unwrap_or(u32::MAX), n) {
            (posting, None) => self.0.push(part(thing), posting),
            (head, Some(n)) => self.0.push_all(part(thing), &[head, n]),
        }
    }

    pub fn finish(self) -> Result<(), Problem> {
        self.0.finish()
    }
}
