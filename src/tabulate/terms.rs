//! terms: how often each term occurs, how widely, how evenly, from when to when.

use super::Source;
use super::table::{Cells, Fill, Spec, Values, field};
use crate::measure::frame::Frame;

pub const SPEC: Spec = Spec {
    name: "terms",
    title: "Terms",
    about: "One row a term: a word that is no stop word, or a phrase of two or three words. A word inside a phrase is counted as the phrase. \
            Terms that occur less often than [tabulate] term_min_n are left out.",
    columns: &[
        field("term", "as it is written most often; counted without regard to case"),
        field("n", "occurrences"),
        field("articles", "articles that hold it (document frequency)"),
        field("stories", "the same with near-identical articles counted once"),
        field(
            "per_million",
            "n / tokens of the corpus * 1,000,000; tokens are all words and numbers, stop words included",
        ),
        field("range_pct", "articles / all articles * 100"),
        field(
            "dp_norm",
            "spread over articles: DP / (1 - share of the smallest article), DP = 1/2 * sum of |n in article / n - tokens of article / tokens|; 0 even, 1 all in one place; empty for a corpus of one article (Gries 2008; Lijffijt & Gries 2012)",
        ),
        field(
            "tfidf",
            "n * ln(all articles / articles): count times unsmoothed idf, summed over articles; 0 for a term that is in every article",
        ),
        field("first_date", "date of the earliest dated article that holds it"),
        field("last_date", "date of the latest one"),
    ],
    thresholds: &[],
    order: &[("n", true), ("term", false)],
    parts: None,
    fill: Fill::Whole(fill),
};

fn fill(source: &Source<'_>) -> Cells {
    let (frame, terms) = (&source.measures.frame, &source.measures.terms);
    let min_n = source.config.tabulate.term_min_n;
    let rows: Vec<_> =
        terms.shown.iter().zip(&terms.tally.counts).filter(|(_, count)| count.n > 0 && count.n >= min_n).collect();
    let counts = || rows.iter().map(|(_, count)| *count);
    let all = frame.articles();
    vec![
        Values::texts(rows.iter().map(|(shown, _)| shown)),
        Values::counts(counts().map(|count| count.n)),
        Values::counts(counts().map(|count| count.articles)),
        Values::counts(counts().map(|count| count.stories)),
        Values::Float(counts().map(|count| Frame::per_million(count.n, frame.tokens)).collect()),
        Values::Float(counts().map(|count| Some(count.articles as f64 * 100.0 / all as f64)).collect()),
        Values::Float(counts().map(|count| count.spread.dp_norm(count.n, frame.tokens, frame.smallest)).collect()),
        Values::Float(counts().map(|count| Some(count.n as f64 * (all as f64 / count.articles as f64).ln())).collect()),
        Values::written(counts().map(|count| count.first)),
        Values::written(counts().map(|count| count.last)),
    ]
    .into()
}
