//! profile and profile_by_outlet: how rich the words of articles and outlets are.

use std::collections::BTreeMap;

use super::Source;
use super::table::{Cells, Field, Fill, Parts, Spec, Threshold, Values, field, threshold};
use crate::base::problem::Problem;
use crate::measure::formulas::diversity::mattr;

const MATTR: Field = field("mattr", "the share of different words among [measure] mattr_window words in a row")
    .formula("mean over all windows of mattr_window tokens in a row of different words / mattr_window")
    .unit("0 to 1")
    .of("windows, each within one article")
    .empty("where no article is as long as a window")
    .source("Covington & McFall 2010");
const TYPES: &str = "different words and numbers without regard to case, stop words included";
const SENTENCE_LENGTH: Field = field("sentence_length", "mean length of a sentence")
    .formula("tokens / sentences")
    .unit("tokens")
    .of("sentences")
    .empty("without a sentence");
const WINDOW: Threshold = threshold("measure.mattr_window", "tokens of a window");

pub const PROFILE: Spec = Spec {
    name: "profile",
    title: "Words of articles",
    about: "One row an article, in the order of articles.csv: how rich its vocabulary is. Number and share of different words fall with the length of a \
            text, mattr and mtld do not.",
    columns: &[
        field("article_id", "as in articles.csv"),
        field("tokens", "words and numbers, stop words included").unit("tokens"),
        field("types", TYPES).unit("types"),
        MATTR,
        field("mtld", "how many words in a row keep the share of different ones above 0.72")
            .formula("tokens / factors, a factor ending where types / tokens since the last one falls to 0.72, the rest counting in part; mean of reading forwards and backwards")
            .unit("tokens")
            .of("tokens")
            .empty("below 100 tokens, which are too few for it, and where no word comes twice")
            .source("McCarthy & Jarvis 2010"),
        SENTENCE_LENGTH,
    ],
    thresholds: &[WINDOW],
    order: &[],
    parts: None,
    fill: Fill::Parts(|source| Parts::of(source.reading.pages.len(), |part| articles(source, part))),
};

pub const BY_OUTLET: Spec = Spec {
    name: "profile_by_outlet",
    title: "Words of outlets",
    about: "One row an outlet: how rich its vocabulary is. Types grow with the number of articles and cannot be compared between outlets of different \
            size; mattr and mtld can.",
    columns: &[
        field("outlet", "as the article's metadata name it; empty: articles without one"),
        field("articles", "its articles").unit("articles"),
        field("tokens", "words and numbers in them, stop words included").unit("tokens"),
        field("types", TYPES).unit("types").empty("for articles without an outlet and beyond the 100 largest outlets"),
        MATTR,
        field("mtld", "median of the mtld of its articles, as in profile.csv")
            .formula("median; of an even number the mean of the middle two")
            .unit("tokens")
            .of("articles of 100 tokens or more")
            .empty("where all are shorter")
            .source("McCarthy & Jarvis 2010"),
        SENTENCE_LENGTH,
    ],
    thresholds: &[WINDOW],
    order: &[("outlet", false)],
    parts: None,
    fill: Fill::Parts(|source| Parts::of(1, |_| outlets(source))),
};

/// The articles of the page number `page`.
fn articles(source: &Source<'_>, page: usize) -> Result<Cells, Problem> {
    let (reading, window) = (source.reading, source.config.measure.mattr_window);
    let rows = source.measures.terms.profile.page(page, reading.spill)?;
    let page = &reading.pages[page];
    let reads = page.reads(reading)?;
    let columns = vec![
        Values::texts(reads.iter().map(|read| crate::measure::details::written(read.id))),
        Values::counts(reads.iter().map(|read| read.tokens)),
        Values::counts(rows.iter().map(|row| row.types)),
        Values::Float(rows.iter().map(|row| mattr(row.windows, window)).collect()),
        Values::Float(rows.iter().map(|row| row.mtld).collect()),
        Values::Float(reads.iter().map(|read| length(read.tokens, u64::from(read.sentences))).collect()),
    ];
    Ok(columns.into())
}

fn outlets(source: &Source<'_>) -> Result<Cells, Problem> {
    let (measures, window) = (source.measures, source.config.measure.mattr_window);
    let (sums, outlets) = (&measures.terms.profile.outlets, &measures.frame.outlets);
    let medians = medians(source)?;
    let columns = vec![
        Values::written(outlets.iter().map(|(outlet, _)| outlet.as_ref())),
        Values::counts(outlets.iter().map(|(_, size)| size.articles)),
        Values::counts(outlets.iter().map(|(_, size)| size.tokens)),
        Values::Count(sums.iter().map(|sum| sum.types).collect()),
        Values::Float(sums.iter().map(|sum| mattr(sum.windows, window)).collect()),
        Values::Float((0..outlets.len()).map(|outlet| medians.get(&outlet).copied()).collect()),
        Values::Float(outlets.iter().zip(sums).map(|((_, size), sum)| length(size.tokens, sum.sentences)).collect()),
    ];
    Ok(columns.into())
}

/// By outlet: the median MTLD of its articles.
fn medians(source: &Source<'_>) -> Result<BTreeMap<usize, f64>, Problem> {
    let measures = source.measures;
    let mut of_outlet: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for (number, page) in source.reading.pages.iter().enumerate() {
        let rows = measures.terms.profile.page(number, source.reading.spill)?;
        for (row, stand) in rows.iter().zip(&measures.frame.stands[page.first..]) {
            of_outlet.entry(stand.outlet as usize).or_default().extend(row.mtld);
        }
    }
    Ok(of_outlet.into_iter().filter_map(|(outlet, values)| Some((outlet, median(values)?))).collect())
}

fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let (middle, upper) = (values.len().checked_sub(1)? / 2, values.len() / 2);
    Some(f64::midpoint(values[middle], values[upper]))
}

fn length(tokens: u64, sentences: u64) -> Option<f64> {
    (sentences > 0).then(|| tokens as f64 / sentences as f64)
}
