//! terms: how often each term occurs, how widely, how evenly, from when to when.

use super::Source;
use super::common::{ONE_STORY, STORIES};
use super::parts::{MOST, cut};
use super::table::{Cells, Fill, Parts, Spec, Values, field, threshold};
use crate::measure::frame::Frame;

const APART: &str = "no rows: each of the words counts by itself";

pub const SPEC: Spec = Spec {
    name: "terms",
    title: "Terms",
    about: "One row a term: a word that is no stop word, or a phrase of two or three words. A word inside a phrase is counted as the phrase. \
            Terms that occur less often than [tabulate] term_min_n are left out.",
    columns: &[
        field("term", "as it is written most often; counted without regard to case"),
        field("n", "how often it occurs").unit("occurrences"),
        field("articles", "articles that hold it (document frequency)").unit("articles"),
        STORIES,
        field("per_million", "how often it occurs in a million tokens")
            .formula("n · 1,000,000 / N")
            .unit("occurrences per million tokens")
            .of("N = tokens of the corpus: words and numbers, stop words included"),
        field("range_pct", "the share of articles that hold it")
            .formula("articles · 100 / N")
            .unit("%")
            .of("N = all articles"),
        field("dp_norm", "how unevenly it is spread over articles: 0 as evenly as their lengths allow, 1 all in the smallest")
            .formula("DP / (1 − tokens of the smallest article / N), DP = ½ · Σ |n in the article / n − tokens of the article / N|, Σ over all articles")
            .unit("0 to 1")
            .of("N = tokens of the corpus")
            .empty("in a corpus of one article")
            .source("Gries 2008; Lijffijt & Gries 2012"),
        field("tfidf", "how often it occurs, weighted by how few articles hold it; 0 for a term that is in every article")
            .formula("n · ln(N / articles): term frequency times idf, summed over articles")
            .base("e")
            .of("N = all articles")
            .correction("none: the idf is not smoothed")
            .source("Spärck Jones 1972"),
        field("first_date", "date of the earliest dated article that holds it").empty("where no article with it has a date"),
        field("last_date", "date of the latest one").empty("where no article with it has a date"),
    ],
    thresholds: &[
        threshold("tabulate.term_min_n", "a term that occurs less often is no row")
            .counted("term", |source| Some(terms(source, |n| n < source.config.tabulate.term_min_n))),
        threshold("lex.stop_languages", "words of these stop lists are no terms, but they may stand inside a phrase")
            .counted("token", |source| Some(source.measures.terms.passed_over.stop_words)),
        threshold("lex.keep", "these words of the stop lists are terms after all"),
        threshold("lex.extra", "these words are stop words too").uncounted("counted with the stop lists"),
        threshold("lex.numbers", "whether numbers are terms; what is passed over are numbers and words below min_length")
            .counted("token", |source| Some(source.measures.terms.passed_over.others)),
        threshold("lex.min_length", "a word with fewer letters is no term, in scripts with capitals")
            .uncounted("counted with the numbers"),
        threshold("lex.phrases", "whether words that stand together too often for chance are one term"),
        threshold("lex.phrase_min_n", "words that stand together less often are no phrase").uncounted(APART),
        threshold("lex.phrase_min_npmi", "nor are words that attract each other less").uncounted(APART),
        ONE_STORY,
    ],
    // By n from the largest, term.
    order: &[],
    parts: None,
    fill: Fill::Parts(parts),
};

/// Its first rows, which the charts choose from and the head of the report tells of.
pub const FIRST: Spec = Spec {
    name: "terms_first",
    title: "",
    about: "The most frequent terms.",
    columns: SPEC.columns,
    thresholds: &[],
    order: &[],
    parts: None,
    fill: Fill::Whole(first),
};

fn parts<'s>(source: &'s Source<'_>) -> Parts<'s> {
    let rows = rows(source, usize::MAX);
    let parts = cut(std::iter::once(rows.len()), MOST);
    let count = parts.len();
    let fill = move |part: usize| Ok(cells(source, &rows[parts[part].1.clone()]));
    Parts::of(count, fill)
}

/// Twice as many as a chart has rows, which is what that of cooccurrence chooses from, and at least the three of the report.
fn first(source: &Source<'_>) -> Cells {
    cells(source, &rows(source, (2 * source.config.write.chart_rows).max(3)))
}

/// The terms of the table, at most `most`, in its order.
fn rows(source: &Source<'_>, most: usize) -> Vec<u32> {
    let counts = &source.measures.terms.tally.counts;
    let min_n = source.config.tabulate.term_min_n.max(1);
    let frequent = |term: &u32| counts[*term as usize].n >= min_n;
    let terms: Vec<u32> = (0..).take(counts.len()).filter(frequent).collect();
    let rows = terms.iter().map(|term| (counts[*term as usize].n, *term));
    source.alphabet().first_by_count(rows, most).into_iter().map(|at| terms[at as usize]).collect()
}

fn cells(source: &Source<'_>, rows: &[u32]) -> Cells {
    let (frame, counts) = (&source.measures.frame, &source.measures.terms.tally.counts);
    let counts = || rows.iter().map(|term| &counts[*term as usize]);
    let all = frame.articles();
    vec![
        source.alphabet().texts(rows.iter().copied()),
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

/// How many terms occur, and so often.
fn terms(source: &Source<'_>, often: impl Fn(u64) -> bool) -> u64 {
    source.measures.terms.tally.counts.iter().filter(|count| count.n > 0 && often(count.n)).count() as u64
}
