//! The collocates of a node, and the terms of an actor's sentences, as 2x2 tables.

use super::formulas::contingency::Table;
use super::formulas::keyness::Keyness;
use super::neighbours::Near;
use super::surface::Surface;
use super::tally::Count;
use crate::base::texts::Texts;

/// One term near a node.
pub struct Collocate {
    pub term: u32,
    pub near: Near,
    /// Places outside the node: in reach and the term, in reach, the term, all.
    pub table: Table,
}

/// The `most` terms that a node attracts most, by G2, of those that stand near it at least `min_n` times; then by name.
pub fn collocates(
    surface: &Surface,
    node: usize,
    terms: &[(u32, Near)],
    counts: &[Count],
    shown: &Texts,
    min_n: u64,
    most: usize,
) -> Vec<Collocate> {
    let around = &surface.nodes[node];
    let collocate = |(term, near): &(u32, Near)| {
        let table = Table {
            both: near.both,
            a: around.reach,
            b: counts[*term as usize].n - near.inside,
            all: surface.places - around.inside,
        };
        Collocate { term: *term, near: *near, table }
    };
    let enough = |collocate: &Collocate| collocate.near.both >= min_n;
    let all = terms.iter().map(collocate).filter(enough);
    strongest(all.collect(), |row| row.table.g2(), |row| &shown[row.term as usize], most)
}

/// One term in the sentences that mention an actor.
pub struct Told {
    pub term: u32,
    pub keyness: Keyness,
}

/// The `most` terms that the sentences with an actor have more often than all others, by G2; then by name. Counted are places, but
/// for those of the actor's own mentions, which are neither here nor there.
pub fn told(
    surface: &Surface,
    actor: usize,
    terms: &[(u32, Near)],
    counts: &[Count],
    shown: &Texts,
    min_n: u64,
    most: usize,
) -> Vec<Told> {
    let around = &surface.sentences[actor];
    let (group_size, rest_size) = (around.reach, surface.places - around.inside - around.reach);
    let row = |(term, near): &(u32, Near)| {
        let rest = counts[*term as usize].n - near.inside - near.both;
        Told { term: *term, keyness: Keyness { group: near.both, rest, group_size, rest_size } }
    };
    let enough = |row: &Told| row.keyness.group >= min_n && row.keyness.g2() > Some(0.0);
    strongest(
        terms.iter().map(row).filter(enough).collect(),
        |row| row.keyness.g2(),
        |row| &shown[row.term as usize],
        most,
    )
}

fn strongest<'s, T>(
    rows: Vec<T>,
    strength: impl Fn(&T) -> Option<f64>,
    name: impl Fn(&T) -> &'s str,
    most: usize,
) -> Vec<T> {
    let mut rows: Vec<(f64, T)> = rows.into_iter().map(|row| (strength(&row).unwrap_or(0.0), row)).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| name(&a.1).cmp(name(&b.1))));
    rows.truncate(most);
    rows.into_iter().map(|(_, row)| row).collect()
}
