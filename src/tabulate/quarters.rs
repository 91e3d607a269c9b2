//! actors_by_quarter: who is mentioned most in each quarter of a year.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Source;
use super::table::{Cells, Fill, Spec, Values, field};

pub const SPEC: Spec = Spec {
    name: "actors_by_quarter",
    title: "Actors by quarter",
    about: "One row a quarter of a year and actor mentioned in it; articles without a month are left out.",
    columns: &[
        field("quarter", "2024-Q2: April to June 2024"),
        field("actor_id", "as in actors.csv"),
        field("mentions", "mentions in all forms but adjectives").unit("mentions"),
        field("articles", "articles with such a mention").unit("articles"),
        field("all_articles", "articles of the quarter").unit("articles"),
        field("share", "share of the quarter's articles that mention it")
            .formula("articles / all_articles")
            .unit("0 to 1")
            .of("all_articles"),
        field("rank", "its place by mentions in the quarter; actors with as many mentions share the better place")
            .unit("rank"),
    ],
    thresholds: &[],
    order: &[("quarter", false), ("mentions", true), ("actor_id", false)],
    parts: Some("quarter"),
    fill: Fill::Whole(fill),
};

/// Mentions and articles of an actor, or articles alone of a quarter.
#[derive(Clone, Copy, Default)]
struct Sum {
    mentions: u64,
    articles: u64,
}

fn fill(source: &Source<'_>) -> Cells {
    let measures = source.measures;
    let mut quarters: BTreeMap<String, u64> = BTreeMap::new();
    for (month, size) in &measures.frame.months {
        if let Some(month) = month {
            *quarters.entry(month.quarter()).or_default() += size.articles;
        }
    }
    let mut sums: BTreeMap<(String, u32), Sum> = BTreeMap::new();
    for slice in measures.months(&measures.actors_by_month) {
        let Some(month) = slice.key else { continue };
        let sum = sums.entry((month.quarter(), slice.cell.thing)).or_default();
        sum.mentions += slice.cell.n;
        sum.articles += slice.cell.articles;
    }
    let mut rows: Vec<((String, u32), Sum)> = sums.into_iter().collect();
    rows.sort_by(|a, b| (&a.0.0, Reverse(a.1.mentions), a.0.1).cmp(&(&b.0.0, Reverse(b.1.mentions), b.0.1)));
    let all = |quarter: &String| quarters.get(quarter).copied().unwrap_or(0);
    let share = |(quarter, sum): (&String, &Sum)| {
        let all = all(quarter);
        (all > 0).then(|| sum.articles as f64 / all as f64)
    };
    vec![
        Values::texts(rows.iter().map(|row| &row.0.0)),
        Values::texts(rows.iter().map(|row| measures.cast.id(row.0.1))),
        Values::counts(rows.iter().map(|row| row.1.mentions)),
        Values::counts(rows.iter().map(|row| row.1.articles)),
        Values::counts(rows.iter().map(|row| all(&row.0.0))),
        Values::Float(rows.iter().map(|row| share((&row.0.0, &row.1))).collect()),
        Values::counts(ranks(&rows).into_iter()),
    ]
    .into()
}

/// The place of each row in its quarter; the rows stand in their order.
fn ranks(rows: &[((String, u32), Sum)]) -> Vec<u64> {
    let mut ranks = Vec::with_capacity(rows.len());
    for quarter in rows.chunk_by(|a, b| a.0.0 == b.0.0) {
        let before = |row: &((String, u32), Sum)| quarter.partition_point(|other| other.1.mentions > row.1.mentions);
        ranks.extend(quarter.iter().map(|row| before(row) as u64 + 1));
    }
    ranks
}
