//! Stories: near-identical articles (wire copies) found by shared signature bands and confirmed word by word.

use super::reading::Reading;
use super::signature::{BANDS, Signature};
use super::verdicts::Verdicts;
use crate::base::narrow::narrow;
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::base::stop::Stop;

/// Articles of other groups that an article is compared with in one bucket. Articles that share no more than a footer
/// can fill a bucket; a copy shares most of its 32 buckets with its original, so that it is found in a smaller one.
const MOST: usize = 32;
/// Keys of articles in bands that are looked at together, of 8 bytes each.
const KEYS: usize = 1 << 22;

/// The key of an article without tokens, which has no copies.
const NONE: u64 = 0;

/// For each article, in the order of the reading, the index of the article that stands for its story.
///
/// Two articles are one story if the Jaccard similarity of their sets of five-word shingles is `similarity` or more, or
/// if both are one story with a third; the earliest dated one stands for it, then the first in the order of the corpus.
/// Of pairs just at the threshold some are missed: two in a hundred at 0.5, one in ten at 0.4.
///
/// # Errors
/// `Interrupted`.
pub fn stories(reading: &Reading<'_>, similarity: f64, threads: &Threads, stop: &Stop) -> Result<Vec<u32>, Failure> {
    let mut groups = Groups((0..narrow(reading.articles())).collect());
    let buckets = buckets(reading, threads)?;
    let mut verdicts = Verdicts::of(&buckets, MOST, reading, similarity, threads)?;
    for bucket in buckets {
        stop.check()?;
        let mut met: Vec<usize> = Vec::new();
        for b in bucket {
            for a in met.iter().rev().take(MOST) {
                if groups.root(*a) != groups.root(b) && verdicts.alike(*a, b)? {
                    groups.join(*a, b);
                }
            }
            if met.iter().rev().take(MOST).all(|a| groups.root(*a) != groups.root(b)) {
                met.push(b);
            }
        }
    }
    drop(verdicts);
    Ok(earliest(reading, groups)?)
}

/// The articles that share a band of their signatures, in a fixed order.
fn buckets(reading: &Reading<'_>, threads: &Threads) -> Result<Vec<Vec<usize>>, Failure> {
    let (mut shared, mut full) = (Vec::new(), 1 << 20);
    // As many bands at a time as fit: the keys of all 32 would take more memory than the signatures of a large corpus.
    let at_a_time = (KEYS / reading.articles().max(1)).clamp(1, BANDS);
    for bands in (0..BANDS).collect::<Vec<_>>().chunks(at_a_time) {
        let keys = threads.map(reading.pages.iter().collect(), |page| {
            let signatures = page.signatures(reading.spill)?;
            // A band is hashed to 64 bits: of ten million articles two that share none meet by chance in one run of 11,000,
            // and are compared in vain.
            let key = |signature: &Signature, band: usize| signature.band(band).unwrap_or(NONE);
            let keys = |band: &usize| signatures.iter().map(|signature| key(signature, *band)).collect();
            Ok(bands.iter().map(keys).collect())
        });
        let keys: Vec<Vec<Vec<u64>>> = keys.into_iter().collect::<Result<_, Failure>>()?;
        let found = threads.map((0..bands.len()).collect(), |band| {
            let all = || (0..).zip(keys.iter().flat_map(|page| &page[band]).copied());
            let mut keys = perhaps_twice(|| all().filter(|(_, key)| *key != NONE), reading.articles());
            keys.sort_unstable();
            let equal = keys.chunk_by(|a, b| a.0 == b.0).filter(|bucket| bucket.len() > 1);
            equal.map(|bucket| bucket.iter().map(|(_, at)| *at).collect::<Vec<_>>()).collect::<Vec<_>>()
        });
        shared.extend(found.into_iter().flatten());
        if shared.len() > full {
            distinct(&mut shared);
            full = (shared.len() * 2).max(1 << 20);
        }
    }
    distinct(&mut shared);
    Ok(shared)
}

/// Sorts buckets and leaves out those that say nothing new: copies share most of their 32 bands, and so the same bucket.
///
/// In a small bucket every article is compared with every group before it, so that going through it again changes nothing.
fn distinct(buckets: &mut Vec<Vec<usize>>) {
    buckets.sort_unstable();
    buckets.dedup_by(|a, b| a == b && a.len() <= MOST);
}

/// The keys without most of those that occur once: nearly all do, and sorting them all took a third of the search.
fn perhaps_twice<K: Iterator<Item = (usize, u64)>>(keys: impl Fn() -> K, articles: usize) -> Vec<(u64, usize)> {
    // Sixteen places an article, so that one key in sixteen is kept in vain.
    let places = (articles * 16).next_power_of_two().max(1 << 10);
    let (mut once, mut twice) = (vec![0u64; places / 64], vec![0u64; places / 64]);
    let place = |key: u64| {
        // Masking is meant.
        let place = key as usize & (places - 1);
        (place / 64, 1u64 << (place % 64))
    };
    for (_, key) in keys() {
        let (word, bit) = place(key);
        twice[word] |= once[word] & bit;
        once[word] |= bit;
    }
    let twice = |key: u64| twice[place(key).0] & place(key).1 != 0;
    keys().filter(|(_, key)| twice(*key)).map(|(at, key)| (key, at)).collect()
}

fn earliest(reading: &Reading<'_>, mut groups: Groups) -> Result<Vec<u32>, Problem> {
    let mut dates = Vec::with_capacity(reading.articles());
    for page in &reading.pages {
        dates.extend(page.reads(reading)?.into_iter().map(|read| read.date));
    }
    let order = |index: usize| (dates[index].is_none(), dates[index], index);
    // By root: the earliest article of its group.
    let mut stands: Vec<u32> = (0..narrow(dates.len())).collect();
    for index in 0..dates.len() {
        let first = &mut stands[groups.root(index)];
        if order(index) < order(*first as usize) {
            *first = narrow(index);
        }
    }
    Ok((0..dates.len()).map(|index| stands[groups.root(index)]).collect())
}

/// Union-find.
struct Groups(Vec<u32>);

impl Groups {
    fn root(&mut self, index: usize) -> usize {
        let mut root = index;
        while self.0[root] as usize != root {
            self.0[root] = self.0[self.0[root] as usize];
            root = self.0[root] as usize;
        }
        root
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = narrow(a.min(b));
    }
}
