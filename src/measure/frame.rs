//! What every count is set against: articles, tokens, months, outlets, stories.

use std::collections::BTreeMap;

use super::reading::Reading;
use crate::base::date::{Date, Month};
use crate::base::problem::Problem;

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
    pub fn of(reading: &Reading<'_>, stories: &[u32]) -> Result<Self, Problem> {
        let mut members = vec![0u32; stories.len()];
        stories.iter().for_each(|story| members[*story as usize] += 1);
        let (mut stands, mut sentences) = (Vec::with_capacity(stories.len()), 0);
        for page in &reading.pages {
            for (read, story) in page.reads(reading)?.into_iter().zip(&stories[page.first..]) {
                sentences += u64::from(read.sentences);
                stands.push(Stand {
                    story: *story,
                    copied: members[*story as usize] > 1,
                    date: read.date,
                    tokens: u32::try_from(read.tokens).unwrap_or(u32::MAX),
                    month: 0,
                    // As the reading numbers them, until all are known.
                    outlet: read.outlet.unwrap_or(u32::MAX),
                });
            }
        }
        let months = grouped(&mut stands, |stand| stand.date.and_then(Date::month), |stand| &mut stand.month);
        let outlet = |stand: &Stand| reading.outlets.get(stand.outlet as usize).map(String::as_str);
        let outlets = grouped(&mut stands, outlet, |stand| &mut stand.outlet);
        Ok(Self {
            tokens: reading.tokens,
            sentences,
            smallest: stands.iter().map(|stand| u64::from(stand.tokens)).min().unwrap_or(0),
            months,
            outlets: outlets.into_iter().map(|(outlet, size)| (outlet.map(str::to_owned), size)).collect(),
            stands,
        })
    }

    pub fn articles(&self) -> u64 {
        self.stands.len() as u64
    }

    /// n per million tokens.
    pub fn per_million(n: u64, tokens: u64) -> Option<f64> {
        (tokens > 0).then(|| n as f64 * 1e6 / tokens as f64)
    }
}

/// The distinct keys in order, those without a key last, with their sizes; each article gets the index of its own.
fn grouped<K: Ord + Copy>(
    stands: &mut [Stand],
    key: impl Fn(&Stand) -> Option<K>,
    index: impl Fn(&mut Stand) -> &mut u32,
) -> Vec<(Option<K>, Size)> {
    let order = |stand: &Stand| {
        let key = key(stand);
        (key.is_none(), key)
    };
    let mut sizes: BTreeMap<(bool, Option<K>), (Size, u32)> = BTreeMap::new();
    for stand in &*stands {
        let (size, _) = sizes.entry(order(stand)).or_default();
        size.articles += 1;
        size.tokens += u64::from(stand.tokens);
    }
    (0..).zip(sizes.values_mut()).for_each(|(index, (_, number))| *number = index);
    stands.iter_mut().for_each(|stand| *index(stand) = sizes[&order(stand)].1);
    sizes.into_iter().map(|((_, key), (size, _))| (key, size)).collect()
}
