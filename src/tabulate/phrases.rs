//! phrases: the words that are told as one, and how strongly they hold together.

use super::Source;
use super::table::{Cells, Fill, Spec, Values, field, threshold};
use crate::measure::formulas::ngram::{LogOdds, log_odds};

const RUNS: &str = "runs of as many words as the phrase has, with no punctuation between";

pub const SPEC: Spec = Spec {
    name: "phrases",
    title: "Phrases",
    about: "One row a phrase: two or three words that are counted as one term, since they stand together too often for chance.",
    columns: &[
        field("term", "as in terms.csv"),
        field("words", "how many words it has").unit("words"),
        field("n", "occurrences as a term, as in terms.csv: those inside longer phrases are not among them").unit("occurrences"),
        field("n_runs", "how often its words stand side by side, those inside longer phrases included").unit("runs"),
        field("n_all", "all runs of as many words").unit("runs"),
        field("lambda", "how strongly its words hold together: what they have in common beyond what fewer of them have")
            .formula("Σ over the 2^k cells of (−1)^(k − matches) · ln(n + ½), a cell being the runs in which the same words of the phrase stand in their places")
            .base("e")
            .of(RUNS)
            .correction("½ is added to each cell")
            .source("Blaheta & Johnson 2001"),
        field("z", "how sure it is that lambda is not 0")
            .formula("lambda / √(Σ 1 / (n + ½))")
            .unit("standard errors")
            .of(RUNS)
            .correction("½ is added to each cell")
            .source("Blaheta & Johnson 2001"),
    ],
    thresholds: &[
        threshold("lex.phrase_min_n", "phrases that occur less often are told as their words").uncounted("they are no rows"),
        threshold("lex.phrase_min_npmi", "and so are those whose words attract each other less").uncounted("they are no rows"),
    ],
    order: &[("words", false), ("z", true), ("term", false)],
    parts: Some("words"),
    fill: Fill::Whole(fill),
};

/// What is added to each cell: the value of the paper.
const SMOOTHING: f64 = 0.5;

fn fill(source: &Source<'_>) -> Cells {
    let terms = &source.measures.terms;
    let (first, rows) = (terms.shown.len() - terms.runs.len(), &terms.runs);
    let odds: Vec<Option<LogOdds>> = rows.iter().map(|row| log_odds(&row.cells, SMOOTHING)).collect();
    vec![
        Values::texts(terms.shown.iter().skip(first)),
        Values::counts(rows.iter().map(|row| row.words as u64)),
        Values::counts(terms.tally.counts[first..].iter().map(|count| count.n)),
        Values::counts(rows.iter().map(|row| row.cells.last().copied().unwrap_or(0))),
        Values::counts(rows.iter().map(|row| row.cells.iter().sum())),
        Values::Float(odds.iter().map(|odds| Some(odds.as_ref()?.lambda)).collect()),
        Values::Float(odds.iter().map(|odds| Some(odds.as_ref()?.z)).collect()),
    ]
    .into()
}
