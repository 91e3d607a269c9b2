//! terms and actors by month and by outlet, and the articles by month that they are set against.

use std::fmt::Display;

use super::Source;
use super::table::{Cells, Field, Fill, Parts, Spec, Values, field, threshold};
use crate::base::problem::Problem;
use crate::measure::frame::{Frame, Grouping, Size};
use crate::measure::results::Slice;
use crate::measure::tally::Cell;

const TERM: Field = field("term", "as in terms.csv");
const TERM_N: Field = field("n", "how often it occurs there").unit("occurrences");
const TERM_ARTICLES: Field = field("articles", "articles that hold it").unit("articles");
const ACTOR: Field = field("actor_id", "as in actors.csv");
const ACTOR_N: Field = field("mentions", "mentions in all forms but adjectives").unit("mentions");
const ACTOR_ARTICLES: Field = field("articles", "articles with such a mention").unit("articles");
const MONTH: Field = field("month", "month of the article's date").empty("for articles without a month");
const OUTLET: Field = field("outlet", "as the article's metadata name it").empty("for articles without one");
const SHARE: Field = field("share", "the share of articles with such a mention")
    .formula("articles / N")
    .unit("0 to 1")
    .of("N = all_articles");

pub const TERMS_BY_MONTH: Spec = Spec {
    name: "terms_by_month",
    title: "Terms by month",
    about: "One row a month and term that occurs in it. Terms that occur less than [tabulate] by_min_n times in the corpus are left out.",
    columns: &[
        MONTH,
        TERM,
        TERM_N,
        TERM_ARTICLES,
        field("per_million", "how often it occurs in a million tokens of the month")
            .formula("n · 1,000,000 / N")
            .unit("occurrences per million tokens")
            .of("N = tokens of the month's articles, stop words included"),
    ],
    thresholds: &[threshold("tabulate.by_min_n", "a term that occurs less often in the whole corpus has no rows")
        .counted("row", |source| Some(source.measures.terms.tally.rare[Grouping::Month as usize]))],
    // By month, n from the largest, term.
    order: &[],
    parts: Some("month"),
    fill: Fill::Parts(|source| terms(source, Grouping::Month, &source.measures.frame.months)),
};

pub const TERMS_BY_OUTLET: Spec = Spec {
    name: "terms_by_outlet",
    title: "Terms by outlet",
    about: "One row an outlet and term that occurs in it. Terms that occur less than [tabulate] by_min_n times in the corpus are left out.",
    columns: &[
        OUTLET,
        TERM,
        TERM_N,
        TERM_ARTICLES,
        field("per_million", "how often it occurs in a million tokens of the outlet")
            .formula("n · 1,000,000 / N")
            .unit("occurrences per million tokens")
            .of("N = tokens of the outlet's articles, stop words included"),
    ],
    thresholds: &[threshold("tabulate.by_min_n", "a term that occurs less often in the whole corpus has no rows")
        .counted("row", |source| Some(source.measures.terms.tally.rare[Grouping::Outlet as usize]))],
    // By outlet, n from the largest, term.
    order: &[],
    parts: Some("outlet"),
    fill: Fill::Parts(|source| terms(source, Grouping::Outlet, &source.measures.frame.outlets)),
};

pub const ACTORS_BY_MONTH: Spec = Spec {
    name: "actors_by_month",
    title: "Actors by month",
    about: "One row a month and actor mentioned in it.",
    columns: &[
        MONTH,
        ACTOR,
        ACTOR_N,
        ACTOR_ARTICLES,
        field("all_articles", "articles of the month").unit("articles"),
        SHARE,
    ],
    thresholds: &[],
    order: &[("month", false), ("mentions", true), ("actor_id", false)],
    parts: Some("month"),
    fill: Fill::Whole(|source| actors(source, source.measures.months(&source.measures.actors_by_month).collect())),
};

pub const ACTORS_BY_OUTLET: Spec = Spec {
    name: "actors_by_outlet",
    title: "Actors by outlet",
    about: "One row an outlet and actor mentioned in it.",
    columns: &[
        OUTLET,
        ACTOR,
        ACTOR_N,
        ACTOR_ARTICLES,
        field("all_articles", "articles of the outlet").unit("articles"),
        SHARE,
    ],
    thresholds: &[],
    order: &[("outlet", false), ("mentions", true), ("actor_id", false)],
    parts: Some("outlet"),
    fill: Fill::Whole(|source| actors(source, source.measures.outlets(&source.measures.actors_by_outlet).collect())),
};

pub const ARTICLES_BY_MONTH: Spec = Spec {
    name: "articles_by_month",
    title: "Articles by month",
    about: "One row a month that has an article: what the monthly counts are set against.",
    columns: &[
        MONTH,
        field("articles", "articles of the month").unit("articles"),
        field("tokens", "words and numbers in them, stop words included").unit("tokens"),
    ],
    thresholds: &[],
    order: &[("month", false)],
    parts: None,
    fill: Fill::Whole(|source| {
        let months = &source.measures.frame.months;
        let columns = vec![
            Values::written(months.iter().map(|(month, _)| *month)),
            Values::counts(months.iter().map(|(_, size)| size.articles)),
            Values::counts(months.iter().map(|(_, size)| size.tokens)),
        ];
        columns.into()
    }),
};

/// A part for each of `groups`.
fn terms<'s, K: Display + Sync>(
    source: &'s Source<'_>,
    grouping: Grouping,
    groups: &'s [(Option<K>, Size)],
) -> Parts<'s> {
    let fill = move |part: usize| {
        let cells = frequent(source, grouping, part)?;
        let (key, size) = &groups[part];
        let columns = vec![
            Values::same(key.as_ref().map(K::to_string).as_deref(), cells.len()),
            source.alphabet().texts(cells.iter().map(|cell| cell.thing)),
            Values::counts(cells.iter().map(|cell| cell.n)),
            Values::counts(cells.iter().map(|cell| cell.articles)),
            Values::Float(cells.iter().map(|cell| Frame::per_million(cell.n, size.tokens)).collect()),
        ];
        Ok(columns.into())
    };
    Parts::of(groups.len(), fill)
}

/// The cells of a part whose terms are frequent enough, in the order of the table: key terms may be rarer.
fn frequent(source: &Source<'_>, grouping: Grouping, part: usize) -> Result<Vec<Cell>, Problem> {
    let (tally, min_n) = (&source.measures.terms.tally, source.config.tabulate.by_min_n);
    let mut cells = tally.by[grouping as usize].group(part, source.reading.spill)?;
    cells.retain(|cell| tally.counts[cell.thing as usize].n >= min_n);
    let order = source.alphabet().by_count(cells.iter().map(|cell| (cell.n, cell.thing)));
    Ok(order.into_iter().map(|at| cells[at as usize]).collect())
}

fn actors<K: Display>(source: &Source<'_>, slices: Vec<Slice<'_, K>>) -> Cells {
    let share = |slice: &Slice<'_, K>| {
        (slice.size.articles > 0).then(|| slice.cell.articles as f64 / slice.size.articles as f64)
    };
    vec![
        keys(&slices),
        Values::texts(slices.iter().map(|slice| source.measures.cast.id(slice.cell.thing))),
        Values::counts(slices.iter().map(|slice| slice.cell.n)),
        Values::counts(slices.iter().map(|slice| slice.cell.articles)),
        Values::counts(slices.iter().map(|slice| slice.size.articles)),
        Values::Float(slices.iter().map(share).collect()),
    ]
    .into()
}

fn keys<K: Display>(slices: &[Slice<'_, K>]) -> Values {
    Values::written(slices.iter().map(|slice| slice.key))
}
