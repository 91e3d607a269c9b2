//! Which thing occurs how often in which article: collected from all threads, then counted thing by thing.
//!
//! All that a table says of a thing comes from its own list of articles, read once: no map by month, outlet or story is
//! asked for each of its occurrences.

use std::sync::{Mutex, PoisonError};

use super::frame::Frame;
use super::tally::{Cell, CellHand, Count, Parted, Rare, Tally};
use crate::base::date::Date;
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::base::scatter::{PARTS, Scatter, Scatterer};
use crate::base::spill::Spill;

/// A thing, an article that holds it, and how often.
pub type Posting = [u32; 3];

pub struct Postings<'s>(&'s Spill, Scatter<'s, Posting>);

/// The hand of one thread.
pub struct Hand<'x, 's>(Scatterer<'x, 's, Posting>);

/// What is counted besides the counts of each thing.
#[derive(Clone, Copy)]
pub struct Wanted {
    pub by_month: bool,
    pub by_outlet: bool,
    /// Things that occur less often are in no table by month or outlet.
    pub by_min_n: u64,
}

impl<'s> Postings<'s> {
    pub fn new(spill: &'s Spill) -> Self {
        Self(spill, Scatter::new(spill))
    }

    pub fn hand(&self) -> Hand<'_, 's> {
        Hand(self.1.hand())
    }

    /// The counts of all things; `things` is how many there are.
    pub fn tally(self, things: usize, frame: &Frame, wanted: Wanted, threads: &Threads) -> Result<Tally, Failure> {
        let Self(spill, scatter) = self;
        let (months, outlets) = (Parted::new(spill), Parted::new(spill));
        let counts = Mutex::new(vec![Count::default(); things]);
        let count = |counter: &mut Counter<'_, '_>, part: usize| {
            let counted = counter.part(part, things, &scatter.gather(part)?)?;
            let mut counts = counts.lock().unwrap_or_else(PoisonError::into_inner);
            counted.into_iter().for_each(|(thing, count)| counts[thing as usize] = count);
            Ok(())
        };
        let counters = threads.fold(PARTS, |_| Counter::new(frame, wanted, &months, &outlets), count)?;
        let mut rare = Rare::default();
        for counter in counters {
            let Rare { by_month, by_outlet } = counter.finish()?;
            (rare.by_month, rare.by_outlet) = (rare.by_month + by_month, rare.by_outlet + by_outlet);
        }
        let counts = counts.into_inner().unwrap_or_else(PoisonError::into_inner);
        let by_month = months.groups(frame.months.len(), threads)?;
        let by_outlet = outlets.groups(frame.outlets.len(), threads)?;
        Ok(Tally { counts, by_month, by_outlet, rare })
    }
}

impl Hand<'_, '_> {
    /// Each thing once for each article.
    #[inline]
    pub fn add(&mut self, thing: u32, article: usize, n: u32) -> Result<(), Problem> {
        // Frequent things have neighbouring numbers: this deals them out to different parts.
        self.0.push(thing as usize % PARTS, [thing, u32::try_from(article).unwrap_or(u32::MAX), n])
    }

    pub fn finish(self) -> Result<(), Problem> {
        self.0.finish()
    }
}

/// Counts the things of some parts.
struct Counter<'f, 's> {
    frame: &'f Frame,
    wanted: Wanted,
    months: Groups<'f, 's>,
    outlets: Groups<'f, 's>,
    /// By article: the thing that its story, of more than one article, was last counted for, plus 1.
    told: Vec<u32>,
}

impl<'f, 's> Counter<'f, 's> {
    fn new(frame: &'f Frame, wanted: Wanted, months: &'f Parted<'s>, outlets: &'f Parted<'s>) -> Self {
        let copied = frame.stands.iter().any(|stand| stand.copied);
        Self {
            frame,
            wanted,
            months: Groups::new(frame.months.len(), months.hand()),
            outlets: Groups::new(frame.outlets.len(), outlets.hand()),
            told: vec![0; if copied { frame.stands.len() } else { 0 }],
        }
    }

    fn part(&mut self, part: usize, things: usize, postings: &[Posting]) -> Result<Vec<(u32, Count)>, Problem> {
        // A counting sort: the things of a part are one in `PARTS`.
        let mut starts = vec![0usize; things.saturating_sub(part).div_ceil(PARTS) + 1];
        postings.iter().for_each(|[thing, _, _]| starts[*thing as usize / PARTS] += 1);
        let mut sum = 0;
        for start in &mut starts {
            sum += std::mem::replace(start, sum);
        }
        let mut sorted = vec![[0u32; 2]; postings.len()];
        for [thing, article, n] in postings {
            let at = &mut starts[*thing as usize / PARTS];
            sorted[*at] = [*article, *n];
            *at += 1;
        }
        let (mut start, mut counts) = (0, Vec::new());
        for (index, end) in starts.iter().enumerate() {
            if start < *end {
                let thing = u32::try_from(index * PARTS + part).unwrap_or(u32::MAX);
                counts.push((thing, self.count(thing, &sorted[start..*end])?));
            }
            start = *end;
        }
        Ok(counts)
    }

    fn count(&mut self, thing: u32, held: &[[u32; 2]]) -> Result<Count, Problem> {
        let mut count = Count { n: held.iter().map(|[_, n]| u64::from(*n)).sum(), ..Count::default() };
        let Wanted { by_month, by_outlet, by_min_n } = self.wanted;
        let rare = count.n < by_min_n;
        count.articles = held.len() as u64;
        for [article, n] in held {
            let stand = &self.frame.stands[*article as usize];
            count.stories += u64::from(!stand.copied || self.first_of_story(thing, stand.story));
            (count.first, count.last) = (earlier(count.first, stand.date), count.last.max(stand.date));
            count.spread.add(u64::from(*n), count.n, u64::from(stand.tokens), self.frame.tokens);
            if by_month {
                self.months.add(stand.month, *n);
            }
            if by_outlet {
                self.outlets.add(stand.outlet, *n);
            }
        }
        self.months.end(thing, rare)?;
        self.outlets.end(thing, rare)?;
        Ok(count)
    }

    fn finish(self) -> Result<Rare, Problem> {
        let rare = Rare { by_month: self.months.rare, by_outlet: self.outlets.rare };
        self.months.cells.finish()?;
        self.outlets.cells.finish()?;
        Ok(rare)
    }

    fn first_of_story(&mut self, thing: u32, story: u32) -> bool {
        std::mem::replace(&mut self.told[story as usize], thing + 1) != thing + 1
    }
}

/// The counts of one thing by group, and who takes the cells.
struct Groups<'x, 's> {
    open: Vec<(u64, u64)>,
    touched: Vec<u32>,
    cells: CellHand<'x, 's>,
    /// Cells of rare things, which are no more than counted.
    rare: u64,
}

impl<'x, 's> Groups<'x, 's> {
    fn new(groups: usize, cells: CellHand<'x, 's>) -> Self {
        Self { open: vec![(0, 0); groups], touched: Vec::new(), cells, rare: 0 }
    }

    fn add(&mut self, group: u32, n: u32) {
        let open = &mut self.open[group as usize];
        if open.1 == 0 {
            self.touched.push(group);
        }
        open.0 += u64::from(n);
        open.1 += 1;
    }

    fn end(&mut self, thing: u32, rare: bool) -> Result<(), Problem> {
        for group in self.touched.drain(..) {
            let (n, articles) = std::mem::take(&mut self.open[group as usize]);
            if rare {
                self.rare += 1;
            } else {
                self.cells.add(Cell { group, thing, n, articles })?;
            }
        }
        Ok(())
    }
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}
