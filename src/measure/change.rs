//! How a thing came and went: its share of the articles of each month or week, the trend of that, and bursts.

use super::formulas::bursts::{Burst, bursts};
use super::formulas::trend::{MannKendall, Trends};
use super::groups::Holding;
use super::periods::{Cut, Periods};
use crate::base::narrow::narrow;

/// The states of Kleinberg's automaton stand this factor apart, and leaving the lower one costs this times ln of the periods:
/// the values of his paper.
pub const BURST_FACTOR: f64 = 2.0;
pub const BURST_COST: f64 = 1.0;
/// The median of all slopes takes time with the square of the periods: no slope is told beyond so many.
pub const MOST_PERIODS: usize = 600;

/// One thing in all periods of one cut.
#[derive(Clone, Debug)]
pub struct Change {
    pub cut: Cut,
    pub thing: u32,
    /// Articles with the thing in all periods.
    pub articles: u64,
    /// Index of the first period that has it.
    pub first: u32,
    /// In share of articles a period; `None` where it is not defined or there are too many periods.
    pub slope: Option<f64>,
    /// `None` where the share is the same in each period.
    pub trend: Option<MannKendall>,
    /// Articles with the thing, and all, in the first half of the periods and in the second; an odd one is in the first.
    pub early: [u64; 2],
    pub late: [u64; 2],
    pub bursts: Vec<Told>,
}

/// A burst with its raw counts.
#[derive(Clone, Debug)]
pub struct Told {
    pub burst: Burst,
    /// Articles with the thing, and all, within it.
    pub articles: [u64; 2],
}

/// Tells the changes of things over the same periods, one after the other.
pub struct Changing {
    cut: Cut,
    min_articles: u64,
    /// By period: all articles, those with the thing, and their share.
    all: Vec<u64>,
    hits: Vec<u64>,
    shares: Vec<f64>,
    trends: Trends,
}

impl Changing {
    /// Of things in fewer than `min_articles` of the periods nothing is told.
    pub fn over(cut: Cut, periods: &Periods, min_articles: u64) -> Self {
        // Periods are in order.
        let start = periods.all.first().map_or(0, |period| period.number);
        let times = periods.all.iter().map(|period| f64::from((period.number - start).unsigned_abs())).collect();
        let all = periods.all.iter().map(|period| period.articles).collect();
        Self { cut, min_articles, all, hits: Vec::new(), shares: Vec::new(), trends: Trends::over(times) }
    }

    /// The change of a thing that these articles hold.
    pub fn change(&mut self, thing: u32, held: Holding<'_>) -> Option<Change> {
        self.hits.clear();
        self.hits.resize(self.all.len(), 0);
        for held in held.iter() {
            if let Some(hits) = self.hits.get_mut(held.period(self.cut)) {
                *hits += 1;
            }
        }
        let (hits, all) = (&self.hits, &self.all);
        let articles: u64 = hits.iter().sum();
        let first = hits.iter().position(|n| *n > 0).filter(|_| articles >= self.min_articles)?;
        self.shares.clear();
        self.shares.extend(hits.iter().zip(all).map(|(n, all)| *n as f64 / *all as f64));
        let sum = |range: std::ops::Range<usize>| [hits[range.clone()].iter().sum(), all[range].iter().sum()];
        let half = all.len().div_ceil(2);
        let (slope, trend) = self.trends.of(&self.shares, all.len() <= MOST_PERIODS);
        let told = |burst: Burst| Told { articles: sum(burst.start..burst.end + 1), burst };
        Some(Change {
            cut: self.cut,
            thing,
            articles,
            first: narrow(first),
            slope,
            trend,
            early: sum(0..half),
            late: sum(half..all.len()),
            bursts: bursts(hits, all, BURST_FACTOR, BURST_COST).into_iter().map(told).collect(),
        })
    }
}
