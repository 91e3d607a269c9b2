//! Stories: near-identical articles (wire copies) found by shared signature bands and confirmed word by word.

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::FIRST;
use super::reading::{Read, Reading};
use super::signature::shingles;

/// For each article, in the order of the reading, the index of the article that stands for its story.
///
/// Two articles are one story if the Jaccard similarity of their sets of five-word shingles is `similarity` or more,
/// directly or by way of others; the earliest dated one stands for it, then the first in the order of the corpus.
pub fn stories(reading: &Reading, similarity: f64) -> Vec<usize> {
    let articles = &reading.articles;
    let mut groups = Groups((0..articles.len()).collect());
    let mut buckets: FxHashMap<(usize, &[u32]), Vec<usize>> = FxHashMap::default();
    for (index, read) in articles.iter().enumerate() {
        for band in read.signature.bands() {
            buckets.entry(band).or_default().push(index);
        }
    }
    let mut shared: Vec<Vec<usize>> = buckets.into_values().filter(|bucket| bucket.len() > 1).collect();
    shared.sort_unstable();
    for bucket in shared {
        // Each is compared with one article of each group met before: a bucket of copies costs one comparison a member.
        let mut met: Vec<usize> = Vec::new();
        for b in bucket {
            for a in &met {
                if groups.root(*a) != groups.root(b) && alike(reading, &articles[*a], &articles[b], similarity) {
                    groups.join(*a, b);
                }
            }
            if met.iter().all(|a| groups.root(*a) != groups.root(b)) {
                met.push(b);
            }
        }
    }
    earliest(articles, &mut groups)
}

fn alike(reading: &Reading, a: &Read, b: &Read, similarity: f64) -> bool {
    // The estimate is off by 0.05 as a rule; 0.25 below the threshold no pair is worth the full comparison.
    if a.signature.alike(&b.signature) + 0.25 < similarity {
        return false;
    }
    let set = |read: &Read| -> FxHashSet<u64> {
        let hashes: Vec<u64> =
            read.stream.iter().filter(|form| **form >= FIRST).map(|form| reading.forms.form(*form).hash).collect();
        shingles(&hashes).collect()
    };
    let (a, b) = (set(a), set(b));
    let both = a.intersection(&b).count();
    let either = a.len() + b.len() - both;
    either > 0 && both as f64 >= similarity * either as f64
}

fn earliest(articles: &[Read], groups: &mut Groups) -> Vec<usize> {
    let mut stands: FxHashMap<usize, usize> = FxHashMap::default();
    let order = |index: usize| (articles[index].meta.date.is_none(), articles[index].meta.date, articles[index].place);
    for index in 0..articles.len() {
        let first = stands.entry(groups.root(index)).or_insert(index);
        if order(index) < order(*first) {
            *first = index;
        }
    }
    (0..articles.len()).map(|index| stands[&groups.root(index)]).collect()
}

/// Union-find.
struct Groups(Vec<usize>);

impl Groups {
    fn root(&mut self, index: usize) -> usize {
        let mut root = index;
        while self.0[root] != root {
            self.0[root] = self.0[self.0[root]];
            root = self.0[root];
        }
        root
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}
