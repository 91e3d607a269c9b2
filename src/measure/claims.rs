//! What rose and what fell: the trends of all things that were tested together, and which of them are claimed.

use super::change::Change;
use super::formulas::significance::benjamini_hochberg;

/// Where a thing went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    Rose,
    Fell,
}

impl Claim {
    pub fn name(self) -> &'static str {
        ["rose", "fell"][self as usize]
    }
}

/// A change among those that it was tested with.
pub struct Ranked<'c> {
    pub change: &'c Change,
    /// `None` where there is no trend to test.
    pub q: Option<f64>,
    pub tested: u64,
    pub claim: Option<Claim>,
    /// Among what rose, or what fell, from 1; by change of share.
    pub rank: Option<u64>,
}

impl Change {
    /// Share of the articles in the first half of the periods and in the second. Each half has a period, and a period articles.
    pub fn shares(&self) -> [f64; 2] {
        [self.early, self.late].map(|[n, all]| n as f64 / all as f64)
    }

    /// How much the share grew from the first half to the second.
    pub fn growth(&self) -> f64 {
        let [early, late] = self.shares();
        late - early
    }
}

/// The changes of one kind of thing in one cut: what rose, the most first, what fell, the most first, and the others likewise; then by
/// name. Claimed is a trend (Mann-Kendall) whose q is at most `significance` and whose halves say the same.
pub fn ranked<'c>(changes: &[&'c Change], significance: f64, name: impl Fn(u32) -> &'c str) -> Vec<Ranked<'c>> {
    let p: Vec<f64> = changes.iter().filter_map(|change| Some(change.trend?.p)).collect();
    let (tested, mut q) = (p.len() as u64, benjamini_hochberg(&p).into_iter());
    let mut rows: Vec<Ranked<'c>> = changes
        .iter()
        .map(|change| {
            let q = change.trend.and_then(|_| q.next());
            let claim = q.filter(|q| *q <= significance).and_then(|_| claim(change));
            Ranked { change, q, tested, claim, rank: None }
        })
        .collect();
    rows.sort_by(|a, b| {
        let order = |row: &Ranked<'_>| (row.claim.is_none(), row.claim);
        let growth = |row: &Ranked<'_>| row.change.growth().abs();
        let by_growth = growth(b).total_cmp(&growth(a));
        order(a).cmp(&order(b)).then(by_growth).then_with(|| name(a.change.thing).cmp(name(b.change.thing)))
    });
    let mut last = (None, 0);
    for row in &mut rows {
        last = if row.claim == last.0 { (last.0, last.1 + 1) } else { (row.claim, 1) };
        row.rank = row.claim.map(|_| last.1);
    }
    rows
}

fn claim(change: &Change) -> Option<Claim> {
    let (tau, growth) = (change.trend?.tau, change.growth());
    match (tau > 0.0, tau < 0.0) {
        (true, _) if growth > 0.0 => Some(Claim::Rose),
        (_, true) if growth < 0.0 => Some(Claim::Fell),
        _ => None,
    }
}
