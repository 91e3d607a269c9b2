//! Dispersion over articles, outlets and months, each part looked at, with the term or without.

use std::collections::BTreeMap;

use newsgauge::measure::dispersed::{Dispersed, Over};
use newsgauge::measure::frame::Grouping;

use crate::Counted;
use crate::parts::{held, members};
use crate::terms::{dp, dp_norm, same};

/// n, parts, range, DP, DPnorm, Juilland's D.
type Row = ([u64; 3], [Option<f64>; 3]);

pub fn differ(counted: &Counted<'_>) -> Vec<String> {
    let terms = &counted.measures.terms;
    let row = |row: &Dispersed| {
        let name = (terms.shown[row.thing as usize].to_owned(), row.over);
        (name, ([row.n, row.parts(), row.range()], [row.dp(), row.dp_norm(), row.juilland_d()]))
    };
    let ours: BTreeMap<(String, Over), Row> = terms.tally.dispersed.iter().map(row).collect();
    let mut naive = BTreeMap::new();
    let frequent = counted.rows.iter().filter(|(_, row)| row.n >= counted.config.tabulate.by_min_n);
    for term in frequent.map(|(term, _)| term) {
        for over in [Over::Articles, Over::Outlets, Over::Months] {
            naive.extend(spread(counted, term, over).map(|row| ((term.clone(), over), row)));
        }
    }
    let equal = |a: &Row, b: &Row| a.0 == b.0 && a.1.iter().zip(&b.1).all(|(a, b)| same(*a, *b));
    let keys = ours.keys().chain(naive.keys().filter(|key| !ours.contains_key(*key)));
    keys.filter(|key| !matches!((ours.get(*key), naive.get(*key)), (Some(a), Some(b)) if equal(a, b)))
        .map(|key| format!("{key:?}: {:?}, naively {:?}", ours.get(key), naive.get(key)))
        .collect()
}

/// None where no part has the term.
fn spread(counted: &Counted<'_>, term: &str, over: Over) -> Option<Row> {
    let parts: Vec<Vec<usize>> = match over {
        Over::Articles => (0..counted.articles.len()).map(|at| vec![at]).collect(),
        Over::Outlets => named(counted, Grouping::Outlet),
        Over::Months => named(counted, Grouping::Month),
    };
    let sums = |articles: &Vec<usize>| {
        let (held, sizes) = held(counted, term, articles);
        (held.iter().sum::<u64>(), sizes.iter().sum::<u64>())
    };
    let (held, sizes): (Vec<u64>, Vec<u64>) = parts.iter().map(sums).unzip();
    let n: u64 = held.iter().sum();
    let range = held.iter().filter(|n| **n > 0).count() as u64;
    let several = parts.len() > 1;
    let floats = [dp(&held, &sizes).filter(|_| several), dp_norm(&held, &sizes), juilland(&held, &sizes)];
    (n > 0).then_some(([n, parts.len() as u64, range], floats))
}

fn named(counted: &Counted<'_>, grouping: Grouping) -> Vec<Vec<usize>> {
    members(counted, grouping).into_iter().filter_map(|(name, articles)| name.map(|_| articles)).collect()
}

/// 1 - V / sqrt(parts - 1); a part without tokens has a share of 0.
fn juilland(held: &[u64], sizes: &[u64]) -> Option<f64> {
    let share = |(n, size): (&u64, &u64)| if *size == 0 { 0.0 } else { *n as f64 / *size as f64 };
    let shares: Vec<f64> = held.iter().zip(sizes).map(share).collect();
    let parts = shares.len() as f64;
    let mean = shares.iter().sum::<f64>() / parts;
    let variance = shares.iter().map(|share| (share - mean).powi(2)).sum::<f64>() / parts;
    (shares.len() > 1 && mean > 0.0).then(|| 1.0 - variance.sqrt() / mean / (parts - 1.0).sqrt())
}
