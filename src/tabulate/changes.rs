//! changes and bursts: what came and what went by month and week, with the raw counts beside each claim.

use super::Source;
use super::table::{Cells, Fill, Spec, Threshold, Values, field, threshold};
use crate::measure::change::{Change, Told};
use crate::measure::claims::{Ranked, ranked};
use crate::measure::periods::Cut;

pub const CHANGES: Spec = Spec {
    name: "changes",
    title: "What rose and what fell",
    about: "One row a term or actor, and way of cutting time, with at least [measure.change] min_articles articles in at least min_periods months or \
            weeks that hold articles. It rose or fell where the trend is claimed: q at most significance, and both halves of the time say the same. \
            What is in no article with such a date is left out.",
    columns: &[
        field("kind", "actor or term"),
        field("period", "how time is cut: month or week (ISO 8601)"),
        field("thing", "actor_id, or the term as in terms.csv"),
        field("claim", "rose or fell; empty where nothing is claimed"),
        field("rank", "its place by change among what rose, or what fell"),
        field("change", "by how much its share of the articles grew from the first half of the periods that hold articles to the second")
            .formula("share_late − share_early")
            .unit("−1 to 1")
            .of("articles with a date"),
        field("share_early", "share of the articles in the first half of the periods; an odd period is in the first")
            .formula("articles_early / all_early")
            .unit("0 to 1")
            .of("all_early"),
        field("share_late", "the same in the second half").formula("articles_late / all_late").unit("0 to 1").of("all_late"),
        field("articles_early", "articles that hold it in the first half of the periods").unit(ARTICLES),
        field("all_early", "all articles of these periods").unit(ARTICLES),
        field("articles_late", "articles that hold it in the second half").unit(ARTICLES),
        field("all_late", "all articles of these periods").unit(ARTICLES),
        field("first", "the first period that has it"),
        field("slope", "robust trend: by how much its share grows from one period to the next")
            .formula("median over all pairs of periods i < j of (share j − share i) / (j − i)")
            .unit("share of articles a period")
            .of("periods with articles")
            .empty("beyond 600 periods")
            .source("Theil 1950; Sen 1968"),
        field("tau", "how steadily the share rises with time: 1 always, −1 it always falls")
            .formula("τ-b = S / √(P · P without ties of the share), S = pairs of periods in which it rises − in which it falls, P = T · (T − 1) / 2")
            .unit("−1 to 1")
            .of("T = periods with articles")
            .empty("where the share is always the same")
            .source("Mann 1945; Kendall 1975"),
        field("p", "the chance of an S so far from 0 if there were no trend, two-sided")
            .formula("normal approximation: z = (S − sign S) / √Var(S), Var(S) less for ties")
            .unit("probability")
            .chance()
            .of("T = periods with articles")
            .correction("continuity, ties; q is corrected for many tests")
            .empty("where the share is always the same")
            .source("Mann 1945; Kendall 1975"),
        field("q", "p corrected for the trends of its kind and period that were tested")
            .formula("as in keyness.csv")
            .unit("false discovery rate")
            .chance()
            .of("tested")
            .correction("Benjamini–Hochberg, m = tested")
            .empty("where p is")
            .source("Benjamini & Hochberg 1995"),
        field("tested", "m: trends that were tested with it").unit("trends"),
    ],
    thresholds: &[
        MIN_ARTICLES,
        MIN_PERIODS,
        threshold("measure.change.significance", "a trend with a higher q is not claimed").counted("claim", |source| {
            let highest = source.config.measure.change.significance;
            Some(all(source).iter().filter(|row| row.2.q.is_some_and(|q| q > highest)).count() as u64)
        }),
    ],
    order: &[("kind", false), ("period", false), ("_rank", false)],
    parts: Some("period"),
    fill: Fill::Whole(changes),
};

