//! Stories: near-identical articles (wire copies) found by shared signature bands and confirmed word by word.

use super::reading::Reading;
use super::signature::{BAND, BANDS, band_key};
use super::verdicts::Verdicts;
use crate::base::narrow::narrow;
use crate::base::parallel::Threads;
use crate::base::problem::{Failure, Problem};
use crate::base::stop::Stop;

/// Articles of other groups that an article is compared with in one bucket. Articles that share no more than a footer
/// can fill a bucket; a copy shares most of its 32 buckets with its original, so that it is found in a smaller one.
const MOST: usize = 32;

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
    let mut bands = 0..BANDS;
    let work = |(): &mut (), band| Ok(of_band(reading, band)?);
    let take = |found: Vec<Vec<usize>>| {
        shared.extend(found);
        if shared.len() > full {
            distinct(&mut shared);
            full = (shared.len() * 2).max(1 << 20);
        }
        Ok(())
    };
    threads.stream(|| Ok(bands.next()), |_| (), work, take)?;
    distinct(&mut shared);
    Ok(shared)
}

/// The same of one band.
fn of_band(reading: &Reading<'_>, band: usize) -> Result<Vec<Vec<usize>>, Problem> {
    let mut keys = perhaps_twice(reading, band)?;
    keys.sort_unstable();
    let equal = keys.chunk_by(|a, b| a.0 == b.0).filter(|bucket| bucket.len() > 1);
    Ok(equal.map(|bucket| bucket.iter().map(|(_, at)| *at).collect()).collect())
}

/// Gives the key of each article in a band to `each`. They are made twice rather than kept: those of a large corpus are millions.
///
/// A band is hashed to 64 bits: of ten million articles two that share none meet by chance in one run of 11,000, and are compared
/// in vain.
fn keys(reading: &Reading<'_>, band: usize, mut each: impl FnMut(usize, u64)) -> Result<(), Problem> {
    let mut places = Vec::new();
    for page in &reading.pages {
        page.band(band, reading, &mut places)?;
        let keys = places.chunks_exact(BAND).map(band_key);
        (page.first..).zip(keys).for_each(|(article, key)| key.into_iter().for_each(|key| each(article, key)));
    }
    Ok(())
}

/// Sorts buckets and leaves out those that say nothing new: copies share most of their 32 bands, and so the same bucket.
///
/// In a small bucket every article is compared with every group before it, so that going through it again changes nothing.
fn distinct(buckets: &mut Vec<Vec<usize>>) {
    buckets.sort_unstable();
    buckets.dedup_by(|a, b| a == b && a.len() <= MOST);
}

/// The keys of a band without most of those that occur once: nearly all do, and sorting them all took a third of the search.
fn perhaps_twice(reading: &Reading<'_>, band: usize) -> Result<Vec<(u64, usize)>, Problem> {
    // Sixteen places an article, so that one key in sixteen is kept in vain.
    let places = (reading.articles() * 16).next_power_of_two().max(1 << 10);
    let (mut once, mut twice) = (vec![0u64; places / 64], vec![0u64; places / 64]);
    let place = |key: u64| {
        // Masking is meant.
        let place = key as usize & (places - 1);
        (place / 64, 1u64 << (place % 64))
    };
    keys(reading, band, |_, key| {
        let (word, bit) = place(key);
        twice[word] |= once[word] & bit;
        once[word] |= bit;
    })?;
    drop(once);
    let mut kept = Vec::new();
    keys(reading, band, |article, key| {
        let (word, bit) = place(key);
        if twice[word] & bit != 0 {
            kept.push((key, article));
        }
    })?;
    Ok(kept)
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
