//! How evenly a thing is spread over articles, outlets and months.

use super::formulas::dispersion::{Spread, juilland_d};
use super::frame::{Frame, Grouping, Size};
use super::groups::{Held, Parting};
use super::tally::Count;

/// What the parts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Over {
    Articles,
    Outlets,
    Months,
}

/// The dispersion of one thing over parts of one kind. Articles without an outlet or month are in no part of that kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dispersed {
    pub thing: u32,
    pub over: Over,
    /// Occurrences in the parts.
    pub n: u64,
    pub parts: u64,
    /// Parts that hold the thing.
    pub range: u64,
    pub dp: Option<f64>,
    pub dp_norm: Option<f64>,
    pub juilland_d: Option<f64>,
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
    /// `held`: the articles that hold the thing, in order, and how often.
    pub fn over_articles(thing: u32, count: &Count, held: &[Held], frame: &Frame) -> Self {
        let parts: Vec<(u64, u64)> = held.iter().map(Held::counts).collect();
        Self {
            thing,
            over: Over::Articles,
            n: count.n,
            parts: frame.articles(),
            range: count.articles,
            dp: count.spread.dp(count.n, frame.tokens).filter(|_| frame.articles() > 1),
            dp_norm: count.spread.dp_norm(count.n, frame.tokens, frame.smallest),
            juilland_d: juilland_d(&parts, frame.stands.len()),
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
            n,
            parts: parts as u64,
            range: held.len() as u64,
            dp: spread.dp(n, all).filter(|_| parts > 1),
            dp_norm: spread.dp_norm(n, all, smallest),
            juilland_d: juilland_d(held, parts),
        })
    }
}
