//! What every count is set against: articles, tokens, months, outlets, stories.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::details;
use super::reading::Reading;
use crate::base::date::{Date, Month, Week};
use crate::base::narrow::narrow;
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
    /// Weeks likewise.
    pub weeks: Vec<(Option<Week>, Size)>,
    /// Outlets in byte order; last `None`, if there are articles without one.
    pub outlets: Vec<(Option<String>, Size)>,
    /// Languages likewise; all are `None` where nobody asks for them.
    pub languages: Vec<(Option<String>, Size)>,
}

/// What the articles can be parted by, each article being in one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grouping {
    Outlet,
    Month,
    Language,
}

/// How much there is of something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub articles: u64,
    pub tokens: u64,
    /// Tokens of the smallest article.
    pub smallest: u64,
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
    /// Index into `Frame::weeks`.
    pub week: u32,
    /// Index into `Frame::outlets`.
    pub outlet: u32,
    /// Index into `Frame::languages`.
    pub language: u32,
}

impl Stand {
    /// Index of its part.
    pub fn part(&self, grouping: Grouping) -> u32 {
        match grouping {
            Grouping::Outlet => self.outlet,
            Grouping::Month => self.month,
            Grouping::Language => self.language,
        }
    }
}

impl Grouping {
    pub const ALL: [Grouping; 3] = [Grouping::Outlet, Grouping::Month, Grouping::Language];

    pub fn name(self) -> &'static str {
        ["outlet", "month", "language"][self as usize]
    }
}

impl Size {
    pub fn add(&mut self, tokens: u64) {
        self.smallest = if self.articles == 0 { tokens } else { self.smallest.min(tokens) };
        self.articles += 1;
        self.tokens += tokens;
    }
}

impl Frame {
    /// `languages`: whether they are asked for.
    pub fn of(reading: &Reading<'_>, stories: &[u32], languages: bool) -> Result<Self, Problem> {
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
                    week: 0,
                    // As the reading numbers them, until all are known.
                    outlet: read.outlet.unwrap_or(u32::MAX),
                    language: u32::MAX,
                });
            }
        }
        let months = grouped(&mut stands, |stand| stand.date.and_then(Date::month), |stand| &mut stand.month);
        let weeks = grouped(&mut stands, |stand| stand.date.and_then(Date::week), |stand| &mut stand.week);
        let outlet = |stand: &Stand| reading.outlets.get(stand.outlet as usize).map(String::as_str);
        let outlets = grouped(&mut stands, outlet, |stand| &mut stand.outlet);
        let names = if languages { languages_of(reading, &mut stands)? } else { Vec::new() };
        let language = |stand: &Stand| names.get(stand.language as usize).map(String::as_str);
        let languages = grouped(&mut stands, language, |stand| &mut stand.language);
        let named = |groups: Vec<(Option<&str>, Size)>| {
            groups.into_iter().map(|(name, size)| (name.map(str::to_owned), size)).collect()
        };
        Ok(Self {
            tokens: reading.tokens,
            sentences,
            smallest: stands.iter().map(|stand| u64::from(stand.tokens)).min().unwrap_or(0),
            months,
            weeks,
            outlets: named(outlets),
            languages: named(languages),
            stands,
        })
    }

    /// The name and the size of a part.
    pub fn part(&self, grouping: Grouping, part: usize) -> (Option<String>, Size) {
        match grouping {
            Grouping::Outlet => self.outlets[part].clone(),
            Grouping::Month => (self.months[part].0.map(|month| month.to_string()), self.months[part].1),
            Grouping::Language => self.languages[part].clone(),
        }
    }

    /// How many parts there are, that of the articles without one included.
    pub fn count(&self, grouping: Grouping) -> usize {
        [self.outlets.len(), self.months.len(), self.languages.len()][grouping as usize]
    }

    /// The size of a part; `None` of the articles without one.
    pub fn size(&self, grouping: Grouping, part: usize) -> Option<Size> {
        let named = |parts: &[(Option<String>, Size)]| parts[part].0.as_ref().map(|_| parts[part].1);
        match grouping {
            Grouping::Outlet => named(&self.outlets),
            Grouping::Month => self.months[part].0.map(|_| self.months[part].1),
            Grouping::Language => named(&self.languages),
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

/// The languages in the order of meeting; each article gets the index of its own. They stand among its texts, since little asks
/// for them.
fn languages_of(reading: &Reading<'_>, stands: &mut [Stand]) -> Result<Vec<String>, Problem> {
    let (mut names, mut numbers, mut buffer) = (Vec::new(), FxHashMap::default(), Vec::new());
    for page in &reading.pages {
        let texts = details::read(page.details(reading, &mut buffer)?);
        for (stand, texts) in stands[page.first..].iter_mut().zip(texts) {
            let Some(name) = texts[details::LANGUAGE] else { continue };
            if let Some(number) = numbers.get(name) {
                stand.language = *number;
                continue;
            }
            stand.language = narrow(names.len());
            numbers.insert(name.to_owned(), stand.language);
            names.push(name.to_owned());
        }
    }
    Ok(names)
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
        size.add(u64::from(stand.tokens));
    }
    (0..).zip(sizes.values_mut()).for_each(|(index, (_, number))| *number = index);
    stands.iter_mut().for_each(|stand| *index(stand) = sizes[&order(stand)].1);
    sizes.into_iter().map(|((_, key), (size, _))| (key, size)).collect()
}
