//! Counts of terms in the parts of each grouping and in the articles that mention an actor.

use std::collections::BTreeMap;

use newsgauge::measure::frame::Grouping;
use newsgauge::measure::tally::Cell;

use crate::Counted;
use crate::terms::{dp_norm, same};

/// Articles by part, those without one under `None`.
pub fn members(counted: &Counted<'_>, grouping: Grouping) -> BTreeMap<Option<String>, Vec<usize>> {
    let mut members: BTreeMap<Option<String>, Vec<usize>> = BTreeMap::new();
    for (at, article) in counted.articles.iter().enumerate() {
        let name = match grouping {
            Grouping::Outlet => article.meta.outlet.clone(),
            Grouping::Month => article.meta.date.and_then(|date| date.to_string().get(..7).map(str::to_owned)),
            Grouping::Language => article.meta.language.clone(),
        };
        members.entry(name).or_default().push(at);
    }
    members
}

/// The articles that mention an actor.
pub fn mentioning(counted: &Counted<'_>, actor: &str) -> Vec<usize> {
    let holds = |at: &usize| counted.mentions[*at].iter().any(|mention| mention.actor == actor);
    (0..counted.articles.len()).filter(holds).collect()
}

/// How often some articles hold a term, and their tokens.
pub fn held(counted: &Counted<'_>, term: &str, articles: &[usize]) -> (Vec<u64>, Vec<u64>) {
    let held = counted.held(term);
    articles.iter().map(|at| (held[*at], counted.sizes[*at])).unzip()
}

/// By part and term: occurrences, articles, DPnorm over the articles of the part.
type Cells = BTreeMap<(Option<String>, String), (u64, u64, Option<f64>)>;

pub fn differ(counted: &Counted<'_>) -> Vec<String> {
    let (frame, settings) = (&counted.measures.frame, &counted.config.measure.keyness);
    let mut differ = Vec::new();
    for grouping in Grouping::ALL {
        let key = settings.by.iter().any(|name| name == grouping.name());
        let groups = if key || grouping != Grouping::Language { members(counted, grouping) } else { BTreeMap::new() };
        let name = |group: usize| frame.part(grouping, group).0;
        let ours = ours(counted, &counted.cells[grouping as usize], name);
        compare(grouping.name(), &ours, &naive(counted, groups), &mut differ);
        let rare = counted.measures.terms.tally.rare[grouping as usize];
        let naive = if key || grouping != Grouping::Language { rows_left_out(counted, grouping) } else { 0 };
        if rare != naive {
            differ.push(format!("{} leaves out {rare} rows, naively {naive}", grouping.name()));
        }
    }
    let sets = settings.actors.iter().map(|actor| (Some(actor.clone()), mentioning(counted, actor))).collect();
    let ours = ours(counted, &counted.in_sets, |set| settings.actors.get(set).cloned());
    compare("actor", &ours, &naive(counted, sets), &mut differ);
    differ
}

fn ours(counted: &Counted<'_>, cells: &[Cell], name: impl Fn(usize) -> Option<String>) -> Cells {
    let shown = &counted.measures.terms.shown;
    let cell = |cell: &Cell| {
        ((name(cell.group as usize), shown[cell.thing as usize].to_owned()), (cell.n, cell.articles, cell.dp_norm))
    };
    cells.iter().map(cell).collect()
}

fn naive(counted: &Counted<'_>, groups: BTreeMap<Option<String>, Vec<usize>>) -> Cells {
    let least = counted.config.tabulate.by_min_n.min(counted.config.measure.keyness.min_n);
    let mut cells = Cells::new();
    for (group, articles) in groups {
        for term in counted.rows.iter().filter(|(_, row)| row.n >= least).map(|(term, _)| term) {
            let (held, sizes) = held(counted, term, &articles);
            let (n, of) = (held.iter().sum(), held.iter().filter(|n| **n > 0).count() as u64);
            if n > 0 {
                // What has no name is no part to be spread over.
                let spread = group.as_ref().and_then(|_| dp_norm(&held, &sizes));
                cells.insert((group.clone(), term.clone()), (n, of, spread));
            }
        }
    }
    cells
}

/// Parts that hold a term which is too rare for the tables by part.
fn rows_left_out(counted: &Counted<'_>, grouping: Grouping) -> u64 {
    let groups = members(counted, grouping);
    let rare = counted.rows.iter().filter(|(_, row)| row.n < counted.config.tabulate.by_min_n);
    let parts = |term: &str| {
        groups.values().filter(|articles| held(counted, term, articles).0.iter().any(|n| *n > 0)).count() as u64
    };
    rare.map(|(term, _)| parts(term)).sum()
}

fn compare(what: &str, ours: &Cells, naive: &Cells, differ: &mut Vec<String>) {
    let keys = ours.keys().chain(naive.keys().filter(|key| !ours.contains_key(*key)));
    for key in keys {
        let equal = match (ours.get(key), naive.get(key)) {
            (Some(a), Some(b)) => (a.0, a.1) == (b.0, b.1) && same(a.2, b.2),
            _ => false,
        };
        if !equal {
            differ.push(format!("{what} {key:?}: {:?}, naively {:?}", ours.get(key), naive.get(key)));
        }
    }
}
