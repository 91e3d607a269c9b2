//! What every count is set against: articles, tokens, months, outlets, stories.

use std::collections::BTreeMap;

use super::reading::{Read, Reading};
use crate::ingest::date::{Date, Month};

/// The articles as the tallies see them.
pub struct Frame {
    pub stands: Vec<Stand>,
    pub tokens: u64,
    pub sentences: u64,
    /// Tokens of the smallest article.
    pub smallest: u64,
    /// Months that hold an article, in order; last `None`, if there are articles without a month.
    pub months: Vec<(Option<Month>, Size)>,
    /// Outlets in byte order; last `None`, if there are articles without one.
    pub outlets: Vec<(Option<String>, Size)>,
}

/// How much there is of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub articles: u64,
    pub tokens: u64,
}

/// Where an article stands.
#[derive(Clone, Copy)]
pub struct Stand {
    /// Index of the article that stands for its story.
    pub story: usize,
    /// Whether others belong to the story.
    pub copied: bool,
    pub date: Option<Date>,
    pub tokens: u64,
    /// Index into `Frame::months`.
    pub month: u32,
    /// Index into `Frame::outlets`.
    pub outlet: u32,
}

impl Frame {
    pub fn of(reading: &Reading, stories: &[usize]) -> Self {
        let articles = &reading.articles;
        let (months, month_of) = group(articles, |read| read.meta.date.and_then(Date::month));
        let (outlets, outlet_of) = group(articles, |read| read.meta.outlet.clone());
        let mut members = vec![0u32; articles.len()];
        stories.iter().for_each(|story| members[*story] += 1);
        let place = |(index, read): (usize, &Read)| Stand {
            story: stories[index],
            copied: members[stories[index]] > 1,
            date: read.meta.date,
            tokens: read.tokens,
            month: month_of[index],
            outlet: outlet_of[index],
        };
        Self {
            stands: articles.iter().enumerate().map(place).collect(),
            tokens: articles.iter().map(|read| read.tokens).sum(),
            sentences: articles.iter().map(|read| u64::from(read.sentences)).sum(),
            smallest: articles.iter().map(|read| read.tokens).min().unwrap_or(0),
            months,
            outlets,
        }
    }

    pub fn articles(&self) -> u64 {
        self.stands.len() as u64
    }

    /// n per million tokens.
    pub fn per_million(n: u64, tokens: u64) -> Option<f64> {
        (tokens > 0).then(|| n as f64 * 1e6 / tokens as f64)
    }
}

/// The distinct keys in order, those without a key last, with their sizes; and for each article the index of its own.
fn group<K: Ord + Clone>(articles: &[Read], key: impl Fn(&Read) -> Option<K>) -> (Vec<(Option<K>, Size)>, Vec<u32>) {
    let order = |read: &Read| {
        let key = key(read);
        (key.is_none(), key)
    };
    let mut sizes: BTreeMap<(bool, Option<K>), Size> = BTreeMap::new();
    for read in articles {
        let size = sizes.entry(order(read)).or_default();
        size.articles += 1;
        size.tokens += read.tokens;
    }
    let keys: Vec<&(bool, Option<K>)> = sizes.keys().collect();
    let index =
        |read: &Read| keys.binary_search(&&order(read)).ok().and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX);
    let of = articles.iter().map(index).collect();
    (sizes.into_iter().map(|((_, key), size)| (key, size)).collect(), of)
}
