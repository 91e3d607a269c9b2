//! The only user of rayon: the same code for one thread and for many.

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

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

    /// `work` on each item by reference; the results stand in the order of the items.
    pub fn map_ref<T: Sync, R: Send>(&self, items: &[T], work: impl Fn(usize, &T) -> R + Sync) -> Vec<R> {
        self.0.install(|| items.par_iter().enumerate().map(|(index, item)| work(index, item)).collect())
    }

    /// One tally of all items: each thread adds items to tallies of its own, which are merged at the end.
    ///
    /// Only right for tallies whose merge is associative and commutative, as all of ours are.
    pub fn tally<T: Sync, S: Send>(
        &self,
        items: &[T],
        empty: impl Fn() -> S + Sync + Send,
        add: impl Fn(&mut S, &T) + Sync + Send,
        merge: impl Fn(&mut S, S) + Sync + Send,
    ) -> S {
        let added = |mut tally: S, item: &T| {
            add(&mut tally, item);
            tally
        };
        let merged = |mut left: S, right: S| {
            merge(&mut left, right);
            left
        };
        self.0.install(|| items.par_iter().fold(&empty, added).reduce(&empty, merged))
    }
}
