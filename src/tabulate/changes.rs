//! changes: what came and what went by month and week, with the raw counts beside each claim.

use super::Source;
use super::parts::{MOST, cut};
use super::table::{Cells, Fill, Parts, Spec, Threshold, Values, field, threshold};
use crate::measure::change::Change;
use crate::measure::claims::{Ranked, ranked};
use crate::measure::periods::Cut;
use crate::measure::results::Measures;

pub const SPEC: Spec = Spec {
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
            let rows = source.changes().iter().flat_map(|group| &group.rows);
            Some(rows.filter(|row| row.q.is_some_and(|q| q > highest)).count() as u64)
        }),
    ],
    // By kind, period, and as they are ranked.
    order: &[],
    parts: Some("period"),
    fill: Fill::Parts(parts),
};

/// The first rows of each kind, period and claim, for what tells of those that changed most: the chart, which tells of twelve, and the
/// head of the report, which tells of fewer.
pub const TOLD: Spec = Spec {
    name: "changes_told",
    title: "",
    about: "What changed most.",
    columns: SPEC.columns,
    thresholds: &[],
    order: &[],
    parts: None,
    fill: Fill::Whole(told),
};

const MOST_TOLD: usize = 12;
pub const ARTICLES: &str = "articles";
pub const MIN_ARTICLES: Threshold =
    threshold("measure.change.min_articles", "what fewer dated articles hold is left out")
        .uncounted("terms.csv and actors.csv have them all");
pub const MIN_PERIODS: Threshold =
    threshold("measure.change.min_periods", "with fewer months or weeks that hold articles there are no rows of them")
        .uncounted("all rows or none");

/// What changes of a kind are changes of.
#[derive(Clone, Copy)]
pub struct Kind<'s> {
    pub name: &'static str,
    pub changes: &'s [Change],
    pub shown: fn(&Measures, u32) -> &str,
}

pub fn kinds(measures: &Measures) -> [Kind<'_>; 2] {
    [
        Kind { name: "actor", changes: &measures.actor_changes, shown: |measures, actor| measures.cast.id(actor) },
        Kind {
            name: "term",
            changes: &measures.terms.tally.changes,
            shown: |measures, term| &measures.terms.shown[term as usize],
        },
    ]
}

/// The rows of one kind and period, in their order.
pub struct Group<'s> {
    kind: Kind<'s>,
    cut: Cut,
    rows: Vec<Ranked<'s>>,
}

/// Every row.
pub fn groups<'s>(measures: &'s Measures, significance: f64) -> Vec<Group<'s>> {
    let group = |kind: Kind<'s>, cut: Cut| {
        let of_cut: Vec<&Change> = kind.changes.iter().filter(|change| change.cut == cut).collect();
        let rows = ranked(&of_cut, significance, |thing| (kind.shown)(measures, thing));
        Group { kind, cut, rows }
    };
    kinds(measures).into_iter().flat_map(|kind| Cut::ALL.map(|cut| group(kind, cut))).collect()
}

fn parts<'s>(source: &'s Source<'_>) -> Parts<'s> {
    let groups = source.changes();
    let parts = cut(groups.iter().map(|group| group.rows.len()), MOST);
    let count = parts.len();
    let fill = move |part: usize| {
        let (at, range) = parts[part].clone();
        let rows: Vec<_> = groups[at].rows[range].iter().map(|row| (&groups[at], row)).collect();
        Ok(cells(&rows, source))
    };
    Parts::of(count, fill)
}

fn told(source: &Source<'_>) -> Cells {
    let mut rows = Vec::new();
    for group in source.changes() {
        for claimed in group.rows.chunk_by(|a, b| a.claim == b.claim) {
            rows.extend(claimed.iter().take(MOST_TOLD).map(|row| (group, row)));
        }
    }
    cells(&rows, source)
}

fn cells(rows: &[(&Group<'_>, &Ranked<'_>)], source: &Source<'_>) -> Cells {
    let float = |value: fn(&Ranked<'_>) -> Option<f64>| Values::Float(rows.iter().map(|row| value(row.1)).collect());
    let count = |value: fn(&Change) -> u64| Values::counts(rows.iter().map(|row| value(row.1.change)));
    let period = |change: &Change| &source.measures.periods[change.cut as usize].all[change.first as usize].name;
    vec![
        Values::texts(rows.iter().map(|row| row.0.kind.name)),
        Values::texts(rows.iter().map(|row| row.0.cut.name())),
        Values::texts(rows.iter().map(|row| (row.0.kind.shown)(source.measures, row.1.change.thing))),
        Values::Text(rows.iter().map(|row| row.1.claim.map(|claim| claim.name())).collect()),
        Values::Count(rows.iter().map(|row| row.1.rank).collect()),
        float(|row| Some(row.change.growth())),
        float(|row| Some(row.change.shares()[0])),
        float(|row| Some(row.change.shares()[1])),
        count(|change| change.early[0]),
        count(|change| change.early[1]),
        count(|change| change.late[0]),
        count(|change| change.late[1]),
        Values::texts(rows.iter().map(|row| period(row.1.change))),
        float(|row| row.change.slope),
        float(|row| Some(row.change.trend?.tau)),
        float(|row| Some(row.change.trend?.p)),
        float(|row| row.q),
        Values::counts(rows.iter().map(|row| row.1.tested)),
    ]
    .into()
}
