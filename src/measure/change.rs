//! How a thing came and went: its share of the articles of each month or week, the trend of that, and bursts.

use super::formulas::bursts::{Burst, bursts};
use super::formulas::trend::{MannKendall, mann_kendall, trend};
use super::periods::{Cut, Period, Periods};
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

/// The change of a thing that `hits` articles of each period hold; `None` of fewer than `min_articles` in all.
pub fn change(thing: u32, cut: Cut, hits: &[u64], periods: &Periods, min_articles: u64) -> Option<Change> {
    let articles: u64 = hits.iter().sum();
    let first = hits.iter().position(|n| *n > 0).filter(|_| articles >= min_articles)?;
    let all: Vec<u64> = periods.all.iter().map(|period| period.articles).collect();
    let start = periods.all.first()?.number;
    let point = |(n, period): (&u64, &Period)| {
        // Periods are in order.
        ((period.number - start).unsigned_abs(), *n as f64 / period.articles as f64)
    };
    let points: Vec<(u32, f64)> = hits.iter().zip(&periods.all).map(point).collect();
    let sum = |range: std::ops::Range<usize>| [hits[range.clone()].iter().sum(), all[range].iter().sum()];
    let half = points.len().div_ceil(2);
    let (slope, trend) = if points.len() <= MOST_PERIODS { trend(&points) } else { (None, mann_kendall(&points)) };
    let told = |burst: Burst| Told { articles: sum(burst.start..burst.end + 1), burst };
    Some(Change {
        cut,
        thing,
        articles,
        first: narrow(first),
        slope,
        trend,
        early: sum(0..half),
        late: sum(half..points.len()),
        bursts: bursts(hits, &all, BURST_FACTOR, BURST_COST).into_iter().map(told).collect(),
    })
}
