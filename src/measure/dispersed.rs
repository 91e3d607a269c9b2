//! How evenly a thing is spread over articles, outlets and months.

use super::formulas::dispersion::{Spread, juilland_d};
use super::frame::{Frame, Grouping, Size};
use super::groups::{Held, Holding, Parting};
use super::tally::Count;
use crate::base::narrow::narrow;

/// What the parts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Over {
    Articles,
    Outlets,
    Months,
}

/// The dispersion of one thing over parts of one kind. Articles without an outlet or month are in no part of that kind.
///
/// Small, since there are three for each frequent term.
#[derive(Clone, Copy, Debug)]
pub struct Dispersed {
    pub thing: u32,
    pub over: Over,
    parts: u32,
    range: u32,
    /// Occurrences in the parts.
    pub n: u64,
    /// DP, DPnorm and Juilland's D; NaN where they are not defined.
    measures: [f64; 3],
}

impl Over {
    pub fn name(self) -> &'static str {
        ["articles", "outlets", "months"][self as usize]
    }

    pub fn of(parting: Parting<'_>) -> Option<Self> {
        match parting {
            Parting::By(Grouping::Outlet) => Some(Over::Outlets),
            Parting::By(Grouping::Month) => Some(Over::Months),
            _ => None,
        }
    }
}

impl Dispersed {
    pub fn parts(&self) -> u64 {
        u64::from(self.parts)
    }

    /// Parts that hold the thing.
    pub fn range(&self) -> u64 {
        u64::from(self.range)
    }

    pub fn dp(&self) -> Option<f64> {
        self.measure(0)
    }

    pub fn dp_norm(&self) -> Option<f64> {
        self.measure(1)
    }

    pub fn juilland_d(&self) -> Option<f64> {
        self.measure(2)
    }

    fn measure(&self, at: usize) -> Option<f64> {
        Some(self.measures[at]).filter(|value| !value.is_nan())
    }

    /// `held`: the articles that hold the thing, in order, and how often.
    pub fn over_articles(thing: u32, count: &Count, held: Holding<'_>, frame: &Frame) -> Self {
        Self {
            thing,
            over: Over::Articles,
            // Articles have numbers of 32 bits.
            parts: narrow(frame.stands.len()),
            range: narrow(held.articles()),
            n: count.n,
            measures: packed([
                count.spread.dp(count.n, frame.tokens).filter(|_| frame.articles() > 1),
                count.spread.dp_norm(count.n, frame.tokens, frame.smallest),
                juilland_d(held.iter().map(Held::counts), frame.stands.len()),
            ]),
        }
    }

    /// `held`: the parts that hold the thing, in order: how often, and their tokens. `None` where no part holds it.
    pub fn over_parts(thing: u32, over: Over, held: &[(u64, u64)], sizes: &[Option<Size>]) -> Option<Self> {
        let named = || sizes.iter().flatten();
        let (n, all) = (held.iter().map(|(n, _)| n).sum(), named().map(|size| size.tokens).sum());
        let mut spread = Spread::default();
        held.iter().for_each(|(v, size)| spread.add(*v, n, *size, all));
        let smallest = named().map(|size| size.tokens).min().unwrap_or(0);
        let parts = named().count();
        (n > 0).then(|| Self {
            thing,
            over,
            // There are no more months and outlets than articles.
            parts: narrow(parts),
            range: narrow(held.len()),
            n,
            measures: packed([
                spread.dp(n, all).filter(|_| parts > 1),
                spread.dp_norm(n, all, smallest),
                juilland_d(held.iter().copied(), parts),
            ]),
        })
    }
}

fn packed(measures: [Option<f64>; 3]) -> [f64; 3] {
    measures.map(|value| value.unwrap_or(f64::NAN))
}
