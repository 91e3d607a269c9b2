//! The only user of rayon: the same code for one thread and for many.

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use rayon::slice::ParallelSlice;

use crate::base::problem::{Failure, Problem};

/// A pool of threads for one run; results never depend on how many there are.
pub struct Threads(rayon::ThreadPool);

impl Threads {
    /// `jobs` threads; 0 means one for each core that this process may use.
    pub fn new(jobs: usize) -> Result<Self, Failure> {
        let built = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
        built.map(Self).map_err(|error| {
            let what = format!("cannot start {jobs} threads: {error}");
            Problem::of("threads".as_ref(), what, "give a smaller number with --jobs").into()
        })
    }

    pub fn count(&self) -> usize {
        self.0.current_num_threads()
    }

    /// `work` on each item; the results stand in the order of the items.
    pub fn map<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
        self.0.install(|| items.into_par_iter().map(&work).collect())
    }

    /// One tally of all items: each thread adds an equal share of them to a tally of its own, and these are merged.
    ///
    /// Only right for tallies whose merge is associative and commutative, as all of ours are. Not rayon's `fold`: that
    /// makes a tally for each piece of work that it splits off, and a tally is as large as the vocabulary.
    pub fn tally<T: Sync, S: Send>(
        &self,
        items: &[T],
        empty: impl Fn() -> S + Sync,
        add: impl Fn(&mut S, &T) + Sync,
        merge: impl Fn(&mut S, S),
    ) -> S {
        let share = items.len().div_ceil(self.count()).max(1);
        let tallied = |items: &[T]| {
            let mut tally = empty();
            items.iter().for_each(|item| add(&mut tally, item));
            tally
        };
        let mut tallies = self.0.install(|| items.par_chunks(share).map(tallied).collect::<Vec<S>>()).into_iter();
        let mut whole = tallies.next().unwrap_or_else(&empty);
        tallies.for_each(|tally| merge(&mut whole, tally));
        whole
    }
}