pub const BURSTS: Spec = Spec {
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
            Some(kinds(source).iter().flat_map(|kind| kind.changes).map(few).sum())
        }),
    ],
    order: &[("kind", false), ("period", false), ("weight", true), ("thing", false), ("start", false)],
    parts: Some("period"),
    fill: Fill::Whole(bursts),
};

const ARTICLES: &str = "articles";
const MIN_ARTICLES: Threshold = threshold("measure.change.min_articles", "what fewer dated articles hold is left out")
    .uncounted("terms.csv and actors.csv have them all");
const MIN_PERIODS: Threshold =
    threshold("measure.change.min_periods", "with fewer months or weeks that hold articles there are no rows of them")
        .uncounted("all rows or none");

/// What changes of a kind are changes of.
struct Kind<'s> {
    name: &'static str,
    changes: &'s [Change],
    shown: Box<dyn Fn(u32) -> &'s str + 's>,
}

fn kinds<'s>(source: &'s Source<'_>) -> [Kind<'s>; 2] {
    let measures = source.measures;
    [
        Kind { name: "actor", changes: &measures.actor_changes, shown: Box::new(|actor| measures.cast.id(actor)) },
        Kind {
            name: "term",
            changes: &measures.terms.tally.changes,
            shown: Box::new(|term| measures.terms.shown[term as usize].as_str()),
        },
    ]
}

/// A row of changes: its kind and thing besides.
type Row<'s> = (&'static str, &'s str, Ranked<'s>);

/// Every row of changes.
fn all<'s>(source: &'s Source<'_>) -> Vec<Row<'s>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for kind in kinds(source) {
        for cut in Cut::ALL {
            let of_cut: Vec<&Change> = kind.changes.iter().filter(|change| change.cut == cut).collect();
            let ranked = ranked(&of_cut, source.config.measure.change.significance, &kind.shown);
            rows.extend(ranked.into_iter().map(|row| (kind.name, (kind.shown)(row.change.thing), row)));
        }
    }
    rows
}

fn changes(source: &Source<'_>) -> Cells {
    let rows = all(source);
    let float = |value: fn(&Ranked<'_>) -> Option<f64>| Values::Float(rows.iter().map(|row| value(&row.2)).collect());
    let count = |value: fn(&Change) -> u64| Values::counts(rows.iter().map(|row| value(row.2.change)));
    let period = |change: &Change| &source.measures.periods[change.cut as usize].all[change.first as usize].name;
    let columns = vec![
        Values::texts(rows.iter().map(|row| row.0)),
        Values::texts(rows.iter().map(|row| row.2.change.cut.name())),
        Values::texts(rows.iter().map(|row| row.1)),
        Values::Text(rows.iter().map(|row| row.2.claim.map(|claim| claim.name())).collect()),
        Values::Count(rows.iter().map(|row| row.2.rank).collect()),
        float(|row| Some(row.change.growth())),
        float(|row| Some(row.change.shares()[0])),
        float(|row| Some(row.change.shares()[1])),
        count(|change| change.early[0]),
        count(|change| change.early[1]),
        count(|change| change.late[0]),
        count(|change| change.late[1]),
        Values::texts(rows.iter().map(|row| period(row.2.change))),
        float(|row| row.change.slope),
        float(|row| Some(row.change.trend?.tau)),
        float(|row| Some(row.change.trend?.p)),
        float(|row| row.q),
        Values::counts(rows.iter().map(|row| row.2.tested)),
    ];
    Cells { columns, hidden: vec![("_rank", (0..).take(rows.len()).collect())] }
}

fn bursts(source: &Source<'_>) -> Cells {
    let least = source.config.measure.change.burst_min_articles;
    let kinds = kinds(source);
    let mut rows: Vec<(&str, &str, &Change, &Told)> = Vec::new();
    for kind in &kinds {
        for change in kind.changes {
            let told = change.bursts.iter().filter(|told| told.articles[0] >= least);
            rows.extend(told.map(|told| (kind.name, (kind.shown)(change.thing), change, told)));
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
