//! What every count is set against: articles, tokens, months, outlets, stories.

use std::collections::BTreeMap;

use super::reading::Reading;
use crate::base::date::{Date, Month};

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
///
/// Small, since counting reads millions of them at random.
#[derive(Clone, Copy)]
pub struct Stand {
    /// Index of the article that stands for its story.
    pub story: u32,
    /// Whether others belong to the story.
    pub copied: bool,
    pub date: Option<Date>,
    /// An article is at most a gigabyte long, so that its tokens are below four billion.
    pub tokens: u32,
    /// Index into `Frame::months`.
    pub month: u32,
    /// Index into `Frame::outlets`.
    pub outlet: u32,
}

impl Frame {
    pub fn of(reading: &Reading<'_>, stories: &[usize]) -> Self {
        let articles = &reading.articles;
        let (months, month_of) = grouped(reading, |article| articles[article].date.and_then(Date::month));
        let (outlets, outlet_of) = grouped(reading, |article| {
            articles[article].outlet.map(|outlet| reading.outlets[outlet as usize].as_str())
        });
        let mut members = vec![0u32; articles.len()];
        stories.iter().for_each(|story| members[*story] += 1);
        let stand = |index: usize| Stand {
            story: u32::try_from(stories[index]).unwrap_or(u32::MAX),
            copied: members[stories[index]] > 1,
            date: articles[index].date,
            tokens: u32::try_from(articles[index].tokens).unwrap_or(u32::MAX),
            month: month_of[index],
            outlet: outlet_of[index],
        };
        Self {
            stands: (0..articles.len()).map(stand).collect(),
            tokens: articles.iter().map(|read| read.tokens).sum(),
            sentences: articles.iter().map(|read| u64::from(read.sentences)).sum(),
            smallest: articles.iter().map(|read| read.tokens).min().unwrap_or(0),
            months,
            outlets: outlets.into_iter().map(|(outlet, size)| (outlet.map(str::to_owned), size)).collect(),
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
fn grouped<K: Ord + Copy>(
    reading: &Reading<'_>,
    key: impl Fn(usize) -> Option<K>,
) -> (Vec<(Option<K>, Size)>, Vec<u32>) {
    let order = |article: usize| {
        let key = key(article);
        (key.is_none(), key)
    };
    let mut sizes: BTreeMap<(bool, Option<K>), (Size, u32)> = BTreeMap::new();
    for (article, read) in reading.articles.iter().enumerate() {
        let (size, _) = sizes.entry(order(article)).or_default();
        size.articles += 1;
        size.tokens += read.tokens;
    }
    (0..).zip(sizes.values_mut()).for_each(|(index, (_, number))| *number = index);
    let of = (0..reading.articles.len()).map(|article| sizes[&order(article)].1).collect();
    (sizes.into_iter().map(|((_, key), (size, _))| (key, size)).collect(), of)
}
