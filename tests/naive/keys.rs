//! Key terms: each group against the rest, all terms tested, then sorted, then cut.

use newsgauge::measure::formulas::keyness::Keyness;
use newsgauge::measure::formulas::significance::p_of_g2;
use newsgauge::measure::frame::Grouping;
use newsgauge::measure::key_groups::KeyGroup;
use newsgauge::measure::key_terms::KeyTerm;

use crate::Counted;
use crate::parts::{held, members, mentioning};
use crate::terms::{dp_norm, same};

#[derive(Debug)]
struct Row {
    term: String,
    keyness: Keyness,
    articles: u64,
    g2: f64,
    p: f64,
    q: f64,
    conservative: Option<f64>,
    dp_norm: Option<f64>,
    tested: u64,
}

pub fn differ(counted: &Counted<'_>) -> Vec<String> {
    let (ours, naive) = (&counted.measures.key_groups, groups(counted));
    let names: Vec<(&str, &str)> = ours.iter().map(|group| (group.grouping, group.name.as_str())).collect();
    let naive_names: Vec<(&str, &str)> = naive.iter().map(|group| (group.0, group.1.as_str())).collect();
    if names != naive_names {
        return vec![format!("the groups are {names:?}, naively {naive_names:?}")];
    }
    ours.iter().zip(&naive).flat_map(|(ours, (_, _, articles))| of_group(counted, ours, articles)).collect()
}

/// By kind and name; those without a name are no group.
fn groups(counted: &Counted<'_>) -> Vec<(&'static str, String, Vec<usize>)> {
    let settings = &counted.config.measure.keyness;
    let mut actors = settings.actors.clone();
    actors.sort();
    let mut groups: Vec<_> =
        actors.into_iter().map(|actor| ("actor", actor.clone(), mentioning(counted, &actor))).collect();
    for grouping in [Grouping::Language, Grouping::Month, Grouping::Outlet] {
        if settings.by.iter().any(|name| name == grouping.name()) {
            let named = members(counted, grouping).into_iter().filter_map(|(name, articles)| Some((name?, articles)));
            groups.extend(named.map(|(name, articles)| (grouping.name(), name, articles)));
        }
    }
    groups.retain(|(_, _, articles)| articles.len() as u64 >= settings.min_articles);
    groups
}

fn of_group(counted: &Counted<'_>, ours: &KeyGroup, articles: &[usize]) -> Vec<String> {
    let shown = &counted.measures.terms.shown;
    let least = counted.config.measure.keyness.min_articles;
    let (told, too_few): (Vec<Row>, Vec<Row>) = tested(counted, articles).into_iter().partition(|row| {
        let of_all = counted.rows[&row.term].articles;
        row.g2 == 0.0 || (if row.g2 > 0.0 { row.articles } else { of_all - row.articles }) >= least
    });
    if ours.terms.too_few != too_few.len() as u64 {
        return vec![format!(
            "{} {}: {} in too few articles, naively {too_few:#?}",
            ours.grouping, ours.name, ours.terms.too_few
        )];
    }
    let naive = strongest(told, counted.config.tabulate.key_rows);
    let equal = |(ours, naive): (&KeyTerm, &Row)| {
        shown[ours.thing as usize] == naive.term
            && (ours.keyness, ours.articles, ours.tested) == (naive.keyness, naive.articles, naive.tested)
            && (ours.g2, ours.p, ours.conservative) == (naive.g2, naive.p, naive.conservative)
            && same(Some(ours.q), Some(naive.q))
            && same(ours.dp_norm, naive.dp_norm)
    };
    if ours.terms.rows.len() == naive.len() && ours.terms.rows.iter().zip(&naive).all(equal) {
        return Vec::new();
    }
    vec![format!("{} {}: {:#?}\n  naively {naive:#?}", ours.grouping, ours.name, ours.terms.rows)]
}

/// Every term that occurs often enough in the corpus; none where the rest has no tokens.
fn tested(counted: &Counted<'_>, articles: &[usize]) -> Vec<Row> {
    let settings = &counted.config.measure.keyness;
    let group_size: u64 = articles.iter().map(|at| counted.sizes[*at]).sum();
    let rest_size = counted.sizes.iter().sum::<u64>() - group_size;
    let enough = |row: &crate::Row| row.n >= settings.min_n && row.articles >= settings.min_articles;
    let terms = counted.rows.iter().filter(|(_, row)| rest_size > 0 && enough(row));
    let mut rows: Vec<Row> = terms
        .map(|(term, row)| {
            let (held, sizes) = held(counted, term, articles);
            let group = held.iter().sum();
            let keyness = Keyness { group, rest: row.n - group, group_size, rest_size };
            let g2 = keyness.g2().expect("there are tokens");
            Row {
                term: term.clone(),
                keyness,
                articles: held.iter().filter(|n| **n > 0).count() as u64,
                g2,
                p: p_of_g2(g2),
                q: 1.0,
                conservative: None,
                dp_norm: dp_norm(&held, &sizes).filter(|_| group > 0),
                tested: 0,
            }
        })
        .collect();
    let p: Vec<f64> = rows.iter().map(|row| row.p).collect();
    for row in &mut rows {
        row.tested = p.len() as u64;
        row.q = q(row.p, &p);
        row.conservative = row.keyness.log_ratio_conservative(row.tested, 0.001);
    }
    rows
}

/// The smallest of p(s) m / s over all p(s) that are no smaller, s being how many are no larger.
fn q(of: f64, p: &[f64]) -> f64 {
    let no_larger = |than: f64| p.iter().filter(|p| **p <= than).count() as f64;
    let larger = p.iter().filter(|p| **p >= of);
    larger.map(|p_s| p_s * p.len() as f64 / no_larger(*p_s)).fold(1.0, f64::min)
}

fn strongest(rows: Vec<Row>, most: usize) -> Vec<Row> {
    let cut = |mut rows: Vec<Row>| {
        let strength = |row: &Row| (row.conservative.unwrap_or(0.0).abs(), row.g2.abs());
        rows.sort_by(|a, b| a.term.cmp(&b.term));
        rows.sort_by(|a, b| strength(b).partial_cmp(&strength(a)).expect("both are numbers"));
        rows.truncate(most);
        rows
    };
    let (more, others): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.g2 > 0.0);
    let fewer = others.into_iter().filter(|row| row.g2 < 0.0).collect();
    let mut all = cut(more);
    all.extend(cut(fewer));
    all
}
