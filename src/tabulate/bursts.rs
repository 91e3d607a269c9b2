//! bursts: when things were in far more articles than usual.

use super::Source;
use super::changes::{ARTICLES, MIN_ARTICLES, MIN_PERIODS, kinds};
use super::table::{Cells, Fill, Spec, Values, field, threshold};
use crate::measure::change::{Change, Told};

pub const SPEC: Spec = Spec {
    name: "bursts",
    title: "Bursts",
    about: "One row a stretch of months or weeks in which a term or actor is in far more of the articles than usual: the high state of Kleinberg's \
            automaton of two states, factor 2, cost 1. What changes.csv leaves out is left out here, and so are bursts of fewer than [measure.change] \
            burst_min_articles articles. Bursts are found, not tested: among many things some have one by chance, of a low weight; and what half of all articles hold \
            cannot be in twice the share of them.",
    columns: &[
        field("kind", "actor or term"),
        field("period", "how time is cut: month or week (ISO 8601)"),
        field("thing", "actor_id, or the term as in terms.csv"),
        field("start", "its first period"),
        field("end", "its last period"),
        field("articles", "articles that hold the thing in these periods").unit(ARTICLES),
        field("all_articles", "all articles of these periods").unit(ARTICLES),
        field("share", "share of these articles").formula("articles / all_articles").unit("0 to 1").of("all_articles"),
        field("share_overall", "the same over all periods").formula("articles / all_articles of all periods").unit("0 to 1").of("articles with a date"),
        field("weight", "how strong the burst is: how much less likely its counts are in the usual state than in the high one")
            .formula("Σ over its periods of ln B(r; d, 2 · p, at most 0.9999) − ln B(r; d, p), r of d articles holding the thing, p = share_overall, B binomial")
            .base("e")
            .of("articles of each period")
            .correction("entering the high state costs 1 · ln T, T periods")
            .source("Kleinberg 2002"),
    ],
    thresholds: &[
        MIN_ARTICLES,
        MIN_PERIODS,
        threshold("measure.change.burst_min_articles", "bursts of fewer articles are left out").counted("row", |source| {
            let least = source.config.measure.change.burst_min_articles;
            let few = |change: &Change| change.bursts.iter().filter(|told| told.articles[0] < least).count() as u64;
            Some(kinds(source.measures).iter().flat_map(|kind| kind.changes).map(few).sum())
        }),
    ],
    order: &[("kind", false), ("period", false), ("weight", true), ("thing", false), ("start", false)],
    parts: Some("period"),
    fill: Fill::Whole(fill),
};

fn fill(source: &Source<'_>) -> Cells {
    let least = source.config.measure.change.burst_min_articles;
    let kinds = kinds(source.measures);
    let mut rows: Vec<(&str, &str, &Change, &Told)> = Vec::new();
    for kind in &kinds {
        for change in kind.changes {
            let told = change.bursts.iter().filter(|told| told.articles[0] >= least);
            rows.extend(told.map(|told| (kind.name, (kind.shown)(source.measures, change.thing), change, told)));
        }
    }
    let period = |change: &Change, at: usize| &source.measures.periods[change.cut as usize].all[at].name;
    let share = |[n, all]: [u64; 2]| (all > 0).then(|| n as f64 / all as f64);
    let overall = |change: &Change| [change.early[0] + change.late[0], change.early[1] + change.late[1]];
    vec![
        Values::texts(rows.iter().map(|row| row.0)),
        Values::texts(rows.iter().map(|row| row.2.cut.name())),
        Values::texts(rows.iter().map(|row| row.1)),
        Values::texts(rows.iter().map(|row| period(row.2, row.3.burst.start))),
        Values::texts(rows.iter().map(|row| period(row.2, row.3.burst.end))),
        Values::counts(rows.iter().map(|row| row.3.articles[0])),
        Values::counts(rows.iter().map(|row| row.3.articles[1])),
        Values::Float(rows.iter().map(|row| share(row.3.articles)).collect()),
        Values::Float(rows.iter().map(|row| share(overall(row.2))).collect()),
        Values::Float(rows.iter().map(|row| Some(row.3.burst.weight)).collect()),
    ]
    .into()
}
