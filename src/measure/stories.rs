//! Stories: near-identical articles (wire copies) found by shared signature bands and confirmed word by word.

use rustc_hash::{FxHashMap, FxHashSet};

use super::forms::FIRST;
use super::reading::{Read, Reading};
use super::signature::shingles;
use crate::base::problem::Failure;
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
pub fn stories(reading: &Reading, similarity: f64, stop: &Stop) -> Result<Vec<usize>, Failure> {
    let articles = &reading.articles;
    let mut groups = Groups((0..articles.len()).collect());
    let mut pairs = Pairs { reading, similarity, shingles: FxHashMap::default(), compared: FxHashSet::default() };
    for bucket in buckets(articles) {
        stop.check()?;
        let mut met: Vec<usize> = Vec::new();
        for b in bucket {
            for a in met.iter().rev().take(MOST) {
                if groups.root(*a) != groups.root(b) && pairs.alike(*a, b) {
                    groups.join(*a, b);
                }
            }
            if met.iter().rev().take(MOST).all(|a| groups.root(*a) != groups.root(b)) {
                met.push(b);
            }
        }
    }
    Ok(earliest(articles, &mut groups))
}

/// The articles that share a band of their signatures, in a fixed order.
fn buckets(articles: &[Read]) -> Vec<Vec<usize>> {
    let mut buckets: FxHashMap<(usize, &[u32]), Vec<usize>> = FxHashMap::default();
    for (index, read) in articles.iter().enumerate() {
        for band in read.signature.bands() {
            buckets.entry(band).or_default().push(index);
        }
    }
    let mut shared: Vec<Vec<usize>> = buckets.into_values().filter(|bucket| bucket.len() > 1).collect();
    shared.sort_unstable();
    shared
}

/// Comparisons of two articles, each made once.
struct Pairs<'r> {
    reading: &'r Reading,
    similarity: f64,
    /// By article: its shingles, sorted, each once.
    shingles: FxHashMap<usize, Vec<u64>>,
    compared: FxHashSet<(usize, usize)>,
}

impl Pairs<'_> {
    fn alike(&mut self, a: usize, b: usize) -> bool {
        let articles = &self.reading.articles;
        // The estimate is off by 0.05 as a rule; 0.15 below the threshold no pair is worth the full comparison.
        if articles[a].signature.alike(&articles[b].signature) + 0.15 < self.similarity || !self.compared.insert((a, b))
        {
            return false;
        }
        for article in [a, b] {
            if !self.shingles.contains_key(&article) {
                self.shingles.insert(article, self.set(article));
            }
        }
        let (a, b) = (&self.shingles[&a], &self.shingles[&b]);
        let both = common(a, b);
        let either = a.len() + b.len() - both;
        either > 0 && both as f64 >= self.similarity * either as f64
    }

    fn set(&self, article: usize) -> Vec<u64> {
        let forms = self.reading.articles[article].stream.iter().filter(|form| **form >= FIRST);
        let hashes: Vec<u64> = forms.map(|form| self.reading.forms.form(*form).hash).collect();
        let mut set: Vec<u64> = shingles(&hashes).collect();
        set.sort_unstable();
        set.dedup();
        set
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
