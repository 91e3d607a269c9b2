//! The only user of rayon: the same code for one thread and for many.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::iter::{IndexedParallelIterator, IntoParallelIterator, ParallelIterator};

use crate::base::problem::{Failure, Problem};
use crate::base::stop::Stop;

/// A pool of threads for one run; results never depend on how many there are.
pub struct Threads {
    pool: rayon::ThreadPool,
    stop: Stop,
}

impl Threads {
    /// `jobs` threads; 0 means one for each core that this process may use.
    pub fn new(jobs: usize) -> Result<Self, Failure> {
        let built = rayon::ThreadPoolBuilder::new().num_threads(jobs).build();
        built.map(|pool| Self { pool, stop: Stop::default() }).map_err(|error| {
            let what = format!("cannot start {jobs} threads: {error}");
            Problem::of("threads".as_ref(), what, "give a smaller number with --jobs").into()
        })
    }

    /// The same threads, which ask before each item of a stream whether to stop.
    pub fn stopped_by(self, stop: &Stop) -> Self {
        Self { stop: stop.clone(), ..self }
    }

    pub fn count(&self) -> usize {
        self.pool.current_num_threads()
    }

    /// `work` on each item; the results stand in the order of the items.
    pub fn map<T: Send, R: Send>(&self, items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
        // One at a time, since some take much longer than others: rayon's halves would leave the few long ones to one thread.
        self.pool.install(|| items.into_par_iter().with_max_len(1).map(&work).collect())
    }

    /// Two things at once.
    pub fn both<A: Send, B: Send>(&self, one: impl FnOnce() -> A + Send, other: impl FnOnce() -> B + Send) -> (A, B) {
        self.pool.join(one, other)
    }

    /// A stream: each thread takes the next item, works on it with a state of its own, and hands the result over; `take`
    /// gets the results one at a time and in the order of the items, whichever thread was first. The states come back.
    ///
    /// # Errors
    /// The failure of the earliest item that had one; soon after a failure no item is begun.
    pub fn stream<T: Send, S: Send, R: Send>(
        &self,
        next: impl FnMut() -> Result<Option<T>, Failure> + Send,
        state: impl Fn(usize) -> S + Sync,
        work: impl Fn(&mut S, T) -> Result<R, Failure> + Sync,
        take: impl FnMut(R) -> Result<(), Failure> + Send,
    ) -> Result<Vec<S>, Failure> {
        let source = Mutex::new(Source { begun: 0, next });
        let sink = Mutex::new(Sink { taken: 0, waiting: BTreeMap::new(), take, failed: None });
        let failed = AtomicBool::new(false);
        let fail = |at: u64, failure: Failure| {
            failed.store(true, Ordering::Relaxed);
            locked(&sink).fail(at, failure);
        };
        let states = self.pool.broadcast(|thread| {
            let mut state = state(thread.index());
            while !failed.load(Ordering::Relaxed) {
                let (at, item) = locked(&source).item();
                let item = match self.stop.check().and(item) {
                    Ok(Some(item)) => item,
                    Ok(None) => break,
                    Err(failure) => return fail_with(state, || fail(at, failure)),
                };
                let taken = match work(&mut state, item) {
                    Ok(result) => locked(&sink).hand_over(at, result),
                    Err(failure) => Err((at, failure)),
                };
                if let Err((at, failure)) = taken {
                    return fail_with(state, || fail(at, failure));
                }
            }
            state
        });
        let failure = locked(&sink).failed.take();
        failure.map_or(Ok(states), |(_, failure)| Err(failure))
    }

    /// Each of `count` pieces is added to a tally, one tally a thread.
    ///
    /// Only right for tallies whose merge is associative and commutative, as all of ours are: which thread adds which
    /// piece is chance.
    pub fn fold<S: Send>(
        &self,
        count: usize,
        state: impl Fn(usize) -> S + Sync,
        add: impl Fn(&mut S, usize) -> Result<(), Failure> + Sync,
    ) -> Result<Vec<S>, Failure> {
        let mut pieces = 0..count;
        self.stream(|| Ok(pieces.next()), state, add, |()| Ok(()))
    }
}

struct Source<N> {
    begun: u64,
    next: N,
}

impl<T, N: FnMut() -> Result<Option<T>, Failure>> Source<N> {
    fn item(&mut self) -> (u64, Result<Option<T>, Failure>) {
        self.begun += 1;
        (self.begun - 1, (self.next)())
    }
}

/// Puts results back into order. No more wait than threads can finish while one item takes long.
struct Sink<R, K> {
    taken: u64,
    waiting: BTreeMap<u64, R>,
    take: K,
    failed: Option<(u64, Failure)>,
}

impl<R, K: FnMut(R) -> Result<(), Failure>> Sink<R, K> {
    fn hand_over(&mut self, at: u64, result: R) -> Result<(), (u64, Failure)> {
        self.waiting.insert(at, result);
        while let Some(result) = self.waiting.remove(&self.taken) {
            (self.take)(result).map_err(|failure| (self.taken, failure))?;
            self.taken += 1;
        }
        Ok(())
    }
}

impl<R, K> Sink<R, K> {
    fn fail(&mut self, at: u64, failure: Failure) {
        if self.failed.as_ref().is_none_or(|(first, _)| at < *first) {
            self.failed = Some((at, failure));
        }
    }
}

fn fail_with<S>(state: S, tell: impl FnOnce()) -> S {
    tell();
    state
}

/// What a thread that panicked has locked is of no use to anybody: rayon carries the panic on to the caller.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_taken_in_the_order_of_the_items_and_each_once() {
        for jobs in [1, 4] {
            let threads = Threads::new(jobs).unwrap();
            let (mut items, mut taken) = (0..100u64, Vec::new());
            let slow = |sum: &mut u64, item: u64| {
                std::thread::sleep(std::time::Duration::from_micros((item * 7) % 50));
                *sum += item;
                Ok(item)
            };
            let take = |item| {
                taken.push(item);
                Ok(())
            };
            let states = threads.stream(|| Ok(items.next()), |_| 0, slow, take).unwrap();
            assert_eq!(taken, (0..100).collect::<Vec<_>>());
            assert_eq!((states.len(), states.iter().sum::<u64>()), (jobs, 4950));
        }
    }

    #[test]
    fn a_failure_ends_the_stream() {
        let threads = Threads::new(2).unwrap();
        let fail = |_: &mut (), at: usize| if at == 3 { Err(Failure::Interrupted) } else { Ok(()) };
        assert_eq!(threads.fold(10, |_| (), fail), Err(Failure::Interrupted));
    }
}
